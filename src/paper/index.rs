//! Which rows of a cycle belong to a village or a unit, as an index.
//!
//! Owns the shares of all villages and units, gathered in one pass over the rows. Must not know what a paper prints of
//! them. A paper for one village or unit takes its share from here, so that a thousand papers cost a thousand look-ups.

use std::collections::{BTreeMap, HashMap};
use std::slice;
use std::sync::OnceLock;

use crate::dossier::figures::{Figures, Progress};
use crate::dossier::{Assignee, Assignment, BodyKind, Commune, Dossier, Party, State, Unit};

/// The rows of one village or unit: indices into the lists of the dossier, 0-based, in order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Tasks that it leads or supports, alone or as a member of a collective; for a village, also those with the
    /// village in their scope.
    pub assignments: Vec<usize>,
    /// Those of them that it leads, alone or as a member of a collective.
    pub led: Vec<usize>,
    /// Duties of Tổ chức thực hiện that name it.
    pub duties: Vec<usize>,
    /// Rows of Chỉ tiêu thôn about it: the indicator's index among the village figures, and the row's index there.
    pub village_figures: Vec<(usize, usize)>,
    /// Lines of Nơi nhận that name it alone; only of a village.
    pub recipients: Vec<usize>,
    /// Everyone named by these rows; made for its first paper, since several parts of a paper need it.
    assignees: OnceLock<Vec<Assignee>>,
}

impl Share {
    /// Everyone who has one of these tasks or duties, in the order of the rows. Of the villages that a task is for, a
    /// village's share has only the village itself: the others have papers of their own.
    pub(super) fn assignees(&self, dossier: &Dossier, village: Option<&str>) -> &[Assignee] {
        self.assignees.get_or_init(|| {
            let tasks = Picked::of(dossier.assignments(), Some(&self.assignments));
            let duties = Picked::of(dossier.implementation(), Some(&self.duties));
            let village = village.and_then(|name| dossier.register().find(name));
            dossier.assignees().of_rows(tasks, duties, village)
        })
    }
}

/// The shares of every village and unit of the register, by name.
#[derive(Debug, Default)]
pub struct AudienceIndex {
    shares: BTreeMap<String, Share>,
    /// The share of a village or unit without any row.
    nothing: Share,
    /// The lines of Nơi nhận that do not name a single village.
    shared_recipients: Vec<usize>,
}

impl AudienceIndex {
    /// Gathers the shares; empty where Thông tin chung is incomplete, since no paper is made then.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Self {
        let Ok(commune) = dossier.commune() else { return Self::default() };
        let mut gathered = GatheredShares {
            shares: Vec::new(),
            by_name: HashMap::new(),
            places: HashMap::new(),
            shared_recipients: Vec::new(),
            members: Members::of(dossier, commune),
        };
        gathered.tasks(dossier);
        gathered.duties(dossier);
        gathered.village_figures(dossier);
        gathered.recipients(dossier);
        let GatheredShares { shares, shared_recipients, .. } = gathered;
        let shares = shares.into_iter().map(|(name, share)| (name.to_owned(), share)).collect();
        Self { shares, shared_recipients, nothing: Share::default() }
    }

    /// The share of a village or a unit, by its name in the register; empty for one without a row.
    #[must_use]
    pub fn share(&self, name: &str) -> &Share {
        self.shares.get(name).unwrap_or(&self.nothing)
    }

    /// The tasks that a village or a unit leads, with their progress, in order. One of several leads that has reported its
    /// own part as done has it no longer.
    #[must_use]
    pub fn led<'a>(&self, name: &str, figures: &'a Figures) -> Vec<(&'a Assignment, &'a Progress)> {
        let tasks = self.share(name).led.iter().filter_map(|&task| figures.task(task));
        let has_done = |progress: &Progress| {
            let mut own =
                progress.all_reports(figures.completions()).filter(|report| report.unit.as_deref() == Some(name));
            own.any(|report| report.state == State::Done)
        };
        tasks.filter(|(_, progress)| !has_done(progress)).collect()
    }

    /// The lines of Nơi nhận in a paper for a village, in order: those of single other villages are left out.
    pub(super) fn recipients_of_village(&self, name: &str) -> Vec<usize> {
        let mut lines = [self.shared_recipients.as_slice(), &self.share(name).recipients].concat();
        lines.sort_unstable();
        lines
    }
}

/// The members of collective names.
struct Members<'a> {
    by_kind: BTreeMap<BodyKind, Vec<&'a str>>,
    dossier: &'a Dossier,
}

impl<'a> Members<'a> {
    fn of(dossier: &'a Dossier, commune: &'a Commune) -> Self {
        let mut by_kind: BTreeMap<BodyKind, Vec<&str>> = BTreeMap::new();
        for unit in dossier.register().units().iter().filter(|unit| !unit.is_collective) {
            by_kind.entry(kind_of(unit, commune)).or_default().push(&unit.name);
        }
        Self { by_kind, dossier }
    }

