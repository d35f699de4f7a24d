"""Days and deadlines as clerks write them, each together with what it means.

A day is chosen first and put into words after, so that nothing here reads a wording. Knows the calendar and the period,
no task; `invention` puts the cells into a dossier.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from random import Random

from dossier import Cell, Day, Deadline, Period

STANDING = (
    "thường xuyên", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng tuần", "hằng năm", "định kỳ", "cả năm",
    "trong suốt kỳ", "theo kế hoạch", "liên tục", "Thường xuyên",
)
RELATIVE = (
    "ngay sau khi có văn bản", "sau khi có hướng dẫn của cấp trên", "theo chỉ đạo", "Theo chỉ đạo", "theo tiến độ",
    "khi có yêu cầu", "theo CV",
)
UNKNOWN = (None, None, None, "...", "…", "chưa rõ", "[Chưa rõ]", "đang xác định")
BEFORE = ("trước ngày", "Trước ngày", "trước", "hoàn thành trước ngày", "xong trước ngày")
BY = (
    "chậm nhất ngày", "chậm nhất là ngày", "chậm nhất đến ngày", "không quá ngày", "đến ngày", "đến hết ngày", "Chậm nhất ngày",
)
ROMAN = ("I", "II", "III", "IV")


def month_end(day: date) -> date:
    """The last day of that day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def quarter_end(day: date) -> date:
    """The last day of that day's quarter."""
    return month_end(day.replace(day=1, month=3 * ((day.month + 2) // 3)))


def any_day(random: Random, period: Period) -> date:
    """A day: mostly of the period, often where months and quarters end, now and then far off."""
    day = period.first + timedelta(days=random.randrange((period.last - period.first).days + 1))
    match random.randrange(20):
        case 0 | 1 | 2:
            return month_end(day)
        case 3:
            return quarter_end(day)
        case 4:
            return day.replace(day=1)
        case 5:
            return date(day.year, 2, monthrange(day.year, 2)[1])
        case 6 | 7:
            return day + timedelta(days=random.randint(-45, 45))
        case 8:
            return day + timedelta(days=random.randint(-200, 200))
        case _:
            return day


def any_cell(random: Random, day: date) -> Cell:
    """That day as a true date, in one of Excel's looks, or as text."""
    if random.random() < 0.5:
        return Cell(day, random.choice(("dd/mm/yyyy", "d/m/yyyy", "yyyy-mm-dd", "dd-mm-yyyy", "dd.mm.yyyy")))
    if random.random() < 0.1:
        return Cell(datetime(day.year, day.month, day.day, 17, 0), "dd/mm/yyyy hh:mm")
    return Cell(slashed(random, day) if random.random() < 0.7 else _otherwise(random, day))


def day_as_typed(random: Random, day: date) -> Day:
    """A day as `any_cell` types it."""
    return Day(any_cell(random, day), day)


def slashed(random: Random, day: date) -> str:
    """30/11/2025, with or without the zeros."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if random.random() < 0.5 else f"{day.day}/{day.month}/{day.year}"


def any_deadline(random: Random, period: Period) -> Deadline:
    """A deadline in one of the many wordings of the dictionary."""
    makers = (_exact, _by, _before, _within, _range, _standing, _relative, _unknown)
    (maker,) = random.choices(makers, weights=(30, 12, 16, 18, 6, 7, 4, 5))
    return maker(random, period)


def _otherwise(random: Random, day: date) -> str:
    zeros, bare = f"{day.day:02}-{day.month:02}-{day.year}", f"{day.day}.{day.month}.{day.year}"
    in_words = f"ngày {day.day} tháng {day.month} năm {day.year}"
    return random.choice((zeros, zeros.replace("-", "."), bare, day.isoformat(), in_words, in_words.removeprefix("ngày ")))


def _exact(random: Random, period: Period) -> Deadline:
    day = any_day(random, period)
    if period.first <= day <= period.last and random.random() < 0.1:
        return Deadline(Cell(f"{day.day}/{day.month}"), "exact", day)
    return Deadline(any_cell(random, day), "exact", day)


def _by(random: Random, period: Period) -> Deadline:
    day = any_day(random, period)
    return Deadline(Cell(f"{random.choice(BY)} {slashed(random, day)}"), "exact", day)


def _before(random: Random, period: Period) -> Deadline:
    day = any_day(random, period)
    return Deadline(Cell(f"{random.choice(BEFORE)} {slashed(random, day)}"), "before", day)


def _within(random: Random, period: Period) -> Deadline:
    day = any_day(random, period)
    is_inside = period.first <= day <= period.last
    month, quarter, year = month_end(day), quarter_end(day), date(day.year, 12, 31)
    roman, half = ROMAN[quarter.month // 3 - 1], "đầu" if day.month < 7 else "cuối"
    half_end = date(day.year, 6, 30) if day.month < 7 else year
    wordings = [
        (f"trong tháng {day.month}/{day.year}", month), (f"tháng {day.month}/{day.year}", month),
        (f"Trong tháng {day.month:02} năm {day.year}", month), (f"trong quý {roman}/{day.year}", quarter),
        (f"trong Quý {roman}/{day.year}", quarter), (f"quý {roman} năm {day.year}", quarter),
        (f"trong năm {day.year}", year), (f"trong 6 tháng {half} năm {day.year}", half_end),
    ]
    if is_inside:
        wordings += [(f"trong tháng {day.month}", month), (f"trong quý {roman}", quarter), ("cuối năm", year)]
        wordings += {0: [("cuối tháng", month)], 2: [("cuối quý", quarter)]}.get(period.last.month - period.first.month, [])
    words, last = random.choice(wordings)
    return Deadline(Cell(words), "within", last)


def _range(random: Random, period: Period) -> Deadline:
    first, last = sorted((any_day(random, period), any_day(random, period)))
    wordings = [(f"từ ngày {slashed(random, first)} đến ngày {slashed(random, last)}", last)]
    if first.year == last.year and first.month < last.month:
        wordings.append((f"T{first.month}-T{last.month}/{last.year}", month_end(last)))
        wordings.append((f"từ tháng {first.month} đến tháng {last.month}/{last.year}", month_end(last)))
        if period.first <= first and last <= period.last:
            wordings.append((f"từ tháng {first.month} đến tháng {last.month}", month_end(last)))
            wordings.append((f"tháng {first.month} - tháng {last.month}", month_end(last)))
    words, day = random.choice(wordings)
    return Deadline(Cell(words), "range", day)


def _standing(random: Random, _: Period) -> Deadline:
    return Deadline(Cell(random.choice(STANDING)), "standing")


def _relative(random: Random, _: Period) -> Deadline:
    return Deadline(Cell(random.choice(RELATIVE)), "relative")


def _unknown(random: Random, _: Period) -> Deadline:
    return Deadline(Cell(random.choice(UNKNOWN)), "unknown")
