//! The figures as a list: each with its id, its value, its printed form, its formula's terms and its cells.
//!
//! Owns the stable ids for scripts. Must not compute: it reads what `Figures` holds. The catalogue has the labels and
//! the formulas in words.

mod indicators;
mod tasks;
mod villages;

use rust_decimal::Decimal;

use super::{Figures, printed, with_decimals};
use crate::diag::Place;

/// Printed in place of a figure whose base is 0.
pub const NO_BASE: &str = "—";
/// Printed where a unit or a village has not reported: never a zero.
pub const NOT_REPORTED: &str = "chưa báo cáo";
/// Printed in place of a difference from a year whose figure is not known.
pub const NO_COMPARISON: &str = "không so sánh";
/// The unit in which rates differ.
pub const POINTS: &str = "điểm phần trăm";

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The stable id for scripts: `assigned.total`.
    pub id: &'static str,
    /// What it belongs to: a unit, a task, an indicator, `village / indicator`; `None` for the whole.
    pub scope: Option<String>,
    /// The plain decimal, rounded as printed; `None` where it can't be computed.
    pub value: Option<String>,
    /// The text in a document; `None` where nothing is known.
    pub printed: Option<String>,
    /// Its unit of measure, as documents print it; empty where none is given.
    pub measure: String,
    /// The formula's name in the catalogue; `None` where nothing was computed.
    pub formula: Option<&'static str>,
    /// The terms of its formula, as printed, under the names that the wording of the formula uses.
    pub terms: Vec<(&'static str, String)>,
    /// The cells that it was made from; empty for a count of nothing.
    pub cells: Vec<Place>,
}

impl Figures {
    /// Every figure: of the whole, then of the units, the tasks, the indicators, the villages.
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

    /// A figure whose value is known.
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

    /// Words in place of a figure that can't be computed.
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
