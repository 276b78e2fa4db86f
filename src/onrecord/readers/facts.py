"""What a page says about itself outside its text: meta tags, JSON-LD, time elements, language, canonical address.

Lives here: collecting them with the place of each value in the decoded source. Not here: believing them
(``structure``): two facts may disagree, and both are kept.
"""

from __future__ import annotations

from onrecord.limits import Limits
from onrecord.model import Fact, Notice, Span
from onrecord.readers import attributes, linked_data
from onrecord.readers.marks import Mark
from onrecord.readers.projection import Projection

_NAMING = ("property", "name", "itemprop", "http-equiv")


def collect(projection: Projection, chars: str, limits: Limits) -> tuple[tuple[Fact, ...], tuple[Notice, ...]]:
    """All facts in the order of the page, and notices about those that cannot be read."""
    found: list[Fact] = []
    for mark, at, start, end in projection.stated:
        found += _of_tag(mark, at, _trim(chars, start, end), limits)
    for start, end, tag, *_ in projection.pieces:
        if tag == "title":
            span = _trim(chars, start, end)
            if span is not None:
                found.append(Fact("title", span.of(chars), _source_of(projection, span), span))
            break
    notices: list[Notice] = []
    for mark, content, at in projection.scripts:
        if mark.given().get("type", "").strip().lower() == "application/ld+json":
            facts, problem = linked_data.read(content, at, limits.json_depth)
            found += facts
            notices += problem
    found.sort(key=lambda fact: fact.source)
    return tuple(found), tuple(notices)


def _of_tag(mark: Mark, at: int, text: Span | None, limits: Limits) -> list[Fact]:
    given, tag = mark.given(), mark.tag
    if tag == "meta":
        return _of_meta(mark, at, limits)
    if tag == "html":
        return _make("html:lang", "lang", mark, at, None, limits) or _make(
            "html:lang", "xml:lang", mark, at, None, limits
        )
    if tag == "link":
        canonical = "canonical" in given.get("rel", "").lower().split()
        return _make("link:canonical", "href", mark, at, None, limits) if canonical else []
    facts = _make("time:datetime", "datetime", mark, at, text, limits) if tag == "time" else []
    if "itemprop" in given:
        for attribute in ("content", "datetime"):
            facts += _make(f"itemprop:{given['itemprop']}", attribute, mark, at, text, limits)
    return facts


def _of_meta(mark: Mark, at: int, limits: Limits) -> list[Fact]:
    if "charset" in mark.given():
        return _make("meta:charset", "charset", mark, at, None, limits)
    for naming in _NAMING:
        name = mark.given().get(naming, "").strip().lower()
        if name:
            return _make(f"meta:{name}", "content", mark, at, None, limits)
    return []


def _make(name: str, attribute: str, mark: Mark, at: int, text: Span | None, limits: Limits) -> list[Fact]:
    """The fact that an attribute states, unless it is absent or blank."""
    value = mark.given().get(attribute, "").strip()
    if not value:
        return []
    for found, start, end in attributes.scan(mark.source, limits.html_attributes):
        if found == attribute:
            return [Fact(name, value, Span(at + start, at + end), text)]
    return []


def _trim(chars: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None when nothing is left."""
    body = chars[start:end] if end >= 0 else ""
    core = body.strip()
    if not core:
        return None
    first = start + len(body) - len(body.lstrip())
    return Span(first, first + len(core))


def _source_of(projection: Projection, span: Span) -> Span:
    """The source stretch of a span of text."""
    rows = [row for row in projection.runs if row[0] < span.end and row[1] > span.start]
    (first, _, start, *_), (last, _, last_start, end, kind) = rows[0], rows[-1]
    if rows[0][4] == "same":
        start += span.start - first
    return Span(start, last_start + span.end - last if kind == "same" else end)
