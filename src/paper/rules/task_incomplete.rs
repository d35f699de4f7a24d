//! HS-035: a task has no lead or no deadline.
//!
//! Why: nobody can be asked about it, and it can never be late. Source: workbook contract, Nhiệm vụ: without lead or
//! deadline it is a prose item, which is fine in a programme, but a warning in a table. In a programme a task without
//! both is prose; one of the two alone is worth a note. Where no task has the one, its column was mostly not
//! found: a warning.

use super::PrintedTasks;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;

/// A task has no lead or no deadline.
pub(super) struct TaskIncomplete;

impl Rule<PrintedTasks<'_>> for TaskIncomplete {
    fn code(&self) -> &'static str {
        "HS-035"
    }

    fn check(&self, facts: &PrintedTasks, out: &mut Diagnostics) {
        let none = Missing::in_all(facts);
        for task in facts.assignments.clone() {
            let lead = SheetKind::Assignments.heading(Field::Lead);
            let deadline = SheetKind::Assignments.heading(Field::Deadline);
            match (task.lead.is_empty(), has_deadline(task)) {
                (true, true) => {
                    let message = self.message(facts.is_prose && !none.lead).at(&task.lead_at);
                    out.report(message.with("missing", lead).hint("lead"));
                }
                (false, false) => {
                    let message = self.message(facts.is_prose && !none.deadline).at(&task.deadline_at);
                    out.report(message.with("missing", deadline).hint("deadline"));
                }
                (true, false) if !facts.is_prose => {
                    let message = self.message(false).at(&task.lead_at);
                    // A table without both columns has only one place for both: the row.
                    let message =
                        if task.deadline_at == task.lead_at { message } else { message.also_at(&task.deadline_at) };
                    out.report(message.with("missing", format!("{lead}, {deadline}")));
                }
                _ => {}
            }
        }
    }
}

impl TaskIncomplete {
    fn message(&self, is_note: bool) -> Diagnostic {
        if is_note { Diagnostic::note(self.code()) } else { Diagnostic::warning(self.code()) }
    }
}

fn has_deadline(task: &Assignment) -> bool {
    task.deadline.as_ref().is_some_and(|deadline| !deadline.is_left_open()) || task.new_deadline.is_some()
}

/// What no task of a register of several has.
struct Missing {
    lead: bool,
    deadline: bool,
}

impl Missing {
    fn in_all(facts: &PrintedTasks) -> Self {
        let is_register = facts.assignments.clone().count() > 2;
        Self {
            lead: is_register && facts.assignments.clone().all(|task| task.lead.is_empty()),
            deadline: is_register && !facts.assignments.clone().any(has_deadline),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{self, Deadline, Lead, NewDeadline};
    use crate::contract::SheetKind;
    use crate::diag::Severity::{self, Note, Warning};
    use crate::dossier::{TestRow as Row, TestWorkbook};
    use crate::paper::Audience;
    use crate::paper::rules::test_workbook::{cells_and_hints, messages, messages_for};

    fn severities_and_hints(workbook: TestWorkbook, cells: Row) -> Vec<(Severity, Option<&'static str>)> {
        messages(&workbook.task(cells), "HS-035").iter().map(|message| (message.severity, message.hint)).collect()
    }

    fn programme() -> TestWorkbook {
        TestWorkbook::programme("quý II năm 2026", &[])
    }

    #[test]
    fn a_task_in_a_table_needs_a_lead_and_a_deadline() {
        assert_eq!(
            severities_and_hints(TestWorkbook::default(), &[(Lead, ""), (Deadline, "15/5/2026")]),
            [(Warning, Some("lead"))]
        );
        assert_eq!(
            severities_and_hints(TestWorkbook::default(), &[(Lead, "VHXH"), (Deadline, "")]),
            [(Warning, Some("deadline"))]
        );
        assert_eq!(severities_and_hints(TestWorkbook::default(), &[]), [(Warning, None)]);
    }

    #[test]
    fn a_programme_may_have_prose_items_but_half_a_task_is_noted() {
        assert_eq!(severities_and_hints(programme(), &[(Lead, "VHXH"), (Deadline, "")]), [(Note, Some("deadline"))]);
        assert_eq!(
            severities_and_hints(programme(), &[(Lead, ""), (Deadline, "thường xuyên")]),
            [(Note, Some("lead"))]
        );
        assert!(severities_and_hints(programme(), &[(Lead, ""), (Deadline, "")]).is_empty());
        assert!(severities_and_hints(programme(), &[]).is_empty());
    }

    #[test]
    fn a_complete_task_is_not_reported_and_a_new_deadline_counts() {
        assert!(
            severities_and_hints(TestWorkbook::default(), &[(Lead, "VHXH"), (Deadline, "thường xuyên")]).is_empty()
        );
        assert!(
            severities_and_hints(
                TestWorkbook::default(),
                &[(Lead, "VHXH"), (Deadline, ""), (NewDeadline, "15/5/2026")]
            )
            .is_empty()
        );
    }

    #[test]
    fn the_message_points_to_the_blank_cell_or_to_the_row() {
        let workbook = TestWorkbook::default().task(&[(Lead, "VHXH"), (Deadline, "")]).task(&[(Lead, "VHXH")]);
        let cells: Vec<String> = cells_and_hints(&workbook, "HS-035").into_iter().map(|(cell, _)| cell).collect();
        assert_eq!(cells, ["C2", "A3"]);
    }

    #[test]
    fn a_paper_for_a_village_or_unit_is_warned_of_its_own_tasks_only() {
        let workbook = ["Thôn Một", "Thôn Hai"].iter().fold(
            TestWorkbook::programme("quý II năm 2026", &[("Loại văn bản", "Kế hoạch")]),
            |workbook, name| {
                workbook.row(SheetKind::Villages, &[(Field::Code, name), (Field::Name, name)]).task(&[
                    (Field::VillageScope, name),
                    (Lead, ""),
                    (Deadline, "30/6/2026"),
                ])
            },
        );
        let cells = |audience| TestWorkbook::places(&messages_for(audience, &workbook, "HS-035")).len();
        assert_eq!(cells(Audience::Everyone), 2);
        assert_eq!(cells(Audience::Village("Thôn Một")), 1);
        assert_eq!(cells(Audience::Unit("Phòng Kinh tế")), 0);
    }
}
