//! Writes whole parts with docx-rs, every paragraph and row by itself, to compare them with parts filled into shapes.
//!
//! Owns the comparison of the two ways, for any document. Used only by tests. It gives docx-rs the same objects that
//! shapes are made of, with the document's own measures and texts instead of gaps.

use docx_rs as word;
use proptest::prelude::*;

use super::demo::{self, AWKWARD, landscape, page, part};
use super::measure::half_points;
use super::page::{page_number, section};
use super::paragraph::{self, ParagraphLook, RuleLook, hairline};
use super::parts::{DOCUMENT, HEADER, STYLES};
use super::run::{RunLook, run};
use super::style::{self, StyleLook, amend, amend_defaults, base, base_of, named};
use super::table::{self, TableCellLook, TableLines, TableLook, cells_with_columns};
use super::text::allowed;
use super::xml::{Element, parse};
use super::{Writer, body, picture, tidy};
use crate::document::*;
use crate::units::{Mm, Pt};

/// The text, the header and the styles of a document.
fn parts(document: &Document) -> [String; 3] {
    let styles = &document.styles;
    let (last, earlier) = document.sections.split_last().expect("a document has a section");
    let mut docx = word::Docx::new().styles(all_styles(styles));
    for part in earlier {
        let mut content = content(&part.blocks, styles);
        let Some(word::DocumentChild::Paragraph(end)) = content.last_mut() else { panic!("a section ends with one") };
        end.property.section_property = Some(section(&part.page));
        docx.document.children.extend(content);
    }
    docx.document.children.extend(content(&last.blocks, styles));
    docx.document.section_property = section(&last.page);
    let number = named(styles, document.sections[0].page.page_number_style);
    let number = page_number(number.id, number.paragraph.alignment == Alignment::Center);
    let built = docx.header(word::Header::new().add_paragraph(number)).build();
    let [header] = built.headers.as_slice() else { panic!("one header was set") };
    // Word's own break of a line is written without its kind.
    let text = tidied(&built.document, |_| ()).replace(r#"<w:br w:type="textWrapping" />"#, "<w:br />");
    let text = with_pictures(&text, document);
    [text, tidied(header, |_| ()), tidied(&built.styles, |root| amend_all(root, document))]
}

/// The blocks in order. Word merges two adjacent tables, and needs a paragraph at the end of a section.
fn content(blocks: &[PageBlock], styles: &[Style]) -> Vec<word::DocumentChild> {
    let is_table = |child: &word::DocumentChild| matches!(child, word::DocumentChild::Table(_));
    let line = |keep_next| as_child(hairline(base(styles).id, keep_next));
    let mut content: Vec<word::DocumentChild> = Vec::new();
    for child in blocks.iter().filter(|block| !body::is_empty(block)).map(|block| child(block, styles)) {
        if is_table(&child) && content.last().is_some_and(is_table) {
            content.push(line(true));
        }
        content.push(child);
    }
    if content.last().is_none_or(is_table) {
        content.push(line(false));
    }
    content
}

fn child(block: &PageBlock, styles: &[Style]) -> word::DocumentChild {
    let table = match block {
        PageBlock::Paragraph(content) => return as_child(paragraph(content, styles)),
        PageBlock::Picture(picture) => {
            let place = word::Run::new().add_break(word::BreakType::Column);
            return as_child(paragraph(&picture.paragraph, styles).add_run(place));
        }
        PageBlock::Grid(grid) => {
            let columns = table::grid_columns(grid);
            let cell = |row: &GridRow, index: usize, width| {
                let content = row.cells.get(index).map_or(&[][..], Vec::as_slice);
                filled(table::cell(TableCellLook::of_grid(width)), content, styles)
            };
            let cells = |row: &GridRow| {
                columns.iter().enumerate().map(|(index, width)| cell(row, index, *width)).collect::<Vec<_>>()
            };
            let rows = grid.rows.iter().map(|row| table::row(cells(row), false, false)).collect();
            table::table(TableLook { width: columns.iter().sum(), lines: None }, columns, rows)
        }
        PageBlock::Table(content) => {
            let columns = table::columns(content);
            let row = |row: &PageRow| {
                let cells = cells_with_columns(row, &columns);
                let cells = cells
                    .map(|(cell, own)| filled(table::cell(TableCellLook::of(cell, own)), &cell.paragraphs, styles));
                table::row(cells.collect(), row.is_header, row.can_split)
            };
            let rows = content.rows.iter().map(row).collect();
            let look = TableLook { width: columns.iter().sum(), lines: Some(TableLines::of(content)) };
            table::table(look, columns, rows)
        }
    };
    word::DocumentChild::Table(Box::new(table))
}

fn filled(cell: word::TableCell, content: &[Paragraph], styles: &[Style]) -> word::TableCell {
    if content.is_empty() {
        return cell.add_paragraph(hairline(base(styles).id, false));
    }
    content.iter().fold(cell, |cell, content| cell.add_paragraph(paragraph(content, styles)))
}

fn paragraph(content: &Paragraph, styles: &[Style]) -> word::Paragraph {
    let style = named(styles, content.style);
    match &content.content {
        Content::Rule { length, column, weight } => {
            paragraph::rule(&RuleLook::of(*length, *column, *weight, &content.overrides, style))
        }
        Content::Text(runs) => {
            let empty = paragraph::text(&ParagraphLook::of(&content.overrides, style));
            runs.iter().filter(|run| !run.text.is_empty()).fold(empty, |paragraph, own| {
                paragraph.add_run(run(&allowed(&own.text), RunLook::of(own, &content.overrides, style)))
            })
        }
    }
}

fn all_styles(styles: &[Style]) -> word::Styles {
    let base = base(styles);
    let defaults = style::defaults(base.text.font, half_points(base.text.size));
    let looks = styles.iter().enumerate();
    let looks = looks.map(|(place, own)| style::style(&StyleLook::of(own, place, base_of(own, styles))));
    looks.fold(defaults, word::Styles::add_style)
}

fn amend_all(root: &mut Element, document: &Document) {
    amend_defaults(root, &document.properties.language);
    let elements = root.children_mut().filter(|child| child.name() == "w:style");
    for ((place, own), element) in document.styles.iter().enumerate().zip(elements) {
        amend(element, StyleLook::of(own, place, base_of(own, &document.styles)).form);
    }
}

fn tidied(part: &[u8], amend: impl FnOnce(&mut Element)) -> String {
    let mut root = parse(std::str::from_utf8(part).expect("docx-rs writes UTF-8"));
    amend(&mut root);
    tidy::tidy(&mut root);
    String::from_utf8(root.to_part()).expect("what was UTF-8 still is")
}

/// The text with its pictures instead of breaks of columns; our texts have none.
fn with_pictures(text: &str, document: &Document) -> String {
    let mut pieces = text.split(r#"<w:r><w:br w:type="column" /></w:r>"#);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for ((number, picture), rest) in (1..).zip(picture::pictures(document)).zip(pieces) {
        whole.push_str(&picture::run(number, picture));
        whole.push_str(rest);
    }
    whole
}

fn as_child(paragraph: word::Paragraph) -> word::DocumentChild {
    word::DocumentChild::Paragraph(Box::new(paragraph))
}

/// Compares documents that one writer writes, one after the other, again and again: what comes again is written as at
/// first.
fn check(documents: &[Document]) {
    let mut writer = Writer::default();
    let plain: Vec<[String; 3]> = documents.iter().map(parts).collect();
    for (document, plain) in documents.iter().zip(&plain).cycle().take(3 * documents.len()) {
        let file = writer.write(document);
        for (name, plain) in [DOCUMENT, HEADER, STYLES].into_iter().zip(plain) {
            assert_eq!(without_descriptions(&part(&file, name)), *plain, "{name}");
        }
    }
}

/// A part without the descriptions of tables, which docx-rs does not know.
fn without_descriptions(part: &str) -> String {
    let mut pieces = part.split("<w:tblDescription ");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |whole, piece| whole + piece.split_once("/>").expect("the element ends").1)
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "(?s:.){0,12}",
        "[a\u{1}&<' -]{0,6}",
        prop::sample::select(AWKWARD.to_vec()).prop_map(str::to_owned),
        prop::sample::select(vec![
            "",
            "Số\u{a0}25-NQ/TW",
            "\u{f8ff}",
            "1900000001",
            "Đẩy mạnh \u{2028}chuyển đổi số",
            "\u{2028}"
        ])
        .prop_map(str::to_owned),
    ]
}

