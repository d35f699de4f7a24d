//! The units that a cell of leads or of supports names.
//!
//! Owns taking a cell apart and what is printed for each unit. Must not know the rest of the task. `assignments` calls
//! it; `register` knows the units.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::body_kind::begins_like_a_village;
use super::collective;
use super::joined_units::known_parts;
use super::lead_order::LeadOrders;
use super::list_number;
use super::listed_villages;
use super::nothing;
use super::persons;
use super::register::Register;
use super::typed_roles;
use super::unit::Relation;
use crate::contract::Field;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::records::{Located, Record};
use crate::vietnamese::fold;

/// A unit in an assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The text to print: the name in the register; a collective's as typed.
    pub text: String,
    /// The unit's name in the register.
    pub unit: String,
    /// The unit's line in Nơi nhận.
    pub recipient_line: String,
    /// The form of address of the unit.
    pub relation: Relation,
    /// Whether it means several units.
    pub is_collective: bool,
    /// Whether it is a village, or means villages among others.
    pub has_villages: bool,
    /// The cell that names it.
    pub at: Place,
}

impl Party {
    /// The name by which it is an assignee: of a collective, as typed.
    pub(crate) fn name_of_assignee(&self) -> &str {
        if self.is_collective { &self.text } else { &self.unit }
    }
}

/// The units of a task.
#[derive(Default)]
pub(super) struct Parties {
    /// Those in its lead.
    pub(super) lead: Vec<Party>,
    /// Those that help.
    pub(super) support: Vec<Party>,
    /// The heading over several leads in one cell, where nothing says which of them leads.
    pub(super) undecided: Option<String>,
}

/// Cells that were read already: a thousand tasks have the same lead.
#[derive(Default)]
pub(super) struct ReadCells(HashMap<String, Vec<Party>>);

impl ReadCells {
    /// The units of a cell. Only a cell about which nothing is said, of units that the register has, is remembered.
    fn parties(&mut self, cell: &Located<String>, register: &mut Register, out: &mut Diagnostics) -> Vec<Party> {
        if let Some(known) = self.0.get(&cell.value) {
            return known.iter().map(|party| Party { at: cell.at.clone(), ..party.clone() }).collect();
        }
        let messages = out.messages().len();
        let parties = of_cell(cell, register, out);
        let is_registered = |party: &Party| register.find(&party.unit).is_some_and(|unit| !unit.is_admitted);
        if out.messages().len() == messages && parties.iter().all(is_registered) {
            self.0.insert(cell.value.clone(), parties.clone());
        }
        parties
    }
}

/// The units of a task: those that help are also taken from the cell of leads, where it says which they are.
pub(super) fn of_task(
    row: &Record,
    orders: &LeadOrders,
    (register, read): (&mut Register, &mut ReadCells),
    out: &mut Diagnostics,
) -> Parties {
    let mut parties = Parties::default();
    let cell = row.text(Field::Lead);
    let roles = cell.as_ref().and_then(|cell| Some((cell, typed_roles::read(&cell.value)?)));
    if let Some((cell, roles)) = roles {
        let located = |text: &str| Located { value: text.to_owned(), at: cell.at.clone() };
        parties.lead = read.parties(&located(roles.lead), register, out);
        let support = roles.support.iter();
        parties.support = support.flat_map(|part| read.parties(&located(part), register, out)).collect();
        parties.note_taken_apart(cell, out);
    } else if let Some(cell) = cell {
        parties.lead = read.parties(&cell, register, out);
        if parties.lead.len() > 1 && !row.is_joined {
            let heading = orders.heading(row);
            if orders.is_first(heading) {
                parties.support = parties.lead.split_off(1);
                parties.note_taken_apart(&cell, out);
            } else {
                parties.undecided = Some(heading.replace('\n', " "));
            }
        }
    }
    // «không» names nobody; a mark is asked about as any name.
    let is_denied = |text: &str| nothing::is_blank_word(text) && !nothing::is_mark(text);
    let support = row.text(Field::Support).filter(|cell| !is_denied(&cell.value));
    let typed = support.map(|cell| of_supports(cell, (register, read), out)).unwrap_or_default();
    if parties.support.is_empty() {
        parties.support = typed;
    } else {
        let is_new = |party: &Party| !parties.support.iter().any(|known| known.unit == party.unit);
        let further: Vec<Party> = typed.into_iter().filter(is_new).collect();
        parties.support.extend(further);
    }
    parties
}

impl Parties {
    /// HS-242: tells which unit of a cell leads and which help.
    fn note_taken_apart(&self, cell: &Located<String>, out: &mut Diagnostics) {
        let names = |parties: &[Party]| parties.iter().map(|party| party.text.as_str()).collect::<Vec<_>>().join("; ");
        let support = if self.support.is_empty() { "-".to_owned() } else { names(&self.support) };
        let message = Diagnostic::note("HS-242").at(&cell.at).with("text", cell.value.replace('\n', " "));
        out.report(message.with("lead", names(&self.lead)).with("support", support));
    }
}

