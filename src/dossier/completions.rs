//! The sheet Kết quả: what became of the tasks, as the units reported it.
//!
//! Owns reading states, percentages and days of completion. Must not know deadlines: timeliness is always computed.
//! Figures are made from it, and `check` shows it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amounts;
use super::assignments::Assignment;
use super::cells;
use super::days;
use super::list_marks::ListMarks;
use super::nothing;
use super::period::{LikelyYears, Period};
use super::register::Register;
use super::short_name::shortened;
use super::state::{State, certain};
use super::task_index::Tasks;
use crate::contract::{Field, SheetKind, dictionary};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Cell, Located, Record, Records};
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
    /// Whether this state is in progress because something was reported, although the cell is blank or says that
    /// nothing was (HS-140).
    pub is_state_assumed: bool,
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
    /// Chuyển kỳ sau as typed; `None` where the cell is blank.
    pub goes_on_text: Option<String>,
    /// The cell of its unit, blank or not; its row where there is no such column.
    pub unit_at: Place,
    /// The cell of its outcome, as for the unit.
    pub outcome_at: Place,
    /// The cell of its proposal, as for the unit.
    pub proposal_at: Place,
    /// The cell of Chuyển kỳ sau, as for the unit.
    pub carried_at: Place,
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
    fn without_day(row: &Record) -> Self {
        if row.columns.contains_key(&Field::CompletedOn) { Self::Blank } else { Self::Absent }
    }
}

/// Parses the sheet. What is wrong in a row is reported; the row is kept with all that was understood of it.
pub(super) fn check(
    records: &Records,
    (assignments, tasks): (&[Assignment], &Tasks),
    period: Option<&Period>,
    register: &mut Register,
    out: &mut Diagnostics,
) -> Vec<Completion> {
    let rows = records.rows(SheetKind::Completions).iter();
    let mut marks = ListMarks::default();
    let years = period.map(LikelyYears::around);
    let mut read: Vec<Completion> = rows.map(|row| completion(row, years, register, &mut marks, out)).collect();
    for result in &mut read {
        result.take_unit(assignments, tasks);
    }
    marks.report(SheetKind::Completions, out);
    note_evidence(records, out);
    latest(read, tasks, out)
}

fn completion(
    row: &Record,
    years: Option<LikelyYears>,
    register: &mut Register,
    marks: &mut ListMarks,
    out: &mut Diagnostics,
) -> Completion {
    let figure_or_text = |field| row.cell(field).map(amounts::plain_or_text);
    let target = figure_or_text(Field::Planned).or_else(|| figure_or_text(Field::PlannedYear));
    // Where a figure is planned, what was reached is a figure too; otherwise it is in words.
    let outcome = if target.is_some() { figure_or_text(Field::Outcome) } else { marks.words(row, Field::Outcome) };
    let outcome = outcome.filter(|words| !nothing::is_no_outcome(words));
    let unit = row.text(Field::Unit).map(|cell| Located { value: fold::exact(&cell.value), at: cell.at });
    // A dash in the column of days means that there is none.
    let has_day = row.cell(Field::CompletedOn).is_some_and(|cell| !nothing::is_mark(&cell.value.text));
    let mut result = Completion {
        at: row.place_of(Field::Content),
        row: row.row,
        id: row.text(Field::Code),
        content: cells::line(row, Field::Content),
        unit: unit.map(|name| register.resolve(&name, out).map_or(name.value, |unit| unit.name)),
        unit_at: row.place_of(Field::Unit),
        state: state(row, out),
        is_state_assumed: false,
        state_text: cells::line(row, Field::State),
        percent: amounts::percent(row, Field::Percent, out),
        completed_on: if has_day { days::known_day(row, Field::CompletedOn, years, out) } else { None },
        target,
        outcome: outcome.or_else(|| figure_or_text(Field::Actual)),
        obstacles: said(row, Field::Obstacles, marks),
        cause: said(row, Field::Cause, marks),
        proposal: said(row, Field::Proposal, marks),
        goes_on: goes_on(row, out),
        goes_on_text: cells::line(row, Field::CarriedOver),
        outcome_at: row.place_of(Field::Outcome),
        proposal_at: row.place_of(Field::Proposal),
        state_at: row.place_of(Field::State),
        percent_at: row.place_of(Field::Percent),
        completed_at: row.place_of(Field::CompletedOn),
        carried_at: row.place_of(Field::CarriedOver),
        day_cell: if has_day { DayCell::Filled } else { DayCell::without_day(row) },
    };
    if result.state == State::NotReported
        && result.is_reported(cells::line(row, Field::Evidence).is_some_and(|words| !nothing::is_said(&words)))
    {
        result.state = State::InProgress;
        result.is_state_assumed = true;
    }
    result
}

