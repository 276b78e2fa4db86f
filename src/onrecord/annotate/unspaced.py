"""Quotations and reported speech in languages written without spaces between words (Chinese).

Lives here: from a cue to its subject and the words reported, sentence by sentence, without a segmenter. Not here: the
words for it (``Speech``), languages with spaces (``spaced``). Rules: ``clause/after`` X表示，words; ``quote/after``
X表示：“words”; ``quote/before`` “words”，X说; ``according`` 据X透露，words; ``quote/label`` X：“words”;
``clause/goes-on`` sentences after ``clause/after`` that speak of "us" and hold no cue of their own; ``quote/goes-on``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.annotate import marks
from onrecord.annotate.found import Found, Mode
from onrecord.annotate.marks import Quoted
from onrecord.annotate.passages import TAIL, Cue, Lexicon, Sentence, lexicon, sentences, trapped
from onrecord.knowledge.language import Speech
from onrecord.model import Span
from onrecord.text.segment import ENDS

BREAKS = frozenset("，,；;。！？!?：:\n")
AFTER_CUE = frozenset("，,：: \u3000了道到")
PUNCTUATION = frozenset('，,：:“「『"')
NOT_AFTER = frozenset("的了过着起出一")
SUBJECT = 40
FEW = 8
LABEL = 20
LATER = 40  # reporting words of the same sentence that may end a report


@dataclass(slots=True)
class _State:
    """What one sentence leaves to the next: its subject, whether it reported, where the report ended."""

    subject: Span | None = None
    paragraph: int = -9
    open: bool = False
    found: list[Found] = field(default_factory=list)


def find(chars: str, paragraphs: list[Span], speech: Speech) -> tuple[list[Found], int]:
    """Everything reported in the paragraphs, in order, and how many marks were never closed."""
    lex = lexicon(speech)
    quotes, unclosed = marks.pair(chars, paragraphs, speech.marks)
    state = _State()
    for sentence in sentences(chars, paragraphs, quotes, lex):
        _read(chars, sentence, speech, lex, state)
    return state.found, unclosed


# -- reading one sentence


def _read(chars: str, sentence: Sentence, speech: Speech, lex: Lexicon, state: _State) -> None:
    begin = sentence.span.start
    done: list[Found] = []
    if state.paragraph != sentence.paragraph:
        state.open = False
    according = _according(chars, sentence, speech, lex)
    if according is not None:
        done.append(according)
        begin = according.span.end
        state.subject = according.source
    for n, cue in enumerate(sentence.cues):
        if cue.span.start < begin or (done and done[-1].span.end > cue.span.start):
            continue
        found = _from_cue(chars, sentence, cue, sentence.cues[n + 1 : n + 1 + LATER], lex, state)
        if found is not None:
            done.append(found)
            begin = found.span.end
    if not done:
        _without_cue(chars, sentence, speech, state)
        return
    state.found.extend(done)
    state.paragraph = sentence.paragraph
    state.open = done[-1].rule == "clause/after" and _opens_passage(chars, sentence, done[-1])


def _opens_passage(chars: str, sentence: Sentence, found: Found) -> bool:
    """ "X指出，..." at the start of a sentence may report more than the sentence."""
    source, cue = found.source, found.cue
    if cue is None or chars[cue.end] not in "，,：:":
        return False
    return source is not None and source.start - sentence.span.start <= TAIL and found.span.end >= sentence.span.end - 2


def _from_cue(
    chars: str, sentence: Sentence, cue: Cue, later: tuple[Cue, ...], lex: Lexicon, state: _State
) -> Found | None:
    after = cue.span.end
    if after >= sentence.span.end or chars[after] in ENDS:
        return _before(chars, sentence, cue, lex, state)
    if not _plausible(chars, cue, after):
        return None
    subject = _subject(chars, sentence, cue, lex) or (state.subject if _carried(chars, sentence, cue, lex) else None)
    if subject is None:
        return None
    start = after
    while start < sentence.span.end and chars[start] in AFTER_CUE:
        start += 1
    end = _content_end(chars, sentence, start, later, lex)
    if end - start < 2:
        return None
    state.subject = subject
    quotes = [q for q in sentence.quotes if start <= q.outer.start < end]
    parts, mode = _content(chars, Span(start, end), quotes)
    return Found((parts,), mode, "quote/after" if mode == "direct" else "clause/after", subject, cue.span)


def _plausible(chars: str, cue: Cue, after: int) -> bool:
    follows = chars[after]
    if follows in PUNCTUATION:
        return True
    if cue.doubtful or len(cue.span) == 1:
        return len(cue.span) == 1 and follows not in NOT_AFTER and not follows.isspace() and not cue.doubtful
    return follows not in NOT_AFTER


def _content(chars: str, span: Span, quotes: list[Quoted]) -> tuple[Span, Mode]:
    if quotes and quotes[0].outer.start == span.start and quotes[0].outer.end >= span.end - 1:
        return quotes[0].inner, "direct"
    return span, "mixed" if any(len(q.inner) >= FEW for q in quotes) else "indirect"


def _content_end(chars: str, sentence: Sentence, start: int, later: tuple[Cue, ...], lex: Lexicon) -> int:
    """The end of the words: the sentence's, or the comma before the next attribution."""
    end = sentence.span.end
    edge, seen = -1, start
    for cue in later:
        edge = max(edge, *(chars.rfind(c, seen, cue.span.start) for c in "，；,;"))
        seen = cue.span.start
        if edge <= start:
            continue
        between = _stripped(chars, Span(edge + 1, cue.span.start), lex)
        if cue.span.end >= sentence.span.end or not _plausible(chars, cue, cue.span.end):
            continue
        said_again = cue.span.start - edge > 1
        if (not len(between) and said_again) or between.of(chars) in lex.pronouns or chars[edge] in "；;":
            end = edge
            break
    while end > start and (chars[end - 1] in ENDS or chars[end - 1].isspace() or chars[end - 1] in "，；,;"):
        end -= 1
    return end


