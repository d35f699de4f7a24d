//! HS-155: the day of the figures is far from the period.
//!
//! Why: every deadline is judged on this day; with the year before, nothing is late, with the year after, everything.
//! Source: workbook contract, Thông tin chung, Ngày chốt số liệu against Kỳ. The day of `--as-of` is not judged: it
//! asks for another day on purpose.

use chrono::Days;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::vietnamese::date;

/// The day of the figures is far from the period.
pub(super) struct ClosingDayFar;

/// Days after the period within which its figures may be closed; days before it, on which the figures of a plan are.
const QUARTER: Days = Days::new(92);

impl Rule<ResultFacts<'_>> for ClosingDayFar {
    fn code(&self) -> &'static str {
        "HS-155"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let (Some(period), Some(day)) = (facts.period, facts.closing_day) else { return };
        // What is reported of a period is not closed before it begins; what a plan rests on is.
        let earliest = if facts.has_results { period.first_day() } else { period.first_day() - QUARTER };
        if earliest <= day.value && day.value <= period.last_day() + QUARTER {
            return;
        }
        let message = Diagnostic::warning(self.code()).at(&day.at).with("day", date::slashed(day.value));
        let message = message.with("period", period.name());
        out.report(match period.likely_day(day.value) {
            Some(likely) => message.with("likely", date::slashed(likely)).hint("likely"),
            None => message,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_day_far_from_the_period_is_reported() {
        let hints = |day| {
            let workbook = TestWorkbook::programme("quý I năm 2027", &[("Ngày chốt số liệu", day)]);
            let workbook = workbook.result(&[(Code, "NV-1"), (State, "HT")]);
            let found = workbook.cells_and_hints("HS-155");
            found.into_iter().map(|(_, hint)| hint).collect::<Vec<_>>()
        };
        assert_eq!(hints("20/3/2026"), [Some("likely")]);
        assert_eq!(hints("20/3/2028"), [Some("likely")]);
        assert_eq!(hints("20/12/2026"), [None]);
        for day in ["20/3/2027", "05/4/2027", "15/4/2027"] {
            assert!(hints(day).is_empty(), "{day}");
        }
    }
    #[test]
    fn a_plan_rests_on_figures_closed_before_its_period() {
        let workbook = TestWorkbook::programme("quý I năm 2027", &[("Ngày chốt số liệu", "20/12/2026")]);
        assert!(workbook.messages("HS-155").is_empty());
    }
}
