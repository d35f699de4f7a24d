"""Finds the parts of a paper among its printed lines.

Owns the search for the boxes of the decree's diagram, for annexes and attached texts, by their words and positions.
Must not know an allowed measure: it must also find a part that is set wrongly, so that a check can report it. Its parts
go to the files of rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import takewhile

from proof.declared import Declared, Margins
from proof.pages import MM, Line, Page, Rule, join
from proof.tables import PrintedTable, read_tables

# The narrowest margins of GEN-04.
LEAST = Margins(top=20, right=15, bottom=20, left=30)
# Lines that begin farther right than this are in the right half: no first-line indent is that large.
RIGHT_HALF_MM = 50
# The distance below its text within which a drawn line is searched; a check decides whether it is too far.
RULE_REACH_PT = 24
QUOC_HIEU = re.compile(r"CỘNG H(ÒA|OÀ) XÃ HỘI")
# Addressees are aligned below the colon, farther in than any first line.
HANGING_MM = 20


@dataclass(frozen=True)
class TextArea:
    """The stretch between the side margins, in points from the left edge of the sheet."""

    left: float
    right: float

    @property
    def center(self) -> float:
        """Its middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Head:
    """Boxes 1 to 5; what was not found is `None` or empty. In an attached text the drawn line is below the
    reference `(Kèm theo …)`; elsewhere there is none. A letter has its subject below the number, and no title."""

    quoc_hieu: Line | None
    tieu_ngu: Line | None
    tieu_ngu_rule: Rule | None
    superior: tuple[Line, ...]
    issuer: tuple[Line, ...]
    issuer_rule: Rule | None
    number: Line | None
    date: Line | None
    about: tuple[Line, ...]
    title: tuple[Line, ...]
    subject: tuple[Line, ...]
    reference: tuple[Line, ...]
    subject_rule: Rule | None

    @property
    def end(self) -> float:
        """The height on its page where the body begins."""
        top = (self.quoc_hieu, self.number, self.date)
        ends = [line.baseline for line in (*top, *self.about, *self.title, *self.subject, *self.reference) if line]
        return max(ends, default=0.0)


@dataclass(frozen=True)
class SignatureBlock:
    """Boxes 7a, 7b and 9b; what was not found is `None` or empty."""

    label: Line | None
    recipients: tuple[Line, ...]
    authority: tuple[Line, ...]
    name: Line | None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that the signer signs between."""
        return (*self.authority, self.name) if self.name else self.authority


@dataclass(frozen=True)
class Annex:
    """An annex: its pages, the lines of its head, its tables."""

    pages: tuple[Page, ...]
    area: TextArea
    label: Line
    title: tuple[Line, ...]
    reference: tuple[Line, ...]
    reference_rule: Rule | None
    tables: tuple[PrintedTable, ...]


@dataclass(frozen=True)
class Attached:
    """A text issued with a decision: its pages, its head, the lines below; a signature in `signing` is a fault."""

    pages: tuple[Page, ...]
    area: TextArea
    head: Head
    body: tuple[Line, ...]
    signing: tuple[Line, ...]


@dataclass(frozen=True)
class Paper:
    """A printed paper and its parts."""

    pages: tuple[Page, ...]
    declared: Declared

    @cached_property
    def part_starts(self) -> tuple[int, ...]:
        """Page numbers, counted from 1, on which an annex or an attached text begins."""
        later = (page for page in self.pages if page.number > 1)
        return tuple(page.number for page in later if _is_annex_start(page) or _is_attached_start(page))

    @cached_property
    def main_pages(self) -> tuple[Page, ...]:
        """The pages before the first annex or attached text."""
        end = self.part_starts[0] if self.part_starts else len(self.pages) + 1
        return tuple(page for page in self.pages if page.number < end)

    @cached_property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes, in order."""
        parts = (pages for pages in self._later_parts if _is_annex_start(pages[0]))
        return tuple(_find_annex(pages, self.area(pages[0])) for pages in parts)

    @cached_property
    def attached(self) -> tuple[Attached, ...]:
        """The attached texts, in order."""
        parts = (pages for pages in self._later_parts if _is_attached_start(pages[0]))
        return tuple(_find_attached(pages, self.area(pages[0])) for pages in parts)

    @property
    def _later_parts(self) -> list[tuple[Page, ...]]:
        ends = [*self.part_starts[1:], len(self.pages) + 1]
        bounds = zip(self.part_starts, ends, strict=False)
        return [tuple(page for page in self.pages if start <= page.number < end) for start, end in bounds]

    @cached_property
    def tables(self) -> tuple[PrintedTable, ...]:
        """Every table of the paper; no table continues from one part into the next."""
        parts = [self.main_pages, *self._later_parts]
        return tuple(table for pages in parts for table in read_tables(pages))

    def area(self, page: Page) -> TextArea:
        """The text area of the section that the page belongs to."""
        section = sum(1 for start in self.part_starts if start <= page.number)
        margins = self.declared.sections[min(section, len(self.declared.sections) - 1)]
        return TextArea(margins.left * MM, page.width - margins.right * MM)

    @property
    def main_area(self) -> TextArea:
        """The text area of the first section."""
        return self.area(self.pages[0])

    @cached_property
    def head(self) -> Head:
        """The head of page 1."""
        return _find_head(self.pages[0], self.main_area)

    @cached_property
    def addressees(self) -> tuple[Line, ...]:
        """Box 9a: `Kính gửi:` and the lines aligned below it."""
        lines = _below(self.main_pages, self.head)
        if not lines or not lines[0].text.startswith("Kính gửi"):
            return ()
        hangs = partial(_hangs, self.main_area)
        return (lines[0], *takewhile(hangs, lines[1:]))

    @cached_property
    def _after_head(self) -> tuple[Line, ...]:
        return _below(self.main_pages, self.head)[len(self.addressees) :]

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """Box 6: the lines between head and signature, tables and their notes left out."""
        return self._after_head[: _block_start(self._after_head, self.main_area)]

    @cached_property
    def signature(self) -> SignatureBlock:
        """The signature with the recipients beside it."""
        return _find_signature(self._after_head[len(self.body) :], self.main_area)


