//! Text for a screen: cleaned, cut, or folded at words.
//!
//! Owns the width of a screen, the indent of what goes on, and what no screen gets. Must not touch what is piped: scripts
//! read whole lines. Whatever draws for people draws through it.

use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::vietnamese::text::clean;

/// The columns of a terminal that a line may take.
pub(super) const WIDTH: usize = 80;
/// What a folded line goes on with.
const INDENT: &str = "    ";
/// The bar between two cells.
pub(super) const BAR: &str = " │ ";
/// What stands for letters left out.
pub(super) const CUT: &str = "…";

/// One line for a terminal: no control, invisible or bidirectional mark, line breaks as ` / `.
pub(super) fn one_line(text: &str) -> String {
    clean(text).text.replace('\n', " / ")
}

/// The text, its end as `…` where it is wider than this.
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

/// The text with every line of more than 80 columns folded at a blank; colours take no room.
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
    // A code such as 25-NQ/TW is one word, and so is what stands in quotes of TOML: hyphens break nothing.
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
    fn long_lines_go_on_below_and_short_ones_stay() {
        let long = "so-lieu.xlsx › Thôn: đọc nhưng không in trong văn bản này: Trưởng thôn, Số hộ, Nhân khẩu, Số liệu tại ngày";
        let expected = "so-lieu.xlsx › Thôn: đọc nhưng không in trong văn bản này: Trưởng thôn, Số hộ,\n    Nhân khẩu, Số liệu tại ngày\n";
        assert_eq!(folded(&format!("{long}\n")), expected);
        let row = "    12 │ 7 │ Rà soát\n\n";
        assert_eq!(folded(row), row);
    }

    #[test]
    fn wide_letters_count_two_and_marks_none() {
        let wide = format!("{} {}", "漢".repeat(38), "漢".repeat(3));
        assert_eq!(folded(&wide).lines().count(), 2);
        let combining = "e\u{301}".repeat(80);
        assert_eq!(folded(&combining), combining);
        let coloured = format!("\u{1b}[1;31m{}\u{1b}[0m", "a".repeat(80));
        assert_eq!(folded(&coloured), coloured);
    }
}
