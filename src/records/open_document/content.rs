//! The part with the sheets of a spreadsheet, read tag by tag.
//!
//! Owns where a row and a cell begin and end, how often they are repeated, and what of a cell is its text. Must not know
//! what a value means. Its sheets go to the module above.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::cell::StatedValue;
use super::styles::{CellLetters, Styles};
use crate::records::cells::{Flaw, see_text_of_fonts};
use crate::records::guard::{CellRange, attribute, unescaped_attribute, xml_reader};
use crate::records::held_book::{HeldLeft, HeldSheet};
use crate::records::limits::{EVENT_BYTES, LAST_COLUMN, LAST_ROW, STRING_BYTES};
use crate::records::refusal::Refusal;
use crate::records::types::CellValue;
use crate::vietnamese::old_encoding::OldEncoding;

/// The style of cells that state none.
const ORDINARY_STYLE: &str = "Default";

/// The sheets of a spreadsheet's content, given the styles of its other part.
pub(super) fn read(source: impl BufRead, part: &str, styles: Styles) -> Result<Vec<HeldSheet>, Refusal> {
    let mut reading = ContentReading { styles, ..ContentReading::default() };
    each_event(source, part, |event| reading.take(event))?;
    Ok(reading.sheets)
}

/// The styles of the part that has those without cells.
pub(super) fn styles(source: impl BufRead, part: &str) -> Result<Styles, Refusal> {
    let mut styles = Styles::default();
    each_event(source, part, |event| {
        if let Event::Start(tag) = event {
            styles.tag(&tag);
        }
        Ok(())
    })?;
    Ok(styles)
}

/// Passes every event of a part to `take`.
fn each_event(
    source: impl BufRead,
    part: &str,
    mut take: impl FnMut(Event<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut reader = xml_reader(source);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|_| Refusal::OpenDocument)?;
        if event.len() > EVENT_BYTES {
            return Err(Refusal::Forged(part.to_owned()));
        }
        match event {
            Event::DocType(_) => return Err(Refusal::DocumentType(part.to_owned())),
            Event::Eof => return Ok(()),
            event => take(event)?,
        }
    }
}

#[derive(Default)]
struct ContentReading {
    sheets: Vec<HeldSheet>,
    styles: Styles,
    /// Whether the body is a spreadsheet's: the tables of a text are none.
    is_spreadsheet: bool,
    /// The open sheet.
    sheet: Option<SheetBeingRead>,
    /// The open cell.
    cell: Option<CellBeingRead>,
    /// Open tags of an element that is no part of the cells, such as a comment.
    skipped: usize,
    left: HeldLeft,
}

/// The sheet being read. Numbers are 1-based.
struct SheetBeingRead {
    sheet: HeldSheet,
    /// The next row, and how many rows the open one stands for.
    row: u32,
    repeated_rows: u32,
    is_hidden_row: bool,
    /// The next column of the open row, and of the columns' own tags.
    column: u32,
    described_column: u32,
    /// The styles of cells that state none, by the last column of each.
    column_styles: BTreeMap<u32, String>,
}

/// The cell being read.
#[derive(Default)]
struct CellBeingRead {
    stated: StatedValue,
    text: String,
    /// What is left of the text without its struck words.
    left: String,
    paragraphs: usize,
    /// Whether words stand inside a paragraph, and how many open spans strike them out.
    is_in_paragraph: bool,
    spans: Vec<SpanLook>,
    /// The encoding of its font, where that is older than Unicode.
    font: Option<OldEncoding>,
    /// Its text by fonts, where any of them has such an encoding.
    parts: Vec<(String, Option<OldEncoding>)>,
    letters: CellLetters,
    /// Whether a merged region covers it.
    is_covered: bool,
    repeated: u32,
    span: (u32, u32),
}

/// The look of a span of words.
#[derive(Clone, Copy)]
struct SpanLook {
    is_struck: bool,
    font: Option<OldEncoding>,
}

