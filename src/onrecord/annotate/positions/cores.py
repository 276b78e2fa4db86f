"""The noun phrase in the words before a verb, for languages whose verbs show who speaks.

Lives here: words before a subject that are no part of it ("en este contexto la Unión", "в свою очередь президент"), and
words that hold a verb of their own and so are no subject. Not here: where a subject stands (``inflected_holder``), whom
it names (``naming``).
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.naming import Names
from onrecord.annotate.positions.subject import Tokens
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch

LONG = 4  # letters that a verb told by its ending has more than
ADJECTIVES = ("ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие")


def core(view: Stretch, lex: Lexicon, tab: Table, names: Names, tokens: Tokens) -> Tokens | None:
    """The tokens of a subject without what leads up to it; None when there is none in them."""
    first, last = tokens
    low = view.words.low
    if tab.articles:
        return (first + 1, last) if last - first > 1 and lex.frames.get(low[first]) == "say" else tokens
    if low[first] in tab.own or low[first] in lex.pronouns or low[first].replace("’", "'").partition("'")[0] in tab.own:
        return tokens
    if any(_is_verb(view, lex, tab, at) for at in range(first + 1, last)):
        return None
    led = first
    while led < last - 1 and low[led] in lex.auxiliaries | lex.openers and low[led] not in lex.determiners:
        led += 1
    if not (tab.negators | lex.passives).isdisjoint(low[first:led]):  # "no todo el partido"
        return None
    if low[led] not in lex.prepositions:
        bare = last - led == 1 and led > first and not view.capital(led) and low[led] not in tab.actors
        return None if bare else (led, last)  # "кроме того"
    begins = (at for at in range(led + 1, last) if _opens(view, lex, tab, names, led, at))
    begin = next(begins, -1)
    return (begin, last) if begin > 0 else None


def _is_verb(view: Stretch, lex: Lexicon, tab: Table, at: int) -> bool:
    word = view.words.low[at]
    if view.capital(at):
        return False
    endings = tuple(form[1:] for form in lex.again if form.startswith("-"))
    past = bool(endings) and len(word) > LONG and word.endswith(endings)
    said = lex.frames.get(word) in ("say", "think") and word not in lex.doubtful
    return past or said or word in tab.passives or word in lex.passives or word in lex.reflexives


def _opens(view: Stretch, lex: Lexicon, tab: Table, names: Names, led: int, at: int) -> bool:
    """True where a noun phrase begins behind another: at an article, or at an actor in the case of subjects."""
    low = view.words.low
    before = low[at - 1]
    if not lex.oblique:
        tied = before in lex.prepositions or lex.is_join(before) or lex.is_determiner(before)
        return at > led + 1 and lex.is_determiner(low[at]) and not tied and not lex.is_join(low[at])
    if at == led + 1:
        return False
    if low[at].endswith(ADJECTIVES) and at + 1 < len(low):
        return _is_actor(view, lex, tab, names, at + 1)
    return _is_actor(view, lex, tab, names, at)


def _is_actor(view: Stretch, lex: Lexicon, tab: Table, names: Names, at: int) -> bool:
    """True for an actor in the nominative: no ending of another case, no genitive of a noun that is listed too."""
    word = view.words.low[at]
    if view.capital(at) and names.known(at, at + 1) is not None:
        return True
    if word not in tab.actors | tab.offices or word.endswith((*lex.oblique, "ии")):
        return False
    return not (word.endswith(("а", "я")) and word[:-1] in tab.actors | tab.offices)
