//! A column of a sheet: everything that the contract defines about it, in one row.
//!
//! Owns the type of such a row and the functions that write rows. Must not know which rows there are: `columns` lists
//! them. `records` reads by the headings; `workbook` writes headings, looks, rules and help; `draft` takes the names
//! for tables.

use super::{ChoiceList, Field};

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a mark of its own, put on a row by its own word")]
pub struct Column {
    /// The field that it has.
    pub field: Field,
    /// The contract's own heading.
    pub heading: &'static str,
    /// Whether the sheet is useless without it.
    pub is_required: bool,
    /// The look of its cells, what may be entered, and the help for it.
    pub entry: CellEntry,
    /// Its width in the workbooks that we write, in digits.
    pub width: u32,
    /// Its name in the tables of a template; `None` where no table has it.
    pub in_tables: Option<TableName>,
    /// Whether every document that uses the sheet prints its cells or depends on them, whatever the template.
    pub is_in_every_document: bool,
    /// Whether its cells are printed word for word in sentences, so that their wording is checked.
    pub is_in_sentences: bool,
    /// Whether its cells are taken as typed, on one line, without further meaning (only in Nhiệm vụ).
    pub is_as_typed: bool,
}

/// What is entered in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellEntry {
    /// The look of the cell.
    pub look: EntryLook,
    /// What may be entered.
    pub rule: EntryRule,
    /// What to fill in; empty for columns that are only read.
    pub help: &'static str,
    /// An example; empty where the help is enough.
    pub example: &'static str,
}

/// The look of the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryLook {
    /// Text that wraps.
    Words,
    /// A code: formatted as text, so that Excel keeps `01` and does not turn `12-5` into a day.
    Code,
    /// A number in a list, centred.
    Ordinal,
    /// A day, `dd/mm/yyyy`; a text in such a cell stays a text.
    Day,
    /// A whole number with thousands.
    Count,
    /// A figure as typed. No decimals are fixed: a General cell keeps `60%` as 60%; any other format makes it 0.6.
    Figure,
}

/// What may be entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryRule {
    /// Anything.
    Anything,
    /// A day.
    Day,
    /// A whole number from 0 on.
    Count,
    /// A percentage, 0 to 100, or 0% to 100%.
    Percent,
    /// A word of a list.
    From(ChoiceList),
}

/// The name of a column in the tables of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableName {
    /// The name, `chu_tri`.
    pub name: &'static str,
    /// Whether its cells have only a few words each: a code, a day. Otherwise they have running text.
    pub is_short: bool,
}

impl CellEntry {
    const fn of(look: EntryLook, rule: EntryRule) -> Self {
        Self { look, rule, help: "", example: "" }
    }

    /// The same entry, as a code.
    pub(super) const fn as_code(self) -> Self {
        Self { look: EntryLook::Code, ..self }
    }

    /// What to fill in, with an example if there is one; at most 255 characters, which is all that Excel shows.
    ///
    /// # Examples
    /// ```
    /// use vanthu::contract::{Field, SheetKind};
    /// let households = SheetKind::Villages.column(Field::Households).expect("the contract has it");
    /// assert!(households.entry.guidance().ends_with("\nVí dụ: 214"));
    /// ```
    #[must_use]
    pub fn guidance(&self) -> String {
        if self.example.is_empty() {
            self.help.to_owned()
        } else {
            format!("{}\nVí dụ: {}", self.help, self.example)
        }
    }
}

/// Text of any length.
pub(super) const fn words() -> CellEntry {
    CellEntry::of(EntryLook::Words, EntryRule::Anything)
}

/// A code, which Excel must not change.
pub(super) const fn code() -> CellEntry {
    CellEntry::of(EntryLook::Code, EntryRule::Anything)
}

/// A word of a list; the list decides whether other words may be typed.
pub(super) const fn choice(list: ChoiceList) -> CellEntry {
    CellEntry::of(EntryLook::Words, EntryRule::From(list))
}

/// A day.
pub(super) const fn day() -> CellEntry {
    CellEntry::of(EntryLook::Day, EntryRule::Day)
}

/// A day, or words instead of it: the wording of a deadline.
pub(super) const fn day_or_words() -> CellEntry {
    CellEntry::of(EntryLook::Day, EntryRule::Anything)
}

/// A number in a list, as people write it: `1`, `1.2`, `I`.
pub(super) const fn ordinal() -> CellEntry {
    CellEntry::of(EntryLook::Ordinal, EntryRule::Anything)
}

/// A number by which rows are sorted.
pub(super) const fn whole_ordinal() -> CellEntry {
    CellEntry::of(EntryLook::Ordinal, EntryRule::Count)
}

/// A number of people or things, with dots between thousands.
pub(super) const fn count() -> CellEntry {
    CellEntry::of(EntryLook::Count, EntryRule::Count)
}

/// A whole number, as typed.
pub(super) const fn whole_number() -> CellEntry {
    CellEntry::of(EntryLook::Figure, EntryRule::Count)
}

/// A percentage.
pub(super) const fn percent() -> CellEntry {
    CellEntry::of(EntryLook::Figure, EntryRule::Percent)
}

/// A figure, as typed; a plan may be a range, `45 - 50`.
pub(super) const fn figure() -> CellEntry {
    CellEntry::of(EntryLook::Figure, EntryRule::Anything)
}

/// A column that the sheet is useless without; its width is in digits.
pub(super) const fn must(field: Field, heading: &'static str, entry: CellEntry, width: u32) -> Column {
    Column { is_required: true, ..may(field, heading, entry, width) }
}

/// A column that may be missing; its width is in digits.
pub(super) const fn may(field: Field, heading: &'static str, entry: CellEntry, width: u32) -> Column {
    Column {
        field,
        heading,
        is_required: false,
        entry,
        width,
        in_tables: None,
        is_in_every_document: false,
        is_in_sentences: false,
        is_as_typed: false,
    }
}

/// A column that only clerks' own tables have: it is read, but never written.
pub(super) const fn typed_by_clerks(field: Field, heading: &'static str) -> Column {
    may(field, heading, words(), 0)
}

impl Column {
    /// A column of tables under this name, with running text.
    pub(super) const fn text_in_tables(self, name: &'static str) -> Self {
        Self { in_tables: Some(TableName { name, is_short: false }), ..self }
    }

    /// A column of tables under this name, with a few words.
    pub(super) const fn word_in_tables(self, name: &'static str) -> Self {
        Self { in_tables: Some(TableName { name, is_short: true }), ..self }
    }

    /// A column that every document that uses the sheet prints or depends on.
    pub(super) const fn in_every_document(self) -> Self {
        Self { is_in_every_document: true, ..self }
    }

    /// A column whose cells are printed word for word in sentences.
    pub(super) const fn in_sentences(self) -> Self {
        Self { is_in_sentences: true, ..self }
    }

    /// A column whose cells are taken as typed.
    pub(super) const fn as_typed(self) -> Self {
        Self { is_as_typed: true, ..self }
    }

    /// What to fill in.
    pub(super) const fn help(self, help: &'static str) -> Self {
        Self { entry: CellEntry { help, ..self.entry }, ..self }
    }

    /// An example of what to fill in.
    pub(super) const fn example(self, example: &'static str) -> Self {
        Self { entry: CellEntry { example, ..self.entry }, ..self }
    }
}
