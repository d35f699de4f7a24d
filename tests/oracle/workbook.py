"""Writes a dossier as the clerk would hand it in: so-lieu.xlsx, and vanthu.toml beside it.

Shuffles what the contract leaves free: the order of sheets and columns, title rows above a table, groups and totals in
it, villages in long form or as a matrix. Knows no figure; what a cell says was settled when the dossier was made.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from openpyxl import Workbook

from dossier import Cell, Dossier, Indicator, Quantity, Task
from measures import KINDS
from sheets import Table, write_table
from village_sheets import SHEET, long_form, write_matrix

EMPTY = Cell()


def write(dossier: Dossier, folder: Path, seed: str) -> Path:
    """Writes both files into the folder; the seed settles whatever the contract leaves free."""
    random = Random(f"{seed} layout")
    tables = [_general(dossier), _signatories(), _units(dossier), _villages(dossier), _tasks(dossier), _reports(dossier)]
    tables += [_indicators(dossier), long_form(dossier)]
    tables = [table for table in tables if table.rows]
    random.shuffle(tables)
    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        if table.sheet == SHEET and random.random() < 0.5:
            write_matrix(book, dossier, random)
        else:
            write_table(book, table, random)
    path = folder / "so-lieu.xlsx"
    book.save(path)
    _write_settings(dossier, folder, random)
    return path


def _write_settings(dossier: Dossier, folder: Path, random: Random) -> None:
    settings, includes = dossier.settings, dossier.settings.before_includes_the_day
    lines = [
        ("han", "truoc_ngay_tinh_ca_ngay", str(includes).lower(), not includes),
        ("han", "sap_den_ngay", settings.due_soon, settings.due_soon == 7),
        ("so", "thap_phan", settings.decimals, settings.decimals == 2),
    ]
    text = ""
    for section in ("han", "so"):
        # A key with its default may as well be missing.
        said = [line for line in lines if line[0] == section and (not line[3] or random.random() < 0.5)]
        text += f"[{section}]\n" if said else ""
        text += "".join(f"{key} = {value}\n" for _, key, value, _ in said)
    if any(len(task.leads) > 1 for task in dossier.tasks):
        # Without this answer a cell with two units is a question, not a figure.
        text += '[doc.chu_tri]\n"Đơn vị chủ trì" = "dung_dau"\n'
    if text:
        (folder / "vanthu.toml").write_text(text, encoding="utf-8")


def _general(dossier: Dossier) -> Table:
    items = [
        ("Loại văn bản", "Báo cáo"), ("Cơ quan ban hành", "Ủy ban nhân dân xã Mường Lũng"), ("Địa danh", "Mường Lũng"),
        ("Chủ đề", "công tác chuyển đổi số"), ("Kỳ", dossier.period.name), ("Đơn vị soạn thảo", dossier.units[0].name),
    ]
    rows = [{"Mục": Cell(key), "Giá trị": Cell(value)} for key, value in items]
    if dossier.closed_on:
        rows.append({"Mục": Cell("Ngày chốt số liệu"), "Giá trị": dossier.closed_on.cell})
    return Table("Thông tin chung", ("Mục", "Giá trị"), rows, is_plain=True)


def _signatories() -> Table:
    return Table("Người ký", ("Họ và tên", "Chức vụ"), [{"Họ và tên": Cell("Lò Văn Sáng"), "Chức vụ": Cell("Chủ tịch")}])


def _units(dossier: Dossier) -> Table:
    headings = ("Mã", "Tên đơn vị", "Tên viết tắt", "Quan hệ")
    listed = [(unit.code, unit.name, unit.short or None, "Giao") for unit in dossier.units if unit.code]
    return Table("Đơn vị", headings, [dict(zip(headings, map(Cell, cells), strict=True)) for cells in listed])


def _villages(dossier: Dossier) -> Table:
    rows = [{"Mã": Cell(village.code), "Tên thôn": Cell(village.name)} for village in dossier.villages]
    return Table("Thôn", ("Mã", "Tên thôn"), rows)


def _tasks(dossier: Dossier) -> Table:
    headings = ("Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Hạn ban đầu", "Hạn mới")
    return Table("Nhiệm vụ", headings, list(map(_task_row, dossier.tasks)), headings[:4], takes_groups=True)


def _task_row(task: Task) -> dict[str, Cell]:
    return {
        "Mã": Cell(task.code), "Nội dung nhiệm vụ": Cell(f"Rà soát, cập nhật dữ liệu của phần việc {task.code}."),
        "Đơn vị chủ trì": task.lead, "Thời hạn": task.deadline.cell,
        "Hạn ban đầu": task.original.cell if task.original else EMPTY,
        "Hạn mới": task.extended.cell if task.extended else EMPTY,
    }


def _reports(dossier: Dossier) -> Table:
    headings = ("Mã", "Đơn vị báo cáo", "Trạng thái", "Tỷ lệ (%)", "Ngày hoàn thành")
    rows = [_report_row(task) for task in dossier.tasks if task.report]
    return Table("Kết quả", headings, rows, ("Mã", "Trạng thái"), is_shuffled=True)


def _report_row(task: Task) -> dict[str, Cell]:
    report = task.report
    assert report is not None
    return {
        "Mã": Cell(task.code), "Đơn vị báo cáo": report.reporter, "Trạng thái": report.cell, "Tỷ lệ (%)": report.percent,
        "Ngày hoàn thành": report.completed.cell if report.completed else EMPTY,
    }


def _indicators(dossier: Dossier) -> Table:
    headings = (
        "Mã", "Chỉ tiêu", "Đơn vị tính", "Chiều đánh giá", "Kiểu số liệu", "Kế hoạch năm", "Kế hoạch kỳ", "Thực hiện kỳ",
        "Lũy kế", "Cùng kỳ năm trước",
    )
    return Table("Chỉ tiêu", headings, list(map(_indicator_row, dossier.indicators)), headings[:3])


def _indicator_row(indicator: Indicator) -> dict[str, Cell]:
    return {
        "Mã": Cell(indicator.code), "Chỉ tiêu": Cell(indicator.name), "Đơn vị tính": Cell(indicator.measure),
        "Chiều đánh giá": indicator.direction_cell, "Kiểu số liệu": Cell(KINDS[indicator.kind]),
        "Kế hoạch năm": _cell(indicator.plan_of_year), "Kế hoạch kỳ": _cell(indicator.plan_of_period),
        "Thực hiện kỳ": _cell(indicator.in_period), "Lũy kế": _cell(indicator.cumulative),
        "Cùng kỳ năm trước": _cell(indicator.year_before),
    }


def _cell(quantity: Quantity | None) -> Cell:
    return quantity.cell if quantity else EMPTY
