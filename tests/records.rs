//! Reading workbooks as clerks make them: headings, rows, values, the count of the rows read.

use rust_xlsxwriter::{Format, Formula, Workbook as Written, Worksheet};
use vanthu::contract::{Field, SheetKind, dictionary};
use vanthu::diag::{Diagnostics, Severity};
use vanthu::records::{Answers, CellValue, HeadingAnswers, Ledger, Record, Records, Skipped, Workbook, read};

use crate::test_workbooks::{
    assignments_xml, errors, parts, places, raw_book, read_book, text_book, with_part, zipped,
};

/// A workbook of one sheet, filled by the test.
fn one_sheet(name: &str, fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name).expect("a sheet name");
    fill(sheet);
    book.save_to_buffer().expect("a workbook")
}

fn put(sheet: &mut Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            if !text.is_empty() {
                sheet.write_string(row, column, *text).expect("a cell");
            }
        }
    }
}

fn text(record: &Record, field: Field) -> String {
    record.text(field).map(|found| found.value).unwrap_or_default()
}

fn texts(records: &Records, kind: SheetKind, field: Field) -> Vec<String> {
    records.rows(kind).iter().map(|record| text(record, field)).collect()
}

/// In every sheet the counts of all kinds of rows must add up to the rows read.
fn assert_ledgers(records: &Records) {
    for sheet in &records.sheets {
        let Ledger { rows, tasks, groups, totals, blank, refused, other } = sheet.ledger;
        assert_eq!(rows, tasks + groups + totals + blank + refused + other, "{}", sheet.at);
    }
}

fn ledger(records: &Records) -> Ledger {
    assert_ledgers(records);
    records.sheets[0].ledger
}

const PLAIN: &[&[&str]] = &[
    &["Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
    &["NV-01", "Rà soát hộ nghèo", "Phòng Kinh tế", "30/11/2025"],
    &["NV-02", "Tổng hợp số liệu", "Công an xã", "quý IV"],
];

#[test]
fn a_plain_sheet_is_read_with_the_place_of_each_cell() {
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", PLAIN)]));
    assert!(messages.is_empty(), "{messages:?}");
    let rows = records.rows(SheetKind::Assignments);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Content), ["Rà soát hộ nghèo", "Tổng hợp số liệu"]);
    assert_eq!(rows[0].cell(Field::Deadline).expect("filled").at.to_string(), "so.xlsx › Nhiệm vụ › D2");
    assert_eq!(rows[1].place_of(Field::Product).to_string(), "so.xlsx › Nhiệm vụ › A3");
    assert_eq!(ledger(&records), Ledger { rows: 3, tasks: 2, other: 1, ..Ledger::default() });
    let excerpt = records.excerpt(&rows[0].at.at_cell(2, 3)).expect("a filled row");
    assert_eq!(excerpt.cells[2].text, "Phòng Kinh tế");
}

#[test]
fn titles_groups_totals_and_signatures_are_distinguished() {
    let rows: &[&[&str]] = &[
        &["ỦY BAN NHÂN DÂN XÃ MẪU"],
        &[],
        &["PHÂN CÔNG NHIỆM VỤ THÁNG 3"],
        &["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Hạn hoàn thành"],
        &["(1)", "(2)", "(3)", "(4)"],
        &["I", "Lĩnh vực kinh tế"],
        &["1", "Rà soát đất đai", "Phòng Kinh tế", "30/3/2026"],
        &["2", "Tổng kết vụ Đông", "Phòng Kinh tế", "15/3/2026"],
        &[],
        &["II. Lĩnh vực văn hóa"],
        &["1.1", "Cộng đồng dân cư tự quản", "Công an xã", "thường xuyên"],
        &["Tổng cộng", "3"],
        &["Ghi chú: số liệu tạm tính"],
        &["", "", "Xã Mẫu, ngày 01 tháng 3 năm 2026"],
        &["", "NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN"],
        &["", "Nguyễn Văn A", "Trần Thị B"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ tháng 3", rows)]));
    assert!(messages.is_empty(), "{messages:?}");
    let expected = Ledger { rows: 16, tasks: 3, groups: 2, totals: 1, blank: 2, refused: 0, other: 8 };
    assert_eq!(ledger(&records), expected);
    let groups: Vec<_> = records.rows(SheetKind::Assignments).iter().map(|record| record.group.clone()).collect();
    let names: Vec<_> = groups.iter().flatten().map(|group| (group.value.as_str(), group.at.to_string())).collect();
    let (economy, culture) = ("so.xlsx › Nhiệm vụ tháng 3 › B6", "so.xlsx › Nhiệm vụ tháng 3 › A10");
    let expected = [("Lĩnh vực kinh tế", economy), ("Lĩnh vực kinh tế", economy), ("Lĩnh vực văn hóa", culture)];
    assert_eq!(names, expected.map(|(name, at)| (name, at.to_owned())));
    assert_eq!(records.sheets[0].header_rows, [4]);
}

#[test]
fn parent_and_child_headings_form_one_header() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put(sheet, &[&[], &["TT", "Nội dung nhiệm vụ", "Phân công"], &["", "", "Chủ trì", "Phối hợp"]]);
        let format = Format::new();
        for column in [0, 1, 4] {
            let title = ["TT", "Nội dung nhiệm vụ", "", "", "Thời hạn"][usize::from(column)];
            sheet.merge_range(1, column, 2, column, title, &format).expect("a region");
        }
        sheet.merge_range(1, 2, 1, 3, "Phân công", &format).expect("a region");
        put_row(sheet, 3, &["1", "Rà soát", "Phòng Kinh tế", "Công an xã", "30/11/2025"]);
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(records.sheets[0].header_rows, [2, 3]);
    let row = &records.rows(SheetKind::Assignments)[0];
    assert_eq!((text(row, Field::Lead), text(row, Field::Support)), ("Phòng Kinh tế".into(), "Công an xã".into()));
    assert_eq!(text(row, Field::Deadline), "30/11/2025");
}

fn put_row(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, text) in (0..).zip(cells) {
        if !text.is_empty() {
            sheet.write_string(row, column, *text).expect("a cell");
        }
    }
}

#[test]
fn a_title_merged_over_the_table_is_not_a_parent_heading() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        sheet.merge_range(0, 0, 0, 3, "NHIỆM VỤ THÁNG 3", &Format::new()).expect("a region");
        for (row, cells) in (1..).zip(PLAIN) {
            put_row(sheet, row, cells);
        }
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!((&records.sheets[0].header_rows[..], ledger(&records).tasks), (&[2][..], 2));
}

