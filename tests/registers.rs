//! Registers as clerks keep them: one table, without the names of our sheets, with the results beside the tasks.

use vanthu::contract::{Field, SheetKind};
use vanthu::diag::Diagnostic;
use vanthu::records::Records;

use crate::test_workbooks::{read_book, text_book};

const HEADINGS: [&str; 7] =
    ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời hạn", "Trạng thái", "Ngày hoàn thành", "Khó khăn, vướng mắc"];

fn texts(records: &Records, kind: SheetKind, field: Field) -> Vec<String> {
    let text = |record: &vanthu::records::Record| record.text(field).map_or_else(String::new, |cell| cell.value);
    records.rows(kind).iter().map(text).collect()
}

fn codes(messages: &[Diagnostic]) -> Vec<&str> {
    messages.iter().map(|message| message.code).collect()
}

#[test]
fn states_beside_deadlines_are_the_results_of_the_tasks() {
    let rows: &[&[&str]] = &[
        &["SỔ THEO DÕI NHIỆM VỤ"],
        &HEADINGS,
        &["I", "Kinh tế"],
        &["1", "Rà soát hộ nghèo", "Phòng Kinh tế", "30/7/2026", "Hoàn thành", "28/7/2026"],
        &["2", "Lắp camera", "Công an xã", "30/9/2026", "", "", "Thiếu kinh phí"],
        &["", "NGƯỜI LẬP BIỂU"],
    ];
    let (records, messages) = read_book(&text_book(&[("Theo dõi", rows)]));
    assert_eq!(codes(&messages), ["SL-080", "SL-081"]);
    let made = ["Theo dõi dòng 4", "Theo dõi dòng 5"];
    for kind in [SheetKind::Assignments, SheetKind::Completions] {
        assert_eq!(texts(&records, kind, Field::Code), made, "{kind:?}");
        assert_eq!(texts(&records, kind, Field::Content), ["Rà soát hộ nghèo", "Lắp camera"], "{kind:?}");
    }
    assert_eq!(texts(&records, SheetKind::Completions, Field::State), ["Hoàn thành", ""]);
    assert_eq!(texts(&records, SheetKind::Completions, Field::Obstacles), ["", "Thiếu kinh phí"]);
    let day = records.rows(SheetKind::Completions)[0].place_of(Field::CompletedOn);
    assert_eq!(day.to_string(), "so.xlsx › Theo dõi › F4");
    let sheet = &records.sheets[0];
    assert_eq!((sheet.kind, sheet.ledger.tasks), (Some(SheetKind::Assignments), 2));
    assert_eq!(sheet.results.values().copied().collect::<Vec<_>>().len(), 3);
    assert!(sheet.unread_columns.is_empty());
}

#[test]
fn a_table_of_states_without_deadlines_is_one_of_results() {
    for headings in [
        ["STT", "Nội dung công việc", "Đơn vị", "Trạng thái", "Ngày hoàn thành"],
        ["STT", "Nội dung công việc", "Đơn vị", "Tỷ lệ hoàn thành (%)", "Ngày hoàn thành"],
        ["STT", "Nội dung công việc", "Đơn vị", "Tỷ lệ (%)", "Ngày hoàn thành"],
    ] {
        let rows: &[&[&str]] = &[&headings, &["1", "Rà soát", "Công an xã", "100", "28/7/2026"]];
        let (records, _) = read_book(&text_book(&[("Bảng 1", rows)]));
        assert_eq!(records.sheets[0].kind, Some(SheetKind::Completions), "{headings:?}");
        assert!(records.rows(SheetKind::Assignments).is_empty(), "{headings:?}");
    }
}

#[test]
fn the_sheet_with_the_name_of_the_contract_has_its_results_beside_too() {
    let tasks: &[&[&str]] = &[
        &["Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Tình trạng", "Nguyên nhân"],
        &["A-1", "Rà soát", "Phòng Kinh tế", "30/7/2026", "Đang làm", "mưa lớn"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", tasks)]));
    assert_eq!(codes(&messages), ["SL-080"]);
    assert_eq!(texts(&records, SheetKind::Completions, Field::Code), ["A-1"]);
    assert_eq!(texts(&records, SheetKind::Completions, Field::Cause), ["mưa lớn"]);
    let results: &[&[&str]] = &[&["Mã", "Trạng thái"], &["A-1", "Hoàn thành"]];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", tasks), ("Kết quả", results)]));
    assert_eq!(codes(&messages), ["SL-083"]);
    assert_eq!(texts(&records, SheetKind::Completions, Field::State), ["Hoàn thành"]);
}

#[test]
fn a_copy_is_told_as_one_whichever_sheet_stands_first() {
    let rows: &[&[&str]] = &[&HEADINGS[..4], &["1", "Rà soát hộ nghèo", "Phòng Kinh tế", "30/7/2026"]];
    for names in [["Nhiệm vụ", "Nhiệm vụ (2)"], ["Nhiệm vụ (2)", "Nhiệm vụ"], ["Bản nháp", "Nhiệm vụ"]]
    {
        let (records, messages) = read_book(&text_book(&[(names[0], rows), (names[1], rows)]));
        assert_eq!(codes(&messages), ["SL-060"], "{names:?}");
        let counting: Vec<_> = records.sheets.iter().filter(|sheet| sheet.kind.is_some()).collect();
        assert_eq!(counting.len(), 1, "{names:?}");
        assert_eq!(counting[0].at.sheet.as_deref(), Some("Nhiệm vụ"), "{names:?}");
        assert_eq!(records.rows(SheetKind::Assignments).len(), 1, "{names:?}");
    }
}

#[test]
fn columns_without_a_filled_cell_are_no_results() {
    let rows: &[&[&str]] = &[&HEADINGS, &["1", "Rà soát", "Phòng Kinh tế", "30/7/2026"]];
    let (records, messages) = read_book(&text_book(&[("Giao việc", rows)]));
    assert_eq!(codes(&messages), ["SL-081"]);
    assert!(records.rows(SheetKind::Completions).is_empty());
}

#[test]
fn a_list_of_other_things_with_states_is_asked_about() {
    let tasks: &[&[&str]] = &[&HEADINGS, &["1", "Rà soát", "Phòng Kinh tế", "30/7/2026", "Hoàn thành"]];
    let others: &[&[&str]] = &[&["Mã", "Tên", "Đơn vị", "Trạng thái"], &["T1", "Máy in", "Phòng Kinh tế", "Hỏng"]];
    let (_, messages) = read_book(&text_book(&[("Giao việc", tasks), ("Thiết bị", others)]));
    assert!(codes(&messages).contains(&"SL-082"), "{messages:?}");
}

#[test]
fn what_was_done_is_no_product() {
    let table = |cell| {
        text_book(&[(
            "Giao việc",
            &[&["Nội dung", "Đơn vị", "Thời hạn", "Kết quả"][..], &["Rà soát", "Công an xã", "30/7/2026", cell]],
        )])
    };
    let (records, _) = read_book(&table("Đã ban hành kế hoạch"));
    assert_eq!(texts(&records, SheetKind::Completions, Field::Outcome), ["Đã ban hành kế hoạch"]);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Product), [""]);
    let (records, _) = read_book(&table("Báo cáo"));
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Product), ["Báo cáo"]);
}

