"""Papers that break the rules of annexes, attached texts, decisions and submissions, each with the rules it breaks.

Owns the pairs. Knows no check. They go to faults.py.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from proof.fault import Fault
from proof.figure_parts import Figures
from proof.papers import ATTACHED, DECISION, PLAN, SUBMISSION, TWO_ANNEXES, Paper
from proof.parts import Annex, Reference
from proof.sheet import CENTER, LEFT


def of(base: Paper, name: str, rules: str, **what: Any) -> Fault:
    """A good paper with one thing changed."""
    return Fault(name, replace(base, **what), frozenset(rules.split()))


def annex(name: str, rules: str, **what: Any) -> Fault:
    """The good plan with one thing changed in its annex."""
    return of(PLAN, name, rules, annexes=(replace(Annex(), **what),))


def figures(name: str, rules: str, **what: Any) -> Fault:
    """The good plan with one thing changed in a table of figures."""
    return annex(name, rules, figures=replace(Figures(), **what))


def refers(name: str, rules: str, **what: Any) -> Fault:
    """The good plan with one thing changed in the line that refers to it."""
    return annex(name, rules, reference=replace(Reference(), **what))


def attached(name: str, rules: str, **what: Any) -> Fault:
    """The good decision with one thing changed in the text that it issues."""
    return of(DECISION, name, rules, attached=replace(ATTACHED, **what))


FILLED = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Sơn Hòa)"
SHORTENED = "(Kèm theo Kế hoạch của Ủy ban nhân dân xã Sơn Hòa)"

ANNEXES = [
    of(PLAN, "annex that the text does not name", "PL-01", pointer=None),
    annex("one annex with a number", "PL-01 PL-02", label="Phụ lục I"),
    of(TWO_ANNEXES, "two annexes of one number", "PL-02", annexes=(Annex(label="Phụ lục I"),) * 2),
    annex("word of the annex in capitals", "PL-03", label="PHỤ LỤC"),
    annex("word and title on one line", "PL-03", label="Phụ lục. BẢNG PHÂN CÔNG"),
    annex("word of the annex at 13 pt", "PL-03", label_pt=13),
    annex("word of the annex flush left", "PL-03", label_alignment=LEFT),
    annex("title of the annex in small letters", "PL-04 PL-05 PL-06 PL-07", title="Bảng phân công nhiệm vụ"),
    annex("title of the annex at 16 pt", "PL-04", title_pt=16),
    annex("title of the annex flush left", "PL-04", title_alignment=LEFT),
    refers("reference upright", "PL-05", is_italic=False),
    refers("reference at 12 pt", "PL-05", size_pt=12),
    refers("reference flush left", "PL-05", alignment=LEFT),
    refers("reference with number and day", "PL-06", text=FILLED),
    refers("reference without number and day", "PL-06", text=SHORTENED, rule_mm=30),
    refers("no line under the reference", "PL-07", rule_mm=None),
    refers("line under the reference as long as it", "PL-07", rule_mm=200),
    refers("line under the reference aside", "PL-07", rule_shift_mm=5),
    refers("line touches the reference", "PL-07", rule_before_pt=0),
    annex("six columns on an upright sheet", "GEN-02", is_lying=False),
    annex("pages of the annex counted on", "GEN-09", starts_at=None),
]

TABLES = [
    annex("header on the first page only", "table-header", is_header_repeated=False),
    annex("header light", "table-type", is_header_bold=False),
    annex("letters of 11 pt", "table-type", letters_pt=11),
    annex("letters of 14 pt", "table-type", letters_pt=14),
    annex("row over a page end", "table-rows", long_row=7, long_row_sentences=5, can_split=True),
    annex("group not merged", "table-groups", are_groups_merged=False),
    annex("group last on a page", "table-groups", are_groups_kept=False, group_every=1),
    annex("number left out", "table-count", left_out=20),
    annex("letters over the line of a cell", "table-inside", out_of_cell_mm=-6),
    annex("row lower than its text", "all-printed", low_row=3),
    annex("table in the left margin", "GEN-04", shift_mm=-6),
    annex("blue lines", "GEN-08", line_color="0000FF"),
    annex("header on a coloured ground", "GEN-08", header_ground="BDD7EE"),
]

FIGURES = [
    figures("second row of the header on the first page only", "table-groups table-header", repeated_rows=1),
    figures("letters of 11 pt in a table of few columns", "table-type", letters_pt=11),
    figures("figure over two lines", "table-figures", broken="1.234.\n567,89"),
    figures("figures in the middle", "table-figures", alignment=CENTER),
    figures("total light", "table-total", is_total_bold=False),
    figures("total first on a page", "table-total", is_total_kept=False, rows=14),
    figures("note upright", "table-note", is_note_italic=False),
    figures("note at 10 pt", "table-note", note_pt=10),
    figures("note far below its table", "table-note", note_gap_mm=20),
]

ATTACHED_TEXTS = [
    of(DECISION, "decision without the text it issues", "FORM-05", attached=None),
    attached("attached text goes on behind the signature", "FORM-05 KY-10 KY-11 KY-13 NN-06", is_part=False),
    attached("attached text with number and date", "FORM-05", has_number_row=True),
    attached("attached text with signature", "FORM-05", is_signed=True),
    attached("attached text without reference", "PL-05 PL-06 PL-07", reference=None),
    attached("attached text counts on", "GEN-09", starts_at=None),
    attached("attached text without end mark", "ND-15", end_mark="."),
    attached("name of the body light", "CQ-03 CQ-05 CQ-06", agency_bold=False),
]

FORMS = [
    of(DECISION, "nobody decides", "form-decision", decider=None),
    of(DECISION, "who decides in light letters", "form-decision ND-10 ND-12", decider_bold=False),
    of(DECISION, "who decides in small letters", "form-decision", decider="Ủy ban nhân dân xã Sơn Hòa"),
    of(DECISION, "no word of decision", "form-decision", word="QUYẾT NGHỊ:"),
    of(DECISION, "word of decision flush left", "form-decision ND-12", word_alignment=LEFT),
    of(DECISION, "labels of the articles light", "ND-05", articles_bold=False),
    of(DECISION, "articles that begin with 2", "ND-05", first_article=2),
    of(DECISION, "recipients of a decision without article", "NN-07", recipients_first="- Thường trực Đảng ủy;"),
    of(DECISION, "recipients name no article", "NN-07", recipients_first="- Như Điều 7;"),
    of(SUBMISSION, "submission to nobody", "NN-01", addressees=()),
    of(PLAN, "plan with addressees", "NN-01 NN-07", addressees=("Kính gửi: Các thôn",)),
    of(SUBMISSION, "addressees at 12 pt", "NN-02", addressees_pt=12, addressees_hang_mm=50.4),
    of(SUBMISSION, "dash in front of one addressee", "NN-03", addressees=("Kính gửi: - Ủy ban nhân dân tỉnh",)),
    of(SUBMISSION, "dashes not under the colon", "NN-04", addressees_hang_mm=60),
    of(SUBMISSION, "addressees end with semicolons", "NN-04", addressees=("Kính gửi:", "- Sở A;", "- Sở B;")),
    of(SUBMISSION, "submission that names its addressees again", "NN-07", recipients_first="- Như kính gửi;"),
]

PART_FAULTS = [*ANNEXES, *TABLES, *FIGURES, *ATTACHED_TEXTS, *FORMS]
