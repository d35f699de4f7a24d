//! What each column of a table asks for: the width of its words and of its texts.
//!
//! Owns the measuring, each text once and of a long table no more rows than tell. Must not know how wide a column
//! becomes. Its figures go to `columns`.

use crate::document::text_width::Lettering;
use crate::document::wrapping::pieces;
use crate::draft::{ColumnContent, Table, TableRow};
use crate::units::Pt;

use super::non_breaking::held;
use super::styles;

/// Room between a line and the text beside it, in millimetres: half of it kept free at either side of a cell.
pub(super) const PADDING: f64 = 1.5;

/// Rows that are measured of a longer table, spread evenly over it.
const SAMPLE: usize = 400;

/// Room that a line keeps free: engines differ in a hair's breadth.
const SLACK: f64 = 0.4;

/// A longer word, an address of the web say, is broken by Word itself: it must not starve the other columns.
const LONGEST_WORD: f64 = 50.0;

/// No column is narrower than this by itself, in millimetres.
const LEAST: f64 = 9.0;

/// What a column asks for, every width in millimetres with the padding at both sides.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Need {
    pub(super) content: ColumnContent,
    /// Its widest word, unless that is one to be broken.
    pub(super) least: f64,
    /// Its longest text on one line.
    pub(super) natural: f64,
    /// The texts of its cells, a cell's paragraphs together; the heading among them.
    pub(super) cells: Vec<Vec<Text>>,
}

/// A paragraph's measures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Text {
    /// Its width on one line, with the padding.
    pub(super) line: f64,
    /// Its unbreakable words.
    pub(super) words: Vec<Word>,
}

/// An unbreakable word, and the blanks behind it, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Word {
    pub(super) width: f64,
    pub(super) gap: f64,
}

/// What each column asks for, with letters of this size.
pub(super) fn of(table: &Table, size: Pt) -> Vec<Need> {
    let rows: Vec<&[Vec<String>]> = table.rows.iter().filter_map(cells).collect();
    let columns = table.columns.iter().enumerate();
    columns.map(|(index, column)| need(column.content, &column.heading, &told(&rows, index), size)).collect()
}

fn cells(row: &TableRow) -> Option<&[Vec<String>]> {
    match row {
        TableRow::Cells(cells) => Some(cells),
        TableRow::Group(_) => None,
    }
}

/// The cells of a column that tell its width: a sample, and wherever they stand the longest word and the longest text.
fn told<'a>(rows: &[&'a [Vec<String>]], column: usize) -> Vec<&'a [String]> {
    let all = || rows.iter().filter_map(|row| row.get(column)).map(Vec::as_slice).filter(|cell| !cell.is_empty());
    let mut told: Vec<&[String]> = all().step_by(rows.len().div_ceil(SAMPLE).max(1)).collect();
    if rows.len() > SAMPLE {
        told.extend(all().max_by_key(|cell| longest(cell, |text| text.split(' ').map(letters).max().unwrap_or(0))));
        told.extend(all().max_by_key(|cell| longest(cell, letters)));
    }
    told
}

fn longest(cell: &[String], length: impl Fn(&str) -> usize) -> usize {
    cell.iter().map(|text| length(text)).max().unwrap_or(0)
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

fn need(content: ColumnContent, heading: &str, told: &[&[String]], size: Pt) -> Need {
    let lettering = |role: &styles::Role| Lettering { size, ..role.lettering };
    let heading = measured(heading, lettering(&styles::TABLE_HEADER));
    let body = lettering(&styles::TABLE_TEXT);
    let mut cells: Vec<Vec<Text>> =
        told.iter().map(|cell| cell.iter().map(|text| measured(text, body)).collect()).collect();
    let widest = |width: fn(&Text) -> f64| cells.iter().flatten().map(width).fold(0.0, f64::max);
    let least = widest(longest_word).max(longest_word(&heading)).clamp(LEAST, LONGEST_WORD);
    // The heading of a few words may stand on two lines above them.
    let natural = widest(|text| text.line).max(if content == ColumnContent::Text { heading.line } else { 0.0 });
    let natural = natural.max(least);
    cells.push(vec![heading]);
    Need { content, least, natural, cells }
}

fn longest_word(text: &Text) -> f64 {
    with_padding(text.words.iter().map(|word| word.width).fold(0.0, f64::max))
}

fn measured(text: &str, lettering: Lettering) -> Text {
    let text = held(text);
    let millimetres = |width: f64| Pt(width).to_mm().0;
    let words: Vec<Word> = pieces(&text, lettering)
        .iter()
        .map(|piece| Word { width: millimetres(piece.width), gap: millimetres(piece.gap) })
        .collect();
    let all: f64 = words.iter().map(|word| word.width + word.gap).sum();
    let line = with_padding(all - words.last().map_or(0.0, |word| word.gap));
    Text { line, words }
}

fn with_padding(width: f64) -> f64 {
    width + 2.0 * PADDING + SLACK
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::TableColumn;

    fn table(rows: usize, far: &str) -> Table {
        let columns = [("STT", ColumnContent::Ordinal), ("Nội dung", ColumnContent::Text)];
        let row = |index: usize| {
            let text = if index == 1 { far } else { "Rà soát" };
            TableRow::Cells(vec![vec![index.to_string()], vec![text.to_owned()]])
        };
        Table {
            columns: columns.map(|(heading, content)| TableColumn { heading: heading.into(), content }).into(),
            rows: (0..rows).map(row).collect(),
        }
    }

    #[test]
    fn the_longest_word_and_text_tell_wherever_they_stand() {
        let longest = format!("{} {}", "x".repeat(60), "Rà soát ".repeat(20));
        for rows in [3, 10_000] {
            let needs = of(&table(rows, &longest), Pt(13.0));
            assert!((needs[1].least - LONGEST_WORD).abs() < 1e-9 && needs[1].natural > 300.0, "{rows}");
            assert!(needs[1].cells.len() <= SAMPLE + 3);
        }
    }

    #[test]
    fn words_held_together_are_measured_as_one() {
        let apart = of(&table(3, "đợt 2026"), Pt(13.0))[1].least;
        let held = of(&table(3, "năm 2026"), Pt(13.0))[1].least;
        assert!(held > apart);
    }
}
