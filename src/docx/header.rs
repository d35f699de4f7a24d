//! Writes the parts of the page headers: the page number, and the blank header of first pages.
//!
//! Owns the parts' frame. Must not know how the number is written: `page` does. Its parts go into the package.

use docx_rs::{BuildXML as _, Header, Paragraph};

use super::page::page_number;
use super::tidy;
use super::xml::parse;

/// The part with the page number in this style, centred if the style itself is not.
pub(super) fn part(style: &str, is_centred: bool) -> Vec<u8> {
    framed(page_number(style, is_centred))
}

/// The part of a blank header: one empty paragraph in this style.
pub(super) fn blank(style: &str) -> Vec<u8> {
    framed(Paragraph::new().style(style))
}

fn framed(paragraph: Paragraph) -> Vec<u8> {
    let built = Header::new().add_paragraph(paragraph).build();
    let mut root = parse(std::str::from_utf8(&built).expect("docx-rs writes UTF-8"));
    tidy::tidy(&mut root);
    root.to_part()
}
