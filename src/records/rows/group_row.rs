//! Rows that begin a group: by their mark, their merged cells, or because they hold only a name.
//!
//! Owns the decision, also where the row itself does not show it: by its letters, and by the rows around it. Must not
//! guess: where both are possible, the clerk is asked. `sorting` asks here.

use super::endings::{is_note, is_signature};
use super::group_words::{after_digits, is_field_of_work, is_group_name};
use super::habits::{Habit, Habits};
use super::labels::{after_group_mark, after_mark, is_capitals, is_count, is_group_ordinal};
use super::levels::{self, NumberStep};
use super::record::old_encoding;
use super::row_view::{RowView, content_field};
use crate::contract::{Field, SheetKind};
use crate::diag::{CellRef, Concern, Diagnostic, Diagnostics};
use crate::records::cells::Flaw;
use crate::records::old_fonts::old_font;
use crate::records::types::Located;
use crate::settings::GroupAnswer;

/// What may stand before the name of a group to mark its row.
const BULLETS: [char; 7] = ['*', '-', '–', '+', '•', '►', ' '];
/// Words of the longest name of a group; a longer text is a task.
const MOST_WORDS: usize = 15;
/// Words of a text that may be a name although it ends like a sentence.
const FEW_WORDS: usize = 6;
/// Rows without a number that may stand between a group and its first task, as the names of further groups.
const MOST_BETWEEN: usize = 2;

/// What a row that names a group is, or that may name one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GroupStanding {
    Group,
    Task,
    /// Only the clerk knows.
    Either,
}

impl<'a> RowView<'a> {
    /// The group that begins with this row, if it is a group row.
    pub(super) fn group(&self, habits: Habits) -> Option<Located<String>> {
        let (column, text, standing) = self.label_of_group(habits)?;
        // The colon, and the star or dash of «* Kinh tế:», belong to the layout of the table, not to the name.
        let bare = |text: &'a str| if is_field_of_work(text) { after_digits(text) } else { after_mark(text) };
        let name = || {
            let name = bare(text.trim_start_matches(BULLETS)).replace('\n', " ");
            name.trim_start_matches(BULLETS).trim_end_matches([':', ' ']).to_owned()
        };
        (standing == GroupStanding::Group).then(|| Located { value: name(), at: self.at(column) })
    }

    /// Whether only the clerk knows if the row is a group or a task.
    pub(super) fn may_be_group(&self, habits: Habits) -> bool {
        self.label_of_group(habits).is_some_and(|(_, _, standing)| standing == GroupStanding::Either)
    }

    /// Asks whether the row is a group or a task.
    pub(super) fn ask_for_group(&self, habits: Habits, out: &mut Diagnostics) {
        let Some((column, text, _)) = self.label_of_group(habits) else { return };
        let message = Diagnostic::error("SL-055").at(&self.at(column)).with("text", text.replace('\n', " "));
        let message = message.with("row", self.row).with("key", text.replace(['\n', '"'], " "));
        out.report(message.concerning(Concern::Row));
    }

    /// Reports what makes the name of a group unreliable: an error value in it, or an old encoding.
    pub(super) fn report_flawed_name(&self, name: &Located<String>, out: &mut Diagnostics) {
        for (&column, cell) in self.cells {
            let message = match cell.flaw {
                Some(Flaw::OldEncoding) => old_encoding(&cell.text),
                Some(Flaw::OldFont(encoding)) => old_font(&cell.text, encoding),
                Some(Flaw::ErrorValue) if cell.text.ends_with(&name.value) => {
                    let at = CellRef { row: self.row, column };
                    Diagnostic::error("SL-010").with("value", cell.error_value()).with("cell", at)
                }
                _ => continue,
            };
            out.report(message.at(&self.at(column)));
        }
    }

    /// The label of a row that may begin a group, and what the row is, by the clerk's answer where there is one.
    fn label_of_group(&self, habits: Habits) -> Option<(u32, &'a str, GroupStanding)> {
        let (column, text, standing) = match self.sole() {
            Some((column, text)) => (column, text, self.standing_alone((column, text), habits)?),
            None => self.numbered_label(habits)?,
        };
        Some(match self.sheet.answers.of_group(text) {
            Some(GroupAnswer::Group) => (column, text, GroupStanding::Group),
            Some(GroupAnswer::Task) => (column, text, GroupStanding::Task),
            None => (column, text, standing),
        })
    }

