//! The messages about the facts, by the papers that they are about.
//!
//! Owns which villages or units print the row of a message. Must not know one paper. `pipeline` asks what is wrong with
//! the rows of each paper; the answers are made in one pass over the messages and the shares.

use std::collections::{BTreeMap, BTreeSet};

use super::audience::{Audience, Audiences};
use super::index::AudienceIndex;
use crate::diag::{Concern, Diagnostic, Diagnostics, Goals, Place, Severity};
use crate::dossier::{Assignment, BodyKind, Dossier};

/// What was reported about the facts before the first paper, by audience; messages about figures are left out.
#[derive(Debug, Default)]
pub struct RowMessages {
    /// All messages.
    whole: MessageCount,
    /// Those that are not about the rows of some audiences only.
    shared: MessageCount,
    /// Those about rows of an audience, by its name.
    own: BTreeMap<String, MessageCount>,
    /// The errors about rows of some audiences only: the index among the messages, and the names.
    errors: Vec<(usize, Vec<String>)>,
}

/// Some messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MessageCount {
    /// How many are warnings.
    pub warnings: usize,
    /// Whether an error among them holds papers back.
    pub holds_back: bool,
}

impl MessageCount {
    /// Counts a message, for papers that are about it.
    pub fn add(&mut self, message: &Diagnostic) {
        self.warnings += usize::from(message.severity == Severity::Warning);
        self.holds_back |= message.holds_back(Goals { papers: true, figures: true });
    }
}

impl RowMessages {
    /// Sorts the messages reported so far.
    #[must_use]
    pub fn of(reported: &Diagnostics, audiences: Audiences, dossier: &Dossier, index: &AudienceIndex) -> Self {
        let messages = || reported.messages().iter().enumerate();
        let messages = || messages().filter(|(_, message)| message.concern != Some(Concern::Figures));
        let mut sorted = Self::default();
        messages().for_each(|(_, message)| sorted.whole.add(message));
        if audiences == Audiences::Everyone {
            return sorted;
        }
        let rows = PrintedRows::of(messages().map(|(_, message)| message), audiences, dossier, index);
        for (place, message) in messages() {
            let Some(names) = rows.audiences(message) else {
                sorted.shared.add(message);
                continue;
            };
            for &name in &names {
                sorted.own.entry(name.to_owned()).or_default().add(message);
            }
            if message.severity == Severity::Error {
                sorted.errors.push((place, names.into_iter().map(str::to_owned).collect()));
            }
        }
        sorted
    }

    /// Those about a paper for this audience. Figures are counted from every row, so that a paper that prints some is
    /// about all rows.
    #[must_use]
    pub fn about(&self, audience: Audience, prints_figures: bool) -> MessageCount {
        let Some(name) = audience.name().filter(|_| !prints_figures) else { return self.whole };
        let own = self.own.get(name).copied().unwrap_or_default();
        MessageCount {
            warnings: self.shared.warnings + own.warnings,
            holds_back: self.shared.holds_back || own.holds_back,
        }
    }

    /// Whether an error holds every paper back, whatever its audience.
    #[must_use]
    pub fn holds_back_all(&self, audiences: Audiences) -> bool {
        if audiences == Audiences::Everyone { self.whole.holds_back } else { self.shared.holds_back }
    }

    /// The errors that hold back the papers of some villages or units only: the index of each among the messages, and
    /// whose papers they are.
    #[must_use]
    pub fn errors_of_some(&self) -> &[(usize, Vec<String>)] {
        &self.errors
    }
}

/// A row of a workbook: file, sheet, number.
type RowKey<'a> = (Option<&'a str>, Option<&'a str>, u32);

/// The rows of a place that papers may print; `None` where it is no cell.
fn row_key(place: &Place) -> Option<RowKey<'_>> {
    let row = place.cell?.row;
    Some((place.file.as_deref(), place.sheet.as_deref(), row))
}

/// The rows that messages are about and that some audiences print.
struct PrintedRows<'a> {
    rows: BTreeMap<RowKey<'a>, Vec<PrintedRow<'a>>>,
    /// The audiences that print each of these tasks.
    tasks: BTreeMap<usize, Vec<&'a str>>,
    /// Likewise for the duties.
    duties: BTreeMap<usize, Vec<&'a str>>,
    audiences: Audiences,
    dossier: &'a Dossier,
}

/// What is in a row.
#[derive(Clone, Copy)]
enum PrintedRow<'a> {
    Task(usize),
    Duty(usize),
    /// A village or unit of the register.
    Audience(&'a str),
}

