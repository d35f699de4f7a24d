//! The table of indicators.
//!
//! Owns the content of its cells. The heading says which plan a share refers to; a share of one plan is never in the
//! other's column. Must not compute: the figures come from the dossier.

use super::{line, remarks as as_remarks};
use crate::contract::Field;
use crate::dossier::figures::{Comparison, Figures, PlanOf, Verdict};
use crate::dossier::{Amount, Direction, Indicator, Measurement, Target};
use crate::draft::{Block, TableRow};
use crate::templates::blocks::Computed;
use crate::templates::blocks::TableRequest;
use crate::templates::blocks::{CellOrigin, PrintedColumn};
use crate::templates::words::review;
use crate::vietnamese::capitals;

/// One row per indicator.
pub(super) fn rows(request: &TableRequest, figures: &Figures) -> Vec<TableRow> {
    let row = |(index, (known, comparison)): (usize, (&Indicator, &Comparison))| {
        let cells = request.columns.iter().map(|column| cell(column, index + 1, known, comparison, figures));
        TableRow::Cells(cells.collect())
    };
    figures.indicators().enumerate().map(row).collect()
}

fn cell(
    column: &PrintedColumn,
    number: usize,
    known: &Indicator,
    comparison: &Comparison,
    figures: &Figures,
) -> Vec<String> {
    let computed = match column.origin {
        CellOrigin::Ordinal => return vec![number.to_string()],
        CellOrigin::Field(Field::Code) => return line(known.id.as_ref().map(|id| id.value.clone())),
        CellOrigin::Field(_) => return line(known.note.clone()),
        CellOrigin::Computed(computed) => computed,
    };
    let amount = |amount: Option<&Amount>| line(amount.map(Amount::printed));
    let target = |target: Option<&Target>| line(target.map(Target::printed));
    let of = &known.measurement;
    // In a year the plan of the period is the plan of the year, and stands in one column with it.
    let is_of_a_year = figures.is_of_a_year();
    match computed {
        Computed::Indicator => line(known.name.clone()),
        Computed::Measure => line(known.measure.clone()),
        Computed::YearPlan => target(of.planned_year.as_ref().or(of.planned.as_ref().filter(|_| is_of_a_year))),
        Computed::PeriodPlan => target(of.planned.as_ref().filter(|plan| !is_of_a_year || is_another(plan, of))),
        Computed::PeriodActual => amount(of.actual.as_ref()),
        Computed::CumulativeActual => amount(of.cumulative.as_ref()),
        Computed::AgainstPlan => share(comparison, PlanOf::Period, figures),
        Computed::AgainstYear => share(comparison, PlanOf::Year, figures),
        Computed::SamePeriod => amount(of.same_period.as_ref().map(|base| &base.amount)),
        // Without any figure of a year ago the column stays blank, and blank columns are left out.
        Computed::Change => line(review::change(of, comparison).filter(|_| has_past(figures))),
        Computed::ChangePercent => line(review::change_percent(comparison, figures)),
        Computed::Verdict => {
            let measure = known.measure.as_deref().unwrap_or_default();
            let verdict = review::verdict(of.direction, comparison);
            vec![match review::against_plan(of, comparison, measure) {
                // Met by being lower: the brackets say in which way.
                Some(words) if of.direction == Direction::Lower => format!("{verdict} ({words})"),
                Some(words) => format!("{verdict}; {words}"),
                None => verdict.to_owned(),
            }]
        }
        _ => Vec::new(),
    }
}

/// Whether a plan of the period differs from the plan of the year beside it.
fn is_another(plan: &Target, of: &Measurement) -> bool {
    of.planned_year.as_ref().is_some_and(|year| year.printed() != plan.printed())
}

fn has_past(figures: &Figures) -> bool {
    figures.indicators().any(|(_, comparison)| comparison.base.is_some())
}

fn share(comparison: &Comparison, of: PlanOf, figures: &Figures) -> Vec<String> {
    let is_of_this = comparison.plan.as_ref().is_some_and(|(_, plan)| *plan == of);
    let share = comparison.percent.map(|percent| figures.plain_percent(percent));
    let dash = comparison.has_no_base().then(|| review::NO_BASE.to_owned());
    line(share.or(dash).filter(|_| is_of_this))
}

/// Whether the year's plan can't be judged yet.
fn is_open_until_the_end(comparison: &Comparison) -> bool {
    matches!(comparison.plan, Some((_, PlanOf::Year))) && comparison.verdict == Verdict::Unjudged
}

/// Notes for the reader: sums of predecessors, plans of the year.
pub(super) fn remarks(figures: &Figures) -> Vec<Block> {
    let mut words = Vec::new();
    if figures.indicators().any(|(_, comparison)| is_open_until_the_end(comparison)) {
        words.push(
            "chỉ tiêu chỉ giao kế hoạch năm được so với kế hoạch năm; chưa đạt thì đánh giá vào cuối năm.".to_owned(),
        );
    }
    let summed: Vec<&str> = figures
        .indicators()
        .filter(|(_, comparison)| comparison.base.as_ref().is_some_and(|base| base.summands.len() > 1))
        .filter_map(|(known, _)| known.name.as_deref())
        .collect();
    if !summed.is_empty() {
        let names = summed.iter().map(|name| capitals::in_a_sentence(name)).collect::<Vec<_>>().join(", ");
        words.push(format!("Số {} của {names} là tổng số của các đơn vị trước khi sắp xếp.", review::past(figures)));
    }
    as_remarks(&words)
}
