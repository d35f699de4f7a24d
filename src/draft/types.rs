//! The draft: one field per component that the decree names (PL1 IV), in the order of the page.
//!
//! Owns the shapes only. Knows neither where the words came from nor how they will look.

use crate::chart::Chart;
pub use crate::templates::{ColumnContent, Orientation};

/// What a document with a named type says (forms 1.2 to 1.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Boxes 2, 3 and 4.
    pub head: Head,
    /// Box 5a: the printed title, as typed (`Chương trình hành động`); the form's capitals are the layout's.
    pub title: String,
    /// Box 5a: trích yếu, one phrase.
    pub subject: String,
    /// Box 9a: to whom it is sent, a line each without dash and end mark; empty where the form has none (NN-01).
    pub addressees: Vec<String>,
    /// Who decides, above and below the grounds; `None` but in a decision (forms 1.2, 1.3).
    pub enacting: Option<Enacting>,
    /// The căn cứ block: each line with its end mark; empty where there is none.
    pub grounds: Vec<String>,
    /// Box 6, closing mark included.
    pub body: Vec<Block>,
    /// Box 9b: each line without dash and end mark; among them the archive line (`Lưu: VT, VHXH`), the last one
    /// unless the clerk wrote it higher up.
    pub recipients: Vec<String>,
    /// Boxes 7a and 7b.
    pub signature: Signature,
    /// The text that this document issues (form 1.3), after it on pages of its own.
    pub attached: Option<Attached>,
    /// The document's own annexes, in order; those of the attached text are its own.
    pub annexes: Vec<Annex>,
}

/// The two lines of a decision around its grounds (form 1.2), as typed; capitals are the layout's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enacting {
    /// Who decides, above the grounds: `Ủy ban nhân dân xã Sơn Hòa`, `Chủ tịch Ủy ban nhân dân xã Sơn Hòa`.
    pub decider: String,
    /// The word below the grounds, without its colon: `Quyết định`.
    pub word: String,
}

/// A text issued with a decision (FORM-05): head without number and date, title, reference, body; no signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The direct superior body, where there is one.
    pub superior_body: Option<String>,
    /// The issuing body, a line each; never empty.
    pub issuing_body: Vec<String>,
    /// The printed title, as typed.
    pub title: String,
    /// Trích yếu.
    pub subject: String,
    /// The line that names the decision.
    pub reference: Reference,
    /// Its body, closing mark included.
    pub body: Vec<Block>,
    /// Its annexes.
    pub annexes: Vec<Annex>,
}

/// An annex (PL-01 to PL-10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annex {
    /// Its Roman number; `None` where it is the only one (PL-02).
    pub number: Option<String>,
    /// Its title, as typed; capitals are the layout's.
    pub title: String,
    /// The line that names the document it belongs to.
    pub reference: Reference,
    /// How its pages lie.
    pub orientation: Orientation,
    /// What stands in it.
    pub body: Vec<Block>,
}

/// The line `(Kèm theo Kế hoạch số        /KH-UBND ngày     tháng     năm 2026 của …)` (PL-05); number and date that are
/// not known stay open (PL-06).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The document it goes with, as a sentence names it: `Kế hoạch`.
    pub document: String,
    /// That document's number, where it is known.
    pub number: Option<String>,
    /// That document's symbol: `KH-UBND`.
    pub symbol: String,
    /// What of its date is known.
    pub date: DateLine,
    /// Who issues it, as a sentence names it: `Ủy ban nhân dân xã Sơn Hòa`.
    pub issuer: String,
}

/// Boxes 2, 3 and 4: who issues, under which symbol, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The direct superior body, where there is one.
    pub superior_body: Option<String>,
    /// The issuing body, a line each; never empty.
    pub issuing_body: Vec<String>,
    /// The number, where the clerk gave one; else it stays open.
    pub number: Option<String>,
    /// The symbol after the slash: `CTr-UBND`.
    pub symbol: String,
    /// The place name.
    pub place: String,
    /// What of the date is printed.
    pub date: DateLine,
}

