#!/usr/bin/env python3
"""Lays the figures of the program beside the oracle's: `compare.py PROGRAM [--count 1000] [--seed 1]`.

The contract's worked example first, then dossiers made up from the seed; both ways, value and printed text, so that a
figure too few or too many is a difference too. Keeps every dossier that differs, prints the first differences, ends with
a line `ok` or `FAIL` and that exit code.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import worked
from answer import ask, differences
from dossier import Dossier
from figures import compute
from invention import invent
from kept import keep
from workbook import write

SHOWN = 40
"""How many differences are printed."""


@dataclass(frozen=True)
class Outcome:
    """What became of one dossier: how many figures were compared, what differed."""

    seed: str
    figures: int
    differences: list[str]


def main() -> int:
    """Compares all, says what differs."""
    asked = _arguments()
    program, kept = Path(asked.program).resolve(), Path(asked.keep).resolve()
    example = _worked_example(program, kept)
    seeds = [f"{asked.seed}-{number}" for number in range(1, asked.count + 1)] if not asked.only else [asked.only]
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda seed: _compare(program, seed, invent(seed), kept), seeds))
    wrong = [outcome for outcome in outcomes if outcome.differences]
    for line in _first_differences([example, *wrong]):
        print(line)
    if wrong or example.differences:
        print(f"kept in {kept}, a folder each; oracle.txt there says what the oracle made of it")
    _say("worked example", "", example.differences, example.figures)
    _say("oracle", f"{len(seeds)} dossiers, ", wrong, sum(outcome.figures for outcome in outcomes))
    return 1 if wrong or example.differences else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", metavar="PROGRAM")
    parser.add_argument("--count", type=int, default=1000, help="how many dossiers")
    parser.add_argument("--seed", default="1", help="another seed, other dossiers")
    parser.add_argument("--only", metavar="SEED", help="one dossier alone, by the seed that a difference names, such as 1-17")
    parser.add_argument("--keep", default=f"{tempfile.gettempdir()}/vanthu-oracle", help="where dossiers that differ are kept")
    asked = parser.parse_args()
    if asked.count < 1:
        parser.error("--count is at least 1: nothing compared is no agreement")
    return asked


def _worked_example(program: Path, kept: Path) -> Outcome:
    itself = [f"the oracle itself: {difference}" for difference in worked.check()]
    outcome = _compare(program, "worked", worked.dossier(), kept)
    return Outcome(outcome.seed, outcome.figures, itself + outcome.differences)


def _compare(program: Path, seed: str, dossier: Dossier, kept: Path) -> Outcome:
    expected = compute(dossier)
    with tempfile.TemporaryDirectory(prefix="vanthu-oracle-") as name:
        folder = Path(name)
        write(dossier, folder, seed)
        as_of = _as_of(dossier, seed)
        given = ask(program, folder, as_of)
        found = differences(expected, dossier, given)
        if found:
            keep(kept / seed, folder, dossier, expected, found, ["figures", "so-lieu.xlsx", "--json", *as_of])
    return Outcome(seed, len(expected), found)


def _as_of(dossier: Dossier, seed: str) -> list[str]:
    """The flag in one of its two forms; none where the workbook says the day."""
    day = dossier.as_of
    if not dossier.as_of_is_said:
        return []
    return ["--as-of", Random(seed).choice((day.isoformat(), f"{day.day}/{day.month}/{day.year}"))]


def _first_differences(outcomes: list[Outcome]) -> Iterator[str]:
    lines = [f"{outcome.seed}: {difference}" for outcome in outcomes for difference in outcome.differences]
    yield from lines[:SHOWN]
    if len(lines) > SHOWN:
        yield f"… and {len(lines) - SHOWN} more"


def _say(name: str, dossiers: str, wrong: list[Outcome] | list[str], figures: int) -> None:
    if wrong:
        print(f"FAIL {name}: {dossiers}{figures} figures; {len(wrong)} differ")
    else:
        print(f"ok   {name}: {dossiers}{figures} figures")


if __name__ == "__main__":
    sys.exit(main())
