//! Second room: rows become a [`Dossier`], the facts of a cycle that all its papers share.
//!
//! Owns what the rows of a cycle mean together. Must not know Excel, which paper is asked for, templates or fonts. Its
//! output goes to `paper`: every row is kept whatever is wrong with it, and each mistake is reported with what it holds
//! back.

mod admitted_names;
mod amounts;
mod assignees;
mod assignments;
mod beside;
mod body_kind;
mod body_symbol;
mod cells;
mod code_key;
mod collective;
mod commune;
mod completions;
mod counted;
mod cycle;
mod days;
pub mod deadline;
mod duplicates;
pub mod figures;
mod form;
mod form_lines;
mod general;
mod general_days;
mod general_kind;
mod general_units;
mod grounds;
mod implementation;
mod indicators;
mod joined_days;
mod joined_units;
mod lead_order;
mod likely_unit;
mod list_marks;
mod list_number;
mod listed_villages;
mod measure_kind;
mod measurement;
mod merger_remark;
mod name_in_full;
mod named;
mod names;
mod no_name;
mod nothing;
mod parties;
pub mod period;
mod persons;
mod printed;
mod prose;
mod recipient_line;
mod recipient_purpose;
mod recipients;
mod register;
mod registered_units;
mod results;
mod rules;
mod short_name;
mod signatories;
mod standing_boards;
mod state;
mod subject;
mod successors;
mod task_deadline;
mod task_index;
mod task_wording;
mod typed_mark;
mod typed_roles;
mod typography;
mod unit;
mod unit_name;
mod unknown_names;
mod validity;
mod village_indicators;
mod village_names;
mod villages;
mod worded_figure;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::contract::{Field, SheetKind};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Concern, Diagnostic, Diagnostics, Place, Reported};
use crate::records::{Record, Records, SheetReading, Skipped};
use crate::settings::Settings;
use crate::vietnamese::fold;
use beside::beside;
use rules::{WordFacts, WordMessages};

pub use crate::contract::NameWords;
pub use crate::records::Located;
pub use amounts::{Amount, with_decimals};
pub use assignees::{Assignee, Assignees, gives_tasks};
pub use assignments::{Assignment, AssignmentGroup, grouped};
pub use body_kind::BodyKind;
pub use collective::Collective;
pub use commune::{Commune, known};
pub use completions::{Completion, DayCell};
pub use cycle::Dossier;
pub use days::TimedDay;
pub use figures::{Figure, Figures};
pub use form::{BodySort, GovernmentLevel, Held, NamedBody, Office, Offices, Standing};
pub use general::General;
pub use grounds::{Ground, UsedIn};
pub use implementation::Duty;
pub use indicators::Indicator;
pub use measure_kind::MeasureKind;
pub use measurement::{Base, Direction, FigureType, Measurement, Target, UnreadFigure};
pub use parties::Party;
pub use prose::ProsePart;
pub use recipients::{Recipient, without_list_marks};
pub use register::Register;
#[cfg(test)]
pub(crate) use rules::test_workbook::{Row as TestRow, TestWorkbook};
pub use signatories::{Candidate, Signatory};
pub use state::State;
pub use subject::{Deed, NamedText, Subject};
pub use unit::{Relation, Unit};
pub use village_indicators::{IndicatorKey, VillageIndicator};
pub use villages::{Predecessor, Village};

/// What the facts are checked against, besides the workbook itself.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The house style of the office.
    pub settings: &'a Settings,
    /// The day of `--as-of`.
    pub as_of: Option<NaiveDate>,
}

/// Checks the rows against the contract and against one another. Every mistake found is in `out` (`HS-` codes), each
/// with its concern; every row is kept, with all that was understood of it.
pub fn check(records: &Records, terms: &Terms, out: &mut Diagnostics) -> Dossier {
    rules::check_answers(records, terms.settings, out);
    let set_right = out.within(Concern::Row, |out| typography::set_right(records, out));
    let records = set_right.as_ref().unwrap_or(records);
    let mut general = general::check(records, out);
    let period = general.period;
    let mut register = register_of(records, &mut general, terms, out);
    let facts = WordFacts::of(records, &register, general.general.as_ref().ok(), period);
    let rows = records.rows.values().map(Vec::len).sum();
    let mut about_work = Diagnostics::after(out);
    let check_work = || Work::of(records, &general, &mut register, terms, &mut about_work);
    let (WordMessages { names, words }, work) = beside(rows, || rules::check_words(&facts), check_work);
    let Work { grounds, implementation, recipients, assignments, results } = work;
    for found in [names, about_work, words] {
        out.report_all(found.into_messages());
    }
    out.within(Concern::Row, |out| rules::check_headings(records, &register, out));
    let prose = prose::gather(records);
    if let Ok(general) = &general.general {
        out.within(Concern::Paper, |out| rules::check_prose(general, prose.parts(), out));
    }
    let signatories = out.within(Concern::Paper, |out| {
        let issuer = general.general.as_ref().ok().map(|general| &general.issuer);
        signatories::gather(records, issuer, period.as_ref(), out)
    });
    let results::Results { completions, indicators, villages, village_figures, figures, unread } = results;
    let commune = general.general.as_ref().map(Commune::of).map_err(|reported| *reported);
    let assignees =
        commune.as_ref().map(|commune| assignees::gather(&assignments, &implementation, &register, commune));
    Dossier {
        assignees: assignees.unwrap_or_default(),
        commune,
        signatories_at: records.sheet(SheetKind::Signatories).map(|sheet| sheet.at.clone()).unwrap_or_default(),
        items: general::filled_items(records),
        general,
        prose,
        register,
        grounds,
        assignments,
        implementation,
        recipients,
        signatories,
        completions,
        indicators,
        villages,
        as_of: terms.as_of,
        filled: filled(records),
        headings: headings(records),
        village_figures,
        figures,
        unread,
        first_file: first_file(records),
    }
}