    /// The units that a text means: the unit of this name, or every member of a collective; none for an unknown name.
    fn named(&self, text: &str) -> Vec<&'a str> {
        if let Some(unit) = self.dossier.register().find(text).filter(|unit| !unit.is_collective) {
            return vec![&unit.name];
        }
        let covered = Commune::covered_by(text).into_iter();
        covered.flat_map(|kind| self.by_kind.get(&kind).into_iter().flatten().copied()).collect()
    }
}

/// The kind of body of a unit of the register.
fn kind_of(unit: &Unit, commune: &Commune) -> BodyKind {
    if unit.is_village { BodyKind::Village } else { commune.kind_of_body(&unit.name) }
}

struct GatheredShares<'a> {
    /// In the order in which they are first named.
    shares: Vec<(&'a str, Share)>,
    /// The index of each share, by the unit's name.
    by_name: HashMap<&'a str, usize>,
    /// Whose shares each wording means that was looked up, by their indices.
    places: HashMap<&'a str, Vec<usize>>,
    shared_recipients: Vec<usize>,
    members: Members<'a>,
}

impl<'a> GatheredShares<'a> {
    fn tasks(&mut self, dossier: &'a Dossier) {
        for (index, task) in dossier.assignments().iter().enumerate() {
            for text in task.lead.iter().map(Party::name_of_assignee) {
                self.add(text, index, |share| &mut share.led);
                self.add(text, index, |share| &mut share.assignments);
            }
            let helpers = task.support.iter().map(Party::name_of_assignee);
            for text in helpers.chain(task.villages.iter().map(String::as_str)) {
                self.add(text, index, |share| &mut share.assignments);
            }
        }
    }

    fn duties(&mut self, dossier: &'a Dossier) {
        for (index, duty) in dossier.implementation().iter().enumerate() {
            self.add(&duty.heading, index, |share| &mut share.duties);
        }
    }

    fn village_figures(&mut self, dossier: &'a Dossier) {
        for (indicator, villages) in dossier.village_figures().iter().enumerate() {
            for (row, figure) in villages.rows.iter().enumerate() {
                self.add(&figure.row.village, (indicator, row), |share| &mut share.village_figures);
            }
        }
    }

    fn recipients(&mut self, dossier: &'a Dossier) {
        for (index, line) in dossier.recipients().iter().enumerate() {
            let named = dossier.register().find(line.name());
            match named.filter(|unit| unit.is_village) {
                Some(village) => {
                    let place = self.place(&village.name);
                    self.shares[place].1.recipients.push(index);
                }
                None => self.shared_recipients.push(index),
            }
        }
    }

    /// The index of a unit's share, which is empty where it is new.
    fn place(&mut self, name: &'a str) -> usize {
        *self.by_name.entry(name).or_insert_with(|| {
            self.shares.push((name, Share::default()));
            self.shares.len() - 1
        })
    }

    /// Adds a row to the shares of those that a text means, once to each: rows come in order.
    fn add<Row: Copy + PartialEq>(&mut self, text: &'a str, row: Row, list: impl Fn(&mut Share) -> &mut Vec<Row>) {
        if !self.places.contains_key(text) {
            let places = self.members.named(text).into_iter().map(|name| self.place(name)).collect();
            self.places.insert(text, places);
        }
        for place in &self.places[text] {
            let rows = list(&mut self.shares[*place].1);
            if rows.last() != Some(&row) {
                rows.push(row);
            }
        }
    }
}

/// Some elements of a list, or all of them, in order.
#[derive(Clone, Debug)]
pub struct Picked<'a, T> {
    all: &'a [T],
    left: PickedPlaces<'a>,
}

#[derive(Clone, Debug)]
enum PickedPlaces<'a> {
    All(std::ops::Range<usize>),
    Some(slice::Iter<'a, usize>),
}

impl<'a, T> Picked<'a, T> {
    /// The elements of a list at these indices, 0-based; all of them where no indices are given.
    #[must_use]
    pub fn of(all: &'a [T], places: Option<&'a [usize]>) -> Self {
        let left = places.map_or(PickedPlaces::All(0..all.len()), |places| PickedPlaces::Some(places.iter()));
        Self { all, left }
    }
}

