//! A laid-out document: pages, named styles, paragraphs and grids, every measure in millimetres or points.
//!
//! Owns the types only. Must not know the decree or Word: `layout` makes a document, `docx` writes it.

use crate::units::{Mm, Pt};

use super::review::Review;

/// A document, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Title and language.
    pub properties: Properties,
    /// The styles used, in the order in which Word lists them; the first is the base of all others.
    pub styles: Vec<Style>,
    /// The sections, in order; never empty. Each begins on a new page and counts its pages from 1.
    pub sections: Vec<PageSection>,
}

/// Pages of one size that are numbered together.
#[derive(Clone, Debug, PartialEq)]
pub struct PageSection {
    /// The page.
    pub page: Page,
    /// The content, in order.
    pub blocks: Vec<PageBlock>,
}

/// The properties of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Properties {
    /// The names of the workbooks that it was made from; empty where that is not known.
    pub source: String,
    /// Title of the document.
    pub title: String,
    /// Language tag, `vi-VN`.
    pub language: String,
}

/// Size, margins and page number.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Width of the sheet.
    pub width: Mm,
    /// Height of the sheet.
    pub height: Mm,
    /// Top margin.
    pub top: Mm,
    /// Right margin.
    pub right: Mm,
    /// Bottom margin.
    pub bottom: Mm,
    /// Left margin.
    pub left: Mm,
    /// Distance of the page number from the sheet's upper edge.
    pub header_distance: Mm,
    /// The style (by its id) of the page number, centred at the top from the second page on.
    pub page_number_style: &'static str,
}

/// A named paragraph style that a person can edit in Word.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// Stable id: ASCII letters and digits.
    pub id: &'static str,
    /// The name shown in Word.
    pub name: &'static str,
    /// The id of the style it stands on, whose changes it follows; `None` for the first of the document.
    pub base: Option<&'static str>,
    /// Type and paragraph settings, all of them, also those that it shares with its base.
    pub text: TextFormat,
    /// Paragraph settings.
    pub paragraph: ParagraphFormat,
    /// The id of the style of a paragraph typed after one of this style; `None` for the same style.
    pub next: Option<&'static str>,
    /// The level of a heading in the outline of the document, from 0; `None` for what is no heading.
    pub outline_level: Option<u8>,
}

/// Settings of letters.
#[derive(Clone, Debug, PartialEq)]
pub struct TextFormat {
    /// Typeface.
    pub font: &'static str,
    /// Size.
    pub size: Pt,
    /// Weight.
    pub is_bold: bool,
    /// Slant.
    pub is_italic: bool,
}

/// Settings of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct ParagraphFormat {
    /// Alignment.
    pub alignment: Alignment,
    /// First-line indent.
    pub first_line: Mm,
    /// Left indent.
    pub left: Mm,
    /// Right indent.
    pub right: Mm,
    /// Gap above.
    pub before: Pt,
    /// Gap below.
    pub after: Pt,
    /// Line spacing.
    pub line: LineSpacing,
    /// Stays on the page of the next paragraph.
    pub keep_next: bool,
    /// Its lines are not parted by a page end.
    pub keep_lines: bool,
}

/// Where lines are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// Flush left.
    Left,
    /// Flush right.
    Right,
    /// Centred.
    Center,
    /// Justified.
    Justified,
}

/// The distance between lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineSpacing {
    /// A multiple of the font's own line height.
    Multiple(f64),
    /// Exactly this distance, whatever the content of the line.
    Exactly(Pt),
}

/// A paragraph, a grid, a table or a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum PageBlock {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A borderless grid for things side by side.
    Grid(Grid),
    /// A table of data, with lines around every cell.
    Table(PageTable),
    /// A picture in a line of its own.
    Picture(Picture),
}

/// A paragraph: its style, its differences from the style, its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Id of its style.
    pub style: &'static str,
    /// The differences from the style.
    pub overrides: Overrides,
    /// Its content.
    pub content: Content,
}

