//! The styles of a spreadsheet that change what is read.
//!
//! Owns which styles strike out letters, which hide a sheet, and which have a font of an old encoding. Must not know cells. `content` asks for each style by
//! its name.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::BytesStart;

use crate::records::guard::{attribute, unescaped_attribute};
use crate::vietnamese::old_encoding::OldEncoding;

/// The styles read so far.
#[derive(Default)]
pub(super) struct Styles {
    struck: BTreeSet<String>,
    hiding: BTreeSet<String>,
    old_fonts: BTreeMap<String, OldEncoding>,
    /// The name of the open style.
    open: Option<String>,
}

impl Styles {
    /// Reads a tag of a style.
    pub(super) fn tag(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "style" => self.open = unescaped_attribute(tag, "style:name"),
            "text-properties" => {
                if is_striking(tag) {
                    self.struck.extend(self.open.clone());
                }
                self.old_fonts.extend(self.open.clone().zip(old_font(tag)));
            }
            "table-properties" if attribute(tag, "table:display").as_deref() == Some("false") => {
                self.hiding.extend(self.open.clone());
            }
            _ => {}
        }
    }

    /// Whether the style of a tag strikes out the letters.
    pub(super) fn strikes(&self, tag: &BytesStart<'_>, attribute: &str) -> bool {
        unescaped_attribute(tag, attribute).is_some_and(|style| self.struck.contains(&style))
    }

    /// The encoding of the font of a style, where that is older than Unicode.
    pub(super) fn old_font(&self, style: Option<&str>) -> Option<OldEncoding> {
        self.old_fonts.get(style?).copied()
    }

    /// Whether the style of a tag hides the sheet.
    pub(super) fn hides(&self, tag: &BytesStart<'_>) -> bool {
        unescaped_attribute(tag, "table:style-name").is_some_and(|style| self.hiding.contains(&style))
    }
}

/// The encoding of the font that a tag names.
fn old_font(tag: &BytesStart<'_>) -> Option<OldEncoding> {
    let names = ["style:font-name", "fo:font-family"];
    names.iter().find_map(|name| OldEncoding::of_font(&unescaped_attribute(tag, name)?))
}

fn is_striking(tag: &BytesStart<'_>) -> bool {
    let lines = ["style:text-line-through-style", "style:text-line-through-type"];
    lines.iter().any(|line| attribute(tag, line).is_some_and(|value| value != "none"))
}
