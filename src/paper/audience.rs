//! Whom a paper is for, and what depends on it.
//!
//! Owns the difference between the facts that all papers of a cycle share ([`SharedFacts`]) and the rows of one audience
//! ([`AudienceRows`]). Must not know what is printed of them. A function that takes only one of the two depends on
//! nothing else of a paper, so that its result may be reused for every paper with the same.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::index::{AudienceIndex, Picked, Share};
use crate::diag::{Diagnostic, Diagnostics, Reported};
use crate::dossier::figures::{Progress, VillageFigure, VillageFigures};
use crate::dossier::{
    Assignee, Assignment, AssignmentGroup, Commune, Dossier, Duty, Figures, General, Recipient, Register, Unit,
    Village, grouped,
};
use crate::vietnamese::fold;

/// Whom a paper is for, and so whose rows it prints. Names are those of the register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience<'a> {
    /// Everyone: every row of the cycle.
    #[default]
    Everyone,
    /// One village: the tasks that it leads or supports, or that have it in their scope.
    Village(&'a str),
    /// One unit: the tasks that it leads or supports.
    Unit(&'a str),
}

/// For whom documents are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audiences {
    /// One document for everyone.
    #[default]
    Everyone,
    /// One for each village of the register.
    EachVillage,
    /// One for each unit of the register that is neither a village nor a collective.
    EachUnit,
}

impl Audiences {
    /// The audiences, in the order of the register.
    pub fn of(self, register: &Register) -> impl Iterator<Item = Audience<'_>> {
        let everyone = (self == Self::Everyone).then_some(Audience::Everyone);
        everyone.into_iter().chain(self.of_register(register).map(|(_, audience)| audience))
    }

    /// The villages or units that documents are written for, in the order of the register; none for everyone.
    pub fn of_register(self, register: &Register) -> impl Iterator<Item = (&Unit, Audience<'_>)> {
        register.units().iter().filter_map(move |unit| Some((unit, self.of_unit(unit)?)))
    }

    /// The audience that is this unit; `None` where no document is written for it.
    fn of_unit(self, unit: &Unit) -> Option<Audience<'_>> {
        match self {
            Self::EachVillage if unit.is_village => Some(Audience::Village(&unit.name)),
            Self::EachUnit if !unit.is_village && !unit.is_collective => Some(Audience::Unit(&unit.name)),
            _ => None,
        }
    }
}

impl<'a> Audience<'a> {
    /// The name of the village or unit; `None` for everyone.
    #[must_use]
    pub fn name(self) -> Option<&'a str> {
        match self {
            Self::Everyone => None,
            Self::Village(name) | Self::Unit(name) => Some(name),
        }
    }

    /// The name of the village; `None` for a unit and for everyone.
    pub(super) fn village(self) -> Option<&'a str> {
        match self {
            Self::Village(name) => Some(name),
            Self::Everyone | Self::Unit(_) => None,
        }
    }
}

/// The facts that all papers of a cycle share, whatever their kind and audience.
#[derive(Clone, Copy, Debug)]
pub struct SharedFacts<'a> {
    /// The facts of the cycle.
    pub dossier: &'a Dossier,
    /// Thông tin chung.
    pub general: &'a General,
    /// The commune that the papers come from.
    pub commune: &'a Commune,
}

/// The tasks and duties that papers for one audience print, whatever their kind, and who has them.
#[derive(Clone, Copy, Debug)]
pub struct AudienceRows<'a> {
    /// The facts of the cycle.
    pub shared: SharedFacts<'a>,
    /// Whose rows they are.
    audience: Audience<'a>,
    index: &'a AudienceIndex,
    /// The rows of the audience; `None` for everyone.
    share: Option<&'a Share>,
}

/// A value that is made from the rows of an audience.
///
/// That for everyone is made once. Those for a village or a unit are made for each paper: few papers use the same one,
/// and a batch for thousands of villages would keep thousands of them in memory.
#[derive(Debug)]
pub struct PerAudience<T>(OnceLock<T>);

