#!/usr/bin/env python3
"""Measures the printed pages of documents against Nghị định 30/2020/NĐ-CP.

Owns the command line. Must not know a rule: proof/ has them. Prints one line per check, `ok` or `FAIL`, and exits 1 if
any failed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from proof.paper import print_papers
from proof.rendering import RenderingError
from proof.rules import check, check_length


def main() -> int:
    """Measures the documents named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", metavar="DOCX", type=Path, nargs="+")
    parser.add_argument("--pages-out", metavar="DIR", type=Path, help="also write every page as PNG into DIR")
    parser.add_argument("--at-most", metavar="PAGES", type=int, help="also fail a document of more pages")
    arguments = parser.parse_args()
    failed = 0
    try:
        papers = print_papers(arguments.documents, arguments.pages_out)
    except RenderingError as error:
        print(f"FAIL printing: {error}")
        return 1
    for document, paper in zip(arguments.documents, papers, strict=True):
        print(f"{document} ({len(paper.pages)} pages)")
        length = [check_length(paper, arguments.at_most)] if arguments.at_most else []
        for finding in [*check(paper), *length]:
            print(finding)
            failed += not finding.passed
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
