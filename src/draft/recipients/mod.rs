//! Box 9b: the lines of Nơi nhận.
//!
//! Owns which lines there are: those of the sheet, else those generated from the tasks; and the archive line (NN-08).
//! Must not know who may receive what: `dossier` has the order of the lines. Its lines go to the draft.

mod archive;
mod made;
#[cfg(test)]
mod tests;
mod written;

pub(super) use archive::drafting_codes;

use std::borrow::Cow;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::contract::NameWords;
use crate::decree::kinds::DocumentKind;
use crate::diag::Diagnostics;
use crate::dossier::{BodyKind, Commune, gives_tasks};
use crate::kept::KeptResults;
use crate::paper::{Audience, AudienceRows, Paper, PerAudience, SharedFacts};
use made::{Line, UsualRecipients};

/// The parts of the document on which the lines depend.
#[derive(Clone, Debug)]
pub(super) struct RecipientForm<'a> {
    /// The kind of the document, which may differ from the workbook's.
    pub(super) kind: DocumentKind,
    /// The first line that the form requires (NN-07): `Như trên` with Kính gửi, `Như Điều 3` in a decision.
    pub(super) first_line: Option<String>,
    /// The addressees (box 9a); empty without Kính gửi.
    pub(super) addressees: &'a [String],
    /// Whether it reminds its addressees of their tasks: nobody else acts on it.
    pub(super) is_reminder: bool,
}

/// The lines that the papers of one dossier share, each made when the first of them needs it.
#[derive(Debug, Default)]
pub(super) struct SharedRecipients {
    /// The bodies that always have a line.
    standing: OnceLock<Vec<Line>>,
    /// For papers that give tasks.
    with_tasks: PerAudience<UsualRecipients>,
    /// For papers that give none.
    without_tasks: OnceLock<UsualRecipients>,
    /// The words of the unit that drafts the papers.
    drafter: OnceLock<NameWords>,
    /// Whether a unit with a task drafts them, by its name.
    drafters: Mutex<KeptResults<(), bool>>,
    archive: OnceLock<String>,
}

impl SharedRecipients {
    fn archive_line(&self, facts: SharedFacts) -> &str {
        self.archive.get_or_init(|| archive::line(facts))
    }

    fn usual(&self, paper: Paper, form: &RecipientForm) -> Cow<'_, UsualRecipients> {
        let (rows, facts) = (paper.rows(), paper.shared());
        if gives_tasks(paper.kind) && !form.is_reminder {
            return self.with_tasks.value(rows, || self.with_assignees(rows));
        }
        Cow::Borrowed(self.without_tasks.get_or_init(|| made::usual(self.standing(facts), &[], facts, |_| false)))
    }

    fn with_assignees(&self, rows: AudienceRows) -> UsualRecipients {
        let is_drafter = |name: &str| self.is_drafter(name, rows.shared);
        made::usual(self.standing(rows.shared), rows.assignees(), rows.shared, is_drafter)
    }

    fn is_drafter(&self, name: &str, SharedFacts { general, commune, .. }: SharedFacts) -> bool {
        let drafter = self.drafter.get_or_init(|| commune.body_words(&general.drafting_unit));
        let mut known = self.drafters.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(name, (), || !drafter.is_blank() && commune.body_words(name) == *drafter)
    }

    fn standing(&self, facts: SharedFacts) -> &[Line] {
        self.standing.get_or_init(|| made::standing(facts))
    }
}

/// The lines, without dash and end mark, with the archive line.
pub(super) fn lines(
    paper: Paper,
    form: &RecipientForm,
    shared: &SharedRecipients,
    out: &mut Diagnostics,
) -> Vec<String> {
    let mut written = paper.rows().recipients();
    let goes_to_one_village = form.kind == DocumentKind::CongVan && matches!(paper.audience, Audience::Village(_));
    written.retain(|line| line.applies(form.kind) && !(goes_to_one_village && is_of_villages(line.name(), paper)));
    let mut lines = if written.is_empty() {
        made::lines(&shared.usual(paper, form), paper, form, out)
    } else {
        written::lines(&written, form, out)
    };
    if !written.iter().any(|line| line.is_archive()) {
        lines.push(shared.archive_line(paper.shared()).to_owned());
    }
    lines
}

/// Whether a line means villages alone: a letter to one village is not sent to the others, and itself is its addressee.
fn is_of_villages(name: &str, paper: Paper) -> bool {
    let is_village = paper.dossier.register().find(name).is_some_and(|unit| unit.is_village);
    is_village || Commune::covered_by(name).iter().eq([&BodyKind::Village])
}
