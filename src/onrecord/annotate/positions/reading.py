"""One sentence while its stances are read.

Lives here: the working state that the readers of frames share, and the way to add to it. Not here: the rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions import clauses
from onrecord.annotate.positions.clauses import Sentence
from onrecord.annotate.positions.stand import Stand
from onrecord.annotate.positions.subject import Tokens, Verb
from onrecord.annotate.positions.table import Cue, Table
from onrecord.annotate.positions.who import Holder, Holders
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge.stance import StanceWord


@dataclass(slots=True)
class Reading:
    """One sentence while it is read. ``scope``: tokens before it belong to the cue read last; ``last`` is the subject
    that a verb without one goes on with; ``waiting`` are verbs whose target is that of the next; ``closed`` is where
    the clause of the verb before ends, which no later subject reaches over, and ``about`` its object."""

    view: Stretch
    lex: Lexicon
    tab: Table
    sentence: Sentence
    verbs: frozenset[int]
    holders: Holders
    lone: bool
    scope: int = 0
    last: Tokens | None = None
    closed: int = 0
    about: Tokens | None = None
    waiting: list[tuple[Cue, StanceWord, Verb, Holder, int]] = field(default_factory=list)
    found: list[Stand] = field(default_factory=list)


def add(
    reading: Reading,
    cue: Cue,
    word: StanceWord,
    around: Verb,
    holder: Holder,
    span: Tokens,
    target: Tokens,
    rule: str,
    number: int = 0,
    towards: Tokens | None = None,
) -> None:
    """Record one stance; of a list, the members after the first have their own first word as cue."""
    words = reading.view.words
    target = clauses.trimmed(reading.view, reading.tab, *target) if target[1] > target[0] else target
    first, last = span
    if last <= first:
        first, last = min(first, cue.first), max(last, cue.end)
    act = word.act
    negated = around.negated
    if negated and word.negated_act:
        act, negated = word.negated_act, False
    own = number > 0 and rule != "stance/verb"
    mark = words.span(target[0], target[0] + 1) if own else words.span(cue.first, cue.end)
    about = words.span(*target) if target[1] > target[0] else None
    reading.found.extend(
        Stand(
            words.span(min(first, cue.first) if number == 0 else first, max(last, cue.end) if number == 0 else last),
            mark,
            word,
            act,
            rule,
            holder=None,
            target=about,
            negated=negated,
            step=around.step,
            who=who,
            to=reading.holders.towards(towards, target, holder),
        )
        for who in holder.all
    )
