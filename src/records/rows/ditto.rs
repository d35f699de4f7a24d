//! Ditto marks: a cell that says "as above" has the value of the cell above, and one that says "as item 3" that of item 3.
//!
//! Owns the marks and their replacement. Must not know what a column is about, except for codes: a second row is never
//! meant to have the code of the first; and for units, whose names may be short. Its messages go to `out`.

use crate::contract::{Field, SheetKind};
use crate::diag::{Concern, Diagnostic, Diagnostics};
use crate::records::types::{Cell, Cells, Located, Record};
use crate::vietnamese::fold;
use crate::vietnamese::numerals::roman;

/// Bytes of the longest mark.
const LONGEST: usize = 60;

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Mark {
    /// The cell above.
    Above,
    /// The cell of the row with this number, folded.
    Item(String),
    /// A row that can't be told: by its number in the sheet, or by that in the table.
    AnyRow,
}

/// Replaces every ditto mark of a row by the value that it stands for, of the row above or of one of these items; one
/// without such a value is an error, and blank.
///
/// In Nơi nhận «Như trên» means those named in Kính gửi. In Thông tin chung the row above is about something else.
pub(super) fn resolve(
    kind: SheetKind,
    record: &mut Record,
    (above, items): (Option<&Record>, &[Record]),
    out: &mut Diagnostics,
) {
    let has_mark = record.cells.iter().any(|(field, cell)| mark(field, &cell.value.text).is_some());
    if !has_mark || kind == SheetKind::Recipients {
        return;
    }
    let above = above.filter(|_| kind != SheetKind::General);
    let resolved = record.cells.iter().filter_map(|(field, cell)| {
        let Some(mark) = mark(field, &cell.value.text) else { return Some((field, cell.clone())) };
        let meant = mark.meant(above, items).filter(|_| field != Field::Code);
        let value = meant.and_then(|row| row.cell(field));
        report(cell, value, &mark, out);
        Some((field, Located { value: value?.value.clone(), at: cell.at.clone() }))
    });
    record.cells = resolved.collect::<Cells>();
}

impl Mark {
    /// The row that it means, of those above.
    fn meant<'a>(&self, above: Option<&'a Record>, items: &'a [Record]) -> Option<&'a Record> {
        match self {
            Self::Above => above,
            Self::Item(number) => {
                let is_meant =
                    |row: &&Record| row.cell(Field::Ordinal).is_some_and(|cell| fold::key(&cell.value.text) == *number);
                let mut rows = items.iter().filter(is_meant);
                rows.next().filter(|_| rows.next().is_none())
            }
            Self::AnyRow => None,
        }
    }
}

fn report(cell: &Located<Cell>, value: Option<&Located<Cell>>, mark: &Mark, out: &mut Diagnostics) {
    let place = || cell.at.cell.map_or_else(String::new, |at| at.to_string());
    let message = match (value, mark) {
        (Some(value), Mark::Above) => Diagnostic::note("SL-052").with("value", value.value.text.replace('\n', " ")),
        (Some(value), _) => {
            let row = value.at.cell.map_or(0, |at| at.row);
            Diagnostic::note("SL-095").with("value", value.value.text.replace('\n', " ")).with("row", row)
        }
        (None, Mark::Above) => Diagnostic::error("SL-053").with("cell", place()),
        (None, _) => Diagnostic::error("SL-096").with("cell", place()),
    };
    out.report(message.at(&cell.at).with("text", &cell.value.text).concerning(Concern::Row));
}

/// What a text stands for, if it only says that another cell counts here too: `"`, `〃`, `//`, `nt`, `N/t`, `Như trên`,
/// `như mục 3`.
fn mark(field: Field, text: &str) -> Option<Mark> {
    const WORDS: [&str; 11] = [
        "nt",
        "n t",
        "nhu tren",
        "nhu o tren",
        "nhu dong tren",
        "nhu hang tren",
        "nhu muc tren",
        "tuong tu",
        "tuong tu tren",
        "nt nhu tren",
        "ditto",
    ];
    const MARKS: &str = "\"“”„‟″〃''’‘,/«»";
    let is_around = |letter: char| letter.is_whitespace() || "-–—().".contains(letter);
    // Nearly every cell is ruled out by its first letter.
    let first = text.chars().find(|letter| !is_around(*letter))?;
    let begins = || match first {
        'n' | 'N' | 't' | 'T' | 'd' | 'D' => may_be_words(&text[text.find(first).unwrap_or_default()..]),
        _ => !first.is_alphanumeric(),
    };
    if text.len() > LONGEST || !begins() {
        return None;
    }
    let bare = text.trim_matches(is_around);
    let signs = || bare.chars().filter(|letter| !letter.is_whitespace());
    let is_mark = !bare.is_empty()
        && bare.chars().all(|letter| letter.is_whitespace() || MARKS.contains(letter))
        && (signs().count() > 1 || !bare.contains([',', '\'', '’', '‘', '/']));
    if is_mark {
        return Some(Mark::Above);
    }
    let word = bare.trim_matches(|letter: char| is_around(letter) || "\"“”".contains(letter));
    // «NT» in capitals may abbreviate a unit's name.
    if !may_be_words(word) || word == "NT" && names_units(field) {
        return None;
    }
    let key = fold::key(word);
    if WORDS.contains(&key.as_str()) {
        return Some(Mark::Above);
    }
    if takes_values_of_items(field) { item(&key) } else { None }
}

