//! Everyone who has a task or a duty: each once, with every cell that names them.
//!
//! Owns gathering them from the sheets Nhiệm vụ and Tổ chức thực hiện, and their line in Nơi nhận. Must not know the
//! rows of the sheet Nơi nhận. `draft` makes the list of recipients from it; rules compare the clerk's own list with
//! it.

use std::collections::{BTreeMap, BTreeSet};

use super::assignments::Assignment;
use super::body_kind::{BodyKind, known_relation};
use super::collective::Collective;
use super::commune::{self, Commune};
use super::implementation::Duty;
use super::parties::Party;
use super::register::Register;
use super::unit::{Relation, Unit};
use super::validity::Validity;
use crate::contract::NameWords;
use crate::contract::dictionary;
use crate::decree::kinds::DocumentKind;
use crate::diag::Place;

/// A unit with a task, or a collective of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignee {
    /// The unit's name in the register; of a collective, as typed.
    pub name: String,
    /// Its line in Nơi nhận.
    pub recipient_line: String,
    /// Its group in Nơi nhận.
    pub kind: BodyKind,
    /// The kinds of body that it covers; empty for a single unit.
    pub covers: BTreeSet<BodyKind>,
    /// The cells that name it, in order; never empty.
    pub named_at: Vec<Place>,
}

/// Whether a document of this kind gives tasks to those who are named in it.
#[must_use]
pub fn gives_tasks(kind: DocumentKind) -> bool {
    use DocumentKind::{
        CongDien, CongVan, DeAn, Decision, Directive, Guidance, Notice, PhuongAn, Plan, Programme, Project, Resolution,
    };
    matches!(
        kind,
        CongDien
            | CongVan
            | DeAn
            | Decision
            | Directive
            | Guidance
            | Notice
            | PhuongAn
            | Plan
            | Programme
            | Project
            | Resolution
    )
}

/// Everyone who has a task or a duty in the cycle, and how the rows name them.
#[derive(Clone, Debug, Default)]
pub struct Assignees {
    all: Vec<Assignee>,
    /// The index of each name in a task; `None` for one that is not an assignee.
    by_name: BTreeMap<String, Option<usize>>,
    /// The index of each heading of a duty; headings that are no assignee are left out.
    by_heading: BTreeMap<String, usize>,
}

impl Assignees {
    /// All of them, in the order of the rows.
    #[must_use]
    pub fn all(&self) -> &[Assignee] {
        &self.all
    }

    /// Those of some tasks and duties, with the cells of these rows only. If a village is given, it stands for all
    /// villages that a task is for.
    #[must_use]
    pub fn of_rows<'a>(
        &self,
        assignments: impl Iterator<Item = &'a Assignment>,
        duties: impl Iterator<Item = &'a Duty>,
        village: Option<&Unit>,
    ) -> Vec<Assignee> {
        let mut picked = PickedAssignees { of: self, assignees: Vec::new(), places: BTreeMap::new() };
        for task in assignments {
            for party in task.lead.iter().chain(&task.support) {
                picked.add(self.index(party.name_of_assignee()), &party.at);
            }
            match village {
                Some(village) if !task.villages.is_empty() => picked.village(village, &task.villages_at),
                Some(_) => {}
                None => task.villages.iter().for_each(|name| picked.add(self.index(name), &task.villages_at)),
            }
        }
        for duty in duties {
            let index = self.by_heading.get(&duty.heading).copied();
            duty.named_at.iter().for_each(|at| picked.add(index, at));
        }
        picked.assignees
    }

    fn index(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied().flatten()
    }
}

/// Some of the assignees, with some of the cells that name them.
struct PickedAssignees<'a> {
    of: &'a Assignees,
    assignees: Vec<Assignee>,
    /// By index among all; `None` is a village that no cell names by itself.
    places: BTreeMap<Option<usize>, usize>,
}

