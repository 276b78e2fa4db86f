"""Kinds: the media type of bytes, decided once, by content first and by name second.

Lives here: signatures and the sniffing of text formats. Not here: opening anything. Rules: a name never makes a binary
file a page; a signature at the very start decides (a PDF with a ZIP behind it is a PDF).
"""

from __future__ import annotations

BINARY = "application/octet-stream"
PLAIN, MARKDOWN, HTML, PDF = "text/plain", "text/markdown", "text/html", "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WARC, GZIP, ZIP = "application/warc", "application/gzip", "application/zip"
FEED, SITEMAP, XML = "application/rss+xml", "application/x-sitemap", "application/xml"
JSONL, JSON, PARQUET = "application/jsonl", "application/json", "application/vnd.apache.parquet"
MAIL, MBOX = "message/rfc822", "application/mbox"

HEAD_BYTES = 64 * 1024
CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\x1f\x8b", GZIP),
    (b"WARC/", WARC),
    (b"PAR1", PARQUET),
    *(
        (magic, BINARY)
        for magic in (
            b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"MZ\x90", b"BZh", b"\xfd7zXZ",
            b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"Rar!", b"\xd0\xcf\x11\xe0", b"SQLite format 3\0", b"\xca\xfe\xba\xbe",
            b"wOFF", b"wOF2", b"OggS", b"ID3", b"II*\0", b"MM\0*", b"\0\0\1\0", b"ustar", b"{\\rtf",
        )
    ),
)  # fmt: skip
SUFFIXES: dict[str, str] = {
    ".txt": PLAIN, ".text": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML, ".xhtml": HTML,
    ".shtml": HTML, ".jsonl": JSONL, ".ndjson": JSONL, ".json": JSON, ".eml": MAIL, ".mht": MAIL, ".mhtml": MAIL,
    ".rss": FEED, ".atom": FEED, ".pdf": PDF, ".docx": DOCX, ".warc": WARC, ".gz": GZIP, ".zip": ZIP,
    ".parquet": PARQUET,
    ".css": BINARY, ".js": BINARY, ".csv": BINARY, ".tsv": BINARY, ".svg": BINARY, ".mbox": MBOX,
}  # fmt: skip
PAGE_TAGS = frozenset({
    "a", "article", "b", "blockquote", "body", "br", "center", "div", "font", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hr", "html", "i", "img", "li", "link", "main", "meta", "nav", "ol", "p", "pre",
    "script", "section", "span", "strong", "style", "table", "tbody", "td", "title", "tr", "ul",
})  # fmt: skip
ROOTS = {
    "rss": FEED,
    "rdf": FEED,
    "feed": FEED,
    "urlset": SITEMAP,
    "sitemapindex": SITEMAP,
    "html": HTML,
    "!doctype html": HTML,
}
MAIL_STARTS = ("received:", "return-path:", "mime-version:", "delivered-to:", "message-id:", "x-")
CONTAINERS = frozenset((WARC, GZIP, ZIP, FEED, SITEMAP, JSONL, JSON, PARQUET, MAIL))


def media_type(data: bytes, name: str = "") -> str:
    """The media type of a file from its first bytes (``HEAD_BYTES`` suffice) and its name.

    ``application/octet-stream`` means: nothing that can be read. Empty data go by the name.

    >>> media_type(b"%PDF-1.7", "letter.html")
    'application/pdf'
    >>> media_type(b"<!doctype html><p>x", "page")
    'text/html'
    """
    data = data[:HEAD_BYTES]
    named = SUFFIXES.get(suffix(name), "")
    for magic, kind in SIGNATURES:
        if data.startswith(magic):
            return _zip_kind(data, named) if kind == ZIP else kind
    if named == PDF and b"%PDF-" in data[:1024]:
        return PDF
    chars = _as_text(data)
    return BINARY if chars is None else _text_kind(chars, named)


def suffix(name: str) -> str:
    """The last suffix of a name, lower case.

    >>> suffix("a.warc.gz"), suffix("PAGE.HTM"), suffix("none")
    ('.gz', '.htm', '')
    """
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if dot and stem and "/" not in last else ""


def _zip_kind(data: bytes, named: str) -> str:
    if b"[Content_Types].xml" not in data:
        return DOCX if named == DOCX else ZIP
    other = any(b"PK\x03\x04" in data and folder in data for folder in (b"xl/workbook", b"ppt/presentation"))
    return BINARY if other and named != DOCX else DOCX


def _as_text(data: bytes) -> str | None:
    """The head as characters good enough for sniffing, or None when it is binary."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").lstrip("\ufeff")
    sample = data[:4096]
    zeros = sample.count(0)
    if zeros * 10 > len(sample) * 3:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if min(even, odd) * 8 <= max(even, odd):
            return data.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
    if (len(sample) - len(sample.translate(None, CONTROLS))) * 10 > len(sample):
        return None
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _text_kind(chars: str, named: str) -> str:
    head = chars.lstrip()
    if head.startswith("<"):
        return _markup_kind(head, named)
    if head.startswith(("{", "[")) and named not in (PLAIN, MARKDOWN, HTML):
        kind = _json_kind(head, named)
        if kind:
            return kind
    if named in (MAIL, MBOX) or (not named and head[:20].lower().startswith(MAIL_STARTS)):
        return named if named == MBOX else MAIL
    if not named and head.startswith("From ") and "\nFrom: " in head:
        return MBOX
    if named in (PDF, DOCX, WARC, GZIP, ZIP, PARQUET):
        return BINARY
    return named or PLAIN


def _markup_kind(head: str, named: str) -> str:
    root = _root(head)
    if root in ROOTS and (root != "feed" or named != HTML):
        return ROOTS[root]
    if named in (PLAIN, MARKDOWN, HTML):
        return named
    if root in PAGE_TAGS:
        return HTML
    if named in (FEED, MAIL):
        return named
    return XML if head.startswith("<?xml") else named or PLAIN


def _root(head: str) -> str:
    """The name of the first element, lower case, without prefix; a doctype of HTML answers "!doctype html"."""
    at = 0
    for _ in range(64):
        at = head.find("<", at)
        if at < 0:
            return ""
        if head.startswith("<!--", at):
            at = head.find("-->", at)
        elif head.startswith("<?", at):
            at = head.find("?>", at)
        elif head.startswith("<!", at):
            if head[at : at + 14].lower() == "<!doctype html":
                return "!doctype html"
            at = _end_of_doctype(head, at)
        else:
            name = head[at + 1 : at + 64].replace("/", " ").replace(">", " ").split(None, 1)
            return name[0].rpartition(":")[2].lower() if name else ""
        if at < 0:
            return ""
        at += 1
    return ""


def _end_of_doctype(head: str, at: int) -> int:
    """Where a doctype ends, its internal subset included."""
    close, subset = head.find(">", at), head.find("[", at)
    if 0 <= subset < close:
        return head.find("]>", subset)
    return close


def _json_kind(head: str, named: str) -> str:
    """JSON, JSONL, or empty when it only looks like it ("[Wednesday 23 January]")."""
    second = head[1:2000].lstrip()[:1]
    if named not in (JSON, JSONL) and second not in ('{"' if head[0] == "[" else '"}'):
        return ""
    first, _, rest = head.partition("\n")
    one_line = first.rstrip().endswith("}") and rest.lstrip().startswith("{")
    if head[0] == "{" and (one_line or named == JSONL):
        return JSONL
    return named if named == JSONL else JSON
