"""The lexicon of one pair of languages: which unit translates which, before any text is read.

Lives here: joining word lists, learned tables and names of packs into one table each way. Not here: the lists
(``knowledge.lexicons``), names met in the texts (``names``), what the texts themselves teach (``learn``).

A pair without English goes through English. A list is a row of forms; a form of several words lends its weight to each
of them. Weights of a unit sum to one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeVar

from onrecord.knowledge import Knowledge, lexicons
from onrecord.text import fold
from onrecord.text.align.units import LONGEST, keys, units
from onrecord.text.passages import keeping

T = TypeVar("T")
Table = dict[str, dict[str, float]]
SOURCES = ("words", "tico19", "packs", "given")
PIVOT = "en"
_MOST_WORDS = 8  # a gloss of more words explains rather than translates


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of two languages: unit -> units of the other -> weight, each way, and Chinese words for cutting."""

    langs: tuple[str, str]
    forward: Mapping[str, Mapping[str, float]]
    backward: Mapping[str, Mapping[str, float]]
    words: frozenset[str]
    stops: tuple[frozenset[str], frozenset[str]]

    def turned(self) -> Lexicon:
        """The same lexicon from the other side."""
        return Lexicon(self.langs[::-1], self.backward, self.forward, self.words, self.stops[::-1])


def lexicon(
    langs: tuple[str, str],
    know: Knowledge | None = None,
    given: Iterable[tuple[str, str]] = (),
    sources: Iterable[str] = SOURCES,
) -> Lexicon:
    """The lexicon of two languages (BCP 47), from the bundled ``sources``, the packs of ``know`` and ``given`` forms.

    ``given`` are pairs of forms of the two languages, such as a user's word list has. Building with them takes a tenth
    of a second: build once and pass it on. Without them a pair of languages is built once.
    """
    chosen = frozenset(sources)
    one, other = (_Bundled(fold.primary(lang), know, chosen) for lang in langs)
    lists = list(given) if "given" in chosen else []
    return _built(one, other, lists) if lists else _bundled(one, other)


@lru_cache(maxsize=24)
def _bundled(one: _Bundled, other: _Bundled) -> Lexicon:
    """The lexicon without given forms; one side of each pair with English is the other one turned."""
    if one.lang == PIVOT != other.lang:
        return _bundled(other, one).turned()
    return _built(one, other, [])


def _built(one: _Bundled, other: _Bundled, lists: list[tuple[str, str]]) -> Lexicon:
    langs, stopped = (one.lang, other.lang), (_stops(one.lang), _stops(other.lang))
    if one.lang == other.lang:
        return Lexicon(langs, {}, {}, _han_words(one), stopped)
    words = _han_words(one) | _han_words(other) | _han_forms(lists)
    if one.lang == PIVOT:
        return _built(other, one, [(b, a) for a, b in lists]).turned()
    if other.lang == PIVOT:
        forward = _to_english(one.lang, one.know, lists, (one.chosen, words)) if lists else _usual(one)
    else:
        second = _backward(_usual(other))
        through = {unit: _through(row, second) for unit, row in _usual(one).items()}
        forward = _joined([through, _of_forms(lists, langs, words)])
    return Lexicon(langs, forward, _backward(forward), words, stopped)


@dataclass(frozen=True, slots=True, eq=False)
class _Bundled:
    """What the table of a language with English is made of where nobody gives forms, as a cheap dictionary key."""

    lang: str
    know: Knowledge | None
    chosen: frozenset[str]

    @property
    def marks(self) -> tuple[str, str, tuple[str, ...]]:
        """What it depends on besides the files of the project."""
        return self.lang, self.know.fingerprint if self.know else "", tuple(sorted(self.chosen))

    def __hash__(self) -> int:
        return hash(self.marks)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Bundled) and other.marks == self.marks


@lru_cache(maxsize=12)
def _usual(of: _Bundled) -> Mapping[str, Mapping[str, float]]:
    """The table of a language with English, made once and kept in a file: nobody changes it."""
    return _kept(of, "lexicon", Table, lambda: _to_english(of.lang, of.know, (), (of.chosen, _han_words(of))))


def _kept(of: _Bundled, name: str, kind: type[T], make: Callable[[], T]) -> T:
    return keeping.value(__file__, f"{name}.{of.lang}", (_sources(), of.marks), kind, make)


@cache
def _sources() -> list[bytes]:
    """Digests of the files that tables are made by and from, in order."""
    folders = (
        Path(__file__).parent,
        Path(lexicons.__file__).parent,
        Path(fold.__file__).parent.parent,
        Path(fold.__file__).parent,
    )
    files = (file for folder in folders for file in sorted(folder.glob("*.*")))
    return [keeping.digest(file.read_bytes()) for file in files if file.suffix in (".py", ".tsv")]


