//! The sheet Kết quả: what became of the tasks, as the units reported it.
//!
//! Owns reading states, percentages and days of completion. Must not know deadlines: timeliness is always computed.
//! Figures are made from it, and `check` shows it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amounts;
use super::cells;
use super::register::Register;
use super::short_name::shortened;
use super::task_index::Tasks;
use crate::contract::{Field, SheetKind, dictionary};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Located, Record, Records};
use crate::vietnamese::fold;

/// A reported result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The cell of its content, or of its row.
    pub at: Place,
    /// Number of its row, 1-based.
    pub row: u32,
    /// Mã of the task.
    pub id: Option<Located<String>>,
    /// The task, as the row has it; `None` where the cell is blank.
    pub content: Option<String>,
    /// Who reports: the unit's name in the register.
    pub unit: Option<String>,
    /// What became of the task.
    pub state: State,
    /// The state as typed; `None` where the cell is blank.
    pub state_text: Option<String>,
    /// How much of it is done, in hundredths of the whole: 85 for 85 %; `None` where it can't be read.
    pub percent: Option<Decimal>,
    /// The day it was completed.
    pub completed_on: Option<NaiveDate>,
    /// The planned figure, in a table of results that has one: a plain decimal, or the text where it is no figure.
    pub target: Option<String>,
    /// What was reached: words, or a figure as a plain decimal.
    pub outcome: Option<String>,
    /// Khó khăn, vướng mắc, as typed.
    pub obstacles: Option<String>,
    /// Nguyên nhân, as typed.
    pub cause: Option<String>,
    /// Đề xuất, kiến nghị, as typed.
    pub proposal: Option<String>,
    /// Chuyển kỳ sau: whether the task goes on; `None` where the cell is blank or can't be understood.
    pub goes_on: Option<bool>,
    /// The cell of its state, blank or not; its row where there is no such column.
    pub state_at: Place,
    /// The cell of its percentage, as for the state.
    pub percent_at: Place,
    /// The cell of its day of completion, as for the state.
    pub completed_at: Place,
    /// Whether that cell is filled.
    pub day_cell: DayCell,
}

/// What the cell of a day holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCell {
    /// The table has no column for it.
    Absent,
    /// Nothing.
    Blank,
    /// A day, or a text that is no day and was reported.
    Filled,
}

impl DayCell {
    fn of(row: &Record, field: Field) -> Self {
        match row.cell(field) {
            Some(_) => Self::Filled,
            None if row.columns.contains_key(&field) => Self::Blank,
            None => Self::Absent,
        }
    }
}

/// What became of a task, as its cell says: the states of the dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Chưa thực hiện.
    NotStarted,
    /// Đang thực hiện.
    InProgress,
    /// Chờ phê duyệt.
    AwaitingApproval,
    /// Hoàn thành.
    Done,
    /// Thường xuyên.
    Standing,
    /// Không hoàn thành.
    NotDone,
    /// Tạm dừng.
    Paused,
    /// Chuyển kỳ sau.
    Carried,
    /// Hủy.
    Cancelled,
    /// Chưa báo cáo; also a blank cell.
    NotReported,
    /// Chưa đến hạn.
    NotDue,
    /// A wording that is not understood, or a table without this column.
    Unknown,
}

impl State {
    /// Every state that has words, with its id in the dictionary and its id in the JSON.
    const NAMES: [(Self, &'static str, &'static str); 11] = [
        (Self::NotStarted, "chua_thuc_hien", "not_started"),
        (Self::InProgress, "dang_thuc_hien", "in_progress"),
        (Self::AwaitingApproval, "cho_duyet", "awaiting_approval"),
        (Self::Done, "hoan_thanh", "done"),
        (Self::Standing, "thuong_xuyen", "standing"),
        (Self::NotDone, "khong_hoan_thanh", "not_done"),
        (Self::Paused, "tam_dung", "paused"),
        (Self::Carried, "chuyen_ky", "carried"),
        (Self::Cancelled, "huy", "cancelled"),
        (Self::NotReported, "chua_bao_cao", "not_reported"),
        (Self::NotDue, "chua_den_han", "not_due"),
    ];

    /// The stable id for scripts (`completions.state` in the JSON of `check`).
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::NAMES.into_iter().find(|(state, _, _)| *state == self).map_or("unknown", |(_, _, id)| id)
    }

    /// The state that a wording names; `None` for a wording that is not in the dictionary.
    ///
    /// A wording of timeliness shows whether the task is done. Whether it is late is computed, never read.
    fn parse(text: &str) -> Option<Self> {
        known_state(&fold::key(text))
    }

    fn of_dictionary(id: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(_, known, _)| *known == id).map(|(state, _, _)| state)
    }

    /// The state within a wording of timeliness ("Đang thực hiện quá hạn"): by its first words, or else in progress or
    /// done.
    fn behind_timeliness(id: &str, key: &str) -> Self {
        const DONE: [&str; 3] = ["truoc_han", "dung_han", "tre_han"];
        let begins = |beginning: &str| key.starts_with(beginning);
        if DONE.contains(&id) || begins("da hoan thanh") {
            Self::Done
        } else if begins("chua thuc hien") {
            Self::NotStarted
        } else if begins("cho xac nhan") {
            Self::AwaitingApproval
        } else {
            Self::InProgress
        }
    }
}

