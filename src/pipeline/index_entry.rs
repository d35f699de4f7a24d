//! What the index of a batch, and the register of outgoing documents (QT-05), say of a paper.
//!
//! Owns picking it from a paper and its draft. Must not know how an index looks. `papers` makes it; `cycle` prints it.

use crate::diag::Place;
use crate::draft::Draft;
use crate::paper::Paper;

/// What an index says of a paper, besides its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexEntry {
    /// The tasks in it, in order.
    pub tasks: Vec<UsedTask>,
    /// The symbol after the open number: `KH-UBND`.
    pub symbol: String,
    /// The title and the trích yếu in one line: `Kế hoạch công tác dân vận`.
    pub subject: String,
    /// The signer's full name.
    pub signer: String,
    /// The lines of Nơi nhận, without the archive line.
    pub recipients: Vec<String>,
    /// The archive line without its first word: `VT, VHXH (2)`; empty where there is none.
    pub archive: String,
}

/// A task that a paper prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedTask {
    /// Its cell with the contents.
    pub at: Place,
    /// Its code; `None` for a task without one.
    pub code: Option<String>,
}

/// The word before an archive line (NN-08).
const ARCHIVE: &str = "Lưu:";

impl IndexEntry {
    /// The entry of a paper with these tasks.
    pub(super) fn of(draft: &Draft, tasks: Vec<UsedTask>) -> Self {
        let (archive, recipients): (Vec<&String>, Vec<&String>) =
            draft.recipients.iter().partition(|line| line.starts_with(ARCHIVE));
        let archive = archive.first().map(|line| line[ARCHIVE.len()..].trim().to_owned());
        Self {
            tasks,
            symbol: draft.head.symbol.clone(),
            subject: format!("{} {}", draft.title, draft.subject).trim().to_owned(),
            signer: draft.signature.name.clone(),
            recipients: recipients.into_iter().cloned().collect(),
            archive: archive.unwrap_or_default(),
        }
    }
}

/// The tasks that a paper prints, in order.
pub(super) fn tasks(paper: Paper) -> Vec<UsedTask> {
    let used = |task: &crate::dossier::Assignment| UsedTask {
        at: task.content_at.clone(),
        code: task.id.as_ref().map(|id| id.value.clone()),
    };
    paper.rows().assignments().map(used).collect()
}
