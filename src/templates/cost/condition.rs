//! Whether a condition of a template is true with this workbook, and what it costs to know that.
//!
//! Owns the truth of conditions, as far as the data decide it. Must not know what a branch prints: `cost` walks it.

use super::{Spending, Walk};
use crate::templates::language::{Expression, ExpressionKind, Joined, Operator};

impl<'a> Walk<'a> {
    /// Whether a condition is true, as `truth` finds it, and what it costs to know that.
    pub(super) fn condition(&mut self, condition: &'a Expression) -> Spending<Option<bool>> {
        match &condition.meaning {
            // The most frequent condition: its value is looked up once.
            ExpressionKind::Path(words) => {
                let value = self.named(words);
                self.step(1 + words.len() as u64 + value.count())?;
                Ok(value.truth())
            }
            ExpressionKind::Not(inner) => {
                self.step(1)?;
                Ok(self.condition(inner)?.map(|truth| !truth))
            }
            ExpressionKind::Operation(operation) => {
                let Operator::Logic(joined) = operation.operator else { return self.measured_condition(condition) };
                self.step(1)?;
                Ok(joined_truth(joined, [self.condition(&operation.left)?, self.condition(&operation.right)?]))
            }
            _ => self.measured_condition(condition),
        }
    }

    fn measured_condition(&mut self, condition: &'a Expression) -> Spending<Option<bool>> {
        let _its_size_is_of_no_use = self.extent(condition)?;
        Ok(self.truth(condition))
    }

    /// Whether a condition is true, where the data decide that.
    fn truth(&self, condition: &'a Expression) -> Option<bool> {
        match &condition.meaning {
            ExpressionKind::Path(words) => self.named(words).truth(),
            ExpressionKind::Truth(truth) => Some(*truth),
            ExpressionKind::Not(inner) => self.truth(inner).map(|truth| !truth),
            ExpressionKind::Operation(operation) => {
                let sides = [self.truth(&operation.left), self.truth(&operation.right)];
                match operation.operator {
                    Operator::Logic(joined) => joined_truth(joined, sides),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// The truth of two joined conditions, where one is unknown too.
fn joined_truth(joined: Joined, sides: [Option<bool>; 2]) -> Option<bool> {
    match joined {
        Joined::And if sides.contains(&Some(false)) => Some(false),
        Joined::And if sides == [Some(true); 2] => Some(true),
        Joined::Or if sides.contains(&Some(true)) => Some(true),
        Joined::Or if sides == [Some(false); 2] => Some(false),
        Joined::And | Joined::Or => None,
    }
}
