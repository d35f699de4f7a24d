//! The index of tasks: by code, and by exact content.
//!
//! Owns looking tasks up without searching all of them, never by similarity. Must not know results or figures.
//! `completions`, `figures` and the rules about results use it.

use std::collections::BTreeMap;

use super::assignments::Assignment;
use crate::vietnamese::fold;

/// Tasks by code and by content.
#[derive(Clone, Debug, Default)]
pub(super) struct Tasks {
    by_code: BTreeMap<String, usize>,
    by_content: BTreeMap<String, Vec<usize>>,
}

impl Tasks {
    /// The index of the tasks of Nhiệm vụ.
    pub(super) fn of(assignments: &[Assignment]) -> Self {
        let (mut by_code, mut by_content) = (BTreeMap::new(), BTreeMap::<_, Vec<usize>>::new());
        for (index, task) in assignments.iter().enumerate() {
            if let Some(id) = &task.id {
                by_code.entry(fold::exact(&id.value)).or_insert(index);
            }
            by_content.entry(fold::exact(&task.paragraphs.join(" "))).or_default().push(index);
        }
        Self { by_code, by_content }
    }

    /// The first task with this code: its index among the tasks, 0-based.
    pub(super) fn of_code(&self, code: &str) -> Option<usize> {
        self.by_code.get(&fold::exact(code)).copied()
    }

    /// The tasks with exactly this content, in order; empty where there is none.
    pub(super) fn of_content(&self, content: &str) -> &[usize] {
        self.by_content.get(&fold::exact(content)).map(Vec::as_slice).unwrap_or_default()
    }
}
