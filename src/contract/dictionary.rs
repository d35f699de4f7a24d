//! The dictionary of wordings: `synonyms.toml`, read once.
//!
//! Owns the words clerks use for headings, states, units and kinds of document, found by their folded key. Knows
//! nothing of cells: `records` asks it for headings, `dossier` for states and units. What it gives lives as long as the program.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::vietnamese::fold;

/// One meaning and the words for it: a heading, a state, a timeliness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownWording {
    /// Stable name in the dictionary; of a heading, the id of its field.
    pub id: String,
    /// The word we use ourselves.
    pub label: String,
    /// The words clerks use; the label is not always among them.
    pub words: Vec<String>,
}

/// A heading with more than one meaning.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct AmbiguousHeading {
    /// The heading.
    pub header: String,
    /// Ids of the columns that it may mean.
    pub candidates: Vec<String>,
    /// How it is decided, in words.
    pub rule: String,
}

/// A unit that every commune may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownUnit {
    /// Stable name in the dictionary.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// What the archive line writes for it (Lưu: VT, …); `None` where it drafts nothing.
    pub archive_code: Option<String>,
    /// `giao`, `de_nghi` or `cap_uy`.
    pub relation: String,
    /// Whether it names many units at once.
    pub is_collective: bool,
    /// What sort of body it is, `co_quan_chuyen_mon`.
    pub kind: String,
    /// Other names, as clerks type them.
    pub aliases: Vec<String>,
}

/// A kind of document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDocumentType {
    /// Stable name in the dictionary.
    pub id: String,
    /// Name, `Kế hoạch`.
    pub name: String,
    /// Abbreviation in the symbol, `KH`; empty where it has none.
    pub code: String,
    /// Titles that are of this kind, `Chương trình hành động`.
    pub variants: Vec<String>,
}

/// Every wording known.
#[derive(Debug)]
pub struct Dictionary {
    columns: Vec<KnownWording>,
    column_by_key: BTreeMap<String, String>,
    ambiguous: Vec<AmbiguousHeading>,
    ambiguous_by_key: BTreeMap<String, usize>,
    beneath_indicator: BTreeMap<String, String>,
    states: Vec<KnownWording>,
    timeliness: Vec<KnownWording>,
    yes: Vec<String>,
    no: Vec<String>,
    units: Vec<KnownUnit>,
    document_types: Vec<KnownDocumentType>,
    village_types: Vec<String>,
}

/// The dictionary of this program.
///
/// # Panics
/// Never: the tests read the same text.
#[must_use]
pub fn dictionary() -> &'static Dictionary {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    DICTIONARY.get_or_init(|| {
        let raw = toml::from_str(include_str!("synonyms.toml")).expect("synonyms.toml is well formed");
        Dictionary::from_raw(raw)
    })
}

impl Dictionary {
    /// The columns known, by id; some stand for no field of ours and are left unread.
    #[must_use]
    pub fn columns(&self) -> &[KnownWording] {
        &self.columns
    }

    /// The id of the column that a heading names, compared by folded key; `None` for one that is ambiguous or unknown.
    ///
    /// # Examples
    /// ```
    /// let dictionary = vanthu::contract::dictionary();
    /// assert_eq!(dictionary.column_id("CƠ QUAN CHỦ TRÌ"), Some("don_vi_chu_tri"));
    /// ```
    #[must_use]
    pub fn column_id(&self, heading: &str) -> Option<&str> {
        self.column_id_of_key(&fold::key(heading))
    }

    /// As [`Dictionary::column_id`], of a key that is folded already.
    #[must_use]
    pub fn column_id_of_key(&self, key: &str) -> Option<&str> {
        self.column_by_key.get(key).map(String::as_str)
    }

    /// The ambiguous heading of a folded key: its place in [`Dictionary::ambiguous`], from 0.
    #[must_use]
    pub fn ambiguous_of_key(&self, key: &str) -> Option<usize> {
        self.ambiguous_by_key.get(key).copied()
    }

    /// The headings with more than one meaning.
    #[must_use]
    pub fn ambiguous(&self) -> &[AmbiguousHeading] {
        &self.ambiguous
    }

    /// The id of the column that a folded heading names beneath an indicator, where it means something else alone.
    #[must_use]
    pub fn beneath_indicator(&self, key: &str) -> Option<&str> {
        self.beneath_indicator.get(key).map(String::as_str)
    }

    /// The states of a task.
    #[must_use]
    pub fn states(&self) -> &[KnownWording] {
        &self.states
    }

    /// What a finished or open task is with regard to its deadline.
    #[must_use]
    pub fn timeliness(&self) -> &[KnownWording] {
        &self.timeliness
    }

    /// Words for yes.
    #[must_use]
    pub fn yes(&self) -> &[String] {
        &self.yes
    }

    /// Words for no; a blank cell is none of them.
    #[must_use]
    pub fn no(&self) -> &[String] {
        &self.no
    }

    /// The units that every commune may have, by id.
    #[must_use]
    pub fn units(&self) -> &[KnownUnit] {
        &self.units
    }

    /// The kinds of document of the cycle, by id.
    #[must_use]
    pub fn document_types(&self) -> &[KnownDocumentType] {
        &self.document_types
    }

    /// What a village may be called: thôn, tổ dân phố, ấp, …
    #[must_use]
    pub fn village_types(&self) -> &[String] {
        &self.village_types
    }