fn any_run() -> impl Strategy<Value = Run> {
    (any_text(), any::<[bool; 3]>()).prop_map(|(text, [is_bold, is_italic, is_narrow])| Run {
        text,
        is_bold,
        is_italic,
        is_narrow,
        review: None,
    })
}

prop_compose! {
    fn any_overrides()(
        side_indents in prop::option::weighted(0.2, (-5.0..60.0f64).prop_map(Mm)),
        right_indent in prop::option::weighted(0.2, (-5.0..60.0f64).prop_map(Mm)),
        before in prop::option::weighted(0.2, (-2.0..40.0f64).prop_map(Pt)),
        size in prop::option::weighted(0.3, (0.0..40.0f64).prop_map(Pt)),
        keep_next in any::<bool>(),
    ) -> Overrides {
        Overrides { side_indents, right_indent, before, size, keep_next }
    }
}

fn any_content() -> impl Strategy<Value = Content> {
    let rule = (0.0..200.0f64, 0.0..200.0f64, 0.0..20.0f64);
    prop_oneof![
        4 => prop::collection::vec(any_run(), 0..4).prop_map(Content::Text),
        1 => rule.prop_map(|(length, column, weight)| Content::Rule {
            length: Mm(length), column: Mm(column), weight: Pt(weight),
        }),
    ]
}

