//! A paper is the same whichever papers were made before it: papers share only what does not depend on their audience.

use std::borrow::Cow;
use std::collections::BTreeSet;

use vanthu::decree::kinds::DocumentKind;
use vanthu::diag::{Diagnostic, Diagnostics};
use vanthu::dossier::{self, Dossier, Terms};
use vanthu::draft::{self, SharedWords, Worded};
use vanthu::paper::{Audience, PaperRequest, PreparedFacts, paper};
use vanthu::pipeline::{self, Audiences, Library, Order, TemplateFile, TemplateFolder, Which};
use vanthu::records::{self, Answers};
use vanthu::settings::Settings;
use vanthu::templates::Asked;

use crate::support::workbook::Workbook;

/// A template that uses every field that depends on the audience.
const TASKS: &str = "+++
loai = 'Kế hoạch'
trich_yeu = '{{ chu_de }}'
+++

Giao: {{ don_vi_giao | join(sep=', ') }}

Đề nghị: {{ don_vi_de_nghi | join(sep=', ') }}

{% for viec in nhiem_vu -%}
- {{ viec.noi_dung }}
{% endfor %}
{% for phan in nhom -%}
{% for viec in phan.nhiem_vu -%}
- {{ viec.noi_dung }}
{% endfor -%}
{% endfor %}
";

/// Known failure 15: a loop that writes the first record into every paper.
#[test]
fn a_paper_does_not_depend_on_the_papers_before_it() {
    for sample in ["bay-viec", "ke-hoach", "quyet-dinh", "so-ket"] {
        check(sample);
    }
}

#[test]
fn papers_can_be_ordered_for_each_village() {
    let bytes = Workbook::sample("ke-hoach").to_xlsx();
    let (settings, own, mut out) = (Settings::default(), [own_template()], Diagnostics::new());
    let templates = ["nhiem-vu".to_owned(), "ke-hoach".to_owned()];
    let order = Order {
        which: Which::Named(&templates),
        audiences: Audiences::EachVillage,
        own_templates: &own,
        ..Order::of_workbook(&settings)
    };
    let workbooks = [records::Workbook { name: "so-lieu.xlsx", bytes: &bytes }];
    let mut papers = Vec::new();
    let built = pipeline::build(&workbooks, &order, &mut out, &mut |paper| papers.extend(paper));
    let dossier = dossier("ke-hoach");
    let prepared = PreparedFacts::of(&dossier);
    let villages: Vec<&str> =
        dossier.register().units().iter().filter(|unit| unit.is_village).map(|unit| unit.name.as_str()).collect();
    assert_eq!((built.written, built.held_back), (2 * villages.len(), 0), "{:?}", out.messages());
    let units: Vec<&str> = papers.iter().filter_map(|paper| paper.unit.as_deref()).collect();
    assert_eq!(units, villages.repeat(2), "by template, then in the order of the register");
    let names: BTreeSet<&str> = papers.iter().map(|paper| paper.name.as_str()).collect();
    assert_eq!(names.len(), papers.len(), "no two papers have one name: {names:?}");
    for paper in &papers {
        let share = prepared.index().share(paper.unit.as_deref().expect("a paper for a village names it"));
        assert_eq!(paper.assignments.len(), share.assignments.len(), "{}", paper.name);
    }
}

#[test]
fn a_village_has_its_own_rows_of_the_figures_of_villages() {
    let (dossier, settings, mut out) = (dossier("so-ket"), Settings::default(), Diagnostics::new());
    let prepared = PreparedFacts::of(&dossier);
    let figures = dossier.figures().expect("the sample has a day to count on");
    let mut shown: Vec<(String, String)> = Vec::new();
    for audience in audiences(&dossier) {
        let request =
            PaperRequest { kind: DocumentKind::Report, has_table: true, charts: settings.report_charts, audience };
        let rows = paper(&dossier, &prepared, request, &mut out).expect("the sample is whole").rows();
        let villages = rows.village_figures(figures);
        let Audience::Village(name) = audience else {
            assert_eq!(*villages, *figures.villages(), "{audience:?}");
            continue;
        };
        for indicator in villages.iter() {
            assert!(indicator.total.is_none(), "a total is about all villages");
            assert!(indicator.rows.iter().all(|row| row.row.village == name), "{name}: {indicator:?}");
            shown.extend(indicator.rows.iter().map(|row| (indicator.name.clone(), row.row.village.clone())));
        }
    }
    let all = figures.villages().iter().flat_map(|indicator| indicator.rows.iter().map(move |row| (indicator, row)));
    let mut all: Vec<(String, String)> =
        all.map(|(indicator, row)| (indicator.name.clone(), row.row.village.clone())).collect();
    shown.sort();
    all.sort();
    assert!(all.len() > 5, "{all:?}");
    assert_eq!(shown, all, "each row is in the paper of one village");
}

