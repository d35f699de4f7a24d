//! Writes the part with the document's text: the sections in order, each with its blocks and its page.
//!
//! Owns keeping tables apart and ending a section. Must not know how a block or a page is written. Its part goes into
//! the package.

use docx_rs::{self as word, BuildXML as _};

use super::page::section;
use super::paragraph_shapes::ParagraphShapes;
use super::picture;
use super::review::Marks;
use super::shape::{Shapes, tidied};
use super::table_shapes::{CellContent, TableShapes};
use super::tidy;
use super::xml::parse;
use crate::document::{Document, Page, PageBlock, PageSection, Style};

/// The shapes made so far for everything in a text.
#[derive(Debug, Default)]
pub(super) struct BodyShapes {
    /// The part before the first block, and after the last section.
    frame: Shapes<(), [String; 2]>,
    /// The settings of sections, by their pages, of which there are few.
    pages: Shapes<Page, String>,
    paragraphs: ParagraphShapes,
    tables: TableShapes,
}

/// The text of a document.
#[derive(Debug)]
pub(super) struct WrittenText {
    /// The part with the text.
    pub(super) part: Vec<u8>,
    /// The part with the reviewers' comments, if there are any.
    pub(super) comments: Option<Vec<u8>>,
}

/// The text of one document while it is written.
struct Body<'a, 'shapes> {
    shapes: &'shapes mut BodyShapes,
    styles: &'a [Style],
    marks: Marks<'a>,
    /// The number of pictures so far.
    pictures: usize,
    written: Vec<u8>,
}

impl BodyShapes {
    /// The text of all sections, written into the buffer of an earlier text.
    ///
    /// # Panics
    /// When the document has no section: the layout makes at least one.
    pub(super) fn text(&mut self, document: &Document, mut written: Vec<u8>) -> WrittenText {
        let [opening, end] = self.frame.get((), |()| frame()).clone();
        written.clear();
        written.extend_from_slice(opening.as_bytes());
        let (last, earlier) = document.sections.split_last().expect("a document has a section");
        let mut body = Body { shapes: self, styles: &document.styles, marks: Marks::default(), pictures: 0, written };
        for section in earlier {
            let settings = body.settings(&section.page);
            body.write_content(section, Some(&settings));
        }
        body.write_content(last, None);
        let settings = body.settings(&last.page);
        body.written.extend_from_slice(settings.as_bytes());
        body.written.extend_from_slice(end.as_bytes());
        let Body { marks, written, .. } = body;
        let comments = marks.has_comments().then(|| self.paragraphs.comments(&marks));
        WrittenText { part: written, comments }
    }
}

impl<'a> Body<'a, '_> {
    /// Writes the blocks in order. If `settings` is given, the last paragraph ends the section with them. No paragraph
    /// is added unless one is needed: an empty one after a full page would make a blank page.
    fn write_content(&mut self, section: &'a PageSection, settings: Option<&str>) {
        let mut blocks = section.blocks.iter().filter(|block| !is_empty(block)).peekable();
        let mut is_after_table = true;
        let mut is_first = true;
        while let Some(block) = blocks.next() {
            let is_table = matches!(block, PageBlock::Grid(_) | PageBlock::Table(_));
            // Word merges two adjacent tables.
            if is_table && is_after_table && !is_first {
                self.shapes.paragraphs.write_hairline(self.styles, true, None, &mut self.written);
            }
            self.write_block(block, settings.filter(|_| blocks.peek().is_none()));
            (is_after_table, is_first) = (is_table, false);
        }
        if is_after_table {
            // Word needs a paragraph at the end of a section.
            self.shapes.paragraphs.write_hairline(self.styles, false, settings, &mut self.written);
        }
    }

    /// Writes a block; a paragraph may get the settings of the section that it ends.
    fn write_block(&mut self, block: &'a PageBlock, settings: Option<&str>) {
        let Self { shapes: BodyShapes { paragraphs, tables, .. }, styles, marks, pictures, written } = self;
        match block {
            PageBlock::Paragraph(paragraph) => paragraphs.write(paragraph, styles, settings, marks, written),
            PageBlock::Grid(grid) => tables.write_grid(grid, &mut CellContent { paragraphs, styles, marks }, written),
            PageBlock::Table(table) => tables.write(table, &mut CellContent { paragraphs, styles, marks }, written),
            PageBlock::Picture(picture) => {
                *pictures += 1;
                paragraphs.open(&picture.paragraph, styles, settings, marks, written);
                written.extend_from_slice(picture::run(*pictures, picture).as_bytes());
                written.extend_from_slice(b"</w:p>");
            }
        }
    }

    fn settings(&mut self, page: &Page) -> String {
        self.shapes.pages.get(page.clone(), |page| tidied(&section(page))).clone()
    }
}

