//! The tasks by the unit that leads them.
//!
//! Owns the units that lead a task, in the order of the register, their counts and their ranks. A task with several
//! leads is counted for the first, so that the units add up to the whole. Must not print.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::progress::Progress;
use super::ratio::shared_ranks;
use super::tally::{Rate, Tally};
use crate::dossier::register::Register;
use crate::dossier::{Assignment, Party, Relation};

/// The counts of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFigures {
    /// Its name in the register; `None` for the tasks without a lead.
    pub name: Option<String>,
    /// Whether it is a village.
    pub is_village: bool,
    /// Its tasks: indices into the assignments, 0-based, in order.
    pub tasks: Vec<usize>,
    /// Its counts.
    pub tally: Tally,
    /// Whether it is asked to help, or leads the Committee: such a unit is not ranked among those that are assigned tasks.
    pub is_asked: bool,
    /// Its rank by the rate done, then by the rate on time, 1 for the best; `None` where it can't be ranked.
    pub rank: Option<u32>,
}

/// The units that lead a task; the tasks without a lead come last.
pub(super) fn gather(assignments: &[Assignment], progress: &[Progress], register: &Register) -> Vec<UnitFigures> {
    let mut units: Vec<UnitFigures> = Vec::new();
    let mut places: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for (index, (task, progress)) in assignments.iter().zip(progress).enumerate() {
        let lead = task.lead.first();
        let place = *places.entry(lead.map(|lead| lead.unit.as_str())).or_insert_with(|| {
            units.push(UnitFigures {
                name: lead.map(|lead| name_of(lead).to_owned()),
                is_village: false,
                is_asked: lead.is_some_and(|lead| lead.relation != Relation::Assigns),
                tasks: Vec::new(),
                tally: Tally::default(),
                rank: None,
            });
            units.len() - 1
        });
        units[place].tasks.push(index);
        units[place].tally.add(progress);
    }
    let order: BTreeMap<&str, (usize, bool)> = register
        .units()
        .iter()
        .enumerate()
        .map(|(index, unit)| (unit.name.as_str(), (index, unit.is_village)))
        .collect();
    let found = |unit: &UnitFigures| unit.name.as_deref().and_then(|name| order.get(name));
    for unit in &mut units {
        unit.is_village = found(unit).is_some_and(|(_, is_village)| *is_village);
    }
    units.sort_by_key(|unit| (unit.name.is_none(), found(unit).map_or(usize::MAX, |(index, _)| *index)));
    let ranks = shared_ranks(&units.iter().map(rank_key).collect::<Vec<_>>());
    for (unit, rank) in units.iter_mut().zip(ranks) {
        unit.rank = rank;
    }
    units
}

/// A unit is identified by its name in the register, a collective by the words first typed: «Các ấp», «Các thôn» are
/// one.
fn name_of(lead: &Party) -> &str {
    if lead.is_collective { &lead.text } else { &lead.unit }
}

/// What a unit is ranked by. Tasks without a lead, the Front and associations, a unit without reports and one without a
/// task that can be done are not ranked.
fn rank_key(unit: &UnitFigures) -> Option<(Decimal, Option<Decimal>)> {
    let is_ranked = unit.name.is_some() && !unit.is_asked && !unit.tally.has_no_reports();
    let done = unit.tally.rate(Rate::Done).filter(|_| is_ranked)?;
    Some((done, unit.tally.rate(Rate::OnTime)))
}
