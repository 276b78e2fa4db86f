"""Reports across languages: a text that gives the words of another as quotations in its own language.

Lives here: a pure function over quotations located in another language. Not here: locating them (``across``), which
texts are candidates (``record.crossing``). Quotations are answered by chance, too, and so are those of two reports of
one subject: only an official text is said to be reported, by a text that names its state or a person in it, and of
whose quotations it has most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.compare.link import PASSAGES, Stated, gap
from onrecord.model import Span, VersionLink

RULE = "quoted"
DAYS = 3
LEAST = 2  # quotations that it takes
SURE = 1.5  # least sureness of a located quotation (``across``)
COVERED = 0.35  # least share of its telling words that have an answer
LONG = {"zh": 12}  # code points of a quotation that is looked for, and
USUAL = 30  # in other languages
LONGEST = 600
MOST = 12  # quotations of a text that are looked for
POOL = 30  # sentences that a quotation stands out from: among fewer its words must be enough by themselves


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation ``here`` (code points of its text) that the sentence ``there`` of another text answers to."""

    here: Span
    there: Span
    sure: float
    covered: float


def reports(one: Stated, other: Stated, found: Sequence[Quoted], asked: int) -> VersionLink | None:
    """The link of a text with an official one that quotations of it (``found``, of those ``asked`` for) translate."""
    held = [q for q in found if q.sure >= SURE and q.covered >= COVERED]
    days = gap(one, other)
    if days is None or days > DAYS or not other.speaks or len(held) < LEAST or 2 * len(held) < asked:
        return None
    best = sorted(held, key=lambda q: -q.sure)[:PASSAGES]
    places = sorted((q.here.start, q.here.end, q.there.start, q.there.end) for q in best)
    told = (("days", str(days)), ("quotations", f"{len(held)} of {asked}"))
    total = sum(q.covered for q in held)
    return VersionLink("report", one.id, other.id, round(total / (total + 0.5), 3), RULE, tuple(places), told)
