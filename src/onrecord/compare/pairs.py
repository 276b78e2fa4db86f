"""Two statements sentence by sentence: what is kept, reworded, dropped, added, softened, hardened.

Lives here: pairs of one language, and what a pair of two languages shows. Not here: aligning two languages
(``text.align``), reading statements (``record``), the ladder (``strength``).

Within a language, sentences with the same words are pairs first; of the others those that share most of their words,
in any order. A sentence that stands in two on the other side joins the pair that has the rest of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from onrecord.compare import words as cutting
from onrecord.compare.attributed import added_voices
from onrecord.compare.differ import Change, Side, changes
from onrecord.compare.figures import Figure, figures, unanswered
from onrecord.compare.polarity import denied_once
from onrecord.compare.strength import BLURRED, Stand, Step, modal_step, step
from onrecord.compare.telling import Telling
from onrecord.compare.words import Word
from onrecord.model import Span

Kind = Literal["kept", "reworded", "dropped", "added", "softened", "hardened"]
Group = tuple[tuple[int, ...], tuple[int, ...]]
KINDS: tuple[Kind, ...] = ("kept", "reworded", "softened", "hardened", "dropped", "added")
ALIKE = 0.4  # least share of two sentences' weight that makes them a pair
JOINS = 0.6  # least share of a sentence that the rest of a pair holds
COMMON = 40  # sentences that hold a word before it stops telling which are alike
BOUND, TELLING = 3, 4  # words behind a modal word that it may bind, and the least letters of one that tells which
ANSWERED = 0.25  # least share of telling words with an answer in a translation of which nothing else is told


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place in the text, its words, the stances taken in it, and the kind of its block."""

    span: Span
    words: list[Word]
    stands: tuple[Stand, ...] = ()
    block: str = "body"