/// The units of a cell of those that help, which may say so again.
fn of_supports(
    mut cell: Located<String>,
    (register, read): (&mut Register, &mut ReadCells),
    out: &mut Diagnostics,
) -> Vec<Party> {
    let names = typed_roles::supports(&cell.value);
    if names.len() < cell.value.len() && register.find(&cell.value).is_none() {
        cell.value = names.to_owned();
    }
    read.parties(&cell, register, out)
}

/// The units of a cell: split at `;`, then at line breaks; at `,` only where every part is a known unit.
fn of_cell(cell: &Located<String>, register: &mut Register, out: &mut Diagnostics) -> Vec<Party> {
    let typed: Vec<&str> = cell.value.split([';', '\n']).map(marked_name).filter(|name| !name.is_empty()).collect();
    for name in &typed {
        list_number::note(name, &cell.at, out);
    }
    let bare = typed.into_iter().map(list_number::without_number);
    let mut names: Vec<Cow<'_, str>> = bare.map(|name| unit_of_person(name, &cell.at, register, out)).collect();
    if let [Cow::Borrowed(single)] = names.as_slice()
        && !register.knows(single)
    {
        names = taken_apart(single, &cell.at, register, out);
    }
    let located = |name: &str| Located { value: name.to_owned(), at: cell.at.clone() };
    let mut parties: Vec<Party> = names.iter().map(|name| party(&located(name), register, out)).collect();
    if parties.len() > 1 {
        let mut seen = BTreeSet::new();
        parties.retain(|party| seen.insert(fold::exact(party.name_of_assignee())));
    }
    if parties.len() < names.len() {
        let units: Vec<&str> = parties.iter().map(|party| party.text.as_str()).collect();
        let message = Diagnostic::note("HS-161").at(&cell.at).with("text", &cell.value);
        out.report(message.with("units", units.join("; ")));
    }
    parties
}

/// The units that a text without a semicolon names: several only where every part is known, or is a village under the
/// word of the first.
fn taken_apart<'a>(single: &'a str, at: &Place, register: &Register, out: &mut Diagnostics) -> Vec<Cow<'a, str>> {
    let parts: Vec<&str> = single.split(',').map(bare_name).filter(|name| !name.is_empty()).collect();
    if parts.iter().all(|part| register.knows(part)) {
        return parts.into_iter().map(Cow::Borrowed).collect();
    }
    let known = known_parts(single, register, bare_name).map(|parts| parts.into_iter().map(Cow::Borrowed).collect());
    let are_villages =
        |parts: &Vec<String>| register.admits_villages() || parts.iter().all(|part| register.knows(part));
    let listed = || listed_villages::listed(single).filter(are_villages);
    let parts: Option<Vec<Cow<'a, str>>> = known.or_else(|| Some(listed()?.into_iter().map(Cow::Owned).collect()));
    let Some(parts) = parts else { return vec![Cow::Borrowed(single)] };
    out.report(Diagnostic::note("HS-161").at(at).with("text", single).with("units", parts.join("; ")));
    parts
}

/// The unit that stands behind the name of a person, «đ/c Nam (VHXH)»; the name itself for any other.
fn unit_of_person<'a>(name: &'a str, at: &Place, register: &Register, out: &mut Diagnostics) -> Cow<'a, str> {
    let unit = persons::words_behind(name).filter(|unit| register.knows(unit) && register.find(name).is_none());
    let Some(unit) = unit else { return Cow::Borrowed(name) };
    out.report(Diagnostic::note("HS-161").at(at).with("text", name).with("units", unit));
    Cow::Owned(unit.to_owned())
}

/// The name without the marks of a list, its number included.
pub(super) fn bare_name(name: &str) -> &str {
    list_number::without_number(marked_name(name))
}

/// The name without a dash typed in front and an end mark behind: these belong to a list, not to a name.
fn marked_name(name: &str) -> &str {
    name.trim().trim_start_matches(['-', '–', '+', '•', ' ']).trim_end_matches(['.', ',', ' '])
}

fn party(name: &Located<String>, register: &mut Register, out: &mut Diagnostics) -> Party {
    let Ok(unit) = register.resolve(name, out) else { return unresolved(name) };
    let of_collective =
        || listed_villages::in_words(&name.value).unwrap_or_else(|| collective::in_small_letters(&name.value));
    let text = if unit.is_collective { of_collective() } else { unit.name.clone() };
    let own_name = if unit.is_collective { text.clone() } else { unit.name.clone() };
    let recipient_line = unit.recipient_line.unwrap_or(own_name);
    let (relation, is_collective) = (unit.relation, unit.is_collective);
    // Without a sheet Thôn a village is known by its name alone.
    let is_village = unit.is_village || unit.is_admitted && begins_like_a_village(&unit.name);
    let has_villages = is_village || is_collective && unit.name == listed_villages::name_of_all();
    Party { text, unit: unit.name, recipient_line, relation, is_collective, has_villages, at: name.at.clone() }
}

/// A unit that could not be found, which has been reported: its name is what was typed.
fn unresolved(name: &Located<String>) -> Party {
    let (typed, relation, is_collective) = (|| name.value.clone(), Relation::Assigns, false);
    let (text, unit, recipient_line) = (typed(), typed(), typed());
    Party { text, unit, recipient_line, relation, is_collective, has_villages: false, at: name.at.clone() }
}
