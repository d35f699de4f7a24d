//! Rows that are parts of the task above them: «- Phát quang …», «a) Thu gom …», with nothing but words.
//!
//! Owns which rows these are, and adding their words to the task. Must not know values. A row with a unit or a deadline of
//! its own is a task. `rows` reports them together.

use super::habits::{Habit, Habits};
use super::levels::{self, NumberStep};
use super::row_view::RowView;
use crate::contract::{Field, SheetKind};
use crate::records::types::Record;

/// Rows that are looked at for the parts of one task.
const MOST_PARTS: usize = 40;
/// Marks before a part of a task; a star is before the name of a group as often.
const BULLETS: [char; 4] = ['-', '–', '+', '•'];

impl RowView<'_> {
    /// Whether the row is a part of this task: it has only words, a dash before them or a number below the task's, and so
    /// have the other parts.
    pub(super) fn is_part_of(&self, task: &Record, habits: Habits) -> bool {
        let is_assigned = [Field::Lead, Field::Deadline].iter().any(|field| task.cell(*field).is_some());
        self.sheet.layout.kind == SheetKind::Assignments
            && habits.has(Habit::Assigned)
            && is_assigned
            && self.may_be_part()
            && self.follows(task)
            && self.sheet.answers.of_group(self.content()).is_none()
    }

    /// Whether the row has only words, behind a dash or a lower number.
    fn may_be_part(&self) -> bool {
        let (ordinal, content) = (self.ordinal(), self.content());
        let is_marked = is_bullet(ordinal) || ordinal.is_empty() && content.starts_with(BULLETS) || is_inner(ordinal);
        let filled = usize::from(!ordinal.is_empty()) + 1;
        is_marked && !content.is_empty() && self.cells.len() == filled && !self.is_covered()
    }

    /// Whether all numbered rows beneath the task are parts alike: one task among them would make tasks of all.
    fn follows(&self, task: &Record) -> bool {
        if !is_inner(self.ordinal()) {
            return !self.begins_table_so();
        }
        let number = task.cell(Field::Ordinal).map_or("", |cell| cell.value.text.as_str());
        let rows = self.sheet.cells.rows.range(task.row + 1..self.sheet.end.max(task.row + 1)).take(MOST_PARTS);
        let views = rows.map(|(&row, cells)| RowView { sheet: self.sheet, row, cells });
        let mut parts = views.take_while(|view| is_inner(view.ordinal()) || view.may_be_part()).peekable();
        let first = parts.peek().map_or("", |view| view.ordinal());
        levels::step(number, first) == NumberStep::Inside && parts.all(|view| view.may_be_part())
    }

    /// Whether the table begins with a row of this kind or with a star, which shows that such rows may be groups.
    fn begins_table_so(&self) -> bool {
        let rows = self.sheet.cells.rows.range(self.sheet.layout.last_header_row() + 1..self.row);
        let mut views =
            rows.map(|(&row, cells)| RowView { sheet: self.sheet, row, cells }).filter(|view| !view.is_header());
        views
            .next()
            .is_some_and(|first| first.may_be_part() || first.sole().is_some() && first.content().starts_with('*'))
    }
}

/// Adds the words of a part to the task, as a paragraph.
pub(super) fn add(task: &mut Record, part: &RowView<'_>) {
    let Some(text) = task.cells.text_mut(Field::Content) else { return };
    text.push('\n');
    match part.ordinal() {
        "" => {}
        // The paper has numbers of its own: «2.1» would be that of another task.
        mark if is_bullet(mark) || mark.contains(|letter: char| letter.is_ascii_digit()) => text.push_str("- "),
        letter => {
            text.push_str(letter.trim_end_matches([')', '.']));
            text.push_str(") ");
        }
    }
    text.push_str(part.content());
}

fn is_bullet(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|mark| BULLETS.contains(&mark))
}

/// Whether a row number is below another: «a», «b)», «1.1».
fn is_inner(ordinal: &str) -> bool {
    let mark = ordinal.trim_end_matches([')', '.']);
    let is_dotted =
        || mark.split(['.', ',']).all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    mark == "đ"
        || mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_lowercase())
        || mark.contains(['.', ',']) && is_dotted()
}
