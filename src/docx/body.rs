//! The body: the sections in order, each with its blocks and the page that they stand on.
//!
//! Owns what keeps tables apart and what ends a section. Must not know how a block or a page is written. Its output is
//! set on docx-rs's document.

use docx_rs as word;

use super::grid::grid;
use super::page::{page_number, section};
use super::paragraph::{hairline, paragraph};
use super::picture;
use super::table::table;
use crate::document::{Block, Document, Style};

/// The document with all its sections, and the one header that they share: its style is that of the first.
///
/// # Panics
/// When the document has no section: the layout gives at least one.
pub(super) fn with_sections(mut docx: word::Docx, document: &Document) -> word::Docx {
    let styles = &document.styles;
    let (last, earlier) = document.sections.split_last().expect("a document has a section");
    for section in earlier {
        let content = ended(content(&section.blocks, styles), self::section(&section.page));
        docx.document.children.extend(content);
    }
    docx.document.children.extend(content(&last.blocks, styles));
    docx.document.section_property = section(&last.page);
    docx.header(word::Header::new().add_paragraph(page_number(document.sections[0].page.page_number_style, styles)))
}

/// The blocks in order. Word melts two tables that touch into one, and wants a paragraph at the end of a section.
fn content(blocks: &[Block], styles: &[Style]) -> Vec<word::DocumentChild> {
    let mut content: Vec<word::DocumentChild> = Vec::with_capacity(blocks.len() + 1);
    for child in blocks.iter().filter_map(|block| child(block, styles)) {
        if is_table(&child) && content.last().is_some_and(is_table) {
            content.push(as_child(hairline(styles).keep_next(true)));
        }
        content.push(child);
    }
    if content.last().is_none_or(is_table) {
        content.push(as_child(hairline(styles)));
    }
    content
}

/// The content whose last paragraph ends a section. That paragraph is never one more than the content needs: an empty
/// one behind a full page would make a blank page.
fn ended(mut content: Vec<word::DocumentChild>, section: word::SectionProperty) -> Vec<word::DocumentChild> {
    let Some(word::DocumentChild::Paragraph(last)) = content.last_mut() else {
        panic!("the content of a section ends with a paragraph");
    };
    last.property.section_property = Some(section);
    content
}

/// The block for Word; `None` where it would be a table of nothing.
fn child(block: &Block, styles: &[Style]) -> Option<word::DocumentChild> {
    let table = match block {
        Block::Paragraph(content) => return Some(as_child(paragraph(content, styles))),
        Block::Grid(content) => grid(content, styles),
        Block::Table(content) => table(content),
        Block::Picture(content) => return Some(as_child(picture::place(content, styles))),
    };
    table.map(|table| word::DocumentChild::Table(Box::new(table)))
}

fn as_child(paragraph: word::Paragraph) -> word::DocumentChild {
    word::DocumentChild::Paragraph(Box::new(paragraph))
}

fn is_table(child: &word::DocumentChild) -> bool {
    matches!(child, word::DocumentChild::Table(_))
}

#[cfg(test)]
mod tests {
    use super::super::demo::{self, bare, landscape, page, part, with_blocks};
    use super::super::parts::DOCUMENT;
    use super::super::write;
    use super::super::xml::parse;
    use super::*;
    use crate::document::{Grid, GridRow, Section, Table, TableRow};
    use crate::units::{Mm, Pt};

    /// Compares the body's children: `table`, `text`, `empty` (a paragraph without text), and in the place of a
    /// section's end `section`; where its own paragraph ends it, before that the paragraph.
    fn check(document: &Document, expected: &[&str]) {
        let xml = part(&write(document), DOCUMENT);
        let mut root = parse(&xml);
        let mut outline = Vec::new();
        for child in root.child_mut("w:body").expect("a document has a body").children_mut() {
            match child.name() {
                "w:p" => {
                    outline.push(if child.child_mut("w:r").is_some() { "text" } else { "empty" });
                    let properties = child.child_mut("w:pPr");
                    outline.extend(properties.and_then(|own| own.child_mut("w:sectPr")).map(|_| "section"));
                }
                "w:tbl" => outline.push("table"),
                _ => outline.push("section"),
            }
        }
        assert_eq!(outline, expected);
    }

