"""Puts a table on a sheet of its own, as different clerks would: columns in any order, titles above, groups between.

Knows tables and cells, no meaning of either. Used by `workbook` and `village_sheets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from unicodedata import normalize

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dossier import Cell

Row = dict[str, Cell]


@dataclass(frozen=True)
class Table:
    """Rows by heading; `is_plain` keeps them as they are, `is_shuffled` lets them stand in any order.

    A column that is not `needed` may be missing where nothing stands in it.
    """

    sheet: str
    headings: tuple[str, ...]
    rows: list[Row]
    needed: tuple[str, ...] | None = None
    is_plain: bool = False
    is_shuffled: bool = False
    takes_groups: bool = False


def write_table(book: Workbook, table: Table, random: Random) -> None:
    """A sheet with the table on it."""
    page = book.create_sheet(table.sheet)
    headings, rows = _headings(table, random), list(table.rows)
    first_column = 1
    if not table.is_plain:
        random.shuffle(headings)
        first_column = random.choice((1, 1, 1, 2))
    if table.is_shuffled:
        random.shuffle(rows)
    top = 1 if table.is_plain else write_titles(page, table.sheet, first_column, len(headings), random)
    for offset, heading in enumerate(headings):
        page.cell(top, first_column + offset, heading)
    groups = _groups(table, random)
    for number, row in enumerate(rows):
        top += 1
        if number in groups:
            _merge(page, top, first_column, len(headings), groups[number])
            top += 1
        for offset, heading in enumerate(headings):
            put(page, top, first_column + offset, row[heading], random)


def write_titles(page: Worksheet, name: str, first_column: int, width: int, random: Random) -> int:
    """No title row, or some, merged across or not; gives the row below them."""
    if random.random() < 0.6:
        return 1
    titles = ["ỦY BAN NHÂN DÂN XÃ MƯỜNG LŨNG", f"BẢNG {name.upper()}", "(Kèm theo văn bản của Ủy ban nhân dân xã)"]
    titles = titles[-random.randint(1, 3) :] if random.random() < 0.5 else titles[:2]
    for at, title in enumerate(titles, 1):
        _merge(page, at, first_column, width if random.random() < 0.7 else 1, title)
    return len(titles) + 1 + random.randint(0, 1)


def put(page: Worksheet, row: int, column: int, cell: Cell, random: Random) -> None:
    """Types a cell; text now and then with blanks around it, or with its marks apart, as old tools leave it."""
    typed = cell.typed
    if typed is None:
        return
    if isinstance(typed, str):
        ways = (typed, normalize("NFD", typed), f" {typed}  ", f"{typed}\u00a0")
        (typed,) = random.choices(ways, weights=(92, 4, 2, 2))
    target = page.cell(row, column, typed)
    if cell.shown_as:
        target.number_format = cell.shown_as


def _headings(table: Table, random: Random) -> list[str]:
    if table.needed is None or random.random() < 0.3:
        return list(table.headings)
    filled = [heading for heading in table.headings if any(row[heading].typed is not None for row in table.rows)]
    return [heading for heading in table.headings if heading in filled or heading in table.needed]


def _groups(table: Table, random: Random) -> dict[int, str]:
    """Where a group begins, and its name."""
    if not table.takes_groups or random.random() < 0.7:
        return {}
    starts = sorted(random.sample(range(len(table.rows)), min(len(table.rows), 3)))
    return {start: f"{roman}. Nhóm việc bắt đầu từ {start + 1}" for roman, start in zip(("I", "II", "III"), starts)}


def _merge(page: Worksheet, row: int, first_column: int, width: int, text: str) -> None:
    page.cell(row, first_column, text)
    if width > 1:
        page.merge_cells(start_row=row, end_row=row, start_column=first_column, end_column=first_column + width - 1)
