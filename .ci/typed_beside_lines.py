#!/usr/bin/env python3
"""Types and deletes beside the drawn lines of documents in LibreOffice, as a clerk would, and looks whether they are left.

Owns the edits. A drawn line is a paragraph without words that has a border above it. After each edit every line must be
as long, as heavy and as far from the margins as before, and typed words must have the size of the words beside them.
Runs with Debian's own Python, which has LibreOffice's bindings. Prints one line for each document, `ok` or `FAIL`.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WORDS = " thêm vài chữ"
PARAGRAPH_END = 0  # com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK
STARTS_WITHIN = 30  # seconds

Line = tuple[int, int, int]
Paragraphs = list[Any]


def paragraphs(text: Any) -> Iterator[Any]:
    """The paragraphs of a text, those of its tables among them, in order."""
    parts = text.createEnumeration()
    while parts.hasMoreElements():
        part = parts.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                yield from paragraphs(part.getCellByName(name))
        else:
            yield part


def line_of(paragraph: Any) -> Line | None:
    """Weight and distances from both margins of a drawn line, in 1/100 mm; nothing for another paragraph."""
    weight = paragraph.TopBorder.OuterLineWidth
    return (weight, paragraph.ParaLeftMargin, paragraph.ParaRightMargin) if weight and not paragraph.String else None


def type_at_the_end(above: Any, _: Any) -> Any:
    """Types words at the end of the text above the line."""
    above.Text.insertString(above.End, WORDS, False)
    return above


def type_a_paragraph(above: Any, _: Any) -> Any:
    """Presses Enter at the end of the text above the line, and types words."""
    end = above.End
    above.Text.insertControlCharacter(end, PARAGRAPH_END, False)
    above.Text.insertString(end, WORDS.strip(), False)
    return above


def delete_the_last_word(above: Any, _: Any) -> Any:
    """Deletes the last word above the line, letter by letter."""
    cursor = above.Text.createTextCursorByRange(above.End)
    for _letter in above.String.split()[-1] if above.String.split() else "":
        cursor.goLeft(1, True)
        cursor.setString("")
    return above


def delete_all_words(above: Any, _: Any) -> Any:
    """Deletes all words above the line and types others."""
    above.setString(WORDS.strip())
    return above


def type_below(_: Any, below: Any) -> Any:
    """Types words at the start of the text below the line."""
    if below is None:
        return None
    below.Text.insertString(below.Start, WORDS.strip() + " ", False)
    return below


EDITS: list[Callable[[Any, Any], Any]] = [
    type_at_the_end,
    type_a_paragraph,
    delete_the_last_word,
    delete_all_words,
    type_below,
]


class Office:
    """LibreOffice with a profile of its own."""

    def __init__(self, folder: Path) -> None:
        pipe = f"vanthu-{os.getpid()}"
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        accept = f"--accept=pipe,name={pipe};urp;"
        command = ["soffice", "--headless", "--norestore", profile, accept]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        name = "com.sun.star.bridge.UnoUrlResolver"
        resolver = local.ServiceManager.createInstanceWithContext(name, local)
        address = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                context = resolver.resolve(address)
                break
            except NoConnectException:
                if time.monotonic() > until:
                    self._process.kill()
                    raise
                time.sleep(0.2)
        self._desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)

    @contextlib.contextmanager
    def opened(self, path: Path) -> Iterator[Any]:
        """A document, closed without saving."""
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        document = self._desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, (hidden,))
        try:
            yield document
        finally:
            document.close(True)

    def close(self) -> None:
        """Ends the program."""
        with contextlib.suppress(Exception):
            self._desktop.terminate()
        try:
            self._process.wait(STARTS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()


def places(found: Paragraphs) -> list[int]:
    """The places of the drawn lines among the paragraphs."""
    return [place for place, paragraph in enumerate(found) if line_of(paragraph)]


def faults(office: Office, path: Path) -> Iterator[str]:
    """What goes wrong with a document's lines; nothing where all is well."""
    with office.opened(path) as document:
        found = list(paragraphs(document.Text))
        lines = places(found)
        before = [line_of(found[place]) for place in lines]
    if not lines:
        yield "measured no drawn line; expected some"
    for edit in EDITS:
        with office.opened(path) as document:
            found = list(paragraphs(document.Text))
            # From the end, so that no edit moves a line that is still to come.
            sizes = [(place, *edited(found, place, edit)) for place in reversed(places(found))]
            after = [line for line in map(line_of, paragraphs(document.Text)) if line]
        if after != before:
            yield f"{edit.__name__}: measured {after}; expected {before}"
        for place, size, typed in sizes:
            if typed != size:
                yield f"{edit.__name__} at paragraph {place + 1}: measured {typed} pt; expected {size} pt"


def edited(found: Paragraphs, place: int, edit: Callable[[Any, Any], Any]) -> tuple[float, float]:
    """Edits beside the line at a place; the size of the letters before and after, of the paragraph that was edited."""
    above = found[place - 1]
    below = found[place + 1] if place + 1 < len(found) and found[place + 1].String else None
    before = [paragraph.CharHeight if paragraph is not None else 0.0 for paragraph in (above, below)]
    touched = edit(above, below)
    size = before[1] if edit is type_below else before[0]
    return size, touched.CharHeight if touched is not None else size


def main(names: list[str]) -> int:
    """Checks the documents."""
    failed = False
    with tempfile.TemporaryDirectory(prefix="vanthu-ci-") as folder:
        office = Office(Path(folder))
        try:
            for name in names:
                wrong = list(faults(office, Path(name)))
                failed |= bool(wrong)
                for fault in wrong:
                    print(f"FAIL typed-beside-lines {Path(name).name}: {fault}")
                if not wrong:
                    print(f"ok   typed-beside-lines {Path(name).name}: {len(EDITS)} edits at each line")
        finally:
            office.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
