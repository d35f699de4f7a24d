//! What was reported of each task: the rows of Kết quả that speak of it, read together.
//!
//! Owns which of several reports of a task count: the lead's, else everybody's; what villages lead together is done when all have done it. Must not judge by a deadline: `progress` does.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::dossier::assignments::Assignment;
use crate::dossier::body_kind::BodyKind;
use crate::dossier::collective::Collective;
use crate::dossier::completions::{Completion, State};
use crate::dossier::task_index::Tasks;

/// What was reported of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::dossier) struct Answer {
    /// Its state; not reported where no row speaks of it.
    pub(in crate::dossier) state: State,
    /// The day it was done; the last of several.
    pub(in crate::dossier) completed_on: Option<NaiveDate>,
    /// Whether it goes on in the next period, where a report says so.
    pub(in crate::dossier) goes_on: Option<bool>,
    /// The reports that count: places among the completions, 0-based.
    pub(in crate::dossier) results: Vec<usize>,
    /// The villages without which a task that they lead together is not done, in the order of Thôn: all others have
    /// done it.
    pub(in crate::dossier) awaited: Vec<String>,
}

/// The answers to all tasks, and the results that answer none.
#[derive(Clone, Debug, Default)]
pub(in crate::dossier) struct Answers {
    /// One a task, in the order of the tasks.
    pub(in crate::dossier) answers: Vec<Answer>,
    /// Results of tasks that nobody gave: places among the completions.
    pub(in crate::dossier) strays: Vec<usize>,
}

impl Answers {
    /// Finds the task of every result; `villages` are those that went into no other.
    pub(in crate::dossier) fn of(
        assignments: &[Assignment],
        known: &Tasks,
        completions: &[Completion],
        villages: &[&str],
    ) -> Self {
        let mut found: Vec<Vec<usize>> = vec![Vec::new(); assignments.len()];
        let mut strays = Vec::new();
        for (index, completion) in completions.iter().enumerate() {
            match completion.task_in(known) {
                Some(task) => found[task].push(index),
                None => strays.push(index),
            }
        }
        let answers = assignments.iter().zip(found).map(|(task, rows)| answer(task, rows, completions, villages));
        Self { answers: answers.collect(), strays }
    }
}

fn answer(task: &Assignment, rows: Vec<usize>, completions: &[Completion], villages: &[&str]) -> Answer {
    let results = of_lead(task, rows, completions);
    let states: BTreeSet<State> = results.iter().map(|&index| completions[index].state).collect();
    let mut states = states.into_iter();
    let state = match (states.next(), states.next()) {
        (None, _) => State::NotReported,
        (Some(state), None) => state,
        // What one has done and another has not is not done.
        (Some(_), Some(_)) => State::InProgress,
    };
    let awaited = if state == State::Done { awaited(task, &results, completions, villages) } else { Vec::new() };
    let state = if awaited.is_empty() { state } else { State::InProgress };
    let days = results.iter().map(|&index| completions[index].completed_on);
    let days: Option<Vec<NaiveDate>> = days.collect();
    let says = |word: bool| results.iter().any(|&index| completions[index].goes_on == Some(word));
    let goes_on = if says(true) || state == State::Carried { Some(true) } else { says(false).then_some(false) };
    let completed_on = days.and_then(|days| days.into_iter().max());
    Answer { state, completed_on, goes_on, results, awaited }
}

/// Of the reports of a task those that count: the ones that name the lead, else those that name nobody, which are taken
/// for the lead's own, else all. Of a task that many lead together all count.
fn of_lead(task: &Assignment, rows: Vec<usize>, completions: &[Completion]) -> Vec<usize> {
    if task.lead.iter().any(|lead| lead.is_collective) {
        return rows;
    }
    let unit = |index: usize| completions[index].unit.as_deref();
    let named = |index: usize| unit(index).is_some_and(|unit| task.lead.iter().any(|lead| lead.unit == unit));
    let nobody = |index: usize| unit(index).is_none();
    let chosen = |is_chosen: &dyn Fn(usize) -> bool| rows.iter().copied().filter(|&index| is_chosen(index)).collect();
    let choices: [Vec<usize>; 2] = [chosen(&named), chosen(&nobody)];
    choices.into_iter().find(|choice| !choice.is_empty()).unwrap_or(rows)
}

/// The villages that said nothing of a task that they lead together, where others of them did. Nobody is awaited where
/// somebody who is no village speaks for all.
fn awaited(task: &Assignment, results: &[usize], completions: &[Completion], villages: &[&str]) -> Vec<String> {
    let is_led_by_villages = task
        .lead
        .iter()
        .any(|lead| lead.is_collective && Collective::of(&lead.text).covers.contains(&BodyKind::Village));
    let reporting: Option<BTreeSet<&str>> = results.iter().map(|&index| completions[index].unit.as_deref()).collect();
    let is_of_villages = |names: &BTreeSet<&str>| names.iter().all(|name| villages.contains(name));
    let Some(reporting) = reporting.filter(|names| is_led_by_villages && is_of_villages(names)) else {
        return Vec::new();
    };
    let is_named = |village: &&str| task.villages.iter().any(|name| name == village);
    let has_scope = villages.iter().any(&is_named);
    let concerned = villages.iter().filter(|village| !has_scope || is_named(village));
    concerned.filter(|village| !reporting.contains(**village)).map(|village| (*village).to_owned()).collect()
}
