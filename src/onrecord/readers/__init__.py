"""Readers: bytes to characters and layout. One reader a file, one line each in the table.

Lives here: ``read`` and the table of readers. Not here: what a stretch is for (``structure``), getting bytes
(``collect``), process limits (``engines``).
"""

from __future__ import annotations

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Source
from onrecord.readers import docx, html, pdf, plain
from onrecord.readers.reading import Reader, Reading
from onrecord.reasons import Reason

__all__ = ["READERS", "Reader", "Reading", "read"]

_MARKDOWN = ("text/plain", "text/markdown")

READERS: tuple[Reader, ...] = (
    Reader(plain.NAME, plain.VERSION, _MARKDOWN, (".txt", ".text", ".md"), "plain text, Markdown", plain.read_plain),
    Reader(html.NAME, html.VERSION, ("text/html",), (".html", ".htm", ".xhtml"), "web pages", html.read_html),
    Reader(pdf.NAME, pdf.VERSION, ("application/pdf",), (".pdf",), "PDF with a text layer", pdf.read_pdf),
    Reader(docx.NAME, docx.VERSION, (docx.MEDIA_TYPE,), (".docx",), "Word documents", docx.read_docx),
)


def read(source: Source, limits: Limits = DEFAULT) -> Reading:
    """Read a source with the reader of its media type; Refused when there is none or the bytes cannot be read."""
    for reader in READERS:
        if source.media_type in reader.media_types:
            return reader.read(source, limits)
    raise Refused(Reason.UNSUPPORTED_TYPE, f"no reader for {source.media_type}")