impl<'a, T> Iterator for Picked<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        let place = match &mut self.left {
            PickedPlaces::All(range) => range.next()?,
            PickedPlaces::Some(places) => *places.next()?,
        };
        self.all.get(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Field::{Code, Content, Lead, Name, Recipient, Support, Unit, VillageScope};
    use crate::contract::SheetKind;
    use crate::diag::Diagnostics;
    use crate::dossier::TestWorkbook;

    fn commune() -> TestWorkbook {
        let workbook = TestWorkbook::programme("quý II năm 2026", &[]);
        let units = [("VH", "Phòng Văn hóa - Xã hội"), ("KT", "Phòng Kinh tế"), ("CA", "Công an xã")];
        let workbook = units
            .iter()
            .fold(workbook, |workbook, &(code, name)| workbook.row(SheetKind::Units, &[(Code, code), (Name, name)]));
        ["Thôn Một", "Thôn Hai"].iter().fold(workbook, |workbook, name| {
            workbook.row(SheetKind::Villages, &[(Code, &name.replace("Thôn ", "T-")), (Name, name)])
        })
    }

    fn shares(workbook: &TestWorkbook) -> impl Fn(&str) -> Vec<usize> {
        let index = AudienceIndex::of(&workbook.dossier(&mut Diagnostics::new()));
        move |name: &str| index.share(name).assignments.clone()
    }

    #[test]
    fn a_task_belongs_to_its_leads_supporters_and_villages() {
        let workbook = commune()
            .row(SheetKind::Assignments, &[(Content, "Một"), (Lead, "KT"), (Support, "CA; VH"), (VillageScope, "")])
            .row(SheetKind::Assignments, &[(Content, "Hai"), (Lead, "KT"), (Support, ""), (VillageScope, "Thôn Hai")])
            .row(SheetKind::Assignments, &[(Content, "Ba"), (Lead, "VH"), (Support, ""), (VillageScope, "Các thôn")])
            .row(SheetKind::Assignments, &[(Content, "Bốn"), (Lead, "Các phòng"), (Support, ""), (VillageScope, "")]);
        let share = shares(&workbook);
        assert_eq!(share("Phòng Kinh tế"), [0, 1, 3]);
        assert_eq!(share("Phòng Văn hóa - Xã hội"), [0, 2, 3]);
        assert_eq!(share("Công an xã"), [0]);
        assert_eq!(share("Thôn Một"), [2]);
        assert_eq!(share("Thôn Hai"), [1, 2]);
        assert_eq!(share("Sở Nội vụ"), [0; 0]);
    }

    #[test]
    fn a_unit_named_twice_by_one_task_has_it_once() {
        let workbook =
            commune().row(SheetKind::Assignments, &[(Content, "Một"), (Lead, "KT"), (Support, "Các phòng; KT")]);
        assert_eq!(shares(&workbook)("Phòng Kinh tế"), [0]);
    }

    #[test]
    fn a_duty_belongs_to_each_unit_that_its_heading_means() {
        let duty = |heading| [(Unit, heading), (Content, "Đôn đốc")];
        let workbook = commune()
            .row(SheetKind::Implementation, &duty("Công an xã"))
            .row(SheetKind::Implementation, &duty("Trưởng các thôn"));
        let index = AudienceIndex::of(&workbook.dossier(&mut Diagnostics::new()));
        assert_eq!(index.share("Công an xã").duties, [0]);
        assert_eq!(index.share("Thôn Một").duties, [1]);
    }

    #[test]
    fn the_assignees_of_an_audience_are_those_of_its_own_rows() {
        let workbook = commune()
            .row(
                SheetKind::Assignments,
                &[(Content, "Một"), (Lead, "KT"), (Support, ""), (VillageScope, "T-Một; T-Hai")],
            )
            .row(SheetKind::Assignments, &[(Content, "Hai"), (Lead, "VH"), (Support, "CA"), (VillageScope, "T-Hai")])
            .row(SheetKind::Assignments, &[(Content, "Ba"), (Lead, "CA"), (Support, ""), (VillageScope, "Các thôn")]);
        let dossier = workbook.dossier(&mut Diagnostics::new());
        let index = AudienceIndex::of(&dossier);
        let named = |name: &str, village: Option<&str>| -> Vec<(String, usize)> {
            let assignees = index.share(name).assignees(&dossier, village).iter();
            assignees.map(|one| (one.name.clone(), one.named_at.len())).collect()
        };
        let pair = |name: &str, places| (name.to_owned(), places);
        assert_eq!(
            named("Thôn Một", Some("Thôn Một")),
            [pair("Phòng Kinh tế", 1), pair("Thôn Một", 2), pair("Công an xã", 1)]
        );
        assert_eq!(named("Phòng Kinh tế", None), [pair("Phòng Kinh tế", 1), pair("Thôn Một", 1), pair("Thôn Hai", 1)]);
    }

    #[test]
    fn a_line_of_another_village_is_left_out_of_a_villages_list() {
        let lines = ["Thôn Hai", "Các thôn", "Thôn Một (để t/h)", "Công an xã", "Lưu: VT"];
        let workbook =
            lines.iter().fold(commune(), |workbook, line| workbook.row(SheetKind::Recipients, &[(Recipient, line)]));
        let index = AudienceIndex::of(&workbook.dossier(&mut Diagnostics::new()));
        assert_eq!(index.recipients_of_village("Thôn Một"), [1, 2, 3, 4]);
        assert_eq!(index.recipients_of_village("Thôn Hai"), [0, 1, 3, 4]);
    }

    #[test]
    fn picked_elements_keep_the_order_of_the_list() {
        let list = ["a", "b", "c"];
        assert_eq!(Picked::of(&list, None).collect::<Vec<_>>(), [&"a", &"b", &"c"]);
        assert_eq!(Picked::of(&list, Some(&[0, 2])).collect::<Vec<_>>(), [&"a", &"c"]);
    }
}
