//! The parts into which a template's text is split.
//!
//! Owns their types. Must not know how they are found (`lexer`) or what they mean (`parser`).

use super::fault::Spot;

/// A part of a template.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LexedPart {
    /// Text that is printed unchanged.
    Text(Spot),
    /// `{{ … }}`
    Output(Tag),
    /// `{% … %}`
    Tag(Tag),
}

/// The content of a tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    /// From its first brace to its last.
    pub(super) spot: Spot,
    /// Its tokens.
    pub(super) lexemes: Vec<Lexeme>,
    /// Whether a mistake in it was reported already, so that it is incomplete.
    pub(super) is_broken: bool,
}

/// A token of a tag and its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lexeme {
    /// The token.
    pub(super) token: TagToken,
    /// Its bytes.
    pub(super) spot: Spot,
}

/// A token of a tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TagToken {
    /// A name or a keyword.
    Name(String),
    /// A quoted text, its escapes resolved.
    Text(String),
    /// A number, as typed.
    Number(String),
    /// A sign.
    Sign(&'static str),
}

impl TagToken {
    /// Whether this is the sign.
    pub(super) fn is_sign(&self, sign: &str) -> bool {
        matches!(self, Self::Sign(own) if *own == sign)
    }

    /// Whether this is the keyword.
    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Name(own) if own == word)
    }
}