impl PickedAssignees<'_> {
    fn add(&mut self, index: Option<usize>, at: &Place) {
        if let Some(known) = index {
            let of = self.of;
            self.add_place(index, at, || of.all[known].without_places());
        }
    }

    fn village(&mut self, village: &Unit, at: &Place) {
        let of = self.of;
        match of.index(&village.name) {
            Some(known) => self.add(Some(known), at),
            None => self.add_place(None, at, || Assignee::of_village(village)),
        }
    }

    fn add_place(&mut self, key: Option<usize>, at: &Place, make: impl FnOnce() -> Assignee) {
        let place = *self.places.entry(key).or_insert_with(|| {
            self.assignees.push(make());
            self.assignees.len() - 1
        });
        add_place(&mut self.assignees[place].named_at, at);
    }
}

impl Assignee {
    /// A village, named nowhere yet.
    fn of_village(village: &Unit) -> Self {
        let name = village.name.clone();
        let recipient_line = village.recipient_line.clone().unwrap_or_else(|| name.clone());
        Self { name, recipient_line, kind: BodyKind::Village, covers: BTreeSet::new(), named_at: Vec::new() }
    }

    /// The same assignee, named nowhere yet.
    fn without_places(&self) -> Self {
        let Self { name, recipient_line, kind, covers, named_at: _ } = self;
        let (name, recipient_line, covers) = (name.clone(), recipient_line.clone(), covers.clone());
        Self { name, recipient_line, kind: *kind, covers, named_at: Vec::new() }
    }
}

/// Everyone with a task, in the order of the rows, then those of Tổ chức thực hiện; the issuing body is left out.
pub(super) fn gather(assignments: &[Assignment], duties: &[Duty], register: &Register, commune: &Commune) -> Assignees {
    let mut gathered = Gathered {
        assignees: Vec::new(),
        places: BTreeMap::new(),
        known: BTreeMap::new(),
        by_heading: BTreeMap::new(),
        register,
        commune,
    };
    for task in assignments {
        for party in task.lead.iter().chain(&task.support) {
            gathered.party(party);
        }
        for village in &task.villages {
            gathered.village(village, &task.villages_at);
        }
    }
    for duty in duties {
        gathered.duty(duty);
    }
    let Gathered { assignees: all, known: by_name, by_heading, .. } = gathered;
    Assignees { all, by_name, by_heading }
}

struct Gathered<'a> {
    assignees: Vec<Assignee>,
    places: BTreeMap<NameWords, usize>,
    /// The index of each name already looked up; `None` for one that is not an assignee.
    known: BTreeMap<String, Option<usize>>,
    /// The index of each heading of a duty.
    by_heading: BTreeMap<String, usize>,
    register: &'a Register,
    commune: &'a Commune,
}

