//! Rows of a table poured from moulds: docx-rs writes one cell of each shape, and all others of that shape differ from it in
//! their texts alone.
//!
//! Owns which cells are of one shape, and where a text stands in it. Must not know how a cell is written: `table` does, and
//! `tidy` puts it right. Its output is the rows of a part.

use docx_rs::BuildXML as _;

use super::table;
use super::text::{allowed_in, pour};
use super::tidy;
use super::xml::parse;
use crate::document::{Content, NON_BREAKING_HYPHEN, Paragraph, Run, Style, TableCell, TableRow};

/// How many moulds are kept: a table has a few for each of its columns.
const MOST_KEPT: usize = 100;
/// What stands in a mould where a text will.
const GAP: char = '\u{f8ff}';
/// What stands for a text of which nothing can be written, and which is there all the same.
const NOTHING: &str = "\u{1}";

/// The moulds of a document.
pub(super) struct Moulds<'a> {
    styles: &'a [Style],
    cells: Vec<Mould>,
    /// What stands in front of a row's cells, by what the row does at a page's end.
    heads: Vec<((bool, bool), String)>,
}

/// A written cell with gaps for its texts.
struct Mould {
    /// The widths of the columns that it covers, in twips.
    columns: Vec<usize>,
    /// The cell, its texts blanked.
    shape: TableCell,
    /// What stands around the gaps: one more than there are.
    pieces: Vec<String>,
}

impl<'a> Moulds<'a> {
    /// No mould yet.
    pub(super) fn of(styles: &'a [Style]) -> Self {
        Self { styles, cells: Vec::new(), heads: Vec::new() }
    }

    /// Writes a row over these columns, whose widths are in twips.
    pub(super) fn write(&mut self, row: &TableRow, columns: &[usize], written: &mut Vec<u8>) {
        written.extend_from_slice(self.head(row).as_bytes());
        for (cell, own) in table::shared_out(row, columns) {
            self.mould(cell, own).pour(cell, written);
        }
        written.extend_from_slice(b"</w:tr>");
    }

    fn head(&mut self, row: &TableRow) -> &str {
        let kind = (row.is_header, row.can_split);
        let known = self.heads.iter().position(|(known, _)| *known == kind);
        let at = known.unwrap_or_else(|| {
            let bare = written(&TableRow { cells: Vec::new(), ..*row }, &[0], self.styles);
            let (head, _) = bare.split_once("<w:tc>").expect("a row has a cell");
            self.heads.push((kind, head.to_owned()));
            self.heads.len() - 1
        });
        &self.heads[at].1
    }

    fn mould(&mut self, cell: &TableCell, columns: &[usize]) -> &Mould {
        let known = self.cells.iter().position(|mould| mould.columns == columns && is_alike(&mould.shape, cell));
        let at = known.unwrap_or_else(|| {
            if self.cells.len() == MOST_KEPT {
                self.cells.remove(0);
            }
            self.cells.push(Mould::new(cell, columns, self.styles));
            self.cells.len() - 1
        });
        &self.cells[at]
    }
}

impl Mould {
    fn new(cell: &TableCell, columns: &[usize], styles: &[Style]) -> Self {
        let shape = blanked(cell);
        let row = TableRow { cells: vec![shape], is_header: false, can_split: true };
        let written = written(&row, columns, styles);
        let start = written.find("<w:tc>").expect("a row has a cell");
        let end = written.rfind("</w:tr>").expect("a row ends");
        let pieces = written[start..end].split(GAP).map(str::to_owned).collect();
        let shape = row.cells.into_iter().next().expect("the cell put in");
        Self { columns: columns.to_vec(), shape, pieces }
    }

    fn pour(&self, cell: &TableCell, written: &mut Vec<u8>) {
        let mut pieces = self.pieces.iter();
        let mut next = |written: &mut Vec<u8>| {
            written
                .extend_from_slice(pieces.next().expect("a cell has as many texts as its mould has gaps").as_bytes());
        };
        next(written);
        for text in cell.paragraphs.iter().flat_map(runs).flat_map(|run| run.text.split(NON_BREAKING_HYPHEN)) {
            if has_letters(text) {
                pour(text, written);
                next(written);
            }
        }
    }
}

/// A row as it stands in the part, written by docx-rs and put right.
fn written(row: &TableRow, columns: &[usize], styles: &[Style]) -> String {
    let built = table::row(row, columns, styles).build();
    let mut row = parse(std::str::from_utf8(&built).expect("docx-rs writes UTF-8"));
    tidy::tidy_element(&mut row);
    let mut written = Vec::new();
    row.write_to(&mut written);
    String::from_utf8(written).expect("what was UTF-8 still is")
}

/// The cell with a gap for each of its texts.
fn blanked(cell: &TableCell) -> TableCell {
    let mut cell = cell.clone();
    for paragraph in &mut cell.paragraphs {
        if let Content::Text(runs) = &mut paragraph.content {
            for run in runs {
                run.text = blank(&run.text);
            }
        }
    }
    cell
}

fn blank(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let gap = GAP.to_string();
    let pieces = text.split(NON_BREAKING_HYPHEN).map(|piece| if has_letters(piece) { gap.as_str() } else { NOTHING });
    pieces.collect::<Vec<_>>().join(NON_BREAKING_HYPHEN.encode_utf8(&mut [0; 4]))
}

