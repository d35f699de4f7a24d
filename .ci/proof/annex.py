"""Checks of annexes: their head, their orientation, and that the text refers to them (PL, GEN-02).

Owns these rules' figures. Must not know the content of a table. Its findings go to measure.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.anatomy import Annex, Paper
from proof.figure_rules import figure_columns
from proof.finding import Finding, missing, quote
from proof.head import centred, gap_below, typed
from proof.pages import MM, Line, Rule
from proof.tables import PrintedTable

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
# Number and day are left open (PL-06): every run of blanks is read as one.
REFERENCE = re.compile(r"\(Kèm theo \S.* số ?/\S+ ngày tháng năm( \d{4})? của \S.*\)")
# A table of tasks with this many columns is too wide for portrait.
WIDE_COLUMNS = 6


def check_annexes(paper: Paper) -> Iterator[Finding]:
    """All rules of this file; a paper without annexes has nothing to check."""
    for annex in paper.annexes:
        yield from _label(annex)
        yield from _title(annex)
        yield from check_reference(annex.reference, annex.reference_rule, annex.area.center)
        yield _sheet(annex)
    if paper.annexes:
        yield _numbers(paper)
        yield _pointed_to(paper)


def _label(annex: Annex) -> Iterator[Finding]:
    title = "word of the annex alone on its line"
    right = re.fullmatch(r"Phụ lục( [IVXLC]+)?", annex.label.text) is not None
    yield Finding("PL-03", title, right, quote(annex.label.text), "«Phụ lục» or «Phụ lục I», not in capitals")
    expected = "14 pt bold upright"
    yield typed("PL-03", "type of that word", [annex.label], expected, low=14, high=14, bold=True)
    yield centred("PL-03", "word of the annex", [annex.label], annex.area.center, "on the page")


def _title(annex: Annex) -> Iterator[Finding]:
    """A title that is not in capitals is not found."""
    expected = "13-14 pt bold upright, capitals"
    yield typed("PL-04", "type of the title", annex.title, expected, low=13, high=14, bold=True)
    yield centred("PL-04", "title of the annex", annex.title, annex.area.center, "under its word")


def check_reference(lines: tuple[Line, ...], rule: Rule | None, middle: float) -> Iterator[Finding]:
    """The line `(Kèm theo …)` under a title, and the drawn line under it."""
    yield typed("PL-05", "type of the reference", lines, "13-14 pt light italic", 13, 14, bold=False, italic=True)
    yield centred("PL-05", "reference", lines, middle, "under the title")
    text = " ".join(line.text for line in lines)
    expected = "«(Kèm theo … số /… ngày tháng năm … của …)», number and day open"
    yield Finding("PL-06", "words of the reference", REFERENCE.fullmatch(text) is not None, quote(text), expected)
    yield _short(lines, rule)
    yield centred("PL-07", "line under the reference", [rule], middle, "under it")
    yield gap_below("PL-07", "gap over that line", lines[-1] if lines else None, rule)


def _short(lines: tuple[Line, ...], rule: Rule | None) -> Finding:
    """The forms show a short line and give no length."""
    title, expected = "line under the reference", "drawn, at most half as long as the reference"
    if rule is None or not lines:
        return missing("PL-07", title, expected)
    longest = max(line.width for line in lines)
    measured = f"{rule.width / MM:.1f} mm under {longest / MM:.1f} mm"
    return Finding("PL-07", title, rule.width <= longest / 2 + 1, measured, expected)


def _sheet(annex: Annex) -> Finding:
    columns = max((_breadth(table) for table in annex.tables), default=0)
    lying = annex.pages[0].is_lying
    measured = f"{columns:g} columns of words on a sheet that {'lies' if lying else 'stands'}"
    expected = f"a lying sheet for {WIDE_COLUMNS} columns and more, two of figures for one"
    return Finding("GEN-02", "sheet of the annex", lying or columns < WIDE_COLUMNS, measured, expected)


def _breadth(table: PrintedTable) -> float:
    """Two columns of figures count as one column of words."""
    return table.columns - len(figure_columns(table)) / 2


def _numbers(paper: Paper) -> Finding:
    """A single annex has no number; several have Roman numbers in order."""
    found = [_number(annex) for annex in paper.annexes]
    expected = [""] if len(found) == 1 else list(ROMAN[: len(found)])
    measured = ", ".join(number or "none" for number in found)
    return Finding("PL-02", "numbers of the annexes", found == expected, measured, ", ".join(expected) or "none")


def _number(annex: Annex) -> str:
    """The text between its word and any title on the same line."""
    match = re.match(r"Phụ lục ?([IVXLC\d]*)\b", annex.label.text, re.I)
    return match[1] if match else ""


def _pointed_to(paper: Paper) -> Finding:
    lines = [*paper.body, *(line for one in paper.attached for line in one.body)]
    text = " ".join(line.text for line in lines)
    labels = [f"Phụ lục {_number(annex)}".rstrip() for annex in paper.annexes]
    absent = [quote(label) for label in labels if not re.search(rf"\b{re.escape(label)}\b", text)]
    measured = " ".join(absent) or f"{len(labels)} pointed to"
    return Finding("PL-01", "annexes that the text points to", not absent, measured, "every annex")
