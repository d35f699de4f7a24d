//! The words for the progress of a task.
//!
//! Owns the words for classes and for the lead. Must not judge: the class comes from the dossier.

use super::NOT_REPORTED;
use crate::dossier::figures::{Class, Figures, Progress};
use crate::dossier::{Assignment, Completion};
use crate::vietnamese::text;

/// The class of a task, for a cell.
pub(crate) fn class(progress: &Progress) -> &'static str {
    match progress.class {
        Class::Cancelled => "Đã hủy",
        Class::Standing => "Thường xuyên",
        Class::DoneOnTime => "Hoàn thành đúng hạn",
        Class::DoneLate => "Hoàn thành trễ hạn",
        Class::DoneUnjudged => "Hoàn thành, chưa rõ hạn",
        Class::NotReported => "Chưa báo cáo",
        Class::NotDone => "Không hoàn thành",
        Class::Overdue => "Quá hạn",
        Class::InProgress if progress.is_due_soon => "Đang thực hiện, sắp đến hạn",
        Class::InProgress => "Đang thực hiện",
    }
}

/// The state as reported, or the words for "not reported".
pub(crate) fn state(progress: &Progress, completions: &[Completion]) -> String {
    let mut states = progress.reports(completions).filter_map(|report| report.state_text.as_deref());
    states.next().map_or_else(|| text::capitalized(NOT_REPORTED), text::capitalized)
}

/// The lead, for a table; empty where there is none.
pub(crate) fn lead(task: &Assignment) -> Vec<String> {
    let names: Vec<&str> = task.lead.iter().map(|party| party.text.as_str()).collect();
    if names.is_empty() { Vec::new() } else { vec![names.join("; ")] }
}

/// The texts that the reports of a task have in one of their columns, each once, in order.
pub(crate) fn reported(
    figures: &Figures,
    progress: &Progress,
    column: fn(&Completion) -> Option<&String>,
) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for words in progress.reports(figures.completions()).filter_map(column) {
        if !kept.contains(words) {
            kept.push(words.clone());
        }
    }
    kept
}
