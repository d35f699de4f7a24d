//! Fifth room: a [`crate::document::Document`] becomes the bytes of a .docx, and bytes are asked whether they are still ours.
//!
//! Owns Word's XML, its twips and half-points, and the zip around them. Must not know the decree, the Vietnamese
//! language or any rule: every measure and every word is given. Its output goes to the front, which stores it.
//!
//! ```text
//! Document ─docx-rs→ parts as XML ─tidy→ parts as Word wants them ─seal→ digest ─pack→ bytes
//! ```

pub use seal::{Seal, seal, sha256};
pub use write::write;

mod body;
#[cfg(test)]
mod demo;
mod grid;
mod measure;
mod mould;
mod package;
mod page;
mod paragraph;
mod parts;
mod picture;
mod seal;
mod style;
mod table;
mod text;
mod tidy;
mod write;
mod xml;
