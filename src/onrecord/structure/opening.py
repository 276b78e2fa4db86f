"""Step 8: the head of a text: headline, place and time, byline, up to the first words of somebody.

Lives here: lines whose place before the text says what they are. Not here: section headings (``sections``), the
dates themselves (``heading``). The zone ends at a speaker label, a salutation or a paragraph.
"""

from __future__ import annotations

import itertools

from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import fold
from onrecord.text import datewords
from onrecord.text.detect import is_han

ZONE = 30
STOPS = ".!?。！？…؟;；,，:：،"
PARAGRAPH, HAN_PARAGRAPH = 170, 60


def mark(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Label the head of the text."""
    _account_card(sheet, passages)
    zone, followed = _zone(sheet, passages)
    lines = [p for p in zone if not p.kind]
    _repeated_title(sheet, zone)
    for passage in zone:
        _sure(sheet, passage)
    _rest(sheet, zone, followed, len(lines))
    return passages


def _zone(sheet: Sheet, passages: list[Passage]) -> tuple[list[Passage], Passage | None]:
    """The passages of the head, and the one that ends it."""
    zone: list[Passage] = []
    for passage in passages[:ZONE]:
        if passage.sort or (not passage.kind and (is_paragraph(sheet, passage) or "salutation" in passage.hint)):
            if (
                "salutation" in passage.hint
                and "dateline" in passage.hint
                and sheet.chars[passage.end - 1] not in ",:;!."
            ):
                zone.append(passage)
                continue
            return zone, passage
        zone.append(passage)
    return zone, passages[ZONE] if len(passages) > ZONE else None


def is_paragraph(sheet: Sheet, passage: Passage) -> bool:
    """True for running text: long, or a sentence with its stop."""
    length = passage.end - passage.start
    if passage.mark == "heading":
        return False
    last = sheet.chars[passage.end - 1]
    han = is_han(sheet.chars[passage.start + length // 2])
    if length >= (HAN_PARAGRAPH if han else PARAGRAPH):
        return "dateline" not in passage.hint and not _titled(sheet, passage, 330)
    return last in ".。!?！？；;" and length > (25 if han else 60) and "dateline" not in passage.hint


def _titled(sheet: Sheet, passage: Passage, most: int) -> bool:
    """True for a long headline: it names a speech or a paper near its head, has no stop, and is not over-long."""
    if passage.end - passage.start > most or sheet.chars[passage.end - 1] in STOPS:
        return False
    line = sheet.of(passage)
    if line.isupper() and len(line) > 20:
        return True
    nouns = {w: "" for w in sheet.rules.words["address"] if not is_han(w[0])}
    return _names(line.casefold()[:90], nouns) and ". " not in line[20:]


def _repeated_title(sheet: Sheet, zone: list[Passage]) -> None:
    """A line printed twice in a row is the title, once of the window and once of the page."""
    words = [fold(sheet.of(p).lstrip("# ")) for p in zone]
    for i in range(len(zone) - 1):
        one, other = words[i], words[i + 1]
        if len(one) > 5 and (one == other or (len(one) > 12 and other.startswith(one))):
            zone[i].decide("headline", "title_twice", "title")
            zone[i + 1].decide("headline", "title_twice", "title")
            return


def _account_card(sheet: Sheet, passages: list[Passage]) -> None:
    """The card of a re-posted account ends in a lone stop; the paragraph after it describes the account."""
    for passage, following in itertools.pairwise(passages[:ZONE]):
        if passage.lines > 1 and sheet.of(passage).endswith("\n."):
            passage.decide("dateline", "account_card", "byline")
            following.decide("furniture", "account_blurb", "about", 0.7)


def _sure(sheet: Sheet, passage: Passage) -> None:
    line = sheet.of(passage)
    if passage.kind:
        return
    if passage.mark == "heading":
        passage.decide("headline", "heading_mark", "title")
    elif sheet.rules.has("crumbs", line) and passage.end - passage.start < 30:
        passage.decide("furniture", "section_name", "navigation")
    elif "dateline" in passage.hint and line[-1] not in ",،":
        passage.decide("dateline", "dateline_line", "dateline")
    elif _place(sheet, line):
        passage.decide("dateline", "place_name", "place", 0.8)
    elif _addressed(sheet, passage, line):
        passage.decide("headline", "names_an_address", "title")
    elif _dated(sheet, line):
        passage.decide("dateline", "date_line", "date")


def _addressed(sheet: Sheet, passage: Passage, line: str) -> bool:
    words = line.casefold()
    table = sheet.rules.words
    if words.startswith(("关于", "關於")) or (
        words.endswith(tuple(w for w in table["official"] if is_han(w[0]))) and len(words) > 6
    ):
        return True
    if line[-1] in STOPS or len(line) < 12:
        return False
    return _names(words, table["address"])


def _names(words: str, nouns: dict[str, str]) -> bool:
    """True when a line holds one of the nouns, as a word where words are spaced."""
    spaced = " " + "".join(c if c.isalnum() or c in "-'’" else " " for c in words) + " "
    return any((w in words) if is_han(w[0]) else (f" {w} " in spaced) for w in nouns)


def _place(sheet: Sheet, line: str) -> bool:
    """ "Amber Hall", "Treaty Room, Port Blair": a short line whose first part ends in a word for a place of assembly."""
    if len(line) > 80 or line[-1] in ".!?:：,":
        return False
    words = fold(line.split(",")[0])
    return words.rsplit(" ", 1)[-1] in sheet.rules.words["places"] and not words.startswith(
        ("the office of", "office of")
    )


def _dated(sheet: Sheet, line: str) -> bool:
    """A short line with a date at its head or end, or a clock time."""
    if len(line) > 100 or not any(c.isdigit() for c in line):
        return False
    mentions = datewords.find(line, sheet.rules.know.languages)
    covered = sum(len(m.span) for m in mentions)
    return covered >= 0.2 * len(line) and covered >= 6


def _rest(sheet: Sheet, zone: list[Passage], followed: Passage | None, lines: int) -> None:
    """What no form tells: before the title it is one, after it a byline or place; under a date it is a place."""
    titled = False
    marks = [p.kind for p in zone]
    for i, passage in enumerate(zone):
        titled = titled or passage.kind == "headline"
        if passage.kind or _numbered(sheet, passage):
            continue
        line = sheet.of(passage)
        after = next((k for k in marks[i + 1 :] if k != "furniture"), "")
        following = zone[i + 1] if i + 1 < len(zone) else followed
        if passage.mark == "quote" or passage.mark == "bullet":
            continue
        if after == "headline" and "furniture" in marks[:i] and titled:
            passage.decide("headline", "before_title", "title", 0.6)
        elif titled and _heads_a_section(sheet, passage, line, following):
            continue
        elif titled and len(line) <= 60:
            passage.decide("dateline", "byline_after_title", "byline", 0.7)
        elif _place_line(line) and ("dateline" in marks or (followed is not None and followed.sort)):
            passage.decide("dateline", "place_line", "place", 0.7)
        elif not titled and followed is not None and line[-1] not in STOPS and (lines <= 6 or i == 0):
            passage.decide("headline", "first_line", "title", 0.7)
            titled = True


def _numbered(sheet: Sheet, passage: Passage) -> bool:
    head = sheet.chars[passage.start : passage.start + 4]
    return head[0].isdigit() and any(c in head for c in ".．、)") and not any(c.isdigit() for c in head[2:4])


def _heads_a_section(sheet: Sheet, passage: Passage, line: str, following: Passage | None) -> bool:
    """The last short line before the text is its first section's heading when it is longer than a name."""
    han = is_han(line[len(line) // 2])
    if following is None or following.kind or following.end - following.start < (40 if han else 80):
        return False
    return len(line) >= (10 if han else 45)


def _place_line(line: str) -> bool:
    return len(line) <= 80 and line[-1] not in ".!?。！？:："
