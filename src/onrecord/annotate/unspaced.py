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
AFTER_CUE = frozenset("，,：: \u3000了道")
PUNCTUATION = frozenset('，,：:“「『"')
QUOTING = tuple("：:“「『")
NOT_AFTER = frozenset("的了过着起出一")
NOT_BEFORE = frozenset("的被个项份以")
SIDE = "方"
AT = "在"
DAYS = frozenset("日月年号")
SUBJECT = 40
FEW = 8
FEWEST = 4
ADVERBS = frozenset("也已曾还又均")
LONG = 80
LABEL = 20
LATER = 40  # reporting words of the same sentence that may end a report


@dataclass(slots=True)
class _State:
    """What one sentence leaves to the next: its subject, whether it reported, whether the report may go on (``open``)
    and does so to the end of its paragraph, which it opened (``whole``)."""

    subject: Span | None = None
    paragraph: int = -9
    open: bool = False
    whole: bool = False
    found: list[Found] = field(default_factory=list)


def find(chars: str, paragraphs: list[Span], speech: Speech) -> tuple[list[Found], int]:
    """Everything reported in the paragraphs, in order, and how many marks were never closed."""
    lex = lexicon(speech)
    quotes, unclosed = marks.pair(chars, paragraphs, speech.marks)
    state = _State()
    for sentence in sentences(chars, paragraphs, quotes, lex):
        opens = sentence.span.start <= paragraphs[sentence.paragraph].start
        _read(chars, sentence, speech, lex, state, opens=opens)
    return state.found, unclosed


# -- reading one sentence


def _read(chars: str, sentence: Sentence, speech: Speech, lex: Lexicon, state: _State, *, opens: bool) -> None:
    begin = sentence.span.start
    done: list[Found] = []
    if state.paragraph != sentence.paragraph:
        state.open = state.whole = False
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
    if done and state.open and _is_inside(chars, done[0], lex, whole=state.whole):
        done = []
    if not done:
        _without_cue(chars, sentence, lex, state)
        return
    state.found.extend(done)
    state.paragraph = sentence.paragraph
    state.open = done[-1].rule == "clause/after" and _opens_passage(chars, sentence, done[-1])
    state.whole = state.open and opens and not _is_brief(chars, done[-1], lex)


def _is_brief(chars: str, found: Found, lex: Lexicon) -> bool:
    return found.cue is not None and found.cue.of(chars) in lex.brief


def _is_inside(chars: str, found: Found, lex: Lexicon, *, whole: bool) -> bool:
    """True for what the speaker of an open passage says of his own side ("我们相信", "中方认为")."""
    source = found.source.of(chars) if found.source else ""
    return any(word in source for word in lex.own) or (whole and len(source) == 2 and source[1] == SIDE)


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
    if not _plausible(chars, cue, after, lex, alone=_is_alone(chars, sentence, cue, lex)):
        return None
    subject = _subject(chars, sentence, cue, lex) or (state.subject if _carried(chars, sentence, cue, lex) else None)
    if subject is None:
        return None
    start = after
    while start < sentence.span.end and chars[start] in AFTER_CUE:
        start += 1
    start = _past_second_cue(chars, start, later)
    end = _content_end(chars, sentence, start, later, lex)
    fewest = 2 if chars[after] in PUNCTUATION else FEW if cue.doubtful else FEWEST
    if end - start < fewest or _is_term(chars, sentence, start):
        return None
    state.subject = subject
    quotes = [q for q in sentence.quotes if start <= q.outer.start < end]
    parts, mode = _content(chars, Span(start, end), quotes)
    return Found((parts,), mode, "quote/after" if mode == "direct" else "clause/after", subject, cue.span)


def _past_second_cue(chars: str, start: int, later: tuple[Cue, ...]) -> int:
    """After "祝愿并相信": where the words begin behind a second cue."""
    if later and later[0].span.start == start + 1 and chars[start] in "并和及":
        start = later[0].span.end
        while start < len(chars) and chars[start] in AFTER_CUE:
            start += 1
    return start


def _plausible(chars: str, cue: Cue, after: int, lex: Lexicon, *, alone: bool) -> bool:
    """True when a cue can report what follows it; ``alone``: its clause has no subject of its own."""
    if cue.span.start and chars[cue.span.start - 1] in NOT_BEFORE:
        return False
    follows = chars[after]
    if follows in PUNCTUATION:
        return True
    if follows in "过了" and chars[after + 1 : after + 2] in QUOTING:
        return True
    if follows in NOT_AFTER:
        return False
    return not cue.doubtful or (alone and (cue.stance or cue.span.of(chars) in lex.bare))


