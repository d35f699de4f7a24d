//! The kinds of values in a template.
//!
//! Owns the kinds and which of them are compatible. Must not know a name. `expressions` finds the kind of each value.

use crate::templates::fields::FieldShape;

/// The kind of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ValueKind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// Either a text or a number.
    Printable,
    /// True or false.
    Truth,
    /// A group of fields, by its path in the table.
    Record(&'static str),
    /// A list, by the kind of its items.
    List(Box<ValueKind>),
    /// A value that is already reported, or an item of an empty list: it is compatible with every kind.
    Unknown,
}

/// A value, as far as it is known without data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CheckedValue {
    /// Its kind.
    pub(super) kind: ValueKind,
    /// Whether a workbook can leave it empty.
    pub(super) can_be_empty: bool,
}

impl CheckedValue {
    /// A value that always exists.
    pub(super) fn present(kind: ValueKind) -> Self {
        Self { kind, can_be_empty: false }
    }

    /// A value that can be missing.
    pub(super) fn optional(kind: ValueKind) -> Self {
        Self { kind, can_be_empty: true }
    }

    /// A value of unknown kind.
    pub(super) fn unknown() -> Self {
        Self::present(ValueKind::Unknown)
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

    /// The common kind of two values; `None` where there is none.
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
