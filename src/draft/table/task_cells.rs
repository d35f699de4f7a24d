//! The cells of a task, by column of Nhiệm vụ.
//!
//! Owns the cell of each column that tables may have. Must not know which columns a table has. `made` and `review` fill
//! their rows from it.

use crate::contract::Field;
use crate::dossier::{Assignment, Located, TimedDay};
use crate::templates::words::deadline;
use crate::templates::words::forms_of_address::Addressed;
use crate::vietnamese::{date, text};

/// The cell of a task, one text per paragraph; empty where the task has none. Like a sentence, it begins with a capital.
pub(super) fn cell(task: &Assignment, field: Field) -> Vec<String> {
    match understood(field) {
        Some(cell) => cell(task),
        None => line(task.typed(field).map(text::capitalized).as_deref()),
    }
}

/// The function for a column whose cells are parsed; `None` for one that is kept as typed.
fn understood(field: Field) -> Option<fn(&Assignment) -> Vec<String>> {
    Some(match field {
        Field::Code => |task| line(task.id.as_ref().map(|id| id.value.as_str())),
        Field::Group => |task| line(task.group.as_deref()),
        Field::Content => |task| task.paragraphs.clone(),
        Field::Lead => |task| Addressed::of(&task.lead).cell(),
        Field::Support => |task| Addressed::of(&task.support).cell(),
        Field::AssignedOn => |task| line(task.assigned_on.as_ref().map(|day| date::slashed(day.value)).as_deref()),
        Field::Deadline => |task| line(deadline::in_words(task).map(text::capitalized).as_deref()),
        Field::OriginalDeadline => |task| timed(task.original_deadline.as_ref()),
        Field::NewDeadline => |task| timed(task.new_deadline.as_ref()),
        Field::VillageScope => |task| line(Some(task.villages.join("; ").as_str()).filter(|names| !names.is_empty())),
        _ => return None,
    })
}

fn line(text: Option<&str>) -> Vec<String> {
    text.map(str::to_owned).into_iter().collect()
}

fn timed(day: Option<&Located<TimedDay>>) -> Vec<String> {
    day.map(|day| day.value.in_a_cell()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::SheetKind;

    #[test]
    fn every_column_of_tables_has_a_cell() {
        let columns = SheetKind::Assignments.columns().iter();
        for column in columns.filter(|column| column.in_tables.is_some()) {
            assert!(column.is_as_typed != understood(column.field).is_some(), "{}", column.heading);
        }
    }
}