/// What a single paragraph sets differently from its style; `None` and `false` keep the style's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrides {
    /// Left and right indent, for centred text in a narrower column.
    pub side_indents: Option<Mm>,
    /// Right indent alone, for right-aligned figures that are centred below their heading.
    pub right_indent: Option<Mm>,
    /// Gap above.
    pub before: Option<Pt>,
    /// Size of all letters of the paragraph.
    pub size: Option<Pt>,
    /// Stays on the page of the next block.
    pub keep_next: bool,
}

/// The content of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Text in one line run after another.
    Text(Vec<Run>),
    /// A drawn horizontal line (đường kẻ), centred in the column.
    Rule {
        /// Length of the line.
        length: Mm,
        /// Width of the column it is centred in.
        column: Mm,
        /// Thickness.
        weight: Pt,
    },
}

/// The mark of a line break inside a text, as in a title of several lines: U+2028, which no clerk's text has.
pub const LINE_BREAK: char = '\u{2028}';

/// A part of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The text: any character except controls; [`LINE_BREAK`] starts a line, U+00A0 stays non-breaking.
    pub text: String,
    /// Bold, on top of the style.
    pub is_bold: bool,
    /// Italic, on top of the style.
    pub is_italic: bool,
    /// Whether its blank takes no room: it ends a broken line, for readers that drop the break, and must not move a
    /// centred line aside.
    pub is_narrow: bool,
    /// The marks of a reviewer; `None` without any.
    pub review: Option<Box<Review>>,
}

impl Run {
    /// The runs of a plain text: one, or where lines are broken one for each line and for the blank at its end.
    pub(super) fn lines(text: String) -> Vec<Self> {
        const END: &str = " \u{2028}";
        // Hardly any text has the first byte of the mark.
        const FIRST_BYTE: u8 = 0xe2;
        let plain = |text: &str| Self { text: text.to_owned(), ..Self::default() };
        if memchr::memchr(FIRST_BYTE, text.as_bytes()).is_none() || !text.contains(END) {
            return vec![Self { text, ..Self::default() }];
        }
        let end = Self { is_narrow: true, ..plain(END) };
        let mut runs = Vec::new();
        for (index, line) in text.split(END).enumerate() {
            if index > 0 {
                runs.push(end.clone());
            }
            runs.push(plain(line));
        }
        runs
    }
}

/// A borderless grid, no cell padding, fixed column widths.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Column widths, left to right.
    pub columns: Vec<Mm>,
    /// Rows, from top to bottom.
    pub rows: Vec<GridRow>,
}

/// A row; it never splits over two pages, and the text of its cells is at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// One cell per column.
    pub cells: Vec<Vec<Paragraph>>,
}

/// A table with black single lines and fixed column widths; the left edge of its lines is at the text's left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct PageTable {
    /// Column widths, left to right, lines and padding included.
    pub columns: Vec<Mm>,
    /// Space between a line and the text beside it, left and right.
    pub padding: Mm,
    /// Thickness of the lines.
    pub line: Pt,
    /// Rows, from top to bottom; the first ones may be headers.
    pub rows: Vec<PageRow>,
    /// What it shows, for people who can't see it; empty where nothing is said.
    pub description: String,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRow {
    /// Its cells; their spans add up to the columns.
    pub cells: Vec<TableCell>,
    /// Whether it is repeated at the top of each further page.
    pub is_header: bool,
    /// Whether it may split over two pages.
    pub can_split: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableCell {
    /// How many columns it covers, at least 1.
    pub span: usize,
    /// How many rows it covers.
    pub rows: RowSpan,
    /// Its text; empty where it is blank.
    pub paragraphs: Vec<Paragraph>,
    /// Whether its text is centred vertically; else it is at the top.
    pub is_middle: bool,
}

/// The part of a cell in a row, where a cell spans several rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowSpan {
    /// The whole cell.
    #[default]
    One,
    /// Its first row, with its text; the cell continues in the row below.
    Begins,
    /// A further row of the cell above, without a text of its own.
    GoesOn,
}

/// A picture with its printed size.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Its paragraph, which has no text: the style, and what it is kept with.
    pub paragraph: Paragraph,
    /// The file.
    pub png: Vec<u8>,
    /// Its printed width.
    pub width: Mm,
    /// Its printed height.
    pub height: Mm,
    /// Its name in lists of pictures.
    pub name: String,
    /// The alternative text, for people who can't see it.
    pub description: String,
}
