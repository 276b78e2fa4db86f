"""Step 3: what stands inside one line is set apart: speaker labels of flattened pages, agency datelines, page heads.

Lives here: cutting a passage in several. Not here: what the parts are for, except where the cut itself tells
(an agency's dateline, a section name). Some sources lose their line ends; their labels still end in a colon.
"""

from __future__ import annotations

from dataclasses import replace

import re2

from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import Rules, fold
from onrecord.structure.speakers import initialed, sort_of

FLAT = 240  # a passage shorter than this is not searched for inner labels
WINDOW = 70
CARD = 200  # a printed card after a name ("A.Reed Reed Anna Minister of Trade :") is no longer than this
MOST = 4000  # colons looked at in one passage
ENDS = '.!?…»”’")]」』。！？'
HEAD = 110
CREDIT = 90

_CLOCK = re2.compile(r"\d{1,2} \p{L}+ \d{4}(?: (?:года|г\.))?,? \d{1,2}:\d{2}")


def cut(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """The passages, cut at inner labels and after agency datelines."""
    done: list[Passage] = []
    bodies = 0
    for passage in passages:
        parts = _labels(sheet, passage) if passage.end - passage.start >= FLAT else [passage]
        if len(parts) > 1 or (len(passages) <= 2 and not done and passage.end - passage.start >= FLAT):
            parts = [*_page_head(sheet, parts[0]), *parts[1:]]
        if bodies < 6:
            parts = [*_dateline(sheet, parts[0]), *parts[1:]]
            bodies += passage.end - passage.start > 40
        parts = [*_leading_word(sheet, parts[0]), *parts[1:]]
        parts = [*parts[:-1], *_trailing_credit(sheet, parts[-1])]
        done.extend(parts)
    return done


def _labels(sheet: Sheet, passage: Passage) -> list[Passage]:
    found = inner_labels(sheet.chars, passage.start, passage.end, sheet.rules)
    if not found:
        return [passage]
    starts = [passage.start, *found]
    ends = [*found, passage.end]
    return [part for a, b in zip(starts, ends, strict=True) if (part := _part(sheet, passage, a, b))]


def _part(sheet: Sheet, passage: Passage, start: int, end: int) -> Passage | None:
    chars = sheet.chars
    while start < end and chars[start].isspace():
        start += 1
    while end > start and chars[end - 1].isspace():
        end -= 1
    return replace(passage, start=start, end=end, lines=1) if start < end else None


def inner_labels(chars: str, start: int, end: int, rules: Rules) -> list[int]:
    """Where speaker labels begin inside a long passage (its own head aside), in order."""
    firm: list[int] = []
    loose: list[int] = []
    last, looked = start, 0
    colon = chars.find(":", start + 1, end)
    while 0 <= colon < end - 1 and looked < MOST:
        looked += 1
        if chars[colon + 1] in " \xa0" and (chars[colon - 1].isalpha() or chars[colon - 1] in " )"):
            at, sure = _label_before(chars, max(last, colon - CARD), colon, rules)
            if at > start:
                (firm if sure else loose).append(at)
                last = colon + 1
        colon = chars.find(":", colon + 1, end)
    return sorted([*firm, *loose]) if firm else []


def _label_before(chars: str, low: int, colon: int, rules: Rules) -> tuple[int, bool]:
    """Where the label that ends at a colon begins (-1: none), and whether its form alone is proof."""
    window = chars[max(low, colon - WINDOW) : colon]
    tokens = window.split()
    if window.endswith(" ") and not (tokens and initialed(tokens[-1:])):
        return _card(chars, low, colon), True
    if not tokens:
        return -1, False
    for n in (1, 2):
        if len(tokens) >= n and initialed(tokens[-n:]) and (n == 1 or tokens[-2].endswith(".")):
            return colon - len(window) + window.rindex(tokens[-n]), True
    word = tokens[-1]
    if word[0].isupper() and len(word) > 3 and sort_of(word, rules) in ("ask", "crowd"):
        at = colon - len(word)
        before = chars[max(low, at - 3) : at].rstrip()
        return at, bool(before) and before[-1] in ENDS and before != ""
    return _capitals(chars, low, colon, tokens, rules), True


def _card(chars: str, low: int, colon: int) -> int:
    """A label with its card between name and colon: the surname stands twice."""
    tokens = chars[low:colon].split()
    for i in range(len(tokens) - 2, -1, -1):
        if initialed([tokens[i]]) and tokens[i].rsplit(".", 1)[-1] == tokens[i + 1]:
            return low + chars[low:colon].rindex(tokens[i])
    return -1


def _capitals(chars: str, low: int, colon: int, tokens: list[str], rules: Rules) -> int:
    """A label in capitals with a title ("MR. REED") after the end of a sentence."""
    n = 0
    while n < min(len(tokens), 6) and tokens[-1 - n].isupper():
        n += 1
    if not n:
        return -1
    for k in range(n, 0, -1):
        label = " ".join(tokens[-k:])
        if sort_of(label, rules) == "person":
            at = chars.rfind(tokens[-k], low, colon)
            before = chars[max(low, at - 3) : at].rstrip()
            return at if before and before[-1] in ENDS else -1
    return -1


def _dateline(sheet: Sheet, passage: Passage) -> list[Passage]:
    """An agency's dateline at the head of a paragraph is set apart from the paragraph."""
    head = sheet.chars[passage.start : min(passage.end, passage.start + HEAD)]
    if not any(c in head for c in "(（/:：") and "电" not in head and "電" not in head:
        return [passage]
    length = sheet.rules.opening(head)
    if not length:
        return [passage]
    if length >= passage.end - passage.start:
        passage.decide("dateline", "agency_dateline", "agency")
        return [passage]
    first, rest = _part(sheet, passage, passage.start, passage.start + length), None
    rest = _part(sheet, passage, passage.start + length, passage.end)
    if first is None or rest is None:
        return [passage]
    first.decide("dateline", "agency_dateline", "agency")
    return [first, replace(rest, gap=0)]


def _leading_word(sheet: Sheet, passage: Passage) -> list[Passage]:
    """ "QUESTION Ms Reed: To ask ...": a heading that lost its line end is set apart."""
    head = sheet.chars[passage.start : min(passage.end, passage.start + 24)]
    word = (head.split() or [""])[0]
    if len(word) < 4 or not word.isupper() or len(word) + 12 > passage.end - passage.start:
        return [passage]
    if word[-1] in ":：":  # "QUESTION: Will the talks go on?" is a speaker label
        return [passage]
    table = sheet.rules.words
    if fold(word) not in table["question"] and fold(word) not in table["answer"]:
        return [passage]
    at = passage.start + len(word)
    rest = _part(sheet, passage, at, passage.end)
    if rest is None or sheet.chars[rest.start] in ":：-–—" or not sheet.chars[rest.start].isupper():
        return [passage]
    first = replace(passage, end=at, lines=1)
    return [first, replace(rest, gap=1)]


def _trailing_credit(sheet: Sheet, passage: Passage) -> list[Passage]:
    """A credit in brackets after the last sentence of a paragraph is set apart: "... today. (Source: Radio Norte)"."""
    chars, start, end = sheet.chars, passage.start, passage.end
    if chars[end - 1] not in "）)" or end - start < 40:
        return [passage]
    at = max(chars.rfind("（", end - CREDIT, end), chars.rfind("(", end - CREDIT, end))
    before = chars[max(start, at - 3) : at].rstrip()
    if at <= start or not before or before[-1] not in ENDS:
        return [passage]
    if not any(h.sort == "credit" for h in sheet.rules.lines.hits(chars[at:end])):
        return [passage]
    first, rest = _part(sheet, passage, start, at), _part(sheet, passage, at, end)
    if first is None or rest is None:
        return [passage]
    rest.mark = ""
    return [first, replace(rest, gap=0)]


def _page_head(sheet: Sheet, passage: Passage) -> list[Passage]:
    """The head of a flattened page: section name, headline, summary, date and place, in that order."""
    chars, start, end = sheet.chars, passage.start, passage.end
    clock = _CLOCK.search(chars[start : min(end, start + 1500)])
    if not clock:
        return [passage]
    word_end = chars.find(" ", start, end)
    cuts: list[tuple[int, int, str, str]] = []
    begin = start
    if 0 < word_end < end and sheet.rules.has("crumbs", chars[start:word_end]):
        cuts.append((start, word_end, "furniture", "navigation"))
        begin = word_end + 1
    at = start + clock.start()
    split = _summary(chars, begin, at, sheet.rules)
    cuts.append((begin, split, "headline", "title"))
    cuts.append((split, at, "body", "summary"))
    place = _place_end(chars, start + clock.end(), end)
    cuts.append((at, place, "dateline", ""))
    rest_is_head = end - place < 120 and chars[place:end].rstrip()[-1:] not in tuple(ENDS)
    cuts.append((place, end, "headline" if rest_is_head else "", ""))
    parts = []
    for a, b, kind, label in cuts:
        part = _part(sheet, passage, a, b)
        if part:
            if kind:
                part.decide(kind, "flat_page_head", label, 0.7)
            parts.append(part)
    return parts


def _summary(chars: str, begin: int, end: int, rules: Rules) -> int:
    """Where a report sentence begins after a headline without a stop; ``end`` when there is none."""
    if chars[begin:end].rstrip()[-1:] not in (".", "!", "?"):
        return end
    at, words = begin, 0
    while at < end:
        space = chars.find(" ", at, end)
        stop = space if space > 0 else end
        word = chars[at:stop]
        if words >= 2 and word[:1].isupper() and rules.has("openers", word):
            return at
        at, words = stop + 1, words + 1
    return begin


def _place_end(chars: str, start: int, end: int) -> int:
    """The end of the place after a date: words with capitals, up to the first sentence or phrase."""
    at, last = start, start
    capitals: list[int] = []
    while at < end and at - start < 120:
        while at < end and chars[at] == " ":
            at += 1
        stop = chars.find(" ", at, end)
        stop = end if stop < 0 else stop
        word = chars[at:stop]
        if not word or not word[0].isupper():
            if capitals and word and word[0].islower() and at < end:
                return capitals[-1]
            break
        capitals.append(at)
        last = at = stop
    return last
