"""The title of a statement: the whole headline, and what the carrier and the window say it is.

Lives here: which characters are the title. Not here: what is a headline (``opening``). A title that was told outweighs
a line that merely stands first; where it is printed, its place is the title. Marks of Markdown are no part of a title.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Evidence, Span
from onrecord.structure.lines import in_capitals
from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import fold, names_one
from onrecord.text import datewords
from onrecord.text.detect import is_han

LONGEST = 400
ZONE = 30
WEAK = frozenset(("first_line", "before_title"))  # headlines by their place alone
MARKED = frozenset(("heading_mark", "headline_label", "title_twice"))  # these outweigh the subject of a mail
WORDS, HAN = 4, 8  # a window's title with fewer words is the site's name
PARTS = (" | ", " – ", " — ", " - ", "_", " :: ", " » ", " ｜ ", "｜", "|")
SAID = ("body", "question", "answer")


@dataclass(frozen=True, slots=True)
class Title:
    """Where a title stands (None: nowhere in the text) and the evidence for it (None: there is no title)."""

    span: Span | None = None
    because: Evidence | None = None


def title_of(sheet: Sheet, part: list[Passage], *, first: bool) -> Title:
    """The title of the statement that ``part`` is; only the ``first`` of a page has what is told of the page."""
    told = sheet.source.told_value("title") if first else None
    if told and told.value:
        words = fold(told.value)
        place = next((s for p in _head(part) if (s := _says(sheet, p, words))), None)
        if place:
            return _printed(sheet, place, "told_and_printed")
    found = _headline(part)
    if told and told.value and not (told.by.startswith("mail") and found >= 0 and part[found].rule in MARKED):
        return Title(None, Evidence("title", told.value[:200], "told", where=f"told:{told.by}"))
    window = _window(sheet, part) if first and (found < 0 or part[found].rule in WEAK) else None
    if window:
        return _printed(sheet, window, "window_title")
    if found < 0:
        return Title()
    span = _bare(sheet.chars, part[found].start, _whole(sheet, part, found))
    return _printed(sheet, span, "first_headline")


def _printed(sheet: Sheet, span: Span, rule: str) -> Title:
    return Title(span, Evidence("title", " ".join(span.of(sheet.chars).split())[:200], rule, span))


def _headline(part: list[Passage]) -> int:
    """The first headline above the text, -1 for none; a heading further down heads a section, not the statement."""
    for i, p in enumerate(part):
        if p.kind == "headline" and p.label != "section":
            return i
        if p.kind in SAID:
            return -1
    return -1


def _head(part: list[Passage]) -> list[Passage]:
    """What stands above the second paragraph."""
    said = [i for i, p in enumerate(part) if p.kind in SAID]
    return part[: min(said[1] if len(said) > 1 else ZONE, ZONE)]


def _says(sheet: Sheet, passage: Passage, words: str) -> Span | None:
    """The place where a passage says nothing but a title (which the carrier may have cut short with dots)."""
    if passage.end - passage.start > LONGEST:
        return None
    span = _bare(sheet.chars, passage.start, passage.end)
    printed, cut = fold(span.of(sheet.chars)), words.rstrip(".… ")
    same = printed == words or (cut != words and len(cut) > 20 and printed.startswith(cut))
    return span if same else None


def _bare(chars: str, start: int, end: int) -> Span:
    """A stretch without the Markdown around it: ``## ``, a closing ``##``, emphasis, an underline of ``===``.

    >>> _bare("## **A title** ##", 0, 17)
    Span(start=5, end=12)
    """
    last = chars.rfind("\n", start, end)
    if last > start and len(set(chars[last + 1 : end].strip())) == 1 and chars[end - 1] in "=-":
        end = last
    if chars[start] == "#" and chars[start:end].lstrip("#").startswith(" "):
        while start < end and chars[start] in "# ":
            start += 1
        while end > start and chars[end - 1] in "# ":
            end -= 1
    for mark in ("***", "**", "__", "*", "_"):
        n = len(mark)
        if end - start > 2 * n and chars.startswith(mark, start) and chars.find(mark, start + n, end) == end - n:
            start, end = start + n, end - n
            break
    while end > start and chars[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _window(sheet: Sheet, part: list[Passage]) -> Span | None:
    """What the window's title says besides the name of the site; None when that is all or it says little."""
    passage = next((p for p in part[:3] if sheet.pieces[p.first].tag == "title"), None)
    if passage is None or sheet.medium != "page" or passage.end - passage.start > LONGEST:
        return None
    line, at = sheet.of(passage), 0
    site = sheet.text.layout.fact("meta:og:site_name")
    cuts = [line.find(mark) for mark in PARTS if mark in line]
    stop = min(cuts) if cuts else len(line)
    words = line[:stop].strip()
    at = line.index(words) if words else 0
    enough = len(words) >= HAN if is_han(words[:1] or " ") else len(words.split()) >= WORDS
    if not enough or (site and fold(site.value) == fold(words)):
        return None
    return Span(passage.start + at, passage.start + at + len(words))


def _whole(sheet: Sheet, part: list[Passage], at: int) -> int:
    """Where a printed headline over several lines ends: at the date, a form of address, or the first words said.

    Names and offices between two of its lines ("Statement by / Ms. A. Reed / at the ... Session") belong to it, and
    so do those that it asks for ("Statement by", "ADDRESS").
    """
    first = end = part[at].end
    held = part[at].start
    if sheet.medium == "page" or part[at].rule in ("heading_mark", "headline_label") or _dated(sheet, held, end):
        return first
    for passage in part[at + 1 : at + ZONE]:
        if passage.end - held > LONGEST or _ends(sheet, passage):
            break
        words = sheet.chars[held:end]
        if passage.kind == "headline" or _goes_on(sheet, words, passage):
            end = passage.end
            continue
        rest = part[part.index(passage) + 1 : at + ZONE]
        if not _returns(sheet, rest, held):
            break
        end = passage.end
    return end


def _ends(sheet: Sheet, passage: Passage) -> bool:
    if passage.kind == "headline":
        return passage.label == "section" or passage.rule == "heading_mark"
    if passage.kind != "dateline" or passage.label == "date" or "salutation" in passage.hint:
        return True
    return sheet.chars[passage.end - 1] in ",،，:" or _dated(sheet, passage.start, passage.end)


def _dated(sheet: Sheet, start: int, end: int) -> bool:
    return any(m.date for m in datewords.find(sheet.chars[start:end], sheet.rules.know.languages))


def _goes_on(sheet: Sheet, words: str, passage: Passage) -> bool:
    """True for a line that its headline asks for, that begins in mid sentence, or runs on in capitals."""
    if _open(sheet, words) or sheet.chars[passage.start].islower():
        return True
    return passage.gap <= 1 and in_capitals(words) and in_capitals(sheet.of(passage))


def _open(sheet: Sheet, words: str) -> bool:
    """True for a headline that asks for more: it ends in a small word, or is but the noun for a speech."""
    folded = fold(words)
    last = folded.rsplit(" ", 1)[-1]
    return folded in sheet.rules.words["address"] or any(last in common for common in sheet.rules.common.values())


def _returns(sheet: Sheet, rest: list[Passage], held: int) -> bool:
    """True when the headline goes on below these names, before a date or the text."""
    for passage in rest:
        if passage.end - held > LONGEST or _ends(sheet, passage):
            return False
        if passage.kind == "headline":
            return names_one(sheet.of(passage).casefold(), sheet.rules.words["address"])
    return False