/// A cheap test whether a text begins like the words for another cell: nearly no text of a table does.
fn may_be_words(text: &str) -> bool {
    const BEHIND_SMALL_N: [&str; 5] = ["t", "/", ".", " ", "hư"];
    const BEHIND_N: [&str; 7] = ["t", "T", "/", ".", " ", "hư", "HƯ"];
    const BEHIND_T_OR_D: [&str; 3] = ["ương", "ƯƠNG", "itto"];
    let behind_first = text.get(1..).unwrap_or_default();
    let starts: &[&str] = match text.as_bytes().first() {
        Some(b'n') => &BEHIND_SMALL_N,
        Some(b'N') => &BEHIND_N,
        Some(b't' | b'T' | b'd' | b'D') => &BEHIND_T_OR_D,
        _ => &[],
    };
    starts.iter().any(|start| behind_first.starts_with(start))
}

/// The row that folded words refer to: «nhu muc 3», «nt stt 3», «tuong tu nhiem vu 2».
fn item(key: &str) -> Option<Mark> {
    const STARTS: [&str; 7] = ["nhu o tren ", "nhu tren ", "nhu o ", "nhu ", "nt ", "n t ", "tuong tu "];
    const ITEMS: [&str; 14] = [
        "nhiem vu so ",
        "nhiem vu ",
        "cong viec so ",
        "cong viec ",
        "muc so ",
        "muc ",
        "so thu tu ",
        "stt ",
        "so tt ",
        "tt ",
        "viec so ",
        "viec ",
        "nv ",
        "so ",
    ];
    let rest = STARTS.into_iter().find_map(|start| key.strip_prefix(start))?;
    let rest = ["o tren", "tren"].into_iter().find_map(|end| rest.strip_suffix(end)).unwrap_or(rest).trim_end();
    if let Some(row) = ["dong ", "hang "].into_iter().find_map(|start| rest.strip_prefix(start)) {
        return is_number(row).then_some(Mark::AnyRow);
    }
    let number = ITEMS.into_iter().find_map(|item| rest.strip_prefix(item)).unwrap_or(rest);
    is_number(number).then(|| Mark::Item(number.to_owned()))
}

/// Whether folded words are the number of a row: «3», «2 1», «iv».
fn is_number(words: &str) -> bool {
    let is_figure = |word: &str| !word.is_empty() && word.len() < 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = || (1..=60).any(|number| roman(number).eq_ignore_ascii_case(words));
    words.split(' ').all(is_figure) || is_roman()
}

fn names_units(field: Field) -> bool {
    matches!(field, Field::Lead | Field::Support | Field::Unit)
}

/// Whether «như mục 3» in a column means the cell of item 3; in a remark the words are meant as they are.
fn takes_values_of_items(field: Field) -> bool {
    names_units(field) || matches!(field, Field::Deadline | Field::Product)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ditto_marks_are_known() {
        for text in [
            "\"",
            "''",
            "〃",
            "nt",
            "-nt-",
            "n.t",
            "như trên",
            "Như trên",
            "- như trên -",
            "-\"-",
            "“",
            "(nt)",
            ",,",
            "//",
            "N/t",
            "Nt",
            "N/T",
            "- // -",
            "\"  \"",
            "\"nt\"",
            "NHƯ TRÊN",
            "Tương tự",
            "″",
            "«",
            "/ /",
            "nt (như trên)",
        ] {
            assert_eq!(mark(Field::Lead, text), Some(Mark::Above), "{text}");
        }
        assert_eq!(mark(Field::Deadline, "NT"), Some(Mark::Above));
    }

    #[test]
    fn other_short_texts_are_not() {
        for text in ["-", "x", "NT", "Không", ",", "'", "như trên địa bàn", "12", "…", "/", "như mục tiêu", "như cũ"]
        {
            assert_eq!(mark(Field::Lead, text), None, "{text}");
        }
        assert_eq!(mark(Field::Note, "như mục 3"), None);
    }

    #[test]
    fn another_row_may_be_meant() {
        for (text, number) in [
            ("như mục 3", "3"),
            ("Như STT 12", "12"),
            ("nt mục 2.1", "2 1"),
            ("như trên (mục 1)", "1"),
            ("Như 1", "1"),
            ("tương tự nhiệm vụ 4", "4"),
            ("như mục IV", "iv"),
        ] {
            assert_eq!(mark(Field::Lead, text), Some(Mark::Item(number.to_owned())), "{text}");
        }
        assert_eq!(mark(Field::Lead, "như dòng 2"), Some(Mark::AnyRow));
    }
}
