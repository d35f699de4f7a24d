//! Lays a draft out: page, styles, and the components from the top of the page down.
//!
//! Owns the order of the page and what is beside what. Must not know where the words come from, nor Word's XML. Its
//! output is the [`Document`] that `docx` writes.

mod addressees;
mod annex;
mod attached;
mod body;
mod centred;
mod closing;
mod column_need;
mod columns;
mod dashes;
mod date_line;
mod drawn_line;
mod enacting;
mod figure;
mod head;
mod keeping;
mod lowering;
mod measured_text;
mod needs;
mod non_breaking;
mod number_columns;
mod page;
mod picture;
mod reference;
mod row_height;
mod styles;
mod table;
mod table_header;
mod table_letters;
mod table_text;
mod table_total;
mod title;
mod width_exchange;

use crate::decree::figures;
use crate::draft::{Draft, DraftForm};
use crate::units::Mm;

use super::types::{Document, PageBlock, PageSection, Paragraph, Properties, Style};
use page::PaperSheet;

/// Width between the side margins in portrait.
const TEXT_WIDTH: Mm = Mm(figures::PAGE_WIDTH.0 - figures::LEFT_MARGIN.chosen.0 - figures::RIGHT_MARGIN.chosen.0);

/// Lays out a draft by the decree. Cannot fail: every text gets a page.
///
/// # Examples
/// ```
/// use vanthu::draft::{Block, DateLine, Draft, DraftForm, Head, Signature, Span};
///
/// let document = vanthu::document::lay_out(Draft {
///     form: DraftForm::Named,
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
///     signature: Signature {
///         lines: vec!["TM. Ủy ban nhân dân".into()],
///         agency_position: None,
///         name: "Trần Thị Bình".into(),
///     },
///     attached: None,
///     annexes: vec![],
/// });
/// assert_eq!(document.properties.title, "Kế hoạch phát triển văn hóa đọc");
/// ```
#[must_use]
pub fn lay_out(mut draft: Draft) -> Document {
    let mut sections = vec![own_section(&mut draft)];
    if let Some(mut text) = draft.attached.take() {
        sections.push(attached::section(&mut text));
        sections.extend(text.annexes.into_iter().map(annex::section));
    }
    sections.extend(std::mem::take(&mut draft.annexes).into_iter().map(annex::section));
    Document { properties: properties(&draft), styles: styles(&draft, &sections), sections }
}

/// The document's own pages, with the signature.
fn own_section(draft: &mut Draft) -> PageSection {
    let sheet = PaperSheet::Upright;
    let letter_subject = (draft.form == DraftForm::Letter).then_some(draft.subject.as_str());
    let mut blocks = vec![PageBlock::Grid(head::grid(&draft.head, letter_subject))];
    let titles = match draft.form {
        DraftForm::Named => title::paragraphs(&draft.title, &draft.subject),
        DraftForm::Letter => Vec::new(),
    };
    let addressees = addressees::paragraphs(&draft.addressees);
    let decider = draft.enacting.as_ref().map(enacting::decider);
    blocks.extend(titles.into_iter().chain(addressees).chain(decider).map(PageBlock::Paragraph));
    let mut text: Vec<PageBlock> = body::grounds(&draft.grounds).collect();
    text.extend(draft.enacting.as_ref().map(enacting::word).map(PageBlock::Paragraph));
    text.extend(body::blocks(std::mem::take(&mut draft.body), sheet.area()));
    keeping::keep_with_signature(&mut text);
    if let [PageBlock::Paragraph(first), ..] = text.as_mut_slice() {
        first.overrides.before = addressees::gap_below(&draft.addressees);
    }
    blocks.extend(text);
    blocks.push(PageBlock::Grid(closing::grid(&draft.recipients, &draft.signature)));
    PageSection { page: sheet.page(), blocks }
}

fn styles(draft: &Draft, sections: &[PageSection]) -> Vec<Style> {
    let mut styles = styles::of_document(&used_styles(sections));
    addressees::indent(&mut styles, &draft.addressees);
    styles
}

/// The styles of all paragraphs.
fn used_styles(sections: &[PageSection]) -> Vec<&str> {
    let mut used: Vec<&str> = Vec::new();
    each_paragraph(sections, |paragraph| {
        // They are few, and most often one of the last: a plain search is faster than a set. A style listed twice does no
        // harm.
        if !used.iter().rev().any(|known| std::ptr::eq(*known, paragraph.style)) {
            used.push(paragraph.style);
        }
    });
    used
}

