//! HS-090: of a task others report, its lead does not.
//!
//! Why: the figures take the others' word for the lead's, whose rate it makes. Source: workbook contract, Kết quả: one
//! row a task and unit that reports. Wrong: «Phòng Kinh tế» leads «NV-01», the only row is of «Phòng Văn hóa - Xã hội».
//! Right: a row of «Phòng Kinh tế», or the lead put right in Nhiệm vụ.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// Of a task others report, its lead does not.
pub(super) struct LeadSilent;

impl Rule<ResultFacts<'_>> for LeadSilent {
    fn code(&self) -> &'static str {
        "HS-090"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let Some(lead) = task.lead.first().filter(|_| task.lead.iter().all(|lead| !lead.is_collective)) else {
                continue;
            };
            let reports = answer.results.iter().map(|&index| &facts.completions[index]);
            let units: Option<Vec<&str>> = reports.clone().map(|report| report.unit.as_deref()).collect();
            let is_of_others =
                |units: &Vec<&str>| units.iter().all(|unit| task.lead.iter().all(|lead| lead.unit != *unit));
            let Some(unit) = units.filter(is_of_others).and_then(|units| units.first().copied()) else { continue };
            let Some(first) = reports.clone().next() else { continue };
            let message = Diagnostic::warning(self.code()).at(&first.state_at).with("task", task.spoken());
            out.report(message.with("lead", lead.text.as_str()).with("unit", unit));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Lead, State, Unit};
    use crate::dossier::rules::made::Made;

    fn made(reporting: &[&str]) -> Made {
        let made = Made::default().task(&[(Code, "NV-1"), (Lead, "Phòng Kinh tế")]);
        reporting.iter().fold(made, |made, name| made.result(&[(Code, "NV-1"), (Unit, name), (State, "Hoàn thành")]))
    }

    #[test]
    fn a_report_of_another_in_the_leads_place_is_told() {
        assert_eq!(made(&["Phòng Văn hóa - Xã hội"]).cells_and_hints("HS-090"), [("C2".into(), None)]);
    }

    #[test]
    fn the_leads_own_report_or_one_of_nobody_is_not() {
        for reporting in [&["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"][..], &[""], &[]] {
            assert!(made(reporting).told("HS-090").is_empty(), "{reporting:?}");
        }
    }
}