#[test]
fn a_unit_merged_over_rows_applies_to_each_row() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put(sheet, PLAIN);
        put_row(sheet, 3, &["NV-03", "Việc ba"]);
        put_row(sheet, 4, &["NV-04", "Việc bốn"]);
        sheet.merge_range(2, 2, 3, 2, "Công an xã", &Format::new()).expect("a region");
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    let leads = texts(&records, SheetKind::Assignments, Field::Lead);
    assert_eq!(leads, ["Phòng Kinh tế", "Công an xã", "Công an xã", ""]);
    let merged = records.rows(SheetKind::Assignments)[2].cell(Field::Lead).expect("merged from above");
    assert_eq!(merged.at.to_string(), "so.xlsx › Nhiệm vụ › C3");
}

#[test]
fn a_label_merged_over_the_table_is_a_group_and_a_task_with_content_only_is_not() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put_row(sheet, 0, PLAIN[0]);
        sheet.merge_range(1, 0, 1, 3, "Lĩnh vực kinh tế", &Format::new()).expect("a region");
        put_row(sheet, 2, &["", "Chăm lo đời sống người có công"]);
    });
    let (records, _) = read_book(&bytes);
    let row = &records.rows(SheetKind::Assignments)[0];
    assert_eq!(text(row, Field::Content), "Chăm lo đời sống người có công");
    assert_eq!(row.group.as_ref().map(|group| group.value.as_str()), Some("Lĩnh vực kinh tế"));
    assert_eq!((ledger(&records).groups, ledger(&records).tasks), (1, 1));
}

#[test]
fn values_are_read_as_excel_shows_them() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put_row(sheet, 0, &["Mã", "Nội dung nhiệm vụ", "Thời hạn", "Ghi chú"]);
        let format = |code: &str| Format::new().set_num_format(code);
        sheet.write_number_with_format(1, 0, 7, &format("000")).expect("a cell");
        sheet.write_string(1, 1, "ho\u{301}a đơn\u{b}dòng hai").expect("a cell");
        sheet.write_number_with_format(1, 2, 46_027, &format("dd/mm/yyyy")).expect("a cell");
        sheet.write_number_with_format(1, 3, 0.85, &format("0%")).expect("a cell");
        sheet.write_number(2, 0, 19.990_000_000_000_002).expect("a cell");
        sheet.write_string(2, 1, "_x000B_ viết rõ").expect("a cell");
        sheet.write_number_with_format(2, 2, 46_090, &format("m/d/yy")).expect("a cell");
        sheet.write_boolean(2, 3, true).expect("a cell");
        sheet.write_number_with_format(3, 0, 1_234_567, &format("#,##0")).expect("a cell");
        sheet.write_string(3, 1, "007").expect("a cell");
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    let row = |index: usize| {
        let fields = [Field::Code, Field::Content, Field::Deadline, Field::Note];
        fields.map(|field| text(&records.rows(SheetKind::Assignments)[index], field))
    };
    assert_eq!(row(0), ["007", "hóa đơn\ndòng hai", "05/01/2026", "85%"]);
    assert_eq!(row(1), ["19,99", "_x000B_ viết rõ", "09/3/2026", "TRUE"]);
    assert_eq!(row(2), ["1.234.567", "007", "", ""]);
    let value =
        |index: usize, field| &records.rows(SheetKind::Assignments)[index].cell(field).expect("filled").value.value;
    assert_eq!(value(0, Field::Note), &CellValue::Number("0.85".into()));
    assert_eq!(value(0, Field::Deadline), &CellValue::Date("2026-01-05".parse().expect("a day")));
    assert_eq!(value(1, Field::Note), &CellValue::Bool(true));
}

#[test]
fn escapes_are_decoded_once() {
    let cell = |row: u32, text: &str| {
        format!(r#"<row r="{row}"><c r="B{row}" t="inlineStr"><is><t>{text}</t></is></c></row>"#)
    };
    let rows = [cell(3, "một_x000B_hai"), cell(4, "_x005F_x000B_")].concat();
    let (records, messages) = read_book(&raw_book(&assignments_xml(&rows)));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Content)[1..], ["một\nhai", "_x000B_"]);
}

#[test]
fn dates_counted_from_1904_are_read_correctly() {
    let cells = r#"<row r="3"><c r="B3" t="inlineStr"><is><t>việc</t></is></c><c r="C3" s="1"><v>44565</v></c></row>"#;
    let styles = r#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let parts = with_part(parts(&assignments_xml(cells)), "xl/styles.xml", styles);
    let book = parts.iter().find(|(name, _)| name == "xl/workbook.xml").expect("the workbook's part");
    let book =
        String::from_utf8(book.1.clone()).expect("text").replace("<sheets>", r#"<workbookPr date1904="1"/><sheets>"#);
    let (records, _) = read_book(&zipped(&with_part(parts, "xl/workbook.xml", book)));
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Lead)[1], "05/01/2026");
}

#[test]
fn unreliable_cells_are_reported_with_their_place() {
    let rows = [
        r#"<row r="3"><c r="A3"><v>123456789012</v></c><c r="B3" t="e"><v>#N/A</v></c></row>"#,
        r#"<row r="4"><c r="B4"><f>1+1</f></c></row>"#,
        r#"<row r="5"><c r="B5" t="str"><f>A1</f><v>việc</v></c><c r="C5" t="str"><f>""</f><v></v></c></row>"#,
        "<row r=\"6\"><c r=\"B6\" t=\"inlineStr\"><is><t>vi\u{e000}ệc hai_x0007_</t></is></c></row>",
    ];
    let (records, messages) = read_book(&raw_book(&assignments_xml(&rows.concat())));
    let at = |code: &str, cell: &str| format!("{code} so.xlsx › Nhiệm vụ › {cell}");
    assert_eq!(errors(&messages), [at("SL-013", "A3"), at("SL-010", "B3"), at("SL-011", "B4")]);
    assert_eq!(places(&messages, Severity::Warning), [at("SL-009", "B6")]);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Content), ["Rà soát hộ nghèo", "việc", "việc hai"]);
    assert_eq!(ledger(&records).refused, 2);
}

