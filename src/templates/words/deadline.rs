//! The wording of a deadline: in a cell, in a sentence, where a task is judged.
//!
//! Owns which of a task's deadlines is printed where. Must not know when a task is late: the dossier judges. The words
//! are the clerk's, as kept by the dossier.

use crate::dossier::Assignment;
use crate::dossier::deadline::DeadlineKind;
use crate::dossier::figures::Progress;
use crate::vietnamese::capitals;

/// Thời hạn, in the clerk's words; `None` where it is blank, or says that there is none yet.
pub(crate) fn in_words(task: &Assignment) -> Option<&str> {
    task.deadline.as_ref().filter(|deadline| !deadline.is_left_open()).map(|deadline| deadline.wording.as_str())
}

/// Thời hạn as a part of a sentence: `thời hạn: trước ngày 15/4/2026`. What has no end, or both a start and an end, is
/// no limit: `thực hiện hằng tháng`, `thực hiện từ ngày 01/3 đến ngày 15/3/2026`.
pub(crate) fn as_a_clause(task: &Assignment) -> Option<String> {
    let deadline = task.deadline.as_ref()?;
    let words = in_words(task)?.trim_end_matches(['.', ';', ' ']);
    if words.is_empty() {
        return None;
    }
    let words = capitals::in_a_sentence(words);
    let is_limit = match deadline.kind {
        DeadlineKind::Standing | DeadlineKind::Range => false,
        DeadlineKind::Relative => !words.starts_with("theo "),
        _ => true,
    };
    Some(match words.starts_with("thực hiện") {
        _ if is_limit => format!("thời hạn: {words}"),
        true => words,
        false => format!("thực hiện {words}"),
    })
}

/// The deadline that a task is judged by: Hạn ban đầu where it is filled, else Thời hạn.
pub(crate) fn judged_by(task: &Assignment) -> Option<String> {
    let original = task.original_deadline.as_ref().map(|original| original.value.in_a_cell());
    original.or_else(|| in_words(task).map(str::to_owned))
}

/// The extension, worded so that the original deadline stays valid; `None` without one.
pub(crate) fn extension(progress: &Progress) -> Option<String> {
    progress.extended_to.map(|extended| format!("gia hạn đến {}", extended.in_a_sentence()))
}
