//! Rules of one paper, one file each.
//!
//! Owns the lists, and the facts that each rule is checked against: what is right in one paper may be wrong in another
//! of the same cycle. Must not know what all papers share: `dossier` checks that. Two edits add a rule: its file and
//! its line here (and its message in `locales/`).

mod ground_after_document;
mod ground_out_of_force;
mod listed;
mod shared_messages;
mod signer_not_valid;
mod task_incomplete;
#[cfg(test)]
mod test_workbook;
mod unit_not_listed;
mod unit_without_task;

use std::collections::BTreeSet;

use super::PaperRequest;
use super::audience::AudienceRows;
use super::document_day::DocumentDay;
use super::index::Picked;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostics, Rule, check_all};
use crate::dossier::{
    Assignee, Assignment, Candidate, Commune, Dossier, Duty, General, Ground, Located, Recipient, Register,
};

pub(super) use shared_messages::SharedMessages;

/// The tasks, and how the paper prints them.
pub(super) struct PrintedTasks<'a> {
    /// The tasks, in order.
    pub(super) assignments: Picked<'a, Assignment>,
    /// Whether they are printed only as prose, where a task may have neither lead nor deadline.
    pub(super) is_prose: bool,
}

/// The units with a task, and the clerk's own list of recipients.
pub(super) struct ListFacts<'a> {
    /// The kind of paper.
    pub(super) kind: DocumentKind,
    /// The lines of Nơi nhận, of every kind of document.
    pub(super) recipients: &'a [Recipient],
    /// Everyone with a task or a duty.
    pub(super) assignees: &'a [Assignee],
    /// Their names.
    pub(super) assignee_names: BTreeSet<&'a str>,
    /// The tasks, in order.
    pub(super) assignments: &'a [Assignment],
    /// The duties, in order.
    pub(super) duties: &'a [Duty],
    /// The known units.
    pub(super) register: &'a Register,
    /// Thông tin chung.
    pub(super) general: &'a General,
    /// The commune.
    pub(super) commune: &'a Commune,
}

/// The units with a task that the clerk's own list lacks, and those with a task in the paper.
pub(super) struct UnlistedUnits<'a> {
    /// The units with a task in the cycle that no line of Nơi nhận may mean, with every cell that names them.
    pub(super) unlisted: &'a [Assignee],
    /// Those with a task in a paper for one village or unit, without its addressee; `None` in a paper for everyone.
    pub(super) of_audience: Option<Vec<&'a Assignee>>,
}

/// The documents cited, and the day they are cited on.
pub(super) struct CitedGrounds<'a> {
    /// The documents, in order.
    pub(super) grounds: &'a [Ground],
    /// The day of the paper; `None` where Thông tin chung is incomplete.
    pub(super) day: Option<DocumentDay>,
}

/// The signer named in Thông tin chung.
pub(super) struct NamedSigner<'a> {
    /// Their row in Người ký.
    pub(super) candidate: &'a Candidate,
    /// The name, with the cell of Thông tin chung.
    pub(super) named: &'a Located<String>,
    /// The day of the paper.
    pub(super) day: DocumentDay,
}

/// Checks the rules about the rows of a paper.
///
/// The documents cited and the clerk's list of recipients are the same in all papers: they are compared with the whole
/// cycle once, and each paper takes from the outcome what is about it.
pub(super) fn check_paper(request: PaperRequest, rows: AudienceRows, shared: &SharedMessages, out: &mut Diagnostics) {
    out.report_all(shared.about_grounds(rows.shared).iter().cloned());
    let lists = shared.about_lists(request.kind, rows.shared);
    let of_audience = request.audience.name().map(|name| {
        // A letter names the one that it is for in Kính gửi.
        let is_addressed = |one: &Assignee| request.kind == DocumentKind::CongVan && one.name == name;
        rows.assignees().iter().filter(|one| !is_addressed(one)).collect()
    });
    check_unlisted(&UnlistedUnits { unlisted: &lists.unlisted, of_audience }, out);
    out.report_all(lists.without_task.iter().cloned());
    let is_prose = request.kind == DocumentKind::Programme && !request.has_table;
    check_tasks(&PrintedTasks { assignments: rows.assignments(), is_prose }, out);
}

/// Checks the rules about rows that can be checked without a whole Thông tin chung; without a request, only those that
/// need no paper.
pub(super) fn check_rows(dossier: &Dossier, request: Option<PaperRequest>, out: &mut Diagnostics) {
    let day = dossier.general().ok().map(|general| DocumentDay::of(general, dossier.as_of()));
    check_grounds(&CitedGrounds { grounds: dossier.grounds(), day }, out);
    let is_prose = request.is_some_and(|request| request.kind == DocumentKind::Programme && !request.has_table);
    check_tasks(&PrintedTasks { assignments: Picked::of(dossier.assignments(), None), is_prose }, out);
}

fn check_tasks(facts: &PrintedTasks, out: &mut Diagnostics) {
    let rule: &dyn Rule<PrintedTasks> = &task_incomplete::TaskIncomplete;
    rule.check(facts, out);
}

/// Checks the rule about units that the clerk's own list lacks.
fn check_unlisted<'a>(facts: &UnlistedUnits<'a>, out: &mut Diagnostics) {
    let rule: &dyn Rule<UnlistedUnits<'a>> = &unit_not_listed::UnitNotListed;
    rule.check(facts, out);
}

/// Checks the rule about units that the clerk's own list has without need.
fn check_listed<'a>(facts: &ListFacts<'a>, out: &mut Diagnostics) {
    let rule: &dyn Rule<ListFacts<'a>> = &unit_without_task::UnitWithoutTask;
    rule.check(facts, out);
}

/// Checks the rules about the documents cited.
fn check_grounds<'a>(facts: &CitedGrounds<'a>, out: &mut Diagnostics) {
    let rules: [&dyn Rule<CitedGrounds<'a>>; 2] =
        [&ground_out_of_force::GroundOutOfForce, &ground_after_document::GroundAfterDocument];
    check_all(&rules, facts, out);
}

/// Checks the rule about the signer named.
pub(super) fn check_signer<'a>(facts: &NamedSigner<'a>, out: &mut Diagnostics) {
    let rule: &dyn Rule<NamedSigner<'a>> = &signer_not_valid::SignerNotValid;
    rule.check(facts, out);
}
