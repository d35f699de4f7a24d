//! The operators of expressions and their precedence, as in Tera.
//!
//! Owns that table. Must not know a value. `expressions` parses with it.

use super::token::TagToken;
use super::tree::{Joined, Operator};

/// The meaning of an operator.
#[derive(Clone, Copy)]
pub(super) enum Binding {
    Filter,
    Test,
    Operator(Operator),
}

impl Binding {
    /// The operator of a token, and its left and right precedence.
    pub(super) fn of(token: &TagToken) -> Option<(Self, (u8, u8))> {
        let operator = |operator, left, right| Some((Self::Operator(operator), (left, right)));
        match token {
            TagToken::Name(word) => match word.as_str() {
                "or" => operator(Operator::Logic(Joined::Or), 1, 2),
                "and" => operator(Operator::Logic(Joined::And), 3, 4),
                "in" | "not" => operator(Operator::In, 5, 6),
                "is" => Some((Self::Test, (5, 6))),
                _ => None,
            },
            TagToken::Sign(sign) => match *sign {
                "==" | "!=" => operator(Operator::Equality, 7, 8),
                "<" | ">" | "<=" | ">=" => operator(Operator::Order, 7, 8),
                "+" | "-" => operator(Operator::Arithmetic, 11, 12),
                "*" => operator(Operator::Arithmetic, 13, 14),
                "~" => operator(Operator::Join, 13, 14),
                "|" => Some((Self::Filter, (17, 18))),
                _ => None,
            },
            TagToken::Text(_) | TagToken::Number(_) => None,
        }
    }
}
