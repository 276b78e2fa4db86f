"""Words by which two passages differ, gathered from what is known: negations, numbers and names of all languages.

Lives here: which words of ``knowledge`` tell. Not here: the words, the table kept of them (``trace.telling``).
Names are those of states, of cities, and of the actors of the packs that ship; capitals and numerals tell of
themselves, in any language. A user's packs are no part of it: the passages of a record would all have to be found anew
with each change of theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from onrecord.knowledge import lexicons
from onrecord.knowledge.languages import LANGUAGES
from onrecord.knowledge.packs import bundled_packs
from onrecord.text.passages import Telling

_CAPITALS = 4  # a shorter name in capitals ("US", "WHO") would be a common word without them
_WHOLE = ("ru", "fr", "es", "ar")  # languages that write months and weekdays as common words


def gathered() -> Telling:
    """The words themselves."""
    calendars = {one.code.partition("-")[0]: one.calendar for one in LANGUAGES}
    days = [form for lang in (*_WHOLE, "zh") for forms in calendars[lang].weekdays for form in forms]
    months = [form for lang in _WHOLE for forms in calendars[lang].months for form in forms]
    negators = {word for one in LANGUAGES for word in one.stance.negators}
    names = {*_arabic((*days, *months)), *_sides(), *_named()}
    sorts = negators, set(_numbers()), names, set(_titled()), lexicons.telling("capital", "en")
    return Telling(*(tuple(sorted(some)) for some in sorts))


def _numbers() -> Iterator[str]:
    """Words of numbers in five languages, and two characters that are one in Chinese."""
    for lang in lexicons.LANGUAGES:
        table = {**lexicons.numbers(lang), **lexicons.quantities(lang)}
        loose = set(lexicons.telling("loose", lang))
        yield from (word for word, value in table.items() if not value.startswith("m") and word not in loose)
        yield from lexicons.telling("number", lang)
    numerals, counters = lexicons.telling("numeral", "zh")[0], lexicons.telling("counter", "zh")[0]
    for pair in product(numerals, numerals + counters):
        yield "".join(pair)
    yield from map("".join, product(lexicons.telling("ordinal", "zh")[0], numerals))


def _sides() -> Iterator[str]:
    """States by one character, where another character shows that it is one."""
    yield from (f"{one}方" for one in lexicons.telling("side", "zh")[0])
    pair = lexicons.telling("pair", "zh")[0]
    yield from map("".join, product(pair, pair))


def _titled() -> Iterator[str]:
    yield from map("".join, product(lexicons.telling("title", "zh"), lexicons.telling("surname", "zh")[0]))


def _named() -> Iterator[str]:
    """Names of states, places and actors that are one word, or a few characters of an unspaced script."""
    yield from lexicons.telling("city", "zh")
    yield from _arabic(lexicons.telling("city", "ar"))
    actors = [actor for pack in bundled_packs() for actor in pack.actors]
    tables = [table for actor in actors for table in (actor.names, actor.seats)]
    forms = [(lang, name) for table in tables for lang, names in table.by_lang for name in names]
    for lang, name in forms:
        if lang.startswith("zh"):
            yield name
        elif " " not in name and not (name.isupper() and len(name) < _CAPITALS):
            yield from _arabic((name,)) if lang == "ar" else (name,)


def _arabic(words: Iterable[str]) -> Iterator[str]:
    """Words, and those of Arabic letters with what is written together with them."""
    for word in words:
        yield word
        if "\u0600" <= word[0] <= "\u06ff":
            yield from (f"{prefix}{word}" for prefix in lexicons.telling("prefix", "ar"))
            if word.startswith("ال"):
                yield from (f"{prefix}لل{word[2:]}" for prefix in ("", "و"))
