//! The texts in which clerks name a whole period.
//!
//! Owns which of them are periods and which only look like one. Must not know what a period is used for.
//! [`super::Period`] is made from its result.

use crate::vietnamese::date::DateShape;
use crate::vietnamese::phrase::{PhraseReader, pieces};

use super::shape::PartShape;
use super::spoken::in_digits;
use super::years::Years;
use super::{Period, PeriodFault};

/// Terms and stages: years of a congress or a programme.
const OF_YEARS: [&str; 2] = ["nhiem ky", "giai doan"];

/// Cycles whose days only the office knows.
const WINDOW_UNKNOWN: [&str; 3] = ["nam hoc", "dot", "tuan"];

/// The period that a whole text names.
pub(super) fn read(text: &str) -> Result<Period, PeriodFault> {
    let typed = in_digits(&pieces(text));
    let pieces = super::likely::with_numeral(&typed).unwrap_or(typed);
    let mut phrase = PhraseReader::new(&pieces);
    if let Some(years) = phrase.attempt(|phrase| whole(phrase, Years::take)) {
        return years.map(Period::of_years);
    }
    if phrase.accept_any(&OF_YEARS) {
        return Err(PeriodFault::NoYears);
    }
    if phrase.accept_any(&WINDOW_UNKNOWN) {
        return Err(PeriodFault::WindowUnknown);
    }
    if let Some((first, last)) = phrase.attempt(|phrase| whole(phrase, days)) {
        return custom(first, last);
    }
    let shape = phrase
        .attempt(|phrase| whole(phrase, PartShape::take))
        .or_else(|| phrase.attempt(|phrase| whole(phrase, bare_year)))
        .or_else(|| phrase.attempt(|phrase| whole(phrase, PartShape::take_three_months)))
        .or_else(|| phrase.attempt(|phrase| whole(phrase, PartShape::take_bare_months)))
        .ok_or(PeriodFault::NotAPeriod)?;
    let year = shape.year()?.ok_or(PeriodFault::NoYear)?;
    Ok(shape.in_year(year)?)
}

fn whole<'a, T>(phrase: &mut PhraseReader<'a>, reader: impl FnOnce(&mut PhraseReader<'a>) -> Option<T>) -> Option<T> {
    reader(phrase).filter(|_| phrase.is_done())
}

/// `từ ngày 15/12/2025 đến hết ngày 14/6/2026`, `15/12/2025 - 14/6/2026`.
fn days<'a>(phrase: &mut PhraseReader<'a>) -> Option<(DateShape<'a>, DateShape<'a>)> {
    phrase.accept("tu");
    let first = DateShape::take(phrase)?;
    if !phrase.accept_any(&["den het", "den", "toi"]) {
        phrase.sign(&['-'])?;
    }
    Some((first, DateShape::take(phrase)?))
}

fn custom(first: DateShape, last: DateShape) -> Result<Period, PeriodFault> {
    let (first, last) = (first.checked()?, last.checked()?);
    let year = last.year().ok_or(PeriodFault::NoYear)?;
    let last = last.in_year(year)?;
    Period::of_days(first.up_to(last)?, last)
}

