//! HS-146: a task was done long before the period that is reported.
//!
//! Why: at the turn of a year the old year is typed; the paper then judges the task as done in time. Source: workbook
//! contract, Kết quả, Ngày hoàn thành against Kỳ. Not reported within a month before the period, where reports of the
//! last period were closed early, and where HS-088 applies.

use chrono::{Days, Months, NaiveDate};

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::State;
use crate::dossier::period::Period;
use crate::vietnamese::date;

/// A task was done long before the period that is reported.
pub(super) struct CompletedOutsidePeriod;

impl Rule<ResultFacts<'_>> for CompletedOutsidePeriod {
    fn code(&self) -> &'static str {
        "HS-146"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let Some(period) = facts.period else { return };
        for report in facts.completions.iter().filter(|report| report.state != State::Cancelled) {
            let Some(day) = report.completed_on.filter(|day| is_long_before(*day, &period)) else { continue };
            let assigned = report.task_in(facts.tasks).and_then(|task| facts.assignments[task].assigned_on.as_ref());
            if report.state == State::Done && assigned.is_some_and(|assigned| day < assigned.value) {
                continue;
            }
            let message = Diagnostic::warning(self.code()).at(&report.completed_at).with("day", date::slashed(day));
            let message = message.with("period", period.name());
            out.report(match period.likely_day(day) {
                Some(meant) => message.with("meant", date::slashed(meant)).hint("year"),
                None => message,
            });
        }
    }
}

/// Whether a day is more than a month before the period, or would be in it a year later.
fn is_long_before(day: NaiveDate, period: &Period) -> bool {
    const EARLY_CLOSING: Days = Days::new(31);
    let first = period.first_day();
    day < first
        && (first.checked_sub_days(EARLY_CLOSING).is_some_and(|limit| day < limit) || next_year_is_within(day, period))
}

fn next_year_is_within(day: NaiveDate, period: &Period) -> bool {
    let Some(next) = day.checked_add_months(Months::new(12)) else { return false };
    // A whole year contains the days of every month: only the first months of one are typed with the old year.
    let is_whole_year = (period.last_day() - period.first_day()).num_days() > 300;
    !is_whole_year && period.first_day() <= next && next <= period.last_day()
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, CompletedOn, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn hints(period: &str, day: &str) -> Vec<Option<&'static str>> {
        let workbook = TestWorkbook::programme(period, &[]);
        let workbook = workbook.result(&[(Code, "NV-1"), (State, "HT"), (CompletedOn, day)]);
        workbook.cells_and_hints("HS-146").into_iter().map(|(_, hint)| hint).collect()
    }

    #[test]
    fn the_old_year_is_reported_with_the_day_that_is_meant() {
        assert_eq!(hints("quý I năm 2027", "18/01/2026"), [Some("year")]);
        assert_eq!(hints("quý I năm 2027", "18/01/2017"), [Some("year")]);
        assert_eq!(hints("quý II năm 2026", "20/01/2026"), [None]);
    }

    #[test]
    fn a_day_in_the_period_or_shortly_before_is_not() {
        for (period, day) in
            [("quý I năm 2027", "18/01/2027"), ("quý I năm 2027", "20/12/2026"), ("năm 2026", "15/12/2025")]
        {
            assert!(hints(period, day).is_empty(), "{period} {day}");
        }
    }
}