    fn with_sections(sections: Vec<Section>) -> Document {
        Document { sections, ..demo::document() }
    }

    fn text() -> Block {
        Block::Paragraph(bare("body", "a"))
    }

    fn grid(rows: usize) -> Block {
        Block::Grid(Grid { columns: vec![Mm(165.0)], rows: vec![GridRow { cells: vec![vec![]] }; rows] })
    }

    fn table(rows: usize) -> Block {
        let row = TableRow { cells: vec![], is_header: false, can_split: false };
        Block::Table(Table { columns: vec![Mm(165.0)], padding: Mm(1.0), line: Pt(0.5), rows: vec![row; rows] })
    }

    #[test]
    fn tables_that_touch_are_kept_apart_and_an_empty_one_is_left_out() {
        check(
            &with_blocks(vec![grid(1), grid(0), table(1), table(0), table(1), grid(2)]),
            &["table", "empty", "table", "empty", "table", "empty", "table", "empty", "section"],
        );
        let xml = part(&write(&with_blocks(vec![table(1), table(1)])), DOCUMENT);
        assert!(xml.contains(r#"</w:tbl><w:p><w:pPr><w:pStyle w:val="base" /><w:keepNext />"#));
    }

    #[test]
    fn a_table_without_columns_is_left_out() {
        let Block::Table(table) = table(1) else { panic!("a table was made") };
        check(&with_blocks(vec![Block::Table(Table { columns: vec![], ..table }), text()]), &["text", "section"]);
    }

    #[test]
    fn a_document_without_blocks_still_has_its_paragraph() {
        check(&with_blocks(vec![]), &["empty", "section"]);
    }

    #[test]
    fn each_section_ends_in_a_paragraph_and_makes_one_only_where_none_is() {
        let sections = [vec![text()], vec![text(), table(1)], vec![], vec![grid(1), table(0)], vec![table(1), text()]];
        check(
            &with_sections(sections.map(|blocks| Section { page: page(), blocks }).to_vec()),
            &[
                &["text", "section"][..],
                &["text", "table", "empty", "section"],
                &["empty", "section"],
                &["table", "empty", "section"],
                &["table", "text", "section"],
            ]
            .concat(),
        );
    }

    #[test]
    fn sections_differ_in_their_pages_only() {
        let sections = [page(), landscape(), page()].map(|page| Section { page, blocks: vec![text()] });
        let xml = part(&write(&with_sections(sections.to_vec())), DOCUMENT);
        let upright = concat!(
            r#"<w:pgSz w:w="11906" w:h="16838" />"#,
            r#"<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" "#
        );
        let lying = concat!(
            r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape" />"#,
            r#"<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" "#
        );
        let [first, second, last] = [upright, lying, upright].map(|page| {
            let header = r#"<w:headerReference w:type="default" r:id="rIdHeader1" />"#;
            let others = r#"<w:pgNumType w:start="1" /><w:cols w:space="425" w:num="1" /><w:titlePg />"#;
            format!(r#"<w:sectPr>{header}{page}w:gutter="0" />{others}</w:sectPr>"#)
        });
        let text = r#"<w:r><w:t xml:space="preserve">a</w:t></w:r></w:p>"#;
        let style = r#"<w:p><w:pPr><w:pStyle w:val="body" />"#;
        let expected =
            format!("<w:body>{style}{first}</w:pPr>{text}{style}{second}</w:pPr>{text}{style}</w:pPr>{text}{last}");
        let (_, body) = xml.split_once("<w:body>").expect("a document has a body");
        assert_eq!(format!("<w:body>{body}"), format!("{expected}</w:body></w:document>"));
    }
}
