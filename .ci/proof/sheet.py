"""What python-docx lacks for drawing a paper: grids, lines in cells, drawn lines, borders, fields.

Owns the Word XML for these. Must not know the decree. Its pieces go to papers.py.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document as Paperwork
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


def add_grid(document: Paperwork, widths_mm: tuple[float, ...], rows: int) -> Table:
    """A borderless table without cell padding, for things side by side."""
    table: Table = document.add_table(rows=rows, cols=len(widths_mm))
    table.autofit = False
    table._tbl.tblPr.insert_element_before(_no_cell_margins(), "w:tblLook")
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths_mm, strict=True):
            cell.width = Mm(width)
    return table


def _no_cell_margins() -> Any:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def add_line(cell: _Cell, text: str, size_pt: float, bold: bool) -> Paragraph:
    """A centred line in a cell; the first line uses the cell's empty paragraph."""
    first = cell.paragraphs[0]
    paragraph = cell.add_paragraph() if len(cell.paragraphs) > 1 or first.runs else first
    paragraph.alignment = CENTER
    paragraph.paragraph_format.keep_with_next = True
    return add_text(paragraph, text, size_pt, bold)


def add_text(paragraph: Paragraph, text: str, size_pt: float, bold: bool) -> Paragraph:
    """Adds the text to the paragraph."""
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size_pt), bold
    return paragraph


def draw_rule(
    paragraph: Paragraph, length_mm: float, column_mm: float, shift_mm: float = 0, before_pt: float = 2
) -> None:
    """Turns the empty paragraph into a drawn line: its upper border, whose length follows from its indents."""
    form = paragraph.paragraph_format
    form.space_before = Pt(before_pt)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(2)
    side = (column_mm - length_mm) / 2
    form.left_indent, form.right_indent = Mm(side + shift_mm), Mm(side - shift_mm)
    borders = OxmlElement("w:pBdr")
    borders.append(border("top", 6))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")


def border(side: str, eighths: int) -> Any:
    """A black single border, in eighths of a point."""
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    return border


def field_part(kind: str | None, text: str | None) -> Any:
    """A mark of a field (`begin`, `end`), or where `kind` is `None` its instruction."""
    if kind is None:
        part = OxmlElement("w:instrText")
        part.text = text
        return part
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part
