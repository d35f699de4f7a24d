//! HS-147: a number of things that are counted has decimals: 1,171 households.
//!
//! Why: households have no decimals; mostly a comma or a dot between thousands was read as a decimal mark, and the paper
//! would print 1,171 for 1.171. Source: workbook contract, reading rules, numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::amounts::THOUSANDS;
use crate::dossier::figures::printed;
use crate::dossier::{Amount, MeasureKind};
use crate::vietnamese::spoken::spoken;

/// A number of things that are counted has decimals.
pub(super) struct FractionOfCount;

impl Rule<ResultFacts<'_>> for FractionOfCount {
    fn code(&self) -> &'static str {
        "HS-147"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured().filter(|measured| measured.kind == MeasureKind::Count) {
            for (_, amount) in measured.figures.figures() {
                // In 1,000 households the three zeros are mostly hundreds, tens and ones.
                let may_be_thousands = amount.decimals == THOUSANDS && !amount.value.is_zero();
                if amount.value.fract().is_zero() && !may_be_thousands {
                    continue;
                }
                let message = Diagnostic::error(self.code()).at(&amount.at).with("indicator", &measured.name);
                let message = message.with("measure", measured.measure).with("value", as_held(amount));
                out.report(match in_thousands(amount) {
                    Some((thousands, words)) => message.with("thousands", thousands).with("words", words),
                    None => message.hint("whole"),
                });
            }
        }
    }
}

/// The figure with all its decimals.
pub(super) fn as_held(amount: &Amount) -> String {
    let value = amount.value.normalize();
    printed(value, value.scale().max(amount.decimals))
}

/// The figure where its decimal mark separates thousands, in digits and in words; `None` where it can't. A cell that
/// holds 1.2 may have been typed as 1.200.
pub(super) fn in_thousands(amount: &Amount) -> Option<(String, String)> {
    let thousands = amount.value.checked_mul(Decimal::ONE_THOUSAND)?;
    let is_possible = thousands.fract().is_zero() && amount.value.abs() >= Decimal::ONE;
    let words = spoken(thousands.to_u64().filter(|_| is_possible)?);
    Some((printed(thousands, 0), words))
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Indicator, Measure};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn hints(measure: &str, actual: &str) -> Vec<Option<&'static str>> {
        let row = [(Code, "CT-1"), (Indicator, "Số hộ, số tấn"), (Measure, measure), (Actual, actual)];
        let found = TestWorkbook::default().row(SheetKind::Indicators, &row).cells_and_hints("HS-147");
        found.into_iter().map(|(_, hint)| hint).collect()
    }

    #[test]
    fn a_count_with_decimals_is_asked_for() {
        assert_eq!(hints("hộ", "1,171"), [None]);
        assert_eq!(hints("hộ", "1,000"), [None]);
        assert_eq!(hints("lượt người", "1,2"), [None]);
        assert_eq!(hints("người", "0,5"), [Some("whole")]);
    }

    #[test]
    fn whole_numbers_and_other_measures_are_not() {
        for (measure, actual) in
            [("hộ", "1.171"), ("hộ", "171"), ("hộ", "12,0"), ("hộ", "2.339,000"), ("tấn", "1,171"), ("km", "6,8")]
        {
            assert!(hints(measure, actual).is_empty(), "{measure} {actual}");
        }
    }
}