impl Gathered<'_> {
    fn party(&mut self, party: &Party) {
        let name = party.name_of_assignee();
        if self.add_place_of_known(name, &party.at) {
            return;
        }
        // A unit that could not be found has already been reported.
        let Some(unit) = self.register.find(&party.unit) else { return };
        let (name, line) = if party.is_collective {
            (party.text.clone(), party.recipient_line.clone())
        } else {
            (party.unit.clone(), line_of(unit, &party.recipient_line, self.commune))
        };
        let index = self.add(name.clone(), line, unit, &[&party.at]);
        self.known.insert(name, index);
    }

    /// Adds the place of a name that was met before; whether it was.
    fn add_place_of_known(&mut self, name: &str, at: &Place) -> bool {
        let Some(known) = self.known.get(name) else { return false };
        if let Some(index) = known {
            add_place(&mut self.assignees[*index].named_at, at);
        }
        true
    }

    fn village(&mut self, name: &str, at: &Place) {
        if self.add_place_of_known(name, at) {
            return;
        }
        let Some(unit) = self.register.find(name) else { return };
        let line = unit.recipient_line.clone().unwrap_or_else(|| name.to_owned());
        let index = self.add(name.to_owned(), line, unit, &[at]);
        self.known.insert(name.to_owned(), index);
    }

    fn duty(&mut self, duty: &Duty) {
        let places: Vec<&Place> = duty.named_at.iter().collect();
        let found = self.register.find(&duty.heading);
        let index = match (found, &duty.recipient_line) {
            (Some(unit), Some(line)) => {
                let name = if unit.is_collective { duty.heading.clone() } else { unit.name.clone() };
                let line = line_of(unit, line, self.commune);
                self.add(name, line, unit, &places)
            }
            // Free text is a unit only if every commune has one of this name, or if it can only be a collective.
            _ if commune::known(&duty.heading, self.commune).is_some() || Collective::is_whole(&duty.heading) => {
                let line = full_name(&duty.heading, self.commune).unwrap_or_else(|| duty.heading.clone());
                let unit = Unit::free(&duty.heading, Collective::is_whole(&duty.heading));
                self.add(duty.heading.clone(), line, &unit, &places)
            }
            _ => None,
        };
        self.by_heading.extend(index.map(|index| (duty.heading.clone(), index)));
    }

    /// Adds a unit or its places; `None` for the issuing body, which gives itself no task.
    fn add(&mut self, name: String, line: String, unit: &Unit, places: &[&Place]) -> Option<usize> {
        let known = commune::known(&name, self.commune).filter(|_| !unit.is_collective);
        if known.is_some_and(|known| known.id == "ubnd") && self.commune.is_issuer
            || self.commune.is_issuer_named(&name)
        {
            return None;
        }
        let key = known.map_or_else(|| self.commune.bare(&name), |known| NameWords::of(known.name));
        let kind = kind_of_body(&name, unit, self.commune);
        let covers = if unit.is_collective { covered(&name, kind) } else { BTreeSet::new() };
        let index = *self.places.entry(key).or_insert_with(|| {
            self.assignees.push(Assignee { name, recipient_line: line, kind, covers, named_at: Vec::new() });
            self.assignees.len() - 1
        });
        for place in places {
            add_place(&mut self.assignees[index].named_at, place);
        }
        Some(index)
    }
}

/// Places come in the order of the rows, so a second naming in the same cell always follows the first.
fn add_place(places: &mut Vec<Place>, place: &Place) {
    if places.last() != Some(place) {
        places.push(place.clone());
    }
}

fn kind_of_body(name: &str, unit: &Unit, commune: &Commune) -> BodyKind {
    if unit.is_village {
        return BodyKind::Village;
    }
    let covers = if unit.is_collective { Collective::of(name).covers } else { BTreeSet::new() };
    // A collective is placed with the first kind it covers that carries out the commune's own work.
    let first = covers.iter().find(|kind| kind.carries_out()).or(covers.iter().next()).copied();
    first.unwrap_or_else(|| BodyKind::of(&commune.bare(name), unit.relation))
}

/// What a collective covers; one of the dictionary whose name has no known noun covers its own kind.
fn covered(name: &str, kind: BodyKind) -> BTreeSet<BodyKind> {
    let covers = Collective::of(name).covers;
    if covers.is_empty() { BTreeSet::from([kind]) } else { covers }
}

/// The line of a unit: as in its sheet, or the full name of a unit that every commune has.
fn line_of(unit: &Unit, line: &str, commune: &Commune) -> String {
    let full = if unit.is_admitted { full_name(&unit.name, commune) } else { None };
    full.unwrap_or_else(|| line.to_owned())
}

/// The full name of a unit given by its short name, worded for this commune; `None` where no unit has exactly this
/// name.
fn full_name(name: &str, commune: &Commune) -> Option<String> {
    let known = dictionary().unit_named(name)?;
    let short = known.name.replace("Hội đồng nhân dân", "HĐND").replace("Ủy ban nhân dân", "UBND");
    Some(short.replace("Mặt trận Tổ quốc", "MTTQ").replace(" xã", &format!(" {}", commune.tier)))
}

impl Unit {
    /// A unit that only Tổ chức thực hiện names.
    fn free(name: &str, is_collective: bool) -> Self {
        Self {
            name: name.to_owned(),
            code: None,
            code_at: None,
            validity: Validity::default(),
            merged_names: Vec::new(),
            other_names: Vec::new(),
            relation: if is_collective { Relation::Assigns } else { known_relation(name) },
            archive_code: None,
            recipient_line: None,
            is_collective,
            is_village: false,
            sort: None,
            is_admitted: true,
            at: None,
        }
    }
}