def text_lines(page: Page) -> tuple[Line, ...]:
    """Lines of the page outside the top and bottom margins."""
    floor = page.height - LEAST.bottom * MM
    return tuple(line for line in page.lines if not is_in_top_margin(line) and line.baseline <= floor + 1)


def notes_of(page: Page) -> list[tuple[Line, ...]]:
    """The notes below tables, `Ghi chú: …`, each with its further lines: those in italics that follow."""
    notes: list[list[Line]] = []
    is_open = False
    for line in text_lines(page):
        if page.is_in_table(line.baseline):
            is_open = False
        elif line.text.startswith("Ghi chú:"):
            notes.append([line])
            is_open = True
        elif is_open and line.is_italic:
            notes[-1].append(line)
        else:
            is_open = False
    return [tuple(note) for note in notes]


def is_in_top_margin(line: Line) -> bool:
    """Is the whole line above the text area?"""
    return line.baseline < LEAST.top * MM


def _below(pages: tuple[Page, ...], head: Head) -> tuple[Line, ...]:
    """The lines of pages below the head of the first one, tables and their notes left out."""
    notes = {line for page in pages for note in notes_of(page) for line in note}
    lines = (line for page in pages for line in text_lines(page) if not page.is_in_table(line.baseline))
    lines = (line for line in lines if line not in notes)
    return tuple(line for line in lines if line.page > pages[0].number or line.baseline > head.end + 1)


def _hangs(area: TextArea, line: Line) -> bool:
    return line.left > area.left + HANGING_MM * MM


def _is_annex_start(page: Page) -> bool:
    """Is its word on the first line? A title on the same line is a fault that a check reports."""
    lines = text_lines(page)
    return bool(lines) and re.fullmatch(r"Phụ lục( [IVXLC\d]+)?([.:].*)?", lines[0].text, re.I) is not None


def _is_attached_start(page: Page) -> bool:
    return any(QUOC_HIEU.match(line.text) for line in text_lines(page)[:2])


def _find_annex(pages: tuple[Page, ...], area: TextArea) -> Annex:
    label, *lines = (line for line in text_lines(pages[0]) if not pages[0].is_in_table(line.baseline))
    title = tuple(takewhile(lambda line: line.is_capitals, lines))
    rest = lines[len(title) :]
    reference = _reference(rest)
    last = reference[-1] if reference else None
    rule = _rule_below(pages[0], last, 0, pages[0].width)
    return Annex(pages, area, label, title, reference, rule, tuple(read_tables(pages)))


def _reference(lines: list[Line]) -> tuple[Line, ...]:
    """`(Kèm theo …)`, from bracket to bracket."""
    if not lines or not lines[0].text.startswith("("):
        return ()
    end = next((index for index, line in enumerate(lines[:3]) if line.text.endswith(")")), 0)
    return tuple(lines[: end + 1])


def _find_attached(pages: tuple[Page, ...], area: TextArea) -> Attached:
    head = _find_head(pages[0], area)
    lines = _below(pages, head)
    end = _block_start(lines, area)
    return Attached(pages, area, head, lines[:end], lines[end:])


