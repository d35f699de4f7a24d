//! Hostile and broken files: each is refused by name or read, without a panic.
//!
//! That reading them ends quickly is judged by no clock here, since other work on the machine would slow it: `cargo bench
//! --bench instructions` counts what such files of two sizes cost, and `examples/mutants` gives each mutant two seconds.

use vanthu::contract::SheetKind;
use vanthu::diag::{Diagnostic, Severity};
use vanthu::records::Records;

use crate::mutants::Original;
use crate::test_workbooks::{
    SHEET_START, assignments_xml, errors, parts, raw_book, read_book, read_named, text_book, with_part, zipped,
};

const PLAIN: &[&[&str]] = &[&["Mã", "Nội dung nhiệm vụ"], &["NV-01", "Rà soát hộ nghèo"]];
const SHEET: &str = "xl/worksheets/sheet1.xml";

#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    check_named("so.xlsx", bytes, expected);
}

/// Reads a file that must give only this error, code and place.
#[track_caller]
fn check_named(name: &str, bytes: &[u8], expected: &str) {
    let (_, messages) = read_named(name, bytes);
    assert_eq!(errors(&messages), [expected], "{name}");
}

fn sheet_with(parts: Vec<(String, Vec<u8>)>, sheet: &str) -> Vec<u8> {
    zipped(&with_part(parts, SHEET, format!("{SHEET_START}{sheet}</worksheet>")))
}

