"""Checks of tables on all their pages: header, rows, groups, numbering, type; and that all text is printed.

Owns these rules: the decree has none for tables (ND-16), so they are our own. Of the columns it knows only the one that
numbers the rows. Its findings go to measure.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from proof.anatomy import LEAST, Paper, is_in_top_margin
from proof.figure_rules import figure_columns, is_total
from proof.finding import Finding, all_hold, quote, within
from proof.head import type_of
from proof.pages import MM, Line
from proof.tables import Cell, Piece, PrintedTable, Row

COUNTERS = ("TT", "STT", "Số TT")
# Only a row that would take most of a page may split at its end.
HIGH = 0.75
INSIDE_MM = 0.3
# This many columns of figures and names may be too many for the usual letters.
CROWDED = 10
# A table in landscape of more rows than LONG may have the smallest letters where they set it on FEW pages.
LONG = 20
FEW = 3


def check_tables(paper: Paper) -> Iterator[Finding]:
    """All rules of this file; a paper without tables has only its text to check."""
    if paper.tables:
        yield _headers(paper.tables)
        yield _whole_rows(paper.tables)
        yield _groups(paper.tables)
        yield _groups_not_last(paper.tables)
        yield _counts(paper.tables)
        yield _type(paper.tables)
        yield _header_type(paper.tables)
        yield _inside(paper.tables)
    yield _all_printed(paper)


def _place(piece: Piece) -> str:
    return f"page {piece.page.number}"


def _headers(tables: tuple[PrintedTable, ...]) -> Finding:
    faults = [
        f"{_place(piece)}: {quote(' '.join(piece.rows[0].texts))}"
        for table in tables
        for piece in table.pieces[1:]
        if piece.rows[0].texts != table.header.texts
    ]
    count = sum(len(table.pieces) for table in tables)
    expected = "the header at the top of every further page"
    return all_hold("table-header", "header on every page", count, faults, expected)


def _whole_rows(tables: tuple[PrintedTable, ...]) -> Finding:
    faults, count = [], 0
    for table in filter(_counting, tables):
        for before, after in zip(table.pieces, table.pieces[1:], strict=False):
            count += 1
            upper, lower = table.body_of(before)[-1:], table.body_of(after)[:1]
            if upper and lower and _goes_on(upper[0], lower[0]) and not _is_high(upper[0], lower[0], after):
                faults.append(f"{_place(after)}: {quote(' '.join(lower[0].texts).strip())}")
    expected = f"no row over a page end but one higher than {HIGH:.0%} of a page"
    return all_hold("table-rows", "rows in one piece", count + len(tables), faults, expected)


def _counting(table: PrintedTable) -> bool:
    return bool(table.header.cells) and table.header.cells[0].text in COUNTERS


def _goes_on(upper: Row, lower: Row) -> bool:
    """A group is one cell, or bold where its cells are not merged."""
    return len(upper.cells) == len(lower.cells) > 1 and _is_rest(lower)


def _is_rest(row: Row) -> bool:
    """The rest of a split row has no number."""
    return not row.cells[0].text and not all(line.is_bold for line in row.lines)


def _is_high(upper: Row, lower: Row, after: Piece) -> bool:
    page = after.page.height - (LEAST.top + LEAST.bottom) * MM
    header = after.rows[0].height
    return upper.height + lower.height > HIGH * (page - header)


def _groups(tables: tuple[PrintedTable, ...]) -> Finding:
    """A row without number that is neither a total nor the rest of the row before is a group with unmerged cells."""
    faults, count, without = [], 0, sum(1 for table in tables if not _counting(table))
    for table in filter(_counting, tables):
        for piece in table.pieces:
            for index, row in enumerate(table.body_of(piece)):
                count += 1
                may_be_rest = index == 0 and piece is not table.pieces[0]
                is_task = row.cells[0].text.isdigit() or (may_be_rest and _is_rest(row)) or is_total(row)
                if len(row.cells) > 1 and not is_task:
                    faults.append(f"{_place(piece)}: {quote(' '.join(row.texts).strip())}")
    expected = "a number in each row, or one merged cell"
    return all_hold("table-groups", "groups across the table", count + without, faults, expected)


def _groups_not_last(tables: tuple[PrintedTable, ...]) -> Finding:
    pieces = [piece for table in tables for piece in table.pieces]
    faults = [
        f"{_place(piece)}: {quote(piece.rows[-1].texts[0])}"
        for table in tables
        for piece in table.pieces
        if table.columns > 1 and len(piece.rows[-1].cells) == 1
    ]
    return all_hold("table-groups", "group above its rows", len(pieces), faults, "never last on a page")


def _counts(tables: tuple[PrintedTable, ...]) -> Finding:
    faults, count = [], 0
    for table in filter(_counting, tables):
        rows = [row for piece in table.pieces for row in table.body_of(piece) if len(row.cells) > 1]
        numbers = [row.cells[0].text for row in rows if row.cells[0].text.isdigit()]
        count += len(numbers)
        wrong = [(at, number) for at, number in enumerate(numbers, start=1) if number != str(at)]
        faults += [f"{number} in place of {at}" for at, number in wrong]
    tables_without = sum(1 for table in tables if not _counting(table))
    return all_hold("table-count", "count of the rows", count + tables_without, faults, "1, 2, 3 … without a gap")


def _type(tables: tuple[PrintedTable, ...]) -> Finding:
    lines = [
        (least, piece, line)
        for table, least in zip(tables, map(_least, tables), strict=True)
        for piece in table.pieces
        for row in piece.rows
        for line in row.lines
    ]
    faults = [
        f"{_place(piece)} {quote(line.text)} {type_of(line)}"
        for least, piece, line in lines
        if not (within(line.sizes[0], least, 13, 0.05) and within(line.sizes[-1], least, 13, 0.05))
    ]
    expected = f"12-13 pt; from 11 pt where {CROWDED} columns and more hold figures, or in landscape on {FEW} pages"
    return all_hold("table-type", "letters of the tables", len(lines), faults, expected)


def _least(table: PrintedTable) -> int:
    """The smallest letters that a table may have."""
    is_crowded = table.columns >= CROWDED and figure_columns(table)
    return 11 if is_crowded or _is_long_in_landscape(table) else 12


def _is_long_in_landscape(table: PrintedTable) -> bool:
    """Whether a long table is set on so few pages by its letters."""
    page = table.pieces[0].page
    rows = sum(len(table.body_of(piece)) for piece in table.pieces)
    return page.is_lying and rows > LONG and len(table.pieces) == FEW


def _header_type(tables: tuple[PrintedTable, ...]) -> Finding:
    lines = [line for table in tables for line in table.header.lines]
    faults = [f"{quote(line.text)} {type_of(line)}" for line in lines if not (line.is_bold and line.is_upright)]
    return all_hold("table-type", "letters of the header", len(lines), faults, "bold upright")


def _inside(tables: tuple[PrintedTable, ...]) -> Finding:
    cells = [
        (piece, cell) for table in tables for piece in table.pieces for row in piece.rows for cell in row.all_cells
    ]
    faults = [f"{_place(piece)} {quote(line.text)}" for piece, cell in cells for line in cell.lines if _leaves(cell, line)]
    return all_hold("table-inside", "letters between the lines", len(cells), faults, "no letter over a line")


def _leaves(cell: Cell, line: Line) -> bool:
    slack = INSIDE_MM * MM
    sideways = line.left < cell.left - slack or line.right > cell.right + slack
    return sideways or line.ink_top < cell.top - slack or line.ink_bottom > cell.bottom + slack


def _all_printed(paper: Paper) -> Finding:
    """The text of an unsplittable row below the page's end is in the file, but on no page."""
    lines = [line for page in paper.pages for line in page.lines if not is_in_top_margin(line)]
    printed = Counter(letter.text for line in lines for letter in line.ink)
    repeated = [line for table in paper.tables for row in table.repeated_headers for line in row.lines]
    printed -= Counter(letter.text for line in repeated for letter in line.ink)
    absent = paper.declared.letters - printed
    measured = f"{absent.total()} of {paper.declared.letters.total()} letters missing"
    return Finding("all-printed", "letters of the file on the pages", not absent, measured, "none missing")
