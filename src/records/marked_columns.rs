//! Columns of marks, and the marks: «x», «CT», «PH».
//!
//! Owns the types, and which texts are marks. Must not know headings or rows. `headings` finds the columns, `sheets` gives
//! their meaning to the tasks.

use crate::vietnamese::fold;

/// What a mark in a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkedAs {
    /// A unit: its part is shown by the mark.
    Unit,
    /// A unit that leads.
    Lead,
    /// A unit that helps.
    Support,
    /// A month.
    Month(usize),
    /// A quarter of the year.
    Quarter(usize),
}

/// What the mark itself says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tick {
    Lead,
    Support,
    /// «x».
    Plain,
}

/// A column of marks, 1-based.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MarkedColumn {
    /// The column.
    pub(super) column: u32,
    /// Its heading.
    pub(super) name: String,
    /// What it stands for.
    pub(super) meaning: MarkedAs,
}

impl MarkedColumn {
    /// Whether it stands for a unit.
    pub(super) fn is_unit(&self) -> bool {
        !matches!(self.meaning, MarkedAs::Month(_) | MarkedAs::Quarter(_))
    }
}

/// The mark that a text is; `None` for any other text.
pub(super) fn mark(text: &str) -> Option<Tick> {
    // Longer texts are words.
    const LONGEST: usize = 12;
    const PLAIN: [&str; 8] = ["x", "×", "✓", "✔", "√", "v", "●", "+"];
    const LEADS: [&str; 5] = ["ct", "c", "c t", "chu tri", "c tri"];
    const HELPS: [&str; 5] = ["ph", "p", "p h", "phoi hop", "p hop"];
    if text.len() > LONGEST {
        return None;
    }
    let small = text.trim().trim_matches(['(', ')']).to_lowercase();
    if PLAIN.contains(&small.as_str()) {
        return Some(Tick::Plain);
    }
    let key = fold::key(&small);
    if LEADS.contains(&key.as_str()) {
        Some(Tick::Lead)
    } else {
        HELPS.contains(&key.as_str()).then_some(Tick::Support)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_words() {
        let check = |text: &str, expected| assert_eq!(mark(text), expected, "{text}");
        check("X", Some(Tick::Plain));
        check("✓", Some(Tick::Plain));
        check("C/trì", Some(Tick::Lead));
        check("(PH)", Some(Tick::Support));
        check("15/7", None);
        check("Có", None);
    }
}
