//! From what a document says to how it looks: page, styles, and the components from the top of the sheet down.
//!
//! Owns the order of the page and what stands beside what. Must not know where the words came from, nor Word's XML.
//! Its output is the [`Document`] that `docx` writes.

mod body;
mod centred;
mod closing;
mod date_line;
mod drawn_line;
mod head;
mod non_breaking;
mod styles;
mod title;

use crate::decree::figures;
use crate::draft::Draft;
use crate::units::Mm;

use super::types::{Block, Document, Page, Properties, Section};

/// Width between the side margins.
const TEXT_WIDTH: Mm = Mm(figures::PAGE_WIDTH.0 - figures::LEFT_MARGIN.chosen.0 - figures::RIGHT_MARGIN.chosen.0);

/// Gives a draft the form of the decree. Cannot fail: whatever the words, there is a page for them.
///
/// # Examples
/// ```
/// use vanthu::draft::{Block, DateLine, Draft, Head, Signature, Span};
///
/// let document = vanthu::document::lay_out(&Draft {
///     head: Head {
///         superior_body: None,
///         issuing_body: vec!["Ủy ban nhân dân".into(), "xã Sơn Hòa".into()],
///         number: None,
///         symbol: "KH-UBND".into(),
///         place: "Sơn Hòa".into(),
///         date: DateLine::Open { year: Some(2026) },
///     },
///     title: "Kế hoạch".into(),
///     subject: "Phát triển văn hóa đọc".into(),
///     addressees: vec![],
///     enacting: None,
///     grounds: vec![],
///     body: vec![Block::Paragraph(vec![Span::plain("Thực hiện như sau./.")])],
///     recipients: vec!["Các thôn".into(), "Lưu: VT".into()],
///     signature: Signature { lines: vec!["TM. Ủy ban nhân dân".into()], name: "Trần Thị Bình".into() },
///     attached: None,
///     annexes: vec![],
/// });
/// assert_eq!(document.properties.title, "Kế hoạch phát triển văn hóa đọc");
/// ```
#[must_use]
pub fn lay_out(draft: &Draft) -> Document {
    let mut blocks = vec![Block::Grid(head::grid(&draft.head))];
    blocks.extend(title::paragraphs(&draft.title, &draft.subject).into_iter().map(Block::Paragraph));
    blocks.extend(body::paragraphs(&draft.grounds, &draft.body).into_iter().map(Block::Paragraph));
    blocks.push(Block::Grid(closing::grid(&draft.recipients, &draft.signature)));
    Document { properties: properties(draft), styles: styles::all(), sections: vec![Section { page: page(), blocks }] }
}

fn properties(draft: &Draft) -> Properties {
    Properties { title: title::in_running_text(&draft.title, &draft.subject), language: "vi-VN".to_owned() }
}

fn page() -> Page {
    Page {
        width: figures::PAGE_WIDTH,
        height: figures::PAGE_HEIGHT,
        top: figures::TOP_MARGIN.chosen,
        right: figures::RIGHT_MARGIN.chosen,
        bottom: figures::BOTTOM_MARGIN.chosen,
        left: figures::LEFT_MARGIN.chosen,
        header_distance: figures::PAGE_NUMBER_DISTANCE,
        page_number_style: styles::PAGE_NUMBER.id,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::document::types::{Block as Set, Paragraph};
    use crate::draft::{Block, DateLine, Head, Level, Signature, Span};

    fn draft() -> Draft {
        Draft {
            head: Head {
                superior_body: Some("UBND xã Sơn Hòa".into()),
                issuing_body: vec!["Phòng Văn hóa - Xã hội".into()],
                number: None,
                symbol: "CTr-VHXH".into(),
                place: "Sơn Hòa".into(),
                date: DateLine::Open { year: Some(2026) },
            },
            title: "Chương trình hành động".into(),
            subject: "Phát triển văn hóa đọc 6 tháng đầu năm 2026".into(),
            addressees: vec![],
            enacting: None,
            grounds: vec!["Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019.".into()],
            body: vec![
                Block::Heading { level: Level::Section, number: "I".into(), title: vec![Span::plain("Mục đích")] },
                Block::Clause { level: Level::Clause, number: "1".into(), text: vec![Span::plain("Rà soát./.")] },
            ],
            recipients: vec!["Các thôn".into(), "Lưu: VT, VHXH".into()],
            signature: Signature { lines: vec!["Trưởng phòng".into()], name: "Trần Thị Bình".into() },
            attached: None,
            annexes: vec![],
        }
    }

    fn paragraphs(document: &Document) -> Vec<&Paragraph> {
        let mut all = Vec::new();
        for block in document.sections.iter().flat_map(|section| &section.blocks) {
            match block {
                Set::Paragraph(paragraph) => all.push(paragraph),
                Set::Table(table) => {
                    let cells = table.rows.iter().flat_map(|row| &row.cells);
                    all.extend(cells.flat_map(|cell| &cell.paragraphs));
                }
                Set::Grid(grid) => all.extend(grid.rows.iter().flat_map(|row| row.cells.iter().flatten())),
            }
        }
        all
    }

    #[test]
    fn every_style_used_is_listed() {
        let document = lay_out(&draft());
        let listed: BTreeSet<&str> = document.styles.iter().map(|style| style.id).collect();
        assert!(paragraphs(&document).iter().all(|paragraph| listed.contains(paragraph.style)));
        assert!(document.sections.iter().all(|section| listed.contains(section.page.page_number_style)));
    }

    #[test]
    fn grids_fill_the_text_width_and_no_cell_is_empty() {
        for block in lay_out(&draft()).sections.remove(0).blocks {
            let Set::Grid(grid) = block else { continue };
            let width: f64 = grid.columns.iter().map(|column| column.0).sum();
            assert!((width - TEXT_WIDTH.0).abs() < 1e-9);
            for row in &grid.rows {
                assert_eq!(row.cells.len(), grid.columns.len());
                assert!(row.cells.iter().all(|cell| !cell.is_empty()));
            }
        }
    }

    #[test]
    fn a_draft_of_nothing_has_a_page_too() {
        let nothing = Draft {
            head: Head {
                superior_body: None,
                issuing_body: vec![],
                symbol: String::new(),
                place: String::new(),
                ..draft().head
            },
            title: String::new(),
            subject: String::new(),
            addressees: vec![],
            enacting: None,
            grounds: vec![],
            body: vec![],
            recipients: vec![],
            signature: Signature { lines: vec![], name: String::new() },
            attached: None,
            annexes: vec![],
        };
        assert_eq!(lay_out(&nothing).properties.title, "");
    }

    #[test]
    fn the_same_draft_gives_the_same_document() {
        assert_eq!(lay_out(&draft()), lay_out(&draft()));
    }
}
