"""Date lines: a date that stands alone in its line, with a place or a label, in a title, or with a time of day.

Lives here: what such a line looks like, and what only resembles it. Not here: dated sentences (``openings``), the
choice between dates (``heading``).
"""

from __future__ import annotations

from functools import cache
from typing import Any

import re2

from onrecord.dates import parse
from onrecord.structure.dates.page import WIDE, Page, Printed, has_act, is_ahead, whole_day
from onrecord.text.datewords import DateMention

_LONG_LINE = 50


@cache
def _times() -> Any:
    return re2.compile(
        r"(?i)\d{1,2}\s?[:：h.时時点點]\s?\d{2}(?:[:：分]\d{0,2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?"
    )


def line_date(page: Page, mention: DateMention, foot: bool, by_title: bool = False) -> Printed | None:
    """The mention as a date line (or a dated title), when its line holds little else.

    Furniture holds no date lines, but beside the title (``by_title``) a labeller's doubt does not count. Figures with
    a time of day (2024-01-29 10:15) are the mark of a page system: they tell when the page was put up.
    """
    n = page.at(mention.span.start)
    if n < 0 or not (whole_day(mention.date) or _month_alone(page, mention, foot)):
        return None
    piece, chars = page.pieces[n], page.text.chars
    line = piece.span.of(chars)
    low, high = mention.span.start - piece.span.start, mention.span.end - piece.span.start
    kind = page.kind(mention.span.start)
    titled = n == page.title or piece.tag == "title" or kind == "headline"
    if len(line) > 400 or piece.linked * 2 > len(line):
        return None
    if kind in ("furniture", "keywords") and not (titled or by_title):
        return None
    if len(line) > 160 or high > len(line):
        line, low, high = _window(line, low, min(high, len(line)))
    if titled and not _runs_on(page, n, line[:low]):
        return Printed(mention, "title") if parse(mention.date or "").year else None
    if line[:1] == "|" == line[-1:]:  # a row of a table
        return None
    if line[:1] in "–—-" and line[1:2] == " ":  # who said a quotation above, and when
        return None
    rest, time = _rest(line[:low] + " " + line[high:])
    heads = n == 0 and kind == "dateline" and line[:low].rstrip().endswith(",") and not line[high:].strip(" .")
    label = heads or _is_label(page, rest, _rest(line[:low])[0])  # "Conferencia de prensa de N. N., 6 de marzo de 2025"
    if _goes_on(line[high:]) or _runs_on(page, n, line[:low]) or not label:
        return None
    lowered = rest.lower()
    if any(w in lowered for w in page.words.updated):
        return None
    posted = any(w in lowered for w in page.words.posted) or (time and not mention.lang)
    return Printed(mention, "line", posted, time, n == 0 and piece.tag == "line" and not rest, not rest, foot)


def _month_alone(page: Page, mention: DateMention, foot: bool) -> bool:
    """True for "September 2031" where a labeller saw the line of the date: in running text a month dates nothing."""
    if foot or not mention.date or "/" in mention.date or page.kind(mention.span.start) != "dateline":
        return False
    date = parse(mention.date)
    return date.precision == "month" and date.year is not None


def _window(line: str, low: int, high: int) -> tuple[str, int, int]:
    """The stretch between line breaks around a date, in a piece of several lines."""
    start, end = line.rfind("\n", 0, low) + 1, line.find("\n", high)
    end = len(line) if end < 0 else end
    return line[start:end], low - start, high - start


def _goes_on(after: str) -> bool:
    """True when a sentence ends or goes on right after the date: prose, no label."""
    return after[:1] in ("起", "前", "后", "後", "至") or (after[:2] in (". ", "。") and after[2:3].isalnum())


def _rest(words: str) -> tuple[str, bool]:
    """What a line says besides its date, and whether that held a time of day."""
    bare = _times().sub(" ", words)
    return " ".join(bare.strip(" ()[]（）【】|,，.·—–-:：*_#\u00a0").split()), bare != words


def _is_label(page: Page, rest: str, before: str) -> bool:
    """True for a few words that are no sentence: a place, an office, a label ("check against delivery" may follow)."""
    wide = sum(c >= WIDE for c in rest)
    if len(rest) > (30 if wide * 2 > len(rest) else 100) or "。" in rest or is_ahead(page, rest):
        return False
    plain, lead = _plain_words(rest), _plain_words(before)
    if len(rest) <= 60 and plain <= 3 and any(w in rest.lower() for w in page.words.posted):
        return True
    if plain > (2 if len(rest) <= 60 else 0) or lead > 1 or wide > 12:
        return False
    return wide <= 8 or not has_act(page, rest)


def _plain_words(words: str) -> int:
    """How many longer words begin with a small letter, as they do in sentences."""
    return sum(w[0].islower() and len(w) > 3 for w in words.split())


def _runs_on(page: Page, n: int, lead: str) -> bool:
    """True when a line is a stretch of a paragraph over several lines; ``lead`` stands before its date."""
    pieces, chars = page.pieces, page.text.chars
    if pieces[n].tag != "line":
        return False

    def joined(a: int, b: int) -> bool:
        return a >= 0 and b < len(pieces) and chars.count("\n", pieces[a].span.end, pieces[b].span.start) == 1

    line = pieces[n].span.of(chars)
    before = pieces[n - 1].span.of(chars) if joined(n - 1, n) else ""
    after = pieces[n + 1].span.of(chars) if joined(n, n + 1) else ""
    if after and len(line) > _LONG_LINE and line[-1] not in ".!?。：:)）":
        return True
    if len(before) > _LONG_LINE and before[0] < WIDE and (before[-1].isalnum() or before[-1] == ","):
        last = before.split()[-1]
        small = last[0].islower() and (len(last) < 5 or not line[0].isupper())
        if small or last[-1] == "," or (line[-1] == "." and not lead.rstrip().endswith(",")):
            return True
    return after[:1].islower() and after[1:2].isalpha()


def stamp_date(page: Page, mention: DateMention) -> Printed | None:
    """A full date and a time of day, with no preposition before: a dateline, perhaps run into its text.

    In figures only (2024-01-29 10:15) it is the mark of a page system, and tells when the page was put up.
    """
    chars = page.text.chars
    if not whole_day(mention.date) or parse(mention.date or "").year is None:
        return None
    if page.kind(mention.span.start) == "furniture":
        return None
    after = chars[mention.span.end : mention.span.end + 12].lstrip(" ,|\u00a0")
    time = _times().match(after)
    before = chars[max(0, mention.span.start - 40) : mention.span.start]
    last = (before.split() or [""])[-1]
    in_prose = not before.endswith("\n") and last[:1].islower() and (len(last) < 4 or last in page.words.openers)
    if in_prose or not time or not any(c in time.group() for c in ":：mM"):
        return None
    return Printed(mention, "stamp", posted=not mention.lang, time=True)
