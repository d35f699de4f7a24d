//! What is read of a spreadsheet, from content as `LibreOffice` writes it.

use std::collections::BTreeMap;

use super::*;
use crate::records::cells::{Flaw, SeenCell};
use crate::records::guard::CellRange;
use crate::records::held_book::HeldSheet;
use crate::records::types::CellValue;

fn content(styles: &str, tables: &str) -> Result<Vec<HeldSheet>, Refusal> {
    let text = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    content::read(text.as_bytes(), "content.xml", Styles::default())
}

fn sheet(rows: &str) -> HeldSheet {
    let tables = format!("<table:table table:name=\"Nhiệm vụ\">{rows}</table:table>");
    content("", &tables).expect("the content can be read").remove(0)
}

fn cell(cell: &str) -> Option<SeenCell> {
    sheet(&format!("<table:table-row>{cell}</table:table-row>")).rows.get(&1).map(|row| row[&1].clone())
}

fn text(of: &str) -> String {
    cell(of).expect("a filled cell").text
}

#[test]
fn a_cell_has_the_text_that_it_shows() {
    let string = |inner: &str| format!("<table:table-cell office:value-type=\"string\">{inner}</table:table-cell>");
    assert_eq!(text(&string("<text:p>Rà soát</text:p><text:p>hộ nghèo</text:p>")), "Rà soát\nhộ nghèo");
    assert_eq!(text(&string("<text:p>a<text:s text:c=\"2\"/>b &amp; <text:span>c</text:span></text:p>")), "a  b & c");
    assert_eq!(text(&string("<office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>x</text:p>")), "x");
    assert_eq!(cell(&string("<text:p> </text:p>")), None);
}

#[test]
fn days_and_numbers_have_their_value() {
    let of = |kind: &str, value: &str, shown: &str| {
        let attribute = if kind == "date" { "date-value" } else { "value" };
        cell(&format!(
            "<table:table-cell office:value-type=\"{kind}\" office:{attribute}=\"{value}\"><text:p>{shown}</text:p>\
             </table:table-cell>"
        ))
        .map(|cell| (cell.text, cell.value))
        .expect("a filled cell")
    };
    let day = CellValue::Date(chrono::NaiveDate::from_ymd_opt(2026, 7, 31).expect("a day"));
    let number = |number: &str| CellValue::Number(number.to_owned());
    assert_eq!(of("date", "2026-07-31", "31/07/2026"), ("31/7/2026".to_owned(), day.clone()));
    assert_eq!(of("date", "2026-07-31T17:00:00", "31/07/26 17:00"), ("31/7/2026 17:00".to_owned(), day));
    assert_eq!(of("date", "2026-07-01", "07/2026"), ("07/2026".to_owned(), CellValue::Text));
    assert_eq!(of("percentage", "0.85", "85%"), ("85%".to_owned(), number("0.85")));
    assert_eq!(of("float", "7", "007"), ("007".to_owned(), number("7")));
    assert_eq!(of("float", "1200.5", "1,200.50"), ("1200,5".to_owned(), number("1200.5")));
}

#[test]
fn errors_and_formulas_without_a_value_are_flawed() {
    let flaw = |of: &str| cell(of).and_then(|cell| cell.flaw);
    let error = "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" calcext:value-type=\"error\">\
                 <text:p>#DIV/0!</text:p></table:table-cell>";
    assert_eq!(flaw(error), Some(Flaw::ErrorValue));
    assert_eq!(flaw("<table:table-cell table:formula=\"of:=[.A2]\"/>"), Some(Flaw::NotComputed));
}

#[test]
fn repeated_rows_and_cells_are_counted_and_merged_ones_hide_what_they_cover() {
    let filled = |extra: &str, text: &str| {
        format!("<table:table-cell office:value-type=\"string\"{extra}><text:p>{text}</text:p></table:table-cell>")
    };
    let rows = format!(
        "<table:table-row table:number-rows-repeated=\"2\">{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/>\
         </table:table-row>",
        filled(" table:number-columns-repeated=\"3\"", "x")
    );
    let read = sheet(&rows);
    assert_eq!(read.rows.values().map(BTreeMap::len).collect::<Vec<_>>(), [3, 3]);
    let rows = format!(
        "<table:table-row>{}<table:covered-table-cell><text:p>khuất</text:p></table:covered-table-cell>{}</table:table-row>",
        filled(" table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\"", "a"),
        filled("", "b"),
    );
    let read = sheet(&rows);
    assert_eq!(read.facts.merges, [CellRange { top: 1, left: 1, bottom: 1, right: 2 }]);
    assert_eq!(read.rows[&1].keys().copied().collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn hidden_rows_columns_sheets_and_struck_words_are_known() {
    let styles = "<style:style style:name=\"gach\"><style:text-properties style:text-line-through-style=\"solid\"/>\
                  </style:style><style:style style:name=\"an\"><style:table-properties table:display=\"false\"/>\
                  </style:style>";
    let tables = "<table:table table:name=\"Nháp\" table:style-name=\"an\">\
                  <table:table-column/><table:table-column table:number-columns-repeated=\"2\" table:visibility=\"collapse\"/>\
                  <table:table-row table:visibility=\"filter\"><table:table-cell table:style-name=\"gach\" \
                  office:value-type=\"string\"><text:p>bỏ</text:p></table:table-cell><table:table-cell \
                  office:value-type=\"string\"><text:p>còn <text:span text:style-name=\"gach\">bỏ</text:span></text:p>\
                  </table:table-cell></table:table-row></table:table>";
    let read = content(styles, tables).expect("the content can be read").remove(0);
    assert!(!read.is_visible && read.facts.hidden.rows.contains(&1) && read.rows[&1][&1].is_struck);
    assert_eq!(read.facts.hidden.columns, [(2, 3)]);
    assert_eq!(read.facts.struck.get(&(1, 2)).map(|left| left.trim()), Some("còn"));
}

#[test]
fn what_no_sheet_can_hold_is_refused() {
    let filled = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p>\
                  </table:table-cell>";
    let refused = |rows: &str| content("", &format!("<table:table table:name=\"a\">{rows}</table:table>")).err();
    let many = format!("<table:table-row table:number-rows-repeated=\"1048576\">{filled}</table:table-row>");
    assert_eq!(refused(&many), Some(Refusal::TooMuchToKeep));
    let wide = format!("<table:table-row>{filled}{filled}</table:table-row>");
    assert!(matches!(refused(&wide), Some(Refusal::OutOfBounds(..))));
    let entity = b"<!DOCTYPE x [<!ENTITY a \"b\">]><x/>";
    assert!(matches!(content::read(&entity[..], "content.xml", Styles::default()), Err(Refusal::DocumentType(_))));
    let of_text = "<office:body><office:text><table:table table:name=\"a\"/></office:text></office:body>";
    assert!(content::read(of_text.as_bytes(), "content.xml", Styles::default()).is_ok_and(|sheets| sheets.is_empty()));
}
