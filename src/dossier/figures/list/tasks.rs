//! The figures of tasks: counts and rates of the whole and of each unit, days of each task.
//!
//! Owns which cells a count is made from: the task's own, that of its deadline where timeliness matters, those of its
//! reports.

use std::collections::BTreeSet;

use super::{Figure, Figures};
use crate::diag::Place;
use crate::dossier::Assignment;
use crate::dossier::figures::{Class, Count, Progress, Rate, Tally};

/// What tasks are counted in.
const TASKS: &str = "nhiệm vụ";
/// What days are counted in.
const DAYS: &str = "ngày";

pub(super) fn add(figures: &Figures, list: &mut Vec<Figure>) {
    if figures.assignments.is_empty() {
        return;
    }
    let all: Vec<usize> = (0..figures.assignments.len()).collect();
    add_scope(figures, None, &figures.whole, &all, list);
    for unit in &figures.units {
        let Some(name) = &unit.name else { continue };
        add_scope(figures, Some(name), &unit.tally, &unit.tasks, list);
        let rank = Figure::new("unit.rank", Some(name), "");
        let rates = Rate::ALL.map(|rate| unit.tally.rate(rate).map(|percent| figures.percent(percent)));
        let [done, on_time] = rates.map(|rate| rate.unwrap_or_else(|| super::NO_BASE.to_owned()));
        let rank = match unit.rank {
            Some(place) => {
                let rank = rank.by("unit.rank").count(place as usize).term("done", done).term("on_time", on_time);
                rank.cells(&cells(figures, Count::Total, &unit.tasks))
            }
            None => rank,
        };
        list.push(rank);
    }
    let tasks = figures.tasks().filter(|(_, progress)| progress.class != Class::Cancelled);
    for (task, progress) in tasks {
        add_days(figures, task, progress, list);
    }
}

fn add_scope(figures: &Figures, scope: Option<&str>, tally: &Tally, tasks: &[usize], list: &mut Vec<Figure>) {
    for count in Count::ALL {
        let figure = Figure::new(count.id(), scope, TASKS).by(count.id()).count(tally.count(count) as usize);
        list.push(figure.cells(&cells(figures, count, tasks)));
    }
    for rate in Rate::ALL {
        let (part, whole) = tally.parts(rate);
        let figure =
            Figure::new(rate.id(), scope, "%").by(rate.id()).percent(tally.rate(rate), figures.percent_decimals);
        // Where nothing was reported, the formula counts nothing as done; but documents print "not reported" for such a
        // unit.
        let is_not_reported = rate == Rate::Done && tally.has_no_reports();
        let figure = if is_not_reported { figure.words(super::NOT_REPORTED) } else { figure };
        let figure = match rate {
            Rate::Done => figure
                .term("done", part.to_string())
                .term("total", tally.count(Count::Total).to_string())
                .term("standing", tally.count(Count::Standing).to_string()),
            Rate::OnTime => figure.term("on_time", part.to_string()).term("late", (whole - part).to_string()),
        };
        let counted = match rate {
            Rate::Done => Count::Total,
            Rate::OnTime => Count::Done,
        };
        list.push(figure.cells(&cells(figures, counted, tasks)));
    }
}

/// The cells behind a count, each once, in the order of the tasks.
fn cells(figures: &Figures, count: Count, tasks: &[usize]) -> Vec<Place> {
    let mut seen = BTreeSet::new();
    let mut cells = Vec::new();
    let mut add = |place: &Place| {
        if seen.insert(place.clone()) {
            cells.push(place.clone());
        }
    };
    for &index in tasks {
        let (task, progress) = (&figures.assignments[index], &figures.progress[index]);
        if !count.includes(progress) {
            continue;
        }
        add(&task.at);
        if count == Count::Total {
            continue;
        }
        let is_judged_by_day = !matches!(count, Count::Done | Count::Cancelled | Count::NotReported);
        if is_judged_by_day && let Some(at) = due_at(task) {
            add(at);
        }
        for report in progress.reports(&figures.completions) {
            add(&report.state_at);
            if matches!(count, Count::DoneOnTime | Count::DoneLate) {
                add(&report.completed_at);
            }
        }
    }
    cells
}

/// The cell of the original deadline; `None` where the task has none.
fn due_at(task: &Assignment) -> Option<&Place> {
    let original = task.original_deadline.as_ref().map(|day| &day.at);
    original.or_else(|| task.deadline.as_ref().map(|_| &task.deadline_at))
}

fn add_days(figures: &Figures, task: &Assignment, progress: &Progress, list: &mut Vec<Figure>) {
    let scope = task.label();
    let days = [
        ("task.days_late", progress.days_late(figures.as_of), due_at(task)),
        (
            "task.days_late_extended",
            progress.days_late_extended(figures.as_of),
            task.new_deadline.as_ref().map(|day| &day.at),
        ),
        ("task.days_left", progress.days_left(figures.as_of), due_at(task)),
    ];
    for (id, days, limit_at) in days {
        let Some(days) = days.and_then(|days| usize::try_from(days).ok()) else { continue };
        let is_done = progress.class == Class::DoneLate;
        let done_at = progress.reports(&figures.completions).map(|report| &report.completed_at).filter(|_| is_done);
        let figure = Figure::new(id, Some(&scope), DAYS).by(id).count(days);
        list.push(figure.cells(limit_at.into_iter().chain(done_at)));
    }
}

impl Assignment {
    /// Its name in a list: its code, or else the cell of its content.
    #[must_use]
    pub fn label(&self) -> String {
        self.id.as_ref().map_or_else(|| self.content_at.cell_name(), |id| id.value.clone())
    }
}
