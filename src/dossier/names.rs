//! The index of names: which units have a name, exactly or apart from diacritics, case and punctuation.
//!
//! Owns looking up a name without searching all units. Must know nothing else of a unit. `register` uses
//! it.

use std::collections::BTreeMap;

use super::unit::Unit;
use crate::vietnamese::fold;

/// Indices into the register, by name.
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

    /// Adds the unit with this index.
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

    /// The indices of the units with exactly this name, in order.
    pub(super) fn exactly(&self, name: &str) -> impl Iterator<Item = usize> {
        self.exact.get(fold::exact_of(name).as_ref()).into_iter().flatten().copied()
    }

    /// The indices of the units with this name apart from diacritics, case and punctuation, in order.
    pub(super) fn alike(&self, name: &str) -> impl Iterator<Item = usize> {
        self.folded.get(&fold::key(name)).into_iter().flatten().copied()
    }
}

/// The office's own answers: which unit a wording means.
#[derive(Clone, Debug, Default)]
pub(super) struct OfficeAnswers {
    exact: BTreeMap<String, String>,
    /// By folded wording; `None` where two answers fold to the same key, so that neither is meant by a third wording.
    folded: BTreeMap<String, Option<String>>,
}

impl OfficeAnswers {
    /// The office's answers as typed: wording and unit.
    pub(super) fn of(answers: &BTreeMap<String, String>) -> Self {
        let mut index = Self::default();
        for (wording, unit) in answers {
            index.exact.insert(fold::exact(wording), unit.clone());
            let folded = index.folded.entry(fold::key(wording));
            folded.and_modify(|answer| *answer = None).or_insert_with(|| Some(unit.clone()));
        }
        index
    }

    /// The unit that the office gave for this wording.
    pub(super) fn to(&self, wording: &str) -> Option<&str> {
        let exact = self.exact.get(fold::exact_of(wording).as_ref());
        exact.or_else(|| self.folded.get(&fold::key(wording))?.as_ref()).map(String::as_str)
    }
}
