//! The figures of merged villages, summed for their successors.
//!
//! Owns when a sum replaces a village's own figure: where it has none, and each of its predecessors has one. Rates are
//! never summed. Must not know how villages were merged: `successors` does. It returns the rows of the current
//! villages.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{IndicatorKey, VillageIndicator};
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::dossier::amounts::Amount;
use crate::dossier::measurement::{Base, FigureType, Measurement, Target};
use crate::dossier::register::Register;
use crate::dossier::successors::Successors;

/// A row of a merged village, and the share of it that went to the successor.
type Part = (VillageIndicator, Decimal);

/// The rows of the current villages, in order; a village without a row of its own comes where its first predecessor
/// was.
pub(super) fn sum_predecessors(
    rows: Vec<VillageIndicator>,
    successors: &Successors,
    register: &Register,
    out: &mut Diagnostics,
) -> Vec<VillageIndicator> {
    let mut parts: BTreeMap<(String, IndicatorKey), Vec<Part>> = BTreeMap::new();
    let mut current: Vec<VillageIndicator> = Vec::new();
    for row in rows {
        let successors_of_row = successors.of_name(&row.village, register);
        if successors_of_row.is_empty() {
            current.push(row);
            continue;
        }
        for successor in successors_of_row {
            let key = (successor.village, row.indicator_key());
            parts.entry(key).or_default().push((row.clone(), successor.share));
        }
    }
    for ((village, indicator), parts) in parts {
        let own = current.iter().position(|row| row.village == village && row.indicator_key() == indicator);
        let index = own.unwrap_or_else(|| {
            current.push(without_figures(&parts[0].0, &village));
            current.len() - 1
        });
        let is_whole = parts.len() == successors.joined_into(&village);
        fill(&mut current[index], &parts, is_whole, out);
    }
    current
}

fn without_figures(part: &VillageIndicator, village: &str) -> VillageIndicator {
    let Measurement { direction, figure_type, .. } = part.measurement;
    let measurement = Measurement { direction, figure_type, ..Measurement::default() };
    VillageIndicator { village: village.to_owned(), measurement, ..part.clone() }
}

/// Fills in the sums where the village has no figure of its own.
fn fill(row: &mut VillageIndicator, parts: &[Part], is_whole: bool, out: &mut Diagnostics) {
    let own = &row.measurement;
    let is_lacking = own.planned.is_none() || own.actual.is_none() || own.same_period.is_none();
    if own.figure_type == FigureType::Rate {
        if is_lacking {
            out.report(Diagnostic::warning("HS-077").at(&parts[0].0.at).with("text", &row.village).hint("villages"));
        }
        return;
    }
    if !is_whole || !is_lacking {
        return;
    }
    let sum = |of: fn(&Measurement) -> Option<&Amount>| {
        let scaled = parts.iter().map(|(part, share)| scaled(of(&part.measurement)?, *share));
        Base::sum(scaled.collect::<Option<Vec<Amount>>>()?)
    };
    let planned = sum(|figures| figures.planned.as_ref().and_then(Target::amount));
    let actual = sum(|figures| figures.actual.as_ref());
    let same_period = sum(|figures| figures.same_period.as_ref().map(|base| &base.amount));
    let own = &mut row.measurement;
    let mut used: Vec<(Field, Place)> = Vec::new();
    let mut note_cells = |field: Field, summands: &[Amount]| {
        used.extend(summands.iter().map(|amount| (field, amount.at.clone())));
    };
    if own.planned.is_none()
        && !own.is_unread(Field::Planned)
        && let Some(sum) = planned
    {
        note_cells(Field::Planned, &sum.summands);
        own.planned = Some(Target::Amount(sum.amount));
    }
    if own.actual.is_none()
        && !own.is_unread(Field::Actual)
        && let Some(sum) = actual
    {
        note_cells(Field::Actual, &sum.summands);
        own.actual = Some(sum.amount);
    }
    if own.same_period.is_none()
        && !own.is_unread(Field::SamePeriod)
        && let Some(sum) = same_period
    {
        note_cells(Field::SamePeriod, &sum.summands);
        own.same_period = Some(sum);
    }
    if !used.is_empty() {
        row.summed = parts.iter().map(|(part, _)| part.village.clone()).collect();
        row.summed_at = used;
    }
}

fn scaled(amount: &Amount, share: Decimal) -> Option<Amount> {
    let value = amount.value.checked_mul(share)?;
    let decimals = if share == Decimal::ONE { amount.decimals } else { value.normalize().scale() };
    Some(Amount { value, decimals, at: amount.at.clone() })
}
