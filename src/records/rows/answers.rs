//! The clerk's answers about rows: which are read although struck out, which begin a group.
//!
//! Owns finding the answer for a row's words. Must not know when a question is asked. `sorting` and `group_row` use them.

use std::collections::BTreeMap;

use crate::settings::{GroupAnswer, StruckRows};
use crate::vietnamese::fold;

/// The clerk's answers about rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowAnswers {
    /// About rows that are struck out.
    pub struck_rows: StruckRows,
    /// From `[doc.nhom]` of vanthu.toml: what a row with these words is.
    pub groups: BTreeMap<String, GroupAnswer>,
}

impl RowAnswers {
    /// The answer for a row that has only these words; `None` where the clerk gave none.
    pub(in crate::records) fn of_group(&self, text: &str) -> Option<GroupAnswer> {
        if self.groups.is_empty() {
            return None;
        }
        let words = fold::exact(text);
        self.groups.get(&words).copied().or_else(|| {
            let mut alike = self.groups.iter().filter(|(known, _)| fold::key(known) == fold::key(&words));
            alike.next().filter(|_| alike.next().is_none()).map(|(_, answer)| *answer)
        })
    }
}
