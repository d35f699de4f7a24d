//! The pieces that a template's text is cut into.
//!
//! Owns their shapes. Knows neither how they are found (`lexer`) nor what they may say (`parser`).

use super::fault::Spot;

/// A stretch of a template.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LexedPart {
    /// Text that is printed as it stands.
    Text(Spot),
    /// `{{ … }}`
    Output(Tag),
    /// `{% … %}`
    Tag(Tag),
}

/// A tag's inside.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag {
    /// From its first brace to its last.
    pub(super) spot: Spot,
    /// What stands between.
    pub(super) lexemes: Vec<Lexeme>,
    /// Whether it was reported already that it can't be read whole.
    pub(super) is_broken: bool,
}

/// A word of a tag and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lexeme {
    /// The word.
    pub(super) token: TagToken,
    /// Its bytes.
    pub(super) spot: Spot,
}

/// A word of a tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TagToken {
    /// A name or a keyword.
    Name(String),
    /// A text in quotes, its escapes read.
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