@dataclass(frozen=True, slots=True)
class Text:
    """A statement's sentences in order, in the characters of its text."""

    chars: str
    lang: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentences that answer to each other (numbers on both sides; one side empty: dropped or added).

    ``changes``: what differs word by word (one language). ``step``: why it is softened or hardened. ``only_one`` and
    ``only_other``: words that nothing on the other side answers to (two languages). ``telling`` names the numbers,
    negations, hedges and attributions of one side: ("number", words). ``moved``: it stands in another order. ``score``:
    how alike, 0 to 1.
    """

    kind: Kind
    one: tuple[int, ...]
    other: tuple[int, ...]
    changes: tuple[Change, ...] = ()
    step: Step | None = None
    only_one: tuple[Span, ...] = ()
    only_other: tuple[Span, ...] = ()
    telling: tuple[tuple[str, str], ...] = ()
    moved: bool = False
    score: float = 1.0


def within_language(one: Text, other: Text, tell: Telling) -> list[Pair]:
    """Pairs of two statements in one language, in the order of the first, additions where they stand."""
    matched = _matched(one, other)
    pairs = [_pair(one, other, a, b, tell) for a, b in matched]
    used_one = {n for a, _ in matched for n in a}
    used_other = {n for _, b in matched for n in b}
    pairs += [Pair("dropped", (n,), (), score=0.0) for n in range(len(one.sentences)) if n not in used_one]
    pairs += [Pair("added", (), (n,), score=0.0) for n in range(len(other.sentences)) if n not in used_other]
    return in_order(pairs)


def across(one: Text, other: Text, beads: Sequence[Pair], tells: tuple[Telling, Telling]) -> list[Pair]:
    """Pairs of two languages: ``beads`` have numbers, score and uncovered words; here they get kind and step."""
    return [_judged_across(one, other, bead, tells) for bead in beads]


def _matched(one: Text, other: Text) -> list[Group]:
    a_keys, b_keys = [_key(s) for s in one.sentences], [_key(s) for s in other.sentences]
    same = [m for m in SequenceMatcher(None, a_keys, b_keys, autojunk=False).get_matching_blocks() if m.size]
    pairs = {m.a + k: [m.b + k] for m in same for k in range(m.size)}
    free_a = [n for n in range(len(a_keys)) if n not in pairs]
    taken = {m.b + k for m in same for k in range(m.size)}
    free_b = [n for n in range(len(b_keys)) if n not in taken]
    for a, b in _alike(one, other, free_a, free_b):
        pairs[a] = [b]
    groups: list[Group] = [((a,), tuple(b)) for a, b in pairs.items()]
    return _joined(one, other, groups)


def _key(sentence: Sentence) -> tuple[str, ...]:
    return tuple(w.form for w in sentence.words)


def _bag(sentences: Sequence[Sentence]) -> Counter[str]:
    """The words of sentences; of Han characters each two neighbours, which tell more than one."""
    bag: Counter[str] = Counter()
    for sentence in sentences:
        forms = [cutting.spelled(w.form) if w.kind != "han" else w.form for w in sentence.words]
        kinds = [w.kind for w in sentence.words]
        bag.update(f for f, k in zip(forms, kinds, strict=True) if k != "han")
        bag.update(f + g for f, g, k, k2 in zip(forms, forms[1:], kinds, kinds[1:], strict=False) if k == k2 == "han")
    return bag


def _alike(one: Text, other: Text, free_a: Sequence[int], free_b: Sequence[int]) -> list[tuple[int, int]]:
    """Sentences that share most of their words, the likest first, each once."""
    bags_a = {n: _bag([one.sentences[n]]) for n in free_a}
    bags_b = {n: _bag([other.sentences[n]]) for n in free_b}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, bag in bags_b.items():
        for form in bag:
            holders[form].append(n)
    scored = []
    for a, bag in bags_a.items():
        near = Counter(b for form in bag if len(holders[form]) <= COMMON for b in holders[form])
        for b, _ in near.most_common(12):
            score = _dice(bag, bags_b[b])
            if score >= ALIKE:
                far = abs(a / max(1, len(one.sentences)) - b / max(1, len(other.sentences)))
                scored.append((score - 0.1 * far, a, b))
    found, used_a, used_b = [], set[int](), set[int]()
    for _, a, b in sorted(scored, reverse=True):
        if a not in used_a and b not in used_b:
            found.append((a, b))
            used_a.add(a)
            used_b.add(b)
    return found


def _dice(a: Counter[str], b: Counter[str]) -> float:
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def _joined(one: Text, other: Text, groups: list[Group]) -> list[Group]:
    """Groups with the sentences beside them whose words the other side of the group has besides its own."""
    by_one = {a[0]: (list(a), list(b)) for a, b in groups}
    by_other = {b[0]: by_one[a[0]] for a, b in groups}
    for mine, theirs, index, far in ((one, other, 0, by_one), (other, one, 1, by_other)):
        for n in range(len(mine.sentences)):
            if n in far:
                continue
            for beside in (n - 1, n + 1):
                group = far.get(beside)
                if group is None:
                    continue
                rest = _bag([theirs.sentences[k] for k in group[1 - index]])
                rest.subtract(_bag([mine.sentences[k] for k in group[index]]))
                bag = _bag([mine.sentences[n]])
                if (bag & +rest).total() >= JOINS * max(1, bag.total()):
                    group[index].append(n)
                    group[index].sort()
                    far[n] = group
                    break
    unique = {id(group): group for group in by_one.values()}
    return [(tuple(a), tuple(b)) for a, b in unique.values()]


def _pair(one: Text, other: Text, a: tuple[int, ...], b: tuple[int, ...], tell: Telling) -> Pair:
    here, there = _side(one, a), _side(other, b)
    found = tuple(changes(here, there, tell))
    score = _dice(_bag([one.sentences[n] for n in a]), _bag([other.sentences[n] for n in b]))
    if all(change.formal for change in found):
        return Pair("kept", a, b, found, score=score)
    denied = any(_denies(text, n, tell) for text, some in ((one, a), (other, b)) for n in some)
    why = step(_stands(one, a), _stands(other, b))
    if why is None or _stayed(why, here, there):
        why = None if denied else _modal(found, here, there, tell)
    return Pair(why.way if why else "reworded", a, b, found, why, score=score)


def _denies(text: Text, number: int, tell: Telling) -> bool:
    """A negation turns a modal word round ("no country should"), so that such sentences are not comparable."""
    return any(m.kind in ("negation", "besides") for m in tell.find(text.chars, text.sentences[number].span))


def _stayed(why: Step, here: Side, there: Side) -> bool:
    """True where the words of a step differ and one of them stands on both sides: then it did not become the other, and
    what was put in beside it or left out is no softer or harder wording of it."""
    one, other = ([w.form for w in cutting.cut(words)] for _, words in (why.one, why.other))
    return one != other and (_has(there, one) or _has(here, other))


def _has(side: Side, asked: list[str]) -> bool:
    held = [w.form for w in side.words]
    return bool(asked) and any(held[n : n + len(asked)] == asked for n in range(len(held) - len(asked) + 1))


def _side(text: Text, numbers: tuple[int, ...]) -> Side:
    return Side(text.chars, [word for n in numbers for word in text.sentences[n].words])


def _stands(text: Text, numbers: tuple[int, ...]) -> list[Stand]:
    return [stand for n in numbers for stand in text.sentences[n].stands]


def _modal(found: Sequence[Change], here: Side, there: Side, tell: Telling) -> Step | None:
    """The step between modal words, where a change is one of them for the other and both bind the same word."""
    told = [c for c in found if c.kind == "modal"]
    if len(told) != 1 or any(c.kind == "negation" for c in found):
        return None
    marks = [
        [m for m in tell.find(side.chars, span) if m.kind == "modal"]
        for side, span in ((here, told[0].a), (there, told[0].b))
    ]
    if [len(some) for some in marks] != [1, 1]:
        return None
    one, other = marks[0][0], marks[1][0]
    if not _bound(here, one.span.end) & _bound(there, other.span.end):
        return None
    return modal_step([(int(one.value), one.span.of(here.chars))], [(int(other.value), other.span.of(there.chars))])


def _bound(side: Side, at: int) -> set[str]:
    """What a modal word that ends at ``at`` binds: the telling ones of the words behind it."""
    after = [w for w in side.words if w.start >= at][:BOUND]
    return {w.form for w in after if w.kind == "han" or len(w.form) >= TELLING}


def _judged_across(one: Text, other: Text, bead: Pair, tells: tuple[Telling, Telling]) -> Pair:
    if not bead.one or not bead.other:
        return bead
    why = step(_stands(one, bead.one), _stands(other, bead.other), BLURRED)
    marks = [
        [m for n in numbers for m in tell.find(text.chars, text.sentences[n].span)]
        for text, numbers, tell in ((one, bead.one, tells[0]), (other, bead.other, tells[1]))
    ]
    told = [*bead.telling, *_numbers(one, other, bead)]
    if where := denied_once(*marks):
        told.append(("negation", where))
    sides = [(text.chars, found) for text, found in zip((one, other), marks, strict=True)]
    told += [(kind, f"“{words}” on the second side only") for kind, words in added_voices(sides[0], sides[1])]
    told += [(kind, f"“{words}” on the first side only") for kind, words in added_voices(sides[1], sides[0])]
    kind: Kind = why.way if why else ("reworded" if told or bead.score < ANSWERED else "kept")
    return Pair(
        kind, bead.one, bead.other, (), why, bead.only_one, bead.only_other, tuple(told), bead.moved, bead.score
    )


def _numbers(one: Text, other: Text, bead: Pair) -> list[tuple[str, str]]:
    """The figures of either side that nothing on the other answers to."""
    here, there = (
        [f for n in numbers for f in _figures(text, n)] for text, numbers in ((one, bead.one), (other, bead.other))
    )
    alone = [(one, f) for f in unanswered(here, there)] + [(other, f) for f in unanswered(there, here)]
    return [("number", figure.span.of(text.chars)) for text, figure in alone]


def _figures(text: Text, number: int) -> list[Figure]:
    span = text.sentences[number].span
    return [replace(f, span=f.span.shift(span.start)) for f in figures(span.of(text.chars), text.lang)]


def in_order(pairs: list[Pair]) -> list[Pair]:
    """By the first side; additions after the pair before them on the other side. Marks those that moved."""
    place = {n: pair.one[0] for pair in pairs if pair.one and pair.other for n in pair.other}

    def at(pair: Pair) -> tuple[float, int]:
        if pair.one:
            return float(pair.one[0]), 0
        before = [place[n] for n in range(pair.other[0], -1, -1) if n in place][:1]
        return (before[0] + 0.5 if before else -0.5), pair.other[0]

    ordered = sorted(pairs, key=at)
    both = [pair for pair in ordered if pair.one and pair.other]
    kept = _ascending([pair.other[0] for pair in both])
    moved = {id(pair) for n, pair in enumerate(both) if n not in kept}
    return [_moved(pair) if id(pair) in moved else pair for pair in ordered]


def _moved(pair: Pair) -> Pair:
    return replace(pair, moved=True)


def _ascending(values: Sequence[int]) -> set[int]:
    """The places of a longest rising run of values."""
    from bisect import bisect_left

    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(values)
    for n, value in enumerate(values):
        at = bisect_left(tails, value)
        before[n] = ends[at - 1] if at else -1
        if at == len(tails):
            tails.append(value)
            ends.append(n)
        else:
            tails[at], ends[at] = value, n
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept
