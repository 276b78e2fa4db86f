"""What to know before trusting a text: illegible text layers, home pages in place of documents, unpaired quotation
marks, names that mix scripts.

Lives here: notices that need blocks or language. Not here: notices about bytes and hidden text (``readers``).
Every check is linear in the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import re2

from onrecord.model import Notice, Span
from onrecord.reasons import Reason
from onrecord.structure.dates.published import given as told_date
from onrecord.structure.main_text import NOT_MAIN
from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import LINE, fold
from onrecord.text.detect import SAMPLE, ask_model, script

PAIRS = (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ("《", "》"))
UNPAIRED, UNPAIRED_SHARE = 30, 0.6
WINDOWS, FEWEST_LETTERS = 8, 400
LEGIBLE_MARGIN = 0.35
NAMES_SHOWN = 20
SIGNS, SIGN_SAMPLE = 0.4, 3_000
ARABIC = 20_000  # characters of a text looked at for garbled Arabic
ALEFS = ("ا", "أ", "إ", "آ")
BROKEN, BROKEN_LEAST = 0.015, 6  # share of words that no writer writes; none in 6,800 words of sound text
APART = frozenset(("page_number", "debris", "navigation"))
GONE = 900  # characters of text that a page of error may show
WIDE = ("zh", "ja", "ko", "th")
HOME = ("index", "home", "default", "main")

_MIXED = re2.compile(r"[\p{Latin}\p{Cyrillic}]*(?:\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin})[\p{Latin}\p{Cyrillic}]*")
CYRILLIC_LOOKALIKES = frozenset("аеорсухіјѕһԁԛԝАВЕІЈКМНОРСТХУЅԌ")
LATIN_LOOKALIKES = frozenset("aeopcyxijshABEIJKMHOPCTXYS")


def notices(sheet: Sheet, passages: list[Passage]) -> Iterator[Notice]:
    """All notices of a labelled text."""
    yield from illegible(sheet, passages)
    yield from unpaired(sheet.chars)
    yield from mixed_names(sheet.chars)
    yield from home_page(sheet, passages)
    yield from translation(sheet, passages)
    yield from unread_dates(sheet)


def translation(sheet: Sheet, passages: list[Passage]) -> Iterator[Notice]:
    """The first line by which a page says that its words are a machine, unofficial or courtesy translation."""
    for passage in passages:
        if passage.rule == NOT_MAIN or passage.end - passage.start > LINE:
            continue
        if any(hit.sort == "translation" for hit in sheet.rules.lines.hits(sheet.of(passage).strip("*_ -–•"))):
            yield Notice(Reason.TRANSLATION, f"the page says so: {sheet.of(passage)[:120]!r}", passage.span())
            return


def unpaired(chars: str) -> Iterator[Notice]:
    """Quotation marks of which most are never closed (or never opened)."""
    for left, right in PAIRS:
        opened = chars.count(left)
        closed = chars.count(right) if opened or left == "“" else 0
        lone = abs(opened - closed)
        if lone >= UNPAIRED and lone >= UNPAIRED_SHARE * max(opened, closed):
            yield Notice(
                Reason.UNBALANCED_QUOTES, f"{opened} {left} and {closed} {right}: quotations are not read across them"
            )
            return
    straight = chars.count('"')
    if straight % 2 and straight >= 10_000:
        yield Notice(Reason.UNBALANCED_QUOTES, f'{straight} straight marks ("): an odd number')


def mixed_names(chars: str) -> Iterator[Notice]:
    """Capitalised words whose letters come from two scripts and look like one (UTS 39, mixed-script confusables)."""
    if chars.isascii():
        return
    shown = 0
    for found in _MIXED.finditer(chars):
        word = found.group()
        if not word[0].isupper() or len(word) < 3 or not confusable(word):
            continue
        span = Span(found.start(), found.end())
        yield Notice(Reason.MIXED_SCRIPT_NAME, "Latin and Cyrillic letters that look alike in one word", span)
        shown += 1
        if shown == NAMES_SHOWN:
            return


def confusable(word: str) -> bool:
    """True when the letters of the rarer script in a word all look like letters of the other.

    >>> confusable("Jiаkun"), confusable("COVIDом")
    (True, False)
    """
    cyrillic = [c for c in word if "\u0400" <= c <= "\u052f"]
    latin = [c for c in word if c.isalpha() and not "\u0400" <= c <= "\u052f"]
    if len(cyrillic) <= len(latin):
        return all(c in CYRILLIC_LOOKALIKES for c in cyrillic)
    return all(c in LATIN_LOOKALIKES for c in latin)


def unread_dates(sheet: Sheet) -> Iterator[Notice]:
    """Dates given with the document, by the caller or in a field of its row, that are none or name no day for sure."""
    for told in sheet.source.told:
        is_date = told.name == "date" and (told.by == "caller" or told.by.startswith("field:"))
        if is_date and told.value.strip() and told_date(told.value, None) is None:
            detail = f"the date {told.value[:100]!r} ({told.by}) was left unread; write 2024-05-01, 2024-05 or 2024"
            yield Notice(Reason.BAD_DATE.value, detail)


def illegible(sheet: Sheet, passages: list[Passage]) -> Iterator[Notice]:
    """A text layer of nonsense: no language the model knows is seen in most windows, nor any frequent word."""
    yield from garbled_arabic(sheet)
    spans = [(p.start, p.end) for p in passages if p.label not in APART and not p.lang.startswith(WIDE)]
    letters = sum(b - a for a, b in spans)
    if letters < FEWEST_LETTERS:
        return
    windows = _windows(sheet, spans, letters)
    doubtful = [w for w in windows if not _plain(sheet, w)]
    if len(doubtful) < max(3, 0.6 * len(windows)):
        return
    signs = _signs(sheet, spans)
    if signs >= SIGNS:
        yield Notice(Reason.ILLEGIBLE_TEXT, f"{signs:.0%} of the characters are no letters: a broken text layer")
        return
    strange = sum(1 for w in doubtful if _strange(w))
    if strange >= max(3, 0.6 * len(windows)):
        detail = f"{strange} of {len(windows)} samples are words of no language: a broken text layer"
        yield Notice(Reason.ILLEGIBLE_TEXT, detail)


def _signs(sheet: Sheet, spans: list[tuple[int, int]]) -> float:
    """The share of characters in the first passages that are neither letters (with their marks), figures nor space."""
    sample = "".join(sheet.chars[a:b] for a, b in spans[:200])[:SIGN_SAMPLE]
    counts = Counter(sample)  # one question for each sign, not for each of its places
    known = sum(n for c, n in counts.items() if c.isalnum() or _beside_letters(c))
    bare = sum(n for c, n in counts.items() if not c.isspace())
    return 1.0 - known / max(bare, 1)


def _beside_letters(char: str) -> bool:
    """True for marks that stand on letters, and for signs that draw lines and tables."""
    return "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0652" or char in "|-_=*"


def garbled_arabic(sheet: Sheet) -> Iterator[Notice]:
    """Arabic whose letters were mapped wrongly or written backwards: Latin letters inside words, or words that begin
    with a letter that only ends words (ة, ى)."""
    if sheet.chars[:ARABIC].isascii():
        return
    if sheet.medium != "print" and not any("\u0600" <= c <= "\u06ff" for c in sheet.chars[:400]):
        return
    words = [w for w in sheet.chars[:ARABIC].split() if any("\u0620" <= c <= "\u064a" for c in w)]
    if len(words) < 60:
        return
    backwards = sum(1 for w in words if w[0] in "ةى" and len(w) > 2)
    mixed = sum(1 for w in words if any(c.isascii() and c.isalpha() for c in w))
    broken = sum(1 for w in words if misspelt(w))
    if backwards + mixed >= 0.04 * len(words):
        detail = f"of {len(words)} Arabic words {mixed} hold Latin letters and {backwards} begin with a final letter"
        yield Notice(Reason.ILLEGIBLE_TEXT, f"a broken text layer: {detail}")
    elif broken >= max(BROKEN_LEAST, BROKEN * len(words)):
        detail = (
            f"{broken} of {len(words)} Arabic words are put together as no word is (two alefs, torn or glued words)"
        )
        yield Notice(Reason.ILLEGIBLE_TEXT, f"a broken text layer: {detail}")


def misspelt(word: str) -> bool:
    """True for an Arabic word that no writer writes: one that opens with two alefs (a lam-alef whose parts changed
    places), with a mark that stands on a letter (a word torn apart), or that holds a ة before further letters (two
    words glued).

    >>> [misspelt(w) for w in ("الأمن", "األمن")]
    [False, True]
    """
    word = word.lstrip("\"'“«(")
    if "\u064b" <= word[:1] <= "\u0652":
        return True
    bare = "".join(c for c in word if "\u0620" <= c <= "\u064a" and c != "\u0640")
    if any(bare[i : i + 1] == "ا" and bare[i + 1 : i + 2] in ALEFS for i in (0, 1)):
        return True
    at = bare.find("ة")
    return 0 < at < len(bare) - 1


def _windows(sheet: Sheet, spans: list[tuple[int, int]], letters: int) -> list[str]:
    """Stretches of the text, spread evenly over it."""
    step = max(letters // WINDOWS, 1)
    windows: list[str] = []
    passed = due = 0
    for start, end in spans:
        while due < passed + (end - start) and len(windows) < WINDOWS:
            at = start + max(due - passed, 0)
            windows.append(sheet.chars[at : at + SAMPLE])
            due += step
        passed += end - start
    return windows


def _plain(sheet: Sheet, window: str) -> bool:
    """True when a window holds several frequent words of one language: it needs no further question."""
    words = window.casefold().split()
    return any(len(common.intersection(words)) >= 3 for common in sheet.rules.common.values())


def _strange(window: str) -> bool:
    if window.count("://") > 1:
        return False  # a list of addresses
    counts = Counter(window)
    letters = sum(n for c, n in counts.items() if c.isalpha())
    if letters <= 40 and len(window) >= SAMPLE - 20:
        digits = sum(n for c, n in counts.items() if c.isdigit())
        return letters + digits < 0.6 * sum(n for c, n in counts.items() if not c.isspace())
    if letters <= 40 or script(window) not in ("Latn", "Cyrl", "Arab", "other"):
        return False
    code, margin = ask_model(window)
    return code == "und" or margin < LEGIBLE_MARGIN


def home_page(sheet: Sheet, passages: list[Passage]) -> Iterator[Notice]:
    """A home or index page where a document was asked for: only links, no running text, and a shallow address."""
    if sheet.medium != "page":
        return
    pieces = sheet.pieces
    total = sum(len(p.span) for p in pieces)
    linked = sum(p.linked for p in pieces)
    said = [p.end - p.start for p in passages if p.kind in ("body", "answer", "question")]
    heads = sum(1 for p in passages if p.kind == "headline")
    elsewhere = _elsewhere(sheet)
    if elsewhere:
        yield Notice(Reason.SOFT_REDIRECT, elsewhere)
    elif (gone := _missing(sheet, passages)) is not None and sum(said) < GONE:
        yield Notice(Reason.SOFT_REDIRECT, "the page says that what was asked for is not there", gone)
    elif total >= 400 and linked > 0.5 * total and _index(said, heads, total):
        yield Notice(Reason.SOFT_REDIRECT, "a page of links and headings without running text: a home or index page?")


def _missing(sheet: Sheet, passages: list[Passage]) -> Span | None:
    """The window's title or a headline that says "page not found", in any language; None when there is none."""
    for passage in passages:
        titled = passage.kind == "headline" or sheet.pieces[passage.first].tag == "title"
        if titled and passage.end - passage.start <= LINE:
            words = fold(sheet.of(passage))
            if any(words.startswith(w) or f" {w}" in words for w in sheet.rules.words["missing"]):
                return passage.span()
    return None


def _index(said: list[int], heads: int, total: int) -> bool:
    """True for teasers: almost no text, or several headings over short texts."""
    return sum(said) < 0.1 * total or (heads >= 4 and sum(said) < 0.35 * total and max(said, default=0) < 300)


def _elsewhere(sheet: Sheet) -> str:
    """The page says it is the home page of the site it was asked from, not the page at the address asked for."""
    told = sheet.source.told_value("url")
    named = sheet.text.layout.fact("link:canonical", "meta:og:url")
    if not named:
        return ""
    asked, own = _path(told.value if told else ""), _path(named.value)
    linked = sum(p.linked for p in sheet.pieces) > 0.5 * sum(len(p.span) for p in sheet.pieces)
    if not told:
        return f"the page calls itself {named.value}, the site's home page" if not own and linked else ""
    first = own[-1].rsplit(".", 1)[0] if own else "home"
    if len(asked) >= 2 and len(own) <= 1 and first in HOME:
        return f"asked for {told.value}, got the page that calls itself {named.value}"
    return ""


def _path(address: str) -> list[str]:
    bare = address.split("://", 1)[-1].split("?", 1)[0].split("#", 1)[0]
    return [part for part in bare.split("/")[1:] if part]
