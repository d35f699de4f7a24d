"""The outcome of one check.

Owns its printed form, which .ci/run counts. Must not know a check. Goes to standard output.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LIST_AT_MOST = 3


@dataclass(frozen=True)
class Finding:
    """One check: the rule's id as in the decree's table, what was checked, what was seen, what should be."""

    rule: str
    title: str
    passed: bool
    measured: str
    expected: str

    def __str__(self) -> str:
        if self.passed:
            return f"ok   {self.rule} {self.title}: {self.measured}"
        return f"FAIL {self.rule} {self.title}: measured {self.measured}; expected {self.expected}"


def missing(rule: str, title: str, expected: str) -> Finding:
    """The part that the rule is about is not on the page."""
    return Finding(rule, title, False, "nothing found", expected)


def all_hold(rule: str, title: str, count: int, faults: Iterable[str], expected: str) -> Finding:
    """A rule that `count` things must keep; each fault names a thing and its measure. A count of 0 is a fault too."""
    listed = list(faults)
    if listed:
        more = f" and {len(listed) - LIST_AT_MOST} more" if len(listed) > LIST_AT_MOST else ""
        return Finding(rule, title, False, " | ".join(listed[:LIST_AT_MOST]) + more, expected)
    return Finding(rule, title, count > 0, f"{count} checked", f"{expected}; at least one to check")


def within(value: float, low: float, high: float, tolerance: float = 0.0) -> bool:
    """Is the value in the range, within the tolerance?"""
    return low - tolerance <= value <= high + tolerance


def quote(text: str) -> str:
    """The text, short enough for a line of output."""
    return f"«{text}»" if len(text) <= 40 else f"«{text[:38]}…»"
