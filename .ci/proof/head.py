"""Checks of the head of page 1 (QH, CQ, SO, DD, TL).

Owns these rules' figures. Knows nothing of the body. Its findings go to measure.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from proof.anatomy import Head, Paper
from proof.finding import Finding, missing, quote, within
from proof.pages import MM, Line, Rule

QUOC_HIEU = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
LENGTH_MM = 0.5
CENTER_MM = 0.5
# The tab or run of blanks for the open number may end a blank's width off.
OPEN_CENTER_MM = 1.0
# From the lowest ink of the letters to the stroke: neither touching nor too far.
GAP_MM = (0.5, 3.0)
LEVEL_PT = 0.5


def check_head(paper: Paper) -> Iterator[Finding]:
    """All rules of this file."""
    head = paper.head
    yield from _quoc_hieu(head)
    yield from _tieu_ngu(head)
    yield from _agency(head)
    yield from _number(head)
    yield from _date(head)
    yield from _title(head, paper.main_area.center)


def check_undated_head(head: Head, middle: float) -> Iterator[Finding]:
    """The rules of a head without number and date; the drawn line under its reference is for attached.py."""
    yield from _quoc_hieu(head)
    yield from _tieu_ngu(head)
    yield from _agency(head)
    yield from _titles(head, middle)


def is_set(line: Line, low: float, high: float, bold: bool, italic: bool = False) -> bool:
    """Are all its letters of this size, weight and slant?"""
    weight = line.is_bold if bold else line.is_light
    slant = line.is_italic if italic else line.is_upright
    return within(line.sizes[0], low, high, 0.05) and within(line.sizes[-1], low, high, 0.05) and weight and slant


def type_of(line: Line) -> str:
    """How the line is set, for a message."""
    sizes = "/".join(f"{size:g}" for size in line.sizes)
    weight = "bold" if line.is_bold else "light" if line.is_light else "partly bold"
    slant = "italic" if line.is_italic else "upright" if line.is_upright else "partly italic"
    return f"{sizes} pt {weight} {slant}"


def typed(
    rule: str,
    title: str,
    lines: Sequence[Line],
    expected: str,
    low: float,
    high: float,
    bold: bool,
    italic: bool = False,
) -> Finding:
    """Are all these lines set as allowed?"""
    if not lines:
        return missing(rule, title, expected)
    wrong = [f"{quote(line.text)} {type_of(line)}" for line in lines if not is_set(line, low, high, bold, italic)]
    return Finding(rule, title, not wrong, " | ".join(wrong) or type_of(lines[0]), expected)


def centred(
    rule: str,
    title: str,
    lines: Sequence[Line | Rule | None],
    middle: float | None,
    where: str,
    tolerance_mm: float = CENTER_MM,
) -> Finding:
    """Are all these lines centred at `middle`?"""
    expected = f"centred {where}, ±{tolerance_mm:g} mm"
    found = [line for line in lines if line is not None]
    if not found or middle is None:
        return missing(rule, title, expected)
    worst = max((line.center - middle for line in found), key=abs) / MM
    return Finding(rule, title, abs(worst) <= tolerance_mm, f"{worst:+.2f} mm off", expected)


def gap_below(rule: str, title: str, line: Line | None, stroke: Rule | None) -> Finding:
    """Is there the right gap between the drawn line and the letters above it?"""
    expected = f"{GAP_MM[0]:g}-{GAP_MM[1]:g} mm below the lowest letter"
    if line is None or stroke is None:
        return missing(rule, title, expected)
    gap = (stroke.top - line.ink_bottom) / MM
    return Finding(rule, title, within(gap, *GAP_MM), f"{gap:.2f} mm", expected)


def part_of_longest(rule: str, title: str, lines: Sequence[Line], stroke: Rule | None) -> Finding:
    """Is the drawn line 1/3 to 1/2 of the longest printed line?"""
    expected = "1/3 to 1/2 of the longest printed line"
    if not lines or stroke is None:
        return missing(rule, title, expected)
    longest = max(line.width for line in lines)
    measured = f"{stroke.width / MM:.1f} mm = {stroke.width / longest:.3f} of {longest / MM:.1f} mm"
    return Finding(rule, title, within(stroke.width / longest, 1 / 3, 1 / 2, 0.005), measured, expected)


def _quoc_hieu(head: Head) -> Iterator[Finding]:
    text = head.quoc_hieu.text if head.quoc_hieu else "nothing"
    yield Finding("QH-01", "Quốc hiệu on one line", text in QUOC_HIEU, quote(text), quote(QUOC_HIEU[0]))
    lines = [head.quoc_hieu] if head.quoc_hieu else []
    yield typed("QH-02", "type of the Quốc hiệu", lines, "12-13 pt bold upright", low=12, high=13, bold=True)


def _tieu_ngu(head: Head) -> Iterator[Finding]:
    text = head.tieu_ngu.text if head.tieu_ngu else "nothing"
    yield Finding("QH-03", "Tiêu ngữ", text == TIEU_NGU, quote(text), quote(TIEU_NGU))
    lines = [head.tieu_ngu] if head.tieu_ngu else []
    yield typed("QH-04", "type of the Tiêu ngữ", lines, "13-14 pt bold upright", low=13, high=14, bold=True)
    middle = head.quoc_hieu.center if head.quoc_hieu else None
    yield centred("QH-04", "Tiêu ngữ", lines, middle, "under the Quốc hiệu")
    yield _tieu_ngu_length(head)
    middle = head.tieu_ngu.center if head.tieu_ngu else None
    yield centred("QH-05", "line under the Tiêu ngữ", [head.tieu_ngu_rule], middle, "under its text")
    yield gap_below("QH-05", "gap over the line under the Tiêu ngữ", head.tieu_ngu, head.tieu_ngu_rule)


def _tieu_ngu_length(head: Head) -> Finding:
    rule, title = "QH-05", "length of the line under the Tiêu ngữ"
    if head.tieu_ngu is None or head.tieu_ngu_rule is None:
        return missing(rule, title, "a drawn line as long as the Tiêu ngữ")
    drawn, text = head.tieu_ngu_rule.width / MM, head.tieu_ngu.width / MM
    return Finding(rule, title, abs(drawn - text) <= LENGTH_MM, f"{drawn:.2f} mm", f"{text:.2f} ±{LENGTH_MM:g} mm")


def _agency(head: Head) -> Iterator[Finding]:
    if head.superior:
        expected = "12-13 pt light upright"
        yield typed("CQ-04", "type of the superior body", head.superior, expected, low=12, high=13, bold=False)
    yield typed("CQ-05", "type of the issuing body", head.issuer, "12-13 pt bold upright", low=12, high=13, bold=True)
    yield _issuer_in_full(head)
    names = [*head.superior, *head.issuer]
    small = [quote(line.text) for line in names if not line.is_capitals]
    yield Finding("CQ-05", "capitals", bool(names) and not small, " ".join(small) or f"{len(names)} lines", "capitals")
    middle = head.issuer[-1].center if head.issuer else None
    yield centred("CQ-05", "lines of the agency names", names, middle, "over one another")
    yield part_of_longest("CQ-06", "line under the issuing body", head.issuer, head.issuer_rule)
    yield centred("CQ-06", "line under the issuing body", [head.issuer_rule], middle, "under the name")
    yield gap_below("CQ-06", "gap over that line", head.issuer[-1] if head.issuer else None, head.issuer_rule)


def _issuer_in_full(head: Head) -> Finding:
    short = [quote(line.text) for line in head.issuer if re.search(r"\b(UBND|HĐND)\b", line.text)]
    seen = " ".join(short) or f"{len(head.issuer)} lines"
    return Finding("CQ-03", "issuing body in full", bool(head.issuer) and not short, seen, "no abbreviation")


def _number(head: Head) -> Iterator[Finding]:
    lines = [head.number] if head.number else []
    yield typed("SO-02", "type of number and symbol", lines, "13 pt light upright", low=13, high=13, bold=False)
    text = head.number.text if head.number else "nothing"
    shape = re.fullmatch(r"Số: ?\d* ?/\S+", text)
    yield Finding("SO-03", "number and symbol", shape is not None, quote(text), "«Số: …/SYMBOL» without other blanks")
    middle = head.issuer[-1].center if head.issuer else None
    yield centred("SO-02", "number and symbol", lines, middle, "under the issuing body", OPEN_CENTER_MM)


def _date(head: Head) -> Iterator[Finding]:
    lines = [head.date] if head.date else []
    expected = "13-14 pt light italic"
    yield typed("DD-04", "type of place and date", lines, expected, low=13, high=14, bold=False, italic=True)
    middle = head.quoc_hieu.center if head.quoc_hieu else None
    yield centred("DD-05", "place and date", lines, middle, "under the Quốc hiệu", OPEN_CENTER_MM)
    if head.number is None or head.date is None:
        yield missing("DD-05", "number and date level", "one baseline")
        return
    apart = abs(head.number.baseline - head.date.baseline)
    expected = f"within {LEVEL_PT:g} pt"
    yield Finding("DD-05", "number and date level", apart <= LEVEL_PT, f"{apart:.2f} pt apart", expected)


def _title(head: Head, middle: float) -> Iterator[Finding]:
    if head.about:
        yield from _about(head)
        return
    yield from _titles(head, middle)
    yield part_of_longest("TL-03", "line under trích yếu", head.subject, head.subject_rule)
    yield centred("TL-03", "line under trích yếu", [head.subject_rule], middle, "on the page")
    yield gap_below("TL-03", "gap over that line", head.subject[-1] if head.subject else None, head.subject_rule)


def _about(head: Head) -> Iterator[Finding]:
    expected = "12-13 pt light upright"
    yield typed("TL-04", "type of the letter's subject", head.about, expected, low=12, high=13, bold=False)
    middle = head.issuer[-1].center if head.issuer else None
    yield centred("TL-04", "the letter's subject", head.about, middle, "under the number")
    text = " ".join(line.text for line in head.about)
    right = text.startswith("V/v ") and not text.endswith((".", ";", ":"))
    yield Finding("TL-05", "words of the letter's subject", right, quote(text), "«V/v …» without an end mark")


def _titles(head: Head, middle: float) -> Iterator[Finding]:
    expected = "13-14 pt bold upright"
    yield typed("TL-01", "type of tên loại", head.title, expected, low=13, high=14, bold=True)
    yield centred("TL-01", "tên loại", head.title, middle, "on the page")
    yield typed("TL-02", "type of trích yếu", head.subject, expected, low=13, high=14, bold=True)
    yield centred("TL-02", "trích yếu", head.subject, middle, "on the page")
