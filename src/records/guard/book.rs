//! The workbook's own part: its sheets, and the part of each.
//!
//! Owns the path from the package's root to the sheets, followed step by step as calamine does. Must not know what is
//! on a sheet. `cells` opens the sheets of its list; those without cells are named and left aside.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::BytesStart;

use super::readable::{RefusedByCalamine, has_known_state};
use super::scan::{self, WorkbookTally};
use super::tags::{attribute, attributes, unescaped_attribute};
use crate::records::limits::{INDEX_PART_BYTES, SHEET_NAME_BYTES};
use crate::records::refusal::Refusal;
use crate::zip::{Package, normalized};

/// A sheet of the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::records) struct SheetEntry {
    /// Name as written; calamine opens the sheet by it.
    pub(in crate::records) name: String,
    /// Whether the clerk can see it.
    pub(in crate::records) is_visible: bool,
    /// What it is.
    pub(in crate::records) form: SheetForm,
    /// Its part, lower case; empty where the list names none.
    pub(in crate::records) part: String,
}

/// What a sheet of the list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::records) enum SheetForm {
    /// A sheet of cells.
    Worksheet,
    /// A sheet of cells whose part is not in the file.
    Lost,
    /// A chart alone.
    Chart,
    /// A dialog of Excel 5.
    Dialog,
    /// Macros of Excel 4.
    Macro,
    /// Anything else: a module of Excel 5 has an entry without a part.
    Other,
}

impl SheetForm {
    /// The form by the type of the relationship.
    pub(in crate::records) fn of(relationship: &str) -> Self {
        match relationship.rsplit('/').next().unwrap_or_default() {
            "worksheet" => Self::Worksheet,
            "chartsheet" => Self::Chart,
            "dialogsheet" => Self::Dialog,
            "xlMacrosheet" | "xlIntlMacrosheet" => Self::Macro,
            _ => Self::Other,
        }
    }

    /// Whether calamine lists such a sheet.
    fn is_listed_by_calamine(self) -> bool {
        matches!(self, Self::Worksheet | Self::Lost | Self::Chart | Self::Dialog)
    }
}

/// The content of the workbook's own part.
pub(super) struct Book {
    pub(super) sheets: Vec<SheetEntry>,
    /// Whether the program that wrote it left the computing to Excel.
    pub(super) is_calculated_on_load: bool,
    /// The parts scanned so far.
    pub(super) index_parts: BTreeSet<String>,
    /// What calamine refuses, so far.
    pub(super) unreadable: RefusedByCalamine,
    folder: String,
}

impl Book {
    /// Whether calamine reads this part before any sheet.
    pub(super) fn depends_on(&self, part: &str) -> bool {
        ["sharedstrings.xml", "styles.xml"].iter().any(|name| part == format!("{}{name}", self.folder))
    }
}

