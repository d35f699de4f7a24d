//! The languages of the program.
//!
//! Owns their names in `--lang` and `VANTHU_LANG`. Must not know any text. Its output selects the catalogue.

use crate::diag::{Diagnostic, Diagnostics};

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// The language of an argument of `--lang`; `None` for any but `vi` and `en`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language that `VANTHU_LANG` asks for; Vietnamese where it is unset or empty.
    ///
    /// Reports an unknown language (`CD-005`).
    #[must_use]
    pub fn from_environment(value: Option<&str>, out: &mut Diagnostics) -> Self {
        let id = value.unwrap_or_default();
        if id.is_empty() {
            return Self::default();
        }
        Self::from_id(id).unwrap_or_else(|| {
            out.report(Diagnostic::error("CD-005").with("value", id));
            Self::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_selects_the_language() {
        let mut out = Diagnostics::new();
        assert_eq!(Language::from_environment(None, &mut out), Language::Vi);
        assert_eq!(Language::from_environment(Some("en"), &mut out), Language::En);
        assert_eq!(out.messages(), []);
        assert_eq!(Language::from_environment(Some("fr"), &mut out), Language::Vi);
        assert_eq!(out.messages()[0].code, "CD-005");
    }
}
