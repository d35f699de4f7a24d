//! What the rules find about the facts that all papers share, found once.
//!
//! Owns comparing the documents cited with the day of the papers, and the clerk's list of recipients with the tasks of
//! the whole cycle. Must not know one paper: `check_paper` takes from it what is about a paper.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::{CitedGrounds, ListFacts, check_grounds, check_listed, unit_not_listed};
use crate::decree::kinds::DocumentKind;
use crate::diag::{Diagnostic, Diagnostics};
use crate::dossier::Assignee;
use crate::paper::audience::SharedFacts;
use crate::paper::document_day::DocumentDay;

/// The messages that papers of one dossier share, each made when a paper first needs it.
#[derive(Debug, Default)]
pub(in crate::paper) struct SharedMessages {
    grounds: OnceLock<Vec<Diagnostic>>,
    /// By kind: a line of the list may be for some kinds only.
    lists: Mutex<BTreeMap<DocumentKind, Arc<ComparedLists>>>,
}

/// The clerk's list for one kind of document, compared with the units that have a task.
#[derive(Debug)]
pub(super) struct ComparedLists {
    /// The units with a task in the cycle that no line may mean.
    pub(super) unlisted: Vec<Assignee>,
    /// The messages about units with a line and without a task.
    pub(super) without_task: Vec<Diagnostic>,
}

impl SharedMessages {
    /// The messages about the documents cited.
    pub(super) fn about_grounds(&self, facts: SharedFacts) -> &[Diagnostic] {
        self.grounds.get_or_init(|| {
            let SharedFacts { dossier, general, .. } = facts;
            let day = Some(DocumentDay::of(general, dossier.as_of()));
            let mut out = Diagnostics::new();
            check_grounds(&CitedGrounds { grounds: dossier.grounds(), day }, &mut out);
            without_concern(out)
        })
    }

    /// The clerk's list for this kind of document, compared with the tasks.
    pub(super) fn about_lists(&self, kind: DocumentKind, facts: SharedFacts) -> Arc<ComparedLists> {
        let mut lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(lists.entry(kind).or_insert_with(|| Arc::new(ComparedLists::of(kind, facts))))
    }
}

impl ComparedLists {
    fn of(kind: DocumentKind, facts: SharedFacts) -> Self {
        let SharedFacts { dossier, general, commune } = facts;
        let facts = ListFacts {
            kind,
            recipients: dossier.recipients(),
            assignees: dossier.assignees().all(),
            assignee_names: dossier.assignees().all().iter().map(|one| one.name.as_str()).collect(),
            assignments: dossier.assignments(),
            duties: dossier.implementation(),
            register: dossier.register(),
            general,
            commune,
        };
        let mut out = Diagnostics::new();
        check_listed(&facts, &mut out);
        Self { unlisted: unit_not_listed::unlisted(&facts), without_task: without_concern(out) }
    }
}

/// The messages; what they concern is set where a paper reports them.
fn without_concern(out: Diagnostics) -> Vec<Diagnostic> {
    out.into_messages().into_iter().map(|message| Diagnostic { concern: None, ..message }).collect()
}