/// Words a paper for every audience by each template that the sample has the data for.
fn check(sample: &str) {
    let dossier = dossier(sample);
    let own = [own_template()];
    let (library, prepared) = (Library::of(&own), PreparedFacts::of(&dossier));
    let supported: Vec<String> = library
        .list()
        .into_iter()
        .filter(|template| template.missing(&dossier, Asked::ByNobody).next().is_none())
        .map(|template| template.name)
        .collect();
    assert!(supported.len() > 1, "{sample}: {supported:?}");
    let audiences = audiences(&dossier);
    assert!(audiences.len() > 5, "{sample}: {audiences:?}");
    let word = |template: &str, audience, shared: &SharedWords| {
        word(&dossier, &library, &prepared, template, audience, shared)
    };
    let shared = SharedWords::of(&dossier);
    // The first round serves every audience, so that in the second each comes after all the others.
    for template in &supported {
        for &audience in &audiences {
            word(template, audience, &shared);
        }
    }
    let mut different = Vec::new();
    for template in &supported {
        let everyones = word(template, Audience::Everyone, &SharedWords::of(&dossier));
        for &audience in &audiences {
            let alone = word(template, audience, &SharedWords::of(&dossier));
            assert!(word(template, audience, &shared) == alone, "{sample}, {template}, {audience:?}");
            if alone != everyones {
                different.push((template, audience));
            }
        }
    }
    // Otherwise the comparison would show nothing.
    assert!(different.len() > 2, "{sample}: {different:?}");
}

fn dossier(sample: &str) -> Dossier {
    let bytes = Workbook::sample(sample).to_xlsx();
    let (settings, mut out) = (Settings::default(), Diagnostics::new());
    let workbook = records::Workbook { name: "so-lieu.xlsx", bytes: &bytes };
    let records = records::read(&[workbook], &Answers::default(), &mut out);
    dossier::check(&records, &Terms { settings: &settings, as_of: None }, &mut out)
}

fn own_template() -> TemplateFolder {
    template("nhiem-vu", TASKS)
}

/// An own template of one text.
pub(crate) fn template(name: &str, text: &'static str) -> TemplateFolder {
    let file = TemplateFile { name: "van-ban.md".to_owned(), bytes: Cow::Borrowed(text.as_bytes()) };
    TemplateFolder { name: name.to_owned(), label: format!("mau/{name}"), files: vec![file] }
}

/// Everyone, each village and each unit.
fn audiences(dossier: &Dossier) -> Vec<Audience<'_>> {
    let units = dossier.register().units().iter().filter(|unit| !unit.is_collective);
    let of_unit = |name, is_village| if is_village { Audience::Village(name) } else { Audience::Unit(name) };
    [Audience::Everyone].into_iter().chain(units.map(|unit| of_unit(unit.name.as_str(), unit.is_village))).collect()
}

/// A paper in words and its messages; no words where a mistake holds it back.
fn word(
    dossier: &Dossier,
    library: &Library,
    prepared: &PreparedFacts,
    template: &str,
    audience: Audience,
    shared: &SharedWords,
) -> (Option<Worded>, Vec<Diagnostic>) {
    let (settings, mut out) = (Settings::default(), Diagnostics::new());
    let chosen = library.choose(Some(template), dossier, &mut out).expect("the template exists");
    let request = PaperRequest {
        kind: chosen.kind(dossier).expect("the template names its kind"),
        has_table: chosen.has_table(),
        charts: settings.report_charts,
        audience,
    };
    let worded = paper(dossier, prepared, request, &mut out)
        .and_then(|paper| draft::render(paper, chosen, shared, &settings, &mut out));
    (worded.ok(), out.into_messages())
}
