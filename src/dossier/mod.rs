//! Second room: rows become a [`Dossier`], facts that were checked once and need no second look.
//!
//! Owns what the rows of a cycle mean together. Must not know Excel, templates or fonts.
//! Its output goes to `draft`; mistakes are collected, all of them, before it stops.

mod amounts;
mod assignees;
mod assignments;
mod cells;
mod collective;
mod commune;
mod completions;
pub mod deadline;
mod document_day;
mod doubles;
pub mod figures;
mod general;
mod grounds;
mod implementation;
mod indicators;
mod measurement;
mod names;
pub mod period;
mod phrase;
mod printed;
mod prose;
mod recipients;
mod register;
mod results;
mod rules;
mod signatories;
mod spoken;
mod standing;
mod successors;
mod village_indicators;
mod villages;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::contract::{Field, GeneralKey, SheetKind};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Record, Records, SheetReading, Skipped};
use crate::settings::Settings;
use crate::vietnamese::fold;
use document_day::DocumentDay;

pub use amounts::{Amount, with_decimals};
pub use assignees::{Assignee, gives_tasks};
pub use assignments::{Assignment, AssignmentGroup, Party};
pub use commune::Commune;
pub use completions::{Completion, DayCell, State};
pub use figures::{Figure, Figures};
pub use general::General;
pub use grounds::{Ground, UsedIn};
pub use implementation::Duty;
pub use indicators::Indicator;
pub use measurement::{Base, Direction, FigureType, Measurement, Target};
pub use prose::Part;
pub use recipients::{Recipient, without_list_marks};
pub use register::{Register, Relation, Unit};
pub use signatories::{Authority, Signatory};
pub use standing::Standing;
pub use village_indicators::{IndicatorKey, VillageIndicator};
pub use villages::{Predecessor, Village};

/// Checked facts of one cycle. Made only by [`check`]: whoever holds one checks nothing again.
#[derive(Clone, Debug)]
pub struct Dossier {
    general: General,
    prose: prose::Prose,
    register: Register,
    grounds: Vec<Ground>,
    assignments: Arc<[Assignment]>,
    implementation: Vec<Duty>,
    recipients: Vec<Recipient>,
    signatory: Signatory,
    year: Option<i32>,
    /// Every column that is filled in a row at least, by sheet.
    filled: BTreeMap<SheetKind, BTreeSet<Field>>,
    /// The filled items of Thông tin chung.
    items: BTreeSet<GeneralKey>,
    /// How the clerk heads the columns of the tasks.
    headings: BTreeMap<Field, String>,
    /// What the results come to; `None` where no day is known to count them on.
    figures: Option<Arc<Figures>>,
    /// What is wrong with the results, where that was not told yet: only a document that prints figures needs them.
    untold: Vec<Diagnostic>,
}

/// What the facts are checked against besides the workbook itself.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The house style of the office.
    pub settings: &'a Settings,
    /// The day of `--as-of`.
    pub as_of: Option<NaiveDate>,
    /// Whether the tasks are to stand in a table, whatever kind the workbook names.
    pub is_tabled: bool,
}

/// What was understood of the rows, whether or not it makes a dossier.
#[derive(Debug)]
pub struct Survey {
    /// The tasks, in order of the rows; one with a mistake stays, with all that was understood of it.
    pub assignments: Arc<[Assignment]>,
    /// The results, in order of the rows.
    pub completions: Arc<[Completion]>,
    /// The indicators, in order of the rows.
    pub indicators: Arc<[Indicator]>,
    /// The villages, in order of the rows.
    pub villages: Vec<Village>,
    /// The units of the sheets, then those known from the tasks alone; collective names come last.
    pub register: Register,
    /// What the results come to; `None` where no day is known to count them on.
    pub figures: Option<Arc<Figures>>,
    /// The facts of the cycle, where nothing is missing or wrong.
    pub dossier: Result<Dossier, Reported>,
}

/// Checks the rows against the contract and one another.
///
/// # Errors
/// `HS-` codes, every mistake found, in `out`.
pub fn check(records: &Records, terms: &Terms, out: &mut Diagnostics) -> Result<Dossier, Reported> {
    gather(records, terms, Reach::Document, out).dossier
}

