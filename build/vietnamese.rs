//! The folding of `src/vietnamese`: the same code folds the keys of tables and the words that are looked up.

#[path = "../src/vietnamese/fold.rs"]
pub(crate) mod fold;
#[path = "../src/vietnamese/letters.rs"]
mod letters;
#[path = "../src/vietnamese/text.rs"]
pub(crate) mod text;
#[path = "../src/vietnamese/tone.rs"]
pub(crate) mod tone;
