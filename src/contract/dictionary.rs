//! The dictionary of wordings: `synonyms.toml`, compiled into a table when the program is built.
//!
//! Owns the words clerks use for headings, states, units and kinds of document, looked up by their folded key. Must not
//! know cells. `records` looks up headings here, `dossier` states and units. `build/dictionary.rs` makes the table.

use super::NameWords;
use crate::vietnamese::fold;

include!(concat!(env!("OUT_DIR"), "/dictionary.rs"));

/// One meaning and the words for it: a heading, a state, a timeliness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownWording {
    /// Stable name in the dictionary; for a heading, the id of its field.
    pub id: &'static str,
    /// The word we use ourselves.
    pub label: &'static str,
    /// The words clerks use; the label is not always among them.
    pub words: &'static [&'static str],
}

/// A heading with more than one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmbiguousHeading {
    /// The heading.
    pub header: &'static str,
    /// Its folded key.
    pub key: &'static str,
    /// Ids of the columns that it may mean.
    pub candidates: &'static [&'static str],
    /// How it is decided, described in words.
    pub rule: &'static str,
}

/// A unit that every commune may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownUnit {
    /// Stable name in the dictionary.
    pub id: &'static str,
    /// Full name.
    pub name: &'static str,
    /// Short name.
    pub short: &'static str,
    /// Its abbreviation in the archive line (Lưu: VT, …); `None` where it drafts nothing.
    pub archive_code: Option<&'static str>,
    /// `giao`, `de_nghi` or `cap_uy`.
    pub relation: &'static str,
    /// Whether it names many units at once.
    pub is_collective: bool,
    /// The kind of body, `co_quan_chuyen_mon`.
    pub kind: &'static str,
    /// Other names, as clerks type them.
    pub aliases: &'static [&'static str],
}

impl KnownUnit {
    /// All its names: the full one, the short one, then those that clerks type.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.name, self.short].into_iter().chain(self.aliases.iter().copied())
    }
}

/// A kind of document with titles of its own; the decree gives its abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownDocumentType {
    /// Stable name in the dictionary.
    pub id: &'static str,
    /// Name, `Kế hoạch`.
    pub name: &'static str,
    /// The names of its sub-types, `Chương trình hành động`.
    pub variants: &'static [&'static str],
}

/// Every known wording.
#[derive(Debug)]
pub struct Dictionary {
    columns: &'static [KnownWording],
    column_by_key: &'static [(&'static str, &'static str)],
    ambiguous: &'static [AmbiguousHeading],
    ambiguous_by_key: &'static [(&'static str, usize)],
    beneath_indicator: &'static [(&'static str, &'static str)],
    states: &'static [KnownWording],
    state_by_key: &'static [(&'static str, &'static str)],
    timeliness: &'static [KnownWording],
    timeliness_by_key: &'static [(&'static str, &'static str)],
    yes: &'static [&'static str],
    no: &'static [&'static str],
    units: &'static [KnownUnit],
    unit_by_words: &'static [(&'static str, usize)],
    body_beginnings: &'static [(&'static str, &'static str)],
    document_types: &'static [KnownDocumentType],
    village_types: &'static [&'static str],
}

/// The dictionary of this program.
#[must_use]
pub fn dictionary() -> &'static Dictionary {
    &DICTIONARY
}

impl Dictionary {
    /// The known columns, by id; some have no field and are not read.
    #[must_use]
    pub fn columns(&self) -> &'static [KnownWording] {
        self.columns
    }

    /// The id of the column that a heading names, compared by folded key; `None` for an ambiguous or unknown heading.
    ///
    /// # Examples
    /// ```
    /// let dictionary = vanthu::contract::dictionary();
    /// assert_eq!(dictionary.column_id("CƠ QUAN CHỦ TRÌ"), Some("don_vi_chu_tri"));
    /// ```
    #[must_use]
    pub fn column_id(&self, heading: &str) -> Option<&'static str> {
        self.column_id_of_key(&fold::key(heading))
    }

    /// Like [`Dictionary::column_id`], for a key that is already folded.
    #[must_use]
    pub fn column_id_of_key(&self, key: &str) -> Option<&'static str> {
        by_key(self.column_by_key, key)
    }

    /// The ambiguous heading with a folded key: its index in [`Dictionary::ambiguous`].
    #[must_use]
    pub fn ambiguous_of_key(&self, key: &str) -> Option<usize> {
        by_key(self.ambiguous_by_key, key)
    }

    /// The headings with more than one meaning.
    #[must_use]
    pub fn ambiguous(&self) -> &'static [AmbiguousHeading] {
        self.ambiguous
    }

    /// The id of the column that a folded heading names beneath an indicator, if it means something else without one.
    #[must_use]
    pub fn beneath_indicator(&self, key: &str) -> Option<&'static str> {
        by_key(self.beneath_indicator, key)
    }

    /// The states of a task.
    #[must_use]
    pub fn states(&self) -> &'static [KnownWording] {
        self.states
    }

    /// The wordings for the timeliness of a finished or open task.
    #[must_use]
    pub fn timeliness(&self) -> &'static [KnownWording] {
        self.timeliness
    }

    /// The id of the state that a folded word names, by its label or a clerk's word for it.
    #[must_use]
    pub fn state_of_key(&self, key: &str) -> Option<&'static str> {
        by_key(self.state_by_key, key)
    }

    /// Like [`Dictionary::state_of_key`], for the timeliness of a task.
    #[must_use]
    pub fn timeliness_of_key(&self, key: &str) -> Option<&'static str> {
        by_key(self.timeliness_by_key, key)
    }

    /// Whether a text is a word for yes.
    #[must_use]
    pub fn is_yes(&self, text: &str) -> bool {
        is_among(self.yes, text)
    }

    /// Whether a text is a word for no; a blank cell is not.
    #[must_use]
    pub fn is_no(&self, text: &str) -> bool {
        is_among(self.no, text)
    }

    /// The units that every commune may have, by id.
    #[must_use]
    pub fn units(&self) -> &'static [KnownUnit] {
        self.units
    }

    /// The unit of every commune with this name, compared by folded key; never a collective.
    #[must_use]
    pub fn unit_named(&self, name: &str) -> Option<&'static KnownUnit> {
        let key = fold::key(name);
        self.units.iter().find(|unit| !unit.is_collective && unit.names().any(|name| fold::has_key(name, &key)))
    }

    /// The unit of every commune with this name, apart from diacritics; the name must not end with a commune's own.
    #[must_use]
    pub fn unit_of_words(&self, name: &NameWords) -> Option<&'static KnownUnit> {
        by_key(self.unit_by_words, name.folded().as_str()).map(|place| &self.units[place])
    }

    /// The words that names of bodies begin with, in small letters, each with the id of the kind of body; the longest
    /// first.
    #[must_use]
    pub fn body_beginnings(&self) -> &'static [(&'static str, &'static str)] {
        self.body_beginnings
    }

    /// The kinds of document of the cycle, by id.
    #[must_use]
    pub fn document_types(&self) -> &'static [KnownDocumentType] {
        self.document_types
    }

    /// The types of village: thôn, tổ dân phố, ấp, …
    #[must_use]
    pub fn village_types(&self) -> &'static [&'static str] {
        self.village_types
    }
}

