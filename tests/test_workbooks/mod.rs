//! Workbooks built in memory, for the tests of reading.
//!
//! Owns two ways to make one: with `rust_xlsxwriter`, as a regular program would, and by hand, part by part, as no
//! program would. Must not know what a test checks. Every test of reading uses it.

#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::io::{Cursor, Write};

use rust_xlsxwriter::Workbook as Written;
use vanthu::diag::{Diagnostic, Diagnostics, Severity};
use vanthu::records::{Answers, HeadingAnswers, Records, Workbook, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The start of a worksheet's part, before its cells.
pub(crate) const SHEET_START: &str = r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;

/// A workbook of text sheets, written by `rust_xlsxwriter`.
pub(crate) fn text_book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Written::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).expect("a sheet name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*cells) {
                if !text.is_empty() {
                    sheet.write_string(row, column, *text).expect("a cell");
                }
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// The parts of a workbook with one sheet, "Nhiệm vụ", built from this XML inside `worksheet`.
pub(crate) fn parts(sheet: &str) -> Vec<(String, Vec<u8>)> {
    let part = |name: &str, xml: &str| (name.to_owned(), xml.as_bytes().to_vec());
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    vec![
        part(
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
        ),
        part(
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        part(
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns:r="{office}"><sheets><sheet name="Nhiệm vụ" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        part(
            "xl/styles.xml",
            r#"<styleSheet><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0"/></cellXfs></styleSheet>"#,
        ),
        part("xl/sharedStrings.xml", r#"<sst count="1" uniqueCount="1"><si><t>x</t></si></sst>"#),
        part("xl/worksheets/sheet1.xml", &format!("{SHEET_START}{sheet}</worksheet>")),
    ]
}

/// Replaces a part, or adds it.
pub(crate) fn with_part(
    mut parts: Vec<(String, Vec<u8>)>,
    name: &str,
    content: impl Into<Vec<u8>>,
) -> Vec<(String, Vec<u8>)> {
    parts.retain(|(existing, _)| existing != name);
    parts.push((name.to_owned(), content.into()));
    parts
}

/// A zip of these parts, deflated.
pub(crate) fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("a zip").into_inner()
}

/// A workbook with one sheet, "Nhiệm vụ", built from this XML inside `worksheet`.
pub(crate) fn raw_book(sheet: &str) -> Vec<u8> {
    zipped(&parts(sheet))
}

/// A sheet of assignments with one task, and further cells in rows of their own.
pub(crate) fn assignments_xml(rows: &str) -> String {
    let text = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let header = [text("A1", "Mã"), text("B1", "Nội dung nhiệm vụ"), text("C1", "Đơn vị chủ trì")].concat();
    let task = [text("A2", "NV-01"), text("B2", "Rà soát hộ nghèo"), text("C2", "Phòng Kinh tế")].concat();
    format!(r#"<sheetData><row r="1">{header}</row><row r="2">{task}</row>{rows}</sheetData>"#)
}

/// Reads one file.
pub(crate) fn read_named(name: &str, bytes: &[u8]) -> (Records, Vec<Diagnostic>) {
    let mut out = Diagnostics::new();
    let records = read(&[Workbook { name, bytes }], &Answers::default(), &mut out);
    (records, out.messages().to_vec())
}

/// Reads one workbook, `so.xlsx`, with the clerk's answers about headings.
pub(crate) fn read_with(bytes: &[u8], answers: &HeadingAnswers) -> (Records, Vec<Diagnostic>) {
    let mut out = Diagnostics::new();
    let records = read(
        &[Workbook { name: "so.xlsx", bytes }],
        &Answers { headings: answers.clone(), ..Answers::default() },
        &mut out,
    );
    (records, out.messages().to_vec())
}

/// Reads one workbook, `so.xlsx`.
pub(crate) fn read_book(bytes: &[u8]) -> (Records, Vec<Diagnostic>) {
    read_named("so.xlsx", bytes)
}

/// Code and place of every message with this severity.
pub(crate) fn places(messages: &[Diagnostic], severity: Severity) -> Vec<String> {
    let of_severity = messages.iter().filter(|message| message.severity == severity);
    of_severity.map(|message| format!("{} {}", message.code, message.place)).collect()
}

/// Code and place of every error.
pub(crate) fn errors(messages: &[Diagnostic]) -> Vec<String> {
    places(messages, Severity::Error)
}
