//! Villages named without the sort before their name, or with a name that two of them have.
//!
//! Owns these two comparisons. Must not report anything: `register` resolves the names of the rows with the first, and
//! `village_indicators` chooses its advice with the second.

use super::register::Register;
use super::unit::Unit;
use crate::contract::dictionary;
use crate::vietnamese::fold;

impl Register {
    /// Whether two villages have this name: their codes alone tell them apart.
    pub(super) fn has_namesakes(&self, village: &str) -> bool {
        self.units().iter().filter(|unit| unit.is_village && unit.name == village).nth(1).is_some()
    }

    /// The only village whose name is this one but for the sort before either: «Bến Đá» is «Thôn Bến Đá» in a column of
    /// villages.
    pub(super) fn without_sort(&self, text: &str) -> Option<&Unit> {
        let key = sortless_key(text);
        let mut alike = self.units().iter().filter(|unit| unit.is_village && sortless_key(&unit.name) == key);
        alike.next().filter(|_| !key.is_empty() && alike.next().is_none())
    }

    /// The only village of which this is the name with a sort before it that its sheet leaves out: «Thôn Gò Me» is «Gò Me».
    pub(super) fn with_sort(&self, text: &str) -> Option<&Unit> {
        self.without_sort(text).filter(|village| sortless_key(text) == fold::key(&village.name))
    }
}

/// The folded name of a village without the sort before it; a number alone may be of another sort.
fn sortless_key(name: &str) -> String {
    let key = fold::key(name);
    let mut sorts = dictionary().village_types().iter().map(|sort| fold::key(sort));
    let rest = sorts.find_map(|sort| key.strip_prefix(&format!("{sort} ")).map(str::to_owned));
    rest.filter(|rest| rest.contains(char::is_alphabetic)).unwrap_or(key)
}
