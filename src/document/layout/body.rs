//! Căn cứ and body: grounds in italics, headings and clauses of the outline, plain text, tables, pictures.
//!
//! Owns the role of each block. Must not know the look of roles, or what is kept together on a page. Its blocks come
//! between title and signature block, or below the head of an annex.

use std::cell::RefCell;

use crate::chart::Chart;
use crate::decree::figures::{ARTICLE_LABEL, PART_LABEL};
use crate::document::types::{PageBlock, Paragraph, Run};
use crate::draft::{Block, Level, Span, Table};
use crate::kept::KeptLast;
use crate::vietnamese::text::upper;

use super::keeping::{around_tables, lead_ins};
use super::non_breaking::hold_together;
use super::page::{Area, PaperSheet};
use super::styles::{self, StyleRole};
use super::table_letters::TableMeasures;
use super::{centred, picture, table, title};

/// The grounds, from top to bottom.
pub(super) fn grounds(grounds: &[String]) -> impl Iterator<Item = PageBlock> {
    grounds.iter().map(|ground| PageBlock::Paragraph(set(&styles::GROUND, vec![Span::plain(ground)])))
}

/// The body, from top to bottom, in the area of a page. Bodies of text alone often come again: most papers of a batch differ
/// only in their tables.
pub(super) fn blocks(body: Vec<Block>, area: Area) -> Vec<PageBlock> {
    thread_local! {
        static KEPT: RefCell<KeptLast<Vec<Block>, Vec<PageBlock>>> = RefCell::default();
    }
    let is_text = |block: &Block| !matches!(block, Block::Table(_) | Block::Picture(_));
    if area != PaperSheet::Upright.area() || !body.iter().all(is_text) {
        return blocks_with(body, area, Vec::new());
    }
    let set = || blocks_with(body.clone(), area, Vec::new());
    KEPT.with_borrow_mut(|kept| kept.get(|last| *last == body, || body.clone(), set))
}

/// The body, from top to bottom; its first tables are already measured.
pub(super) fn blocks_with(body: Vec<Block>, area: Area, measured: Vec<TableMeasures>) -> Vec<PageBlock> {
    let mut measured = measured.into_iter();
    let mut measured = |table: &mut Table| measured.next().unwrap_or_else(|| TableMeasures::of(table));
    let mut blocks = around_tables(body.into_iter().flat_map(|piece| block(piece, area, &mut measured)).collect());
    lead_ins(&mut blocks);
    blocks
}

fn block(piece: Block, area: Area, measured: &mut impl FnMut(&mut Table) -> TableMeasures) -> Vec<PageBlock> {
    match piece {
        Block::Heading { level: Level::Part, number, title } => part(&number, part_title(&title, area)),
        Block::Clause { level: Level::Part, number, text } => part(&number, set(&styles::BODY, text)),
        Block::Table(mut table) => {
            table::set(measured(&mut table), table, area).map(PageBlock::Table).into_iter().collect()
        }
        Block::Picture(chart) => pictures(&chart, area),
        Block::Heading { level, number, title } => vec![PageBlock::Paragraph(heading(level, &number, title))],
        Block::Clause { level, number, text } => vec![PageBlock::Paragraph(clause(level, &number, text))],
        Block::Paragraph(text) => vec![PageBlock::Paragraph(set(&styles::BODY, text))],
        Block::Note(text) => vec![PageBlock::Paragraph(set(&styles::TABLE_NOTE, text))],
        Block::Dash(text) => vec![PageBlock::Paragraph(set(&styles::DASH, behind(Span::plain("- "), text)))],
    }
}

/// A chart's pictures; each but the first, which the text introduces, has its caption.
fn pictures(chart: &Chart, area: Area) -> Vec<PageBlock> {
    let captioned = picture::set(chart, area).enumerate().flat_map(|(number, picture)| {
        let caption = (number > 0).then(|| format!("{} (tiếp theo)", chart.title));
        let caption = caption.map(|caption| PageBlock::Paragraph(set(&styles::BODY, vec![Span::plain(caption)])));
        caption.into_iter().chain([PageBlock::Picture(picture)])
    });
    captioned.collect()
}

/// `Phần I` on a line of its own, its title on the next (ND-03).
fn part(number: &str, named: Paragraph) -> Vec<PageBlock> {
    let label = styles::PART.line(format!("{PART_LABEL}\u{a0}{number}"));
    vec![PageBlock::Paragraph(label), PageBlock::Paragraph(named)]
}

fn part_title(spans: &[Span], area: Area) -> Paragraph {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let widest = title::widest(area.width);
    centred::in_capitals(&styles::PART_TITLE, &title::held(&text), widest).paragraph
}

fn heading(level: Level, number: &str, title: Vec<Span>) -> Paragraph {
    let spans = numbered(level, number, title);
    match level {
        Level::Part | Level::Section => set(&styles::SECTION_HEADING, in_capitals(spans)),
        Level::Article => set(&styles::ARTICLE_HEADING, spans),
        Level::Clause => set(&styles::CLAUSE_HEADING, spans),
        Level::Point => set(&styles::POINT_HEADING, spans),
    }
}

