//! A mistake in a template, with its spot.
//!
//! Owns the pairing of a message with bytes of a text. Must not know a file: `template::source` adds the line.

use std::ops::Range;

use crate::diag::Diagnostic;

/// Bytes of a template's text.
pub(crate) type Spot = Range<usize>;

/// A mistake and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The message, without place and excerpt.
    pub(crate) message: Diagnostic,
    /// The bytes that the mistake is about.
    pub(crate) spot: Spot,
}

/// The mistakes of one text, at most [`Faults::MOST`]: nobody corrects more of them line by line.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults {
    found: Vec<Fault>,
}

impl Faults {
    /// How many mistakes of one text are reported.
    pub(crate) const MOST: usize = 60;

    /// Adds a mistake. A repeated one is ignored, and so is any above the limit.
    pub(crate) fn add(&mut self, message: Diagnostic, spot: Spot) {
        let fault = Fault { message, spot };
        if !self.is_full() && !self.found.contains(&fault) {
            self.found.push(fault);
        }
    }

    /// Whether no further mistake is reported.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= Self::MOST
    }

    /// The mistakes in the order of the text.
    pub(crate) fn in_order(mut self) -> Vec<Fault> {
        self.found.sort_by_key(|fault| (fault.spot.start, fault.spot.end));
        self.found
    }
}