# -- subjects


def _subject(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon) -> Span | None:
    """The words from the beginning of the clause to the cue, without connectives before and prepositions after."""
    start = _clause_start(chars, sentence, cue.span.start)
    while True:
        span = _stripped(chars, Span(start, cue.span.start), lex)
        if 1 <= len(span) <= SUBJECT:
            return span if len(span) > 1 or span.of(chars) in lex.pronouns else None
        if start <= sentence.span.start or len(span) > SUBJECT:
            return None
        previous = _clause_start(chars, sentence, start - 1)
        found = _stripped(chars, Span(previous, start - 1), lex)
        return found if 2 <= len(found) <= SUBJECT and len(found) < start - 1 - previous else None


def _carried(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon) -> bool:
    start = _clause_start(chars, sentence, cue.span.start)
    return not len(_stripped(chars, Span(start, cue.span.start), lex))


def _clause_start(chars: str, sentence: Sentence, at: int) -> int:
    begin = at
    while begin > sentence.span.start and chars[begin - 1] not in BREAKS:
        begin -= 1
        if at - begin > 4 * SUBJECT:
            break
    return begin


def _stripped(chars: str, span: Span, lex: Lexicon) -> Span:
    """A clause cut down to its subject."""
    start, end = span.start, span.end
    start = _skip(chars, start, end, lex.openers)
    for stop in lex.stops:
        at = chars.find(stop, start + 2, end)
        if at >= 0 and not trapped(chars, stop, at, lex):
            end = at
    changed = True
    while changed:
        changed = False
        for word in lex.auxiliaries:
            if end - len(word) >= start and chars.startswith(word, end - len(word)):
                end -= len(word)
                changed = True
        while end > start and (chars[end - 1].isspace() or chars[end - 1] in '”」』"）)*'):
            end -= 1
            changed = True
    for tail in lex.tails:
        if chars[start:end].endswith(tail):
            end -= len(tail)
    return Span(start, max(start, end))


