//! HS-156: a day of a task lies years away from the period.
//!
//! Why: a mistyped year moves the day of assignment or an extension; the original deadline decides what is late. Source:
//! workbook contract, Ngày giao, Hạn ban đầu, Hạn mới against Kỳ. Thời hạn is judged by HS-030 and HS-034.

use chrono::{Datelike, NaiveDate};

use super::TaskFacts;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Rule};
use crate::dossier::period::Period;
use crate::vietnamese::date;

/// Years around the period within which a day is taken as meant.
const YEARS: i32 = 2;

/// A day of a task lies years away from the period.
pub(super) struct DayFarFromPeriod;

impl Rule<TaskFacts<'_>> for DayFarFromPeriod {
    fn code(&self) -> &'static str {
        "HS-156"
    }

    fn check(&self, facts: &TaskFacts, out: &mut Diagnostics) {
        let Some(period) = facts.period else { return };
        for task in facts.assignments {
            let timed = [(Field::OriginalDeadline, &task.original_deadline), (Field::NewDeadline, &task.new_deadline)];
            let timed = timed.map(|(field, day)| (field, day.as_ref().map(|day| (&day.at, day.value.day))));
            let assigned = (Field::AssignedOn, task.assigned_on.as_ref().map(|day| (&day.at, day.value)));
            for (field, day) in std::iter::once(assigned).chain(timed) {
                let Some((at, day)) = day.filter(|(_, day)| is_far(*day, &period)) else { continue };
                out.report(self.message(field, at, day, &period));
            }
        }
    }
}

impl DayFarFromPeriod {
    fn message(&self, field: Field, at: &Place, day: NaiveDate, period: &Period) -> Diagnostic {
        let message = Diagnostic::warning(self.code()).at(at).with("day", date::slashed(day));
        let message = message.with("column", SheetKind::Assignments.heading(field).to_lowercase());
        let message = message.with("period", period.name());
        match period.likely_day(day) {
            Some(likely) => message.with("likely", date::slashed(likely)).hint("likely"),
            None => message,
        }
    }
}

fn is_far(day: NaiveDate, period: &Period) -> bool {
    !(period.first_day().year() - YEARS..=period.year() + YEARS).contains(&day.year())
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{AssignedOn, NewDeadline};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_day_years_away_is_reported() {
        let found = |field, day| {
            let workbook = TestWorkbook::programme("quý I năm 2027", &[]).task(&[(field, day)]);
            workbook.cells_and_hints("HS-156")
        };
        assert_eq!(found(NewDeadline, "31/3/2030"), [("B2".into(), Some("likely"))]);
        assert_eq!(found(AssignedOn, "05/8/2017"), [("B2".into(), None)]);
        assert!(found(AssignedOn, "05/8/2025").is_empty());
        assert!(found(NewDeadline, "31/3/2028").is_empty());
    }
}