impl ContentReading {
    fn take(&mut self, event: Event<'_>) -> Result<(), Refusal> {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag.local_name().as_ref()),
            Event::Text(text) => self.text(&text),
            Event::CData(text) => self.text(&text),
            Event::GeneralRef(name) => {
                let resolved = quick_xml::escape::unescape(&format!("&{};", &*name)).map(std::borrow::Cow::into_owned);
                self.text(&resolved.map_err(|_| Refusal::OpenDocument)?)
            }
            _ => Ok(()),
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = tag.local_name();
        if self.skipped > 0 {
            self.skipped += 1;
            return Ok(());
        }
        match name.as_ref() {
            "annotation" | "shapes" | "forms" | "tracked-changes" => self.skipped = 1,
            // A table inside a cell is a drawing of its own.
            "table" if self.cell.is_some() => self.skipped = 1,
            "spreadsheet" => self.is_spreadsheet = true,
            "table" if self.is_spreadsheet => self.open_sheet(tag),
            "table-column" => self.column(tag),
            "table-row" => self.open_row(tag),
            "table-cell" | "covered-table-cell" => self.open_cell(tag, name.as_ref() == "covered-table-cell"),
            _ if self.cell.is_some() => self.inside(tag)?,
            _ if self.sheet.is_none() => self.styles.tag(tag),
            _ => {}
        }
        Ok(())
    }

    fn open_sheet(&mut self, tag: &BytesStart<'_>) {
        let name = unescaped_attribute(tag, "table:name").unwrap_or_default();
        let sheet = HeldSheet::empty(name, !self.styles.hides(tag));
        self.sheet = Some(SheetBeingRead {
            sheet,
            row: 1,
            repeated_rows: 0,
            is_hidden_row: false,
            column: 0,
            described_column: 1,
            column_styles: BTreeMap::new(),
        });
    }

    fn column(&mut self, tag: &BytesStart<'_>) {
        let Some(open) = &mut self.sheet else { return };
        let (first, count) = (open.described_column, number(tag, "table:number-columns-repeated"));
        if is_collapsed(tag) && first <= LAST_COLUMN {
            let last = first.saturating_add(count - 1).min(LAST_COLUMN);
            open.sheet.facts.hidden.columns.push((first, last));
        }
        open.described_column = first.saturating_add(count);
        if let Some(style) = unescaped_attribute(tag, "table:default-cell-style-name") {
            open.column_styles.insert(open.described_column - 1, style);
        }
    }

    fn open_row(&mut self, tag: &BytesStart<'_>) {
        let Some(open) = &mut self.sheet else { return };
        open.repeated_rows = number(tag, "table:number-rows-repeated");
        open.is_hidden_row = is_collapsed(tag);
        open.column = 1;
    }

    fn open_cell(&mut self, tag: &BytesStart<'_>, is_covered: bool) {
        let stated = unescaped_attribute(tag, "table:style-name");
        let of_column = || {
            let open = self.sheet.as_ref()?;
            open.column_styles.range(open.column..).next().map(|(_, style)| style.as_str())
        };
        // A cell without a style has that of its column, else the ordinary one.
        let font = self.styles.old_font(stated.as_deref().or_else(of_column).unwrap_or(ORDINARY_STYLE));
        self.cell = Some(CellBeingRead {
            font,
            stated: StatedValue::of(tag),
            letters: self.styles.letters(tag),
            is_covered,
            repeated: number(tag, "table:number-columns-repeated"),
            span: (number(tag, "table:number-rows-spanned"), number(tag, "table:number-columns-spanned")),
            ..CellBeingRead::default()
        });
    }