def _skip(chars: str, start: int, end: int, words: tuple[str, ...]) -> int:
    changed = True
    while changed:
        changed = False
        while start < end and (chars[start].isspace() or chars[start] in "*”」』、"):
            start += 1
        for word in words:
            if chars.startswith(word, start, end):
                start += len(word)
                changed = True
                break
    return start


# -- without a cue after the subject


def _before(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon, state: _State) -> Found | None:
    """ "“words”，X说。" """
    quotes = [q for q in sentence.quotes if q.outer.end <= cue.span.start]
    if not quotes or cue.stance or cue.span.start - quotes[-1].outer.end > SUBJECT:
        return None
    start = quotes[-1].outer.end
    while start < cue.span.start and chars[start] in BREAKS:
        start += 1
    subject = _stripped(chars, Span(start, cue.span.start), lex)
    if not len(subject):
        return None
    state.subject = subject
    return Found((quotes[-1].inner,), "direct", "quote/before", subject, cue.span)


def _according(chars: str, sentence: Sentence, speech: Speech, lex: Lexicon) -> Found | None:
    start = _skip(chars, sentence.span.start, sentence.span.end, lex.openers)
    opening = next((w for w in speech.according if chars.startswith(w, start)), None)
    comma = chars.find("，", start, sentence.span.end)
    comma = chars.find(",", start, sentence.span.end) if comma < 0 else comma
    if opening is None or comma < 0 or comma - start > SUBJECT:
        return None
    clause = Span(start + len(opening), comma)
    ending = [(clause.of(chars).rfind(w), w) for w in speech.according_ends if w in clause.of(chars)]
    if not ending:
        return None
    at, word = max(ending, key=lambda pair: (pair[0] + len(pair[1]), len(pair[1])))
    source = Span(clause.start, clause.start + at) if at > 0 else Span(clause.start, clause.start + len(word))
    source = Span(source.start, source.end - (chars[source.end - 1] == "的")) if len(source) > 1 else source
    end = sentence.span.end
    while end > comma + 1 and (chars[end - 1] in ENDS or chars[end - 1].isspace()):
        end -= 1
    if end - comma < FEW:
        return None
    cue = Span(clause.start + at, clause.start + at + len(word))
    return Found((Span(comma + 1, end),), "indirect", "according", source, cue)


def _without_cue(chars: str, sentence: Sentence, speech: Speech, state: _State) -> None:
    span = sentence.span
    covered = sum(len(q.outer) for q in sentence.quotes)
    if sentence.quotes and covered * 2 > len(span):
        label = _label(chars, sentence)
        follows = label is None and bool(state.found) and sentence.paragraph - state.paragraph <= 1
        if label is not None or follows:
            rule = "quote/label" if label is not None else "quote/goes-on"
            state.found.extend(
                Found((q.inner,), "direct", rule, label, follows=follows)
                for q in sentence.quotes
                if len(q.inner) >= FEW
            )
            state.paragraph = sentence.paragraph
        return
    if state.open and state.found and any(word in span.of(chars) for word in speech.own):
        last = state.found[-1]
        end = span.end
        while end > span.start and (chars[end - 1] in ENDS or chars[end - 1].isspace()):
            end -= 1
        if end > last.span.end:
            state.found[-1] = Found(
                (Span(last.span.start, end),), last.mode, "clause/goes-on", last.source, last.cue, last.follows
            )
        return
    state.open = False


def _label(chars: str, sentence: Sentence) -> Span | None:
    first = sentence.quotes[0].outer.start
    text = chars[sentence.span.start : first].rstrip()
    if text[-1:] in "：:" and 1 < len(text) <= LABEL:
        start = sentence.span.start + len(text) - len(text.lstrip(" *\u3000"))
        return Span(start, sentence.span.start + len(text) - 1)
    return None
