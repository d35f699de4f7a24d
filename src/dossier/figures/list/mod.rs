//! The figures as a list: each with its id, its value, what is printed of it, its formula's terms and its cells.
//!
//! Owns the ids that scripts rely on. Must not compute: it reads what `Figures` holds. Labels and formulas in words are
//! the catalogue's.

mod indicators;
mod tasks;
mod villages;

use rust_decimal::Decimal;

use super::{Figures, printed, with_decimals};
use crate::diag::Place;

/// What stands in the place of a figure whose base is 0.
pub const NO_BASE: &str = "—";
/// What stands where a unit or a village has not reported: never a zero.
pub const NOT_REPORTED: &str = "chưa báo cáo";
/// What stands in the place of a difference from a year that nobody knows.
pub const NO_COMPARISON: &str = "không so sánh";
/// What rates differ by.
pub const POINTS: &str = "điểm phần trăm";

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The id that scripts rely on: `assigned.total`.
    pub id: &'static str,
    /// What it is of: a unit, a task, an indicator, `village / indicator`; `None` for the whole.
    pub scope: Option<String>,
    /// The plain decimal, rounded as printed; `None` where it can't be said.
    pub value: Option<String>,
    /// What stands in a document; `None` where nothing is known.
    pub printed: Option<String>,
    /// What it is measured in, as documents have it; empty where nothing says.
    pub measure: String,
    /// The formula's name in the catalogue; `None` where nothing was computed.
    pub formula: Option<&'static str>,
    /// The terms of its formula, as printed, by the names that the formula's wording has.
    pub terms: Vec<(&'static str, String)>,
    /// The cells that it was made of; empty for a count of nothing.
    pub cells: Vec<Place>,
}

impl Figures {
    /// Every figure: the whole, then the units, the tasks, the indicators, the villages.
    #[must_use]
    pub fn list(&self) -> Vec<Figure> {
        let mut list = Vec::new();
        tasks::add(self, &mut list);
        indicators::add(self, &mut list);
        villages::add(self, &mut list);
        list
    }
}

impl Figure {
    fn new(id: &'static str, scope: Option<&str>, measure: &str) -> Self {
        Self {
            id,
            scope: scope.map(str::to_owned),
            value: None,
            printed: None,
            measure: measure.to_owned(),
            formula: None,
            terms: Vec::new(),
            cells: Vec::new(),
        }
    }

    /// A figure that can be said.
    fn value(self, figure: Decimal, decimals: u32) -> Self {
        let plain = with_decimals(figure, decimals);
        Self { value: Some(plain), printed: Some(printed(figure, decimals)), ..self }
    }

    /// A count.
    fn count(self, count: usize) -> Self {
        self.value(Decimal::from(count), 0)
    }

    /// A percentage; a dash where its base is 0.
    fn percent(self, percent: Option<Decimal>, decimals: u32) -> Self {
        match percent {
            Some(percent) => {
                let figure = self.value(percent, decimals);
                let printed = figure.printed.map(|printed| format!("{printed}%"));
                Self { printed, ..figure }
            }
            None => self.words(NO_BASE),
        }
    }

    /// Words in the place of a figure that can't be said.
    fn words(self, words: &str) -> Self {
        Self { printed: Some(words.to_owned()), ..self }
    }

    /// The name of its formula.
    fn by(self, formula: &'static str) -> Self {
        Self { formula: Some(formula), ..self }
    }

    fn term(mut self, name: &'static str, printed: impl Into<String>) -> Self {
        self.terms.push((name, printed.into()));
        self
    }

    fn cells<'a>(self, cells: impl IntoIterator<Item = &'a Place>) -> Self {
        Self { cells: cells.into_iter().cloned().collect(), ..self }
    }
}
