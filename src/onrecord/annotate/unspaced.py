"""Quotations and reported speech in languages written without spaces between words (Chinese).

Lives here: from a cue to its subject and the words reported, sentence by sentence, without a segmenter. Not here: the
words for it (``Speech``), languages with spaces (``spaced``). Rules: ``clause/after`` X表示，words; ``quote/after``
X表示：“words”; ``quote/before`` “words”，X说; ``according`` 据X透露，words; ``quote/label`` X：“words”;
``clause/goes-on`` sentences after ``clause/after`` that speak of "us" and hold no cue of their own; ``quote/goes-on``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from onrecord.annotate import clause_heads, marks
from onrecord.annotate.clause_heads import BREAKS, SUBJECT
from onrecord.annotate.found import Found, Mode
from onrecord.annotate.marks import Quoted
from onrecord.annotate.passages import TAIL, Cue, Lexicon, Sentence, lexicon, sentences
from onrecord.knowledge.language import Speech
from onrecord.model import Span
from onrecord.text.segment import ENDS

AFTER_CUE = frozenset("，,：: \u3000了道")
PUNCTUATION = frozenset('，,：:“「『"')
QUOTING = tuple("：:“「『")
NOT_AFTER = frozenset("的了过着起出一")
NOT_BEFORE = frozenset("的被个项份以")
POINTING = ("这一", "那一", "这项", "该项", "这些", "上述", "任何", "有关", "相关")
COMMAS = frozenset("，,")
COLONS = frozenset("：:")
SIDE = "方"
AT = "在"
AND = ("并", "且", "而且")
AT_IT = "对此"
DENIALS = ("予以否认", "表示否认", "否认", "坚决否认", "矢口否认", "断然否认", "予以驳斥", "不予置评", "没有回应")
SIDE_SIGNS = 4  # the signs of a state or a side ("X方")
FEW = 8
FEWEST = 4
LABEL = 20
LISTENER = 12  # signs of whom words are told to
LATER = 40  # reporting words of the same sentence that may end a report


@dataclass(slots=True)
class _State:
    """What one sentence leaves to the next: its subject, whether it reported, whether the report may go on (``open``)
    and does so to the end of its paragraph, which it opened (``whole``), and a quotation that is all of it
    (``alone``)."""

    subject: Span | None = None
    paragraph: int = -9
    open: bool = False
    whole: bool = False
    alone: Quoted | None = None
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
    if state.alone is not None and state.alone.outer.end != begin:
        state.alone = None
    if state.paragraph != sentence.paragraph:
        state.open = state.whole = False
    according = _according(chars, sentence, speech, lex)
    if according is not None:
        done.append(according)
        begin = according.span.end
        state.subject = according.source
    inner: list[Found] = []
    for n, cue in enumerate(sentence.cues):
        if done and done[-1].mode != "direct" and done[-1].parts[-1].covers(cue.span):
            inner.extend(_inner(chars, sentence, n, lex, done[-1]))
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
    state.found.extend(sorted([*inner, *done], key=lambda f: f.span) if inner else done)
    state.paragraph = sentence.paragraph
    state.open = done[-1].rule == "clause/after" and _opens_passage(chars, sentence, done[-1])
    state.whole = state.open and opens and not _is_brief(chars, done[-1], lex)


def _inner(chars: str, sentence: Sentence, n: int, lex: Lexicon, outer: Found) -> list[Found]:
    """A report inside the words of another: "据X报道，Y表示，words", of somebody who is named there, behind a comma or
    a colon."""
    cue = sentence.cues[n]
    told = cue.span.of(chars) in lex.addressed
    if cue.span == outer.cue or (chars[cue.span.end : cue.span.end + 1] not in PUNCTUATION and not told):
        return []
    found = _from_cue(chars, sentence, cue, sentence.cues[n + 1 : n + 1 + LATER], lex, _State())
    if found is None or found.source is None or not outer.parts[-1].covers(found.source):
        return []
    sure = not cue.doubtful or chars[cue.span.end] in COLONS or told
    adverb = chars[found.source.end : cue.span.start].strip()
    if not sure and not (cue.span.of(chars) in lex.plain and adverb.startswith(lex.auxiliaries)):
        return []  # "X说，" behind no adverb: "曾说", "此前称"
    source = found.source.of(chars)
    own = source in lex.pronouns or any(word in source for word in lex.own) or (len(source) == 2 and source[1] == SIDE)
    own = own or source.startswith(AND)
    return [] if own or not outer.parts[-1].covers(found.span) else [replace(found, rule="inner/after")]


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
    if not _plausible(chars, cue, after, lex, alone=clause_heads.is_alone(chars, sentence, cue, lex)):
        return None
    subject = clause_heads.subject(chars, sentence, cue, lex) or (
        state.subject if clause_heads.is_carried(chars, sentence, cue, lex) else None
    )
    if subject is None:
        return None
    start = after
    while start < sentence.span.end and chars[start] in AFTER_CUE:
        start += 1
    start = _past_listener(chars, _past_second_cue(chars, start, later), sentence, cue, lex)
    end = _content_end(chars, sentence, start, cue, later, lex, subject)
    fewest = 2 if chars[after] in PUNCTUATION else FEW if cue.doubtful else FEWEST
    if end - start < fewest or _is_term(chars, sentence, start):
        return None
    state.subject = subject
    quotes = [q for q in sentence.quotes if start <= q.outer.start < end]
    words, mode = _content(chars, Span(start, end), quotes)
    first = _first_half(chars, sentence, subject, lex, state) if chars[after] in COMMAS else None
    if first is not None and (mode == "direct" or not quotes):
        follows = mode == "direct"
        state.whole = False
        parts = (first, words) if follows else (first,)
        return Found(parts, "direct", "quote/split" if follows else "quote/before", subject, cue.span)
    return Found((words,), mode, "quote/after" if mode == "direct" else "clause/after", subject, cue.span)


def _first_half(chars: str, sentence: Sentence, subject: Span, lex: Lexicon, state: _State) -> Span | None:
    """The quotation right before a subject: the first half of "“words，”X说，“words。”", also at the end of a
    sentence."""
    alone = state.alone
    if alone is not None and alone.outer.end == sentence.span.start == subject.start:
        if state.found and state.found[-1].follows and state.found[-1].parts == (alone.inner,):
            state.found.pop()
        return alone.inner
    before = next((q for q in reversed(sentence.quotes) if q.outer.end <= subject.start), None)
    if before is None or not before.closed:
        return None
    between = clause_heads.skip(chars, before.outer.end, subject.start, lex.openers)
    while between < subject.start and (chars[between] in BREAKS or chars[between].isspace()):
        between += 1
    return before.inner if between == subject.start and len(before.inner) >= FEWEST else None


def _past_second_cue(chars: str, start: int, later: tuple[Cue, ...]) -> int:
    """After "祝愿并相信": where the words begin behind a second cue."""
    if later and later[0].span.start == start + 1 and chars[start] in "并和及":
        start = later[0].span.end
        while start < len(chars) and chars[start] in AFTER_CUE:
            start += 1
    return start


def _past_listener(chars: str, start: int, sentence: Sentence, cue: Cue, lex: Lexicon) -> int:
    """After "告诉记者，": where the words begin behind the one they are told to."""
    if cue.span.of(chars) not in lex.addressed:
        return start
    stop = min(sentence.span.end, start + LISTENER)
    at = next((i for i in range(start, stop) if chars[i] in BREAKS or chars[i] in QUOTING), -1)
    if at <= start:
        return start
    while at < sentence.span.end and chars[at] in AFTER_CUE:
        at += 1
    return at


def _plausible(chars: str, cue: Cue, after: int, lex: Lexicon, *, alone: bool) -> bool:
    """True when a cue can report what follows it; ``alone``: its clause has no subject of its own."""
    if cue.span.start and chars[cue.span.start - 1] in NOT_BEFORE:
        return False
    follows = chars[after]
    if cue.doubtful and chars.endswith(POINTING, 0, cue.span.start):
        return False  # "这一提议，": a noun
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


def _answered(chars: str, span: Span, subject: Span) -> int:
    """Where "，Y对此…" begins, Y no part of whose words these are: what another says of what is reported; else -1.
    A speaker who is no side by himself may report what his own side says of something."""
    at = chars.rfind(AT_IT, span.start, span.end)
    comma = max(chars.rfind(mark, span.start, at) for mark in COMMAS) if at > 0 else -1
    other = chars[comma + 1 : at].removesuffix("则").removesuffix("却")
    denies = chars.startswith(DENIALS, at + len(AT_IT))
    side = len(subject) <= SIDE_SIGNS
    if comma < 0 or not 2 <= len(other) <= SUBJECT or other[0] == chars[subject.start] or not (side or denies):
        return -1
    return comma if other[:1] not in "我这那并" else -1


def _content_end(
    chars: str, sentence: Sentence, start: int, first: Cue, later: tuple[Cue, ...], lex: Lexicon, subject: Span
) -> int:
    """The end of the words: the sentence's, or the comma before the next attribution."""
    end = sentence.span.end
    answered = _answered(chars, Span(start, end), subject)
    end = answered if answered > start else end
    edge, seen = -1, start
    for cue in later:
        edge = max(edge, *(chars.rfind(c, seen, cue.span.start) for c in "，；,;"))
        seen = cue.span.start
        if edge <= start:
            continue
        between = clause_heads.stripped(chars, Span(edge + 1, cue.span.start), lex)
        if cue.span.end >= sentence.span.end or not _plausible(chars, cue, cue.span.end, lex, alone=not len(between)):
            continue
        said_again = cue.span.start - edge > 1
        said = between.of(chars)
        if (
            (not len(between) and said_again)
            or (said in lex.pronouns and said not in lex.own)
            or chars[edge] in "；;"
            or _is_another(chars, Span(edge + 1, cue.span.start), said, lex)
            or (first.stance and cue.stance and said[1:] == SIDE and said[0] != chars[subject.start])
        ):
            end = edge
            break
    while end > start and (chars[end - 1] in ENDS or chars[end - 1].isspace() or chars[end - 1] in "，；,;"):
        end -= 1
    return end


