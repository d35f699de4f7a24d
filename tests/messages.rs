//! Whole messages, as printed on a terminal and in JSON.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::json;
use vanthu::answers::json::JsonAnswer;
use vanthu::answers::{Catalogue, Explanation, Language, MessageEntry, MessageTexts, catalogue};
use vanthu::cli::ledger;
use vanthu::cli::messages::{self, Colouring};
use vanthu::contract::SheetKind;
use vanthu::diag::{Diagnostic, Diagnostics, Excerpt, ExcerptCell, Place};
use vanthu::files::{Cause, Failure, Status, Stored};
use vanthu::records::{Ledger, SheetReading, Skipped};
use vanthu::settings;

const NOT_EXPLAINED: Explanation = Explanation { why: "", source: "", wrong: "", right: "" };

/// Messages of an invented room.
static INVENTED: [MessageEntry; 2] = [
    MessageEntry {
        code: "XX-012",
        vi: MessageTexts {
            text: "ô «{heading}» còn trống",
            hints: &[("", "điền nội dung vào ô {cell}, hoặc xóa dòng {row}")],
            list: None,
            explanation: NOT_EXPLAINED,
        },
        en: MessageTexts {
            text: "the cell «{heading}» is blank",
            hints: &[("", "fill in the cell {cell}, or delete row {row}")],
            list: None,
            explanation: NOT_EXPLAINED,
        },
    },
    MessageEntry {
        code: "XX-013",
        vi: MessageTexts { text: "ngày không có thật", hints: &[], list: None, explanation: NOT_EXPLAINED },
        en: MessageTexts { text: "no such day", hints: &[], list: None, explanation: NOT_EXPLAINED },
    },
];

/// The real words, with the invented messages.
fn vi() -> Catalogue {
    Catalogue::with(Language::Vi, &INVENTED)
}

fn en() -> Catalogue {
    Catalogue::with(Language::En, &INVENTED)
}

fn sheet() -> Place {
    Place::sheet("phan-cong.xlsx", "Nhiệm vụ")
}

fn blank_cell() -> Diagnostic {
    let cells = ["11", "", "Bản Nà", "30/06/2026"];
    let cells = cells.map(|text| ExcerptCell { text: text.to_owned(), is_subject: text.is_empty() });
    let message = Diagnostic::error("XX-012").at(&sheet().at_cell(12, 3));
    let mut message = message.with("heading", "Nội dung nhiệm vụ").with("cell", "C12").with("row", 12);
    message.excerpt = Some(Excerpt { row: 12, cells: cells.to_vec(), span: None });
    message
}

fn no_such_day(row: u32) -> Diagnostic {
    Diagnostic::warning("XX-013").at(&sheet().at_cell(row, 6))
}

fn check(messages: &[Diagnostic], catalogue: &Catalogue, expected: &str) {
    assert_eq!(drawn(messages, catalogue, Colouring::Plain), expected);
}

fn drawn(messages: &[Diagnostic], catalogue: &Catalogue, style: Colouring) -> String {
    let mut out = Vec::new();
    messages::draw(messages, catalogue, style, &mut out).expect("memory takes every byte");
    String::from_utf8(out).expect("messages are UTF-8")
}

#[test]
fn thirty_messages_of_one_code_are_three_and_a_line() {
    let message = |row: u32| {
        let message = Diagnostic::error("HS-006").at(&sheet().at_cell(row, 4));
        message.with("text", format!("ngày {row}"))
    };
    let messages: Vec<Diagnostic> = (5..35).map(message).collect();
    let text = drawn(&messages, &vi(), Colouring::Plain);
    assert_eq!(text.matches("lỗi[HS-006]").count(), 3);
    assert!(text.contains("\nHS-006 còn ở 27 chỗ nữa: D8 «ngày 8»; D9 «ngày 9»; "), "{text}");
    assert!(text.ends_with("D34 «ngày 34»\n\n30 lỗi\n"), "{text}");
    // Five are few enough to be listed one by one.
    assert_eq!(drawn(&messages[..5], &vi(), Colouring::Plain).matches("lỗi[HS-006]").count(), 5);
}

fn unknown(cell: (u32, u32), name: &str) -> Diagnostic {
    Diagnostic::error("HS-009").at(&sheet().at_cell(cell.0, cell.1)).with("text", name)
}

