//! Streams one XML part and refuses content that would harm or mislead calamine.
//!
//! Owns the checks of DOCTYPE, counters, addresses, lengths and amounts. Must not know which part is which: every check
//! runs on every part, so that no relationship can lead calamine past one. The facts about cells are in [`Scanned`].

mod rich_text;
mod sheet;
mod styles;

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use self::rich_text::{RichLook, RichText};
use self::sheet::SheetScan;
use self::styles::StyleScan;
use super::address::{self, BadAddress, SheetFacts};
use super::tags::{EventSource, Streamed, attributes, xml_reader};
use crate::records::limits::{
    EVENT_BYTES, FACT_BYTES, FILLED_CELLS, HELD_BY_CALAMINE, MERGES, STRING_BYTES, STRING_OVERHEAD, STRINGS,
};
use crate::records::refusal::Refusal;
use crate::zip::{Package, PackagePart};

/// The end of the name of the part with the shared strings, lower case.
pub(super) const SHARED_STRINGS: &str = "sharedstrings.xml";

/// Totals over the whole workbook.
#[derive(Debug, Default)]
pub(super) struct WorkbookTally {
    filled_cells: usize,
    merges: usize,
    strings: u64,
    /// What the runs of shared strings show, by index, 0-based.
    rich_strings: BTreeMap<u64, RichLook>,
    /// Bytes that calamine and the facts will use.
    pub(super) held: u64,
}

/// The facts found in a part.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    facts: SheetFacts,
    /// Cells whose formula has the value 0; some programs write 0 for a formula that was never computed.
    zero_formulas: Vec<(u32, u32)>,
    /// Whether calamine refuses the part as it is written, although it is sound.
    pub(super) needs_copy: bool,
}

impl Scanned {
    /// The number of facts.
    fn count(&self) -> u64 {
        let facts = self.facts.merges.len()
            + self.facts.uncomputed.len()
            + self.facts.hidden.rows.len()
            + self.facts.struck.len()
            + self.facts.old_fonts.len()
            + 3 * self.facts.error_words.len()
            + self.zero_formulas.len();
        facts as u64
    }

    /// The facts of a sheet; `is_calculated_on_load`: whether the workbook must be recomputed when opened.
    pub(super) fn into_facts(mut self, is_calculated_on_load: bool) -> SheetFacts {
        if is_calculated_on_load {
            self.facts.uncomputed.extend(self.zero_formulas);
        }
        self.facts
    }
}

