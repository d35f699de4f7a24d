//! Căn cứ and body: grounds in italics, the ladder of headings and clauses, running text.
//!
//! Owns which role each piece plays and what keeps with what. Must not know how roles look.
//! Its paragraphs stand between title and signature block.

use crate::decree::figures::FIRST_LINE;
use crate::document::text_width::text_width;
use crate::document::types::{Content, Paragraph, Run};
use crate::draft::{Block, Level, Span};
use crate::vietnamese::text::upper;

use super::TEXT_WIDTH;
use super::non_breaking::hold_together;
use super::styles::{self, Role};

/// Grounds and body, top down. The last paragraph keeps with the signature block.
pub(super) fn paragraphs(grounds: &[String], body: &[Block]) -> Vec<Paragraph> {
    let grounds = grounds.iter().map(|ground| set(&styles::GROUND, vec![Span::plain(ground)]));
    let mut paragraphs: Vec<Paragraph> = grounds.chain(body.iter().map(paragraph)).collect();
    keep_with_signature(&mut paragraphs);
    paragraphs
}

fn paragraph(block: &Block) -> Paragraph {
    match block {
        Block::Heading { level, number, title } => heading(*level, number, title),
        Block::Clause { level: Level::Point, number, text } => {
            set(&styles::POINT, numbered(Level::Point, number, text))
        }
        Block::Clause { level, number, text } => set(&styles::CLAUSE, numbered(*level, number, text)),
        Block::Paragraph(text) => set(&styles::BODY, text.clone()),
        Block::Dash(text) => set(&styles::DASH, behind("- ".to_owned(), text)),
        Block::Table(_) => set(&styles::BODY, vec![]),
    }
}

fn heading(level: Level, number: &str, title: &[Span]) -> Paragraph {
    let spans = numbered(level, number, title);
    match level {
        Level::Part | Level::Section => set(&styles::SECTION_HEADING, in_capitals(spans)),
        Level::Article | Level::Clause => set(&styles::CLAUSE_HEADING, spans),
        Level::Point => set(&styles::POINT_HEADING, spans),
    }
}

fn numbered(level: Level, number: &str, text: &[Span]) -> Vec<Span> {
    behind(format!("{number}{} ", level.mark()), text)
}

fn behind(label: String, text: &[Span]) -> Vec<Span> {
    std::iter::once(Span::plain(label)).chain(text.iter().cloned()).collect()
}

fn in_capitals(spans: Vec<Span>) -> Vec<Span> {
    spans.into_iter().map(|span| Span { text: upper(&span.text), ..span }).collect()
}

/// A paragraph of a role; a weight or slant that the role has already is not said again.
fn set(role: &Role, spans: Vec<Span>) -> Paragraph {
    let mut runs: Vec<Run> = Vec::new();
    for span in spans {
        let is_bold = span.is_bold && !role.is_bold();
        let is_italic = span.is_italic && !role.is_italic();
        match runs.last_mut() {
            Some(run) if run.is_bold == is_bold && run.is_italic == is_italic => run.text.push_str(&span.text),
            _ => runs.push(Run { text: span.text, is_bold, is_italic }),
        }
    }
    role.paragraph(hold_together(runs))
}

/// The signature never stands alone on a page: it could be put under any text.
///
/// Where the last paragraph is one line, a second paragraph goes with it.
fn keep_with_signature(paragraphs: &mut [Paragraph]) {
    let [before @ .., last] = paragraphs else { return };
    last.overrides.keep_next = true;
    if let Some(second) = before.last_mut().filter(|_| is_one_line(last)) {
        second.overrides.keep_next = true;
    }
}

fn is_one_line(paragraph: &Paragraph) -> bool {
    let Content::Text(runs) = &paragraph.content else { return false };
    let lettering = styles::BODY.lettering;
    let width: f64 = runs.iter().map(|run| text_width(&run.text, lettering).0).sum();
    width <= TEXT_WIDTH.to_pt().0 - FIRST_LINE.to_pt().0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(paragraph: &Paragraph) -> String {
        match &paragraph.content {
            Content::Text(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
            Content::Rule { .. } => String::new(),
        }
    }

    fn plain(text: &str) -> Vec<Span> {
        vec![Span::plain(text)]
    }

    #[test]
    fn each_step_of_the_ladder_has_its_mark_and_style() {
        let heading =
            |level, number: &str| Block::Heading { level, number: number.into(), title: plain("Mục đích") };
        let clause = |level, number: &str| Block::Clause { level, number: number.into(), text: plain("Rà soát.") };
        let body = [
            heading(Level::Section, "I"),
            heading(Level::Clause, "1"),
            heading(Level::Point, "a"),
            clause(Level::Clause, "2"),
            clause(Level::Point, "đ"),
            Block::Dash(plain("Các thôn.")),
        ];
        let set: Vec<(String, &str)> = body.iter().map(paragraph).map(|set| (text(&set), set.style)).collect();
        let expected = [
            ("I. MỤC ĐÍCH", "VBMuc"),
            ("1. Mục đích", "VBKhoanCoTieuDe"),
            ("a) Mục đích", "VBDiemCoTieuDe"),
            ("2. Rà soát.", "VBKhoan"),
            ("đ) Rà soát.", "VBDiem"),
            ("- Các thôn.", "VBGachDauDong"),
        ];
        assert_eq!(set, expected.map(|(text, style)| (text.to_owned(), style)));
    }

    #[test]
    fn a_weight_that_the_role_has_is_not_said_again() {
        let bold = Span { is_bold: true, ..Span::plain("Mục đích") };
        let in_heading = heading(Level::Clause, "1", std::slice::from_ref(&bold));
        let Content::Text(runs) = &in_heading.content else { panic!("a heading is text") };
        assert_eq!(runs.iter().map(|run| run.is_bold).collect::<Vec<_>>(), [false]);
        let in_text = paragraph(&Block::Paragraph(vec![bold, Span::plain(": rõ.")]));
        let Content::Text(runs) = &in_text.content else { panic!("a paragraph is text") };
        assert_eq!(runs.iter().map(|run| run.is_bold).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn the_last_paragraph_keeps_with_the_signature_and_a_single_line_with_one_more() {
        let long = "Nâng cao nhận thức của Nhân dân về vai trò của sách. ".repeat(5);
        let kept = |texts: [&str; 3]| {
            let body = texts.map(|text| Block::Paragraph(plain(text)));
            paragraphs(&[], &body).iter().map(|paragraph| paragraph.overrides.keep_next).collect::<Vec<_>>()
        };
        assert_eq!(kept([&long, &long, &long]), [false, false, true]);
        assert_eq!(kept([&long, &long, "Ngắn./."]), [false, true, true]);
        assert!(paragraphs(&[], &[]).is_empty());
    }
}
