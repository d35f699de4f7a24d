//! The largest possible size of a value, without its text.
//!
//! Owns sizes and looking into data. Must not know a tree: `cost` walks it.

use std::rc::Rc;

use tera::Value;

/// The size of a value: never smaller than the real one.
#[derive(Clone, Debug)]
pub(super) enum ValueSize<'a> {
    /// No value.
    Missing,
    /// A text or a number of at most this many bytes.
    Size(u64),
    /// A value of the data.
    Data(&'a Value),
    /// One of several values.
    OneOf(Rc<Vec<ValueSize<'a>>>),
    /// A list of at most these items.
    List(Rc<Vec<ValueSize<'a>>>),
}

impl<'a> ValueSize<'a> {
    /// A value of the data.
    pub(super) fn of(value: &'a Value) -> Self {
        if value.is_undefined() { Self::Missing } else { Self::Data(value) }
    }

    /// A list made by the template.
    pub(super) fn list(items: Vec<Self>) -> Self {
        Self::List(Rc::new(items))
    }

    /// Its printed size in bytes; 0 for a list.
    pub(super) fn bytes(&self) -> u64 {
        match self {
            Self::Missing | Self::List(_) => 0,
            Self::Size(bytes) => *bytes,
            Self::Data(value) => value.as_str().map_or(super::NUMBER, |text| text.len() as u64),
            Self::OneOf(values) => values.iter().map(Self::bytes).max().unwrap_or(0),
        }
    }

    /// Its size in bytes with all its items.
    pub(super) fn whole(&self) -> u64 {
        match self {
            Self::Data(value) if value.as_array().is_none() => self.bytes(),
            Self::Missing | Self::Size(_) => self.bytes(),
            Self::OneOf(_) | Self::List(_) | Self::Data(_) => {
                self.items().iter().map(Self::bytes).fold(self.bytes(), u64::saturating_add)
            }
        }
    }

    /// The number of values in it.
    pub(super) fn count(&self) -> u64 {
        match self {
            Self::Missing | Self::Size(_) | Self::Data(_) => 1,
            Self::OneOf(values) | Self::List(values) => 1 + values.len() as u64,
        }
    }

    /// The items of a list; for a choice of lists, the items of all.
    pub(super) fn items(&self) -> Vec<Self> {
        match self {
            Self::Missing | Self::Size(_) => Vec::new(),
            Self::Data(value) => value.as_array().unwrap_or_default().iter().map(Self::of).collect(),
            Self::OneOf(values) => values.iter().flat_map(Self::items).collect(),
            Self::List(items) => items.to_vec(),
        }
    }

    /// A field of a group of fields.
    pub(super) fn field(&self, name: &'a str) -> Self {
        match self {
            Self::Data(value) => value.get_from_path(name).map_or(Self::Missing, Self::of),
            Self::OneOf(values) => {
                values.iter().map(|value| value.field(name)).reduce(Self::or).unwrap_or(Self::Missing)
            }
            Self::Missing | Self::Size(_) | Self::List(_) => Self::Missing,
        }
    }

    /// A choice of this value or the other.
    pub(super) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Size(one), Self::Size(other)) => Self::Size(one.max(other)),
            (one, other) => {
                let mut values = one.options();
                values.extend(other.options());
                Self::OneOf(Rc::new(values))
            }
        }
    }

    fn options(self) -> Vec<Self> {
        match self {
            Self::OneOf(values) => values.to_vec(),
            single => vec![single],
        }
    }

    /// Whether it counts as true, where the data decide that.
    pub(super) fn truth(&self) -> Option<bool> {
        match self {
            Self::Missing => Some(false),
            Self::Data(value) => Some(value.is_truthy()),
            Self::Size(_) | Self::OneOf(_) | Self::List(_) => None,
        }
    }
}
