//! Rendered CommonMark becomes blocks of the draft.
//!
//! Owns the meaning of CommonMark's marks. Must not know numbers: `outline` counts. Its blocks go to `writing`.

use std::ops::Range;
use std::rc::Rc;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::outline::Outline;
use super::repeated_texts::{self, ReadText};
use super::table::Tables;
use super::{Block, Level, Span, Table, TableRow};
use crate::diag::{Diagnostic, Diagnostics, Place, Reported};
use crate::templates::blocks::{self, Fence, KnownBlocks, RequestedBlock, TableRequest};
use crate::templates::escape;
use crate::templates::language::Faults;
use crate::templates::marks::{depth, refused};
use crate::templates::template::{SourceText, Template, TemplateText};

/// The greatest weight of a document: a paragraph weighs [`PARAGRAPH`], a change of bold or italic 1.
///
/// It allows some 25,000 paragraphs: more than any paper has, and as many as can be written as Word's XML in a second.
const HEAVIEST: usize = 100_000;
/// The weight of a paragraph.
const PARAGRAPH: usize = 4;
/// The most bytes of text in the tables of a document.
const MOST_IN_TABLES: usize = 16 * 1024 * 1024;
/// The most cells in the tables of a document: more than a table of 10,000 tasks has with all columns.
const MOST_CELLS: usize = 200_000;
/// The most bars in the charts of a document: as many as can be drawn in some seconds.
const MOST_BARS: usize = 2_000;

/// Reads rendered text; the template's own text gives the places of messages. Requested tables are made in place.
///
/// # Errors
/// `MAU-006`, one for each mark that documents can't have; `MAU-021` where the document is too long.
pub(super) fn blocks(
    rendered: &str,
    (template, file): (&Template, &TemplateText),
    tables: &mut Tables,
    out: &mut Diagnostics,
) -> Result<Vec<Block>, Reported> {
    let known = repeated_texts::known(rendered, file.front.outline);
    if let Some(blocks) = known.and_then(|known| BlockReader::new(file, tables).filled(known)) {
        return out.checkpoint().map(|()| blocks);
    }
    let mut reader = BlockReader::new(file, tables);
    let mut refused_marks = 0;
    for (event, range) in Parser::new_ext(rendered, Options::empty()).into_offset_iter() {
        if let Some(mark) = refused(&event, &rendered[range.clone()]) {
            refused_marks += 1;
            let message = Diagnostic::error("MAU-006").with("mark", mark);
            out.report(message.at(&place_in_template(rendered, &range, (template, file))));
            // A mark repeated on a whole page is one mistake.
            if refused_marks == Faults::MOST {
                break;
            }
        }
        reader.take(event);
        if let Some(message) = reader.excess() {
            return Err(out.fail(message.at(&place_in_template(rendered, &range, (template, file)))));
        }
    }
    reader.finish_paragraph();
    out.checkpoint()?;
    repeated_texts::note(rendered, file.front.outline, || reader.read_text());
    Ok(reader.blocks)
}

/// What the items of an open list are.
#[derive(Clone, Copy)]
enum OpenList {
    Clauses(Level),
    Dashes,
}

/// The start of the next paragraph.
#[derive(Clone, Copy, Default, PartialEq)]
enum Opening {
    #[default]
    Nothing,
    Clause(Level),
    Dash,
    Heading(Level),
}

struct BlockReader<'a, 'b> {
    tables: &'a mut Tables<'b>,
    /// The requests that stand in the template's own text.
    known: &'a KnownBlocks,
    /// The text in the open block of a table or a chart.
    open_block: Option<(Fence, String)>,
    blocks: Vec<Block>,
    /// What was requested, and which of the blocks were made for it.
    requests: Vec<(Range<usize>, Rc<RequestedBlock>)>,
    outline: Outline,
    lists: Vec<OpenList>,
    opening: Opening,
    spans: Vec<Span>,
    bold: usize,
    italic: usize,
    weight: usize,
    cells: usize,
    bars: usize,
    table_bytes: usize,
}

