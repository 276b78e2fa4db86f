"""The manifest's ``must`` and ``must_not`` lines that a program can check, by input.

Lives here: one small function for each. Not here: outcomes and bounds (``harness``), display (the pages' own tests).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

EN = "The spokesperson said: “We oppose the overstretching of national security.”"
ZH = "发言人表示：“中方对此表示坚决反对。”"
Check = Callable[[Any, dict[str, Any]], bool]


def _holds(*words: str) -> Check:
    """The first part's text has all these words."""
    return lambda result, entry: bool(result.kept) and all(w in result.kept[0].chars for w in words)


def _somewhere(word: str) -> Check:
    return lambda result, entry: any(word in part.chars for part in result.kept)


def _counts(kept: int, aside: int) -> Check:
    return lambda result, entry: (len(result.kept), len(result.aside)) == (kept, aside)


def _located(word: str) -> Check:
    """Some set-aside row names its place."""
    return lambda result, entry: any(word in a.locator or word in a.detail for a in result.aside)


def _links(result: Any, entry: dict[str, Any]) -> bool:
    """Five entries, and only the https link became an address."""
    return [p.locator.partition("://")[0] for p in result.kept].count("https") == 1 and len(result.kept) == 5


def _dates_untold(result: Any, entry: dict[str, Any]) -> bool:
    """Only the one real date of the five is told."""
    return [p.told["date"] for p in result.kept if "date" in p.told] == ["2025-01-14T08:00:00+00:00"]


def _span(result: Any, entry: dict[str, Any]) -> bool:
    """The quotation stands at its place in code points, UTF-16 units and bytes."""
    chars, span = result.kept[0].chars, entry["span"]
    start, end = span["cp"]
    wide, raw = chars.encode("utf-16-le"), chars.encode()
    return (
        chars[start:end] == span["text"]
        and wide[2 * span["utf16"][0] : 2 * span["utf16"][1]].decode("utf-16-le") == span["text"]
        and raw[slice(*span["utf8"])].decode() == span["text"]
    )


def _no_zero(result: Any, entry: dict[str, Any]) -> bool:
    """No U+0000 where the file wrote it as a reference."""
    return all("\0" not in p.chars for p in result.kept)


MUST: dict[str, tuple[Check, ...]] = {
    "canary-en": (_holds(EN, "CANARY-en"),),
    "canary-zh": (_holds(ZH, "CANARY-zh"),),
    "canary-warc": (_counts(1, 0), _holds("CANARY-warc")),
    "shape-sparse": (_counts(0, 1),),
    "shape-truncated": (_holds(ZH),),
    "shape-charrefs": (_no_zero, _holds("&&&&", EN)),
    "shape-polyglot": (_counts(1, 0), _holds("HOSTILE-polyglot")),
    "enc-conflict": (_holds(ZH),),
    "enc-gb18030": (_holds("\U00020087\u3400"),),
    "enc-utf7": (_holds("+ADw-script+AD4-"),),
    "enc-bad-utf8": (_holds(EN),),
    "uni-bidi": (_holds("China does \u202enot \u202coppose"),),
    "uni-emoji": (_span,),
    "uni-invisible": (_holds("op\u00adpose\u200b the \u2060measures", "\U000e0069"),),
    "uni-forms-nfc": (_counts(1, 0),),
    "uni-forms-nfd": (_counts(1, 0),),
    "xss-title": (_holds("<script>HOSTILE()</script>", "{{constructor"),),
    "xss-live": (_holds(EN),),
    "xss-leak": (_holds(EN),),
    "llm-inject": (_holds(EN),),
    "xml-links": (_links, _dates_untold),
    "xml-many": (_counts(5000, 0), lambda result, entry: len({p.locator for p in result.kept}) == 5000),
    "json-surrogate": (_somewhere("CANARY-json"), _counts(1, 2)),
    "json-bad-line": (_counts(999, 1), _located("line-501")),
    "bomb-warc": (_counts(2, 1), _located("#offset-")),
    "warc-len-short": (_counts(2, 1), _located("#offset-")),
    "warc-len-long": (_counts(2, 1), _located("#offset-")),
    "warc-len-neg": (_counts(2, 2), _located("#offset-")),
    "warc-cut-gz": (_counts(3, 1),),
    "warc-crc": (_counts(2, 1),),
    "warc-one-member": (_counts(4, 0),),
    "warc-garbage": (_counts(2, 2),),
    "warc-http": (_counts(2, 2),),
    "zip-slip": (_somewhere("CANARY-zip"), _counts(1, 3)),
    "docx-slip": (_holds("HOSTILE-docx"),),
    "pdf-active": (_holds("HOSTILE-active"),),
}