/// The state that a folded wording of a state or a timeliness means. A word in both lists is taken as a state.
fn known_state(key: &str) -> Option<State> {
    let dictionary = dictionary();
    let state = dictionary
        .state_of_key(key)
        .map(|id| State::of_dictionary(id).expect("every state of the dictionary is one of ours"));
    state.or_else(|| dictionary.timeliness_of_key(key).map(|id| State::behind_timeliness(id, key)))
}

/// Parses the sheet. What is wrong in a row is reported; the row is kept with all that was understood of it.
pub(super) fn check(
    records: &Records,
    tasks: &Tasks,
    register: &mut Register,
    out: &mut Diagnostics,
) -> Vec<Completion> {
    let rows = records.rows(SheetKind::Completions).iter();
    let read: Vec<Completion> = rows.map(|row| completion(row, register, out)).collect();
    latest(read, tasks, out)
}

fn completion(row: &Record, register: &mut Register, out: &mut Diagnostics) -> Completion {
    let figure_or_text = |field| row.cell(field).map(amounts::plain_or_text);
    let target = figure_or_text(Field::Planned).or_else(|| figure_or_text(Field::PlannedYear));
    // Where a figure is planned, what was reached is a figure too; otherwise it is in words.
    let outcome = if target.is_some() { figure_or_text(Field::Outcome) } else { cells::line(row, Field::Outcome) };
    let unit = row.text(Field::Unit).map(|cell| Located { value: fold::exact(&cell.value), at: cell.at });
    let state_text = cells::line(row, Field::State);
    Completion {
        at: row.place_of(Field::Content),
        row: row.row,
        id: row.text(Field::Code),
        content: cells::line(row, Field::Content),
        unit: unit.map(|name| register.resolve(&name, out).map_or(name.value, |unit| unit.name)),
        state: state(row, out),
        state_text,
        percent: amounts::percent(row, Field::Percent, out),
        completed_on: cells::known_day(row, Field::CompletedOn, out),
        target,
        outcome: outcome.or_else(|| figure_or_text(Field::Actual)),
        obstacles: cells::line(row, Field::Obstacles),
        cause: cells::line(row, Field::Cause),
        proposal: cells::line(row, Field::Proposal),
        goes_on: goes_on(row, out),
        state_at: row.place_of(Field::State),
        percent_at: row.place_of(Field::Percent),
        completed_at: row.place_of(Field::CompletedOn),
        day_cell: DayCell::of(row, Field::CompletedOn),
    }
}

/// Chuyển kỳ sau, by the dictionary's words for yes and no; any other word is a warning.
fn goes_on(row: &Record, out: &mut Diagnostics) -> Option<bool> {
    let cell = row.text(Field::CarriedOver)?;
    if dictionary().is_yes(&cell.value) {
        return Some(true);
    }
    if dictionary().is_no(&cell.value) {
        return Some(false);
    }
    out.report(Diagnostic::warning("HS-084").at(&cell.at).with("text", &cell.value));
    None
}

/// The state of a row: a blank cell means "not reported"; a table without the column has no known states.
fn state(row: &Record, out: &mut Diagnostics) -> State {
    let Some(cell) = row.text(Field::State) else {
        let has_column = row.columns.contains_key(&Field::State);
        return if has_column { State::NotReported } else { State::Unknown };
    };
    State::parse(&cell.value).unwrap_or_else(|| {
        let states = dictionary().states().iter();
        let known = states.flat_map(|state| state.words.iter().chain([&state.label])).copied();
        let nearest = certain(&cell.value, &known.collect::<Vec<_>>());
        out.report(Diagnostic::error("HS-050").at(&cell.at).with("text", &cell.value).nearest(nearest));
        State::Unknown
    })
}

/// The wording that was meant, where it is one typing error away; `None` wherever two states may be meant. A clerk who
/// followed a wrong guess would report as done what is not.
fn certain<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let typed_key = fold::key(typed);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let nearest = fold::typo_of(typed, known.iter().copied())?;
    let near = fold::key(nearest);
    let words: Vec<(&str, &str)> = typed_key.split(' ').zip(near.split(' ')).collect();
    let is_typo = fold::letters_apart(&typed_key, &near) <= 1
        && typed_key.split(' ').count() == near.split(' ').count()
        && digits(&typed_key) == digits(&near)
        // In a word as short as "Đg", one letter is half of it.
        && words.iter().all(|(typed, known)| typed == known || typed.chars().count() > 2);
    let meant = State::parse(nearest);
    let is_near = |word: &&str| fold::letters_apart(&typed_key, &fold::key(word)) <= 2;
    let has_rival = known.iter().filter(|word| is_near(word)).any(|word| State::parse(word) != meant);
    (is_typo && !has_rival).then_some(nearest)
}

