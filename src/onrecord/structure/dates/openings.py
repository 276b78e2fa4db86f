"""Dated first sentences: "On January 29 ... said", 新华社北京1月29日电, "said on Tuesday".

Lives here: which sentence tells of the act of stating by its date. Not here: dates in lines of their own
(``datelines``), the choice between dates (``heading``), the words (``knowledge.languages.*.calendar``).
A date counts only where one stands by habit; a date somewhere in the running text dates nothing.
"""

from __future__ import annotations

from onrecord.dates import parse
from onrecord.model import Span
from onrecord.structure.dates.page import WIDE, Page, Printed, has_act, is_ahead, is_wide
from onrecord.text.datewords import DateMention

_ENDS = frozenset(".!?。！？…:：;；\n")
_WIRE_MARKS = ("电", "電", "讯", "訊", "消息", "报道", "報道")
_YEARS = frozenset({"م"})  # letters that some languages set after a year
_DASHES = ("——", " - ", " – ", " — ")
_PLACE, _PLACE_WORDS = 40, 5  # characters and words that a place takes


def opening_date(page: Page, mention: DateMention, body: int) -> Printed | None:
    """The mention as the date that opens a sentence about a public act, or that stands beside a word of speaking."""
    chars = page.text.chars
    low, high = _sentence(chars, mention.span, body)
    before, sentence = chars[low : mention.span.start], chars[low:high]
    if is_ahead(page, sentence) or not has_act(page, sentence) or _too_late(chars, low, body, mention.date):
        return None
    lead = before.strip(" \u3000\u00a0\r\n\t*_“\"'«（(")
    after = chars[mention.span.end : high]
    if after[:1] in ("起", "前", "后", "後", "是"):
        return None
    opener = lead.lower() in page.words.openers
    if mention.date and not opener and _is_wire(lead, chars[mention.span.end : mention.span.end + 24]):
        return Printed(mention, "wire")
    if opener or not lead:
        return Printed(mention, "opening")
    date = parse(mention.date) if mention.date else None
    if date and date.year:  # inside a sentence, a writer adds the year to days long past
        return None
    bare = date is not None and date.month is None
    return Printed(mention, "near") if _beside_act(page, lead, after[:3] if bare else after) else None


def headed_date(page: Page, mention: DateMention, body: int) -> Printed | None:
    """A whole date beside a place that heads the first paragraph, set off from it ("Oslo, 3 June 2025 -",
    "Madrid, a 3 de junio de 2025.", "Oslo (3 June 2025) -", "3 June 2025, Oslo -")."""
    return Printed(mention, "dateline") if _heads(page.text.chars, mention, body) else None


def _heads(chars: str, mention: DateMention, body: int) -> bool:
    lead, span = chars[body : mention.span.start], mention.span
    date = parse(mention.date) if mention.date else None
    if date is None or not date.whole or len(lead) > _PLACE or "\n" in lead.strip():
        return False
    after = chars[span.end : span.end + 2 * _PLACE]
    words = after.split(None, 1)
    if after[:1] == " " and len(words) == 2 and words[0].isalpha() | (words[0][-1] == ".") and words[0].islower():
        after = " " + words[1]  # "2025 года", "2025 г."
    elif words and words[0] in _YEARS:
        after = after[after.index(words[0]) + 1 :]
    places = [w for w in lead.replace("(", " ").replace("（", " ").split() if w.strip(",،，")]
    if not places:  # "3 June 2025, Oslo -"
        place, dash, _ = next((p for p in map(after.partition, _DASHES) if p[1]), ("", "", ""))
        return bool(dash) and place[:1] in (",", "،", "，") and _is_place(place[1:].split())
    if not _is_place(places):
        return False
    rest, closed = after.lstrip(" )）"), lead.rstrip().endswith(("(", "（"))
    agency, shut, behind = rest.partition(")")
    if rest[:1] == "(" and shut and not closed and "\n" not in agency:  # "Oslo, 3 June 2025 (Agency). The"
        return behind.lstrip()[:1] in tuple(".-–—/:")
    if rest.startswith(".") and not closed:  # a stop only behind a comma: "Oslo, 3 June 2025. The"
        return any(mark in lead for mark in ",،，")
    return rest[:1] in tuple("-–—/:")


