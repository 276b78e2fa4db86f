"""BibTeX, with the fields of biblatex for what BibTeX has none for.

Lives here: entries and escaping. Facts of the formats: ``date`` of biblatex is EDTF, ``year`` and ``month`` are for
BibTeX; ``edtf`` (unknown fields are ignored) keeps a date that neither can write. The proof stands in ``annote``, which
the usual styles do not print. Fields are braced, their own braces and TeX's other signs escaped; the proof has only
balanced ones. Corporate and unsplit names stand in a second pair of braces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.export.citation import Citation
from onrecord.export.lines import plain
from onrecord.export.references import keyed, parts, reference

_TEX = {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_",
    "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
}  # fmt: skip
_TABLE = str.maketrans(_TEX)
_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def entry(key: str, c: Citation) -> str:
    """One entry."""
    r = reference(c)
    known = parts(r.issued)
    fields = {
        "author": f"{{{_tex(r.author)}}}" if r.author else "",
        "title": f"{{{_tex(r.title)}}}",
        "organization": _tex(r.container),
        "date": r.issued if known else "",
        "year": f"{known[0][0]:04d}" if known else "",
        "month": str(known[0][1]) if len(known) == 1 and len(known[0]) > 1 else "",
        "edtf": r.issued if not known else "",
        "eventdate": r.event if parts(r.event) else "",
        "url": r.url.translate(_URL),
        "urldate": r.accessed,
        "langid": r.lang,
        "abstract": _tex(r.quote),
        "note": _tex(r.note),
        "annote": plain(c),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{'article' if r.press else 'online'}{{{_key(key)},\n" + ",\n".join(lines) + "\n}\n"


def _tex(text: str) -> str:
    return text.translate(_TABLE)


def _key(name: str) -> str:
    """Ids of passages hold a colon, which keys may."""
    return "".join(c if c.isascii() and (c.isalnum() or c in ":-._") else "-" for c in name)


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """Entries one after the other, an empty line between."""
    for number, (key, one) in enumerate(keyed(citations)):
        yield (("\n" if number else "") + entry(key, one)).encode("utf-8", "replace")
