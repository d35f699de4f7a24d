#!/usr/bin/env python3
"""Builds a batch of three papers with PDFs by the true LibreOffice, and as an archive that outside tools read.

Owns what `build --pdf` and `build --zip` promise a clerk. Must not know a rule of the papers. Prints lines with `ok` or
`FAIL`; exits 1 if anything failed.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import fitz

from comparing import check, end

PROGRAM = Path(sys.argv[1]).resolve()
WORKBOOK = Path("samples/so-ket/so-lieu.xlsx").resolve()
VILLAGES = ["Thôn Gò Giữa", "Thôn Bàu Sen", "Thôn Cầu Ván"]
UTF8 = 0x800


def build(*words: str) -> int:
    batch = ["--for-each", "thon", "--template", "ke-hoach", "--quiet", "--only", *VILLAGES]
    command = [PROGRAM, "build", WORKBOOK, *batch, *words]
    return subprocess.run(command, capture_output=True, timeout=300, check=False).returncode


def contents(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def pdfs(folder: Path) -> None:
    check("--pdf exit code", build("--pdf", "--out", str(folder)), 0)
    printed = sorted(folder.glob("*.pdf"))
    documents = sorted(folder.glob("*.docx"))
    check("--pdf beside each document", [path.stem for path in printed], [path.stem for path in documents])
    for path, village in zip(printed, VILLAGES, strict=False):
        with fitz.open(path) as pages:
            text = " ".join("".join(page.get_text() for page in pages).split())
            check(f"{path.name} needs no repair", pages.is_repaired, False)
            check(f"{path.name} has its title", "KẾ HOẠCH" in text and "xây dựng nông thôn mới" in text, True)
    before = contents(folder)
    check("--pdf a second time, exit code", build("--pdf", "--out", str(folder)), 0)
    check("--pdf a second time changes nothing", contents(folder) == before, True)


def archive(folder: Path) -> None:
    path = folder / "văn bản các thôn.zip"
    check("--zip exit code", build("--zip", str(path)), 0)
    build("--out", str(folder / "plain"))
    with zipfile.ZipFile(path) as packed:
        check("--zip read by Python", packed.testzip(), None)
        found = {entry.filename: hashlib.sha256(packed.read(entry)).hexdigest() for entry in packed.infolist()}
        foreign = [entry for entry in packed.infolist() if not entry.filename.isascii()]
        check("--zip names outside ASCII are flagged", {entry.flag_bits & UTF8 for entry in foreign}, {UTF8})
        check("--zip dates", {entry.date_time for entry in packed.infolist()}, {(1980, 1, 1, 0, 0, 0)})
    check("--zip has the files of the folder", found == contents(folder / "plain"), True)
    tested = subprocess.run(["unzip", "-tqq", path], capture_output=True, check=False)
    check("--zip read by unzip", tested.returncode, 0)


def many(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        names = packed.namelist()
    check("an archive of very many files, read by Python", (len(names), names[-1]), (66_000, "65999 - Thôn Đông.docx"))
    tested = subprocess.run(["unzip", "-tqq", path], capture_output=True, check=False)
    check("an archive of very many files, read by unzip", tested.returncode, 0)


with tempfile.TemporaryDirectory() as scratch:
    pdfs(Path(scratch) / "Văn bản & PDF")
    archive(Path(scratch))
many(Path(sys.argv[2]))
end()
