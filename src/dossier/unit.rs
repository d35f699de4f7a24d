//! A unit, a village or a collective of them, and how the People's Committee may speak to it.
//!
//! Owns what is known of one unit. Must not know where units are found, nor any other unit than itself. `register` keeps
//! them all; every file that names a unit takes it from here.

use crate::contract::choices::RELATIONS;
use crate::diag::Place;
use crate::vietnamese::fold;

/// How the People's Committee may speak to a unit (column Quan hệ).
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
    /// What each word of the column means, in the contract's order.
    const MEANINGS: [Self; RELATIONS.len()] = [Self::Assigns, Self::Requests, Self::Party];

    /// What a word of the column means; `None` for any other.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let wanted = fold::key(text);
        let mut known = RELATIONS.into_iter().zip(Self::MEANINGS);
        known.find(|(name, _)| fold::key(name) == wanted).map(|(_, relation)| relation)
    }
}

/// A unit, a village, or a collective of them.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Full name, as in its sheet.
    pub name: String,
    /// Its code; `None` for a collective name and for a unit known from the tasks alone.
    pub code: Option<String>,
    /// Every further name it goes by.
    pub other_names: Vec<String>,
    /// How it may be spoken to.
    pub relation: Relation,
    /// Its abbreviation in the line Lưu.
    pub archive_code: Option<String>,
    /// Its line in Nơi nhận, where it differs from its name.
    pub recipient_line: Option<String>,
    /// Whether it stands for several.
    pub is_collective: bool,
    /// Whether it stands on the sheet Thôn.
    pub is_village: bool,
    /// Loại: what sort of unit or village it is, as typed.
    pub sort: Option<String>,
    /// Whether it is known from the tasks alone, because the sheet Đơn vị is missing or empty.
    pub is_admitted: bool,
    /// Where it is written down; `None` for a collective name.
    pub at: Option<Place>,
}

impl Unit {
    /// Every name it goes by, its code included.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [Some(self.name.as_str()), self.code.as_deref()]
            .into_iter()
            .flatten()
            .chain(self.other_names.iter().map(String::as_str))
    }

    /// Whether this text is its code, and no name: the workbook's own shorthand, never printed.
    pub(super) fn is_code(&self, text: &str) -> bool {
        let code = self.code.as_deref().map(fold::key);
        code == Some(fold::key(text)) && fold::exact(&self.name) != fold::exact(text)
    }

    /// Whether both have a code, and the same one.
    pub(super) fn has_code_of(&self, other: &Self) -> bool {
        self.code.is_some() && self.code == other.code
    }

    /// A unit that no sheet has: known by its name, from the rows alone.
    pub(super) fn admitted(name: String, relation: Relation, at: Place) -> Self {
        Self {
            relation,
            name,
            code: None,
            other_names: Vec::new(),
            archive_code: None,
            recipient_line: None,
            is_collective: false,
            is_village: false,
            sort: None,
            is_admitted: true,
            at: Some(at),
        }
    }
}
