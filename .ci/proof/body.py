"""Checks of the body (CC, ND) and of page ends.

Owns these rules' figures and the grouping of lines into paragraphs. Must not know head or signature. Its findings go to
measure.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from proof.anatomy import TextArea
from proof.finding import Finding, all_hold, missing, quote, within
from proof.head import is_set, type_of
from proof.pages import MM, Line

EDGE_MM = 0.5
# LibreOffice rounds the position of every stretched blank: a straight right edge varies by about half a millimetre.
RIGHT_EDGE_MM = 1.0
FIRST_LINE_MM = (10.0, 12.7)
LEAST_GAP_PT = 6.0
ROUNDING_PT = 0.3
# Single spacing of Times New Roman is 1.15 times the size; one and a half lines are 1.725 times.
PITCH = (1.15, 1.725)
# A line that begins farther in than this begins a paragraph.
INDENTED_MM = 5.0
# So does one whose distance to the line above is this much larger than inside paragraphs.
APART_PT = 1.5


@dataclass(frozen=True)
class Paragraph:
    """Lines of one paragraph; it may continue on the next page."""

    lines: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def text(self) -> str:
        """Its text."""
        return " ".join(line.text for line in self.lines)

    @property
    def is_bold(self) -> bool:
        """Is it a heading: bold throughout?"""
        return all(line.is_bold for line in self.lines)


def check_body(lines: tuple[Line, ...], area: TextArea) -> Iterator[Finding]:
    """All rules of this file, for the paper's own text or for one attached to it."""
    pitch = _pitch(lines, area)
    paragraphs = _paragraphs(lines, area, pitch)
    running = [one for one in paragraphs if not _is_centred_heading(one, area)]
    grounds = list(takewhile(_is_ground, running))
    yield from _grounds(grounds)
    yield _type(paragraphs, grounds)
    yield _both_edges(running, area)
    yield _first_lines(running, area)
    yield _gaps(paragraphs, area, pitch)
    yield _line_spacing(paragraphs)
    yield _end_mark(lines)
    yield _stranded_heading(paragraphs)


def paragraphs_of(lines: tuple[Line, ...], area: TextArea) -> list[Paragraph]:
    """The lines grouped into paragraphs."""
    return _paragraphs(lines, area, _pitch(lines, area))


def _pitch(lines: tuple[Line, ...], area: TextArea) -> float:
    """The distance between baselines inside paragraphs, as a multiple of the type's size."""
    inner = (pair for pair in pairwise(lines) if pair[1].left - area.left < MM)
    steps = [step for line, after in inner if (step := _step(line, after)) is not None]
    # Where paragraphs have no first-line indent, the larger steps between paragraphs are among these.
    return median(sorted(steps)[: len(steps) // 2 + 1]) if steps else PITCH[0]


def _step(line: Line, after: Line) -> float | None:
    if line.page != after.page:
        return None
    return (after.baseline - line.baseline) / after.sizes[-1]


def _paragraphs(lines: tuple[Line, ...], area: TextArea, pitch: float) -> list[Paragraph]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1][-1], line, area, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group)) for group in groups]


def _begins(before: Line, line: Line, area: TextArea, pitch: float) -> bool:
    """Does the line begin a paragraph?"""
    is_indented = line.left - area.left > INDENTED_MM * MM
    step = _step(before, line)
    is_apart = step is not None and (step - pitch) * line.sizes[-1] > APART_PT
    return is_indented or is_apart


def _is_centred_heading(paragraph: Paragraph, area: TextArea) -> bool:
    """Phần and chương are centred (ND-03): no first-line indent, no straight edges."""
    return paragraph.is_bold and all(
        abs(line.center - area.center) < MM and line.left - area.left > 20 * MM for line in paragraph.lines
    )


def _is_ground(paragraph: Paragraph) -> bool:
    """Only meant for the first paragraphs: the sentence that introduces the text may begin with the same words."""
    return paragraph.text.startswith(("Căn cứ", "Theo đề nghị", "Xét đề nghị")) and not paragraph.text.endswith(":")


def _grounds(grounds: list[Paragraph]) -> Iterator[Finding]:
    if not grounds:
        return
    lines = [line for one in grounds for line in one.lines]
    wrong = [f"{quote(line.text)} {type_of(line)}" for line in lines if not is_set(line, 13, 14, False, italic=True)]
    yield all_hold("CC-03", "type of the grounds", len(lines), wrong, "13-14 pt light italic")
    ends = [one.text[-1] for one in grounds]
    expected = "«;» after each, «.» after the last"
    right = ends == [";"] * (len(ends) - 1) + ["."]
    yield Finding("CC-03", "end marks of the grounds", right, " ".join(ends), expected)


