"""What a statement says that officials said, held against the official texts of those days.

Lives here: which words are asked for, of which official texts. Not here: verdicts (``verifying``, ``translating``),
links (``linking``). A report that leans on an official text is linked to it; one that does not may still have a few of
its words, or none: then how many of its sayings are found there is all that can be said.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.compare import words
from onrecord.compare.quoting import COVERED
from onrecord.compare.receipts import Asked
from onrecord.knowledge import Knowledge, lookup
from onrecord.model import Utterance
from onrecord.record import quoting, translating, verifying
from onrecord.record.nearby import NEAR
from onrecord.record.quoting import TERM, TextLine
from onrecord.record.stated import OFFICIAL, STATED, by_its_form, stated
from onrecord.store import Held, Linkable, Store

MOST = 400  # official texts that the sayings of a report are looked for in; of more nothing is said
SAID = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class Reported:
    """How many sayings of officials a statement reports, how many of these each official statement held has (most
    first; ``found``), and the official statements of those days (``official``)."""

    sayings: int
    found: tuple[tuple[str, int], ...]
    official: tuple[str, ...]


def reported(store: Store, know: Knowledge, name: str) -> Reported | None:
    """What a statement reports of officials; None when it is official itself, leans on (is linked to) an official
    text, reports no words of a known state, or no official text of that state and those days is held.

    Of a report without a year every year counts, of one without a date every day."""
    held = store.statement(name)
    made = next((one for one in store.linkable(texts=[store.text_number(held.text.id)]) if one.statement == name), None)
    sayings = [u for u in held.utterances if u.country and u.mode in SAID]
    if made is None or made.authority in STATED or by_its_form(made) or not sayings:
        return None
    states = {u.country for u in sayings if u.country}
    official = [one for one in _of_those_days(store, made) if _speaks_for(store, know, one) & states]
    linked = {id for one in store.links(name) for id in (one.one, one.other)}
    if not official or len(official) > MOST or linked & {one.statement for one in official}:
        return None
    asked = [one for u in sayings if words.weight(words.cut((one := _asked(held, u)).chars)) >= TERM]
    found = _found(store, know, asked, official, across=bool(stated(made).days or _day_of_a_year(made)))
    return Reported(len(asked), tuple(found.most_common()), tuple(one.statement for one in official))


def _of_those_days(store: Store, made: Linkable) -> list[Linkable]:
    """Statements of officials that can be of the days of a report."""
    days = [day for span in stated(made).days for day in span]
    if days:
        first, last = (datetime.date.fromordinal(n).isoformat() for n in (min(days) - NEAR, max(days)))
        near = store.linkable_near(first, last)
    else:
        day = _day_of_a_year(made)
        near = [one for one in store.linkable() if not day or (one.date or one.published or "").endswith(day)]
    return [one for one in near if one.authority in OFFICIAL or by_its_form(one)]


def _day_of_a_year(made: Linkable) -> str:
    """The month and day of a date without its year ("-01-29"); "" for any other."""
    date = made.date or made.published or ""
    return date.removeprefix("XXXX") if date.startswith("XXXX-") else ""


def _speaks_for(store: Store, know: Knowledge, one: Linkable) -> set[str]:
    """The states whose officials speak in an official text: its outlet's, else those of who answers in it."""
    outlet = lookup.publisher(know, one.publisher or "")
    if outlet is not None:
        return {outlet.speaks_for} if outlet.speaks_for else set()
    voices = store.statement(one.statement).utterances
    return {u.country for u in voices if u.mode == "turn" and u.country and u.capacity}


def _asked(held: Held, saying: Utterance) -> Asked:
    """A saying of a statement as a quotation to look for, its parts joined as if by an ellipsis."""
    parts = [part.of(held.text.chars) for part in saying.parts] or [saying.span.of(held.text.chars)]
    return Asked(saying.id, " … ".join(parts), held.statement.lang)


def _found(
    store: Store, know: Knowledge, asked: Sequence[Asked], official: Sequence[Linkable], *, across: bool
) -> Counter[str]:
    """How many of the words asked for each official statement has; in other languages (``across``) by words enough."""
    chars = store.characters(sorted({one.text for one in official}))
    lines = [
        TextLine(one.statement, chars[one.text][one.start : one.end], lang=one.lang, date=one.date) for one in official
    ]
    with quoting.held_to_ask(lines, know) as corpus:
        receipts = verifying.receipts(corpus, know, asked)
        receipts = translating.with_translations(corpus, know, receipts) if across else receipts
    held = [r for r in receipts if r.verdict != "not_held" and r.places]
    sure = [r for r in held if r.places[0].lang == r.asked.lang or r.share >= COVERED]
    return Counter(r.places[0].statement for r in sure)
