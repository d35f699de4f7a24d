#!/usr/bin/env python3
"""Proves that the checks can fail: each must let the good papers pass and find the fault of every wrong one.

Owns the proof of measure.py, signature_walk.py, second_reader.py, other_readers.py, typed_beside_lines.py and validate.
Must not know a measure: proof/ has the papers and their faults. Prints one line per proof, `ok` or `FAIL`.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from other_readers import disagreements
from proof import papers
from proof.anatomy import Paper
from proof.faults import FAULTS
from proof.finding import Finding
from proof.paper import print_papers
from proof.rules import check, check_length
from second_reader import compare, read_text
from signature_walk import walk

VALIDATE = Path(__file__).with_name("validate")
BESIDE_LINES = Path(__file__).with_name("typed_beside_lines.py")


def main() -> int:
    """Writes all papers, prints them in one go, proves the checks on them."""
    with tempfile.TemporaryDirectory(prefix="vanthu-ci-") as name:
        folder = Path(name)
        good = [_written(paper, folder / f"good-{index}.docx") for index, paper in enumerate(papers.GOOD)]
        wrong = [_written(fault.paper, folder / f"wrong-{index:02}.docx") for index, fault in enumerate(FAULTS)]
        printed = print_papers([*good, *wrong])
        findings = [
            *_measure_passes(printed[: len(good)]),
            *_measure_fails(printed[len(good) :]),
            *_length_fails(printed[0]),
            *_walk_fails(printed[0], printed[len(good) :]),
            *(finding for paper in (good[0], good[-3]) for finding in _reader_compares(paper, folder)),
            *_validator_validates(good, folder),
            *_readers_agree(folder),
            *_typing_keeps_lines(folder),
        ]
    print(*findings, sep="\n")
    return 0 if all(finding.passed for finding in findings) else 1


def _readers_agree(folder: Path) -> Iterator[Finding]:
    """Plain text is read alike by all; Word's own element for a hyphen is lost by some."""
    for name, element, expected in (("plain hyphen", None, True), ("element for a hyphen", "w:noBreakHyphen", False)):
        path = folder / f"readers-{expected}.docx"
        document = Document()
        run = document.add_paragraph().add_run("Nghị định số 30/2020/NĐ" if element else "Nghị định số 30/2020/NĐ-CP")
        if element:
            run._r.append(OxmlElement(element))
            run._r.append(_text("CP"))
        document.save(str(path))
        agree = not any(disagreements([path])[path].values())
        yield Finding("other readers", name, agree == expected, "agree" if agree else "differ", "as named")


def _typing_keeps_lines(folder: Path) -> Iterator[Finding]:
    """A line of its own is left by all edits; one that is the border of words goes with the last word."""
    for name, words, kept in (("a line of its own", "", True), ("a border of words", "Kế hoạch", False)):
        path = folder / f"line-{kept}.docx"
        document = Document()
        document.add_paragraph("Ủy ban nhân dân xã")
        line = document.add_paragraph(words)
        borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
        for attribute, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
            top.set(qn(f"w:{attribute}"), value)
        borders.append(top)
        line.paragraph_format.element.get_or_add_pPr().append(borders)
        document.add_paragraph("Công tác vệ sinh môi trường")
        document.save(str(path))
        done = subprocess.run(["/usr/bin/python3", BESIDE_LINES, path], capture_output=True, text=True, check=False)
        answer = done.stdout.strip() or done.stderr.strip()
        yield Finding("typing beside lines", name, (done.returncode == 0) == kept, answer, "as named")


def _text(words: str) -> BaseOxmlElement:
    text = OxmlElement("w:t")
    text.text = words
    return text


def _written(paper: papers.Paper, path: Path) -> Path:
    papers.write(paper, path)
    return path


def _measure_passes(printed: Iterable[Paper]) -> Iterator[Finding]:
    for index, paper in enumerate(printed):
        wrong = "; ".join(str(one) for one in check(paper) if not one.passed)
        yield Finding("measure", f"good paper {index}", not wrong, wrong or "passes", "no failure")


def _measure_fails(printed: Iterable[Paper]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    failed: set[tuple[str, str]] = set()
    for fault, paper in zip(FAULTS, printed, strict=True):
        findings = check(paper)
        seen |= {(one.rule, one.title) for one in findings}
        failed |= {(one.rule, one.title) for one in findings if not one.passed}
        broken = {one.rule for one in findings if not one.passed}
        measured = " ".join(sorted(broken)) or "no failure"
        yield Finding("measure", f"finds: {fault.name}", broken == fault.rules, measured, " ".join(sorted(fault.rules)))
    never = ", ".join(f"{rule} {title}" for rule, title in sorted(seen - failed))
    yield Finding("measure", "every check can fail", not never, never or f"{len(failed)} checks", "a fault for each")


def _walk_fails(good: Paper, wrong: list[Paper]) -> Iterator[Finding]:
    for fault, paper in zip(FAULTS, wrong, strict=True):
        if fault.rules & {"signature-kept", "no-blank-page"}:
            passed = [finding.passed for finding in walk([good, paper], ["good", "wrong"])]
            found = passed[:2] == [True, False]
            yield Finding("walk", f"finds: {fault.name}", found, str(passed[:2]), "the second only")
    passed = [finding.passed for finding in walk([good, good], ["one", "other"])]
    yield Finding("walk", "finds: no page end met", passed == [True, True, False], str(passed), "the last only")


def _length_fails(paper: Paper) -> Iterator[Finding]:
    for most, right in ((len(paper.pages), True), (len(paper.pages) - 1, False)):
        found = check_length(paper, most).passed
        yield Finding("measure", f"{len(paper.pages)} pages of at most {most}", found == right, str(found), str(right))


def _reader_compares(document: Path, folder: Path) -> Iterator[Finding]:
    lines = read_text(document)
    cases = {
        "the text itself": (lines, True),
        "a line left out": (lines[:5] + lines[6:], False),
        "two lines swapped": ([lines[1], lines[0], *lines[2:]], False),
        "a letter changed": ([*lines[:-1], lines[-1].replace("n", "m")], False),
        "nothing": ([], False),
    }
    for name, (text, equal) in cases.items():
        expected = folder / "expected.txt"
        expected.write_text("\n".join(text), encoding="utf-8")
        with contextlib.redirect_stdout(io.StringIO()):
            answer = compare(document, expected)
        yield Finding("second reader", name, answer == equal, "equal" if answer else "different", "as it is")


def _validator_validates(good: list[Path], folder: Path) -> Iterator[Finding]:
    done = subprocess.run([VALIDATE, *good], capture_output=True, text=True, check=False)
    yield Finding("validate", "good papers", done.returncode == 0, done.stdout.strip().replace("\n", "; "), "no errors")
    for name, old, new in (
        ("an element out of order", b"<w:jc ", b"<w:b/><w:jc "),
        ("an unknown value", b'w:val="center"', b'w:val="middle"'),
    ):
        broken = folder / "broken.docx"
        _copy_changed(good[0], broken, old, new)
        done = subprocess.run([VALIDATE, broken], capture_output=True, text=True, check=False)
        found = done.returncode == 1 and "Sch_" in done.stdout
        yield Finding("validate", f"finds: {name}", found, f"exit {done.returncode}", "a schema error and exit 1")


def _copy_changed(source: Path, target: Path, old: bytes, new: bytes) -> None:
    """Copies a package with one place of its text changed."""
    with zipfile.ZipFile(source) as package, zipfile.ZipFile(target, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                content = content.replace(old, new, 1)
            copy.writestr(name, content)


if __name__ == "__main__":
    sys.exit(main())
