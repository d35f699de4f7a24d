"""Every figure of a dossier, computed anew from the contract: classes of tasks, rates, indicators, villages.

Knows the dossier's facts alone, no wording and no workbook; exact fractions from end to end. What it gives is laid
beside the answer of `figures --json` by `compare`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from decimals import Figure, amount, count, incomparable, percentage, unsaid
from dossier import Dossier, Indicator, Quantity, Settings, Share, Task

Key = tuple[str, str | None]
"""The id of a figure and its scope; no scope is the whole commune."""

SILENT = "chưa có báo cáo"
UNREPORTED = "chưa báo cáo"


def compute(dossier: Dossier) -> dict[Key, Figure]:
    """All figures that the contract promises for this dossier."""
    figures: dict[Key, Figure] = {}
    if dossier.tasks:
        # Without the sheet nobody knows how many tasks there are: unknown is never 0.
        figures |= _scoped(None, _of_tasks(dossier.tasks, dossier))
    for lead in dict.fromkeys(task.leads[0] for task in dossier.tasks if task.leads):
        led = [task for task in dossier.tasks if task.leads[:1] == (lead,)]
        figures |= _scoped(lead.name, _of_tasks(led, dossier))
    for indicator in dossier.indicators:
        figures |= _scoped(indicator.name, _of_indicator(indicator, dossier.settings))
    for share in dossier.shares:
        scope = f"{share.village.name} / {share.indicator.name}"
        figures |= _scoped(scope, _of_share(share, dossier))
    return figures


def classify(task: Task, settings: Settings, as_of: date) -> str:
    """The first class that fits the task on that day."""
    state = task.report.state if task.report else "not_reported"
    if state == "cancelled":
        return "cancelled"
    if task.deadline.kind == "standing" or state == "standing":
        return "standing"
    if state == "done":
        return _timeliness(task, settings)
    if state in ("not_reported", "not_done"):
        return state
    due = due_day(task, settings)
    if due is not None and due < as_of:
        return "overdue"
    if due is not None and (due - as_of).days <= settings.due_soon:
        return "due_soon"
    return "in_time"


def due_day(task: Task, settings: Settings) -> date | None:
    """The day that a task is judged by: of Hạn ban đầu, else of Thời hạn; never of Hạn mới."""
    return task.original.day if task.original else task.deadline.last_day(settings)


def _timeliness(task: Task, settings: Settings) -> str:
    due = due_day(task, settings)
    completed = task.report.completed if task.report else None
    if due is None or completed is None:
        return "done_unjudged"
    return "done_on_time" if completed.day <= due else "done_late"


def _scoped(scope: str | None, figures: dict[str, Figure]) -> dict[Key, Figure]:
    return {(name, scope): figure for name, figure in figures.items()}


def _of_tasks(tasks: Iterable[Task], dossier: Dossier) -> dict[str, Figure]:
    settings = dossier.settings
    classes = Counter(classify(task, settings, dossier.as_of) for task in tasks)
    on_time, late = classes["done_on_time"], classes["done_late"]
    done = on_time + late + classes["done_unjudged"]
    total = classes.total() - classes["cancelled"]
    as_they_are = (
        "done_on_time", "done_late", "done_unjudged", "overdue", "due_soon", "standing", "not_reported", "not_done",
        "cancelled",
    )
    return {
        "assigned.total": count(total),
        "assigned.done": count(done),
        "assigned.in_progress": count(classes["in_time"] + classes["due_soon"]),
        **{f"assigned.{name}": count(classes[name]) for name in as_they_are},
        "rate.done": _rate_of_done(done, total - classes["standing"], classes["not_reported"], settings),
        "rate.on_time": percentage(on_time, on_time + late, settings.decimals),
    }


def _rate_of_done(done: int, whole: int, silent: int, settings: Settings) -> Figure:
    """The value is the formula's; where nobody said a word of any task, no document prints it."""
    rate = percentage(done, whole, settings.decimals)
    return Figure(rate.value, (UNREPORTED,)) if whole and silent == whole else rate


def _of_indicator(indicator: Indicator, settings: Settings) -> dict[str, Figure]:
    actual = indicator.in_period or indicator.cumulative
    plan = indicator.plan_of_period or indicator.plan_of_year
    # The year's plan is measured by what the year has brought so far.
    judged = actual if indicator.plan_of_period else indicator.cumulative or indicator.in_period
    change, change_percent = _changes(indicator, actual, settings)
    return {
        "indicator.planned": _planned(plan),
        "indicator.actual": amount(_known(actual), actual.decimals) if actual else unsaid(SILENT),
        "indicator.percent": _percent(indicator, plan, judged, settings),
        "indicator.change": change,
        "indicator.change_percent": change_percent,
    }


def _changes(indicator: Indicator, actual: Quantity | None, settings: Settings) -> tuple[Figure, Figure]:
    """The difference to the year before, and its percentage of it."""
    is_rate = indicator.kind == "rate"
    if actual is None:
        return unsaid("không so sánh", SILENT), unsaid("không so sánh", SILENT)
    if indicator.year_before is None:
        return incomparable(), incomparable(None, "—") if is_rate else incomparable()
    base = _known(indicator.year_before)
    change = _known(actual) - base
    decimals = max(actual.decimals, indicator.year_before.decimals)
    return amount(change, decimals), unsaid() if is_rate else percentage(change, base, settings.decimals)


def _planned(plan: Quantity | None) -> Figure:
    if plan is None:
        return unsaid()
    if plan.value is not None:
        return amount(plan.value, plan.decimals)
    # A range has no value; as printed it may stand there as typed, or as the contract writes one: "45 - 50".
    typed = str(plan.cell.typed)
    return unsaid(typed, " - ".join(part.strip() for part in typed.replace("–", "-").split("-")))


def _percent(indicator: Indicator, plan: Quantity | None, actual: Quantity | None, settings: Settings) -> Figure:
    if indicator.direction != "higher" or indicator.kind == "rate" or plan is None or actual is None:
        return unsaid(SILENT)
    return percentage(_known(actual), _known(plan), settings.decimals)


def _of_share(share: Share, dossier: Dossier) -> dict[str, Figure]:
    rank = _rank(share, [other for other in dossier.shares if other.indicator == share.indicator])
    return {
        "village.planned": _planned(share.planned),
        "village.actual": amount(_known(share.actual), share.actual.decimals) if share.actual else unsaid(SILENT),
        "village.percent": _percent(share.indicator, share.planned, share.actual, dossier.settings),
        "village.rank": unsaid(SILENT) if rank is None else count(rank),
    }


def _rank(share: Share, rivals: list[Share]) -> int | None:
    """The place among the villages that can be ranked; equal ones share it, and as many places stay empty."""
    mark = _mark(share)
    marks = [other for other in map(_mark, rivals) if other is not None]
    return None if mark is None else 1 + sum(other > mark for other in marks)


def _mark(share: Share) -> Fraction | None:
    """What villages are ranked by, more is better; none for whoever is not ranked."""
    if share.planned is None or share.actual is None or share.indicator.direction == "range":
        return None
    planned, actual = _known(share.planned), _known(share.actual)
    if share.indicator.direction == "lower":
        return planned - actual
    if share.indicator.kind == "rate":
        return actual - planned
    return actual / planned if planned else None


def _known(quantity: Quantity) -> Fraction:
    assert quantity.value is not None, f"«{quantity.cell.typed}» has no value"
    return quantity.value
