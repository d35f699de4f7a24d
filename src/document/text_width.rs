//! Computes how wide a text prints in the decree's typeface.
//!
//! Owns the cuts of the typeface and the width of a text on one line. Must not know where lines break, nor any rule.
//! Its widths go to `wrapping` and `layout`, for even breaks and drawn lines.

use crate::units::Pt;
use crate::vietnamese::text;

use advances::{OTHERS, UNITS_PER_EM, UNKNOWN};

mod advances;
mod width_table;

/// A cut of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    Upright,
    Bold,
    Italic,
    BoldItalic,
}

/// A cut at a size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lettering {
    pub(super) cut: Cut,
    pub(super) size: Pt,
}

/// Height of the letters above their baseline, as a share of the type size (`hhea` ascent, 1825/2048).
pub(super) const ASCENT: f64 = 1825.0 / UNITS_PER_EM;

/// The text's width on one line, its blanks included; 0 for an empty text.
pub(super) fn text_width(line: &str, lettering: Lettering) -> Pt {
    let mut sum = WidthSum::new(lettering);
    line.chars().for_each(|letter| sum.add(letter));
    sum.take(line)
}

/// Sums the widths of letters.
pub(super) struct WidthSum {
    lettering: Lettering,
    /// The widths of letters of one byte.
    of_bytes: &'static [u16; 0x80],
    /// In units of the typeface.
    units: u32,
    /// Whether a letter was not in the table: then the text is measured by the parts of its letters.
    is_composed: bool,
}

impl WidthSum {
    /// A sum of no letters.
    pub(super) fn new(lettering: Lettering) -> Self {
        let of_bytes = width_table::of_bytes(lettering.cut as usize);
        Self { lettering, of_bytes, units: 0, is_composed: false }
    }

    /// Adds a letter.
    #[inline]
    pub(super) fn add(&mut self, letter: char) {
        // The width of a letter in the table does not depend on its neighbours, unless the next one is a combining
        // mark; the table has no marks.
        match width_table::width(letter, self.lettering.cut as usize) {
            Some(width) => self.units += u32::from(width),
            None => self.is_composed = true,
        }
    }

    /// Adds a letter of one byte.
    #[inline]
    pub(super) fn add_byte(&mut self, letter: u8) {
        let width = self.of_bytes.get(usize::from(letter)).copied().unwrap_or_default();
        self.units += u32::from(width);
        self.is_composed |= width == 0;
    }

    /// The width of the letters added, which are those of this text; then starts again from zero.
    #[inline]
    pub(super) fn take(&mut self, text: &str) -> Pt {
        let units = if self.is_composed { composed_units(text, self.lettering.cut) } else { self.units };
        (self.units, self.is_composed) = (0, false);
        Pt(f64::from(units) / UNITS_PER_EM * self.lettering.size.0)
    }
}

/// The width of any text, by the parts of its letters.
fn composed_units(line: &str, cut: Cut) -> u32 {
    text::composed(line).chars().map(|letter| u32::from(advance(letter, cut))).sum()
}

/// A letter with marks is as wide as the letter without them, except that the horns of ơ and ư are wider.
fn advance(letter: char, cut: Cut) -> u16 {
    const HORN: char = '\u{31b}';
    if let Some(width) = listed(letter, cut) {
        return width;
    }
    let mut parts = text::decomposed(letter).into_iter();
    let base = parts.next().unwrap_or(letter);
    let stem = if parts.any(|mark| mark == HORN) { with_horn(base) } else { base };
    listed(stem, cut).unwrap_or(UNKNOWN)
}

fn with_horn(base: char) -> char {
    match base {
        'O' => 'Ơ',
        'o' => 'ơ',
        'U' => 'Ư',
        'u' => 'ư',
        other => other,
    }
}

fn listed(letter: char, cut: Cut) -> Option<u16> {
    let (ascii, column) = match cut {
        Cut::Upright => (&advances::UPRIGHT, 0),
        Cut::Bold => (&advances::BOLD, 1),
        Cut::Italic => (&advances::ITALIC, 2),
        Cut::BoldItalic => (&advances::BOLD_ITALIC, 3),
    };
    match letter {
        '\u{a0}' => Some(ascii[0]),
        ' '..='~' => Some(ascii[letter as usize - ' ' as usize]),
        _ => OTHERS.iter().find(|(other, _)| *other == letter).map(|(_, widths)| widths[column]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_match_the_measured_samples() {
        let samples = [
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Cut::Bold, 12.0, 88.3),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Cut::Bold, 13.0, 95.7),
            ("Độc lập - Tự do - Hạnh phúc", Cut::Bold, 13.0, 56.1),
            ("Độc lập - Tự do - Hạnh phúc", Cut::Bold, 14.0, 60.5),
            ("ỦY BAN NHÂN DÂN", Cut::Bold, 13.0, 43.2),
            ("ỦY BAN NHÂN DÂN XÃ YÊN BÌNH", Cut::Bold, 13.0, 74.7),
            ("PHÒNG VĂN HÓA - XÃ HỘI", Cut::Bold, 13.0, 60.0),
            ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", Cut::Bold, 13.0, 86.4),
            ("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", Cut::Italic, 13.0, 98.7),
            ("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026", Cut::Italic, 14.0, 106.3),
        ];
        for (text, cut, size, expected_mm) in samples {
            let width = text_width(text, Lettering { cut, size: Pt(size) }).to_mm().0;
            assert!((width - expected_mm).abs() < 0.06, "{text} at {size}: {width}");
        }
    }

    #[test]
    fn marks_add_no_width_but_horns_do() {
        let lettering = Lettering { cut: Cut::Upright, size: Pt(2048.0) };
        let width = |text| text_width(text, lettering);
        assert_eq!(width("ệ"), width("e"));
        assert_eq!(width("ợ"), width("ơ"));
        assert_eq!(width("o\u{31b}\u{323}"), width("ợ"));
        assert_eq!((width("ơ"), width("o")), (Pt(1083.0), Pt(1024.0)));
        assert_eq!(width("\u{a0}"), width(" "));
        assert_eq!(width(""), Pt(0.0));
    }

    #[test]
    fn the_table_has_the_widths_of_the_parts() {
        for cut in [Cut::Upright, Cut::Bold, Cut::Italic, Cut::BoldItalic] {
            let marked = (0..=u32::from('\u{ffff}')).filter_map(char::from_u32);
            let wrong: String = marked
                .filter(|letter| {
                    width_table::width(*letter, cut as usize).is_some_and(|width| width != advance(*letter, cut))
                })
                .collect();
            assert_eq!(wrong, "", "{cut:?}");
        }
        assert!("Ệ ở Đ ư \u{a0}–“”".chars().all(|letter| width_table::width(letter, 0).is_some()));
        assert!("\u{301}ä漢".chars().all(|letter| width_table::width(letter, 0).is_none()));
    }

    #[test]
    fn an_unknown_letter_is_as_wide_as_a_digit() {
        let lettering = Lettering { cut: Cut::Bold, size: Pt(14.0) };
        assert_eq!(text_width("漢", lettering), text_width("0", lettering));
    }
}
