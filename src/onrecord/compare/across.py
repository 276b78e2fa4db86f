"""A quotation located in another language: which sentences it may translate, and what they do not bear out.

Lives here: choosing among sentences, and the bar that a translation has to pass. Not here: words that translate each
other (``text.align``), which sentences there are (``record``).

A quotation's words are weighed against each sentence; the likest few are aligned with it one by one, by what is known
of both languages alone: pairs that are mostly wrong would teach that their words answer each other. ``sure`` is the
share of telling words that have an answer, on the poorer side (``covered``), with the logs of how far the likeness
stands out from the next ones (or from ``USUAL`` where few are held) and of how many words have an answer; unlike
lengths and numbers of one side take away from it. In a small record the likest sentence stands out by chance, so the
words with an answer must be enough by themselves (``OWN``, ``MANY``). Weights, bar and floors were chosen on 300
quotations of held sentences and 300 strangers of the same news in English, Chinese and Spanish, the floors also on 32
answers to invented quotations (``docs/measured/verify.md``). A number of the quotation that the place does not have is
a change; a negation on one side only is told; all other words without an answer are shown and not judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from onrecord.compare.figures import figures, unanswered
from onrecord.compare.polarity import FIRST, denied_once
from onrecord.compare.telling import Telling
from onrecord.model import Span
from onrecord.text.align import Bead, Lexicon, align_all, likeness
from onrecord.text.align.settings import LENGTHS, Settings
from onrecord.text.align.units import Units

BAR = 1.0
OWN, MANY = 0.15, 1.1  # least share and least weight of words with an answer, however much a pair stands out
COVERED, APART, AMOUNT = 2.9, 0.8, 0.35  # the share answered, standing out from other sentences, the amount answered
USUAL = 0.1  # likeness of sentences that have nothing to do with each other, at least
ONCE = Settings(rounds=1)
LENGTH = 0.52  # what a length that is e times the usual one takes away
ABSENT, ALONE, SHARED = 0.26, 0.39, 0.21  # numbers missing there, numbers there only, each of two numbers shared
FEW = 3  # sentences that are looked at closely
NEXT = 4  # sentences that a likeness is held against


@dataclass(frozen=True, slots=True)
class Located:
    """The sentence (its number) that a quotation answers to, how sure that is, the words of the quotation that nothing
    there answers to, the numbers of the quotation that it does not have, and on which side alone a negation stands."""

    sentence: int
    sure: float
    uncovered: tuple[Span, ...]
    numbers: tuple[Span, ...]
    covered: float = 0.0
    answered: float = 0.0  # weight of the words with an answer
    denied: str = ""
    noes: tuple[Span, ...] = ()  # the words that deny, on that side
    names: tuple[Span, ...] = ()  # states that the quotation names, where the sentence names others in their stead

    @property
    def passes(self) -> bool:
        """True when it is sure enough to say so, and on words enough."""
        return self.sure >= BAR and self.covered >= OWN and self.answered >= MANY


def locate(
    quotations: Sequence[str],
    sentences: Sequence[str],
    words: Lexicon,
    tells: tuple[Telling, Telling] | None = None,
    cut: list[Units] | None = None,
) -> list[Located | None]:
    """For each quotation its best sentence among those of another language; ``words`` and ``tells`` are of both, in
    that order. Without ``tells`` negations are not looked at; numbers and negations only of a pair that passes.
    ``cut`` are the units of the sentences where the caller has them."""
    if not quotations or not sentences:
        return [None] * len(quotations)
    like = likeness(quotations, sentences, words, (None, cut))
    chosen = [np.argsort(-row, kind="stable")[:FEW].tolist() for row in like]
    pairs = [([one], [sentences[n]]) for one, few in zip(quotations, chosen, strict=True) for n in few]
    beads = iter(align_all(pairs, words, ONCE))
    found: list[Located | None] = []
    for one, few, row in zip(quotations, chosen, like, strict=True):
        rest = np.sort(row)[::-1][1 : NEXT + 1]
        made = []
        for n in few:
            both = next(iter(next(beads).pairs), None)
            if both is None:
                continue
            apart = float(row[n]) / max(float(rest.mean()) if len(rest) else 0.0, USUAL)
            bare = tuple(Span(place.start, place.end) for place in both.bare_one)
            sure, covered, answered = sureness(both, log(apart + 1e-3), (one, sentences[n]), words)
            made.append(Located(n, round(sure, 3), bare, (), round(covered, 3), round(answered, 3)))
        best = max(made, key=lambda x: x.sure, default=None)
        found.append(_told(one, sentences[best.sentence], best, words, tells) if best and best.passes else best)
    return found


def sureness(both: Bead, apart: float, wordings: tuple[str, str], words: Lexicon) -> tuple[float, float, float]:
    """How sure it is that one wording translates the other, with the share of telling words and the weight of words
    that have an answer; ``apart`` is the log of how far their likeness stands out."""
    answered, covered = sum(link.weight for link in both.links), min(both.covered)
    sure = COVERED * covered + APART * apart + AMOUNT * log(answered + 0.1)
    return sure + _weighed(*wordings, words), covered, answered


def _weighed(quotation: str, sentence: str, words: Lexicon) -> float:
    """What lengths and numbers say for or against a pair."""
    here, there = figures(quotation, words.langs[0]), figures(sentence, words.langs[1])
    missing, alone = unanswered(here, there), unanswered(there, here)
    shared = sum(f.digits for f in here) - len(missing)
    usual = [
        max(1, len(w) - w.count(" ")) / LENGTHS.get(x, 1.0)
        for w, x in zip((quotation, sentence), words.langs, strict=True)
    ]
    against = LENGTH * abs(log(usual[0] / usual[1])) + ABSENT * bool(missing) + ALONE * bool(alone)
    return SHARED * min(2, shared) - against


def _told(
    quotation: str, sentence: str, located: Located, words: Lexicon, tells: tuple[Telling, Telling] | None
) -> Located:
    """What the place does not bear out: numbers, and a negation on one side."""
    missing = unanswered(figures(quotation, words.langs[0]), figures(sentence, words.langs[1]))
    denied, noes = "", tuple[Span, ...]()
    if tells:
        marks = [t.find(w, Span(0, len(w))) for t, w in zip(tells, (quotation, sentence), strict=True)]
        denied = denied_once(*marks)
        side = marks[0 if denied == FIRST else 1]
        noes = tuple(m.span for m in side if m.kind in ("negation", "besides")) if denied else ()
    names = _other_states(quotation, sentence, tells) if tells else ()
    return replace(located, numbers=tuple(f.span for f in missing), denied=denied, noes=noes, names=names)


def _other_states(quotation: str, sentence: str, tells: tuple[Telling, Telling]) -> tuple[Span, ...]:
    """The names of states in a quotation that the sentence does not name, where it names as many others in their stead;
    else nothing: a translator may put a name for "our side", or leave it out."""
    here, there = (tell.states(words) for tell, words in zip(tells, (quotation, sentence), strict=True))
    mine, theirs = {id for id, _ in here}, {id for id, _ in there}
    if not mine - theirs or len(mine - theirs) != len(theirs - mine):
        return ()
    return tuple(span for id, span in here if id not in theirs)
