//! The papers that are asked for: each a template and an audience.
//!
//! Owns their list and its order. Must not know how a paper is made. `papers` makes one after another.

use std::collections::BTreeSet;

use super::selected::SelectedAudiences;
use super::{Order, Which};
use crate::contract::SheetKind;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::Dossier;
use crate::dossier::figures::Progress;
use crate::paper::{Audience, AudienceIndex, Audiences, item_is_for, part_is_for, tasks_are_for};
use crate::templates::{Asked, Library, Need, OnlyWhere, Origin, Readers, TemplateSummary};
use crate::vietnamese::fold;

/// One paper that is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RequestedPaper<'a> {
    /// The template's name; `None` leaves the choice to the workbook.
    pub(super) template: Option<String>,
    /// Whom it is for.
    pub(super) audience: Audience<'a>,
    /// The place of the village or unit in the whole batch, 1-based; 0 for everyone.
    pub(super) number: usize,
}

/// The papers of a run.
#[derive(Debug, Default)]
pub(super) struct RequestedPapers<'a> {
    /// By template, then by audience.
    pub(super) papers: Vec<RequestedPaper<'a>>,
    /// How many villages or units the whole batch has.
    pub(super) batch: usize,
}

/// The papers asked for; whether a mistake stops them all is given. None are where a code asked for is unknown.
pub(super) fn papers<'a>(
    order: &Order,
    (dossier, index): (&'a Dossier, &AudienceIndex),
    library: &Library,
    is_stopped: bool,
    out: &mut Diagnostics,
) -> RequestedPapers<'a> {
    let Ok(audiences) = SelectedAudiences::of(order, dossier, index, out) else { return RequestedPapers::default() };
    let templates = match order.which {
        Which::Workbook => vec![None],
        Which::Named(names) => without_duplicates(names).into_iter().map(Some).collect(),
        Which::All => supported_templates(dossier, library, is_stopped, out),
    };
    let mut papers = Vec::new();
    for template in templates {
        let only_where = template.as_deref().and_then(|name| library.summary(name)?.only_where);
        let mut selected = audiences.selected.clone();
        if let Some(only_where) = only_where {
            keep_where(only_where, &mut selected, (dossier, index), out);
        }
        let paper = |(number, audience)| RequestedPaper { template: template.clone(), audience, number };
        papers.extend(selected.into_iter().map(paper));
    }
    RequestedPapers { papers, batch: audiences.all }
}

/// Leaves out those who lead no such task, and reports them. Where the day to judge tasks on is not known, all are kept:
/// each paper reports that.
fn keep_where(
    only_where: OnlyWhere,
    selected: &mut Vec<(usize, Audience)>,
    (dossier, index): (&Dossier, &AudienceIndex),
    out: &mut Diagnostics,
) {
    let Some(figures) = dossier.figures() else { return };
    let is_meant = |progress: &Progress| match only_where {
        OnlyWhere::Late => progress.is_late_on(figures.as_of()),
        OnlyWhere::DueSoon => progress.due_within.is_some(),
    };
    let has_any = |audience: &Audience| match audience.name() {
        None => figures.tasks().any(|(_, progress)| is_meant(progress)),
        Some(name) => index.led(name, figures).into_iter().any(|(_, progress)| is_meant(progress)),
    };
    let (kept, left_out): (Vec<_>, Vec<_>) = selected.drain(..).partition(|(_, audience)| has_any(audience));
    *selected = kept;
    if !left_out.is_empty() {
        let hint = match only_where {
            OnlyWhere::Late => "late",
            OnlyWhere::DueSoon => "due_soon",
        };
        let names: Vec<&str> =
            left_out.iter().map(|(_, audience)| audience.name().unwrap_or("các cơ quan, đơn vị")).collect();
        let message = Diagnostic::note("CK-006").at(dossier.first_file()).hint(hint);
        out.report(message.with("count", names.len()).with("names", names.join(", ")));
    }
}

/// Whether every template asked for by name can be written for those it is asked for.
///
/// # Errors
/// `CD-021` for each that can't. A name that is unknown, or a template that can't be read, is reported later.
pub(super) fn check_readers(order: &Order, library: &Library, out: &mut Diagnostics) -> Result<(), Reported> {
    let Which::Named(names) = order.which else { return Ok(()) };
    let (wanted, hint) = match order.audiences {
        Audiences::Everyone => (Readers::Everyone, "everyone"),
        Audiences::EachVillage => (Readers::Villages, "villages"),
        Audiences::EachUnit => (Readers::Units, "units"),
    };
    let mut checked = Ok(());
    for template in names.iter().filter_map(|name| library.summary(name)) {
        let Some(readers) = template.readers.filter(|readers| !readers.contains(&wanted)) else { continue };
        let words: Vec<&str> = readers.into_iter().map(Readers::word).collect();
        let message = Diagnostic::error("CD-021").with("template", template.name).hint(hint);
        checked = Err(out.fail(message.with("readers", words.join(", "))));
    }
    checked
}