/// Whether a block would be an empty table: Word calls one without rows or columns corrupt.
pub(super) fn is_empty(block: &PageBlock) -> bool {
    match block {
        PageBlock::Grid(grid) => grid.rows.is_empty() || grid.columns.is_empty(),
        PageBlock::Table(table) => table.rows.is_empty() || table.columns.is_empty(),
        PageBlock::Paragraph(_) | PageBlock::Picture(_) => false,
    }
}

fn frame() -> [String; 2] {
    let built = word::Document::new().build();
    let mut root = parse(std::str::from_utf8(&built).expect("docx-rs writes UTF-8"));
    tidy::tidy(&mut root);
    let part = String::from_utf8(root.to_part()).expect("what was UTF-8 still is");
    let at = |mark: &str| part.find(mark).expect("a document has a body, which ends with its section");
    [part[..at("<w:sectPr")].to_owned(), part[at("</w:body>")..].to_owned()]
}

#[cfg(test)]
mod tests {
    use super::super::demo::{self, bare, landscape, page, part, with_blocks};
    use super::super::parts::DOCUMENT;
    use super::super::write;
    use super::super::xml::parse;
    use super::*;
    use crate::document::{Grid, GridRow, PageRow, PageSection, PageTable};
    use crate::units::{Mm, Pt};

    /// Compares the body's children: `table`, `text`, `empty` (a paragraph without text), and `section` for a section's
    /// end, after its paragraph if that ends it.
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

    fn with_sections(sections: Vec<PageSection>) -> Document {
        Document { sections, ..demo::document() }
    }

    fn text() -> PageBlock {
        PageBlock::Paragraph(bare("body", "a"))
    }

    fn grid(rows: usize) -> PageBlock {
        PageBlock::Grid(Grid { columns: vec![Mm(165.0)], rows: vec![GridRow { cells: vec![vec![]] }; rows] })
    }

    fn table(rows: usize) -> PageBlock {
        let row = PageRow { cells: vec![], is_header: false, can_split: false };
        PageBlock::Table(PageTable {
            columns: vec![Mm(165.0)],
            padding: Mm(1.0),
            line: Pt(0.5),
            rows: vec![row; rows],
            description: String::new(),
        })
    }

    #[test]
    fn adjacent_tables_are_kept_apart_and_an_empty_one_is_left_out() {
        check(
            &with_blocks(vec![grid(1), grid(0), table(1), table(0), table(1), grid(2)]),
            &["table", "empty", "table", "empty", "table", "empty", "table", "empty", "section"],
        );
        let xml = part(&write(&with_blocks(vec![table(1), table(1)])), DOCUMENT);
        assert!(xml.contains(r#"</w:tbl><w:p><w:pPr><w:pStyle w:val="base" /><w:keepNext />"#));
    }

    #[test]
    fn a_table_without_columns_is_left_out() {
        let PageBlock::Table(table) = table(1) else { panic!("a table was made") };
        check(
            &with_blocks(vec![PageBlock::Table(PageTable { columns: vec![], ..table }), text()]),
            &["text", "section"],
        );
    }

    #[test]
    fn a_document_without_blocks_still_has_its_paragraph() {
        check(&with_blocks(vec![]), &["empty", "section"]);
    }

    #[test]
    fn each_section_ends_in_a_paragraph_which_is_added_only_where_missing() {
        let sections = [vec![text()], vec![text(), table(1)], vec![], vec![grid(1), table(0)], vec![table(1), text()]];
        check(
            &with_sections(sections.map(|blocks| PageSection { page: page(), blocks }).to_vec()),
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
    fn sections_differ_only_in_their_pages() {
        let sections = [page(), landscape(), page()].map(|page| PageSection { page, blocks: vec![text()] });
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
            let header = concat!(
                r#"<w:headerReference w:type="default" r:id="rIdHeader1" />"#,
                r#"<w:headerReference w:type="first" r:id="rIdHeader2" />"#
            );
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