/// HS-197: no document prints Minh chứng, so its cells are told.
fn note_evidence(records: &Records, out: &mut Diagnostics) {
    const LISTED: usize = 20;
    let rows = records.rows(SheetKind::Completions).iter();
    let cells = rows.filter_map(|row| row.cell(Field::Evidence)).filter(|cell| !nothing::is_said(&cell.value.text));
    let cells: Vec<&Located<Cell>> = cells.collect();
    let Some(first) = cells.first() else { return };
    let address = |cell: &&Located<Cell>| cell.at.cell.map(|at| at.to_string());
    let mut listed: Vec<String> = cells.iter().take(LISTED).filter_map(address).collect();
    if cells.len() > LISTED {
        listed.push("…".to_owned());
    }
    let message = Diagnostic::note("HS-197").at(&first.at).with("cells", listed.join(", "));
    out.report(message.with("text", first.value.text.replace('\n', " ")).with("count", cells.len()));
}

/// The words of a cell; `None` where they say that there is nothing.
fn said(row: &Record, field: Field, marks: &mut ListMarks) -> Option<String> {
    let is_said = row.cell(field).is_some_and(|cell| !nothing::is_said(&cell.value.text.replace('\n', " ")));
    if is_said { marks.words(row, field).map(|words| without_label(words, field)) } else { None }
}

/// The words without the heading of their column typed again: «Kiến nghị: cấp thêm máy quét».
fn without_label(words: String, field: Field) -> String {
    let labels: &[&str] = match field {
        Field::Proposal => &["de xuat", "kien nghi", "de xuat kien nghi", "kien nghi de xuat"],
        Field::Cause => &["nguyen nhan"],
        _ => &["kho khan", "vuong mac", "kho khan vuong mac", "ton tai", "han che", "ton tai han che"],
    };
    let label = words.split_once(':').filter(|(label, _)| labels.contains(&fold::key(label).as_str()));
    match label.map(|(_, behind)| behind.trim()).filter(|behind| !behind.is_empty()) {
        Some(behind) => behind.to_owned(),
        None => words,
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
    // Dots are room left to fill in.
    if cell.value.chars().all(|mark| matches!(mark, '.' | '…' | '/' | ' ')) {
        return None;
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
        let message = Diagnostic::error("HS-050").at(&cell.at).with("text", &cell.value);
        out.report(match cells::only_number(&cell.value).filter(|_| nearest.is_none() && cell.value.contains('%')) {
            Some(100) => message.with("state", "Hoàn thành").hint("percent"),
            Some(share) => message.with("state", "Đang thực hiện").with("share", share).hint("share"),
            None => message.nearest(nearest),
        });
        State::Unknown
    })
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
    /// A result that stands in the row of its task is that of the unit in the lead.
    fn take_unit(&mut self, assignments: &[Assignment], tasks: &Tasks) {
        let task = self.task_in(tasks).and_then(|index| assignments.get(index));
        if let Some(task) = task.filter(|task| self.unit.is_none() && task.content_at == self.at)
            && let [lead] = task.lead.as_slice()
            && !lead.is_collective
        {
            self.unit = Some(lead.unit.clone());
        }
    }

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

    /// Whether it says what was done, although its state says that nothing was reported. Why nothing was reported may be
    /// said beside such a state, but not beside a blank one.
    fn is_reported(&self, has_evidence: bool) -> bool {
        let is_begun = self.percent.is_some_and(|percent| percent > Decimal::ZERO);
        let has_reasons = self.obstacles.is_some() || self.cause.is_some() || self.proposal.is_some();
        self.outcome.is_some()
            || is_begun
            || has_evidence
            || self.state_text.is_none() && (has_reasons || self.completed_on.is_some())
    }

    /// What a message calls its task: the code, or else the content in short.
    pub(super) fn task_short_name(&self) -> String {
        self.id.as_ref().map_or_else(|| shortened(self.content.as_deref().unwrap_or_default()), |id| id.value.clone())
    }
}
