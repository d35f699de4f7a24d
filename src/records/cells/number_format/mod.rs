//! Excel's number formats, as far as clerks use them.
//!
//! Owns which format a style has and how a number looks in it, with Vietnamese marks: dot for thousands, comma for
//! decimals. Must not know cells. Fractions, exponents and conditions fall back to General.

mod section;

use std::collections::BTreeMap;

use calamine::{Fill, FillPattern, Style};

use self::section::FormatSection;
use super::date::ShownMoment;
use super::day_pattern::DayPattern;
use super::excel_number::ExcelNumber;
use crate::vietnamese::old_encoding::OldEncoding;
use crate::vietnamese::text::clean;

/// How a cell shows its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CellFormat {
    /// Whether the cell is formatted as text.
    pub(super) is_text: bool,
    /// The parts of a moment that it shows, if the number is one.
    pub(super) shown: ShownMoment,
    /// How it writes a day; `None` where our own rule does.
    pub(super) day_pattern: Option<DayPattern>,
    /// Whether its letters are struck out.
    pub(super) is_struck: bool,
    /// The encoding of its font, where that is older than Unicode.
    pub(super) encoding: Option<OldEncoding>,
    /// Whether the letters are bold, or the cell is filled with a colour.
    pub(super) stands_out: bool,
    sections: Vec<FormatSection>,
}

impl CellFormat {
    /// The format of a code.
    pub(super) fn from_code(code: &str) -> Self {
        let sections = if code.trim().is_empty() { Vec::new() } else { section::split(code) };
        Self {
            is_text: code.trim() == "@",
            shown: ShownMoment::from_code(code),
            day_pattern: DayPattern::from_code(code),
            is_struck: false,
            encoding: None,
            stands_out: false,
            sections: sections.iter().map(|text| FormatSection::from_code(text)).collect(),
        }
    }

    /// A number as the cell shows it; `None` where the format hides it, as `;;;` does.
    pub(super) fn show(&self, number: &ExcelNumber) -> Option<String> {
        let shown = self.section_for(number).and_then(|(section, keeps_sign)| {
            let mut unsigned = number.clone();
            unsigned.is_negative = false;
            let text = section.show(&unsigned)?;
            let has_sign = number.is_negative && keeps_sign && text.chars().any(|digit| ('1'..='9').contains(&digit));
            Some(if has_sign { format!("-{text}") } else { text })
        });
        let shown = shown.map(|text| clean(&text).text);
        let is_hidden = self.sections.len() > 2 && shown.as_deref() == Some("");
        (!is_hidden).then(|| shown.filter(|text| !text.is_empty()).unwrap_or_else(|| number.written(',')))
    }

    /// The section for a number, and whether we must write its sign.
    fn section_for(&self, number: &ExcelNumber) -> Option<(&FormatSection, bool)> {
        if self.sections.iter().any(|section| section.is_conditional) {
            return None;
        }
        match self.sections.as_slice() {
            [] => None,
            [only] => Some((only, true)),
            [_, negative, ..] if number.is_negative => Some((negative, false)),
            [_, _, zero, ..] if number.is_zero() => Some((zero, false)),
            [positive, ..] => Some((positive, false)),
        }
    }
}

/// The format of every style of a workbook.
pub(super) struct FormatTable {
    formats: Vec<CellFormat>,
    /// Index into `formats`, by style.
    by_style: Vec<usize>,
}

impl FormatTable {
    /// The table of calamine's styles.
    pub(super) fn of(styles: &[Style]) -> Self {
        let mut formats = vec![CellFormat::from_code("General")];
        let mut known = BTreeMap::from([(("General", false, false, None), 0)]);
        let mut by_style = Vec::with_capacity(styles.len());
        for style in styles {
            let code = style.number_format.as_ref().map_or("General", |format| format.format_code.as_str());
            let is_struck = style.font.as_ref().is_some_and(calamine::Font::has_strikethrough);
            let font = style.font.as_ref().and_then(|font| font.name.as_deref());
            let encoding = font.and_then(OldEncoding::of_font);
            let is_bold = style.font.as_ref().is_some_and(calamine::Font::is_bold);
            let stands_out = is_bold || style.fill.as_ref().is_some_and(is_coloured);
            let index = *known.entry((code, is_struck, stands_out, encoding)).or_insert_with(|| {
                formats.push(CellFormat { is_struck, encoding, stands_out, ..CellFormat::from_code(code) });
                formats.len() - 1
            });
            by_style.push(index);
        }
        Self { formats, by_style }
    }

    /// The format of a style; General for an unknown style.
    pub(super) fn of_style(&self, style: usize) -> &CellFormat {
        &self.formats[self.by_style.get(style).copied().unwrap_or(0)]
    }
}

/// Whether a fill shows a colour: white is none.
fn is_coloured(fill: &Fill) -> bool {
    let colour = fill.get_color().filter(|_| fill.pattern == FillPattern::Solid);
    colour.is_some_and(|colour| (colour.red, colour.green, colour.blue) != (u8::MAX, u8::MAX, u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, number: f64, expected: &str) {
        let number = ExcelNumber::from_float(number).expect("a number");
        assert_eq!(CellFormat::from_code(code).show(&number).unwrap_or_default(), expected, "{code}");
    }

    #[test]
    fn general_writes_the_number_out() {
        check("General", 19.990_000_000_000_002, "19,99");
        check("General", 1200.0, "1200");
        check("General", -0.5, "-0,5");
        check("@", 12.5, "12,5");
    }

    #[test]
    fn zeros_pad_and_decimals_are_fixed() {
        check("000", 7.0, "007");
        check("0.00", 1.5, "1,50");
        check("0.0#", 1.5, "1,5");
        check("0.##", 2.0, "2");
        check("#", 12.0, "12");
        check("00-000", 1234.0, "01-234");
    }

    #[test]
    fn percent_and_thousands() {
        check("0%", 0.85, "85%");
        check("0.0%", 0.8555, "85,6%");
        check("#,##0", 1_234_567.0, "1.234.567");
        check("#,##0.00", 1234.5, "1.234,50");
        check("#,##0,", 1_234_567.0, "1.235");
        check("#,##0", 0.0, "0");
    }

    #[test]
    fn signs_and_sections() {
        check("0", -7.0, "-7");
        check("0", -0.2, "0");
        check("#,##0;(#,##0)", -1200.0, "(1.200)");
        check("0;-0;\"không\"", 0.0, "không");
        check("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", 1200.0, "1.200");
        check("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", 0.0, "-");
        check("#,##0;[Red]-#,##0", -5.0, "-5");
    }

    #[test]
    fn units_in_the_format_are_seen() {
        check("0\" hộ\"", 12.0, "12 hộ");
        check("#,##0\\ [$₫-42A]", 1200.0, "1.200 ₫");
        check("\"Số \"0", 3.0, "Số 3");
    }

    #[test]
    fn unknown_formats_fall_back_to_general() {
        check("# ?/?", 0.5, "0,5");
        check("0.00E+00", 1200.0, "1200");
        check("[>=100]0;0.0", 12.25, "12,25");
        check("", 5.0, "5");
    }

    #[test]
    fn hidden_numbers_are_not_shown() {
        check(";;;", 5.0, "");
        check("0;-0;;@", 0.0, "");
        check("0;-0;;@", 5.0, "5");
        check("0;", -5.0, "-5");
    }
}
