//! The villages side by side: one table for a few indicators at a time.
//!
//! Owns how many indicators are in one table, the row of all villages, and the notes about villages without a report.
//! Must not compute.

use std::collections::BTreeSet;

use super::super::rows::{filled_columns, of_kept_columns};
use super::{Locality, line, remarks};
use crate::dossier::figures::{Figures, PlanOf, VillageFigure, VillageFigures, VillageTotal, printed};
use crate::dossier::{Direction, FigureType, Measurement};
use crate::draft::{Block, Table, TableColumn, TableRow};
use crate::templates::blocks::Computed;
use crate::templates::blocks::TableRequest;
use crate::templates::blocks::{CellOrigin, PrintedColumn};
use crate::templates::words::{forms_of_address, review};

/// The most columns of figures that read easily beside the village's name on a landscape page.
const MOST_FIGURES: usize = 12;

/// The tables of all indicators, each with its notes.
pub(in crate::draft::table) fn tables(
    request: &TableRequest,
    villages: &[VillageFigures],
    figures: &Figures,
    locality: &Locality,
) -> Vec<Block> {
    let (of_village, of_indicator): (Vec<&PrintedColumn>, Vec<&PrintedColumn>) =
        request.columns.iter().partition(|column| is_of_village(column));
    if of_indicator.is_empty() {
        return Vec::new();
    }
    let at_a_time = (MOST_FIGURES / of_indicator.len()).max(1);
    let mut blocks = Vec::new();
    for indicators in villages.chunks(at_a_time) {
        let matrix =
            VillageMatrix { of_village: &of_village, of_indicator: &of_indicator, indicators, figures, locality };
        blocks.push(Block::Table(matrix.table()));
        blocks.extend(matrix.remarks());
    }
    blocks
}

/// Whether a share of the plan is meaningful for such an indicator.
fn has_share(figures: &Measurement) -> bool {
    figures.direction == Direction::Higher && figures.figure_type != FigureType::Rate
}

fn is_of_village(column: &PrintedColumn) -> bool {
    matches!(column.origin, CellOrigin::Ordinal | CellOrigin::Computed(Computed::Village))
}

struct VillageMatrix<'a> {
    of_village: &'a [&'static PrintedColumn],
    of_indicator: &'a [&'static PrintedColumn],
    indicators: &'a [VillageFigures],
    figures: &'a Figures,
    locality: &'a Locality,
}