impl<'a, 'b> BlockReader<'a, 'b> {
    fn new(file: &'a TemplateText, tables: &'a mut Tables<'b>) -> Self {
        Self {
            tables,
            known: file.blocks(),
            open_block: None,
            blocks: Vec::new(),
            requests: Vec::new(),
            outline: Outline::new(file.front.outline),
            lists: Vec::new(),
            opening: Opening::Nothing,
            spans: Vec::new(),
            bold: 0,
            italic: 0,
            weight: 0,
            cells: 0,
            bars: 0,
            table_bytes: 0,
        }
    }

    /// The blocks of a text that was read before, with the tables of this paper; `None` where these are too large.
    fn filled(mut self, text: ReadText) -> Option<Vec<Block>> {
        let mut requests = text.requests.into_iter().peekable();
        for (index, block) in text.blocks.into_iter().map(Some).chain([None]).enumerate() {
            while let Some((_, request)) = requests.next_if(|(before, _)| *before == index) {
                self.requested(&request);
                if self.excess().is_some() {
                    return None;
                }
            }
            self.blocks.extend(block);
        }
        Some(self.blocks)
    }

    /// What the text says, without what was made for this paper.
    fn read_text(&self) -> ReadText {
        let mut read = ReadText::default();
        let mut start = 0;
        for (made, request) in &self.requests {
            read.blocks.extend_from_slice(&self.blocks[start..made.start]);
            read.requests.push((read.blocks.len(), Rc::clone(request)));
            start = made.end;
        }
        read.blocks.extend_from_slice(&self.blocks[start..]);
        read
    }

