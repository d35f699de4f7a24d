//! The reporting period: its window in the calendar, its name, its neighbours.
//!
//! Owns the arithmetic of parts of a year, of years, and of spans named by their days. Must not know what is reported
//! in it. Deadlines and comparisons take their year from it; drafts take their title.

mod found;
mod in_words;
pub(super) mod likely;
mod likely_day;
mod likely_years;
mod part;
mod shape;
mod spoken;
mod wording;
mod years;

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

use crate::vietnamese::date::{self, CalendarFault};
use crate::vietnamese::numerals::roman;

pub(super) use self::{part::YearPart, shape::PartShape};
pub(super) use found::PeriodWords;
pub(super) use likely_years::{LikelyYears, likely_wording};
use years::Years;

/// A period that is planned or reported: a part of one year, several years, or a span from a day to a day.
///
/// # Examples
/// ```
/// use vanthu::dossier::period::Period;
/// let period = Period::parse("06 THÁNG CUỐI NĂM 2025").expect("a period");
/// assert_eq!(period.name(), "6 tháng cuối năm 2025");
/// assert_eq!(period.next().map(Period::name).as_deref(), Some("6 tháng đầu năm 2026"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    span: PeriodSpan,
}

/// Why a text names no reporting period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodFault {
    /// The text has no form of a period.
    NotAPeriod,
    /// A part of a year without the year: `6 tháng cuối năm`.
    NoYear,
    /// A number that no calendar has.
    Calendar(CalendarFault),
    /// It ends before it starts.
    EndsBeforeStart,
    /// A term (`nhiệm kỳ`) or a stage (`giai đoạn`) without its years.
    NoYears,
    /// A school year, a wave (`đợt`) or a week: each office sets its days, so they must be given.
    WindowUnknown,
}

impl From<CalendarFault> for PeriodFault {
    fn from(fault: CalendarFault) -> Self {
        Self::Calendar(fault)
    }
}

impl Period {
    /// The period that a text names, in any of the wordings clerks use, apart from diacritics and case.
    ///
    /// It reads a month, a quarter, a half, nine months, a year, a stage or a term of several years, and
    /// `từ ngày … đến ngày …`.
    ///
    /// # Errors
    /// A [`PeriodFault`]. A school year, a wave and a week are refused, though they are real cycles: only the office
    /// knows their days, and a guessed window would judge deadlines wrongly. Their days can be written instead.
    pub fn parse(text: &str) -> Result<Self, PeriodFault> {
        wording::read(text)
    }

    /// The canonical words: `6 tháng cuối năm 2025`, `quý IV năm 2025`, `tháng 02 năm 2026`, `9 tháng năm 2026`,
    /// `năm 2025`, `giai đoạn 2026 - 2030`, `từ ngày 15/12/2025 đến ngày 14/6/2026` (the only ones with slashes).
    #[must_use]
    pub fn name(self) -> String {
        self.to_string()
    }

    /// The first day of its window in the calendar.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        match self.span {
            PeriodSpan::Part(part, year) => month_start(year, part.months().0),
            PeriodSpan::Years(years) => month_start(years.first, 1),
            PeriodSpan::Days(first, _) => first,
        }
    }

    /// The last day of its window in the calendar.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        match self.span {
            PeriodSpan::Part(part, year) => month_start(year, part.months().1) + Months::new(1) - chrono::Days::new(1),
            PeriodSpan::Years(years) => month_start(years.last, 12) + Months::new(1) - chrono::Days::new(1),
            PeriodSpan::Days(_, last) => last,
        }
    }

    /// The year of its last day.
    #[must_use]
    pub fn year(self) -> i32 {
        self.last_day().year()
    }

    /// Whether results are reported of it: a stage or a term of several years is planned only.
    #[must_use]
    pub fn is_reported(self) -> bool {
        !matches!(self.span, PeriodSpan::Years(_))
    }

    /// Whether it begins and ends in this year.
    #[must_use]
    pub fn is_within_year(self, year: i32) -> bool {
        (self.first_day().year(), self.year()) == (year, year)
    }

    /// Whether it is a whole year of the calendar.
    #[must_use]
    pub fn is_whole_year(self) -> bool {
        self.ends_a_year()
            && (self.first_day().day(), self.first_day().month()) == (1, 1)
            && self.first_day().year() == self.year()
    }

    /// Whether its last day is the last of a year.
    #[must_use]
    pub fn ends_a_year(self) -> bool {
        (self.last_day().day(), self.last_day().month()) == (31, 12)
    }

    /// The next period of the same kind; `None` where a person must choose: after nine months, which are cumulative,
    /// after several years, and after a span named by its days.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.neighbour(1)
    }

    /// The previous period of the same kind; `None` under the same conditions as [`Period::next`].
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        self.neighbour(-1)
    }

    /// The meaning of "cùng kỳ": the same period one year earlier, never the previous period. 29/02 becomes 28/02.
    #[must_use]
    pub fn same_period_last_year(self) -> Self {
        let span = match self.span {
            PeriodSpan::Part(part, year) => PeriodSpan::Part(part, year - 1),
            PeriodSpan::Years(years) => PeriodSpan::Years(years.earlier(1)),
            PeriodSpan::Days(first, last) => PeriodSpan::Days(first - Months::new(12), last - Months::new(12)),
        };
        Self { span }
    }

    /// A part of a year as a period.
    pub(super) fn of_year(part: YearPart, year: i32) -> Self {
        Self { span: PeriodSpan::Part(part, year) }
    }

    /// Several years as a period.
    fn of_years(years: Years) -> Self {
        Self { span: PeriodSpan::Years(years) }
    }

    /// The span from a day to a day.
    fn of_days(first: NaiveDate, last: NaiveDate) -> Result<Self, PeriodFault> {
        if last < first {
            return Err(PeriodFault::EndsBeforeStart);
        }
        Ok(Self { span: PeriodSpan::Days(first, last) })
    }

    fn neighbour(self, step: i32) -> Option<Self> {
        let PeriodSpan::Part(part, year) = self.span else { return None };
        let (place, parts) = part.place_in_year()?;
        let place = year * parts + place + step;
        let part = part.sibling(place.rem_euclid(parts));
        Some(Self::of_year(part, place.div_euclid(parts)))
    }
}