#[test]
fn tasks_of_the_same_words_in_several_sheets_keep_their_own_results() {
    let sheet =
        |village, state| [vec![HEADINGS.to_vec()], vec![vec!["1", "Thu quỹ", village, "30/7/2026", state]]].concat();
    let (one, other) = (sheet("Thôn Đông", "Hoàn thành"), sheet("Thôn Tây", "Chưa thực hiện"));
    let one: Vec<&[&str]> = one.iter().map(Vec::as_slice).collect();
    let other: Vec<&[&str]> = other.iter().map(Vec::as_slice).collect();
    let (records, messages) = read_book(&text_book(&[("Thôn Đông", &one), ("Thôn Tây", &other)]));
    assert_eq!(codes(&messages), ["SL-080", "SL-081"]);
    assert_eq!(texts(&records, SheetKind::Completions, Field::Code), ["Thôn Đông dòng 2", "Thôn Tây dòng 2"]);
}

const WITHOUT_LEAD: &[&[&str]] = &[&["TT", "Nội dung", "Thời hạn"], &["1", "Thu quỹ", "30/7/2026"]];

#[test]
fn the_name_of_a_sheet_says_whose_its_tasks_are() {
    let sheets = ["Thôn Đông", "Tổ dân phố 3", "Phòng Kinh tế", "Thôn Đông (2)"];
    let (records, messages) = read_book(&text_book(&sheets.map(|name| (name, WITHOUT_LEAD))));
    assert_eq!(codes(&messages), ["SL-084", "SL-081", "SL-060"]);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Lead), ["Thôn Đông", "Tổ dân phố 3", "Phòng Kinh tế"]);
}

#[test]
fn a_title_above_the_table_says_whose_its_tasks_are() {
    let titled = |title: &'static str| -> Vec<&'static [&'static str]> {
        let title: &'static [&'static str] = Box::leak(Box::new([title]));
        [title].into_iter().chain(WITHOUT_LEAD.iter().copied()).collect()
    };
    let (one, other) = (titled("THÔN BẾN CŨ"), titled("Đơn vị: Phòng Kinh tế"));
    let (records, messages) = read_book(&text_book(&[("Sheet1", &one), ("Sheet2", &other)]));
    assert_eq!(codes(&messages), ["SL-084", "SL-081"]);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Lead), ["Thôn Bến Cũ", "Phòng Kinh tế"]);
    let (_, messages) = read_book(&text_book(&[("Thôn Đông", &one)]));
    assert!(codes(&messages).contains(&"SL-085"), "{messages:?}");
}

#[test]
fn results_without_a_unit_are_those_of_the_sheet() {
    let rows: &[&[&str]] = &[&["Mã", "Nội dung", "Trạng thái"], &["A1", "Thu quỹ", "Hoàn thành"]];
    let (records, messages) = read_book(&text_book(&[("Thôn Đông", rows), ("Thôn Tây", rows)]));
    assert_eq!(codes(&messages), ["SL-084"]);
    assert_eq!(texts(&records, SheetKind::Completions, Field::Unit), ["Thôn Đông", "Thôn Tây"]);
}

#[test]
fn the_office_that_keeps_a_register_has_not_its_tasks() {
    let rows: &[&[&str]] = &[
        &["ỦY BAN NHÂN DÂN XÃ MẪU"],
        &["PHÒNG KINH TẾ"],
        &["TT", "Nội dung", "Đơn vị chủ trì", "Thời hạn"],
        &["1", "Thu quỹ", "Công an xã", "30/7/2026"],
        &["2", "Dọn đường", "", "30/7/2026"],
    ];
    let (records, _) = read_book(&text_book(&[("Phòng chống thiên tai", rows)]));
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Lead), ["Công an xã", ""]);
}

#[test]
fn a_register_without_a_column_of_leads_is_an_error() {
    let (_, messages) = read_book(&text_book(&[("Giao việc", WITHOUT_LEAD)]));
    assert_eq!(codes(&messages), ["SL-086", "SL-081"]);
    let (_, messages) = read_book(&text_book(&[("Nhiệm vụ", WITHOUT_LEAD)]));
    assert!(messages.is_empty(), "{messages:?}");
}
