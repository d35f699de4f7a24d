//! The sheet Chỉ tiêu thôn: the plan and the actual figure of each village for an indicator.
//!
//! Owns reading its rows, and which current village each belongs to: a village that was merged counts for its
//! successor. Must not compare figures: `figures` does. The rows it returns are in the order of the sheet.

mod mergers;

use std::collections::{BTreeMap, BTreeSet};

use super::code_key::{self, CodeIndex};
use super::indicators::{self, Indicator};
use super::measurement::{self, FigureReader, FigureType, Measurement};
use super::register::Register;
use super::successors::Successors;
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Located, Record, Records};
use crate::vietnamese::fold;

/// The figures of one village for one indicator, as a row has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageIndicator {
    /// The cell of the village.
    pub at: Place,
    /// The village, as in the sheet Thôn; as typed where there is no such sheet.
    pub village: String,
    /// The predecessors whose figures were summed for it, as typed; empty where it gives its own.
    pub summed: Vec<String>,
    /// The cells of what was summed, each with its column.
    pub summed_at: Vec<(Field, Place)>,
    /// Mã chỉ tiêu, as typed.
    pub code: Located<String>,
    /// The index of its indicator in Chỉ tiêu, 0-based; `None` where that sheet does not have it.
    pub indicator: Option<usize>,
    /// Its figures, with the direction and type of its indicator.
    pub measurement: Measurement,
}

/// Parses the sheet. What is wrong in a row is reported; the row is kept with all that was understood of it.
pub(super) fn check(
    records: &Records,
    register: &Register,
    successors: &Successors,
    indicators: &[Indicator],
    out: &mut Diagnostics,
) -> Vec<VillageIndicator> {
    let known = IndicatorIndex::of(indicators);
    let has_tasks = !records.rows(SheetKind::Assignments).is_empty();
    let mut names = RowNames { register, successors, indicators, known, has_tasks, checked: BTreeSet::new() };
    let rows = records.rows(SheetKind::VillageIndicators).iter();
    let read: Vec<VillageIndicator> = rows.filter_map(|row| village_indicator(row, &mut names, out)).collect();
    mergers::sum_predecessors(latest(read, register, out), successors, register, out)
}

/// What the names in the rows are looked up in.
struct RowNames<'a> {
    register: &'a Register,
    successors: &'a Successors,
    indicators: &'a [Indicator],
    known: IndicatorIndex,
    /// Whether there are tasks: the workbooks are a dossier.
    has_tasks: bool,
    /// The cells already checked. In a table village × indicator, a heading belongs to a record of every village, and a
    /// village's cell to one of every indicator.
    checked: BTreeSet<Place>,
}

impl RowNames<'_> {
    /// Looks a name up; a mistake in its cell is reported only once.
    fn once<T>(&mut self, at: &Place, out: &mut Diagnostics, look: impl FnOnce(&Self, &mut Diagnostics) -> T) -> T {
        let mut ignored = Diagnostics::new();
        let is_first = self.checked.insert(at.clone());
        look(self, if is_first { out } else { &mut ignored })
    }

    /// The village of a cell; `None` for an unknown village, and for one that was merged into another.
    fn village(&mut self, typed: &Located<String>, out: &mut Diagnostics) -> Option<String> {
        self.once(&typed.at, out, |names, out| {
            let is_merged = !names.successors.of_name(&typed.value, names.register).is_empty();
            if is_merged { None } else { names.register.resolve_village(typed, out).ok() }
        })
    }

    /// The index of the indicator with this code in Chỉ tiêu; `None` where that sheet does not have it.
    fn indicator(&mut self, code: &Located<String>, out: &mut Diagnostics) -> Option<usize> {
        self.once(&code.at, out, |names, out| {
            let indicator = names.known.find(&code.value);
            let meant = indicator.and_then(|index| names.indicators[index].id.as_ref());
            if let Some(meant) = meant.filter(|_| !names.known.has_exactly(&code.value)) {
                out.report(code_key::note(code, &meant.value));
            }
            // In a dossier without the sheet, words name an indicator well enough; a bare code names nothing. A file
            // with the villages' figures alone is a part of a dossier.
            let is_told = !names.indicators.is_empty() || names.has_tasks && code_key::is_bare(&code.value);
            if indicator.is_none() && is_told {
                let ids = names.indicators.iter().filter_map(|known| known.id.as_ref().map(|id| id.value.as_str()));
                let message = Diagnostic::warning("HS-071").at(&code.at).with("code", &code.value);
                out.report(match names.indicators {
                    [] => message.hint("no_sheet"),
                    _ => message.nearest(fold::nearest(&code.value, ids)),
                });
            }
            indicator
        })
    }
}

impl VillageIndicator {
    /// What identifies its indicator among the rows: its index, or the code as typed.
    #[must_use]
    pub fn indicator_key(&self) -> IndicatorKey {
        self.indicator.map_or_else(|| IndicatorKey::Typed(fold::exact(&self.code.value)), IndicatorKey::Known)
    }
}

impl VillageIndicator {
    /// The cells of the plans that were summed for it.
    pub fn summed_plans(&self) -> impl Iterator<Item = &Place> {
        self.summed_in(Field::Planned)
    }

