//! What front doors share: the words of messages, what a command is given, the objects of `--json`.
//!
//! Owns them for every front door: the command line, and a page beside it. Must not know any rule, a room's inside, or
//! how an answer reaches a person: the fronts show it.

#[cfg(test)]
pub(crate) use catalogue::HELP_WORDS;
pub use catalogue::{Catalogue, catalogue};
pub use ending::Ending;
pub use explanations::{Explained, Explanation, Family, families};
pub use language::Language;

mod catalogue;
mod ending;
mod explanations;
pub mod inputs;
pub mod json;
mod language;
pub mod own_templates;
