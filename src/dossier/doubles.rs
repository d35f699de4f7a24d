//! Words given twice: what every rule about uniqueness looks for.
//!
//! Owns finding the second and every further place of a word. Knows no sheet; `rules` say what it means.

use std::collections::BTreeMap;

use crate::diag::Place;
use crate::vietnamese::fold;

/// A word that stood before.
pub(super) struct Double<'a> {
    /// The word.
    pub(super) word: &'a str,
    /// Where it stands again.
    pub(super) at: &'a Place,
    /// Where it stood first.
    pub(super) first: &'a Place,
}

/// Every place of a word but its first, in order; compared exactly but for NFC and blanks.
pub(super) fn doubles<'a>(words: impl Iterator<Item = (&'a str, &'a Place)>) -> Vec<Double<'a>> {
    let mut first_places: BTreeMap<String, &Place> = BTreeMap::new();
    let mut found = Vec::new();
    for (word, at) in words {
        match first_places.get(&fold::exact(word)) {
            Some(&first) => found.push(Double { word, at, first }),
            None => {
                first_places.insert(fold::exact(word), at);
            }
        }
    }
    found
}
