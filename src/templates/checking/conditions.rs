//! What follows from a condition: which fields are filled where it is true, and where it is false.
//!
//! Owns deriving this from `if`, `and`, `not`, `is defined`. Must not know a field. `statements` and `expressions` use
//! it.

use crate::templates::language::{Expression, ExpressionKind, Joined, Operator};

/// The result of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// True.
    Holds,
    /// False.
    Fails,
}

impl Outcome {
    fn turned(self) -> Self {
        match self {
            Self::Holds => Self::Fails,
            Self::Fails => Self::Holds,
        }
    }
}

/// The paths that are filled where the condition has this result.
pub(super) fn shown_by(condition: &Expression, outcome: Outcome) -> Vec<String> {
    match &condition.meaning {
        ExpressionKind::Path(_) if outcome == Outcome::Holds => condition.path().into_iter().collect(),
        ExpressionKind::Not(inner) => shown_by(inner, outcome.turned()),
        ExpressionKind::Test(test) => {
            let is_shown = matches!(
                (test.name.text.as_str(), outcome),
                ("defined", Outcome::Holds) | ("undefined", Outcome::Fails)
            );
            test.value.path().filter(|_| is_shown).into_iter().collect()
        }
        ExpressionKind::Operation(operation) => {
            let joined = match outcome {
                Outcome::Holds => Joined::And,
                Outcome::Fails => Joined::Or,
            };
            if operation.operator != Operator::Logic(joined) {
                return Vec::new();
            }
            let mut paths = shown_by(&operation.left, outcome);
            paths.extend(shown_by(&operation.right, outcome));
            paths
        }
        _ => Vec::new(),
    }
}
