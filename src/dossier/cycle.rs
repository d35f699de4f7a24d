//! The facts of one cycle, and the questions that the later stages ask.
//!
//! Owns the [`Dossier`] and its getters. Must not know how the facts are found: `check` finds them. `paper` and
//! all later rooms read them here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::assignees::Assignees;
use super::assignments::Assignment;
use super::commune::Commune;
use super::completions::Completion;
use super::figures::{Figures, VillageFigures};
use super::general::{self, General};
use super::grounds::Ground;
use super::implementation::Duty;
use super::indicators::Indicator;
use super::period::Period;
use super::prose::{self, ProsePart};
use super::recipients::Recipient;
use super::register::Register;
use super::signatories::Candidate;
use super::villages::Village;
use crate::contract::{Field, GeneralKey, SheetKind};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Place, Reported};
use crate::records::Located;

/// The facts of one cycle, as far as the rows were understood. What is missing or wrong was reported, and no paper is
/// made from it.
#[derive(Clone, Debug)]
pub struct Dossier {
    pub(super) general: general::Understood,
    pub(super) prose: prose::Prose,
    pub(super) register: Register,
    pub(super) grounds: Vec<Ground>,
    pub(super) assignments: Arc<[Assignment]>,
    pub(super) implementation: Vec<Duty>,
    pub(super) assignees: Assignees,
    pub(super) recipients: Vec<Recipient>,
    pub(super) commune: Result<Commune, Reported>,
    pub(super) signatories: Result<Vec<Candidate>, Reported>,
    pub(super) signatories_at: Place,
    pub(super) completions: Arc<[Completion]>,
    pub(super) indicators: Arc<[Indicator]>,
    pub(super) villages: Vec<Village>,
    pub(super) as_of: Option<NaiveDate>,
    /// Every column that is filled in at least one row, by sheet.
    pub(super) filled: BTreeMap<SheetKind, BTreeSet<Field>>,
    /// The filled items of Thông tin chung.
    pub(super) items: BTreeSet<GeneralKey>,
    /// The clerk's headings of the task columns.
    pub(super) headings: BTreeMap<Field, String>,
    /// The figures of the villages side by side.
    pub(super) village_figures: Arc<[VillageFigures]>,
    /// The figures of the results; `None` where the day to count them on is not known.
    pub(super) figures: Option<Arc<Figures>>,
    /// The message for each cell that should hold a figure and was not understood, as long as no paper prints it.
    pub(super) unread: Vec<Diagnostic>,
    /// The first file, where a clerk would add a sheet.
    pub(super) first_file: Place,
}

impl Dossier {
    /// The keys of Thông tin chung.
    ///
    /// # Errors
    /// Where something in them is missing or wrong.
    pub fn general(&self) -> Result<&General, Reported> {
        self.general.general.as_ref().map_err(|reported| *reported)
    }

    /// The commune that the cycle's papers come from.
    ///
    /// # Errors
    /// Where something in Thông tin chung is missing or wrong.
    pub fn commune(&self) -> Result<&Commune, Reported> {
        self.commune.as_ref().map_err(|reported| *reported)
    }

    /// The period; `None` where Thông tin chung names none that is understood.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.general.period
    }

    /// The kind of document that the workbook names; `None` where it names none.
    #[must_use]
    pub fn kind(&self) -> Option<DocumentKind> {
        self.general.kind
    }

    /// The cell of that kind; an empty place where Thông tin chung has no such item.
    #[must_use]
    pub fn kind_at(&self) -> &Place {
        &self.general.kind_at
    }

    /// The template that the workbook names, and its cell.
    #[must_use]
    pub fn template(&self) -> Option<&Located<String>> {
        self.general.template.as_ref()
    }

    /// The sheet Thông tin chung, be it unreadable or blank; an empty place where there is none.
    #[must_use]
    pub fn general_at(&self) -> &Place {
        &self.general.at
    }

    /// Whether an item of Thông tin chung that seems to be missing may be there: misspelt, or in a sheet that was not read.
    #[must_use]
    pub fn may_have_more_items(&self) -> bool {
        self.general.may_have_more_items
    }

    /// Whether the workbooks are a bare register of tasks or results: none has a sheet Thông tin chung, so no paper can
    /// be made of them.
    #[must_use]
    pub fn is_bare_register(&self) -> bool {
        !self.general.has_sheet
    }

    /// The day of `--as-of`, if one was given.
    #[must_use]
    pub fn as_of(&self) -> Option<NaiveDate> {
        self.as_of
    }

    /// Everyone on the sheet Người ký.
    ///
    /// # Errors
    /// Where the sheet is missing or a row is wrong.
    pub fn signatories(&self) -> Result<&[Candidate], Reported> {
        self.signatories.as_deref().map_err(|reported| *reported)
    }

    /// The sheet Người ký; an empty place where there is none.
    #[must_use]
    pub fn signatories_at(&self) -> &Place {
        &self.signatories_at
    }

    /// The results, in order of the rows.
    #[must_use]
    pub fn completions(&self) -> &[Completion] {
        &self.completions
    }

    /// The indicators, in order of the rows.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The villages, in order of the rows.
    #[must_use]
    pub fn villages(&self) -> &[Village] {
        &self.villages
    }

    /// The figures of the villages side by side, by indicator; they depend on no day.
    #[must_use]
    pub fn village_figures(&self) -> &[VillageFigures] {
        &self.village_figures
    }

    /// The figures of the results; `None` where the day to count them on is not known.
    #[must_use]
    pub fn figures(&self) -> Option<&Arc<Figures>> {
        self.figures.as_ref()
    }

    /// The warning for each cell that should hold a figure and was not understood. A paper that prints figures reports
    /// an error there instead.
    #[must_use]
    pub fn unread(&self) -> &[Diagnostic] {
        &self.unread
    }

    /// The first file: where a clerk would add a sheet that is missing.
    #[must_use]
    pub fn first_file(&self) -> &Place {
        &self.first_file
    }

    /// The paragraphs of a part of Nội dung, by its name in any spelling; `None` where the workbook does not have it.
    #[must_use]
    pub fn prose(&self, part: &str) -> Option<&[String]> {
        self.prose.part(part)
    }

    /// Every part of Nội dung, in the order of first appearance.
    #[must_use]
    pub fn prose_parts(&self) -> &[ProsePart] {
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

    /// Section Tổ chức thực hiện: who does what, in order.
    #[must_use]
    pub fn implementation(&self) -> &[Duty] {
        &self.implementation
    }

    /// Everyone who has a task or a duty, each once, in the order of the rows; empty where the commune is not known.
    #[must_use]
    pub fn assignees(&self) -> &Assignees {
        &self.assignees
    }

    /// The lines of Nơi nhận for this kind of document, in order; empty where the sheet is empty.
    #[must_use]
    pub fn recipients(&self) -> &[Recipient] {
        &self.recipients
    }

    /// The clerk's heading of a task column; the contract's heading where the workbook has no such column.
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

    /// Whether a column of a sheet is filled in at least one row.
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
