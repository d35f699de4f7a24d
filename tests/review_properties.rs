//! Properties of every report: the classes add up, every printed number is one of the figures, and the order of rows
//! changes only the order of the output.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::material;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_xlsxwriter::Workbook as Written;
use vanthu::diag::Diagnostics;
use vanthu::draft::{Block, Draft, Span, TableRow};
use vanthu::pipeline::{self, Measured, Order, Pictures, Workbook};
use vanthu::settings::Settings;

const UNITS: [&str; 4] = ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Trạm Y tế"];
const VILLAGES: [&str; 4] = ["Thôn Đông", "Thôn Tây", "Thôn Nam", "Thôn Bắc"];
const STATES: [&str; 9] = [
    "Hoàn thành",
    "Đang thực hiện",
    "Chưa thực hiện",
    "Không hoàn thành",
    "Hủy",
    "Thường xuyên",
    "Tạm dừng",
    "",
    "no row",
];
const DEADLINES: [&str; 6] = ["10/4/2026", "trước ngày 15/6/2026", "15/6/2026", "20/6/2026", "thường xuyên", ""];
const DAYS: [&str; 4] = ["09/4/2026", "14/6/2026", "15/6/2026", ""];

/// Rows of a sheet, one text per cell.
type Rows = Vec<Vec<String>>;

/// The rows of one workbook, by sheet.
#[derive(Clone, Debug)]
struct Cycle {
    tasks: Rows,
    results: Rows,
    indicators: Rows,
    villages: Rows,
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// A code without digits, so that it cannot be confused with a figure: `NV-a`, `NV-b`.
fn code(kind: &str, index: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(index).expect("a test has few rows"));
    format!("{kind}-{letter}")
}

fn task() -> impl Strategy<Value = (usize, usize, usize, usize, bool)> {
    (0..UNITS.len() + VILLAGES.len(), 0..DEADLINES.len(), 0..STATES.len(), 0..DAYS.len(), any::<bool>())
}

fn indicator() -> impl Strategy<Value = Vec<String>> {
    let amount = || prop_oneof![Just(String::new()), (0..5_000_u32).prop_map(|amount| amount.to_string())];
    let direction = select(vec!["Càng cao càng tốt", "Càng thấp càng tốt", ""]);
    let figure_type = select(vec!["Lũy kế", "Thời điểm", "Tỷ lệ"]);
    (direction, figure_type, [amount(), amount(), amount(), amount(), amount()]).prop_map(
        |(direction, figure_type, amounts)| {
            let mut cells = vec![direction.to_owned(), figure_type.to_owned()];
            cells.extend(amounts);
            cells
        },
    )
}

prop_compose! {
    fn cycle()(
        tasks in prop::collection::vec(task(), 1..14),
        indicators in prop::collection::vec(indicator(), 0..4),
        plans in prop::collection::vec((0..300_u32, prop::option::of(0..300_u32)), VILLAGES.len()),
    ) -> Cycle {
        let leads: Vec<&str> = UNITS.into_iter().chain(VILLAGES).collect();
        let mut cycle = Cycle { tasks: Vec::new(), results: Vec::new(), indicators: Vec::new(), villages: Vec::new() };
        for (index, (lead, deadline, state, day, is_extended)) in tasks.into_iter().enumerate() {
            let id = code("NV", index);
            let extension = if is_extended { "25/6/2026" } else { "" };
            cycle.tasks.push(row(&[&id, "Rà soát danh mục", leads[lead], DEADLINES[deadline], extension]));
            if STATES[state] != "no row" {
                let day = if STATES[state] == "Hoàn thành" { DAYS[day] } else { "" };
                cycle.results.push(row(&[&id, leads[lead], STATES[state], day, "Đã làm một phần", "Chờ hướng dẫn"]));
            }
        }
        for (index, cells) in indicators.into_iter().enumerate() {
            let (id, name) = (code("CT", index), code("Chỉ tiêu", index));
            cycle.indicators.push(row(&[&id, &name, "hộ"]).into_iter().chain(cells).collect());
        }
        if let Some(first) = cycle.indicators.first() {
            let figure_type = first[4].clone();
            for (village, (plan, actual)) in VILLAGES.into_iter().zip(plans) {
                let actual = actual.map(|actual| actual.to_string()).unwrap_or_default();
                // The plan of a rate is a percentage, not a count of households.
                let plan = if figure_type == "Tỷ lệ" { (plan % 100).to_string() } else { plan.to_string() };
                cycle.villages.push(row(&[village, &first[0], &plan, &actual]));
            }
        }
        cycle
    }
}

