"""Alignment of the sentences of two texts that say the same: in two languages, or in one.

Lives here: a pure function from sentences to beads. Not here: cutting sentences (``text.segment``), word lists
(``knowledge.lexicons``), what a pair of sentences changed (``compare``).

The line: sentences -> units (``units``) -> what translates what (``lexicon``, ``names``, ``priors``) -> anchors (the
ascending path of likest pairs) -> the best row of beads in a band about them (``kernels.paths``) -> a better table
learned from these beads (``learn``), and again -> the words that carried each (``explain``).

The score of a bead is the log of how much likelier it is under translation than by chance: the prior of its shape,
its lengths, and for each word how well the other side explains it against how common it is. A sentence without an
answer costs the prior of none, so omissions and insertions come out of the same search.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.text.align.embedding import Embed
from onrecord.text.align.found import Alignment, Bead, Link, Place
from onrecord.text.align.lexicon import Lexicon, lexicon
from onrecord.text.align.settings import DEFAULT, Settings
from onrecord.text.align.similar import best_pairs, likeness, margins

__all__ = [
    "DEFAULT",
    "Alignment",
    "Bead",
    "Embed",
    "Lexicon",
    "Link",
    "Place",
    "Settings",
    "align",
    "align_all",
    "best_pairs",
    "lexicon",
    "likeness",
    "margins",
]

Texts = tuple[Sequence[str], Sequence[str]]


def align(
    one: Sequence[str],
    other: Sequence[str],
    words: Lexicon,
    settings: Settings = DEFAULT,
    *,
    explain: bool = True,
    embed: Embed | None = None,
) -> Alignment:
    """Align two rows of sentences in the languages of ``words``; every sentence of both is in exactly one bead.

    ``embed``, a model that gives vectors of sentences, is one more reason for a bead beside its words. ``explain``
    finds the words that carried each bead, which takes a third of the time.

    >>> german = lexicon(("de", "en"), given=[("Haus", "house"), ("Katze", "cat")])
    >>> found = align(["Das Haus.", "Die Katze!"], ["Rain fell on 3 of 14 days.", "The house.", "The cat."], german)
    >>> [(bead.one, bead.other) for bead in found.beads]
    [((), (0,)), ((0,), (1,)), ((1,), (2,))]
    """
    return align_all([(one, other)], words, settings, explain=explain, embed=embed)[0]


def align_all(
    texts: Sequence[Texts],
    words: Lexicon,
    settings: Settings = DEFAULT,
    *,
    explain: bool = True,
    embed: Embed | None = None,
) -> list[Alignment]:
    """Align many pairs of texts at once: what the words of each teach serves all."""
    from onrecord.text.align.rounds import run  # loads the compiler: only those who align pay for it

    return run(texts, words, settings, explain=explain, embed=embed)