impl<T> Default for PerAudience<T> {
    /// No value is made yet.
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T: Clone> PerAudience<T> {
    /// The value for the audience of these rows.
    pub fn value(&self, rows: AudienceRows, make: impl FnOnce() -> T) -> Cow<'_, T> {
        match rows.share {
            None => Cow::Borrowed(self.0.get_or_init(make)),
            Some(_) => Cow::Owned(make()),
        }
    }
}

impl<'a> SharedFacts<'a> {
    /// The facts of a dossier.
    ///
    /// # Errors
    /// Where something in Thông tin chung is missing or wrong.
    pub(super) fn of(dossier: &'a Dossier) -> Result<Self, Reported> {
        Ok(Self { dossier, general: dossier.general()?, commune: dossier.commune()? })
    }

    /// The figures of the results, of the whole cycle.
    ///
    /// # Errors
    /// `HS-062` where the day to count them on is not known; `HS-080` for every cell that should hold a figure and was
    /// not understood.
    pub fn figures(self, out: &mut Diagnostics) -> Result<&'a Figures, Reported> {
        figures(self.dossier, out)
    }
}

/// The figures of the results, of the whole cycle.
///
/// # Errors
/// `HS-062` where the day to count them on is not known; `HS-080` for every cell that should hold a figure and was not
/// understood.
pub fn figures<'a>(dossier: &'a Dossier, out: &mut Diagnostics) -> Result<&'a Figures, Reported> {
    let Some(figures) = dossier.figures() else {
        return Err(out.fail(Diagnostic::error("HS-062").at(dossier.general_at())));
    };
    let mut refused = None;
    for unread in figures.unread() {
        let message = Diagnostic::error("HS-080").at(&unread.at);
        // What the cell may mean was found when it was read.
        let known = unread.warnings.iter().find_map(|warning| Some((warning.hint?, warning)));
        refused = Some(out.fail(match known {
            Some((hint @ ("ambiguous" | "likely"), known)) => {
                Diagnostic { arguments: known.arguments.clone(), ..message.hint(hint) }
            }
            _ => message,
        }));
    }
    refused.map_or(Ok(figures.as_ref()), Err)
}

impl<'a> AudienceRows<'a> {
    /// The rows that a paper for this audience prints.
    pub(super) fn of(audience: Audience<'a>, shared: SharedFacts<'a>, index: &'a AudienceIndex) -> Self {
        Self { shared, audience, index, share: audience.name().map(|name| index.share(name)) }
    }

