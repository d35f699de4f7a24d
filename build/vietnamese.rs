//! The folding of `src/vietnamese`, for tables that are looked up by folded words: one code folds both.

#[path = "../src/vietnamese/fold.rs"]
pub(crate) mod fold;
#[path = "../src/vietnamese/letters.rs"]
mod letters;
#[path = "../src/vietnamese/text.rs"]
pub(crate) mod text;
#[path = "../src/vietnamese/tone.rs"]
pub(crate) mod tone;
