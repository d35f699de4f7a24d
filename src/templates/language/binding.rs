//! What stands between two values, and how tight it binds, as Tera has it.
//!
//! Owns that table. Knows no value. `expressions` reads by it.

use super::token::TagToken;
use super::tree::{Joined, Operator};

/// What a word between two values does.
#[derive(Clone, Copy)]
pub(super) enum Binding {
    Filter,
    Test,
    Operator(Operator),
}

impl Binding {
    /// What the word does, and how tight it binds to its left and its right.
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