#[test]
fn many_unknown_names_are_one_list() {
    let mistyped = unknown((6, 5), "Đoàn xã").nearest(Some("Đoàn TN"));
    let rows = [2, 7, 9, 11].map(|row| unknown((row, 5), "Phòng Tư pháp"));
    let others = [mistyped, unknown((3, 6), "Trạm Y tế"), unknown((4, 5), "Hội LHPN")];
    let messages = [rows.to_vec(), others.to_vec()].concat();
    let expected = "\
lỗi[HS-009]: 4 tên chưa có ở trang tính Đơn vị và trang tính Thôn
  --> phan-cong.xlsx › Nhiệm vụ
    «Phòng Tư pháp»: E2, E7, E9, E11
    «Đoàn xã»: E6; có phải là «Đoàn TN»?
    «Trạm Y tế»: F3
    «Hội LHPN»: E4
gợi ý: thêm tên viết đúng vào trang tính Đơn vị; tên gõ sai thì sửa ở các ô trên

7 lỗi
";
    check(&messages, &vi(), expected);
    // Three names are few enough to be shown with their rows.
    assert_eq!(drawn(&messages[..6], &vi(), Colouring::Plain).matches("lỗi[HS-009]").count(), 3);
}

#[test]
fn many_codes_stand_side_by_side_in_their_list() {
    let task = |row: u32| {
        Diagnostic::warning("HS-065").at(&sheet().at_cell(row, 1)).with("task", format!("CDS-{:02}", row - 1))
    };
    let expected = "\
warning[HS-065]: 4 tasks have no row on the sheet Kết quả, so they count as not reported
  --> phan-cong.xlsx › Nhiệm vụ
    CDS-01 (A2); CDS-02 (A3); CDS-03 (A4); CDS-04 (A5)
hint: add a row for each of them to Kết quả; leave its Trạng thái blank if the unit has not reported yet

4 warnings
";
    check(&(2..6).map(task).collect::<Vec<_>>(), &en(), expected);
}

fn of_papers(row: u32, papers: &[&str]) -> Diagnostic {
    let mut message = no_such_day(row);
    message.papers = papers.iter().map(|&name| name.into()).collect();
    message
}

#[test]
fn messages_drawn_together_name_all_their_papers() {
    let equal: Vec<Diagnostic> = (1..=4).map(|row| of_papers(row, &[&format!("mau-{row}"), "chung"])).collect();
    let expected = "\
cảnh báo[XX-013]: ngày không có thật
  --> phan-cong.xlsx › Nhiệm vụ › F1
      còn ở: F2, F3, F4
văn bản: mau-1, chung, mau-2, mau-3, mau-4

4 cảnh báo
";
    check(&equal, &vi(), expected);
    // A message about all papers is not drawn with those about some.
    let with_one_for_all = [equal, vec![no_such_day(5)]].concat();
    assert_eq!(drawn(&with_one_for_all, &vi(), Colouring::Plain).matches("XX-013").count(), 2);
}

#[test]
fn the_papers_of_messages_that_are_only_counted_are_named_with_the_third() {
    let message = |row: u32| {
        let message = Diagnostic { code: "HS-006", ..of_papers(row, &[&format!("mau-{row}")]) };
        message.with("text", format!("ngày {row}"))
    };
    let messages: Vec<Diagnostic> = (1..=6).map(message).collect();
    let text = drawn(&messages, &vi(), Colouring::Plain);
    assert!(text.contains("\nvăn bản: mau-2\n") && text.contains("\nvăn bản: mau-3, mau-4, mau-5, mau-6\n"), "{text}");
    assert!(text.ends_with("F6 «ngày 6»\n\n6 cảnh báo\n"), "{text}");
}

