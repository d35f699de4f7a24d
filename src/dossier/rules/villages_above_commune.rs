//! HS-154: some of the villages together, or one alone, have more than the commune has.
//!
//! Why: a part can't exceed its whole, and both figures are printed. Source: domain 5.1, invariants. Where every village
//! has a figure, HS-075 compares the sum.

use rust_decimal::Decimal;

use super::ResultFacts;
use super::fraction_of_count::as_held;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Rule};
use crate::dossier::figures::printed;
use crate::dossier::{Amount, FigureType, MeasureKind, Target};

/// Some of the villages together, or one alone, have more than the commune has.
pub(super) struct VillagesAboveCommune;

impl Rule<ResultFacts<'_>> for VillagesAboveCommune {
    fn code(&self) -> &'static str {
        "HS-154"
    }

    fn check(&self, facts: &ResultFacts, out: &mut Diagnostics) {
        for (index, rows) in facts.rows_of_villages() {
            let known = &facts.indicators[index];
            let figures = &known.measurement;
            let is_summed = figures.figure_type == FigureType::Cumulative && known.kind != MeasureKind::Difference
                || known.kind == MeasureKind::Count;
            if !is_summed {
                continue;
            }
            let is_whole = facts.current_villages.iter().all(|name| rows.iter().any(|row| row.village == **name));
            let mut compare = |field: Field, of_commune: [Option<&Amount>; 2], parts: Vec<Option<&Amount>>| {
                let is_complete = parts.iter().all(Option::is_some);
                let is_compared = is_complete && (field == Field::Planned || is_whole && figures.actual.is_some());
                let Some(whole) = of_commune.into_iter().flatten().reduce(greater) else { return };
                let Some(sum) = SumOfSome::of(&parts).filter(|sum| sum.value > whole.value && !is_compared) else {
                    return;
                };
                let message = Diagnostic::warning(self.code()).at(&whole.at).also_at(&sum.greatest.at);
                let message = message.with("indicator", known.name.as_deref().unwrap_or_default());
                let message = message.with("column", SheetKind::VillageIndicators.heading(field));
                out.report(message.with("sum", printed(sum.value, sum.decimals)).with("whole", as_held(whole)));
            };
            let plan = |of: &'_ Option<Target>| of.as_ref().and_then(Target::amount).cloned();
            let (period, year) = (plan(&figures.planned), plan(&figures.planned_year));
            let plans = rows.iter().map(|row| row.measurement.planned.as_ref().and_then(Target::amount)).collect();
            compare(Field::Planned, [period.as_ref(), year.as_ref()], plans);
            let reached = rows.iter().map(|row| row.measurement.actual.as_ref()).collect();
            compare(Field::Actual, [figures.actual.as_ref(), figures.cumulative.as_ref()], reached);
        }
    }
}

/// The greater of two, the first of equals.
fn greater<'a>(one: &'a Amount, other: &'a Amount) -> &'a Amount {
    if other.value > one.value { other } else { one }
}

/// The sum of the figures that there are.
struct SumOfSome<'a> {
    value: Decimal,
    decimals: u32,
    greatest: &'a Amount,
}

impl<'a> SumOfSome<'a> {
    fn of(parts: &[Option<&'a Amount>]) -> Option<Self> {
        let given = || parts.iter().copied().flatten();
        let greatest = given().max_by_key(|amount| amount.value)?;
        let value = given().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount.value))?;
        Some(Self { value, decimals: given().map(|amount| amount.decimals).max()?, greatest })
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Indicator, Measure, Name, Village};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn cells(commune: &str, villages: [&str; 2]) -> Vec<(String, Option<&'static str>)> {
        let mut workbook = TestWorkbook::default()
            .row(SheetKind::Indicators, &[(Code, "CT-1"), (Indicator, "Số hộ"), (Measure, "hộ"), (Actual, commune)]);
        for (name, actual) in ["Thôn Đông", "Thôn Tây"].into_iter().zip(villages) {
            workbook = workbook.row(SheetKind::Villages, &[(Code, name), (Name, name)]);
            workbook = workbook.row(SheetKind::VillageIndicators, &[(Village, name), (Code, "CT-1"), (Actual, actual)]);
        }
        workbook.cells_and_hints("HS-154")
    }

    #[test]
    fn a_part_above_the_whole_is_reported() {
        assert_eq!(cells("100", ["120", ""]), [("D2".into(), None)]);
        assert!(cells("171", ["120", ""]).is_empty());
        // HS-075 compares these.
        assert!(cells("100", ["60", "60"]).is_empty());
    }
}
