"""Which linked translations hold a phrase, and where it stands in their aligned sentences.

Lives here: the statements that are read, aligned all together, and the pairs that have the phrase. Not here: what is
told of each rendering (``rendered``), which statements are translations (``linking``), decisions (``phrasing``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set

from onrecord import judge
from onrecord.knowledge import Knowledge
from onrecord.knowledge.pack import fold
from onrecord.model import Span
from onrecord.record import folding, tracing
from onrecord.record.comparing import Compared, side
from onrecord.record.rendered import Between, Renderings, Spots, rendered
from onrecord.store import Store
from onrecord.store.phrases import Use
from onrecord.text.align import align_all, lexicon
from onrecord.text.align.competing import Field
from onrecord.text.align.counterparts import pairing
from onrecord.text.fold import primary

MOST_LINKS = 500  # translations of one language that are read for a phrase, the best links first

_Names = dict[tuple[str, str], list[tuple[str, str]]]  # languages -> (statement, its translation or original)


def renderings(store: Store, know: Knowledge, phrase: str, into: str = "") -> list[Renderings]:
    """What renders a phrase in each language that translations of its statements are in (``into``: in one language).

    ``phrase`` is a form of a formulation, looked for in that form's language, or its id, then in the originals of
    translations, or any words. The most pairs first; empty when no linked translation holds it.
    """
    with store.view():
        id, uses = tracing.named(store, know, phrase)
        folding.refresh(store, know)
        linked = _linked(store, _from(store, know, phrase), into, {use.statement for use in uses})
        found = [_rendered(_read(store, know, langs, names), (phrase, id), uses) for langs, names in linked.items()]
    return _ordered(found)


def every(store: Store, know: Knowledge, into: str = "", top: int = 50) -> list[Renderings]:
    """The same for the ``top`` formulations that most pairs hold, of those which packs or people know."""
    with store.view():
        folding.refresh(store, know)
        standing, _ = judge.active(store.judgements())
        names = {one.id: one.form for one in reversed(judge.accepted(standing))}
        names |= {f.id: f.forms.preferred("en") or f.id for pack in know.packs for f in pack.formulas}
        ids = dict.fromkeys(id for id, _, _ in store.known_formulations())
        uses = {id: store.uses(id) for id in ids}
        found = []
        for langs, pairs in _linked(store, None, into, None).items():
            between = _read(store, know, langs, pairs)
            found += [_rendered(between, (names.get(id, id), id), some) for id, some in uses.items()]
    return _ordered(found)[:top]


def _ordered(found: Sequence[Renderings]) -> list[Renderings]:
    return sorted((one for one in found if one.pairs), key=lambda one: (-one.pairs, one.phrase, one.lang, one.into))


def _from(store: Store, know: Knowledge, phrase: str) -> frozenset[str] | None:
    """The languages in which packs or people have the phrase as a form; empty for other words, None for an id."""
    formula, taken = tracing.known(know, phrase), tracing.accepted(store, phrase)
    if phrase in (formula and formula.id, taken and taken.id):
        return None
    forms = formula.forms.by_lang if formula else [(taken.lang, (taken.form,))] if taken else []
    return frozenset(primary(lang) for lang, some in forms if fold(phrase) in map(fold, some))


def _linked(store: Store, langs: frozenset[str] | None, into: str, holding: Set[str] | None) -> _Names:
    """Linked translations, best links first: those of statements ``holding`` something (None: all) in ``langs`` (empty:
    in any language); without ``langs``, for an id, which stands in all languages, those of originals."""
    links = [one for one in store.links() if one.kind == "translation"]
    named = store.origins.named({name for link in links for name in (link.one, link.other)})
    spoken = {one.statement: primary(one.lang) for one in named}
    found: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for link in sorted(links, key=lambda one: -one.score):
        for here, there in ((link.other, link.one), (link.one, link.other))[: 1 if langs is None else 2]:
            if not {here, there} <= spoken.keys() or (holding is not None and here not in holding):
                continue
            one, other = spoken[here], spoken[there]
            if one != other and (not into or other == primary(into)) and (not langs or one in langs):
                found[one, other].append((here, there))
    return found


def _read(store: Store, know: Knowledge, langs: tuple[str, str], names: Sequence[tuple[str, str]]) -> Between:
    """The statements, aligned all together: what the words of each teach serves all."""
    read = names[:MOST_LINKS]
    held = {name: side(store.statement(name), know) for name in dict.fromkeys(x for pair in read for x in pair)}
    sides = [(held[one], held[other]) for one, other in read]
    words, cut = lexicon(langs, know), [_sentences(pair) for pair in sides]
    beads = [(n, bead) for n, one in enumerate(align_all(cut, words)) for bead in one.pairs]
    within = Field([pairing(bead, *cut[n]) for n, bead in beads], words)
    texts = {one.statement: tracing.text_of(one) for one in store.origins.named({other for _, other in read})}
    return Between(langs, sides, beads, within, texts, len(names) - len(read))


def _sentences(pair: tuple[Compared, Compared]) -> tuple[list[str], list[str]]:
    one, other = ([s.span.of(x.text.chars) for s in x.text.sentences] for x in pair)
    return one, other


def _rendered(between: Between, named: tuple[str, str | None], uses: Sequence[Use]) -> Renderings:
    by_statement: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_statement[use.statement].append(use)
    spots = _spots(between, by_statement)
    marks = {number: mark for number in spots if (mark := _mark(between, number, by_statement))}
    return rendered(between, named, spots, marks)


def _spots(between: Between, uses: Mapping[str, Sequence[Use]]) -> Spots:
    """Number of a pair of sentences -> the first use in it, and its place in the joined text of its first side."""
    found: dict[int, tuple[Use, tuple[int, int]]] = {}
    for number, (n, bead) in enumerate(between.beads):
        one = between.sides[n][0]
        at = 0
        for sentence in bead.one:
            span = one.text.sentences[sentence].span
            inside = [u for u in uses.get(one.statement.id, ()) if span.covers(Span(u.start, u.end))]
            if inside and number not in found:
                use = min(inside, key=lambda u: u.start)
                found[number] = use, (at + use.start - span.start, at + use.end - span.start)
            at += len(span) + 1
    return found


def _mark(between: Between, number: int, uses: Mapping[str, Sequence[Use]]) -> Use | None:
    """The first use of the formulation in the second side of a pair."""
    n, bead = between.beads[number]
    other = between.sides[n][1]
    spans = [other.text.sentences[sentence].span for sentence in bead.other]
    inside = [
        u for u in uses.get(other.statement.id, ()) if any(span.covers(Span(u.start, u.end)) for span in spans)
    ]  # fmt: skip
    return min(inside, key=lambda u: u.start, default=None)
