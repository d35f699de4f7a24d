//! What front doors share: the words of messages, what a command is given, the objects of `--json`.
//!
//! Owns them for every front door: the command line, and a page beside it. Must not know any rule, a room's inside, or
//! how an answer reaches a person: the fronts show it.

pub use catalogue::{Catalogue, catalogue};
pub use ending::Ending;
pub use entry::{Explanation, MessageEntry, MessageTexts, WordEntry};
pub use explanations::{Explained, Family, families};
pub use language::Language;
pub use tables::{messages, word_lists};

mod catalogue;
mod ending;
mod entry;
mod explanations;
pub mod inputs;
pub mod json;
mod language;
pub mod own_templates;
mod tables;