    /// The tasks, in order.
    #[must_use]
    pub fn assignments(self) -> Picked<'a, Assignment> {
        Picked::of(self.shared.dossier.assignments(), self.share.map(|share| share.assignments.as_slice()))
    }

    /// The tasks that the audience leads, with their progress, in order; for everyone all tasks. Of several leads, one that
    /// has reported its own part as done leads it no longer.
    #[must_use]
    pub fn led(self, figures: &'a Figures) -> Vec<(&'a Assignment, &'a Progress)> {
        match self.audience.name() {
            None => figures.tasks().collect(),
            Some(name) => self.index.led(name, figures),
        }
    }

    /// The tasks that the audience leads, in order; for everyone all tasks.
    pub fn led_tasks(self) -> impl Iterator<Item = &'a Assignment> {
        Picked::of(self.shared.dossier.assignments(), self.share.map(|share| share.led.as_slice()))
    }

    /// The tasks that it has a part in and does not lead, in order; none for everyone.
    pub fn other_tasks(self) -> impl Iterator<Item = &'a Assignment> {
        let all = self.shared.dossier.assignments();
        let share = self.share.into_iter();
        let others =
            share.flat_map(|share| share.assignments.iter().filter(|task| share.led.binary_search(task).is_err()));
        others.filter_map(|&task| all.get(task))
    }

    /// The village or unit of the register that the paper is for; `None` for everyone.
    #[must_use]
    pub fn unit(self) -> Option<&'a Unit> {
        self.shared.dossier.register().find(self.audience.name()?)
    }

    /// The village that the paper is for, as its sheet has it; `None` for a unit and for everyone.
    #[must_use]
    pub fn village(self) -> Option<&'a Village> {
        let name = self.audience.village()?;
        self.shared.dossier.villages().iter().find(|village| village.name.as_deref() == Some(name))
    }

    /// The same tasks by group, in the order of first appearance; tasks without a group first.
    #[must_use]
    pub fn assignment_groups(self) -> Vec<AssignmentGroup<'a>> {
        grouped(self.assignments())
    }

    /// The villages, in order, without those merged into another or not of the period; in a village's paper that one alone.
    #[must_use]
    pub fn villages(self) -> Vec<&'a Village> {
        let all = self.shared.dossier.villages();
        let merged: BTreeSet<String> = all.iter().flat_map(Village::merged_names).map(fold::key).collect();
        let names =
            |village: &Village| [village.name.as_deref(), village.id.as_deref()].map(|name| name.map(fold::key));
        let is_merged = |village: &Village| names(village).into_iter().flatten().any(|name| merged.contains(&name));
        let is_this = |village: &Village| match self.audience.village() {
            Some(name) => village.name.as_deref() == Some(name),
            None => village.is_of_period && !is_merged(village),
        };
        all.iter().filter(|village| is_this(village)).collect()
    }

    /// The duties of Tổ chức thực hiện, in order.
    #[must_use]
    pub fn duties(self) -> Picked<'a, Duty> {
        Picked::of(self.shared.dossier.implementation(), self.share.map(|share| share.duties.as_slice()))
    }

    /// The clerk's lines of Nơi nhận, in order; a village's paper does not go to single other villages.
    #[must_use]
    pub fn recipients(self) -> Vec<&'a Recipient> {
        let all = self.shared.dossier.recipients();
        match self.audience.village() {
            Some(name) => self.index.recipients_of_village(name).into_iter().filter_map(|line| all.get(line)).collect(),
            None => all.iter().collect(),
        }
    }

    /// The figures of villages side by side. A village's paper has its own row of each indicator, without a total, which
    /// would be that of all villages.
    #[must_use]
    pub fn village_figures(self, figures: &'a Figures) -> Cow<'a, [VillageFigures]> {
        match (self.audience, self.share) {
            (Audience::Village(_), Some(share)) => {
                let picked = share.village_figures.chunk_by(|(one, _), (other, _)| one == other);
                Cow::Owned(picked.filter_map(|rows| own_rows(figures.villages(), rows)).collect())
            }
            _ => Cow::Borrowed(figures.villages()),
        }
    }

    /// The rows of Chỉ tiêu thôn about the village that the paper is for, each with its indicator, in order; none in any
    /// other paper.
    pub fn own_village_figures(self) -> impl Iterator<Item = (&'a VillageFigures, &'a VillageFigure)> {
        let all = self.shared.dossier.village_figures();
        let places = self.share.filter(|_| self.audience.village().is_some());
        let places = places.map_or(&[][..], |share| share.village_figures.as_slice());
        places.iter().filter_map(|&(indicator, row)| Some((all.get(indicator)?, all.get(indicator)?.rows.get(row)?)))
    }

    /// Everyone who has one of these tasks or duties, each once, in the order of the rows.
    #[must_use]
    pub fn assignees(self) -> &'a [Assignee] {
        let dossier = self.shared.dossier;
        self.share.map_or(dossier.assignees().all(), |share| share.assignees(dossier, self.audience.village()))
    }
}

/// Some rows of one indicator, each given by the indicator's index and its own.
fn own_rows(indicators: &[VillageFigures], rows: &[(usize, usize)]) -> Option<VillageFigures> {
    let VillageFigures { name, measure, direction, figure_type, rows: all, .. } = indicators.get(rows.first()?.0)?;
    Some(VillageFigures {
        name: name.clone(),
        measure: measure.clone(),
        direction: *direction,
        figure_type: *figure_type,
        rows: rows.iter().filter_map(|&(_, row)| all.get(row)).cloned().collect(),
        total: None,
    })
}
