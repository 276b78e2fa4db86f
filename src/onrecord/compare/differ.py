"""What differs between two wordings, word by word, and of what kind.

Lives here: changes between two lists of words of one language. Not here: which stretches are compared (``verify``,
``pairs``), what words tell (``telling``).

Kinds that tell: ``number``, ``date``, ``negation``, ``modal`` (a word that binds more or less), ``name``, ``word`` (any
other). Kinds of mere form, which leave what is said as it was: ``spelling`` ("defence", "co-operation"),
``contraction`` ("I'm"), ``short`` (one actor's other name: "US"), ``sign`` ("per cent"), ``order`` ("10 March").
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from onrecord.compare import words as cutting
from onrecord.compare.telling import Mark, Telling
from onrecord.compare.words import Word
from onrecord.knowledge.modality import SIGNS
from onrecord.model import Span
from onrecord.text.fold import forms

Kind = Literal[
    "attribution", "number", "date", "negation", "modal", "name", "word",
    "spelling", "contraction", "short", "sign", "order", "bracket", "ellipsis",
]  # fmt: skip
FORMAL = frozenset({"spelling", "contraction", "short", "sign", "order", "bracket", "ellipsis"})
ISLAND = 3  # matched weight that is chance when it stands between changes
MOST_SHORTENED = 4  # words of a change that may be one contraction
NEAR = 2  # words that both sides of a change may have for a light word beside it to be no chance
SAYING = 14  # words of a clause that says who speaks
PRONOUN = 4  # of one that names nobody ("he said on Monday")
_DATE_SIGNS = frozenset("年月日号號")


@dataclass(frozen=True, slots=True)
class Change:
    """Words ``a`` of one side stand for words ``b`` of the other; either may be empty (then the span is the place
    between two words). Spans are half-open code points of each side's characters."""

    kind: Kind
    a: Span
    b: Span
    a_words: str
    b_words: str

    @property
    def formal(self) -> bool:
        """True when only form changed."""
        return self.kind in FORMAL


@dataclass(frozen=True, slots=True)
class Side:
    """Characters and their words, or some of them."""

    chars: str
    words: list[Word]

    def span(self, first: int, end: int) -> Span:
        """The place of words ``[first, end)``; of none, the place after the word before."""
        if end > first:
            return Span(self.words[first].start, self.words[end - 1].end)
        at = self.words[first - 1].end if first else (self.words[0].start if self.words else 0)
        return Span(at, at)


Op = tuple[int, int, int, int]