/// The templates that the workbook has the data for; what the others lack is reported. Where there is none, the
/// workbook's own choice is tried: its messages say what is missing.
///
/// The template that the workbook itself chooses is held to what it needs, as when its paper is written alone; one that
/// nobody named is left out also where the data are only recommended.
fn supported_templates(
    dossier: &Dossier,
    library: &Library,
    is_stopped: bool,
    out: &mut Diagnostics,
) -> Vec<Option<String>> {
    let (Ok(general), Ok(commune)) = (dossier.general(), dossier.commune()) else { return vec![None] };
    if is_stopped {
        return vec![None];
    }
    let own = own_template(dossier, library);
    let is_own = |template: &TemplateSummary| own == Some(template.name.as_str());
    let own_kind = general.kind;
    let mut supported = Vec::new();
    let templates = library.list().into_iter();
    // A template for another period is left out without a message: a report of a year is no document of a
    // half-year.
    // So is one that is not for everyone, and a letter, which is written when it is asked for; and another template of
    // the workbook's own kind: the number, the day and the opening in the workbook are those of one notice.
    let is_second = |template: &TemplateSummary| {
        template.origin == Origin::BuiltIn && template.kind == Some(own_kind) && own.is_some()
    };
    let is_offered = |template: &TemplateSummary| {
        template.fits_period(general) && template.is_for_everyone() && !is_second(template)
    };
    for template in templates.filter(|template| is_own(template) || is_offered(template)) {
        let asked = if is_own(&template) { Asked::ByWorkbook } else { Asked::ByNobody };
        let missing: Vec<String> = template.missing(dossier, asked).map(|need| need.to_string()).collect();
        let issuing_body = &general.issuing_body;
        // A decision is made by the Committee or its chair; a division can only propose one.
        let is_not_theirs = template.kind == Some(DocumentKind::Decision) && !commune.is_issuer;
        if is_not_theirs && !is_own(&template) {
            let message = Diagnostic::note("VB-014").at(&issuing_body.at).with("template", template.name);
            out.report(message.with("body", issuing_body.value.join(" ")));
        } else if let Some(need) = of_another_kind(&template, dossier, own_kind) {
            let message = Diagnostic::note("VB-045").at(&general.kind_at);
            let message = message.with("template", template.name).with("missing", need.to_string());
            out.report(message.with("own", general.kind.name()));
        } else if missing.is_empty() {
            supported.push(Some(template.name));
        } else {
            let message = Diagnostic::note("VB-011").at(dossier.first_file());
            out.report(message.with("template", template.name).with("missing", missing.join(", ")));
        }
    }
    if supported.is_empty() { vec![None] } else { supported }
}

/// What the template needs and the workbook has for another kind of document: the opening of a programme tells of no
/// meeting, the addressee of a report is not that of a request. `None` where there is none.
fn of_another_kind(template: &TemplateSummary, dossier: &Dossier, own: DocumentKind) -> Option<Need> {
    let kind = template.kind.filter(|kind| *kind != own)?;
    let needs = template.needs.iter().chain(&template.recommended).copied();
    let mut needs = needs.filter(|need| need.is_met(dossier)).filter(|need| match need {
        Need::Part(part) => !part_is_for(part, kind, own),
        Need::Item(item) => !item_is_for(*item, kind, own),
        Need::Sheet(sheet) => *sheet == SheetKind::Assignments && !tasks_are_for(kind, own),
        Need::Column(..) => false,
    });
    needs.next()
}

/// The template that the workbook itself chooses; `None` where a mistake keeps it from choosing.
pub(super) fn own_template<'a>(dossier: &Dossier, library: &'a Library) -> Option<&'a str> {
    let mut of_choice = Diagnostics::new();
    let chosen = library.choose(None, dossier, &mut of_choice).ok()?;
    of_choice.checkpoint().is_ok().then(|| chosen.name())
}

/// The requested names without duplicates.
fn without_duplicates(names: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names.iter().filter(|name| seen.insert(fold::key(name))).cloned().collect()
}
