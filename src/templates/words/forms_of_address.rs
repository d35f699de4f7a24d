//! How units are addressed: the Committee assigns tasks to its own units, and makes requests of all others (domain:
//! "verbs carry law").
//!
//! Owns the verb, the same in sentences and in tables. Must not know who leads and who helps: the dossier does.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::contract::dictionary;
use crate::dossier::{Assignment, BodyKind, Commune, Party, Relation};
use crate::kept::KeptResults;
use crate::paper::AudienceRows;
use crate::vietnamese::text;

/// Units of one task, by how they are addressed; each list in the clerk's order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Addressed<'a>(&'a [Party]);

impl<'a> Addressed<'a> {
    /// Sorts units by their Quan hệ.
    pub(crate) fn of(parties: &'a [Party]) -> Self {
        Self(parties)
    }

    /// The names of the assigned units, as in a sentence.
    pub(crate) fn assigned_names(self) -> Vec<String> {
        self.assigned_units().map(name).collect()
    }

    /// The names of the bodies that the Committee may request to act, as in a sentence; the Party is not among them.
    pub(crate) fn requested_names(self) -> Vec<String> {
        self.0.iter().filter(|party| party.relation == Relation::Requests).map(name).collect()
    }

    /// The assigned units, as they follow a verb; `None` where there are none.
    pub(crate) fn assigned(self) -> Option<String> {
        in_a_row(&self.assigned_names())
    }

    /// The requested units, as they follow a verb; `None` where there are none.
    pub(crate) fn asked(self) -> Option<String> {
        in_a_row(&self.asked_units().map(name).collect::<Vec<_>>())
    }

    /// A cell of a table: the assigned units, and in another paragraph the requested ones.
    pub(crate) fn cell(self) -> Vec<String> {
        let mut assigned = String::new();
        for party in self.assigned_units() {
            if assigned.is_empty() {
                assigned = text::capitalized(&party.text);
            } else {
                assigned.push_str("; ");
                assigned.push_str(&name(party));
            }
        }
        let asked = self.asked().map(|names| format!("Đề nghị {names}"));
        Some(assigned).filter(|names| !names.is_empty()).into_iter().chain(asked).collect()
    }

    fn assigned_units(self) -> impl Iterator<Item = &'a Party> {
        self.0.iter().filter(|party| party.relation == Relation::Assigns)
    }

    /// The Front, associations, and Party bodies, which help and are never assigned a task.
    fn asked_units(self) -> impl Iterator<Item = &'a Party> {
        self.0.iter().filter(|party| party.relation != Relation::Assigns)
    }
}

/// The units of all tasks that the Committee assigns, each once, in order.
pub(crate) fn assigned_in_all(rows: AudienceRows) -> Vec<String> {
    in_all(rows, Addressed::assigned_names)
}

/// The bodies that it requests to lead a task, each once, in order.
pub(crate) fn requested_to_lead(rows: AudienceRows) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in rows.assignments().flat_map(|task| Addressed::of(&task.lead).requested_names()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Whether it requests the Front to act.
pub(crate) fn is_front_requested(rows: AudienceRows) -> bool {
    let is_front = |party: &Party| {
        party.relation == Relation::Requests && ["Mặt trận", "MTTQ"].iter().any(|name| party.text.contains(name))
    };
    rows.assignments().any(|task| task.lead.iter().chain(&task.support).any(is_front))
}

/// `các thôn`, where the Committee assigns a task to any of them; `None` otherwise.
pub(crate) fn assigned_villages(rows: AudienceRows) -> Option<String> {
    let is_assigned = |party: &Party| party.has_villages && party.relation == Relation::Assigns;
    let has_any = rows.assignments().any(|task| task.lead.iter().chain(&task.support).any(is_assigned));
    has_any.then(|| format!("các {}", rows.shared.dossier.register().village_word()))
}

/// The bodies of all tasks that it makes requests of, each once, in the order of Nơi nhận: the Front first.
pub(crate) fn requested_in_all(rows: AudienceRows) -> Vec<String> {
    let mut names = in_all(rows, Addressed::requested_names);
    names.sort_by_cached_key(|name| rows.shared.commune.kind_of_body(name));
    names
}

/// Everyone who has a task or duty, in the order of Nơi nhận: the Front and associations, then units, then villages.
/// Villages that a collective covers are not named beside it.
pub(crate) fn everyone(rows: AudienceRows) -> Vec<String> {
    let assignees = rows.assignees().iter().filter(|one| !matches!(one.kind, BodyKind::Leaders | BodyKind::Superior));
    in_order(assignees.map(|one| (one.kind, one.covers.clone(), text::capitalized(&one.name))).collect())
}

/// The units that lead these tasks, each once, in the order of Nơi nhận.
pub(crate) fn leads<'a>(tasks: impl Iterator<Item = &'a Assignment>, rows: AudienceRows) -> Vec<String> {
    let mut named: Vec<(BodyKind, BTreeSet<BodyKind>, String)> = Vec::new();
    for party in tasks.flat_map(|task| &task.lead) {
        let covers = if party.is_collective { Commune::covered_by(&party.text) } else { BTreeSet::new() };
        let kind = if party.has_villages { BodyKind::Village } else { rows.shared.commune.kind_of_body(&party.unit) };
        let name = text::capitalized(party.name_of_assignee());
        if !named.iter().any(|(_, _, known)| *known == name) {
            named.push((kind, covers, name));
        }
    }
    in_order(named)
}

