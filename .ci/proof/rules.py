"""All checks of a printed paper, in the order of the page.

Owns the list. Must not know a figure. Its findings go to measure.py and selftest.py.
"""

from __future__ import annotations

from proof.anatomy import Paper
from proof.annex import check_annexes
from proof.attached import check_attached
from proof.body import check_body
from proof.figure_rules import check_figures
from proof.finding import Finding, within
from proof.form import check_form
from proof.head import check_head
from proof.page import check_page
from proof.signature import check_signature
from proof.table_rules import check_tables


def check_length(paper: Paper, most: int) -> Finding:
    """Does the paper stay within the length that was reached once?"""
    pages = len(paper.pages)
    return Finding("length", "printed pages", within(pages, 1, most), f"{pages} pages", f"at most {most}")


def check(paper: Paper) -> list[Finding]:
    """Every rule of the printed page."""
    return [
        *check_page(paper),
        *check_head(paper),
        *check_form(paper),
        *check_body(paper.body, paper.main_area),
        *check_signature(paper),
        *check_attached(paper),
        *check_annexes(paper),
        *check_tables(paper),
        *check_figures(paper),
    ]
