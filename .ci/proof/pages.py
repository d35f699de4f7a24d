"""The printed pages: lines of letters and drawn lines, with their positions on the sheet.

Owns the reading of a PDF with PyMuPDF and the joining of letters into lines. Must not know the meaning of a line. Its
pages go to anatomy.py. Positions are in points from the sheet's upper left corner; pages count from 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pymupdf

MM = 72 / 25.4
# The ascent of Liberation Serif and Times New Roman, as a part of the size: the top of a printed line.
ASCENT = 0.891
SAME_BASELINE_PT = 0.5
THIN_PT = 2.0


@dataclass(frozen=True)
class Letter:
    """A printed character; `top` and `bottom` bound its ink, `left` and `right` its advance."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    font: str
    size: float
    color: int

    @property
    def is_blank(self) -> bool:
        """Is it a space of any kind?"""
        return self.text.isspace()

    @property
    def is_bold(self) -> bool:
        """Is it of a bold font?"""
        return "Bold" in self.font

    @property
    def is_italic(self) -> bool:
        """Is it of an italic font? MuPDF cuts "LiberationSerif-BoldItalic" short."""
        return "Ital" in self.font


@dataclass(frozen=True)
class Line:
    """Adjacent letters, without the blanks at both ends."""

    page: int
    letters: tuple[Letter, ...]

    @cached_property
    def text(self) -> str:
        """Its text in NFC, every run of blanks one space."""
        return re.sub(r"\s+", " ", unicodedata.normalize("NFC", "".join(letter.text for letter in self.letters)))

    @cached_property
    def ink(self) -> tuple[Letter, ...]:
        """Its letters without blanks."""
        return tuple(letter for letter in self.letters if not letter.is_blank)

    @property
    def left(self) -> float:
        """Left end."""
        return self.letters[0].left

    @property
    def right(self) -> float:
        """Right end."""
        return self.letters[-1].right

    @property
    def width(self) -> float:
        """Length as printed."""
        return self.right - self.left

    @property
    def center(self) -> float:
        """Middle between both ends."""
        return (self.left + self.right) / 2

    @property
    def baseline(self) -> float:
        """The line on which the letters stand."""
        return self.letters[0].baseline

    @cached_property
    def ink_top(self) -> float:
        """Upper end of the highest letter."""
        return min(letter.top for letter in self.ink)

    @cached_property
    def ink_bottom(self) -> float:
        """Lower end of the lowest letter."""
        return max(letter.bottom for letter in self.ink)

    @cached_property
    def sizes(self) -> tuple[float, ...]:
        """The sizes of its letters, smallest first."""
        return tuple(sorted({letter.size for letter in self.ink}))

    @property
    def top(self) -> float:
        """Upper end of the line of type, whatever its letters."""
        return self.baseline - ASCENT * self.sizes[-1]

    @cached_property
    def is_bold(self) -> bool:
        """Are all letters bold?"""
        return all(letter.is_bold for letter in self.ink)

    @cached_property
    def is_italic(self) -> bool:
        """Are all letters italic?"""
        return all(letter.is_italic for letter in self.ink)

    @cached_property
    def is_upright(self) -> bool:
        """Is no letter italic?"""
        return not any(letter.is_italic for letter in self.ink)

    @cached_property
    def is_light(self) -> bool:
        """Is no letter bold?"""
        return not any(letter.is_bold for letter in self.ink)

    @property
    def is_capitals(self) -> bool:
        """Are all letters capitals?"""
        return self.text.upper() == self.text and self.text.lower() != self.text

    @property
    def order(self) -> tuple[int, float, float]:
        """Its place in reading order."""
        return (self.page, self.baseline, self.left)


@dataclass(frozen=True)
class Rule:
    """A drawn horizontal line."""

    left: float
    right: float
    y: float
    thickness: float
    is_black: bool = True

    @property
    def width(self) -> float:
        """Its length."""
        return self.right - self.left

    @property
    def center(self) -> float:
        """Middle between both ends."""
        return (self.left + self.right) / 2

    @property
    def top(self) -> float:
        """Upper edge of the stroke."""
        return self.y - self.thickness / 2


@dataclass(frozen=True)
class Upright:
    """A drawn vertical line."""

    x: float
    top: float
    bottom: float
    is_black: bool = True

    def reaches(self, y: float) -> bool:
        """Does it include this height?"""
        return self.top - 1 <= y <= self.bottom + 1


@dataclass(frozen=True)
class Page:
    """A printed page, its lines in reading order; `tables` are the ranges of height that vertical lines cover.

    `grounds` is the number of coloured areas, such as shaded cells, `pictures` the number of pictures.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...]
    uprights: tuple[Upright, ...]
    tables: tuple[tuple[float, float], ...]
    grounds: int = 0
    pictures: int = 0

    @property
    def is_lying(self) -> bool:
        """Is it wider than high?"""
        return self.width > self.height

    def is_in_table(self, y: float) -> bool:
        """Is this height inside a drawn table?"""
        return any(top - 1 <= y <= bottom + 1 for top, bottom in self.tables)


def read_pages(pdf: Path) -> list[Page]:
    """All pages of a PDF."""
    with pymupdf.open(pdf) as document:
        return [_read_page(page, number) for number, page in enumerate(document, start=1)]


def draw_pages(pdf: Path, folder: Path, stem: str) -> None:
    """Writes a PNG of every page into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with pymupdf.open(pdf) as document:
        for number, page in enumerate(document, start=1):
            page.get_pixmap(dpi=110).save(folder / f"{stem}-{number:02}.png")


