//! What all front ends share: the texts of messages, the inputs of a command, the objects of `--json`.
//!
//! Owns them for every front end: the command line, and a web page beside it. Must not know any rule, the inside of a
//! room, or how an answer is shown. Its output goes to the front ends.

pub use catalogue::{Catalogue, catalogue};
pub use ending::Ending;
pub use entry::{Explanation, ListTexts, MessageEntry, MessageTexts, WordEntry};
pub use explanations::{Explained, Family, families};
pub use language::Language;
pub use tables::{messages, word_lists};

pub mod archive;
pub mod batch_index;
mod catalogue;
mod ending;
mod entry;
mod explanations;
pub mod inputs;
pub mod json;
mod language;
pub mod own_templates;
pub mod pdf;
mod tables;
mod unquoted;
