//! A paper for each village or unit: what holds which paper back, what each is warned of, and that a batch of twice as
//! many villages is twice the work. Work is counted in messages, names and lines, never in time.

use std::collections::{BTreeMap, BTreeSet};

use vanthu::diag::{Diagnostic, Diagnostics, Severity};
use vanthu::pipeline::{self, Audiences, BuiltDocument, HeldBack, Order, TemplateFolder, Which};
use vanthu::records;
use vanthu::settings::Settings;

use crate::audiences::template;
use crate::support::cell::Cell;
use crate::support::workbook::{Sheet, Workbook};

/// A notice with Kính gửi, and the tasks in a table.
const NOTICE: &str = "+++
loai = 'Thông báo'
trich_yeu = '{{ chu_de }}'
kinh_gui = '{{ kinh_gui }}'
+++

Giao các việc sau:

```bang
nguon = 'nhiem_vu'
cot = ['stt', 'noi_dung', 'chu_tri', 'san_pham', 'ghi_chu']
```
";

const TASKS: &str = "Nhiệm vụ";

/// The outcome of a batch.
struct Batch {
    papers: Vec<BuiltDocument>,
    held_back: Vec<HeldBack>,
    messages: Vec<Diagnostic>,
}

impl Batch {
    fn with_code(&self, code: &str) -> Vec<&Diagnostic> {
        self.messages.iter().filter(|message| message.code == code).collect()
    }

    fn held_back(&self) -> Vec<&str> {
        self.held_back.iter().filter_map(|paper| paper.unit.as_deref()).collect()
    }

    /// The warnings of each paper written, by village or unit.
    fn warnings(&self) -> BTreeMap<&str, usize> {
        self.papers.iter().filter_map(|paper| Some((paper.unit.as_deref()?, paper.warnings))).collect()
    }
}

fn papers_named(message: &Diagnostic) -> Vec<&str> {
    message.papers.iter().map(|name| &**name).collect()
}

/// A commune with three units and this many villages, each with two tasks of its own.
fn commune(villages: u32) -> Workbook {
    let general = [
        ("Loại văn bản", "Kế hoạch"),
        ("Cơ quan ban hành", "Ủy ban nhân dân xã Mường Sậy"),
        ("Địa danh", "Mường Sậy"),
        ("Chủ đề", "công tác dân vận"),
        ("Kỳ", "6 tháng đầu năm 2026"),
        ("Đơn vị soạn thảo", "Phòng Kinh tế"),
    ];
    let units = [("KT", "Phòng Kinh tế"), ("CA", "Công an xã"), ("TYT", "Trạm Y tế xã")];
    let task = |number: u32| {
        let village = number.div_ceil(2);
        vec![
            format!("NV-{number:04}"),
            format!("Làm việc số {number}"),
            if number.is_multiple_of(2) { "CA" } else { "KT" }.to_owned(),
            format!("T{village}"),
            "30/6/2026".to_owned(),
            String::new(),
        ]
    };
    let rows =
        |rows: &[(&str, &str)]| rows.iter().map(|(one, two)| vec![(*one).to_owned(), (*two).to_owned()]).collect();
    Workbook {
        sheets: vec![
            sheet("Thông tin chung", &["Mục", "Giá trị"], rows(&general)),
            sheet("Người ký", &["Họ và tên", "Chức vụ"], rows(&[("Đặng Văn Mẫn", "Chủ tịch")])),
            sheet("Đơn vị", &["Mã", "Tên đơn vị"], rows(&units)),
            sheet("Thôn", &["Mã", "Tên thôn"], (1..=villages).map(|at| vec![format!("T{at}"), name(at)]).collect()),
            sheet(
                TASKS,
                &["Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Phạm vi thôn", "Thời hạn", "Sản phẩm"],
                (1..=2 * villages).map(task).collect(),
            ),
        ],
    }
}

fn name(village: u32) -> String {
    format!("Thôn Suối {village}")
}

fn sheet(title: &str, headings: &[&str], rows: Vec<Vec<String>>) -> Sheet {
    let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
    let mut cells = BTreeMap::new();
    for (row, texts) in (1..).zip(std::iter::once(headings).chain(rows)) {
        let filled = (1..).zip(texts).filter(|(_, text)| !text.is_empty());
        cells.extend(filled.map(|(column, text)| ((row, column), Cell::Text(text))));
    }
    Sheet { title: title.to_owned(), header_row: 1, cells, ..Sheet::default() }
}