/// Checks every row, those that no document prints too, and gives what was understood of them even where something is
/// wrong.
pub fn survey(records: &Records, terms: &Terms, out: &mut Diagnostics) -> Survey {
    gather(records, terms, Reach::Everything, out)
}

/// How far rows are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// What the document prints or is decided by: a slip in last month's results keeps no programme from being written.
    Document,
    /// All there is.
    Everything,
}

fn gather(records: &Records, terms: &Terms, reach: Reach, out: &mut Diagnostics) -> Survey {
    let general::Understood { period, kind, figures_as_of, general } = general::check(records, out);
    let mut register = Register::new(records, &terms.settings.units, out);
    rules::check_register(&register, out);
    let prose = prose::gather(records);
    let day = general.as_ref().ok().map(|general| DocumentDay::of(general, terms.as_of));
    let grounds = grounds::check(records, out);
    rules::check_grounds(&rules::GroundFacts { grounds: &grounds, day }, out);
    let implementation = implementation::check(records, &register, out);
    let recipients = recipients::check(records, out);
    let assignments: Arc<[Assignment]> = assignments::check(records, period.as_ref(), &mut register, terms, out).into();
    rules::check_assignments(&assignments, out);
    rules::check_duties(&implementation, out);
    if let Ok(general) = &general {
        check_lists((&recipients, &assignments, &implementation), &register, general, out);
    }
    let reporting_window_days = terms.settings.reporting_window_days;
    let is_prose = kind == Some(DocumentKind::Programme) && !terms.is_tabled;
    let facts = rules::TaskFacts { assignments: &assignments, period, is_prose, reporting_window_days };
    rules::check_tasks(&facts, out);
    let terms_of_results = results::Terms {
        assignments: &assignments,
        period,
        as_of: terms.as_of.or(figures_as_of),
        settings: terms.settings,
    };
    let (results, untold) = results::told_by_need(records, reach, terms_of_results, &mut register, out);
    let results::Results { completions, indicators, villages, figures } = results;
    register.note_admitted(out);
    rules::check_printed(records, &register, out);
    let candidates = signatories::gather(records, out);
    let signatory = match (&general, candidates, day) {
        (Ok(general), Ok(candidates), Some(day)) => signer(candidates, records, general, day, out).ok(),
        _ => None,
    };
    let dossier = out.checkpoint().map(|()| {
        let general = general.expect("a sheet that is not understood is an error");
        Dossier {
            year: printed_year(&general, terms),
            general,
            prose,
            register: register.clone(),
            grounds,
            assignments: Arc::clone(&assignments),
            implementation,
            recipients,
            signatory: signatory.expect("a signer who can't be told is an error"),
            filled: filled(records),
            items: general::filled_items(records),
            headings: headings(records),
            figures: figures.clone(),
            untold,
        }
    });
    Survey { assignments, completions, indicators, villages, register, figures, dossier }
}

/// Compares those with a task with the clerk's own list of who gets the document.
fn check_lists(
    (recipients, assignments, duties): (&[Recipient], &[Assignment], &[Duty]),
    register: &Register,
    general: &General,
    out: &mut Diagnostics,
) {
    let commune = &Commune::of(general);
    let assignees = &assignees::gather(assignments, duties, register, commune);
    let facts = rules::ListFacts { recipients, assignees, assignments, duties, register, general, commune };
    rules::check_lists(&facts, out);
}

impl Dossier {
    /// The keys of Thông tin chung.
    #[must_use]
    pub fn general(&self) -> &General {
        &self.general
    }

    /// The paragraphs of a part of Nội dung, by its name in any spelling; `None` where the workbook has none.
    #[must_use]
    pub fn prose(&self, part: &str) -> Option<&[String]> {
        self.prose.part(part)
    }

    /// Every part of Nội dung, in order of first appearance.
    #[must_use]
    pub fn prose_parts(&self) -> &[Part] {
        self.prose.parts()
    }

    /// The units and villages known.
    #[must_use]
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The documents cited, in order.
    #[must_use]
    pub fn grounds(&self) -> &[Ground] {
        &self.grounds
    }

    /// The tasks, in order.
    #[must_use]
    pub fn assignments(&self) -> &[Assignment] {
        &self.assignments
    }

