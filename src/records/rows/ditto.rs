//! Ditto marks: a cell that says "as above" has the value of the cell above.
//!
//! Owns the marks and their replacement. Must not know what a column is about, except for codes: a second row is never
//! meant to have the code of the first. Its messages go to `out`.

use crate::contract::{Field, SheetKind};
use crate::diag::{Concern, Diagnostic, Diagnostics};
use crate::records::types::{Cell, Cells, Located, Record};
use crate::vietnamese::fold;

/// Replaces every ditto mark of a row by the value of the row above; one without such a value is an error, and blank.
///
/// In Nơi nhận «Như trên» means those named in Kính gửi. In Thông tin chung the row above is about something else.
pub(super) fn resolve(kind: SheetKind, record: &mut Record, above: Option<&Record>, out: &mut Diagnostics) {
    let has_mark = record.cells.iter().any(|(_, cell)| is_ditto(&cell.value.text));
    if !has_mark || kind == SheetKind::Recipients {
        return;
    }
    let above = above.filter(|_| kind != SheetKind::General);
    let resolved = record.cells.iter().filter_map(|(field, cell)| {
        if !is_ditto(&cell.value.text) {
            return Some((field, cell.clone()));
        }
        let value = above.filter(|_| field != Field::Code).and_then(|above| above.cell(field));
        report(cell, value, out);
        Some((field, Located { value: value?.value.clone(), at: cell.at.clone() }))
    });
    record.cells = resolved.collect::<Cells>();
}

fn report(cell: &Located<Cell>, value: Option<&Located<Cell>>, out: &mut Diagnostics) {
    let message = match value {
        Some(value) => Diagnostic::note("SL-052").with("value", value.value.text.replace('\n', " ")),
        None => Diagnostic::error("SL-053").with("cell", cell.at.cell.map_or_else(String::new, |at| at.to_string())),
    };
    out.report(message.at(&cell.at).with("text", &cell.value.text).concerning(Concern::Row));
}

/// Whether a text only says that the cell above counts here too: `"`, `〃`, `nt`, `-nt-`, `Như trên`.
fn is_ditto(text: &str) -> bool {
    const WORDS: [&str; 6] = ["nt", "n t", "nhu tren", "nhu o tren", "nhu dong tren", "ditto"];
    const MARKS: &str = "\"“”„″〃''’‘,";
    const LONGEST: usize = 20;
    if text.len() > LONGEST {
        return false;
    }
    let bare = text.trim_matches(|letter: char| letter.is_whitespace() || "-–—().".contains(letter));
    let is_mark = !bare.is_empty()
        && bare.chars().all(|letter| MARKS.contains(letter))
        && (bare.chars().count() > 1 || !bare.contains([',', '\'', '’', '‘']));
    // «NT» in capitals may abbreviate a unit's name.
    is_mark
        || (!bare.contains(char::is_uppercase) || bare.starts_with("Nh")) && WORDS.contains(&fold::key(bare).as_str())
}

#[cfg(test)]
mod tests {
    use super::is_ditto;

    #[test]
    fn ditto_marks_are_known() {
        for text in
            ["\"", "''", "〃", "nt", "-nt-", "n.t", "như trên", "Như trên", "- như trên -", "-\"-", "“", "(nt)", ",,"]
        {
            assert!(is_ditto(text), "{text}");
        }
    }

    #[test]
    fn other_short_texts_are_not() {
        for text in ["-", "x", "NT", "Không", ",", "'", "như trên địa bàn", "12", "…"] {
            assert!(!is_ditto(text), "{text}");
        }
    }
}
