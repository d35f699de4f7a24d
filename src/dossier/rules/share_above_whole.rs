//! HS-149: the share of a part in its whole is above 100 %.
//!
//! Why: of all files no more than all can be sent online; a comma is missing, or a number was typed for a share. Source:
//! workbook contract, Chỉ tiêu, indicators in %. A percentage of a plan or of another year may exceed 100.

use rust_decimal::Decimal;

use super::ResultFacts;
use super::fraction_of_count::as_held;
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;
use crate::dossier::{MeasureKind, Measurement};

/// The share of a part in its whole is above 100 %.
pub(super) struct ShareAboveWhole;

impl Rule<ResultFacts<'_>> for ShareAboveWhole {
    fn code(&self) -> &'static str {
        "HS-149"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured().filter(|measured| measured.kind == MeasureKind::Share) {
            let figures = measured.figures;
            for (field, amount) in figures.figures().filter(|(_, amount)| amount.value > Decimal::ONE_HUNDRED) {
                let message = Diagnostic::warning(self.code()).at(&amount.at).with("indicator", &measured.name);
                let message = message.with("value", as_held(amount)).with("likely", likely(amount.value));
                out.report(beside(figures, field).into_iter().fold(message, Diagnostic::also_at));
            }
        }
    }
}

/// The cell that it is compared with on paper.
fn beside(figures: &Measurement, field: Field) -> Option<&crate::diag::Place> {
    let reached = || figures.actual.as_ref().or(figures.cumulative.as_ref()).map(|amount| &amount.at);
    match field {
        Field::SamePeriod | Field::Planned | Field::PlannedYear => reached(),
        _ => figures.planned.as_ref().or(figures.planned_year.as_ref()).map(crate::dossier::Target::at),
    }
}

/// The share with a comma where it was probably forgotten: 784 is 78,4.
fn likely(value: Decimal) -> String {
    let mut likely = value;
    while likely > Decimal::ONE_HUNDRED {
        likely /= Decimal::TEN;
    }
    let likely = likely.normalize();
    printed(likely, likely.scale())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Field::{Actual, Code, Indicator, Measure, Planned, SamePeriod};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells(name: &str, [planned, actual, base]: [&str; 3]) -> Vec<String> {
        let row = [
            (Code, "CT-1"),
            (Indicator, name),
            (Measure, "%"),
            (Planned, planned),
            (Actual, actual),
            (SamePeriod, base),
        ];
        let found = TestWorkbook::default().row(SheetKind::Indicators, &row).cells_and_hints("HS-149");
        found.into_iter().map(|(cell, _)| cell).collect()
    }

    #[test]
    fn a_share_above_the_whole_is_reported_wherever_it_is() {
        assert_eq!(cells("Tỷ lệ hồ sơ nộp trực tuyến", ["75", "784", "61,2"]), ["E2"]);
        assert_eq!(cells("Tỷ lệ hồ sơ nộp trực tuyến", ["750", "78,4", "612"]), ["D2", "F2"]);
        assert_eq!(likely(Decimal::from(784)), "78,4");
    }

    #[test]
    fn a_share_of_a_plan_may_exceed_it() {
        assert!(cells("Thu ngân sách so với dự toán", ["100", "112", ""]).is_empty());
        assert!(cells("Tỷ lệ hộ có nước sạch", ["100", "100", "99,5"]).is_empty());
        assert!(cells("Tốc độ tăng trưởng", ["", "120", ""]).is_empty());
    }
}