def join(lines: Iterable[Line]) -> Line | None:
    """Joins lines of one baseline that are separated by tabs or wide gaps."""
    parts = sorted(lines, key=lambda line: line.left)
    if not parts:
        return None
    return Line(parts[0].page, tuple(letter for part in parts for letter in part.letters))


def _read_page(page: Any, number: int) -> Page:
    letters = sorted(_letters(page), key=lambda letter: (letter.baseline, letter.left))
    strokes = list(_strokes(page))
    uprights = sorted(set(_uprights(strokes)), key=lambda upright: (upright.x, upright.top))
    lines = [Line(number, part) for row in _rows(letters) for part in _parts(row, uprights)]
    return Page(
        number=number,
        width=page.rect.width,
        height=page.rect.height,
        lines=tuple(sorted(lines, key=lambda line: line.order)),
        rules=tuple(sorted(set(_rules(strokes)), key=lambda rule: (rule.y, rule.left))),
        uprights=tuple(uprights),
        tables=tuple(_tables(uprights)),
        grounds=sum(1 for stroke in strokes if stroke.is_ground),
        pictures=len(page.get_image_info()),
    )


def _letters(page: Any) -> Iterator[Letter]:
    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_ACCURATE_BBOXES | pymupdf.TEXT_INHIBIT_SPACES
    for block in page.get_text("rawdict", flags=flags)["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                yield from map(lambda char: _letter(char, span), span["chars"])


def _letter(char: dict[str, Any], span: dict[str, Any]) -> Letter:
    left, top, right, bottom = char["bbox"]
    # A subset of a font is named "ABCDEF+Name".
    font = span["font"].partition("+")[2] or span["font"]
    size = round(span["size"], 2)
    return Letter(char["c"], left, right, top, bottom, char["origin"][1], font, size, span["color"])


def _rows(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Letters of one baseline, left to right."""
    row: list[Letter] = []
    for letter in letters:
        if row and letter.baseline - row[0].baseline > SAME_BASELINE_PT:
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(letter)
    yield sorted(row, key=lambda one: one.left)


def _parts(row: list[Letter], uprights: list[Upright]) -> Iterator[tuple[Letter, ...]]:
    """A row split at the gaps between columns or cells; each part without the blanks at its ends."""
    here = [upright for upright in uprights if row and upright.reaches(row[0].baseline)]
    part: list[Letter] = []
    for letter in row:
        if part and (_leaps(part[-1], letter) or _is_between(here, part[-1], letter)):
            yield from _trimmed(part)
            part = []
        part.append(letter)
    yield from _trimmed(part)


def _leaps(before: Letter, after: Letter) -> bool:
    """Justified text stretches only its blanks; a gap without a blank is a tab or another column."""
    gap = after.left - before.right
    stretchable = before.is_blank or after.is_blank
    return gap > before.size * (3 if stretchable else 0.3)


def _is_between(uprights: list[Upright], before: Letter, after: Letter) -> bool:
    """The blank after a line's last word may extend beyond its cell: then only the drawn line separates the cells."""
    if not (before.is_blank or after.is_blank):
        return False
    middles = ((before.left + before.right) / 2, (after.left + after.right) / 2)
    return any(middles[0] < upright.x < middles[1] for upright in uprights)


def _trimmed(part: list[Letter]) -> Iterator[tuple[Letter, ...]]:
    inked = [index for index, letter in enumerate(part) if not letter.is_blank]
    if inked:
        yield tuple(part[inked[0] : inked[-1] + 1])


@dataclass(frozen=True)
class _Stroke:
    """A drawn straight line or box."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float
    color: tuple[float, ...]

    @property
    def is_black(self) -> bool:
        return not any(self.color)

    @property
    def is_ground(self) -> bool:
        """Is it a box with a colour? White ones are paper."""
        is_box = min(self.right - self.left, self.bottom - self.top) > THIN_PT
        return is_box and any(part < 1 for part in self.color)


def _strokes(page: Any) -> Iterator[_Stroke]:
    """Stroked lines and filled boxes alike: a thin box is a line too."""
    for drawing in page.get_drawings():
        for item in drawing["items"]:
            if item[0] == "l":
                (x0, y0), (x1, y1) = item[1], item[2]
                color = tuple(drawing["color"] or ())
                thickness = drawing["width"] or 0.0
                yield _Stroke(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), thickness, color)
            elif item[0] == "re":
                box = item[1]
                color = tuple(drawing.get("fill") or (1.0,))
                yield _Stroke(box.x0, box.y0, box.x1, box.y1, min(box.width, box.height), color)


def _rules(strokes: Iterable[_Stroke]) -> Iterator[Rule]:
    for one in strokes:
        if one.bottom - one.top <= THIN_PT < one.right - one.left:
            middle = round((one.top + one.bottom) / 2, 2)
            yield Rule(round(one.left, 2), round(one.right, 2), middle, round(one.thickness, 2), one.is_black)


def _uprights(strokes: Iterable[_Stroke]) -> Iterator[Upright]:
    for one in strokes:
        if one.right - one.left <= THIN_PT < one.bottom - one.top:
            yield Upright(round((one.left + one.right) / 2, 2), round(one.top, 2), round(one.bottom, 2), one.is_black)


def _tables(uprights: Iterable[Upright]) -> Iterator[tuple[float, float]]:
    """Ranges of height that vertical lines cover."""
    joined: list[tuple[float, float]] = []
    for top, bottom in sorted((upright.top, upright.bottom) for upright in uprights):
        if joined and top <= joined[-1][1] + THIN_PT:
            joined[-1] = (joined[-1][0], max(bottom, joined[-1][1]))
        else:
            joined.append((top, bottom))
    yield from joined