fn in_order(mut named: Vec<(BodyKind, BTreeSet<BodyKind>, String)>) -> Vec<String> {
    let has_all_villages = named.iter().any(|(_, covers, _)| covers.contains(&BodyKind::Village));
    named.retain(|(kind, covers, _)| !(has_all_villages && *kind == BodyKind::Village && covers.is_empty()));
    named.sort_by_key(|(kind, ..)| *kind);
    named.into_iter().map(|(.., name)| name).collect()
}

/// The units of all tasks with one form of address.
fn in_all<'a>(rows: AudienceRows<'a>, of: impl Fn(Addressed<'a>) -> Vec<String>) -> Vec<String> {
    let tasks = rows.assignments();
    let addressed = tasks.flat_map(|task| [Addressed::of(&task.lead), Addressed::of(&task.support)]);
    let mut units: Vec<String> = Vec::new();
    for name in addressed.flat_map(of) {
        if !units.contains(&name) {
            units.push(name);
        }
    }
    units
}

/// A unit's registered name in a sentence; a collective's as typed.
pub(crate) fn registered_name(party: &Party) -> String {
    if party.is_collective { name(party) } else { in_a_sentence(&party.unit) }
}

/// Units in a sentence, as typed; `None` where there are none.
pub(crate) fn in_brackets(parties: &[Party]) -> Option<String> {
    in_a_row(&parties.iter().map(name).collect::<Vec<_>>())
}

/// The name of a unit or a village in a sentence: the word "thôn" begins with a small letter, all other names stay
/// (VH-04).
pub(crate) fn in_a_sentence(name: &str) -> String {
    thread_local! {
        /// Whether a name begins with the word for a village: few units have all the tasks.
        static KEPT: RefCell<KeptResults<(), bool>> = RefCell::default();
    }
    let is_village = KEPT.with_borrow_mut(|kept| kept.get(name, (), || is_village_with_a_name(name)));
    if is_village { text::uncapitalized(name) } else { name.to_owned() }
}

/// The typed name, in a sentence: a collective begins with a small letter.
fn name(party: &Party) -> String {
    if party.is_collective { text::uncapitalized(&party.text) } else { in_a_sentence(&party.text) }
}

/// Whether a name is the word for a village followed by a proper name; a village with a number keeps its capital
/// (VH-05).
fn is_village_with_a_name(name: &str) -> bool {
    let mut rests = dictionary().village_types().iter().filter_map(|kind| behind(name, kind));
    rests.any(|rest| rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic)))
}

/// The text after a word of small letters; the text may begin with a capital.
fn behind<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    let is_word = word.chars().all(|letter| rest.next().is_some_and(|own| own.to_lowercase().eq([letter])));
    is_word.then_some(rest.as_str())
}

fn in_a_row(names: &[String]) -> Option<String> {
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_for_a_village_is_small_before_a_name() {
        let villages = ["Thôn Bàu Sậy", "Tổ dân phố Hoa Sen", "Thôn 3", "Phòng Kinh tế"];
        assert_eq!(villages.map(is_village_with_a_name), [true, true, false, false]);
    }
}
