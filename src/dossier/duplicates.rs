//! Repeated values: what every rule about uniqueness looks for.
//!
//! Owns finding the second and every further place of a value. Must not know any sheet. `rules` report what it finds.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diag::Place;
use crate::vietnamese::fold;

/// A value that occurred before.
pub(super) struct Duplicate<'a> {
    /// The value.
    pub(super) value: &'a str,
    /// Where it occurs again.
    pub(super) at: &'a Place,
    /// Where it occurred first.
    pub(super) first: &'a Place,
}

/// Every place of a value but its first, in order; compared exactly except for NFC and blanks.
pub(super) fn duplicates<'a>(values: impl Iterator<Item = (&'a str, &'a Place)>) -> Vec<Duplicate<'a>> {
    let mut first_places: BTreeMap<Cow<'a, str>, &Place> = BTreeMap::new();
    let mut found = Vec::new();
    for (value, at) in values {
        match first_places.entry(fold::exact_of(value)) {
            Entry::Occupied(known) => found.push(Duplicate { value, at, first: known.get() }),
            Entry::Vacant(place) => {
                place.insert(at);
            }
        }
    }
    found
}
