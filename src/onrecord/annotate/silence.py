"""Who refuses to tell, and so says nothing and takes no stance: "declined to comment", "refused to give details".

Lives here: ``kept``, over the tokens of any reader. Not here: the words (``Syntax``).
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon

OBJECT = 3  # tokens after the verb in which what is refused stands ("declined further comment")
NEAR = 6  # the same after "to give"


def kept(low: list[str], cue: int, lex: Lexicon) -> bool:
    """True when the verb at token ``cue`` refuses to tell; False for every other verb."""
    syntax = lex.syntax
    if low[cue] not in syntax.refuses:
        return False
    at = cue + 1
    while at < len(low) and lex.is_auxiliary(low[at]):
        at += 1
    if at >= len(low) or low[at] not in lex.infinitive:
        return _names_words(low, at, OBJECT, lex)
    at += 1
    while at < len(low) and (lex.is_auxiliary(low[at]) or low[at] in syntax.be):
        at += 1
    if at >= len(low) or low[at] in syntax.tellings:
        return True
    return low[at] in syntax.givings and _names_words(low, at + 1, NEAR, lex)


def _names_words(low: list[str], at: int, far: int, lex: Lexicon) -> bool:
    """True when something that is told stands in the ``far`` tokens from ``at`` on, before a mark."""
    for word in low[at : at + far]:
        if word in lex.syntax.told_things:
            return True
        if not word[0].isalnum() or word in lex.infinitive:
            return False
    return False
