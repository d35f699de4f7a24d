//! The sheet Nhiệm vụ: what is to be done, by whom, by when.
//!
//! Owns parsing a task's cells and resolving its units. Must not know the wording of a document. `draft` prints the
//! tasks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Terms;
use super::cells;
use super::days::{self, TimedDay};
use super::deadline::Deadline;
use super::joined_units::known_parts;
use super::lead_order::LeadOrders;
use super::list_marks::{ListMarks, without_mark};
use super::list_number;
use super::nothing;
use super::parties::{self, Parties, Party, ReadCells, bare_name};
use super::period::{LikelyYears, Period};
use super::register::Register;
use super::task_deadline::{DeadlineTerms, deadline};
use super::task_wording;
use crate::contract::{Field, SheetKind, dictionary};
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Located, Record, Records};
use crate::vietnamese::text::lower;

/// A task.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// Its row.
    pub at: Place,
    /// Number of its row, 1-based.
    pub row: u32,
    /// The rows above whose merged cells are also its own, 1-based.
    pub merged_from: Vec<u32>,
    /// The cell of its content.
    pub content_at: Place,
    /// The cell of the leading unit, blank or not; its row where there is no such column.
    pub lead_at: Place,
    /// The cell of the supporting units, blank or not; its row where there is no such column.
    pub support_at: Place,
    /// The cell of its deadline, blank or not; its row where there is no such column.
    pub deadline_at: Place,
    /// Mã.
    pub id: Option<Located<String>>,
    /// STT, as typed.
    pub number: Option<String>,
    /// Nhóm nhiệm vụ: from its column, or from the group row above it.
    pub group: Option<String>,
    /// What is to be done, one or more paragraphs.
    pub paragraphs: Vec<String>,
    /// The number or dash that was typed before its words, and is not printed.
    pub mark_taken_off: Option<String>,
    /// The leading unit; empty for a prose item.
    pub lead: Vec<Party>,
    /// The supporting units.
    pub support: Vec<Party>,
    /// The heading over several leads in one cell, where nothing says which of them leads.
    pub undecided_leads: Option<String>,
    /// The deadline.
    pub deadline: Option<Deadline>,
    /// The day it was assigned.
    pub assigned_on: Option<Located<NaiveDate>>,
    /// The deadline before any extension.
    pub original_deadline: Option<Located<TimedDay>>,
    /// The deadline after an extension.
    pub new_deadline: Option<Located<TimedDay>>,
    /// Kỳ trước chuyển sang, as typed; `None` where the cell is blank or says no.
    pub carried_from: Option<String>,
    /// The filled columns whose text is taken as typed, in the contract's order.
    typed: Vec<(Field, String)>,
    /// The cell of the villages concerned, blank or not; its row where there is no such column.
    pub villages_at: Place,
    /// Villages concerned, names as in the sheet Thôn; a collective name is not split.
    pub villages: Vec<String>,
}

impl Assignment {
    /// The text of a column that is taken as typed, on one line; `None` where it is blank, and for a column that is
    /// parsed.
    #[must_use]
    pub fn typed(&self, field: Field) -> Option<&str> {
        self.typed.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }
}

/// Tasks of one group.
#[derive(Clone, Debug)]
pub struct AssignmentGroup<'a> {
    /// The group's name; `None` for tasks without one.
    pub name: Option<&'a str>,
    /// Its tasks, in order.
    pub assignments: Vec<&'a Assignment>,
}

