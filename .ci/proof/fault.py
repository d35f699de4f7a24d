"""A paper that breaks the decree.

Owns the pair of a paper and the rules it breaks. Must not know a paper or a check. Used by faults.py and
part_faults.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from proof.papers import Paper


@dataclass(frozen=True)
class Fault:
    """A paper and the ids of the rules it breaks."""

    name: str
    paper: Paper
    rules: frozenset[str]