/// Whether a text is one of these words; a dash, which has no key, only where it is the same.
fn is_among(words: &[&str], text: &str) -> bool {
    let key = fold::key(text);
    words.iter().any(|word| if key.is_empty() { *word == text.trim() } else { fold::has_key(word, &key) })
}

/// The value of a key in a list sorted by keys.
fn by_key<T: Copy>(list: &[(&str, T)], key: &str) -> Option<T> {
    list.binary_search_by_key(&key, |(known, _)| known).ok().map(|place| list[place].1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Fails if one key belongs to two entries.
    fn assert_no_shared_key<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for (id, word) in entries {
            let owner = *owners.entry(fold::key(word)).or_insert(id);
            assert_eq!(owner, id, "«{word}» belongs to {owner} and to {id}");
        }
    }

    fn words(wordings: &[KnownWording]) -> impl Iterator<Item = (&str, &str)> {
        wordings.iter().flat_map(|wording| wording.words.iter().map(|word| (wording.id, *word)))
    }

    #[test]
    fn no_two_headings_share_a_key() {
        let ambiguous = dictionary().ambiguous().iter().map(|heading| ("ambiguous", heading.header));
        assert_no_shared_key(words(dictionary().columns()).chain(ambiguous));
    }

    #[test]
    fn every_word_is_found_by_its_key() {
        for (id, word) in words(dictionary().columns()) {
            assert_eq!(dictionary().column_id(word), Some(id), "{word}");
        }
        for (place, heading) in dictionary().ambiguous().iter().enumerate() {
            assert_eq!(heading.key, fold::key(heading.header));
            assert_eq!(dictionary().ambiguous_of_key(heading.key), Some(place));
        }
    }

    #[test]
    fn every_heading_beneath_an_indicator_is_a_column() {
        assert_eq!(dictionary().beneath_indicator("ket qua"), Some("thuc_hien"));
        assert_eq!(dictionary().beneath_indicator("ke hoach"), None);
        for (_, id) in dictionary().beneath_indicator {
            assert!(dictionary().columns().iter().any(|column| column.id == *id), "{id}");
        }
    }

    #[test]
    fn no_two_states_share_a_key() {
        assert_no_shared_key(words(dictionary().states()).chain(words(dictionary().timeliness())));
    }

    #[test]
    fn no_two_units_share_a_key() {
        let names = dictionary().units().iter().flat_map(|unit| unit.names().map(|name| (unit.id, name)));
        assert_no_shared_key(names);
    }

    #[test]
    fn every_candidate_of_an_ambiguous_heading_is_a_column() {
        let is_column = |id: &&str| dictionary().columns().iter().any(|column| column.id == *id);
        for heading in dictionary().ambiguous() {
            assert!(heading.candidates.iter().all(is_column), "{}", heading.header);
        }
    }

    #[test]
    fn units_carry_their_archive_code_and_relation() {
        let front = dictionary().units().iter().find(|unit| unit.id == "mttq").expect("the Front is known");
        assert_eq!((front.relation, front.archive_code), ("de_nghi", None));
        let office = dictionary().units().iter().find(|unit| unit.id == "kt").expect("the office is known");
        assert_eq!(office.archive_code, Some("KT"));
        assert!(dictionary().units().iter().any(|unit| unit.id == "thon" && unit.is_collective));
    }

    #[test]
    fn document_types_and_village_types_are_listed() {
        let types = dictionary().document_types();
        assert!(types.iter().any(|kind| kind.name == "Chương trình" && kind.variants.len() == 2));
        assert!(dictionary().village_types().contains(&"tổ dân phố"));
    }
}
