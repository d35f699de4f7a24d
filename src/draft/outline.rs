//! The numbers of the outline: I., 1., a).
//!
//! Owns counting. Clauses are counted across headings and list items, so no number occurs twice under one heading. Must
//! not know the text. The numbers go to `markup`.

use std::collections::BTreeMap;

use super::Level;
use crate::templates::template::OutlineStyle;
use crate::vietnamese::numerals;

/// The counts of each level, and the heading above the current text.
#[derive(Debug, Default)]
pub(super) struct Outline {
    style: OutlineStyle,
    counts: BTreeMap<Level, usize>,
    under: Option<Level>,
    lists: Vec<Level>,
}

impl Outline {
    /// An outline of this style, before any number.
    pub(super) fn new(style: OutlineStyle) -> Self {
        Self { style, ..Self::default() }
    }

    /// The level of a heading with this many `#`; `None` where the outline has no such level.
    pub(super) fn step(&self, marks: usize) -> Option<Level> {
        const HEADINGS: usize = 3;
        self.levels().get(marks.checked_sub(1)?).copied().filter(|_| marks <= HEADINGS)
    }

    /// The next number of a level; the levels below start again.
    pub(super) fn next(&mut self, level: Level) -> String {
        self.counts.retain(|counted, _| *counted <= level);
        let count = self.counts.entry(level).or_default();
        *count += 1;
        match level {
            Level::Part | Level::Section => numerals::roman(*count),
            Level::Article | Level::Clause => count.to_string(),
            Level::Point => numerals::point_letters(*count),
        }
    }

    /// The text that follows is below a heading of this level.
    pub(super) fn set_heading_above(&mut self, level: Level) {
        self.under = Some(level);
    }

    /// The level of a list's items: one below the open list, else one below the heading above.
    pub(super) fn level_below(&self) -> Level {
        let Some(above) = self.lists.last().copied().or(self.under) else {
            return match self.style {
                OutlineStyle::Articles => Level::Article,
                OutlineStyle::Roman | OutlineStyle::Parts => Level::Clause,
            };
        };
        self.levels().iter().copied().find(|level| *level > above).unwrap_or(Level::Point)
    }

    /// A list of this level begins.
    pub(super) fn enter(&mut self, level: Level) {
        self.lists.push(level);
    }

    /// A list of this level ends.
    pub(super) fn leave(&mut self, level: Level) {
        let left = self.lists.pop();
        assert_eq!(left, Some(level), "lists end in the order they began");
    }

    /// The levels from large to small (ND-01).
    fn levels(&self) -> &'static [Level] {
        match self.style {
            OutlineStyle::Roman => &[Level::Section, Level::Clause, Level::Point],
            OutlineStyle::Articles => &[Level::Article, Level::Clause, Level::Point],
            OutlineStyle::Parts => &[Level::Part, Level::Section, Level::Clause, Level::Point],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_levels_start_again() {
        let mut outline = Outline::default();
        let levels = [Level::Section, Level::Clause, Level::Point, Level::Point, Level::Clause, Level::Point];
        let numbers: Vec<String> = levels.into_iter().map(|level| outline.next(level)).collect();
        assert_eq!(numbers, ["I", "1", "a", "b", "2", "a"]);
        assert_eq!(outline.next(Level::Section), "II");
        assert_eq!(outline.next(Level::Clause), "1");
    }

    #[test]
    fn articles_and_parts_have_their_own_levels() {
        let mut articles = Outline::new(OutlineStyle::Articles);
        assert_eq!(articles.level_below(), Level::Article);
        assert_eq!((articles.step(1), articles.step(4)), (Some(Level::Article), None));
        articles.set_heading_above(Level::Article);
        assert_eq!(articles.level_below(), Level::Clause);
        let mut parts = Outline::new(OutlineStyle::Parts);
        assert_eq!([1, 2, 3].map(|marks| parts.step(marks)), [Level::Part, Level::Section, Level::Clause].map(Some));
        parts.set_heading_above(Level::Clause);
        assert_eq!(parts.level_below(), Level::Point);
        let levels = [Level::Part, Level::Section, Level::Section, Level::Clause, Level::Part, Level::Section];
        assert_eq!(levels.map(|level| parts.next(level)), ["I", "I", "II", "1", "II", "I"]);
    }

    #[test]
    fn a_list_is_one_level_below_its_heading() {
        let mut outline = Outline::default();
        outline.set_heading_above(Level::Section);
        assert_eq!(outline.level_below(), Level::Clause);
        outline.set_heading_above(Level::Clause);
        assert_eq!(outline.level_below(), Level::Point);
    }
}
