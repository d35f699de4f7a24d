"""Puts a table on a sheet of its own, as different clerks would: columns in any order, titles above, groups between.

Knows tables and cells, no meaning of either. Used by `workbook` and `village_sheets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dossier import Cell

Row = dict[str, Cell]


@dataclass(frozen=True)
class Table:
    """Rows by heading; `is_plain` keeps them as they are, `is_shuffled` lets them stand in any order."""

    sheet: str
    headings: tuple[str, ...]
    rows: list[Row]
    is_plain: bool = False
    is_shuffled: bool = False
    takes_groups: bool = False


def write_table(book: Workbook, table: Table, random: Random) -> None:
    """A sheet with the table on it."""
    page = book.create_sheet(table.sheet)
    headings, rows = list(table.headings), list(table.rows)
    first_column = 1
    if not table.is_plain:
        random.shuffle(headings)
        first_column = random.choice((1, 1, 1, 2))
    if table.is_shuffled:
        random.shuffle(rows)
    top = 1 if table.is_plain else write_titles(page, table.sheet, first_column, len(headings), random)
    groups = set(random.sample(range(len(rows)), min(len(rows), 3))) if table.takes_groups and random.random() < 0.3 else set()
    for offset, heading in enumerate(headings):
        page.cell(top, first_column + offset, heading)
    at = top + 1
    for number, row in enumerate(rows):
        if number in groups:
            _merge(page, at, first_column, len(headings), f"{'I' * (1 + sorted(groups).index(number))}. Nhóm việc thứ {number + 1}")
            at += 1
        for offset, heading in enumerate(headings):
            put(page, at, first_column + offset, row[heading])
        at += 1


def write_titles(page: Worksheet, name: str, first_column: int, width: int, random: Random) -> int:
    """No title row, or some, merged across or not; gives the row below them."""
    if random.random() < 0.6:
        return 1
    titles = ["ỦY BAN NHÂN DÂN XÃ MƯỜNG LŨNG", f"BẢNG {name.upper()}", "(Kèm theo văn bản của Ủy ban nhân dân xã)"]
    titles = titles[-random.randint(1, 3) :] if random.random() < 0.5 else titles[:2]
    for at, title in enumerate(titles, 1):
        _merge(page, at, first_column, width if random.random() < 0.7 else 1, title)
    return len(titles) + 1 + random.randint(0, 1)


def put(page: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Types a cell."""
    if cell.typed is None:
        return
    target = page.cell(row, column, cell.typed)
    if isinstance(cell.typed, str):
        # Else openpyxl would take "=…" for a formula; everything else stays the text it is.
        target.data_type = "s"
    if cell.shown_as:
        target.number_format = cell.shown_as


def _merge(page: Worksheet, row: int, first_column: int, width: int, text: str) -> None:
    page.cell(row, first_column, text)
    if width > 1:
        page.merge_cells(start_row=row, end_row=row, start_column=first_column, end_column=first_column + width - 1)
