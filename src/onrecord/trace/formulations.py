"""Set formulations proposed: which of the phrases that texts repeat are set, best first.

Lives here: what is kept out, what is told of each. Not here: counting (``text.phrases``), the order (``ranking``), what
is a variant of what (``families``), records (``record.phrasing``), lines of JSON (``trace.phrase_lines``).

Nothing is proposed that begins or ends with a word of grammar, stands beside figures, or is a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial, reduce
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from onrecord.knowledge import Knowledge
from onrecord.knowledge.edges import JOINS, REPORTS, TRANSCRIBED, edges
from onrecord.knowledge.lookup import fold as folded
from onrecord.knowledge.lookup import office_names
from onrecord.knowledge.plain import plain_of
from onrecord.knowledge.values import values_of
from onrecord.model import Span
from onrecord.text import fold, passages, phrases
from onrecord.text.named import actors_in
from onrecord.text.phrases import DEFAULT, Settings, Words
from onrecord.trace.familiar import Floats, familiar
from onrecord.trace.families import WIDTH, Families, Kind
from onrecord.trace.ranking import is_unspaced, ranked

if TYPE_CHECKING:
    from onrecord.text.phrases.counting import Counted
    from onrecord.text.phrases.features import Features


class First(msgspec.Struct, frozen=True):
    """The earliest text held with a phrase, and its date (None: no text with it is dated)."""

    id: str | int
    date: str | None


class Variant(msgspec.Struct, frozen=True):
    """Another form of a phrase, counted by itself: ``longer`` (the phrase with words before or after it), ``part`` of
    it, another ``inflection``, another ``wording`` (the same words in another order or with other grammar), or
    ``near``: one word of four or more, one character of eight or more, is another."""

    form: str
    kind: Kind
    texts: int
    origins: int
    first: First


class Formulation(msgspec.Struct, frozen=True):
    """One proposal: the phrase and the forms of its ``variants``, by the earliest text; texts and origins that hold the
    phrase itself; ``score``: one by the rank among the proposals of its language."""

    forms: tuple[str, ...]
    lang: str
    texts: int
    origins: int
    first: First
    score: float
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A text to look in: the caller's id, its characters and its EDTF date."""

    id: str | int
    chars: str
    date: str | None = None


_FRAMES = ("object", "to", "order", "work", "modal", "noun")
MOST_VARIANTS = 12
LOOKED_AT = 8  # phrases looked at as variants, for each that is asked for
FEW, SMALL, LEAST_OF_FEW = 2_000_000, 10_000_000, 2  # code points; texts that must hold one inflection of few
LEAST, LEAST_OF_SMALL = 5, 3  # texts that must hold a phrase in all its inflections
UNSPACED = "\u2e80"  # the first character of the scripts written without spaces
SHORT_NAME = 2  # characters; so many of sounds alone are a word too
NEAR_WORDS = 3  # words beside grammar of a phrase in which one may be another
OWN_LIFE = 2  # a part of a phrase is one itself when so many times the texts hold it


def formulations(entries: Sequence[Entry], lang: str, know: Knowledge, top: int) -> list[Formulation]:
    """The ``top`` proposals of texts in one language, best first."""
    from onrecord.text.phrases.features import features

    entries = sorted(entries, key=lambda entry: (entry.date is None, entry.date or ""))
    chars = [entry.chars for entry in entries]
    counted = phrases.count(chars, _settings(chars, lang), _words(lang, know), _months(entries))
    grams = features(counted)
    values = passages.values(edges(lang))
    known = _familiar(counted, grams, lang, know)
    order = ranked(counted.units.value, grams, values, _least(chars), _few(chars, lang), known)
    return _Proposing(entries, counted, grams, lang, know, _offices(lang, know), _places(counted, grams)).best(
        order.tolist(), top
    )


def _on_one_line(form: str) -> str:
    """A form whose line may have been broken; between characters written without spaces a line end is nothing."""
    lines = [" ".join(line.split()) for line in form.splitlines()]
    return reduce(lambda one, more: f"{one}{'' if one[-1:] > UNSPACED and more[:1] > UNSPACED else ' '}{more}", lines)


def _settings(chars: Sequence[str], lang: str) -> Settings:
    """A small collection in a language that inflects is counted from fewer texts on: inflections are added up later."""
    return Settings(least=LEAST_OF_FEW, own=LEAST_OF_FEW) if _few(chars, lang) else DEFAULT