#[test]
fn a_formula_that_was_never_computed_is_reported() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put(sheet, PLAIN);
        sheet.write_formula(3, 1, Formula::new("=A2")).expect("a cell");
        sheet.write_formula(4, 1, Formula::new("=A2").set_result("NV-01")).expect("a cell");
    });
    let (records, messages) = read_book(&bytes);
    assert_eq!(errors(&messages), ["SL-011 so.xlsx › Nhiệm vụ › B4"]);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Content)[2], "NV-01");
}

#[test]
fn the_kind_of_a_sheet_is_recognized_by_its_headings() {
    let tasks: &[&[&str]] = &[&["TT", "Tên việc", "Bộ phận", "Deadline"], &["1", "Rà soát", "Phòng Kinh tế", "30/11"]];
    let results: &[&[&str]] = &[&["TT", "Công việc", "Tình trạng"], &["1", "Rà soát", "Xong"], &["2", "Báo cáo"]];
    let other: &[&[&str]] = &[&["Họ tên", "Điện thoại"], &["A", "B"], &[], &["C", "D"]];
    let (records, messages) = read_book(&text_book(&[("Theo dõi", tasks), ("Tổng hợp", results), ("Danh bạ", other)]));
    let codes: Vec<&str> = messages.iter().map(|message| message.code).collect();
    assert_eq!(codes, ["SL-081", "SL-042"], "made codes and the skipped sheet are reported");
    let kinds: Vec<_> = records.sheets.iter().map(|sheet| (sheet.kind, sheet.skipped)).collect();
    let expected =
        [(Some(SheetKind::Assignments), None), (Some(SheetKind::Completions), None), (None, Some(Skipped::Unknown))];
    assert_eq!(kinds, expected);
    assert_eq!(texts(&records, SheetKind::Completions, Field::State), ["Xong", ""]);
    assert_ledgers(&records);
    assert_eq!(records.sheets[2].ledger, Ledger { rows: 4, blank: 1, other: 3, ..Ledger::default() });
}

#[test]
fn progress_may_be_a_deadline_or_a_percentage() {
    let of = |cells: [&str; 2]| {
        let rows: Vec<[&str; 3]> =
            [["Nội dung", "Chủ trì", "Tiến độ"], ["Một", "A", cells[0]], ["Hai", "B", cells[1]]].into();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        let (records, messages) = read_book(&text_book(&[("Bảng 1", &rows)]));
        assert!(messages.iter().all(|message| message.code == "SL-081"), "{messages:?}");
        records.sheets[0]
            .kind
            .zip(records.sheets[0].columns.iter().find(|(_, column)| **column == 3).map(|(field, _)| *field))
    };
    assert_eq!(of(["30/11/2025", "Quý IV"]), Some((SheetKind::Assignments, Field::Deadline)));
    assert_eq!(of(["85%", "100%"]), Some((SheetKind::Completions, Field::Percent)));
}

#[test]
fn a_repeated_heading_is_an_error_if_required_and_a_warning_otherwise() {
    let rows: &[&[&str]] = &[
        &["Mã", "Nội dung nhiệm vụ", "Nội dung nhiệm vụ", "Ghi chú", "Ghi chú"],
        &["NV-01", "Việc một", "Việc khác", "a", "b"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert_eq!(errors(&messages), ["SL-004 so.xlsx › Nhiệm vụ › B1"]);
    assert_eq!(messages[0].also[0].to_string(), "so.xlsx › Nhiệm vụ › C1");
    assert_eq!(places(&messages, Severity::Warning), ["SL-005 so.xlsx › Nhiệm vụ › D1"]);
    assert_eq!(records.sheets[0].unread_columns, [3, 5]);
}

#[test]
fn a_missing_column_names_the_nearest_heading() {
    let rows: &[&[&str]] = &[&["Họ và tênn", "Chức vụ"], &["Nguyễn Văn A", "Chủ tịch"]];
    let (records, messages) = read_book(&text_book(&[("Người ký", rows)]));
    assert_eq!(errors(&messages), ["SL-003 so.xlsx › Người ký › A1"]);
    assert!(messages[0].arguments.contains(&("nearest", "Họ và tênn".to_owned())));
    assert_eq!(texts(&records, SheetKind::Signatories, Field::Position), ["Chủ tịch"]);
}

#[test]
fn a_longer_heading_is_guessed_and_reported() {
    let rows: &[&[&str]] = &[&["Mã", "Nội dung nhiệm vụ", "Thời hạn hoàn thành dự kiến"], &["1", "Việc", "30/11"]];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert_eq!(places(&messages, Severity::Note), ["SL-007 so.xlsx › Nhiệm vụ › C1"]);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Deadline), ["30/11"]);
}

#[test]
fn an_undecided_heading_is_asked_about_and_the_answer_is_applied() {
    let rows: &[&[&str]] = &[&["Chỉ tiêu", "Đơn vị tính", "Năm trước"], &["Thu ngân sách", "tỷ đồng", "12"]];
    let bytes = text_book(&[("Chỉ tiêu", rows)]);
    let (_, messages) = read_book(&bytes);
    assert_eq!(errors(&messages), ["SL-006 so.xlsx › Chỉ tiêu › C1"]);
    let arguments = [("heading", "Năm trước"), ("key", "nam truoc"), ("choice", "cung_ky")];
    assert_eq!(messages[0].arguments, arguments.map(|(name, value)| (name, value.to_owned())));

    let answer = |id: &str| {
        let headings = HeadingAnswers([("nam truoc".to_owned(), id.to_owned())].into());
        let answers = Answers { headings, ..Answers::default() };
        let mut out = Diagnostics::new();
        let records = read(&[Workbook { name: "so.xlsx", bytes: &bytes }], &answers, &mut out);
        (texts(&records, SheetKind::Indicators, Field::SamePeriod), errors(out.messages()))
    };
    assert_eq!(answer("cung_ky"), (vec!["12".to_owned()], vec![]));
    assert_eq!(answer("bo_qua"), (vec![String::new()], vec![]));
    assert_eq!(answer("cung_ki").1, ["CD-006 vanthu.toml"]);
}

