//! HS-087: two indicators have the same name and unit of measure.
//!
//! Why: with different codes they are two rows of the report that can't be distinguished. Source: workbook contract,
//! Chỉ tiêu, Chỉ tiêu. Two rows with the same code are reported by HS-076.

use std::collections::BTreeMap;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::Indicator;
use crate::vietnamese::fold;

/// Two indicators have the same name and unit of measure.
pub(super) struct DuplicateIndicatorName;

impl Rule<ResultFacts<'_>> for DuplicateIndicatorName {
    fn code(&self) -> &'static str {
        "HS-087"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let code = |indicator: &Indicator| indicator.id.as_ref().map(|id| fold::exact(&id.value));
        let mut first_of: BTreeMap<(String, String), &Indicator> = BTreeMap::new();
        for indicator in facts.indicators {
            let Some(name) = &indicator.name else { continue };
            let plain = |text: &str| fold::exact(text).to_lowercase();
            let measure = plain(indicator.measure.as_deref().unwrap_or_default());
            let first = *first_of.entry((plain(name), measure)).or_insert(indicator);
            let is_one_row = first.at == indicator.at;
            let is_one_code = code(first).is_some() && code(first) == code(indicator);
            if !is_one_row && !is_one_code {
                let message = Diagnostic::warning(self.code()).at(&indicator.at).also_at(&first.at);
                out.report(message.with("name", name));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Indicator, Measure};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_name_given_twice_is_reported_at_the_second() {
        let cells_and_hints = |second: [&str; 3]| {
            let row = |[code, name, measure]: [&'static str; 3]| [(Code, code), (Indicator, name), (Measure, measure)];
            let workbook = TestWorkbook::default().row(SheetKind::Indicators, &row(["C1", "Số hộ", "hộ"]));
            let second = [(Code, second[0]), (Indicator, second[1]), (Measure, second[2])];
            workbook.row(SheetKind::Indicators, &second).cells_and_hints("HS-087")
        };
        assert_eq!(cells_and_hints(["C2", "Số hộ", "hộ"]), [("B3".into(), None)]);
        assert!(
            cells_and_hints(["C2", "Số hộ", "%"]).is_empty() && cells_and_hints(["C2", "Số hộ nghèo", "hộ"]).is_empty()
        );
        assert!(cells_and_hints(["C1", "Số hộ", "hộ"]).is_empty());
    }
}
