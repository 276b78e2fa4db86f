"""Locators: one storable, reversible name for every file and every part of a file.

A file's locator is its absolute path, links not resolved, as the user would recognise it. Percent-encoded are only:
``%`` and ``#``, bytes that are no UTF-8, control characters, and characters that are invisible or turn the direction of
display. So a locator is valid Unicode, one line, safe to print, and ``path_of(locator)`` is the exact path again.
A part of a file is ``<file's locator>#<part>``. An address (``https://...``) is its own locator.
"""

# Paths are bytes here (names that are no UTF-8), which pathlib does not know.
# ruff: noqa: PTH100, PTH118
from __future__ import annotations

import ipaddress
import os
from urllib.parse import unquote_to_bytes, urlsplit

HIDDEN_RANGES = (
    (0, 0x20), (0x7F, 0xA0), (0xAD, 0xAE), (0x61C, 0x61D), (0x180E, 0x180F), (0x200B, 0x2010), (0x2028, 0x202F),
    (0x2060, 0x2070), (0xFEFF, 0xFF00), (0xFFF9, 0xFFFC), (0xE0000, 0xE0080),
)  # fmt: skip
HIDDEN = frozenset(c for start, end in HIDDEN_RANGES for c in range(start, end))
ENCODED = {c: "".join(f"%{b:02X}" for b in chr(c).encode()) for c in (*HIDDEN, ord("%"), ord("#"))}
ENCODED |= {0xDC00 + byte: f"%{byte:02X}" for byte in range(0x80, 0x100)}
UNSAFE = frozenset(map(chr, HIDDEN)) | {"\\", " "}
LONGEST_ADDRESS = 4096


def locator_of(path: str | bytes | os.PathLike[str]) -> str:
    """The locator of a file.

    >>> locator_of(b"/news/50%/\\xff\\n.html")
    '/news/50%25/%FF%0A.html'
    """
    return os.fsdecode(absolute(path)).translate(ENCODED)


def path_of(locator: str) -> bytes:
    """The path that a file's locator names (a part's ``#...`` is dropped).

    >>> path_of("/news/50%25/%FF%0A.html#3")
    b'/news/50%/\\xff\\n.html'
    """
    return unquote_to_bytes(locator.partition("#")[0])


def part_of(outer: str, part: str) -> str:
    """The locator of a part of a file or of a part.

    >>> part_of(part_of("/a.zip", "b#1.jsonl"), "line-3")
    '/a.zip#b%231.jsonl#line-3'
    """
    return f"{outer}#{part.encode('utf-8', 'replace').decode().translate(ENCODED)}"


def absolute(path: str | bytes | os.PathLike[str]) -> bytes:
    """The absolute path, without resolving links; ``..`` after a link is resolved as the system would."""
    raw = os.fsencode(path)
    if b".." in raw.split(b"/"):
        folder, name = os.path.split(raw)
        raw = os.path.realpath(raw) if name == b".." else os.path.join(os.path.realpath(folder or b"."), name)
    return os.path.abspath(raw)


def is_address(url: str) -> bool:
    """True for an address that may name a document: http or https, with a public-looking host, on one line.

    >>> [is_address(u) for u in ("https://a.test/x", "javascript:x()", "file:///etc/passwd", "http://169.254.1.1/")]
    [True, False, False, False]
    """
    if not url.startswith(("http://", "https://", "HTTP://", "HTTPS://")) or len(url) > LONGEST_ADDRESS:
        return False
    if not UNSAFE.isdisjoint(url) or (not url.isascii() and any("\ud800" <= c < "\ue000" for c in url)):
        return False
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    return "@" not in parts.netloc and _is_public(host)


def _is_public(host: str) -> bool:
    """A name, or an address in a public network written the usual way."""
    if not host or host == "localhost" or host.endswith(".localhost"):
        return False
    last = host.rstrip(".").rpartition(".")[2]
    if ":" not in host and not last[:1].isdigit():
        return True
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return False
