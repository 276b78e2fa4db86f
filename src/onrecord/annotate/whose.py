"""Whose office a title names: the state it prints, and whether an office of the packs can be meant by it.

Lives here: the words of a title beside the name of an office. Not here: which office that is (``lookup``), who holds it
(``cast``). A state that is not known is no state of the packs: words beside an office that are neither the holder's own
state nor listed as naming none leave the office as printed and its country unknown.
"""

from __future__ import annotations

from onrecord.annotate.mention import EDGES
from onrecord.knowledge import Knowledge, Language
from onrecord.knowledge.language import Speech
from onrecord.knowledge.lookup import actor as actor_by_id
from onrecord.knowledge.lookup import actor_named, find_publisher, office_at
from onrecord.knowledge.lookup import publisher as publisher_by_id
from onrecord.knowledge.pack import Actor, Office, fold
from onrecord.model import Span, Statement
from onrecord.text.named import actors_in

LINKS = frozenset("、，,兼和与及")
NUMERALS = frozenset("〇零一二三四五六七八九十廿年月日号时")
MARKS = EDGES + "'’"

Owner = tuple[Span, Actor]


def country(know: Knowledge, title: str, language: Language) -> str | None:
    """The only state that a title names as its own; not the state an office is sent to ("Ambassador to Kenya")."""
    own = _owners(know, title, language)
    if not language.spaced:
        own = [one for one in own if not _strange(title[: one[0].start], language)]
    found = {_state_of(know, title, span, actor, language) for span, actor in own} - {None}
    return next(iter(found)) if len(found) == 1 else None


def _state_of(know: Knowledge, title: str, span: Span, actor: Actor, language: Language) -> str | None:
    """A state's id; a body's, when its printed name says whose it is ("美国商务部"), for other states have one too."""
    if actor.kind == "state" or actor.country is None:
        return actor.id if actor.kind == "state" else None
    cuts = range(span.start + 2, span.end) if not language.spaced else []
    parts = [Span(span.start, at) for at in cuts] or _words(title, span)
    inside = (named.id for part in parts for named in actors_in(know, title, part, language.code))
    return actor.country if actor.country in inside else None


def _words(title: str, span: Span) -> list[Span]:
    found, at = [], span.start
    for word in span.of(title).split():
        at = title.index(word, at)
        found.append(Span(at, at + len(word)))
        at += len(word)
    return found


def may_be(know: Knowledge, office: Office, title: str, language: Language, named: str | None) -> bool:
    """True when a title means this office: nothing beside its name makes another office of it, and unless the title
    names the office's own state (``named``), nothing beside it may name another."""
    said = fold(title)
    place = office_at(office, said)
    if place is None or len(said) != len(title):
        return place == (0, len(said))
    left, right = title[: place[0]], title[place[1] :]
    if _is_ranked(left, right, language.speech, spaced=language.spaced):
        return False
    owners = _owners(know, title, language)
    if named is not None and named == office.country:
        return True
    if any(actor.id == office.country and Span(*place).covers(span) for span, actor in owners):
        return True
    rest = list(title)
    for span, actor in (*owners, (Span(*place), None)):
        if actor is None or office.country in (None, actor.id, actor.country):
            rest[span.start : span.end] = " " * len(span)
    return not _strange("".join(rest), language)


def _owners(know: Knowledge, title: str, language: Language) -> list[Owner]:
    """The states and bodies named in a title, up to the place an office is sent to."""
    end = _host(title, language)
    found = []
    for named in actors_in(know, title, Span(0, end), language.code):
        actor = actor_by_id(know, named.id)
        if actor is not None and actor.kind in ("state", "body") and not _is_longer(title, named.span, language):
            found.append((named.span, actor))
    return found


def _host(title: str, language: Language) -> int:
    """Where the words for the place begin that an office is sent to; the end of the title when there are none."""
    hosts = language.speech.hosts
    if not language.spaced:
        return min((at for word in hosts if (at := title.find(word)) >= 0), default=len(title))
    words = _words(title, Span(0, len(title)))
    return next((word.start for word in words[1:] if word.of(title).lower() in hosts), len(title))


def _is_longer(title: str, span: Span, language: Language) -> bool:
    """True when a state's name is but a piece of another place's ("索马里兰", "Northern Ireland")."""
    speech, after, before = language.speech, title[span.end :], title[: span.start]
    if not language.spaced:
        return after.startswith(speech.continues) and not after.startswith(speech.standing)
    if before.endswith("-") or after.startswith("-"):
        return True
    low = after.lower().strip()
    return (before.split()[-1:] or [""])[0].lower() in speech.compass or any(
        (low + " ").startswith(word + " ") for word in speech.compass
    )


def _is_ranked(left: str, right: str, speech: Speech, *, spaced: bool) -> bool:
    """True when a word right beside an office's name, in the same part of the title, makes another office of it."""
    if not spaced:
        return left.endswith(speech.ranks)
    near = [_bare(w) for w in (*left.rpartition(",")[2].split(), *right.partition(",")[0].split())]
    return any(w in speech.ranks or w.split("-")[0] in speech.ranks for w in near)


def _strange(rest: str, language: Language) -> bool:
    """True when words are left that may name a state nobody knows."""
    speech = language.speech
    if not language.spaced:
        return _strange_signs(rest, speech)
    known = {*speech.standing, *speech.determiners, *speech.stops, *speech.joins, *speech.honorifics, *speech.offices}
    known.update(speech.ranks)
    return any(w and not w.isdigit() and w not in known for w in map(_bare, rest.split()))


def _strange_signs(rest: str, speech: Speech) -> bool:
    words = (*speech.standing, *speech.determiners, *speech.honorifics, *speech.offices, *speech.ranks)
    known = sorted((*words, *speech.auxiliaries, *speech.openers), key=len, reverse=True)
    for word in known:
        rest = rest.replace(word, " ")
    return any(c.isalpha() and c not in LINKS and c not in NUMERALS for c in rest)


def _bare(word: str) -> str:
    return word.strip(MARKS).lower().removesuffix("'s").removesuffix("’s")


def home(know: Knowledge, statement: Statement) -> str | None:
    """The state that the statement's publisher, an outlet or a body of the packs, speaks for."""
    if not statement.publisher:
        return None
    outlet = publisher_by_id(know, statement.publisher) or find_publisher(know, statement.publisher)
    if outlet is None:
        issuer = actor_named(know, statement.publisher)
        return issuer.country if issuer is not None and issuer.kind == "body" else None
    body = actor_by_id(know, outlet.speaks_for or "")
    return (body.country or body.id) if body else outlet.speaks_for
