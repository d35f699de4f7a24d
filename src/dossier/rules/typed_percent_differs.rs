//! HS-068: a percentage typed by hand is not what the figures beside it give.
//!
//! Why: the report prints the computed one; whoever compares it with the register finds two. Source: domain 2.4, 6.4. Wrong:
//! given 2.000, reached 700, typed «30%». Right: «35%». It is compared with as many decimals as were typed. A task that is
//! done is done by the whole: beside «Hoàn thành», «60%» is told too.

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;
use crate::dossier::{Completion, State, with_decimals};

/// A percentage typed by hand is not what the figures beside it give.
pub(super) struct TypedPercentDiffers;

impl Rule<ResultFacts<'_>> for TypedPercentDiffers {
    fn code(&self) -> &'static str {
        "HS-068"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            let Some(typed) = report.percent else { continue };
            let message = match computed(report) {
                Some(computed) => differing(self.code(), typed, computed),
                None if report.state == State::Done && typed < Decimal::ONE_HUNDRED => {
                    differing(self.code(), typed, Decimal::ONE_HUNDRED).map(|message| message.hint("done"))
                }
                None => None,
            };
            if let Some(message) = message {
                out.report(message.at(&report.percent_at));
            }
        }
    }
}

/// What was reached in hundredths of what was given, in a table that has both.
fn computed(report: &Completion) -> Option<Decimal> {
    let decimal = |text: &Option<String>| Decimal::from_str_exact(text.as_deref()?).ok();
    let (given, reached) = (decimal(&report.target)?, decimal(&report.outcome)?);
    reached.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(given)
}

/// The message where the two differ in the decimals typed.
pub(super) fn differing(code: &'static str, typed: Decimal, computed: Decimal) -> Option<Diagnostic> {
    let decimals = typed.scale();
    if with_decimals(typed, decimals) == with_decimals(computed, decimals) {
        return None;
    }
    let message = Diagnostic::warning(code).with("typed", format!("{}%", printed(typed, decimals)));
    Some(message.with("computed", format!("{}%", printed(computed, decimals.max(2)))))
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Outcome, Percent, Planned, State};
    use crate::dossier::rules::made::Made;

    fn told(given: &str, reached: &str, typed: &str) -> usize {
        let row = [(Code, "NV-1"), (State, "Đang thực hiện"), (Planned, given), (Outcome, reached), (Percent, typed)];
        Made::default().result(&row).told("HS-068").len()
    }

    #[test]
    fn it_is_compared_with_as_many_decimals_as_were_typed() {
        assert_eq!(told("2.000", "700", "35%"), 0);
        assert_eq!(told("16", "13", "81,3%"), 0);
        assert_eq!(told("16", "13", "81%"), 0);
        assert_eq!(told("16", "13", "81,2%"), 1);
        assert_eq!(told("16", "13", "80%"), 1);
    }

    #[test]
    fn what_is_done_is_done_by_the_whole() {
        let hints = |state: &str, typed: &str| {
            let row = [(Code, "NV-1"), (State, state), (Percent, typed)];
            Made::default().result(&row).cells_and_hints("HS-068")
        };
        assert_eq!(hints("Hoàn thành", "60%"), [("C2".into(), Some("done"))]);
        assert!(hints("Hoàn thành", "100%").is_empty() && hints("Đang thực hiện", "60%").is_empty());
    }
}
