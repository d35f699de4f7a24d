//! HS-063: a task is done, and it can't be judged whether in time.
//!
//! Why: it counts as done, but neither as on time nor as late, so the rate on time leaves it out. Source: domain 5.3,
//! classes (unjudged). A table without the column is reported once; a day that can't be read is reported by HS-006.

use std::collections::{BTreeMap, BTreeSet};

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::deadline::DeadlineKind;
use crate::dossier::{Completion, DayCell, State};
use crate::records::SheetReading;

/// A task is done, and it can't be judged whether in time.
pub(super) struct DoneWithoutDay;

impl Rule<ResultFacts<'_>> for DoneWithoutDay {
    fn code(&self) -> &'static str {
        "HS-063"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let mut without_column: BTreeMap<Place, BTreeSet<String>> = BTreeMap::new();
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let is_standing = task.deadline.as_ref().is_some_and(|deadline| deadline.kind == DeadlineKind::Standing);
            if answer.state != State::Done || is_standing {
                continue;
            }
            for report in answer.results.iter().map(|&index| &facts.completions[index]) {
                match report.day_cell {
                    DayCell::Filled => {}
                    DayCell::Blank => {
                        let message = Diagnostic::warning(self.code()).at(&report.completed_at);
                        out.report(message.with("task", task.short_name()));
                    }
                    DayCell::Absent => {
                        without_column.entry(header_of(report, facts.sheets)).or_default().insert(task.short_name());
                    }
                }
            }
            if task.due().is_none() {
                let message = Diagnostic::warning(self.code()).at(&task.deadline_at);
                out.report(message.with("task", task.short_name()).hint("no_due"));
            }
        }
        for (header, tasks) in without_column {
            let message = Diagnostic::warning(self.code()).at(&header).hint("no_column");
            out.report(message.with("task", first_few(&tasks)));
        }
    }
}

/// The heading row of a report's sheet, which lacks the column.
fn header_of(report: &Completion, sheets: &[SheetReading]) -> Place {
    let is_own = |sheet: &&SheetReading| sheet.at.file == report.at.file && sheet.at.sheet == report.at.sheet;
    let header = sheets.iter().find(is_own).and_then(|sheet| {
        let column = sheet.headings.keys().next().copied().unwrap_or(1);
        sheet.header_rows.last().map(|&row| sheet.at.at_cell(row, column))
    });
    header.unwrap_or_else(|| Place { cell: None, ..report.at.clone() })
}

/// At most three of them, with an ellipsis where there are more.
fn first_few(tasks: &BTreeSet<String>) -> String {
    const SHOWN: usize = 3;
    let mut shown: Vec<&str> = tasks.iter().take(SHOWN).map(String::as_str).collect();
    if tasks.len() > SHOWN {
        shown.push("…");
    }
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, CompletedOn, Deadline, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells_and_hints(deadline: &str, state: &str, day: &str) -> Vec<(String, Option<&'static str>)> {
        let workbook = TestWorkbook::default().task(&[(Code, "NV-1"), (Deadline, deadline)]);
        workbook.result(&[(Code, "NV-1"), (State, state), (CompletedOn, day)]).cells_and_hints("HS-063")
    }

    #[test]
    fn a_missing_day_of_completion_or_deadline_is_reported_at_its_cell() {
        assert_eq!(cells_and_hints("30/6/2026", "Hoàn thành", ""), [("C2".into(), None)]);
        assert_eq!(cells_and_hints("theo chỉ đạo", "Hoàn thành", "15/6/2026"), [("C2".into(), Some("no_due"))]);
    }

    #[test]
    fn a_cell_that_holds_no_day_is_not_reported_again() {
        assert!(cells_and_hints("30/6/2026", "Hoàn thành", "31/6/2026").is_empty());
    }

    #[test]
    fn a_table_without_the_column_is_reported_once() {
        let task = |workbook: TestWorkbook, code| workbook.task(&[(Code, code), (Deadline, "30/6/2026")]);
        let result = |workbook: TestWorkbook, code| workbook.result(&[(Code, code), (State, "Hoàn thành")]);
        let workbook = ["NV-1", "NV-2", "NV-3", "NV-4"].into_iter().fold(TestWorkbook::default(), task);
        let workbook = ["NV-1", "NV-2", "NV-3", "NV-4"].into_iter().fold(workbook, result);
        assert_eq!(workbook.cells_and_hints("HS-063"), [(String::new(), Some("no_column"))]);
        assert_eq!(workbook.messages("HS-063")[0].arguments, [("task", "NV-1, NV-2, NV-3, …".to_owned())]);
    }

    #[test]
    fn tasks_with_both_days_or_without_need_of_them_are_not_reported() {
        assert!(cells_and_hints("30/6/2026", "Hoàn thành", "15/6/2026").is_empty());
        assert!(cells_and_hints("thường xuyên", "Hoàn thành", "").is_empty());
        assert!(cells_and_hints("", "Đang thực hiện", "").is_empty());
    }
}
