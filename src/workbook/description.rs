//! A workbook before it is written: its sheets, their columns or items, and their content.
//!
//! Owns the description, from which this room writes any workbook: the contract's, an index, a form, merged results.
//! Must not know the terms of Excel, nor the purpose of a sheet. Callers make a description; `write` takes it.

use chrono::NaiveDate;

use crate::contract::EntryLook;

/// A workbook: its properties, and its sheets in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookDescription {
    /// The properties of the file.
    pub identity: FileIdentity,
    /// The sheets; at least one, and the first is shown. Their titles are different.
    pub sheets: Vec<SheetDescription>,
}

/// The properties of a file. They name no person and no time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIdentity {
    /// Title.
    pub title: String,
    /// Subject.
    pub subject: String,
    /// Comment.
    pub comment: String,
    /// The id of the form, `so-lieu`: the property `vanthu_so`, by which a later reader recognises it.
    pub form: String,
    /// The version of that form, from 1: the property `vanthu_phien_ban`.
    pub edition: i32,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetDescription {
    /// The name on its tab: 1 to 31 characters, none of `[]:*?/\`.
    pub title: String,
    /// Whether it is hidden from the clerk.
    pub is_hidden: bool,
    /// Its content.
    pub body: SheetBody,
}

/// The content of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetBody {
    /// Headings with rows below.
    Table(TableDescription),
    /// Items with their values, one item per row.
    Form(FormDescription),
    /// Lists side by side, for drop-downs.
    Lists(Vec<ListDescription>),
}

/// A table: headings in the first row, rows below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDescription {
    /// Its columns, left to right; at least one. Their headings are different.
    pub columns: Vec<ColumnDescription>,
    /// Its rows, from top to bottom.
    pub rows: Vec<DescribedRow>,
    /// Whether the clerk adds rows: then borders and rules extend further down.
    pub is_open: bool,
}

/// A column of a table. Where any column is locked, the sheet is protected without a password, and the other columns
/// stay editable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnDescription {
    /// Its heading.
    pub heading: String,
    /// Its width, in digits.
    pub width: u32,
    /// The look of its cells.
    pub look: EntryLook,
    /// The values that may be entered.
    pub allowed: Allowed,
    /// The note on its heading; empty for no note.
    pub help: String,
    /// Whether it is required: then it has a star.
    pub is_required: bool,
    /// Whether its cells are locked.
    pub is_locked: bool,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DescribedRow {
    /// Cells left to right, `None` for a blank one; there may be fewer than columns.
    Cells(Vec<Option<FilledCell>>),
    /// A group's name, merged across the table (`I. …`).
    Group(String),
}

/// Items and their values, in two columns with headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormDescription {
    /// The column of the items' names, then that of the values; looks and rules belong to the items.
    pub columns: [ColumnDescription; 2],
    /// The items, from top to bottom.
    pub items: Vec<ItemDescription>,
}

/// An item of a form. Where any item is locked, the sheet is protected without a password, and the other items stay
/// editable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemDescription {
    /// Its name.
    pub title: String,
    /// The look of its value.
    pub look: EntryLook,
    /// The values that may be entered.
    pub allowed: Allowed,
    /// Help for the clerk, at most 255 characters; empty for none.
    pub help: String,
    /// Whether it is required: then it has a star.
    pub is_required: bool,
    /// Whether its value is locked.
    pub is_locked: bool,
    /// Its value; `None` where the clerk is to fill it in.
    pub value: Option<FilledCell>,
}

/// A list of a sheet of lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListDescription {
    /// The heading above it.
    pub heading: String,
    /// The words that it offers.
    pub words: ListWords,
}

/// The words of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListWords {
    /// Fixed words.
    Fixed(Vec<String>),
    /// The content of columns of tables, one column after the other, as the clerk fills them in.
    OfColumns(Vec<ColumnReference>),
}

/// The values that a cell accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Anything.
    Anything,
    /// A day.
    Day,
    /// A whole number of 0 or more.
    Count,
    /// A percentage, 0 to 100, or 0% to 100%.
    Percent,
    /// A word of a drop-down.
    Choice(DropDown),
}

/// A drop-down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DropDown {
    /// The list of a sheet of lists, or the column of a table, whose words it offers.
    pub source: ColumnReference,
    /// Whether Excel rejects other words; if not, it asks for confirmation.
    pub is_closed: bool,
}

/// A column of a table, or a list, of the same workbook, by sheet and heading.
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
    /// Text of at most 32,767 characters, Excel's limit for a cell; `\n` is a line break inside the cell.
    Text(String),
    /// A plain decimal, `-1200.5`, of at most 15 digits, Excel's precision; anything else is written as text.
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

    /// The same column, locked.
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
