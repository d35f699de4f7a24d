//! Messages to the clerk: code, place, concern, the row as the clerk sees it, hint.
//!
//! Owns what a message is, what it holds back, and the proof that an error was reported. Must not know wordings: the
//! texts are in `locales/` by code, and the front fills them in. Every room that can fail passes its messages on in a
//! [`Diagnostics`].

mod place;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

pub use place::{CellRef, Place, column_letters};

/// The severity of a message. Only an error holds anything back; its [`Concern`] says what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// What it concerns can't be made.
    Error,
    /// The paper is written; somebody should look at this before signing.
    Warning,
    /// Something worth knowing.
    Note,
}

/// What a message is about. An error holds back what it concerns and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// One row of the workbooks, and so every paper made from it.
    Row,
    /// What only papers need: if no paper is asked for, nothing is held back.
    Paper,
    /// What only figures need: a paper without figures is not held back.
    Figures,
    /// Everything that the run makes.
    Everything,
}

/// What a run makes, and so what its errors can hold back. Every run includes rows.
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
    /// The text shown; empty for a blank cell.
    pub text: String,
    /// Whether this is the cell that the message is about.
    pub is_subject: bool,
}

/// The row that a message points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Row number, 1-based.
    pub row: u32,
    /// The row's cells from the first to the last filled one; for a text file, the one line.
    pub cells: Vec<ExcerptCell>,
    /// The characters of a text file's line that are marked, counted from 0; `None` marks the whole cell.
    pub span: Option<Range<usize>>,
}

impl Excerpt {
    /// A line of a text file and the characters to mark in it, counted from 0.
    #[must_use]
    pub fn line(row: u32, text: &str, span: Range<usize>) -> Self {
        Self { row, cells: vec![ExcerptCell { text: text.to_owned(), is_subject: true }], span: Some(span) }
    }
}

/// One message: what is wrong, where, and which hint applies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, `SL-012`.
    pub code: &'static str,
    /// Severity.
    pub severity: Severity,
    /// What it concerns; `None` until it is reported, unless the rule sets it.
    pub concern: Option<Concern>,
    /// The names of the papers that it is about, where several are asked for: their templates, or the villages or units
    /// that they are for; empty if it is about all of them.
    pub papers: Vec<Arc<str>>,
    /// The place; empty for the command as a whole.
    pub place: Place,
    /// Further places of the same mistake.
    pub also: Vec<Place>,
    /// Named values for the wording, in the order given.
    pub arguments: Vec<(&'static str, String)>,
    /// Which hint of the code applies; `None` is the general one.
    pub hint: Option<&'static str>,
    /// The row with the mistake, if there is one.
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

    /// Sets what the message concerns, wherever it is reported.
    #[must_use]
    pub fn concerning(mut self, concern: Concern) -> Self {
        self.concern = Some(concern);
        self
    }

    /// Sets the place.
    #[must_use]
    pub fn at(mut self, place: &Place) -> Self {
        self.place = place.clone();
        self
    }

    /// Adds a further place.
    #[must_use]
    pub fn also_at(mut self, place: &Place) -> Self {
        self.also.push(place.clone());
        self
    }

    /// Adds a named value for the wording.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// Chooses another hint of the code: `hint_<variant>` in the catalogue.
    #[must_use]
    pub fn hint(mut self, variant: &'static str) -> Self {
        self.hint = Some(variant);
        self
    }

    /// Whether this is an error about any of the goals.
    #[must_use]
    pub fn holds_back(&self, goals: Goals) -> bool {
        self.severity == Severity::Error && goals.includes(self.concern.unwrap_or(Concern::Everything))
    }

    /// Adds the nearest known word as the argument `nearest`, with the hint of that name, if there is one.
    #[must_use]
    pub fn nearest(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(word) => self.with("nearest", word).hint("nearest"),
            None => self,
        }
    }
}

/// Proof that an error was reported. It is the only error type of a room, so that nothing fails in silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported(());

/// All messages of a run, in the order found.
#[derive(Debug)]
pub struct Diagnostics {
    messages: Vec<Diagnostic>,
    /// What is being read or made: the concern of messages that do not set their own.
    concern: Concern,
    /// Whether an error was reported before these messages.
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

    /// No messages yet, apart from earlier ones: an error among those counts as already reported.
    #[must_use]
    pub fn after(earlier: &Self) -> Self {
        Self { is_after_error: earlier.checkpoint().is_err(), ..Self::new() }
    }

    /// Adds a message of any severity.
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

    /// Adds an error and returns the proof that lets the caller stop.
    ///
    /// # Panics
    /// If the message is not an error.
    pub fn fail(&mut self, message: Diagnostic) -> Reported {
        assert_eq!(message.severity, Severity::Error, "{} is given as a failure", message.code);
        self.report(message);
        Reported(())
    }

    /// Runs a part of the work whose messages have this concern.
    pub fn within<T>(&mut self, concern: Concern, work: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.concern, concern);
        let made = work(self);
        self.concern = outer;
        made
    }

    /// `Ok` where no error reported so far holds back any of the goals.
    ///
    /// # Errors
    /// The proof of an error that does.
    pub fn allow(&self, goals: Goals) -> Result<(), Reported> {
        if self.messages.iter().any(|message| message.holds_back(goals)) { Err(Reported(())) } else { Ok(()) }
    }

    /// `Ok` where no error at all was reported so far: for stages that make only one thing.
    ///
    /// # Errors
    /// The proof of an error that was.
    pub fn checkpoint(&self) -> Result<(), Reported> {
        if self.is_after_error { Err(Reported(())) } else { self.allow(Goals { papers: true, figures: true }) }
    }

    /// Downgrades every error that holds back none of the goals: to a warning where it concerns figures, to a note
    /// where it concerns papers. The mistakes exist, but nothing prints them.
    pub fn downgrade(&mut self, goals: Goals) {
        for message in self.messages.iter_mut().filter(|message| message.severity == Severity::Error) {
            if !message.holds_back(goals) {
                let is_paper = message.concern == Some(Concern::Paper);
                message.severity = if is_paper { Severity::Note } else { Severity::Warning };
            }
        }
    }

    /// The number of messages with this severity.
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
    /// The code of its messages.
    fn code(&self) -> &'static str;
    /// Reports every violation in the facts.
    fn check(&self, facts: &Facts, out: &mut Diagnostics);
}

/// Checks the same facts against several rules, in order.
pub fn check_all<Facts: ?Sized>(rules: &[&dyn Rule<Facts>], facts: &Facts, out: &mut Diagnostics) {
    for rule in rules {
        rule.check(facts, out);
    }
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
    fn an_error_that_holds_back_none_of_the_goals_is_downgraded() {
        let mut out = Diagnostics::new();
        out.report(Diagnostic::error("HS-002").concerning(Concern::Paper));
        out.report(Diagnostic::error("HS-006").concerning(Concern::Figures));
        out.report(Diagnostic::error("HS-007"));
        out.downgrade(Goals { papers: false, figures: false });
        let severities: Vec<Severity> = out.messages().iter().map(|message| message.severity).collect();
        assert_eq!(severities, [Severity::Note, Severity::Warning, Severity::Error]);
    }
}
