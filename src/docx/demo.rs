//! A document with every feature of [`crate::document`], for the tests of this room.
//!
//! Owns an invented programme of two pages with its annex, and reading the parts of a file. Must not know how parts are
//! made. Its output goes to the tests.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::document::*;
use crate::units::{Mm, Pt};

/// Texts that have broken other writers, each a paragraph of the demo; Word must show them unchanged.
pub(super) const AWKWARD: [&str; 6] = [
    "a & b < c > d \"e\" 'f' ]]> <!-- -->",
    "&amp; &lt;w:br/&gt; &#65; {{ ten }} {% if %} {%p x %}",
    "  hai  dấu cách,  ba   dấu cách  ",
    "Sơn Hòa, ngày\u{a0}05\u{a0}tháng\u{a0}01\u{a0}năm\u{a0}2026",
    "\u{200f}phải sang trái\u{200e} 👩‍🌾 𝔸 \u{e000}LINE\u{e001}",
    "</w:t></w:r></w:p><w:p><w:r><w:instrText>DATE</w:instrText></w:r>",
];

/// The programme, and an annex in landscape: a table of tasks and a picture.
pub(super) fn document() -> Document {
    let mut blocks = vec![PageBlock::Grid(head()), PageBlock::Paragraph(bare("title", "CHƯƠNG TRÌNH HÀNH ĐỘNG"))];
    blocks.push(PageBlock::Paragraph(Paragraph {
        overrides: Overrides { side_indents: Some(Mm(30.0)), ..Overrides::default() },
        ..bare("title", "Phát triển văn hóa đọc cộng đồng 6 tháng đầu năm 2026 trên địa bàn xã Sơn Hòa")
    }));
    blocks.push(PageBlock::Paragraph(rule(40.0, 165.0)));
    let ground = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;";
    blocks.push(PageBlock::Paragraph(Paragraph {
        overrides: Overrides { before: Some(Pt(18.0)), ..Overrides::default() },
        content: Content::Text(vec![Run { text: ground.into(), is_italic: true, ..Run::default() }]),
        ..bare("body", "")
    }));
    blocks.extend(AWKWARD.map(|text| PageBlock::Paragraph(bare("body", text))));
    blocks.push(PageBlock::Paragraph(bare("heading", "I. MỤC ĐÍCH, YÊU CẦU")));
    let text = "Nâng cao nhận thức của Nhân dân về vai trò của sách, hình thành thói quen đọc trong mỗi gia đình, \
        nhà trường và thôn. Duy trì lịch mở cửa các tủ sách thôn ít nhất ba buổi một tuần.";
    blocks.extend((0..14).map(|_| PageBlock::Paragraph(bare("body", text))));
    blocks.push(PageBlock::Paragraph(mixed()));
    blocks.push(PageBlock::Grid(signature()));
    blocks.push(PageBlock::Grid(Grid { columns: vec![Mm(80.0), Mm(85.0)], rows: vec![row(vec![vec![], vec![]])] }));
    let properties = Properties {
        source: "so-lieu.xlsx".into(),
        title: "Chương trình <hành động> & \u{b}kế hoạch".into(),
        language: "vi-VN".into(),
    };
    let sections = vec![PageSection { page: page(), blocks }, PageSection { page: landscape(), blocks: annex() }];
    Document { properties, styles: styles().to_vec(), sections }
}

/// A document with these blocks, on the programme's page and with its styles.
pub(super) fn with_blocks(blocks: Vec<PageBlock>) -> Document {
    Document { sections: vec![PageSection { page: page(), blocks }], ..document() }
}

/// The names of a file's parts, in the order in which they are packed.
pub(super) fn names(docx: &[u8]) -> Vec<String> {
    let archive = ZipArchive::new(Cursor::new(docx)).expect("a docx is a zip");
    archive.file_names().map(|name| name.expect("names are UTF-8").into_owned()).collect()
}

/// Whether a part is a picture, not XML.
pub(super) fn is_picture(name: &str) -> bool {
    name.starts_with("word/media/")
}

/// One part of a file, as text.
pub(super) fn part(docx: &[u8], name: &str) -> String {
    String::from_utf8(binary_part(docx, name)).expect("the part is UTF-8")
}

