//! Rows of text in aligned columns of a terminal.
//!
//! Owns widths and wrapping long texts at blanks. Must not know the meaning of the texts. Its output goes to stdout.

use std::borrow::Cow;

use textwrap::{Options, WordSplitter, wrap};
use unicode_width::UnicodeWidthStr as _;

use super::screen::{WIDTH, one_line};

/// The blanks between two columns.
const GAP: usize = 2;
/// A column is not made narrower than this.
const NARROWEST: usize = 10;

/// The rows as lines of at most 80 columns; a text too long for its column is wrapped.
pub(super) fn draw(rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|text| one_line(text)).collect()).collect();
    let widths = widths(&rows);
    let lines: Vec<String> = rows.iter().flat_map(|row| lines_of(row, &widths)).collect();
    lines.join("\n")
}

/// The width of each column: that of its longest text, the widest columns narrowed until all fit.
fn widths(rows: &[Vec<String>]) -> Vec<usize> {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let longest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|text| text.width()).max();
    let mut widths: Vec<usize> = (0..count).map(|column| longest(column).unwrap_or(0)).collect();
    let room = WIDTH.saturating_sub(GAP * count.saturating_sub(1));
    while widths.iter().sum::<usize>() > room {
        // The first column has the names that people look for, so it is narrowed last.
        let Some((names, others)) = widths.split_first_mut() else { break };
        let widest = others.iter_mut().rev().max_by_key(|width| **width).filter(|width| **width > NARROWEST);
        let Some(narrowed) = widest.or(Some(names).filter(|width| **width > NARROWEST)) else { break };
        *narrowed -= 1;
    }
    widths
}

fn lines_of(row: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(text, width)| wrapped(text, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |index: usize| {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(widths) {
            let text = cell.get(index).map_or("", String::as_str);
            line.push_str(text);
            line.push_str(&" ".repeat(width.saturating_sub(text.width()) + GAP));
        }
        line.trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

/// A text in lines of this width, wrapped at blanks; a word longer than a line is cut.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    // Lines do not break at hyphens: `25-NQ/TW`, `--as-of`.
    let options = Options::new(width).word_splitter(WordSplitter::NoHyphenation);
    wrap(&words.join(" "), options).into_iter().map(Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_wrapped() {
        let row = |texts: [&str; 3]| texts.map(str::to_owned).to_vec();
        let long = "nội dung nhiệm vụ, một hay nhiều đoạn, xuống dòng trong ô là sang đoạn mới";
        let drawn = draw(&[row(["ten_goi", "tên", "Chương trình"]), row(["nhiem_vu[].noi_dung", long, "Rà soát"])]);
        let expected = "\
ten_goi              tên                                            Chương trình
nhiem_vu[].noi_dung  nội dung nhiệm vụ, một hay nhiều đoạn, xuống   Rà soát
                     dòng trong ô là sang đoạn mới";
        assert_eq!(drawn, expected);
        assert!(drawn.lines().all(|line| line.width() <= WIDTH));
    }

    #[test]
    fn a_word_longer_than_its_line_is_cut() {
        assert_eq!(wrapped("漢字漢字 ab", 4), ["漢字", "漢字", "ab"]);
    }
}
