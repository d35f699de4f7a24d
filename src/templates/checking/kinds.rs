//! What a value of a template can be.
//!
//! Owns the kinds of values and when two of them fit together. Knows no name. `expressions` finds the kind of each.

use crate::templates::fields::FieldShape;

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A text or a number, whichever comes.
    Printable,
    /// True or false.
    Truth,
    /// A group of fields, by its path in the table.
    Record(&'static str),
    /// A list, by what its items are.
    List(Box<ValueKind>),
    /// Something already reported, or an item of an empty list: it fits everywhere.
    Unknown,
}

/// A value, as far as it is known without data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CheckedValue {
    /// What it is.
    pub(super) kind: ValueKind,
    /// Whether a workbook can leave it empty.
    pub(super) can_be_empty: bool,
}

impl CheckedValue {
    /// A value that is always there.
    pub(super) fn firm(kind: ValueKind) -> Self {
        Self { kind, can_be_empty: false }
    }

    /// A value that can be missing.
    pub(super) fn loose(kind: ValueKind) -> Self {
        Self { kind, can_be_empty: true }
    }

    /// A value of which nothing is known.
    pub(super) fn unknown() -> Self {
        Self::firm(ValueKind::Unknown)
    }

    /// A field of the table.
    pub(super) fn of((shape, can_be_empty): (FieldShape, bool)) -> Self {
        let kind = match shape {
            FieldShape::Text => ValueKind::Text,
            FieldShape::Record(path) => ValueKind::Record(path),
            FieldShape::Texts => ValueKind::List(Box::new(ValueKind::Text)),
            FieldShape::Records(path) => ValueKind::List(Box::new(ValueKind::Record(path))),
        };
        Self { kind, can_be_empty }
    }
}

impl ValueKind {
    /// Whether it can be printed or joined to a text.
    pub(super) fn is_printable(&self) -> bool {
        matches!(self, Self::Text | Self::Number | Self::Printable | Self::Unknown)
    }

    /// What either of two values is; `None` where nothing can be done with both alike.
    pub(super) fn either(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Unknown, kind) | (kind, Self::Unknown) => Some(kind),
            (Self::List(one), Self::List(other)) => one.either(*other).map(|kind| Self::List(Box::new(kind))),
            (one, other) if one == other => Some(one),
            (one, other) if one.is_printable() && other.is_printable() => Some(Self::Printable),
            _ => None,
        }
    }
}
