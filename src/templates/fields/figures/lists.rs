//! The lists in a report's fields: which tasks, units, results and texts are in which list.
//!
//! Owns the content of each list and its order. Must not know the wording of an item: the rows of fields do.

use crate::dossier::figures::{Class, Comparison, Count, Figures, Progress, UnitFigures, Verdict};
use crate::dossier::{Completion, Direction, Indicator};
use crate::templates::fields::row::{FieldContent, GroupOutcomes, Item, ReviewedIndicator, ReviewedTask};
use crate::templates::fields::without_end_mark;
use crate::templates::words::{forms_of_address, review};

/// The units that have a name.
pub(super) fn units(figures: &Figures) -> FieldContent<'_> {
    FieldContent::items(figures.units().iter().filter(|unit| unit.name.is_some()).map(|unit| Item::Unit(unit, figures)))
}

/// The units without any report, worded for a sentence. A unit that reported on a continuous task alone is not among
/// them.
pub(super) fn silent_units(figures: &Figures) -> Vec<String> {
    let has_words = |report: &Completion| report.state_text.is_some() || report.outcome.is_some();
    let has_report = |task: &usize| {
        let (_, progress) = figures.task(*task)?;
        progress.reports(figures.completions()).any(has_words).then_some(())
    };
    let silent = figures
        .units()
        .iter()
        .filter(|unit| unit.tally.has_no_reports() && unit.tasks.iter().find_map(has_report).is_none());
    silent.filter_map(|unit| name_in_a_sentence(unit, figures)).collect()
}

/// The name of a unit in a sentence; `None` for the tasks without a lead.
pub(super) fn name_in_a_sentence(unit: &UnitFigures, figures: &Figures) -> Option<String> {
    let (task, _) = figures.task(*unit.tasks.first()?)?;
    task.lead.first().map(forms_of_address::registered_name)
}

/// The tasks counted for a unit, in order.
pub(super) fn tasks_of_unit<'a>(unit: &'a UnitFigures, figures: &'a Figures) -> FieldContent<'a> {
    let tasks = unit.tasks.iter().filter_map(|&index| figures.task(index));
    FieldContent::items(tasks.map(|(task, progress)| Item::reviewed(task, progress, figures)))
}

/// The units that have done every task in time, worded for a sentence; standing tasks do not count.
pub(super) fn punctual_units(figures: &Figures) -> Vec<String> {
    let is_punctual = |unit: &&UnitFigures| {
        let judged = unit.tally.count(Count::Total) - unit.tally.count(Count::Standing);
        judged > 0 && unit.tally.count(Count::DoneOnTime) == judged
    };
    let units = figures.units().iter().filter(is_punctual);
    units.filter_map(|unit| name_in_a_sentence(unit, figures)).collect()
}

/// The results by group of tasks: the words in the reports on completed tasks; groups without words are left out.
pub(super) fn outcomes(figures: &Figures) -> FieldContent<'_> {
    let mut groups: Vec<GroupOutcomes> = Vec::new();
    for (task, progress) in figures.tasks() {
        let is_done = matches!(progress.class, Class::DoneOnTime | Class::DoneLate | Class::DoneUnjudged);
        if !is_done && progress.class != Class::Standing {
            continue;
        }
        let reviewed = ReviewedTask { task, progress, figures };
        if reviewed.outcomes().is_empty() {
            continue;
        }
        let name = task.group.as_deref();
        let index = groups.iter().position(|group| group.group == name).unwrap_or_else(|| {
            groups.push(GroupOutcomes { group: name, tasks: Vec::new() });
            groups.len() - 1
        });
        groups[index].tasks.push(reviewed);
    }
    FieldContent::items(groups.into_iter().map(Item::Outcomes))
}

impl ReviewedTask<'_> {
    /// The words in the reports on it, each without its end mark.
    pub(super) fn outcomes(&self) -> Vec<String> {
        let words = review::reported(self.figures, (self.task, self.progress), |report| report.outcome.as_ref());
        words.iter().filter_map(|words| without_end_mark(words)).collect()
    }
}

