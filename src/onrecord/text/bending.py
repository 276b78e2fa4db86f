"""How a word is compared inside a phrase of several words: its stem, and what the stems of a language leave apart.

Lives here: ``bend`` and its rules for each language. Not here: stems that the index is made of (``fold``), finding
(``match``). The rules are rough, for the words beside a word hold a phrase together: no single word is to be looked
for by them. They are made of the grammar of each language, never of texts:

- Russian: vowels that come and go ("рынок", "рынка"), genitives that look like gerunds ("держав");
- French: plurals in -x, "au" and "aux" as "à", the first person in -ons, œ; Spanish: -z and -ces, "al" as "a";
- Arabic: particles written to the word ("وبسيادة"), possessive and plural endings ("سيادتها"), the accusative ("رفضا").
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from onrecord.text import fold
from onrecord.text.match import Spell, stemmer
from onrecord.text.memo import Memo

_VOWELS_RU = "аеиоуыюяйьв"
_FRENCH = {"au": "a", "aux": "a", "a\u0300": "a"}  # folded letters have their accents apart
_SPANISH = {"al": "a"}
_POSSESSIVES = ("هما", "كما", "هم", "ها", "نا", "كم")
_NUMBERS = ("تين", "تان", "ات", "ون", "ين", "ان")
_LEAST_AR = 3  # letters that are left of an Arabic word; of one with a possessive or a feminine ending two

_ENDINGS_AR = ((_POSSESSIVES, 2), (_NUMBERS, _LEAST_AR), (("ه",), 2), (("ت",), _LEAST_AR), (("ا",), _LEAST_AR))


def bend(lang: str) -> Spell | None:
    """What the folded words of phrases of several words are compared by; None for a language without stems."""
    code = fold.primary(lang)
    if code not in _RULES:
        return stemmer(lang)
    return _spell(code)


@cache
def _spell(code: str) -> Spell:
    words = _bent(code)
    return lambda found: list(map(words.__getitem__, found))


@cache
def _bent(code: str) -> Memo[str, str]:
    """Word -> what it is compared by."""
    rule = _RULES[code]
    return Memo(rule if code == "ar" else lambda word: rule(fold.stem(word, code)))


def _russian(stem: str) -> str:
    """A stem without its last vowels, and without a vowel that comes and goes before its last consonant."""
    left = stem.rstrip(_VOWELS_RU)
    kept = left if len(left) >= 4 or (len(stem) == 3 and len(left) == 2) else stem
    if len(kept) >= 3 and kept[-2] in "ое" and kept[-1] in "кцн" and kept[-3] not in _VOWELS_RU:
        return kept[:-2] + kept[-1]
    return kept


def _french(stem: str) -> str:
    stem = _FRENCH.get(stem, stem).replace("œ", "oe")
    if stem.endswith("x") and len(stem) > 3:
        return stem[:-1]
    return stem.removesuffix("on") if len(stem) > 5 else stem


def _spanish(stem: str) -> str:
    return stem[:-1] + "c" if stem.endswith("z") and len(stem) > 2 else _SPANISH.get(stem, stem)


def _arabic(word: str) -> str:
    """A word without what is written to it, before and after; the least of it is left."""
    word = fold.stem(word, "ar")  # without the article
    for letters in ("وف", "بلك", "وف"):
        if word[0] in letters and len(word) > _LEAST_AR:
            word = fold.stem(word[1:], "ar")
    return _without_endings(word)


def _without_endings(word: str) -> str:
    for endings, least in _ENDINGS_AR:
        ending = next((e for e in endings if word.endswith(e) and len(word) >= len(e) + least), "")
        word = word.removesuffix(ending)
    return word


_RULES: dict[str, Callable[[str], str]] = {"ru": _russian, "fr": _french, "es": _spanish, "ar": _arabic}
