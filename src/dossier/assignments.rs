//! The sheet Nhiệm vụ: what is to be done, by whom, by when.
//!
//! Owns parsing a task's cells and resolving its units. Knows no wording: `draft` prints.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Terms;
use super::cells;
use super::deadline::{self, BeforeDay, Deadline, DeadlineFault};
use super::period::Period;
use super::register::{Register, Relation};
use crate::contract::{Field, SheetKind};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{CellValue, Located, Record, Records};
use crate::settings::DayOfBefore;
use crate::vietnamese::date;

/// A task.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// Its row.
    pub at: Place,
    /// Mã.
    pub id: Option<Located<String>>,
    /// STT, as typed.
    pub number: Option<String>,
    /// Nhóm nhiệm vụ: of its column, else of the group row above it.
    pub group: Option<String>,
    /// What is to be done, one or more paragraphs.
    pub paragraphs: Vec<String>,
    /// Who leads; empty for a prose item.
    pub lead: Vec<Party>,
    /// Who helps.
    pub support: Vec<Party>,
    /// What comes out, as typed.
    pub product: Option<String>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// The day it was assigned.
    pub assigned_on: Option<NaiveDate>,
    /// The deadline before any extension.
    pub original_deadline: Option<NaiveDate>,
    /// The deadline after an extension.
    pub new_deadline: Option<NaiveDate>,
    /// Villages concerned, names as in the sheet Thôn; a collective name is kept whole.
    pub villages: Vec<String>,
}

/// A unit in an assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The text to print: as typed, but the full name where a code was typed.
    pub text: String,
    /// The unit's name in the register.
    pub unit: String,
    /// The unit's line in Nơi nhận.
    pub recipient_line: String,
    /// How the unit may be spoken to.
    pub relation: Relation,
    /// The cell that names it.
    pub at: Place,
}

/// Tasks of one group.
#[derive(Clone, Debug)]
pub struct AssignmentGroup<'a> {
    /// The group's name; `None` for tasks without one.
    pub name: Option<&'a str>,
    /// Its tasks, in order.
    pub assignments: Vec<&'a Assignment>,
}

/// Parses the sheet; rows with a mistake are reported and left out.
pub(super) fn check(
    records: &Records,
    period: Option<&Period>,
    register: &mut Register,
    terms: &Terms,
    out: &mut Diagnostics,
) -> Vec<Assignment> {
    let before = match terms.settings.day_of_before {
        DayOfBefore::Included => BeforeDay::Included,
        DayOfBefore::Excluded => BeforeDay::Excluded,
    };
    let rows = records.rows(SheetKind::Assignments).iter();
    let mut assignments: Vec<Assignment> =
        rows.filter_map(|row| assignment(row, period, before, register, out).ok()).collect();
    carry_groups_down(&mut assignments);
    note_gathered(&assignments, out);
    let names: Vec<&str> = register.admitted().map(|unit| unit.name.as_str()).collect();
    if let Some(first) = register.admitted().find_map(|unit| unit.at.as_ref()) {
        out.report(Diagnostic::note("HS-028").at(first).with("units", names.join("; ")));
    }
    assignments
}

/// The tasks by group, in order of first appearance; tasks without a group first.
pub(super) fn grouped(assignments: &[Assignment]) -> Vec<AssignmentGroup<'_>> {
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

/// Below a task with a group in its column, a blank one belongs to the same group, as a person reads a table.
fn carry_groups_down(assignments: &mut [Assignment]) {
    let mut above: Option<(Place, Option<String>)> = None;
    for assignment in assignments {
        let sheet = Place { cell: None, ..assignment.at.clone() };
        match &above {
            Some((same, group)) if *same == sheet && assignment.group.is_none() => assignment.group.clone_from(group),
            _ => above = Some((sheet, assignment.group.clone())),
        }
    }
}

