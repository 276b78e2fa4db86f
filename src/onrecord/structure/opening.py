"""Step 8: the head of a text: headline, place and time, byline, up to the first words of somebody.

Lives here: lines whose place before the text says what they are. Not here: section headings (``sections``), the
dates themselves (``heading``). The zone ends at a speaker label, a salutation or a paragraph.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from onrecord.structure.lines import in_capitals
from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import fold, names_one
from onrecord.text import datewords
from onrecord.text.detect import is_han

ZONE = 30
DATED = 16  # passages among which the date line of a heading stands
MENU = 6
STOPS = ".!?。！？…؟;；,，:：،"
QUOTES = "\"'”’»"
PARAGRAPH, HAN_PARAGRAPH = 170, 60
DASHES = (" - ", " – ", " — ", ".- ", "——")
DATELINE, TOLD = 60, 4  # characters of a full dateline; words that its sentence has at least
DATED_TITLE = 8  # characters after its day that make a Chinese line a headline
LATE = 4  # passages between the head and a date line that belongs to it


def mark(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Label the head of the text."""
    _menus(sheet, passages)
    _account_card(sheet, passages)
    zone, followed = _zone(sheet, [p for p in passages if p.kind != "furniture" or p.label == "rule"])
    lines = [p for p in zone if not p.kind]
    twice = _repeated_title(sheet, zone)
    _capitals(sheet, zone)
    titled, marked = False, any(p.mark == "heading" for p in zone)
    for passage in zone:
        if titled and passage.mark == "heading" and sheet.chars.startswith("##", passage.start):
            passage.decide("headline", "heading_mark", "section")
        _sure(sheet, passage, titled=marked or titled)
        titled = titled or passage.kind == "headline"
    _continued_titles(sheet, zone)
    furnished = {id(a) for a, b in itertools.pairwise(passages) if b.kind == "furniture"}
    _rest(sheet, zone, followed, Head(len(lines), twice, furnished))
    _before_salutation(sheet, passages[len(zone) :] if followed else [])
    _second_heads(sheet, passages)
    return passages


def _second_heads(sheet: Sheet, passages: list[Passage]) -> None:
    """Where the language changes, a line that names an address over a date line heads the second text of a page."""
    said = [p for p in passages if p.kind != "furniture"]
    for before, title, date in zip(said, said[1:], said[2:], strict=False):
        if title.kind or date.kind or title.lang[:2] == before.lang[:2] or title.sort or is_paragraph(sheet, title):
            continue
        line = sheet.of(date)
        if _addressed(sheet, title, sheet.of(title)) and _dated(sheet, line) and not _reports(sheet, line):
            title.decide("headline", "second_title", "title", 0.8)
            date.decide("dateline", "second_date", "date", 0.8)


def _before_salutation(sheet: Sheet, passages: list[Passage]) -> None:
    """A date line between a paragraph of the head (a theme, a motto) and the first salutation dates the speech."""
    told = [p for p in passages if p.kind != "furniture"][: LATE + 1]
    for passage, following in itertools.pairwise(told):
        line = sheet.of(passage)
        if passage.kind or passage.sort or passage.mark in ("quote", "bullet", "cell"):
            continue
        if len(line) <= 60 and _greets(sheet, following) and _dated(sheet, line) and not _reports(sheet, line):
            passage.decide("dateline", "date_before_salutation", "date")
            return


def _greets(sheet: Sheet, passage: Passage) -> bool:
    return "salutation" in passage.hint and sheet.chars[passage.end - 1] in ",:;!،：；，！"


def _menus(sheet: Sheet, passages: list[Passage]) -> None:
    """Runs of tiny lines are menus: no text has six headings or names in a row."""
    if sheet.wrap or sheet.medium != "lines":
        return
    run: list[Passage] = []
    for passage in [*passages, None]:
        if passage is not None and _tiny(sheet, passage):
            run.append(passage)
            continue
        if sum(1 for p in run if not p.kind) >= MENU:
            for item in run:
                item.decide("furniture", "menu", "navigation", 0.7)
        run = []