/// The workbook with these rows; every cell is text.
fn workbook(cycle: &Cycle) -> Vec<u8> {
    let general = [
        ("Loại văn bản", "Báo cáo"),
        ("Cơ quan ban hành", "Ủy ban nhân dân xã Đồng Mây"),
        ("Địa danh", "Đồng Mây"),
        ("Chủ đề", "công tác dân vận"),
        ("Kỳ", "6 tháng đầu năm 2026"),
        ("Đơn vị soạn thảo", "Phòng Văn hóa - Xã hội"),
        ("Ngày chốt số liệu", "15/6/2026"),
    ];
    let named = |names: &[&str]| -> Rows {
        names.iter().enumerate().map(|(index, name)| row(&[&code("U", index), name])).collect()
    };
    let villages = VILLAGES.iter().enumerate().map(|(index, name)| row(&[&code("T", index), name])).collect();
    let measured = [
        "Mã",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Chiều đánh giá",
        "Kiểu số liệu",
        "Kế hoạch năm",
        "Kế hoạch kỳ",
        "Thực hiện kỳ",
        "Lũy kế",
        "Cùng kỳ năm trước",
    ];
    let results = ["Mã", "Đơn vị báo cáo", "Trạng thái", "Ngày hoàn thành", "Kết quả thực hiện", "Nguyên nhân"];
    let sheets: [(&str, &[&str], Rows); 8] = [
        ("Thông tin chung", &["Mục", "Giá trị"], general.iter().map(|(key, value)| row(&[key, value])).collect()),
        ("Đơn vị", &["Mã", "Tên đơn vị"], named(&UNITS)),
        ("Thôn", &["Mã", "Tên thôn"], villages),
        ("Nhiệm vụ", &["Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Hạn mới"], cycle.tasks.clone()),
        ("Kết quả", &results, cycle.results.clone()),
        ("Chỉ tiêu", &measured, cycle.indicators.clone()),
        ("Chỉ tiêu thôn", &["Thôn", "Mã chỉ tiêu", "Kế hoạch", "Thực hiện"], cycle.villages.clone()),
        ("Người ký", &["Họ và tên", "Chức vụ"], vec![row(&["Vũ Đình Khoa", "Chủ tịch"])]),
    ];
    let mut book = Written::new();
    for (name, headings, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a short name");
        let headings = headings.iter().map(|heading| (*heading).to_owned()).collect();
        for (at, cells) in [headings].into_iter().chain(rows).enumerate() {
            for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                let (at, column) = (u32::try_from(at).expect("few rows"), u16::try_from(column).expect("few columns"));
                sheet.write_string(at, column, text).expect("a cell of a test");
            }
        }
    }
    book.save_to_buffer().expect("a workbook in memory")
}

fn order(settings: &Settings) -> Order<'_> {
    Order::of_workbook(settings)
}

fn measured(cycle: &Cycle) -> Measured {
    let (settings, mut out) = (Settings::default(), Diagnostics::new());
    let bytes = workbook(cycle);
    let workbooks = [Workbook { name: "so-lieu.xlsx", bytes: &bytes }];
    let measured = pipeline::figures(&workbooks, &order(&settings), Pictures::LeftOut, &mut out);
    assert!(out.checkpoint().is_ok(), "{:?}", out.messages());
    measured
}

fn report(cycle: &Cycle) -> Draft {
    material::draft(&workbook(cycle), None, &[])
}

/// The counts of each scope, by id.
fn counts(measured: &Measured) -> BTreeMap<Option<String>, BTreeMap<&'static str, u64>> {
    let mut counts: BTreeMap<Option<String>, BTreeMap<&'static str, u64>> = BTreeMap::new();
    for figure in measured.figures.iter().filter(|figure| figure.id.starts_with("assigned.")) {
        let value = figure.value.as_deref().and_then(|value| value.parse().ok()).expect("a count always has a value");
        counts.entry(figure.scope.clone()).or_default().insert(figure.id, value);
    }
    counts
}

/// Every text of the report that may contain one of the figures.
fn texts(draft: &Draft) -> Vec<String> {
    let annexes = draft.annexes.iter().flat_map(|annex| &annex.body);
    draft.body.iter().chain(annexes).flat_map(texts_of).collect()
}

