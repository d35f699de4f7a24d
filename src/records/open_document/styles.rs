//! The styles of a spreadsheet that change what is read.
//!
//! Owns which styles strike out letters, and which hide a sheet. Must not know cells. `content` asks for each style by
//! its name.

use std::collections::BTreeSet;

use quick_xml::events::BytesStart;

use crate::records::guard::{attribute, unescaped_attribute};

/// The styles read so far.
#[derive(Default)]
pub(super) struct Styles {
    struck: BTreeSet<String>,
    hiding: BTreeSet<String>,
    /// The name of the open style.
    open: Option<String>,
}

impl Styles {
    /// Reads a tag of a style.
    pub(super) fn tag(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "style" => self.open = unescaped_attribute(tag, "style:name"),
            "text-properties" if is_striking(tag) => self.struck.extend(self.open.clone()),
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

    /// Whether the style of a tag hides the sheet.
    pub(super) fn hides(&self, tag: &BytesStart<'_>) -> bool {
        unescaped_attribute(tag, "table:style-name").is_some_and(|style| self.hiding.contains(&style))
    }
}

fn is_striking(tag: &BytesStart<'_>) -> bool {
    let lines = ["style:text-line-through-style", "style:text-line-through-type"];
    lines.iter().any(|line| attribute(tag, line).is_some_and(|value| value != "none"))
}
