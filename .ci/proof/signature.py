"""Checks of the signature, kept whole and below some text, and of the recipients beside it (KY, NN).

Owns these rules' figures. Of the body it knows only the end. Its findings go to measure.py and
signature_walk.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from proof.anatomy import Paper, SignatureBlock
from proof.finding import Finding, missing, quote, within
from proof.head import centred, typed
from proof.pages import MM

ROOM_MM = 28.0
LEVEL_PT = 1.0
FLUSH_MM = 0.5


def check_signature(paper: Paper) -> Iterator[Finding]:
    """All rules of this file."""
    block = paper.signature
    yield from check_togetherness(paper)
    yield from _authority(block)
    yield from _name(block)
    yield from _label(block, paper.main_area.left)
    yield from _recipients(block, paper.main_area.left)


def check_togetherness(paper: Paper) -> Iterator[Finding]:
    """The block is whole, with some text above it: a signature alone on a page could be put under any text."""
    block = paper.signature
    title = "signature in one piece"
    if block.name is None or not block.authority:
        yield missing("signature-kept", title, "authority lines and a name")
        return
    pages = sorted({line.page for line in block.lines})
    where = "page " + ", ".join(map(str, pages))
    yield Finding("signature-kept", title, len(pages) == 1, where, "authority lines and name on one page")
    above = [line for line in paper.body if line.page == pages[-1] and line.baseline < block.authority[0].baseline]
    measured = f"{len(above)} lines of text above it on page {pages[-1]}"
    yield Finding("signature-kept", "signature not alone", bool(above), measured, "at least one line")


def _authority(block: SignatureBlock) -> Iterator[Finding]:
    expected = "13-14 pt bold upright"
    yield typed("KY-10", "type of the authority lines", block.authority, expected, low=13, high=14, bold=True)
    small = [quote(line.text) for line in block.authority if not line.is_capitals]
    seen = " ".join(small) or f"{len(block.authority)} lines"
    yield Finding("KY-10", "capitals", bool(block.authority) and not small, seen, "capitals")
    middle = block.authority[0].center if block.authority else None
    yield centred("KY-10", "authority lines", block.authority, middle, "over one another")


def _name(block: SignatureBlock) -> Iterator[Finding]:
    names = [block.name] if block.name else []
    yield typed("KY-11", "type of the name", names, "13-14 pt bold upright", low=13, high=14, bold=True)
    middle = block.authority[-1].center if block.authority else None
    yield centred("KY-11", "name", names, middle, "under the authority lines")
    expected = f"at least {ROOM_MM:g} mm of white between the letters"
    if block.name is None or not block.authority:
        yield missing("KY-13", "room for the signature", expected)
        return
    if block.name.page != block.authority[-1].page:
        yield Finding("KY-13", "room for the signature", False, "a page end", expected)
        return
    room = (block.name.ink_top - block.authority[-1].ink_bottom) / MM
    yield Finding("KY-13", "room for the signature", room >= ROOM_MM, f"{room:.1f} mm", expected)


def _label(block: SignatureBlock, left: float) -> Iterator[Finding]:
    labels = [block.label] if block.label else []
    expected = "12 pt bold italic"
    yield typed("NN-05", "type of «Nơi nhận:»", labels, expected, low=12, high=12, bold=True, italic=True)
    expected = f"flush left, ±{FLUSH_MM:g} mm, with a colon"
    if block.label is None:
        yield missing("NN-05", "place of «Nơi nhận:»", expected)
    else:
        indent = (block.label.left - left) / MM
        right = abs(indent) <= FLUSH_MM and block.label.text == "Nơi nhận:"
        yield Finding("NN-05", "place of «Nơi nhận:»", right, f"{quote(block.label.text)} {indent:.1f} mm in", expected)
    yield _level(block)


def _level(block: SignatureBlock) -> Finding:
    """Level means the same baseline: two sizes in one table row have only their tops level by default."""
    title, expected = "«Nơi nhận:» level with the authority line", f"baselines within {LEVEL_PT:g} pt"
    if block.label is None or not block.authority:
        return missing("NN-05", title, expected)
    label, authority = block.label, block.authority[0]
    if label.page != authority.page:
        return Finding("NN-05", title, False, f"pages {label.page} and {authority.page}", expected)
    apart = label.baseline - authority.baseline
    return Finding("NN-05", title, abs(apart) <= LEVEL_PT, f"{apart:+.2f} pt", expected)


def _recipients(block: SignatureBlock, left: float) -> Iterator[Finding]:
    expected = "11 pt light upright"
    yield typed("NN-06", "type of the recipients", block.recipients, expected, low=11, high=11, bold=False)
    entries = [line for line in block.recipients if line.text.startswith("-")]
    aside = [quote(line.text) for line in entries if not within((line.left - left) / MM, 0, 0, FLUSH_MM)]
    expected = f"«-» flush left, ±{FLUSH_MM:g} mm"
    measured = " ".join(aside) or f"{len(entries)} entries"
    yield Finding("NN-06", "dashes of the recipients", bool(entries) and not aside, measured, expected)
    following = [*block.recipients[1:], None]
    ends = [a.text[-1] for a, b in zip(block.recipients, following, strict=True) if b is None or b.text.startswith("-")]
    right = bool(ends) and ends == [";"] * (len(ends) - 1) + ["."]
    yield Finding("NN-06", "end marks of the recipients", right, " ".join(ends), "«;» after each, «.» after the last")