    /// A tag inside a cell.
    fn inside(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        let is_struck = self.styles.strikes(tag, "text:style-name");
        let font = unescaped_attribute(tag, "text:style-name").and_then(|style| self.styles.old_font(&style));
        let Some(cell) = &mut self.cell else { return Ok(()) };
        match tag.local_name().as_ref() {
            "p" | "h" => {
                if cell.paragraphs > 0 {
                    cell.add("\n");
                }
                cell.paragraphs += 1;
                cell.is_in_paragraph = true;
                Ok(())
            }
            "span" | "a" => {
                cell.spans.push(SpanLook { is_struck, font });
                Ok(())
            }
            "s" => {
                let blanks = usize::try_from(number(tag, "text:c")).unwrap_or(usize::MAX).min(STRING_BYTES);
                self.text(&" ".repeat(blanks))
            }
            "tab" => self.text("\t"),
            "line-break" => self.text("\n"),
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        let Some(cell) = self.cell.as_mut().filter(|cell| cell.is_in_paragraph && self.skipped == 0) else {
            return Ok(());
        };
        if cell.text.len() + text.len() > STRING_BYTES {
            return Err(Refusal::TextTooLong);
        }
        cell.add(text);
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        match name {
            "p" | "h" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_in_paragraph = false;
                }
            }
            "span" | "a" => {
                if let Some(cell) = &mut self.cell {
                    cell.spans.pop();
                }
            }
            "table-cell" | "covered-table-cell" => self.close_cell()?,
            "table-row" => self.close_row()?,
            "table" => self.sheets.extend(self.sheet.take().map(|open| open.sheet)),
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), Refusal> {
        let (Some(cell), Some(open)) = (self.cell.take(), &mut self.sheet) else { return Ok(()) };
        let (row, column) = (open.row, open.column);
        open.column = column.saturating_add(cell.repeated);
        let (rows, columns) = cell.span;
        if (rows > 1 || columns > 1) && row <= LAST_ROW && column <= LAST_COLUMN {
            let bottom = row.saturating_add(rows - 1).min(LAST_ROW);
            let right = column.saturating_add(columns - 1).min(LAST_COLUMN);
            open.sheet.merge(CellRange { top: row, left: column, bottom, right }, &mut self.left)?;
        }
        let seen = if cell.is_covered { None } else { cell.stated.seen(&cell.text) };
        let Some(mut seen) = seen else { return Ok(()) };
        let is_text = seen.value == CellValue::Text && seen.flaw != Some(Flaw::ErrorValue);
        if is_text && cell.parts.iter().any(|(_, font)| font.is_some()) {
            let parts: Vec<_> = cell.parts.iter().map(|(text, font)| (text.as_str(), *font)).collect();
            seen = see_text_of_fonts(&parts).unwrap_or(seen);
        }
        (seen.is_struck, seen.stands_out) = (cell.letters.are_struck, cell.letters.stand_out);
        if column.saturating_add(cell.repeated - 1) > LAST_COLUMN || row > LAST_ROW {
            let address = format!("{}{row}", crate::diag::column_letters(column));
            return Err(Refusal::OutOfBounds(Some(open.sheet.name.clone()), address));
        }
        let repeated = usize::try_from(cell.repeated).unwrap_or(usize::MAX);
        self.left.take(repeated, seen.text.len().saturating_mul(repeated))?;
        for column in column..column + cell.repeated {
            if cell.left.len() < cell.text.len() {
                open.sheet.facts.struck.insert((row, column), cell.left.clone());
            }
            open.sheet.rows.entry(row).or_default().insert(column, seen.clone());
        }
        Ok(())
    }

    /// A row of cells may stand for several equal ones.
    fn close_row(&mut self) -> Result<(), Refusal> {
        let Some(open) = &mut self.sheet else { return Ok(()) };
        let (first, count) = (open.row, open.repeated_rows.max(1));
        open.row = first.saturating_add(count);
        let last = open.row - 1;
        let cells = open.sheet.rows.get(&first).cloned();
        if open.is_hidden_row && cells.is_some() {
            open.sheet.facts.hidden.rows.extend(first..=last.min(LAST_ROW));
        }
        let Some(cells) = cells.filter(|_| count > 1) else { return Ok(()) };
        let more = usize::try_from(count - 1).unwrap_or(usize::MAX);
        let bytes = cells.values().map(|cell| cell.text.len()).sum::<usize>().saturating_mul(more);
        if last > LAST_ROW {
            return Err(Refusal::TooManyCells);
        }
        self.left.take(cells.len().saturating_mul(more), bytes)?;
        for row in first + 1..=last {
            open.sheet.rows.insert(row, cells.clone());
        }
        Ok(())
    }
}

impl CellBeingRead {
    fn add(&mut self, text: &str) {
        self.text.push_str(text);
        let font = self.spans.iter().rev().find_map(|span| span.font).or(self.font);
        match self.parts.last_mut() {
            Some((part, of)) if *of == font => part.push_str(text),
            _ => self.parts.push((text.to_owned(), font)),
        }
        if !self.spans.iter().any(|span| span.is_struck) {
            self.left.push_str(text);
        }
    }
}

/// A number of repetitions or of spanned cells, 1 where none is stated.
fn number(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|value| value.parse().ok()).unwrap_or(1).max(1)
}

/// Whether a row or a column is hidden, by hand or by a filter.
fn is_collapsed(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "table:visibility").is_some_and(|value| value != "visible")
}
