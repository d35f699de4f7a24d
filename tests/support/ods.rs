//! A grid as `LibreOffice` saves it: the package of an .ods with its cells, merges, hidden rows and columns.
//!
//! Owns the XML of the format, as far as a sheet of `workbook` has it. Must not know what rows mean.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

use super::cell::Cell;
use super::workbook::{Sheet, Workbook};

const TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";
const NAMES: &str = concat!(
    r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" "#,
    r#"xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" "#,
    r#"xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" "#,
    r#"xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" "#,
    r#"xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0""#
);
const STYLES: &str = concat!(
    r#"<style:style style:name="struck" style:family="table-cell">"#,
    r#"<style:text-properties style:text-line-through-style="solid"/></style:style>"#
);

impl Workbook {
    /// The bytes of this workbook as `LibreOffice` saves it; the same every time.
    pub(crate) fn to_ods(&self) -> Vec<u8> {
        let mut package = ZipWriter::new(Cursor::new(Vec::new()));
        let plain = SimpleFileOptions::default().last_modified_time(DateTime::default());
        let sheets: String = self.sheets.iter().map(table).collect();
        let content = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {NAMES} office:version=\"1.3\">\
             <office:automatic-styles>{STYLES}</office:automatic-styles>\
             <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
        );
        let manifest = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
             <manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
             <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{TYPE}\"/>\
             <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
             </manifest:manifest>"
        );
        let stored = plain.compression_method(zip::CompressionMethod::Stored);
        for (name, text, options) in [
            ("mimetype", TYPE, stored),
            ("content.xml", content.as_str(), plain),
            ("META-INF/manifest.xml", manifest.as_str(), plain),
        ] {
            package.start_file(name, options).expect("a part");
            package.write_all(text.as_bytes()).expect("its content");
        }
        package.finish().expect("a package").into_inner()
    }
}

fn table(sheet: &Sheet) -> String {
    let width = sheet.cells.keys().map(|(_, column)| *column).max().unwrap_or(1);
    let mut xml = format!("<table:table table:name=\"{}\">", escaped(&sheet.title));
    for column in 1..=width {
        let hidden = if sheet.hidden_columns.contains(&column) { " table:visibility=\"collapse\"" } else { "" };
        let _ = write!(xml, "<table:table-column{hidden}/>");
    }
    let covered = covered(sheet);
    for row in 1..=sheet.last_row() {
        let hidden = if sheet.hidden_rows.contains(&row) { " table:visibility=\"collapse\"" } else { "" };
        let _ = write!(xml, "<table:table-row{hidden}>");
        xml.extend((1..=width).map(|column| cell(sheet, (row, column), covered.contains(&(row, column)))));
        xml.push_str("</table:table-row>");
    }
    xml.push_str("</table:table>");
    xml
}

/// The cells that a merged region covers, without its first.
fn covered(sheet: &Sheet) -> BTreeSet<(u32, u32)> {
    let inside = |&((top, left), (bottom, right)): &((u32, u32), (u32, u32))| {
        (top..=bottom).flat_map(move |row| (left..=right).map(move |column| (row, column)))
    };
    let first: BTreeSet<(u32, u32)> = sheet.merges.iter().map(|(first, _)| *first).collect();
    sheet.merges.iter().flat_map(inside).filter(|at| !first.contains(at)).collect()
}

fn cell(sheet: &Sheet, at: (u32, u32), is_covered: bool) -> String {
    let name = if is_covered { "covered-table-cell" } else { "table-cell" };
    let struck = if sheet.struck.contains(&at) { " table:style-name=\"struck\"" } else { "" };
    let merge = sheet.merges.iter().find(|(first, _)| *first == at);
    let span = merge.map_or_else(String::new, |((top, left), (bottom, right))| {
        let (rows, columns) = (bottom - top + 1, right - left + 1);
        format!(" table:number-rows-spanned=\"{rows}\" table:number-columns-spanned=\"{columns}\"")
    });
    let Some(value) = sheet.cells.get(&at) else { return format!("<table:{name}{span}{struck}/>") };
    let stated = match value {
        Cell::Text(_) => "office:value-type=\"string\"".to_owned(),
        Cell::Number(number) => format!("office:value-type=\"float\" office:value=\"{number}\""),
        Cell::Bool(truth) => format!("office:value-type=\"boolean\" office:boolean-value=\"{truth}\""),
        Cell::Date(day) => format!("office:value-type=\"date\" office:date-value=\"{day}\""),
    };
    let shown = value.to_string();
    let lines: Vec<String> = shown.split('\n').map(escaped).collect();
    let lines = format!("<text:p>{}</text:p>", lines.join("</text:p><text:p>"));
    format!("<table:{name} {stated}{span}{struck}>{lines}</table:{name}>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