    /// What a row with a single text is; `None` where it can be no group.
    fn standing_alone(&self, (column, text): (u32, &'a str), habits: Habits) -> Option<GroupStanding> {
        let content = self.sheet.layout.columns.get(&content_field(self.sheet.layout.kind)).copied().unwrap_or(1);
        let is_merged = self.sheet.cells.span(self.row, column).is_some_and(|span| span.right > column);
        // Text in a column for numbers or groups, or in an unread column, is a label.
        let is_label = column < content && text.contains(' ') && self.may_hold_label(column);
        if after_group_mark(text).is_some() || ((is_merged || is_label) && !is_note(text)) {
            return Some(GroupStanding::Group);
        }
        self.bare(text, habits)
    }

    /// The name where the row has only a group's number, in the column of numbers or of codes, and a name: «II │ Văn
    /// hóa - Xã hội». A letter may be a task's code where no task has another one.
    fn numbered_label(&self, habits: Habits) -> Option<(u32, &'a str, GroupStanding)> {
        let ordinals = self.sheet.layout.ordinals;
        let codes = self.sheet.layout.columns.get(&Field::Code).copied().filter(|_| habits.has(Habit::OtherCodes));
        let is_mark = |column: u32| Some(column) == ordinals || Some(column) == codes;
        let mut marks = self.cells.iter().filter(|(column, _)| is_mark(**column)).map(|(_, cell)| cell).peekable();
        let mark = marks.peek()?.text.as_str();
        let is_group_mark = marks.all(|cell| is_group_ordinal(&cell.text));
        let mut others = self.cells.iter().filter(|(column, _)| !is_mark(**column));
        let (&column, label) = others.next()?;
        let mut others = others.map(|(_, cell)| cell.text.as_str()).peekable();
        let is_alone = others.peek().is_none();
        let has_any = |fields: &[Field]| fields.iter().any(|field| self.has(*field));
        let standing = if !is_group_mark {
            if is_alone { self.below_its_number(mark, habits)? } else { return None }
        } else if is_alone && !has_any(&[Field::Lead, Field::Deadline, Field::Product])
            || others.all(is_count) && !self.has(Field::Lead) && !is_day_number(self.text(Field::Deadline))
        {
            GroupStanding::Group
        } else if levels::is_roman(mark) && self.step_below(mark) == Some(NumberStep::Inside) {
            GroupStanding::Either
        } else {
            return None;
        };
        Some((column, label.text.as_str(), standing))
    }

    /// What a row of tasks with a plain number and nothing but its words is, where the next row is numbered below it.
    fn below_its_number(&self, mark: &str, habits: Habits) -> Option<GroupStanding> {
        let is_bare = !self.content().is_empty() && !self.is_covered();
        if self.sheet.layout.kind != SheetKind::Assignments || !is_bare || !habits.has(Habit::Assigned) {
            return None;
        }
        match self.step_below(mark)? {
            NumberStep::Inside => Some(GroupStanding::Group),
            NumberStep::Again => Some(GroupStanding::Either),
            // «2 │ An ninh» above the task 3 says of nobody who does it.
            NumberStep::Beside => is_field_of_work(self.content()).then_some(GroupStanding::Either),
        }
    }

    /// How the first task beneath is numbered, seen from this row's number.
    fn step_below(&self, mark: &str) -> Option<NumberStep> {
        let task = self.below().take(MOST_BETWEEN + 1).find(Self::is_assigned)?;
        Some(levels::step(mark, task.ordinal_or_code()))
    }

    /// What the row is where nothing but its content is filled; `None` for any other row.
    fn bare(&self, text: &str, habits: Habits) -> Option<GroupStanding> {
        if self.sheet.layout.kind != SheetKind::Assignments || self.content() != text {
            return None;
        }
        // What reads like a signature is told as such.
        if is_signature(text) {
            return Some(GroupStanding::Task);
        }
        let is_starred = text.starts_with('*') && !text.starts_with("**");
        if is_note(text) && !is_starred {
            return None;
        }
        let words = text.split_whitespace().count();
        let is_long = words > MOST_WORDS || text.contains('\n');
        // A full stop makes a sentence, and a sentence a task.
        let ends = text.ends_with(['.', '!', '?']) || text.ends_with(';') && words > FEW_WORDS;
        let is_headline = text.contains(' ') && is_capitals(text) && habits.has(Habit::SmallLetters);
        let stands_out = habits.has(Habit::PlainLetters) && self.stands_out();
        let stands_above = || habits.has(Habit::Assigned) && self.is_above_a_task();
        let is_named = || (stands_out || is_group_name(text)) && stands_above();
        Some(if is_headline || !is_long && (text.ends_with(':') || is_named()) {
            GroupStanding::Group
        } else if is_long || ends || !stands_above() {
            if is_starred {
                return None;
            }
            GroupStanding::Task
        } else {
            GroupStanding::Either
        })
    }

    /// Whether all letters of the row are bold, or have a colour behind them.
    fn stands_out(&self) -> bool {
        self.cells.values().all(|cell| cell.stands_out)
    }

    /// Whether the next filled rows name more than their content: a group has a task beneath it, perhaps beneath the
    /// names of further groups.
    fn is_above_a_task(&self) -> bool {
        let mut below = self.below().take(MOST_BETWEEN + 1);
        below.find(|view| view.sole().is_none()).is_some_and(|view| view.is_assigned())
    }

    /// The filled rows of the table beneath, from the next one on.
    fn below(&self) -> impl Iterator<Item = RowView<'a>> + use<'a> {
        let sheet = self.sheet;
        let rows = sheet.cells.rows.range(self.row + 1..sheet.end.max(self.row + 1));
        rows.map(move |(&row, cells)| RowView { sheet, row, cells }).filter(|view| !view.is_header())
    }

    /// Whether the row names who is to do something, or by when.
    pub(super) fn is_assigned(&self) -> bool {
        self.has(Field::Lead) || self.has(Field::Deadline)
    }

    /// The number of the row, or its code where it has none.
    pub(super) fn ordinal_or_code(&self) -> &'a str {
        let ordinal = self.ordinal();
        if ordinal.is_empty() { self.text(Field::Code) } else { ordinal }
    }
}

/// Whether a text in the column of deadlines is no count of tasks but may be a day: «5». «3 việc» is none.
fn is_day_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
