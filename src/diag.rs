//! Messages to the clerk: code, place, what the message concerns, the row as the clerk sees it, hint.
//!
//! Owns what a message is, what it holds back, and the proof that one was reported. Knows no wording: texts live in
//! `locales/` by code and are filled in by the front. Every room that can fail hands its messages on in a [`Diagnostics`].

mod place;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub use place::{CellRef, Place, column_letters};

/// How much a message weighs. Only an error holds anything back; what, is its [`Concern`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// What it concerns can't be made.
    Error,
    /// The paper is written; someone should look before signing.
    Warning,
    /// Something worth knowing.
    Note,
}

/// What a message is about. An error holds back what it concerns and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// One row of the workbooks, and so every paper that is made of it.
    Row,
    /// What papers alone need: without one asked for nothing is held back.
    Paper,
    /// What figures alone need: a paper without figures is not held back.
    Figures,
    /// All that the run makes.
    Everything,
}

/// What a run makes, and so what its errors can hold back. Rows are part of every run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goals {
    /// Whether papers are made.
    pub papers: bool,
    /// Whether figures are made: printed in a paper, or on their own.
    pub figures: bool,
}

impl Goals {
    fn includes(self, concern: Concern) -> bool {
        match concern {
            Concern::Row | Concern::Everything => true,
            Concern::Paper => self.papers,
            Concern::Figures => self.figures,
        }
    }
}

/// One cell of an excerpt, as the clerk sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExcerptCell {
    /// The text seen; empty for a blank cell.
    pub text: String,
    /// Whether this is the cell that the message is about.
    pub is_subject: bool,
}

/// The row that a message points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Row number, 1-based.
    pub row: u32,
    /// The row's cells from the first to the last filled one; of a text file, the one line.
    pub cells: Vec<ExcerptCell>,
    /// The characters of a text file's line that are meant, counted from 0; `None` marks the cell as a whole.
    pub span: Option<Range<usize>>,
}

impl Excerpt {
    /// A line of a text file and the characters meant in it, counted from 0.
    #[must_use]
    pub fn line(row: u32, text: &str, span: Range<usize>) -> Self {
        Self { row, cells: vec![ExcerptCell { text: text.to_owned(), is_subject: true }], span: Some(span) }
    }
}

/// One message: what is wrong, where, and which wording of the hint fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, `SL-012`.
    pub code: &'static str,
    /// Weight.
    pub severity: Severity,
    /// What it is about; `None` until it is reported, unless the rule itself knows.
    pub concern: Option<Concern>,
    /// The templates of the papers that it is about, where several are asked for; empty for what all share.
    pub papers: Vec<Arc<str>>,
    /// Where; empty for the command as a whole.
    pub place: Place,
    /// Further places of the same mistake.
    pub also: Vec<Place>,
    /// Named values for the wording, in the order given.
    pub arguments: Vec<(&'static str, String)>,
    /// Which hint of the code fits; `None` is the plain one.
    pub hint: Option<&'static str>,
    /// The row in question, where there is one.
    pub excerpt: Option<Excerpt>,
}

impl Diagnostic {
    fn new(code: &'static str, severity: Severity) -> Self {
        let (place, also, arguments) = (Place::default(), Vec::new(), Vec::new());
        Self { code, severity, concern: None, papers: Vec::new(), place, also, arguments, hint: None, excerpt: None }
    }

    /// A mistake that holds back what it concerns.
    #[must_use]
    pub fn error(code: &'static str) -> Self {
        Self::new(code, Severity::Error)
    }

    /// Something to look at before signing.
    #[must_use]
    pub fn warning(code: &'static str) -> Self {
        Self::new(code, Severity::Warning)
    }

    /// Something worth knowing.
    #[must_use]
    pub fn note(code: &'static str) -> Self {
        Self::new(code, Severity::Note)
    }

    /// The same message, about this, wherever it is reported.
    #[must_use]
    pub fn concerning(mut self, concern: Concern) -> Self {
        self.concern = Some(concern);
        self
    }

    /// The same message, pointing here.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Self {
        self.place = place.clone();
        self
    }

    /// The same message, with a further place.
    #[must_use]
    pub fn also_at(mut self, place: &Place) -> Self {
        self.also.push(place.clone());
        self
    }

    /// The same message, with a named value for its wording.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// The same message with another hint of its code: `hint_<variant>` in the catalogue.
    #[must_use]
    pub fn hint(mut self, variant: &'static str) -> Self {
        self.hint = Some(variant);
        self
    }

    /// Whether this is an error about something that is asked for.
    #[must_use]
    pub fn holds_back(&self, asked: Goals) -> bool {
        self.severity == Severity::Error && asked.includes(self.concern.unwrap_or(Concern::Everything))
    }

    /// The nearest known word as argument `nearest` and hint variant, where there is one.
    #[must_use]
    pub fn nearest(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(word) => self.with("nearest", word).hint("nearest"),
            None => self,
        }
    }
}

/// Proof that an error was reported: the only error of a room, so nothing fails in silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported(());

