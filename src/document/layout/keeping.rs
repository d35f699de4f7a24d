//! Decides what is kept on one page with what follows it.
//!
//! Owns how much of a body's end is kept with the signature, and the gaps between a table and its neighbours. Must not
//! know words or looks. It changes some of the blocks of `body`.

use crate::decree::figures::PARAGRAPH_GAP;
use crate::document::types::{Content, PageBlock, Paragraph};

use super::styles;
use super::table_total::keep_with_next;

/// Keeps the signature from being alone on a page: it could be put under any text.
///
/// The last paragraph is kept with it and nothing before it, or the page before would end far too early; of a table, the
/// last row.
pub(super) fn keep_with_signature(blocks: &mut Vec<PageBlock>) {
    match blocks.as_mut_slice() {
        [] | [.., PageBlock::Grid(_)] => {}
        [.., PageBlock::Paragraph(last)] => last.overrides.keep_next = true,
        [.., PageBlock::Picture(picture)] => picture.paragraph.overrides.keep_next = true,
        [.., PageBlock::Table(table)] => {
            table.rows.last_mut().into_iter().for_each(keep_with_next);
            blocks.push(kept_gap());
        }
    }
}

/// Adds a gap above each table that follows something, and keeps the paragraph above a table or a picture with it; a
/// note belongs to the table above it.
pub(super) fn around_tables(blocks: Vec<PageBlock>) -> Vec<PageBlock> {
    let mut spaced: Vec<PageBlock> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if let (PageBlock::Picture(_), Some(PageBlock::Paragraph(introduction))) = (&block, spaced.last_mut()) {
            introduction.overrides.keep_next = true;
        }
        if matches!(block, PageBlock::Table(_)) {
            match spaced.last_mut() {
                Some(PageBlock::Paragraph(note)) if is_note(note) => {
                    spaced.push(PageBlock::Paragraph(gap_below_note()));
                }
                Some(PageBlock::Paragraph(introduction)) => {
                    introduction.overrides.keep_next = true;
                    spaced.push(kept_gap());
                }
                Some(PageBlock::Table(_) | PageBlock::Picture(_)) => spaced.push(PageBlock::Paragraph(gap())),
                _ => {}
            }
        }
        if let (PageBlock::Paragraph(paragraph), Some(PageBlock::Table(table))) = (&block, spaced.last_mut())
            && is_note(paragraph)
        {
            // Only the first note keeps the last row with it: several would drag it to the next page.
            table.rows.last_mut().into_iter().for_each(keep_with_next);
        }
        spaced.push(block);
    }
    spaced
}

fn is_note(paragraph: &Paragraph) -> bool {
    paragraph.style == styles::TABLE_NOTE.id
}

/// Keeps words that introduce what follows, "như sau:", with it.
pub(super) fn lead_ins(blocks: &mut [PageBlock]) {
    let last = blocks.len().saturating_sub(1);
    for block in &mut blocks[..last] {
        if let PageBlock::Paragraph(paragraph) = block
            && let Content::Text(runs) = &paragraph.content
            && runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'))
        {
            paragraph.overrides.keep_next = true;
        }
    }
}

fn kept_gap() -> PageBlock {
    let mut gap = gap();
    gap.overrides.keep_next = true;
    PageBlock::Paragraph(gap)
}

/// The gap between a note and the next table, larger than that between the note and its own table.
fn gap_below_note() -> Paragraph {
    let mut gap = gap();
    gap.overrides.before = Some(PARAGRAPH_GAP);
    gap
}

fn gap() -> Paragraph {
    styles::TABLE_GAP.line("")
}

#[cfg(test)]
mod tests {
    use super::super::body;
    use super::super::page::PaperSheet;
    use super::*;
    use crate::chart::{Bar, Chart};
    use crate::draft::{Block, ColumnContent, Span, Table, TableColumn, TableRow};

    fn table() -> Block {
        Block::Table(Table {
            columns: vec![TableColumn::new("Nội dung", ColumnContent::Text)],
            rows: vec![TableRow::Cells(vec![vec!["Rà soát".into()]]), TableRow::Cells(vec![vec![]])],
        })
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Span::plain(text)])
    }

    /// The keep settings of each block; for a table, those of its rows in order.
    fn kept(body: &[Block]) -> Vec<Vec<bool>> {
        let mut blocks = body::blocks(body.to_vec(), PaperSheet::Upright.area());
        keep_with_signature(&mut blocks);
        let is_kept = |paragraph: &Paragraph| paragraph.overrides.keep_next;
        let kept = |block: &PageBlock| match block {
            PageBlock::Paragraph(paragraph) => vec![is_kept(paragraph)],
            PageBlock::Table(table) => {
                table.rows.iter().map(|row| row.cells.iter().flat_map(|cell| &cell.paragraphs).all(is_kept)).collect()
            }
            PageBlock::Picture(picture) => vec![is_kept(&picture.paragraph)],
            PageBlock::Grid(_) => vec![],
        };
        blocks.iter().map(kept).collect()
    }

    #[test]
    fn only_the_last_paragraph_is_kept_with_the_signature() {
        let long = paragraph(&"Nâng cao nhận thức của Nhân dân về vai trò của sách. ".repeat(5));
        let flat = |body: &[Block]| kept(body).concat();
        assert_eq!(flat(&[long.clone(), long.clone(), long.clone()]), [false, false, true]);
        assert_eq!(flat(&[long.clone(), long, paragraph("Ngắn./.")]), [false, false, true]);
        assert!(kept(&[]).is_empty());
    }

    #[test]
    fn the_last_row_of_a_last_table_is_kept_with_the_signature_across_the_gap() {
        assert_eq!(kept(&[table()]), [vec![false, false, true], vec![true]]);
    }

    #[test]
    fn an_introduction_is_kept_with_its_table_and_tables_do_not_touch() {
        let blocks = [paragraph("Danh mục như sau:"), table(), table(), paragraph("Hết./.")];
        let rows = vec![false; 3];
        assert_eq!(kept(&blocks), [vec![true], vec![true], rows.clone(), vec![false], rows, vec![true]]);
    }

    #[test]
    fn a_picture_is_kept_with_its_introduction_and_with_the_signature() {
        let bar = Bar { label: "Thôn Đông".into(), percent: None, text: "—".into() };
        let picture = Block::Picture(Chart { title: String::new(), bars: vec![bar] });
        let blocks = [paragraph("Tỷ lệ theo thôn."), picture.clone(), table(), picture];
        let rows = vec![false; 3];
        assert_eq!(kept(&blocks), [vec![true], vec![false], vec![false], rows, vec![true]]);
    }

    #[test]
    fn notes_are_kept_with_the_table_above_them_and_not_with_the_one_below() {
        let note = Block::Note(vec![Span::plain("Ghi chú: số liệu đến ngày 30/6/2026.")]);
        let body = [table(), note.clone(), note, table(), paragraph("Hết./.")];
        let noted = vec![false, false, true];
        assert_eq!(kept(&body), [noted, vec![false], vec![false], vec![false], vec![false; 3], vec![true]]);
    }

    #[test]
    fn introducing_words_are_kept_with_what_follows() {
        let long = paragraph(&"Nâng cao nhận thức của Nhân dân về vai trò của sách. ".repeat(5));
        let body = [paragraph("Kế hoạch như sau:"), long.clone(), long.clone(), long];
        assert_eq!(kept(&body).concat(), [true, false, false, true]);
    }
}
