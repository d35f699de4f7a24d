//! How units are addressed: the Committee assigns its own, and asks all others (domain: "verbs carry law").
//!
//! Owns the verb, everywhere the same, in sentences and in tables. Who leads and who helps is the dossier's.

use crate::contract::dictionary;
use crate::dossier::{Party, Relation};
use crate::paper::Paper;
use crate::vietnamese::text;

/// Units of one task, by how they are addressed; each list in the clerk's order.
#[derive(Debug, Default)]
pub(crate) struct Addressed<'a> {
    /// Those that the Committee assigns.
    assigned: Vec<&'a Party>,
    /// Those that it asks: the Front, associations, and Party bodies, which help and are never assigned.
    asked: Vec<&'a Party>,
}

impl<'a> Addressed<'a> {
    /// Sorts units by their Quan hệ.
    pub(crate) fn of(parties: &'a [Party]) -> Self {
        let (assigned, asked) = parties.iter().partition(|party| party.relation == Relation::Assigns);
        Self { assigned, asked }
    }

    /// The names of the units assigned, as a sentence has them.
    pub(crate) fn assigned_names(&self) -> Vec<String> {
        self.assigned.iter().map(|party| name(party)).collect()
    }

    /// The names of the bodies that the Committee may ask to act, as a sentence has them: the Party is not among them.
    pub(crate) fn requested_names(&self) -> Vec<String> {
        let requested = self.asked.iter().filter(|party| party.relation == Relation::Requests);
        requested.map(|party| name(party)).collect()
    }

    /// The units assigned, as they stand behind a verb; `None` where there are none.
    pub(crate) fn assigned(&self) -> Option<String> {
        in_a_row(&self.assigned_names())
    }

    /// The units asked, as they stand behind a verb; `None` where there are none.
    pub(crate) fn asked(&self) -> Option<String> {
        in_a_row(&self.asked.iter().map(|party| name(party)).collect::<Vec<_>>())
    }

    /// A cell of a table: the units assigned, and in a paragraph of their own those that are asked.
    pub(crate) fn cell(&self) -> Vec<String> {
        let assigned: Vec<&str> = self.assigned.iter().map(|party| party.text.as_str()).collect();
        let assigned = (!assigned.is_empty()).then(|| assigned.join("; "));
        let asked = self.asked().map(|names| format!("Đề nghị {names}"));
        assigned.into_iter().chain(asked).collect()
    }
}

/// The units of all tasks that the Committee assigns, each once, in order.
pub(crate) fn assigned_in_all(paper: Paper) -> Vec<String> {
    in_all(paper, Addressed::assigned_names)
}

/// The bodies of all tasks that it asks, each once, as Nơi nhận orders them: the Front first.
pub(crate) fn requested_in_all(paper: Paper) -> Vec<String> {
    let mut names = in_all(paper, Addressed::requested_names);
    names.sort_by_cached_key(|name| paper.commune.kind_of_body(name));
    names
}

/// The units of all tasks that are addressed in one way.
fn in_all<'a>(paper: Paper<'a>, of: impl Fn(&Addressed<'a>) -> Vec<String>) -> Vec<String> {
    let tasks = paper.assignments();
    let addressed = tasks.flat_map(|task| [Addressed::of(&task.lead), Addressed::of(&task.support)]);
    let mut units: Vec<String> = Vec::new();
    for name in addressed.flat_map(|addressed| of(&addressed)) {
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

/// The name of a unit or a village in a sentence: the word "thôn" begins small, all else is a name (VH-04).
pub(crate) fn in_a_sentence(name: &str) -> String {
    if is_village_with_a_name(name) { text::uncapitalized(name) } else { name.to_owned() }
}

/// The name typed, in a sentence: a collective begins small.
fn name(party: &Party) -> String {
    if party.is_collective { text::uncapitalized(&party.text) } else { in_a_sentence(&party.text) }
}

/// Whether a name is a village's word and a proper name behind it; one that goes by a number keeps its capital (VH-05).
fn is_village_with_a_name(name: &str) -> bool {
    let mut rests = dictionary().village_types().iter().filter_map(|kind| behind(name, kind));
    rests.any(|rest| rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic)))
}

/// What stands behind a word of small letters, which the text may begin with a capital.
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
    fn a_villages_word_begins_small_before_its_name() {
        let villages = ["Thôn Bàu Sậy", "Tổ dân phố Hoa Sen", "Thôn 3", "Phòng Kinh tế"];
        assert_eq!(villages.map(is_village_with_a_name), [true, true, false, false]);
    }
}