#[test]
fn blank_cells_are_judged_by_sheet() {
    let assignments: &[&[&str]] = &[PLAIN[0], &["NV-01", "", "Phòng Kinh tế"], &["NV-02", "Việc"]];
    let general: &[&[&str]] = &[&["Mục", "Giá trị"], &["Chủ đề", "Chuyển đổi số"], &["Kỳ", ""], &["", "lạc"]];
    let grounds: &[&[&str]] = &[
        &["Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu"],
        &["Luật", "", "16/6/2025", "", "Tổ chức chính quyền địa phương"],
        &["Quyết định", "12/QĐ-UBND", "", "UBND tỉnh", "giao chỉ tiêu"],
    ];
    let implementation: &[&[&str]] = &[&["Đơn vị", "Nội dung"], &["Công an xã", "một"], &["", "hai"]];
    let sheets = [
        ("Nhiệm vụ", assignments),
        ("Thông tin chung", general),
        ("Căn cứ", grounds),
        ("Tổ chức thực hiện", implementation),
    ];
    let (records, messages) = read_book(&text_book(&sheets));
    let at = |sheet: &str, cell: &str| format!("SL-012 so.xlsx › {sheet} › {cell}");
    assert_eq!(errors(&messages), [at("Nhiệm vụ", "B2"), at("Thông tin chung", "A4")]);
    assert_eq!(texts(&records, SheetKind::General, Field::Value), ["Chuyển đổi số", ""]);
    assert_eq!(
        records.rows(SheetKind::General)[1].place_of(Field::Value).to_string(),
        "so.xlsx › Thông tin chung › B3"
    );
    assert_eq!(texts(&records, SheetKind::Implementation, Field::Unit), ["Công an xã", ""]);
    assert_ledgers(&records);
}

#[test]
fn empty_and_unknown_sheets_are_skipped() {
    let lists: &[&[&str]] = &[&["Quan hệ"], &["Giao"]];
    let headless: &[&[&str]] = &[&["một", "hai"], &["ba", "bốn"]];
    let (records, messages) = read_book(&text_book(&[("Trang 1", &[]), ("Danh mục", lists), ("Người ký", headless)]));
    assert_eq!(errors(&messages), ["SL-002 so.xlsx › Người ký"]);
    let skipped: Vec<_> = records.sheets.iter().map(|sheet| sheet.skipped).collect();
    assert_eq!(skipped, [Some(Skipped::Empty), Some(Skipped::Lists), Some(Skipped::Unreadable)]);
    assert_ledgers(&records);
}

#[test]
fn a_sheet_of_assignments_without_a_task_is_an_error() {
    let (_, messages) = read_book(&text_book(&[("Nhiệm vụ", &[PLAIN[0], &["I. Lĩnh vực kinh tế"]])]));
    assert_eq!(errors(&messages), ["SL-014 so.xlsx › Nhiệm vụ › A1"]);
}

#[test]
fn a_hidden_sheet_is_read_and_reported() {
    let mut book = Written::new();
    book.add_worksheet().set_name("Bìa").expect("a sheet name");
    let hidden = book.add_worksheet();
    hidden.set_name("Nhiệm vụ").expect("a sheet name");
    put(hidden, PLAIN);
    hidden.set_hidden(true);
    let (records, messages) = read_book(&book.save_to_buffer().expect("a workbook"));
    assert_eq!(places(&messages, Severity::Note), ["SL-008 so.xlsx › Nhiệm vụ"]);
    assert_eq!((records.sheets[1].is_visible, records.rows(SheetKind::Assignments).len()), (false, 2));
}

#[test]
fn the_authority_of_signatories_is_read_and_a_header_may_repeat() {
    let rows: &[&[&str]] = &[
        &["Họ và tên", "Chức vụ", "Thẩm quyền ký"],
        &["Nguyễn Văn A", "Chủ tịch", "TM."],
        &["Họ và tên", "Chức vụ", "Thẩm quyền ký"],
        &["Trần Thị B", "Phó Chủ tịch", "KT."],
    ];
    let (records, messages) = read_book(&text_book(&[("Người ký", rows)]));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Signatories, Field::Authority), ["TM.", "KT."]);
    assert_eq!(ledger(&records).other, 2);
}

#[test]
fn large_amounts_are_accepted_and_long_numeric_codes_are_refused() {
    let bytes = one_sheet("Chỉ tiêu", |sheet| {
        put_row(sheet, 0, &["Mã", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm"]);
        put_row(sheet, 1, &["CT-01", "Thu ngân sách", "đồng"]);
        sheet.write_number(1, 3, 250_000_000_000.0).expect("a cell");
        put_row(sheet, 2, &["", "Tổng số hộ", "hộ"]);
        sheet.write_number(2, 0, 123_456_789_012.0).expect("a cell");
    });
    let (records, messages) = read_book(&bytes);
    assert_eq!(errors(&messages), ["SL-013 so.xlsx › Chỉ tiêu › A3"]);
    assert_eq!(texts(&records, SheetKind::Indicators, Field::PlannedYear)[0], "250000000000");
    assert_eq!(ledger(&records).tasks, 2);
}

#[test]
fn several_workbooks_are_joined_in_order() {
    let (first, second) =
        (text_book(&[("Nhiệm vụ", PLAIN)]), text_book(&[("Nhiệm vụ", &[PLAIN[0], &["NV-09", "Việc chín"]])]));
    let books = [Workbook { name: "a.xlsx", bytes: &first }, Workbook { name: "b.xlsx", bytes: &second }];
    let records = read(&books, &Answers::default(), &mut Diagnostics::new());
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Code), ["NV-01", "NV-02", "NV-09"]);
    assert_eq!(records.rows(SheetKind::Assignments)[2].at.to_string(), "b.xlsx › Nhiệm vụ › A2");
}

#[test]
fn a_sheet_with_a_known_name_does_not_need_a_code_column() {
    let rows: &[&[&str]] = &[&["TT", "Nội dung công việc", "Trạng thái"], &["1", "Rà soát", "Đang làm"]];
    let (records, messages) = read_book(&text_book(&[("Kết quả tháng 3", rows)]));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Completions, Field::State), ["Đang làm"]);
    let (_, messages) = read_book(&text_book(&[("Kết quả", rows)]));
    assert_eq!(errors(&messages), ["SL-003 so.xlsx › Kết quả › A1"]);
}

#[test]
fn a_part_merged_over_paragraphs_applies_to_all_of_them() {
    let bytes = one_sheet("Nội dung", |sheet| {
        put(sheet, &[&["Phần", "Nội dung"], &["", "Đoạn một"], &["", "Lưu ý các đơn vị"], &["", "Ghi chú: đoạn ba"]]);
        sheet.merge_range(1, 0, 3, 0, "Yêu cầu", &Format::new()).expect("a region");
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Prose, Field::Part), ["Yêu cầu", "Yêu cầu", "Yêu cầu"]);
}