fn clause(level: Level, number: &str, text: Vec<Span>) -> Paragraph {
    let role = match level {
        Level::Article => &styles::ARTICLE,
        Level::Part | Level::Section | Level::Clause => &styles::CLAUSE,
        Level::Point => &styles::POINT,
    };
    set(role, numbered(level, number, text))
}

/// A text after its number. Of an article the number is bold even where the text is not (ND-05).
fn numbered(level: Level, number: &str, text: Vec<Span>) -> Vec<Span> {
    let label = match level {
        Level::Article => format!("{ARTICLE_LABEL} {number}{} ", level.mark()),
        Level::Part | Level::Section | Level::Clause | Level::Point => format!("{number}{} ", level.mark()),
    };
    behind(Span { is_bold: level == Level::Article, ..Span::plain(label) }, text)
}

fn behind(label: Span, mut text: Vec<Span>) -> Vec<Span> {
    match text.first_mut() {
        Some(first) if (first.is_bold, first.is_italic) == (label.is_bold, label.is_italic) => {
            first.text.insert_str(0, &label.text);
        }
        _ => text.insert(0, label),
    }
    text
}

fn in_capitals(spans: Vec<Span>) -> Vec<Span> {
    spans.into_iter().map(|span| Span { text: upper(&span.text), ..span }).collect()
}

/// A paragraph of a role; bold or italic that the role already has is not repeated.
fn set(role: &StyleRole, spans: Vec<Span>) -> Paragraph {
    let mut runs: Vec<Run> = Vec::new();
    for span in spans {
        let is_bold = span.is_bold && !role.is_bold();
        let is_italic = span.is_italic && !role.is_italic();
        match runs.last_mut() {
            Some(run) if run.is_bold == is_bold && run.is_italic == is_italic => run.text.push_str(&span.text),
            _ => runs.push(Run { text: span.text, is_bold, is_italic, ..Run::default() }),
        }
    }
    role.paragraph(hold_together(runs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::layout::page::PaperSheet;
    use crate::document::types::Content;

    fn paragraphs(body: &[Block]) -> Vec<Paragraph> {
        let blocks = blocks(body.to_vec(), PaperSheet::Upright.area()).into_iter();
        blocks.filter_map(|block| if let PageBlock::Paragraph(set) = block { Some(set) } else { None }).collect()
    }

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
    fn each_level_of_the_outline_has_its_mark_and_style() {
        let heading =
            |level, number: &str| Block::Heading { level, number: number.into(), title: plain("Mục đích") };
        let clause = |level, number: &str| Block::Clause { level, number: number.into(), text: plain("Rà soát.") };
        let body = [
            heading(Level::Part, "I"),
            heading(Level::Section, "I"),
            heading(Level::Article, "1"),
            heading(Level::Clause, "1"),
            heading(Level::Point, "a"),
            clause(Level::Article, "2"),
            clause(Level::Clause, "2"),
            clause(Level::Point, "đ"),
            Block::Dash(plain("Các thôn.")),
            Block::Note(plain("Ghi chú: số liệu quý II.")),
        ];
        let set: Vec<(String, &str)> = paragraphs(&body).iter().map(|set| (text(set), set.style)).collect();
        let expected = [
            ("Phần\u{a0}I", "VBPhan"),
            ("MỤC ĐÍCH", "VBTenPhan"),
            ("I. MỤC ĐÍCH", "VBMuc"),
            ("Điều\u{a0}1. Mục đích", "VBDieuCoTieuDe"),
            ("1. Mục đích", "VBKhoanCoTieuDe"),
            ("a) Mục đích", "VBDiemCoTieuDe"),
            ("Điều\u{a0}2. Rà soát.", "VBDieu"),
            ("2. Rà soát.", "VBKhoan"),
            ("đ) Rà soát.", "VBDiem"),
            ("- Các thôn.", "VBGachDauDong"),
            ("Ghi chú: số liệu quý\u{a0}II.", "VBBangGhiChu"),
        ];
        assert_eq!(set, expected.map(|(text, style)| (text.to_owned(), style)));
    }

    #[test]
    fn bold_that_the_role_has_is_not_repeated() {
        let bold = Span { is_bold: true, ..Span::plain("Mục đích") };
        let in_heading = heading(Level::Clause, "1", vec![bold.clone()]);
        let Content::Text(runs) = &in_heading.content else { panic!("a heading is text") };
        assert_eq!(runs.iter().map(|run| run.is_bold).collect::<Vec<_>>(), [false]);
        let in_text = paragraphs(&[Block::Paragraph(vec![bold, Span::plain(": rõ.")])]).remove(0);
        let Content::Text(runs) = &in_text.content else { panic!("a paragraph is text") };
        assert_eq!(runs.iter().map(|run| run.is_bold).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn only_the_number_of_an_untitled_article_is_bold() {
        let article = Block::Clause { level: Level::Article, number: "1".into(), text: plain("Ban hành kèm theo.") };
        let runs = match &paragraphs(&[article])[0].content {
            Content::Text(runs) => runs.iter().map(|run| (run.text.clone(), run.is_bold)).collect::<Vec<_>>(),
            Content::Rule { .. } => vec![],
        };
        assert_eq!(runs, [("Điều\u{a0}1. ".to_owned(), true), ("Ban hành kèm theo.".to_owned(), false)]);
    }
}
