//! Splits a template's text into parts, exactly where Tera splits it.
//!
//! Owns finding tags, comments and their tokens. Must not know which tokens make sense. Its output goes to `parser`.

use super::fault::Faults;
use super::token::{LexedPart, Lexeme, Tag, TagToken};
use crate::diag::Diagnostic;

/// The signs of Tera's language, the longer ones first. Templates may not use all of them, but they must be recognised
/// to be reported.
const SIGNS: [&str; 29] = [
    "...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?[", "+", "-", "*", "/", "%", "!", ".", ",", ":", "~", "|",
    "=", ">", "<", "(", ")", "[", "]", "@",
];

/// Splits a text into parts; comments are left out.
pub(super) fn cut(text: &str, faults: &mut Faults) -> Vec<LexedPart> {
    let mut lexer = Lexer { text, at: 0, pieces: Vec::new(), faults };
    while lexer.at < text.len() {
        lexer.piece();
    }
    lexer.pieces
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    pieces: Vec<LexedPart>,
    faults: &'a mut Faults,
}

/// How a tag ended.
enum End {
    /// With its own closing braces.
    Closed,
    /// In any other way, which is reported.
    Broken,
}

impl Lexer<'_> {
    fn piece(&mut self) {
        let opening = next_opening(&self.text[self.at..]).map_or(self.text.len(), |found| self.at + found);
        if opening > self.at {
            self.stray_closings(opening);
            self.pieces.push(LexedPart::Text(self.at..opening));
            self.at = opening;
            return;
        }
        match &self.rest()[..2] {
            "{#" => self.comment(),
            "{{" => self.tag("}}"),
            _ => self.tag("%}"),
        }
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Reports closing braces in plain text: their opening ones were mistyped.
    fn stray_closings(&mut self, end: usize) {
        for closing in ["}}", "%}", "#}"] {
            let opening = match closing {
                "}}" => "{{",
                "%}" => "{%",
                _ => "{#",
            };
            for (index, _) in self.text[self.at..end].match_indices(closing) {
                let start = self.at + index;
                let message = Diagnostic::error("MAU-012").with("tag", closing).with("opening", opening);
                self.faults.add(message, start..start + closing.len());
            }
        }
    }

    fn comment(&mut self) {
        let start = self.at;
        let inside = start + if self.rest().starts_with("{#-") { 3 } else { 2 };
        if let Some(length) = self.text[inside..].find("#}") {
            self.at = inside + length + 2;
        } else {
            self.faults.add(unclosed("{#", "#}"), start..start + 2);
            self.at = self.text.len();
        }
    }

    fn tag(&mut self, closing: &'static str) {
        let start = self.at;
        let opening = if closing == "}}" { "{{" } else { "{%" };
        self.at += if self.rest().as_bytes().get(2) == Some(&b'-') { 3 } else { 2 };
        let mut lexemes = Vec::new();
        let end = self.words(start, opening, closing, &mut lexemes);
        let tag = Tag { spot: start..self.at, lexemes, is_broken: matches!(end, End::Broken) };
        self.pieces.push(if closing == "}}" { LexedPart::Output(tag) } else { LexedPart::Tag(tag) });
    }

    /// The tokens up to the end of the tag. A mistake is reported, and the tag ends where it most likely should.
    fn words(&mut self, start: usize, opening: &'static str, closing: &'static str, into: &mut Vec<Lexeme>) -> End {
        loop {
            self.at += self.rest().len() - self.rest().trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
            let rest = self.rest();
            for (mark, length) in [(closing, 2), (if closing == "}}" { "-}}" } else { "-%}" }, 3)] {
                if rest.starts_with(mark) {
                    self.at += length;
                    return End::Closed;
                }
            }
            if rest.is_empty() || rest.starts_with("{{") || rest.starts_with("{%") || rest.starts_with("{#") {
                self.faults.add(unclosed(opening, closing), start..start + 2);
                return End::Broken;
            }
            if let Some(wrong) = ["}}", "%}", "#}", "}"].into_iter().find(|wrong| rest.starts_with(wrong)) {
                let message =
                    Diagnostic::error("MAU-009").with("expected", closing).with("found", wrong).hint("closing");
                self.faults.add(message, self.at..self.at + wrong.len());
                self.at += wrong.len();
                return End::Broken;
            }
            match self.word() {
                Some(lexeme) => into.push(lexeme),
                None => return self.leave(start, opening, closing),
            }
        }
    }

    fn word(&mut self) -> Option<Lexeme> {
        let (start, rest) = (self.at, self.rest());
        let first = rest.chars().next()?;
        let (token, length) = match first {
            '"' | '\'' | '`' => quoted(rest, first)?,
            _ if first.is_ascii_digit() => {
                let length = number_length(rest);
                (TagToken::Number(rest[..length].to_owned()), length)
            }
            _ if first.is_ascii_alphabetic() || first == '_' => {
                let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
                // A name that continues with a Vietnamese letter is one mistake as a whole.
                if rest[length..].starts_with(char::is_alphanumeric) {
                    return None;
                }
                (TagToken::Name(rest[..length].to_owned()), length)
            }
            _ => {
                let sign = SIGNS.into_iter().find(|sign| rest.starts_with(sign))?;
                (TagToken::Sign(sign), sign.len())
            }
        };
        self.at += length;
        Some(Lexeme { token, spot: start..self.at })
    }

    /// Reports a text that is no token, and ends the tag.
    fn leave(&mut self, start: usize, opening: &'static str, closing: &'static str) -> End {
        let rest = self.rest();
        let first = rest.chars().next().expect("a word is looked for where there is text");
        let word = wrong_word(rest, first);
        let spot = self.at..self.at + word.len();
        let next = next_opening(rest).unwrap_or(rest.len());
        let Some(end) = rest.find(closing).filter(|end| *end < next) else {
            // Nothing closes the tag: the text after its line was not meant to be inside it.
            let line_end = self.text[start..].find('\n').map_or(self.text.len(), |length| start + length);
            let is_quote = matches!(first, '"' | '\'' | '`') && self.at < line_end;
            if is_quote {
                self.faults.add(unclosed(&first.to_string(), &first.to_string()), spot);
            } else {
                self.faults.add(unclosed(opening, closing), start..start + 2);
            }
            self.at = line_end.min(self.at + next).max(start + 2);
            return End::Broken;
        };
        if matches!(first, '"' | '\'' | '`') {
            self.faults.add(unclosed(&first.to_string(), &first.to_string()), spot);
        } else {
            let message = Diagnostic::error("MAU-010").with("found", word);
            let message = match first {
                '“' | '”' | '‘' | '’' | '«' | '»' => message.hint("quotes"),
                '{' => message.hint("braces"),
                _ if first.is_whitespace() => message.hint("blank"),
                _ if first.is_alphanumeric() || first == '_' => message.hint("letters"),
                _ => message,
            };
            self.faults.add(message, spot);
        }
        self.at += end + closing.len();
        End::Broken
    }
}

