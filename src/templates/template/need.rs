//! A part of the workbook: one that a kind of document needs, or one that it prints.
//!
//! Owns the sorts of part: a sheet, a column, an item, a part of Nội dung. Must not know their content; `render` asks
//! the dossier.

use std::fmt;

use crate::contract::{Field, GeneralKey, SheetKind};
use crate::dossier::Dossier;
use crate::templates::fields;
use crate::vietnamese::fold;

/// A sheet of the workbook, a column of one, or an item of Thông tin chung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Rows of a sheet.
    Sheet(SheetKind),
    /// A column of a sheet that is filled in at least one row.
    Column(SheetKind, Field),
    /// A filled item of Thông tin chung.
    Item(GeneralKey),
    /// A part of Nội dung.
    Part(&'static str),
}

impl Need {
    /// The column or the item of a sheet with this heading; `None` where there is none.
    pub(crate) fn inside_of(kind: SheetKind, heading: &str) -> Option<Self> {
        let wanted = fold::key(heading);
        if kind == SheetKind::General {
            return GeneralKey::ALL.into_iter().find(|key| fold::key(key.title()) == wanted).map(Self::Item);
        }
        if kind == SheetKind::Prose {
            return fields::parts().find(|part| fold::key(part) == wanted).map(Self::Part);
        }
        let mut columns = kind.columns().iter();
        columns.find(|column| fold::key(column.heading) == wanted).map(|column| Self::Column(kind, column.field))
    }

    /// The part that a path such as `Nhiệm vụ › Sản phẩm` names; `None` for an unknown path.
    pub(crate) fn named(path: &str) -> Option<Self> {
        let (sheet, heading) = path.split_once(" › ")?;
        let kind = SheetKind::ALL.into_iter().find(|kind| kind.title() == sheet)?;
        Self::inside_of(kind, heading)
    }

    /// The part of the workbook that a template prints by using this path: `nhiem_vu[].san_pham`.
    pub(crate) fn printed_by(used: &str) -> Option<Self> {
        let is_asked = |path: &str| path.strip_prefix(used).is_some_and(|rest| rest.is_empty() || rest == "[]");
        let field = fields::FIELDS.iter().find(|field| is_asked(field.path))?;
        Self::named(field.filled_in?)
    }

    /// Whether the workbook has it.
    pub(crate) fn is_met(self, dossier: &Dossier) -> bool {
        match self {
            Self::Sheet(kind) => dossier.has(kind),
            Self::Column(kind, field) => dossier.has_column(kind, field),
            Self::Item(key) => dossier.has_item(key),
            Self::Part(part) => dossier.prose(part).is_some_and(|paragraphs| !paragraphs.is_empty()),
        }
    }

    /// Its sheet.
    #[must_use]
    pub fn sheet(self) -> SheetKind {
        match self {
            Self::Sheet(kind) | Self::Column(kind, _) => kind,
            Self::Item(_) => SheetKind::General,
            Self::Part(_) => SheetKind::Prose,
        }
    }

    /// The heading of the column, or the item; `None` for a whole sheet.
    #[must_use]
    pub fn inside(self) -> Option<&'static str> {
        match self {
            Self::Sheet(_) => None,
            Self::Column(kind, field) => kind.column(field).map(|column| column.heading),
            Self::Item(key) => Some(key.title()),
            Self::Part(part) => Some(part),
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
