//! The unit that a shortened name or a person's name beside a code probably means: `P. Kinh tế`, `Ô. Nam - KT`.
//!
//! Owns which words of a name say little. Must not take such a name: the register asks, and names the unit to type.

use super::unit::Unit;
use crate::vietnamese::fold;

/// Words of names that say little, folded: the sort of an office, its level, forms of address.
const SAYS_LITTLE: [&str; 18] = [
    "phong", "p", "ban", "xa", "phuong", "x", "ubnd", "hdnd", "o", "ong", "ba", "anh", "chi", "dc", "d", "c", "dong",
    "truong",
];

/// The name of the only unit that a text may mean; `None` where there is none, or more than one.
pub(super) fn likely_unit<'a>(text: &str, units: &'a [Unit]) -> Option<&'a str> {
    let (typed, telling) = (fold::key(text), telling_words(text));
    let own = || units.iter().filter(|unit| !unit.is_collective);
    let only = |is_meant: &dyn Fn(&Unit) -> bool| {
        let mut meant = own().filter(|unit| is_meant(unit));
        meant.next().filter(|_| meant.next().is_none()).map(|unit| unit.name.as_str())
    };
    if telling.is_empty() {
        return None;
    }
    let has_telling = |unit: &Unit| unit.names().any(|name| telling_words(name) == telling);
    let is_beside = |unit: &Unit| {
        let is_word = |name: &str| {
            let key = fold::key(name);
            key.len() > 1 && typed.split(' ').any(|word| word == key)
        };
        unit.names().any(|name| unit.is_code(name) && is_word(name))
    };
    only(&has_telling).or_else(|| only(&is_beside))
}

fn telling_words(name: &str) -> String {
    let key = fold::key(name);
    key.split(' ').filter(|word| !SAYS_LITTLE.contains(word)).collect::<Vec<_>>().join(" ")
}
