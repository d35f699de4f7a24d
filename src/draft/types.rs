//! The draft: one field per component that the decree names (PL1 IV), in the order of the page.
//!
//! Owns the shapes only. Knows neither where the words came from nor how they will look.

/// What a document with a named type says (form 1.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Boxes 2, 3 and 4.
    pub head: Head,
    /// Box 5a: the printed title, as typed (`Chương trình hành động`); the form's capitals are the layout's.
    pub title: String,
    /// Box 5a: trích yếu, one phrase.
    pub subject: String,
    /// The căn cứ block: each line with its end mark; empty where there is none.
    pub grounds: Vec<String>,
    /// Box 6, closing mark included.
    pub body: Vec<Block>,
    /// Box 9b: each line without dash and end mark; among them the archive line (`Lưu: VT, VHXH`), the last one
    /// unless the clerk wrote it higher up.
    pub recipients: Vec<String>,
    /// Boxes 7a and 7b.
    pub signature: Signature,
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
}

/// A step of outline B: mục, khoản, điểm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// `I.`, capitals, bold.
    Section,
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
            Self::Section | Self::Clause => '.',
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
