//! The sheet Chỉ tiêu: what is measured, planned and reached.
//!
//! Owns reading its rows. Must not compare figures: `figures` does. `check` shows the result.

use rust_decimal::Decimal;

use super::amounts::Amount;
use super::cells;
use super::counted;
use super::list_number;
use super::measure_kind::MeasureKind;
use super::measurement::{self, FigureType, Measurement, Target};
use super::register::Register;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Located, Record, Records};
use crate::vietnamese::fold;
use crate::vietnamese::text::{capitalized, lower};

/// An indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The cell of its name.
    pub at: Place,
    /// Number of its row, 1-based.
    pub row: u32,
    /// Mã.
    pub id: Option<Located<String>>,
    /// Its name; `None` where the sheet has no such column, which is an error.
    pub name: Option<String>,
    /// The unit that supplies the figures: its name in the register, or else as typed.
    pub supplier: Option<String>,
    /// Its unit of measure, as typed.
    pub measure: Option<String>,
    /// What kind of figure it has.
    pub kind: MeasureKind,
    /// The plan of the period, or else of the year; `None` for a range, and where it can't be read.
    pub planned: Option<Decimal>,
    /// What was reached in the period, or else so far this year.
    pub actual: Option<Decimal>,
    /// All its figures, and how they are judged.
    pub measurement: Measurement,
    /// Ghi chú, as typed.
    pub note: Option<String>,
}

/// Parses the sheet; a figure that can't be read is a warning.
pub(super) fn check(records: &Records, register: &Register, out: &mut Diagnostics) -> Vec<Indicator> {
    records.rows(SheetKind::Indicators).iter().map(|row| indicator(row, register, out)).collect()
}

fn indicator(row: &Record, register: &Register, out: &mut Diagnostics) -> Indicator {
    let measurement = measurement::read(row, out);
    let plan = measurement.planned.as_ref().or(measurement.planned_year.as_ref());
    let reached = measurement.actual.as_ref().or(measurement.cumulative.as_ref());
    let supplier = cells::line(row, Field::Supplier);
    warn_of_missing_direction(row, plan, reached, out);
    let measure = cells::line(row, Field::Measure).map(|typed| measured_in(&typed));
    if measure.as_deref().is_some_and(is_percent) {
        measurement::ask_about_fractions(row, out);
    }
    warn_of_rate_without_percent(row, measurement.figure_type, measure.as_deref(), out);
    let name = cells::line(row, Field::Indicator).map(|typed| named(&typed, &row.place_of(Field::Indicator), out));
    warn_of_likely_direction(row, name.as_deref().unwrap_or_default(), plan, out);
    let words = (name.as_deref().unwrap_or_default(), measure.as_deref().unwrap_or_default());
    Indicator {
        kind: MeasureKind::of(words.0, words.1, measurement.figure_type),
        at: row.place_of(Field::Indicator),
        row: row.row,
        id: row.text(Field::Code),
        name,
        supplier: supplier.map(|typed| register.find(&typed).map_or(typed, |unit| unit.name.clone())),
        measure,
        planned: plan.and_then(Target::amount).map(|amount| amount.value),
        actual: reached.map(|amount| amount.value),
        note: cells::line(row, Field::Note),
        measurement,
    }
}

/// The name without the number of a list, with a capital in front: it begins lines and cells.
fn named(typed: &str, at: &Place, out: &mut Diagnostics) -> String {
    list_number::note(typed, at, out);
    capitalized(list_number::without_number(typed))
}

/// The unit of measure as it stands behind a number: «Hộ» is «hộ»; «USD», «Mbps» are symbols.
fn measured_in(typed: &str) -> String {
    if typed.chars().skip(1).any(char::is_uppercase) || !typed.chars().skip(1).any(char::is_lowercase) {
        return typed.to_owned();
    }
    let small = lower(typed);
    let is_word = COUNTED.iter().any(|word| small == *word || small.starts_with(&format!("{word} ")));
    if is_word { small } else { typed.to_owned() }
}

/// Units of measure that are words.
const COUNTED: [&str; 30] = [
    "hộ",
    "người",
    "lượt",
    "hồ",
    "máy",
    "cái",
    "chiếc",
    "lớp",
    "buổi",
    "cuộc",
    "vụ",
    "việc",
    "tin",
    "bài",
    "xã",
    "thôn",
    "ấp",
    "trường",
    "tổ",
    "điểm",
    "triệu",
    "tỷ",
    "nghìn",
    "đồng",
    "giờ",
    "ngày",
    "tấn",
    "tạ",
    "con",
    "cây",
];

/// Whether this unit of measure is a percentage.
pub(super) fn is_percent(measure: &str) -> bool {
    measure.starts_with('%')
}

