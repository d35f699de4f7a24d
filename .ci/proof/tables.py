"""The printed tables: rows and cells between drawn lines, and one table over several pages.

Owns recognising a table by its lines; a header of two rows is one row. Must not know a rule about its content. Its
tables go to table_rules.py, figure_rules.py, annex.py and page.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from proof.pages import Line, Page, Rule

SAME_LINE_PT = 1.5


@dataclass(frozen=True)
class Cell:
    """A cell between its four lines."""

    left: float
    right: float
    top: float
    bottom: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its text, lines joined by a blank."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Row:
    """A row between two horizontal lines that go from edge to edge; `shared` are the cells above several of its
    cells, as in a header of two rows."""

    top: float
    bottom: float
    cells: tuple[Cell, ...]
    shared: tuple[Cell, ...] = ()

    @property
    def all_cells(self) -> tuple[Cell, ...]:
        """Its cells, those above several others first."""
        return (*self.shared, *self.cells)

    @property
    def height(self) -> float:
        """From line to line."""
        return self.bottom - self.top

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all its cells."""
        return tuple(line for cell in self.all_cells for line in cell.lines)

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell."""
        return tuple(cell.text for cell in self.all_cells)


@dataclass(frozen=True)
class Piece:
    """The part of a table on one page."""

    page: Page
    left: float
    right: float
    rows: tuple[Row, ...]

    @property
    def columns(self) -> int:
        """The number of cells in the longest row."""
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
        """The rows at the top of its further pages that repeat the header."""
        tops = (piece.rows[0] for piece in self.pieces[1:])
        return tuple(row for row in tops if row.texts == self.header.texts)

    def body_of(self, piece: Piece) -> tuple[Row, ...]:
        """The rows of a page, its header left out."""
        is_headed = piece is self.pieces[0] or piece.rows[0].texts == self.header.texts
        return piece.rows[1:] if is_headed else piece.rows


def read_tables(pages: Iterable[Page]) -> Iterator[PrintedTable]:
    """All tables of consecutive pages; a table that continues on the next page is one table."""
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
    """There is nothing below the first nor above the second, and both have the same edges and columns."""
    if after.page.number != before.page.number + 1 or before.columns != after.columns:
        return False
    # The page number is in the top margin.
    is_last = all(line.baseline <= before.rows[-1].bottom + 1 for line in before.page.lines)
    is_first = all(line.baseline >= after.rows[0].top - 1 for line in after.page.lines if not line.text.isdigit())
    return is_last and is_first and abs(before.left - after.left) < 1 and abs(before.right - after.right) < 1


def _pieces(page: Page) -> Iterator[Piece]:
    for top, bottom in page.tables:
        rules = [rule for rule in page.rules if top - 1 <= rule.y <= bottom + 1]
        rows = tuple(_row(page, stretch, rules) for stretch in _stretches(page, rules))
        if rows:
            yield Piece(page, min(rule.left for rule in rules), max(rule.right for rule in rules), rows)


def _stretches(page: Page, rules: list[Rule]) -> Iterator[list[float]]:
    """The heights of the lines of each row: its upper and lower one, and between them those that not all cells have."""
    stretch: list[float] = []
    for edge in _merged(rule.y for rule in rules):
        stretch.append(edge)
        if len(stretch) > 1 and all(_is_drawn(rules, edge, middle) for middle in _middles(page, *stretch[-2:])):
            yield stretch
            stretch = [edge]


def _is_drawn(rules: list[Rule], y: float, x: float) -> bool:
    return any(abs(rule.y - y) <= SAME_LINE_PT and rule.left - 1 <= x <= rule.right + 1 for rule in rules)


def _bounds(page: Page, top: float, bottom: float) -> list[tuple[float, float]]:
    """The vertical lines beside each cell at this height."""
    middle = (top + bottom) / 2
    return list(pairwise(_merged(one.x for one in page.uprights if one.top - 1 <= middle <= one.bottom + 1)))


def _middles(page: Page, top: float, bottom: float) -> list[float]:
    return [(left + right) / 2 for left, right in _bounds(page, top, bottom)]


def _row(page: Page, edges: list[float], rules: list[Rule]) -> Row:
    """The cells of a row are those that end at its lower line."""
    cells, shared = [], []
    for upper, lower in pairwise(edges):
        for left, right in _bounds(page, upper, lower):
            middle = (left + right) / 2
            is_last = lower == edges[-1]
            if is_last or _is_drawn(rules, lower, middle):
                above = [edge for edge in edges if edge <= upper and _is_drawn(rules, edge, middle)]
                cell = _cell(page, left, right, max(above, default=upper), lower)
                (cells if is_last else shared).append(cell)
    return Row(edges[0], edges[-1], tuple(cells), tuple(shared))


def _cell(page: Page, left: float, right: float, top: float, bottom: float) -> Cell:
    lines = (line for line in page.lines if top < line.baseline < bottom and left <= line.center < right)
    return Cell(left, right, top, bottom, tuple(lines))


def _merged(places: Iterable[float]) -> list[float]:
    """Positions in order; those of one line once."""
    merged: list[float] = []
    for place in sorted(places):
        if not merged or place - merged[-1] > SAME_LINE_PT:
            merged.append(place)
    return merged
