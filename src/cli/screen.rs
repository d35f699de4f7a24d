//! Text for a screen: cleaned, cut, or wrapped at words.
//!
//! Owns the width of a screen, the indent of wrapped lines, and the characters that no screen gets. Must not touch
//! piped text: scripts read whole lines. All text for people goes through it.

use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::vietnamese::text::clean;

/// The columns of a terminal that a line may use.
pub(super) const WIDTH: usize = 80;
/// The start of a wrapped line.
const INDENT: &str = "    ";
/// The bar between two cells.
pub(super) const BAR: &str = " │ ";
/// The mark for omitted letters.
pub(super) const CUT: &str = "…";

/// One line for a terminal: without control, invisible or bidirectional marks, line breaks as ` / `.
pub(super) fn one_line(text: &str) -> String {
    clean(text).text.replace('\n', " / ")
}

/// The text, cut with `…` where it is wider than this.
pub(super) fn cut(text: &str, limit: usize) -> String {
    if text.width() <= limit {
        return text.to_owned();
    }
    let mut shortened = String::new();
    let mut width = CUT.width();
    for character in text.chars() {
        width += character.width().unwrap_or(0);
        if width > limit {
            break;
        }
        shortened.push(character);
    }
    shortened.truncate(shortened.trim_end().len());
    shortened + CUT
}

/// The text with every line of more than 80 columns wrapped at a blank; colours have no width.
pub(super) fn folded(text: &str) -> String {
    text.split_inclusive('\n').map(folded_line).collect()
}

fn folded_line(line: &str) -> String {
    let (text, end) = line.strip_suffix('\n').map_or((line, ""), |text| (text, "\n"));
    if textwrap::core::display_width(text) <= WIDTH {
        return line.to_owned();
    }
    let own = &text[..text.len() - text.trim_start_matches(' ').len()];
    let further = format!("{own}{INDENT}");
    // A code such as 25-NQ/TW is one word, and so is a quoted TOML value: lines do not break at hyphens.
    let options = Options::new(WIDTH)
        .subsequent_indent(&further)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let folded = textwrap::fill(text.trim_start_matches(' '), options.initial_indent(own));
    format!("{folded}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_wrapped_and_short_ones_are_not() {
        let long = "so-lieu.xlsx › Thôn: đọc nhưng không in trong văn bản này: Trưởng thôn, Số hộ, Nhân khẩu, Số liệu tại ngày";
        let expected = "so-lieu.xlsx › Thôn: đọc nhưng không in trong văn bản này: Trưởng thôn, Số hộ,\n    Nhân khẩu, Số liệu tại ngày\n";
        assert_eq!(folded(&format!("{long}\n")), expected);
        let row = "    12 │ 7 │ Rà soát\n\n";
        assert_eq!(folded(row), row);
    }

    #[test]
    fn wide_letters_count_as_two_columns_and_combining_marks_as_none() {
        let wide = format!("{} {}", "漢".repeat(38), "漢".repeat(3));
        assert_eq!(folded(&wide).lines().count(), 2);
        let combining = "e\u{301}".repeat(80);
        assert_eq!(folded(&combining), combining);
        let coloured = format!("\u{1b}[1;31m{}\u{1b}[0m", "a".repeat(80));
        assert_eq!(folded(&coloured), coloured);
    }
}
