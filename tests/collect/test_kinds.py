"""Kinds: content first, name second."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from onrecord.collect import kinds, media_type

CASES = json.loads((Path(__file__).parent / "cases" / "kinds.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_texts(case: dict[str, str]) -> None:
    """Each text is of the kind that its content, then its name, says."""
    assert media_type(case["data"].encode(case.get("encoding", "utf-8")), case.get("name", "")) == case["kind"]


def test_signatures_beat_names() -> None:
    """A binary file is what its first bytes say, whatever it is called."""
    for magic, kind in kinds.SIGNATURES:
        if kind != kinds.ZIP:
            assert media_type(magic + bytes(4096), "page.html") == kind


def test_office_files_are_told_from_archives() -> None:
    """A DOCX is a ZIP with a word document; other archives and other office files are not."""

    def packed(*names: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, "x")
        return out.getvalue()

    assert media_type(packed("[Content_Types].xml", "word/document.xml")) == kinds.DOCX
    assert media_type(packed("a.html", "b.html"), "pages.zip") == kinds.ZIP
    assert media_type(packed("[Content_Types].xml", "xl/workbook.xml"), "table.xlsx") == kinds.BINARY
    assert media_type(gzip.compress(b"x"), "x.txt") == kinds.GZIP


def test_a_pdf_behind_other_bytes_needs_its_name() -> None:
    """Bytes before the signature are forgiven when the name says PDF; a page about PDFs stays a page."""
    assert media_type(b"\r\n%PDF-1.4", "a.pdf") == kinds.PDF
    assert media_type(b"<p>%PDF-1.4</p>", "a.html") == kinds.HTML


def test_mostly_control_bytes_are_binary() -> None:
    """A file of control bytes is no text, a text with a few is."""
    assert media_type(bytes(range(32)) * 50, "a.txt") == kinds.BINARY
    assert media_type(b"The envoy\x00 said: \x1b[31m no. " * 9, "a.txt") == kinds.PLAIN
