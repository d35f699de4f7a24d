"""Writes papers that keep the decree, and papers that break one rule each.

Owns the imitation of programmes, plans, decisions and submissions, written with python-docx, without our code. Must not
know a check or the measures that checks expect: each wrong paper is a good one with one thing changed. selftest.py runs
the checks on them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Paperwork
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from proof.figure_parts import Figures
from proof.parts import Annex, Reference, add_annex, add_part, add_reference, start_numbers
from proof.sheet import CENTER, JUSTIFY, LEFT, add_grid, add_line, add_text, draw_rule, field_part

TIEU_NGU_MM_AT_14 = 60.48
CLAUSE = (
    "Duy trì lịch mở cửa các tủ sách thôn ít nhất ba buổi một tuần; phân công người trực, ghi sổ mượn trả và công "
    "khai danh mục sách mới tại nhà văn hóa, trên trang thông tin của xã."
)


@dataclass(frozen=True)
class Paper:
    """A programme of two pages; every default keeps the decree."""

    page_mm: tuple[float, float] = (210, 297)
    margins_mm: tuple[float, float, float, float] = (20, 15, 20, 30)
    font: str = "Times New Roman"
    heading_font: str | None = None
    color: RGBColor | None = None
    grid_mm: tuple[float, float] = (65, 100)
    quoc_hieu_pt: float = 13
    quoc_hieu_bold: bool = True
    tieu_ngu: str = "Độc lập - Tự do - Hạnh phúc"
    tieu_ngu_pt: float = 14
    tieu_ngu_shift_mm: float = 0
    tieu_ngu_rule_mm: float | None = TIEU_NGU_MM_AT_14
    tieu_ngu_rule_before_pt: float = 2
    tieu_ngu_rule_shift_mm: float = 0
    superior: str | None = None
    superior_pt: float = 13
    superior_bold: bool = False
    agency: tuple[str, ...] = ("ỦY BAN NHÂN DÂN", "XÃ SƠN HÒA")
    agency_bold: bool = True
    agency_rule_mm: float = 17
    agency_rule_shift_mm: float = 0
    number: str = "Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/CTr-UBND"
    number_pt: float = 13
    number_bold: bool = False
    number_alignment: WD_ALIGN_PARAGRAPH = CENTER
    own_number_row: bool = True
    date_pt: float = 14
    date_italic: bool = True
    date_alignment: WD_ALIGN_PARAGRAPH = CENTER
    date_before_pt: float = 6
    has_number_row: bool = True
    title: str = "CHƯƠNG TRÌNH HÀNH ĐỘNG"
    title_pt: float = 14
    title_alignment: WD_ALIGN_PARAGRAPH = CENTER
    subject_bold: bool = True
    subject_alignment: WD_ALIGN_PARAGRAPH = CENTER
    subject_rule_mm: float | None = 28
    subject_rule_shift_mm: float = 0
    reference: Reference | None = None
    addressees: tuple[str, ...] = ()
    addressees_pt: float = 14
    addressees_hang_mm: float = 53
    decider: str | None = None
    decider_bold: bool = True
    word: str = "QUYẾT ĐỊNH:"
    word_alignment: WD_ALIGN_PARAGRAPH = CENTER
    articles: tuple[str, ...] = ()
    articles_bold: bool = True
    first_article: int = 1
    pointer: str | None = None
    grounds_italic: bool = True
    grounds_end: str = "."
    body_pt: float = 14
    body_italic: bool = False
    body_alignment: WD_ALIGN_PARAGRAPH = JUSTIFY
    first_line_mm: float = 12.7
    gap_pt: float = 6
    line_spacing: float = 1.0
    clauses: int = 14
    keep_headings: bool = True
    heading_after: int | None = None
    end_mark: str = "./."
    recipients_label_pt: float = 12
    recipients_label_italic: bool = True
    recipients_label_indent_mm: float = 0
    recipients_before_pt: float = 1.8
    recipients_pt: float = 11
    recipients_indent_mm: float = 0
    recipients_end: str = "."
    recipients_first: str = "- Thường trực Đảng ủy;"
    is_signed: bool = True
    authority_pt: float = 14
    authority: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    authority_shift_mm: float = 0
    room_mm: float = 32
    name_pt: float = 14
    name_shift_mm: float = 0
    name: str = "Trần Thị Bình"
    break_before_signature: bool = False
    break_before_name: bool = False
    number_in_footer: bool = False
    number_on_first_page: bool = False
    first_number: int = 1
    page_number_pt: float = 14
    page_number_italic: bool = False
    page_number_alignment: WD_ALIGN_PARAGRAPH = CENTER
    page_number: bool = True
    header_distance_mm: float = 10
    blank_page: bool = False
    attached: Paper | None = None
    starts_at: int | None = 1
    is_part: bool = True
    annexes: tuple[Annex, ...] = ()

    @property
    def text_width_mm(self) -> float:
        """Width between the side margins."""
        return self.page_mm[0] - self.margins_mm[1] - self.margins_mm[3]


PLAN = Paper(
    title="KẾ HOẠCH",
    pointer="Nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này.",
    clauses=2,
    annexes=(Annex(),),
)
ATTACHED = Paper(
    title="KẾ HOẠCH",
    has_number_row=False,
    subject_rule_mm=None,
    reference=Reference("(Kèm theo Quyết định số     /QĐ-UBND ngày     tháng     năm 2026 của Ủy ban nhân dân xã)"),
    is_signed=False,
)
DECISION = Paper(
    title="QUYẾT ĐỊNH",
    decider="ỦY BAN NHÂN DÂN XÃ SƠN HÒA",
    articles=(
        "Ban hành kèm theo Quyết định này Kế hoạch phát triển văn hóa đọc cộng đồng 6 tháng đầu năm 2026.",
        "Quyết định này có hiệu lực kể từ ngày ký.",
        "Các cơ quan, đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
    ),
    recipients_first="- Như Điều 3;",
    attached=ATTACHED,
)
SUBMISSION = Paper(
    title="TỜ TRÌNH",
    addressees=("Kính gửi:", "- Ủy ban nhân dân tỉnh Phú Yên;", "- Sở Văn hóa, Thể thao và Du lịch."),
    recipients_first="- Như trên;",
)
TWO_ANNEXES = replace(
    PLAN,
    pointer="Nhiệm vụ cụ thể tại Phụ lục I, Phụ lục II kèm theo Kế hoạch này.",
    annexes=(
        Annex(label="Phụ lục I", long_row=5, long_row_sentences=14, can_split=True),
        Annex(label="Phụ lục II", is_lying=False, headings=("STT", "Nội dung", "Chủ trì"), group_every=None, rows=4),
    ),
)
OF_FIGURES = replace(PLAN, annexes=(Annex(figures=Figures()),))
GOOD = (
    Paper(),
    Paper(first_line_mm=10, line_spacing=1.15, body_pt=13, clauses=9, superior="UBND TỈNH PHÚ YÊN"),
    Paper(tieu_ngu_pt=13, tieu_ngu_rule_mm=TIEU_NGU_MM_AT_14 * 13 / 14, margins_mm=(25, 20, 25, 30)),
    PLAN,
    TWO_ANNEXES,
    OF_FIGURES,
    DECISION,
    replace(DECISION, attached=replace(ATTACHED, pointer=PLAN.pointer), annexes=PLAN.annexes),
    SUBMISSION,
    replace(SUBMISSION, addressees=("Kính gửi: Ủy ban nhân dân tỉnh Phú Yên",)),
)


def change(**what: Any) -> Paper:
    """The good paper with one thing changed."""
    return replace(GOOD[0], **what)


def write(paper: Paper, path: Path) -> None:
    """Writes the paper as a .docx."""
    document = Document()
    _set_page(document, paper)
    _set_base_style(document, paper)
    _add_page_number(document, paper)
    _add_text(document, paper)
    if paper.blank_page:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph()
    if paper.attached:
        if paper.attached.is_part:
            add_part(document, paper.attached.starts_at)
        _add_text(document, paper.attached)
    for annex in paper.annexes:
        add_annex(document, annex)
    document.save(str(path))


def _add_text(document: Paperwork, paper: Paper) -> None:
    """A paper itself, or a text attached to it."""
    _add_head(document, paper)
    _add_title(document, paper)
    _add_addressees(document, paper)
    if paper.articles:
        _add_decision(document, paper)
    else:
        _add_body(document, paper)
    if paper.is_signed:
        _add_signature(document, paper)


def _set_page(document: Paperwork, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(paper.page_mm[0]), Mm(paper.page_mm[1])
    top, right, bottom, left = paper.margins_mm
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.header_distance = section.footer_distance = Mm(paper.header_distance_mm)


def _set_base_style(document: Paperwork, paper: Paper) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = paper.font, Pt(paper.body_pt)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:cs", "w:eastAsia"):
        fonts.set(qn(script), paper.font)
    # python-docx starts from a template whose defaults and other styles name theme fonts.
    defaults = document.styles.element.find(qn("w:docDefaults"))
    document.styles.element.remove(defaults)
    for other in list(document.styles):
        if other.name not in ("Normal", "Normal Table", "Default Paragraph Font"):
            other.element.getparent().remove(other.element)
    style.paragraph_format.space_after = Pt(0)


def _add_page_number(document: Paperwork, paper: Paper) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = not paper.number_on_first_page
    if not paper.page_number:
        return
    holder = section.footer if paper.number_in_footer else section.header
    paragraph = holder.paragraphs[0]
    paragraph.style = document.styles["Normal"]
    paragraph.alignment = paper.page_number_alignment
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        run.font.size, run.italic = Pt(paper.page_number_pt), paper.page_number_italic
        run._r.append(field_part(kind, text))
    start_numbers(section, paper.first_number)


def _add_head(document: Paperwork, paper: Paper) -> None:
    table = add_grid(document, paper.grid_mm, 2 if paper.own_number_row and paper.has_number_row else 1)
    left, right = table.rows[0].cells
    left_mm, right_mm = paper.grid_mm
    add_line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", paper.quoc_hieu_pt, bold=paper.quoc_hieu_bold)
    tieu_ngu = add_line(right, paper.tieu_ngu, paper.tieu_ngu_pt, bold=True)
    tieu_ngu.paragraph_format.left_indent = Mm(paper.tieu_ngu_shift_mm)
    if paper.tieu_ngu_rule_mm:
        shift, before = paper.tieu_ngu_rule_shift_mm, paper.tieu_ngu_rule_before_pt
        draw_rule(right.add_paragraph(), paper.tieu_ngu_rule_mm, right_mm, shift, before)
    if paper.superior:
        add_line(left, paper.superior, paper.superior_pt, bold=paper.superior_bold)
    for name in paper.agency:
        add_line(left, name, 13, bold=paper.agency_bold)
    draw_rule(left.add_paragraph(), paper.agency_rule_mm, left_mm, paper.agency_rule_shift_mm)
    if not paper.has_number_row:
        return
    left, right = table.rows[-1].cells
    number = add_line(left, paper.number, paper.number_pt, bold=paper.number_bold)
    number.alignment, number.paragraph_format.space_before = paper.number_alignment, Pt(6.9)
    _line_date(right, paper)


def _line_date(cell: _Cell, paper: Paper) -> None:
    blank = "\u00a0" * 5
    text = f"Sơn Hòa, ngày{blank}tháng{blank}năm 2026"
    date = add_line(cell, text, paper.date_pt, bold=False)
    date.runs[0].italic = paper.date_italic
    date.alignment, date.paragraph_format.space_before = paper.date_alignment, Pt(paper.date_before_pt)


def _add_title(document: Paperwork, paper: Paper) -> None:
    title = add_text(document.add_paragraph(), paper.title, paper.title_pt, bold=True)
    title.alignment, title.paragraph_format.space_before = paper.title_alignment, Pt(14)
    for text in ("Phát triển văn hóa đọc cộng đồng", "6 tháng đầu năm 2026"):
        add_text(document.add_paragraph(), text, 14, bold=paper.subject_bold).alignment = paper.subject_alignment
    if paper.subject_rule_mm:
        draw_rule(document.add_paragraph(), paper.subject_rule_mm, paper.text_width_mm, paper.subject_rule_shift_mm)
    if paper.reference:
        add_reference(document, paper.reference, paper.text_width_mm)


def _add_addressees(document: Paperwork, paper: Paper) -> None:
    for index, text in enumerate(paper.addressees):
        line = add_text(document.add_paragraph(), text, paper.addressees_pt, bold=False)
        line.alignment, line.paragraph_format.space_before = LEFT, Pt(6)
        line.paragraph_format.left_indent = Mm(paper.addressees_hang_mm if index else 35)


def _add_decision(document: Paperwork, paper: Paper) -> None:
    if paper.decider:
        decider = _body(document, paper, paper.decider)
        decider.alignment, decider.runs[0].bold = CENTER, paper.decider_bold
        decider.paragraph_format.first_line_indent = Mm(0)
    _add_grounds(document, paper)
    word = _body(document, paper, paper.word)
    word.alignment, word.runs[0].bold, word.paragraph_format.first_line_indent = paper.word_alignment, True, Mm(0)
    for number, text in enumerate(paper.articles, start=paper.first_article):
        article = _body(document, paper, f"Điều {number}. ")
        article.runs[0].bold = paper.articles_bold
        add_text(article, text, paper.body_pt, bold=False)
    article.paragraph_format.keep_with_next = True


def _add_grounds(document: Paperwork, paper: Paper) -> None:
    laws = ("Thư viện ngày 21 tháng 11 năm 2019;", f"Tổ chức chính quyền địa phương{paper.grounds_end}")
    for law in laws:
        _body(document, paper, f"Căn cứ Luật {law}").runs[0].italic = paper.grounds_italic


def _add_body(document: Paperwork, paper: Paper) -> None:
    if paper.has_number_row:
        _add_grounds(document, paper)
    _body(document, paper, "Ủy ban nhân dân xã ban hành Chương trình hành động phát triển văn hóa đọc như sau:")
    _heading(document, paper, "I. NỘI DUNG THỰC HIỆN")
    for number in range(1, paper.clauses + 1):
        _body(document, paper, f"{number}. {CLAUSE} {CLAUSE if number % 2 else ''}".rstrip())
        if number == paper.heading_after:
            _heading(document, paper, "Khoản có tên")
    if paper.pointer:
        _body(document, paper, paper.pointer)
    _heading(document, paper, "II. TỔ CHỨC THỰC HIỆN")
    last = _body(document, paper, f"Các cơ quan, đơn vị nghiêm túc triển khai. {CLAUSE[:-1]}{paper.end_mark}")
    last.paragraph_format.keep_with_next = last.paragraph_format.keep_together = True


def _heading(document: Paperwork, paper: Paper, text: str) -> None:
    heading = _body(document, paper, text)
    heading.runs[0].bold = True
    heading.paragraph_format.keep_with_next = paper.keep_headings
    if paper.heading_font:
        heading.runs[0].font.name = paper.heading_font
    if paper.color:
        heading.runs[0].font.color.rgb = paper.color


def _body(document: Paperwork, paper: Paper, text: str) -> Paragraph:
    paragraph = add_text(document.add_paragraph(), text, paper.body_pt, bold=False)
    paragraph.runs[0].italic = paper.body_italic
    paragraph.alignment = paper.body_alignment
    form = paragraph.paragraph_format
    form.first_line_indent, form.space_before = Mm(paper.first_line_mm), Pt(paper.gap_pt)
    form.line_spacing, form.widow_control = paper.line_spacing, True
    return paragraph


def _add_signature(document: Paperwork, paper: Paper) -> None:
    if paper.break_before_signature:
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    spacer = document.add_paragraph()
    spacer.paragraph_format.keep_with_next = True
    spacer.paragraph_format.line_spacing_rule, spacer.paragraph_format.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(8)
    table = add_grid(document, (80, paper.text_width_mm - 80), 1)
    left, right = table.rows[0].cells
    label = add_line(left, "Nơi nhận:", paper.recipients_label_pt, bold=True)
    label.runs[0].italic, label.alignment = paper.recipients_label_italic, LEFT
    label.paragraph_format.space_before = Pt(paper.recipients_before_pt)
    label.paragraph_format.left_indent = Mm(paper.recipients_label_indent_mm)
    last = f"- Lưu: VT, VHXH{paper.recipients_end}"
    for text in (paper.recipients_first, "- Các phòng, đơn vị thuộc UBND xã;", "- Các thôn;", last):
        recipient = add_line(left, text, paper.recipients_pt, bold=False)
        recipient.alignment, recipient.paragraph_format.left_indent = LEFT, Mm(paper.recipients_indent_mm)
    for text in paper.authority:
        authority = add_line(right, text, paper.authority_pt, bold=True)
    authority.paragraph_format.left_indent = Mm(paper.authority_shift_mm)
    if paper.break_before_name:
        name = add_text(document.add_paragraph(), paper.name, paper.name_pt, bold=True)
        name.alignment, name.paragraph_format.left_indent = CENTER, Mm(80)
        name.paragraph_format.page_break_before = True
        return
    name = add_line(right, paper.name, paper.name_pt, bold=True)
    name.paragraph_format.space_before = Mm(paper.room_mm)
    name.paragraph_format.left_indent = Mm(paper.name_shift_mm)
