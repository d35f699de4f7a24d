"""Dossiers made up from a seed: the same seed, the same commune, tasks, results, indicators.

Aims at the edges: due on the very day, on leap days, where a quarter ends, judged from far away. Knows no figure; the
commune, its units and its people are invented.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from random import Random

from dossier import Body, Cell, Day, Dossier, Period, Report, Settings, Task
from measures import invent_indicators, invent_shares
from states import STATES, TIMELINESS
from wordings import ROMAN, any_day, any_deadline, day_as_typed

UNITS = (
    Body("VP", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Văn phòng"), Body("KT", "Phòng Kinh tế"),
    Body("VHXH", "Phòng Văn hóa - Xã hội", "Phòng VHXH"), Body("HCC", "Trung tâm Phục vụ hành chính công", "TT HCC"),
    Body("CA", "Công an xã Mường Lũng"), Body("QS", "Ban Chỉ huy Quân sự xã", "BCHQS"), Body("YT", "Trạm Y tế Mường Lũng"),
    Body("TH", "Trường Tiểu học Nà Hoa", "TH Nà Hoa"), Body("MN", "Trường Mầm non Nà Hoa", "MN Nà Hoa"),
    Body("ND", "Hội Nông dân xã"), Body("DD", "Đội Đường"), Body("DD2", "Đội Dường"),
    Body("TTr", "Tổ công tác số 1, lưu động", "Tổ 1"), Body("TT2", "Tổ công tác số 10, lưu động", "Tổ 10"),
)
VILLAGES = (
    "Thôn Đông", "Thôn Dông", "Bản Nà Sáng", "Bản Pom Lót", "Thôn Chợ", "Thôn 2", "Thôn 10", "Thôn 1", "Tổ dân phố Hòa Bình",
    "Bản Còn", "Xóm Mới", "Thôn Suối Reo", "Ấp Giữa", "Khu Trại",
)


def invent(seed: str) -> Dossier:
    """The dossier of that seed."""
    random = Random(seed)
    period = any_period(random)
    settings = _settings(random)
    units = tuple(random.sample(UNITS, random.randint(5, 12)))
    if random.random() < 0.08:
        # A dossier without the sheet Đơn vị: each name stands for itself.
        units = tuple(Body("", unit.name) for unit in units)
    names = random.sample(VILLAGES, random.randint(0, 12))
    villages = tuple(Body(f"T{number:02}", name) for number, name in enumerate(names, 1))
    numbers = range(1, 1 + _how_many_tasks(random))
    tasks = tuple(_task(random, number, period, (*units, *villages), units) for number in numbers)
    indicators = invent_indicators(random)
    as_of = _as_of(random, period, tasks, settings)
    is_said = random.random() < 0.8
    closed_on = any_day(random, period) if is_said else as_of
    return Dossier(
        period=period, as_of=as_of, settings=settings, units=units, villages=villages, tasks=tasks, indicators=indicators,
        shares=invent_shares(random, villages, indicators), closed_on=day_as_typed(random, closed_on), as_of_is_said=is_said,
    )


def any_period(random: Random) -> Period:
    """A month, a quarter, a half-year or a year, leap years among them."""
    year = random.choice((2024, 2025, 2025, 2026, 2026, 2027, 2028))
    match random.choice(("month", "quarter", "half", "half", "year")):
        case "month":
            month = random.randint(1, 12)
            number = f"{month:02}" if month < 3 else str(month)
            last = date(year, month, monthrange(year, month)[1])
            return Period(random.choice((f"tháng {number} năm {year}", f"tháng {month}/{year}")), last.replace(day=1), last)
        case "quarter":
            quarter = random.randint(1, 4)
            last = date(year, 3 * quarter, monthrange(year, 3 * quarter)[1])
            name = random.choice((f"quý {ROMAN[quarter - 1]} năm {year}", f"quý {ROMAN[quarter - 1]}/{year}"))
            return Period(name, date(year, 3 * quarter - 2, 1), last)
        case "half":
            if random.random() < 0.5:
                return Period(f"6 tháng đầu năm {year}", date(year, 1, 1), date(year, 6, 30))
            return Period(f"6 tháng cuối năm {year}", date(year, 7, 1), date(year, 12, 31))
        case _:
            return Period(f"năm {year}", date(year, 1, 1), date(year, 12, 31))


def _how_many_tasks(random: Random) -> int:
    """Mostly up to 60; now and then so many that their number is printed with a dot."""
    if random.random() < 0.005:
        return random.randint(1_000, 1_300)
    return random.choice((0, 1, 2, *(random.randint(3, 60) for _ in range(9))))


def _settings(random: Random) -> Settings:
    if random.random() < 0.2:
        return Settings()
    return Settings(random.random() < 0.4, random.choice((0, 1, 3, 5, 7, 10, 30)), random.randint(0, 3))


def _as_of(random: Random, period: Period, tasks: tuple[Task, ...], settings: Settings) -> date:
    """A day to judge on: often where some task changes its class, now and then years away."""
    days = [task.deadline.day for task in tasks if task.deadline.day]
    if days and random.random() < 0.6:
        return random.choice(days) + timedelta(days=random.choice((-1, 0, 0, 1, -settings.due_soon, -settings.due_soon - 1)))
    if random.random() < 0.1:
        return period.last + timedelta(days=random.choice((-1200, -400, 400, 1200)))
    return any_day(random, period)


def _task(random: Random, number: int, period: Period, bodies: tuple[Body, ...], units: tuple[Body, ...]) -> Task:
    leads = _leads(random, bodies, units)
    deadline = any_deadline(random, period)
    is_dated = deadline.kind != "standing"
    original = day_as_typed(random, any_day(random, period)) if is_dated and random.random() < 0.2 else None
    due = (original or deadline).day
    extended = day_as_typed(random, due + timedelta(days=random.randint(1, 60))) if due and random.random() < 0.2 else None
    return Task(
        code=f"NV-{number:02}", leads=leads, lead=_named(random, leads), deadline=deadline, original=original,
        extended=extended, report=_report(random, due, period, leads),
    )


def _leads(random: Random, bodies: tuple[Body, ...], units: tuple[Body, ...]) -> tuple[Body, ...]:
    match random.randrange(20):
        case 0:
            return ()
        case 1:
            return tuple(random.sample(units, 2))
        case 2 | 3 | 4:
            return (random.choice(bodies),)
        case _:
            return (random.choice(units),)


def _named(random: Random, bodies: tuple[Body, ...]) -> Cell:
    """The bodies by name, code or short name, split as lists are split."""
    names = [random.choice([body.name, *filter(None, (body.name, body.code, body.short))]) for body in bodies]
    return Cell(random.choice(("; ", ";", "\n")).join(names)) if names else Cell()


def _report(random: Random, due: date | None, period: Period, leads: tuple[Body, ...]) -> Report | None:
    if random.random() < 0.12:
        return None
    reporter = _named(random, leads[:1]) if random.random() < 0.6 else Cell()
    if random.random() < 0.08:
        return Report("not_reported", Cell(), reporter=reporter)
    if random.random() < 0.06:
        return Report("open", Cell(random.choice(TIMELINESS)), reporter=reporter)
    (state,) = random.choices(tuple(STATES), weights=(10, 18, 6, 40, 5, 6, 3, 4, 4, 4, 2))
    percent = Cell(f"{random.choice((5, 40, 60, 85))}%") if state == "in_progress" and random.random() < 0.4 else Cell()
    completed = _completed(random, due, period) if state == "done" or random.random() < 0.05 else None
    return Report(state, Cell(_by_hand(random, random.choice(STATES[state]))), completed, percent, reporter)


def _by_hand(random: Random, words: str) -> str:
    """The words as another hand types them: what the dictionary takes for the same."""
    return random.choice((words, words, words, words, words.upper(), words.lower(), f"{words}.", words.replace(" ", "  ")))


def _completed(random: Random, due: date | None, period: Period) -> Day | None:
    """The day of completion: around the day that is due, or none."""
    if random.random() < 0.12:
        return None
    near = due or any_day(random, period)
    return day_as_typed(random, near + timedelta(days=random.choice((-40, -7, -2, -1, -1, 0, 0, 1, 2, 6, 30))))
