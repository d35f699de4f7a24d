//! What was reported of each task: all rows of Kết quả about it, read together.
//!
//! Owns which of several reports of a task count: those of its lead, or else all. A task that the villages lead
//! together is done when all have done it. Must not judge by a deadline: `progress` does.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::dossier::assignments::Assignment;
use crate::dossier::body_kind::BodyKind;
use crate::dossier::collective::Collective;
use crate::dossier::completions::Completion;
use crate::dossier::state::State;
use crate::dossier::task_index::Tasks;

/// What was reported of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::dossier) struct Answer {
    /// Its state; not reported where no row is about it.
    pub(in crate::dossier) state: State,
    /// The day it was done; the latest of several.
    pub(in crate::dossier) completed_on: Option<NaiveDate>,
    /// Whether it goes on in the next period; `None` where no report says so.
    pub(in crate::dossier) goes_on: Option<bool>,
    /// The reports that count: indices into the completions, 0-based.
    pub(in crate::dossier) results: Vec<usize>,
    /// The reports that do not count beside these, but are printed with them: those of units that help.
    pub(in crate::dossier) others: Vec<usize>,
    /// The villages that have not reported a task that they lead together and that all the others have done, in the
    /// order of Thôn.
    pub(in crate::dossier) awaited: Vec<String>,
}

/// The answers to all tasks, and the results that belong to no task.
#[derive(Clone, Debug, Default)]
pub(in crate::dossier) struct TaskAnswers {
    /// One for each task, in the order of the tasks.
    pub(in crate::dossier) answers: Vec<Answer>,
    /// Results of tasks that were never assigned: indices into the completions.
    pub(in crate::dossier) strays: Vec<usize>,
}

impl TaskAnswers {
    /// Finds the task of every result; `villages` are those that were not merged into another.
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
    let results = of_lead(task, &rows, completions);
    let counted: BTreeSet<usize> = results.iter().copied().collect();
    let others = rows.into_iter().filter(|index| !counted.contains(index)).collect();
    let states: BTreeSet<State> = results.iter().map(|&index| completions[index].state).collect();
    let mut states = states.into_iter();
    let state = match (states.next(), states.next()) {
        (None, _) => State::NotReported,
        (Some(state), None) => state,
        // A task that one has done and another has not is not done.
        (Some(_), Some(_)) => State::InProgress,
    };
    let awaited = if state == State::Done { awaited(task, &results, completions, villages) } else { Vec::new() };
    let state = if awaited.is_empty() { state } else { State::InProgress };
    let days = results.iter().map(|&index| completions[index].completed_on);
    let days: Option<Vec<NaiveDate>> = days.collect();
    let is_answered = |word: bool| results.iter().any(|&index| completions[index].goes_on == Some(word));
    let goes_on =
        if is_answered(true) || state == State::Carried { Some(true) } else { is_answered(false).then_some(false) };
    let completed_on = days.and_then(|days| days.into_iter().max());
    Answer { state, completed_on, goes_on, results, others, awaited }
}

/// The reports of a task that count: those that name the lead; or else those without a name, which are taken for the
/// lead's own; or else all. Of a task with a collective lead all reports count.
fn of_lead(task: &Assignment, rows: &[usize], completions: &[Completion]) -> Vec<usize> {
    if task.lead.iter().any(|lead| lead.is_collective) {
        return rows.to_vec();
    }
    let unit = |index: usize| completions[index].unit.as_deref();
    let named = |index: usize| unit(index).is_some_and(|unit| task.lead.iter().any(|lead| lead.unit == unit));
    let nobody = |index: usize| unit(index).is_none();
    let chosen = |is_chosen: &dyn Fn(usize) -> bool| rows.iter().copied().filter(|&index| is_chosen(index)).collect();
    let choices: [Vec<usize>; 2] = [chosen(&named), chosen(&nobody)];
    choices.into_iter().find(|choice| !choice.is_empty()).unwrap_or_else(|| rows.to_vec())
}

/// The villages that reported nothing of a task that they lead together, where others did. None is awaited where a unit
/// that is not a village has reported for all.
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
