//! Tables with one row per task: results, overdue, due soon, carried over.
//!
//! Owns which tasks each has and the content of their cells. Must not judge: classes and days come from the dossier.

use super::super::rows::in_groups;
use super::super::task_cells;
use super::{line, remarks as as_remarks};
use crate::dossier::Assignment;
use crate::dossier::figures::{Figures, Progress, printed};
use crate::draft::{Block, TableRow};
use crate::templates::blocks::Computed;
use crate::templates::blocks::TableRequest;
use crate::templates::blocks::{CellOrigin, PrintedColumn, TableSource};
use crate::templates::fields::without_end_mark;
use crate::templates::words::{deadline, review};
use crate::vietnamese::{date, text};

type ReviewTask<'a> = (&'a Assignment, &'a Progress);

/// The rows, by group where the request says so.
pub(super) fn rows(request: &TableRequest, figures: &Figures) -> Vec<TableRow> {
    let tasks = figures.tasks().filter(|(_, progress)| belongs(request.source, progress, figures));
    let tasks: Vec<ReviewTask> = tasks.collect();
    let mut number = 0;
    let row = |(task, progress): ReviewTask| {
        number += 1;
        let cells = request.columns.iter().map(|column| cell(column, number, task, progress, figures));
        TableRow::Cells(cells.collect())
    };
    if !request.is_grouped {
        return tasks.into_iter().map(row).collect();
    }
    in_groups(grouped(&tasks), row)
}

/// The tasks by group, in order of first appearance; those without a group first.
fn grouped<'a>(tasks: &[ReviewTask<'a>]) -> Vec<(Option<&'a str>, Vec<ReviewTask<'a>>)> {
    let mut groups: Vec<(Option<&str>, Vec<ReviewTask>)> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for task in tasks {
        let name = task.0.group.as_deref();
        let place = *places.entry(name).or_insert_with(|| {
            groups.push((name, Vec::new()));
            groups.len() - 1
        });
        groups[place].1.push(*task);
    }
    groups.sort_by_key(|(name, _)| name.is_some());
    groups
}

fn belongs(source: TableSource, progress: &Progress, figures: &Figures) -> bool {
    match source {
        TableSource::Overdue => progress.is_late_on(figures.as_of()),
        TableSource::DueSoon => progress.due_within.is_some(),
        TableSource::DueInPeriod => progress.is_due_in_period,
        TableSource::Carried => progress.is_carried,
        _ => true,
    }
}

fn cell(
    column: &PrintedColumn,
    number: usize,
    task: &Assignment,
    progress: &Progress,
    figures: &Figures,
) -> Vec<String> {
    let computed = match column.origin {
        CellOrigin::Ordinal => return vec![number.to_string()],
        CellOrigin::Field(field) => return task_cells::cell(task, field),
        CellOrigin::Computed(computed) => computed,
    };
    let day = |day: Option<chrono::NaiveDate>| line(day.map(date::slashed));
    let days = |days: Option<i64>| line(days.map(|days| printed(days.into(), 0)));
    let as_of = figures.as_of();
    let outcome = || review::reported(figures, (task, progress), |report| report.outcome.as_ref());
    let obstacles = || review::reported(figures, (task, progress), |report| report.obstacles.as_ref());
    let cause = || review::reported(figures, (task, progress), |report| report.cause.as_ref());
    match computed {
        Computed::Lead => review::lead(task),
        Computed::Due => line(deadline::judged_by(task).map(|words| text::capitalized(&words))),
        Computed::DueAndExtension => {
            let judged_by = deadline::judged_by(task).map(|words| text::capitalized(&words));
            judged_by.into_iter().chain(deadline::extension(progress)).collect()
        }
        Computed::Extension => line(deadline::extension(progress)),
        Computed::CompletedOn => day(progress.completed_on),
        Computed::State => vec![review::state(progress, figures.completions())],
        Computed::Class | Computed::CarriedAs => {
            [review::standing(progress, figures)].into_iter().chain(review::extended(progress, figures)).collect()
        }
        Computed::ClassAndDay => {
            let standing = review::standing(progress, figures);
            let day = progress.completed_on.map(|day| format!("({})", date::slashed(day)));
            let first = [standing].into_iter().chain(day).collect::<Vec<_>>().join(" ");
            [first].into_iter().chain(review::extended(progress, figures)).collect()
        }
        Computed::DaysLate => days(progress.days_late(as_of)),
        Computed::DaysLateExtended => days(progress.days_late_extended(as_of)),
        Computed::DaysLeft => days(progress.days_left(as_of)),
        Computed::Outcome => outcome().iter().map(|words| text::capitalized(words)).collect(),
        Computed::OutcomeAndObstacles => {
            // Each unit's words have their line; what stood in the way follows the last one.
            let mut lines: Vec<String> = outcome()
                .iter()
                .filter_map(|words| without_end_mark(words))
                .map(|words| text::capitalized(&words))
                .collect();
            for (name, words) in [("Vướng mắc", obstacles()), ("Nguyên nhân", cause())] {
                let words: Vec<String> = words.iter().filter_map(|words| without_end_mark(words)).collect();
                let words = Some(words.join("; ")).filter(|words| !words.is_empty());
                let sentence = words.map(|words| format!("{name}: {words}"));
                match (lines.last_mut(), sentence) {
                    (Some(last), Some(sentence)) => last.extend([". ", &sentence]),
                    (None, sentence) => lines.extend(sentence),
                    (Some(_), None) => {}
                }
            }
            lines
        }
        Computed::Obstacles => obstacles(),
        Computed::Cause => cause(),
        Computed::ObstaclesAndCause => obstacles().into_iter().chain(cause()).collect(),
        Computed::Proposal => review::reported(figures, (task, progress), |report| report.proposal.as_ref()),
        _ => Vec::new(),
    }
}

/// Notes for the reader: the date of the figures, the deadline that counts.
pub(super) fn remarks(request: &TableRequest, figures: &Figures) -> Vec<Block> {
    let day = date::slashed(figures.as_of());
    let words = match request.source {
        TableSource::Overdue => format!("số ngày quá hạn tính đến ngày {day}, theo thời hạn ban đầu."),
        TableSource::DueSoon | TableSource::DueInPeriod => format!("số ngày còn lại tính từ ngày {day}."),
        TableSource::Results => format!("đánh giá theo thời hạn ban đầu; số liệu tính đến ngày {day}."),
        _ => return Vec::new(),
    };
    as_remarks(&[words])
}