#[test]
fn a_workbook_with_charts_notes_tables_and_rules_is_read() {
    use rust_xlsxwriter::{
        Chart, ChartType, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Note, Sparkline, Table,
    };
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put(sheet, PLAIN);
        for row in 1..3 {
            sheet.write_number(row, 6, row).expect("a cell");
        }
        let mut chart = Chart::new(ChartType::Column);
        chart.add_series().set_values(("Nhiệm vụ", 1, 6, 2, 6));
        sheet.insert_chart(6, 1, &chart).expect("a chart");
        sheet.insert_note(1, 1, &Note::new("xem lại")).expect("a note");
        sheet.add_table(0, 0, 2, 3, &Table::new()).expect("a table");
        sheet.add_sparkline(1, 7, &Sparkline::new().set_range(("Nhiệm vụ", 1, 6, 2, 6))).expect("a sparkline");
        let rule = ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::GreaterThan(1));
        sheet.add_conditional_format(1, 6, 2, 6, &rule).expect("a rule");
        let choice = DataValidation::new().allow_list_strings(&["Giao", "Đề nghị"]).expect("a list");
        sheet.add_data_validation(1, 2, 9, 2, &choice).expect("a validation");
        sheet.write_url(4, 1, "https://example.org").expect("a link");
        sheet.set_freeze_panes(1, 0).expect("a pane");
        sheet.autofilter(0, 0, 2, 3).ok();
        sheet.protect();
    });
    let (records, messages) = read_book(&bytes);
    assert!(errors(&messages).is_empty(), "{messages:?}");
    assert_eq!(records.rows(SheetKind::Assignments).len(), 3);
}