/// Reads and scans the root relationships, the workbook's part and its relationships.
pub(super) fn read(package: &mut Package<'_>, tally: &mut WorkbookTally) -> Result<Book, Refusal> {
    let mut index_parts = BTreeSet::new();
    let mut target = None;
    each_tag(package, "_rels/.rels", tally, &mut index_parts, |tag| {
        let is_workbook = attribute(tag, "Type").is_some_and(|kind| kind.ends_with("/relationships/officeDocument"));
        if tag.local_name().as_ref() == "Relationship" && is_workbook {
            target = unescaped_attribute(tag, "Target");
        }
    })?;
    let target = target.ok_or(Refusal::Damaged)?;
    let (folder, name) = target.split_at(target.rfind('/').map_or(0, |slash| slash + 1));
    let folder = folder.strip_prefix('/').unwrap_or(folder);

    let mut targets = BTreeMap::new();
    each_tag(package, &format!("{folder}_rels/{name}.rels"), tally, &mut index_parts, |tag| {
        if tag.local_name().as_ref() == "Relationship" {
            targets.extend(relationship(tag, folder));
        }
    })?;

    let (mut listed, mut is_calculated_on_load, mut has_odd_state) = (Vec::new(), false, false);
    each_tag(package, &format!("{folder}{name}"), tally, &mut index_parts, |tag| match tag.local_name().as_ref() {
        "sheet" => {
            has_odd_state |= !has_known_state(tag);
            listed.push(sheet_entry(tag, &targets));
        }
        "calcPr" => {
            is_calculated_on_load |=
                attribute(tag, "fullCalcOnLoad").is_some_and(|value| value == "1" || value == "true");
        }
        _ => {}
    })?;
    let mut sheets: Vec<SheetEntry> = listed.into_iter().collect::<Result<_, _>>()?;
    if sheets.is_empty() {
        return Err(Refusal::Damaged);
    }
    refuse_confusion(&sheets)?;
    for sheet in sheets.iter_mut().filter(|sheet| sheet.form == SheetForm::Worksheet) {
        if package.part(&sheet.part).is_none() {
            sheet.form = SheetForm::Lost;
        }
    }
    let unlisted: BTreeSet<usize> = (0..sheets.len()).filter(|&at| !sheets[at].form.is_listed_by_calamine()).collect();
    let entries = (has_odd_state || !unlisted.is_empty()).then(|| (normalized(&format!("{folder}{name}")), unlisted));
    let unreadable = RefusedByCalamine { entries, ..RefusedByCalamine::default() };
    Ok(Book { sheets, is_calculated_on_load, index_parts, unreadable, folder: normalized(folder) })
}

/// The id of a relationship, the form of the sheet it leads to, and that sheet's part.
fn relationship(tag: &BytesStart<'_>, folder: &str) -> Option<(String, (SheetForm, String))> {
    let target = attribute(tag, "Target")?;
    let part = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
    let form = SheetForm::of(&attribute(tag, "Type")?);
    Some((attribute(tag, "Id")?.into_owned(), (form, normalized(&part))))
}

/// A sheet of the list, whatever it is.
fn sheet_entry(tag: &BytesStart<'_>, targets: &BTreeMap<String, (SheetForm, String)>) -> Result<SheetEntry, Refusal> {
    let id = attributes(tag).flatten().filter(|(key, _)| *key == "id" || key.ends_with(":id")).last();
    let target = id.and_then(|(_, id)| targets.get(id.as_ref()));
    let (form, part) = target.cloned().unwrap_or((SheetForm::Other, String::new()));
    let name = unescaped_attribute(tag, "name").ok_or(Refusal::Damaged)?;
    let is_visible = attribute(tag, "state").is_none_or(|state| state == "visible");
    Ok(SheetEntry { name, is_visible, form, part })
}

/// Excel writes no two sheets with one name or one part: a message could not say which one it means.
fn refuse_confusion(sheets: &[SheetEntry]) -> Result<(), Refusal> {
    let names: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    let filled = || sheets.iter().map(|sheet| sheet.part.as_str()).filter(|part| !part.is_empty());
    let parts: BTreeSet<&str> = filled().collect();
    let is_private = |part: &&str| part.starts_with("customxml/") || part.starts_with("docprops/");
    let has_long_name = names.iter().any(|name| name.len() > SHEET_NAME_BYTES);
    let is_confused = names.len() < sheets.len() || parts.len() < filled().count();
    if is_confused || parts.iter().any(is_private) || has_long_name {
        return Err(Refusal::Forged("workbook.xml".to_owned()));
    }
    Ok(())
}

/// Scans a part and passes each of its tags to `visit`.
fn each_tag(
    package: &mut Package<'_>,
    name: &str,
    tally: &mut WorkbookTally,
    index_parts: &mut BTreeSet<String>,
    mut visit: impl FnMut(&BytesStart<'_>),
) -> Result<(), Refusal> {
    let part = package.part(name).ok_or(Refusal::Damaged)?.clone();
    if part.bytes > INDEX_PART_BYTES {
        return Err(Refusal::Forged(part.name));
    }
    scan::scan_tags(package, &part, tally, &mut visit)?.ok_or(Refusal::Damaged)?;
    index_parts.insert(part.name);
    Ok(())
}
