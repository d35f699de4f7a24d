//! The forms of a part of a year within a phrase.
//!
//! Owns finding them and the mistakes in their numbers. Must not know the year where none is written.
//! Periods are read from whole texts of these forms, deadlines from phrases that contain one.

use crate::vietnamese::date::{CalendarFault, checked_year};
use crate::vietnamese::phrase::PhraseReader;

use super::{Period, YearPart};

/// A text with the form of a part of a year: its numbers are not checked yet, and its year may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dossier) struct PartShape<'a> {
    part: PartWords<'a>,
    year: Option<&'a str>,
}

impl<'a> PartShape<'a> {
    /// Consumes a part of a year; `None`, and nothing is consumed, where the phrase has none here.
    pub(in crate::dossier) fn take(phrase: &mut PhraseReader<'a>) -> Option<Self> {
        [quarter_after_year, month, quarter, several_months, year_alone, bare_month]
            .into_iter()
            .find_map(|reader| phrase.attempt(reader))
    }

    /// Consumes `3 tháng đầu năm 2027`, the first or last quarter.
    pub(super) fn take_three_months(phrase: &mut PhraseReader<'a>) -> Option<Self> {
        let count = phrase.number().or_else(|| phrase.word())?;
        phrase.require(&["thang", "t"]).filter(|()| matches!(count, "3" | "03" | "ba"))?;
        let quarter = if phrase.accept("cuoi") { 4 } else { phrase.require(&["dau"]).map(|()| 1)? };
        let year = take_year(phrase);
        if year.is_none() {
            phrase.accept("nam");
        }
        Some(Self { part: PartWords::Known(YearPart::Quarter(quarter)), year })
    }

    /// Consumes `6 tháng đầu`, `9 tháng`: certainly a part of a year where the whole text is a period, whose year is
    /// missing.
    pub(super) fn take_bare_months(phrase: &mut PhraseReader<'a>) -> Option<Self> {
        let count = phrase.number().or_else(|| phrase.word())?;
        phrase.require(&["thang", "t"])?;
        let is_half = phrase.accept_any(&["dau", "cuoi"]);
        let part = match count {
            "6" | "06" | "sau" if is_half => YearPart::FirstHalf,
            "9" | "09" | "chin" => YearPart::NineMonths,
            _ => return None,
        };
        Some(Self { part: PartWords::Known(part), year: None })
    }

    /// The whole year that these digits name.
    pub(super) fn whole_year(digits: &'a str) -> Self {
        Self { part: PartWords::Known(YearPart::Whole), year: Some(digits) }
    }

    /// Consumes the number of a part of the same kind, as in `tháng 7 - 12/2025`, `quý III - IV`.
    pub(in crate::dossier) fn take_sibling(self, phrase: &mut PhraseReader<'a>) -> Option<Self> {
        phrase.attempt(|phrase| {
            let part = match self.part {
                PartWords::Month(_) => PartWords::Month(phrase.number()?),
                PartWords::Quarter(_) => PartWords::Quarter(quarter_numeral(phrase)?),
                PartWords::Known(_) => return None,
            };
            Some(Self { part, year: take_year(phrase) })
        })
    }

    /// Whether a year is written.
    pub(in crate::dossier) fn has_year(self) -> bool {
        self.year.is_some()
    }

    /// Whether it is a single month.
    pub(in crate::dossier) fn is_month(self) -> bool {
        matches!(self.part, PartWords::Month(_))
    }

    /// The year; `None` where none is written.
    ///
    /// # Errors
    /// [`CalendarFault::YearMistyped`].
    pub(super) fn year(self) -> Result<Option<i32>, CalendarFault> {
        self.year.map(checked_year).transpose()
    }

    /// The period, in its own year, or in the given year where none is written.
    ///
    /// # Errors
    /// The [`CalendarFault`] in its numbers.
    pub(in crate::dossier) fn in_year(self, year: i32) -> Result<Period, CalendarFault> {
        Ok(Period::of_year(self.part()?, self.year()?.unwrap_or(year)))
    }

    /// Checks its numbers for any year.
    ///
    /// # Errors
    /// The [`CalendarFault`].
    pub(in crate::dossier) fn check(self) -> Result<(), CalendarFault> {
        self.part()?;
        self.year()?;
        Ok(())
    }