/// One part of a file.
pub(super) fn binary_part(docx: &[u8], name: &str) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(docx)).expect("a docx is a zip");
    let mut bytes = Vec::new();
    archive.by_name(name).expect("the part is there").read_to_end(&mut bytes).expect("a part can be read");
    bytes
}

/// The plain text of a block's paragraphs, in order.
pub(super) fn texts(block: &PageBlock) -> Vec<String> {
    let paragraphs: Vec<&Paragraph> = match block {
        PageBlock::Paragraph(paragraph) => vec![paragraph],
        PageBlock::Grid(grid) => grid.rows.iter().flat_map(|row| row.cells.iter().flatten()).collect(),
        PageBlock::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.flat_map(|cell| &cell.paragraphs).collect()
        }
        PageBlock::Picture(picture) => vec![&picture.paragraph],
    };
    paragraphs.iter().map(|paragraph| plain(&paragraph.content)).collect()
}

/// A paragraph without overrides.
pub(super) fn bare(style: &'static str, text: &str) -> Paragraph {
    let content = Content::Text(vec![Run { text: text.into(), ..Run::default() }]);
    Paragraph { style, overrides: Overrides::default(), content }
}

fn plain(content: &Content) -> String {
    match content {
        Content::Text(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
        Content::Rule { .. } => String::new(),
    }
}

fn mixed() -> Paragraph {
    let plain = Run { text: "Giao ".into(), ..Run::default() };
    let bold = Run { text: "Phòng Văn hóa - Xã hội".into(), is_bold: true, ..Run::default() };
    let both = Run { text: " chủ trì./.".into(), is_bold: true, is_italic: true, ..Run::default() };
    let overrides = Overrides { size: Some(Pt(13.5)), keep_next: true, ..Overrides::default() };
    Paragraph { style: "body", overrides, content: Content::Text(vec![plain, Run::default(), bold, both]) }
}

fn head() -> Grid {
    let left = vec![bare("centred", "ỦY BAN NHÂN DÂN"), bare("centred", "XÃ SƠN HÒA"), rule(20.0, 65.0)];
    let right = vec![
        bare("centred", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        bare("centred", "Độc lập - Tự do - Hạnh phúc"),
        rule(60.5, 100.0),
    ];
    let number = vec![bare("centred", "Số:        /CTr-UBND")];
    let date = vec![bare("centred", "Sơn Hòa, ngày       tháng       năm 2026")];
    Grid { columns: vec![Mm(65.0), Mm(100.0)], rows: vec![row(vec![left, right]), row(vec![number, date])] }
}

fn signature() -> Grid {
    let kept = Overrides { keep_next: true, ..Overrides::default() };
    let recipients = vec![
        Paragraph { overrides: kept, ..bare("body", "Nơi nhận:") },
        Paragraph {
            overrides: Overrides { size: Some(Pt(11.0)), ..Overrides::default() },
            ..bare("body", "- Lưu: VT.")
        },
    ];
    let signer = vec![bare("title", "TM. ỦY BAN NHÂN DÂN"), bare("title", "CHỦ TỊCH")];
    let name = row(vec![vec![], vec![bare("title", "Nguyễn Văn An")]]);
    Grid { columns: vec![Mm(80.0), Mm(85.0)], rows: vec![row(vec![recipients, signer]), name] }
}

fn annex() -> Vec<PageBlock> {
    let headings = ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"];
    let header = PageRow {
        cells: headings.map(|heading| TableCell { is_middle: true, ..cell(1, "title", heading) }).to_vec(),
        is_header: true,
        can_split: false,
    };
    let mut rows = vec![header, data_row(vec![cell(4, "body", "I. Tủ sách thôn")])];
    rows.extend((1..=30).map(|number| task(&number.to_string())));
    let columns = vec![Mm(12.0), Mm(125.0), Mm(70.0), Mm(50.0)];
    let table =
        PageTable { columns, padding: Mm(1.5), line: Pt(0.5), rows, description: "Bảng <1> & \"2\"".to_owned() };
    let picture = picture("Một điểm xám");
    vec![PageBlock::Paragraph(bare("title", "PHỤ LỤC")), PageBlock::Table(table), PageBlock::Picture(picture)]
}

/// A row that may split over two pages, its last cell blank.
fn task(number: &str) -> PageRow {
    let text = "Bổ sung sách thiếu nhi & sách kỹ thuật nông nghiệp cho tủ sách thôn, lập danh mục sách mượn";
    let blank = TableCell { paragraphs: Vec::new(), ..cell(1, "base", "") };
    let cells = vec![cell(1, "centred", number), cell(1, "body", text), cell(1, "base", "Thư viện xã"), blank];
    PageRow { can_split: true, ..data_row(cells) }
}

/// A row that is no header and does not split.
pub(super) fn data_row(cells: Vec<TableCell>) -> PageRow {
    PageRow { cells, is_header: false, can_split: false }
}

/// A cell of one paragraph, its text at the top.
pub(super) fn cell(span: usize, style: &'static str, text: &str) -> TableCell {
    TableCell { span, rows: RowSpan::One, paragraphs: vec![bare(style, text)], is_middle: false }
}

/// A picture of one grey pixel, 160 mm by 80 mm on paper.
pub(super) fn picture(description: &str) -> Picture {
    const PIXEL: [u8; 67] = [
        0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
        8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x68, 0, 0, 0,
        0x82, 0, 0x81, 0x77, 0xcd, 0x72, 0xb6, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
    ];
    Picture {
        name: "Hình \"1\"".to_owned(),
        paragraph: Paragraph { content: Content::Text(vec![]), ..bare("centred", "") },
        png: PIXEL.to_vec(),
        width: Mm(160.0),
        height: Mm(80.0),
        description: description.into(),
    }
}

fn row(cells: Vec<Vec<Paragraph>>) -> GridRow {
    GridRow { cells }
}

fn rule(length: f64, column: f64) -> Paragraph {
    let content = Content::Rule { length: Mm(length), column: Mm(column), weight: Pt(0.75) };
    Paragraph { content, ..bare("centred", "") }
}

/// The page of the annex: landscape, with its own margins.
pub(super) fn landscape() -> Page {
    Page { width: Mm(297.0), height: Mm(210.0), right: Mm(20.0), left: Mm(20.0), ..page() }
}

/// The page of the programme.
pub(super) fn page() -> Page {
    Page {
        width: Mm(210.0),
        height: Mm(297.0),
        top: Mm(20.0),
        right: Mm(15.0),
        bottom: Mm(20.0),
        left: Mm(30.0),
        header_distance: Mm(10.0),
        page_number_style: "pageNumber",
    }
}

fn styles() -> [Style; 6] {
    let base = style("base", "VB Chung", false);
    let centred = |id, name, is_bold| {
        let mut style = style(id, name, is_bold);
        style.paragraph.alignment = Alignment::Center;
        style
    };
    let mut body = style("body", "VB Nội dung", false);
    body.paragraph = ParagraphFormat {
        alignment: Alignment::Justified,
        first_line: Mm(12.7),
        before: Pt(6.0),
        line: LineSpacing::Multiple(1.15),
        ..body.paragraph
    };
    let mut heading = style("heading", "VB Mục", true);
    heading.paragraph = ParagraphFormat {
        before: Pt(6.0),
        line: LineSpacing::Exactly(Pt(18.0)),
        keep_next: true,
        ..body.paragraph.clone()
    };
    let mut page_number = style("pageNumber", "VB Số trang", false);
    page_number.text.is_italic = false;
    [base, body, heading, centred("title", "VB Tên loại", true), centred("centred", "VB Giữa", false), page_number]
}

fn style(id: &'static str, name: &'static str, is_bold: bool) -> Style {
    let text = TextFormat { font: "Times New Roman", size: Pt(14.0), is_bold, is_italic: false };
    let paragraph = ParagraphFormat {
        alignment: Alignment::Left,
        first_line: Mm(0.0),
        left: Mm(0.0),
        right: Mm(0.0),
        before: Pt(0.0),
        after: Pt(0.0),
        line: LineSpacing::Multiple(1.0),
        keep_next: false,
        keep_lines: false,
    };
    Style { id, name, base: None, text, paragraph, next: None, outline_level: None }
}
