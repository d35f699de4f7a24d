//! How far a batch is: a bar on a terminal, plain lines elsewhere.
//!
//! Owns what is shown while documents are written, or made into PDFs. Must not know what is written. Its lines go to the
//! stream of messages, and none is left on a terminal.

use std::cell::Cell;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::answers::Catalogue;

/// What a batch does to its documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BatchStep {
    /// They are written.
    Written,
    /// They are made into PDFs.
    MadeIntoPdfs,
}

impl BatchStep {
    /// Batches smaller than this are done before a line could be read: a PDF takes a hundred times as long as a document.
    fn smallest(self) -> usize {
        match self {
            Self::Written => 100,
            Self::MadeIntoPdfs => 10,
        }
    }

    /// The key of the plain line.
    fn line(self) -> &'static str {
        match self {
            Self::Written => "batch_progress",
            Self::MadeIntoPdfs => "pdf_progress",
        }
    }
}

/// A line for each of so many parts of a batch.
const LINES: usize = 10;

/// The progress of a batch.
pub(super) struct BatchProgress<'a> {
    catalogue: &'a Catalogue,
    step: BatchStep,
    /// The bar; `None` where plain lines are printed.
    bar: Option<ProgressBar>,
    /// Whether anything is shown.
    is_shown: bool,
    total: Cell<usize>,
    done: Cell<usize>,
}

impl<'a> BatchProgress<'a> {
    /// The progress of a batch that is not begun yet.
    pub(super) fn new(catalogue: &'a Catalogue, step: BatchStep, is_terminal: bool, is_shown: bool) -> Self {
        let bar = (is_terminal && is_shown).then(ProgressBar::hidden);
        Self { catalogue, step, bar, is_shown, total: Cell::new(0), done: Cell::new(0) }
    }

    /// The batch has so many documents.
    pub(super) fn begin(&self, total: usize) {
        self.total.set(total);
        if let Some(bar) = self.bar.as_ref().filter(|_| total > 1) {
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len}").expect("the template has known gaps");
            bar.set_style(style);
            bar.set_length(u64::try_from(total).unwrap_or(u64::MAX));
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
    }

    /// One more document is done. Returns the line to print, if any.
    pub(super) fn advance(&self) -> Option<String> {
        self.reach(self.done.get() + 1)
    }

    /// So many documents are done, no fewer than before. Returns the line to print, if any.
    pub(super) fn reach(&self, done: usize) -> Option<String> {
        let (total, before) = (self.total.get(), self.done.get());
        if done <= before {
            return None;
        }
        self.done.set(done);
        if let Some(bar) = &self.bar {
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
            return None;
        }
        let is_due = self.is_shown && total >= self.step.smallest() && done * LINES / total != before * LINES / total;
        is_due.then(|| {
            self.catalogue.word(self.step.line(), &[("done", &done.to_string()), ("total", &total.to_string())])
        })
    }

    /// How many documents are done, and how many there are.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.done.get(), self.total.get())
    }
}

impl Drop for BatchProgress<'_> {
    /// Clears the bar, so that messages begin on a line of their own.
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::{Language, catalogue};

    #[test]
    fn a_large_batch_has_ten_plain_lines_and_a_small_one_none() {
        let lines = |step: BatchStep, total: usize| {
            let progress = BatchProgress::new(catalogue(Language::Vi), step, false, true);
            progress.begin(total);
            (0..total).filter_map(|_| progress.advance()).collect::<Vec<_>>()
        };
        assert_eq!(lines(BatchStep::Written, 99), [""; 0]);
        let written = lines(BatchStep::Written, 505);
        let ends = (written.len(), written[0].as_str(), written[9].as_str());
        assert_eq!(ends, (10, "đã viết 51/505", "đã viết 505/505"));
        assert_eq!(lines(BatchStep::MadeIntoPdfs, 9), [""; 0]);
        let pdfs = lines(BatchStep::MadeIntoPdfs, 30);
        assert_eq!(
            (pdfs.len(), pdfs[0].as_str(), pdfs[9].as_str()),
            (10, "đã tạo 3/30 tệp PDF", "đã tạo 30/30 tệp PDF")
        );
    }

    #[test]
    fn what_is_reached_at_once_has_one_line_and_what_was_reached_has_none() {
        let progress = BatchProgress::new(catalogue(Language::Vi), BatchStep::MadeIntoPdfs, false, true);
        progress.begin(40);
        let lines = [0, 2, 17, 17, 12, 40].map(|done| progress.reach(done));
        assert_eq!(
            lines.map(Option::unwrap_or_default),
            ["", "", "đã tạo 17/40 tệp PDF", "", "", "đã tạo 40/40 tệp PDF"]
        );
        assert_eq!(progress.counts(), (40, 40));
    }
}
