//! How a period stands in a sentence.
//!
//! Owns its words beside another period, after "đến hết", and as the time of something. Must not know where they are
//! printed. Fields of templates print them.

use super::{Period, PeriodSpan, YearPart};
use crate::vietnamese::date;

impl Period {
    /// Its short name beside another period of the same year: `6 tháng đầu năm`, `quý I`, `tháng 3`. The whole name
    /// where the years differ, and for spans and years, which need their year.
    #[must_use]
    pub fn name_beside(self, other: Self) -> String {
        let name = self.name();
        let year = format!(" {}", self.year());
        match (self.span, other.span) {
            (PeriodSpan::Part(part, one), PeriodSpan::Part(_, same)) if one == same && part != YearPart::Whole => {
                let short = name.strip_suffix(&year).unwrap_or(&name);
                let is_half = matches!(part, YearPart::FirstHalf | YearPart::SecondHalf);
                // "6 tháng đầu năm" is a term of its own; "quý I năm" is not.
                if is_half { short } else { short.strip_suffix(" năm").unwrap_or(short) }.to_owned()
            }
            _ => name,
        }
    }

    /// Its end, as it follows "đến hết": `năm 2025`, `6 tháng đầu năm 2026`, `ngày 14/6/2026`.
    #[must_use]
    pub fn end_in_words(self) -> String {
        match self.span {
            PeriodSpan::Days(_, last) => format!("ngày {}", date::slashed(last)),
            _ if self.ends_a_year() => format!("năm {}", self.year()),
            _ => self.name(),
        }
    }

    /// Its name as the time of something: `trong 6 tháng đầu năm 2026`, `từ ngày 15/12/2025 đến ngày 14/6/2026`.
    #[must_use]
    pub fn as_time(self) -> String {
        match self.span {
            PeriodSpan::Days(..) => self.name(),
            _ => format!("trong {self}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_and_the_time_are_said_as_in_a_sentence() {
        let said = |name: &str| {
            let period = Period::parse(name).expect("a period");
            (period.end_in_words(), period.as_time())
        };
        let expected = [
            ("6 tháng cuối năm 2025", "năm 2025", "trong 6 tháng cuối năm 2025"),
            ("6 tháng đầu năm 2026", "6 tháng đầu năm 2026", "trong 6 tháng đầu năm 2026"),
            ("9 tháng năm 2026", "9 tháng năm 2026", "trong 9 tháng năm 2026"),
            ("quý I năm 2026", "quý I năm 2026", "trong quý I năm 2026"),
            ("quý IV năm 2026", "năm 2026", "trong quý IV năm 2026"),
            ("tháng 3 năm 2026", "tháng 3 năm 2026", "trong tháng 3 năm 2026"),
            ("năm 2026", "năm 2026", "trong năm 2026"),
            ("từ ngày 15/12/2025 đến ngày 14/6/2026", "ngày 14/6/2026", "từ ngày 15/12/2025 đến ngày 14/6/2026"),
        ];
        for (name, end, time) in expected {
            assert_eq!(said(name), (end.to_owned(), time.to_owned()), "{name}");
        }
    }
}
