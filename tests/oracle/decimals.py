"""How figures are rounded and printed: half away from zero on exact fractions, comma decimals, dot thousands.

Knows no task and no indicator. What it gives is the pair `value` and `printed` of `figures --json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

DASH = "—"
INCOMPARABLE = "không so sánh"


@dataclass(frozen=True)
class Figure:
    """A figure; `printed` lists every text that the contract allows, one where it settles the text."""

    value: str | None
    printed: tuple[str | None, ...]


def round_half_away(number: Fraction, decimals: int) -> Fraction:
    """The nearest number of so many decimals; what lies halfway goes away from zero."""
    scaled = abs(number) * 10**decimals
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if 2 * rest >= scaled.denominator:
        whole += 1
    return Fraction(whole if number >= 0 else -whole, 10**decimals)


def plain(number: Fraction, decimals: int) -> str:
    """The decimal of JSON, `-1234.50`; the number must have no more decimals than these. Zero has no sign."""
    scaled = number * 10**decimals
    assert scaled.denominator == 1, f"{number} has more than {decimals} decimals"
    digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
    whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return ("-" if scaled < 0 else "") + whole + ("." + rest if decimals else "")


def printed(plain_decimal: str) -> str:
    """The decimal as a document has it, `-1.234,50`."""
    sign = "-" if plain_decimal.startswith("-") else ""
    whole, dot, rest = plain_decimal.removeprefix("-").partition(".")
    return f"{sign}{int(whole):,}".replace(",", ".") + ("," + rest if dot else "")


def decimals_of(number: Fraction) -> int:
    """How many decimals the number needs; it must be a decimal."""
    decimals = 0
    while (number * 10**decimals).denominator != 1:
        decimals += 1
        assert decimals < 30, f"{number} is no decimal"
    return decimals


def count(number: int) -> Figure:
    """A count of tasks, or a rank."""
    return Figure(str(number), (printed(str(number)),))


def amount(number: Fraction) -> Figure:
    """An amount as it stands in a cell, or the difference of two: no decimal more or less than it needs."""
    said = plain(number, decimals_of(number))
    return Figure(said, (printed(said),))


def percentage(part: Fraction | int, whole: Fraction | int, decimals: int) -> Figure:
    """A part in percent of a whole; a dash where the whole is 0."""
    if whole == 0:
        return Figure(None, (DASH,))
    said = plain(round_half_away(Fraction(part) * 100 / Fraction(whole), decimals), decimals)
    return Figure(said, (printed(said) + "%",))


def unsaid(*also: str) -> Figure:
    """What can't be said, where the contract leaves open how it is printed."""
    return Figure(None, (None, DASH, *also))


def incomparable(*also: str | None) -> Figure:
    """What has no base to be compared with."""
    return Figure(None, (INCOMPARABLE, *also))