/// All messages of a run, in the order found.
#[derive(Debug)]
pub struct Diagnostics {
    messages: Vec<Diagnostic>,
    /// What is being read or made, and so what a message concerns that does not say it.
    concern: Concern,
    /// Whether an error was reported before these.
    is_after_error: bool,
}

impl Default for Diagnostics {
    fn default() -> Self {
        Self { messages: Vec::new(), concern: Concern::Everything, is_after_error: false }
    }
}

impl Diagnostics {
    /// No messages yet; what is reported concerns everything.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No messages yet, apart from these and behind them: an error among them is reported already.
    #[must_use]
    pub fn after(earlier: &Self) -> Self {
        Self { is_after_error: earlier.checkpoint().is_err(), ..Self::new() }
    }

    /// Adds a message of any weight.
    pub fn report(&mut self, mut message: Diagnostic) {
        message.concern.get_or_insert(self.concern);
        self.messages.push(message);
    }

    /// Adds messages, in their order.
    pub fn report_all(&mut self, messages: impl IntoIterator<Item = Diagnostic>) {
        for message in messages {
            self.report(message);
        }
    }

    /// Adds an error and gives the proof that lets the caller stop.
    ///
    /// # Panics
    /// When the message is no error: a proof of failure must be one.
    pub fn fail(&mut self, message: Diagnostic) -> Reported {
        assert_eq!(message.severity, Severity::Error, "{} is given as a failure", message.code);
        self.report(message);
        Reported(())
    }

    /// Does a part of the work whose messages concern this.
    pub fn within<T>(&mut self, concern: Concern, work: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.concern, concern);
        let made = work(self);
        self.concern = outer;
        made
    }

    /// Goes on where no error reported so far holds back what is asked for.
    ///
    /// # Errors
    /// The proof, where one does.
    pub fn allow(&self, asked: Goals) -> Result<(), Reported> {
        if self.messages.iter().any(|message| message.holds_back(asked)) { Err(Reported(())) } else { Ok(()) }
    }

    /// Goes on where no error at all was reported so far: for stages that make one thing.
    ///
    /// # Errors
    /// The proof, where one was.
    pub fn checkpoint(&self) -> Result<(), Reported> {
        if self.is_after_error { Err(Reported(())) } else { self.allow(Goals { papers: true, figures: true }) }
    }

    /// Gives every error that holds back nothing of what is asked for the weight of a note, or of a warning where it
    /// concerns figures: they are there and wrong, though nothing prints them.
    pub fn weigh(&mut self, asked: Goals) {
        for message in self.messages.iter_mut().filter(|message| message.severity == Severity::Error) {
            if !message.holds_back(asked) {
                let is_paper = message.concern == Some(Concern::Paper);
                message.severity = if is_paper { Severity::Note } else { Severity::Warning };
            }
        }
    }

    /// How many messages have this weight.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.messages.iter().filter(|message| message.severity == severity).count()
    }

    /// The messages, in the order found.
    #[must_use]
    pub fn messages(&self) -> &[Diagnostic] {
        &self.messages
    }

    /// The messages, in the order found.
    #[must_use]
    pub fn into_messages(self) -> Vec<Diagnostic> {
        self.messages
    }

    /// The messages, to have their excerpts filled in.
    pub fn messages_mut(&mut self) -> &mut [Diagnostic] {
        &mut self.messages
    }
}

/// A rule about checked data: one file each, reporting under one code.
pub trait Rule<Facts: ?Sized> {
    /// The code its messages carry.
    fn code(&self) -> &'static str;
    /// Reports every breach found in the facts.
    fn check(&self, facts: &Facts, out: &mut Diagnostics);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_errors_hold_back_and_only_what_they_concern() {
        let mut out = Diagnostics::new();
        out.report(Diagnostic::warning("HS-001"));
        assert_eq!(out.checkpoint(), Ok(()));
        out.within(Concern::Figures, |out| out.report(Diagnostic::error("HS-052")));
        assert_eq!(out.allow(Goals { papers: true, figures: false }), Ok(()));
        assert!(out.allow(Goals { papers: false, figures: true }).is_err());
        let _proof = out.fail(Diagnostic::error("HS-002").concerning(Concern::Paper));
        assert_eq!(out.allow(Goals { papers: false, figures: false }), Ok(()));
        assert!(out.allow(Goals { papers: true, figures: false }).is_err());
        out.within(Concern::Row, |out| out.report(Diagnostic::error("HS-006")));
        assert!(out.allow(Goals { papers: false, figures: false }).is_err());
    }

    #[test]
    fn an_error_that_holds_back_nothing_asked_for_is_told_all_the_same() {
        let mut out = Diagnostics::new();
        out.report(Diagnostic::error("HS-002").concerning(Concern::Paper));
        out.report(Diagnostic::error("HS-006").concerning(Concern::Figures));
        out.report(Diagnostic::error("HS-007"));
        out.weigh(Goals { papers: false, figures: false });
        let weights: Vec<Severity> = out.messages().iter().map(|message| message.severity).collect();
        assert_eq!(weights, [Severity::Note, Severity::Warning, Severity::Error]);
    }
}
