"""Who and what a stretch names: actors and entities of the packs, found by names, adjectives and capitals.

Lives here: ``actors_in`` and ``entity_in``, over tables built once for each Knowledge and language. Not here: the
names (packs), who speaks (``annotate.cast``: a person is resolved by date and office, not by a table).

Names match as whole words; width, accents and Han variants do not matter. Case matters: a name listed with a capital
needs one ("Turkey"), an abbreviation needs all of its own ("US", not "us"). Russian names and adjectives, and Romance
adjectives, are found in every inflection, Arabic ones with article and particles. Where names overlap, the one that
starts first wins, then the longer. A name that several actors share ("Congo") names nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.knowledge import Knowledge
from onrecord.knowledge.pack import Actor, Entity, Names, Pack
from onrecord.model import Span
from onrecord.text import fold
from onrecord.text.inflect import arabic_forms, arabic_root, russian_forms
from onrecord.text.match import Matcher, Matchers, Spell, stemmer, words_of

How = Literal["name", "adjective", "seat"]
_LONGEST_ABBREVIATION = 5


@dataclass(frozen=True, slots=True)
class Named:
    """An actor named at ``span``: its id (ISO 3166 code or pack id), and by what: its name (also "the Chinese side"),
    an adjective or word for its people ("Chinese"), or the seat of its government ("Beijing")."""

    span: Span
    id: str
    how: How


@dataclass(frozen=True, slots=True)
class _Row:
    """One listed form: what it names, and whether it demands capitals. ``how`` "" is a word that is no name."""

    form: str
    id: str
    how: How | Literal[""]


def actors_in(know: Knowledge, chars: str, span: Span, lang: str) -> tuple[Named, ...]:
    """Every actor named in ``chars[span]``, in order, without overlaps; ``lang`` is the BCP 47 code of the words."""
    found = []
    for at, rows in _hits(_actors(_Key(know, fold.primary(lang))), chars, span):
        row = _only([r for r in rows if _fits(r, at.of(chars))], at.of(chars))
        if row and row.how:
            found.append(Named(_with_dot(at, row.form, chars, span), row.id, row.how))
    return tuple(found)


def actor_in(know: Knowledge, chars: str, span: Span, lang: str) -> Named | None:
    """The one actor that ``chars[span]`` names, by whatever words; None when it names none or several."""
    found = actors_in(know, chars, span, lang)
    return found[0] if len({n.id for n in found}) == 1 else None


def entities_in(know: Knowledge, chars: str, span: Span, lang: str) -> tuple[tuple[Span, Entity], ...]:
    """Every measure or initiative named in ``chars[span]``, in order, without overlaps."""
    tables = _entities(_Key(know, fold.primary(lang)))
    found = []
    for at, rows in _hits(tables.matchers, chars, span):
        row = _only([r for r in rows if _fits(r, at.of(chars))], at.of(chars))
        if row:
            found.append((at, tables.by_id[row.id]))
    return tuple(found)


def entity_in(know: Knowledge, chars: str, span: Span, lang: str) -> Entity | None:
    """The measure or initiative that ``chars[span]`` names, by the longest name in it; None when it names none."""
    found = entities_in(know, chars, span, lang)
    return max(found, key=lambda one: len(one[0]))[1] if found else None


_Rows = tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Entities:
    """Matchers of one language, by exact form first, then by stem, and what they name."""

    matchers: Matchers[_Rows]
    by_id: dict[str, Entity]


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """Packs and language as a cheap dictionary key: hashing the packs would cost more than the look-up."""

    know: Knowledge
    lang: str

    def __hash__(self) -> int:
        return hash((self.know.fingerprint, self.lang))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.know.packs is self.know.packs and other.lang == self.lang


@lru_cache(maxsize=16)
def _actors(key: _Key) -> Matchers[_Rows]:
    """Matchers of one language: by exact form first, then by stem."""
    lang = key.lang
    rows = list(_actor_rows(key.know.packs, lang))
    if lang == "ar":
        return Matchers((_matcher(rows, _roots), _matcher([r for r in rows if r.how == "adjective"], _adjective_roots)))
    exact = [spelled for row in rows for spelled in _spellings(row, lang)]
    return Matchers((_matcher(exact), _matcher([r for r in rows if _inflected(r, lang)], stemmer(lang))))


@lru_cache(maxsize=16)
def _entities(key: _Key) -> _Entities:
    packs, lang = key.know.packs, key.lang
    things = [row for pack in packs for e in pack.entities for row in _rows(e.names, e.id, "name", lang)]
    exact, stems = _matcher(things), stemmer(lang)
    made = (exact, _matcher(things, stems)) if stems else (exact,)
    return _Entities(Matchers(made), {e.id: e for p in packs for e in p.entities})


def _roots(words: list[str]) -> list[str]:
    return list(map(arabic_root, words))


def _adjective_roots(words: list[str]) -> list[str]:
    return [arabic_root(word, adjective=True) for word in words]


def _actor_rows(packs: tuple[Pack, ...], lang: str) -> Iterator[_Row]:
    for pack in packs:
        yield from (_Row(form, "", "") for form in _forms(pack.not_names, lang))
        for actor in pack.actors:
            yield from _words_of(actor, lang)


def _words_of(actor: Actor, lang: str) -> Iterator[_Row]:
    yield from _rows(actor.adjectives, actor.id, "adjective", lang)
    seats = _rows(actor.seats, actor.id, "seat", lang)
    yield from seats
    taken = {row.form for row in seats}
    yield from (row for row in _rows(actor.names, actor.id, "name", lang) if row.form not in taken)


def _rows(names: Names, id: str, how: How, lang: str) -> list[_Row]:
    return [_Row(form, id, how) for form in _forms(names, lang)]


def _forms(names: Names, lang: str) -> list[str]:
    """Forms in a language, else, for what has no form in it, in all others: a text may use a foreign name."""
    mine = [form for code, forms in names.by_lang if fold.primary(code) == lang for form in forms]
    return mine or list(names.all())


def _spellings(row: _Row, lang: str) -> list[_Row]:
    """The forms in which a listed form is looked for as it stands."""
    forms: Iterable[str] = (row.form,)
    if lang == "ru" and row.how != "adjective":
        forms = russian_forms(row.form)
    elif lang == "en" and row.how == "adjective":
        forms = (row.form, row.form + "s")
    return [_Row(form, row.id, row.how) for form in forms]


def _inflected(row: _Row, lang: str) -> bool:
    """True when a form is also looked for by stems: stems of single nouns would meet other words."""
    if not row.how:
        return False
    return (row.how == "adjective" and lang in ("ru", "fr", "es")) or (lang == "ru" and " " in row.form)


def _matcher(rows: list[_Row], spell: Spell | None = None) -> Matcher[_Rows]:
    """Rows by the words they are compared with; one form may have several meanings."""
    by_words: dict[tuple[str, ...], list[_Row]] = {}
    for row in rows:
        by_words.setdefault(words_of(row.form, spell), []).append(row)
    return Matcher.of_words({words: tuple(same) for words, same in by_words.items()}, spell)


def _hits(matchers: Matchers[_Rows], chars: str, span: Span) -> list[tuple[Span, _Rows]]:
    """What any matcher finds, in order; of overlapping finds the first, then the longest, then the exact one."""
    found = sorted(matchers.find(chars, span), key=_order)
    kept: list[tuple[Span, _Rows]] = []
    for hit in found:
        if not kept or hit[0].start >= kept[-1][0].end:
            kept.append(hit)
    return kept


def _with_dot(at: Span, form: str, chars: str, within: Span) -> Span:
    """The span with the dot that ends an abbreviation ("U.S.")."""
    dotted = form.endswith(".") and at.end < within.end and chars[at.end] == "."
    return Span(at.start, at.end + 1) if dotted else at


def _order(hit: tuple[Span, _Rows]) -> tuple[int, int]:
    return hit[0].start, -hit[0].end


def _only(rows: list[_Row], words: str) -> _Row | None:
    """The meaning of a form: a word that is no name takes all; several actors leave none."""
    if any(not row.how for row in rows) or len({row.id for row in rows}) != 1:
        return None
    return next((row for row in rows if row.form == words), rows[0])


def _fits(row: _Row, words: str) -> bool:
    """True when words have the capitals that a form demands, and in Arabic are truly a form of it."""
    form = row.form
    if "\u0600" <= form[:1] < "\u0700":
        return fold.fold_exact(words) in _arabic(form, row.how == "adjective")
    if form.isupper() and sum(map(str.isalpha, form)) <= _LONGEST_ABBREVIATION:
        return words.isupper()
    return not any(map(str.isupper, form)) or any(map(str.isupper, words))


@lru_cache(maxsize=4096)
def _arabic(form: str, adjective: bool) -> frozenset[str]:
    return frozenset(map(fold.fold_exact, arabic_forms(form, adjective=adjective)))
