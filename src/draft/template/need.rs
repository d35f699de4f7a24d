//! What of the workbook a kind of document can't do without.
//!
//! Owns the three sizes of a need: a sheet, a column, an item. Knows no workbook; `render` asks the dossier.

use std::fmt;

use crate::contract::{Field, GeneralKey, SheetKind};
use crate::dossier::Dossier;

/// Something of the workbook that a kind of document can't do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Rows of a sheet.
    Sheet(SheetKind),
    /// A column of a sheet, filled in a row at least.
    Column(SheetKind, Field),
    /// A filled item of Thông tin chung.
    Item(GeneralKey),
}

impl Need {
    /// Whether the workbook has it.
    pub(in crate::draft) fn is_met(self, dossier: &Dossier) -> bool {
        match self {
            Self::Sheet(kind) => dossier.has(kind),
            Self::Column(kind, field) => dossier.has_column(kind, field),
            Self::Item(key) => dossier.has_item(key),
        }
    }

    /// The sheet that it stands on.
    #[must_use]
    pub fn sheet(self) -> SheetKind {
        match self {
            Self::Sheet(kind) | Self::Column(kind, _) => kind,
            Self::Item(_) => SheetKind::General,
        }
    }

    /// The heading of the column, or the item; `None` for a whole sheet.
    #[must_use]
    pub fn inside(self) -> Option<&'static str> {
        match self {
            Self::Sheet(_) => None,
            Self::Column(kind, field) => {
                kind.columns().iter().find(|column| column.field == field).map(|column| column.heading)
            }
            Self::Item(key) => Some(key.title()),
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.inside() {
            None => formatter.write_str(self.sheet().title()),
            Some(inside) => write!(formatter, "{} › {inside}", self.sheet().title()),
        }
    }
}
