//! A text of the front matter that is rendered as a template.
//!
//! Owns finding the places of its letters in the file. Must not know its meaning. It goes to `checking` and `engine`.

use std::sync::OnceLock;

use crate::diag::Diagnostic;
use crate::templates::language::{Fault, Spot, Tree};

/// A text of the front matter with its place.
#[derive(Clone, Debug)]
pub(crate) struct FrontText {
    /// The text, without quotes and with its escapes resolved.
    pub(crate) text: String,
    /// Its bytes in the file, quotes included.
    spot: Spot,
    /// The place of its first letter in the file. `None` where the text has escapes: they would shift the places of the
    /// letters.
    start: Option<usize>,
    tree: OnceLock<Tree>,
}

impl FrontText {
    /// A text read by TOML, from these bytes of a file.
    pub(super) fn new(text: &str, file: &str, spot: Spot) -> Self {
        let raw = &file[spot.clone()];
        let quotes = if raw.starts_with("\"\"\"") || raw.starts_with("'''") { 3 } else { 1 };
        let inside = raw.get(quotes..raw.len().saturating_sub(quotes)).unwrap_or_default();
        // TOML drops a line break directly after three quotes.
        let dropped = usize::from(quotes == 3 && inside.starts_with('\n'));
        let is_verbatim = inside.get(dropped..) == Some(text);
        let start = is_verbatim.then_some(spot.start + quotes + dropped);
        Self { text: text.to_owned(), spot, start, tree: OnceLock::new() }
    }

    /// The text as a tree.
    pub(crate) fn tree(&self) -> &Tree {
        self.tree.get_or_init(|| Tree::of(&self.text))
    }

    /// Its start in the file, in bytes: unique among the texts of the file.
    pub(crate) fn begins_at(&self) -> usize {
        self.spot.start
    }

    /// A mistake about the whole text.
    pub(crate) fn whole(&self, message: Diagnostic) -> Fault {
        Fault { message, spot: self.spot.clone() }
    }

    /// A mistake in the text, moved to its place in the file.
    pub(crate) fn moved(&self, mut fault: Fault) -> Fault {
        fault.spot = match self.start {
            Some(start) => start + fault.spot.start..start + fault.spot.end,
            None => self.spot.clone(),
        };
        fault
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostic;

    fn check(file: &str, text: &str, at: Spot, expected: &str) {
        let phrase = FrontText::new(text, file, 4..file.len());
        let moved = phrase.moved(Fault { message: Diagnostic::error("MAU-007"), spot: at });
        assert_eq!(&file[moved.spot], expected);
    }

    #[test]
    fn a_mistake_in_a_text_is_moved_to_its_place_in_the_file() {
        check("a = 'về {{ x }}'", "về {{ x }}", 8..9, "x");
        check("a = \"về {{ x }}\"", "về {{ x }}", 8..9, "x");
        check("a = '''\nvề {{ x }}'''", "về {{ x }}", 8..9, "x");
        check(r#"a = "\"{{ x }}""#, "\"{{ x }}", 4..5, r#""\"{{ x }}""#);
    }
}
