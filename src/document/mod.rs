//! A [`crate::draft::Draft`] becomes a [`Document`]: how it looks, every measure explicit.
//!
//! Owns layout by the decree's figures. Must not know Excel, templates or XML. Its output goes to `docx`.

pub use layout::lay_out;
pub use review::{Comment, Review, ReviewDay, Reviewer, Revision};
pub use types::*;

mod balancing;
mod break_quality;
mod layout;
mod notions;
mod review;
mod text_width;
mod types;
mod wrapping;
