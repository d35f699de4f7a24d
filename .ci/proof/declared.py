"""Properties declared in a .docx that the printed page cannot show.

Owns the reading of its sections, font names and letters. Must not know the printed page. Its figures go to
anatomy.py, page.py and table_rules.py.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.section import Section
from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT_PART = re.compile(r"word/(document|styles|header\d*|footer\d*)\.xml")


@dataclass(frozen=True)
class Margins:
    """Margins of a section in millimetres."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True)
class Declared:
    """Margins of each section in order; every font name used in any part; the counts of the text's letters."""

    sections: tuple[Margins, ...]
    fonts: tuple[str, ...]
    letters: Counter[str]


def read_declared(path: Path) -> Declared:
    """Opens the document with python-docx; raises whatever python-docx raises on a broken one."""
    document = Document(str(path))
    fonts = tuple(sorted(set(_font_names(path))))
    return Declared(tuple(map(_margins, document.sections)), fonts, _letters(path))


def _margins(section: Section) -> Margins:
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    return Margins(*(side.mm if side is not None else 0.0 for side in sides))


def _font_names(path: Path) -> Iterator[str]:
    """On the printed page Liberation Serif replaces several fonts: only the file has the declared name."""
    with zipfile.ZipFile(path) as package:
        for name in filter(TEXT_PART.fullmatch, package.namelist()):
            for fonts in etree.fromstring(package.read(name)).iter(f"{WORD}rFonts"):
                yield from (value for key, value in fonts.attrib.items() if key != f"{WORD}hint")


def _letters(path: Path) -> Counter[str]:
    """Without blanks: line ends on the page drop them."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    texts = (element.text or "" for element in root.iter(f"{WORD}t"))
    return Counter(letter for text in texts for letter in unicodedata.normalize("NFC", text) if not letter.isspace())