    /// The cells of the actual figures that were summed for it.
    pub fn summed_actuals(&self) -> impl Iterator<Item = &Place> {
        self.summed_in(Field::Actual)
    }

    fn summed_in(&self, field: Field) -> impl Iterator<Item = &Place> {
        self.summed_at.iter().filter(move |(of, _)| *of == field).map(|(_, at)| at)
    }
}

/// What identifies an indicator of villages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndicatorKey {
    /// Its index in Chỉ tiêu, 0-based.
    Known(usize),
    /// Its code as typed, where Chỉ tiêu does not have it.
    Typed(String),
}

/// Indicators by code and by name.
struct IndicatorIndex {
    places: BTreeMap<String, Option<usize>>,
    codes: CodeIndex,
}

impl IndicatorIndex {
    fn of(indicators: &[Indicator]) -> Self {
        let mut places: BTreeMap<String, Option<usize>> = BTreeMap::new();
        let mut codes = CodeIndex::default();
        for (index, indicator) in indicators.iter().enumerate() {
            let id = indicator.id.as_ref().map(|id| &id.value);
            if let Some(id) = id {
                codes.add(id, index);
            }
            for name in id.into_iter().chain(&indicator.name) {
                // If two have the same name, it identifies neither.
                let place = places.entry(fold::exact(name)).or_insert(Some(index));
                if *place != Some(index) {
                    *place = None;
                }
            }
        }
        Self { places, codes }
    }

    /// The indicator with this code or name; `None` where there is none, and where it may be either of two.
    fn find(&self, text: &str) -> Option<usize> {
        match self.places.get(&fold::exact(text)) {
            Some(place) => *place,
            None => self.codes.find(text),
        }
    }

    /// Whether an indicator has exactly this code or name.
    fn has_exactly(&self, text: &str) -> bool {
        self.places.contains_key(&fold::exact(text))
    }
}

fn village_indicator(row: &Record, names: &mut RowNames, out: &mut Diagnostics) -> Option<VillageIndicator> {
    // `records` refuses a row with either cell blank, and reports it.
    let (typed, code) = (row.text(Field::Village)?, row.text(Field::Code)?);
    let village = names.village(&typed, out);
    let indicator = names.indicator(&code, out);
    let known = indicator.map(|index| &names.indicators[index]);
    if known.and_then(|known| known.measure.as_deref()).is_some_and(indicators::is_percent) {
        measurement::ask_about_fractions(row, out);
    }
    let judged = known.map(|known| &known.measurement);
    let figure_type = judged.map_or(FigureType::default(), |judged| judged.figure_type);
    let measure = known.and_then(|known| known.measure.as_deref());
    let mut reader = FigureReader { row, measure, unread: Vec::new() };
    let measurement = Measurement {
        direction: judged.map(|judged| judged.direction).unwrap_or_default(),
        figure_type,
        planned_year: None,
        planned: reader.target(Field::Planned, out),
        actual: reader.amount(Field::Actual, out),
        cumulative: None,
        same_period: reader.base(figure_type, out),
        typed_percent: measurement::typed(row, Field::TypedPercent),
        typed_change: None,
        unread: reader.unread,
    };
    Some(VillageIndicator {
        at: row.place_of(Field::Village),
        village: village.unwrap_or_else(|| fold::exact(&typed.value)),
        summed: Vec::new(),
        summed_at: Vec::new(),
        code,
        indicator,
        measurement,
    })
}

/// One row for a village and an indicator: that of the later file counts; two in one file are a mistake.
fn latest(read: Vec<VillageIndicator>, register: &Register, out: &mut Diagnostics) -> Vec<VillageIndicator> {
    let mut rows: Vec<Option<VillageIndicator>> = Vec::new();
    let mut places: BTreeMap<(String, IndicatorKey), usize> = BTreeMap::new();
    for row in read {
        let before = places.insert((row.village.clone(), row.indicator_key()), rows.len());
        if let Some(index) = before
            && let Some(first) = &rows[index]
        {
            let is_later_file = first.at.file != row.at.file;
            let message = if is_later_file { Diagnostic::note("HS-073") } else { Diagnostic::error("HS-072") };
            let message = message.at(&row.at).also_at(&first.at).with("village", &row.village);
            let message = if register.has_namesakes(&row.village) { message.hint("namesakes") } else { message };
            out.report(message.with("code", &row.code.value));
            if is_later_file {
                rows[index] = None;
            }
        }
        rows.push(Some(row));
    }
    rows.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use crate::contract::Field::{Code, Name, Planned, Village};
    use crate::contract::SheetKind;
    use crate::dossier::rules::test_workbook::TestWorkbook;

    #[test]
    fn a_mistake_in_two_cells_is_reported_twice() {
        let row = [(Village, "Thôn Bắc"), (Code, "CT-1"), (Planned, "5")];
        let workbook = TestWorkbook::default().row(SheetKind::Villages, &[(Code, "T"), (Name, "Thôn Tây")]);
        let workbook = workbook.row(SheetKind::VillageIndicators, &row).row(SheetKind::VillageIndicators, &row);
        assert_eq!(workbook.messages("HS-055").len(), 2);
    }
}
