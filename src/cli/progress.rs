//! How far a batch is: a bar on a terminal, plain lines elsewhere.
//!
//! Owns what is shown while documents are written. Must not know what is written. Its lines go to the stream of messages,
//! and none is left on a terminal.

use std::cell::Cell;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::answers::Catalogue;

/// Batches smaller than this are done before a line could be read.
const SMALLEST: usize = 100;

/// A line for each of so many parts of a batch.
const LINES: usize = 10;

/// The progress of a batch.
pub(super) struct BatchProgress<'a> {
    catalogue: &'a Catalogue,
    /// The bar; `None` where plain lines are printed.
    bar: Option<ProgressBar>,
    /// Whether anything is shown.
    is_shown: bool,
    total: Cell<usize>,
    done: Cell<usize>,
}

impl<'a> BatchProgress<'a> {
    /// The progress of a batch that is not begun yet.
    pub(super) fn new(catalogue: &'a Catalogue, is_terminal: bool, is_shown: bool) -> Self {
        let bar = (is_terminal && is_shown).then(ProgressBar::hidden);
        Self { catalogue, bar, is_shown, total: Cell::new(0), done: Cell::new(0) }
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
        let (total, done) = (self.total.get(), self.done.get() + 1);
        self.done.set(done);
        if let Some(bar) = &self.bar {
            bar.inc(1);
            return None;
        }
        let is_due = self.is_shown && total >= SMALLEST && (done * LINES / total) != ((done - 1) * LINES / total);
        is_due.then(|| {
            self.catalogue.word("batch_progress", &[("done", &done.to_string()), ("total", &total.to_string())])
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
        let lines = |total: usize| {
            let progress = BatchProgress::new(catalogue(Language::Vi), false, true);
            progress.begin(total);
            (0..total).filter_map(|_| progress.advance()).collect::<Vec<_>>()
        };
        assert_eq!(lines(99), [""; 0]);
        let lines = lines(505);
        assert_eq!((lines.len(), lines[0].as_str(), lines[9].as_str()), (10, "đã viết 51/505", "đã viết 505/505"));
    }
}
