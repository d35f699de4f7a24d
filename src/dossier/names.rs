//! The index of names: which units go by a name, exactly or but for marks, case and punctuation.
//!
//! Owns finding in a step what a search of every name would find. Knows no unit but its names. `register` asks it.

use std::collections::BTreeMap;

use super::unit::Unit;
use crate::vietnamese::fold;

/// Places in the register, by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    exact: BTreeMap<String, Vec<usize>>,
    folded: BTreeMap<String, Vec<usize>>,
}

impl Names {
    /// The index of these units.
    pub(super) fn of(units: &[Unit]) -> Self {
        let mut names = Self::default();
        for (index, unit) in units.iter().enumerate() {
            names.add(index, unit);
        }
        names
    }

    /// Adds a unit that stands at this place.
    pub(super) fn add(&mut self, index: usize, unit: &Unit) {
        for name in unit.names() {
            for (places, key) in [(&mut self.exact, fold::exact(name)), (&mut self.folded, fold::key(name))] {
                let places = places.entry(key).or_default();
                if places.last() != Some(&index) {
                    places.push(index);
                }
            }
        }
    }

    /// Units of exactly this name, in order.
    pub(super) fn exactly(&self, name: &str) -> impl Iterator<Item = usize> {
        self.exact.get(&fold::exact(name)).into_iter().flatten().copied()
    }

    /// Units whose names read like this one but for marks, case and punctuation, in order.
    pub(super) fn alike(&self, name: &str) -> impl Iterator<Item = usize> {
        self.folded.get(&fold::key(name)).into_iter().flatten().copied()
    }
}

/// The office's answers: which unit a wording means.
#[derive(Clone, Debug, Default)]
pub(super) struct OfficeAnswers {
    exact: BTreeMap<String, String>,
    /// By folded wording; `None` where two answers fold alike, so neither is meant for a third wording.
    folded: BTreeMap<String, Option<String>>,
}

impl OfficeAnswers {
    /// Answers of the office as typed: wording and unit.
    pub(super) fn of(answers: &BTreeMap<String, String>) -> Self {
        let mut index = Self::default();
        for (wording, unit) in answers {
            index.exact.insert(fold::exact(wording), unit.clone());
            let folded = index.folded.entry(fold::key(wording));
            folded.and_modify(|answer| *answer = None).or_insert_with(|| Some(unit.clone()));
        }
        index
    }

    /// The unit that this wording was answered with.
    pub(super) fn to(&self, wording: &str) -> Option<&str> {
        let exact = self.exact.get(&fold::exact(wording));
        exact.or_else(|| self.folded.get(&fold::key(wording))?.as_ref()).map(String::as_str)
    }
}
