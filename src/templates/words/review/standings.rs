//! How the standing of a task is said.
//!
//! Owns the words of the classes and of the lead's name. Must not judge: the class is the dossier's.

use super::NOT_REPORTED;
use crate::dossier::figures::{Class, Figures, Progress};
use crate::dossier::{Assignment, Completion};
use crate::vietnamese::text;

/// What a task counts as, as a cell says it.
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

/// The state as it was reported; that nobody reported is said.
pub(crate) fn state(progress: &Progress, completions: &[Completion]) -> String {
    let mut states = progress.reports(completions).filter_map(|report| report.state_text.as_deref());
    states.next().map_or_else(|| text::capitalized(NOT_REPORTED), text::capitalized)
}

/// Who leads, as a table has it; empty where nobody does.
pub(crate) fn lead(task: &Assignment) -> Vec<String> {
    let names: Vec<&str> = task.lead.iter().map(|party| party.text.as_str()).collect();
    if names.is_empty() { Vec::new() } else { vec![names.join("; ")] }
}

/// What the reports of a task say in one of their columns, each once, in order.
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
