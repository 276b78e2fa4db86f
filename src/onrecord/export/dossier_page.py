"""A dossier as one page of HTML that opens anywhere, offline: statements, their claims, and the proof of each.

Lives here: the page. Facts: no script, no address is loaded (the page forbids itself to), every value is escaped and is
text; light and dark by the reader's wish; logical properties, ``lang``, ``dir="auto"`` and ``bdi`` make right-to-left
and mixed text right; proofs stand in ``data-citation`` of the part that they prove.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from onrecord.export.citation import Citation
from onrecord.export.lines import plain
from onrecord.export.prose import sentence
from onrecord.export.references import keyed, line

_STYLE = """
:root{color-scheme:light dark;--line:#bbb;--soft:#555;--quote:#f4f4f0;--link:#0b4f9e}
@media (prefers-color-scheme:dark){:root{--line:#555;--soft:#aaa;--quote:#26272a;--link:#8db9f5}}
body{font:1rem/1.55 system-ui,"Noto Sans","Noto Sans CJK SC","Noto Naskh Arabic",sans-serif;max-inline-size:46rem;
margin:1.5rem auto;padding-inline:1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-block-end:.2rem}h3{font-size:1rem;margin-block-end:.2rem}
article{border-block-start:2px solid var(--line);margin-block-start:2rem}
blockquote{background:var(--quote);border-inline-start:3px solid var(--line);margin:.4rem 0;padding:.4rem .8rem;
white-space:pre-line}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;font-size:.9rem}dt{color:var(--soft)}dd{margin:0}
.claim{margin-block:1rem}p.note,code{color:var(--soft);font-size:.85rem}a{color:var(--link)}
@media print{body{max-inline-size:none;margin:0}.claim,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}
details:not([open]){display:none}a{color:inherit}}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_HEAD = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dossier of statements</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>Dossier of statements</h1>
<p class="note">Each quotation stands with the hash of the original bytes, its range in code points and the map to byte
ranges (attribute <code>data-citation</code>); tools/verify_citation.py checks them without Onrecord.</p>
<main>
"""
_FOOT = "</main>\n</body>\n</html>\n"


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """The page, statement by statement; claims that follow their statement stand in its article."""
    yield _HEAD.encode()
    current: tuple[str, str] | None = None
    for key, one in keyed(citations):
        place = (one.source_id, one.statement.id if one.statement else "")
        if place != current:
            yield (("</article>\n" if current else "") + _article(one)).encode("utf-8", "replace")
            current = place
        yield _part(key, one).encode("utf-8", "replace")
    yield (("</article>\n" if current else '<p class="note">No statement.</p>\n') + _FOOT).encode()


def _article(c: Citation) -> str:
    """The head of a statement."""
    title = c.title or "(no title)"
    s = c.statement
    facts = [
        ("said", c.date),
        ("published", c.published),
        ("venue", s.venue if s else None),
        ("publisher", c.publisher),
        ("authority", s.authority if s else None),
        ("form", s.form if s else None),
        ("language", c.lang),
        ("retrieved", c.retrieved),
        ("found at", c.url or c.locator),
        ("sha256 of the bytes", c.source_id),
        ("sha256 of the text", f"{c.text_id} ({c.reader})"),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{_bdi(value)}</dd>" for name, value in facts if value)
    return f"<article><h2 {_words(c)}>{_text(title)}</h2>\n<dl>{rows}</dl>\n"


def _part(key: str, c: Citation) -> str:
    """One thing cited: the words, whose they are, where they stand, the proof."""
    place = f"{c.id}, code points {c.span.start}-{c.span.end}"
    cite = f' cite="{escape(c.url)}"' if c.url else ""
    return (
        f'<section class="claim" id="{escape(key)}" data-citation="{escape(plain(c))}">\n<h3>{_headline(c)}</h3>\n'
        f"<blockquote {_words(c)}{cite}>{_text(c.quote)}</blockquote>\n"
        f'<p class="note">{_bdi(sentence(c))}<br>{_text(place)}</p>\n</section>\n'
    )


def _headline(c: Citation) -> str:
    if c.kind == "statement":
        return "The statement"
    who = _bdi(c.speaker or "(no named voice)") + (f", {_bdi(c.capacity)}" if c.capacity else "")
    act, target = c.claim.get("act"), c.claim.get("target")
    if not act:
        return f"{who}: {_text(str(c.claim.get('mode') or 'words'))}"
    negated = "not: " if c.claim.get("negated") else ""
    return f"{who}: {negated}{_text(str(act))} {_bdi(line(str(target))) if target else ''}"


def _words(c: Citation) -> str:
    return f'lang="{escape(c.lang)}" dir="auto"'


def _bdi(value: object) -> str:
    return f"<bdi>{_text(str(value))}</bdi>"


def _text(value: str) -> str:
    """Escaped; characters that HTML may not hold are replaced; the proof has them."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return escape("".join("\ufffd" if _unsafe(c) else c for c in value))


def _unsafe(c: str) -> bool:
    return (c < " " and c not in "\t\n") or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff"
