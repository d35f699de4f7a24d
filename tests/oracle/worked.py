"""The worked example of the contract, with its figures written out by hand.

Seven tasks judged on 15/12/2025, four villages, six indicators. The expected figures stand here as texts and are never
computed: they hold `figures` and the program alike.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from decimals import Figure
from dossier import Body, Cell, Day, Deadline, Dossier, Indicator, Period, Quantity, Report, Share, Task
from figures import Key, compute

HALF_YEAR = Period("6 tháng cuối năm 2025", date(2025, 7, 1), date(2025, 12, 31))
VHXH = Body("VHXH", "Phòng Văn hóa - Xã hội")
KT = Body("KT", "Phòng Kinh tế")
VP = Body("VP", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân")
HCC = Body("TTPVHCC", "Trung tâm Phục vụ hành chính công")
QS = Body("BCHQS", "Ban Chỉ huy Quân sự xã")
A, B, C, D = (Body(f"T{letter}", f"Thôn {letter}") for letter in "ABCD")


def dossier() -> Dossier:
    """The dossier of the worked example."""
    shared = _indicator("CT-07", "Hộ đăng ký gia đình văn hóa", planned="355", actual="251")
    parts = ((A, "120", "126"), (B, "80", "80"), (C, "95", None), (D, "60", "45"))
    return Dossier(
        period=HALF_YEAR, as_of=date(2025, 12, 15), units=(VHXH, KT, VP, HCC, QS), villages=(A, B, C, D), tasks=_tasks(),
        indicators=(*_indicators(), shared),
        shares=tuple(Share(village, shared, _quantity(planned), _quantity(actual)) for village, planned, actual in parts),
    )


def wrong(computed: dict[Key, Figure]) -> list[str]:
    """What the computed figures say otherwise than the contract's own example."""
    keys = dict.fromkeys([*EXPECTED, *computed])
    differences = []
    for key in keys:
        said, expected = computed.get(key), EXPECTED.get(key, "no such figure")
        text = None if said is None else said.value and said.printed[0]
        if said is None or text != expected:
            differences.append(f"{key}: expected {expected}, computed {text}")
    return differences


def _tasks() -> tuple[Task, ...]:
    return (
        _task("1.1", VHXH, _on(2025, 9, 30), "done", "Hoàn thành", date(2025, 9, 28)),
        _task("1.2", VHXH, _on(2025, 10, 31), "done", "Hoàn thành", date(2025, 11, 6), extended=date(2025, 11, 15)),
        _task("1.3", KT, Deadline(Cell("trước ngày 30/11/2025"), "before", date(2025, 11, 30)), "in_progress", "Đang thực hiện"),
        _task("2.1", VP, _on(2025, 12, 31), "in_progress", "Đang thực hiện", percent="60%"),
        _task("2.2", HCC, _on(2025, 12, 18), "not_started", "Chưa thực hiện"),
        _task("2.3", QS, Deadline(Cell("thường xuyên"), "standing"), "in_progress", "Đang thực hiện"),
        Task("2.4", (C,), Cell(C.name), _on(2025, 12, 15)),
    )


def _task(
    code: str, lead: Body, deadline: Deadline, state: str, words: str, completed: date | None = None,
    extended: date | None = None, percent: str | None = None,
) -> Task:
    report = Report(state, Cell(words), _day(completed), Cell(percent))
    return Task(code, (lead,), Cell(lead.code), deadline, extended=_day(extended), report=report)


def _on(year: int, month: int, day: int) -> Deadline:
    return Deadline(Cell(f"{day}/{month}/{year}"), "exact", date(year, month, day))


def _day(day: date | None) -> Day | None:
    return Day(Cell(day, "dd/mm/yyyy"), day) if day else None


def _indicators() -> tuple[Indicator, ...]:
    return (
        _indicator("CT-01", "Sản lượng lúa", planned="2.000", actual="700", before="650"),
        _indicator("CT-02", "Tỷ lệ hộ nghèo", planned="2,50", actual="2,10", before="2,85", direction="lower", kind="rate"),
        _indicator("CT-03", "Đường bê tông làm mới", planned="", actual="3", before="0"),
        _indicator("CT-04", "Chỉ tiêu đạt", planned="16", actual="13"),
        _indicator("CT-05", "Chỉ tiêu đạt và vượt", planned="21", actual="19"),
        _indicator("CT-06", "Hồ sơ quá hạn", planned="24.321", actual="728"),
    )


