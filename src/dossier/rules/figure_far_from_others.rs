//! HS-256: one figure of a row is many times the others, and near them with its comma moved.
//!
//! Why: a lost comma or a digit too many in last year's figure turns a rise into a fall; 7,5 for 75 makes a plan that
//! anybody meets. Source: workbook contract, Chỉ tiêu. What was reached against the plan is judged by HS-152, a share
//! above 100 by HS-149. A count may begin small, so that only rates and figures as of a day are judged for being low.

use rust_decimal::Decimal;

use super::fraction_of_count::as_held;
use super::{FiguresOfRow, ResultFacts};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;
use crate::dossier::{Amount, FigureType, MeasureKind, Target};

/// One figure of a row is many times the others.
pub(super) struct FigureFarFromOthers;

/// How many times the others is more than a year changes.
const TIMES: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// How many times the figures of a period a year's plan can't be.
const TIMES_OF_YEAR: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
/// Figures that it must be compared with.
const LEAST_OTHERS: usize = 2;

impl Rule<ResultFacts<'_>> for FigureFarFromOthers {
    fn code(&self) -> &'static str {
        "HS-256"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for measured in facts.measured().filter(|measured| measured.kind != MeasureKind::Difference) {
            let figures: Vec<(Field, &Amount)> =
                measured.figures.figures().filter(|(_, amount)| amount.value > Decimal::ZERO).collect();
            for (index, &(field, amount)) in figures.iter().enumerate() {
                let others = figures.iter().enumerate().filter(|(other, _)| *other != index);
                let others: Vec<Decimal> = others.map(|(_, (_, other))| other.value).collect();
                if others.len() < LEAST_OTHERS {
                    continue;
                }
                let Some(likely) = likely(&measured, field, amount.value, &others) else { continue };
                let message = Diagnostic::warning(self.code()).at(&amount.at).with("indicator", &measured.name);
                let column = SheetKind::Indicators.heading(field);
                let message = message.with("column", column.to_lowercase()).with("value", as_held(amount));
                out.report(message.with("likely", printed(likely, likely.scale())));
            }
        }
    }
}

/// The figure with its comma moved, where only that is near the others.
fn likely(measured: &FiguresOfRow, field: Field, value: Decimal, others: &[Decimal]) -> Option<Decimal> {
    // HS-082 asks about a fraction among percentages.
    if value <= Decimal::ONE && measured.measure.contains('%') {
        return None;
    }
    if field == Field::SamePeriod && measured.figures.figure_type == FigureType::Cumulative {
        let without_digit = tenfold(measured, value);
        if without_digit.is_some() {
            return without_digit;
        }
    }
    let (least, greatest) = (*others.iter().min()?, *others.iter().max()?);
    let is_near = |figure: &Decimal| {
        let near = figure.checked_mul(Decimal::TWO).is_some_and(|twice| twice >= least);
        near && greatest.checked_mul(Decimal::TWO).is_some_and(|twice| *figure <= twice)
    };
    let is_level = measured.figures.figure_type != FigureType::Cumulative
        || matches!(measured.kind, MeasureKind::Share | MeasureKind::Fulfilment);
    let is_judged_high = match field {
        // HS-152 compares it with the plan.
        Field::Actual => false,
        // HS-149 has the shares above the whole.
        Field::Planned => is_level,
        // A year's plan is many times a month's.
        Field::PlannedYear => is_level || value >= greatest.checked_mul(TIMES_OF_YEAR)?,
        _ => true,
    };
    let is_share_above = measured.kind == MeasureKind::Share && value > Decimal::ONE_HUNDRED;
    if is_judged_high && !is_share_above && value >= greatest.checked_mul(TIMES)? {
        let is_whole = |figure: &Decimal| measured.kind != MeasureKind::Count || figure.fract().is_zero();
        let shifts = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND];
        return shifts
            .into_iter()
            .map(|by| (value / by).normalize())
            .find(|figure| is_near(figure) && is_whole(figure));
    }
    if is_level && value.checked_mul(TIMES)? <= least {
        let shifts = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND];
        return shifts
            .into_iter()
            .filter_map(|by| value.checked_mul(by))
            .map(|figure| figure.normalize())
            .find(is_near);
    }
    None
}

/// Last year's count ten times as great, where that is nearly the plan of the period or what was reached: 21 for 210.
/// A count of a few may well grow tenfold.
fn tenfold(measured: &FiguresOfRow, value: Decimal) -> Option<Decimal> {
    let near = [Decimal::new(9, 1), Decimal::new(11, 1)];
    let others = [measured.figures.planned.as_ref().and_then(Target::amount), measured.figures.actual.as_ref()];
    let shifts = [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::ONE_THOUSAND];
    let likely = shifts.into_iter().filter_map(|by| value.checked_mul(by)).find(|figure| {
        let is_near = |other: &&Amount| near[0] * other.value <= *figure && *figure <= near[1] * other.value;
        others.iter().flatten().all(|other| other.value >= figure / Decimal::TWO)
            && others.into_iter().flatten().any(|other| is_near(&other))
    });
    likely.filter(|_| value >= Decimal::TEN).map(|figure| figure.normalize())
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, FigureType, Indicator, Measure, Planned, PlannedYear, SamePeriod};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells(measure: &str, kind: &str, [year, planned, actual, base]: [&str; 4]) -> Vec<String> {
        let row = [
            (Code, "CT-1"),
            (Indicator, "Kết quả"),
            (Measure, measure),
            (FigureType, kind),
            (PlannedYear, year),
            (Planned, planned),
            (Actual, actual),
            (SamePeriod, base),
        ];
        let found = TestWorkbook::default().row(SheetKind::Indicators, &row).cells_and_hints("HS-256");
        found.into_iter().map(|(cell, _)| cell).collect()
    }

    #[test]
    fn a_figure_with_a_moved_comma_is_reported() {
        assert_eq!(cells("%", "Tỷ lệ", ["80", "75", "7,5", "61,2"]), ["G2"]);
        assert_eq!(cells("%", "Tỷ lệ", ["80", "7,5", "78,4", "61,2"]), ["F2"]);
        assert_eq!(cells("%", "Tỷ lệ", ["95", "90", "90", "8,25"]), ["H2"]);
        assert_eq!(cells("hộ", "Lũy kế", ["300", "210", "171", "4.800"]), ["H2"]);
        assert_eq!(cells("giờ", "Thời điểm", ["24", "26", "2,5", "31"]), ["G2"]);
        assert_eq!(cells("triệu đồng", "Lũy kế", ["1.200", "", "950", "9.100"]), ["H2"]);
        assert_eq!(cells("hộ", "Lũy kế", ["300", "210", "171", "21"]), ["H2"]);
        assert_eq!(cells("hộ", "Lũy kế", ["300", "210", "171", "17"]), ["H2"]);
        assert_eq!(cells("hộ", "Lũy kế", ["30.000", "210", "171", "150"]), ["E2"]);
    }

    #[test]
    fn what_grows_or_is_far_off_without_a_moved_comma_is_not() {
        assert!(cells("hộ", "Lũy kế", ["300", "210", "171", "48"]).is_empty());
        assert!(cells("người", "Lũy kế", ["600", "90", "91", "9"]).is_empty());
        assert!(cells("%", "Tỷ lệ", ["2,5", "2,5", "2,1", "2,85"]).is_empty());
        assert!(cells("người", "Lũy kế", ["6.000", "500", "480", "470"]).is_empty());
        assert!(cells("%", "Tỷ lệ", ["75", "", "", "7,5"]).is_empty());
    }
}
