//! A property of every report: what the units wrote in Kết quả is in the paper, or a message names its row.
//!
//! Owns invented fillings of Kết quả: units that lead and others, states that are blank or against the words, words that
//! say nothing, codes in other spellings, results of no task. Must not know how a result finds its task.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;
use vanthu::diag::Diagnostics;
use vanthu::pipeline::{self, Order};
use vanthu::settings::Settings;

use crate::support::docx::paragraphs;
use crate::support::edits::{Edit, cell};
use crate::support::workbook::Workbook;

const STATES: [&str; 9] = [
    "Hoàn thành",
    "Đang thực hiện",
    "Chưa thực hiện",
    "Không hoàn thành",
    "Hủy",
    "Thường xuyên",
    "Chuyển kỳ sau",
    "Chưa báo cáo",
    "",
];
const CODES: [&str; 7] = ["1.1", "1.3", "01.3", "2 . 1", "2.3", "2.4", "9.9"];
const UNITS: [&str; 6] = ["VHXH", "KT", "VP", "BCHQS", "Ấp C", ""];
/// The columns of words, each with a text that no other column or row has.
const COLUMNS: [(char, &str); 4] =
    [('F', "Đã làm được"), ('G', "Thiếu người"), ('H', "Chờ hướng dẫn"), ('I', "Bố trí kinh phí")];

/// The messages that say that a row, or a cell of it, is not printed.
const TELLING: [&str; 2] = ["HS-064", "VB-040"];

/// A row of Kết quả: its code, unit and state, and which columns have words.
type Row = (&'static str, &'static str, &'static str, [Words; 4]);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    None,
    Nothing,
    Own,
}

fn row() -> impl Strategy<Value = Row> {
    let words = || prop_oneof![Just(Words::None), Just(Words::Nothing), Just(Words::Own)];
    let words = [words(), words(), words(), words()];
    (select(CODES.to_vec()), select(UNITS.to_vec()), select(STATES.to_vec()), words)
}

/// Words that no other cell has.
fn own(text: &str, row: usize) -> String {
    let name = ["Bắc", "Đông", "Nam", "Tây", "Trung", "Thượng", "Hạ", "Đoài", "Ngoài", "Trong"][row];
    format!("{text} ở xóm {name}")
}

/// The sample with these rows in place of its own.
fn workbook(rows: &[Row], has_proposals: bool) -> Workbook {
    let headings =
        ["Mã", "Đơn vị báo cáo", "Trạng thái", "Tỷ lệ (%)", "Ngày hoàn thành", "Kết quả thực hiện"].map(str::to_owned);
    let mut edits: Vec<Edit> = Vec::new();
    for (column, heading) in ['A', 'B', 'C', 'D', 'E', 'F'].into_iter().zip(&headings) {
        edits.push(cell("Kết quả", &format!("{column}1"), heading));
    }
    for (column, heading) in [('G', "Khó khăn, vướng mắc"), ('H', "Nguyên nhân"), ('I', "Đề xuất, kiến nghị")]
    {
        edits.push(cell("Kết quả", &format!("{column}1"), heading));
    }
    for line in 2..=12 {
        edits.extend(('A'..='I').map(|column| cell("Kết quả", &format!("{column}{line}"), "")));
    }
    for (index, (code, unit, state, words)) in rows.iter().enumerate() {
        let line = index + 2;
        edits.extend(
            [('A', code), ('B', unit), ('C', state)]
                .map(|(column, text)| cell("Kết quả", &format!("{column}{line}"), text)),
        );
        for ((column, text), words) in COLUMNS.iter().zip(words) {
            let text = match words {
                Words::None => continue,
                Words::Nothing => "Không có".to_owned(),
                Words::Own => own(text, index),
            };
            edits.push(cell("Kết quả", &format!("{column}{line}"), &text));
        }
    }
    if has_proposals {
        let sheet = "sheet = \"Nội dung\"\nheadings = [\"Phần\", \"Nội dung\"]\nrows = [[\"Kiến nghị\", \"Đề nghị tỉnh hỗ trợ\"]]";
        edits.push(Edit::AddSheet(toml::from_str(sheet).expect("a sheet of a test")));
    }
    Workbook::sample("bay-viec").edited(&edits)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_word_reported_is_printed_or_named(rows in prop::collection::vec(row(), 1..9), has_proposals in any::<bool>()) {
        // Two rows of one unit for one task are an error.
        let mut seen = BTreeSet::new();
        let rows: Vec<Row> = rows.into_iter().filter(|(code, unit, ..)| {
            seen.insert((code.replace(' ', "").trim_start_matches('0').to_owned(), *unit))
        }).collect();
        let bytes = workbook(&rows, has_proposals).to_xlsx();
        let (settings, mut out) = (Settings::default(), Diagnostics::new());
        let workbooks = [pipeline::Workbook { name: "so-lieu.xlsx", bytes: &bytes }];
        let mut printed = Vec::new();
        pipeline::build(&workbooks, &Order::of_workbook(&settings), &mut out, &mut |paper| {
            printed.extend(paper.iter().flat_map(|paper| paragraphs(&paper.bytes)));
        });
        // Results of which none is about any task are one mistake, and no report is written.
        if out.messages().iter().any(|message| message.code == "HS-205") {
            prop_assert!(printed.is_empty());
            return Ok(());
        }
        prop_assert!(!printed.is_empty(), "{:#?}", out.messages());
        let telling = out.messages().iter().filter(|message| TELLING.contains(&message.code));
        let named: BTreeSet<u32> = telling.flat_map(|message| {
            let of_results = |place: &vanthu::diag::Place| place.sheet.as_deref() == Some("Kết quả");
            let places = std::iter::once(&message.place).chain(&message.also);
            places.filter(|place| of_results(place)).filter_map(|place| place.cell.map(|cell| cell.row)).collect::<Vec<_>>()
        }).collect();
        let text = printed.join("\n").to_lowercase();
        for (index, (.., words)) in rows.iter().enumerate() {
            for ((_, column), words) in COLUMNS.iter().zip(words) {
                let own = own(column, index);
                let is_told = named.contains(&u32::try_from(index + 2).expect("few rows"));
                let is_printed = text.contains(&own.to_lowercase());
                prop_assert!(*words != Words::Own || is_printed || is_told, "«{}» is nowhere:\n{:#?}", own, out.messages());
            }
        }
        let is_nothing = |line: &str| line.trim_end_matches('.').trim_start_matches("- ") == "không có" || line.ends_with(": không có");
        prop_assert!(!text.lines().any(is_nothing), "words that say nothing are printed");
    }
}