impl fmt::Display for Period {
    /// The canonical words of [`Period::name`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.span {
            PeriodSpan::Part(part, year) => match part {
                YearPart::Month(month) => write!(f, "tháng {} năm {year}", date::month_number(month)),
                YearPart::Quarter(quarter) => write!(f, "quý {} năm {year}", roman(quarter as usize)),
                YearPart::FirstHalf => write!(f, "6 tháng đầu năm {year}"),
                YearPart::SecondHalf => write!(f, "6 tháng cuối năm {year}"),
                YearPart::NineMonths => write!(f, "9 tháng năm {year}"),
                YearPart::Whole => write!(f, "năm {year}"),
            },
            PeriodSpan::Years(years) => years.fmt(f),
            PeriodSpan::Days(first, last) => {
                write!(f, "từ ngày {} đến ngày {}", date::slashed(first), date::slashed(last))
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PeriodSpan {
    /// A part of this year.
    Part(YearPart, i32),
    /// Several whole years.
    Years(Years),
    /// From this day to that, both included; in this order.
    Days(NaiveDate, NaiveDate),
}

fn month_start(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).expect("a period's months and years are those of the calendar")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn period(name: &str) -> Period {
        Period::parse(name).expect("a test names a period")
    }

    fn named(period: Option<Period>) -> Option<String> {
        period.map(Period::name)
    }

    fn check(name: &str, window: [&str; 2], next: Option<&str>, previous: Option<&str>, last_year: &str) {
        let period = period(name);
        assert_eq!(period.name(), name);
        assert_eq!([period.first_day(), period.last_day()].map(date::slashed), window, "{name}");
        assert_eq!(named(period.next()).as_deref(), next, "{name}");
        assert_eq!(named(period.previous()).as_deref(), previous, "{name}");
        assert_eq!(period.same_period_last_year().name(), last_year, "{name}");
    }

    #[test]
    fn a_half_follows_a_half() {
        check(
            "6 tháng cuối năm 2025",
            ["01/7/2025", "31/12/2025"],
            Some("6 tháng đầu năm 2026"),
            Some("6 tháng đầu năm 2025"),
            "6 tháng cuối năm 2024",
        );
        check(
            "6 tháng đầu năm 2026",
            ["01/01/2026", "30/6/2026"],
            Some("6 tháng cuối năm 2026"),
            Some("6 tháng cuối năm 2025"),
            "6 tháng đầu năm 2025",
        );
    }

    #[test]
    fn a_quarter_follows_a_quarter() {
        check(
            "quý IV năm 2025",
            ["01/10/2025", "31/12/2025"],
            Some("quý I năm 2026"),
            Some("quý III năm 2025"),
            "quý IV năm 2024",
        );
        check(
            "quý I năm 2026",
            ["01/01/2026", "31/3/2026"],
            Some("quý II năm 2026"),
            Some("quý IV năm 2025"),
            "quý I năm 2025",
        );
    }

    #[test]
    fn a_month_follows_a_month() {
        check(
            "tháng 12 năm 2025",
            ["01/12/2025", "31/12/2025"],
            Some("tháng 01 năm 2026"),
            Some("tháng 11 năm 2025"),
            "tháng 12 năm 2024",
        );
        check(
            "tháng 02 năm 2026",
            ["01/02/2026", "28/02/2026"],
            Some("tháng 3 năm 2026"),
            Some("tháng 01 năm 2026"),
            "tháng 02 năm 2025",
        );
    }

    #[test]
    fn a_year_follows_a_year() {
        check("năm 2025", ["01/01/2025", "31/12/2025"], Some("năm 2026"), Some("năm 2024"), "năm 2024");
    }

    #[test]
    fn nine_months_have_no_next_period() {
        check("9 tháng năm 2026", ["01/01/2026", "30/9/2026"], None, None, "9 tháng năm 2025");
    }

    #[test]
    fn a_named_span_has_no_next_period() {
        check(
            "từ ngày 15/12/2025 đến ngày 14/6/2026",
            ["15/12/2025", "14/6/2026"],
            None,
            None,
            "từ ngày 15/12/2024 đến ngày 14/6/2025",
        );
        let leap = period("từ ngày 01/02/2024 đến ngày 29/02/2024");
        assert_eq!(leap.same_period_last_year().name(), "từ ngày 01/02/2023 đến ngày 28/02/2023");
        assert_eq!(period("từ ngày 15/12/2025 đến ngày 14/6/2026").year(), 2026);
    }

    #[test]
    fn two_periods_of_one_year_name_it_once() {
        let beside = |name: &str| {
            let period = period(name);
            let next = period.next().expect("a neighbour");
            format!("{} và {}", period.name_beside(next), next.name())
        };
        assert_eq!(beside("6 tháng đầu năm 2026"), "6 tháng đầu năm và 6 tháng cuối năm 2026");
        assert_eq!(beside("6 tháng cuối năm 2025"), "6 tháng cuối năm 2025 và 6 tháng đầu năm 2026");
        assert_eq!(beside("quý I năm 2026"), "quý I và quý II năm 2026");
        assert_eq!(beside("tháng 3 năm 2026"), "tháng 3 và tháng 4 năm 2026");
        assert_eq!(beside("năm 2025"), "năm 2025 và năm 2026");
    }

    #[test]
    fn a_whole_year_is_recognised_by_its_days() {
        let is_year = |name: &str| (period(name).is_whole_year(), period(name).ends_a_year());
        assert_eq!(is_year("năm 2026"), (true, true));
        assert_eq!(is_year("từ ngày 01/01/2026 đến ngày 31/12/2026"), (true, true));
        assert_eq!(is_year("6 tháng cuối năm 2026"), (false, true));
        assert_eq!(is_year("từ ngày 01/01/2025 đến ngày 31/12/2026"), (false, true));
        assert_eq!(is_year("quý III năm 2026"), (false, false));
    }

    fn any_part() -> impl Strategy<Value = YearPart> {
        prop_oneof![
            (1..=12_u32).prop_map(YearPart::Month),
            (1..=4_u32).prop_map(YearPart::Quarter),
            Just(YearPart::FirstHalf),
            Just(YearPart::SecondHalf),
            Just(YearPart::NineMonths),
            Just(YearPart::Whole),
        ]
    }

    proptest! {
        #[test]
        fn a_name_parses_to_its_period(part in any_part(), year in 1900..=2199_i32) {
            let period = Period::of_year(part, year);
            prop_assert_eq!(Period::parse(&period.name()), Ok(period));
            prop_assert_eq!(Period::parse(&period.name().to_uppercase()), Ok(period));
        }

        #[test]
        fn the_name_of_a_span_parses_to_the_span(start in 0..100_000_u64, length in 0..2_000_u64) {
            let first = month_start(1900, 1) + chrono::Days::new(start);
            let period = Period::of_days(first, first + chrono::Days::new(length)).expect("it ends after its start");
            prop_assert_eq!(Period::parse(&period.name()), Ok(period));
        }

        #[test]
        fn the_next_period_begins_the_day_after(part in any_part(), year in 1901..=2198_i32) {
            let period = Period::of_year(part, year);
            if let Some(next) = period.next() {
                prop_assert_eq!(next.first_day(), period.last_day() + chrono::Days::new(1));
                prop_assert_eq!(next.previous(), Some(period));
            } else {
                prop_assert_eq!(part, YearPart::NineMonths);
            }
            prop_assert_eq!(period.same_period_last_year(), Period::of_year(part, year - 1));
        }
    }
}
