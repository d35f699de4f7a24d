//! Charts: the list of them, and the bars of each.
//!
//! Owns their bars. Must not know how a chart is drawn. Its charts are blocks of the draft.

use rust_decimal::Decimal;

use crate::chart::{Bar, Chart};
use crate::dossier::Register;
use crate::dossier::figures::{Comparison, Figures, Rate, UnitFigures, VillageFigure, VillageFigures};
use crate::templates::blocks::ChartSource;
use crate::templates::words::review;

/// The charts of a source; none where there are no figures for it.
pub(in crate::draft) fn charts(source: ChartSource, figures: &Figures, register: &Register) -> Vec<Chart> {
    match source {
        ChartSource::Units => {
            by_lead(figures, "Tỷ lệ hoàn thành nhiệm vụ theo đơn vị", |unit| !unit.is_village)
        }
        ChartSource::Villages => {
            let title = format!("Tỷ lệ hoàn thành nhiệm vụ theo {}", register.village_word());
            let mut charts = by_lead(figures, &title, |unit| unit.is_village);
            charts.extend(figures.villages().iter().filter_map(|villages| of_indicator(villages, figures)));
            charts
        }
    }
}

/// The rate of completed tasks, one bar per lead.
fn by_lead(figures: &Figures, title: &str, belongs: impl Fn(&UnitFigures) -> bool) -> Vec<Chart> {
    let units = figures.units().iter().filter(|unit| belongs(unit));
    let bar = |unit: &UnitFigures| {
        let rate = unit.tally.rate(Rate::Done).filter(|_| !unit.tally.has_no_reports());
        let text = match rate {
            Some(percent) => {
                let (done, all) = unit.tally.parts(Rate::Done);
                format!("{} ({done}/{all})", figures.percent(percent))
            }
            None if unit.tally.has_no_reports() => review::NOT_REPORTED.to_owned(),
            None => review::NO_BASE.to_owned(),
        };
        Some(Bar { label: unit.name.clone()?, percent: rate, text })
    };
    let bars: Vec<Bar> = units.filter_map(bar).collect();
    if bars.is_empty() { Vec::new() } else { vec![Chart { title: title.to_owned(), bars }] }
}

/// The share of the plan, one bar per village; `None` where shares are meaningless.
fn of_indicator(villages: &VillageFigures, figures: &Figures) -> Option<Chart> {
    villages.rows.iter().find(|village| village.comparison.percent.is_some())?;
    let bar = |village: &VillageFigure| {
        let percent = village.comparison.percent;
        let text = match percent {
            Some(percent) => [figures.percent(percent), of_plan(&village.comparison)].concat(),
            None if village.comparison.actual.is_none() => review::NOT_REPORTED.to_owned(),
            None => review::NO_BASE.to_owned(),
        };
        Bar { label: village.row.village.clone(), percent: percent.map(|percent| percent.max(Decimal::ZERO)), text }
    };
    let title = format!("Thực hiện so với kế hoạch: {}", villages.name);
    Some(Chart { title, bars: villages.rows.iter().map(bar).collect() })
}

/// ` (171/218)`: what was reached, of the plan; nothing where one of them is no amount.
fn of_plan(comparison: &Comparison) -> String {
    let plan = comparison.plan.as_ref().and_then(|(plan, _)| plan.amount());
    match (&comparison.measured, plan) {
        (Some(measured), Some(plan)) => format!(" ({}/{})", measured.printed(), plan.printed()),
        _ => String::new(),
    }
}
