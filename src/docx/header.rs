//! Writes the part of the page header: the page number.
//!
//! Owns the part's frame. Must not know how the number is written: `page` does. Its part goes into the package.

use docx_rs::{BuildXML as _, Header};

use super::page::page_number;
use super::tidy;
use super::xml::parse;

/// The part with the page number in this style, centred if the style itself is not.
pub(super) fn part(style: &str, is_centred: bool) -> Vec<u8> {
    let built = Header::new().add_paragraph(page_number(style, is_centred)).build();
    let mut root = parse(std::str::from_utf8(&built).expect("docx-rs writes UTF-8"));
    tidy::tidy(&mut root);
    root.to_part()
}