/// Parses the sheet. What is wrong in a row is reported; the row is kept with all that was understood of it.
pub(super) fn check(
    records: &Records,
    period: Option<&Period>,
    register: &mut Register,
    terms: &Terms,
    out: &mut Diagnostics,
) -> Vec<Assignment> {
    let rows = records.rows(SheetKind::Assignments);
    let mut deadlines = DeadlineTerms::of(rows, period, terms.settings.day_of_before);
    let mut marks = ListMarks::default();
    let orders = LeadOrders::of(records, &terms.settings.leads);
    register.foresee(records);
    let (mut group, mut cells) = (None, ReadCells::default());
    let read = |row| assignment(row, &mut deadlines, (register, &orders, &mut cells), (&mut marks, &mut group), out);
    let mut assignments: Vec<Assignment> = rows.iter().map(read).collect();
    marks.report(SheetKind::Assignments, out);
    carry_groups_down(records.rows(SheetKind::Assignments), &mut assignments);
    note_reordered(&assignments, out);
    assignments
}

/// The tasks by group, in the order of first appearance; tasks without a group first.
pub fn grouped<'a>(assignments: impl Iterator<Item = &'a Assignment>) -> Vec<AssignmentGroup<'a>> {
    let mut groups: Vec<AssignmentGroup> = Vec::new();
    let mut places: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for assignment in assignments {
        let name = assignment.group.as_deref();
        let place = *places.entry(name).or_insert_with(|| {
            groups.push(AssignmentGroup { name, assignments: Vec::new() });
            groups.len() - 1
        });
        groups[place].assignments.push(assignment);
    }
    groups.sort_by_key(|group| group.name.is_some());
    groups
}

/// A blank group below a task with a group in its column means the same group, as a person reads a table. Where groups
/// are rows, a task without one stands beside them.
fn carry_groups_down(rows: &[Record], assignments: &mut [Assignment]) {
    let mut above: Option<(Place, Option<String>)> = None;
    let has_column = |row: &Record| row.columns.contains_key(&Field::Group);
    for (_, assignment) in rows.iter().zip(assignments).filter(|(row, _)| has_column(row)) {
        let sheet = Place { cell: None, ..assignment.at.clone() };
        match &above {
            Some((same, group)) if *same == sheet && assignment.group.is_none() => assignment.group.clone_from(group),
            _ => above = Some((sheet, assignment.group.clone())),
        }
    }
}

/// Reports where tasks will be printed in another order than their rows have.
fn note_reordered(assignments: &[Assignment], out: &mut Diagnostics) {
    let mut ended: BTreeSet<Option<&str>> = BTreeSet::new();
    for pair in assignments.windows(2) {
        let [before, after] = pair else { continue };
        let (left, entered) = (before.group.as_deref(), after.group.as_deref());
        if left == entered {
            continue;
        }
        ended.insert(left);
        if entered.is_none() || ended.contains(&entered) {
            let message = Diagnostic::note("HS-031").at(&after.at);
            out.report(match entered {
                Some(group) => message.with("group", group),
                None => message.hint("ungrouped").with("group", left.unwrap_or_default()),
            });
        }
    }
}

/// The task of a row. What can't be understood is reported, and left as typed or left out: no paper is made from it
/// then.
fn assignment(
    row: &Record,
    deadlines: &mut DeadlineTerms,
    (register, orders, read): (&mut Register, &LeadOrders, &mut ReadCells),
    (marks, last_group): (&mut ListMarks, &mut Option<GroupRow>),
    out: &mut Diagnostics,
) -> Assignment {
    let years = deadlines.period.map(LikelyYears::around);
    let (paragraphs, mark_taken_off) = without_mark(cells::paragraphs(row, Field::Content));
    let paragraphs = task_wording::content(paragraphs, &row.place_of(Field::Content), register, out);
    let Parties { lead, support, undecided } = parties::of_task(row, orders, (register, read), out);
    Assignment {
        at: row.at.clone(),
        row: row.row,
        merged_from: merged_from(row),
        content_at: row.place_of(Field::Content),
        lead_at: row.place_of(Field::Lead),
        support_at: row.place_of(Field::Support),
        deadline_at: row.place_of(Field::Deadline),
        lead,
        support,
        undecided_leads: undecided,
        villages: villages(row, register, out),
        villages_at: row.place_of(Field::VillageScope),
        deadline: deadline(row, deadlines, out),
        assigned_on: days::known_located_day(row, Field::AssignedOn, years, out),
        original_deadline: days::known_timed_day(row, Field::OriginalDeadline, years, out),
        new_deadline: days::known_timed_day(row, Field::NewDeadline, years, out),
        carried_from: carried_from(row),
        typed: typed(row, marks, register, out),
        id: row.text(Field::Code),
        number: cells::line(row, Field::Ordinal),
        group: group(row, last_group, register, out),
        paragraphs,
        mark_taken_off,
    }
}

