#!/usr/bin/env python3
"""Reads documents with programs that other people use, and compares the words of each with those of python-docx.

Owns the list of readers: docx2txt, docx2python, mammoth, LibreOffice. A reader that drops or joins letters shows it in
the words, whose order may differ from reader to reader. Must not know what a document should say: `second_reader` does.
Prints one line for each document, `ok` or `FAIL`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import docx2txt
import mammoth
from docx import Document
from docx.oxml.ns import qn
from docx2python import docx2python

SHOWN_AT_MOST = 6


def words(text: str) -> Counter[str]:
    """The words of a text, each with how often it occurs."""
    return Counter(unicodedata.normalize("NFC", text).replace("\xa0", " ").split())


def of_python_docx(path: Path) -> str:
    """The text of the body, tables included; a line break is a blank."""
    lines = []
    for paragraph in Document(str(path)).element.body.iter(qn("w:p")):
        pieces = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
        lines.append("".join(piece.text or "" if piece.tag == qn("w:t") else " " for piece in pieces))
    return "\n".join(lines)


def of_docx2txt(path: Path) -> str:
    """docx2txt gives the headers of pages too: the number of the page, which counts for no word."""
    return str(docx2txt.process(str(path)))


def of_docx2python(path: Path) -> str:
    with docx2python(str(path), duplicate_merged_cells=False) as document:
        return _flat(document.body)


def of_mammoth(path: Path) -> str:
    with path.open("rb") as file:
        return str(mammoth.extract_raw_text(file).value)


def _flat(content: object) -> str:
    return "\n".join(_flat(item) for item in content) if isinstance(content, list) else str(content)


READERS: dict[str, Callable[[Path], str]] = {
    "docx2txt": of_docx2txt,
    "docx2python": of_docx2python,
    "mammoth": of_mammoth,
}


def of_libreoffice(paths: list[Path], folder: Path) -> dict[Path, str]:
    """The text of all documents, converted at once; names may repeat in different folders, so each gets a number."""
    copies = {}
    for number, path in enumerate(paths):
        copy = folder / f"{number}.docx"
        copy.write_bytes(path.read_bytes())
        copies[path] = copy
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, copies.values())], check=True, capture_output=True, timeout=600)
    return {path: copy.with_suffix(".txt").read_text(encoding="utf-8-sig") for path, copy in copies.items()}


def difference(wanted: Counter[str], found: Counter[str], is_header_read: bool) -> str:
    """What is missing and what is too much; empty where nothing is. The number of the page is no word of the body."""
    missing, extra = wanted - found, found - wanted
    if is_header_read:
        extra = Counter({word: count for word, count in extra.items() if not word.isdigit()})
    parts = [f"{name} {list(some)[:SHOWN_AT_MOST]}" for name, some in (("missing", missing), ("too much", extra)) if some]
    return ", ".join(parts)


def disagreements(paths: list[Path]) -> dict[Path, dict[str, str]]:
    """By document and reader: in what it differs from python-docx; empty where it does not."""
    with tempfile.TemporaryDirectory() as folder:
        office = of_libreoffice(paths, Path(folder))
    found = {}
    for path in paths:
        wanted = words(of_python_docx(path))
        texts = {name: read(path) for name, read in READERS.items()} | {"LibreOffice": office[path]}
        found[path] = {name: difference(wanted, words(text), name == "docx2txt") for name, text in texts.items()}
    return found


def main() -> int:
    failed = False
    for path, found in disagreements([Path(name) for name in sys.argv[1:]]).items():
        wrong = "; ".join(f"{name}: {what}" for name, what in found.items() if what)
        failed |= bool(wrong)
        print(f"FAIL other readers {path}: {wrong}" if wrong else f"ok   other readers {path}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
