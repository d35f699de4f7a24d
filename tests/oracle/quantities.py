"""Numbers as clerks type them: true numbers, dot thousands, comma decimals, ranges; each with its value.

A value is chosen first and typed after, so that nothing here reads a number. Knows no indicator.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

from decimals import decimals_of, plain, printed
from dossier import Cell, Quantity


def any_quantity(random: Random) -> Quantity:
    """A number of any size, now and then 0."""
    return typed(random, _any_value(random))


def near(random: Random, quantity: Quantity | None) -> Quantity:
    """A number like another one: the same, a little more or less, or a round part of it, so that figures tie and halve."""
    if quantity is None or not quantity.value:
        return any_quantity(random)
    part = random.choice((0, Fraction(1, 16), Fraction(1, 8), Fraction(5, 16), Fraction(1, 2), 1, 1, 1, 2, Fraction(9, 8)))
    value = quantity.value * part
    value += random.choice((0, 0, 0, 1, -1, Fraction(1, 2)))
    return typed(random, value if value >= 0 and decimals_of(value) <= 3 else quantity.value)


def any_range(random: Random) -> Quantity:
    """A range such as "45 - 50", which has no value of its own."""
    low = random.randint(1, 90)
    high = low + random.randint(1, 20)
    words = random.choice((f"{low} - {high}", f"{low},5 - {high},5", f"{low}-{high}", f"{low} – {high}"))
    return Quantity(Cell(words), None)


def typed(random: Random, value: Fraction) -> Quantity:
    """That value in a cell."""
    decimals = decimals_of(value)
    said = plain(value, decimals)
    if random.random() < 0.5:
        number = float(Decimal(said)) if "." in said else int(said)
        shown_as = random.choice((None, None, "#,##0.###", "0.000"))
        return Quantity(Cell(number, shown_as), value, 3 if shown_as == "0.000" else decimals)
    text = printed(said)
    # A lone "1.200" and "1200" are the same number; so is a comma decimal with one zero more.
    choices = [text, text, text.replace(".", "")] + ([text + "0"] if "," in text and not text.endswith("00") else [])
    words = random.choice(choices)
    return Quantity(Cell(words), value, len(words.partition(",")[2]))


COUNTED = ("hộ", "người", "vụ", "hồ sơ", "tổ", "con")
"""Measures of things that are counted: the program asks about their decimals and makes no figure."""


def sensible(random: Random, quantity: Quantity | None, measure: str) -> Quantity | None:
    """That quantity, or one near it that a clerk is not asked about: whole things, no rate that may mean a hundredth."""
    if quantity is None:
        return None
    if quantity.value is None:
        return any_whole_range(random) if measure in COUNTED else quantity
    if measure in COUNTED:
        whole = quantity if quantity.value.denominator == 1 else typed(random, Fraction(int(quantity.value)))
        # Whatever the cell shows, what is counted is printed without decimals.
        return Quantity(whole.cell, whole.value, 0)
    if measure == "%" and 0 < quantity.value <= 1:
        return typed(random, quantity.value + 1)
    return quantity


def any_whole_range(random: Random) -> Quantity:
    """A range of whole numbers."""
    low = random.randint(1, 90)
    return Quantity(Cell(f"{low} - {low + random.randint(1, 20)}"), None)


def in_percent(random: Random, quantity: Quantity | None) -> Quantity | None:
    """The same number as a percentage: a cell that Excel shows with its sign, or text."""
    if quantity is None or quantity.value is None or decimals_of(quantity.value) > 2 or quantity.value > 1000:
        return quantity
    decimals = decimals_of(quantity.value)
    said = plain(quantity.value, decimals)
    if random.random() < 0.5:
        return Quantity(Cell(f"{printed(said)}%"), quantity.value, decimals)
    shown_as = "0.00%" if decimals else "0%"
    return Quantity(Cell(float(Decimal(said) / 100), shown_as), quantity.value, 2 if decimals else 0)


def _any_value(random: Random) -> Fraction:
    match random.randrange(12):
        case 0:
            return Fraction(0)
        case 1 | 2 | 3:
            return Fraction(random.randint(1, 120))
        case 4 | 5:
            return Fraction(random.randint(100, 30_000))
        case 6:
            return Fraction(random.randint(1_000_000, 9_000_000_000))
        case 7 | 8:
            return Fraction(random.randint(1, 1000), 10)
        case 9 | 10:
            return Fraction(random.randint(1, 10_000), 100)
        case _:
            return Fraction(random.randint(1, 3_000_000), 1000)