def _is_term(chars: str, sentence: Sentence, start: int) -> bool:
    """True when what follows a cue is a quotation that only names something ("提出“…”的原则")."""
    quote = next((q for q in sentence.quotes if q.outer.start == start), None)
    return quote is not None and chars[quote.outer.end : quote.outer.end + 1] in ("的", "等")


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
        if cue.span.end >= sentence.span.end or not _plausible(chars, cue, cue.span.end, lex, alone=not len(between)):
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
    """The words from the beginning of the clause to the cue, without connectives before and prepositions after; where
    the clause has none, those of a clause before it."""
    start = _clause_start(chars, sentence, cue.span.start)
    span = _stripped(chars, Span(start, cue.span.start), lex)
    longest = LONG if chars[span.start : span.end].endswith("》") else SUBJECT
    if len(span):
        gap = chars[span.end : cue.span.start]
        if len(span) > longest or (any(verb in gap for verb in lex.objects) and not any(c in gap for c in "时后中上")):
            return None
        return _named(chars, span, lex)
    while start > sentence.span.start:
        end = start - 1
        start = _clause_start(chars, sentence, end)
        found = _stripped(chars, Span(start, end), lex)
        if chars.startswith((*lex.auxiliaries, *lex.stops), found.start):
            continue
        cut = _before_adverb(chars, Span(found.start, end), lex)
        if 2 <= len(cut) <= SUBJECT and len(cut) < end - start and _named(chars, cut, lex):
            return cut
    return None


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


def _carried(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon) -> bool:
    start = _clause_start(chars, sentence, cue.span.start)
    return not len(_stripped(chars, Span(start, cue.span.start), lex))


def _is_alone(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon) -> bool:
    """True for a cue without a subject in a clause that does not open the sentence."""
    start = _clause_start(chars, sentence, cue.span.start)
    return start > sentence.span.start and not len(_stripped(chars, Span(start, cue.span.start), lex))


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
        while end > start and (chars[end - 1].isspace() or chars[end - 1] in '”」』"）)*'):
            end -= 1
            changed = True
    for tail in lex.tails:
        if chars[start:end].endswith(tail):
            end -= len(tail)
    return Span(start, max(start, _without_day(chars, start, end)))


def _without_day(chars: str, start: int, end: int) -> int:
    """Where a subject ends before the day it is followed by ("泽连斯基17日")."""
    at = end
    if at - 1 > start and chars[at - 1] in DAYS and chars[at - 2].isdigit():
        at -= 1
        while at > start and (chars[at - 1].isdigit() or chars[at - 1] in DAYS):
            at -= 1
    return at if at > start + 1 else end


def _skip(chars: str, start: int, end: int, words: tuple[str, ...]) -> int:
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
    ending = [(clause.of(chars).rfind(w), w) for w in _endings(opening, speech) if w in clause.of(chars)]
    if not ending and clause.of(chars).endswith("》") and opening != AT:
        ending = [(len(clause), "")]
    if not ending:
        return None
    at, word = max(ending, key=lambda pair: (pair[0] + len(pair[1]), len(pair[1])))
    if at == 0 and word in lex.bare and clause.start + len(word) < comma:
        return None
    source = Span(clause.start, clause.start + at) if at > 0 else Span(clause.start, clause.start + len(word))
    source = Span(source.start, source.end - (chars[source.end - 1] == "的")) if len(source) > 1 else source
    end = sentence.span.end
    while end > comma + 1 and (chars[end - 1] in ENDS or chars[end - 1].isspace()):
        end -= 1
    if end - comma < FEW:
        return None
    cue = Span(clause.start + at, clause.start + at + len(word)) if word else Span(start, clause.start)
    return Found((Span(comma + 1, end),), "indirect", "according", source, cue)


def _endings(opening: str, speech: Speech) -> tuple[str, ...]:
    """What may close a source after its opening word: "在X" only "看来"."""
    return tuple(w for w in speech.according_ends if opening != AT or w.endswith("看来"))


def _without_cue(chars: str, sentence: Sentence, lex: Lexicon, state: _State) -> None:
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
    if state.open and state.found and _goes_on(chars, span, lex, state):
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


def _goes_on(chars: str, span: Span, lex: Lexicon, state: _State) -> bool:
    """True when a sentence without a cue belongs to the report before it."""
    text = span.of(chars).lstrip()
    return state.whole or text.startswith(lex.onward) or any(word in text for word in lex.own)


def _label(chars: str, sentence: Sentence) -> Span | None:
    first = sentence.quotes[0].outer.start
    text = chars[sentence.span.start : first].rstrip()
    if text[-1:] in "：:" and 1 < len(text) <= LABEL:
        start = sentence.span.start + len(text) - len(text.lstrip(" *\u3000"))
        return Span(start, sentence.span.start + len(text) - 1)
    return None
