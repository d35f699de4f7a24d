//! The pairs of syllables that are one word, folded and in order.
//!
//! Owns the form of `src/document/notions.txt`. Must not know what the pairs decide. `src/document/notions.rs` takes the
//! table in.

use std::collections::BTreeSet;

use crate::vietnamese::fold::without_marks;

/// The table as Rust source: a list in order, to be searched by halves.
pub(crate) fn table(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.flat_map(|line| line.split(',')).map(str::trim).filter(|pair| !pair.is_empty());
    let folded: BTreeSet<String> = pairs
        .map(|pair| {
            assert!(pair.split(' ').count() == 2, "{pair} is no pair of syllables");
            without_marks(pair)
        })
        .collect();
    format!("{folded:?}").replacen('{', "&[", 1).trim_end_matches('}').to_owned() + "]"
}
