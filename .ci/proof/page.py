"""Checks of sheet, margins, fonts, colour and page numbers (GEN-01 to GEN-13).

Owns these rules' figures. Must not know the text of the paper. Its findings go to measure.py
and signature_walk.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from proof.anatomy import LEAST, Paper, is_in_top_margin, text_lines
from proof.declared import Margins
from proof.finding import Finding, all_hold, quote, within
from proof.pages import MM, Line, Page

A4_MM = (210.0, 297.0)
MOST = Margins(top=25, right=20, bottom=25, left=35)
TOLERANCE_MM = 0.5
FONT = "LiberationSerif"
ASKED_FONT = "Times New Roman"


def check_page(paper: Paper) -> Iterator[Finding]:
    """All rules of this file."""
    yield _sheet(paper)
    yield _declared_margins(paper)
    yield _text_inside(paper)
    yield _drawn_inside(paper)
    yield _printed_fonts(paper)
    yield _asked_fonts(paper)
    yield _colour(paper)
    yield _drawn_colour(paper)
    yield _first_page_number(paper)
    yield from _later_page_numbers(paper)
    yield check_no_blank_page(paper)


def _sheet(paper: Paper) -> Finding:
    faults = []
    for page in paper.pages:
        size = (page.width / MM, page.height / MM)
        allowed = [A4_MM, A4_MM[::-1]] if page.tables else [A4_MM]
        if not any(within(size[0], w, w, TOLERANCE_MM) and within(size[1], h, h, TOLERANCE_MM) for w, h in allowed):
            faults.append(f"page {page.number}: {size[0]:.1f} x {size[1]:.1f} mm")
    return all_hold("GEN-01", "sheet", len(paper.pages), faults, "A4, 210 x 297 mm, turned for tables only")


def _declared_margins(paper: Paper) -> Finding:
    faults = []
    for number, margins in enumerate(paper.declared.sections, start=1):
        for side in ("top", "right", "bottom", "left"):
            value = getattr(margins, side)
            if not within(value, getattr(LEAST, side), getattr(MOST, side), 0.05):
                faults.append(f"section {number}: {side} {value:.1f} mm")
    expected = "top and bottom 20-25, left 30-35, right 15-20 mm"
    return all_hold("GEN-04", "margins of the sections", len(paper.declared.sections), faults, expected)


def _text_inside(paper: Paper) -> Finding:
    faults = []
    lines = [(page, line) for page in paper.pages for line in page.lines if not is_in_top_margin(line)]
    for page, line in lines:
        room = {
            "left": line.left,
            "right": page.width - line.right,
            "top": line.top,
            "bottom": page.height - line.ink_bottom,
        }
        for side, points in room.items():
            if points / MM < getattr(LEAST, side) - TOLERANCE_MM:
                faults.append(f"page {page.number} {quote(line.text)}: {side} {points / MM:.1f} mm")
    return all_hold("GEN-04", "text inside the margins", len(lines), faults, "top and bottom 20, left 30, right 15 mm")


def _drawn_inside(paper: Paper) -> Finding:
    faults, count = [], 0
    for page in paper.pages:
        places = [(rule.left, rule.right, rule.y, rule.y) for rule in page.rules]
        places += [(line.x, line.x, line.top, line.bottom) for line in page.uprights]
        count += len(places)
        for left, right, top, bottom in places:
            room = {"left": left, "right": page.width - right, "top": top, "bottom": page.height - bottom}
            faults += [
                f"page {page.number} a line at {left / MM:.0f}, {top / MM:.0f} mm: {side} {points / MM:.1f} mm"
                for side, points in room.items()
                if points / MM < getattr(LEAST, side) - TOLERANCE_MM
            ]
    expected = "top and bottom 20, left 30, right 15 mm"
    return all_hold("GEN-04", "drawn lines inside the margins", count, faults, expected)


def _printed_fonts(paper: Paper) -> Finding:
    letters = [letter for page in paper.pages for line in page.lines for letter in line.ink]
    others = sorted({letter.font for letter in letters if letter.font.partition("-")[0] != FONT})
    return all_hold("GEN-06", "fonts printed", len(letters), others, "Liberation Serif, for Times New Roman")


def _asked_fonts(paper: Paper) -> Finding:
    others = [repr(name) for name in paper.declared.fonts if name != ASKED_FONT]
    return all_hold("GEN-06", "fonts asked for", len(paper.declared.fonts), others, ASKED_FONT)


def _colour(paper: Paper) -> Finding:
    lines = [line for page in paper.pages for line in page.lines]
    coloured = [f"page {line.page} {quote(line.text)}" for line in lines if any(one.color for one in line.ink)]
    return all_hold("GEN-08", "black letters", len(lines), coloured, "black")


def _drawn_colour(paper: Paper) -> Finding:
    drawn = [(page, one) for page in paper.pages for one in (*page.rules, *page.uprights)]
    faults = [f"page {page.number}: a coloured line" for page, one in drawn if not one.is_black]
    faults += [f"page {page.number}: {page.grounds} coloured grounds" for page in paper.pages if page.grounds]
    return all_hold("GEN-08", "black lines", len(drawn), faults, "black lines on white")


def _first_page_number(paper: Paper) -> Finding:
    above = [quote(line.text) for line in paper.pages[0].lines if is_in_top_margin(line)]
    return Finding("GEN-12", "no number on page 1", not above, " ".join(above) or "nothing above the text", "nothing")


def _later_page_numbers(paper: Paper) -> Iterator[Finding]:
    pages = [(page, count) for page, count in _counted(paper) if not _may_be_bare(page, count)]
    numbers = [(page, count, _number_of(page)) for page, count in pages]
    present = [(page, count, line) for page, count, line in numbers if line is not None]
    absent = [f"page {page.number}: {_above(page)}" for page, _, line in numbers if line is None]
    place = "one number inside the top margin"
    yield _pages_hold("GEN-11", "number at the top from page 2", pages, absent, place)
    wrong = [f"page {page.number}: {line.text}" for page, count, line in present if line.text != str(count)]
    expected = "1, 2, 3 … from page 1; anew in an annex or attached text"
    yield _pages_hold("GEN-09", "number counts the pages", pages, wrong, expected)
    aside = [
        f"page {page.number}: {(line.center - paper.area(page).center) / MM:+.1f} mm off"
        for page, _, line in present
        if abs(line.center - paper.area(page).center) > TOLERANCE_MM * MM
    ]
    yield _pages_hold("GEN-11", "number centred", pages, aside, "the middle of the text area")
    mistyped = [f"page {page.number}: {_type_of(line)}" for page, _, line in present if not _is_number_type(line)]
    yield _pages_hold("GEN-10", "type of the number", pages, mistyped, "13-14 pt, upright")


def _pages_hold(rule: str, title: str, pages: list[tuple[Page, int]], faults: list[str], expected: str) -> Finding:
    """A paper of one page has no page number to check: it passes."""
    if not pages:
        return Finding(rule, title, True, "one page, no number due", expected)
    return all_hold(rule, title, len(pages), faults, expected)


def _counted(paper: Paper) -> Iterator[tuple[Page, int]]:
    """Each page with the number it should carry (GEN-09, GEN-13)."""
    count = 0
    for page in paper.pages:
        count = 1 if page.number in paper.part_starts else count + 1
        yield page, count


def _may_be_bare(page: Page, count: int) -> bool:
    """The first page has no number; on the first page of a later part the decree allows both."""
    return page.number == 1 or (count == 1 and not any(map(is_in_top_margin, page.lines)))


def _number_of(page: Page) -> Line | None:
    above = [line for line in page.lines if is_in_top_margin(line)]
    return above[0] if len(above) == 1 and above[0].text.isdigit() else None


def _above(page: Page) -> str:
    return " ".join(quote(line.text) for line in page.lines if is_in_top_margin(line)) or "nothing"


def _type_of(line: Line) -> str:
    return f"{line.sizes[0]:g} pt{'' if line.is_upright else ' italic'}"


def _is_number_type(line: Line) -> bool:
    return within(line.sizes[0], 13, 14, 0.05) and line.is_upright


def check_no_blank_page(paper: Paper) -> Finding:
    """An empty paragraph that no longer fits makes a blank page, most often after the signature."""
    blank = [f"page {page.number}" for page in paper.pages if not text_lines(page) and not page.pictures]
    return all_hold("no-blank-page", "text or a picture on every page", len(paper.pages), blank, "no blank page")
