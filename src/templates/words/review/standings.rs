//! The words for the progress of a task.
//!
//! Owns the words for classes and for the lead. Must not judge: the class comes from the dossier.

use std::collections::BTreeMap;

use super::NOT_REPORTED;
use super::timeliness::common_state;
use crate::dossier::figures::{Class, Figures, Progress};
use crate::dossier::{Assignment, Completion, State};
use crate::vietnamese::{capitals, text};

/// The class of a task, for a cell.
pub(crate) fn class(progress: &Progress) -> &'static str {
    match progress.class {
        Class::Cancelled => "Đã hủy",
        Class::Standing => "Thường xuyên",
        Class::DoneOnTime => "Hoàn thành đúng hạn",
        Class::DoneLate => "Hoàn thành trễ hạn",
        Class::DoneUnjudged if progress.completed_on.is_none() => "Hoàn thành (chưa có ngày hoàn thành)",
        Class::DoneUnjudged => "Hoàn thành (không có ngày đến hạn)",
        Class::NotReported => "Chưa báo cáo",
        Class::NotDone => "Không hoàn thành",
        Class::Overdue => "Quá hạn",
        Class::InProgress if progress.due_within == Some(0) => "Đang thực hiện, đến hạn",
        Class::InProgress if progress.due_within.is_some() => "Đang thực hiện, sắp đến hạn",
        Class::InProgress => "Đang thực hiện",
    }
}

/// What a table says below the class of a task that is late by its original deadline alone.
pub(crate) fn extended(progress: &Progress, figures: &Figures) -> Option<String> {
    let is_late = matches!(progress.class, Class::DoneLate | Class::Overdue);
    (is_late && progress.is_within_extension(figures.as_of())).then(|| "nhưng trong hạn gia hạn".to_owned())
}

/// The class of a task in a table: an open task that nobody works on is not printed as in progress.
pub(crate) fn standing(progress: &Progress, figures: &Figures) -> String {
    let words = match common_state(progress, figures) {
        Some(State::NotStarted) => "chưa thực hiện",
        Some(State::Paused) => "tạm dừng",
        Some(State::AwaitingApproval) => "chờ phê duyệt",
        _ => return class(progress).to_owned(),
    };
    match progress.class {
        Class::InProgress if progress.due_within == Some(0) => format!("{}, đến hạn", text::capitalized(words)),
        Class::InProgress if progress.due_within.is_some() => format!("{}, sắp đến hạn", text::capitalized(words)),
        Class::InProgress => text::capitalized(words),
        Class::Overdue => format!("Quá hạn, {words}"),
        _ => class(progress).to_owned(),
    }
}

/// The state as reported, or the words for "not reported".
pub(crate) fn state(progress: &Progress, completions: &[Completion]) -> String {
    let mut states = progress.reports(completions).filter_map(|report| report.state_text.as_deref());
    let in_words = || if progress.class == Class::NotReported { NOT_REPORTED } else { "đang thực hiện" };
    states.next().map_or_else(|| text::capitalized(in_words()), text::capitalized)
}

/// What a task is called where its result follows: the first part of its words, up to a semicolon or a full stop,
/// without the mark. The whole words stand in the annex.
pub(crate) fn name(task: &Assignment) -> String {
    let words = task.paragraphs.first().map_or("", String::as_str);
    let is_end = |(place, mark): (usize, char)| match mark {
        ';' => Some(place),
        '.' if words[place + 1..].starts_with(' ') && !ends_in_an_abbreviation(&words[..place]) => Some(place),
        _ => None,
    };
    let first = words.char_indices().find_map(is_end).map_or(words, |end| &words[..end]);
    first.trim_end_matches(['.', ';', ':', ',', ' ']).to_owned()
}

/// A task and its result in one sentence: `Họp dân: đã họp 12 buổi`. Figures alone, and a result of several parts, say
/// nothing without all that the task is: `Kiện toàn tổ công nghệ số; tập huấn kỹ năng số; kết quả: 09 tổ; 02 lớp`.
pub(crate) fn with_outcome(task: &Assignment, outcome: &str) -> String {
    let is_figures = outcome.starts_with(|first: char| first.is_ascii_digit());
    if !is_figures && !outcome.contains(';') {
        return format!("{}: {}", name(task), capitals::in_a_list(outcome));
    }
    let first = task.paragraphs.first().map_or("", String::as_str);
    let is_short = first.chars().count() <= LONGEST_SENTENCE && !first.trim_end_matches('.').contains(". ");
    let whole = if is_short { first.trim_end_matches(['.', ';', ':', ',', ' ']).to_owned() } else { name(task) };
    format!("{whole}; kết quả: {}", capitals::in_a_list(outcome))
}

/// The most characters of a task that is said whole before its result.
const LONGEST_SENTENCE: usize = 250;

/// Whether a full stop here belongs to an abbreviation («TP. », «v.v. »): it follows one letter, or capitals alone.
fn ends_in_an_abbreviation(before: &str) -> bool {
    let last = before.rsplit([' ', '.']).next().unwrap_or_default();
    last.chars().count() <= 1 || last.chars().all(char::is_uppercase)
}

/// The lead, for a table; empty where there is none.
pub(crate) fn lead(task: &Assignment) -> Vec<String> {
    let names: Vec<&str> = task.lead.iter().map(|party| party.text.as_str()).collect();
    if names.is_empty() { Vec::new() } else { vec![names.join("; ")] }
}

/// The texts that the reports of a task have in one of their columns, in order. Where several units reported, or
/// another than its lead, each text says whose it is; the units that say the same say it together.
pub(crate) fn reported(
    figures: &Figures,
    (task, progress): (&Assignment, &Progress),
    column: fn(&Completion) -> Option<&String>,
) -> Vec<String> {
    let mut said: Vec<(Vec<&str>, &str)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    // A report without a unit is the lead's own, unless the lead sent another.
    let is_lead_silent = progress.reports(figures.completions()).all(|report| report.unit.is_none());
    let lead = only_lead(task).filter(|_| is_lead_silent);
    for report in progress.all_reports(figures.completions()) {
        let Some(words) = column(report).map(|words| words.trim()).filter(|words| !words.is_empty()) else { continue };
        let place = *places.entry(words).or_insert(said.len());
        if place == said.len() {
            said.push((Vec::new(), words));
        }
        said[place].0.extend(report.unit.as_deref().or(lead));
    }
    let reports = progress.results.len() + progress.others.len();
    let is_of_lead = |unit: &&str| task.lead.iter().any(|lead| lead.unit == *unit);
    let needs_names = match said.as_slice() {
        // What all of them say together needs no name.
        [(units, _)] => (units.len() < reports || reports == 1) && !units.iter().all(is_of_lead),
        _ => reports > 1,
    };
    let line = |(units, words): (Vec<&str>, &str)| match units.as_slice() {
        [_, ..] if needs_names => format!("{}: {}", units.join(", "), capitals::in_a_list(words)),
        _ => words.to_owned(),
    };
    said.into_iter().map(line).collect()
}

/// The lead of a task that one unit leads.
fn only_lead(task: &Assignment) -> Option<&str> {
    match task.lead.as_slice() {
        [only] if !only.is_collective => Some(&only.unit),
        _ => None,
    }
}
