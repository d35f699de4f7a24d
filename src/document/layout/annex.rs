//! An annex: pages of its own, its head, and its content.
//!
//! Owns the head of an annex (PL-02 to PL-07) and its orientation. Must not know the document that it belongs to. Its
//! sections follow those of the document.

use crate::decree::figures::ANNEX_LABEL;
use crate::document::types::{PageBlock, PageSection, Paragraph};
use crate::draft::{Annex, Block, Orientation, Table};
use crate::units::Mm;

use super::centred::in_capitals;
use super::page::PaperSheet;
use super::table_letters::TableMeasures;
use super::{TEXT_WIDTH, body, reference, styles, title};

/// The annex's section.
pub(super) fn section(mut annex: Annex) -> PageSection {
    let mut measured = Vec::new();
    let sheet = sheet(&mut annex, &mut measured);
    let area = sheet.area();
    let head = head(&annex, area.width).into_iter().map(PageBlock::Paragraph);
    PageSection { page: sheet.page(), blocks: head.chain(body::blocks_with(annex.body, area, measured)).collect() }
}

/// `Phụ lục`, title, reference and drawn line, from top to bottom.
fn head(annex: &Annex, column: Mm) -> Vec<Paragraph> {
    let label = match &annex.number {
        Some(number) => format!("{ANNEX_LABEL} {number}"),
        None => ANNEX_LABEL.to_owned(),
    };
    let title = in_capitals(&styles::ANNEX_TITLE, &title::held(&annex.title), title::widest(column));
    let mut paragraphs = vec![styles::ANNEX_LABEL.line(label), title.paragraph];
    paragraphs.extend(reference::paragraphs(&annex.reference, column));
    paragraphs
}

/// The orientation set in the template; else landscape where one of its tables needs it. The measures of tables made for
/// this decision are kept.
fn sheet(annex: &mut Annex, measured: &mut Vec<TableMeasures>) -> PaperSheet {
    let mut is_at_ease = |table: &mut Table| {
        let table = TableMeasures::of(table);
        let is_at_ease = table.is_at_ease(TEXT_WIDTH);
        measured.push(table);
        is_at_ease
    };
    match annex.orientation {
        Orientation::Portrait => PaperSheet::Upright,
        Orientation::Auto if tables(&mut annex.body).all(&mut is_at_ease) => PaperSheet::Upright,
        Orientation::Auto | Orientation::Landscape => PaperSheet::Lying,
    }
}

fn tables(body: &mut [Block]) -> impl Iterator<Item = &mut Table> {
    body.iter_mut().filter_map(|piece| match piece {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::types::Content;
    use crate::draft::{ColumnContent, DateLine, Reference, TableColumn, TableRow};

    fn annex(number: Option<&str>, orientation: Orientation, columns: usize) -> Annex {
        let column = TableColumn::new("Đơn vị phối hợp", ColumnContent::Text);
        let cell = vec!["Các thôn; Đoàn Thanh niên xã; Hội Phụ nữ xã".to_owned()];
        Annex {
            number: number.map(str::to_owned),
            title: "Bảng phân công nhiệm vụ năm 2026".into(),
            reference: Reference {
                document: "Kế hoạch".into(),
                number: None,
                symbol: "KH-UBND".into(),
                date: DateLine::Open { year: Some(2026) },
                issuer: "Ủy ban nhân dân xã Sơn Hòa".into(),
            },
            orientation,
            body: vec![Block::Table(Table {
                columns: vec![column; columns],
                rows: vec![TableRow::Cells(vec![cell; columns])],
            })],
        }
    }

    #[test]
    fn the_head_has_word_title_reference_and_line() {
        let texts = |number| -> Vec<String> {
            let section = section(annex(number, Orientation::Landscape, 3));
            let paragraphs = section.blocks.into_iter().filter_map(|block| match block {
                PageBlock::Paragraph(Paragraph { content: Content::Text(runs), .. }) => Some(runs),
                _ => None,
            });
            paragraphs.map(|runs| runs.into_iter().map(|run| run.text).collect()).collect()
        };
        let alone = texts(None);
        assert_eq!(alone[..2], ["Phụ lục", "BẢNG PHÂN CÔNG NHIỆM VỤ NĂM\u{a0}2026"]);
        assert!(alone[2].starts_with("(Kèm theo Kế hoạch số ") && alone.len() == 3);
        assert_eq!(texts(Some("II"))[0], "Phụ lục II");
    }

    #[test]
    fn the_template_or_a_table_decides_the_orientation() {
        let sheet = |orientation, columns| sheet(&mut annex(None, orientation, columns), &mut Vec::new());
        assert_eq!(sheet(Orientation::Auto, 3), PaperSheet::Upright);
        assert_eq!(sheet(Orientation::Auto, 7), PaperSheet::Lying);
        assert_eq!(sheet(Orientation::Portrait, 7), PaperSheet::Upright);
        assert_eq!(sheet(Orientation::Landscape, 1), PaperSheet::Lying);
    }
}
