//! A paper as a reader of Word's format sees it: its paragraphs with the look that holds for them in the end.
//!
//! Owns the inheritance of styles and the places of the form's parts. Must not know a rule, nor the names of our styles.

use std::collections::BTreeMap;

use super::xml::Element;

/// A stretch of letters of one look.
pub(super) struct Piece {
    pub(super) text: String,
    /// In half points.
    pub(super) size: i32,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    pub(super) is_underlined: bool,
    /// In six digits, `auto`, or empty where none is set.
    pub(super) color: String,
}

/// A paragraph; measures in twips.
pub(super) struct Line {
    /// Its letters; a line break is `\n`.
    pub(super) text: String,
    /// Its stretches, but for blanks.
    pub(super) pieces: Vec<Piece>,
    pub(super) alignment: String,
    pub(super) indent: i32,
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) before: i32,
    pub(super) after: i32,
    pub(super) spacing: i32,
    pub(super) spacing_rule: String,
    /// Whether it is a drawn line: without letters, below a border.
    pub(super) is_drawn: bool,
    /// Whether a picture or a shape stands in it.
    pub(super) has_picture: bool,
}

/// A cell of a grid.
pub(super) struct Cell {
    pub(super) width: i32,
    pub(super) lines: Vec<Line>,
}

/// A row of a grid.
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    pub(super) is_header: bool,
    pub(super) is_whole: bool,
}

/// A grid, or a table.
pub(super) struct Grid {
    pub(super) rows: Vec<Row>,
    pub(super) width: i32,
    /// The width of the text where it stands.
    pub(super) room: i32,
}

pub(super) enum Block {
    Line(Line),
    Grid(Grid),
}

/// A paper.
pub(super) struct Paper {
    pub(super) blocks: Vec<Block>,
}

impl Paper {
    /// The paper of these two parts.
    pub(super) fn read(document: &str, styles: &str) -> Self {
        let (document, styles) = (Element::read(document), Element::read(styles));
        let styles = Styles::of(&styles);
        let body = document.at(&["w:document", "w:body"]).expect("a document has a body");
        let mut rooms = body.children.iter().rev().scan(0, |room, element| {
            let section =
                element.at(&["w:pPr", "w:sectPr"]).or_else(|| (element.name == "w:sectPr").then_some(element));
            *room = section.map_or(*room, text_width);
            Some(*room)
        });
        let mut blocks: Vec<Block> = Vec::new();
        for element in body.children.iter().rev() {
            let room = rooms.next().expect("a room for each");
            match element.name.as_str() {
                "w:p" => blocks.push(Block::Line(styles.line(element))),
                "w:tbl" => blocks.push(Block::Grid(styles.grid(element, room))),
                _ => {}
            }
        }
        blocks.reverse();
        Self { blocks }
    }

