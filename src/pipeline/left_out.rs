//! The parts of the workbook that none of several papers prints.
//!
//! Owns the count of the papers that leave a part out. Must not know why one does: `draft` words the message of each
//! paper. Its output is reported after the last paper.

use crate::diag::Diagnostic;
use crate::draft;

/// What the papers so far leave out.
#[derive(Debug, Default)]
pub(super) struct LeftOut {
    papers: usize,
    /// Each part's message, and how many papers leave it out.
    parts: Vec<(Diagnostic, usize)>,
}

impl LeftOut {
    /// Counts a paper that leaves these parts out. Messages at one place are about one part, however each paper words
    /// them.
    pub(super) fn add(&mut self, unprinted: Vec<Diagnostic>) {
        self.papers += 1;
        for message in unprinted {
            let is_same = |known: &Diagnostic| (known.code, &known.place) == (message.code, &message.place);
            match self.parts.iter_mut().find(|(known, _)| is_same(known)) {
                Some((known, count)) => {
                    draft::fit_several_papers(known, &message);
                    *count += 1;
                }
                None => self.parts.push((message, 1)),
            }
        }
    }

    /// The messages about parts that no paper prints.
    pub(super) fn everywhere(self) -> impl Iterator<Item = Diagnostic> {
        let Self { papers, parts } = self;
        parts.into_iter().filter(move |(_, count)| *count == papers).map(|(message, _)| message)
    }
}
