//! What a batch did, in one line: `viết mới: 3; không đổi: 497`.
//!
//! Owns the counts and their order. Must not know how documents are stored. Its line goes to the stream of messages.

use crate::answers::Catalogue;
use crate::answers::json::StoredDocument;
use crate::files::Status;

/// The line; `None` where there is no document.
pub(super) fn batch_summary(documents: &[StoredDocument], catalogue: &Catalogue) -> Option<String> {
    let counts = [
        ("count_created", count(documents, &[Some(Status::Created)])),
        ("count_replaced", count(documents, &[Some(Status::Replaced)])),
        ("count_unchanged", count(documents, &[Some(Status::Unchanged)])),
        ("count_beside", count(documents, &[Some(Status::KeptEdited), Some(Status::Conflict)])),
        ("count_not_written", count(documents, &[None])),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let words: Vec<String> =
        counts.map(|(word, count)| catalogue.word(word, &[("count", &count.to_string())])).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

fn count(documents: &[StoredDocument], statuses: &[Option<Status>]) -> usize {
    documents.iter().filter(|document| statuses.contains(&document.status)).count()
}
