//! The styles of a spreadsheet that change what is read.
//!
//! Owns which styles strike out letters or make them stand out, which hide a sheet, and which have a font of an old encoding.
//! Must not know cells. `content` asks for each style by its name.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::BytesStart;

use crate::records::guard::{attribute, unescaped_attribute};
use crate::vietnamese::old_encoding::OldEncoding;

/// How far a style is followed to those from which it is derived.
const MOST_PARENTS: usize = 10;

/// What a style makes of the letters of a cell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct CellLetters {
    /// They are struck out.
    pub(super) are_struck: bool,
    /// They are bold, or have a colour behind them.
    pub(super) stand_out: bool,
}

/// The styles read so far.
#[derive(Default)]
pub(super) struct Styles {
    struck: BTreeSet<String>,
    /// Styles of bold letters, or with a colour.
    outstanding: BTreeSet<String>,
    hiding: BTreeSet<String>,
    /// The encoding of the font of each style that names one; `None` for Unicode.
    fonts: BTreeMap<String, Option<OldEncoding>>,
    /// The style from which each one is derived.
    parents: BTreeMap<String, String>,
    /// The name of the open style.
    open: Option<String>,
}

impl Styles {
    /// Reads a tag of a style.
    pub(super) fn tag(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "style" => {
                self.open = unescaped_attribute(tag, "style:name");
                let parent = unescaped_attribute(tag, "style:parent-style-name");
                self.parents.extend(self.open.clone().zip(parent));
            }
            "default-style" => self.open = None,
            "text-properties" => {
                if is_striking(tag) {
                    self.struck.extend(self.open.clone());
                }
                let fonts = fonts(tag);
                if let (Some(open), false) = (&self.open, fonts.is_empty()) {
                    let encoding = fonts.iter().find_map(|font| OldEncoding::of_font(font));
                    self.fonts.insert(open.clone(), encoding);
                }
                if attribute(tag, "fo:font-weight").as_deref() == Some("bold") {
                    self.outstanding.extend(self.open.clone());
                }
            }
            "table-cell-properties" => {
                let colour = attribute(tag, "fo:background-color");
                if colour.is_some_and(|colour| !["transparent", "#ffffff", "#FFFFFF"].contains(&colour.as_ref())) {
                    self.outstanding.extend(self.open.clone());
                }
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

    /// The encoding of the font of a style, its own or that of the styles behind it, where that is older than Unicode.
    pub(super) fn old_font(&self, style: &str) -> Option<OldEncoding> {
        let mut style = style;
        for _ in 0..MOST_PARENTS {
            if let Some(font) = self.fonts.get(style) {
                return *font;
            }
            style = self.parents.get(style)?;
        }
        None
    }

    /// What the style of a cell makes of its letters.
    pub(super) fn letters(&self, tag: &BytesStart<'_>) -> CellLetters {
        let style = unescaped_attribute(tag, "table:style-name");
        let is_in = |styles: &BTreeSet<String>| style.as_ref().is_some_and(|style| styles.contains(style));
        CellLetters { are_struck: is_in(&self.struck), stand_out: is_in(&self.outstanding) }
    }

    /// Whether the style of a tag hides the sheet.
    pub(super) fn hides(&self, tag: &BytesStart<'_>) -> bool {
        unescaped_attribute(tag, "table:style-name").is_some_and(|style| self.hiding.contains(&style))
    }
}

/// The fonts that a tag names.
fn fonts(tag: &BytesStart<'_>) -> Vec<String> {
    ["style:font-name", "fo:font-family"].iter().filter_map(|name| unescaped_attribute(tag, name)).collect()
}

fn is_striking(tag: &BytesStart<'_>) -> bool {
    let lines = ["style:text-line-through-style", "style:text-line-through-type"];
    lines.iter().any(|line| attribute(tag, line).is_some_and(|value| value != "none"))
}
