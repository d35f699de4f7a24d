//! The groups of the rows, and those without a row.
//!
//! Owns which group is the current one, and how groups are nested: by the kind of their mark, in the order in which the
//! kinds first appear. Must not know what makes a row a group. Its warnings go to `out`.

use super::labels::after_group_mark;
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::types::Located;
use crate::vietnamese::numerals::roman;

/// The kind of numbering before a group's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupMark {
    Letter,
    Roman,
    Number,
    None,
}

impl GroupMark {
    /// The mark of a row, given its number, or its label if the number is part of it.
    pub(super) fn of(text: &str) -> Self {
        let mark: &str = text.split(['.', ')', '-', '–', ':', '/', ' ']).next().unwrap_or_default();
        let is_mark = after_group_mark(text).is_some() || mark.len() == text.trim_end_matches(['.', ')']).len();
        if mark.starts_with(|first: char| first.is_ascii_digit()) {
            Self::Number
        } else if is_mark && (1..=60).any(|number| roman(number) == mark) {
            Self::Roman
        } else if is_mark && mark.len() == 1 {
            Self::Letter
        } else {
            Self::None
        }
    }
}

/// The groups of a table, from the top down.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// The group of the next rows.
    pub(super) current: Option<Located<String>>,
    /// Groups without a row so far, each with its level.
    waiting: Vec<(usize, Located<String>)>,
    /// Kinds of mark in the order of their first appearance.
    levels: Vec<GroupMark>,
}

impl Groups {
    /// Begins a group; groups that it ends without a row are reported.
    pub(super) fn enter(&mut self, group: Located<String>, mark: GroupMark, out: &mut Diagnostics) {
        let level = self.levels.iter().position(|known| *known == mark).unwrap_or_else(|| {
            self.levels.push(mark);
            self.levels.len() - 1
        });
        let first_ended = self.waiting.iter().position(|(waiting, _)| *waiting >= level);
        for (_, ended) in self.waiting.split_off(first_ended.unwrap_or(self.waiting.len())) {
            report_empty(&ended, out);
        }
        self.waiting.push((level, group.clone()));
        self.current = Some(group);
    }

    /// Adds a row to the current group, and so to all groups that contain it.
    pub(super) fn fill(&mut self) {
        self.waiting.clear();
    }

    /// Begins another table of the same sheet: a label right above it belongs to it.
    pub(super) fn next_table(&mut self) {
        if self.waiting.is_empty() {
            self.current = None;
        }
    }

    /// Reports the groups that still have no row.
    pub(super) fn end(self, out: &mut Diagnostics) {
        for (_, group) in self.waiting {
            report_empty(&group, out);
        }
    }
}

fn report_empty(group: &Located<String>, out: &mut Diagnostics) {
    let message = Diagnostic::warning("SL-018").at(&group.at).with("group", &group.value);
    out.report(message.with("row", group.at.cell.map_or(0, |cell| cell.row)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_marks_are_distinguished() {
        let check = |text: &str, expected| assert_eq!(GroupMark::of(text), expected, "{text}");
        check("II. Văn hóa", GroupMark::Roman);
        check("IV", GroupMark::Roman);
        check("A. Chung", GroupMark::Letter);
        check("B.", GroupMark::Letter);
        check("2.1. Nông nghiệp", GroupMark::Number);
        check("Lĩnh vực kinh tế", GroupMark::None);
        check("A Pa Chải", GroupMark::None);
    }
}
