//! Several years: a stage, a term, a number of years.
//!
//! Owns the words in which they are typed and printed. Must not know which papers may have them. [`super::Period`] is
//! one of these, or a part of a year.

use std::fmt;

use super::PeriodFault;
use crate::vietnamese::date::checked_year;
use crate::vietnamese::phrase::PhraseReader;

/// Several whole years, from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Years {
    word: YearsWord,
    pub(super) first: i32,
    pub(super) last: i32,
}

/// What several years are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum YearsWord {
    /// `giai đoạn 2026 - 2030`; years without a word are called so too.
    Stage,
    /// `nhiệm kỳ 2025 - 2030`.
    Term,
    /// `5 năm 2026 - 2030`.
    Count,
}

impl Years {
    /// The years that a phrase names; `None` where it has no form of years. Consumes the phrase up to their end.
    pub(super) fn take(phrase: &mut PhraseReader) -> Option<Result<Self, PeriodFault>> {
        let word = word(phrase);
        phrase.accept_any(&["tu nam", "tu"]);
        phrase.accept_any(&["cac nam", "nam"]);
        phrase.sign(&['(', ':']);
        let first = phrase.number().filter(|digits| digits.len() >= 3)?;
        if !phrase.accept_any(&["den het", "den", "toi"]) {
            phrase.sign(&['-'])?;
        }
        phrase.accept("nam");
        let last = phrase.number().filter(|digits| digits.len() >= 2)?;
        phrase.sign(&[')']);
        Some(Self::of(word.unwrap_or(YearsWord::Stage), first, last))
    }

    fn of(word: YearsWord, first: &str, last: &str) -> Result<Self, PeriodFault> {
        let first = checked_year(first)?;
        // "2026-30" is short for 2026 - 2030.
        let last = if last.len() == 2 { format!("{}{last}", first / 100) } else { last.to_owned() };
        let last = checked_year(&last)?;
        if last <= first {
            return Err(PeriodFault::EndsBeforeStart);
        }
        Ok(Self { word, first, last })
    }

    /// The same years earlier.
    pub(super) fn earlier(self, years: i32) -> Self {
        Self { first: self.first - years, last: self.last - years, ..self }
    }
}

fn word(phrase: &mut PhraseReader) -> Option<YearsWord> {
    if phrase.accept_any(&["giai doan", "gd"]) {
        return Some(YearsWord::Stage);
    }
    if phrase.accept_any(&["nhiem ky", "nk"]) {
        return Some(YearsWord::Term);
    }
    phrase.attempt(|phrase| {
        let count = phrase.number().or_else(|| phrase.word())?;
        let is_count = ["2", "3", "4", "5", "10"].contains(&count.trim_start_matches('0'))
            || ["hai", "ba", "bon", "nam", "muoi"].contains(&count);
        phrase.require(&["nam"]).filter(|()| is_count)?;
        Some(YearsWord::Count)
    })
}

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last, .. } = self;
        match self.word {
            YearsWord::Stage => write!(f, "giai đoạn {first} - {last}"),
            YearsWord::Term => write!(f, "nhiệm kỳ {first} - {last}"),
            // A term of five years lasts from one year to the fifth after it; a plan counts its years.
            YearsWord::Count => write!(f, "{} năm {first} - {last}", last - first + 1),
        }
    }
}
