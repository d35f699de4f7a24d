//! The figures as CSV, one line per figure.
//!
//! Owns the columns, and prevents text from being read as a formula. Must not know how figures are computed. Its text
//! goes to stdout.

use crate::answers::Catalogue;
use crate::pipeline::Figure;

/// The columns, named as in `figures --json`.
const COLUMNS: [&str; 8] = ["id", "scope", "label", "value", "printed", "measure", "formula", "cells"];

/// The lines, the header first, each ended by a line break; cells are separated by `; `.
pub(super) fn lines(figures: &[Figure], catalogue: &Catalogue) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[String]| writer.write_record(row).expect("a text in memory can be written");
    write(&COLUMNS.map(str::to_owned));
    for figure in figures {
        let formula = figure.formula.map(|name| catalogue.formula(name, &figure.terms));
        let cells: Vec<String> = figure.cells.iter().map(ToString::to_string).collect();
        write(&[
            figure.id.to_owned(),
            as_text(figure.scope.as_deref().unwrap_or_default()),
            as_text(catalogue.figure_label(figure.id)),
            figure.value.clone().unwrap_or_default(),
            // A figure below 0 begins with a minus sign and is still a number.
            figure.printed.clone().unwrap_or_default(),
            as_text(&figure.measure),
            as_text(&formula.unwrap_or_default()),
            as_text(&cells.join("; ")),
        ]);
    }
    let bytes = writer.into_inner().expect("a text in memory can be written");
    String::from_utf8(bytes).expect("what was written is UTF-8")
}

/// A text that a spreadsheet does not read as a formula: Excel computes texts that begin with one of these.
fn as_text(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_written_as_a_formula() {
        assert_eq!(as_text("=1+1"), "'=1+1");
        assert_eq!(as_text("-2+3"), "'-2+3");
        assert_eq!(as_text("Phòng Kinh tế"), "Phòng Kinh tế");
    }
}