    /// The tasks by group, in order of first appearance; tasks without a group first.
    #[must_use]
    pub fn assignment_groups(&self) -> Vec<AssignmentGroup<'_>> {
        assignments::grouped(&self.assignments)
    }

    /// Section Tổ chức thực hiện: who does what, in order.
    #[must_use]
    pub fn implementation(&self) -> &[Duty] {
        &self.implementation
    }

    /// Everyone who has a task or a duty, once, in order of the rows.
    #[must_use]
    pub fn assignees(&self) -> Vec<Assignee> {
        assignees::gather(&self.assignments, &self.implementation, &self.register, &self.commune())
    }

    /// The commune that the document comes from.
    #[must_use]
    pub fn commune(&self) -> Commune {
        Commune::of(&self.general)
    }

    /// The lines of Nơi nhận that concern this kind of document, in order; empty where the sheet is.
    #[must_use]
    pub fn recipients(&self) -> &[Recipient] {
        &self.recipients
    }

    /// Who signs.
    #[must_use]
    pub fn signatory(&self) -> &Signatory {
        &self.signatory
    }

    /// The year printed in the date line; `None` leaves it open.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        self.year
    }

    /// How the clerk heads a column of the tasks; as the contract does, where the workbook has no such column.
    #[must_use]
    pub fn heading(&self, field: Field) -> &str {
        self.headings.get(&field).map_or_else(|| SheetKind::Assignments.heading(field), String::as_str)
    }

    /// Whether the tasks have such a column, filled or not.
    #[must_use]
    pub fn has_heading(&self, field: Field) -> bool {
        self.headings.contains_key(&field)
    }

    /// Whether the workbook has rows of this kind.
    #[must_use]
    pub fn has(&self, kind: SheetKind) -> bool {
        self.filled.contains_key(&kind)
    }

    /// Whether a column of a sheet is filled in a row at least.
    #[must_use]
    pub fn has_column(&self, kind: SheetKind, field: Field) -> bool {
        self.filled.get(&kind).is_some_and(|fields| fields.contains(&field))
    }

    /// Whether an item of Thông tin chung is filled.
    #[must_use]
    pub fn has_item(&self, key: GeneralKey) -> bool {
        self.items.contains(&key)
    }
}

fn filled(records: &Records) -> BTreeMap<SheetKind, BTreeSet<Field>> {
    let of = |rows: &Vec<Record>| rows.iter().flat_map(|row| row.cells.fields()).collect();
    records.rows.iter().filter(|(_, rows)| !rows.is_empty()).map(|(&kind, rows)| (kind, of(rows))).collect()
}

fn headings(records: &Records) -> BTreeMap<Field, String> {
    let fields = SheetKind::Assignments.columns().iter().map(|column| column.field);
    fields.filter_map(|field| Some((field, records.heading(SheetKind::Assignments, field)?))).collect()
}

/// Who signs; one named though not valid on the day signs all the same, and that is a warning.
fn signer(
    candidates: Vec<signatories::Candidate>,
    records: &Records,
    general: &General,
    day: DocumentDay,
    out: &mut Diagnostics,
) -> Result<Signatory, Reported> {
    let candidate = signatories::choose(candidates, records, general, day.last, out)?;
    if let Some(named) = &general.signatory {
        rules::check_signer(&rules::NamedSigner { candidate: &candidate, named, day }, out);
    }
    Ok(candidate.signatory)
}

fn printed_year(general: &General, terms: &Terms) -> Option<i32> {
    use chrono::Datelike;
    general.issued_on.or(terms.as_of).or(general.figures_as_of).map(|day| day.year())
}

/// The error of a sheet that can't be done without: at the first file, which is where a clerk would add it.
///
/// A sheet whose header could not be read is there: its own message says what it lacks.
fn missing_sheet(records: &Records, kind: SheetKind, out: &mut Diagnostics) -> Reported {
    let is_unreadable = |sheet: &SheetReading| {
        sheet.skipped == Some(Skipped::Unreadable)
            && sheet.at.sheet.as_deref().is_some_and(|name| fold::key(name).contains(&fold::key(kind.title())))
    };
    if records.sheets.iter().any(is_unreadable) {
        return cells::told_already(out);
    }
    let place = records
        .sheets
        .first()
        .map_or_else(Place::default, |sheet| Place { file: sheet.at.file.clone(), ..Place::default() });
    out.fail(Diagnostic::error("HS-001").at(&place).with("sheet", kind.title()))
}
