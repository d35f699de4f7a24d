//! For whom a template can be written, and when it is.
//!
//! Owns the words of `danh_cho` and `chi_viet_khi`. Must not know a village or a unit: `pipeline` chooses them.

/// For whom a template can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readers {
    /// `chung`: one paper for everyone.
    Everyone,
    /// `thon`: one for each village.
    Villages,
    /// `don-vi`: one for each unit.
    Units,
}

impl Readers {
    /// The word for them in `danh_cho`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Everyone => "chung",
            Self::Villages => "thon",
            Self::Units => "don-vi",
        }
    }
}

/// What there must be for a paper to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnlyWhere {
    /// `qua_han`: a task past its deadline that its reader leads.
    Late,
    /// `sap_den_han`: a task that its reader leads, its deadline near.
    DueSoon,
}
