//! Rows that begin a group: by their mark, their merged cells, or because they hold only a name.
//!
//! Owns the decision, also where the row itself does not show it: by its letters, and by the rows around it. Must not
//! guess: where both are possible, the clerk is asked. `sorting` asks here.

use std::collections::BTreeMap;
use std::ops::Range;

use super::UnderstoodSheet;
use super::endings::{is_note, is_signature};
use super::labels::{after_group_mark, after_mark, is_capitals, is_group_ordinal};
use super::record::old_encoding;
use super::row_view::{RowView, content_field};
use crate::contract::{Field, SheetKind};
use crate::diag::{CellRef, Concern, Diagnostic, Diagnostics};
use crate::records::cells::{Flaw, SeenCell};
use crate::records::old_fonts::old_font;
use crate::records::types::Located;

/// Words of the longest name of a group; a longer text is a task.
const MOST_WORDS: usize = 15;

/// What the other rows of a table show about its bare rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Habits {
    /// Whether codes or numbers of groups stand out: other rows have codes that are no Roman number and no letter.
    pub(super) has_other_codes: bool,
    /// Whether tasks name a lead or a deadline, so that a row without anything is out of the ordinary.
    is_assigned: bool,
    /// Whether some words are not in capitals, so that capitals show a heading.
    has_small_letters: bool,
}

/// What a row with nothing but its content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BareRow {
    Group,
    Task,
    /// Only the clerk knows.
    Either,
}

impl Habits {
    /// The habits of a table.
    pub(super) fn of(sheet: &UnderstoodSheet<'_>, rows: Range<u32>) -> Self {
        let views = || {
            let rows = sheet.cells.rows.range(rows.clone());
            rows.map(|(&row, cells)| RowView { sheet, row, cells }).filter(|view| !view.is_header())
        };
        let is_code = |view: &RowView<'_>| {
            let code = view.text(Field::Code);
            !code.is_empty() && !is_group_ordinal(code)
        };
        let is_assigned = |view: &RowView<'_>| view.has(Field::Lead) || view.has(Field::Deadline);
        Self {
            has_other_codes: views().any(|view| is_code(&view)),
            is_assigned: sheet.layout.kind == SheetKind::Assignments && views().filter(is_assigned).count() > 1,
            has_small_letters: views().any(|view| is_assigned(&view) && !is_capitals(view.content())),
        }
    }
}

impl<'a> RowView<'a> {
    /// Reports what makes the name of a group unreliable: an error value in it, or an old encoding.
    pub(super) fn report_flawed_name(&self, name: &Located<String>, out: &mut Diagnostics) {
        for (&column, cell) in self.cells {
            let message = match cell.flaw {
                Some(Flaw::OldEncoding) => old_encoding(&cell.text),
                Some(Flaw::OldFont(encoding)) => old_font(&cell.text, encoding),
                Some(Flaw::ErrorValue) if cell.text.ends_with(&name.value) => {
                    let at = CellRef { row: self.row, column };
                    Diagnostic::error("SL-010").with("value", cell.error_value()).with("cell", at)
                }
                _ => continue,
            };
            out.report(message.at(&self.at(column)));
        }
    }

    /// The group that begins with this row, if it is a group row.
    pub(super) fn group(&self, habits: Habits) -> Option<Located<String>> {
        let (column, text) = self.group_label(habits)?;
        // The colon belongs to the layout of the table, not to the name.
        let name = after_mark(text).replace('\n', " ").trim_end_matches([':', ' ']).to_owned();
        Some(Located { value: name, at: self.at(column) })
    }

    fn group_label(&self, habits: Habits) -> Option<(u32, &'a str)> {
        let content = self.sheet.layout.columns.get(&content_field(self.sheet.layout.kind)).copied().unwrap_or(1);
        if let Some((column, text)) = self.sole() {
            let is_merged = self.sheet.cells.span(self.row, column).is_some_and(|span| span.right > column);
            // Text in a column for numbers or groups, or in an unread column, is a label.
            let is_label = column < content && text.contains(' ') && self.may_hold_label(column);
            let is_group = after_group_mark(text).is_some()
                || ((is_merged || is_label) && !is_note(text))
                || self.bare(habits) == Some(BareRow::Group);
            return is_group.then_some((column, text));
        }
        self.numbered_label(habits)
    }

    /// The name where the row has only a group's number, in the column of numbers or of codes, and a name: «II │ Văn
    /// hóa - Xã hội». A letter may be a task's code where no task has another one.
    fn numbered_label(&self, habits: Habits) -> Option<(u32, &'a str)> {
        let ordinals = self.sheet.layout.ordinals;
        let codes = self.sheet.layout.columns.get(&Field::Code).copied().filter(|_| habits.has_other_codes);
        let is_mark = |column: u32| Some(column) == ordinals || Some(column) == codes;
        let is_assigned = [Field::Lead, Field::Deadline, Field::Product].iter().any(|field| self.has(*field));
        let mut labels = self.cells.iter().filter(|(column, _)| !is_mark(**column));
        let (label, none) = (labels.next()?, labels.next());
        let mut marks = self.cells.iter().filter(|(column, _)| is_mark(**column)).peekable();
        let is_numbered = marks.peek().is_some() && marks.all(|(_, cell)| is_group_ordinal(&cell.text));
        (none.is_none() && is_numbered && !is_assigned).then_some((*label.0, label.1.text.as_str()))
    }

    /// What the row is where nothing but its content is filled; `None` for any other row.
    pub(super) fn bare(&self, habits: Habits) -> Option<BareRow> {
        let (_, text) = self.sole()?;
        if self.sheet.layout.kind != SheetKind::Assignments || self.content() != text || is_note(text) {
            return None;
        }
        // What reads like a signature is told as such.
        if is_signature(text) {
            return Some(BareRow::Task);
        }
        let is_phrase = text.contains(' ');
        let is_long = text.split_whitespace().nth(MOST_WORDS).is_some() || text.contains('\n');
        Some(if text.ends_with(':') && !is_long || is_phrase && is_capitals(text) && habits.has_small_letters {
            BareRow::Group
        } else if is_long || !habits.is_assigned || text.ends_with(['.', ';', '!', '?']) || !self.is_above_a_task() {
            BareRow::Task
        } else {
            BareRow::Either
        })
    }

    /// Whether the next filled row names more than its content: a group has a task beneath it.
    fn is_above_a_task(&self) -> bool {
        let mut below = self.sheet.cells.rows.range(self.row + 1..);
        let next: Option<(&u32, &BTreeMap<u32, SeenCell>)> = below.next();
        next.is_some_and(|(&row, cells)| {
            let view = RowView { sheet: self.sheet, row, cells };
            view.has(Field::Lead) || view.has(Field::Deadline)
        })
    }

    /// Asks whether the row is a group or a task.
    pub(super) fn ask_for_group(&self, out: &mut Diagnostics) {
        let (column, text) = self.first();
        let message = Diagnostic::error("SL-055").at(&self.at(column)).with("text", text).with("row", self.row);
        out.report(message.concerning(Concern::Row));
    }
}