/// One result for a task and a unit: a row of a later file replaces it; two in one file are a mistake.
///
/// In a table without codes the content names the task: rows with the same content are of one task where Nhiệm vụ has
/// it.
fn latest(read: Vec<Completion>, tasks: &Tasks, out: &mut Diagnostics) -> Vec<Completion> {
    let mut results: Vec<Option<Completion>> = Vec::new();
    let mut places: BTreeMap<(ReportedTask, Option<String>), usize> = BTreeMap::new();
    for completion in read {
        let task = match (completion.task_in(tasks), &completion.id) {
            (Some(task), _) => ReportedTask::Task(task),
            (None, Some(id)) => ReportedTask::Code(fold::exact(&id.value)),
            (None, None) => {
                results.push(Some(completion));
                continue;
            }
        };
        let before = places.insert((task, completion.unit.clone()), results.len());
        if let Some(index) = before
            && let Some(first) = &results[index]
        {
            let is_later_file = first.at.file != completion.at.file;
            let message = if is_later_file { Diagnostic::note("HS-053") } else { Diagnostic::error("HS-054") };
            out.report(
                message.at(completion.named_at()).also_at(first.named_at()).with("id", completion.task_short_name()),
            );
            if is_later_file {
                results[index] = None;
            }
        }
        results.push(Some(completion));
    }
    results.into_iter().flatten().collect()
}

/// The task that a row reports on.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum ReportedTask {
    /// A task of Nhiệm vụ: its index there, 0-based.
    Task(usize),
    /// A code that Nhiệm vụ does not have.
    Code(String),
}

impl Completion {
    /// The cell that names its task: that of the code, or else of the content.
    fn named_at(&self) -> &Place {
        self.id.as_ref().map_or(&self.at, |id| &id.at)
    }

    /// The task it reports on, found by its code, or by its exact content in a table without codes. Its index among the
    /// tasks, 0-based.
    pub(super) fn task_in(&self, tasks: &Tasks) -> Option<usize> {
        if let Some(id) = &self.id {
            return tasks.of_code(&id.value);
        }
        match tasks.of_content(self.content.as_deref()?) {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// What a message calls its task: the code, or else the content in short.
    fn task_short_name(&self) -> String {
        self.id.as_ref().map_or_else(|| shortened(self.content.as_deref().unwrap_or_default()), |id| id.value.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_as_people_write_them() {
        let check = |text: &str, state: &str| assert_eq!(State::parse(text).map(State::id), Some(state), "{text}");
        check("HT", "done");
        check("đã hoàn thành", "done");
        check("Hoàn thành quá hạn", "done");
        check("ĐANG TRIỂN KHAI", "in_progress");
        check("Đang thực hiện quá hạn", "in_progress");
        check("Chưa thực hiện sắp quá hạn", "not_started");
        check("Chưa hoàn thành", "not_done");
        check("Chưa hoàn thành quá hạn", "in_progress");
        check("Chưa có số liệu", "not_reported");
        check("Huỷ", "cancelled");
        assert_eq!(State::parse("hoàn hành"), None);
    }

    #[test]
    fn a_wording_is_proposed_only_where_no_other_can_be_meant() {
        let states = dictionary().states().iter();
        let known: Vec<&str> = states.flat_map(|state| state.words.iter().copied()).collect();
        let check = |typed: &str, nearest| assert_eq!(certain(typed, &known), nearest, "{typed}");
        check("Hoàn thàng", Some("Hoàn thành"));
        check("Đang thực hiệm", Some("Đang thực hiện"));
        for typed in ["Đg làm", "Hoàn thành 50%", "Chưa xong", "Chưa gửi về", "Không xong", "Hoàn thành 10%", "Tốt"]
        {
            check(typed, None);
        }
    }

    #[test]
    fn wordings_of_a_missing_report_mean_not_reported() {
        for typed in ["Chưa có BC", "chưa BC", "Chưa có báo cáo", "Chưa gửi BC", "Chưa gửi báo cáo"] {
            assert_eq!(State::parse(typed), Some(State::NotReported), "{typed}");
        }
    }

    #[test]
    fn every_state_of_the_dictionary_is_one_of_ours() {
        let known: Vec<&str> = dictionary().states().iter().map(|state| state.id).collect();
        assert_eq!(known.len(), State::NAMES.len());
        assert!(known.iter().all(|id| State::of_dictionary(id).is_some()), "{known:?}");
    }
}