#[test]
fn totals_and_signatures_may_be_in_the_first_column() {
    let rows: &[&[&str]] = &[
        &["Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì"],
        &["NV-01", "Tổng cộng số liệu các thôn", "Phòng Kinh tế"],
        &["Tổng cộng", "", "1"],
        &["Cộng", "1 nhiệm vụ"],
        &["Người lập biểu", "", "KT. CHỦ TỊCH"],
        &["A", "B", "C"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(ledger(&records), Ledger { rows: 6, tasks: 1, totals: 2, other: 3, ..Ledger::default() });
}

#[test]
fn two_title_blocks_over_the_table_are_not_a_header() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        sheet.merge_range(0, 0, 0, 1, "ỦY BAN NHÂN DÂN XÃ MẪU", &Format::new()).expect("a region");
        sheet.merge_range(0, 2, 0, 3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", &Format::new()).expect("a region");
        for (row, cells) in (1..).zip(PLAIN) {
            put_row(sheet, row, cells);
        }
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(records.sheets[0].header_rows, [2]);
}

#[test]
fn citations_and_reminders_are_read_as_rows() {
    let cited = "Thực hiện Kế hoạch số 64/KH-UBND, ngày 06 tháng 10 năm 2025 của UBND xã.";
    let units: &[&[&str]] = &[&["Đơn vị", "Nội dung"], &["Công an xã", "một"], &["", cited], &["", "Lưu ý đoạn ba"]];
    let tasks: &[&[&str]] = &[
        PLAIN[0],
        &["", "Lưu ý các thôn nộp báo cáo"],
        PLAIN[1],
        &["", "* Rà soát biển báo"],
        &["", "Ghi chú sổ hộ khẩu"],
    ];
    let (records, messages) = read_book(&text_book(&[("Tổ chức thực hiện", units), ("Nhiệm vụ", tasks)]));
    assert!(errors(&messages).is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Implementation, Field::Content), ["một", cited, "Lưu ý đoạn ba"]);
    assert_eq!(records.rows(SheetKind::Assignments).len(), 4);
    let stray = |row: u32| format!("SL-017 so.xlsx › Nhiệm vụ › B{row}");
    assert_eq!(places(&messages, Severity::Warning), [stray(2), stray(4), stray(5)]);
    assert_ledgers(&records);
}

#[test]
fn a_part_merged_over_the_last_paragraph_applies_to_it() {
    let bytes = one_sheet("Nội dung", |sheet| {
        put(sheet, &[&["Phần", "Nội dung"], &["", "Một"], &["", "Nơi nhận báo cáo"], &["", "* Thủ trưởng đơn vị"]]);
        sheet.merge_range(1, 0, 3, 0, "Yêu cầu", &Format::new()).expect("a region");
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(records.rows(SheetKind::Prose).len(), 3);
}

#[test]
fn signature_words_in_a_row_do_not_end_the_table() {
    let recipients: &[&[&str]] =
        &[&["Nơi nhận"], &["Đảng ủy xã"], &["Thủ trưởng đơn vị"], &["Công an xã"], &["TM. UBND"], &["Các thôn"]];
    let tasks: &[&[&str]] = &[
        &["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        &["", "TL. Chủ tịch ký giấy mời"],
        &["", "Kế toán trưởng"],
        &["3", "Xác nhận của thôn", "Công an xã", "30/11"],
        &["4", "Kế toán trưởng", "Phòng Kinh tế"],
        &["", "Kế toán trưởng", "Công an xã"],
        &["", "Rà soát"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nơi nhận", recipients), ("Nhiệm vụ", tasks)]));
    assert!(errors(&messages).is_empty(), "{messages:?}");
    assert_eq!(records.rows(SheetKind::Recipients).len(), 5);
    assert_eq!(records.rows(SheetKind::Assignments).len(), 6);
    assert_ledgers(&records);
}

#[test]
fn rows_left_out_below_a_table_are_reported() {
    let rows: &[&[&str]] = &[
        PLAIN[0],
        PLAIN[1],
        &["", "TL. Chủ tịch ký giấy mời"],
        &["", "Rà soát biển báo"],
        &[],
        &["", "Phát quang hành lang"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert_eq!(places(&messages, Severity::Warning), ["SL-016 so.xlsx › Nhiệm vụ › B3"]);
    assert!(messages[0].arguments.contains(&("count", "3".to_owned())), "{messages:?}");
    assert_eq!(ledger(&records), Ledger { rows: 6, tasks: 1, blank: 1, other: 4, ..Ledger::default() });

    let alone: &[&[&str]] = &[PLAIN[0], PLAIN[1], &["", "Kế toán trưởng"]];
    assert_eq!(places(&read_book(&text_book(&[("Nhiệm vụ", alone)])).1, Severity::Warning).len(), 1);
}

#[test]
fn a_signature_block_alone_causes_no_message() {
    let rows: &[&[&str]] = &[
        PLAIN[0],
        PLAIN[1],
        &["", "", "Xã Mẫu, ngày 05 tháng 3 năm 2026"],
        &["", "NGƯỜI LẬP BIỂU"],
        &["", "(Ký, ghi rõ họ tên)"],
        &["", "Nguyễn Văn A"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!((ledger(&records).tasks, ledger(&records).other), (1, 5));
    let recipients: &[&[&str]] = &[
        PLAIN[0],
        PLAIN[1],
        &["Nơi nhận:", "", "TM. ỦY BAN NHÂN DÂN"],
        &["- Như trên;", "", "CHỦ TỊCH"],
        &["- Lưu: VT.", "", "Trần Thị B"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", recipients)]));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!((ledger(&records).tasks, ledger(&records).other), (1, 4));
}

#[test]
fn rows_with_content_only_are_not_a_signature_block() {
    let rows: &[&[&str]] = &[&["Nội dung nhiệm vụ"], &["Kế toán trưởng"], &["Rà soát đất đai"], &["Phát quang cỏ"]];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert!(errors(&messages).is_empty(), "{messages:?}");
    assert_eq!(records.rows(SheetKind::Assignments).len(), 3);
}

#[test]
fn the_first_complete_header_is_used_and_a_second_table_is_read() {
    let rows: &[&[&str]] = &[
        &["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì"],
        &["1", "Việc một", "Công an xã"],
        &["2", "Việc hai", "Phòng Kinh tế"],
        &[],
        &["STT", "Đơn vị chủ trì", "Nội dung nhiệm vụ", "Thời hạn", "Sản phẩm"],
        &["1", "Công an xã", "Việc ba", "30/11", "Báo cáo"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert!(errors(&messages).is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Content), ["Việc một", "Việc hai", "Việc ba"]);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Deadline), ["", "", "30/11"]);
    assert_eq!(places(&messages, Severity::Warning), ["SL-019 so.xlsx › Nhiệm vụ › A5"]);
    assert_eq!(ledger(&records), Ledger { rows: 6, tasks: 3, blank: 1, other: 2, ..Ledger::default() });
    assert_eq!(records.sheets[0].unread_columns, Vec::<u32>::new());
}

#[test]
fn a_block_of_names_between_two_tables_ends_only_the_first() {
    let rows: &[&[&str]] = &[
        PLAIN[0],
        PLAIN[1],
        &["", "NGƯỜI LẬP BIỂU"],
        &["", "Nguyễn Văn A"],
        &["Mã", "Nội dung nhiệm vụ", "Thời hạn"],
        &["NV-09", "Việc chín", "30/11"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert!(errors(&messages).is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Code), ["NV-01", "NV-09"]);
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Lead), ["Phòng Kinh tế", ""]);
    assert_ledgers(&records);
}

#[test]
fn a_task_may_begin_like_a_total() {
    let rows: &[&[&str]] = &[
        &["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        &["1", "Tổng cộng hóa số liệu dân cư", "Công an xã", "30/11"],
        &["2", "Cộng, trừ điểm thi đua các thôn", "Phòng Kinh tế", "quý IV"],
        &["3", "Tổng cộng", "Phòng Kinh tế"],
        &["", "Cộng", "Phòng Kinh tế"],
        &["", "Tổng số: 12 nhiệm vụ"],
        &["Tổng cộng (I+II)", "", "4"],
        &["", "Tổng cộng toàn xã", "", "4"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!((ledger(&records).tasks, ledger(&records).totals), (4, 3));
}

#[test]
fn a_group_without_rows_is_reported() {
    let rows: &[&[&str]] = &[
        &["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        &["A", "Nhiệm vụ chung"],
        &["I", "Kinh tế"],
        &["1", "Rà soát đất đai", "Phòng Kinh tế"],
        &["II", "Văn hóa"],
        &["III", "Nâng cao chất lượng phục vụ nhân dân"],
        &["IV", "Chuyển đổi số", "Công an xã"],
        &["V", "Quốc phòng"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    let at = |row: u32| format!("SL-018 so.xlsx › Nhiệm vụ › B{row}");
    // The task IV stands beside the group III, not in it.
    assert_eq!(places(&messages, Severity::Warning), [at(5), at(6), at(8)]);
    let groups =
        records.rows(SheetKind::Assignments).iter().map(|record| record.group.clone().map(|group| group.value));
    assert_eq!(groups.flatten().last().as_deref(), Some("Nhiệm vụ chung"));
    assert_eq!((ledger(&records).tasks, ledger(&records).groups), (2, 5));
}

#[test]
fn a_row_with_a_roman_number_and_a_merged_lead_is_a_task() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put(sheet, &[&["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì"], &["I", "Một"], &["II", "Hai"]]);
        sheet.merge_range(1, 2, 2, 2, "Công an xã", &Format::new()).expect("a region");
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Content), ["Một", "Hai"]);
}

#[test]
fn answers_match_headings_without_regard_to_case_and_accents() {
    let rows: &[&[&str]] = &[&["Mã", "Nội dung nhiệm vụ", "Ai làm", "Kết quả"], &["NV-01", "Việc", "Công an xã", "x"]];
    let bytes = text_book(&[("Nhiệm vụ", rows)]);
    for heading in ["Kết quả", "KẾT QUẢ", "ket qua"] {
        let answers = [(heading, "bo_qua"), ("Ai làm", "don_vi_chu_tri")];
        let headings = HeadingAnswers(answers.map(|(key, id)| (key.to_owned(), id.to_owned())).into());
        let answers = Answers { headings, ..Answers::default() };
        let mut out = Diagnostics::new();
        let records = read(&[Workbook { name: "so.xlsx", bytes: &bytes }], &answers, &mut out);
        assert!(out.messages().is_empty(), "{:?}", out.messages());
        assert_eq!(records.sheets[0].unread_columns, [4], "{heading}");
        assert_eq!(texts(&records, SheetKind::Assignments, Field::Lead), ["Công an xã"]);
    }
}

#[test]
fn the_header_of_a_sheet_with_a_known_name_is_found_by_any_heading() {
    let found = |name: &str, rows: &[&[&str]]| {
        let (records, messages) = read_book(&text_book(&[(name, rows)]));
        assert!(errors(&messages).is_empty(), "{messages:?}");
        texts(&records, SheetKind::Assignments, Field::Content)
    };
    assert_eq!(found("Nhiệm vụ", &[&["Công việc"], &["Một"], &["Hai"]]), ["Một", "Hai"]);
    assert_eq!(found("Nhiệm vụ", &[&["NHIỆM VỤ THÁNG 3"], &["TT", "Nhiệm vụ"], &["1", "Một"]]), ["Một"]);
    assert_eq!(found("Nhiệm vụ", &[&["NHIỆM VỤ"], &["Người làm", "Công việc"], &["A", "Một"]]), ["Một"]);
    let long: &[&[&str]] = &[&["Nội dung nhiệm vụ trọng tâm năm 2025", "Chủ trì"], &["Một", "Công an xã"]];
    assert_eq!(found("Nhiệm vụ", long), ["Một"]);
    assert_eq!(found("Nhiệm vụ", &[&["Nội dung nhiệm vụ trọng tâm năm 2025"], &["Một"]]), ["Một"]);
    assert_eq!(found("02 Nhiệm vụ", PLAIN).len(), 2);
    assert_eq!(found("2. Nhiệm vụ tháng 3", PLAIN).len(), 2);
    assert_eq!(found("II. Nhiệm vụ", &[&["Công việc"], &["Một"]]), ["Một"]);

    let (_, messages) = read_book(&text_book(&[("Nhiệm vụ", &[&["một", "hai"], &["ba", "bốn"]])]));
    assert_eq!(errors(&messages), ["SL-002 so.xlsx › Nhiệm vụ"]);
    assert!(messages[0].arguments.contains(&("heading", "Nội dung nhiệm vụ".to_owned())), "{messages:?}");
    let general: &[&[&str]] = &[&["Mục", "Giá trị"], &["Chủ đề", "Dân vận"]];
    assert_eq!(read_book(&text_book(&[("1. Thông tin chung", general)])).0.rows(SheetKind::General).len(), 1);
}

#[test]
fn every_blank_cell_of_a_row_is_reported_at_once() {
    let rows: &[&[&str]] = &[&["Họ và tên", "Chức vụ", "Hiệu lực từ"], &["", "", "01/7/2025"]];
    let (_, messages) = read_book(&text_book(&[("Người ký", rows)]));
    let at = |cell: &str| format!("SL-012 so.xlsx › Người ký › {cell}");
    assert_eq!(errors(&messages), [at("A2"), at("B2")]);
}

#[test]
fn dates_are_read_in_the_format_of_their_cell() {
    let formats = [
        ("d/m/yyyy", "5/11/2025"),
        ("[$-1010000]d/m/yyyy;@", "5/11/2025"),
        ("\"ngày\" d \"tháng\" m \"năm\" yyyy", "ngày 5 tháng 11 năm 2025"),
        ("dd\\.mm\\.yy", "05.11.25"),
        ("dd/mm", "05/11"),
        ("\"tháng \"m\"/\"yyyy", "tháng 11/2025"),
        ("dd/mm/yyyy", "05/11/2025"),
        ("[$-42A]dd/mm/yyyy;@", "05/11/2025"),
        ("d-mmm-yy", "05/11/2025"),
        ("m/d/yyyy", "05/11/2025"),
        ("[$-F800]dddd, mmmm dd, yyyy", "05/11/2025"),
    ];
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put_row(sheet, 0, &["Mã", "Nội dung nhiệm vụ", "Thời hạn"]);
        for (row, (code, _)) in (1..).zip(formats) {
            sheet.write_string(row, 1, format!("việc {row}")).expect("a cell");
            sheet.write_number_with_format(row, 2, 45_966, &Format::new().set_num_format(code)).expect("a cell");
        }
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Deadline), formats.map(|(_, shown)| shown));
    let value = &records.rows(SheetKind::Assignments)[0].cell(Field::Deadline).expect("filled").value.value;
    assert_eq!(value, &CellValue::Date("2025-11-05".parse().expect("a day")));
}

#[test]
fn a_number_that_is_not_shown_is_blank() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        put(sheet, PLAIN);
        sheet.write_number_with_format(3, 1, 5, &Format::new().set_num_format(";;;")).expect("a cell");
        sheet.write_number_with_format(2, 4, 0, &Format::new().set_num_format("0;-0;")).expect("a cell");
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(ledger(&records), Ledger { rows: 3, tasks: 2, other: 1, ..Ledger::default() });
}

#[test]
fn the_first_of_two_tables_is_never_read_as_a_title() {
    let results: &[&[&str]] = &[
        &["TT", "Công việc", "Tình trạng"],
        &["1", "Rà soát", "Xong"],
        &["TT", "Công việc", "Tình trạng", "Khó khăn"],
        &["1", "Báo cáo", "Chưa", "mưa"],
    ];
    let (records, messages) = read_book(&text_book(&[("Tổng hợp", results)]));
    assert!(errors(&messages).is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Completions, Field::State), ["Xong", "Chưa"]);
    let tasks: &[&[&str]] = &[
        &["Nội dung nhiệm vụ"],
        &["Việc một"],
        &["Việc hai"],
        &["Nội dung nhiệm vụ", "Đơn vị chủ trì"],
        &["Việc ba", "Công an xã"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", tasks)]));
    assert!(errors(&messages).is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Content), ["Việc một", "Việc hai", "Việc ba"]);
}

#[test]
fn a_header_of_two_rows_may_repeat_on_every_page() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        for (top, code) in [(0, "NV-01"), (3, "NV-02"), (6, "NV-03")] {
            put_row(sheet, top, &["Mã", "Nội dung nhiệm vụ", "Phân công"]);
            put_row(sheet, top + 1, &["", "", "Chủ trì", "Phối hợp"]);
            sheet.merge_range(top, 2, top, 3, "Phân công", &Format::new()).expect("a region");
            put_row(sheet, top + 2, &[code, &format!("Rà soát {code}"), "Phòng Kinh tế", "Công an xã"]);
        }
    });
    let (records, messages) = read_book(&bytes);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Code), ["NV-01", "NV-02", "NV-03"]);
    assert_eq!(ledger(&records), Ledger { rows: 9, tasks: 3, other: 6, ..Ledger::default() });
}

#[test]
fn a_label_above_a_second_table_is_its_group() {
    let rows: &[&[&str]] = &[
        PLAIN[0],
        &["I. Nhiệm vụ mới"],
        PLAIN[1],
        &["II. Nhiệm vụ chuyển tiếp"],
        &["Mã", "Nội dung nhiệm vụ", "Thời hạn"],
        &["NV-09", "Việc chín", "30/11"],
    ];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert_eq!(places(&messages, Severity::Warning), ["SL-019 so.xlsx › Nhiệm vụ › A5"]);
    let groups =
        records.rows(SheetKind::Assignments).iter().map(|record| record.group.clone().map(|group| group.value));
    assert_eq!(groups.flatten().collect::<Vec<_>>(), ["Nhiệm vụ mới", "Nhiệm vụ chuyển tiếp"]);
}

#[test]
fn a_header_with_an_unknown_heading_may_repeat() {
    let header: &[&str] = &["Dấu xã", "Nội dung nhiệm vụ", "Đơn vị chủ trì"];
    let rows: &[&[&str]] = &[header, &["x", "Một", "Công an xã"], header, &["x", "Hai", "Công an xã"]];
    let (records, messages) = read_book(&text_book(&[("Nhiệm vụ", rows)]));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(texts(&records, SheetKind::Assignments, Field::Content), ["Một", "Hai"]);
}

#[test]
fn a_sheet_with_only_headers_is_refused_quickly() {
    let bytes = one_sheet("Nhiệm vụ", |sheet| {
        for row in 0..20_000_u32 {
            sheet.write_string(row, 0, "STT").expect("a cell");
            sheet.write_string(row, 1 + u16::try_from(row % 2).expect("0 or 1"), "Nội dung nhiệm vụ").expect("a cell");
        }
    });
    assert_eq!(errors(&read_book(&bytes).1), ["SL-040 so.xlsx › Nhiệm vụ"]);
}

/// The headings of Chỉ tiêu that clerks use, by field, with a cell for each.
const FIGURE_HEADINGS: [(&str, Field); 10] = [
    ("ma_chi_tieu", Field::Code),
    ("chi_tieu", Field::Indicator),
    ("don_vi_tinh", Field::Measure),
    ("ke_hoach_nam", Field::PlannedYear),
    ("ke_hoach_ky", Field::Planned),
    ("thuc_hien", Field::Actual),
    ("luy_ke", Field::Cumulative),
    ("cung_ky", Field::SamePeriod),
    ("ty_le_kh", Field::TypedPercent),
    ("so_cung_ky", Field::TypedChange),
];

#[test]
fn every_heading_of_a_figure_is_read_into_its_field() {
    let plain = ["Mã", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm", "Kế hoạch kỳ", "Thực hiện kỳ", "Lũy kế"];
    for (at, (id, field)) in FIGURE_HEADINGS.into_iter().enumerate() {
        let known = dictionary().columns().iter().find(|column| column.id == id).expect("a column of the dictionary");
        for word in known.words {
            let mut headings = plain.to_vec();
            headings.extend(["Cùng kỳ năm trước", "% so với KH", "So với cùng kỳ"]);
            headings[at] = word;
            let rows: &[&[&str]] = &[&headings, &["CT-01", "Hộ nghèo giảm", "hộ", "45 - 50", "20", "12 + 9", "21"]];
            let (records, messages) = read_book(&text_book(&[("Chỉ tiêu", rows)]));
            assert!(messages.is_empty(), "{word}: {messages:?}");
            let column = u32::try_from(at + 1).expect("few columns");
            assert_eq!(records.sheets[0].columns.get(&field), Some(&column), "{word}");
            let row = &records.rows(SheetKind::Indicators)[0];
            let figures = (text(row, Field::PlannedYear), text(row, Field::Actual));
            assert_eq!(figures, ("45 - 50".to_owned(), "12 + 9".to_owned()), "ranges and sums stay as typed");
        }
    }
}

#[test]
fn figures_under_parent_headings_are_read_into_their_fields() {
    let rows: &[&[&str]] = &[
        &["TT", "Tên chỉ tiêu", "Đơn vị", "Kế hoạch", "", "Thực hiện", "", "", "So sánh (%)", ""],
        &["", "", "", "Năm", "Kỳ", "Trong kỳ", "Lũy kế", "Cùng kỳ", "KH", "Cùng kỳ"],
        &["1", "Hộ nghèo giảm", "hộ", "50", "20", "19", "19", "18", "95", "105,6"],
        &["", "Toàn xã", "", "50", "20", "19"],
        &["2", "Tổng số hộ", "hộ", "900"],
        &["", "Tổng cộng"],
    ];
    let merged = one_sheet("Biểu 1", |sheet| {
        put(sheet, rows);
        for (left, right) in [(3, 4), (5, 7), (8, 9)] {
            sheet.merge_range(0, left, 0, right, rows[0][usize::from(left)], &Format::new()).expect("a region");
        }
    });
    for bytes in [merged, text_book(&[("Biểu 1", rows)])] {
        let (records, messages) = read_book(&bytes);
        assert!(messages.is_empty(), "{messages:?}");
        let fields = FIGURE_HEADINGS.map(|(_, field)| field);
        let columns = fields.map(|field| records.sheets[0].columns.get(&field).copied().unwrap_or(0));
        assert_eq!(columns, [0, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!(texts(&records, SheetKind::Indicators, Field::Indicator), ["Hộ nghèo giảm", "Tổng số hộ"]);
        assert_eq!(ledger(&records), Ledger { rows: 6, tasks: 2, totals: 2, other: 2, ..Ledger::default() });
    }
}

#[test]
fn a_table_with_repeated_figure_columns_is_not_read_as_indicators() {
    let rows: &[&[&str]] = &[
        &["TT", "Chỉ tiêu", "ĐVT", "Thôn Bến Đá", "", "Thôn Cầu Mới", ""],
        &["", "", "", "KH", "TH", "KH", "TH"],
        &["1", "Hộ nghèo giảm", "hộ", "10", "8", "5", "4"],
    ];
    let (records, messages) = read_book(&text_book(&[("Biểu 2", rows)]));
    assert_eq!(places(&messages, Severity::Note), ["SL-042 so.xlsx › Biểu 2"]);
    assert_eq!(records.sheets[0].skipped, Some(Skipped::Unknown));
}
