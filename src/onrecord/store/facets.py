"""Facets: how the hits of a search spread over actors, languages, forms, authorities, years and months.

Lives here: counting confirmed hits, and the characters said in each month, which rates are told against. Not here:
finding hits (``search``). Counted are the newest ``FACET_HITS`` hits, or those found within the time limit;
``Facets.complete`` says whether that is all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

import apsw

from onrecord.limits import Limits
from onrecord.store import search

FACET_HITS = 2_000
_MONTHS = """SELECT substr(ifnull(s.date, s.published), 1, 7), sum(s."end" - s.start) FROM statement s
    JOIN labelling l ON l.id = s.labelling
    WHERE l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source)
    AND substr(s.last_day, 1, 7) = substr(s.first_day, 1, 7) GROUP BY 1"""


@dataclass(frozen=True, slots=True)
class Month:
    """Hits of one month ("2024-03") and the characters of all statements that surely fall in it."""

    month: str
    hits: int
    chars: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of hits (paragraphs). Each facet lists value and count, the most frequent first; years newest first; a
    hit without a value counts under "". ``statements`` and ``likenesses`` count what the hits stand in: texts, and
    texts whose words differ. ``months`` holds the months of dated hits, oldest first; ``variants`` the forms in which
    the words were found, each with its number of hits."""

    hits: int
    statements: int
    likenesses: int
    complete: bool
    actor: tuple[tuple[str, int], ...]
    lang: tuple[tuple[str, int], ...]
    form: tuple[tuple[str, int], ...]
    authority: tuple[tuple[str, int], ...]
    year: tuple[tuple[str, int], ...]
    months: tuple[Month, ...]
    variants: tuple[tuple[str, int], ...] = ()


def facets(
    connection: apsw.Connection, words: str, filters: search.Filters, limits: Limits, *, stemmed: bool
) -> Facets:
    """The facets of a search; InputError as for ``search.search``."""
    found: list[search.Hit] = []
    whole = True
    with closing(search.every(connection, words, filters, limits, stemmed=stemmed)) as every:
        try:
            found.extend(islice(every, FACET_HITS + 1))
        except search.TooLong:  # what was found in time is counted, and said to be a part
            whole = False
    if not whole and not found:
        raise search.TooLong("the query took too long; give more or rarer words, or narrow it by date")
    hits, whole = found[:FACET_HITS], whole and len(found) <= FACET_HITS
    months = Counter(day[:7] for hit in hits if (day := _day(hit)) and len(day) >= 7)
    return Facets(
        len(hits), len({h.statement for h in hits}), len({h.likeness for h in hits}), whole,
        _ranked(hit.actor or hit.speaker or "" for hit in hits), _ranked(hit.lang for hit in hits),
        _ranked(hit.form for hit in hits), _ranked(hit.authority for hit in hits),
        tuple(sorted(Counter(_day(hit)[:4] for hit in hits).items(), reverse=True)), _months(connection, months),
        _ranked(form for hit in hits for form in hit.variants),
    )  # fmt: skip


def _day(hit: search.Hit) -> str:
    """The EDTF date of a hit when its year is known, else nothing."""
    date = hit.date or hit.published or ""
    return date if date[:4].isdigit() else ""


def _ranked(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _months(connection: apsw.Connection, hits: Counter[str]) -> tuple[Month, ...]:
    if not hits:
        return ()
    chars = {month: int(size) for month, size in connection.execute(_MONTHS) if month}
    return tuple(Month(month, count, chars.get(month, 0)) for month, count in sorted(hits.items()))
