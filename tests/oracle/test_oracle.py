"""Holds the oracle itself, without the program: rounding, classes of tasks, ranks, the worked example, its own dossiers.

Run by `python -m unittest discover tests/oracle`. Expected texts are written by hand.
"""

from __future__ import annotations

import tempfile
import unittest
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from openpyxl import load_workbook

import worked
from answer import Answer, differences
from decimals import amount, percentage, plain, printed, round_half_away
from dossier import Body, Cell, Day, Deadline, Dossier, Indicator, Quantity, Report, Settings, Share, Task
from figures import classify, compute
from invention import invent
from workbook import write

DUE = date(2024, 2, 29)
PARTITION = (
    "total", "done_on_time", "done_late", "done_unjudged", "in_progress", "overdue", "standing", "not_reported", "not_done",
)
LEAD = Body("KT", "Phòng Kinh tế")


def classes(state: str | None, as_of: date, kind: str = "exact", completed: date | None = None, inclusive: bool = False) -> str:
    """The class of a task due on, or before, 29/02/2024."""
    day = None if kind in ("standing", "relative", "unknown") else DUE
    report = Report(state, Cell(), Day(Cell(), completed) if completed else None) if state else None
    task = Task("1", (LEAD,), Cell(), Deadline(Cell(), kind, day), report=report)
    return classify(task, Settings(inclusive, due_soon=3), as_of)


class Rounding(unittest.TestCase):
    """Half away from zero, on exact numbers."""

    def test_halves_go_away_from_zero(self) -> None:
        for numerator, denominator, decimals, expected in (
            (5, 16, 3, "0.313"), (-5, 16, 3, "-0.313"), (1, 2, 0, "1"), (-1, 2, 0, "-1"), (1, 3, 2, "0.33"),
            (2675, 1000, 2, "2.68"), (-1, 1000, 2, "0.00"), (1999, 1000, 2, "2.00"),
        ):
            rounded = round_half_away(Fraction(numerator, denominator), decimals)
            self.assertEqual(plain(rounded, decimals), expected)

    def test_percentages_as_printed(self) -> None:
        self.assertEqual(percentage(5, 16, 1).printed, ("31,3%",))
        self.assertEqual(percentage(1_234, 1, 2).printed, ("123.400,00%",))
        self.assertEqual(percentage(Fraction(-1, 2), 650, 2).printed, ("-0,08%",))
        self.assertEqual((percentage(3, 0, 2).value, percentage(3, 0, 2).printed), (None, ("—",)))

    def test_amounts_keep_the_decimals_they_need(self) -> None:
        self.assertEqual((amount(Fraction(5, 2)).value, amount(Fraction(5, 2)).printed), ("2.5", ("2,5",)))
        self.assertEqual(amount(Fraction(-2_000)).printed, ("-2.000",))
        self.assertEqual(printed("1234567.125"), "1.234.567,125")


class Classes(unittest.TestCase):
    """Each task falls into the first class that fits."""

    def test_open_work_by_its_days(self) -> None:
        for days, expected in ((-4, "in_time"), (-3, "due_soon"), (0, "due_soon"), (1, "overdue"), (999, "overdue")):
            for state in ("not_started", "in_progress", "paused", "carried", "awaiting_approval", "not_due"):
                self.assertEqual(classes(state, DUE + timedelta(days=days)), expected, (state, days))

    def test_before_leaves_the_day_out_unless_the_house_reads_it_in(self) -> None:
        self.assertEqual(classes("in_progress", DUE, "before"), "overdue")
        self.assertEqual(classes("in_progress", DUE, "before", inclusive=True), "due_soon")
        self.assertEqual(classes("done", DUE, "before", completed=DUE), "done_late")

    def test_the_first_class_that_fits(self) -> None:
        late = DUE + timedelta(days=9)
        self.assertEqual(classes("cancelled", late, "standing"), "cancelled")
        self.assertEqual(classes("done", late, "standing", completed=DUE), "standing")
        self.assertEqual(classes(None, late, "standing"), "standing")
        self.assertEqual(classes(None, late), "not_reported")
        self.assertEqual(classes("not_done", late), "not_done")
        self.assertEqual(classes("in_progress", late, "unknown"), "in_time")

    def test_done_is_judged_by_its_days_alone(self) -> None:
        self.assertEqual(classes("done", DUE, completed=DUE), "done_on_time")
        self.assertEqual(classes("done", DUE, completed=DUE + timedelta(days=1)), "done_late")
        self.assertEqual(classes("done", DUE), "done_unjudged")
        self.assertEqual(classes("done", DUE, "relative", completed=DUE), "done_unjudged")