def blocks(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Matching runs ``(at in a, at in b, length)`` of two lists of forms, in order."""
    found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(m.a, m.b, m.size) for m in found if m.size]


def keys(side: Side) -> list[str]:
    """The forms by which words are equal whatever their spelling."""
    return [cutting.spelled(w.form) for w in side.words]


def changes(a: Side, b: Side, tell: Telling) -> list[Change]:
    """All changes between two sides, in order; runs of the same word between two changes are part of them when they
    are too short to be more than chance."""
    matched = without_islands(blocks(keys(a), keys(b)), a, b)
    return named(ops(matched, a, b), a, b, tell)


def without_islands(matched: list[tuple[int, int, int]], a: Side, b: Side) -> list[tuple[int, int, int]]:
    """Matching runs without those of one light word between two changes of both sides."""
    kept = []
    for n, (i, j, size) in enumerate(matched):
        before = matched[n - 1] if n else (0, 0, 0)
        after = matched[n + 1] if n + 1 < len(matched) else (len(a.words), len(b.words), 0)
        left = min(i - before[0] - before[2], j - before[1] - before[2])
        right = min(after[0] - i - size, after[1] - j - size)
        light = cutting.weight(a.words[i : i + size]) <= ISLAND and max(left, right) > NEAR
        if left and right and light:
            continue
        kept.append((i, j, size))
    return kept


def ops(matched: list[tuple[int, int, int]], a: Side, b: Side) -> list[Op]:
    """What stands between matching runs: words ``[i, i2)`` of a against ``[j, j2)`` of b, and equal words whose
    spelling differs."""
    found: list[Op] = []
    i = j = 0
    for at, to, size in [*matched, (len(a.words), len(b.words), 0)]:
        if at > i or to > j:
            found.append((i, at, j, to))
        for n in range(size):
            if a.words[at + n].form != b.words[to + n].form or _written(a, at + n) != _written(b, to + n):
                found.append((at + n, at + n + 1, to + n, to + n + 1))
        i, j = at + size, to + size
    return found


def _written(side: Side, number: int) -> str:
    """What the form of a word does not tell: that letters have stops ("U.S."), which script a character is of."""
    word = side.words[number]
    if word.kind == "han":
        return side.chars[word.start]
    return "." if word.kind == "word" and "." in side.chars[word.start : word.end] else ""


def named(found: Sequence[Op], a: Side, b: Side, tell: Telling) -> list[Change]:
    """Changes with their kinds."""
    if not found:
        return []
    a_marks = tell.find(a.chars, a.span(0, len(a.words)))
    b_marks = tell.find(b.chars, b.span(0, len(b.words)))
    made = []
    turned = _turned(found, (a, a_marks), (b, b_marks))
    for n, (i, i2, j, j2) in enumerate(found):
        span_a, span_b = a.span(i, i2), b.span(j, j2)
        kind = (
            "order"
            if n in turned
            else _form(a.words[i:i2], b.words[j:j2], tell)
            or _tells((a, i, i2, span_a, a_marks), (b, j, j2, span_b, b_marks), tell)
        )
        made.append(Change(kind, span_a, span_b, span_a.of(a.chars), span_b.of(b.chars)))
    return made


def _turned(found: Sequence[Op], a: tuple[Side, list[Mark]], b: tuple[Side, list[Mark]]) -> set[int]:
    """Numbers of the two changes that put a day before its month on one side and behind it on the other."""
    (side, marks), other = a, b[0]
    turned = {
        n for n, (i, i2, j, j2) in enumerate(found) if _reversed(side.words[i:i2], other.words[j:j2], side, marks)
    }
    for n, (one, two) in enumerate(pairwise(found)):
        if one[0] == one[1] and two[2] == two[3]:  # left out, then put in behind the words between
            here, there = side.words[one[1] : two[1]], other.words[one[2] : two[2]]
        elif one[2] == one[3] and two[0] == two[1]:
            here, there = side.words[one[0] : two[0]], other.words[one[3] : two[3]]
        else:
            continue
        if _reversed(here, there, side, marks):
            turned |= {n, n + 1}
    return turned


def _reversed(here: Sequence[Word], there: Sequence[Word], side: Side, marks: Sequence[Mark]) -> bool:
    """True for a day and its month in two orders."""
    if len(here) != 2 or [_day_or_month(w) for w in here] != [_day_or_month(w) for w in reversed(there)]:
        return False
    month = next((w for w in here if w.kind == "word"), None)
    day = any(w.kind == "number" for w in here)
    return day and month is not None and any(
        m.kind == "date" and m.span.overlaps(Span(month.start, month.end)) for m in marks
    )  # fmt: skip


def _day_or_month(word: Word) -> str:
    """A day without its "th", a month as it is."""
    return word.form.rstrip(string.ascii_lowercase) if word.kind == "number" else word.form


def _form(a: Sequence[Word], b: Sequence[Word], tell: Telling) -> Kind | None:
    """The kind of a change of mere form; None when it is more."""
    if not a or not b:
        return None
    if cutting.key(a) == cutting.key(b) and not any(w.kind == "number" for w in (*a, *b)):
        return "spelling"
    if _meanings(a, tell) & _meanings(b, tell):
        return "contraction"
    one, other = " ".join(w.form for w in a), " ".join(w.form for w in b)
    if any({one, other} <= {sign, *read} for sign, read in SIGNS.items()):
        return "sign"
    return None


def _meanings(words: Sequence[Word], tell: Telling) -> set[str]:
    """What a few words may stand for with their shortened endings written out; nothing for many words."""
    found = {""} if len(words) <= MOST_SHORTENED else set[str]()
    for word in words:
        options = {word.form}
        for ending, read in tell.shorter:
            if word.form.endswith(ending) and len(word.form) > len(ending):
                options |= {f"{word.form.removesuffix(ending)} {one}" for one in read}
        found = {f"{before} {one}" for before in found for one in options}
    return found


_Half = tuple[Side, int, int, Span, list[Mark]]


def _tells(a: _Half, b: _Half, tell: Telling) -> Kind:
    """The most telling kind of a change."""
    if _attributes(a, b, tell) or _attributes(b, a, tell):
        return "attribution"
    if _numbers(a) != _numbers(b):
        return "date" if _dated(a) or _dated(b) else "number"
    for kind in ("date", "negation", "modal"):
        if _marked(a, kind) != _marked(b, kind):
            return kind
    here, there = a[3].of(a[0].chars), b[3].of(b[0].chars)
    if tell.names(here) and tell.names(here) == tell.names(there):
        return "short"
    actors = tell.named(here), tell.named(there)
    if actors[0] != actors[1] or _names(a, tell) != _names(b, tell):
        return "name"
    return "word"


def _attributes(put: _Half, missing: _Half, tell: Telling) -> bool:
    """True for words on one side only that say who speaks: ", Minister X said on Monday"."""
    side, first, end, span, marks = put
    if missing[1] != missing[2] or not 1 < end - first <= SAYING:
        return False
    if not any(mark.kind == "saying" and mark.span.overlaps(span) for mark in marks):
        return False
    return bool(tell.named(span.of(side.chars)) or _names(put, tell)) or end - first <= PRONOUN


def _numbers(half: _Half) -> Counter[str]:
    side, first, end = half[:3]
    return Counter(w.form for w in side.words[first:end] if w.numeral)


def _dated(half: _Half) -> bool:
    """True when a number stands beside a month or a sign of a date."""
    side, first, end, span, marks = half
    near = side.chars[span.start : span.end + 1]
    if any(sign in near for sign in _DATE_SIGNS) and any(w.numeral for w in side.words[first:end]):
        return True
    low = side.words[max(0, first - 1)].start if side.words else 0
    high = side.words[min(len(side.words), end + 1) - 1].end if side.words else 0
    return any(m.kind == "date" and m.span.overlaps(Span(low, max(high, low + 1))) for m in marks)


def _marked(half: _Half, kind: str) -> Counter[str]:
    span, marks = half[3], half[4]
    return Counter(m.value for m in marks if m.kind == kind and m.span.overlaps(span))


def _names(half: _Half, tell: Telling) -> set[str]:
    side, first, end = half[:3]
    return {w.form for w in side.words[first:end] if w.kind == "word" and tell.is_name(side.chars, w.start)}


def same_words(a: str, b: str) -> bool:
    """True when two stretches have the same folded words in the same order.

    >>> same_words("The Act!", "the act")
    True
    """
    return forms(a) == forms(b)
