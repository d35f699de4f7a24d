"""Turns .docx files into PDF with LibreOffice.

Owns the call of LibreOffice: its own profile, the fonts of .ci/install, a deadline. Must not know the content of
the pages. Its PDF files go to pages.py.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / "target" / "ci"
FONT_CONFIG = TOOLS / "fonts" / "fonts.conf"
# After which it hangs; another check beside it may make it slower.
DEADLINE_SECONDS = 300


class RenderingError(Exception):
    """LibreOffice is missing, took too long, or a document cannot be read or printed."""


def render(documents: list[Path], folder: Path) -> list[Path]:
    """Converts all documents in one call of LibreOffice; the PDF files are in `folder`, in the order given."""
    if not FONT_CONFIG.is_file():
        raise RenderingError(f"{FONT_CONFIG} is missing: run .ci/install")
    with tempfile.TemporaryDirectory(prefix="vanthu-ci-") as scratch:
        copies = _numbered_copies(documents, Path(scratch))
        _convert(copies, folder, Path(scratch) / "profile")
    pdfs = [folder / f"{copy.stem}.pdf" for copy in copies]
    for document, pdf in zip(documents, pdfs, strict=True):
        if not pdf.is_file():
            raise RenderingError(f"LibreOffice could not open {document}")
    return pdfs


def _numbered_copies(documents: list[Path], folder: Path) -> list[Path]:
    """Documents of two folders may share a name, and LibreOffice names the PDF after the document."""
    copies = []
    for number, document in enumerate(documents):
        copy = folder / f"{number:03}.docx"
        try:
            shutil.copyfile(document, copy)
        except OSError as error:
            raise RenderingError(f"{document} cannot be read: {error.strerror}") from error
        copies.append(copy)
    return copies


def _convert(documents: list[Path], folder: Path, profile: Path) -> None:
    command = [
        "soffice",
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        *map(str, documents),
    ]
    environment = os.environ | {"FONTCONFIG_FILE": str(FONT_CONFIG), "SAL_USE_VCLPLUGIN": "svp"}
    try:
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except FileNotFoundError as error:
        raise RenderingError("soffice is missing: run .ci/install") from error
    _wait(process)


def _wait(process: subprocess.Popen[bytes]) -> None:
    try:
        exit_code = process.wait(DEADLINE_SECONDS)
    except subprocess.TimeoutExpired as error:
        # `soffice` only starts the program: the process that hangs is its grandchild, of the same session.
        os.killpg(process.pid, signal.SIGKILL)
        raise RenderingError(f"LibreOffice took longer than {DEADLINE_SECONDS} s") from error
    if exit_code != 0:
        raise RenderingError(f"LibreOffice ended with {exit_code}")
