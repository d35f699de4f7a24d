//! The output of a command: results on stdout, messages on stderr.
//!
//! Owns what is printed where (quiet, JSON, colour). Must not know a command.

use std::io::{ErrorKind, Write};

use super::messages::{self, Colouring};
use super::{ledger, screen};
use crate::answers::json::JsonAnswer;
use crate::answers::{Language, catalogue};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::pipeline::{SheetReading, Unprinted};

/// How long lines are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// As they are, for scripts.
    Whole,
    /// Folded at words, for a screen.
    Folded,
}

/// The two streams and the options for printing to them.
pub(super) struct Console<'a> {
    /// Language of messages.
    pub(super) language: Language,
    /// Whether messages are coloured.
    pub(super) style: Colouring,
    /// How long lines of messages are put.
    pub(super) lines: Lines,
    /// Whether notes and row counts are left out.
    pub(super) is_quiet: bool,
    /// Whether the results are one JSON object.
    pub(super) is_json: bool,
    /// Whether row counts were printed: a blank line separates messages from them.
    pub(super) has_row_counts: bool,
    /// Why a result could not be written: the disk behind the stream is full or gone.
    pub(super) failed_result: Option<ErrorKind>,
    /// stdout.
    pub(super) results: &'a mut dyn Write,
    /// stderr.
    pub(super) messages: &'a mut dyn Write,
}

// A reader that is gone (a closed pipe) is no mistake of the command: failures to print messages are ignored.
impl Console<'_> {
    /// Prints a line of results.
    pub(super) fn print_result(&mut self, line: &str) {
        let written = writeln!(self.results, "{line}").and_then(|()| self.results.flush());
        let failed = written.err().map(|error| error.kind()).filter(|kind| *kind != ErrorKind::BrokenPipe);
        self.failed_result = self.failed_result.or(failed);
    }

    /// Prints every message and their number; with `--json` they are part of the object instead.
    pub(super) fn print_messages(&mut self, out: &Diagnostics) {
        if self.is_json {
            return;
        }
        let shown = |message: &&Diagnostic| !self.is_quiet || message.severity != Severity::Note;
        let shown: Vec<Diagnostic> = out.messages().iter().filter(shown).cloned().collect();
        if self.has_row_counts && !shown.is_empty() {
            let _ = writeln!(self.messages);
        }
        let mut drawn = Vec::new();
        let _ = messages::draw(&shown, catalogue(self.language), self.style, &mut drawn);
        self.write_messages(&drawn);
    }

    /// Writes lines to the stream of messages.
    fn write_messages(&mut self, lines: &[u8]) {
        let lines = String::from_utf8_lossy(lines);
        let lines = if self.lines == Lines::Folded { screen::folded(&lines).into() } else { lines };
        let _ = self.messages.write_all(lines.as_bytes());
    }

    /// Prints messages where no command could be run; with `--json`, as an object with messages only.
    pub(super) fn print_without_command(&mut self, out: &Diagnostics) {
        self.print_messages(out);
        if self.is_json {
            self.print_json(JsonAnswer::default(), out);
        }
    }

    /// Prints the one object of `--json`.
    pub(super) fn print_json(&mut self, answer: JsonAnswer, out: &Diagnostics) {
        self.print_result(&answer.text(out.messages(), catalogue(self.language)));
    }

    /// Prints a fixed sentence of the program to the stream of messages.
    pub(super) fn print_sentence(&mut self, word: &str, values: &[(&str, &str)]) {
        if !self.is_json && !self.is_quiet {
            let line = screen::one_line(&catalogue(self.language).word(word, values));
            self.write_messages(format!("{line}\n").as_bytes());
        }
    }

    /// Prints a line to the stream of messages.
    pub(super) fn print_line(&mut self, line: &str) {
        self.write_messages(format!("{line}\n").as_bytes());
    }

    /// Prints a fixed sentence even with `--quiet`.
    pub(super) fn print_sentence_always(&mut self, word: &str) {
        if !self.is_json {
            let line = catalogue(self.language).word(word, &[]);
            self.write_messages(format!("{line}\n").as_bytes());
        }
    }

    /// Prints how every sheet was understood; `check` prints this as its result.
    pub(super) fn print_sheets_understood(&mut self, sheets: &[SheetReading]) {
        if !self.is_quiet {
            let mut lines = Vec::new();
            let _ = ledger::draw_understood(sheets, catalogue(self.language), &mut lines);
            let lines = String::from_utf8_lossy(&lines);
            // Only people read this (scripts have the JSON), so it is wrapped even when piped.
            let _ = self.results.write_all(screen::folded(&lines).as_bytes());
            self.has_row_counts = !sheets.is_empty();
        }
    }

    /// Prints what was done with a document, or would be: `không đổi: …`. That a document was replaced is said even with
    /// `--quiet`.
    pub(super) fn print_status(&mut self, word: &str, path: &str, is_replaced: bool) {
        let is_quiet = self.is_quiet;
        self.is_quiet = is_quiet && !is_replaced;
        self.print_sentence(word, &[("path", path)]);
        self.is_quiet = is_quiet;
    }

    /// Prints the numbers of rows read, and the columns that no document prints.
    pub(super) fn print_row_counts(&mut self, sheets: &[SheetReading], unprinted: &[Unprinted]) {
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
        self.write_messages(&lines);
        self.has_row_counts = !sheets.is_empty();
    }
}
