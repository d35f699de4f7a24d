"""All checks of a printed paper, in the order of the page.

Owns the list. Knows no figure. Its findings go to measure.py and selftest.py.
"""

from __future__ import annotations

from proof.anatomy import Paper
from proof.body import check_body
from proof.finding import Finding
from proof.head import check_head
from proof.page import check_page
from proof.signature import check_signature


def check(paper: Paper) -> list[Finding]:
    """Every rule of the printed page."""
    return [*check_page(paper), *check_head(paper), *check_body(paper), *check_signature(paper)]