def _tiny(sheet: Sheet, passage: Passage) -> bool:
    if passage.kind:
        return passage.kind == "furniture"
    line = sheet.of(passage).lstrip("*-• ")
    if passage.sort or passage.mention or not line or passage.mark == "heading":
        return False
    return (
        len(line) <= (9 if is_han(line[len(line) // 2]) else 16)
        and line[-1] not in STOPS
        and "dateline" not in passage.hint
    )


def _zone(sheet: Sheet, passages: list[Passage]) -> tuple[list[Passage], Passage | None]:
    """The passages of the head, and the one that ends it. A salutation above the date line is part of the title."""
    zone: list[Passage] = []
    dated = _last_date(sheet, passages)
    for i, passage in enumerate(passages[:ZONE]):
        ends = passage.sort or (not passage.kind and is_paragraph(sheet, passage))
        if not ends and not passage.kind and i > dated and "salutation" in passage.hint:
            ends = "dateline" not in passage.hint or sheet.chars[passage.end - 1] in ",:;!."
        if ends:
            return zone, passage
        zone.append(passage)
    return zone, passages[ZONE] if len(passages) > ZONE else None


def _last_date(sheet: Sheet, passages: list[Passage]) -> int:
    """The index of the last date line above the first paragraph, -1 when there is none."""
    found = -1
    for i, passage in enumerate(passages[:DATED]):
        if passage.sort or (not passage.kind and is_paragraph(sheet, passage)):
            break
        line = sheet.of(passage)
        if not passage.kind and passage.end - passage.start <= 100 and _dated(sheet, line):
            found = i
    return found


def is_paragraph(sheet: Sheet, passage: Passage) -> bool:
    """True for running text: long, or a sentence with its stop."""
    length = passage.end - passage.start
    if passage.mark == "heading":
        return False
    last = sheet.chars[passage.end - 1]
    han = is_han(sheet.chars[passage.start + length // 2]) or last in "。！？"
    if length >= (HAN_PARAGRAPH if han else PARAGRAPH):
        return ("dateline" not in passage.hint or _tells(sheet.of(passage))) and not _titled(sheet, passage, 400)
    if last in ".:" and in_capitals(sheet.of(passage)):
        return False
    if "dateline" in passage.hint:
        return _tells(sheet.of(passage))
    return last in ".。!?！？；;" and length > (25 if han else 60)


def _titled(sheet: Sheet, passage: Passage, most: int) -> bool:
    """True for a long headline: it names a speech or a paper near its head, has no stop, and is not over-long."""
    if passage.end - passage.start > most:
        return False
    line = sheet.of(passage)
    if in_capitals(line) and len(line) > 20:
        return True
    if line[-1] in STOPS or len(line) > 330:
        return False
    nouns = {w: "" for w in sheet.rules.words["address"] if not is_han(w[0])}
    return names_one(line.casefold()[:90], nouns) and ". " not in line[20:]


def _repeated_title(sheet: Sheet, zone: list[Passage]) -> bool:
    """A line printed twice in a row is the title, once of the window and once of the page; so are its repeats."""
    words = [fold(sheet.of(p).lstrip("# ")) for p in zone]
    for i in range(len(zone) - 1):
        one, other = words[i], words[i + 1]
        if len(one) > 5 and (one == other or (len(one) > 12 and other.startswith(one))):
            for passage, line in zip(zone[i:], words[i:], strict=True):
                if line == one or passage is zone[i + 1]:
                    passage.decide("headline", "title_twice", "title")
            return True
    return False


def _capitals(sheet: Sheet, zone: list[Passage]) -> None:
    """Lines in capitals that follow each other directly are one title when any of them names an address."""
    run: list[Passage] = []
    for passage in [*zone, None]:
        line = sheet.of(passage) if passage else ""
        fits = passage is not None and not passage.kind and in_capitals(line) and not _dated(sheet, line)
        if fits and passage is not None and (not run or passage.gap <= 1):
            run.append(passage)
            continue
        if any(names_one(sheet.of(p).casefold(), sheet.rules.words["address"]) for p in run):
            for part in run:
                part.decide("headline", "title_in_capitals", "title", 0.8)
        run = [passage] if fits and passage is not None else []


def _continued_titles(sheet: Sheet, zone: list[Passage]) -> None:
    """A title line that breaks off at a small word goes on in the next line."""
    for one, other in itertools.pairwise(zone):
        if one.kind != "headline" or (other.kind and other.rule != "dateline_line") or other.gap > 1:
            continue
        last = fold(sheet.of(one)).rsplit(" ", 1)[-1]
        if any(last in common for common in sheet.rules.common.values()) and not _dated(sheet, sheet.of(other)):
            other.kind = ""
            other.decide("headline", "title_continued", "title", 0.7)


def _account_card(sheet: Sheet, passages: list[Passage]) -> None:
    """The card of a re-posted account ends in a lone stop; the paragraph after it describes the account."""
    for passage, following in itertools.pairwise(passages[:ZONE]):
        if passage.lines > 1 and sheet.of(passage).endswith("\n."):
            passage.decide("dateline", "account_card", "byline")
            following.decide("furniture", "account_blurb", "about", 0.7)


def _sure(sheet: Sheet, passage: Passage, *, titled: bool) -> None:
    line = sheet.of(passage)
    if passage.kind:
        return
    if passage.mark == "heading":
        passage.decide("headline", "heading_mark", "title")
    elif sheet.rules.has("crumbs", line) and passage.end - passage.start < 30:
        passage.decide("furniture", "section_name", "navigation")
    elif not titled and _dated_title(sheet, line):
        passage.decide("headline", "dated_title", "title", 0.8)
    elif "dateline" in passage.hint and line[-1] not in ",،" and not (_reports(sheet, line) or _tells(line)):
        passage.decide("dateline", "dateline_line", "dateline")
    elif _place(sheet, line):
        passage.decide("dateline", "place_name", "place", 0.8)
    elif _addressed(sheet, passage, line):
        passage.decide("headline", "names_an_address", "title")
    elif _dated(sheet, line) and not _list_item(sheet, passage, line):
        passage.decide("dateline", "date_line", "date")


def _dated_title(sheet: Sheet, line: str) -> bool:
    """True for a Chinese headline that opens with its day: an office or an address is named after it, no stop."""
    if len(line) > 80 or not line[0].isdecimal() or line[-1] in STOPS:
        return False
    first = next(iter(datewords.find(line, sheet.rules.know.languages)), None)
    rest = line[first.span.end :] if first and first.date and first.span.start == 0 else ""
    if len(rest) < DATED_TITLE or not is_han(rest[0]) or " " in rest[:DATED_TITLE]:
        return False
    return any(word in rest for name in ("offices", "address") for word in sheet.rules.words[name] if is_han(word[0]))


def _list_item(sheet: Sheet, passage: Passage, line: str) -> bool:
    """True for an item of a list that ends as a sentence does: it may name a day, and dates nothing."""
    return (passage.mark == "bullet" or sheet.pieces[passage.first].tag == "li") and line[-1] in ".;。；"


def _addressed(sheet: Sheet, passage: Passage, line: str) -> bool:
    words = line.casefold()
    if in_capitals(line) and len(line) <= 400 and names_one(words, sheet.rules.words["address"]):
        return True
    table = sheet.rules.words
    if words.startswith(("关于", "關於")) or (
        words.endswith(tuple(w for w in table["official"] if is_han(w[0]))) and len(words) > 6
    ):
        return True
    if line[-1] in STOPS or len(line) < 12:
        return False
    return names_one(words, table["address"])


def _place(sheet: Sheet, line: str) -> bool:
    """ "Amber Hall", "Treaty Room, Port Blair": a short line whose first part ends in a place word."""
    if len(line) > 80 or line[-1] in ".!?:：,":
        return False
    words = fold(line.split(",")[0]).removesuffix(" of the united nations")
    return words.rsplit(" ", 1)[-1] in sheet.rules.words["places"] and not words.startswith(
        ("the office of", "office of")
    )


def _dated(sheet: Sheet, line: str) -> bool:
    """A short line with a date at its head or end, or a clock time."""
    if len(line) > 100 or not any(c.isdigit() for c in line) or _sentence(line):
        return False
    mentions = datewords.find(line, sheet.rules.know.languages)
    covered = sum(len(m.span) for m in mentions)
    return covered >= 0.2 * len(line) and covered >= 6


def _reports(sheet: Sheet, line: str) -> bool:
    """True for a full sentence in which somebody says something: it is text, whatever office or day it opens with."""
    bare = line.rstrip(QUOTES)
    if not bare or not (bare[-1] in ".!?。！？" or line[-1] in ".!?。！？") or len(line) < 20:
        return False
    return any(w.strip(STOPS + QUOTES) in sheet.rules.says for w in line.casefold().split())


def _tells(line: str) -> bool:
    """True for a sentence behind the dash of a full dateline ("Oslo, 3 June 2025 - Arvenia condemns the raid.")."""
    dash = next((line.find(mark) for mark in DASHES if 0 < line.find(mark) < DATELINE), -1)
    words = line[dash + 2 :].split()
    if dash < 0 or line[-1] not in ".!?" or len(words) < TOLD or not any(c.isdecimal() for c in line[:dash]):
        return False
    low = sum(not w[0].isupper() and w[0].isalpha() for w in words)
    return (words[0][0].isupper() or words[0][0].lower() == words[0][0].upper()) and low > 1


def _sentence(line: str) -> bool:
    """True for a full sentence, which is no date line whatever dates it names."""
    if line[-1] in "。！？":
        return len(line) > 20
    return _tells(line) or (line[-1] in ".!?" and sum(w[0].islower() and w.isalpha() for w in line.split()) >= 5)


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of the head as a whole: undecided lines, a title printed twice, passages before furniture."""

    lines: int
    twice: bool
    furnished: set[int]


def _rest(sheet: Sheet, zone: list[Passage], followed: Passage | None, head: Head) -> None:
    """What no form tells: before the title it is one, after it a byline or place; under a date it is a place."""
    titled = broken = first_after = False
    marked = sheet.medium == "page" and any(p.mark == "heading" for p in zone)
    kinds = [p.kind for p in zone]
    last = _only_words(zone) if followed is None else None
    for i, passage in enumerate(zone):
        if passage.kind == "headline":
            titled, first_after = True, head.twice
        broken = broken or (i > 0 and id(zone[i - 1]) in head.furnished)
        if passage.kind or passage is last or _numbered(sheet, passage) or passage.mark in ("quote", "bullet", "cell"):
            continue
        line = sheet.of(passage)
        following = zone[i + 1] if i + 1 < len(zone) else followed
        if next(iter(kinds[i + 1 :]), "") == "headline" and broken and titled:
            passage.decide("headline", "before_title", "title", 0.6)
        elif titled and not first_after and _heads_a_section(sheet, passage, line, following):
            continue
        elif titled and len(line) <= 60 and _no_stop(line) and line[-1] not in ":：;；":
            passage.decide("dateline", "byline_after_title", "byline", 0.7)
            first_after = False
        elif _place_line(line, titled) and ("dateline" in kinds or (followed is not None and followed.sort)):
            passage.decide("dateline", "place_line", "place", 0.7)
        elif not (titled or marked) and followed is not None and line[-1] not in STOPS and (head.lines <= 6 or i == 0):
            passage.decide("headline", "first_line", "title", 0.7)
            titled = True


def _only_words(zone: list[Passage]) -> Passage | None:
    """The one line that says something under the headline of a text that ends there: its words, not its byline."""
    left = [p for p in zone if not p.kind]
    return left[0] if len(left) == 1 and any(p.kind == "headline" and p.start < left[0].start for p in zone) else None


def _no_stop(line: str) -> bool:
    """True for a line that does not end as a sentence does; the stop of an abbreviation ("D.C.") is none."""
    return line[-1] not in ".!?。！？" or "." in line.rsplit(" ", 1)[-1][:-1]


def _numbered(sheet: Sheet, passage: Passage) -> bool:
    head = sheet.chars[passage.start : passage.start + 4]
    if head[0] in "一二三四五六七八九十（第" and len(head) > 1 and head[1] in "、一二三四五六七八九十章节":
        return True
    return head[0].isdigit() and any(c in head for c in ".．、)") and not any(c.isdigit() for c in head[2:4])


def _heads_a_section(sheet: Sheet, passage: Passage, line: str, following: Passage | None) -> bool:
    """The last short line before the text is its first section's heading when it is longer than a name."""
    han = is_han(line[len(line) // 2])
    if following is None or following.kind or following.end - following.start < (40 if han else 80):
        return False
    return len(line) >= (10 if han else 45)


def _place_line(line: str, titled: bool) -> bool:
    """A short line without a stop, as places and occasions stand under a title; above it, only what is no longer than
    a name ("Port Blair", "Belmarin Sea Forum", "Belmarin, Arvenia", 日内瓦): a text's first line is its title."""
    if len(line) > 80 or not _no_stop(line) or line[-1] in ":：":
        return False
    if titled or len(line) <= (4 if is_han(line[0]) else 0):
        return True
    words = line.split()
    return all(w[0].isupper() for w in words) and len(words) <= (5 if "," in line else 3)