    fn part(self) -> Result<YearPart, CalendarFault> {
        match self.part {
            PartWords::Known(part) => Ok(part),
            PartWords::Month(digits) => match digits.parse() {
                Ok(month @ 1..=12) => Ok(YearPart::Month(month)),
                _ => Err(CalendarFault::NoSuchMonth),
            },
            PartWords::Quarter(numeral) => match numeral {
                "i" | "1" | "01" => Ok(YearPart::Quarter(1)),
                "ii" | "2" | "02" => Ok(YearPart::Quarter(2)),
                "iii" | "3" | "03" => Ok(YearPart::Quarter(3)),
                "iv" | "4" | "04" => Ok(YearPart::Quarter(4)),
                _ => Err(CalendarFault::NoSuchQuarter),
            },
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartWords<'a> {
    /// The digits of a month.
    Month(&'a str),
    /// The digits or folded Roman letters of a quarter.
    Quarter(&'a str),
    /// A part that needs no number.
    Known(YearPart),
}

/// `2026-Q1`, `2026-Quý I`.
fn quarter_after_year<'a>(phrase: &mut PhraseReader<'a>) -> Option<PartShape<'a>> {
    let year = phrase.number().filter(|digits| digits.len() >= 3)?;
    phrase.sign(&['-', '/'])?;
    let quarter = quarter(phrase)?;
    (!quarter.has_year()).then_some(PartShape { year: Some(year), ..quarter })
}

/// `tháng 11 năm 2025`, `tháng 11/2025`, `T11/2025`, `tháng 11`.
fn month<'a>(phrase: &mut PhraseReader<'a>) -> Option<PartShape<'a>> {
    if !phrase.accept("thang") {
        phrase.require(&["t"])?;
        phrase.sign(&['.']);
    }
    let month = phrase.number().filter(|digits| digits.len() <= 3)?;
    Some(PartShape { part: PartWords::Month(month), year: take_year(phrase) })
}

/// `quý IV năm 2025`, `Quý 4/2025`, `Q4/2025`, `quý IV`.
fn quarter<'a>(phrase: &mut PhraseReader<'a>) -> Option<PartShape<'a>> {
    phrase.require(&["quy", "qui", "q"])?;
    phrase.sign(&['.']);
    let quarter = PartWords::Quarter(quarter_numeral(phrase)?);
    let shape = PartShape { part: quarter, year: take_year(phrase) };
    // A fifth quarter counts as mistyped only with a year, or at the end: "Quỹ Vì người nghèo" folds to "quy vi" too.
    (shape.part().is_ok() || shape.has_year() || phrase.is_done()).then_some(shape)
}

/// A Roman or Arabic numeral, not checked yet; other letters (quy định) and longer numbers (quỹ 17) are not numerals of
/// a quarter.
fn quarter_numeral<'a>(phrase: &mut PhraseReader<'a>) -> Option<&'a str> {
    let is_roman = |letters: &&str| letters.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
    let arabic = phrase.attempt(|phrase| phrase.number().filter(|digits| digits.len() == 1 || digits.starts_with('0')));
    arabic.or_else(|| phrase.attempt(|phrase| phrase.word().filter(is_roman)))
}

/// `6 tháng đầu năm 2026`, `sáu tháng cuối năm`, `6T/2026`, `9 tháng năm 2026`, `9 tháng đầu năm`.
///
/// Without đầu, cuối or a year it is a length of time, not a part of a year.
fn several_months<'a>(phrase: &mut PhraseReader<'a>) -> Option<PartShape<'a>> {
    let count = phrase.number().or_else(|| phrase.word())?;
    phrase.require(&["thang", "t"])?;
    let is_late = phrase.accept("cuoi");
    let is_early = !is_late && phrase.accept("dau");
    let year = take_year(phrase);
    if year.is_none() {
        phrase.require(&["nam"]).filter(|()| is_early || is_late)?;
    }
    let part = match (count, is_late) {
        ("6" | "06" | "sau", false) => YearPart::FirstHalf,
        ("6" | "06" | "sau", true) => YearPart::SecondHalf,
        ("9" | "09" | "chin", false) => YearPart::NineMonths,
        _ => return None,
    };
    Some(PartShape { part: PartWords::Known(part), year })
}

/// `năm 2025`, `cả năm 2025`. One or two digits are no year: `năm 2`.
fn year_alone<'a>(phrase: &mut PhraseReader<'a>) -> Option<PartShape<'a>> {
    phrase.require(&["ca nam", "nam"])?;
    let year = phrase.number().filter(|digits| digits.len() >= 3)?;
    Some(PartShape::whole_year(year))
}

/// `11/2025`. A further slash makes it the number of a document: 48/2019/QĐ-UBND.
fn bare_month<'a>(phrase: &mut PhraseReader<'a>) -> Option<PartShape<'a>> {
    let month = phrase.number().filter(|digits| digits.len() <= 2)?;
    phrase.sign(&['/'])?;
    let year = phrase.number().filter(|digits| digits.len() >= 3)?;
    let mut ahead = *phrase;
    ahead.sign(&['/']).is_none().then_some(PartShape { part: PartWords::Month(month), year: Some(year) })
}

/// The year after a part: `/2025`, `năm 2025`, `, năm 2025`, `-2025`, ` 2025`. After a dash, a shorter number is the
/// end of a span: `tháng 7 - 12`.
fn take_year<'a>(phrase: &mut PhraseReader<'a>) -> Option<&'a str> {
    let after_word = |phrase: &mut PhraseReader<'a>| {
        phrase.sign(&['/', ',']);
        phrase.accept("nam").then(|| phrase.number())?
    };
    let slashed = |phrase: &mut PhraseReader<'a>| phrase.sign(&['/']).and_then(|_| phrase.number());
    let joined = |phrase: &mut PhraseReader<'a>| {
        phrase.sign(&['-', '.']);
        phrase.number().filter(|digits| digits.len() == 4)
    };
    phrase.attempt(after_word).or_else(|| phrase.attempt(slashed)).or_else(|| phrase.attempt(joined))
}
