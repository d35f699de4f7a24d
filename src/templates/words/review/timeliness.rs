//! The words for tasks against their deadlines: late, overdue, still in time, and which of them an extension covers.
//!
//! Owns these words, for one task and for all. Counts go by the original deadline; what an extension covers is said
//! beside. Must not judge: classes and days come from the dossier.

use std::collections::BTreeMap;

use crate::dossier::State;
use crate::dossier::figures::{Class, Figures, Progress, printed};

/// What the tasks done after their original deadline are: `trễ hạn`, and whether an extension covers some or all.
pub(crate) fn done_late(figures: &Figures) -> Option<String> {
    let some = "trễ hạn (kể cả nhiệm vụ trong thời hạn đã được gia hạn)";
    extended(figures, Class::DoneLate, ["trễ hạn", some, "sau thời hạn ban đầu nhưng trong thời hạn đã được gia hạn"])
}

/// What the open tasks past their original deadline are: `quá hạn`, and whether an extension covers some or all.
pub(crate) fn overdue(figures: &Figures) -> Option<String> {
    let some = "quá hạn (kể cả nhiệm vụ còn trong thời hạn đã được gia hạn)";
    let all = "quá thời hạn ban đầu nhưng còn trong thời hạn đã được gia hạn";
    extended(figures, Class::Overdue, ["quá hạn", some, all])
}

/// The words where an extension covers none of the tasks of a class, some, or all; `None` without such tasks.
fn extended(figures: &Figures, class: Class, [none, some, all]: [&str; 3]) -> Option<String> {
    let of_class = || figures.tasks().filter(|(_, progress)| progress.class == class);
    let covered = of_class().filter(|(_, progress)| progress.is_within_extension(figures.as_of())).count();
    let words = match of_class().count() {
        0 => return None,
        _ if covered == 0 => none,
        number if number == covered => all,
        _ => some,
    };
    Some(words.to_owned())
}

/// That extensions change no count, for the table by unit; `None` where they cover no task that is late.
pub(crate) fn covered(figures: &Figures) -> Option<String> {
    let is_covered = |(_, progress): (_, &Progress)| {
        matches!(progress.class, Class::DoneLate | Class::Overdue) && progress.is_within_extension(figures.as_of())
    };
    let words = "Đúng hạn, trễ hạn, quá hạn tính theo thời hạn ban đầu, kể cả nhiệm vụ đã được gia hạn.";
    figures.tasks().any(is_covered).then(|| words.to_owned())
}

/// What the open tasks in time are: `đang thực hiện, còn trong hạn`; where their states differ, all of these.
pub(crate) fn in_time(figures: &Figures) -> Option<String> {
    let states: Vec<&str> = open_states(figures).into_values().collect();
    match states.as_slice() {
        [] => None,
        [only] => Some(format!("{only}, còn trong hạn")),
        _ => Some(format!("còn trong hạn ({})", states.join(", "))),
    }
}

/// The states of open tasks in time on which nobody works at present; `None` without any.
pub(crate) fn resting(figures: &Figures) -> Option<String> {
    let states: Vec<&str> =
        open_states(figures).into_iter().filter(|(place, _)| *place > 0).map(|(_, words)| words).collect();
    (!states.is_empty()).then(|| states.join(", "))
}

/// The states of the open tasks in time, each once, in the order of the report.
fn open_states(figures: &Figures) -> BTreeMap<usize, &'static str> {
    let open = figures.tasks().filter(|(_, progress)| progress.class == Class::InProgress);
    open.map(|(_, progress)| open_state(progress, figures)).collect()
}

/// The state of an open task in words, with its place among them.
fn open_state(progress: &Progress, figures: &Figures) -> (usize, &'static str) {
    match common_state(progress, figures) {
        Some(State::NotStarted) => (1, "chưa thực hiện"),
        Some(State::Paused) => (2, "tạm dừng"),
        Some(State::AwaitingApproval) => (3, "chờ phê duyệt"),
        _ => (0, "đang thực hiện"),
    }
}

/// The state that all reports on a task agree on; `None` where they differ.
pub(super) fn common_state(progress: &Progress, figures: &Figures) -> Option<State> {
    let mut states = progress.reports(figures.completions()).map(|report| report.state);
    states.next().filter(|first| states.all(|state| state == *first))
}

/// A task that is done late, overdue or not reported, in a sentence: `quá hạn 16 ngày`, `hoàn thành trong thời hạn đã
/// được gia hạn (đến ngày 15/11/2025), sau thời hạn ban đầu 6 ngày`.
pub(crate) fn of_task(progress: &Progress, figures: &Figures) -> Option<String> {
    let (late, rest) = match progress.class {
        Class::DoneLate => ("hoàn thành trễ hạn", "hoàn thành"),
        Class::Overdue => ("quá hạn", "chưa hoàn thành"),
        Class::NotReported => ("chưa báo cáo, quá thời hạn", "chưa báo cáo"),
        Class::NotDone => return Some("không hoàn thành".to_owned()),
        _ => return None,
    };
    let days = |days: i64| format!("{} ngày", printed(days.into(), 0));
    let Some(by_original) = progress.days_late(figures.as_of()).map(days) else { return Some(rest.to_owned()) };
    let Some(extended) = progress.extended_to.map(|extended| format!("đến {}", extended.in_a_sentence())) else {
        return Some(format!("{late} {by_original}"));
    };
    Some(match (progress.days_late_extended(figures.as_of()).map(days), progress.class) {
        (Some(by_extended), Class::NotReported) => {
            format!("{late} ban đầu {by_original}, quá thời hạn đã được gia hạn ({extended}) {by_extended}")
        }
        (Some(by_extended), _) => {
            format!(
                "{late} {by_original} so với thời hạn ban đầu, {by_extended} so với thời hạn đã được gia hạn ({extended})"
            )
        }
        (None, Class::DoneLate) => {
            format!("{rest} trong thời hạn đã được gia hạn ({extended}), sau thời hạn ban đầu {by_original}")
        }
        (None, _) => {
            format!("{rest}, còn trong thời hạn đã được gia hạn ({extended}), quá thời hạn ban đầu {by_original}")
        }
    })
}
