//! The groups of the rows, and those without a row.
//!
//! Owns which group is the current one, and how groups are nested: by the kind of their mark, in the order in which the
//! kinds first appear. Must not know what makes a row a group. Its warnings go to `out`.

use super::labels::{after_group_mark, bare_ordinal};
use crate::diag::{Diagnostic, Diagnostics};
use crate::records::types::Located;
use crate::vietnamese::numerals::roman;

/// The highest number of a group that is recognized.
const MOST_GROUPS: usize = 60;

/// The kind of numbering before a group's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GroupMark {
    Letter,
    Roman,
    Number,
    None,
}

impl GroupMark {
    /// The mark of a row, given its number, or its label if the number is part of it.
    fn of(text: &str) -> Self {
        let mark: &str = text.split(['.', ')', '-', '–', ':', '/', ' ']).next().unwrap_or_default();
        let is_mark = after_group_mark(text).is_some() || mark.len() == text.trim_end_matches(['.', ')']).len();
        if mark.starts_with(|first: char| first.is_ascii_digit()) {
            Self::Number
        } else if is_mark && roman_value(mark).is_some() {
            Self::Roman
        } else if is_mark && mark.len() == 1 {
            Self::Letter
        } else {
            Self::None
        }
    }
}

/// A group that the next rows are in.
#[derive(Debug)]
struct OpenGroup {
    level: usize,
    name: Located<String>,
    /// Its mark and number, «2» or «II»; `None` where it has none.
    number: Option<(GroupMark, usize)>,
    /// Whether tasks in it have numbers of the same kind as its own, so that theirs say nothing of its end.
    has_like_numbers: bool,
}

/// The groups of a table, from the top down.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// The groups that the next rows are in, from the outermost in.
    open: Vec<OpenGroup>,
    /// Groups without a row so far, each with its level.
    waiting: Vec<(usize, Located<String>)>,
    /// Kinds of mark in the order of their first appearance.
    levels: Vec<GroupMark>,
}

impl Groups {
    /// The group of the next rows.
    pub(super) fn current(&self) -> Option<&Located<String>> {
        self.open.last().map(|group| &group.name)
    }

    /// Whether a group has begun that has no row yet.
    pub(super) fn has_begun(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Begins a group, given its row's first text; groups that it ends without a row are reported.
    pub(super) fn enter(&mut self, group: Located<String>, first: &str, out: &mut Diagnostics) {
        let mark = GroupMark::of(first);
        let level = self.levels.iter().position(|known| *known == mark).unwrap_or_else(|| {
            self.levels.push(mark);
            self.levels.len() - 1
        });
        let first_ended = self.waiting.iter().position(|(waiting, _)| *waiting >= level);
        for (_, ended) in self.waiting.split_off(first_ended.unwrap_or(self.waiting.len())) {
            report_empty(&ended, out);
        }
        self.waiting.push((level, group.clone()));
        self.open.retain(|open| open.level < level);
        self.open.push(OpenGroup { level, name: group, number: numbered(first), has_like_numbers: false });
    }

    /// Adds a row to the current group, and so to all groups that contain it, given the row's number. A row that is
    /// numbered on from a group, «3» after the group «2» with its tasks a, b, stands beside that group, not in it.
    pub(super) fn fill(&mut self, ordinal: &str, out: &mut Diagnostics) {
        let Some((mark, number)) = numbered(ordinal) else {
            self.waiting.clear();
            return;
        };
        let follows = |group: &OpenGroup| !group.has_like_numbers && group.number == Some((mark, number - 1));
        if let Some(at) = self.open.iter().position(follows) {
            let level = self.open[at].level;
            self.open.truncate(at);
            for (_, left) in self.waiting.iter().filter(|(waiting, _)| *waiting >= level) {
                report_empty(left, out);
            }
        }
        self.waiting.clear();
        for group in self.open.iter_mut().filter(|group| group.number.is_some_and(|(own, _)| own == mark)) {
            group.has_like_numbers = true;
        }
    }

    /// Begins another table of the same sheet: a label right above it belongs to it.
    pub(super) fn next_table(&mut self) {
        if self.waiting.is_empty() {
            self.open.clear();
        }
    }

    /// Reports the groups that still have no row.
    pub(super) fn end(self, out: &mut Diagnostics) {
        for (_, group) in self.waiting {
            report_empty(&group, out);
        }
    }
}

/// Whether a text begins like the first of several groups, «A. …», «I. …», and another begins like the next one.
pub(super) fn is_first_before(first: &str, next: &str) -> bool {
    let Some((mark, number)) = numbered(first).filter(|_| after_group_mark(first).is_some()) else { return false };
    (number == 1 || number == usize::from(b'A')) && numbered(next) == Some((mark, number + 1))
}

/// The kind and the value of a row number, or of the one that begins a group's label; `None` for «1.1» and for words.
fn numbered(text: &str) -> Option<(GroupMark, usize)> {
    let mark = bare_ordinal(text.split(['.', ')', '-', '–', ':', '/', ' ']).next().unwrap_or_default());
    let rest = &text[text.find(mark)? + mark.len()..];
    let is_inner = rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    let number = match GroupMark::of(text) {
        _ if mark.is_empty() || is_inner => None,
        GroupMark::Number => mark.parse().ok(),
        GroupMark::Roman => roman_value(mark),
        GroupMark::Letter => mark.bytes().next().map(usize::from),
        GroupMark::None => None,
    };
    number.filter(|number| *number > 0).map(|number| (GroupMark::of(text), number))
}

/// The value of a Roman number of a group.
fn roman_value(mark: &str) -> Option<usize> {
    let values = mark
        .bytes()
        .map(|letter| [(b'I', 1), (b'V', 5), (b'X', 10), (b'L', 50)].into_iter().find(|(known, _)| *known == letter));
    let values: Vec<usize> = values.map(|value| value.map(|(_, value)| value)).collect::<Option<_>>()?;
    let is_taken_off = |at: usize| values.get(at + 1).is_some_and(|next| *next > values[at]);
    let (less, more): (Vec<usize>, Vec<usize>) = (0..values.len()).partition(|at| is_taken_off(*at));
    let sum = |places: Vec<usize>| places.into_iter().map(|at| values[at]).sum::<usize>();
    let number = sum(more).checked_sub(sum(less))?;
    ((1..=MOST_GROUPS).contains(&number) && roman(number) == mark).then_some(number)
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
