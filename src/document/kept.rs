//! Results of layout that come again: the papers of a batch share their title, their units, most of their sentences.
//!
//! Owns how many results are kept. Must not know what is computed: only functions of a text and a few terms alone may use
//! it, so that nothing of a paper but its speed depends on the papers before it. Its results go back to those functions.

use std::collections::HashMap;

/// More texts than this are forgotten at once. A batch has fewer that come again.
const MOST: usize = 2048;

/// A longer text rarely comes again.
const LONGEST: usize = 512;

/// The results of one function: by its text, then by its other terms, of which a text has few.
#[derive(Debug)]
pub(super) struct KeptResults<Terms, Made> {
    results: HashMap<String, Vec<(Terms, Made)>>,
}

impl<Terms, Made> Default for KeptResults<Terms, Made> {
    fn default() -> Self {
        Self { results: HashMap::new() }
    }
}

impl<Terms: PartialEq, Made: Clone> KeptResults<Terms, Made> {
    /// The result for a text and terms, made where it is not known yet. `Made` should be cheap to clone.
    pub(super) fn get(&mut self, text: &str, terms: Terms, compute: impl FnOnce() -> Made) -> Made {
        if let Some(made) = self.results.get(text).and_then(|known| known.iter().find(|(own, _)| *own == terms)) {
            return made.1.clone();
        }
        let made = compute();
        if text.len() <= LONGEST {
            if self.results.len() >= MOST {
                self.results.clear();
            }
            self.results.entry(text.to_owned()).or_default().push((terms, made.clone()));
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_made_once_for_each_text_and_terms() {
        let (mut kept, mut count) = (KeptResults::default(), 0);
        let mut get = |text: &str, terms: u8| {
            kept.get(text, terms, || {
                count += 1;
                format!("{text}{terms}")
            })
        };
        let made = [get("a", 1), get("a", 2), get("b", 1), get("a", 1), get("b", 1)];
        assert_eq!(made, ["a1", "a2", "b1", "a1", "b1"]);
        assert_eq!(count, 3);
    }

    #[test]
    fn no_more_than_so_many_texts_are_kept_and_none_that_is_long() {
        let mut kept = KeptResults::default();
        for number in 0..3 * MOST {
            assert_eq!(kept.get(&number.to_string(), (), || number), number);
            assert!(kept.results.len() <= MOST);
        }
        let before = kept.results.len();
        kept.get(&"a".repeat(LONGEST + 1), (), || 0);
        assert_eq!(kept.results.len(), before);
    }
}
