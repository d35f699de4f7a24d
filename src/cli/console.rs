//! Where a command speaks: results on one stream, messages on the other.
//!
//! Owns who hears what (quiet, JSON, colour). Knows no command.

use std::io::{ErrorKind, Write};

use super::messages::{self, Colouring};
use super::{ledger, screen};
use crate::answers::json::JsonAnswer;
use crate::answers::{Language, catalogue};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::pipeline::{SheetReading, Unprinted};

/// How long lines are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// As they are, for scripts.
    Whole,
    /// Folded at words, for a screen.
    Folded,
}

/// The two streams and how to speak on them.
pub(super) struct Console<'a> {
    /// Language of messages.
    pub(super) language: Language,
    /// Whether messages are coloured.
    pub(super) style: Colouring,
    /// How long lines of messages are put.
    pub(super) lines: Lines,
    /// Whether notes and accounts are left out.
    pub(super) is_quiet: bool,
    /// Whether the results are one JSON object.
    pub(super) is_json: bool,
    /// Whether an account was printed, which messages are set apart from.
    pub(super) has_accounted: bool,
    /// Why a result could not be written: the disk behind the stream is full or gone.
    pub(super) lost: Option<ErrorKind>,
    /// stdout.
    pub(super) results: &'a mut dyn Write,
    /// stderr.
    pub(super) messages: &'a mut dyn Write,
}

// A reader that went away (a closed pipe) is no mistake of the command: failures to print are let go.
impl Console<'_> {
    /// Prints a line of results.
    pub(super) fn result(&mut self, line: &str) {
        let written = writeln!(self.results, "{line}").and_then(|()| self.results.flush());
        let failed = written.err().map(|error| error.kind()).filter(|kind| *kind != ErrorKind::BrokenPipe);
        self.lost = self.lost.or(failed);
    }

    /// Prints every message and their count; under JSON they are part of the object instead.
    pub(super) fn say(&mut self, out: &Diagnostics) {
        if self.is_json {
            return;
        }
        let heard = |message: &&Diagnostic| !self.is_quiet || message.severity != Severity::Note;
        let heard: Vec<Diagnostic> = out.messages().iter().filter(heard).cloned().collect();
        if self.has_accounted && !heard.is_empty() {
            let _ = writeln!(self.messages);
        }
        let mut drawn = Vec::new();
        let _ = messages::draw(&heard, catalogue(self.language), self.style, &mut drawn);
        self.speak(&drawn);
    }

    /// Puts lines on the stream of messages.
    fn speak(&mut self, lines: &[u8]) {
        let lines = String::from_utf8_lossy(lines);
        let lines = if self.lines == Lines::Folded { screen::folded(&lines).into() } else { lines };
        let _ = self.messages.write_all(lines.as_bytes());
    }

    /// Prints messages where it never came to a command; under JSON, as an object of messages alone.
    pub(super) fn refuse(&mut self, out: &Diagnostics) {
        self.say(out);
        if self.is_json {
            self.give(JsonAnswer::default(), out);
        }
    }

    /// Prints the one object of `--json`.
    pub(super) fn give(&mut self, answer: JsonAnswer, out: &Diagnostics) {
        self.result(&answer.text(out.messages(), catalogue(self.language)));
    }

    /// Says a fixed sentence of the program, beside the results.
    pub(super) fn tell(&mut self, word: &str, values: &[(&str, &str)]) {
        if !self.is_json && !self.is_quiet {
            let line = screen::one_line(&catalogue(self.language).word(word, values));
            self.speak(format!("{line}\n").as_bytes());
        }
    }

    /// Says a fixed sentence even to who asked for quiet.
    pub(super) fn insist(&mut self, word: &str) {
        if !self.is_json {
            let line = catalogue(self.language).word(word, &[]);
            self.speak(format!("{line}\n").as_bytes());
        }
    }

    /// Prints what every sheet was understood as: a result, for who asked for it.
    pub(super) fn understood(&mut self, sheets: &[SheetReading]) {
        if !self.is_quiet {
            let mut lines = Vec::new();
            let _ = ledger::draw_understood(sheets, catalogue(self.language), &mut lines);
            let lines = String::from_utf8_lossy(&lines);
            // For people alone (scripts have the JSON), so it is folded wherever it goes.
            let _ = self.results.write_all(screen::folded(&lines).as_bytes());
            self.has_accounted = !sheets.is_empty();
        }
    }

    /// Says what became of a document, or would: `không đổi: …`.
    pub(super) fn status(&mut self, word: &str, path: &str) {
        self.tell(word, &[("path", path)]);
    }

    /// Prints the account of what was read, and of what is printed nowhere.
    pub(super) fn account(&mut self, sheets: &[SheetReading], unprinted: &[Unprinted]) {
        if self.is_json || self.is_quiet {
            return;
        }
        let catalogue = catalogue(self.language);
        let mut lines = Vec::new();
        let _ = ledger::draw(sheets, catalogue, &mut lines);
        for columns in unprinted {
            let names = columns.headings.join(", ");
            let line = catalogue.word("unprinted_columns", &[("columns", &names)]);
            let place = screen::one_line(&columns.at.to_string());
            let _ = writeln!(lines, "{place}: {line}");
        }
        self.speak(&lines);
        self.has_accounted = !sheets.is_empty();
    }
}
