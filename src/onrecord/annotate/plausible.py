"""Whether a phrase that a rule took for a speaker can be one.

Lives here: the one guard that every mention of a quotation passes: a name, an office, a pronoun, a body or a noun for
who speaks, and no fragment of a sentence. Not here: finding mentions (``finite``, ``subjects``, ``unspaced``), who they
are (``cast``). A phrase is refused for what it holds, never for what it names.
"""

from __future__ import annotations

from functools import lru_cache

from onrecord.annotate import cues, mention
from onrecord.annotate.cues import Lexicon
from onrecord.knowledge.language import Language, Speech

APOSTROPHES = "'’"
MARKS = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("«", "»"))
DATE_SIGNS = ("年", "月", "日")
RELATIVE = "的"  # after a cue: it tells of the noun that follows
INSTRUMENT = "以"  # "by means of" before a phrase; in short words a part of names
SHORT = 3
PLURAL = ("们", "們")
CUE_SIZE = 2  # signs from which a Chinese cue inside a mention tells that it is a clause


def can_speak(printed: str, language: Language) -> bool:
    """True unless the phrase is a fragment of a sentence."""
    if any(printed.count(left) != printed.count(right) for left, right in MARKS):
        return False
    if not language.spaced:
        return _unspaced(printed, language.speech)
    lex = cues.lexicon(language.speech, language.calendar)
    words = [w for w in (word.strip(mention.EDGES + '"“”') for word in printed.split()) if w]
    if not words or not lex.syntax.verbs:
        return bool(words)
    low = [w.lower() for w in words]
    return not (_opens_wrong(low, lex) or _holds_verb(words, low, lex) or _is_bare(words, low, lex))


def _opens_wrong(low: list[str], lex: Lexicon) -> bool:
    """True for "Who" alone and for a phrase behind a preposition or a conjunction ("Over the past years")."""
    if len(low) == 1:
        return low[0] in lex.complementizers or low[0] in lex.syntax.relatives or low[0] in lex.syntax.be
    if low[0] not in lex.stops or low[0] in lex.determiners:
        return False
    counted = low[1][:1].isdigit() or low[1] in lex.syntax.counting or low[1] in lex.offices
    return not counted and low[0] not in lex.complementizers


def _holds_verb(words: list[str], low: list[str], lex: Lexicon) -> bool:
    """True for a finite verb outside a relative clause, a pronoun with a verb written on ("we’ve"), or an object."""
    for i, word in enumerate(low):
        if word in lex.complementizers or word in lex.syntax.relatives or word in lex.plain:
            return False
        if words[i][1:] != word[1:] or (words[i] != word and i):
            continue
        if not i and len(words) > 1 and word != words[0] and words[1][:1].isupper():
            continue
        if word in lex.syntax.finite or word in lex.syntax.be or (i and word in lex.syntax.objective):
            return word != "may" or words[i] == word
        head = min((word.find(a) for a in APOSTROPHES if a in word), default=-1)
        if head > 0 and len(low) > 1 and word[:head] in lex.pronouns | lex.first:
            return True
    return False


def _is_bare(words: list[str], low: list[str], lex: Lexicon) -> bool:
    """True for an adjective, an adverb or a participle without a noun ("most basic", "usually", "their financial")."""
    if any(w[:1].isupper() for w in words[1:]) or (words[0][:1].isupper() and low[0] not in lex.determiners):
        return False
    if lex.is_person(low[0]) and len(low) == 1:
        return False
    if any(w in lex.joins for w in low) or any(w in lex.offices for w in low):
        return False
    last = low[-1]
    if last in lex.syntax.speakers or last in lex.syntax.quantifiers or last in lex.indefinites:
        return False
    if last in lex.honorifics:
        return False
    if len(low) == 1 or low[0] == "most":
        return not last.endswith("s") or last.endswith(("ss", "ous"))
    return last.endswith(tuple(lex.syntax.adjectival))


def _unspaced(printed: str, speech: Speech) -> bool:
    if printed[-1:] in DATE_SIGNS and printed[-2:-1].isdecimal():
        return False
    if printed in speech.things or _is_clause(printed, speech):
        return False
    if printed.endswith(speech.offices) and not any(p in printed for p in speech.particles):
        return True
    if any(p in printed for p in speech.particles) or (len(printed) > 1 and printed.endswith(speech.unfinished)):
        return False
    verbs = [cue for cue in _sure_cues(speech) if cue in printed and cue + RELATIVE not in printed]
    return not verbs or all(any(v in t and t in printed for t in speech.traps) for v in verbs)


def _is_clause(printed: str, speech: Speech) -> bool:
    """True behind a verb, an adverb or a preposition, and for a plural pronoun that owns nothing ("我们看到")."""
    if printed.startswith(speech.unnamed):
        return True
    if printed.startswith(INSTRUMENT) and len(printed) > SHORT and not printed.startswith(speech.traps):
        return not any(office in printed for office in speech.offices)
    plural = (p for p in (*speech.pronouns, *speech.first) if len(p) > 1 and p.endswith(PLURAL))
    return any(p in printed and p != printed and p + RELATIVE not in printed for p in plural)


@lru_cache(maxsize=8)
def _sure_cues(speech: Speech) -> tuple[str, ...]:
    """Cues that are verbs wherever they stand: a mention that holds one is a clause."""
    doubtful = frozenset(speech.doubtful)
    return tuple(w for w in (*speech.say, *speech.think) if len(w) >= CUE_SIZE and w not in doubtful)