/// The commune with this text in a cell of a task, by the task's number and the column's heading.
fn with_task(mut workbook: Workbook, number: u32, heading: &str, text: &str) -> Workbook {
    let tasks = workbook.sheets.iter_mut().find(|sheet| sheet.title == TASKS).expect("there are tasks");
    tasks.set(number + 1, tasks.column(heading), Cell::from(text));
    workbook
}

fn build(workbook: &Workbook, audiences: Audiences, templates: &[&str]) -> Batch {
    let bytes = workbook.to_xlsx();
    let own: [TemplateFolder; 1] = [template("thong-bao-thon", NOTICE)];
    let (settings, mut out) = (Settings::default(), Diagnostics::new());
    let templates: Vec<String> = templates.iter().map(|name| (*name).to_owned()).collect();
    let order =
        Order { which: Which::Named(&templates), audiences, own_templates: &own, ..Order::of_workbook(&settings) };
    let workbooks = [records::Workbook { name: "so-lieu.xlsx", bytes: &bytes }];
    let (mut papers, mut held_back) = (Vec::new(), Vec::new());
    pipeline::build(&workbooks, &order, &mut out, &mut |paper| match paper {
        Ok(paper) => papers.push(paper),
        Err(paper) => held_back.push(paper),
    });
    Batch { papers, held_back, messages: out.into_messages() }
}

fn of_villages(workbook: &Workbook) -> Batch {
    build(workbook, Audiences::EachVillage, &["thong-bao-thon"])
}

#[test]
fn a_bad_row_holds_back_the_papers_that_print_it_and_no_other() {
    let workbook = with_task(commune(4), 5, "Thời hạn", "30/02/2026");
    let batch = of_villages(&workbook);
    assert_eq!(batch.held_back(), [name(3)]);
    assert_eq!(papers_named(batch.with_code("HS-026")[0]), [name(3)]);
    let units = build(&workbook, Audiences::EachUnit, &["thong-bao-thon"]);
    assert_eq!(units.held_back(), ["Phòng Kinh tế"], "the task is led by it");
    let everyone = build(&workbook, Audiences::Everyone, &["thong-bao-thon"]);
    assert_eq!((everyone.papers.len(), everyone.held_back.len()), (0, 1));
    assert_eq!(papers_named(everyone.with_code("HS-026")[0]), [""; 0]);
}

#[test]
fn a_bad_row_of_nobody_holds_back_every_paper() {
    let of_nobody = with_task(with_task(commune(3), 5, "Phạm vi thôn", ""), 5, "Thời hạn", "30/02/2026");
    assert_eq!(of_villages(&of_nobody).held_back().len(), 3);
    for villages in ["T9", "T3; T9"] {
        // The task may be for any village: its paper would lack it.
        let unknown = with_task(commune(3), 5, "Phạm vi thôn", villages);
        assert_eq!(of_villages(&unknown).held_back().len(), 3, "{villages}");
    }
    let unknown = with_task(commune(3), 5, "Đơn vị chủ trì", "Phòng Không Có");
    assert_eq!(of_villages(&unknown).held_back(), [name(3)], "the village is certain");
    assert_eq!(build(&unknown, Audiences::EachUnit, &["thong-bao-thon"]).held_back().len(), 3, "the unit is not");
}

#[test]
fn a_bad_row_for_several_villages_holds_back_theirs() {
    let workbook = with_task(with_task(commune(5), 1, "Phạm vi thôn", "T2; T4"), 1, "Thời hạn", "30/02/2026");
    assert_eq!(of_villages(&workbook).held_back(), [name(2), name(4)]);
}

#[test]
fn a_mistake_in_the_register_or_in_general_holds_back_every_paper() {
    let mut workbook = commune(3);
    workbook.sheets[3].set(2, 1, Cell::from("T2"));
    assert_eq!(of_villages(&workbook).held_back().len(), 3);
    let mut workbook = commune(3);
    workbook.sheets[0].set(6, 2, Cell::from("quý 7 năm 2026"));
    assert_eq!(of_villages(&workbook).held_back().len(), 3);
}

