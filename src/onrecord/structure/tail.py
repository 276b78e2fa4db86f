"""Step 9: the end of a text: signature, credits, and the outlet's own words after them.

Lives here: lines whose place after the text says what they are. Not here: lines that say it themselves (``lines``).
"""

from __future__ import annotations

from onrecord.structure.lines import in_capitals, is_short
from onrecord.structure.opening import HAN_PARAGRAPH, PARAGRAPH
from onrecord.structure.passage import Passage, Sheet
from onrecord.text.detect import is_han

SIGNATURE = 70
SIGNERS = 4
STOPS = ".!?。！？…؟"
ASIDE = 26
APART = ("page_number", "debris", "rule", "signpost", "running_head", "image")  # furniture in the midst of a text


def mark(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Label what follows the text."""
    first = _suffix(sheet, passages)
    _under_source_heads(sheet, passages, first)
    _related(sheet, passages, first)
    tail = passages[first:]
    _links(sheet, tail, passages)
    _closing_time(sheet, passages)
    _after_the_end(sheet, tail)
    _sign_offs(sheet, passages)
    _signature(sheet, passages)
    return passages


def _suffix(sheet: Sheet, passages: list[Passage]) -> int:
    """Where the last run of short passages without a speaker begins."""
    at = len(passages)
    while at and not _long(sheet, passages[at - 1]) and not passages[at - 1].mention:
        at -= 1
    return at


def _long(sheet: Sheet, passage: Passage) -> bool:
    if passage.kind in ("furniture", "source", "keywords") or "link" in passage.hint:
        return False
    length = passage.end - passage.start
    if length >= PARAGRAPH:
        return True
    middle = sheet.chars[passage.start + length // 2]
    if is_han(middle):
        return length >= HAN_PARAGRAPH or (length >= ASIDE and sheet.chars[passage.end - 1] in "。！？”")
    return length >= 60 and sheet.chars[passage.end - 1] in '.!?”"'


def _under_source_heads(sheet: Sheet, passages: list[Passage], first: int) -> None:
    """A source label alone on its line below the text: the short lines under it are the sources."""
    under = False
    digest = sum(1 for p in passages if p.label == "source_head") > 1
    for i, passage in enumerate(passages):
        if passage.label == "source_head":
            under = i >= first and not digest
        elif passage.kind or passage.mention or not under:
            under = under and passage.kind in ("source", "furniture")
        elif passage.end - passage.start <= 320 and not _long(sheet, passage):
            passage.decide("source", "under_source_label", "source", 0.8)
        else:
            under = False


def _related(sheet: Sheet, passages: list[Passage], first: int) -> None:
    """Below "Related articles" stand only links to other pages, until running text comes back."""
    under = False
    for i, passage in enumerate(passages):
        if passage.label == "related" and i >= min(first, len(passages) // 2):
            under = True
        elif under and not passage.kind:
            if passage.mention or not is_short(sheet.of(passage)):
                under = False
            else:
                passage.decide("furniture", "under_related", "navigation", 0.8)


def _links(sheet: Sheet, tail: list[Passage], passages: list[Passage]) -> None:
    """A line that is one link is the source at the end of a page, and part of the text elsewhere."""
    for passage in tail:
        if "link" in passage.hint and not passage.kind:
            passage.decide("source", "last_link", "source", 0.8)


def _after_the_end(sheet: Sheet, tail: list[Passage]) -> None:
    """After the first line of furniture or credit, short lines without a stop are no text any more."""
    ended = ""
    for passage in tail:
        if passage.kind in ("furniture", "source") and passage.label not in APART:
            ended = passage.kind
            continue
        if not ended or passage.kind or passage.sort or passage.mark == "heading":
            continue
        line = sheet.of(passage)
        if _ordinal(line):
            continue
        signed = in_capitals(line) or (line[:1].isdigit() and len(line) <= 20)
        if ended == "source" and signed and len(line) <= SIGNATURE:
            passage.decide("source", "after_credit", "signature", 0.7)
        elif is_short(line) and line[-1] not in STOPS:
            passage.decide("furniture", "after_end", "furniture", 0.6)


def _ordinal(line: str) -> bool:
    """ "9.瑞士...", "3) Next": a numbered heading, not a figure or a date."""
    digits = len(line) - len(line.lstrip("0123456789"))
    return (
        0 < digits <= 2
        and line[digits : digits + 1] in (".", "、", ")", "．")
        and not line[digits + 1 : digits + 2].isdigit()
    )


def _sign_offs(sheet: Sheet, passages: list[Passage]) -> None:
    """An office in capitals signs; the place and date in capitals below it belong to the signature."""
    signing = False
    for passage in passages:
        if passage.kind == "source":
            signing = passage.rule == "credit_line" and in_capitals(sheet.of(passage))
        elif (
            signing and not passage.kind and passage.end - passage.start <= SIGNATURE and in_capitals(sheet.of(passage))
        ):
            passage.decide("source", "under_signature", "signature", 0.8)
        else:
            signing = False


def _signature(sheet: Sheet, passages: list[Passage]) -> None:
    """A name or office in capitals that closes a text in small letters is its signature."""
    run: list[Passage] = []
    for passage in reversed(passages):
        if passage.kind in ("furniture", "source", "dateline"):
            continue
        line = sheet.of(passage).strip("*_ ")
        if passage.mention or not in_capitals(line) or len(line) > SIGNATURE or line[-1] in "!?,:":
            break
        run.append(passage)
        if len(run) > SIGNERS:
            return  # a text in capitals
    for passage in run:
        passage.decide("source", "signature", "signature", 0.7)


def _closing_time(sheet: Sheet, passages: list[Passage]) -> None:
    """A clock time as the last line closes a transcript: it is a dateline like the one at the head."""
    for passage in passages[-3:]:
        clock = passage.end - passage.start <= 60 and ":" in sheet.of(passage)
        if clock and not passage.kind and "dateline" in passage.hint and not passage.mention:
            passage.decide("dateline", "closing_time", "dateline")