def _to_english(
    lang: str, know: Knowledge | None, given: Iterable[tuple[str, str]], how: tuple[frozenset[str], frozenset[str]]
) -> Table:
    chosen, words = how
    tables: list[Table] = []
    if "words" in chosen:
        tables.append(_of_forms(lexicons.entries(lang, PIVOT), (lang, PIVOT), words))
    if "packs" in chosen and know is not None:
        tables.append(_of_forms(_of_packs(know, lang), (lang, PIVOT), words))
    tables.append(_of_forms(given, (lang, PIVOT), words))
    if "tico19" in chosen:
        tables.append(lexicons.learned(lang, PIVOT))
    return _joined(tables)


def _of_forms(forms: Iterable[tuple[str, str]], langs: tuple[str, str], words: frozenset[str]) -> Table:
    table: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    stopped = (_stops(langs[0]), _stops(langs[1]))
    for one, other in forms:
        mine = _parts(one, langs[0], words, stopped[0])
        theirs = _parts(other, langs[1], words, stopped[1])
        if 0 < len(theirs) <= _MOST_WORDS and 0 < len(mine) <= _MOST_WORDS:
            for a in mine:
                for b in theirs:
                    table[a][b] += 1 / (len(theirs) * len(mine))
    return _shares(table)


def _parts(form: str, lang: str, words: frozenset[str], stopped: frozenset[str]) -> list[str]:
    found = units(form, lang, words).keys
    return [unit for unit in found if unit not in stopped] or found


def _of_packs(know: Knowledge, lang: str) -> Iterator[tuple[str, str]]:
    """Names of states, bodies, offices, measures and set phrases, each form with the English ones."""
    for pack in know.packs:
        for actor in pack.actors:
            for names in (actor.names, actor.adjectives, actor.seats):
                yield from _crossed(dict(names.by_lang), lang)
        for office in pack.offices:
            yield from _crossed(dict(office.names.by_lang), lang)
        for entity in pack.entities:
            yield from _crossed(dict(entity.names.by_lang), lang)
        for formula in pack.formulas:
            yield from _crossed(dict(formula.forms.by_lang), lang)


def _crossed(names: Mapping[str, tuple[str, ...]], lang: str) -> Iterator[tuple[str, str]]:
    mine, english = names.get(lang, ()), names.get(PIVOT, ())
    for form in mine:
        yield from ((form, one) for one in english[:3])


def _joined(tables: Iterable[Mapping[str, Mapping[str, float]]]) -> Table:
    """Tables on top of each other; each that knows a unit has the same say about it."""
    total: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for table in tables:
        for unit, row in table.items():
            for translation, weight in row.items():
                total[unit][translation] += weight
    return _shares(total)


def _shares(table: Mapping[str, Mapping[str, float]]) -> Table:
    return {unit: _share(row) for unit, row in table.items() if row}


def _share(row: Mapping[str, float]) -> dict[str, float]:
    whole = sum(row.values())
    return {unit: weight / whole for unit, weight in row.items()}


def _backward(table: Mapping[str, Mapping[str, float]]) -> Table:
    back: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for unit, row in table.items():
        for translation, weight in row.items():
            back[translation][unit] = weight
    return _shares(back)


def _through(row: Mapping[str, float], second: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    for middle, weight in row.items():
        for unit, share in second.get(middle, {}).items():
            found[unit] += weight * share
    return dict(found)


def _stops(lang: str) -> frozenset[str]:
    table = keys(lang)
    return frozenset(word if lang == "zh" else table[word] for word in lexicons.stops(lang))


@lru_cache(maxsize=12)
def _han_words(of: _Bundled) -> frozenset[str]:
    """Chinese words that a stretch is cut by; none for other languages."""
    return frozenset(_kept(of, "cutting", list[str], lambda: sorted(_cut_by(of)))) if of.lang == "zh" else frozenset()


def _cut_by(of: _Bundled) -> frozenset[str]:
    found = _han_forms(lexicons.entries("zh", PIVOT)) if "words" in of.chosen else frozenset()
    if "packs" in of.chosen and of.know is not None:
        found |= _han_forms(_of_packs(of.know, "zh"))
    if "tico19" in of.chosen:
        found |= frozenset(unit for unit in lexicons.learned("zh", PIVOT) if 1 < len(unit) <= LONGEST)
    return found | frozenset(lexicons.stops("zh"))


def _han_forms(forms: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(
        fold.simplified(form) for pair in forms for form in pair if not form.isascii() and 1 < len(form) <= LONGEST
    )