/// HS-304: a rate that is measured in things: households are not compared in percentage points.
fn warn_of_rate_without_percent(row: &Record, figure_type: FigureType, measure: Option<&str>, out: &mut Diagnostics) {
    let is_of_things = |measure: &&str| counted::is_counted(measure);
    if let Some(measure) = measure.filter(|_| figure_type == FigureType::Rate).filter(is_of_things) {
        out.report(Diagnostic::warning("HS-304").at(&row.place_of(Field::FigureType)).with("measure", measure));
    }
}

/// HS-305: an indicator of which less is better, by its name, is judged the other way, because no direction is given.
fn warn_of_likely_direction(row: &Record, name: &str, plan: Option<&Target>, out: &mut Diagnostics) {
    const LESS_IS_BETTER: [&str; 15] = [
        "thoi gian giai quyet",
        "thoi gian xu ly",
        "thoi gian cho",
        "ty le ho ngheo",
        "ty le ho can ngheo",
        "so ho ngheo",
        "so ho can ngheo",
        "so vu tai nan",
        "so vu pham phap",
        "so vu chay",
        "so vu vi pham",
        "ty le suy dinh duong",
        "ty le tre em suy dinh duong",
        "ty le that nghiep",
        "ty le sinh con thu ba",
    ];
    // A plan of 0 has its own message (HS-083).
    let has_plan = plan.is_some_and(|plan| plan.amount().is_none_or(|amount| !amount.value.is_zero()));
    if !has_plan || row.cell(Field::Direction).is_some() {
        return;
    }
    let key = fold::key(&name.replace("Tỉ lệ", "Tỷ lệ").replace("tỉ lệ", "tỷ lệ"));
    let is_of_change = [" giam", " thoat ", " duoc ", " phat hien"].iter().any(|word| key.contains(word));
    if LESS_IS_BETTER.iter().any(|beginning| key.starts_with(beginning)) && !is_of_change {
        out.report(Diagnostic::warning("HS-305").at(&row.place_of(Field::Direction)).with("indicator", name));
    }
}

/// Warns where the plan is 0 and no direction is given: two forest fires against a plan of none are no success.
fn warn_of_missing_direction(row: &Record, plan: Option<&Target>, reached: Option<&Amount>, out: &mut Diagnostics) {
    let Some(plan) = plan.and_then(Target::amount).filter(|plan| plan.value.is_zero()) else { return };
    if row.cell(Field::Direction).is_none() && reached.is_some_and(|reached| reached.value > Decimal::ZERO) {
        let name = cells::line(row, Field::Indicator).unwrap_or_default();
        out.report(Diagnostic::warning("HS-083").at(&plan.at).with("indicator", name));
    }
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Actual, Code, Direction, Indicator, Measure, Planned, SamePeriod, Village};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    fn reported_cells(code: &str, measure: &str, direction: &str, [planned, actual, base]: [&str; 3]) -> Vec<String> {
        let row = [
            (Code, "CT-1"),
            (Indicator, "Chỉ tiêu"),
            (Measure, measure),
            (Direction, direction),
            (Planned, planned),
            (Actual, actual),
            (SamePeriod, base),
        ];
        let workbook = TestWorkbook::default().row(SheetKind::Indicators, &row);
        workbook.cells_and_hints(code).into_iter().map(|(cell, _)| cell).collect()
    }

    #[test]
    fn a_fraction_among_hundredths_is_reported() {
        assert_eq!(reported_cells("HS-082", "%", "", ["95", "0,945", "93%"]), ["F2"]);
        assert_eq!(reported_cells("HS-082", "%", "", ["90 - 95", "0,945", ""]), ["F2"]);
        assert!(reported_cells("HS-082", "%", "", ["95", "0,945%", "93"]).is_empty());
        assert!(reported_cells("HS-082", "%", "", ["1,2", "0,85", "2,1"]).is_empty());
        assert!(reported_cells("HS-082", "%", "", ["0,9", "0,85", ""]).is_empty());
        assert!(reported_cells("HS-082", "hộ", "", ["95", "0,945", ""]).is_empty());
    }

    #[test]
    fn a_fraction_of_a_village_is_reported_too() {
        let row = [(Village, "Thôn Đông"), (Code, "CT-1"), (Planned, "95"), (Actual, "0,945")];
        let workbook = TestWorkbook::default().row(SheetKind::Indicators, &[(Code, "CT-1"), (Measure, "%")]);
        assert_eq!(workbook.row(SheetKind::VillageIndicators, &row).cells_and_hints("HS-082"), [("D2".into(), None)]);
    }

    #[test]
    fn a_plan_of_zero_without_a_direction_is_reported() {
        assert_eq!(reported_cells("HS-083", "vụ", "", ["0", "2", ""]), ["E2"]);
        assert!(reported_cells("HS-083", "vụ", "Càng thấp càng tốt", ["0", "2", ""]).is_empty());
        assert!(reported_cells("HS-083", "vụ", "", ["0", "0", ""]).is_empty());
        assert!(reported_cells("HS-083", "vụ", "", ["1", "2", ""]).is_empty());
    }
}