/// The grounds, the work given and its results.
struct Work {
    grounds: Vec<Ground>,
    implementation: Vec<Duty>,
    recipients: Vec<Recipient>,
    assignments: Arc<[Assignment]>,
    results: results::Results,
}

impl Work {
    /// Checks the rows about them.
    fn of(
        records: &Records,
        general: &general::Understood,
        register: &mut Register,
        terms: &Terms,
        out: &mut Diagnostics,
    ) -> Self {
        let period = general.period;
        let (grounds, implementation, recipients, assignments) = out.within(Concern::Row, |out| {
            rules::check_register(register, out);
            let grounds = grounds::check(records, period.as_ref(), out);
            rules::check_grounds(&grounds, out);
            let implementation = implementation::check(records, register, out);
            let recipients = recipients::check(records, register, out);
            let assignments = assignments::check(records, period.as_ref(), register, terms, out);
            (grounds, implementation, recipients, Arc::<[Assignment]>::from(assignments))
        });
        out.within(Concern::Row, |out| {
            rules::check_assignments(&assignments, out);
            rules::check_duties(&implementation, out);
            let reporting_window_days = terms.settings.reporting_window_days;
            rules::check_tasks(&rules::TaskFacts { assignments: &assignments, period, reporting_window_days }, out);
        });
        let results = counted(records, general, &assignments, register, terms, out);
        Self { grounds, implementation, recipients, assignments, results }
    }
}

/// The register, and the units of Thông tin chung as it writes them.
fn register_of(records: &Records, general: &mut general::Understood, terms: &Terms, out: &mut Diagnostics) -> Register {
    let mut register = Register::new(records, &terms.settings.units, general.period.as_ref(), out);
    if let Ok(general) = &general.general
        && general.issuer.asks_others()
        // What a division submits is to be issued by the Committee, which assigns.
        && general.kind != DocumentKind::ToTrinh
    {
        register.ask_all(&general.issuer.in_full());
    }
    if let Ok(general) = &mut general.general {
        general.name_units(&register, out);
    }
    register
}

/// The results and the figures made of them, as of `--as-of` or else Ngày chốt số liệu.
fn counted(
    records: &Records,
    general: &general::Understood,
    assignments: &Arc<[Assignment]>,
    register: &mut Register,
    terms: &Terms,
    out: &mut Diagnostics,
) -> results::Results {
    let admitted_by_tasks = register.admitted();
    let as_of = terms.as_of.or(general.figures_as_of);
    let closing_day = general.figures_as_of.filter(|_| terms.as_of.is_none());
    let closing_day = closing_day.map(|value| Located { value, at: general.figures_as_of_at.clone() });
    let (period, closing_day, settings) = (general.period, closing_day.as_ref(), terms.settings);
    let basis = results::CountBasis { assignments, period, as_of, closing_day, settings };
    let results = out.within(Concern::Figures, |out| {
        let results = results::gather(records, basis, register, out);
        register.note_admitted_from(admitted_by_tasks, out);
        results
    });
    register.note_admitted_up_to(admitted_by_tasks, out);
    admitted_names::report(register, out);
    results
}

fn filled(records: &Records) -> BTreeMap<SheetKind, BTreeSet<Field>> {
    let of = |rows: &Vec<Record>| rows.iter().flat_map(|row| row.cells.fields()).collect();
    records.rows.iter().filter(|(_, rows)| !rows.is_empty()).map(|(&kind, rows)| (kind, of(rows))).collect()
}

fn headings(records: &Records) -> BTreeMap<Field, String> {
    let fields = SheetKind::Assignments.columns().iter().map(|column| column.field);
    fields.filter_map(|field| Some((field, records.heading(SheetKind::Assignments, field)?))).collect()
}

/// The first file of the records; an empty place where there is none.
fn first_file(records: &Records) -> Place {
    let first = records.sheets.first();
    first.map_or_else(Place::default, |sheet| Place { file: sheet.at.file.clone(), ..Place::default() })
}

/// Reports a missing sheet that every paper needs: at the first file, where a clerk would add it.
///
/// A sheet with an unreadable header is not missing: its own message has been reported. A blank one is there, too.
fn missing_sheet(records: &Records, kind: SheetKind, out: &mut Diagnostics) -> Reported {
    if unreadable_sheet(records, kind).is_some() {
        return cells::already_reported(out);
    }
    if let Some(blank) = records.blank_sheet(kind) {
        let message = Diagnostic::error("HS-091").concerning(Concern::Paper).at(&blank.at);
        return out.fail(message.with("sheet", kind.title()));
    }
    let message = Diagnostic::error("HS-001").concerning(Concern::Paper).with("sheet", kind.title());
    out.fail(match records.renamed_sheet(kind) {
        Some(renamed) => {
            let name = renamed.at.sheet.clone().unwrap_or_default();
            message.at(&renamed.at).with("renamed", name).hint("renamed")
        }
        None => message.at(&first_file(records)),
    })
}

/// The sheet of this name whose header could not be read; `None` where there is none.
fn unreadable_sheet(records: &Records, kind: SheetKind) -> Option<&SheetReading> {
    let is_so = |sheet: &&SheetReading| {
        sheet.skipped == Some(Skipped::Unreadable)
            && sheet.at.sheet.as_deref().is_some_and(|name| fold::key(name).contains(&fold::key(kind.title())))
    };
    records.sheets.iter().find(is_so)
}
