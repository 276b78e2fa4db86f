"""Set formulations that people accepted: which they are, and where they stand in one text.

Lives here: what accept and reject decide, and marks beside those of the packs. Not here: proposing (``trace``), the
packs' own forms (``annotate.occurrences``). The later of two decisions on a phrase holds. A phrase is looked for in
blocks of its language, in every inflection where the language has stems and the phrase two words; of overlapping
marks the longest is left, of equal ones the pack's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from onrecord.knowledge.pack import fold
from onrecord.model import SPOKEN, Dossier, Judgement, Occurrence, Span
from onrecord.model.claims import short_id
from onrecord.text.match import Matcher, stemmer, words_of

Find = Callable[[str, Span], list[tuple[Span, "Accepted"]]]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A phrase that counts: the id of its formulation (of which it was accepted as a form, else ``f`` and a hash of
    language and words), primary language, and its judgement."""

    id: str
    lang: str
    form: str
    judgement: int


def phrase_id(lang: str, form: str) -> str:
    """The id of an accepted phrase; case and width aside."""
    return short_id("f", lang, fold(form))


def decided(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The last decision on each phrase, by its id; ``judgements`` stand, in order."""
    return {phrase_id(j.detail, j.value): j for j in judgements if j.about == "formulation"}


def accepted(judgements: Iterable[Judgement]) -> tuple[Accepted, ...]:
    """The phrases that count under standing judgements."""
    last = decided(judgements)
    return tuple(Accepted(j.entity or id, j.detail, j.value, j.id) for id, j in last.items() if j.field == "accept")


def finder(known: Sequence[Accepted], lang: str) -> Find:
    """Gives every place of the phrases of a language in a span of characters."""
    own = [one for one in known if one.lang == lang.split("-")[0].lower()]
    stems = stemmer(lang)
    matchers = [Matcher({one.form: one for one in own})]
    if stems is not None:
        matchers.append(Matcher({one.form: one for one in own if len(words_of(one.form)) > 1}, stems))

    def find(chars: str, span: Span) -> list[tuple[Span, Accepted]]:
        return [hit for m in matchers if len(m) for hit in m.find(chars, span, overlapping=True)]

    return find


def laid(base: Dossier, judgements: Iterable[Judgement]) -> tuple[tuple[Occurrence, ...], tuple[int, ...]]:
    """The occurrences of a document with those of accepted phrases, and the judgements that added any."""
    known = accepted(judgements)
    if not known:
        return base.occurrences, ()
    finders = {lang: finder(known, lang) for lang in dict.fromkeys(block.lang for block in base.blocks)}
    found: dict[Occurrence, int] = {}
    for block in base.blocks:
        if block.kind in SPOKEN:
            for span, one in finders[block.lang](base.text.chars, block.span):
                found[Occurrence(one.id, one.form, span)] = one.judgement
    kept = _apart([*base.occurrences, *found])
    return tuple(kept), tuple(sorted({found[one] for one in kept if one in found}))


def _apart(marks: Sequence[Occurrence]) -> list[Occurrence]:
    """Those left when each longer one has taken its place, in order; of equal ones the first given."""
    kept: list[Occurrence] = []
    taken: set[int] = set()
    for mark in sorted(marks, key=lambda mark: mark.span.start - mark.span.end):
        places = range(mark.span.start, mark.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.span)