/// The tasks of one class.
pub(super) fn tasks(figures: &Figures, belongs: impl Fn(&Progress) -> bool) -> FieldContent<'_> {
    let tasks = figures.tasks().filter(|(_, progress)| belongs(progress));
    FieldContent::items(tasks.map(|(task, progress)| Item::ReviewedTask(ReviewedTask { task, progress, figures })))
}

/// The tasks whose reports have a text in this column.
pub(super) fn tasks_with(figures: &Figures, column: fn(&Completion) -> Option<&String>) -> FieldContent<'_> {
    let has_words =
        |progress: &Progress| progress.all_reports(figures.completions()).any(|report| column(report).is_some());
    tasks(figures, has_words)
}

/// Why tasks are not done, or were done late. The reasons for a task done in time are left out: they explain no
/// shortcoming.
pub(super) fn causes(figures: &Figures) -> Vec<String> {
    let falls_short = |progress: &Progress| !matches!(progress.class, Class::DoneOnTime | Class::Cancelled);
    reported(figures, falls_short, |report| report.cause.as_ref())
}

/// The texts that the reports of these tasks have in a column, each once, in order.
pub(super) fn reported(
    figures: &Figures,
    belongs: impl Fn(&Progress) -> bool,
    column: fn(&Completion) -> Option<&String>,
) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (task, progress) in figures.tasks().filter(|(_, progress)| belongs(progress)) {
        for words in review::reported(figures, (task, progress), column) {
            if let Some(words) = without_end_mark(&words).filter(|words| !all.contains(words)) {
                all.push(words);
            }
        }
    }
    all
}

/// The indicators that have a name.
pub(super) fn indicators(figures: &Figures) -> FieldContent<'_> {
    FieldContent::items(figures.indicators().filter_map(|(indicator, comparison)| {
        let name = indicator.name.as_deref()?;
        Some(Item::Indicator(ReviewedIndicator { name, indicator, comparison, figures }))
    }))
}

/// The verb for the indicators that are met or better; `None` where none is.
pub(super) fn met_or_exceeded(figures: &Figures) -> Option<&'static str> {
    // A plan that sets an upper limit is met and not exceeded.
    let kept = |verdict: Verdict, is_higher: bool| {
        let is_such = |(known, comparison): (&Indicator, &Comparison)| {
            comparison.verdict == verdict && (known.measurement.direction == Direction::Higher) == is_higher
        };
        figures.indicators().any(is_such)
    };
    let (is_met, is_exceeded) = (kept(Verdict::Met, true), kept(Verdict::Exceeded, true));
    let is_within = kept(Verdict::Met, false) || kept(Verdict::Exceeded, false);
    match (is_met, is_exceeded, is_within) {
        (true, true, _) => Some("đạt và vượt"),
        (true, false, _) => Some("đạt"),
        (false, true, false) => Some("vượt"),
        (false, true, true) => Some("đạt yêu cầu và vượt"),
        (false, false, true) => Some("đạt yêu cầu"),
        (false, false, false) => None,
    }
}

/// Why some indicators are not judged; `None` where all are judged.
pub(super) fn why_unjudged(figures: &Figures) -> Option<String> {
    let unjudged = || figures.indicators().filter(|(_, comparison)| comparison.verdict == Verdict::Unjudged);
    let has_plan = unjudged().any(|(_, comparison)| comparison.plan.is_some());
    let has_none = unjudged().any(|(_, comparison)| comparison.plan.is_none());
    let words = match (has_none, has_plan) {
        (true, true) => "chưa giao kế hoạch hoặc đánh giá vào cuối năm",
        (true, false) => "chưa giao kế hoạch",
        (false, true) => "đánh giá vào cuối năm",
        (false, false) => return None,
    };
    Some(words.to_owned())
}
