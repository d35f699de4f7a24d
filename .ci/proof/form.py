"""Checks of parts that only some kinds of paper have: the lines of a decision, addressees, the first recipient.

Owns these rules' figures, and which kinds have addressees. Knows nothing of the page. Its findings go to measure.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proof.anatomy import Paper
from proof.body import Paragraph, paragraphs_of
from proof.finding import Finding, missing, quote
from proof.head import centred, typed
from proof.pages import MM, Line

# NN-01; a letter always has addressees. A report has addressees only where it goes to a higher body, so both are allowed.
ADDRESSED, EITHER = {"TỜ TRÌNH"}, {"BÁO CÁO"}
UNDER_COLON_MM = 1.0


def check_form(paper: Paper) -> Iterator[Finding]:
    """All rules of this file."""
    title = " ".join(line.text for line in paper.head.title)
    if title == "QUYẾT ĐỊNH":
        yield from _decision(paper)
    yield from _addressees(paper, title)
    if paper.addressees:
        first = paper.signature.recipients[0].text if paper.signature.recipients else ""
        yield Finding("NN-07", "first recipient", first == "- Như trên;", quote(first), "«- Như trên;»")


def _decision(paper: Paper) -> Iterator[Finding]:
    paragraphs = paragraphs_of(paper.body, paper.main_area)
    middle = paper.main_area.center
    word = next((one for one in paragraphs if one.text == "QUYẾT ĐỊNH:"), None)
    decider = _decider(paragraphs)
    expected = "13-14 pt bold upright, capitals, above the grounds"
    yield typed("form-decision", "who decides", decider, expected, low=13, high=14, bold=True)
    yield centred("form-decision", "who decides", decider, middle, "on the page")
    lines = word.lines if word else ()
    expected = "«QUYẾT ĐỊNH:» 13-14 pt bold upright"
    yield typed("form-decision", "word of decision", lines, expected, low=13, high=14, bold=True)
    yield centred("form-decision", "word of decision", lines, middle, "on the page")
    yield from _articles(paragraphs, paper)


def _decider(paragraphs: list[Paragraph]) -> list[Line]:
    """The lines in capitals before the first that is not."""
    lines = []
    for line in (line for one in paragraphs for line in one.lines):
        if not line.is_capitals:
            break
        lines.append(line)
    return lines


def _articles(paragraphs: list[Paragraph], paper: Paper) -> Iterator[Finding]:
    found = [(one, match) for one in paragraphs if (match := re.match(r"Điều (\d+)\. ", one.text))]
    if not found:
        yield missing("ND-05", "articles", "«Điều 1.», «Điều 2.» …")
        return
    light = [
        quote(one.text)
        for one, match in found
        if not all(letter.is_bold for letter in one.first.ink[: len(match[0].replace(" ", ""))])
    ]
    yield Finding("ND-05", "labels of the articles", not light, " ".join(light) or f"{len(found)} bold", "bold")
    numbers = [int(match[1]) for _, match in found]
    measured = ", ".join(map(str, numbers))
    yield Finding("ND-05", "order of the articles", numbers == list(range(1, len(found) + 1)), measured, "1, 2, 3 …")
    first = paper.signature.recipients[0].text if paper.signature.recipients else ""
    named = re.fullmatch(r"- Như Điều (\d+);", first)
    right = named is not None and int(named[1]) in numbers
    expected = "«- Như Điều n;», n one of the articles"
    yield Finding("NN-07", "first recipient of a decision", right, quote(first), expected)


def _addressees(paper: Paper, title: str) -> Iterator[Finding]:
    lines = paper.addressees
    if title not in EITHER:
        due = title in ADDRESSED or bool(paper.head.about)
        measured = f"{len(lines)} lines in a «{title or 'letter'}»"
        yield Finding("NN-01", "addressees", bool(lines) == due, measured, "some" if due else "none")
    if not lines:
        return
    yield typed("NN-02", "type of the addressees", lines, "13-14 pt light upright", low=13, high=14, bold=False)
    yield from _one(lines) if lines[0].text != "Kính gửi:" else _several(lines)


def _one(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """A single addressee is on the line of the colon, without a bullet."""
    right = re.match(r"Kính gửi: [^-]", lines[0].text) is not None
    expected = "behind «Kính gửi:», on its line"
    yield Finding("NN-03", "one addressee", right, quote(lines[0].text), expected)


def _several(lines: tuple[Line, ...]) -> Iterator[Finding]:
    colon = lines[0].letters[-1].left
    entries = [index for index, line in enumerate(lines) if line.text.startswith("- ")]
    expected = f"two or more, their dashes under the colon, ±{UNDER_COLON_MM:g} mm"
    if len(entries) < 2:
        yield missing("NN-04", "dashes of the addressees", expected)
        return
    worst = max((lines[index].left - colon for index in entries), key=abs) / MM
    measured = f"{len(entries)} dashes, {worst:+.2f} mm off"
    yield Finding("NN-04", "dashes of the addressees", abs(worst) <= UNDER_COLON_MM, measured, expected)
    lasts = [lines[(after or len(lines)) - 1].text[-1] for after in (*entries[1:], None)]
    right = lasts == [";"] * (len(lasts) - 1) + ["."]
    yield Finding("NN-04", "end marks of the addressees", right, " ".join(lasts), "«;» after each, «.» after the last")
