//! A unit, a village or a collective of them, and its form of address.
//!
//! Owns the facts of one unit. Must not know where units are found, nor any other unit. `register` holds them all;
//! every file that names a unit takes it from there.

use super::validity::Validity;
use crate::contract::choices::RELATIONS;
use crate::diag::Place;
use crate::vietnamese::fold;

/// The form of address that the People's Committee uses for a unit (column Quan hệ).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Giao: it assigns.
    Assigns,
    /// Đề nghị: it asks to coordinate.
    Requests,
    /// Cấp ủy: the Party, never assigned.
    Party,
}

impl Relation {
    /// The meaning of each word of the column, in the contract's order.
    const MEANINGS: [Self; RELATIONS.len()] = [Self::Assigns, Self::Requests, Self::Party];

    /// The meaning of a word of the column; `None` for any other.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let typed_key = fold::key(text);
        let mut known = RELATIONS.into_iter().zip(Self::MEANINGS);
        known.find(|(name, _)| fold::key(name) == typed_key).map(|(_, relation)| relation)
    }
}

/// A unit, a village, or a collective of them.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Full name, as in its sheet.
    pub name: String,
    /// Its code; `None` for a collective name and for a unit known from the tasks alone.
    pub code: Option<String>,
    /// Every further name of it.
    pub other_names: Vec<String>,
    /// Its form of address.
    pub relation: Relation,
    /// Its abbreviation in the line Lưu.
    pub archive_code: Option<String>,
    /// Its line in Nơi nhận, where it differs from its name.
    pub recipient_line: Option<String>,
    /// Whether it means several units.
    pub is_collective: bool,
    /// Whether it is from the sheet Thôn.
    pub is_village: bool,
    /// Loại: the type of unit or village, as typed.
    pub sort: Option<String>,
    /// Whether it is known from the tasks alone, because the sheet Đơn vị is missing or empty.
    pub is_admitted: bool,
    /// The cell of its name; `None` for a collective name.
    pub at: Option<Place>,
    /// The cell of its code; `None` for a unit without one.
    pub code_at: Option<Place>,
    /// From when to when it exists.
    pub(super) validity: Validity,
    /// The villages that were merged into it as a whole.
    pub(super) merged_names: Vec<String>,
}

impl Unit {
    /// Every name of it, its code included.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [Some(self.name.as_str()), self.code.as_deref()]
            .into_iter()
            .flatten()
            .chain(self.other_names.iter().map(String::as_str))
    }

    /// Whether this text is its code, and not a name: a code is the workbook's own shorthand and never printed.
    pub(super) fn is_code(&self, text: &str) -> bool {
        let code = self.code.as_deref().map(fold::key);
        code == Some(fold::key(text)) && fold::exact(&self.name) != fold::exact(text)
    }

    /// Whether this text is a short or other name of it, which the papers write in full.
    pub(super) fn is_other_name(&self, text: &str) -> bool {
        let typed = fold::exact(text);
        let is_other = self.other_names.iter().any(|name| fold::exact(name) == typed);
        is_other && !self.is_collective && fold::exact(&self.name) != typed && !self.is_code(text)
    }

    /// Whether both have a code, and the same one.
    pub(super) fn has_code_of(&self, other: &Self) -> bool {
        self.code.is_some() && self.code == other.code
    }

    /// A unit that is in no sheet: known by its name, from the rows alone.
    pub(super) fn admitted(name: String, relation: Relation, at: Place) -> Self {
        Self {
            relation,
            name,
            code: None,
            code_at: None,
            other_names: Vec::new(),
            archive_code: None,
            recipient_line: None,
            is_collective: false,
            is_village: false,
            sort: None,
            is_admitted: true,
            at: Some(at),
            validity: Validity::default(),
            merged_names: Vec::new(),
        }
    }
}
