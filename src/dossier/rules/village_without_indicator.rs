//! HS-079: a village has no row for an indicator that others have.
//!
//! Why: it is printed as not reported, and its plan is not known. Source: domain 0, a missing report is the worst
//! failure.

use std::collections::BTreeMap;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{IndicatorKey, VillageIndicator};

/// A village has no row for an indicator that others have.
pub(super) struct VillageWithoutIndicator;

impl Rule<ResultFacts<'_>> for VillageWithoutIndicator {
    fn code(&self) -> &'static str {
        "HS-079"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        let mut rows: BTreeMap<IndicatorKey, Vec<&VillageIndicator>> = BTreeMap::new();
        for row in facts.village_indicators {
            rows.entry(row.indicator_key()).or_default().push(row);
        }
        for rows in rows.values() {
            let has_row = |village: &&&str| rows.iter().any(|row| row.village == ***village);
            let missing: Vec<&str> =
                facts.current_villages.iter().filter(|village| !has_row(village)).copied().collect();
            if let Some(first) = rows.first().filter(|_| !missing.is_empty()) {
                let message = Diagnostic::note(self.code()).at(&first.code.at).with("code", &first.code.value);
                out.report(message.with("villages", missing.join("; ")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, MergedFrom, Name, Planned, Village};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn villages(workbook: TestWorkbook, rows: &[(&str, &str, &str)]) -> TestWorkbook {
        rows.iter().fold(workbook, |workbook, (code, name, merged)| {
            workbook.row(SheetKind::Villages, &[(Code, code), (Name, name), (MergedFrom, merged)])
        })
    }

    fn plans(workbook: TestWorkbook, names: &[&str]) -> TestWorkbook {
        names.iter().fold(workbook, |workbook, name| {
            workbook.row(SheetKind::VillageIndicators, &[(Village, name), (Code, "CT-1"), (Planned, "5")])
        })
    }

    #[test]
    fn villages_without_a_row_are_reported_once_for_the_indicator() {
        let workbook =
            villages(TestWorkbook::default(), &[("D", "Thôn Đông", ""), ("T", "Thôn Tây", ""), ("N", "Thôn Nam", "")]);
        let workbook = plans(workbook, &["Thôn Đông"]);
        let messages = workbook.messages("HS-079");
        assert_eq!(messages.len(), 1);
        let villages =
            messages[0].arguments.iter().find(|(name, _)| *name == "villages").map(|(_, value)| value.as_str());
        assert_eq!(villages, Some("Thôn Tây; Thôn Nam"));
    }

    #[test]
    fn a_merged_village_is_not_reported_as_missing() {
        let workbook = villages(
            TestWorkbook::default(),
            &[("D", "Thôn Đông", ""), ("T", "Thôn Tân", "Thôn Tây"), ("Y", "Thôn Tây", "")],
        );
        assert!(plans(workbook, &["Thôn Đông", "Thôn Tân"]).messages("HS-079").is_empty());
    }
}
