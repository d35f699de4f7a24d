//! What the rows of a table have in common, so that a row out of the ordinary is seen.
//!
//! Owns the habits only. Must not know what follows from them: `group_row` decides.

use std::ops::Range;

use super::UnderstoodSheet;
use super::labels::{is_capitals, is_group_ordinal};
use super::row_view::{RowView, content_field};
use crate::contract::{Field, SheetKind};

/// One habit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habit {
    /// Codes or numbers of groups stand out: other rows have codes that are no Roman number and no letter.
    OtherCodes,
    /// Tasks name a lead or a deadline, so that a row without anything is out of the ordinary.
    Assigned,
    /// Some words are not in capitals, so that capitals show a heading.
    SmallLetters,
    /// Some words are not bold and have no colour behind them, so that these show a heading.
    PlainLetters,
}

/// The habits of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Habits([bool; 4]);

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
        let content = sheet.layout.columns.get(&content_field(sheet.layout.kind));
        let is_plain =
            |view: &RowView<'_>| content.and_then(|at| view.cells.get(at)).is_some_and(|cell| !cell.stands_out);
        let assigned = || views().filter(RowView::is_assigned);
        let is_of_tasks = sheet.layout.kind == SheetKind::Assignments;
        Self([
            views().any(|view| is_code(&view)),
            is_of_tasks && assigned().nth(1).is_some(),
            assigned().any(|view| !is_capitals(view.content())),
            is_of_tasks && assigned().any(|view| is_plain(&view)),
        ])
    }

    /// Whether the table has this habit.
    pub(super) fn has(self, habit: Habit) -> bool {
        self.0[habit as usize]
    }
}
