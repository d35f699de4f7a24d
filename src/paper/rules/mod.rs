//! Rules of one paper, one file each.
//!
//! Owns the lists, and the facts that each rule is checked against: what is right in one paper may be wrong in another
//! of the same cycle. Must not know what all papers share: `dossier` checks that. Two edits add a rule: its file and
//! its line here (and its message in `locales/`).

mod ground_after_document;
mod ground_out_of_force;
mod listed;
mod signer_not_valid;
mod task_incomplete;
#[cfg(test)]
mod test_workbook;
mod unit_not_listed;
mod unit_without_task;

use super::PaperRequest;
use super::document_day::DocumentDay;
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostics, Rule, check_all};
use crate::dossier::{
    Assignee, Assignment, Candidate, Commune, Dossier, Duty, General, Ground, Located, Recipient, Register,
};

/// The tasks, and how the paper prints them.
pub(super) struct PrintedTasks<'a> {
    /// The tasks, in order.
    pub(super) assignments: &'a [Assignment],
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

/// Checks the rules about rows; without a request, only those that need no paper.
pub(super) fn check(dossier: &Dossier, request: Option<PaperRequest>, out: &mut Diagnostics) {
    let day = dossier.general().ok().map(|general| DocumentDay::of(general, dossier.as_of()));
    check_grounds(&CitedGrounds { grounds: dossier.grounds(), day }, out);
    if let (Some(request), Ok(general), Ok(commune)) = (request, dossier.general(), dossier.commune()) {
        let facts = ListFacts {
            kind: request.kind,
            recipients: dossier.recipients(),
            assignees: dossier.assignees().all(),
            assignments: dossier.assignments(),
            duties: dossier.implementation(),
            register: dossier.register(),
            general,
            commune,
        };
        check_lists(&facts, out);
    }
    let is_prose = request.is_some_and(|request| request.kind == DocumentKind::Programme && !request.has_table);
    let rule: &dyn Rule<PrintedTasks> = &task_incomplete::TaskIncomplete;
    rule.check(&PrintedTasks { assignments: dossier.assignments(), is_prose }, out);
}

/// Checks the rules about who gets the paper.
fn check_lists<'a>(facts: &ListFacts<'a>, out: &mut Diagnostics) {
    let rules: [&dyn Rule<ListFacts<'a>>; 2] = [&unit_not_listed::UnitNotListed, &unit_without_task::UnitWithoutTask];
    check_all(&rules, facts, out);
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
