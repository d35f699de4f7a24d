//! What several rules ask of a line: its type, its place, the length of its letters.
//!
//! Owns the widths of bold letters. Must not know which line a rule is about.

use std::ops::RangeInclusive;

use unicode_normalization::UnicodeNormalization;

use super::paper::Line;

/// The sizes allowed, in half points.
pub(super) const SMALL: RangeInclusive<i32> = 24..=26;
pub(super) const LARGE: RangeInclusive<i32> = 26..=28;

/// The look that a rule asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Light,
    Bold,
    Italic,
    BoldItalic,
}

/// What is wrong with the letters of a line; empty where nothing is.
pub(super) fn type_of(line: &Line, sizes: &RangeInclusive<i32>, look: Look) -> Vec<String> {
    let (bold, italic) =
        (matches!(look, Look::Bold | Look::BoldItalic), matches!(look, Look::Italic | Look::BoldItalic));
    let is_wrong = line.pieces.iter().any(|piece| {
        !sizes.contains(&piece.size) || piece.is_bold != bold || piece.is_italic != italic || piece.is_underlined
    });
    wrong(is_wrong || line.pieces.is_empty(), &format!("type of «{}»", line.text))
}

/// The same, and centred.
pub(super) fn centred(line: &Line, sizes: &RangeInclusive<i32>, look: Look) -> Vec<String> {
    let is_centred = line.alignment == "center" && line.indent == 0 && (line.left - line.right).abs() <= 20;
    [type_of(line, sizes, look), wrong(!is_centred, &format!("not centred: «{}»", line.text))].concat()
}

/// A message where something is wrong.
pub(super) fn wrong(is_wrong: bool, message: &str) -> Vec<String> {
    if is_wrong { vec![message.to_owned()] } else { Vec::new() }
}

/// Whether a line is in capitals.
pub(super) fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

/// What is wrong with a drawn line below these lines, in a column of this width: it is 1/3 to 1/2 of the longest, in the
/// middle.
pub(super) fn drawn_below(drawn: Option<&Line>, lines: &[&Line], column: i32, what: &str) -> Vec<String> {
    let Some(drawn) = drawn else { return vec![format!("no line below {what}")] };
    let printed = lines.iter().flat_map(|line| line.text.split('\n').map(|text| (text, line.pieces[0].size)));
    let longest = printed.map(|(text, size)| width(text.trim(), size)).fold(0.0, f64::max);
    let length = f64::from(column - drawn.left - drawn.right);
    let is_wrong =
        !(longest / 3.0 * 0.99..=longest / 2.0 * 1.01).contains(&length) || (drawn.left - drawn.right).abs() > 20;
    wrong(
        is_wrong,
        &format!("line below {what}: {length} of {longest:.0} twips, {} and {} in", drawn.left, drawn.right),
    )
}

/// The length of bold letters of Times New Roman, in twips.
fn width(text: &str, half_points: i32) -> f64 {
    let thousandths: u32 = text.nfd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)).map(advance).sum();
    f64::from(thousandths) / 1000.0 * f64::from(half_points) * 10.0
}

/// The advance of a bold letter, in thousandths of the size.
fn advance(letter: char) -> u32 {
    match letter {
        'I' | 's' => 389,
        'J' | 'a' | 'o' | 'v' | 'x' | 'y' | 'g' | '0'..='9' | '–' | '“' | '”' => 500,
        'P' | 'F' => 611,
        'S' | 'b' | 'd' | 'đ' | 'h' | 'k' | 'n' | 'p' | 'q' | 'u' => 556,
        'B' | 'E' | 'L' | 'T' | 'Z' => 667,
        'G' | 'H' | 'K' | 'O' | 'Q' => 778,
        'M' => 944,
        'W' => 1000,
        'c' | 'e' | 'r' | 'z' => 444,
        'f' | 't' | '-' | '(' | ')' | ':' | ';' => 333,
        'i' | 'j' | 'l' | '/' => 278,
        'm' => 833,
        ' ' | ',' | '.' => 250,
        _ => 722,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widths_are_those_of_the_face() {
        let millimetres = |text: &str, half_points: i32| width(text, half_points) / 56.693;
        assert!((millimetres("ỦY BAN NHÂN DÂN", 26) - 43.2).abs() < 0.1);
        assert!((millimetres("PHÒNG VĂN HÓA - XÃ HỘI", 26) - 60.0).abs() < 0.3);
        assert!((millimetres("Độc lập - Tự do - Hạnh phúc", 28) - 60.5).abs() < 0.5);
    }
}
