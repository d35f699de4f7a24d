"""Indicators made up from a seed, and the villages' parts in them.

Aims at what figures stumble over: no plan, a plan of 0, a base of 0, villages that are equal or silent. Knows no figure.
"""

from __future__ import annotations

from random import Random

from dossier import Body, Cell, Indicator, Quantity, Share
from quantities import any_quantity, any_range, in_percent, near, sensible

SUBJECTS = (
    ("Thu ngân sách trên địa bàn", "triệu đồng"), ("Hộ nghèo", "hộ"), ("Hồ sơ nộp trực tuyến", "%"),
    ("Diện tích trồng rừng", "ha"), ("Người tham gia bảo hiểm y tế", "người"), ("Vụ việc hòa giải thành", "vụ"),
    ("Sản lượng lúa", "tấn"), ("Hồ sơ trễ hạn", "hồ sơ"), ("Trẻ em tiêm chủng đủ mũi", "%"), ("Đường bê tông làm mới", "km"),
    ("Gia đình văn hóa", "%"), ("Tổ hòa giải, hoạt động tốt", "tổ"), ("Đàn lợn", "con"), ("Tai nạn giao thông", "vụ"),
)
DIRECTIONS = {
    "higher": ("Càng cao càng tốt", "Càng cao càng tốt", None), "lower": ("Càng thấp càng tốt",), "range": ("Trong khoảng",),
}
KINDS = {"cumulative": "Lũy kế", "moment": "Thời điểm", "rate": "Tỷ lệ"}


def invent_indicators(random: Random) -> tuple[Indicator, ...]:
    """Up to twelve indicators, each of its own name."""
    subjects = random.sample(SUBJECTS, random.randint(0, 12))
    return tuple(_indicator(random, number, *subject) for number, subject in enumerate(subjects, 1))


def invent_shares(random: Random, villages: tuple[Body, ...], indicators: tuple[Indicator, ...]) -> tuple[Share, ...]:
    """Some indicators, shared out among the villages; a village of the table has a plan, a result or both."""
    if not villages or not indicators or random.random() < 0.2:
        return ()
    shared = random.sample(indicators, random.randint(1, min(4, len(indicators))))
    return tuple(share for indicator in shared for share in _shares(random, villages, indicator))


def _indicator(random: Random, number: int, name: str, measure: str) -> Indicator:
    (direction,) = random.choices(tuple(DIRECTIONS), weights=(6, 3, 2))
    kind = random.choice(tuple(KINDS))
    plan_of_year, plan_of_period = _plans(random, direction)
    plan = plan_of_period or plan_of_year
    in_period, cumulative = (near(random, plan) if random.random() < 0.65 else None for _ in range(2))
    year_before = near(random, in_period or cumulative) if random.random() < 0.6 else None
    if measure == "%" and random.random() < 0.4:
        in_period, cumulative, year_before = (in_percent(random, one) for one in (in_period, cumulative, year_before))
        plan_of_year, plan_of_period = (in_percent(random, one) for one in (plan_of_year, plan_of_period))
    in_period, cumulative, year_before = (sensible(random, one, measure) for one in (in_period, cumulative, year_before))
    plan_of_year, plan_of_period = (sensible(random, one, measure) for one in (plan_of_year, plan_of_period))
    return Indicator(
        code=f"CT-{number:02}", name=name, measure=measure, direction=direction,
        direction_cell=Cell(random.choice(DIRECTIONS[direction])), kind=kind, plan_of_year=plan_of_year,
        plan_of_period=plan_of_period, in_period=in_period, cumulative=cumulative, year_before=year_before,
    )


def _plans(random: Random, direction: str) -> tuple[Quantity | None, Quantity | None]:
    """The plan of the year and of the period: either, both, now and then none."""
    make = any_range if direction == "range" else any_quantity
    match random.randrange(10):
        case 0:
            return None, None
        case 1 | 2 | 3:
            return make(random), None
        case 4 | 5 | 6:
            return None, make(random)
        case _:
            return make(random), make(random)


def _shares(random: Random, villages: tuple[Body, ...], indicator: Indicator) -> list[Share]:
    like = None if indicator.direction == "range" else any_quantity(random)
    shares = []
    for village in villages:
        planned = any_range(random) if like is None else near(random, like)
        actual = near(random, planned) if random.random() < 0.8 else None
        has_plan = actual is None or random.random() < 0.9
        planned, actual = (sensible(random, one, indicator.measure) for one in (planned, actual))
        shares.append(Share(village, indicator, planned if has_plan else None, actual))
    return shares
