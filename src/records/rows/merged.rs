//! A task whose words are merged over several rows: one task.
//!
//! Owns joining the further rows to the first. Must not know values: two leads, two deadlines stand one after the other,
//! as in the table, and `dossier` says what it makes of them. Its message goes to `out`.

use super::row_view::{RowView, content_field};
use crate::contract::{Field, SheetKind};
use crate::diag::{CellRef, Diagnostic, Diagnostics};
use crate::records::types::{Cell, CellValue, Cells, Located, Record};
use crate::vietnamese::fold;

impl RowView<'_> {
    /// The first row of the task that this row continues: its words are merged over both.
    pub(super) fn continued(&self) -> Option<u32> {
        let layout = self.sheet.layout;
        if layout.kind != SheetKind::Assignments {
            return None;
        }
        let column = *layout.columns.get(&content_field(layout.kind))?;
        let span = self.sheet.cells.span(self.row, column)?;
        (span.top < self.row && span.top > layout.last_header_row() && span.left == column).then_some(span.top)
    }
}

/// Adds the cells of a row to the task that it continues, and reports that they are one task.
pub(super) fn join(task: &mut Record, further: &Record, out: &mut Diagnostics) {
    task.is_joined = true;
    let mut cells: Vec<(Field, Located<Cell>)> = task.cells.iter().map(|(field, cell)| (field, cell.clone())).collect();
    let (mut second_code, mut deadlines) = (None, None);
    for (field, added) in further.cells.iter() {
        match cells.iter_mut().find(|(known, _)| *known == field) {
            None => cells.push((field, added.clone())),
            Some((_, cell)) if is_same(&cell.value.text, &added.value.text) => {}
            Some(_) if field == Field::Ordinal => {}
            Some((_, cell)) if field == Field::Code => second_code = Some((cell.value.text.clone(), added.clone())),
            Some((_, cell)) => {
                let text = format!("{}; {}", cell.value.text, added.value.text);
                cell.value = Cell { text, value: CellValue::Text };
                if field == Field::Deadline {
                    deadlines = Some((cell.at.clone(), cell.value.text.clone()));
                }
            }
        }
    }
    let content = task.place_of(Field::Content);
    let cell = content.cell.unwrap_or(CellRef { row: task.row, column: 1 });
    let of_rows = |message: Diagnostic| message.with("cell", cell).with("row", further.row);
    if let Some((at, text)) = deadlines {
        let message = Diagnostic::warning("SL-050").at(&at).also_at(&content).with("deadlines", text);
        out.report(of_rows(message.hint("deadlines")));
        if second_code.is_none() {
            task.cells = cells.into_iter().collect::<Cells>();
            return;
        }
    }
    let message = match second_code {
        Some((first, second)) => {
            let message = Diagnostic::warning("SL-051").at(&second.at).also_at(&content);
            message.with("first", first).with("second", second.value.text)
        }
        None => Diagnostic::note("SL-050").at(&content),
    };
    out.report(of_rows(message));
    task.cells = cells.into_iter().collect::<Cells>();
}

/// Whether two cells say the same. A merged cell gives every row the same text, so equal texts are not folded.
fn is_same(one: &str, other: &str) -> bool {
    one == other || fold::exact(one) == fold::exact(other)
}