def _few(chars: Sequence[str], lang: str) -> bool:
    return lang in fold.STEMMED and sum(map(len, chars)) < SMALL


def _least(chars: Sequence[str]) -> int:
    return LEAST_OF_SMALL if sum(map(len, chars)) < FEW else LEAST


def _words(lang: str, know: Knowledge) -> Words:
    """The words of a language that are looked for beside phrases; none for one that is not known."""
    language = know.language(lang)
    if language is None:
        return phrases.NONE
    aims = tuple(form for word in language.stance.words if word.frame in _FRAMES for form in word.forms)
    stem = partial(_root, lang=lang) if lang in fold.STEMMED else None
    return Words(aims, language.speech.say, edges(lang), values_of(lang), plain_of(lang), stem)


def _familiar(counted: Counted, grams: Features, lang: str, know: Knowledge) -> Floats | None:
    """How familiar each phrase is; None where the packs have no formulation in the language."""
    primary = lang.split("-")[0]
    named = (own for pack in know.packs for one in pack.formulas for own in one.forms.by_lang)
    forms = [form for code, some in named if code.split("-")[0] == primary for form in some]
    if not forms:
        return None
    return familiar(counted, grams, forms, is_unspaced(counted.units.value, grams))


def _root(form: str, lang: str) -> str:
    """The stem of stems: "populares" and "popular" have one, though the stem of the first is the second. In Spanish a
    plural loses its end first, which the rules take for a pronoun ("gobiernos")."""
    if lang == "es" and len(form) > 4 and form.endswith(("os", "as")):
        form = form[:-1]
    while (shorter := fold.stem(form, lang)) != form and shorter:
        form = shorter
    return form


def _offices(lang: str, know: Knowledge) -> frozenset[str]:
    """Words that begin or end the title of an office, in small letters."""
    language = know.language(lang)
    labels = (*language.labels.offices, *language.labels.speaker_titles) if language else ()
    return frozenset(label.lower() for label in labels if " " not in label)


def _places(counted: Counted, grams: Features) -> list[tuple[int, int, int]]:
    """Of each phrase where it has the fewest capitals: the text and half-open code points."""
    units, first, last = counted.units, grams.plain, grams.plain + grams.size - 1
    text = np.searchsorted(units.first, first, "right") - 1
    ends = units.start[last] + units.length[last]
    return list(zip(text.tolist(), units.start[first].tolist(), ends.tolist(), strict=True))


