"""The printed tables: rows and cells between drawn lines, and one table over several pages.

Owns the reading of a table off its lines. Knows no rule of what may stand in it. Its tables go to table_rules.py,
annex.py and page.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from proof.pages import Line, Page

SAME_LINE_PT = 1.5


@dataclass(frozen=True)
class Cell:
    """A cell between its two vertical lines."""

    left: float
    right: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its text, lines joined by a blank."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Row:
    """A row between its two horizontal lines."""

    top: float
    bottom: float
    cells: tuple[Cell, ...]

    @property
    def height(self) -> float:
        """From line to line."""
        return self.bottom - self.top

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all its cells."""
        return tuple(line for cell in self.cells for line in cell.lines)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True)
class Piece:
    """What stands of a table on one page."""

    page: Page
    left: float
    right: float
    rows: tuple[Row, ...]

    @property
    def columns(self) -> int:
        """The cells of the row that has most."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True)
class PrintedTable:
    """A table, page by page."""

    pieces: tuple[Piece, ...]

    @property
    def header(self) -> Row:
        """Its first row."""
        return self.pieces[0].rows[0]

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return self.pieces[0].columns

    @cached_property
    def repeated_headers(self) -> tuple[Row, ...]:
        """The rows at the top of its further pages that say what the header says."""
        tops = (piece.rows[0] for piece in self.pieces[1:])
        return tuple(row for row in tops if row.texts == self.header.texts)

    def body_of(self, piece: Piece) -> tuple[Row, ...]:
        """The rows of a page, its header left out."""
        is_headed = piece is self.pieces[0] or piece.rows[0].texts == self.header.texts
        return piece.rows[1:] if is_headed else piece.rows


def read_tables(pages: Iterable[Page]) -> Iterator[PrintedTable]:
    """All tables of pages that follow one another; one that goes on over a page end is one table."""
    open_pieces: list[Piece] = []
    for page in pages:
        for piece in _pieces(page):
            if open_pieces and not _goes_on(open_pieces[-1], piece):
                yield PrintedTable(tuple(open_pieces))
                open_pieces = []
            open_pieces.append(piece)
    if open_pieces:
        yield PrintedTable(tuple(open_pieces))


def _goes_on(before: Piece, after: Piece) -> bool:
    """Nothing stands below the one nor above the other, and both have the same edges and columns."""
    if after.page.number != before.page.number + 1 or before.columns != after.columns:
        return False
    # A page number stands in the top margin.
    is_last = all(line.baseline <= before.rows[-1].bottom + 1 for line in before.page.lines)
    is_first = all(line.baseline >= after.rows[0].top - 1 for line in after.page.lines if not line.text.isdigit())
    return is_last and is_first and abs(before.left - after.left) < 1 and abs(before.right - after.right) < 1


def _pieces(page: Page) -> Iterator[Piece]:
    for top, bottom in page.tables:
        rules = [rule for rule in page.rules if top - 1 <= rule.y <= bottom + 1]
        edges = _merged(rule.y for rule in rules)
        rows = tuple(_row(page, upper, lower) for upper, lower in pairwise(edges))
        if rows:
            yield Piece(page, min(rule.left for rule in rules), max(rule.right for rule in rules), rows)


def _row(page: Page, top: float, bottom: float) -> Row:
    middle = (top + bottom) / 2
    edges = _merged(upright.x for upright in page.uprights if upright.top - 1 <= middle <= upright.bottom + 1)
    lines = [line for line in page.lines if top < line.baseline < bottom]
    cells = (
        Cell(left, right, tuple(line for line in lines if left <= line.center < right))
        for left, right in pairwise(edges)
    )
    return Row(top, bottom, tuple(cells))


def _merged(places: Iterable[float]) -> list[float]:
    """Places in order; those of one line count once."""
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > SAME_LINE_PT:
            merged.append(place)
    return merged
