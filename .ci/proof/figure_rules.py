"""Checks of figures in tables: digits below digits, totals, and the notes below a table.

Owns these rules: the decree has none for tables (ND-16), so they are our own. Must not know the meaning of a figure.
Its findings go to measure.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.anatomy import Paper, notes_of
from proof.finding import Finding, all_hold, quote, within
from proof.head import type_of
from proof.pages import MM, Line
from proof.tables import Cell, Piece, PrintedTable, Row

FIGURE = re.compile(r"[-−+]?\d[\d.]*(,\d+)?%?")
TOTAL = re.compile(r"(Tổng( cộng| số)?|Cộng|Toàn xã)", re.I)
EDGE_MM = 0.5
# The greatest distance of a note below its table.
NOTE_MM = 10

FigureColumn = list[tuple[Piece, Cell]]


def check_figures(paper: Paper) -> Iterator[Finding]:
    """All rules of this file, for the figures, totals and notes that the paper has."""
    if columns := [column for table in paper.tables for column in figure_columns(table)]:
        yield _unbroken(columns)
        yield _aligned(columns)
    if totals := [(piece, row) for table in paper.tables for piece in table.pieces for row in piece.rows if is_total(row)]:
        yield _bold(totals)
        yield _not_first(paper.tables, len(totals))
    if notes := [(page, note) for page in paper.pages for note in notes_of(page)]:
        yield _note_type([line for _, note in notes for line in note])
        places = [(note[0], page.tables) for page, note in notes]
        yield _below_table(places)


def is_total(row: Row) -> bool:
    """Its first words are those of a total."""
    first = next((cell.text for cell in row.cells if cell.text), "")
    return len(row.cells) > 1 and TOTAL.fullmatch(first) is not None


def figure_columns(table: PrintedTable) -> list[FigureColumn]:
    """The cells with a figure, of each column that has only figures, blanks and words without digits. The first column
    is left out: it numbers the rows."""
    columns = []
    for column in table.header.cells[1:]:
        cells = [
            (piece, cell)
            for piece in table.pieces
            for row in table.body_of(piece)
            for cell in row.cells
            if abs(cell.left - column.left) < 1 and abs(cell.right - column.right) < 1
        ]
        figures = [(piece, cell) for piece, cell in cells if _is_figure(cell)]
        if figures and all(_is_figure(cell) or not re.search(r"\d", cell.text) for _, cell in cells):
            columns.append(figures)
    return columns


def _is_figure(cell: Cell) -> bool:
    """A figure broken over lines is one too."""
    return FIGURE.fullmatch(cell.text.replace(" ", "")) is not None


def _unbroken(columns: list[FigureColumn]) -> Finding:
    cells = [one for column in columns for one in column]
    faults = [f"page {piece.page.number}: {quote(cell.text)}" for piece, cell in cells if len(cell.lines) > 1]
    return all_hold("table-figures", "figures in one piece", len(cells), faults, "each on one line")


def _aligned(columns: list[FigureColumn]) -> Finding:
    faults = []
    for column in columns:
        right = column[0][1].lines[0].right
        aside = [(piece, cell) for piece, cell in column if abs(cell.lines[0].right - right) > EDGE_MM * MM]
        faults += [f"page {piece.page.number}: {quote(cell.text)}" for piece, cell in aside[:1]]
    expected = f"one right edge in each column, ±{EDGE_MM:g} mm"
    return all_hold("table-figures", "digits below digits", len(columns), faults, expected)


def _bold(totals: list[tuple[Piece, Row]]) -> Finding:
    faults = [
        f"page {piece.page.number}: {quote(line.text)} {type_of(line)}"
        for piece, row in totals
        for line in row.lines
        if not (line.is_bold and line.is_upright)
    ]
    return all_hold("table-total", "letters of the totals", len(totals), faults, "bold upright")


def _not_first(tables: tuple[PrintedTable, ...], count: int) -> Finding:
    faults = [
        f"page {piece.page.number}: {quote(' '.join(rows[0].texts))}"
        for table in tables
        for piece in table.pieces[1:]
        if (rows := table.body_of(piece)) and is_total(rows[0])
    ]
    return all_hold("table-total", "totals below a row", count, faults, "never first on a page")


def _note_type(lines: list[Line]) -> Finding:
    faults = [
        f"page {line.page} {quote(line.text)} {type_of(line)}"
        for line in lines
        if not (line.is_italic and within(line.sizes[0], 12, 13, 0.05) and within(line.sizes[-1], 12, 13, 0.05))
    ]
    return all_hold("table-note", "letters of the notes", len(lines), faults, "12-13 pt italic")


def _below_table(notes: list[tuple[Line, tuple[tuple[float, float], ...]]]) -> Finding:
    faults = [
        f"page {line.page}: {quote(line.text)}"
        for line, tables in notes
        if not any(0 < line.baseline - bottom < NOTE_MM * MM for _, bottom in tables)
    ]
    return all_hold("table-note", "notes below their tables", len(notes), faults, "on the page of the table's last row")
