"""Words of two languages that mean the same: bundled tables as rows of forms, and lists a user has.

Lives here: reading the tables and where each comes from. Not here: stems, weights, what a pair of texts makes of them
(``text.align``). Tables of our own were written for this project; ``tico19.*`` were learned from the sentences of
TICO-19, which are CC0. Lists under other licences (CC-CEDICT, FreeDict) are read where a user keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

Entry = tuple[str, str]
LANGUAGES = ("en", "fr", "es", "ru", "ar")


def _lines(name: str) -> Iterator[list[str]]:
    table = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def numbers(lang: str) -> dict[str, str]:
    """Word -> "2" (a number), "m3" (a month) or "x1000" (a power of ten), for a primary language subtag."""
    return _column("numbers.tsv", lang)


@cache
def quantities(lang: str) -> dict[str, str]:
    """Word -> "0.5", "12" (a value) or "x12" (what it multiplies by): halves, dozens, ordinals, short scales."""
    return _column("quantities.tsv", lang)


@cache
def measures(lang: str) -> dict[str, tuple[str, float]]:
    """Word for a unit -> what it measures and how many metres, kilograms, square metres or litres it is."""
    rows = list(_lines("units.tsv"))
    if lang not in rows[0]:
        return {}
    at = rows[0].index(lang)
    return {form: (row[0], float(row[1])) for row in rows[1:] if len(row) > at for form in row[at].split("|") if form}


@cache
def denying(lang: str) -> dict[str, tuple[str, ...]]:
    """Kind ("plain", "empty", "lexical", "besides", "only", "also") -> forms; ``negation.tsv`` says what they are."""
    return {row[0]: tuple(row[2].split("|")) for row in _lines("negation.tsv") if row[1] == lang}


@cache
def telling(kind: str, lang: str) -> tuple[str, ...]:
    """Words of a kind that tell two wordings apart; ``telling.tsv`` says what the kinds are."""
    return next((tuple(row[2].split()) for row in _lines("telling.tsv") if row[:2] == [kind, lang]), ())


def _column(name: str, lang: str) -> dict[str, str]:
    rows = list(_lines(name))
    if lang not in rows[0]:
        return {}
    at = rows[0].index(lang)
    return {form: row[0] for row in rows[1:] if len(row) > at for form in row[at].split("|") if form}


@cache
def stops(lang: str) -> tuple[str, ...]:
    """Words of a language that are too common to prove anything."""
    return next((tuple(row[1].split()) for row in _lines("stops.tsv") if row[0] == lang), ())


@cache
def readings() -> dict[str, str]:
    """Chinese character -> its commonest reading without tone."""
    return {char: syllable for syllable, chars in _lines("pinyin.tsv") for char in chars}


def entries(one: str, other: str) -> Iterator[Entry]:
    """Pairs of forms of two languages from the bundled word lists written by us; either may come first."""
    for a, b in _listed(one, other):
        yield a, b
    for b, a in _listed(other, one):
        yield a, b


def _listed(one: str, other: str) -> Iterator[Entry]:
    if (one, other) == ("zh", "en"):
        for row in _lines("zh-en.tsv"):
            yield from ((row[0], gloss) for gloss in row[1].split(";"))
    if other == "en" and one in LANGUAGES:
        rows = _lines("core.tsv")
        head = next(rows)
        at, to = head.index(one), head.index("en")
        for row in rows:
            if len(row) > at:
                yield from ((a, b) for a in row[at].split("|") for b in row[to].split("|") if a and b)


def learned(one: str, other: str) -> dict[str, dict[str, float]]:
    """Unit -> unit of English -> probability, learned from TICO-19, in the units of ``text.align``; empty if none."""
    if other != "en" or one == "en":
        return {}
    try:
        return {row[0]: _cells(row[1]) for row in _lines(f"tico19.{one}-en.tsv")}
    except FileNotFoundError:
        return {}


def _cells(cell: str) -> dict[str, float]:
    pairs = (pair.rpartition(" ") for pair in cell.split(";"))
    return {unit: int(share) / 100 for unit, _, share in pairs}