/// `2025`, with nothing else in its cell.
fn bare_year<'a>(phrase: &mut PhraseReader<'a>) -> Option<PartShape<'a>> {
    let year = phrase.number().filter(|digits| digits.len() == 4)?;
    Some(PartShape::whole_year(year))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::vietnamese::date::CalendarFault;

    fn check(text: &str, expected: Result<&str, PeriodFault>) {
        assert_eq!(Period::parse(text).map(Period::name), expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn months_are_read() {
        for text in ["tháng 11/2025", "Tháng 11 năm 2025", "T11/2025", "T.11/2025", "THÁNG 11, năm 2025", "11/2025"]
        {
            check(text, Ok("tháng 11 năm 2025"));
        }
        check("tháng 2/2026", Ok("tháng 02 năm 2026"));
        check("tháng\u{a0}01 - 2026", Ok("tháng 01 năm 2026"));
    }

    #[test]
    fn quarters_are_read() {
        for text in [
            "quý IV năm 2025",
            "Quý IV/2025",
            "QUÝ 4/2025",
            "quý 4 năm 2025",
            "Q4/2025",
            "2025-Q4",
            "quy\u{301} IV-2025",
        ] {
            check(text, Ok("quý IV năm 2025"));
        }
        check("2026-Q1", Ok("quý I năm 2026"));
        check("quý iii/2025", Ok("quý III năm 2025"));
    }

    #[test]
    fn halves_are_read() {
        for text in
            ["6 tháng đầu năm 2026", "06 tháng đầu năm 2026", "sáu tháng đầu năm 2026", "6T/2026", "6T đầu năm 2026"]
        {
            check(text, Ok("6 tháng đầu năm 2026"));
        }
        for text in ["6 tháng cuối năm 2026", "06 THÁNG CUỐI NĂM 2026", "Sáu tháng cuối năm 2026.", "6 tháng cuối 2026"]
        {
            check(text, Ok("6 tháng cuối năm 2026"));
        }
    }

    #[test]
    fn nine_months_and_years_are_read() {
        for text in
            ["9 tháng năm 2026", "9 tháng đầu năm 2026", "09 tháng đầu năm 2026", "9T/2026", "chín tháng đầu năm 2026"]
        {
            check(text, Ok("9 tháng năm 2026"));
        }
        for text in ["năm 2025", "cả năm 2025", "Năm 2025", "2025"] {
            check(text, Ok("năm 2025"));
        }
    }

    #[test]
    fn spans_are_named_by_their_days() {
        for text in [
            "từ ngày 15/12/2025 đến ngày 14/6/2026",
            "Từ 15/12 đến 14/6/2026",
            "từ ngày 15 tháng 12 năm 2025 đến hết ngày 14 tháng 6 năm 2026",
            "15/12/2025 – 14/6/2026",
        ] {
            check(text, Ok("từ ngày 15/12/2025 đến ngày 14/6/2026"));
        }
    }

    #[test]
    fn a_part_without_its_year_is_refused() {
        for text in [
            "tháng 11",
            "quý IV",
            "6 tháng cuối năm",
            "6 tháng đầu",
            "9 tháng",
            "9 tháng đầu năm",
            "từ ngày 15/12 đến ngày 14/6",
        ] {
            check(text, Err(PeriodFault::NoYear));
        }
    }

    #[test]
    fn mistyped_numbers_are_reported() {
        check("tháng 13/2025", Err(PeriodFault::Calendar(CalendarFault::NoSuchMonth)));
        check("tháng 00/2025", Err(PeriodFault::Calendar(CalendarFault::NoSuchMonth)));
        check("quý V/2025", Err(PeriodFault::Calendar(CalendarFault::NoSuchQuarter)));
        check("quý 5 năm 2025", Err(PeriodFault::Calendar(CalendarFault::NoSuchQuarter)));
        check("tháng 9/226", Err(PeriodFault::Calendar(CalendarFault::YearMistyped)));
        check("năm 20226", Err(PeriodFault::Calendar(CalendarFault::YearMistyped)));
        check("6 tháng cuối năm 25", Err(PeriodFault::Calendar(CalendarFault::YearMistyped)));
        check("từ ngày 31/02/2026 đến ngày 14/6/2026", Err(PeriodFault::Calendar(CalendarFault::NoSuchDay)));
        check("từ ngày 15/6/2026 đến ngày 14/6/2026", Err(PeriodFault::EndsBeforeStart));
    }

    #[test]
    fn terms_and_stages_are_read() {
        for text in ["nhiệm kỳ 2025 - 2030", "Nhiệm kỳ 2025–2030", "NHIỆM KỲ 2025-2030", "nhiệm kỳ (2025 - 2030)"]
        {
            check(text, Ok("nhiệm kỳ 2025 - 2030"));
        }
        for text in [
            "Giai đoạn 2026 - 2030",
            "giai đoạn 2026-2030",
            "GIAI ĐOẠN 2026 — 2030",
            "giai đoạn từ năm 2026 đến năm 2030",
            "từ năm 2026 đến năm 2030",
            "2026-2030",
            "năm 2026 - 2030",
            "các năm 2026 - 2030",
            "kỳ 2026 - 2030",
            "2026-30",
        ] {
            check(text, Ok("giai đoạn 2026 - 2030"));
        }
        for text in ["5 năm 2026 - 2030", "05 năm (2026 - 2030)", "năm năm 2026-2030"] {
            check(text, Ok("5 năm 2026 - 2030"));
        }
        check("giai đoạn 2030 - 2026", Err(PeriodFault::EndsBeforeStart));
        check("nhiệm kỳ 2025", Err(PeriodFault::NoYears));
        check("giai đoạn 2", Err(PeriodFault::NoYears));
        check("giai đoạn 2026 - 20300", Err(PeriodFault::Calendar(CalendarFault::YearMistyped)));
    }

    #[test]
    fn numbers_in_words_are_read() {
        for text in [
            "quí I/2027",
            "Quý một năm 2027",
            "QUÝ MỘT NĂM 2027",
            "Q1/2027",
            "trong quý I/2027",
            "3 tháng đầu năm 2027",
            "quý nhất năm 2027",
            "Kỳ: quý I năm 2027",
        ] {
            check(text, Ok("quý I năm 2027"));
        }
        check("quý tư năm 2027", Ok("quý IV năm 2027"));
        check("ba tháng cuối năm 2027", Ok("quý IV năm 2027"));
        for text in ["tháng Một năm 2027", "tháng một/2027", "kỳ tháng 1/2027", "kỳ báo cáo tháng 01/2027"]
        {
            check(text, Ok("tháng 01 năm 2027"));
        }
        check("tháng Mười hai năm 2027", Ok("tháng 12 năm 2027"));
        check("tháng Năm năm 2027", Ok("tháng 5 năm 2027"));
        check("tháng năm/2027", Ok("tháng 5 năm 2027"));
        check("tháng năm 2027", Err(PeriodFault::NotAPeriod));
    }

    #[test]
    fn cycles_of_unknown_days_are_refused() {
        for text in
            ["năm học 2025 - 2026", "đợt II năm 2024", "đợt 2/2025", "tuần 48 năm 2025", "Tuần 3 tháng 11 năm 2025"]
        {
            check(text, Err(PeriodFault::WindowUnknown));
        }
    }

    #[test]
    fn anything_else_is_no_period() {
        for text in ["", "6 tháng", "9 tháng cuối năm 2025", "4 tháng đầu năm 2025", "quy định", "kỳ này"]
        {
            check(text, Err(PeriodFault::NotAPeriod));
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_parsed(text in "\\PC*", words in "((tháng|quý|năm|6|13|T|IV|/|-|2025|226|đầu|từ|đến|ngày) ?){0,8}") {
            let _ = Period::parse(&text);
            if let Ok(period) = Period::parse(&words) {
                prop_assert!(period.first_day() <= period.last_day());
                prop_assert_eq!(Period::parse(&period.name()), Ok(period));
            }
        }
    }
}
