"""Checks of a text issued with a decision (form 1.3, FORM-05), on pages of its own.

Owns which parts such a text has and must not have. Has no figures of its own: head, body and reference have their own
rules. Its findings go to measure.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from proof.anatomy import Attached, Paper
from proof.annex import check_reference
from proof.body import check_body
from proof.finding import Finding, quote
from proof.head import check_undated_head
from proof.pages import Line


def check_attached(paper: Paper) -> Iterator[Finding]:
    """All rules of this file; most papers have no such text."""
    yield _begins_a_page(paper)
    for attached in paper.attached:
        middle = attached.area.center
        yield from check_undated_head(attached.head, middle)
        yield from check_reference(attached.head.reference, attached.head.subject_rule, middle)
        yield from _has_not(attached)
        yield from check_body(attached.body, attached.area)


def _begins_a_page(paper: Paper) -> Finding:
    """A decision that issues a text has one. The state's name inside a page is the head of a text without its own page."""
    title = " ".join(line.text for line in paper.head.title)
    text = " ".join(line.text for line in paper.body)
    issues = title == "QUYẾT ĐỊNH" and "kèm theo Quyết định này" in text
    inside = [line for line in (*paper.body, *_after_body(paper)) if line.text.startswith("CỘNG H")]
    measured = f"{len(paper.attached)} texts attached, {len(inside)} heads inside the paper"
    right = not inside and bool(paper.attached) == issues
    expected = "a text attached to a decision that issues one, under a head of its own at the top of a page"
    return Finding("FORM-05", "attached text on pages of its own", right, measured, expected)


def _after_body(paper: Paper) -> tuple[Line, ...]:
    return (*paper.signature.recipients, *paper.signature.authority)


def _has_not(attached: Attached) -> Iterator[Finding]:
    head = attached.head
    found = [quote(line.text) for line in (head.number, head.date) if line]
    yield Finding("FORM-05", "no number, no date", not found, " ".join(found) or "none", "none above its title")
    signing = " ".join(quote(line.text) for line in attached.signing[:3]) or "none"
    yield Finding("FORM-05", "no recipients, no signature", not attached.signing, signing, "none below its text")
