"""Writes a table of figures: a header of two rows, right-aligned figures, a total, a note below.

Owns this imitation, written with python-docx, without our code. Must not know a check or the measures that checks
expect. parts.py puts it into annexes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document as Paperwork
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell, _Row

from proof.sheet import CENTER, LEFT, RIGHT, add_text, border

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
WIDTHS_MM = (14.0, 66.0, 42.0, 42.0, 42.0, 45.6)
HEADINGS = ("STT", "Thôn", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)", "Số hộ")
SHARED = "Hộ gia đình văn hóa"


@dataclass(frozen=True)
class Figures:
    """A table of villages over two pages, their total and a note; every default keeps the rules."""

    rows: int = 24
    row_mm: float = 9
    letters_pt: float = 12
    repeated_rows: int = 2
    alignment: WD_ALIGN_PARAGRAPH = RIGHT
    broken: str | None = None
    is_total_bold: bool = True
    is_total_kept: bool = True
    note: str = "Ghi chú: dấu “–” là chưa có số liệu của kỳ báo cáo."
    note_pt: float = 12
    is_note_italic: bool = True
    note_gap_mm: float = 1


def add_figures(document: Paperwork, figures: Figures) -> None:
    """The table and its note."""
    table: Table = document.add_table(rows=0, cols=len(HEADINGS))
    table.autofit = False
    _draw_lines(table)
    _add_header(table, figures)
    for number in range(1, figures.rows + 1):
        is_last = number == figures.rows
        _add_village(table, figures, number, is_kept=is_last and figures.is_total_kept)
    total = _add_row(table, figures, ("Tổng cộng", "", "2.280", "2.274,5", "99,8", "1.240"), figures.is_total_bold)
    _without_empty(total.cells[0].merge(total.cells[1]))
    for paragraph in (paragraph for cell in total.cells for paragraph in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True
    note = add_text(document.add_paragraph(), figures.note, figures.note_pt, bold=False)
    note.runs[0].italic = figures.is_note_italic
    note.paragraph_format.space_before = Mm(figures.note_gap_mm)


def _draw_lines(table: Table) -> None:
    indent = OxmlElement("w:tblInd")
    for name, value in (("w", "113"), ("type", "dxa")):
        indent.set(qn(f"w:{name}"), value)
    lines = OxmlElement("w:tblBorders")
    for side in SIDES:
        lines.append(border(side, 4))
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    table._tbl.tblPr.insert_element_before(indent, "w:tblBorders", *after)
    table._tbl.tblPr.insert_element_before(lines, *after)


def _add_header(table: Table, figures: Figures) -> None:
    """Three columns share a heading; the others take both rows."""
    upper = _add_row(table, figures, (*HEADINGS[:2], SHARED, "", "", HEADINGS[5]), bold=True)
    lower = _add_row(table, figures, ("", "", *HEADINGS[2:5], ""), bold=True)
    for row in (upper, lower)[: figures.repeated_rows]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _without_empty(upper.cells[2].merge(upper.cells[4]))
    for column in (0, 1, 5):
        _without_empty(upper.cells[column].merge(lower.cells[column]))
    for cell in (*upper.cells, *lower.cells):
        for paragraph in cell.paragraphs:
            paragraph.alignment = CENTER


def _without_empty(cell: _Cell) -> None:
    for empty in cell.paragraphs[1:]:
        empty._p.getparent().remove(empty._p)


def _add_village(table: Table, figures: Figures, number: int, is_kept: bool) -> None:
    found = figures.broken if figures.broken and number == 3 else f"{90 + number},5"
    share = "–" if number == 4 else f"{95 + number},3"
    texts = (str(number), f"Thôn Suối Ngàn {number}", "95", found, share, str(number * 7))
    row = _add_row(table, figures, texts, bold=False)
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = is_kept


def _add_row(table: Table, figures: Figures, texts: tuple[str, ...], bold: bool) -> _Row:
    row: Any = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    row.height, row.height_rule = Mm(figures.row_mm), WD_ROW_HEIGHT_RULE.AT_LEAST
    for index, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(WIDTHS_MM[index])
        if text:
            paragraph = add_text(cell.paragraphs[0], text, figures.letters_pt, bold)
            paragraph.alignment = LEFT if index < 2 else CENTER if text == "–" else figures.alignment
    return row
