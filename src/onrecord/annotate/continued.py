"""Quotations that go on over paragraphs: each paragraph opens with a mark, only the last has the closing one.

Lives here: giving all paragraphs of such a quotation to the one named behind the last, in languages that set words
apart by spaces. Not here: pairing marks (``marks``), who is named (``finite``, ``spaced``).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from onrecord.annotate.found import Found
from onrecord.annotate.marks import Quoted
from onrecord.annotate.reading import trimmed
from onrecord.annotate.stretch import Stretch
from onrecord.model import Span

RULE = "quote/continued"


def settle(view: Stretch, found: list[Found]) -> list[Found]:
    """What was found, with the paragraphs of a quotation that nobody claims, or that only go on from a speaker before
    it, given to the one who claims its last paragraph; in order."""
    chains = _chains(view.quotes)
    if not chains:
        return found
    holders = _holders(view.quotes, found)
    made = list(found)
    for chain in chains:
        last = found[holders[chain[-1]]] if chain[-1] in holders else None
        if last is None or last.source is None or last.follows:
            continue
        for quote in reversed(chain[:-1]):
            if not _give(trimmed(view.chars, view.quotes[quote].inner), last, holders.get(quote), made):
                break
    return sorted(made, key=lambda f: f.span)


def _give(words: Span, last: Found, holder: int | None, made: list[Found]) -> bool:
    """Give a paragraph to the speaker of the last one; False when it is another's."""
    if holder is None:
        if len(words):
            made.append(replace(last, parts=(words,), mode="direct", rule=RULE))
        return True
    before = made[holder]
    if before.follows and len(before.parts) == 1:
        made[holder] = replace(last, parts=before.parts, mode="direct", rule=RULE)
        return True
    return before.source == last.source


def _chains(quotes: list[Quoted]) -> list[list[int]]:
    """The numbers of the quotations that go on over paragraphs, two or more together."""
    chains: list[list[int]] = []
    for number, quote in enumerate(quotes):
        if not quote.continues:
            continue
        if chains and chains[-1][-1] == number - 1:
            chains[-1].append(number)
        elif number:
            chains.append([number - 1, number])
    return chains


def _holders(quotes: list[Quoted], found: list[Found]) -> dict[int, int]:
    """Which find holds words of which quotation."""
    starts = [quote.outer.start for quote in quotes]
    held: dict[int, int] = {}
    for index, find in enumerate(found):
        for part in find.parts:
            number = bisect_right(starts, part.start) - 1
            if number >= 0 and part.overlaps(quotes[number].outer):
                held.setdefault(number, index)
    return held
