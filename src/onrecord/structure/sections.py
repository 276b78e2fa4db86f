"""Step 10: headings inside a text.

Lives here: short lines that head what follows. Not here: the page's own headline (``opening``). Ordinals of Chinese
official papers (一、（一） 第一条) number clauses of the text and stay text.
"""

from __future__ import annotations

from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import fold
from onrecord.text.detect import is_han

MOST, HAN_MOST = 110, 48
STOPS = ".!?。！？…:：;；,，—–-؟،"
CLAUSE = "一二三四五六七八九十百第（("


def mark(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Label section headings."""
    spoken = any(p.mention for p in passages)
    numbered: list[Passage] = []
    for i, passage in enumerate(passages):
        if passage.kind or passage.sort:
            continue
        if passage.mark == "heading":
            passage.decide("headline", "heading_mark", "section")
            continue
        if passage.end - passage.start > MOST or passage.mark in ("bullet", "quote", "cell"):
            continue
        line = sheet.of(passage)
        if _bold(line) or _contents(sheet, line) or (not spoken and _heads(sheet, passages, i, line)):
            passage.decide("headline", "section_heading", "section", 0.7)
            if line[0].isdigit():
                numbered.append(passage)
    if len(numbered) >= 2:
        _siblings(sheet, passages)
    return passages


def _contents(sheet: Sheet, line: str) -> bool:
    """ "Contents", "报告目录": the heading of a list of headings."""
    words = fold(line)
    return len(words) <= 24 and words.endswith(tuple(sheet.rules.words["contents"]))


def _bold(line: str) -> bool:
    """A whole line in bold Markdown, without the stop of a sentence."""
    if not (line.startswith(("**", "__")) and line.endswith(("**", "__")) and len(line) > 5):
        return False
    bare = line.strip("*_ ").replace("<u>", "").replace("</u>", "")
    return bool(bare) and "**" not in line[2:-2] and bare[-1] not in STOPS and "](" not in line


def _heads(sheet: Sheet, passages: list[Passage], i: int, line: str) -> bool:
    """A short line without a stop, above a paragraph that is longer than it."""
    line = line.strip("*_ ")
    if len(line) < 2 or "](" in line:
        return False
    last, han = line[-1], is_han(line[len(line) // 2])
    if last in STOPS or last in "，、" or len(line) > (HAN_MOST if han else MOST) or line[0] in CLAUSE:
        return False
    if line[0] in ".,;-–—|" or len(line) < 3:
        return False
    if not (line[0].isupper() or line[0].isdigit() or is_han(line[0]) or not line[0].isalpha() or _caseless(line[0])):
        return False
    if i + 1 >= len(passages) or passages[i].lines > 3:
        return False
    following = passages[i + 1]
    if sheet.wrap and not line.isupper() and not _set_apart(sheet, passages, i, line):
        return False
    if following.kind not in ("", "source") or (following.mark == "bullet" and line[0].isdigit()):
        return False
    length = following.end - following.start
    if length < max(1.5 * len(line), 40 if han else 90):
        return False
    before = passages[i - 1] if i else None
    return before is None or bool(before.kind) or sheet.chars[before.end - 1] in "." + STOPS + '”")）。」'


def _set_apart(sheet: Sheet, passages: list[Passage], i: int, line: str) -> bool:
    """In a wrapped text a line that ends early may be the end of a sentence: a heading stands alone and starts anew."""
    following = passages[i + 1]
    first = sheet.chars[following.start]
    alone = passages[i].gap != 1 or following.gap != 1 or line[0].isdigit() or ". " in line[:5]
    return alone and not first.islower() and len(line) <= 80 and ". " not in line[5:] and line[0] not in ".,"


def _caseless(char: str) -> bool:
    return char.isalpha() and char.upper() == char.lower()


def _siblings(sheet: Sheet, passages: list[Passage]) -> None:
    """A numbered short line like the numbered headings before it is one too, even at the very end of a text."""
    for passage in passages:
        if passage.kind or passage.end - passage.start > MOST:
            continue
        line = sheet.of(passage)
        if line[0].isdigit() and line[-1] not in STOPS and not passage.mark:
            passage.decide("headline", "numbered_like_headings", "section", 0.6)
