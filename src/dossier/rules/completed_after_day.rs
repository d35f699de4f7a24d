//! HS-067: a task was done after the day that the figures are as of.
//!
//! Why: a report as of the 15th can't know what is done on the 20th; a year or a month was mistyped, or the day of the
//! figures is outdated. Source: domain 5.3 (day A).

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::vietnamese::date;

/// A task was done after the day that the figures are as of.
pub(super) struct CompletedAfterDay;

impl Rule<ResultFacts<'_>> for CompletedAfterDay {
    fn code(&self) -> &'static str {
        "HS-067"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let Some(as_of) = facts.as_of else { return };
        for report in facts.completions {
            let Some(day) = report.completed_on.filter(|day| *day > as_of) else { continue };
            let message = Diagnostic::warning(self.code()).at(&report.completed_at).with("day", date::slashed(day));
            let message = message.with("as_of", date::slashed(as_of));
            let likely = facts.period.and_then(|period| period.likely_day(day)).filter(|likely| *likely <= as_of);
            out.report(match likely {
                Some(likely) => message.with("likely", date::slashed(likely)).hint("likely"),
                None => message,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, CompletedOn, State};
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn only_a_day_after_the_day_of_the_figures_is_reported() {
        let cells_and_hints = |day| {
            let workbook = TestWorkbook::programme("quý II năm 2026", &[("Ngày chốt số liệu", "15/6/2026")]);
            workbook.result(&[(Code, "NV-1"), (State, "HT"), (CompletedOn, day)]).cells_and_hints("HS-067")
        };
        assert_eq!(cells_and_hints("16/6/2026"), [("C2".into(), None)]);
        assert!(cells_and_hints("15/6/2026").is_empty());
    }

    #[test]
    fn without_a_day_of_the_figures_nothing_is_reported() {
        let row = [(Code, "NV-1"), (State, "HT"), (CompletedOn, "16/6/2099")];
        assert!(TestWorkbook::default().result(&row).messages("HS-067").is_empty());
    }
}
