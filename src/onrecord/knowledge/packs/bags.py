"""Likely bags: an entry whose forms are not one formulation but several phrases put together.

Lives here: whether the forms of one language hang together. Not here: what a pack may hold (``entries``), files.
The forms of one formulation are wordings of it, and wordings share words. An entry with many forms in one language
that fall into several heaps with no word in common is likely a bag, and a count of it is the count of no phrase. It
may be right all the same (a thing with several names), so this is a doubt and no error; ``variants = true`` on the
entry settles it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from onrecord.knowledge.lexicons import stops
from onrecord.knowledge.packs.problems import Part, Place, Problem

MEND = "set apart as formulations of their own, or say variants = true"
FEWEST = 3  # forms of one language; two that differ may well be two names
HEAPS = 3  # heaps without a word in common, or two of which the largest has at most half of the forms
STEM = 5  # letters at its beginning in which a word is another inflection or derivation of one
RUN = 3  # consonants on end in common, in a language that bends words inside and in front
BENT_INSIDE = ("ar",)
WEAK = "اويىةآأإؤئء"  # letters that come and go within and after an Arabic root
UNSPACED = ("zh", "ja", "yue")


def doubts(parts: Sequence[Part]) -> Iterator[Problem]:
    """One problem (file, line, mend) for each formulation that is likely a bag, in the order of the files."""
    for part in parts:
        tables = part.data.get("formula")
        for number, table in enumerate(tables if isinstance(tables, list) else ()):
            if isinstance(table, dict) and table.get("variants") is not True and (found := _worst(table.get("forms"))):
                lang, (first, second, *_) = found
                words = (
                    f"[[formula]] {table.get('id')!r}: likely several formulations: {first[0]!r} and {second[0]!r}"
                    f" ({lang}) have no word in common; {MEND}"
                )
                yield Problem(Place(part, "formula", number).line_of("forms"), words, part.name)


def _worst(forms: object) -> tuple[str, list[list[str]]] | None:
    """The language with most heaps among those that make the entry a likely bag."""
    rows = forms.items() if isinstance(forms, Mapping) else ()
    heaps = [(lang, heaps_of([form for form in own if isinstance(form, str)], lang)) for lang, own in rows]
    likely = [(lang, some) for lang, some in heaps if is_bag(some)]
    return max(likely, key=lambda row: len(row[1])) if likely else None


def is_bag(heaps: Sequence[Sequence[str]]) -> bool:
    """True when heaps of forms are too many, or of one size, for wordings of one phrase."""
    sizes = [len(heap) for heap in heaps]
    if sum(sizes) < FEWEST or len(sizes) < 2:
        return False
    return len(sizes) >= HEAPS or 2 * max(sizes) <= sum(sizes)


def heaps_of(forms: Sequence[str], lang: str) -> list[list[str]]:
    """The forms of one language in heaps that have a word in common one after the other, the largest first.

    >>> heaps_of(["open seas", "open sea for all", "calm waters"], "en")
    [['open seas', 'open sea for all'], ['calm waters']]
    """
    primary = lang.partition("-")[0]
    words = [_pieces(form, primary) for form in forms]
    shapes = [_shape(form, primary) for form in forms]
    heap = list(range(len(forms)))
    for one, two in combinations(range(len(forms)), 2):
        same_shape = bool(shapes[one]) and shapes[one] == shapes[two]
        if heap[one] != heap[two] and (same_shape or _share(words[one], words[two], primary)):
            old, new = heap[two], heap[one]
            heap = [new if number == old else number for number in heap]
    found: dict[int, list[str]] = {}
    for number, form in zip(heap, forms, strict=True):
        found.setdefault(number, []).append(form)
    return sorted(found.values(), key=len, reverse=True)


def _plain(form: str) -> str:
    """Small letters without accents."""
    letters = unicodedata.normalize("NFKD", form).casefold()
    return "".join(" " if not c.isalnum() else c for c in letters if not unicodedata.combining(c))


def _pieces(form: str, lang: str) -> frozenset[str]:
    """What tells of the words of a form: pairs of characters where words are not spaced, else its content words."""
    plain = _plain(form)
    if lang in UNSPACED:
        runs = plain.split()
        return frozenset(run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1)))
    common = frozenset(stops(lang))
    return frozenset(word for word in plain.split() if word not in common) or frozenset(plain.split())


def _shape(form: str, lang: str) -> tuple[str, ...]:
    """A form with a gap for each content word, when its function words are a frame of their own: two at least, not side
    by side ("from _ to _"); else nothing."""
    common = frozenset(() if lang in UNSPACED else stops(lang))
    frame = tuple(word if word in common else "_" for word in _plain(form).split())
    kept = [at for at, word in enumerate(frame) if word != "_"]
    return frame if len(kept) > 1 and len(set(frame)) > 2 and kept[-1] - kept[0] >= len(kept) else ()


def _share(one: frozenset[str], two: frozenset[str], lang: str) -> bool:
    if one & two:
        return True
    return lang not in UNSPACED and any(_kin(a, b, lang) for a in one for b in two)


def _kin(one: str, two: str, lang: str) -> bool:
    """True when two words begin alike, or, where words are bent inside, have a run of letters in common."""
    short, long = sorted((one, two), key=len)
    if lang in BENT_INSIDE:
        short, long = ("".join(c for c in word.removeprefix("ال") if c not in WEAK) for word in (short, long))
        return short == long or any(short[at : at + RUN] in long for at in range(len(short) - RUN + 1))
    return len(short) > 2 and long.startswith(short[:STEM]) and len(short) >= min(STEM, len(long) - 2)
