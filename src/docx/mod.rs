//! A [`crate::document::Document`] becomes the bytes of a .docx; also checks whether a file is still as we wrote it.
//!
//! Owns Word's XML, its twips and half-points, and the zip package. Must not know the decree, the Vietnamese language
//! or any rule: every measure and every word is given. Its output goes to the front, which stores it.
//!
//! ```text
//! docx-rs ─tidy→ shapes, made once ┐
//! Document ────────────────────────┴─fill→ parts ─fingerprint→ digest ─pack→ bytes
//! ```

pub use fingerprint::{Fingerprint, fingerprint, sha256, source};
pub use writer::{Writer, write};

mod body;
#[cfg(test)]
mod demo;
mod fingerprint;
mod header;
mod inherited;
mod measure;
mod package;
mod page;
mod paragraph;
mod paragraph_shapes;
mod parts;
mod picture;
#[cfg(test)]
mod plain;
mod quick_deflate;
mod review;
mod run;
mod shape;
mod shared_parts;
mod style;
mod style_shapes;
mod table;
mod table_shapes;
mod text;
mod tidy;
mod writer;
mod xml;