    fn take(&mut self, event: Event) {
        if let (Some((_, inside)), Event::Text(text)) = (&mut self.open_block, &event) {
            inside.push_str(text);
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            // Already refused above.
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                self.opening = self.outline.step(depth(*level)).map_or(Opening::Nothing, Opening::Heading);
            }
            Tag::List(first) => {
                self.finish_paragraph();
                let list =
                    if first.is_some() { OpenList::Clauses(self.outline.level_below()) } else { OpenList::Dashes };
                if let OpenList::Clauses(level) = list {
                    self.outline.enter(level);
                }
                self.lists.push(list);
            }
            Tag::Item => {
                self.opening = match self.lists.last() {
                    Some(OpenList::Clauses(level)) => Opening::Clause(*level),
                    _ => Opening::Dash,
                };
            }
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::CodeBlock(CodeBlockKind::Fenced(fence)) => {
                self.open_block = Fence::of(fence).map(|fence| (fence, String::new()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item => self.finish_paragraph(),
            TagEnd::List(_) => {
                if let Some(OpenList::Clauses(level)) = self.lists.pop() {
                    self.outline.leave(level);
                }
            }
            TagEnd::CodeBlock => self.made(),
            TagEnd::Strong => self.bold -= 1,
            TagEnd::Emphasis => self.italic -= 1,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let (is_bold, is_italic) = (self.bold > 0, self.italic > 0);
        match self.spans.last_mut() {
            Some(last) if last.is_bold == is_bold && last.is_italic == is_italic => last.text.push_str(text),
            _ => {
                self.weight += 1;
                self.spans.push(Span { text: text.to_owned(), is_bold, is_italic });
            }
        }
    }

    /// The message about a document that is too long.
    fn excess(&self) -> Option<Diagnostic> {
        let too_long = |limit: usize| Diagnostic::error("MAU-021").with("limit", limit);
        if self.weight > HEAVIEST {
            Some(too_long(HEAVIEST / PARAGRAPH).hint("paragraphs"))
        } else if self.cells > MOST_CELLS {
            Some(too_long(MOST_CELLS).hint("cells"))
        } else if self.bars > MOST_BARS {
            Some(too_long(MOST_BARS).hint("bars"))
        } else {
            (self.table_bytes > MOST_IN_TABLES).then(|| too_long(MOST_IN_TABLES / 1024))
        }
    }

    /// Adds the requested table or charts; mistakes in a block were reported before.
    fn made(&mut self) {
        let Some((fence, inside)) = self.open_block.take() else { return };
        let block = match self.known.get(fence, &inside) {
            Some(block) => block.clone(),
            None => match blocks::read(fence, &inside) {
                Ok(block) => block,
                Err(_) => return,
            },
        };
        let start = self.blocks.len();
        self.requested(&block);
        self.requests.push((start..self.blocks.len(), Rc::new(block)));
    }

    fn requested(&mut self, block: &RequestedBlock) {
        match block {
            RequestedBlock::Table(request) => self.table(request),
            RequestedBlock::Chart(source) => {
                for chart in self.tables.charts(*source) {
                    self.bars += chart.bars.len();
                    self.blocks.push(Block::Paragraph(vec![Span::plain(&chart.title)]));
                    self.blocks.push(Block::Picture(chart));
                }
            }
        }
    }

    fn table(&mut self, request: &TableRequest) {
        for block in self.tables.make(request) {
            if let Block::Table(table) = &block {
                self.weigh(table);
            }
            self.blocks.push(block);
        }
    }

    fn weigh(&mut self, table: &Table) {
        for row in &table.rows {
            let (cells, bytes) = match row {
                TableRow::Group(name) => (1, name.len()),
                TableRow::Cells(cells) | TableRow::Total(cells) => {
                    (cells.iter().map(|cell| cell.len().max(1)).sum(), cells.iter().flatten().map(String::len).sum())
                }
            };
            self.cells += cells;
            self.table_bytes += bytes;
        }
    }

    /// Ends the paragraph: its data are unescaped, and line breaks in them start new paragraphs.
    fn finish_paragraph(&mut self) {
        let opening = std::mem::take(&mut self.opening);
        let paragraphs = split_at_breaks(std::mem::take(&mut self.spans));
        self.weight += PARAGRAPH * paragraphs.len();
        let mut paragraphs = paragraphs.into_iter();
        let Some(first) = paragraphs.next() else { return };
        match opening {
            Opening::Nothing => self.blocks.push(Block::Paragraph(first)),
            Opening::Dash => self.blocks.push(Block::Dash(first)),
            Opening::Clause(level) => {
                let number = self.outline.next(level);
                self.blocks.push(Block::Clause { level, number, text: first });
            }
            Opening::Heading(level) => {
                let number = self.outline.next(level);
                self.outline.set_heading_above(level);
                let title = paragraphs.by_ref().fold(first, |mut title, more| {
                    title.push(Span::plain(" "));
                    title.extend(more);
                    title
                });
                self.blocks.push(Block::Heading { level, number, title });
            }
        }
        self.blocks.extend(paragraphs.map(Block::Paragraph));
    }
}

/// Spans with unescaped data, one list per paragraph; none is empty.
fn split_at_breaks(spans: Vec<Span>) -> Vec<Vec<Span>> {
    let mut paragraphs: Vec<Vec<Span>> = vec![Vec::new()];
    for Span { text, is_bold, is_italic } in spans {
        let text = escape::unescape(text);
        // Almost all texts have no break, and are kept as they are.
        let has_breaks = text.contains('\n');
        let lines: Vec<String> = if has_breaks { text.split('\n').map(str::to_owned).collect() } else { vec![text] };
        for (index, text) in lines.into_iter().enumerate() {
            if index > 0 {
                paragraphs.push(Vec::new());
            }
            if !text.is_empty() {
                paragraphs.last_mut().expect("there is always one").push(Span { text, is_bold, is_italic });
            }
        }
    }
    paragraphs.retain(|spans| spans.iter().any(|span| !span.text.trim().is_empty()));
    paragraphs
}

/// The template's line with the mark: the first line, of the template or a piece, that contains the words of the
/// rendered line.
fn place_in_template(rendered: &str, range: &Range<usize>, (template, file): (&Template, &TemplateText)) -> Place {
    let start = rendered[..range.start].rfind('\n').map_or(0, |index| index + 1);
    let line = rendered[start..].lines().next().unwrap_or_default();
    let typed = escape::typed_part(line);
    let wanted = typed.trim();
    let body = &file.source;
    let place = |source: &SourceText, at: usize| Place::line(&source.label, source.row_at(at));
    if wanted.is_empty() {
        return place(body, file.start);
    }
    if let Some(found) = file.body().find(wanted) {
        return place(body, file.start + found);
    }
    let piece = template.pieces.values().find_map(|piece| piece.text.find(wanted).map(|found| place(piece, found)));
    piece.unwrap_or_else(|| place(body, file.start))
}
