//! The draft: one field per component of the decree (PL1 IV), in the order of the page.
//!
//! Owns the types only. Must not know where the words come from or how they will look. `render` makes a draft,
//! `document` lays it out.

use crate::chart::Chart;
pub use crate::templates::{ColumnContent, Orientation};

/// The content of a document with a named kind (forms 1.2 to 1.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where its subject stands.
    pub form: DraftForm,
    /// Boxes 2, 3 and 4.
    pub head: Head,
    /// Box 5a: the printed title, as typed (`Chương trình hành động`); the layout sets capitals. A letter prints none.
    pub title: String,
    /// Box 5a: trích yếu, one phrase. Box 5b of a letter: `về việc giao nhiệm vụ`, printed as `V/v giao nhiệm vụ`.
    pub subject: String,
    /// Box 9a: the addressees, one per line without dash and end mark; empty where the form has none (NN-01).
    pub addressees: Vec<String>,
    /// Who decides, with the lines above and below the grounds; only in a decision (forms 1.2, 1.3).
    pub enacting: Option<Enacting>,
    /// The căn cứ block: each line with its end mark; empty where there is none.
    pub grounds: Vec<String>,
    /// Box 6, closing mark included.
    pub body: Vec<Block>,
    /// Box 9b: each line without dash and end mark. The archive line (`Lưu: VT, VHXH`) is among them, as the last one
    /// unless the clerk wrote it higher up.
    pub recipients: Vec<String>,
    /// Boxes 7a and 7b.
    pub signature: Signature,
    /// The text that this document issues (form 1.3), on pages of its own after it.
    pub attached: Option<Attached>,
    /// The document's own annexes, in order; the attached text has its own.
    pub annexes: Vec<Annex>,
}

/// Where the subject of a document stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DraftForm {
    /// Below the title, on the middle of the page (forms 1.2 to 1.4).
    #[default]
    Named,
    /// Below the number: a công văn has no title (form 1.5).
    Letter,
}

/// The two lines of a decision around its grounds (form 1.2), as typed; the layout sets capitals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enacting {
    /// The line above the grounds, who decides: `Ủy ban nhân dân xã Sơn Hòa`, `Chủ tịch Ủy ban nhân dân xã Sơn Hòa`.
    pub decider: String,
    /// The word below the grounds, without its colon: `Quyết định`.
    pub word: String,
}

/// A text issued with a decision (FORM-05): a head without number and date, title, reference, body; no signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The direct superior body, if there is one.
    pub superior_body: Option<String>,
    /// The issuing body, one entry per line; never empty.
    pub issuing_body: Vec<String>,
    /// The printed title, as typed.
    pub title: String,
    /// Trích yếu.
    pub subject: String,
    /// The line that refers to the decision.
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
    /// Its title, as typed; the layout sets capitals.
    pub title: String,
    /// The line that refers to its document.
    pub reference: Reference,
    /// The orientation of its pages.
    pub orientation: Orientation,
    /// Its content.
    pub body: Vec<Block>,
}

/// The line `(Kèm theo Kế hoạch số        /KH-UBND ngày     tháng     năm 2026 của …)` (PL-05); an unknown number or
/// date is left open (PL-06).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The document that it belongs to, as named in a sentence: `Kế hoạch`.
    pub document: String,
    /// That document's number, if it is known.
    pub number: Option<String>,
    /// That document's symbol: `KH-UBND`.
    pub symbol: String,
    /// The known parts of its date.
    pub date: DateLine,
    /// Who issues it, as named in a sentence: `Ủy ban nhân dân xã Sơn Hòa`.
    pub issuer: String,
}

/// Boxes 2, 3 and 4: who issues, with which symbol, where and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The direct superior body, if there is one.
    pub superior_body: Option<String>,
    /// The issuing body, one entry per line; never empty.
    pub issuing_body: Vec<String>,
    /// The number, if the clerk gave one; else it is left open.
    pub number: Option<String>,
    /// The symbol after the slash: `CTr-UBND`.
    pub symbol: String,
    /// The place name.
    pub place: String,
    /// The printed parts of the date.
    pub date: DateLine,
}

/// The known parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateLine {
    /// Day and month are left open; so is the year if `None`.
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

/// A block of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of the outline (ND-03 to ND-08).
    Heading {
        /// Its level.
        level: Level,
        /// Its number, without its mark: `I`, `1`, `a`.
        number: String,
        /// Its title, as typed.
        title: Vec<Span>,
    },
    /// A clause of the outline without a title: numbered, not bold.
    Clause {
        /// Its level.
        level: Level,
        /// Its number, without its mark.
        number: String,
        /// Its first paragraph.
        text: Vec<Span>,
    },
    /// A plain paragraph.
    Paragraph(Vec<Span>),
    /// A paragraph that begins with a dash.
    Dash(Vec<Span>),
    /// A table of data.
    Table(Table),
    /// A note on the table above it: `Ghi chú: …`; several follow one another.
    Note(Vec<Span>),
    /// A chart, drawn as a picture.
    Picture(Chart),
}

/// A table of data: a header (of two rows where columns share a heading), then rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns, left to right; never empty.
    pub columns: Vec<TableColumn>,
    /// The rows below the header, from top to bottom.
    pub rows: Vec<TableRow>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its heading, as written by the clerk.
    pub heading: String,
    /// The kind of its content.
    pub content: ColumnContent,
    /// The heading that it shares with its neighbours, above their own headings. `None` where it shares none: then its
    /// own heading takes the whole height of the header.
    pub parent: Option<String>,
}

impl TableColumn {
    /// A column that shares no heading.
    #[must_use]
    pub fn new(heading: impl Into<String>, content: ColumnContent) -> Self {
        Self { heading: heading.into(), content, parent: None }
    }

    /// The column under a heading shared with its neighbours.
    #[must_use]
    pub fn under(self, parent: impl Into<String>) -> Self {
        Self { parent: Some(parent.into()), ..self }
    }
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableRow {
    /// A group's name with its number: `I. Công tác tuyên truyền`; it spans all columns.
    Group(String),
    /// One cell per column, each with its paragraphs; a blank cell has none.
    Cells(Vec<Vec<String>>),
    /// The totals of other rows, in bold, one cell per column. Its first words, `Tổng cộng`, name it: they span all
    /// columns up to the next that has text or figures.
    Total(Vec<Vec<String>>),
}

impl TableRow {
    /// Its cells, one per column; none for a group.
    #[must_use]
    pub fn cells(&self) -> &[Vec<String>] {
        match self {
            Self::Group(_) => &[],
            Self::Cells(cells) | Self::Total(cells) => cells,
        }
    }
}

/// A level of the outlines: phần, mục, khoản, điểm, or điều, khoản, điểm (ND-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `Phần I`, its title on the next line in capitals, both centred and bold (ND-03).
    Part,
    /// `I.`, capitals, bold.
    Section,
    /// `Điều 1.`, bold; without a title only the number is bold (ND-05).
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

/// A part of a text with one weight and slant.
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
    /// Authority and position lines, as the decree abbreviates them; the layout sets capitals.
    pub lines: Vec<String>,
    /// The signer's position in the agency whose seal is used, above the name (KY-08); `None` for a body's own head.
    pub agency_position: Option<String>,
    /// The signer's full name.
    pub name: String,
}