class Villages(unittest.TestCase):
    """Equal ones share a rank; the silent have none."""

    def ranks(self, direction: str, kind: str, *parts: tuple[int | None, int | None]) -> list[str | None]:
        indicator = Indicator("1", "Hộ", "hộ", direction, Cell(), kind)
        villages = [Body(str(number), f"Thôn {number}") for number in range(len(parts))]
        quantities = [[None if part is None else Quantity(Cell(), Fraction(part)) for part in pair] for pair in parts]
        shares = tuple(Share(village, indicator, *pair) for village, pair in zip(villages, quantities))
        computed = compute(Dossier(worked.HALF_YEAR, DUE, shares=shares))
        return [computed["village.rank", f"{village.name} / Hộ"].value for village in villages]

    def test_ranks(self) -> None:
        parts = ((10, 20), (5, 5), (8, 8), (10, 0), (10, None), (None, 3), (0, 3))
        self.assertEqual(self.ranks("higher", "moment", *parts), ["1", "2", "2", "4", None, None, None])
        self.assertEqual(self.ranks("higher", "rate", *parts), ["1", "3", "3", "5", None, None, "2"])
        self.assertEqual(self.ranks("lower", "moment", *parts), ["5", "2", "2", "1", None, None, "4"])
        self.assertEqual(self.ranks("range", "moment", *parts), [None] * 7)


class Comparing(unittest.TestCase):
    """Whatever is said otherwise than expected is found."""

    def test_differences_are_found_both_ways(self) -> None:
        dossier = worked.dossier()
        expected = compute(dossier)
        said = {key: {"value": figure.value, "printed": figure.printed[0]} for key, figure in expected.items()}
        as_of, total = dossier.as_of.isoformat(), ("assigned.total", None)
        self.assertEqual(differences(expected, dossier, Answer(as_of, said, [])), [])
        for wrong in (
            said | {total: {"value": "8", "printed": "7"}}, said | {total: {"value": "7", "printed": "8"}},
            {key: figure for key, figure in said.items() if key != total}, said | {("assigned.total", "Thôn Z"): said[total]},
        ):
            self.assertEqual(len(differences(expected, dossier, Answer(as_of, wrong, []))), 1)
        self.assertEqual(len(differences(expected, dossier, Answer("2025-12-16", said, []))), 1)


class Contract(unittest.TestCase):
    """The worked example, and what must hold in every dossier."""

    def test_the_worked_example(self) -> None:
        self.assertEqual(worked.check(), [])

    def test_classes_add_up_in_every_dossier(self) -> None:
        for number in range(200):
            figures = compute(invent(f"test-{number}"))
            for scope in {scope for name, scope in figures if name == "assigned.total"}:
                counts = [int(figures[f"assigned.{name}", scope].value or "") for name in PARTITION]
                self.assertEqual(counts[0], sum(counts[1:]), (number, scope))

    def test_a_seed_is_one_dossier(self) -> None:
        self.assertEqual(invent("test"), invent("test"))
        self.assertNotEqual(invent("test"), invent("other"))

    def test_the_workbook_holds_every_task(self) -> None:
        dossier = next(made for made in map(invent, map(str, range(50))) if len(made.tasks) > 20)
        with tempfile.TemporaryDirectory() as folder:
            page = load_workbook(write(dossier, Path(folder), "test"))["Nhiệm vụ"]
        codes = {str(cell.value).strip() for row in page for cell in row if "NV-" in str(cell.value)[:4]}
        self.assertEqual(codes, {task.code for task in dossier.tasks})


if __name__ == "__main__":
    unittest.main()
