//! HS-034: a deadline is outside the period.
//!
//! Why: a document of one period asks for work in that period; another day is mostly a mistake in month or year.
//! Source: workbook contract, Thời hạn against Kỳ. Not reported for work assigned before the period, for a wider part
//! of the year (`trong năm 2026`), and where HS-030 applies.

use chrono::{Datelike, Days, NaiveDate};

use super::TaskFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Assignment;
use crate::dossier::deadline::Deadline;
use crate::dossier::period::Period;
use crate::vietnamese::{date, fold};

/// A deadline is outside the period.
pub(super) struct DeadlineOutsidePeriod;

impl Rule<TaskFacts<'_>> for DeadlineOutsidePeriod {
    fn code(&self) -> &'static str {
        "HS-034"
    }

    fn check(&self, facts: &TaskFacts, out: &mut Diagnostics) {
        let Some(period) = facts.period else { return };
        let end = period.last_day() + Days::new(u64::from(facts.reporting_window_days));
        for task in facts.assignments {
            let Some(deadline) = task.deadline.as_ref().filter(|deadline| !deadline.is_far_from(&period)) else {
                continue;
            };
            let Some(day) = deadline.last_day else { continue };
            let is_after = day > end && !is_wider_part(deadline, day, &period);
            let is_before = day < period.first_day() && !was_there_before(task, &period);
            if !is_after && !is_before {
                continue;
            }
            let message = Diagnostic::warning(self.code()).at(&task.deadline_at);
            let message = message.with("day", date::slashed(day)).with("period", period.name());
            let likely = period.likely_day(day).filter(|likely| is_a_year_apart(day, *likely)).map(date::slashed);
            if is_after {
                out.report(match likely {
                    Some(likely) => message.with("likely", likely).hint("likely"),
                    None => message,
                });
            } else {
                out.report(match likely {
                    Some(likely) => message.with("likely", likely).hint("before_likely"),
                    None => message.hint("before"),
                });
            }
        }
    }
}

/// Whether the two are the same day of neighbouring years: at the turn of a year the wrong one is typed.
fn is_a_year_apart(day: NaiveDate, likely: NaiveDate) -> bool {
    (day.year() - likely.year()).abs() == 1
}

/// Whether the task existed before the period, or has a later deadline: its first deadline may have passed.
fn was_there_before(task: &Assignment, period: &Period) -> bool {
    let is_older = task.assigned_on.as_ref().is_some_and(|day| day.value < period.first_day());
    task.carried_from.is_some() || is_older || task.new_deadline.is_some()
}

/// Whether the wording names a quarter, half or year that contains the period: such work goes on after the period.
fn is_wider_part(deadline: &Deadline, last_day: NaiveDate, period: &Period) -> bool {
    let end = period.last_day();
    let ends_of_parts = [end.month().div_ceil(3) * 3, end.month().div_ceil(6) * 6, 12];
    let is_end_of_part = last_day.year() == end.year()
        && ends_of_parts.contains(&last_day.month())
        && last_day.succ_opt().is_some_and(|next| next.day() == 1);
    let key = fold::key(&deadline.wording);
    let words: Vec<&str> = key.split(' ').collect();
    let names_month = |pair: &[&str]| pair[0] == "thang" && pair[1].bytes().all(|byte| byte.is_ascii_digit());
    let names_part = words.iter().any(|word| ["quy", "nam", "thang"].contains(word));
    is_end_of_part && names_part && !words.contains(&"ngay") && !words.windows(2).any(names_month)
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{AssignedOn, CarriedFrom, Deadline, NewDeadline};
    use crate::dossier::rules::test_workbook::{Row, TestWorkbook};

    fn suggestions(cells: Row) -> Vec<(String, Option<&'static str>)> {
        TestWorkbook::programme("quý II năm 2026", &[]).task(cells).cells_and_hints("HS-034")
    }

    #[test]
    fn a_day_after_or_before_the_period_is_reported() {
        assert_eq!(suggestions(&[(Deadline, "15/8/2026")]), [("B2".into(), None)]);
        assert_eq!(suggestions(&[(Deadline, "trong tháng 12 năm 2026")]), [("B2".into(), None)]);
        assert_eq!(suggestions(&[(Deadline, "trước ngày 01/4/2026")]), [("B2".into(), Some("before"))]);
    }

    #[test]
    fn days_of_the_period_and_wordings_without_a_day_are_not_reported() {
        for wording in ["01/4/2026", "30/6/2026", "trước ngày 01/7/2026", "thường xuyên", "theo chỉ đạo", "trong kỳ"]
        {
            assert!(suggestions(&[(Deadline, wording)]).is_empty(), "{wording}");
        }
    }

    #[test]
    fn a_wider_part_of_the_year_is_not_reported() {
        for wording in ["trong năm 2026", "cuối năm", "6 tháng đầu năm 2026"] {
            assert!(suggestions(&[(Deadline, wording)]).is_empty(), "{wording}");
        }
    }

    #[test]
    fn work_from_before_the_period_is_not_reported() {
        assert!(suggestions(&[(Deadline, "15/3/2026"), (CarriedFrom, "quý I năm 2026")]).is_empty());
        assert_eq!(suggestions(&[(Deadline, "15/3/2026"), (CarriedFrom, "Không")]).len(), 1);
        assert!(suggestions(&[(Deadline, "15/3/2026"), (AssignedOn, "01/3/2026")]).is_empty());
        assert!(suggestions(&[(Deadline, "15/3/2026"), (NewDeadline, "15/5/2026")]).is_empty());
    }

    #[test]
    fn far_years_an_unknown_period_and_the_reporting_window_are_not_reported() {
        assert!(suggestions(&[(Deadline, "15/5/2036")]).is_empty());
        let task: Row = &[(Deadline, "05/7/2026")];
        assert!(TestWorkbook::default().task(task).messages("HS-034").is_empty());
        let workbook = TestWorkbook::programme("quý II năm 2026", &[]).with_window(5);
        assert!(workbook.task(task).messages("HS-034").is_empty());
        assert_eq!(suggestions(task).len(), 1);
    }
}