#[test]
fn of_a_thousand_papers_the_first_are_named_and_the_others_counted() {
    let names: Vec<String> = (1..=1000).map(|number| format!("Thôn {number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let text = drawn(&[of_papers(1, &names)], &en(), Colouring::Plain);
    assert!(text.contains("paper: Thôn 1, Thôn 2, ") && text.contains(", Thôn 20 and 980 more papers\n"), "{text}");
}

#[test]
fn a_message_shows_the_row_as_the_clerk_sees_it() {
    let expected = "\
lỗi[XX-012]: ô «Nội dung nhiệm vụ» còn trống
  --> phan-cong.xlsx › Nhiệm vụ › C12
    12 │ 11 │ ← trống │ Bản Nà │ 30/06/2026
gợi ý: điền nội dung vào ô C12, hoặc xóa dòng 12

1 lỗi
";
    check(&[blank_cell()], &vi(), expected);
    let expected = "\
error[XX-012]: the cell «Nội dung nhiệm vụ» is blank
  --> phan-cong.xlsx › Nhiệm vụ › C12
    12 │ 11 │ ← blank │ Bản Nà │ 30/06/2026
hint: fill in the cell C12, or delete row 12

1 error
";
    check(&[blank_cell()], &en(), expected);
}

#[test]
fn messages_are_printed_in_the_order_found_and_counted() {
    let note = Diagnostic::note("XX-013");
    let messages = [no_such_day(4), blank_cell(), note.clone(), note];
    let expected = "\
cảnh báo[XX-013]: ngày không có thật
  --> phan-cong.xlsx › Nhiệm vụ › F4

lỗi[XX-012]: ô «Nội dung nhiệm vụ» còn trống
  --> phan-cong.xlsx › Nhiệm vụ › C12
    12 │ 11 │ ← trống │ Bản Nà │ 30/06/2026
gợi ý: điền nội dung vào ô C12, hoặc xóa dòng 12

ghi chú[XX-013]: ngày không có thật

ghi chú[XX-013]: ngày không có thật

1 lỗi, 1 cảnh báo, 2 ghi chú
";
    check(&messages, &vi(), expected);
}

#[test]
fn without_messages_nothing_is_drawn() {
    check(&[], &vi(), "");
    assert_eq!(messages::summary(&[], &vi()), "không có lỗi, không có cảnh báo");
}

#[test]
fn three_equal_messages_are_separate_and_four_are_grouped() {
    let three: Vec<Diagnostic> = (4..7).map(no_such_day).collect();
    assert_eq!(drawn(&three, &vi(), Colouring::Plain).matches("XX-013").count(), 3);
    let expected = "\
cảnh báo[XX-013]: ngày không có thật
  --> phan-cong.xlsx › Nhiệm vụ › F4
      còn ở: F5, F6, F7

lỗi[XX-012]: ô «Nội dung nhiệm vụ» còn trống
  --> phan-cong.xlsx › Nhiệm vụ › C12
    12 │ 11 │ ← trống │ Bản Nà │ 30/06/2026
gợi ý: điền nội dung vào ô C12, hoặc xóa dòng 12

1 lỗi, 4 cảnh báo
";
    check(&[no_such_day(4), no_such_day(5), blank_cell(), no_such_day(6), no_such_day(7)], &vi(), expected);
}

#[test]
fn at_most_five_further_places_are_shown_without_shared_parts() {
    let elsewhere = Place::sheet("phan-cong.xlsx", "Kết quả");
    let message = no_such_day(4)
        .also_at(&elsewhere.at_cell(9, 1))
        .also_at(&Place::sheet("khac.xlsx", "Nhiệm vụ").at_cell(9, 1))
        .also_at(&elsewhere)
        .also_at(&sheet().at_cell(5, 6))
        .also_at(&sheet().at_cell(6, 6))
        .also_at(&sheet().at_cell(7, 6))
        .also_at(&sheet().at_cell(8, 6));
    let expected = "\
warning[XX-013]: no such day
  --> phan-cong.xlsx › Nhiệm vụ › F4
      also at: Kết quả › A9, khac.xlsx › Nhiệm vụ › A9, Kết quả, F5, F6 and 2 more places

1 warning
";
    check(&[message], &en(), expected);
    let template = Place::line("mau/ke-hoach/van-ban.md", 3);
    let line = |line| Place { line: Some(line), ..template.clone() };
    let message = Diagnostic::note("XX-013").at(&template).also_at(&line(9)).also_at(&line(11));
    let expected = "\
ghi chú[XX-013]: ngày không có thật
  --> mau/ke-hoach/van-ban.md:3
      còn ở: dòng 9, dòng 11

1 ghi chú
";
    check(&[message], &vi(), expected);
}

#[test]
fn control_characters_from_a_cell_never_reach_the_terminal() {
    let evil = "\u{1b}[2J\u{9b}31m\u{202e}đảo\u{7}\nlỗi[SL-001]: bịa";
    let mut message = blank_cell().with("heading", evil);
    message.arguments.swap(0, 3);
    message.place = Place::sheet(format!("a{evil}.xlsx"), evil).at_cell(12, 3);
    let cells = vec![ExcerptCell { text: evil.to_owned(), is_subject: true }];
    message.excerpt = Some(Excerpt { row: 12, cells, span: None });
    let expected = "\
lỗi[XX-012]: ô «[2J31mđảo / lỗi[SL-001]: bịa» còn trống
  --> a[2J31mđảo / lỗi[SL-001]: bịa.xlsx › [2J31mđảo / lỗi[SL-001]: bịa › C12
    12 │ [2J31mđảo / lỗi[SL-001]: bịa
gợi ý: điền nội dung vào ô C12, hoặc xóa dòng 12

1 lỗi
";
    check(&[message], &vi(), expected);
}

#[test]
fn colours_are_added_and_change_no_word() {
    let plain = drawn(&[blank_cell(), no_such_day(4)], &vi(), Colouring::Plain);
    let coloured = drawn(&[blank_cell(), no_such_day(4)], &vi(), Colouring::Colour);
    assert!(coloured.starts_with("\u{1b}[1;31mlỗi[XX-012]\u{1b}[0m: ô"), "{coloured}");
    let mut stripped = coloured;
    for code in ["0", "1", "1;31", "1;33", "1;34"] {
        stripped = stripped.replace(&format!("\u{1b}[{code}m"), "");
    }
    assert_eq!(stripped, plain);
}

#[test]
fn json_has_every_message_ungrouped() {
    let messages: Vec<Diagnostic> = [blank_cell().also_at(&sheet().at_cell(13, 3))]
        .into_iter()
        .chain((4..8).map(no_such_day))
        .chain([Diagnostic::note("XX-013").at(&Place::line("mau/ke-hoach/van-ban.md", 12))])
        .collect();
    let answer = JsonAnswer::default().text(&messages, &vi());
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("one JSON object");
    let drawn = &answer["messages"];
    assert_eq!(drawn.as_array().map(Vec::len), Some(6));
    let first = json!({
        "code": "XX-012",
        "severity": "error",
        "at": { "file": "phan-cong.xlsx", "sheet": "Nhiệm vụ", "cell": "C12" },
        "text": "ô «Nội dung nhiệm vụ» còn trống",
        "hint": "điền nội dung vào ô C12, hoặc xóa dòng 12",
        "also": [{ "file": "phan-cong.xlsx", "sheet": "Nhiệm vụ", "cell": "C13" }],
    });
    assert_eq!(drawn[0], first);
    let last = json!({
        "code": "XX-013",
        "severity": "note",
        "at": { "file": "mau/ke-hoach/van-ban.md", "line": 12 },
        "text": "ngày không có thật",
        "hint": null,
    });
    assert_eq!(drawn[5], last);
    assert_eq!(answer["summary"], json!({ "errors": 1, "warnings": 4, "notes": 1 }));
}

#[test]
fn all_mistakes_in_settings_are_reported_with_their_lines() {
    let mut out = Diagnostics::new();
    let text = "[chu_ky]\ncap_pho = tm_kt\n[han]\nsap_den = 7\nsap_den_ngay = \"7\"\n[doc.don_vi]\nP KT = \"Phòng\"\n";
    let _defaults = settings::parse("vanthu.toml", text, &mut out);
    let expected = "\
lỗi[CD-003]: dòng này của tệp cấu hình viết chưa đúng
  --> vanthu.toml:2
    2 │ cap_pho = tm_kt
gợi ý: viết theo dạng khóa = giá trị; chữ, và khóa có dấu hay dấu cách, đặt trong dấu nháy kép

lỗi[CD-001]: tệp cấu hình không có khóa «sap_den»
  --> vanthu.toml:4
    4 │ sap_den = 7
gợi ý: đổi «sap_den» thành «sap_den_ngay»

lỗi[CD-002]: giá trị của khóa «han.sap_den_ngay» chưa dùng được
  --> vanthu.toml:5
    5 │ sap_den_ngay = \"7\"
gợi ý: ghi một số nguyên từ 0 đến 365, không đặt trong dấu nháy

lỗi[CD-003]: dòng này của tệp cấu hình viết chưa đúng
  --> vanthu.toml:7
    7 │ P KT = \"Phòng\"
gợi ý: viết theo dạng khóa = giá trị; chữ, và khóa có dấu hay dấu cách, đặt trong dấu nháy kép

4 lỗi
";
    check(out.messages(), catalogue(Language::Vi), expected);
}

#[test]
fn failures_and_kept_files_have_messages() {
    let path = PathBuf::from("ket-qua").join("Kế hoạch.docx");
    let failure = Failure { path: path.clone(), cause: Cause::TooLarge(20 * 1024 * 1024) };
    let stored = Stored {
        path: Path::new("ket-qua").join("Kế hoạch (bản mới).docx"),
        status: Status::KeptEdited,
        kept: Some(path),
        kept_source: None,
    };
    let messages = [failure.message(), stored.message().expect("an edited file is kept")];
    let expected = format!(
        "\
error[TEP-008]: «ket-qua{}Kế hoạch.docx» is larger than 20 MiB
  --> Kế hoạch.docx
hint: take out pictures and sheets that are not needed, and save again

warning[TEP-010]: «Kế hoạch.docx» was edited by hand and is kept; the new one is «Kế hoạch (bản mới).docx»
  --> Kế hoạch.docx
hint: compare the two and keep one, or run again with --force (the old one becomes .bak)

1 error, 1 warning
",
        std::path::MAIN_SEPARATOR
    );
    check(&messages, catalogue(Language::En), &expected);
    let created = Stored { path: PathBuf::from("a"), status: Status::Created, kept: None, kept_source: None };
    assert_eq!(created.message(), None);
}

fn reading(name: &str, kind: Option<SheetKind>, skipped: Option<Skipped>) -> SheetReading {
    SheetReading {
        at: Place::sheet("so-lieu.xlsx", name),
        is_visible: true,
        kind,
        header_rows: vec![],
        indicators: Vec::new(),
        results: BTreeMap::new(),
        columns: BTreeMap::new(),
        struck_codes: Vec::new(),
        unread_columns: vec![],
        headings: BTreeMap::new(),
        ledger: Ledger::default(),
        skipped,
        likely: None,
    }
}

#[test]
fn the_ledger_lists_every_sheet() {
    let full = SheetReading {
        struck_codes: Vec::new(),
        unread_columns: vec![8, 27],
        ledger: Ledger { rows: 14, tasks: 8, groups: 2, totals: 0, blank: 1, refused: 1, other: 2 },
        ..reading("Nhiệm vụ", Some(SheetKind::Assignments), None)
    };
    let one = Ledger { rows: 2, tasks: 0, groups: 0, totals: 1, blank: 0, refused: 0, other: 1 };
    let sheets = [
        full,
        SheetReading { ledger: one, ..reading("Thôn", Some(SheetKind::Villages), None) },
        reading("Sheet3", None, Some(Skipped::Empty)),
        SheetReading { is_visible: false, ..reading("Danh mục", Some(SheetKind::Lists), Some(Skipped::Lists)) },
    ];
    let check = |language: Language, expected: &str| {
        let mut out = Vec::new();
        ledger::draw(&sheets, catalogue(language), &mut out).expect("memory takes every byte");
        assert_eq!(String::from_utf8(out).expect("the ledger is UTF-8"), expected);
    };
    let expected = "\
so-lieu.xlsx › Nhiệm vụ: 14 dòng = 8 nhiệm vụ + 2 nhóm + 1 trống + 1 bị từ chối + 2 khác
    cột không dùng: H, AA
so-lieu.xlsx › Thôn: 2 dòng = 0 thôn + 1 dòng tổng + 1 khác
so-lieu.xlsx › Sheet3: bỏ qua, vì trống
so-lieu.xlsx › Danh mục (đang ẩn): bỏ qua, vì là danh mục của chương trình
";
    check(Language::Vi, expected);
    let expected = "\
so-lieu.xlsx › Nhiệm vụ: 14 rows = 8 tasks + 2 groups + 1 blank + 1 refused + 2 other
    columns not used: H, AA
so-lieu.xlsx › Thôn: 2 rows = 0 villages + 1 total + 1 other
so-lieu.xlsx › Sheet3: skipped, it is empty
so-lieu.xlsx › Danh mục (hidden): skipped, it is the program's own list
";
    check(Language::En, expected);
}

#[test]
fn every_kind_and_every_reason_has_a_wording() {
    let reasons = [Skipped::Empty, Skipped::Unknown, Skipped::Lists, Skipped::Unreadable];
    let kinds = SheetKind::ALL.into_iter().map(|kind| reading("x", Some(kind), None));
    let skipped = reasons.into_iter().map(|reason| reading("x", None, Some(reason)));
    let sheets: Vec<SheetReading> = kinds.chain(skipped).collect();
    for language in [Language::Vi, Language::En] {
        let mut out = Vec::new();
        ledger::draw(&sheets, catalogue(language), &mut out).expect("memory takes every byte");
        let drawn = String::from_utf8(out).expect("the ledger is UTF-8");
        assert_eq!(drawn.lines().count(), sheets.len());
    }
}
