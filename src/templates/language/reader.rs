//! Reads the tokens of one tag, one after the other.
//!
//! Owns looking at the next token and reporting one that does not fit. Must not know what the tokens form together:
//! `expressions` and `parser` do.

use super::fault::{Faults, Spot};
use super::token::{Lexeme, Tag, TagToken};
use super::tree::SpottedWord;
use crate::diag::Diagnostic;

/// Words that can't be names.
pub(super) const RESERVED: [&str; 16] = [
    "true", "True", "false", "False", "loop", "self", "and", "or", "not", "is", "in", "if", "else", "none", "None",
    "null",
];

/// Reads the tokens of one tag.
pub(super) struct TagReader<'a> {
    lexemes: &'a [Lexeme],
    pub(super) at: usize,
    /// The nesting of the current expression.
    pub(super) depth: usize,
    /// The steps of the expression so far.
    pub(super) steps: usize,
    /// The place of the tag's closing braces.
    end: Spot,
    pub(super) text: &'a str,
    pub(super) faults: &'a mut Faults,
}

/// The mistake is reported; the rest of the tag can't be read.
pub(super) struct Unreadable;

/// The value read, or a mistake that is reported.
pub(super) type Read<T> = Result<T, Unreadable>;

impl<'a> TagReader<'a> {
    /// A reader for a tag's tokens.
    pub(super) fn new(text: &'a str, tag: &'a Tag, faults: &'a mut Faults) -> Self {
        let end = tag.spot.end.saturating_sub(2).max(tag.spot.start)..tag.spot.end;
        Self { lexemes: &tag.lexemes, at: 0, depth: 0, steps: 0, end, text, faults }
    }

    /// Requires this sign.
    pub(super) fn expect_sign(&mut self, sign: &'static str) -> Read<()> {
        if self.take_sign(sign) { Ok(()) } else { Err(self.missing(sign)) }
    }

    /// Requires this keyword.
    pub(super) fn expect_word(&mut self, word: &'static str) -> Read<()> {
        if self.take_word(word) { Ok(()) } else { Err(self.missing(word)) }
    }

    /// Requires the end of the tag.
    pub(super) fn expect_end(&mut self) -> Read<()> {
        match self.peek() {
            None => Ok(()),
            Some(lexeme) => {
                let (found, spot) = (self.text[lexeme.spot.clone()].to_owned(), lexeme.spot.clone());
                if let Some(reported) = self.outside(&found, spot.clone()) {
                    return Err(reported);
                }
                let closing = &self.text[self.end.clone()];
                self.faults.add(Diagnostic::error("MAU-009").with("expected", closing).with("found", found), spot);
                Err(Unreadable)
            }
        }
    }

    /// Reads a name that can be defined or used.
    pub(super) fn name(&mut self) -> Read<SpottedWord> {
        match self.peek() {
            // Tera reads these as values everywhere.
            Some(Lexeme { token: TagToken::Name(name), spot })
                if !matches!(name.as_str(), "true" | "True" | "false" | "False") =>
            {
                let word = SpottedWord { text: name.clone(), spot: spot.clone() };
                self.at += 1;
                Ok(word)
            }
            _ => Err(self.unexpected()),
        }
    }

    /// Reads a quoted text.
    pub(super) fn quoted(&mut self) -> Read<SpottedWord> {
        match self.peek() {
            Some(Lexeme { token: TagToken::Text(text), spot }) => {
                let word = SpottedWord { text: text.clone(), spot: spot.clone() };
                self.at += 1;
                Ok(word)
            }
            _ => Err(self.unexpected()),
        }
    }

    pub(super) fn peek(&self) -> Option<&'a Lexeme> {
        self.lexemes.get(self.at)
    }

    pub(super) fn take_sign(&mut self, sign: &str) -> bool {
        let is_here = self.peek().is_some_and(|lexeme| lexeme.token.is_sign(sign));
        self.at += usize::from(is_here);
        is_here
    }

    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let is_here = self.peek().is_some_and(|lexeme| lexeme.token.is_word(word));
        self.at += usize::from(is_here);
        is_here
    }

    /// The place of the next token, or of the tag's end.
    pub(super) fn here(&self) -> Spot {
        self.peek().map_or(self.end.clone(), |lexeme| lexeme.spot.clone())
    }

    pub(super) fn missing(&mut self, expected: &'static str) -> Unreadable {
        let spot = self.here();
        let found = self.text[spot.clone()].to_owned();
        if let Some(reported) = self.outside(&found, spot.clone()) {
            return reported;
        }
        self.faults.add(Diagnostic::error("MAU-009").with("expected", expected).with("found", found), spot);
        Unreadable
    }

    /// Reports a token that can't begin a value.
    pub(super) fn unexpected(&mut self) -> Unreadable {
        let spot = self.here();
        let found = self.text[spot.clone()].to_owned();
        if let Some(reported) = self.outside(&found, spot.clone()) {
            return reported;
        }
        self.faults.add(Diagnostic::error("MAU-010").with("found", found), spot);
        Unreadable
    }

    /// Reports a word of Tera that is not part of the templates' language.
    pub(super) fn outside(&mut self, found: &str, spot: Spot) -> Option<Unreadable> {
        let message = Diagnostic::error("MAU-013").with("what", found);
        let message = match found {
            "[" | "?[" | "?." | "..." => message.hint("parts"),
            "{" | "}" | "@" | "</" => message,
            "/" | "//" | "%" | "**" => message.hint("arithmetic"),
            "!" | "&" => message.hint("words"),
            "=" => message.hint("equals"),
            "none" | "None" | "null" => message.hint("nothing"),
            _ => return None,
        };
        self.faults.add(message, spot);
        Some(Unreadable)
    }

    /// The end of the last token read.
    pub(super) fn behind(&self) -> usize {
        self.at.checked_sub(1).and_then(|last| self.lexemes.get(last)).map_or(self.end.start, |last| last.spot.end)
    }
}
