//! The figures of villages: those of each village for an indicator, its rank, and the total of all.
//!
//! Owns their ids and cells; a sum refers to the villages' own cells.

use std::collections::BTreeSet;

use super::indicators::{Ids, Of};
use super::{Figure, Figures};
use crate::diag::Place;
use crate::dossier::figures::{VillageFigure, VillageFigures, VillageTotal};

/// Separates a village from its indicator.
const BETWEEN: &str = " / ";

const IDS: Ids = Ids {
    planned: "village.planned",
    planned_year: "village.planned_year",
    actual: "village.actual",
    cumulative: "village.cumulative",
    percent: "village.percent",
    gap: "village.gap",
    same_period: "village.same_period",
    change: "village.change",
    change_percent: "village.change_percent",
};

pub(super) fn add(figures: &Figures, list: &mut Vec<Figure>) {
    for villages in figures.villages.iter() {
        for village in &villages.rows {
            add_village(figures, villages, village, list);
        }
        add_counts(villages, list);
        if let Some(total) = &villages.total {
            add_total(figures, villages, total, list);
        }
    }
}

fn add_village(figures: &Figures, villages: &VillageFigures, village: &VillageFigure, list: &mut Vec<Figure>) {
    let scope = [village.row.village.as_str(), villages.name.as_str()].join(BETWEEN);
    let of = Of {
        scope: &scope,
        measure: villages.measure.as_deref().unwrap_or_default(),
        figures: &village.row.measurement,
        comparison: &village.comparison,
        decimals: figures.percent_decimals,
        has_past: villages.has_past(),
    };
    let before = list.len();
    of.add(&IDS, list);
    // The figures of a merged village also refer to the cells of its predecessors.
    for figure in list[before..].iter_mut().filter(|figure| !figure.cells.is_empty()) {
        let further: Vec<&Place> = match figure.id {
            "village.planned" => village.row.summed_plans().collect(),
            "village.actual" => village.row.summed_actuals().collect(),
            "village.percent" | "village.gap" => {
                village.row.summed_plans().chain(village.row.summed_actuals()).collect()
            }
            _ => Vec::new(),
        };
        let further: Vec<Place> = further.into_iter().filter(|at| !figure.cells.contains(at)).cloned().collect();
        figure.cells.extend(further);
    }
    let rank = Figure::new("village.rank", Some(&scope), "");
    let measured = village.comparison.measured.as_ref().map(|amount| &amount.at);
    let plan = village.comparison.plan.as_ref().map(|(target, _)| target.at());
    list.push(match village.rank {
        Some(place) => rank.by("village.rank").count(place as usize).cells(measured.into_iter().chain(plan)),
        None => rank,
    });
}

fn add_counts(villages: &VillageFigures, list: &mut Vec<Figure>) {
    let count = |id| Figure::new(id, Some(&villages.name), "thôn").by("count");
    let reporting = villages.rows.iter().filter(|village| village.comparison.actual.is_some());
    list.push(count("villages.total").count(villages.rows.len()).cells(villages.rows.iter().map(|row| &row.row.at)));
    list.push(count("villages.reporting").count(villages.reporting()).cells(reporting.map(|row| &row.row.at)));
}

fn add_total(figures: &Figures, villages: &VillageFigures, total: &VillageTotal, list: &mut Vec<Figure>) {
    let measure = villages.measure.as_deref().unwrap_or_default();
    let (all, reporting) = (plans(villages, |_| true), plans(villages, |village| village.comparison.actual.is_some()));
    let reached = reached(villages);
    let amounts = [
        ("villages.planned", total.planned, &all),
        ("villages.actual", total.actual, &reached),
        ("villages.planned_of_reporting", total.planned_of_reporting, &reporting),
    ];
    for (id, amount, cells) in amounts {
        let figure = Figure::new(id, Some(&villages.name), measure);
        list.push(match amount {
            Some(amount) => figure.by("total").value(amount, total.decimals).cells(cells.iter().copied()),
            None => figure,
        });
    }
    let shares = [
        ("villages.percent", total.percent, total.planned, &all),
        ("villages.percent_of_reporting", total.percent_of_reporting, total.planned_of_reporting, &reporting),
    ];
    for (id, percent, whole, cells) in shares {
        let figure = Figure::new(id, Some(&villages.name), "%");
        let (Some(percent), Some(whole), Some(part)) = (percent, whole, total.actual) else {
            list.push(figure);
            continue;
        };
        let printed = |amount| super::printed(amount, total.decimals);
        let figure = figure.by("share").percent(Some(percent), figures.percent_decimals);
        let figure = figure.term("actual", printed(part)).term("planned", printed(whole));
        list.push(figure.cells(reached.iter().chain(cells).copied()));
    }
}

/// The cells of the plans of these villages, including those of their predecessors.
fn plans(villages: &VillageFigures, is_counted: fn(&VillageFigure) -> bool) -> Vec<&Place> {
    let counted = villages.rows.iter().filter(|village| is_counted(village));
    // A range can't be summed.
    let plans = counted.filter_map(|village| Some((village, village.comparison.plan.as_ref()?.0.amount()?)));
    once(plans.flat_map(|(village, own)| [&own.at].into_iter().chain(village.row.summed_plans())))
}

/// The cells of what was reached, including those of predecessors.
fn reached(villages: &VillageFigures) -> Vec<&Place> {
    let cells = villages.rows.iter().filter(|village| village.comparison.actual.is_some()).flat_map(|village| {
        let own = village.comparison.actual.as_ref().map(|amount| &amount.at);
        own.into_iter().chain(village.row.summed_actuals())
    });
    once(cells)
}

fn once<'a>(cells: impl Iterator<Item = &'a Place>) -> Vec<&'a Place> {
    let mut seen = BTreeSet::new();
    cells.filter(|cell| seen.insert(*cell)).collect()
}
