"""Other versions of a statement: what the record has linked with it, revisions of its page, and the same words.

Lives here: one line for each, so that it can be opened and compared. Not here: finding them (``record``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import VersionLink
from onrecord.record import Record
from onrecord.store import Held

MOST = 50
TRANSLATED = "official_translation"


@dataclass(frozen=True, slots=True)
class Other:
    """Another statement: what it is to this one ("revision", "copy", or a kind of link; "of_" before it where this one
    is the version and that one the original; "same_act": one text in two languages, of which nothing says which came
    first), what tells it apart, when it was ``seen``, and the rule of the link."""

    kind: str
    statement: str
    title: str
    lang: str
    date: str | None
    published: str | None
    authority: str
    publisher: str | None
    seen: str = ""
    rule: str = ""


def others(record: Record, held: Held) -> tuple[Other, ...]:
    """Links best first, then other captures of the page in their order, then the first with the same words."""
    own = held.statement.id
    found: dict[str, Other] = {}
    for id, kind, seen, rule in (*_linked(record, own), *_captured(record, held)):
        if id != own and id not in found and len(found) < MOST:
            other = record.show(id)
            told = way(kind, is_translation(held, other), is_translation(other, held))
            found[id] = _other(told, other, seen, rule)
    lang = held.statement.lang
    return tuple(one for one in found.values() if one.kind != "revision" or one.lang == lang)


def _linked(record: Record, own: str) -> Iterator[tuple[str, str, str, str]]:
    for link in record.versions(own)[:MOST]:
        yield link.other if link.one == own else link.one, _kind(link, own), "", link.rule


def _kind(link: VersionLink, own: str) -> str:
    """What the other statement is to this one: a link says what its first side is to its second."""
    if link.kind == "counterpart" or link.other == own:
        return link.kind
    return f"of_{link.kind}"


def way(kind: str, own: bool, other: bool) -> str:
    """The kind of a link where one, both or neither side surely is a translation: a link of translations does not know
    which text came first.

    >>> way("translation", True, False), way("translation", False, False), way("report", False, False)
    ('of_translation', 'same_act', 'report')
    """
    if not kind.endswith("translation"):
        return kind
    return "same_act" if own == other else "of_translation" if own else "translation"


def is_translation(held: Held, beside: Held) -> bool:
    """Whether the page says so; or, of two pages, the outlet, as the words are in none of its languages. Of two texts
    on one page that tells nothing: either may have been spoken first."""
    if any(notice.reason == "translation" for notice in held.notices):
        return True
    return held.statement.authority == TRANSLATED and held.source != beside.source


def _captured(record: Record, held: Held) -> Iterator[tuple[str, str, str, str]]:
    for capture in held.revisions:
        if capture.source != held.source:
            for id in record.statements_of(capture.source):
                yield id, "revision", capture.retrieved, ""
    if held.version.copy_of:
        yield held.version.copy_of, "copy", "", ""


def _other(kind: str, held: Held, seen: str, rule: str) -> Other:
    one = held.statement
    title = one.title.of(held.text.chars) if one.title else ""
    return Other(kind, one.id, title, one.lang, one.date, one.published, one.authority, one.publisher, seen, rule)