#[test]
fn a_paper_is_warned_of_its_own_rows() {
    let clean = of_villages(&commune(4));
    let warnings: BTreeSet<usize> = clean.warnings().into_values().collect();
    let [usual] = warnings.into_iter().collect::<Vec<_>>()[..] else { panic!("all villages are alike") };
    // Without a lead: a rule of the paper. A deadline outside the period: a rule of the rows.
    let workbook = with_task(with_task(commune(4), 3, "Đơn vị chủ trì", ""), 7, "Thời hạn", "30/6/2031");
    let batch = of_villages(&workbook);
    let own: Vec<&str> =
        batch.warnings().into_iter().filter(|(_, count)| *count > usual).map(|(unit, _)| unit).collect();
    assert_eq!(own, [name(2), name(4)]);
    assert_eq!(papers_named(batch.with_code("HS-035")[0]), [name(2)]);
}

#[test]
fn a_column_that_no_task_fills_is_reported_once_for_all_villages() {
    let batch = of_villages(&with_task(commune(5), 3, "Đơn vị chủ trì", ""));
    let batch_of_half = of_villages(&with_task(commune(5), 3, "Sản phẩm", "Báo cáo"));
    let reported = batch.with_code("VB-009");
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert_eq!(papers_named(reported[0]), [""; 0], "all papers");
    assert_eq!(batch_of_half.with_code("VB-009").len(), 0, "what one village has not is nothing to note");
}

#[test]
fn a_message_names_village_and_template_where_several_templates_are_asked_for() {
    let workbook = with_task(commune(3), 3, "Đơn vị chủ trì", "");
    let batch = build(&workbook, Audiences::EachVillage, &["thong-bao-thon", "ke-hoach"]);
    assert_eq!(batch.papers.len(), 6, "{:?}", batch.messages);
    let reported = batch.with_code("HS-035");
    assert_eq!(reported.len(), 1);
    let both = ["thong-bao-thon", "ke-hoach"].map(|template| format!("{} ({template})", name(2)));
    assert_eq!(papers_named(reported[0]), both);
}

#[test]
fn a_notice_goes_to_its_village_and_to_the_units_of_its_tasks() {
    let batch = of_villages(&with_task(commune(3), 4, "Đơn vị chủ trì", "TYT"));
    assert_eq!(batch.papers.len(), 3, "{:?}", batch.messages);
    for (paper, second) in batch.papers.iter().zip(["Công an xã", "Trạm Y tế xã", "Công an xã"]) {
        let text = format!("{:?}", paper.layout);
        let village = paper.unit.as_deref().expect("a paper for a village names it");
        assert!(text.contains(village), "{text}");
        for other in (1..=3).map(name).filter(|other| other != village) {
            assert!(!text.contains(&other), "{other} in the notice of {village}");
        }
        for unit in ["Công an xã", "Trạm Y tế xã"] {
            assert_eq!(text.contains(unit), unit == second, "{unit} in the notice of {village}");
        }
    }
}

#[test]
fn of_the_clerks_own_list_a_village_has_no_line_of_another_village() {
    let mut workbook = commune(3);
    let lines = [name(1), name(2), "Các đoàn thể".to_owned(), name(3)].map(|line| vec![line]);
    workbook.sheets.push(sheet("Nơi nhận", &["Nơi nhận"], lines.to_vec()));
    let batch = of_villages(&workbook);
    assert_eq!(batch.papers.len(), 3, "{:?}", batch.messages);
    for paper in &batch.papers {
        let text = format!("{:?}", paper.layout);
        let named: Vec<String> = (1..=3).map(name).filter(|village| text.contains(village)).collect();
        assert_eq!(Some(named), paper.unit.clone().map(|village| vec![village]));
        assert!(text.contains("Các đoàn thể"), "{text}");
    }
}

#[test]
fn twice_as_many_villages_are_twice_the_work() {
    let without_leads = |villages: u32| {
        let workbook = (1..=2 * villages)
            .fold(commune(villages), |workbook, number| with_task(workbook, number, "Đơn vị chủ trì", ""));
        let batch = of_villages(&workbook);
        assert_eq!(batch.papers.len(), usize::try_from(villages).expect("a few villages"));
        let names: usize = batch.messages.iter().map(|message| message.papers.len()).sum();
        let places: usize = batch.messages.iter().map(|message| 1 + message.also.len()).sum();
        let bytes: usize = batch.papers.iter().map(|paper| format!("{:?}", paper.layout).len()).sum();
        let warnings = batch.messages.iter().filter(|message| message.severity == Severity::Warning).count();
        [names, places, bytes, warnings]
    };
    let (once, twice) = (without_leads(12), without_leads(24));
    for (once, twice) in once.into_iter().zip(twice) {
        assert!(once > 0 && twice * 10 <= once * 21, "{once} and {twice}");
    }
}
