#!/usr/bin/env python3
"""Opens workbooks that the program made with two outside readers: openpyxl and LibreOffice.

Owns what the contract promises a clerk: thirteen sheets, the last one hidden, a header that stays in view and is
printed on every page, notes, drop-downs. Prints lines with `ok` or `FAIL`; exits 1 if anything failed.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import fitz
import openpyxl

from comparing import check, end

SHEETS = [
    "Thông tin chung", "Nội dung", "Đơn vị", "Thôn", "Căn cứ", "Nhiệm vụ", "Tổ chức thực hiện", "Kết quả", "Chỉ tiêu",
    "Chỉ tiêu thôn", "Nơi nhận", "Người ký", "Danh mục",
]


def read(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    check(f"{path} sheets", book.sheetnames, SHEETS)
    check(f"{path} hidden sheets", [page.title for page in book if page.sheet_state != "visible"], ["Danh mục"])
    seen = [page for page in book if page.sheet_state == "visible"]
    check(f"{path} frozen headers", {page.freeze_panes[1:] for page in seen}, {"2"})
    check(f"{path} printed headers", {page.print_title_rows for page in seen}, {"$1:$1"})
    check(f"{path} paper", {page.page_setup.paperSize for page in seen}, {9})
    unexplained = [f"{page.title} {cell.coordinate}" for page in seen for cell in page[1] if cell.comment is None]
    check(f"{path} headings without a note", unexplained, [])
    lists = [rule for page in seen for rule in page.data_validations.dataValidation if rule.type == "list"]
    check(f"{path} has drop-downs", len(lists) >= 15, True)


def render(path: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        words = ["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*words, "--outdir", scratch, str(path)], check=True, capture_output=True, timeout=180)
        printed = list(Path(scratch).glob("*.pdf"))
        pages = fitz.open(printed[0]).page_count if printed else 0
    # A sheet that ran past its page would print many more.
    check(f"{path} printed by LibreOffice on 12 to 30 pages", 12 <= pages <= 30, True)


for name in sys.argv[1:]:
    read(Path(name))
    render(Path(name))
end()
