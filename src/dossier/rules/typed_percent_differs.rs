//! HS-068: a percentage typed by hand differs from the one that the figures give.
//!
//! Why: the report prints the computed one; whoever compares it with the register finds two. Source: domain 2.4, 6.4.
//! It is compared with as many decimals as were typed. A task that is done is done by 100%: «60%» beside «Hoàn thành»
//! is reported too.

use rust_decimal::Decimal;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::{Comparison, printed};
use crate::dossier::{Amount, Completion, State, with_decimals};

/// A percentage typed by hand differs from the one that the figures give.
pub(super) struct TypedPercentDiffers;

impl Rule<ResultFacts<'_>> for TypedPercentDiffers {
    fn code(&self) -> &'static str {
        "HS-068"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for report in facts.completions {
            let Some(value) = report.percent else { continue };
            let typed = Amount { value, decimals: value.scale(), at: report.percent_at.clone() };
            let message = match computed(report) {
                Some(computed) => differing(self.code(), &typed, computed),
                None if report.state == State::Done && value < Decimal::ONE_HUNDRED => {
                    differing(self.code(), &typed, Decimal::ONE_HUNDRED).map(|message| message.hint("done"))
                }
                None => None,
            };
            if let Some(message) = message {
                out.report(message.at(&report.percent_at));
            }
        }
        let of_indicators = facts.indicators.iter().map(|known| &known.measurement);
        let of_villages = facts.village_indicators.iter().map(|row| &row.measurement);
        for figures in of_indicators.chain(of_villages) {
            let comparison = Comparison::of(figures, facts.period);
            self.compare(figures.typed_percent.as_ref(), &comparison.percent.into_iter().collect::<Vec<_>>(), out);
            self.compare(figures.typed_change.as_ref(), &changes(&comparison), out);
        }
    }
}

impl TypedPercentDiffers {
    /// Reports a typed figure that equals none of those it may mean; documents print the first of these.
    fn compare(&self, typed: Option<&Amount>, computed: &[Decimal], out: &mut Diagnostics) {
        let (Some(typed), Some(printed)) = (typed, computed.first()) else { return };
        let differs = |computed: &&Decimal| differing(self.code(), typed, **computed).is_some();
        if computed.iter().filter(differs).count() == computed.len() {
            let message = differing(self.code(), typed, *printed);
            out.report(message.expect("it differs from all").at(&typed.at));
        }
    }
}

/// What a typed difference from a year ago may mean: the difference in hundredths, the ratio, the amount.
fn changes(comparison: &Comparison) -> Vec<Decimal> {
    let Some(change) = comparison.change else { return Vec::new() };
    let Some(percent) = change.percent else { return vec![change.amount, change.amount.abs()] };
    let ratio = percent.checked_add(Decimal::ONE_HUNDRED);
    let others = [change.amount, percent.abs(), change.amount.abs()];
    [percent].into_iter().chain(ratio).chain(others).collect()
}

/// What was reached in hundredths of the plan, in a table that has both.
fn computed(report: &Completion) -> Option<Decimal> {
    let decimal = |text: &Option<String>| Decimal::from_str_exact(text.as_deref()?).ok();
    let (given, reached) = (decimal(&report.target)?, decimal(&report.outcome)?);
    reached.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(given)
}

/// The message, where the two differ within the decimals typed.
fn differing(code: &'static str, typed: &Amount, computed: Decimal) -> Option<Diagnostic> {
    let decimals = typed.decimals;
    if with_decimals(typed.value, decimals) == with_decimals(computed, decimals) {
        return None;
    }
    let message = Diagnostic::warning(code).with("typed", format!("{}%", printed(typed.value, decimals)));
    Some(message.with("computed", format!("{}%", printed(computed, decimals.max(2)))))
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{self, Code, Outcome, Percent, Planned, State};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells_and_hints(given: &str, reached: &str, typed: &str) -> usize {
        let row = [(Code, "NV-1"), (State, "Đang thực hiện"), (Planned, given), (Outcome, reached), (Percent, typed)];
        TestWorkbook::default().result(&row).messages("HS-068").len()
    }

    #[test]
    fn a_percentage_is_compared_with_as_many_decimals_as_were_typed() {
        assert_eq!(cells_and_hints("2.000", "700", "35%"), 0);
        assert_eq!(cells_and_hints("16", "13", "81,3%"), 0);
        assert_eq!(cells_and_hints("16", "13", "81%"), 0);
        assert_eq!(cells_and_hints("16", "13", "81,2%"), 1);
        assert_eq!(cells_and_hints("16", "13", "80%"), 1);
    }

    #[test]
    fn an_indicators_share_and_difference_are_compared_too() {
        let cells_and_hints = |share: &str, change: &str| {
            let row = [
                (Field::Indicator, "Lúa"),
                (Field::Measure, "tấn"),
                (Planned, "2.000"),
                (Field::Actual, "700"),
                (Field::SamePeriod, "650"),
                (Field::TypedPercent, share),
                (Field::TypedChange, change),
            ];
            let workbook = TestWorkbook::default().row(SheetKind::Indicators, &row);
            workbook.cells_and_hints("HS-068").into_iter().map(|(cell, _)| cell).collect::<Vec<_>>()
        };
        assert!(cells_and_hints("35%", "7,7%").is_empty());
        assert!(cells_and_hints("35", "107,69").is_empty());
        assert_eq!(cells_and_hints("36%", ""), ["F2"]);
        assert_eq!(cells_and_hints("", "8,7%"), ["G2"]);
        assert!(cells_and_hints("", "mới phát sinh").is_empty());
    }

    #[test]
    fn a_difference_of_the_largest_figures_is_compared_too() {
        let row = [
            (Field::Indicator, "Thu ngân sách"),
            (Field::Measure, "đồng"),
            (Field::Actual, "792281625142643375935439504"),
            (Field::SamePeriod, "1"),
            (Field::TypedChange, "5%"),
        ];
        assert_eq!(TestWorkbook::default().row(SheetKind::Indicators, &row).messages("HS-068").len(), 1);
    }

    #[test]
    fn a_task_done_by_less_than_100_percent_is_reported() {
        let hints = |state: &str, typed: &str| {
            let row = [(Code, "NV-1"), (State, state), (Percent, typed)];
            TestWorkbook::default().result(&row).cells_and_hints("HS-068")
        };
        assert_eq!(hints("Hoàn thành", "60%"), [("C2".into(), Some("done"))]);
        assert!(hints("Hoàn thành", "100%").is_empty() && hints("Đang thực hiện", "60%").is_empty());
    }
}
