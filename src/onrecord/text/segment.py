"""Sentences: the only place that cuts text into them.

Lives here: cutting one stretch. Not here: paragraphs (``structure.paragraphs``), words. Alphabetic scripts are cut by
sentencex (abbreviations of 244 languages), Chinese and Japanese by the rule below: a sentence ends at a full stop,
question or exclamation mark and the closing marks after it; “...。”他说 goes on. A line end always ends a sentence
unless the caller hands in wrapped text with ``wrapped=True``.
"""

from __future__ import annotations

from onrecord.model import Span

ENDS = frozenset("。！？!?…")
ANY_ENDS = ENDS | frozenset(".؟")
CLOSERS = frozenset("”’」』）)】》\"'")
LINE_ENDS = "\n\r\u2028\u2029"
SAYING = (
    "说",
    "說",
    "表示",
    "称",
    "稱",
    "指出",
    "强调",
    "強調",
    "道",
    "问",
    "問",
    "写道",
    "寫道",
    "补充",
    "補充",
    "认为",
    "認為",
    "告诉",
    "告訴",
)
SAYER = 14  # characters within which a saying verb after a closed quotation keeps the sentence open
CHUNK = 20_000  # characters handed to sentencex at once


def segment(chars: str, lang: str, span: Span | None = None, *, wrapped: bool = False) -> list[Span]:
    """Cut ``chars`` (or ``span`` of it) into sentences that tile it: each begins where the one before ended.

    White space after a sentence belongs to it. Total: any text gives an answer, in linear time.

    >>> text = "The U.S. side agreed. Dr. Reed did not."
    >>> [s.of(text) for s in segment(text, "en")]
    ['The U.S. side agreed. ', 'Dr. Reed did not.']
    >>> text = "“我们反对。”他说。会议结束。"
    >>> [s.of(text) for s in segment(text, "zh-Hans")]
    ['“我们反对。”他说。', '会议结束。']
    """
    whole = span or Span(0, len(chars))
    spans: list[Span] = []
    for line in _lines(chars, whole, wrapped):
        spans.extend(_han(chars, line) if lang.startswith(("zh", "ja")) else _spelled(chars, line, lang))
    return spans


def sentences(chars: str, lang: str, span: Span | None = None, *, wrapped: bool = False) -> list[Span]:
    """The sentences without the white space around them; empty ones left out."""
    trimmed = (_trim(chars, s) for s in segment(chars, lang, span, wrapped=wrapped))
    return [s for s in trimmed if len(s)]


def is_end(mark: str) -> bool:
    """True for one mark that can end a sentence in any script; whether a full stop only shortens a word is for the
    caller to see.

    >>> [is_end(mark) for mark in ("?", "؟", "。", ".", ",", "")]
    [True, True, True, True, False, False]
    """
    return mark in ANY_ENDS


def _trim(chars: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and chars[start].isspace():
        start += 1
    while end > start and chars[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _lines(chars: str, whole: Span, wrapped: bool) -> list[Span]:
    """Stretches up to and with their line ends; wrapped text is cut at blank lines only."""
    lines: list[Span] = []
    start = at = whole.start
    while at < whole.end:
        if chars[at] in LINE_ENDS:
            begin = at
            while at < whole.end and chars[at].isspace():
                at += 1
            if not wrapped or chars.count("\n", begin, at) > 1:
                lines.append(Span(start, at))
                start = at
        else:
            at += 1
    return [*lines, Span(start, whole.end)] if start < whole.end else lines


def _han(chars: str, line: Span) -> list[Span]:
    spans: list[Span] = []
    start = at = line.start
    while at < line.end:
        if chars[at] not in ENDS or _decimal(chars, at, line):
            at += 1
            continue
        while at < line.end and chars[at] in ENDS:
            at += 1
        closed = at
        while at < line.end and chars[at] in CLOSERS:
            at += 1
        if at > closed and _said(chars[at : at + SAYER]):
            continue
        while at < line.end and chars[at].isspace():
            at += 1
        spans.append(Span(start, at))
        start = at
    return [*spans, Span(start, line.end)] if start < line.end else spans


def _decimal(chars: str, at: int, line: Span) -> bool:
    """ "?" and "!" between Latin letters or digits (an address) end nothing."""
    return (
        chars[at] in "!?"
        and line.start < at < line.end - 1
        and chars[at - 1].isascii()
        and chars[at + 1].isascii()
        and chars[at + 1].isalnum()
    )


def _said(following: str) -> bool:
    """True when what follows a closed quotation says who said it."""
    for i, c in enumerate(following):
        if c in ENDS or c in LINE_ENDS or c in "“「『":
            return False
        if following.startswith(SAYING, i):
            return i > 0
    return False


def _spelled(chars: str, line: Span, lang: str) -> list[Span]:
    from sentencex import get_sentence_boundaries

    spans: list[Span] = []
    start = line.start
    while start < line.end:
        end = _chunk_end(chars, start, line.end)
        text = chars[start:end]
        try:
            cuts = [int(b["end_index"]) for b in get_sentence_boundaries(lang.split("-")[0], text)]
        except (ValueError, RuntimeError, UnicodeEncodeError):
            cuts = []
        at = 0
        for cut in [*cuts, len(text)]:
            if at < cut <= len(text) and not (cut < len(text) and _initial(text, cut)):
                spans.append(Span(start + at, start + cut))
                at = cut
        start = end
    return spans


def _initial(text: str, cut: int) -> bool:
    """True when what ends at ``cut`` is one capital with a stop ("M. Lefort"): a title or an initial."""
    at = cut
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at >= 2 and text[at - 1] == "." and text[at - 2].isupper() and (at == 2 or text[at - 3] in " (\n")


def _chunk_end(chars: str, start: int, end: int) -> int:
    """A place near ``CHUNK`` characters on where a cut does no harm: after a space if there is one."""
    if end - start <= CHUNK:
        return end
    space = chars.rfind(" ", start + CHUNK // 2, start + CHUNK)
    return space + 1 if space > 0 else start + CHUNK