impl VillageMatrix<'_> {
    fn table(&self) -> Table {
        let villages = self.villages();
        let row = |(index, village): (usize, &&str)| TableRow::Cells(self.cells(index + 1, village));
        let mut rows: Vec<TableRow> = villages.iter().enumerate().map(row).collect();
        if self.indicators.iter().any(|indicator| indicator.total.is_some()) {
            rows.push(TableRow::Total(self.totals()));
        }
        let columns = self.columns();
        let kept = filled_columns(&rows, columns.len());
        of_kept_columns(columns, rows, &kept)
    }

    /// Every village of these indicators, in the order of the first indicator that has it.
    fn villages(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        let all = self.indicators.iter().flat_map(|indicator| &indicator.rows).map(|row| row.row.village.as_str());
        all.filter(|village| seen.insert(*village)).collect()
    }

    fn columns(&self) -> Vec<TableColumn> {
        let heading = |column: &PrintedColumn| match column.origin {
            CellOrigin::Computed(Computed::Village) => self.locality.heading(),
            CellOrigin::Computed(computed) => computed.heading().to_owned(),
            _ => "STT".to_owned(),
        };
        let own = self.of_village.iter().map(|column| TableColumn::new(heading(column), column.content));
        let of_indicator = self.indicators.iter().flat_map(|indicator| {
            let parent = match &indicator.measure {
                Some(measure) => format!("{} ({measure})", indicator.name),
                None => indicator.name.clone(),
            };
            let column =
                move |column: &&PrintedColumn| TableColumn::new(heading(column), column.content).under(&parent);
            self.of_indicator.iter().map(column).collect::<Vec<_>>()
        });
        own.chain(of_indicator).collect()
    }

    fn cells(&self, number: usize, village: &str) -> Vec<Vec<String>> {
        let own = self.of_village.iter().map(|column| match column.origin {
            CellOrigin::Ordinal => vec![number.to_string()],
            _ => vec![village.to_owned()],
        });
        let of_indicator = self.indicators.iter().flat_map(|indicator| {
            let row = indicator.rows.iter().find(|row| row.row.village == village);
            self.of_indicator.iter().map(move |column| row.map_or_else(Vec::new, |row| self.cell(column, row)))
        });
        own.chain(of_indicator).collect()
    }

    fn cell(&self, column: &PrintedColumn, village: &VillageFigure) -> Vec<String> {
        let CellOrigin::Computed(computed) = column.origin else { return Vec::new() };
        let comparison = &village.comparison;
        let is_silent = comparison.actual.is_none();
        match computed {
            Computed::Planned => line(comparison.plan.as_ref().map(|(target, _)| target.printed())),
            Computed::Reached if is_silent => vec![review::NOT_REPORTED.to_owned()],
            Computed::Reached => line(comparison.actual.as_ref().map(crate::dossier::Amount::printed)),
            Computed::Share => match comparison.percent {
                Some(percent) => vec![self.figures.plain_percent(percent)],
                // A share that is meaningless for every village leaves its column blank, and blank columns are left
                // out.
                None if !has_share(&village.row.measurement) => Vec::new(),
                None => vec![review::NO_BASE.to_owned()],
            },
            Computed::Verdict => vec![review::verdict(village.row.measurement.direction, comparison).to_owned()],
            Computed::Rank => vec![village.rank.map_or_else(|| review::NO_BASE.to_owned(), |rank| rank.to_string())],
            Computed::Change if is_silent => Vec::new(),
            Computed::Change => line(review::change(&village.row.measurement, comparison)),
            _ => Vec::new(),
        }
    }

    fn totals(&self) -> Vec<Vec<String>> {
        let own = self.of_village.iter().map(|column| match column.origin {
            CellOrigin::Ordinal => Vec::new(),
            _ => vec![format!("Toàn {}", self.locality.tier)],
        });
        let of_indicator = self.indicators.iter().flat_map(|indicator| {
            self.of_indicator.iter().map(move |column| match &indicator.total {
                Some(total) => self.total(column, total),
                None => Vec::new(),
            })
        });
        own.chain(of_indicator).collect()
    }

    fn total(&self, column: &PrintedColumn, total: &VillageTotal) -> Vec<String> {
        let CellOrigin::Computed(computed) = column.origin else { return Vec::new() };
        match computed {
            Computed::Planned => line(total.planned.map(|amount| printed(amount, total.decimals))),
            Computed::Reached => line(total.actual.map(|amount| printed(amount, total.decimals))),
            Computed::Share => line(total.percent.map(|percent| self.figures.plain_percent(percent))),
            _ => Vec::new(),
        }
    }

    /// A note for each indicator: what a sum includes where not every village reported, and why there is none.
    fn remarks(&self) -> Vec<Block> {
        let note = |indicator: &VillageFigures| {
            let words = self.remarks_on(indicator);
            (!words.is_empty()).then(|| format!("{}: {}.", indicator.name, words.join("; ")))
        };
        remarks(&self.indicators.iter().filter_map(note).collect::<Vec<_>>())
    }

    fn remarks_on(&self, indicator: &VillageFigures) -> Vec<String> {
        let mut words: Vec<String> = self.of_silent(indicator).into_iter().collect();
        if indicator.figure_type == FigureType::Rate {
            words.push("không cộng tỷ lệ của các nơi thành tỷ lệ chung".to_owned());
        }
        words.extend(ranked_by_distance(indicator));
        words.extend(of_planless(indicator));
        words.extend(of_merged(indicator));
        if indicator.rows.iter().any(|row| matches!(row.comparison.plan, Some((_, PlanOf::Year)))) {
            words.push("so với kế hoạch năm".to_owned());
        }
        words
    }

    fn of_silent(&self, indicator: &VillageFigures) -> Option<String> {
        let silent = indicator.rows.iter().filter(|row| row.comparison.actual.is_none());
        let silent: Vec<String> = silent.map(|row| small(&row.row.village)).collect();
        if silent.is_empty() {
            return None;
        }
        let (reporting, all) = (indicator.reporting(), indicator.rows.len());
        let share =
            indicator.total.as_ref().and_then(|total| total.percent_of_reporting.zip(total.planned_of_reporting));
        let share = share.map(|(percent, planned)| {
            let decimals = indicator.total.as_ref().map_or(0, |total| total.decimals);
            let (percent, planned) = (self.figures.percent(percent), printed(planned, decimals));
            format!(", đạt {percent} kế hoạch của các {} có báo cáo ({planned})", self.locality.village)
        });
        let words = format!("{reporting}/{all} {} có báo cáo", self.locality.village) + &share.unwrap_or_default();
        Some(format!("{words}; chưa báo cáo: {}", silent.join(", ")))
    }
}

/// What the ranks go by where it is not the share of the plan.
fn ranked_by_distance(indicator: &VillageFigures) -> Option<String> {
    let is_ranked = indicator.rows.iter().any(|row| row.rank.is_some());
    let is_by_distance = indicator.direction == Direction::Lower || indicator.figure_type == FigureType::Rate;
    (is_ranked && is_by_distance).then(|| "xếp hạng theo mức chênh lệch so với kế hoạch".to_owned())
}

/// The villages without a plan, which the sum of plans does not include.
fn of_planless(indicator: &VillageFigures) -> Option<String> {
    indicator.total.as_ref()?.planned?;
    let has_plan = |row: &&VillageFigure| row.comparison.plan.as_ref().is_some_and(|(plan, _)| plan.amount().is_some());
    let without = indicator.rows.iter().filter(|row| !has_plan(row));
    let without: Vec<String> = without.map(|row| small(&row.row.village)).collect();
    (!without.is_empty()).then(|| format!("tổng kế hoạch chưa gồm {}", without.join(", ")))
}

/// A village's name in a sentence.
fn small(village: &str) -> String {
    forms_of_address::in_a_sentence(village)
}

/// The villages whose figures are sums of merged villages.
fn of_merged(indicator: &VillageFigures) -> Option<String> {
    let merged = indicator.rows.iter().filter(|row| !row.row.summed.is_empty());
    let merged: Vec<String> = merged
        .map(|row| {
            format!(
                "{} ({})",
                small(&row.row.village),
                row.row.summed.iter().map(|name| small(name)).collect::<Vec<_>>().join(", ")
            )
        })
        .collect();
    (!merged.is_empty()).then(|| format!("gồm số liệu của các nơi trước khi sáp nhập: {}", merged.join(", ")))
}