/// Whether two cells differ in their texts alone.
fn is_alike(one: &TableCell, other: &TableCell) -> bool {
    let TableCell { span, rows, paragraphs, is_middle } = one;
    (*span, *rows) == (other.span, other.rows)
        && *is_middle == other.is_middle
        && paragraphs.len() == other.paragraphs.len()
        && paragraphs.iter().zip(&other.paragraphs).all(|(one, other)| is_alike_paragraph(one, other))
}

fn is_alike_paragraph(one: &Paragraph, other: &Paragraph) -> bool {
    let is_alike_content = || match (&one.content, &other.content) {
        (Content::Text(one), Content::Text(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_alike_run(one, other))
        }
        (one, other) => one == other,
    };
    one.style == other.style && one.overrides == other.overrides && is_alike_content()
}

fn is_alike_run(one: &Run, other: &Run) -> bool {
    let pieces = |text| str::split(text, NON_BREAKING_HYPHEN).map(has_letters);
    (one.is_bold, one.is_italic) == (other.is_bold, other.is_italic)
        && one.text.is_empty() == other.text.is_empty()
        && pieces(&one.text).eq(pieces(&other.text))
}

fn runs(paragraph: &Paragraph) -> &[Run] {
    match &paragraph.content {
        Content::Text(runs) => runs,
        Content::Rule { .. } => &[],
    }
}

/// Whether anything of a text can be written.
fn has_letters(text: &str) -> bool {
    allowed_in(text).next().is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::demo::{self, AWKWARD, bare, cell};
    use super::*;
    use crate::document::Overrides;
    use crate::units::{Mm, Pt};

    /// Compares rows poured from moulds with the same rows written by docx-rs one by one.
    fn check(rows: &[TableRow]) {
        let styles = demo::document().styles;
        let columns = [845, 5670, 2829];
        let mut moulds = Moulds::of(&styles);
        for row in rows {
            let mut poured = Vec::new();
            moulds.write(row, &columns, &mut poured);
            assert_eq!(String::from_utf8(poured).expect("rows are UTF-8"), written(row, &columns, &styles));
        }
    }

    fn of_cells(cells: Vec<TableCell>) -> TableRow {
        TableRow { cells, is_header: false, can_split: false }
    }

    #[test]
    fn a_row_is_poured_as_docx_rs_writes_it() {
        let texts = AWKWARD.iter().copied().chain([
            "",
            "\u{1}",
            "a\u{e02d}b",
            "\u{e02d}",
            "\u{e02d}a\u{1}",
            "a\t\n\rb",
            "\u{f8ff}",
        ]);
        let cells = || texts.clone().map(|text| cell(1, "body", text));
        let single = cells().map(|cell| of_cells(vec![cell]));
        let kinds = [(false, false), (false, true), (true, false), (true, true)];
        let headed =
            kinds.map(|(is_header, can_split)| TableRow { is_header, can_split, ..of_cells(cells().collect()) });
        check(&single.chain(headed).collect::<Vec<_>>());
    }

    #[test]
    fn cells_that_differ_in_more_than_text_have_moulds_of_their_own() {
        let plain = cell(1, "body", "a");
        let [text] = plain.paragraphs.as_slice() else { panic!("a cell of one paragraph was made") };
        let of = |paragraphs: Vec<Paragraph>| TableCell { paragraphs, ..plain.clone() };
        let run = |text: &str, is_bold, is_italic| Run { text: text.to_owned(), is_bold, is_italic };
        let runs = |runs: Vec<Run>| of(vec![Paragraph { content: Content::Text(runs), ..text.clone() }]);
        let set = |overrides| of(vec![Paragraph { overrides, ..text.clone() }]);
        let cells = [
            of(vec![]),
            of(vec![text.clone(), text.clone()]),
            of(vec![bare("title", "b")]),
            TableCell { is_middle: true, ..plain.clone() },
            TableCell { span: 2, ..plain.clone() },
            TableCell { span: 9, ..plain.clone() },
            runs(vec![run("a", true, false), run("b", false, true), run("", true, true)]),
            runs(vec![run("a", false, false), run("b", false, false), run("c", true, true)]),
            set(Overrides { size: Some(Pt(11.0)), ..Overrides::default() }),
            set(Overrides { keep_next: true, side_indents: Some(Mm(2.0)), ..Overrides::default() }),
            plain.clone(),
        ];
        check(&cells.clone().map(|cell| of_cells(vec![cell])));
        check(&[of_cells(cells.to_vec()), of_cells(cells.into_iter().rev().collect())]);
    }

    #[test]
    fn more_shapes_than_are_kept_are_written_all_the_same() {
        let shapes = (1..=2 * MOST_KEPT).chain(1..=2);
        let cells =
            shapes.map(|length| TableCell { paragraphs: vec![bare("body", "a"); length], ..cell(1, "body", "") });
        check(&cells.map(|cell| of_cells(vec![cell])).collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn any_text_is_poured_as_docx_rs_writes_it(texts in proptest::collection::vec(".*|[a\u{e02d}\u{1}&<]{0,4}", 1..6)) {
            let rows: Vec<TableRow> = texts.iter().map(|text| of_cells(vec![cell(1, "body", text)])).collect();
            check(&rows);
        }
    }
}