/// The invalid token: up to a blank or a sign.
fn wrong_word(rest: &str, first: char) -> &str {
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    &rest[..length.max(first.len_utf8())]
}

fn unclosed(tag: &str, closing: &str) -> Diagnostic {
    Diagnostic::error("MAU-011").with("tag", tag).with("closing", closing)
}

fn next_opening(text: &str) -> Option<usize> {
    text.as_bytes().windows(2).position(|pair| matches!(pair, b"{{" | b"{%" | b"{#"))
}

/// The length of the digits, with a decimal part where digits follow a dot.
fn number_length(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let fraction = text[whole..].strip_prefix('.').map_or(0, digits);
    if fraction > 0 { whole + 1 + fraction } else { whole }
}

/// A quoted text with its length; `None` where it does not end on its line, before the braces of another tag.
fn quoted(rest: &str, quote: char) -> Option<(TagToken, usize)> {
    let mut text = String::new();
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((index, letter)) = letters.next() {
        match letter {
            _ if letter == quote => return Some((TagToken::Text(text), index + 1)),
            '\n' => return None,
            '{' | '%' | '}' if is_brace_pair(letter, letters.peek().map(|(_, next)| *next)) => return None,
            '\\' => text.push(match letters.next()?.1 {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other @ ('"' | '\'' | '/' | '\\') => other,
                _ => return None,
            }),
            _ => text.push(letter),
        }
    }
    None
}

fn is_brace_pair(first: char, second: Option<char>) -> bool {
    matches!((first, second), ('{', Some('{' | '%' | '#')) | ('%' | '}', Some('}')))
}
