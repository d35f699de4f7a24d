//! HS-079: a village has no row of an indicator that others have.
//!
//! Why: it is printed as silent, and its plan is not known. Source: domain 0, silence is the worst failure. Wrong: the sheet
//! Thôn has four villages, Chỉ tiêu thôn three rows of «CT-01». Right: a row of the fourth, blank where it has nothing.

use std::collections::BTreeMap;

use super::ResultFacts;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::{IndicatorKey, VillageIndicator};

/// A village has no row of an indicator that others have.
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
                facts.standing_villages.iter().filter(|village| !has_row(village)).copied().collect();
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
    use crate::dossier::rules::made::Made;

    fn villages(made: Made, rows: &[(&str, &str, &str)]) -> Made {
        rows.iter().fold(made, |made, (code, name, merged)| {
            made.row(SheetKind::Villages, &[(Code, code), (Name, name), (MergedFrom, merged)])
        })
    }

    fn plans(made: Made, names: &[&str]) -> Made {
        names.iter().fold(made, |made, name| {
            made.row(SheetKind::VillageIndicators, &[(Village, name), (Code, "CT-1"), (Planned, "5")])
        })
    }

    #[test]
    fn a_village_that_is_left_out_is_told_once_for_the_indicator() {
        let made = villages(Made::default(), &[("D", "Thôn Đông", ""), ("T", "Thôn Tây", ""), ("N", "Thôn Nam", "")]);
        let made = plans(made, &["Thôn Đông"]);
        let told = made.told("HS-079");
        assert_eq!(told.len(), 1);
        let villages = told[0].arguments.iter().find(|(name, _)| *name == "villages").map(|(_, value)| value.as_str());
        assert_eq!(villages, Some("Thôn Tây; Thôn Nam"));
    }

    #[test]
    fn a_village_that_went_into_another_is_not_missed() {
        let made =
            villages(Made::default(), &[("D", "Thôn Đông", ""), ("T", "Thôn Tân", "Thôn Tây"), ("Y", "Thôn Tây", "")]);
        assert!(plans(made, &["Thôn Đông", "Thôn Tân"]).told("HS-079").is_empty());
    }
}
