//! Sound files that are not written as Excel writes them: none is called damaged, and what is left aside is named.

use std::fmt::Write;

use vanthu::contract::{Field, SheetKind};
use vanthu::diag::{Diagnostic, Severity};
use vanthu::records::{Records, Skipped};

use crate::test_workbooks::{
    SHEET_START, assignments_xml, errors, parts, places, raw_book, read_book, with_part, zipped,
};

/// A cell with an error value.
fn error_cell(at: &str, word: &str) -> String {
    format!(r#"<c r="{at}" t="e"><f>X1</f><v>{word}</v></c>"#)
}

/// A second task, with a cell of XML at its end.
fn second_task(rest: &str) -> String {
    let text = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let task = [text("A3", "NV-02"), text("B3", "Sửa kênh"), text("C3", "Phòng Kinh tế")].concat();
    format!(r#"<row r="3">{task}{rest}</row>"#)
}

#[track_caller]
fn check_read(records: &Records, messages: &[Diagnostic], tasks: usize) {
    assert!(errors(messages).is_empty(), "{messages:?}");
    assert_eq!(records.rows(SheetKind::Assignments).len(), tasks);
}

const NEW_ERRORS: [&str; 11] = [
    "#SPILL!",
    "#CALC!",
    "#ERROR!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#GETTING_DATA",
    "#PYTHON!",
    "Err:502",
    "#SOMETHING_NEWER!",
    " #N/A ",
];

#[test]
fn error_values_of_any_program_spoil_only_their_cell() {
    for word in NEW_ERRORS {
        let aside = raw_book(&assignments_xml(&second_task(&error_cell("P3", word))));
        let (records, messages) = read_book(&aside);
        check_read(&records, &messages, 2);
        let used = assignments_xml(&second_task(""))
            .replace(r#"<c r="B3" t="inlineStr"><is><t>Sửa kênh</t></is></c>"#, &error_cell("B3", word));
        let (records, messages) = read_book(&raw_book(&used));
        assert_eq!(errors(&messages), ["SL-010 so.xlsx › Nhiệm vụ › B3"], "{word}");
        assert!(messages[0].arguments.contains(&("value", word.trim().to_owned())), "{:?}", messages[0].arguments);
        assert_eq!(records.sheets[0].ledger.refused, 1);
    }
}

#[test]
fn known_errors_beside_new_ones_keep_their_names() {
    let row = second_task("")
        .replace(r#"<c r="B3" t="inlineStr"><is><t>Sửa kênh</t></is></c>"#, &error_cell("B3", "#DIV/0!"));
    let (_, messages) = read_book(&raw_book(&assignments_xml(
        &row.replace("</row>", &format!("{}</row>", error_cell("P3", "#SPILL!"))),
    )));
    assert_eq!(errors(&messages), ["SL-010 so.xlsx › Nhiệm vụ › B3"]);
    assert!(messages[0].arguments.contains(&("value", "#DIV/0!".to_owned())));
}

#[test]
fn an_error_value_as_text_is_an_error_cell() {
    for word in ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#ERROR!", "#SPILL!", "Err:502"] {
        for cell in [
            format!(r#"<c r="B3" t="str"><f>X1</f><v>{word}</v></c>"#),
            format!(r#"<c r="B3" t="inlineStr"><is><t>{word}</t></is></c>"#),
            format!(r#"<c r="B3" t="inlineStr"><is><t>Sửa kênh {word}</t></is></c>"#),
        ] {
            if word == "Err:502" && cell.contains("kênh") {
                continue;
            }
            let row = second_task("").replace(r#"<c r="B3" t="inlineStr"><is><t>Sửa kênh</t></is></c>"#, &cell);
            let (_, messages) = read_book(&raw_book(&assignments_xml(&row)));
            assert_eq!(errors(&messages), ["SL-010 so.xlsx › Nhiệm vụ › B3"], "{cell}");
            assert!(messages[0].arguments.contains(&("value", word.to_owned())), "{:?}", messages[0].arguments);
        }
    }
}

#[test]
fn an_error_value_in_the_name_of_a_group_is_reported() {
    let group = r#"<row r="3"><c r="A3" t="inlineStr"><is><t>II. #REF!</t></is></c></row>"#;
    let task = second_task("").replace("3\"", "4\"");
    let (_, messages) = read_book(&raw_book(&assignments_xml(&format!("{group}{task}"))));
    assert_eq!(errors(&messages), ["SL-010 so.xlsx › Nhiệm vụ › A3"]);
}

#[test]
fn a_value_of_another_type_than_stated_is_text() {
    for cell in [
        r#"<c r="B3" t="n"><v>Sửa kênh &amp; mương</v></c>"#,
        r#"<c r="B3"><v>Sửa kênh &amp; mương</v></c>"#,
        r#"<c r="B3" t="text"><v>Sửa kênh &amp; mương</v></c>"#,
        r#"<c r="B3" t="b"><f>X1</f><v>Sửa kênh &amp; mương</v></c>"#,
        r#"<c r="B3" t="number" s="0"><v>Sửa kênh &amp; mương</v></c>"#,
    ] {
        let row = second_task(r#"<c r="P3" t="n"><v>31/12/2026</v></c><c r="Q3" t="n"><v>12</v></c>"#);
        let row = row.replace(r#"<c r="B3" t="inlineStr"><is><t>Sửa kênh</t></is></c>"#, cell);
        let (records, messages) = read_book(&raw_book(&assignments_xml(&row)));
        check_read(&records, &messages, 2);
        let content = records.rows(SheetKind::Assignments)[1].text(Field::Content).map(|text| text.value);
        assert_eq!(content.as_deref(), Some("Sửa kênh & mương"), "{cell}");
    }
}

#[test]
fn a_sheet_with_a_state_of_another_program_is_hidden() {
    let parts = parts(&assignments_xml(""));
    let (name, book) = parts.iter().find(|(name, _)| name == "xl/workbook.xml").expect("a workbook").clone();
    let book = String::from_utf8(book).expect("XML").replacen("<sheet ", r#"<sheet state="semiHidden" "#, 1);
    let (records, messages) = read_book(&zipped(&with_part(parts, &name, book)));
    check_read(&records, &messages, 1);
    assert!(messages.iter().any(|message| message.code == "SL-008"), "{messages:?}");
}

#[test]
fn a_dimension_is_only_a_hint() {
    for dimension in
        ["1:4", "A:G", "", "$A$1:$G$4", "G4:A1", "A1:G4:H5", "#REF!", "2", "A", "Sheet1!A1:G4", "A1:G3 A5:G9", "A1"]
    {
        let sheet = format!(r#"<dimension ref="{dimension}"/>{}"#, assignments_xml(&second_task("")));
        let (records, messages) = read_book(&raw_book(&sheet));
        check_read(&records, &messages, 2);
    }
    let (records, messages) = read_book(&raw_book(&format!("<dimension/>{}", assignments_xml(""))));
    check_read(&records, &messages, 1);
}

#[test]
fn the_extensions_of_a_cell_are_passed_over() {
    let cell = r#"<c r="P3"><v>1</v><extLst><ext uri="x"><v>2</v></ext></extLst></c><c r="Q3"><v>3</v></c>"#;
    let (records, messages) = read_book(&raw_book(&assignments_xml(&second_task(cell))));
    check_read(&records, &messages, 2);
    assert_eq!(records.sheets[0].unread_columns, [16, 17]);
}

/// A sheet with a group row over tasks, its cells merged as written.
fn merged_group(region: &str) -> (Records, Vec<Diagnostic>) {
    let group = r#"<row r="3"><c r="A3" t="inlineStr"><is><t>Văn hóa xã hội</t></is></c></row>"#;
    let task = second_task("").replace("3\"", "4\"");
    let cells = assignments_xml(&format!("{group}{task}"));
    read_book(&raw_book(&format!(r#"{cells}<mergeCells count="1"><mergeCell ref="{region}"/></mergeCells>"#)))
}

#[test]
fn whole_rows_may_be_merged() {
    for region in ["A3:XFD3", "3:3", "$3:$3", "A3:C3", "$A$3:$C$3", "C3:A3"] {
        let (records, messages) = merged_group(region);
        check_read(&records, &messages, 2);
        assert_eq!(records.sheets[0].ledger.groups, 1, "{region}");
        assert!(messages.is_empty(), "{region}: {messages:?}");
    }
}

#[test]
fn whole_columns_may_be_merged() {
    let cells = assignments_xml(&second_task(""));
    for region in ["P:Q", "$P:$Q", "p:q"] {
        let (records, messages) =
            read_book(&raw_book(&format!(r#"{cells}<mergeCells count="1"><mergeCell ref="{region}"/></mergeCells>"#)));
        check_read(&records, &messages, 2);
    }
}

#[test]
fn a_merged_region_that_cannot_be_read_is_told() {
    for region in ["#REF!", "", "A1:XFE9", "1:1048577", "A1:B2:C3", "Sheet1!A1:B2"] {
        let (_, messages) = merged_group(region);
        assert!(places(&messages, Severity::Warning).contains(&"SL-065 so.xlsx › Nhiệm vụ".to_owned()), "{region}");
    }
}

/// A workbook with a second entry in its list of sheets: its relationship's type, if it has one, and its part.
fn with_entry(name: &str, state: &str, kind: Option<&str>, part: Option<&str>) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let id = if kind.is_some() { "rId9" } else { "" };
    let book = format!(
        r#"<workbook xmlns:r="{office}"><sheets><sheet name="{name}" sheetId="9"{state} r:id="{id}"/><sheet name="Nhiệm vụ" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let mut relations =
        format!(r#"<Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>"#);
    if let Some(kind) = kind {
        write!(relations, r#"<Relationship Id="rId9" Type="{kind}" Target="other/sheet9.xml"/>"#).expect("a text");
    }
    let relations = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
    );
    let whole = with_part(parts(&assignments_xml("")), "xl/workbook.xml", book);
    let mut whole = with_part(whole, "xl/_rels/workbook.xml.rels", relations);
    if let Some(content) = part {
        whole = with_part(whole, "xl/other/sheet9.xml", content);
    }
    zipped(&whole)
}

#[test]
fn sheets_without_cells_are_named_and_left_aside() {
    let microsoft = "http://schemas.microsoft.com/office/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let macros = format!(
        r#"<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">{}</xm:macrosheet>"#,
        assignments_xml("")
    );
    let hidden = r#" state="veryHidden""#;
    let cases = [
        ("macro", "", Some(format!("{microsoft}/xlMacrosheet")), Some(macros.as_str())),
        ("macro", hidden, Some(format!("{microsoft}/xlIntlMacrosheet")), Some(macros.as_str())),
        ("chart", "", Some(format!("{office}/chartsheet")), Some("<chartsheet/>")),
        ("dialog", hidden, Some(format!("{office}/dialogsheet")), Some("<dialogsheet/>")),
        ("module", hidden, None, None),
        ("module", "", Some(format!("{microsoft}/somethingNewer")), None),
    ];
    for (hint, state, kind, part) in cases {
        let (records, messages) = read_book(&with_entry("Trang1", state, kind.as_deref(), part));
        check_read(&records, &messages, 1);
        assert_eq!(places(&messages, Severity::Note), ["SL-064 so.xlsx › Trang1"]);
        assert_eq!(messages[0].hint, Some(hint));
        assert_eq!(records.sheets[0].skipped, Some(Skipped::NoCells));
    }
}

#[test]
fn a_sheet_whose_part_is_lost_is_told() {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
    let (records, messages) = read_book(&with_entry("Phụ biểu", "", Some(kind), None));
    check_read(&records, &messages, 1);
    assert_eq!(places(&messages, Severity::Warning), ["SL-066 so.xlsx › Phụ biểu"]);
    let (_, messages) = read_book(&with_entry("Kết quả", "", Some(kind), None));
    assert_eq!(errors(&messages), ["SL-041 so.xlsx › Kết quả"]);
}

#[test]
fn a_sheet_that_is_damaged_and_has_new_errors_is_damaged() {
    let broken = format!(r#"<sheetData><row r="1">{}<c r="A1"><v>1</v></row>"#, error_cell("B1", "#SPILL!"));
    let book = with_part(parts(""), "xl/worksheets/sheet1.xml", format!("{SHEET_START}{broken}</worksheet>"));
    assert_eq!(errors(&read_book(&zipped(&book)).1), ["SL-041 so.xlsx › Nhiệm vụ"]);
}

#[test]
fn struck_words_and_styles_are_read_from_the_copy_too() {
    let cell = r#"<c r="D3" s="0" t="inlineStr"><is><r><rPr><strike/></rPr><t>cũ &amp; </t></r><r><t>mới &lt;1&gt;</t></r></is></c>"#;
    let row = second_task(&format!("{cell}{}", error_cell("P3", "#SPILL!")));
    let sheet = assignments_xml(&row).replace(
        "</c></row><row r=\"2\">",
        r#"</c><c r="D1" t="inlineStr"><is><t>Sản phẩm</t></is></c></row><row r="2">"#,
    );
    let (records, messages) = read_book(&raw_book(&sheet));
    check_read(&records, &messages, 2);
    let product = records.rows(SheetKind::Assignments)[1].text(Field::Product).expect("a product");
    assert_eq!(product.value, "mới <1>");
}