def _type(paragraphs: list[Paragraph], grounds: list[Paragraph]) -> Finding:
    lines = [line for one in paragraphs if one not in grounds for line in one.lines]
    wrong = [
        f"{quote(line.text)} {type_of(line)}"
        for line in lines
        if not (within(line.sizes[0], 13, 14, 0.05) and within(line.sizes[-1], 13, 14, 0.05) and line.is_upright)
    ]
    return all_hold("ND-10", "type of the body", len(lines), wrong, "13-14 pt upright")


def _both_edges(paragraphs: list[Paragraph], area: TextArea) -> Finding:
    full = [line for one in paragraphs for line in one.lines[:-1]]
    later = [line for one in paragraphs for line in one.lines[1:]]
    faults = [
        f"page {line.page} {quote(line.text)} ends {(area.right - line.right) / MM:.1f} mm before the margin"
        for line in full
        if abs(area.right - line.right) > RIGHT_EDGE_MM * MM
    ]
    faults += [
        f"page {line.page} {quote(line.text)} begins {(line.left - area.left) / MM:.1f} mm after the margin"
        for line in later
        if abs(line.left - area.left) > EDGE_MM * MM
    ]
    expected = f"at the margins, left ±{EDGE_MM:g}, right ±{RIGHT_EDGE_MM:g} mm"
    return all_hold("ND-11", "both edges straight", len(full), faults, expected)


def _first_lines(paragraphs: list[Paragraph], area: TextArea) -> Finding:
    faults = []
    for one in paragraphs:
        indent = (one.first.left - area.left) / MM
        if not any(within(indent, allowed, allowed, EDGE_MM) for allowed in FIRST_LINE_MM):
            faults.append(f"page {one.first.page} {quote(one.first.text)}: {indent:.1f} mm")
    return all_hold("ND-12", "first lines", len(paragraphs), faults, f"10 or 12.7 mm in, ±{EDGE_MM:g} mm")


def _gaps(paragraphs: list[Paragraph], area: TextArea, pitch: float) -> Finding:
    def is_centred(one: Paragraph) -> bool:
        return _is_centred_heading(one, area)

    # A part's number and the lines of its title below it are one heading (ND-03).
    pairs = [
        (a, b.first)
        for a, b in pairwise(paragraphs)
        if a.lines[-1].page == b.first.page and not (is_centred(a) and is_centred(b))
    ]
    gaps = []
    for above, line in pairs:
        # Centred text has single spacing, whatever the spacing of the body.
        own = PITCH[0] if is_centred(above) else pitch
        gaps.append((line, line.baseline - above.lines[-1].baseline - own * line.sizes[-1]))
    narrow = [
        f"page {line.page} {quote(line.text)}: {gap:.1f} pt" for line, gap in gaps if gap < LEAST_GAP_PT - ROUNDING_PT
    ]
    return all_hold("ND-13", "gaps between paragraphs", len(gaps), narrow, f"at least {LEAST_GAP_PT:g} pt")


def _line_spacing(paragraphs: list[Paragraph]) -> Finding:
    pairs = [pair for one in paragraphs for pair in pairwise(one.lines)]
    steps = [(line, step) for before, line in pairs if (step := _step(before, line)) is not None]
    wrong = [
        f"page {line.page} {quote(line.text)}: {step:.3f} of the size"
        for line, step in steps
        if not within(step, *PITCH, 0.01)
    ]
    expected = f"{PITCH[0]:g}-{PITCH[1]:g} of the size, which is single to one and a half lines"
    return all_hold("ND-14", "line spacing", len(steps), wrong, expected)


def _end_mark(lines: tuple[Line, ...]) -> Finding:
    if not lines:
        return missing("ND-15", "end of the body", "«./.»")
    end = lines[-1].text[-20:]
    return Finding("ND-15", "end of the body", end.endswith("./."), f"«…{end}»", "«./.»")


def _stranded_heading(paragraphs: list[Paragraph]) -> Finding:
    headings = [(one, after) for one, after in pairwise(paragraphs) if one.is_bold]
    stranded = [
        f"page {one.first.page} {quote(one.text)}" for one, after in headings if one.lines[-1].page != after.first.page
    ]
    seen = "no heading" if not headings else f"{len(headings)} headings"
    expected = "every heading on the page of the text after it"
    return Finding("no-stranded-heading", "headings", not stranded, " | ".join(stranded) or seen, expected)