/// Why a scan ends early.
enum Stop {
    /// Not well-formed XML: an error only if the part is needed.
    Broken,
    Refused(Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Scans a part of the given sheet. `None` for a part that is not well-formed XML.
pub(super) fn scan(
    package: &mut Package<'_>,
    part: &PackagePart,
    sheet: Option<&str>,
    tally: &mut WorkbookTally,
) -> Result<Option<Scanned>, Refusal> {
    scan_visited(package, part, sheet, tally, &mut |_| {})
}

/// Like [`scan`], for a part that belongs to no sheet; passes each of its tags to `visit`.
pub(super) fn scan_tags(
    package: &mut Package<'_>,
    part: &PackagePart,
    tally: &mut WorkbookTally,
    visit: &mut dyn FnMut(&BytesStart<'_>),
) -> Result<Option<Scanned>, Refusal> {
    scan_visited(package, part, None, tally, visit)
}

fn scan_visited(
    package: &mut Package<'_>,
    part: &PackagePart,
    sheet: Option<&str>,
    tally: &mut WorkbookTally,
    visit: &mut dyn FnMut(&BytesStart<'_>),
) -> Result<Option<Scanned>, Refusal> {
    let mut source = package.reader(part)?;
    if !is_xml(&part.name, &mut source) {
        return Ok(None);
    }
    let scan = Scan::new(part, sheet, tally);
    let scanned = match source.cached_bytes() {
        // Nothing need be copied from a part that is there whole.
        Some(bytes) => scan.run(xml_reader(bytes), visit),
        None => scan.run(Streamed::of(source), visit),
    };
    match scanned {
        Ok(scanned) => Ok(Some(scanned)),
        Err(Stop::Broken) => Ok(None),
        Err(Stop::Refused(refusal)) => Err(refusal),
    }
}

/// calamine reads parts by name, whatever they contain, so the name counts as much as the content.
fn is_xml(name: &str, source: &mut impl BufRead) -> bool {
    if [".xml", ".rels", ".vml"].iter().any(|ending| name.ends_with(ending)) {
        return true;
    }
    let start = source.fill_buf().unwrap_or_default();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    start.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'<')
}

struct Scan<'a> {
    part: &'a PackagePart,
    tally: &'a mut WorkbookTally,
    sheet: SheetScan<'a>,
    styles: StyleScan,
    /// Bytes of the open string.
    string: Option<usize>,
    /// Its runs.
    rich_text: RichText,
    /// The number of shared strings opened so far in this part.
    shared: u64,
}

impl<'a> Scan<'a> {
    fn new(part: &'a PackagePart, sheet: Option<&'a str>, tally: &'a mut WorkbookTally) -> Self {
        let (sheet, styles) = (SheetScan::new(sheet), StyleScan::default());
        Self { part, tally, sheet, styles, string: None, rich_text: RichText::default(), shared: 0 }
    }

    fn run(mut self, mut source: impl EventSource, visit: &mut dyn FnMut(&BytesStart<'_>)) -> Result<Scanned, Stop> {
        loop {
            let event = source.next_event().map_err(|_| Stop::Broken)?;
            if event.len() > EVENT_BYTES {
                return Err(self.forged());
            }
            match event {
                Event::DocType(_) => return Err(Refusal::DocumentType(self.part.name.clone()).into()),
                Event::Start(tag) => {
                    self.open(&tag)?;
                    visit(&tag);
                }
                Event::End(tag) => self.close(tag.local_name().as_ref())?,
                Event::Text(text) => {
                    self.rich_text.text(&text, false);
                    self.text(&text)?;
                }
                Event::CData(text) => {
                    self.rich_text.text(&text, false);
                    self.text(&text)?;
                }
                Event::GeneralRef(name) => {
                    self.rich_text.text(&name, true);
                    self.text(&name)?;
                }
                Event::Eof => break,
                _ => {}
            }
        }
        self.finish()
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        self.check_counters(tag)?;
        match tag.local_name().as_ref() {
            "row" => self.sheet.open_row(tag)?,
            "col" => self.sheet.column(tag),
            "c" => self.sheet.open_cell(tag)?,
            "f" => self.sheet.formula(),
            "v" => self.sheet.open_value(),
            "is" => {
                self.string = Some(0);
                self.rich_text.open();
                self.sheet.inline_string();
            }
            "si" => self.open_shared_string()?,
            "mergeCell" => self.merge(tag)?,
            "dimension" => self.check_dimension(tag)?,
            "extLst" if self.sheet.is_in_cell() => self.sheet.found.needs_copy = true,
            "r" | "t" | "strike" | "rFont" => self.rich_text.tag(tag),
            name => self.styles.open(name, tag.len()),
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Stop> {
        match name {
            "row" => self.sheet.close_row(),
            "c" if self.sheet.close_cell(&self.tally.rich_strings) => self.tally.filled_cells += 1,
            "v" => self.sheet.close_value(),
            "si" | "is" => self.close_string(name),
            "r" | "t" => self.rich_text.close_tag(name),
            _ => {}
        }
        if self.tally.filled_cells > FILLED_CELLS { Err(Refusal::TooManyCells.into()) } else { Ok(()) }
    }

    /// A text or an entity; both belong to the open string, if there is one.
    fn text(&mut self, text: &str) -> Result<(), Stop> {
        let length = match &mut self.string {
            Some(bytes) => {
                *bytes += text.len();
                self.tally.held += text.len() as u64;
                *bytes
            }
            None => self.sheet.value_text(text),
        };
        if length > STRING_BYTES { Err(Refusal::TextTooLong.into()) } else { self.check_held() }
    }

    fn open_shared_string(&mut self) -> Result<(), Stop> {
        self.string = Some(0);
        self.rich_text.open();
        self.shared += 1;
        self.tally.strings += 1;
        self.tally.held += STRING_OVERHEAD;
        if self.tally.strings > STRINGS { Err(Refusal::TooManyStrings.into()) } else { self.check_held() }
    }

    /// Ends a string; one whose runs show more than its text is kept for its cells.
    fn close_string(&mut self, name: &str) {
        self.string = None;
        let Some(look) = self.rich_text.close() else { return };
        let converted = look.old_font.as_ref().map_or(0, |(text, _)| text.len());
        self.tally.held += (look.left.as_ref().map_or(0, String::len) + converted) as u64;
        if name == "is" {
            self.sheet.rich_text(look);
        } else if self.part.name.ends_with(SHARED_STRINGS) {
            self.tally.rich_strings.insert(self.shared - 1, look);
        }
    }

    fn merge(&mut self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        self.tally.merges += 1;
        self.sheet.merge(tag);
        if self.tally.merges > MERGES { Err(self.forged()) } else { Ok(()) }
    }

    fn check_held(&self) -> Result<(), Stop> {
        if self.tally.held > HELD_BY_CALAMINE { Err(Refusal::TooManyStrings.into()) } else { Ok(()) }
    }

    /// A reader allocates memory by a counter, so a counter must be possible within its part.
    fn check_counters(&self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        if !tag.attributes_raw().contains("ount") || self.part.name.starts_with("customxml/") {
            return Ok(());
        }
        let is_string_table = tag.local_name().as_ref() == "sst";
        for attribute in attributes(tag) {
            let (key, value) = attribute.ok_or(Stop::Broken)?;
            let limit = match key {
                "uniqueCount" => STRINGS.min(self.part.bytes / 5),
                "count" if is_string_table => STRINGS,
                "count" => self.part.bytes,
                _ => continue,
            };
            let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
            if is_number && value.parse::<u64>().map_or(true, |count| count > limit) {
                return Err(Refusal::LyingCounter(self.part.name.clone()).into());
            }
        }
        Ok(())
    }

    /// A dimension is a hint only: one that calamine can't read, `1:4`, is taken away for it.
    fn check_dimension(&mut self, tag: &BytesStart<'_>) -> Result<(), Stop> {
        match super::tags::attribute(tag, "ref").map(|range| address::range(&range)) {
            Some(Ok(_)) => {}
            Some(Err(BadAddress::OutOfBounds)) => return Err(Refusal::LyingCounter(self.part.name.clone()).into()),
            Some(Err(BadAddress::Malformed)) | None => self.sheet.found.needs_copy = true,
        }
        Ok(())
    }

    fn finish(self) -> Result<Scanned, Stop> {
        self.tally.held += self.styles.held() + self.sheet.found.count() * FACT_BYTES;
        self.check_held().map_err(|_| self.forged())?;
        Ok(self.sheet.found)
    }

    fn forged(&self) -> Stop {
        Stop::Refused(Refusal::Forged(self.part.name.clone()))
    }
}
