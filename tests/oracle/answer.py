"""Asks the program for its figures, and says where they differ from those expected.

Knows the command line and the JSON that the contract promises, no arithmetic. Figures of other ids are none of its
business: the program may say more.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from decimals import Figure
from dossier import Dossier
from figures import Key
from worked import EXPECTED

PROMISED = frozenset(name for name, _ in EXPECTED)
"""The ids of the contract: the worked example has every one of them."""


@dataclass(frozen=True)
class Answer:
    """What the program gave: its figures by id and scope, or what went wrong."""

    as_of: str | None
    figures: dict[Key, dict[str, Any]]
    faults: list[str]


def ask(program: Path, folder: Path, as_of: list[str]) -> Answer:
    """Runs `figures` in the folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VANTHU_")}
    words = [str(program), "figures", "so-lieu.xlsx", "--json", "--lang", "en", *as_of]
    ended = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    if ended.returncode != 0:
        return Answer(None, {}, [f"exit {ended.returncode}: {_errors(ended.stdout) or ended.stderr[:600]}"])
    try:
        return _read(json.loads(ended.stdout))
    except (json.JSONDecodeError, KeyError, TypeError) as fault:
        return Answer(None, {}, [f"no JSON of figures: {fault!r}"])


def differences(expected: dict[Key, Figure], dossier: Dossier, answer: Answer) -> list[str]:
    """Every difference, one a line; none is agreement."""
    if answer.faults:
        return answer.faults
    return list(_differences(expected, dossier, answer))


def _read(said: dict[str, Any]) -> Answer:
    figures: dict[Key, dict[str, Any]] = {}
    faults = []
    for figure in said["figures"]:
        key = (figure["id"], figure["scope"])
        if key in figures:
            faults.append(f"{_name(key)}: given twice")
        if figure["id"] in PROMISED:
            figures[key] = figure
    return Answer(said["as_of"], figures, faults)


def _errors(stdout: str) -> str:
    """The errors among the messages, each with its place."""
    try:
        messages = json.loads(stdout)["messages"]
    except (json.JSONDecodeError, KeyError):
        return " ".join(stdout[:600].split())
    errors = [message for message in messages if message["severity"] == "error"]
    places = [" ".join(map(str, error["at"].values())) for error in errors]
    return "; ".join(f"{error['code']} {place}: {error['text']}" for error, place in list(zip(errors, places))[:4])


def _differences(expected: dict[Key, Figure], dossier: Dossier, answer: Answer) -> Iterator[str]:
    if answer.as_of != dossier.as_of.isoformat():
        yield f"as_of: oracle says {dossier.as_of.isoformat()}, program says {answer.as_of}"
    for key in sorted({*expected, *answer.figures}, key=_name):
        right, said = expected.get(key), answer.figures.get(key)
        if right is None:
            yield f"{_name(key)}: oracle knows none, program says {said}"
        elif said is None:
            yield f"{_name(key)}: oracle says {right.value}, program has none"
        elif said["value"] != right.value or said["printed"] not in right.printed:
            texts = " or ".join(map(str, right.printed))
            yield f"{_name(key)}: oracle says {right.value} ({texts}), program says {said['value']} ({said['printed']})"


def _name(key: Key) -> str:
    return f"{key[0]} [{'whole' if key[1] is None else key[1]}]"