def _find_head(page: Page, area: TextArea) -> Head:
    lines = text_lines(page)
    quoc_hieu = next((line for line in lines if QUOC_HIEU.match(line.text)), None)
    left_end = quoc_hieu.left if quoc_hieu else area.center
    above = _above_title(lines, left_end)
    right = [line for line in above if line.center > left_end and line is not quoc_hieu]
    left = [line for line in above if line.center <= left_end]
    tieu_ngu = next((line for line in right if line.text.startswith("Độc lập")), None)
    number = _number(left)
    date = _date(right)
    names = [line for line in left if number is None or line.baseline < number.baseline - 1]
    issuer_from = next((index for index, line in enumerate(names) if line.is_bold), len(names))
    issuer = tuple(names[issuer_from:])
    below = [line for line in lines if line not in above]
    about = _about(below, left_end)
    title, subject, subject_rule = ((), (), None) if about else _find_title(page, below, area)
    reference_from = next((index for index, line in enumerate(subject) if line.text.startswith("(")), len(subject))
    return Head(
        quoc_hieu=quoc_hieu,
        tieu_ngu=tieu_ngu,
        tieu_ngu_rule=_rule_below(page, tieu_ngu, left_end, page.width),
        superior=tuple(names[:issuer_from]),
        issuer=issuer,
        issuer_rule=_rule_below(page, issuer[-1] if issuer else None, 0, left_end),
        number=number,
        date=date,
        about=about,
        title=title,
        subject=subject[:reference_from],
        reference=subject[reference_from:],
        subject_rule=subject_rule,
    )


def _above_title(lines: tuple[Line, ...], left_end: float) -> tuple[Line, ...]:
    """The lines of boxes 1 to 4: down to number and date, or where there are none, to the bodies' names."""
    top = next((line.baseline for line in lines if line.text.startswith("Độc lập")), 0.0)
    titles = (line for line in lines if line.is_capitals and line.center > left_end and line.baseline > top)
    title = next((line for line in titles if not QUOC_HIEU.match(line.text)), None)
    above = [line for line in lines if title is None or line.baseline < title.baseline - 1]
    left = [line for line in above if line.center <= left_end]
    right = [line for line in above if line.center > left_end]
    lowest = [line for line in (_number(left), _date(right)) if line] or above
    end = max((line.baseline for line in lowest), default=0.0)
    return tuple(line for line in lines if line.baseline <= end + 1)


def _about(lines: list[Line], left_end: float) -> tuple[Line, ...]:
    """`V/v …` of a letter: the lines below its number that stay in the left column."""
    if not lines or not lines[0].text.startswith("V/v"):
        return ()
    
    def is_about(line: Line) -> bool:
        return line.right < left_end and not line.text.startswith("Kính gửi")

    return tuple(takewhile(is_about, lines))


def _number(left: list[Line]) -> Line | None:
    start = next((line for line in left if line.text.startswith("Số")), None)
    return join(line for line in left if start and abs(line.baseline - start.baseline) < 1)


def _date(right: list[Line]) -> Line | None:
    start = next((line for line in right if "ngày" in line.text), None)
    return join(line for line in right if start and abs(line.baseline - start.baseline) < 1)


def _rule_below(page: Page, line: Line | None, left: float, right: float) -> Rule | None:
    """The first drawn line under the text, of those whose middle lies between `left` and `right`."""
    if line is None:
        return None
    reach = (line.baseline - 2, line.baseline + RULE_REACH_PT)
    return next((rule for rule in page.rules if left < rule.center < right and reach[0] <= rule.y <= reach[1]), None)


def _find_title(
    page: Page, lines: list[Line], area: TextArea
) -> tuple[tuple[Line, ...], tuple[Line, ...], Rule | None]:
    """Tên loại in capitals, trích yếu after it down to the drawn line (or as far as lines are centred), that line."""
    title_end = next((index for index, line in enumerate(lines) if not line.is_capitals), len(lines))
    title, rest = tuple(lines[:title_end]), lines[title_end:]
    top = title[-1].baseline if title else page.height
    rule = next((rule for rule in page.rules if rule.y > top and not page.is_in_table(rule.y)), None)
    if rule is not None:
        return title, tuple(line for line in rest if line.baseline < rule.y), rule
    subject_end = next((index for index, line in enumerate(rest) if not _is_centred(line, area)), len(rest))
    return title, tuple(rest[:subject_end]), None


def _is_centred(line: Line, area: TextArea) -> bool:
    """A full line of the body also has its middle in the centre: the left end decides."""
    return abs(line.center - area.center) < 2 * MM and line.left > area.left + 2 * MM


def _block_start(lines: tuple[Line, ...], area: TextArea) -> int:
    """Index of the first line that belongs to the signature or to the recipients, found from the end."""
    label = next((index for index in reversed(range(len(lines))) if _is_label(lines[index])), len(lines))
    for index in reversed(range(len(lines))):
        if index < label and not _is_signature_line(lines[index], area):
            return index + 1
    return 0


def _is_label(line: Line) -> bool:
    return line.text.startswith("Nơi nhận")


def _is_signature_line(line: Line, area: TextArea) -> bool:
    return line.left > area.left + RIGHT_HALF_MM * MM and line.is_bold


def _find_signature(block: tuple[Line, ...], area: TextArea) -> SignatureBlock:
    signing = [line for line in block if line.left > area.left + RIGHT_HALF_MM * MM]
    beside = [line for line in block if line not in signing]
    label = next((line for line in beside if _is_label(line)), None)
    return SignatureBlock(
        label=label,
        recipients=tuple(line for line in beside if line is not label),
        authority=tuple(signing[:-1]),
        name=signing[-1] if signing else None,
    )