fn any_paragraph() -> impl Strategy<Value = Paragraph> {
    let ids: Vec<&'static str> = demo::document().styles.iter().map(|style| style.id).collect();
    (prop::sample::select(ids), any_overrides(), any_content()).prop_map(|(style, overrides, content)| Paragraph {
        style,
        overrides,
        content,
    })
}

fn any_columns() -> impl Strategy<Value = Vec<Mm>> {
    prop::collection::vec((-1.0..90.0f64).prop_map(Mm), 0..4)
}

fn any_cell() -> impl Strategy<Value = TableCell> {
    let rows = prop::sample::select(vec![RowSpan::One, RowSpan::Begins, RowSpan::GoesOn]);
    (0..4usize, rows, prop::collection::vec(any_paragraph(), 0..3), any::<bool>())
        .prop_map(|(span, rows, paragraphs, is_middle)| TableCell { span, rows, paragraphs, is_middle })
}

fn any_block() -> impl Strategy<Value = PageBlock> {
    let cells = prop::collection::vec(prop::collection::vec(any_paragraph(), 0..3), 0..4);
    let grid_rows = prop::collection::vec(cells.prop_map(|cells| GridRow { cells }), 0..3);
    let row = (prop::collection::vec(any_cell(), 0..4), any::<bool>(), any::<bool>());
    let row = row.prop_map(|(cells, is_header, can_split)| PageRow { cells, is_header, can_split });
    let table = (any_columns(), 0.0..5.0f64, 0.0..3.0f64, prop::collection::vec(row, 0..3));
    prop_oneof![
        4 => any_paragraph().prop_map(PageBlock::Paragraph),
        2 => (any_columns(), grid_rows).prop_map(|(columns, rows)| PageBlock::Grid(Grid { columns, rows })),
        2 => table.prop_map(|(columns, padding, line, rows)| {
            PageBlock::Table(PageTable { columns, padding: Mm(padding), line: Pt(line), rows, description: String::new() })
        }),
        1 => any_text().prop_map(|description| PageBlock::Picture(demo::picture(&description))),
    ]
}

prop_compose! {
    fn any_style()(
        name in prop::sample::select(vec!["Normal", "VB Chung", "VB <&> \"a\" 'b'"]),
        font in prop::sample::select(vec!["Times New Roman", "A & B"]),
        [is_bold, is_italic, keep_next, keep_lines, is_exact] in any::<[bool; 5]>(),
        alignment in prop::sample::select(vec![
            Alignment::Left, Alignment::Right, Alignment::Center, Alignment::Justified,
        ]),
        [first_line, left, right, before, after, line, size] in prop::array::uniform7(-5.0..50.0f64),
        base in prop::sample::select(vec![None, Some("body")]),
        next in prop::sample::select(vec![None, Some("body")]),
        outline_level in prop::option::of(0..9u8),
    ) -> Style {
        let line = if is_exact { LineSpacing::Exactly(Pt(line)) } else { LineSpacing::Multiple(line) };
        let text = TextFormat { font, size: Pt(size), is_bold, is_italic };
        let paragraph = ParagraphFormat {
            alignment, first_line: Mm(first_line), left: Mm(left), right: Mm(right), before: Pt(before), after: Pt(after),
            line, keep_next, keep_lines,
        };
        Style { id: "", name, base, text, paragraph, next, outline_level }
    }
}

fn any_document() -> impl Strategy<Value = Document> {
    let page = (prop::sample::select(vec![page(), landscape()]), 0.0..40.0f64)
        .prop_map(|(page, top)| Page { top: Mm(top), ..page });
    let section = (page, prop::collection::vec(any_block(), 0..5));
    let sections = prop::collection::vec(section.prop_map(|(page, blocks)| PageSection { page, blocks }), 1..4);
    let styles = prop::collection::vec(any_style(), demo::document().styles.len());
    (sections, styles, any::<bool>()).prop_map(|(sections, looks, is_usual)| {
        let mut document = Document { sections, ..demo::document() };
        for (style, look) in document.styles.iter_mut().zip(looks).filter(|_| !is_usual) {
            *style = Style { id: style.id, ..look };
        }
        document
    })
}

#[test]
fn the_demo_is_written_as_docx_rs_writes_it() {
    check(&[demo::document(), demo::document()]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_documents_are_written_as_docx_rs_writes_them(documents in prop::collection::vec(any_document(), 1..3)) {
        check(&documents);
    }
}
