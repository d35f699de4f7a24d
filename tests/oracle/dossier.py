"""What a clerk's workbook says, as plain facts: units, tasks, results, indicators, villages, settings.

Holds beside each cell what it means, so that nothing here is ever read back from its wording. Knows neither Excel nor
any figure. `invention` makes dossiers, `workbook` writes them, `figures` computes from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

Typed = str | int | float | date | None
"""What stands in a cell: text, a true number, a true date, or nothing."""


@dataclass(frozen=True)
class Cell:
    """A cell, and Excel's number format where it is not the usual one."""

    typed: Typed = None
    shown_as: str | None = None


@dataclass(frozen=True)
class Period:
    """A reporting period, both days included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True)
class Day:
    """A day of the calendar, as typed."""

    cell: Cell
    day: date


@dataclass(frozen=True)
class Deadline:
    """A deadline: its kind in the words of `check --json`, and the day that it names, if there is one."""

    cell: Cell
    kind: str
    day: date | None = None

    def last_day(self, settings: Settings) -> date | None:
        """The last day on which the work is in time; "trước ngày" leaves out the day unless the house reads it in."""
        if self.day is not None and self.kind == "before" and not settings.before_includes_the_day:
            return self.day - timedelta(days=1)
        return self.day


@dataclass(frozen=True)
class Body:
    """A unit or a village: whoever can lead a task. Without a code it stands on no sheet of its own."""

    code: str
    name: str
    short: str = ""


@dataclass(frozen=True)
class Report:
    """A row of Kết quả: the state in the words of `check --json`, `not_reported` for an empty cell."""

    state: str
    cell: Cell
    completed: Day | None = None
    percent: Cell = Cell()
    reporter: Cell = Cell()


@dataclass(frozen=True)
class Task:
    """A row of Nhiệm vụ with its row of Kết quả; `leads` in the order of the cell `lead`."""

    code: str
    leads: tuple[Body, ...]
    lead: Cell
    deadline: Deadline
    original: Day | None = None
    extended: Day | None = None
    report: Report | None = None


@dataclass(frozen=True)
class Quantity:
    """A number as typed; a range, such as "45 - 50", has no value of its own."""

    cell: Cell
    value: Fraction | None


@dataclass(frozen=True)
class Indicator:
    """A row of Chỉ tiêu; direction is `higher`, `lower` or `range`, kind `cumulative`, `moment` or `rate`."""

    code: str
    name: str
    measure: str
    direction: str
    direction_cell: Cell
    kind: str
    plan_of_year: Quantity | None = None
    plan_of_period: Quantity | None = None
    in_period: Quantity | None = None
    cumulative: Quantity | None = None
    year_before: Quantity | None = None


@dataclass(frozen=True)
class Share:
    """A village's part in an indicator; without `actual` the village is silent."""

    village: Body
    indicator: Indicator
    planned: Quantity | None
    actual: Quantity | None


@dataclass(frozen=True)
class Settings:
    """The keys of vanthu.toml that change a figure; the defaults are the program's."""

    before_includes_the_day: bool = False
    due_soon: int = 7
    decimals: int = 2


@dataclass(frozen=True)
class Dossier:
    """A workbook, its settings, and the day that its deadlines are judged on."""

    period: Period
    as_of: date
    settings: Settings = Settings()
    units: tuple[Body, ...] = ()
    villages: tuple[Body, ...] = ()
    tasks: tuple[Task, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    shares: tuple[Share, ...] = ()
    closed_on: Day | None = None
    """Ngày chốt số liệu, which is the day to judge on unless `as_of_is_said`."""
    as_of_is_said: bool = True
