//! A workbook before it is written: its sheets, their columns or items, what stands in them.
//!
//! Owns the description, by which this room writes any workbook: the contract's, an index, a form, merged results. Must not
//! know Excel's own words, nor what a sheet is for. Whoever has a workbook to write makes one; `write` takes it.

use chrono::NaiveDate;

use crate::contract::EntryLook;

/// A workbook: what the file says of itself, and its sheets in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookDescription {
    /// What the file says of itself.
    pub identity: FileIdentity,
    /// The sheets; at least one, and the first is shown. Their titles differ.
    pub sheets: Vec<SheetDescription>,
}

/// What a file says of itself in its properties. It names no person and no moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIdentity {
    /// Title.
    pub title: String,
    /// Subject.
    pub subject: String,
    /// Comment.
    pub comment: String,
    /// Which form it is, `so-lieu`: the property `vanthu_so`, by which a later reader knows it.
    pub form: String,
    /// Which edition of that form: the property `vanthu_phien_ban`, from 1.
    pub edition: i32,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetDescription {
    /// The name on its tab: 1 to 31 characters, none of `[]:*?/\`.
    pub title: String,
    /// Whether it is hidden from the clerk.
    pub is_hidden: bool,
    /// What stands on it.
    pub body: SheetBody,
}

/// What stands on a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetBody {
    /// Headings with rows beneath.
    Table(TableDescription),
    /// Items with their values, one an item a row.
    Form(FormDescription),
    /// Lists side by side, which drop-downs offer.
    Lists(Vec<ListDescription>),
}

/// A table: headings in the first row, rows beneath.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDescription {
    /// Its columns, left to right; at least one. Their headings differ.
    pub columns: Vec<ColumnDescription>,
    /// Its rows, top down.
    pub rows: Vec<DescribedRow>,
    /// Whether rows are added by whoever fills it in: then frames and rules reach further down.
    pub is_open: bool,
}

/// A column of a table. Where any is locked, the sheet is protected, without a password, and the others stay open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnDescription {
    /// Its heading.
    pub heading: String,
    /// Its width, in digits.
    pub width: u32,
    /// How its cells look.
    pub look: EntryLook,
    /// What may be entered.
    pub allowed: Allowed,
    /// The note on its heading; empty for none.
    pub help: String,
    /// Whether it must be filled in: it is starred.
    pub is_required: bool,
    /// Whether its cells can't be changed.
    pub is_locked: bool,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DescribedRow {
    /// Cells left to right, `None` for a blank one; as many as there are columns, or fewer.
    Cells(Vec<Option<FilledCell>>),
    /// A group's name, merged across the table (`I. …`).
    Group(String),
}

/// Items and their values, side by side under two headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDescription {
    /// The column of the items' names, then that of the values; looks and rules are the items' own.
    pub columns: [ColumnDescription; 2],
    /// The items, top down.
    pub items: Vec<ItemDescription>,
}

/// An item of a form. Where any is locked, the sheet is protected, without a password, and the others stay open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDescription {
    /// Its name.
    pub title: String,
    /// How its value looks.
    pub look: EntryLook,
    /// What may be entered.
    pub allowed: Allowed,
    /// What to fill in, at most 255 characters; empty for no help.
    pub help: String,
    /// Whether it must be filled in: it is starred.
    pub is_required: bool,
    /// Whether its value can't be changed.
    pub is_locked: bool,
    /// Its value; `None` where it is to be filled in.
    pub value: Option<FilledCell>,
}

/// A list of a sheet of lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListDescription {
    /// The heading above it.
    pub heading: String,
    /// What it offers.
    pub words: ListWords,
}

/// What a list offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListWords {
    /// Words that never change.
    Fixed(Vec<String>),
    /// What stands in columns of tables, one column below the other, as they are filled in.
    OfColumns(Vec<ColumnReference>),
}

/// What may be entered in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Anything.
    Anything,
    /// A day.
    Day,
    /// A whole number from 0 on.
    Count,
    /// A percentage, 0 to 100, or 0% to 100%.
    Percent,
    /// A word of a drop-down.
    Choice(DropDown),
}

/// A drop-down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DropDown {
    /// The list of a sheet of lists, or the column of a table, that it offers.
    pub source: ColumnReference,
    /// Whether another word stops whoever types it; else it is asked about.
    pub is_closed: bool,
}

/// A column of a table or a list of the same workbook, by sheet and heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnReference {
    /// The title of the sheet.
    pub sheet: String,
    /// The heading.
    pub heading: String,
}

/// A filled cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilledCell {
    /// Text of at most 32,767 characters, which is what a cell holds; `\n` is a line break inside the cell.
    Text(String),
    /// A plain decimal, `-1200.5`, of at most 15 digits, which is what Excel keeps; written as text where it is none.
    Number(String),
    /// A day from 1900 on.
    Date(NaiveDate),
}

impl ColumnDescription {
    /// A column of text that may be left empty; its width is in digits.
    #[must_use]
    pub fn new(heading: &str, width: u32) -> Self {
        Self {
            heading: heading.to_owned(),
            width,
            look: EntryLook::Words,
            allowed: Allowed::Anything,
            help: String::new(),
            is_required: false,
            is_locked: false,
        }
    }

    /// The same, which can't be changed.
    #[must_use]
    pub fn locked(self) -> Self {
        Self { is_locked: true, ..self }
    }
}

impl FilledCell {
    /// Its text; `None` for a day.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            Self::Date(_) => None,
        }
    }
}
