//! HS-063: a task is done, and it can't be said whether in time.
//!
//! Why: it counts among what is done and in neither of on time and late, so the rate of what is on time leaves it out.
//! Source: domain 5.3, classes (unjudged). Wrong: Trạng thái «Hoàn thành», Ngày hoàn thành blank; or the task has no
//! deadline with a day. Right: both days are there. A table without the column is told once; a day that can't be read is
//! told by HS-006.

use std::collections::{BTreeMap, BTreeSet};

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::deadline::DeadlineKind;
use crate::dossier::{Completion, DayCell, State};
use crate::records::SheetReading;

/// A task is done, and it can't be said whether in time.
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
                        out.report(message.with("task", task.spoken()));
                    }
                    DayCell::Absent => {
                        without_column.entry(header_of(report, facts.sheets)).or_default().insert(task.spoken());
                    }
                }
            }
            if task.due().is_none() {
                let message = Diagnostic::warning(self.code()).at(&task.deadline_at);
                out.report(message.with("task", task.spoken()).hint("no_due"));
            }
        }
        for (header, tasks) in without_column {
            let message = Diagnostic::warning(self.code()).at(&header).hint("no_column");
            out.report(message.with("task", first_few(&tasks)));
        }
    }
}

/// The heading row of a report's sheet: there a column is missing, not in the row.
fn header_of(report: &Completion, sheets: &[SheetReading]) -> Place {
    let is_own = |sheet: &&SheetReading| sheet.at.file == report.at.file && sheet.at.sheet == report.at.sheet;
    let header = sheets.iter().find(is_own).and_then(|sheet| {
        let column = sheet.headings.keys().next().copied().unwrap_or(1);
        sheet.header_rows.last().map(|&row| sheet.at.at_cell(row, column))
    });
    header.unwrap_or_else(|| Place { cell: None, ..report.at.clone() })
}

/// At most three of them, and a sign where there are more.
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
    use crate::dossier::rules::made::Made;

    fn told(deadline: &str, state: &str, day: &str) -> Vec<(String, Option<&'static str>)> {
        let made = Made::default().task(&[(Code, "NV-1"), (Deadline, deadline)]);
        made.result(&[(Code, "NV-1"), (State, state), (CompletedOn, day)]).cells_and_hints("HS-063")
    }

    #[test]
    fn a_missing_day_of_either_sort_is_told_where_it_is_missing() {
        assert_eq!(told("30/6/2026", "Hoàn thành", ""), [("C2".into(), None)]);
        assert_eq!(told("theo chỉ đạo", "Hoàn thành", "15/6/2026"), [("C2".into(), Some("no_due"))]);
    }

    #[test]
    fn a_cell_that_holds_no_day_was_told_already() {
        assert!(told("30/6/2026", "Hoàn thành", "31/6/2026").is_empty());
    }

    #[test]
    fn a_table_without_the_column_is_told_once() {
        let task = |made: Made, code| made.task(&[(Code, code), (Deadline, "30/6/2026")]);
        let result = |made: Made, code| made.result(&[(Code, code), (State, "Hoàn thành")]);
        let made = ["NV-1", "NV-2", "NV-3", "NV-4"].into_iter().fold(Made::default(), task);
        let made = ["NV-1", "NV-2", "NV-3", "NV-4"].into_iter().fold(made, result);
        assert_eq!(made.cells_and_hints("HS-063"), [(String::new(), Some("no_column"))]);
        assert_eq!(made.told("HS-063")[0].arguments, [("task", "NV-1, NV-2, NV-3, …".to_owned())]);
    }

    #[test]
    fn both_days_or_no_need_of_them_is_silent() {
        assert!(told("30/6/2026", "Hoàn thành", "15/6/2026").is_empty());
        assert!(told("thường xuyên", "Hoàn thành", "").is_empty());
        assert!(told("", "Đang thực hiện", "").is_empty());
    }
}