    fn from_raw(raw: RawDictionary) -> Self {
        let columns = wordings(raw.columns);
        let ambiguous_keys = raw.ambiguous.iter().enumerate();
        let ambiguous_keys = ambiguous_keys.map(|(index, heading)| (fold::key(&heading.header), index));
        Self {
            column_by_key: by_key(&columns),
            columns,
            ambiguous_by_key: ambiguous_keys.collect(),
            ambiguous: raw.ambiguous,
            beneath_indicator: keys_of(&raw.beneath_indicator),
            states: wordings(raw.states),
            timeliness: wordings(raw.timeliness),
            yes: raw.yesno.yes,
            no: raw.yesno.no,
            units: raw.units.into_iter().map(|(id, unit)| unit.named(id)).collect(),
            document_types: raw.doctypes.into_iter().map(|(id, document_type)| document_type.named(id)).collect(),
            village_types: raw.village_types.words,
        }
    }
}

/// `synonyms.toml` as written; sections that nobody asks for yet are not read.
#[derive(Deserialize)]
struct RawDictionary {
    columns: BTreeMap<String, RawWording>,
    ambiguous: Vec<AmbiguousHeading>,
    beneath_indicator: BTreeMap<String, Vec<String>>,
    states: BTreeMap<String, RawWording>,
    timeliness: BTreeMap<String, RawWording>,
    yesno: RawYesNo,
    units: BTreeMap<String, RawUnit>,
    doctypes: BTreeMap<String, RawDocumentType>,
    village_types: RawVillageTypes,
}

#[derive(Deserialize)]
struct RawWording {
    label: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct RawYesNo {
    yes: Vec<String>,
    no: Vec<String>,
}

#[derive(Deserialize)]
struct RawVillageTypes {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct RawUnit {
    name: String,
    short: String,
    luu: Option<String>,
    kind: String,
    relation: String,
    #[serde(default)]
    collective: bool,
    aliases: Vec<String>,
}

impl RawUnit {
    fn named(self, id: String) -> KnownUnit {
        KnownUnit {
            id,
            name: self.name,
            short: self.short,
            archive_code: self.luu,
            relation: self.relation,
            is_collective: self.collective,
            kind: self.kind,
            aliases: self.aliases,
        }
    }
}

#[derive(Deserialize)]
struct RawDocumentType {
    name: String,
    code: String,
    #[serde(default)]
    variants: Vec<String>,
}

impl RawDocumentType {
    fn named(self, id: String) -> KnownDocumentType {
        KnownDocumentType { id, name: self.name, code: self.code, variants: self.variants }
    }
}

fn wordings(raw: BTreeMap<String, RawWording>) -> Vec<KnownWording> {
    raw.into_iter().map(|(id, wording)| KnownWording { id, label: wording.label, words: wording.words }).collect()
}

fn by_key(columns: &[KnownWording]) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for column in columns {
        ids.extend(column.words.iter().map(|word| (fold::key(word), column.id.clone())));
    }
    ids
}

fn keys_of(words: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, String> {
    let keys = |(id, words): (&String, &Vec<String>)| {
        let id = id.clone();
        words.iter().map(|word| (fold::key(word), id.clone())).collect::<Vec<_>>()
    };
    words.iter().flat_map(keys).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails where a key has two owners.
    fn assert_no_shared_key<'a>(entries: impl Iterator<Item = (&'a str, &'a String)>) {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for (id, word) in entries {
            let owner = *owners.entry(fold::key(word)).or_insert(id);
            assert_eq!(owner, id, "«{word}» belongs to {owner} and to {id}");
        }
    }

    fn words(wordings: &[KnownWording]) -> impl Iterator<Item = (&str, &String)> {
        wordings.iter().flat_map(|wording| wording.words.iter().map(|word| (wording.id.as_str(), word)))
    }

    #[test]
    fn no_two_headings_share_a_key() {
        let ambiguous = dictionary().ambiguous().iter().map(|heading| ("ambiguous", &heading.header));
        assert_no_shared_key(words(dictionary().columns()).chain(ambiguous));
    }

    #[test]
    fn what_stands_beneath_an_indicator_is_a_column() {
        assert_eq!(dictionary().beneath_indicator("ket qua"), Some("thuc_hien"));
        assert_eq!(dictionary().beneath_indicator("ke hoach"), None);
        for id in dictionary().beneath_indicator.values() {
            assert!(dictionary().columns().iter().any(|column| column.id == *id), "{id}");
        }
    }

    #[test]
    fn no_two_states_share_a_key() {
        assert_no_shared_key(words(dictionary().states()).chain(words(dictionary().timeliness())));
    }

    #[test]
    fn no_two_units_share_a_key() {
        let names = dictionary().units().iter().flat_map(|unit| {
            [&unit.name, &unit.short].into_iter().chain(&unit.aliases).map(|name| (unit.id.as_str(), name))
        });
        assert_no_shared_key(names);
    }

    #[test]
    fn every_candidate_of_an_ambiguous_heading_is_a_column() {
        let is_column = |id: &String| dictionary().columns().iter().any(|column| column.id == *id);
        for heading in dictionary().ambiguous() {
            assert!(heading.candidates.iter().all(is_column), "{}", heading.header);
        }
    }

    #[test]
    fn units_carry_their_archive_code_and_relation() {
        let front = dictionary().units().iter().find(|unit| unit.id == "mttq").expect("the Front is known");
        assert_eq!((front.relation.as_str(), front.archive_code.as_deref()), ("de_nghi", None));
        let office = dictionary().units().iter().find(|unit| unit.id == "kt").expect("the office is known");
        assert_eq!(office.archive_code.as_deref(), Some("KT"));
        assert!(dictionary().units().iter().any(|unit| unit.id == "thon" && unit.is_collective));
    }

    #[test]
    fn document_types_and_village_types_are_listed() {
        let types = dictionary().document_types();
        assert!(types.iter().any(|kind| kind.name == "Chương trình" && kind.code == "CTr" && kind.variants.len() == 2));
        assert!(dictionary().village_types().iter().any(|word| word == "tổ dân phố"));
    }
}
