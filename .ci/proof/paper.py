"""From .docx files to printed papers.

Owns the order: one call of LibreOffice for all, then the pages, then the declared properties of each file. Must not
know a rule. Its papers go to measure.py, signature_walk.py and selftest.py.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from proof.anatomy import Paper
from proof.declared import read_declared
from proof.pages import draw_pages, read_pages
from proof.rendering import render


def print_papers(documents: list[Path], pictures: Path | None = None) -> list[Paper]:
    """Prints all documents, in the order given; with `pictures` also a PNG of every page into that folder."""
    with tempfile.TemporaryDirectory(prefix="vanthu-ci-") as folder:
        pdfs = render(documents, Path(folder))
        if pictures is not None:
            for document, pdf in zip(documents, pdfs, strict=True):
                draw_pages(pdf, pictures, f"{document.parent.name} - {document.stem}")
        return [
            Paper(tuple(read_pages(pdf)), read_declared(document))
            for document, pdf in zip(documents, pdfs, strict=True)
        ]
