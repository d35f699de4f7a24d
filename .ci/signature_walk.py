#!/usr/bin/env python3
"""Checks the signature in documents whose bodies grow step by step, so that it meets every position at a page end.

Owns the walk through these documents. Knows only two rules: the signature stays whole and below some text, and nothing
after it makes a page of its own. Prints one line per document, and one that says whether any met a page end.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from proof.anatomy import Paper
from proof.finding import Finding
from proof.page import check_no_blank_page
from proof.paper import print_papers
from proof.rendering import RenderingError
from proof.signature import check_togetherness

DOCUMENTS = 42


def walk(papers: list[Paper], names: list[str]) -> Iterator[Finding]:
    """One finding per document, in the order given, then one about the walk itself."""
    for name, paper in zip(names, papers, strict=True):
        findings = [*check_togetherness(paper), check_no_blank_page(paper)]
        wrong = "; ".join(f"{one.title}: {one.measured}" for one in findings if not one.passed)
        seen = ", ".join(one.measured for one in findings)
        expected = "whole, with text above it on its page, and no blank page"
        yield Finding("signature-kept", f"signature of {name}", not wrong, wrong or seen, expected)
    lengths = sorted({len(paper.pages) for paper in papers})
    # Bodies that all end on one page would prove nothing.
    expected = "documents of two lengths at least"
    yield Finding("signature-kept", "walk over a page end", len(lengths) > 1, f"documents of {lengths} pages", expected)


def main() -> int:
    """Walks over the documents of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--pages-out", metavar="DIR", type=Path, help="also write every page as PNG into DIR")
    arguments = parser.parse_args()
    documents = sorted(arguments.folder.glob("*.docx"))
    if len(documents) != DOCUMENTS:
        measured = f"{len(documents)} documents in {arguments.folder}"
        print(Finding("signature-kept", "signature walk", False, measured, f"{DOCUMENTS} documents"))
        return 1
    try:
        papers = print_papers(documents, arguments.pages_out)
    except RenderingError as error:
        print(f"FAIL printing: {error}")
        return 1
    findings = list(walk(papers, [document.name for document in documents]))
    print(*findings, sep="\n")
    return 0 if all(finding.passed for finding in findings) else 1


if __name__ == "__main__":
    sys.exit(main())
