"""Clauses of paragraphs written without spaces between words.

Lives here: where a clause begins and ends. Not here: what it says (``unspaced``). A clause ends at a comma, colon,
semicolon or the end of a sentence; commas inside titles and brackets and inside short quotations end none; a pause mark
ends one when a verb of policy follows it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.positions.lexis import Lexis
from onrecord.model import Span
from onrecord.text.segment import ENDS

COMMAS = frozenset("，,；;：:\n")
OPEN = {"《": "》", "（": "）", "(": ")", "〈": "〉"}
QUOTES = {"“": "”", "「": "」", "『": "』"}
EDGES = frozenset(" \t\r\n\u3000\xa0，,；;：:。！？!?、“”「」『』*—…-–")
_SIGNS = ENDS | COMMAS | frozenset("、") | OPEN.keys() | QUOTES.keys()
ADJECTIVES = tuple("强快高好全大小多少新优准稳")
SHORT = 14
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause without its punctuation. ``first``: it opens a sentence; ``mark`` is the character that ends it."""

    span: Span
    first: bool
    mark: str


def cut(chars: str, paragraph: Span, lex: Lexis) -> list[Clause]:
    """The clauses of a paragraph, in order, in linear time; ``chars`` are the characters in the lexis's script."""
    found: list[Clause] = []
    start, first, shut, closer = paragraph.start, True, -1, ""
    for at in range(paragraph.start, paragraph.end):
        char = chars[at]
        if char not in _SIGNS or at < shut:
            continue
        if char in OPEN or char in QUOTES:
            closer = OPEN.get(char) or QUOTES[char]
            close = chars.find(closer, at + 1, min(paragraph.end, at + LONGEST))
            noun = char in OPEN or close - at < SHORT or chars[close + 1 : close + 2] == "的"
            if close > 0 and noun and not (char in QUOTES and chars[close - 1] in ENDS):
                shut = close
            continue
        if char in ENDS or char in COMMAS or (char == "、" and _verb(chars, at + 1, paragraph.end, lex)):
            _add(found, chars, Span(start, at), first, char)
            first = char in ENDS or char == "\n" or (first and start == at)
            start = at + 1
    _add(found, chars, Span(start, paragraph.end), first, "")
    return found


def _verb(chars: str, at: int, end: int, lex: Lexis) -> bool:
    """A verb of policy with an object after it stands here, and no noun of the same form."""
    row = lex.works.at(chars, at, end) if at < end else None
    if row is None:
        return False
    after = chars[at + len(row[0]) : at + len(row[0]) + 1]
    return chars[at - 2 : at - 1] not in ADJECTIVES and after not in (
        "",
        "、",
        "，",
        ",",
        "。",
        "；",
        "等",
        "和",
        "与",
        "及",
        "的",
        "之",
        "工",
        "能",
        "机",
        "体",
        "制",
        "方",
    )


def _add(found: list[Clause], chars: str, span: Span, first: bool, mark: str) -> None:
    start, end = span.start, span.end
    while start < end and chars[start] in EDGES:
        start += 1
    while end > start and chars[end - 1] in EDGES:
        end -= 1
    if start < end:
        found.append(Clause(Span(start, end), first, mark))
