//! The parts of a binary workbook that all sheets share: the list of sheets, styles, texts.
//!
//! Owns the records of these parts. Must not know cells. `sheet` looks up what a cell refers to.

use std::collections::BTreeMap;

use super::part::{PartRecords, Values};
use crate::records::guard::{SheetForm, attribute, xml_reader};
use crate::records::limits::{SHEET_NAME_BYTES, SHEETS};
use crate::records::refusal::Refusal;
use crate::records::stored::{BOLD, StoredFont, StoredStyles, StoredTexts};
use crate::vietnamese::old_encoding::OldEncoding;
use crate::zip::normalized;

/// What all sheets share.
#[derive(Default)]
pub(super) struct BookParts {
    pub(super) sheets: Vec<ListedPart>,
    pub(super) is_1904: bool,
    /// Whether the program that wrote it left the computing to Excel.
    pub(super) is_calculated_on_load: bool,
    pub(super) styles: StoredStyles,
    pub(super) texts: StoredTexts,
}

/// A sheet of the list.
pub(super) struct ListedPart {
    pub(super) name: String,
    pub(super) is_visible: bool,
    /// The id of its relationship.
    pub(super) id: String,
}

impl BookParts {
    /// Reads the workbook's own part.
    pub(super) fn book(&mut self, part: &[u8]) -> Result<(), Refusal> {
        const END: u32 = 132;
        each_record(part, END, |kind, values| {
            match kind {
                153 => self.is_1904 = values.u32()? & 1 != 0,
                157 => {
                    values.skip(24)?;
                    self.is_calculated_on_load = values.u16()? & 1 != 0;
                }
                156 => {
                    let state = values.u32()?;
                    values.skip(4)?;
                    let (id, name) = (values.text()?.text(), values.text()?.text());
                    (self.sheets.len() < SHEETS).then_some(())?;
                    self.sheets.push(ListedPart { name, is_visible: state == 0, id });
                }
                _ => {}
            }
            Some(())
        })?;
        let is_long = |sheet: &ListedPart| sheet.name.len() > SHEET_NAME_BYTES;
        let mut names: Vec<&str> = self.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if self.sheets.iter().any(is_long) || names.len() < self.sheets.len() {
            return Err(Refusal::Forged("workbook.bin".to_owned()));
        }
        if self.sheets.is_empty() { Err(Refusal::Damaged) } else { Ok(()) }
    }

    /// Reads the styles.
    pub(super) fn styles(&mut self, part: &[u8]) -> Result<(), Refusal> {
        const END: u32 = 279;
        const STRUCK: u16 = 8;
        let (mut is_of_cells, mut refusal) = (false, None);
        let styles = &mut self.styles;
        each_record(part, END, |kind, values| {
            match kind {
                617 => is_of_cells = true,
                618 => is_of_cells = false,
                44 => {
                    let number = values.u16()?;
                    refusal = styles.add_format(number, values.text()?.text()).err();
                    refusal.is_none().then_some(())?;
                }
                43 => {
                    values.skip(2)?;
                    let is_struck = values.u16()? & STRUCK != 0;
                    let is_bold = values.u16()? >= BOLD;
                    values.skip(15)?;
                    let encoding = OldEncoding::of_font(&values.text()?.text());
                    styles.add_font(StoredFont { is_struck, is_bold, encoding });
                }
                47 if is_of_cells => {
                    values.skip(2)?;
                    let (format, font) = (values.u16()?, values.u16()?);
                    styles.add_style(font, format);
                }
                _ => {}
            }
            Some(())
        })
        .map_err(|damaged| refusal.take().unwrap_or(damaged))
    }

    /// Reads the texts that cells share.
    pub(super) fn texts(&mut self, part: &[u8]) -> Result<(), Refusal> {
        const END: u32 = 160;
        const ITEM: u32 = 19;
        let (texts, mut refusal) = (&mut self.texts, None);
        each_record(part, END, |kind, values| {
            if kind == ITEM {
                refusal = texts.add(values.rich_text()?).err();
                refusal.is_none().then_some(())?;
            }
            Some(())
        })
        .map_err(|damaged| refusal.take().unwrap_or(damaged))
    }

    /// The font of a style.
    pub(super) fn font_of_style(&self, style: u32) -> StoredFont {
        self.font(self.styles.font_of_style(style))
    }

    /// A font by its number.
    pub(super) fn font(&self, number: u16) -> StoredFont {
        self.styles.font(usize::from(number))
    }
}

/// Passes every record of a part to `take`, up to the one that ends it; `take` gives `None` for one that is damaged.
fn each_record(part: &[u8], end: u32, mut take: impl FnMut(u32, &mut Values<'_>) -> Option<()>) -> Result<(), Refusal> {
    let mut records = PartRecords::new(part);
    while let Some((kind, mut values)) = records.next() {
        if kind == end {
            return Ok(());
        }
        take(kind, &mut values).ok_or(Refusal::Damaged)?;
    }
    Err(Refusal::Damaged)
}

/// The form and the part of every sheet, by the id of its relationship.
pub(super) fn relationships(part: &[u8]) -> Result<BTreeMap<String, (SheetForm, String)>, Refusal> {
    use quick_xml::events::Event;
    let (mut reader, mut buffer, mut found) = (xml_reader(part), Vec::new(), BTreeMap::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Refusal::Damaged)? {
            Event::DocType(_) => return Err(Refusal::DocumentType("workbook.bin.rels".to_owned())),
            Event::Start(tag) if tag.local_name().as_ref() == "Relationship" => {
                let get = |name| attribute(&tag, name).map(std::borrow::Cow::into_owned);
                let (Some(id), Some(kind), Some(target)) = (get("Id"), get("Type"), get("Target")) else { continue };
                let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                found.insert(id, (SheetForm::of(&kind), normalized(&part)));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}
