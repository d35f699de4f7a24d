"""The two shapes of the sheet Chỉ tiêu thôn: one row a village and indicator, or a matrix of villages and indicators.

In the matrix each indicator has a pair of columns beneath its name or code, the village stands first, a total may stand
below. Knows no figure.
"""

from __future__ import annotations

from random import Random

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dossier import Cell, Dossier, Indicator, Quantity, Share
from sheets import Table, put, write_titles

SHEET = "Chỉ tiêu thôn"
HEADINGS = ("Thôn", "Mã chỉ tiêu", "Kế hoạch", "Thực hiện")


def long_form(dossier: Dossier) -> Table:
    """One row a village and indicator; the village by name or by code."""
    rows = [_row(share, number) for number, share in enumerate(dossier.shares)]
    return Table(SHEET, HEADINGS, rows, is_shuffled=True)


def write_matrix(book: Workbook, dossier: Dossier, random: Random) -> None:
    """One row a village, one pair of columns an indicator, two header rows."""
    page = book.create_sheet(SHEET)
    indicators = list(dict.fromkeys(share.indicator for share in dossier.shares))
    top = write_titles(page, SHEET, 1, 1 + 2 * len(indicators), random)
    _write_header(page, top, indicators, random)
    shares = {(share.village, share.indicator): share for share in dossier.shares}
    villages = [village for village in dossier.villages if any(share.village == village for share in dossier.shares)]
    for row, village in enumerate(villages, top + 2):
        page.cell(row, 1, village.name if random.random() < 0.8 else village.code)
        for index, indicator in enumerate(indicators):
            share = shares.get((village, indicator))
            if share:
                put(page, row, 2 + 2 * index, _cell(share.planned), random)
                put(page, row, 3 + 2 * index, _cell(share.actual), random)
    if random.random() < 0.4:
        _write_total(page, top + 2 + len(villages), indicators, dossier, random)


def _write_header(page: Worksheet, top: int, indicators: list[Indicator], random: Random) -> None:
    page.cell(top, 1, "Thôn")
    page.merge_cells(start_row=top, end_row=top + 1, start_column=1, end_column=1)
    are_codes = random.random() < 0.5
    for index, indicator in enumerate(indicators):
        column = 2 + 2 * index
        page.cell(top, column, indicator.code if are_codes else indicator.name)
        page.merge_cells(start_row=top, end_row=top, start_column=column, end_column=column + 1)
        page.cell(top + 1, column, "Kế hoạch")
        page.cell(top + 1, column + 1, "Thực hiện")


def _write_total(page: Worksheet, row: int, indicators: list[Indicator], dossier: Dossier, random: Random) -> None:
    """The sum of what is known: a row that is no village."""
    page.cell(row, 1, random.choice(("Tổng cộng", "Cộng", "Toàn xã")))
    for index, indicator in enumerate(indicators):
        of_it = [share for share in dossier.shares if share.indicator == indicator]
        for offset, quantities in enumerate(([share.planned for share in of_it], [share.actual for share in of_it])):
            known = [quantity.value for quantity in quantities if quantity and quantity.value is not None]
            page.cell(row, 2 + 2 * index + offset, float(sum(known)))


def _row(share: Share, number: int) -> dict[str, Cell]:
    village = share.village.code if number % 5 == 0 else share.village.name
    cells = (Cell(village), Cell(share.indicator.code), _cell(share.planned), _cell(share.actual))
    return dict(zip(HEADINGS, cells))


def _cell(quantity: Quantity | None) -> Cell:
    return quantity.cell if quantity else Cell()