    fn grids(&self) -> impl Iterator<Item = &Grid> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Grid(grid) => Some(grid),
            Block::Line(_) => None,
        })
    }

    /// Its tables: grids with a header.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Grid> {
        let is_layout = |grid: &&Grid| grid.rows.iter().any(|row| row.cells.iter().any(is_of_form));
        self.grids().filter(move |grid| !is_layout(grid))
    }

    /// The grid at the top: names and nation, then number and date.
    pub(super) fn head(&self) -> &Grid {
        self.grids().next().expect("a paper has a head")
    }

    /// The grid of recipients and signature.
    pub(super) fn closing(&self) -> &Grid {
        let is_closing =
            |grid: &&Grid| grid.rows[0].cells[0].lines.first().is_some_and(|line| line.text == "Nơi nhận:");
        self.grids().find(is_closing).expect("a paper has its recipients")
    }

    /// The paragraphs between head and closing, but for empty ones.
    fn middle(&self) -> Vec<&Line> {
        let mut lines = Vec::new();
        for block in self.blocks.iter().skip_while(|block| matches!(block, Block::Line(_))).skip(1) {
            match block {
                Block::Line(line) if line.is_drawn || !line.text.trim().is_empty() => lines.push(line),
                Block::Grid(grid) if std::ptr::eq(grid, self.closing()) => break,
                Block::Line(_) | Block::Grid(_) => {}
            }
        }
        lines
    }

    /// The subject of a letter, below its number; empty for every other paper.
    pub(super) fn about(&self) -> Vec<&Line> {
        let cells = self.head().rows.iter().skip(2).filter_map(|row| row.cells.first());
        cells.flat_map(|cell| &cell.lines).filter(|line| !line.text.trim().is_empty()).collect()
    }

    /// Whether it is a letter (công văn): without tên loại, its subject below the number.
    pub(super) fn is_letter(&self) -> bool {
        !self.about().is_empty()
    }

    /// Tên loại; of a letter, whatever stands in its place.
    pub(super) fn title(&self) -> &Line {
        self.middle()[0]
    }

    /// Trích yếu, and the drawn line below it.
    pub(super) fn subject(&self) -> (Vec<&Line>, Option<&Line>) {
        let middle = self.middle();
        let end = middle.iter().position(|line| line.is_drawn).unwrap_or(1);
        (middle[1..end.max(1)].to_vec(), middle.get(end).copied().filter(|line| line.is_drawn))
    }

    /// The lines of Kính gửi.
    pub(super) fn addressees(&self) -> Vec<&Line> {
        let middle = self.middle();
        let Some(start) = middle.iter().position(|line| line.text.starts_with("Kính gửi")) else {
            return Vec::new();
        };
        let others = middle[start + 1..].iter().take_while(|line| line.text.starts_with("- "));
        std::iter::once(&middle[start]).chain(others).copied().collect()
    }

    /// The paragraphs from the grounds to the end mark.
    pub(super) fn body(&self) -> Vec<&Line> {
        let middle = self.middle();
        let drawn = if self.is_letter() {
            0
        } else {
            middle.iter().position(|line| line.is_drawn).map_or(2, |place| place + 1)
        };
        middle[drawn + self.addressees().len()..].to_vec()
    }
}

/// Whether a cell is of a grid that only sets places: the head's and the closing's.
fn is_of_form(cell: &Cell) -> bool {
    let begins = ["CỘNG HÒA", "CỘNG HOÀ", "Nơi nhận:"];
    cell.lines.iter().any(|line| begins.iter().any(|words| line.text.starts_with(words)))
}

fn text_width(section: &Element) -> i32 {
    let measure = |element: &str, name: &str| section.child(element).and_then(|it| it.number(name)).unwrap_or(0);
    measure("w:pgSz", "w:w") - measure("w:pgMar", "w:left") - measure("w:pgMar", "w:right")
}

/// Every style by its id, with its base.
struct Styles<'a> {
    defaults: Option<&'a Element>,
    by_id: BTreeMap<&'a str, &'a Element>,
}

impl<'a> Styles<'a> {
    fn of(part: &'a Element) -> Self {
        let root = part.child("w:styles").expect("styles have a root");
        let defaults = root.at(&["w:docDefaults", "w:rPrDefault", "w:rPr"]);
        let by_id = root.all("w:style").filter_map(|style| Some((style.get("w:styleId")?, style)));
        Self { defaults, by_id: by_id.collect() }
    }

