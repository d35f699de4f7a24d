#!/usr/bin/env python3
"""Reads documents with python-docx and compares the text of each with what it should say.

Owns the order of the text: paragraphs and tables in document order, tables row by row and cell by cell, one paragraph
per line. Must not know the look: paragraphs without text, such as drawn lines, are left out. Prints `ok` or `FAIL` for
each, or with --print the text itself.
"""

from __future__ import annotations

import argparse
import difflib
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from docx import Document
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

SHOWN_AT_MOST = 20


def read_text(path: Path) -> list[str]:
    """The document's paragraphs that hold text, normalised."""
    return normalised(_paragraphs(Document(str(path)).iter_inner_content()))


def normalised(lines: Iterable[str]) -> list[str]:
    """In NFC, with plain blanks for non-breaking ones; breaks inside a paragraph, which follow a blank, and empty lines
    are left out.
    """
    plain = (unicodedata.normalize("NFC", line).translate({0xA0: " ", 0x0A: None}).rstrip() for line in lines)
    return [line for line in plain if line]


def _paragraphs(content: Iterable[Paragraph | Table]) -> Iterator[str]:
    for item in content:
        if isinstance(item, Paragraph):
            yield item.text
        else:
            for cell in _cells(item):
                yield from _paragraphs(cell.iter_inner_content())


def _cells(table: Table) -> Iterator[_Cell]:
    """python-docx's own `cells` gives a merged cell once for every column it spans."""
    for row in table.rows:
        yield from (_Cell(cell, table) for cell in row._tr.tc_lst)


def compare(document: Path, expected: Path) -> bool:
    """Prints one line, and the differing lines where there are any."""
    if not expected.is_file():
        print(f"FAIL second reader {document}: {expected} is missing")
        return False
    wanted = normalised(expected.read_text(encoding="utf-8").splitlines())
    found = read_text(document)
    if found == wanted and found:
        print(f"ok   second reader {document}: {len(found)} paragraphs")
        return True
    print(f"FAIL second reader {document}: measured {len(found)} paragraphs; expected {len(wanted)} of {expected}")
    difference = difflib.unified_diff(wanted, found, "expected", "found", lineterm="", n=0)
    for line in list(difference)[:SHOWN_AT_MOST]:
        print(f"     {line}")
    return False


def main() -> int:
    """Compares, or prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", metavar="DOCX EXPECTED.txt", type=Path, nargs="+", help="pairs; with --print, one DOCX")
    parser.add_argument("--print", action="store_true", help="print the text, one paragraph a line")
    arguments = parser.parse_args()
    if arguments.print:
        print("\n".join(read_text(arguments.files[0])))
        return 0
    if len(arguments.files) % 2:
        parser.error("EXPECTED.txt is missing")
    pairs = zip(arguments.files[::2], arguments.files[1::2], strict=True)
    return 0 if all([compare(document, expected) for document, expected in pairs]) else 1


if __name__ == "__main__":
    sys.exit(main())
