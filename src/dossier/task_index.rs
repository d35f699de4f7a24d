//! The index of tasks: by code, and by content.
//!
//! Owns looking tasks up without searching all of them, never by similar wording. Must not know results or figures.
//! `completions`, `figures` and the rules about results use it.

use std::collections::BTreeMap;

use super::assignments::Assignment;
use super::code_key::CodeIndex;
use crate::vietnamese::fold;

/// Tasks by code and by content.
#[derive(Clone, Debug, Default)]
pub(super) struct Tasks {
    by_code: CodeIndex,
    by_content: BTreeMap<String, Vec<usize>>,
}

impl Tasks {
    /// The index of the tasks of Nhiệm vụ.
    pub(super) fn of(assignments: &[Assignment]) -> Self {
        let (mut by_code, mut by_content) = (CodeIndex::default(), BTreeMap::<_, Vec<usize>>::new());
        for (index, task) in assignments.iter().enumerate() {
            if let Some(id) = &task.id {
                by_code.add(&id.value, index);
            }
            by_content.entry(words(&task.paragraphs.join(" "))).or_default().push(index);
        }
        Self { by_code, by_content }
    }

    /// The task that a code means: the first with exactly this code, else the only one whose code differs by case,
    /// blanks, dashes or leading zeros alone. Its index among the tasks, 0-based.
    pub(super) fn of_code(&self, code: &str) -> Option<usize> {
        self.by_code.find(code)
    }

    /// Whether a task has exactly this code.
    pub(super) fn has_exactly(&self, code: &str) -> bool {
        self.by_code.of_exact(code).is_some()
    }

    /// The tasks whose codes differ from this one by case, blanks, dashes or leading zeros at most, in order.
    pub(super) fn of_code_alike(&self, code: &str) -> &[usize] {
        self.by_code.alike(code)
    }

    /// The tasks with this content, but for capitals and the last stop, in order; empty where there is none.
    pub(super) fn of_content(&self, content: &str) -> &[usize] {
        self.by_content.get(&words(content)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// A content as it is compared: a register of results is often copied with another case, or without the full stop.
fn words(content: &str) -> String {
    fold::exact(content).trim_end_matches(['.', ';', ':', ',', ' ']).to_lowercase()
}
