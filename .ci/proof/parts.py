"""Writes the later parts of a paper: annexes with their tables, and the line that refers to the document.

Owns their imitation, written with python-docx, without our code. Must not know a check or the measures that checks
expect. papers.py adds them to the papers that it writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document as Paperwork
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from proof.figure_parts import Figures, add_figures
from proof.sheet import CENTER, LEFT, add_text, border, draw_rule

SENTENCE = "Rà soát, phân loại, bổ sung sách của tủ sách thôn; thanh lọc tài liệu cũ nát, nội dung không còn phù hợp. "
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True)
class Reference:
    """The line `(Kèm theo …)` and the drawn line under it."""

    text: str = "(Kèm theo Kế hoạch số     /KH-UBND ngày     tháng     năm 2026 của Ủy ban nhân dân xã Sơn Hòa)"
    size_pt: float = 14
    is_italic: bool = True
    alignment: WD_ALIGN_PARAGRAPH = CENTER
    rule_mm: float | None = 40
    rule_shift_mm: float = 0
    rule_before_pt: float = 2


@dataclass(frozen=True)
class Annex:
    """An annex with a table of tasks over three pages; every default keeps the rules."""

    label: str = "Phụ lục"
    label_pt: float = 14
    label_alignment: WD_ALIGN_PARAGRAPH = CENTER
    title: str = "BẢNG PHÂN CÔNG NHIỆM VỤ"
    title_pt: float = 14
    title_alignment: WD_ALIGN_PARAGRAPH = CENTER
    reference: Reference = Reference()
    is_lying: bool = True
    starts_at: int | None = 1
    headings: tuple[str, ...] = ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm")
    rows: int = 30
    group_every: int | None = 8
    are_groups_merged: bool = True
    are_groups_kept: bool = True
    is_header_repeated: bool = True
    is_header_bold: bool = True
    letters_pt: float = 12
    left_out: int | None = None
    long_row: int | None = None
    long_row_sentences: int = 0
    can_split: bool = False
    low_row: int | None = None
    out_of_cell_mm: float = 0
    shift_mm: float = 0
    line_color: str = "000000"
    header_ground: str | None = None
    figures: Figures | None = None

    @property
    def width_mm(self) -> float:
        """Width between the side margins."""
        return 252 if self.is_lying else 165


def add_annex(document: Paperwork, annex: Annex) -> None:
    """A section of its own, its head, its table of tasks or of figures."""
    _add_section(document, annex)
    for text, size, alignment in (
        (annex.label, annex.label_pt, annex.label_alignment),
        (annex.title, annex.title_pt, annex.title_alignment),
    ):
        add_text(document.add_paragraph(), text, size, bold=True).alignment = alignment
    add_reference(document, annex.reference, annex.width_mm)
    document.add_paragraph()
    if annex.figures:
        add_figures(document, annex.figures)
    else:
        _add_table(document, annex)


def add_reference(document: Paperwork, reference: Reference, width_mm: float) -> None:
    """The line `(Kèm theo …)` and the drawn line under it."""
    line = add_text(document.add_paragraph(), reference.text, reference.size_pt, bold=False)
    line.runs[0].italic, line.alignment = reference.is_italic, reference.alignment
    if reference.rule_mm:
        shift, before = reference.rule_shift_mm, reference.rule_before_pt
        draw_rule(document.add_paragraph(), reference.rule_mm, width_mm, shift, before)


def start_numbers(section: Section, number: int) -> None:
    """Counts the section's pages from this number."""
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), str(number))
    section._sectPr.insert_element_before(start, "w:cols", "w:titlePg", "w:docGrid")


def add_part(document: Paperwork, starts_at: int | None) -> Section:
    """A section on a new page; python-docx copies the one before."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    if starts_at is not None:
        start_numbers(section, starts_at)
    return section


def _add_section(document: Paperwork, annex: Annex) -> None:
    section = add_part(document, annex.starts_at)
    section.orientation = WD_ORIENT.LANDSCAPE if annex.is_lying else WD_ORIENT.PORTRAIT
    short, long = Mm(210), Mm(297)
    section.page_width, section.page_height = (long, short) if annex.is_lying else (short, long)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)


def _add_table(document: Paperwork, annex: Annex) -> None:
    table: Table = document.add_table(rows=0, cols=len(annex.headings))
    table.autofit = False
    _draw_lines(table, annex)
    header = _add_row(table, annex, annex.headings, bold=annex.is_header_bold)
    if annex.is_header_repeated:
        header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if annex.header_ground:
        for cell in header.cells:
            _shade(cell, annex.header_ground)
    for number in range(1, annex.rows + 1):
        if annex.group_every and number % annex.group_every == 1 % annex.group_every:
            _add_group(table, annex, number)
        _add_task(table, annex, number)


def _draw_lines(table: Table, annex: Annex) -> None:
    indent = OxmlElement("w:tblInd")
    # Word puts the text at the margin and the line outside it.
    for name, value in (("w", str(round((annex.shift_mm + 2) * 56.693))), ("type", "dxa")):
        indent.set(qn(f"w:{name}"), value)
    lines = OxmlElement("w:tblBorders")
    for side in SIDES:
        line = border(side, 4)
        line.set(qn("w:color"), annex.line_color)
        lines.append(line)
    after = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    table._tbl.tblPr.insert_element_before(indent, "w:tblBorders", *after)
    table._tbl.tblPr.insert_element_before(lines, *after)


def _shade(cell: _Cell, color: str) -> None:
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def _add_group(table: Table, annex: Annex, number: int) -> None:
    row = _add_row(table, annex, ("",) * len(annex.headings), bold=True)
    cell = row.cells[0].merge(row.cells[-1]) if annex.are_groups_merged else row.cells[1]
    for empty in cell.paragraphs[1:]:
        empty._p.getparent().remove(empty._p)
    paragraph = add_text(cell.paragraphs[0], f"Nhóm nhiệm vụ từ số {number}", annex.letters_pt, bold=True)
    paragraph.paragraph_format.keep_with_next = annex.are_groups_kept


def _add_task(table: Table, annex: Annex, number: int) -> None:
    text = SENTENCE.strip() if number % 2 else "Tổ chức buổi đọc sách cuối tuần."
    if number == annex.long_row:
        text = (SENTENCE * annex.long_row_sentences).strip()
    further = ("Phòng Văn hóa - Xã hội", "Các thôn", "30/6/2026", "danh mục sách")
    shown = number + 1 if annex.left_out and number >= annex.left_out else number
    texts = (str(shown), text, *further)[: len(annex.headings)]
    row = _add_row(table, annex, texts, bold=False, can_split=annex.can_split and number == annex.long_row)
    if number == annex.low_row:
        row.height, row.height_rule = Mm(6), WD_ROW_HEIGHT_RULE.EXACTLY
    if number == 2:
        row.cells[-1].paragraphs[0].paragraph_format.left_indent = Mm(annex.out_of_cell_mm)


def _add_row(table: Table, annex: Annex, texts: tuple[str, ...], bold: bool, can_split: bool = False) -> _Row:
    row: Any = table.add_row()
    if not can_split:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    narrow = 14.0
    # The table is half a line's thickness inside the margins.
    width = (annex.width_mm - narrow - 0.4) / (len(texts) - 1)
    for index, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.width = Mm(narrow if index == 0 else width)
        if text:
            add_text(cell.paragraphs[0], text, annex.letters_pt, bold).alignment = LEFT
    return row