fn texts_of(block: &Block) -> Vec<String> {
    let line = |spans: &[Span]| vec![spans.iter().map(|span| span.text.as_str()).collect::<String>()];
    match block {
        Block::Heading { title: spans, .. }
        | Block::Clause { text: spans, .. }
        | Block::Paragraph(spans)
        | Block::Dash(spans)
        | Block::Note(spans) => line(spans),
        Block::Picture(chart) => chart.bars.iter().map(|bar| bar.text.clone()).collect(),
        Block::Table(table) => {
            let is_ordinal = |column: usize| table.columns[column].heading == "STT";
            let cells = |cells: &Vec<Vec<String>>| -> Vec<String> {
                let others = cells.iter().enumerate().filter(|(column, _)| !is_ordinal(*column));
                others.flat_map(|(_, cell)| cell.clone()).collect()
            };
            let row = |row: &TableRow| match row {
                TableRow::Group(name) => vec![name.clone()],
                TableRow::Cells(row) | TableRow::Total(row) => cells(row),
            };
            table.rows.iter().flat_map(row).collect()
        }
    }
}

/// The numbers of a text, without days and the words of the period. `1.234,5` is one number.
fn numbers(text: &str) -> Vec<String> {
    let known = ["6 tháng đầu năm 2026", "6 tháng cuối năm 2026", "6 tháng đầu năm"];
    let text = known.iter().fold(text.to_owned(), |text, words| text.replace(words, ""));
    let is_day = |word: &str| word.trim_matches(|mark: char| !mark.is_ascii_digit()).split('/').count() == 3;
    let words = text.split_whitespace().filter(|word| !is_day(word));
    let pieces = words.flat_map(|word| word.split(|letter: char| !(letter.is_ascii_digit() || ".,".contains(letter))));
    let trimmed = pieces.map(|piece| piece.trim_matches(['.', ',']).to_owned());
    trimmed.filter(|piece| !piece.is_empty()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_classes_add_up_for_the_commune_and_for_every_unit(cycle in cycle()) {
        let all = counts(&measured(&cycle));
        for counts in all.values() {
            let of = |id: &str| counts[format!("assigned.{id}").as_str()];
            let classes = ["done", "in_progress", "overdue", "standing", "not_reported", "not_done"];
            prop_assert_eq!(of("total"), classes.into_iter().map(of).sum::<u64>());
            prop_assert_eq!(of("done"), of("done_on_time") + of("done_late") + of("done_unjudged"));
            prop_assert!(of("due_soon") <= of("in_progress"));
        }
        let of_units = all.iter().filter(|(scope, _)| scope.is_some()).map(|(_, counts)| counts["assigned.total"]);
        prop_assert_eq!(all[&None]["assigned.total"], of_units.sum::<u64>());
        prop_assert_eq!(all[&None]["assigned.total"] + all[&None]["assigned.cancelled"], cycle.tasks.len() as u64);
    }

    #[test]
    fn every_number_printed_is_one_of_the_figures(cycle in cycle()) {
        let figures = measured(&cycle).figures;
        let printed: BTreeSet<String> =
            figures.iter().filter_map(|figure| figure.printed.as_deref()).flat_map(numbers).collect();
        for text in texts(&report(&cycle)) {
            for number in numbers(&text) {
                prop_assert!(printed.contains(&number), "«{}» of «{}» is not one of the figures", number, text);
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_only_the_order_of_output(cycle in cycle(), swaps in prop::collection::vec(any::<(Index, Index)>(), 12)) {
        let figures_of = |cycle: &Cycle| -> BTreeSet<String> {
            let figures = measured(cycle).figures;
            figures.iter().map(|f| format!("{} {:?} {:?} {:?}", f.id, f.scope, f.value, f.printed)).collect()
        };
        let mut other = cycle.clone();
        for rows in [&mut other.tasks, &mut other.results, &mut other.indicators, &mut other.villages] {
            for (one, two) in swaps.iter().filter(|_| !rows.is_empty()).collect::<Vec<_>>() {
                let (one, two) = (one.index(rows.len()), two.index(rows.len()));
                rows.swap(one, two);
            }
        }
        prop_assert_eq!(figures_of(&cycle), figures_of(&other));
    }
}