def _months(entries: Sequence[Entry]) -> list[int]:
    """A number for the month (or what else the date's first seven characters are) of each text, in their order."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault((entry.date or "")[:7], len(numbers)) for entry in entries]


@dataclass(frozen=True, slots=True, eq=False)
class _Proposing:
    """What proposals are made from."""

    entries: Sequence[Entry]
    counted: Counted
    grams: Features
    lang: str
    know: Knowledge
    offices: frozenset[str]
    places: Sequence[tuple[int, int, int]]

    def best(self, order: Sequence[int], top: int) -> list[Formulation]:
        """The first ``top`` phrases of an order of grams, each with its variants among the next."""
        heads: list[int] = []
        variants: dict[int, list[tuple[int, Kind]]] = {}
        families = Families()
        stems = self.counted.stem.astype("<u4").data.cast("B")
        values = self.counted.units.value
        begins, sizes = self.grams.begin.tolist(), self.grams.size.tolist()
        for i in order[: LOOKED_AT * top + 1000]:
            units = bytes(stems[WIDTH * begins[i] : WIDTH * (begins[i] + sizes[i])])
            spaced = not values[begins[i]] & 1
            found = families.head(units, kin := self._kin(i, units, spaced), spaced)
            if found is not None and not self._lives(i, found, spaced):
                if len(variants[found[0]]) < MOST_VARIANTS:
                    kind = "wording" if found[1] == "inflection" and self._reworded(i, found[0]) else found[1]
                    variants[found[0]].append((i, kind))
            elif len(heads) < top and not self._is_no_phrase(self._form(i)) and not (spaced and self._is_of_a_name(i)):
                heads.append(i)
                variants[i] = []
                families.add(i, units, kin, spaced)
        return [self._told(i, rank, variants[i]) for rank, i in enumerate(heads, 1)]

    def _lives(self, i: int, found: tuple[int, Kind], spaced: bool) -> bool:
        """True when a phrase is one itself though it is like a head: a part that many more texts hold, or a near one
        that shares a single word beside grammar with it ("friend of the harbour", "lamp of the harbour")."""
        if found[1] == "part":
            return bool(self.grams.texts[i] > OWN_LIFE * self.grams.texts[found[0]])
        return found[1] == "near" and spaced and bool(self.grams.size[i] - self.grams.inner[i] < NEAR_WORDS)

    def _form(self, i: int) -> str:
        text, start, end = self.places[i]
        return _on_one_line(self.entries[text].chars[start:end])

    def _kin(self, i: int, units: bytes, spaced: bool) -> object:
        """What is equal in all inflections of a phrase."""
        return int(self.grams.kin[i]) if spaced else units

    def _reworded(self, one: int, other: int) -> bool:
        """True when two phrases have the same words, and not one after another."""
        rows = zip(self.grams.begin[[one, other]].tolist(), self.grams.size[[one, other]].tolist(), strict=True)
        first, second = (self.counted.stem[begin : begin + size].tolist() for begin, size in rows)
        return bool(first != second)

    def _is_no_phrase(self, form: str) -> bool:
        """True for one long word with hyphens, and for a phrase that is nothing but names: the packs' actors and
        offices, or words that always have a capital."""
        words = form.split()
        if len(words) == 1 and form[0] < "\u2e80":
            return True
        if len(words) > 1 and all(word[:1].isupper() or len(word) <= 3 for word in words):
            return True
        if _half(words, self.lang) or _reported(form, self.lang):
            return True
        if self.lang in fold.STEMMED and {words[0].lower(), words[-1].lower()} & self.offices:
            return True
        if folded(form) in office_names(self.know):
            return True
        for words_so in dict.fromkeys((form, form.title())):  # a phrase is shown with the fewest capitals it has
            found = actors_in(self.know, words_so, Span(0, len(form)), self.lang)
            if 3 * sum(named.span.end - named.span.start for named in found) > 2 * len(form):
                return True
        return False

    def _is_of_a_name(self, i: int) -> bool:
        """True for an actor of the packs, or an adjective for one, and one other word beside grammar and plain words:
        "the republic's parliament" says whose, not what."""
        text, start, end = self.places[i]
        named = actors_in(self.know, self.entries[text].chars, Span(start, end), self.lang)
        if not named:
            return False
        begin = int(self.grams.plain[i])
        units = np.arange(begin, begin + int(self.grams.size[i]))
        some = units[~(self.counted.light[units] | self.counted.plain[units])]
        starts = self.counted.units.start[some].tolist()
        return sum(not any(one.span.start <= at < one.span.end for one in named) for at in starts) < 2

    def _told(self, i: int, rank: int, variants: Sequence[tuple[int, Kind]]) -> Formulation:
        texts, origins = int(self.grams.texts[i]), int(self.grams.origins[i])
        told = {form: Variant(form, kind, int(self.grams.texts[n]), int(self.grams.origins[n]), self._first(n))
                for n, kind in reversed(variants) if (form := self._form(n)) != self._form(i)}  # fmt: skip
        others = sorted(told.values(), key=lambda one: (one.first.date is None, one.first.date or "", -one.texts))
        forms = (self._form(i), *(one.form for one in others))
        return Formulation(forms, self.lang, texts, origins, self._first(i), round(1 / rank, 6), tuple(others))

    def _first(self, i: int) -> First:
        entry = self.entries[self.counted.span(int(self.grams.begin[i]), 1)[0]]
        return First(entry.id, entry.date)


def _reported(form: str, lang: str) -> bool:
    """True for what ends with a verb that reports, and for a foreign name in characters: languages without spaces."""
    sounds = TRANSCRIBED.get(lang, "")
    return form.endswith(REPORTS.get(lang, ())) or (len(form) > SHORT_NAME and all(char in sounds for char in form))


def _half(words: Sequence[str], lang: str) -> bool:
    """True for two words of which the second alone has an article: "truth and the justice" is cut from a longer
    phrase."""
    inner = [word.lower() for word in words[1:-1]]
    return len(inner) > 1 and inner[0] in JOINS.get(lang, ()) and set(inner[1:]) <= set(edges(lang))