def _is_another(chars: str, clause: Span, said: str, lex: Lexicon) -> bool:
    """True for "但X认为" and "X则表示": a word of contrast, and somebody else who is named."""
    if len(said) < 2 or any(word in said for word in lex.own) or said[1:] == SIDE:
        return False
    return chars.startswith(lex.contrasts, clause.start) or chars[: clause.end].endswith(lex.contrasts)


# -- without a cue after the subject


def _before(chars: str, sentence: Sentence, cue: Cue, lex: Lexicon, state: _State) -> Found | None:
    """ "“words”，X说。" """
    quotes = [q for q in sentence.quotes if q.outer.end <= cue.span.start]
    if not quotes or cue.stance or cue.span.start - quotes[-1].outer.end > SUBJECT:
        return None
    start = quotes[-1].outer.end
    while start < cue.span.start and chars[start] in BREAKS:
        start += 1
    subject = clause_heads.stripped(chars, Span(start, cue.span.start), lex)
    if not len(subject):
        return None
    state.subject = subject
    return Found((quotes[-1].inner,), "direct", "quote/before", subject, cue.span)


def _according(chars: str, sentence: Sentence, speech: Speech, lex: Lexicon) -> Found | None:
    start = clause_heads.skip(chars, sentence.span.start, sentence.span.end, lex.openers)
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
        whole = sentence.quotes[-1]
        state.alone = whole if label is None and whole.outer == sentence.span and whole.closed else None
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