def _indicator(
    code: str, name: str, planned: str, actual: str, before: str = "", direction: str = "higher", kind: str = "cumulative",
) -> Indicator:
    words = "Càng cao càng tốt" if direction == "higher" else "Càng thấp càng tốt"
    return Indicator(
        code, name, "đơn vị", direction, Cell(words), kind, plan_of_period=_quantity(planned), in_period=_quantity(actual),
        year_before=_quantity(before),
    )


def _quantity(text: str | None) -> Quantity | None:
    if not text:
        return None
    return Quantity(Cell(text), Fraction(text.replace(".", "").replace(",", ".")), len(text.partition(",")[2]))


COUNTS = (
    "total", "done", "done_on_time", "done_late", "done_unjudged", "in_progress", "overdue", "due_soon", "standing",
    "not_reported", "not_done", "cancelled",
)
OF_TASKS: dict[str | None, tuple[str, str | None, str | None]] = {
    None: ("7 2 1 1 0 2 1 1 1 1 0 0", "33,33%", "50,00%"),
    VHXH.name: ("2 2 1 1 0 0 0 0 0 0 0 0", "100,00%", "50,00%"),
    KT.name: ("1 0 0 0 0 0 1 0 0 0 0 0", "0,00%", None),
    VP.name: ("1 0 0 0 0 1 0 0 0 0 0 0", "0,00%", None),
    HCC.name: ("1 0 0 0 0 1 0 1 0 0 0 0", "0,00%", None),
    QS.name: ("1 0 0 0 0 0 0 0 1 0 0 0", None, None),
    C.name: ("1 0 0 0 0 0 0 0 0 1 0 0", "chưa báo cáo", None),
}
OF_INDICATORS = {
    "Sản lượng lúa": ("2.000", "700", "35,00%", "50", "7,69%"),
    "Tỷ lệ hộ nghèo": ("2,50", "2,10", None, "-0,75", None),
    "Đường bê tông làm mới": (None, "3", None, "3", None),
    "Chỉ tiêu đạt": ("16", "13", "81,25%", None, None),
    "Chỉ tiêu đạt và vượt": ("21", "19", "90,48%", None, None),
    "Hồ sơ quá hạn": ("24.321", "728", "2,99%", None, None),
    "Hộ đăng ký gia đình văn hóa": ("355", "251", "70,70%", None, None),
}
OF_VILLAGES = {
    "Thôn A": ("120", "126", "105,00%", "1"), "Thôn B": ("80", "80", "100,00%", "2"), "Thôn C": ("95", None, None, None),
    "Thôn D": ("60", "45", "75,00%", "3"),
}


def _expected() -> dict[Key, str | None]:
    expected: dict[Key, str | None] = {}
    for unit, (counts, done, on_time) in OF_TASKS.items():
        expected |= {(f"assigned.{name}", unit): number for name, number in zip(COUNTS, counts.split(), strict=True)}
        expected |= {("rate.done", unit): done, ("rate.on_time", unit): on_time}
    for name, of_indicator in OF_INDICATORS.items():
        all_of_it = zip(("planned", "actual", "percent", "change", "change_percent"), of_indicator, strict=True)
        expected |= {(f"indicator.{id}", name): figure for id, figure in all_of_it}
    for village, of_village in OF_VILLAGES.items():
        scope = f"{village} / Hộ đăng ký gia đình văn hóa"
        of_it = zip(("planned", "actual", "percent", "rank"), of_village, strict=True)
        expected |= {(f"village.{id}", scope): figure for id, figure in of_it}
    return expected


EXPECTED = _expected()
"""Each figure as printed; none where it cannot be said."""


def check() -> list[str]:
    """What the oracle itself says otherwise than the contract."""
    return wrong(compute(dossier()))