/// Says where tasks will be printed in another order than their rows have.
fn note_gathered(assignments: &[Assignment], out: &mut Diagnostics) {
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

/// The name without a number typed in front of it (`I. `, `2. `): the outline's number is ours.
fn without_number(name: &str) -> String {
    let Some((number, rest)) = name.split_once([' ', '\u{a0}']) else { return name.to_owned() };
    let digits = number.trim_end_matches(['.', ')']);
    let is_number = digits.len() < number.len()
        && !digits.is_empty()
        && (digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.bytes().all(|byte| b"IVXLC".contains(&byte)));
    if is_number { rest.trim_start().to_owned() } else { name.to_owned() }
}

fn assignment(
    row: &Record,
    period: Option<&Period>,
    before: BeforeDay,
    register: &mut Register,
    out: &mut Diagnostics,
) -> Result<Assignment, Reported> {
    let lead = parties(row, Field::Lead, register, out);
    let support = parties(row, Field::Support, register, out);
    let villages = villages(row, register, out);
    let deadline = deadline(row, period, before, out);
    let assigned_on = cells::day_of(row, Field::AssignedOn, out);
    let original_deadline = cells::day_of(row, Field::OriginalDeadline, out);
    let new_deadline = cells::day_of(row, Field::NewDeadline, out);
    Ok(Assignment {
        at: row.at.clone(),
        id: row.text(Field::Code),
        number: cells::line(row, Field::Ordinal),
        group: cells::line(row, Field::Group)
            .map(|name| without_number(&name))
            .or_else(|| row.group.as_ref().map(|group| group.value.clone())),
        paragraphs: cells::paragraphs(row, Field::Content),
        lead: lead?,
        support: support?,
        product: row.cell(Field::Product).map(|cell| cell.value.text.replace('\n', "; ")),
        deadline: deadline?,
        assigned_on: assigned_on?,
        original_deadline: original_deadline?,
        new_deadline: new_deadline?,
        villages: villages?,
    })
}

fn deadline(
    row: &Record,
    period: Option<&Period>,
    before: BeforeDay,
    out: &mut Diagnostics,
) -> Result<Option<Deadline>, Reported> {
    // Without a period its own error is reported already, and a wording like "30/11" can't be judged.
    let (Some(cell), Some(period)) = (row.cell(Field::Deadline), period) else { return Ok(None) };
    let date = match cell.value.value {
        CellValue::Date(date) => Some(date),
        _ => None,
    };
    let wording = cell.value.text.replace('\n', " ");
    let deadline = deadline::read(&wording, date, period, before);
    let deadline = deadline.map_err(|fault| mistyped(&wording, fault, &cell.at, out))?;
    if let Some(day) = deadline.last_day.filter(|_| deadline.is_far_from(period)) {
        let message = Diagnostic::warning("HS-030").at(&cell.at).with("text", &wording);
        out.report(message.with("day", date::slashed(day)).with("period", period.name()));
    }
    Ok(Some(deadline))
}

fn mistyped(wording: &str, fault: DeadlineFault, at: &Place, out: &mut Diagnostics) -> Reported {
    let message = Diagnostic::error("HS-026").at(at).with("text", wording);
    out.fail(match fault {
        DeadlineFault::NoSuchDay => message,
        DeadlineFault::NoSuchMonth => message.hint("no_such_month"),
        DeadlineFault::NoSuchQuarter => message.hint("no_such_quarter"),
        DeadlineFault::YearMistyped => message.hint("year_mistyped"),
        DeadlineFault::EndsBeforeStart => message.hint("ends_before_start"),
    })
}

/// The units of a cell: split at `;`, then at line breaks; at `,` only where every part is a known unit.
fn parties(row: &Record, field: Field, register: &mut Register, out: &mut Diagnostics) -> Result<Vec<Party>, Reported> {
    let Some(cell) = row.text(field) else { return Ok(Vec::new()) };
    let mut names: Vec<&str> = cell.value.split([';', '\n']).map(bare_name).filter(|name| !name.is_empty()).collect();
    if let [single] = names.as_slice()
        && register.find(single).is_none()
    {
        let parts: Vec<&str> = single.split(',').map(bare_name).filter(|name| !name.is_empty()).collect();
        if parts.iter().all(|part| register.find(part).is_some()) {
            names = parts;
        }
    }
    let found: Vec<Result<Party, Reported>> = names
        .into_iter()
        .map(|name| party(&Located { value: name.to_owned(), at: cell.at.clone() }, register, out))
        .collect();
    found.into_iter().collect()
}

/// The name without a dash typed in front of it and an end mark behind: marks of a list, no part of a name.
fn bare_name(name: &str) -> &str {
    name.trim().trim_start_matches(['-', '–', '+', '•', ' ']).trim_end_matches(['.', ',', ' '])
}

fn party(name: &Located<String>, register: &mut Register, out: &mut Diagnostics) -> Result<Party, Reported> {
    let unit = register.resolve(name, out)?;
    // A code is the workbook's own shorthand; any other name is the clerk's word and is printed as typed.
    let text = if unit.is_code(&name.value) { unit.name.clone() } else { name.value.clone() };
    let own_name = if unit.is_collective { text.clone() } else { unit.name.clone() };
    let recipient_line = unit.recipient_line.unwrap_or(own_name);
    Ok(Party { text, unit: unit.name, recipient_line, relation: unit.relation, at: name.at.clone() })
}

fn villages(row: &Record, register: &Register, out: &mut Diagnostics) -> Result<Vec<String>, Reported> {
    let Some(cell) = row.text(Field::VillageScope) else { return Ok(Vec::new()) };
    let names = cell.value.split([';', '\n']).map(bare_name).filter(|name| !name.is_empty());
    let found: Vec<Result<String, Reported>> = names
        .map(|name| register.resolve_village(&Located { value: name.to_owned(), at: cell.at.clone() }, out))
        .collect();
    found.into_iter().collect()
}