def _is_place(words: list[str]) -> bool:
    """True for words that name a place, a weekday or both, with no more than an article or preposition beside them."""
    small = [w for w in words if w[0].islower()]
    return 0 < len(words) <= _PLACE_WORDS and len(small) < len(words) and all(len(w) <= 3 for w in small)


def wire_date(page: Page, mention: DateMention) -> Printed | None:
    """The mention as the day of an agency's dateline in a block of its own ("PORT BLAIR, Jan. 9 (Agency) --")."""
    chars, span = page.text.chars, mention.span
    lead = chars[max(0, chars.rfind("\n", 0, span.start) + 1, span.start - 60) : span.start].strip(" ,*_")
    return Printed(mention, "wire") if _is_wire(lead, chars[span.end : span.end + 24]) else None


def _too_late(chars: str, low: int, body: int, date: str | None) -> bool:
    """True for a sentence inside a paragraph, far from the start or dated with its year: it tells of the past."""
    if not chars[max(body, low - 2) : low].strip(" \u3000\t\u00a0") or "\n" in chars[max(0, low - 2) : low + 2]:
        return False
    far = 150 if is_wide(chars, body) else 400
    return low - body > far or (date is not None and parse(date).year is not None)


def _sentence(chars: str, span: Span, floor: int) -> tuple[int, int]:
    """The sentence around a span, by its nearest ends; abbreviations are not told apart, which only narrows it."""
    low, lowest = span.start, max(floor, span.start - 300)
    while low > lowest and not (chars[low - 1] in _ENDS and _is_end(chars, low - 1)):
        low -= 1
    high, highest = span.end, min(len(chars), span.end + 300)
    while high < highest and not (chars[high] in _ENDS and _is_end(chars, high)):
        high += 1
    return low, high


def _is_end(chars: str, n: int) -> bool:
    if chars[n] == ".":
        word = chars[max(0, n - 12) : n].split()[-1:] or [""]
        short = len(word[0]) < 3 or (len(word[0]) < 5 and word[0].istitle()) or "." in word[0]
        return chars[n + 1 : n + 2].isspace() and not short
    return chars[n] != "\n" or chars[n - 1 : n] == "\n" or chars[n + 1 : n + 2] == "\n"


def _is_wire(lead: str, after: str) -> bool:
    """A news agency's opening: outlet or place, date, and a mark such as 电, (Agency) or /AGENCY/ and a dash."""
    if len(lead) > 40 or lead[:1] in ("据", "據"):  # "according to": someone else's dateline
        return False
    tail = after.lstrip(" 日,.")
    if tail.startswith(_WIRE_MARKS):
        return True
    if not lead or not tail or tail[0] not in "(（/[-–—.":
        return False
    if any(w[0].islower() and len(w) > 2 for w in lead.split()):
        return False
    return bool(tail[0] in "-–—" or any(mark in tail for mark in (") -", ") —", ") –", "/.", "/ -", "）")))


def _beside_act(page: Page, lead: str, after: str) -> bool:
    """True when a word of speaking stands just before the date ("said on") or, in Chinese, just after it."""
    if after[:1] >= WIDE and has_act(page, after[:8]):
        return True
    following = after.split(None, 1)[:1]
    if following and len(lead) < 120 and after[:1] == " " and has_act(page, following[0]):
        return True  # "Arvenia on Tuesday condemned"
    tokens = lead.lower().split()
    tail = tokens[:-1] if tokens and tokens[-1].strip(",(") in page.words.openers else []
    return bool(tail) and len(lead) < 220 and has_act(page, " ".join(tail[-2:]))
