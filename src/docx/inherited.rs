//! Which settings a style shares with its base, and so leaves to it: who changes the base in Word changes both.
//!
//! Owns the comparison. Must not know Word's names of the settings: `style` does.

use crate::document::Style;

/// The settings that a style has from its base.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent setting of Word's")]
pub(super) struct Inherited {
    pub(super) font: bool,
    pub(super) size: bool,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) keep_next: bool,
    pub(super) keep_lines: bool,
    pub(super) alignment: bool,
    pub(super) left: bool,
    pub(super) first_line: bool,
    pub(super) right: bool,
    pub(super) before: bool,
    pub(super) after: bool,
    pub(super) line: bool,
}

impl Inherited {
    /// What a style shares with its base; nothing for the base of all, which stands on no other.
    pub(super) fn of(style: &Style, base: Option<&Style>) -> Self {
        let Some(base) = base else { return Self::default() };
        let (own, theirs) = (&style.paragraph, &base.paragraph);
        Self {
            font: style.text.font == base.text.font,
            size: style.text.size == base.text.size,
            is_bold: style.text.is_bold == base.text.is_bold,
            is_italic: style.text.is_italic == base.text.is_italic,
            keep_next: own.keep_next == theirs.keep_next,
            keep_lines: own.keep_lines == theirs.keep_lines,
            alignment: own.alignment == theirs.alignment,
            left: own.left == theirs.left,
            first_line: own.first_line == theirs.first_line,
            right: own.right == theirs.right,
            before: own.before == theirs.before,
            after: own.after == theirs.after,
            line: own.line == theirs.line,
        }
    }
}
