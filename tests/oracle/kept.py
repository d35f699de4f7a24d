"""Keeps a dossier whose figures differ: the workbook, its settings, how to ask again, what the oracle made of it.

Knows no comparison. The folder is all that somebody needs who looks for the fault.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from decimals import Figure
from dossier import Dossier, Task
from figures import Key, classify, due_day


def keep(
    target: Path, folder: Path, dossier: Dossier, expected: dict[Key, Figure], differences: list[str], words: list[str],
) -> None:
    """Copies the folder and writes beside it what was expected and what differed."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target)
    lines = ["vanthu " + " ".join(words), "", *differences, "", *_tasks(dossier), "", *_figures(expected)]
    (target / "oracle.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _tasks(dossier: Dossier) -> list[str]:
    return [f"{task.code}: {_task(task, dossier)}" for task in dossier.tasks]


def _task(task: Task, dossier: Dossier) -> str:
    lead = task.leads[0].name if task.leads else "nobody"
    report = task.report
    completed = report.completed.day if report and report.completed else None
    said = f"{report.state} «{report.cell.typed}», completed {completed}" if report else "no row"
    due = due_day(task, dossier.settings)
    deadline = f"{task.deadline.kind} «{task.deadline.cell.typed}»"
    return f"{classify(task, dossier.settings, dossier.as_of)}; due {due}; {deadline}; {said}; led by {lead}"


def _figures(expected: dict[Key, Figure]) -> list[str]:
    return [f"{name} [{scope or 'whole'}] = {figure.value} ({figure.printed[0]})" for (name, scope), figure in expected.items()]