impl<'a> PrintedRows<'a> {
    fn of<'m>(
        messages: impl Iterator<Item = &'m Diagnostic>,
        audiences: Audiences,
        dossier: &'a Dossier,
        index: &'a AudienceIndex,
    ) -> Self {
        let wanted: BTreeSet<RowKey> = messages.flat_map(places).filter_map(row_key).collect();
        let mut found =
            Self { rows: BTreeMap::new(), tasks: BTreeMap::new(), duties: BTreeMap::new(), audiences, dossier };
        let mut add = |place: &'a Place, row: u32, printed: PrintedRow<'a>| {
            let key = row_key(place).map(|(file, sheet, _)| (file, sheet, row)).filter(|key| wanted.contains(key));
            if let Some(key) = key {
                found.rows.entry(key).or_default().push(printed);
            }
        };
        for (task, printed) in dossier.assignments().iter().zip((0..).map(PrintedRow::Task)) {
            [task.row].iter().chain(&task.merged_from).for_each(|&row| add(&task.at, row, printed));
        }
        for (duty, printed) in dossier.implementation().iter().zip((0..).map(PrintedRow::Duty)) {
            duty.named_at.iter().for_each(|at| add(at, at.cell.map_or(0, |cell| cell.row), printed));
        }
        for audience in audiences.of(dossier.register()).filter_map(Audience::name) {
            let at = dossier.register().find(audience).and_then(|unit| unit.at.as_ref());
            if let Some(at) = at {
                add(at, at.cell.map_or(0, |cell| cell.row), PrintedRow::Audience(audience));
            }
        }
        found.add_audiences(index);
        found
    }

    /// Notes whose share has the tasks and duties found.
    fn add_audiences(&mut self, index: &'a AudienceIndex) {
        for printed in self.rows.values().flatten() {
            match printed {
                PrintedRow::Task(task) => drop(self.tasks.entry(*task).or_default()),
                PrintedRow::Duty(duty) => drop(self.duties.entry(*duty).or_default()),
                PrintedRow::Audience(_) => {}
            }
        }
        for name in self.audiences.of(self.dossier.register()).filter_map(Audience::name) {
            let share = index.share(name);
            for (rows, of_share) in [(&mut self.tasks, &share.assignments), (&mut self.duties, &share.duties)] {
                for row in of_share {
                    rows.entry(*row).and_modify(|names| names.push(name));
                }
            }
        }
    }

    /// The audiences that print the rows of a message; `None` where it is about all papers: one of its places is no row
    /// of some audiences only, or it is not certain whose row it is.
    fn audiences(&self, message: &Diagnostic) -> Option<BTreeSet<&'a str>> {
        let is_error = message.severity == Severity::Error;
        match message.concern {
            Some(Concern::Row) => {}
            // Reading the files warns of single cells, too.
            None | Some(Concern::Everything) if !is_error => {}
            _ => return None,
        }
        let mut names = BTreeSet::new();
        for place in places(message) {
            for &row in self.rows.get(&row_key(place)?)? {
                let of_row: &[&str] = match row {
                    PrintedRow::Task(task) if is_error && self.is_unclear(task, place) => return None,
                    PrintedRow::Task(task) => &self.tasks[&task],
                    PrintedRow::Duty(duty) => &self.duties[&duty],
                    // Who has which rows depends on the names and codes of the register.
                    PrintedRow::Audience(_) if is_error => return None,
                    PrintedRow::Audience(name) => &[name],
                };
                if of_row.is_empty() && is_error {
                    return None;
                }
                names.extend(of_row);
            }
        }
        Some(names)
    }

    /// Whether it is not certain for whom a task is, since this cell of it is wrong.
    fn is_unclear(&self, task: usize, wrong: &Place) -> bool {
        let task = &self.dossier.assignments()[task];
        let column = |place: &Place| place.cell.map(|cell| cell.column);
        let is_in = |place: &Place| column(place) == column(wrong);
        match self.audiences {
            Audiences::Everyone => false,
            Audiences::EachVillage => is_in(&task.villages_at) || self.may_name_unknown_village(task),
            Audiences::EachUnit => is_in(&task.lead_at) || is_in(&task.support_at),
        }
    }

    /// Whether a party of the task seems to be a village that is not in the register.
    fn may_name_unknown_village(&self, task: &Assignment) -> bool {
        let (register, commune) = (self.dossier.register(), self.dossier.commune());
        let is_unknown = |name: &str| register.find(name).is_none();
        let is_village = |name: &str| commune.is_ok_and(|commune| commune.kind_of_body(name) == BodyKind::Village);
        let mut parties = task.lead.iter().chain(&task.support).map(|party| party.unit.as_str());
        parties.any(|name| is_unknown(name) && is_village(name))
    }
}

/// Every place of a message.
fn places(message: &Diagnostic) -> impl Iterator<Item = &Place> {
    std::iter::once(&message.place).chain(&message.also)
}
