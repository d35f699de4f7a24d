//! Hostile workbooks of two sizes, one twice the other: reading the larger may cost about twice as much, never four times.
//!
//! Owns what is hostile in each. Must not know how reading is measured. Its output is files, which `instructions` reads
//! under valgrind.

#[path = "../../tests/test_workbooks/mod.rs"]
mod test_workbooks;

use test_workbooks::{assignments_xml, parts, raw_book, text_book, with_part, zipped};

/// A workbook that grows with a size.
pub(crate) struct Hostile {
    /// What is hostile in it.
    pub(crate) name: &'static str,
    /// The smaller size, large enough to outweigh the start of the program.
    pub(crate) size: usize,
    /// The workbook of a size.
    pub(crate) workbook: fn(usize) -> Vec<u8>,
}

/// Every hostile workbook.
pub(crate) const ALL: [Hostile; 7] = [
    Hostile { name: "long-headings", size: 20, workbook: long_headings },
    Hostile { name: "rows-of-headings", size: 2_000, workbook: rows_of_headings },
    Hostile { name: "columns-of-indicators", size: 50, workbook: columns_of_indicators },
    Hostile { name: "formats-of-styles", size: 400, workbook: formats_of_styles },
    Hostile { name: "blank-texts", size: 50_000, workbook: blank_texts },
    Hostile { name: "attributes", size: 40_000, workbook: attributes },
    Hostile { name: "namespaces", size: 2_500, workbook: namespaces },
];

/// Many columns, whose long headings are repeated in each of the rows in which a header is looked for.
fn long_headings(columns: usize) -> Vec<u8> {
    let headings = (0..columns).map(|index| format!("Chỉ tiêu thi đua số {index} thực hiện trong kỳ của năm"));
    let row: Vec<String> = std::iter::once("Thôn".to_owned()).chain(headings).collect();
    let row: Vec<&str> = row.iter().map(String::as_str).collect();
    let rows: Vec<&[&str]> = std::iter::repeat_n(&row[..], 45).collect();
    text_book(&[("Biểu 1", &rows)])
}

/// Nothing but headers, one below another.
fn rows_of_headings(rows: usize) -> Vec<u8> {
    const HEADERS: [&[&str]; 2] = [&["STT", "Nội dung nhiệm vụ"], &["STT", "", "Nội dung nhiệm vụ"]];
    let rows: Vec<&[&str]> = (0..rows).map(|row| HEADERS[row % 2]).collect();
    text_book(&[("Nhiệm vụ", &rows)])
}

/// A table village × indicator, with a plan and a result for each.
fn columns_of_indicators(indicators: usize) -> Vec<u8> {
    let header = (0..indicators).flat_map(|index| [format!("CT-{index}"), String::new()]);
    let header: Vec<String> = std::iter::once("Thôn".to_owned()).chain(header).collect();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let figures = |first: &'static str, pair: [&'static str; 2]| -> Vec<&'static str> {
        std::iter::once(first).chain(pair.into_iter().cycle().take(2 * indicators)).collect()
    };
    let (below, row) = (figures("", ["KH", "TH"]), figures("Thôn Bến Đá", ["7", "5"]));
    let rows: Vec<&[&str]> = [&header[..], &below].into_iter().chain(std::iter::repeat_n(&row[..], 30)).collect();
    text_book(&[("Chỉ tiêu thôn", &rows)])
}

/// Many styles of one long format of numbers.
fn formats_of_styles(styles: usize) -> Vec<u8> {
    let styles = format!(
        r#"<styleSheet><numFmts><numFmt numFmtId="200" formatCode="{}"/></numFmts><cellXfs>{}</cellXfs></styleSheet>"#,
        "0".repeat(1_000),
        r#"<xf numFmtId="200"/>"#.repeat(styles)
    );
    zipped(&with_part(parts(&assignments_xml("")), "xl/styles.xml", styles))
}

/// Many shared texts without a letter.
fn blank_texts(texts: usize) -> Vec<u8> {
    let texts = format!("<sst>{}</sst>", "<si/>".repeat(texts));
    zipped(&with_part(parts(&assignments_xml("")), "xl/sharedStrings.xml", texts))
}

/// A row with many attributes.
fn attributes(count: usize) -> Vec<u8> {
    let attributes = (0..count).map(|index| format!(r#" a{index}="1""#)).collect::<Vec<_>>().concat();
    raw_book(&assignments_xml(&format!(r#"<row r="3"{attributes}></row>"#)))
}

/// A row with many namespaces.
fn namespaces(count: usize) -> Vec<u8> {
    let spaces = (0..count).map(|index| format!(r#" xmlns:a{index}="u""#)).collect::<Vec<_>>().concat();
    raw_book(&assignments_xml(&format!(r#"<row r="3"{spaces}></row>"#)))
}
