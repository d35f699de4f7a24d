//! The numbers of the outline: I., 1., a).
//!
//! Owns counting. A clause counts on through headings and list items alike, so no number comes twice under one heading.

use super::Level;
use super::template::OutlineStyle;
use crate::vietnamese::numerals;

/// How far each step has counted, and which heading the text stands under.
#[derive(Debug, Default)]
pub(super) struct Outline {
    sections: usize,
    clauses: usize,
    points: usize,
    under: Option<Level>,
    lists: Vec<Level>,
}

impl Outline {
    /// An outline of this style, nothing counted yet.
    pub(super) fn new(style: OutlineStyle) -> Self {
        match style {
            OutlineStyle::Roman => Self::default(),
        }
    }

    /// The next number of a step; the steps below begin again.
    pub(super) fn next(&mut self, level: Level) -> String {
        match level {
            Level::Section => {
                (self.sections, self.clauses, self.points) = (self.sections + 1, 0, 0);
                numerals::roman(self.sections)
            }
            Level::Clause => {
                (self.clauses, self.points) = (self.clauses + 1, 0);
                self.clauses.to_string()
            }
            Level::Point => {
                self.points += 1;
                numerals::point_letters(self.points)
            }
        }
    }

    /// A heading of this step now stands above the text.
    pub(super) fn stand_under(&mut self, level: Level) {
        self.under = Some(level);
    }

    /// The step that a list numbers: one below the open list, else one below the heading above.
    pub(super) fn level_below(&self) -> Level {
        match self.lists.last().copied().or(self.under) {
            None | Some(Level::Section) => Level::Clause,
            Some(Level::Clause | Level::Point) => Level::Point,
        }
    }

    /// A list of this step begins.
    pub(super) fn enter(&mut self, level: Level) {
        self.lists.push(level);
    }

    /// A list of this step ends.
    pub(super) fn leave(&mut self, level: Level) {
        let left = self.lists.pop();
        debug_assert_eq!(left, Some(level), "lists end in the order they began");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_below_begin_again() {
        let mut outline = Outline::default();
        let levels = [Level::Section, Level::Clause, Level::Point, Level::Point, Level::Clause, Level::Point];
        let numbers: Vec<String> = levels.into_iter().map(|level| outline.next(level)).collect();
        assert_eq!(numbers, ["I", "1", "a", "b", "2", "a"]);
        assert_eq!(outline.next(Level::Section), "II");
        assert_eq!(outline.next(Level::Clause), "1");
    }

    #[test]
    fn a_list_numbers_one_step_below_its_heading() {
        let mut outline = Outline::default();
        outline.stand_under(Level::Section);
        assert_eq!(outline.level_below(), Level::Clause);
        outline.stand_under(Level::Clause);
        assert_eq!(outline.level_below(), Level::Point);
    }
}