/// Calls `take` with every paragraph of all blocks, in order.
fn each_paragraph<'a>(sections: &'a [PageSection], mut take: impl FnMut(&'a Paragraph)) {
    for block in sections.iter().flat_map(|section| &section.blocks) {
        match block {
            PageBlock::Paragraph(paragraph) => take(paragraph),
            PageBlock::Grid(grid) => {
                grid.rows.iter().flat_map(|row| row.cells.iter().flatten()).for_each(&mut take);
            }
            PageBlock::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.flat_map(|cell| &cell.paragraphs).for_each(&mut take);
            }
            PageBlock::Picture(picture) => take(&picture.paragraph),
        }
    }
}

fn properties(draft: &Draft) -> Properties {
    let title = title::in_running_text(&draft.title, &draft.subject);
    Properties { source: String::new(), title, language: "vi-VN".to_owned() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::document::types::PageBlock;
    use crate::draft::{
        Annex, Attached, Block, ColumnContent, DateLine, Enacting, Head, Level, Orientation, Reference, Signature,
        Span, Table, TableColumn, TableRow,
    };

    fn draft() -> Draft {
        Draft {
            form: DraftForm::Named,
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
            signature: Signature {
                lines: vec!["Trưởng phòng".into()],
                agency_position: None,
                name: "Trần Thị Bình".into(),
            },
            attached: None,
            annexes: vec![],
        }
    }

    /// A decision with all parts that a document may have.
    fn decision() -> Draft {
        let reference = Reference {
            document: "Quyết định".into(),
            number: None,
            symbol: "QĐ-UBND".into(),
            date: DateLine::Open { year: Some(2026) },
            issuer: "Ủy ban nhân dân xã Sơn Hòa".into(),
        };
        let table = Block::Table(Table {
            columns: vec![TableColumn::new("STT", ColumnContent::Ordinal)],
            rows: vec![TableRow::Group("I. Tuyên truyền".into()), TableRow::Cells(vec![vec!["1".into()]])],
        });
        let annex = |orientation, body| Annex {
            number: Some("I".into()),
            title: "Bảng phân công".into(),
            reference: reference.clone(),
            orientation,
            body,
        };
        let title = vec![Span::plain("Mục đích")];
        let step = |level| Block::Heading { level, number: "1".into(), title: title.clone() };
        let article = Block::Clause { level: Level::Article, number: "1".into(), text: title.clone() };
        Draft {
            addressees: vec!["Sở Tài chính".into(), "Sở Y tế".into()],
            enacting: Some(Enacting { decider: "Ủy ban nhân dân xã".into(), word: "Quyết định".into() }),
            body: vec![article, step(Level::Article), table.clone()],
            attached: Some(Attached {
                superior_body: None,
                issuing_body: vec!["Ủy ban nhân dân".into(), "xã Sơn Hòa".into()],
                title: "Kế hoạch".into(),
                subject: "Phát triển văn hóa đọc".into(),
                reference: reference.clone(),
                body: vec![step(Level::Part), step(Level::Section)],
                annexes: vec![annex(Orientation::Landscape, vec![table.clone(), table.clone()])],
            }),
            annexes: vec![annex(Orientation::Auto, vec![table])],
            ..draft()
        }
    }

    fn paragraphs_of(section: &PageSection) -> Vec<&str> {
        let mut styles = Vec::new();
        each_paragraph(std::slice::from_ref(section), |paragraph| styles.push(paragraph.style));
        styles
    }

    #[test]
    fn every_style_used_is_listed() {
        for document in [lay_out(draft()), lay_out(decision())] {
            let listed: BTreeSet<&str> = document.styles.iter().map(|style| style.id).collect();
            each_paragraph(&document.sections, |paragraph| assert!(listed.contains(paragraph.style)));
            assert!(document.sections.iter().all(|section| listed.contains(section.page.page_number_style)));
        }
    }

    #[test]
    fn a_document_lists_no_style_of_parts_that_it_does_not_have() {
        let styles = lay_out(draft()).styles;
        assert!(styles.iter().all(|style| !style.name.contains("Bảng") && !style.name.contains("Phụ lục")));
    }

    #[test]
    fn a_decision_has_its_two_lines_around_the_grounds() {
        let document = lay_out(decision());
        let styles = paragraphs_of(&document.sections[0]);
        let at = |id| styles.iter().position(|style| *style == id).expect("the style is used");
        let order =
            ["VBDuongKeTrichYeu", "VBKinhGuiNhieuNoi", "VBThamQuyenBanHanh", "VBCanCu", "VBQuyetDinh", "VBDieu"];
        assert!(order.map(at).is_sorted());
    }

    #[test]
    fn attached_texts_and_annexes_have_their_own_pages_without_a_signature() {
        let sections = lay_out(decision()).sections;
        let widths: Vec<f64> = sections.iter().map(|section| section.page.width.0).collect();
        assert_eq!(widths, [210.0, 210.0, 297.0, 210.0]);
        let firsts: Vec<&str> = sections.iter().map(|section| paragraphs_of(section)[0]).collect();
        assert_eq!(firsts, ["VBCoQuanChuQuan", "VBCoQuanBanHanh", "VBPhuLuc", "VBPhuLuc"]);
        for section in &sections[1..] {
            let styles = paragraphs_of(section);
            assert!(["VBHoTen", "VBNoiNhan", "VBSoKyHieu", "VBDiaDanhThoiGian"].iter().all(|id| !styles.contains(id)));
        }
    }

    #[test]
    fn no_two_tables_touch() {
        for section in lay_out(decision()).sections {
            let touch = |pair: &[PageBlock]| pair.iter().all(|block| !matches!(block, PageBlock::Paragraph(_)));
            assert!(!section.blocks.windows(2).any(touch));
        }
    }

    #[test]
    fn grids_fill_the_text_width_and_no_cell_is_empty() {
        for block in lay_out(draft()).sections.remove(0).blocks {
            let PageBlock::Grid(grid) = block else { continue };
            let width: f64 = grid.columns.iter().map(|column| column.0).sum();
            assert!((width - TEXT_WIDTH.0).abs() < 1e-9);
            for row in &grid.rows {
                assert_eq!(row.cells.len(), grid.columns.len());
                assert!(row.cells.iter().all(|cell| !cell.is_empty()));
            }
        }
    }

    #[test]
    fn an_empty_draft_has_a_page() {
        let nothing = Draft {
            form: DraftForm::Named,
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
            signature: Signature { lines: vec![], agency_position: None, name: String::new() },
            attached: None,
            annexes: vec![],
        };
        assert_eq!(lay_out(nothing).properties.title, "");
    }

    #[test]
    fn the_same_draft_gives_the_same_document() {
        assert_eq!(lay_out(draft()), lay_out(draft()));
    }

    /// A plan and its table, of texts that come again in other papers, in other letters and widths.
    fn of_texts(texts: &[String]) -> Draft {
        let text = |at: usize| texts[at % texts.len()].clone();
        let columns = [text(0), text(1), text(2)].map(|heading| TableColumn::new(heading, ColumnContent::Text));
        let row = |at: usize| TableRow::Cells((at..at + 3).map(|at| vec![text(at)]).collect());
        let table = Table { columns: columns.into(), rows: (0..texts.len()).map(row).collect() };
        let plain = texts.iter().map(|text| Block::Paragraph(vec![Span::plain(text)]));
        Draft {
            title: text(0),
            subject: text(1),
            recipients: texts.to_vec(),
            body: plain.chain([Block::Table(table)]).collect(),
            ..draft()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn a_paper_is_the_same_whatever_was_set_before(
            papers in prop::collection::vec(
                prop::collection::vec("[A-Zđưỡệ]{1,4}( [a-zđưỡệ]{1,7}| - | số 5| năm 2026){0,30}|Phòng Kinh tế|", 1..6), 1..6,
            ),
        ) {
            for texts in papers {
                let own = of_texts(&texts);
                let alone = own.clone();
                // A thread of its own knows no earlier paper.
                let alone = std::thread::spawn(move || lay_out(alone)).join().expect("laying out does not fail");
                // Results are kept from the second time on.
                for _ in 0..3 {
                    prop_assert_eq!(&lay_out(own.clone()), &alone);
                }
            }
        }
    }
}