/// A row that names a group, as it is printed: read and reported once, whatever the rows beneath it.
struct GroupRow {
    at: Place,
    name: String,
}

/// The group that a row names, or that stands above it.
fn group(row: &Record, last: &mut Option<GroupRow>, register: &Register, out: &mut Diagnostics) -> Option<String> {
    let named = cells::line(row, Field::Group)
        .map(|name| (list_number::of_group(&name).to_owned(), row.place_of(Field::Group)));
    let (name, at) = named.or_else(|| row.group.as_ref().map(|group| (group.value.clone(), group.at.clone())))?;
    if let Some(known) = last.as_ref().filter(|known| known.at == at) {
        return Some(known.name.clone());
    }
    let name = task_wording::group(name.trim_end_matches(GROUP_MARKS).to_owned(), &at, register, out);
    // The name typed again with other capitals is the same group.
    let same = last.take().map(|known| known.name).filter(|known| *known == name || lower(known) == lower(&name));
    let name = same.unwrap_or(name);
    *last = Some(GroupRow { at, name: name.clone() });
    Some(name)
}

/// Marks behind a group's name: a heading has none, and a sentence puts its own.
const GROUP_MARKS: [char; 6] = [':', '.', ';', ',', '-', ' '];

/// The rows above whose merged cells are also this row's.
fn merged_from(row: &Record) -> Vec<u32> {
    let rows = row.cells.iter().filter_map(|(_, cell)| cell.at.cell).map(|cell| cell.row);
    rows.filter(|&above| above != row.row).collect()
}

/// The columns that are taken as typed, as the contract lists them.
fn typed(row: &Record, marks: &mut ListMarks, register: &Register, out: &mut Diagnostics) -> Vec<(Field, String)> {
    let columns = SheetKind::Assignments.columns().iter().filter(|column| column.is_as_typed);
    let filled = columns.filter_map(|column| Some((column.field, marks.items(row, column.field)?)));
    let said = filled.filter(|(_, text)| !nothing::is_blank_word(text));
    said.map(|(field, text)| match field {
        Field::Product => (field, task_wording::product(text, &row.place_of(field), register, out)),
        _ => (field, text),
    })
    .collect()
}

/// Kỳ trước chuyển sang, unless it holds a word for no.
fn carried_from(row: &Record) -> Option<String> {
    let words = dictionary();
    let is_said = |text: &String| !words.is_no(text) && (words.is_yes(text) || !nothing::is_mark(text));
    cells::line(row, Field::CarriedFrom).filter(is_said)
}

/// The villages of a cell; one that could not be found has been reported, and is kept as typed.
fn villages(row: &Record, register: &Register, out: &mut Diagnostics) -> Vec<String> {
    let Some(cell) = row.text(Field::VillageScope) else { return Vec::new() };
    let mut names: Vec<&str> = cell.value.split([';', '\n']).map(bare_name).filter(|name| !name.is_empty()).collect();
    if let [single] = names.as_slice()
        && register.find(single).is_none()
        && let Some(parts) = known_parts(single, register, bare_name)
    {
        let message = Diagnostic::note("HS-161").at(&cell.at).with("text", single);
        out.report(message.with("units", parts.join("; ")));
        names = parts;
    }
    let mut village = |name: &str| {
        let found = register.resolve_village(&Located { value: name.to_owned(), at: cell.at.clone() }, out);
        found.unwrap_or_else(|_| name.to_owned())
    };
    names.into_iter().map(&mut village).collect()
}