#[test]
fn cells_at_both_ends_of_a_sheet_are_two_cells() {
    let far = assignments_xml(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    let (records, messages) = read_book(&raw_book(&far));
    assert!(messages.is_empty(), "{messages:?}");
    let ledger = records.sheets[0].ledger;
    assert_eq!((ledger.rows, ledger.tasks, ledger.blank), (1_048_576, 1, 1_048_573));
}

#[test]
fn a_cell_outside_excels_sheet_is_reported() {
    let cell = |at: &str| raw_book(&assignments_xml(&format!(r#"<row><c r="{at}"><v>1</v></c></row>"#)));
    for at in ["XFE1", "A16777217", "A1048577", "A0", "ZZZZZZZZZ1"] {
        let (_, messages) = read_book(&cell(at));
        assert_eq!(errors(&messages), ["SL-036 so.xlsx › Nhiệm vụ"]);
        assert_eq!(messages[0].arguments, [("cell", at.to_owned())]);
    }
    check(&raw_book(r#"<sheetData><row r="16777217"><c><v>1</v></c></row></sheetData>"#), "SL-036 so.xlsx › Nhiệm vụ");
    let implied = r#"<sheetData><row r="1048576"/><row><c><v>1</v></c></row></sheetData>"#;
    check(&raw_book(implied), "SL-036 so.xlsx › Nhiệm vụ");
}

#[test]
fn false_counters_are_refused() {
    let strings = |count: &str| {
        zipped(&with_part(parts(""), "xl/sharedStrings.xml", format!("<sst {count}><si><t>x</t></si></sst>")))
    };
    check(&strings(r#"uniqueCount="4000000000""#), "SL-035 so.xlsx");
    check(&strings(r#"count="1" uniqueCount="9000000000000000000000""#), "SL-035 so.xlsx");
    check(&strings(r#"count="4000000000" uniqueCount="1""#), "SL-035 so.xlsx");
    check(&strings(r#"uniqueCount="99""#), "SL-035 so.xlsx");
    check(&raw_book(r#"<dimension ref="A1:A4000000000"/><sheetData/>"#), "SL-035 so.xlsx");
    check(&raw_book(r#"<sheetData/><mergeCells count="4000000000"/>"#), "SL-035 so.xlsx");
    let hidden = "junk <x><sst uniqueCount='4000000000'/></x>";
    check(&zipped(&with_part(parts(""), "xl/SharedStrings.xml", hidden)), "SL-033 so.xlsx");
    let moved: Vec<_> = parts("").into_iter().filter(|(name, _)| name != "xl/sharedStrings.xml").collect();
    check(&zipped(&with_part(moved, "xl/SharedStrings.XML", hidden)), "SL-035 so.xlsx");
}

#[test]
fn parts_that_inflate_too_far_are_refused() {
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(70 << 20));
    check(&zipped(&with_part(parts(""), "xl/sharedStrings.xml", long)), "SL-032 so.xlsx");
    let mut many = parts("");
    for index in 0..5 {
        many = with_part(many, &format!("xl/media/image{index}.png"), vec![0; 60 << 20]);
    }
    check(&zipped(&many), "SL-032 so.xlsx");
}

#[test]
fn a_part_with_a_false_size_is_counted() {
    let long = vec![b' '; 70 << 20];
    let mut bytes = zipped(&with_part(parts(""), "xl/media/a.xml", long));
    let size = u32::to_le_bytes(70 << 20);
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..at + 4] == size).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let (_, messages) = read_book(&bytes);
    assert!(["SL-032 so.xlsx", "SL-029 so.xlsx"].contains(&errors(&messages)[0].as_str()));
}

#[test]
fn odd_packages_are_refused() {
    let mut many = parts("");
    many.extend((0..1_500).map(|index| (format!("xl/a{index}"), Vec::new())));
    check(&zipped(&many), "SL-031 so.xlsx");
    let crowd: Vec<_> = (0..70_000).map(|index| (format!("a{index}"), Vec::new())).collect();
    check(&zipped(&crowd), "SL-031 so.xlsx");
    check(&zipped(&[("so.xlsx".to_owned(), text_book(&[("Nhiệm vụ", PLAIN)]))]), "SL-028 so.xlsx");
    check(&overlapping(&raw_book("<sheetData/>")), "SL-033 so.xlsx");
    let same = with_part(parts("<sheetData/>"), "XL/Worksheets/Sheet1.xml", "<worksheet/>");
    check(&zipped(&same), "SL-033 so.xlsx");
    check(&vec![b'P'; (20 << 20) + 1], "SL-030 so.xlsx");
}

/// Points the last entry of the directory at the data of the first.
fn overlapping(bytes: &[u8]) -> Vec<u8> {
    const OFFSET_FIELD: usize = 42;
    let is_entry = |at: &usize| bytes[*at..].starts_with(b"PK\x01\x02");
    let last = (0..bytes.len() - 4).rfind(is_entry).expect("a directory");
    let mut bytes = bytes.to_vec();
    bytes[last + OFFSET_FIELD..last + OFFSET_FIELD + 4].fill(0);
    bytes
}

#[test]
fn a_document_type_is_refused_in_every_part() {
    let payloads = [
        "<!DOCTYPE x>",
        r#"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"#,
        r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>"#,
    ];
    let whole = parts("<sheetData/>");
    for payload in payloads {
        for (name, content) in &whole {
            let content = [payload.as_bytes(), content].concat();
            check(&zipped(&with_part(whole.clone(), name, content)), "SL-034 so.xlsx");
        }
        check(&zipped(&with_part(whole.clone(), "customXml/item1.xml", payload)), "SL-034 so.xlsx");
    }
}

#[test]
fn floods_of_attributes_are_refused_or_read() {
    let attributes = (0..400_000).map(|index| format!(r#" a{index}="1""#)).collect::<Vec<_>>().concat();
    check(&raw_book(&format!(r#"<sheetData><row r="1"{attributes}></row></sheetData>"#)), "SL-033 so.xlsx");
    let spaces = (0..10_000).map(|index| format!(r#" xmlns:a{index}="u""#)).collect::<Vec<_>>().concat();
    let sheet = assignments_xml(&format!(r#"<row r="3"{spaces}></row>"#));
    let (records, messages) = read_book(&raw_book(&sheet));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(records.rows(SheetKind::Assignments).len(), 1);
}

#[test]
fn texts_and_styles_that_multiply_are_refused() {
    let long = "x".repeat(300_000);
    check(
        &zipped(&with_part(parts(""), "xl/sharedStrings.xml", format!("<sst><si><t>{long}</t></si></sst>"))),
        "SL-039 so.xlsx",
    );
    let cell = format!(r#"<row r="3"><c r="A3" t="inlineStr"><is><t>{long}</t></is></c></row>"#);
    check(&raw_book(&assignments_xml(&cell)), "SL-039 so.xlsx");
    let styles = format!(
        r#"<styleSheet><numFmts><numFmt numFmtId="200" formatCode="{}"/></numFmts><cellXfs>{}</cellXfs></styleSheet>"#,
        "0".repeat(100_000),
        r#"<xf numFmtId="200"/>"#.repeat(10_000)
    );
    check(&zipped(&with_part(parts("<sheetData/>"), "xl/styles.xml", styles)), "SL-033 so.xlsx");
    let strings = "<si/>".repeat(2_000_001);
    check(
        &zipped(&with_part(parts("<sheetData/>"), "xl/sharedStrings.xml", format!("<sst>{strings}</sst>"))),
        "SL-038 so.xlsx",
    );
}

#[test]
fn one_long_text_in_many_cells_is_not_held_many_times() {
    let long = "x".repeat(32_767);
    let rows = |column: &str, value: &str| -> String {
        let row = |row| format!(r#"<row r="{row}"><c r="{column}{row}" {value}</v></c></row>"#);
        (3..10_000).map(row).collect::<Vec<_>>().concat()
    };
    let shared = with_part(
        parts(&assignments_xml(&rows("B", r#"t="s"><v>0"#))),
        "xl/sharedStrings.xml",
        format!("<sst><si><t>{long}</t></si></sst>"),
    );
    let merged = assignments_xml(&rows("A", "><v>1")).replace("Rà soát hộ nghèo", &long);
    let merged = raw_book(&format!(r#"{merged}<mergeCells><mergeCell ref="B2:B9999"/></mergeCells>"#));
    for bytes in [zipped(&shared), merged] {
        assert_eq!(errors(&read_book(&bytes).1), ["SL-040 so.xlsx › Nhiệm vụ"]);
    }
}

#[test]
fn files_that_cannot_be_read_are_reported_by_format() {
    const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0];
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let package =
        |names: &[&str]| zipped(&names.iter().map(|name| ((*name).to_owned(), b"<x/>".to_vec())).collect::<Vec<_>>());
    check_named("a.xls", OLE, "SL-029 a.xls");
    for first in [&[9, 0, 4, 0], &[9, 2, 6, 0], &[9, 4, 6, 0], &[9, 8, 8, 0]] {
        check_named("a.xls", &[first, [0; 8].as_slice()].concat(), "SL-021 a.xls");
    }
    check_named("a.xlsx", &[OLE, &utf16("EncryptedPackage")].concat(), "SL-022 a.xlsx");
    check_named("a.xlsb", &package(&["xl/workbook.bin"]), "SL-023 a.xlsb");
    check_named("a.ods", &package(&["content.xml", "META-INF/manifest.xml"]), "SL-024 a.ods");
    check_named("a.xlsx", &package(&["word/document.xml", "_rels/.rels"]), "SL-025 a.xlsx");
    check_named("a.xls", b"<html><body><table></table></body></html>", "SL-026 a.xls");
    check_named("a.xls", br#"<?xml version="1.0"?><Workbook/>"#, "SL-026 a.xls");
    check_named("~$a.xlsx", b"\x05clerk", "SL-027 ~$a.xlsx");
    check_named("a.xlsx", b"", "SL-020 a.xlsx");
    check_named("a.xlsx", b"\x7fELF\x02\x01\x01\0\0", "SL-028 a.xlsx");
    check_named("a.xlsx", &package(&["_rels/.rels"]), "SL-029 a.xlsx");
}

/// An .xls that `LibreOffice` wrote, with something else in place of some of its bytes.
fn old_excel_with(old: &[u8], new: &[u8]) -> Vec<u8> {
    let mut bytes = include_bytes!("other_writers/struck-and-hidden/libreoffice.xls").to_vec();
    let places: Vec<usize> = (0..bytes.len() - old.len()).filter(|at| bytes[*at..].starts_with(old)).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + new.len()].copy_from_slice(new);
    }
    bytes
}

#[test]
fn old_workbooks_are_named_by_what_they_are() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    // The record of the code page becomes that of a password.
    check_named("a.xls", &old_excel_with(&[0x42, 0, 2, 0, 0xb0, 4], &[0x2f]), "SL-022 a.xls");
    check_named("a.xls", &old_excel_with(&utf16("Workbook"), &utf16("Worktext")), "SL-025 a.xls");
    // Both sheets become charts: none is left to read.
    let mut chart = old_excel_with(&[0x85, 0], &[0x85]);
    let lists: Vec<usize> = (0..chart.len() - 12).filter(|at| chart[*at..].starts_with(&[0x85, 0])).collect();
    for at in lists {
        chart[at + 9] = 2;
    }
    let (_, messages) = read_named("a.xls", &chart);
    assert_eq!(errors(&messages), ["SL-046 a.xls"], "{messages:?}");
    assert!(messages.iter().any(|message| message.code == "SL-064"));
}

#[test]
fn an_old_workbook_cut_anywhere_is_read_whole_or_not_at_all() {
    for (name, bytes) in [
        ("a.xls", include_bytes!("other_writers/struck-and-hidden/libreoffice.xls").as_slice()),
        ("a.xls", include_bytes!("other_writers/sheetjs.xls")),
        ("a.xlsb", include_bytes!("other_writers/sheetjs.xlsb")),
    ] {
        let whole = read_named(name, bytes).0;
        for place in 1..=200 {
            let cut = &bytes[..bytes.len() * place / 201];
            let (records, messages) = read_named(name, cut);
            let is_refused = records.sheets.is_empty() && errors(&messages).len() == 1;
            assert!(is_refused || records == whole, "{name} cut at {}: {messages:?}", cut.len());
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_damaged() {
    let bytes = text_book(&[("Nhiệm vụ", PLAIN)]);
    for place in 1..=200 {
        let cut = &bytes[..bytes.len() * place / 201];
        let (records, messages) = read_book(cut);
        assert_eq!((records.sheets.len(), messages.len()), (0, 1), "cut at {}", cut.len());
        assert!(messages[0].severity == Severity::Error);
    }
}

#[test]
fn a_broken_sheet_leaves_the_others_readable() {
    for broken in
        ["<sheetData><row><c r=\"A1\"><v>1</v></row>", r#"<sheetData><row><c t="s"><v>99</v></c></row></sheetData>"#]
    {
        check(&sheet_with(parts(""), broken), "SL-041 so.xlsx › Nhiệm vụ");
    }
    let styles = with_part(parts("<sheetData/>"), "xl/styles.xml", "<styleSheet><cellXfs><xf");
    check(&zipped(&styles), "SL-029 so.xlsx");
    let drawing = with_part(parts(&assignments_xml("")), "xl/drawings/vmlDrawing1.vml", "<xml><br></xml");
    let (records, messages) = read_book(&zipped(&drawing));
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(records.rows(SheetKind::Assignments).len(), 1);
}

/// A few of each format: `.ci/run` reads 20,000 of each through the whole program (`examples/mutants.rs`).
#[test]
fn mutants_never_panic() {
    for (format, count) in [("xlsx", 250), ("xlsm", 100), ("ods", 120), ("xls", 250), ("xlsb", 120)] {
        mutate(format, count);
    }
}

fn mutate(format: &str, count: usize) {
    let original = Original::of(format);
    let mut codes = std::collections::BTreeMap::new();
    for index in 0..count {
        let bytes = original.mutant(index);
        let (records, messages) = read_book(&bytes);
        assert_accounted_for(&records, &messages, index);
        let code =
            messages.iter().find(|message| message.severity == Severity::Error).map_or("read", |message| message.code);
        *codes.entry(code).or_insert(0) += 1;
    }
    assert!(codes.len() > 3, "the mutants of .{format} are not hostile enough: {codes:?}");
}

/// For every input the ledgers must balance and no failure may go unreported.
fn assert_accounted_for(records: &Records, messages: &[Diagnostic], index: usize) {
    for sheet in &records.sheets {
        let ledger = sheet.ledger;
        let sum = ledger.tasks + ledger.groups + ledger.totals + ledger.blank + ledger.refused + ledger.other;
        assert_eq!(ledger.rows, sum, "mutant {index}: {}", sheet.at);
    }
    assert!(!records.sheets.is_empty() || !messages.is_empty(), "mutant {index} is neither read nor refused");
}
