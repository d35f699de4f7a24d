//! HS-089: villages lead a task together, and some of them said nothing of it.
//!
//! Why: what one has done is not what all have done; who is silent has not. Source: workbook contract, Kết quả; domain
//! 0, silence is the worst failure. Wrong: «Các thôn» lead «NV-02», of four villages one reports «Hoàn thành». Right: a
//! row of every village, or one row of all of them.

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};

/// Villages lead a task together, and some of them said nothing of it.
pub(super) struct VillageAwaited;

impl Rule<ResultFacts<'_>> for VillageAwaited {
    fn code(&self) -> &'static str {
        "HS-089"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (task, answer) in facts.assignments.iter().zip(&facts.answers.answers) {
            let first = answer.results.first().filter(|_| !answer.awaited.is_empty());
            let Some(first) = first.map(|&index| &facts.completions[index]) else { continue };
            let message = Diagnostic::warning(self.code()).at(&first.state_at).with("task", task.spoken());
            out.report(message.with("villages", answer.awaited.join("; ")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Lead, Name, State, Unit};
    use crate::contract::SheetKind;
    use crate::dossier::rules::made::Made;

    fn made(reporting: &[&str]) -> Made {
        let villages = [("D", "Thôn Đông"), ("T", "Thôn Tây")];
        let made = villages
            .iter()
            .fold(Made::default(), |made, &(code, name)| made.row(SheetKind::Villages, &[(Code, code), (Name, name)]));
        let made = made.task(&[(Code, "NV-1"), (Lead, "Các thôn")]);
        reporting.iter().fold(made, |made, name| made.result(&[(Code, "NV-1"), (Unit, name), (State, "Hoàn thành")]))
    }

    #[test]
    fn the_villages_that_are_silent_are_told() {
        let told = made(&["Thôn Đông"]).told("HS-089");
        assert_eq!(told.len(), 1);
        let villages = told[0].arguments.iter().find(|(name, _)| *name == "villages").map(|(_, value)| value.as_str());
        assert_eq!(villages, Some("Thôn Tây"));
    }

    #[test]
    fn nobody_is_awaited_where_all_have_reported_or_one_row_speaks_for_all() {
        for reporting in [&["Thôn Đông", "Thôn Tây"][..], &["Các thôn"], &[""], &[]] {
            assert!(made(reporting).told("HS-089").is_empty(), "{reporting:?}");
        }
    }
}
