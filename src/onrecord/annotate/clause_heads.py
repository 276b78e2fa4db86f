"""Who does the saying where no spaces set words apart: the words of a clause before its cue.

Lives here: a clause cut down to its subject, without connectives before and prepositions, adverbs and days after. Not
here: what a cue reports (``unspaced``), who that is (``cast``).
"""

from __future__ import annotations

from onrecord.annotate.passages import Cue, Lexicon, Sentence, trapped
from onrecord.model import Span

BREAKS = frozenset("，,；;。！？!?：:\n")
DAYS = frozenset("日月年号")
SUBJECT = 40
ADVERBS = frozenset("也已曾还又均则則亦")
LONG = 80
DATELINE = 24  # signs of an agency, a place and a day before "电"
WIRED = ("电 ", "电\u3000", "讯 ", "讯\u3000")
CITED = "的话"
OPEN, SHUT = "（(", "）)"
AND = "并"
ASIDE = 24  # signs of an aside in brackets


def subject(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon) -> Span | None:
    """The words from the beginning of the clause to the cue, without connectives before and prepositions after; where
    the clause has none, those of a clause before it."""
    start = _clause_start(chars, sentence, cue.span.start)
    if chars.startswith(CITED, cue.span.start):
        return _cited(chars, Span(start, cue.span.start), lex)
    span = stripped(chars, Span(start, cue.span.start), lex)
    span = _before_act(chars, span, cue, lex)
    longest = LONG if chars[span.start : span.end].endswith("》") else SUBJECT
    if len(span):
        gap = chars[span.end : cue.span.start]
        if len(span) > longest or (any(verb in gap for verb in lex.objects) and not any(c in gap for c in "时后中上")):
            return None
        return _named(chars, span, lex)
    while start > sentence.span.start:
        end = start - 1
        start = _clause_start(chars, sentence, end)
        found = stripped(chars, Span(start, end), lex)
        if chars.startswith((*lex.auxiliaries, *lex.stops), found.start):
            continue
        cue_at = min((c.span.start for c in sentence.cues if found.start < c.span.start < end), default=end)
        cut = _before_adverb(chars, Span(found.start, cue_at), lex)
        if 2 <= len(cut) <= SUBJECT and len(cut) < end - start and _named(chars, cut, lex):
            return cut
    return None


def _before_act(chars: str, span: Span, cue: Cue, lex: Lexicon) -> Span:
    """The subject of two conjoined verbs ("X坚决反对并敦促…"): the words before the first of them."""
    if AND not in chars[span.end : cue.span.start]:
        return span
    places = [chars.find(act, span.start + 2, span.end) for act in lex.acts]
    at = min((at for at in places if at > 0), default=-1)
    return stripped(chars, Span(span.start, at), lex) if at > 0 else span


def _cited(chars: str, span: Span, lex: Lexicon) -> Span | None:
    """ "X援引Y的话说": Y, whose words they are."""
    begin = max((chars.rfind(w, span.start, span.end) + len(w) for w in lex.citing if w in span.of(chars)), default=-1)
    return _named(chars, Span(begin, span.end), lex) if 0 < begin < span.end else None


def _past_dateline(chars: str, start: int, end: int, lex: Lexicon) -> int:
    """Behind an agency and a place that open a clause ("某某社港城电 X表示")."""
    stop = min(end, start + DATELINE)
    at = max(chars.rfind(mark, start, stop) for mark in WIRED)
    return at + 2 if at > 0 and any(sign in chars[start:at] for sign in lex.wires) else start


def _named(chars: str, span: Span, lex: Lexicon) -> Span | None:
    """A subject that can be one: two characters or a pronoun, no clause with a word that opens or ends another."""
    text = span.of(chars)
    if text in lex.pronouns:
        return span
    if len(text) < 2 or text.startswith(lex.heads) or text[-1] in "了着过的" or text.isdigit():
        return None
    return span


def _before_adverb(chars: str, span: Span, lex: Lexicon) -> Span:
    """The subject of a clause with another verb: the words before its first adverb or preposition."""
    end = span.end
    for word in (*lex.stops, *lex.auxiliaries):
        at = chars.find(word, span.start + 2, end) if len(word) > 1 or word in ADVERBS or word in lex.stops else -1
        if at >= 0 and not trapped(chars, word, at, lex):
            end = at
    return Span(span.start, end)


def is_carried(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon) -> bool:
    """True for a cue whose clause has no subject: that of the clause before goes on."""
    start = _clause_start(chars, sentence, cue.span.start)
    return not len(stripped(chars, Span(start, cue.span.start), lex))


def is_alone(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon) -> bool:
    """True for a cue without a subject in a clause that does not open the sentence."""
    start = _clause_start(chars, sentence, cue.span.start)
    return start > sentence.span.start and not len(stripped(chars, Span(start, cue.span.start), lex))


def _clause_start(chars: str, sentence: Sentence, at: int) -> int:
    begin = at
    while begin > sentence.span.start and chars[begin - 1] not in BREAKS:
        begin -= 1
        if at - begin > 4 * SUBJECT:
            break
    return begin


def stripped(chars: str, span: Span, lex: Lexicon) -> Span:
    """A clause cut down to its subject."""
    start, end = span.start, span.end
    start = skip(chars, _past_dateline(chars, start, end, lex), end, lex.openers)
    signs = set(chars[start + 2 : end])
    for stop in lex.stops:
        at = chars.find(stop, start + 2, end) if stop[0] in signs else -1
        if at >= 0 and not trapped(chars, stop, at, lex):
            end = at
    changed = True
    while changed:
        changed = False
        for word in lex.auxiliaries if chars.endswith(lex.auxiliaries, start, end) else ():
            if end - len(word) >= start and chars.startswith(word, end - len(word)):
                end -= len(word)
                changed = True
        aside = _aside(chars, start, end)
        changed, end = changed or aside < end, aside
        while end > start and (chars[end - 1].isspace() or chars[end - 1] in '”」』"）)*'):
            end -= 1
            changed = True
    for tail in lex.tails:
        if chars[start:end].endswith(tail):
            end -= len(tail)
    return Span(start, max(start, _without_day(chars, start, end)))


def _aside(chars: str, start: int, end: int) -> int:
    """Where a subject ends before words in brackets: a day in figures, letters of a name ("今天（4月3日）")."""
    if end - start < 2 or chars[end - 1] not in SHUT:
        return end
    opening = max(chars.rfind(mark, max(start, end - ASIDE), end - 1) for mark in OPEN)
    return opening if opening > start + 1 else end


def _without_day(chars: str, start: int, end: int) -> int:
    """Where a subject ends before the day it is followed by ("泽连斯基17日")."""
    at = end
    if at - 1 > start and chars[at - 1] in DAYS and chars[at - 2].isdigit():
        at -= 1
        while at > start and (chars[at - 1].isdigit() or chars[at - 1] in DAYS):
            at -= 1
    return at if at > start + 1 else end


def skip(chars: str, start: int, end: int, words: tuple[str, ...]) -> int:
    """Where a clause begins behind white space, closing marks and some opening words."""
    changed = True
    while changed:
        changed = False
        while start < end and (chars[start].isspace() or chars[start] in "*”」』、"):
            start += 1
        for word in words if chars.startswith(words, start, end) else ():
            if chars.startswith(word, start, end):
                start += len(word)
                changed = True
                break
    return start
