//! A line of a text file in a terminal, with carets under the place that a message is about.
//!
//! Owns counting columns (wide and combining letters) and cutting long lines around that place. Must not know messages.
//! Its output goes to `messages`.

use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;
use unicode_width::UnicodeWidthStr as _;

use super::screen::{BAR, CUT, WIDTH};
use crate::vietnamese::text::{is_unprintable, legible};

/// The mark for a character that a terminal must not get.
const HIDDEN: char = '□';
/// How much of a long line is shown before the place, in columns.
const BEFORE: usize = 24;

/// The line, and below it the carets; `mark` makes the carets stand out.
pub(super) fn draw(row: u32, text: &str, span: &Range<usize>, mark: impl Fn(&str) -> String) -> String {
    let head = format!("    {row}{BAR}");
    let room = WIDTH - head.width();
    let letters: Vec<char> = text.trim_end().chars().map(shown).collect();
    let span = span.start.min(letters.len())..span.end.min(letters.len());
    let (first, last) = window(&letters, &span, room);
    let before = if first > 0 { CUT } else { "" };
    let after = if last < letters.len() { CUT } else { "" };
    let line: String = letters[first..last].iter().collect();
    let indent = before.width() + width(&letters[first..span.start.max(first)]);
    let length = width(&letters[span.start.max(first)..span.end.clamp(span.start.max(first), last.max(span.start))]);
    let blank = " ".repeat(head.width() - BAR.trim_start().width());
    let carets = mark(&"^".repeat(length.max(1)));
    format!("{head}{before}{line}{after}\n{blank}{}{}{carets}", BAR.trim_start(), " ".repeat(indent))
}

/// A tab takes one column; a character that would move the cursor or hide text is shown as a box.
fn shown(letter: char) -> char {
    match letter {
        '\t' => ' ',
        _ if is_unprintable(letter) || letter == '\n' || legible(letter.encode_utf8(&mut [0; 4])).is_empty() => HIDDEN,
        _ => letter,
    }
}

/// The letters that fit: all of them, or those around the place. A letter is never separated from its combining marks.
fn window(letters: &[char], span: &Range<usize>, room: usize) -> (usize, usize) {
    if width(letters) <= room {
        return (0, letters.len());
    }
    let mut first = span.start;
    while first > 0 && width(&letters[first - 1..span.start]) <= BEFORE {
        first -= 1;
    }
    // Near the end of the line there is room to show more before the place.
    while first > 0 && CUT.width() + width(&letters[first - 1..]) <= room {
        first -= 1;
    }
    // The mark for omitted letters is no wider than the few letters that it would replace.
    if width(&letters[..first]) <= CUT.width() {
        first = 0;
    }
    while first > 0 && first < span.start && letters[first].width() == Some(0) {
        first += 1;
    }
    let marks = if first > 0 { 2 * CUT.width() } else { CUT.width() };
    let ends_here = width(&letters[first..]) + marks - CUT.width() <= room;
    if ends_here {
        return (first, letters.len());
    }
    let (mut last, mut used) = (first, marks);
    while last < letters.len() {
        used += letters[last].width().unwrap_or(0);
        if used > room {
            break;
        }
        last += 1;
    }
    (first, last)
}

fn width(letters: &[char]) -> usize {
    letters.iter().map(|letter| letter.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, subject: &str, expected: [&str; 2]) {
        let start = text.find(subject).expect("the subject is in the text");
        let start = text[..start].chars().count();
        let drawn = draw(12, text, &(start..start + subject.chars().count()), str::to_owned);
        assert_eq!(drawn.split('\n').collect::<Vec<_>>(), expected);
        for line in drawn.lines() {
            assert!(line.width() <= WIDTH, "{} columns: {line}", line.width());
        }
    }

    #[test]
    fn carets_are_under_the_place() {
        check("{{ viec.noi_dug }}", "noi_dug", ["    12 │ {{ viec.noi_dug }}", "       │         ^^^^^^^"]);
        check("\tVề {{ x }}", "x", ["    12 │  Về {{ x }}", "       │        ^"]);
    }

    #[test]
    fn wide_and_combining_letters_are_counted_by_their_columns() {
        check("漢字 {{ x }}", "x", ["    12 │ 漢字 {{ x }}", "       │         ^"]);
        let decomposed = "Vie\u{323}\u{302}t {{ x }}";
        check(decomposed, "x", [&format!("    12 │ {decomposed}"), "       │         ^"]);
    }

    #[test]
    fn a_long_line_is_cut_around_the_spot() {
        let words = "Triển khai kịp thời, đồng bộ các nhiệm vụ được giao; ".repeat(4);
        check(
            &format!("{words}{{{{ chu_d }}}} {words}"),
            "chu_d",
            [
                "    12 │ … nhiệm vụ được giao; {{ chu_d }} Triển khai kịp thời, đồng bộ các nhi…",
                "       │                          ^^^^^",
            ],
        );
        check(
            &format!("{words}{{{{ chu_d }}}}"),
            "chu_d",
            [
                "    12 │ …giao; Triển khai kịp thời, đồng bộ các nhiệm vụ được giao; {{ chu_d }}",
                "       │                                                                ^^^^^",
            ],
        );
    }

    #[test]
    fn control_characters_are_shown_as_boxes() {
        check("a\u{1b}[31m\u{202e}{{ x }}", "x", ["    12 │ a□[31m□{{ x }}", "       │           ^"]);
    }
}
