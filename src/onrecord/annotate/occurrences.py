"""Known formulations of the packs, found where they stand in a text.

Lives here: which forms are looked for, and marks. Not here: matching (``text.match``), the forms (packs).
A form is looked for in every inflection in texts of its own language, and as it stands in texts of another script;
articles, "and" and "of" inside it do not count, and one of three words or more may have one word more inside.
A single word keeps its ending in English, French and Spanish: "multilateral" is no inflection of "multilateralism".
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from onrecord.annotate.page import Page
from onrecord.knowledge.pack import Pack
from onrecord.model import SPOKEN, Occurrence, Span
from onrecord.text.bending import bend
from onrecord.text.fold import fold_exact, primary
from onrecord.text.match import Matcher, Matchers, stemmer, words_of
from onrecord.text.memo import Memo

WIDE = 3  # compared words of a form that is also found with one word more inside ("open and [fair] world economy")
LONGEST_CHAIN = 64  # forms that overlap one after the other; of more, the first are decided by themselves
APART = ("LATIN", "CYRILLIC", "ARABIC", "CJK")  # scripts whose forms are made for texts that have letters of them
_Form = tuple[str, str]
_STOPS = frozenset("。！？；!?;؟؛")
_ENDINGS_TELL = ("en", "fr", "es")  # their stems join a noun with its adjective; Russian and Arabic nouns have cases


def find(page: Page) -> tuple[Occurrence, ...]:
    """Every known form in the main blocks, in order; of overlapping ones the longest."""
    found = []
    matchers: dict[str, Matchers[_Form]] = {}
    scripts = _scripts(page.chars)
    for section in page.sections:
        for block in section.blocks:
            if block.kind in SPOKEN:
                if block.lang not in matchers:
                    language = page.know.language(block.lang)
                    fillers = (*language.stance.fillers, *language.stance.linkers) if language else ()
                    key = _Packs(page.know.packs, page.know.fingerprint, primary(block.lang), fillers)
                    matchers[block.lang] = _matchers(key, scripts)
                for span, (formula, form) in _longest(matchers[block.lang], page.chars, block.span):
                    found.append(Occurrence(formula, form, span))
    return tuple(found)


def _longest(matchers: Matchers[_Form], chars: str, span: Span) -> list[tuple[Span, _Form]]:
    """Of forms that overlap the longest, decided within each chain of overlapping ones."""
    found = matchers.find(chars, span, overlapping=True)
    whole = [hit for hit in found if _is_whole(hit[0].of(chars), hit[1][1])]
    # of two forms on the same characters that which stands there goes before one that is found in another inflection
    hits = sorted(whole, key=lambda hit: (hit[0], hit[0].of(chars).casefold() != hit[1][1].casefold(), hit[1]))
    if len(hits) < 2:
        return hits
    kept: list[tuple[Span, _Form]] = []
    chain: list[tuple[Span, _Form]] = []
    end = 0
    for hit in hits:
        if chain and (hit[0].start >= end or len(chain) == LONGEST_CHAIN):
            kept.extend(_apart(chain))
            chain = []
        end = max(end, hit[0].end)
        if not kept or hit[0].start >= kept[-1][0].end:
            chain.append(hit)
    return [*kept, *_apart(chain)]


def _is_whole(words: str, form: str) -> bool:
    """True unless a sentence ends inside words where the form has none ("危险。共同…"; "the world. Open skies")."""
    if words.isalnum() or words == form:
        return True
    ends = {c for c in words if c in _STOPS} - set(form)
    return not ends and (". " not in words or ". " in form)


def _apart(chain: list[tuple[Span, _Form]]) -> list[tuple[Span, _Form]]:
    """Those of a chain that are left when each longer one has taken its place."""
    kept: list[tuple[Span, _Form]] = []
    for hit in sorted(chain, key=lambda hit: (-len(hit[0]), hit[0].start)):
        if not any(hit[0].overlaps(other) for other, _ in kept):
            kept.append(hit)
    return sorted(kept)


@dataclass(frozen=True, slots=True, eq=False)
class _Packs:
    """Packs and language as a cheap dictionary key: hashing all packs for every block would cost more than matching."""

    packs: tuple[Pack, ...]
    fingerprint: str
    lang: str = ""
    fillers: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash((self.fingerprint, self.lang))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Packs) and other.packs is self.packs and other.lang == self.lang


class _Row(NamedTuple):
    """A form, whose it is, and its script: the first word of the Unicode name of its first letter ("LATIN", "CJK")."""

    lang: str
    form: str
    id: str
    script: str


@lru_cache(maxsize=8)
def _rows(key: _Packs) -> tuple[_Row, ...]:
    """The forms of all languages (``key`` names none)."""
    return tuple(
        _Row(primary(lang), form, f.id, _script(next(filter(str.isalnum, form), " ")))
        for pack in key.packs
        for f in pack.formulas
        for lang, forms in f.forms.by_lang
        for form in forms
    )


def _matchers(key: _Packs, scripts: frozenset[str]) -> Matchers[_Form]:
    """Forms as they stand, and those of the text's language by their stems, rougher ones inside several words. Forms of
    other languages are looked for where they are in another script, as quoted words are: in its own script a word may
    be another ("odd", ODD). Those are two thirds of all forms: only those of the ``scripts`` of a text are made."""
    own = _own_scripts(key)
    return _together(key, frozenset(script for script in scripts if script in APART and script not in own))


@lru_cache(maxsize=64)
def _together(key: _Packs, scripts: frozenset[str]) -> Matchers[_Form]:
    all_packs = _Packs(key.packs, key.fingerprint)
    return Matchers((*_own(key), *(_in_script(all_packs, script) for script in sorted(scripts))))


@lru_cache(maxsize=32)
def _own_scripts(key: _Packs) -> frozenset[str]:
    """The scripts of the forms of a language."""
    return frozenset(row.script for row in _rows(_Packs(key.packs, key.fingerprint)) if row.lang == key.lang)


@lru_cache(maxsize=32)
def _in_script(key: _Packs, script: str) -> Matcher[_Form]:
    """The forms in a script as they stand, for texts in another."""
    return Matcher({row.form: (row.id, row.form) for row in _rows(key) if row.script == script and _is_apart(row)})


@lru_cache(maxsize=32)
def _own(key: _Packs) -> tuple[Matcher[_Form], ...]:
    """What is looked for in every text of a language."""
    own, rows = _own_scripts(key), _rows(_Packs(key.packs, key.fingerprint))
    near = {
        row.form: (row.id, row.form)
        for row in rows
        if row.lang == key.lang or (row.script not in own and not _is_apart(row))
    }
    stems, fillers = stemmer(key.lang), frozenset(word for filler in key.fillers for word in words_of(filler))
    mine = [(row.form, row.id) for row in rows if row.lang == key.lang]
    if stems is None:
        own_forms = {form: (id, form) for form, id in mine if _is_loose(form, fillers)}
        return (Matcher(near), Matcher(own_forms, None, fillers))
    bent = [(form, id) for form, id in mine if key.lang not in _ENDINGS_TELL or len(words_of(form)) > 1]
    loose = {form: (id, form) for form, id in bent if _is_loose(form, fillers)}
    single = {form: (id, form) for form, id in bent if len(words_of(form)) == 1}
    tight = {form: (id, form) for form, id in bent if form not in loose and form not in single}
    rough = bend(key.lang)
    return (
        Matcher(near),
        Matcher(single, stems),
        Matcher(tight, rough, wide=WIDE),
        Matcher(loose, rough, fillers, wide=WIDE),
    )


def _is_loose(form: str, fillers: frozenset[str]) -> bool:
    """True for a form of several words that is found with or without articles, "and" and "of" between them."""
    words = words_of(form)
    return bool(fillers) and not {words[0], words[-1]} & fillers and sum(w not in fillers for w in words) > 1


def _is_apart(row: _Row) -> bool:
    """True for a form that stands only in texts with letters of its script."""
    folded = words_of(row.form)
    return row.script in APART and bool(folded) and _script(folded[0][0]) == row.script


@cache
def _script(letter: str) -> str:
    """The first word of the Unicode name of a letter."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _scripts(chars: str) -> frozenset[str]:
    """The scripts of the letters of a text, as they are compared."""
    return frozenset().union(*map(_scripts_of().__getitem__, set(chars)))


@cache
def _scripts_of() -> Memo[str, frozenset[str]]:
    """Character -> the scripts of what it folds to."""
    return Memo(lambda char: frozenset(map(_script, filter(str.isalnum, fold_exact(char)))))