    /// The properties that may hold for a paragraph, the nearest first.
    fn chain<'b>(&self, paragraph: &'b Element) -> Vec<&'b Element>
    where
        'a: 'b,
    {
        let mut chain: Vec<&'b Element> = vec![paragraph];
        let id = paragraph.at(&["w:pPr", "w:pStyle"]).and_then(|style| style.get("w:val")).unwrap_or("Normal");
        let mut style = self.by_id.get(id).copied();
        while let Some(element) = style {
            chain.push(element);
            let base = element.child("w:basedOn").and_then(|base| base.get("w:val"));
            style = base.and_then(|base| self.by_id.get(base).copied());
        }
        chain
    }

    fn line(&self, paragraph: &Element) -> Line {
        let chain = self.chain(paragraph);
        let of = |element: &str, name: &str| {
            chain.iter().find_map(|it| it.at(&["w:pPr", element]).and_then(|found| found.get(name))).map(str::to_owned)
        };
        let measure = |element: &str, name: &str| of(element, name).and_then(|it| it.parse().ok()).unwrap_or(0);
        let hanging: i32 = measure("w:ind", "w:hanging");
        let pieces: Vec<Piece> = paragraph.all("w:r").map(|run| self.piece(run, &chain[1..])).collect();
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        Line {
            has_picture: paragraph.all("w:r").any(|run| {
                run.children
                    .iter()
                    .any(|child| matches!(child.name.as_str(), "w:drawing" | "w:pict" | "mc:AlternateContent"))
            }),
            is_drawn: text.trim().is_empty() && paragraph.at(&["w:pPr", "w:pBdr", "w:top"]).is_some(),
            text,
            pieces: pieces.into_iter().filter(|piece| !piece.text.trim().is_empty()).collect(),
            alignment: of("w:jc", "w:val").unwrap_or_default(),
            indent: measure("w:ind", "w:firstLine") - hanging,
            left: measure("w:ind", "w:left"),
            right: measure("w:ind", "w:right"),
            before: measure("w:spacing", "w:before"),
            after: measure("w:spacing", "w:after"),
            spacing: measure("w:spacing", "w:line"),
            spacing_rule: of("w:spacing", "w:lineRule").unwrap_or_default(),
        }
    }

    fn piece(&self, run: &Element, styles: &[&Element]) -> Piece {
        let places = std::iter::once(run).chain(styles.iter().copied()).filter_map(|it| it.child("w:rPr"));
        let looks: Vec<&Element> = places.chain(self.defaults).collect();
        let of = |name: &str| looks.iter().find_map(|look| look.child(name));
        let is_on =
            |name: &str| of(name).is_some_and(|element| !matches!(element.get("w:val"), Some("0" | "false" | "none")));
        let text = run.children.iter().map(|child| match child.name.as_str() {
            "w:t" => child.text.as_str(),
            "w:br" => "\n",
            "w:tab" => "\t",
            _ => "",
        });
        Piece {
            text: text.collect(),
            size: of("w:sz").and_then(|size| size.number("w:val")).unwrap_or(20),
            is_bold: is_on("w:b"),
            is_italic: is_on("w:i"),
            is_underlined: is_on("w:u"),
            color: of("w:color").and_then(|color| color.get("w:val")).unwrap_or_default().to_owned(),
        }
    }

    fn grid(&self, table: &Element, room: i32) -> Grid {
        let columns = table.child("w:tblGrid").into_iter().flat_map(|grid| grid.all("w:gridCol"));
        let width: i32 = columns.filter_map(|column| column.number("w:w")).sum();
        let outdent = table.at(&["w:tblPr", "w:tblInd"]).and_then(|indent| indent.number("w:w")).unwrap_or(0);
        let has = |row: &Element, name: &str| row.at(&["w:trPr", name]).is_some();
        let rows = table.all("w:tr").map(|row| Row {
            is_header: has(row, "w:tblHeader"),
            is_whole: has(row, "w:cantSplit"),
            cells: row.all("w:tc").map(|cell| self.cell(cell)).collect(),
        });
        Grid { rows: rows.collect(), width: width + outdent, room }
    }

    fn cell(&self, cell: &Element) -> Cell {
        let width = cell.at(&["w:tcPr", "w:tcW"]).and_then(|width| width.number("w:w")).unwrap_or(0);
        Cell { width, lines: cell.all("w:p").map(|paragraph| self.line(paragraph)).collect() }
    }
}