/// How much of the date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateLine {
    /// Day and month stay open; so does the year where `None`.
    Open {
        /// The year printed.
        year: Option<i32>,
    },
    /// The whole date.
    Full {
        /// Day of the month, 1-based.
        day: u32,
        /// Month, 1-based.
        month: u32,
        /// Year.
        year: i32,
    },
}

/// A piece of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of the outline (ND-03 to ND-08).
    Heading {
        /// Which step of the ladder.
        level: Level,
        /// Its number, literal and without its mark: `I`, `1`, `a`.
        number: String,
        /// Its title, as typed.
        title: Vec<Span>,
    },
    /// An untitled clause of the outline: numbered, not bold.
    Clause {
        /// Which step of the ladder.
        level: Level,
        /// Its number, literal and without its mark.
        number: String,
        /// Its first paragraph.
        text: Vec<Span>,
    },
    /// A running paragraph.
    Paragraph(Vec<Span>),
    /// A paragraph that begins with a dash.
    Dash(Vec<Span>),
    /// A table of data.
    Table(Table),
    /// A remark on the table above it: `Ghi chú: …`; several stand one below the other.
    Note(Vec<Span>),
    /// A chart, drawn as a picture.
    Picture(Chart),
}

/// A table of data: a header, of two rows where columns share a heading, then rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns, left to right; never empty.
    pub columns: Vec<TableColumn>,
    /// The rows below the header, top down.
    pub rows: Vec<TableRow>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its heading, as the clerk has it.
    pub heading: String,
    /// What its cells hold.
    pub content: ColumnContent,
    /// The heading that it shares with its neighbours of the same one, above their own; `None` where it stands alone
    /// and its own heading takes the whole height of the header.
    pub parent: Option<String>,
}

impl TableColumn {
    /// A column that shares no heading.
    #[must_use]
    pub fn new(heading: impl Into<String>, content: ColumnContent) -> Self {
        Self { heading: heading.into(), content, parent: None }
    }

    /// The column under a heading that it shares with its neighbours.
    #[must_use]
    pub fn under(self, parent: impl Into<String>) -> Self {
        Self { parent: Some(parent.into()), ..self }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableRow {
    /// A group's name, its number in front: `I. Công tác tuyên truyền`; it stands across all columns.
    Group(String),
    /// A cell a column, each its paragraphs; a blank cell has none.
    Cells(Vec<Vec<String>>),
    /// What other rows come to, in bold, a cell a column. Its first words, `Tổng cộng`, name it: they stand across all
    /// columns from the first one to the next that has something to say or holds figures.
    Total(Vec<Vec<String>>),
}

impl TableRow {
    /// Its cells, one a column; none of a group.
    #[must_use]
    pub fn cells(&self) -> &[Vec<String>] {
        match self {
            Self::Group(_) => &[],
            Self::Cells(cells) | Self::Total(cells) => cells,
        }
    }
}

/// A step of the outlines: phần, mục, khoản, điểm, or điều, khoản, điểm (ND-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `Phần I`, its title on the next line in capitals, both centred and bold (ND-03).
    Part,
    /// `I.`, capitals, bold.
    Section,
    /// `Điều 1.`, bold; of an untitled one the number alone is bold (ND-05).
    Article,
    /// `1.`
    Clause,
    /// `a)`
    Point,
}

impl Level {
    /// The mark after the number: `.` or `)`.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Self::Part | Self::Section | Self::Article | Self::Clause => '.',
            Self::Point => ')',
        }
    }
}

/// A stretch of text of one weight and slant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text; no line breaks.
    pub text: String,
    /// Bold by the template's `**`.
    pub is_bold: bool,
    /// Italic by the template's `*`.
    pub is_italic: bool,
}

impl Span {
    /// Plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// Boxes 7a and 7b.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Authority and position lines, as the decree abbreviates them; capitals are the layout's.
    pub lines: Vec<String>,
    /// The signer's full name.
    pub name: String,
}
