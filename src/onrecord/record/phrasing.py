"""Set formulations of a record's statements: proposed, and what people decided about them.

Lives here: what the store hands to phrase counting, decisions beside proposals. Not here: what is proposed (``trace``),
SQL (``store``), where an accepted phrase stands (``judge.phrases``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord import judge
from onrecord.errors import InputError
from onrecord.knowledge import Knowledge
from onrecord.record import tracing
from onrecord.store import Filters, Page, Store
from onrecord.store.texts import SAID
from onrecord.trace.formulations import Entry, Formulation
from onrecord.trace.phrase_lines import best

LOOKED_AT = 1000


@dataclass(frozen=True, slots=True)
class Numbered:
    """A proposal with its number, which decisions on others do not change; ``id`` and ``by`` when it is accepted."""

    number: int
    formulation: Formulation
    id: str | None = None
    by: str | None = None


def listed(store: Store, know: Knowledge, top: int) -> list[Numbered]:
    """The proposals among the first ``top`` that nobody rejected."""
    standing, _ = judge.active(store.judgements())
    last = judge.decided(standing)
    kept = []
    for number, one in enumerate(proposed(store, know, top), 1):
        id = judge.phrase_id(one.lang, one.forms[0])
        decision = last.get(id)
        if decision is None:
            kept.append(Numbered(number, one))
        elif decision.field == "accept":
            kept.append(Numbered(number, one, decision.entity or id, decision.by))
    return kept


def meant(store: Store, know: Knowledge, phrase: str | int, lang: str) -> tuple[str, str]:
    """The words and primary language of a phrase given by itself or by its number; InputError when it is not held."""
    if isinstance(phrase, int):
        found = proposed(store, know, phrase)
        if not 0 < phrase <= len(found):
            raise InputError(f"there is no proposal {phrase}; `onrecord formulations` numbers {len(found)}")
        return found[phrase - 1].forms[0], found[phrase - 1].lang
    if lang:
        return phrase, lang.split("-")[0].lower()
    quoted = phrase.replace('"', " ")
    hits = store.search(f'"{quoted}"', Filters(kinds=SAID), Page(limit=LOOKED_AT)).hits
    langs = Counter(hit.lang.split("-")[0].lower() for hit in hits)
    if not langs:
        raise InputError(
            f"no statement held has {phrase!r}; say its language (--lang CODE) to decide about it beforehand"
        )
    return phrase, min(langs, key=lambda code: (-langs[code], code))


def known_id(store: Store, know: Knowledge, phrase: str) -> str:
    """The id of a formulation that packs or people know, by its id or a form; InputError when nobody does."""
    formula, taken = tracing.known(know, phrase), tracing.accepted(store, phrase)
    if formula is None and taken is None:
        raise InputError(
            f"{phrase!r} is no formulation yet; accept it first: `onrecord formulations accept {phrase!r}`"
        )
    return formula.id if formula else taken.id if taken else ""


def proposed(store: Store, know: Knowledge, top: int) -> list[Formulation]:
    """The ``top`` proposals over all statements that hold now, each looked at in its own words without furniture.

    A statement's date is its own, else the one it was published on; ``first.id`` is a statement's id.
    """
    chars = {text.text: text.chars for text in store.texts_since(-1)}  # the last labelling of a text wins
    by_lang: dict[str, list[Entry]] = {}
    numbers = sorted(chars)
    for at in range(0, len(numbers), 500):
        for place in store.places(numbers[at : at + 500]):
            words = chars[place.text][place.start : place.end]
            entry = Entry(place.statement, words, place.date or place.published)
            by_lang.setdefault(place.lang.split("-")[0].lower(), []).append(entry)
    return best(by_lang, know, top)
