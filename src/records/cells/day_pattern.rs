//! A day written as its number format shows it: `d/m/yyyy`, `"ngày" d "tháng" m "năm" yyyy`.
//!
//! Owns the codes that are followed exactly: digits of day, month and year, and the text between them. Must not know
//! Excel's own short dates, names of months and times: `date` has our own rule for those. `seen` writes days with it.

use chrono::{Datelike, NaiveDate};

/// A format of days that is followed exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DayPattern(Vec<DayPart>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayPart {
    Literal(char),
    Day(usize),
    Month(usize),
    Year(usize),
}

impl DayPattern {
    /// The pattern of a format code; `None` where our own rule writes the day.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        let mut parts = Vec::new();
        let mut characters = code.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                ';' => break,
                '"' => parts.extend(characters.by_ref().take_while(|next| *next != '"').map(DayPart::Literal)),
                '[' if characters.peek() == Some(&'$') => drop(characters.by_ref().find(|next| *next == ']')),
                '\\' => parts.extend(characters.next().map(DayPart::Literal)),
                'd' | 'D' | 'm' | 'M' | 'y' | 'Y' => {
                    let mut width = 1;
                    while characters.next_if(|next| next.eq_ignore_ascii_case(&character)).is_some() {
                        width += 1;
                    }
                    parts.push(DayPart::of(character, width)?);
                }
                '/' | '-' | '.' | ',' | ' ' => parts.push(DayPart::Literal(character)),
                _ => return None,
            }
        }
        let pattern = Self(parts);
        (!pattern.is_standard() && !pattern.puts_month_first()).then_some(pattern)
    }

    /// The day, written out.
    pub(super) fn show(&self, day: NaiveDate) -> String {
        let shown = self.0.iter().map(|part| match *part {
            DayPart::Literal(character) => character.to_string(),
            DayPart::Day(width) => format!("{:0width$}", day.day()),
            DayPart::Month(width) => format!("{:0width$}", day.month()),
            DayPart::Year(2) => format!("{:02}", day.year() % 100),
            DayPart::Year(_) => day.year().to_string(),
        });
        shown.collect()
    }

    /// `dd/mm/yyyy` and `mm/yyyy` are left to the decree's rule; a code without a day, month or year is no pattern.
    fn is_standard(&self) -> bool {
        use DayPart::{Day, Literal, Month, Year};
        let month = [Month(2), Literal('/'), Year(4)];
        let has_figure = self.0.iter().any(|part| !matches!(part, Literal(_)));
        !has_figure || self.0 == month || self.0.strip_prefix(&[Day(2), Literal('/')]) == Some(&month)
    }

    /// The order of other countries: in a document, 11 May written so would be read as 5 November.
    fn puts_month_first(&self) -> bool {
        let mut figures = self.0.iter().filter(|part| !matches!(part, DayPart::Literal(_)));
        matches!(figures.next(), Some(DayPart::Month(_))) && figures.any(|part| matches!(part, DayPart::Day(_)))
    }
}

impl DayPart {
    /// A run of the same letter; `None` for the name of a day or a month.
    fn of(letter: char, width: usize) -> Option<Self> {
        match letter.to_ascii_lowercase() {
            'd' if width < 3 => Some(Self::Day(width)),
            'm' if width < 3 => Some(Self::Month(width)),
            'y' => Some(Self::Year(if width < 3 { 2 } else { 4 })),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expected: Option<&str>) {
        let day = NaiveDate::from_ymd_opt(2026, 3, 5).expect("a day");
        assert_eq!(DayPattern::from_code(code).map(|pattern| pattern.show(day)).as_deref(), expected, "{code}");
    }

    #[test]
    fn digits_and_text_of_a_format_are_followed_exactly() {
        check("d/m/yyyy", Some("5/3/2026"));
        check("[$-1010000]d/m/yyyy;@", Some("5/3/2026"));
        check("dd\\-mm\\-yy", Some("05-03-26"));
        check("yyyy-mm-dd", Some("2026-03-05"));
        check("\"ngày\" d \"tháng\" m \"năm\" yyyy", Some("ngày 5 tháng 3 năm 2026"));
        check("m/yyyy", Some("3/2026"));
    }

    #[test]
    fn other_formats_are_left_to_our_rule() {
        for code in ["dd/mm/yyyy", "[$-42A]dd/mm/yyyy;@", "mm/yyyy", "mm-dd-yy", "m/d/yyyy", "d-mmm-yy", "General", ""]
        {
            check(code, None);
        }
        check("dd/mm/yyyy hh:mm", None);
    }
}
