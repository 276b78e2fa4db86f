"""How a statement introduces people: full names, and the titles printed before or after them.

Lives here: finding "Foreign Ministry spokesperson Halim Daro" once, so that "Daro" can be read later. Not here:
who they are (``cast``). Nothing is guessed: a surname that two people share stays unread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from onrecord.annotate.keys import is_part
from onrecord.annotate.mention import EDGES, inflected_start, without_date
from onrecord.knowledge.language import Language, Speech
from onrecord.model import Span

LONGEST = 4
TITLE_WORDS = 10
HAN_NAME = 12
HAN_TITLE = 20
NO_TITLE = ("", 0, 0)
HAN_BREAKS = frozenset("，。；：、,.;:！？!? \n　）（()“”「」日")


@dataclass(slots=True)
class Introduced:
    """Full names by one of their words, and titles by full name, all in lower case."""

    forms: dict[str, dict[str, str]] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    rows: dict[str, tuple[Row, int, int]] = field(default_factory=dict)
    titled: dict[str, tuple[Row, int, int, int, int]] = field(default_factory=dict)

    def full(self, part: str) -> str:
        """The only full name that begins or ends with this word; "" for none or several."""
        found = self.forms.get(part.lower(), {})
        longest = max(found, key=len, default="")
        return found[longest] if longest and all(low in longest for low in found) else ""

    def title(self, name: str) -> str:
        """The title a name was introduced with; "" for none."""
        return self.titles.get(name.lower(), "")

    def place(self, name: str) -> Span | None:
        """Where a full name stands: with its title where it has one, else where it is met first."""
        found = self.titled.get(name.lower()) or self.rows.get(name.lower())
        return found[0].span(found[1], found[2]) if found else None

    def title_place(self, name: str) -> Span | None:
        """Where the title stands that a name was introduced with."""
        found = self.titled.get(name.lower())
        return found[0].span(found[3], found[4]) if found else None

    def only(self, before: int) -> Span | None:
        """Where the only person with a title stands that is introduced before a place, under all its names."""
        places = {name: row.span(at, end) for name, (row, at, end, _, _) in self.titled.items()}
        names = [name for name, place in places.items() if place.end <= before]
        longest = max(names, key=len, default="")
        return places[longest] if longest and all(is_part(name, longest) for name in names) else None

    def add(self, name: str, parts: tuple[str, ...], at: tuple[Row, int, int], title: tuple[str, int, int]) -> None:
        """Remember a full name under its parts, with its title when it has one, and their places in the row."""
        low = name.lower()
        for part in parts:
            self.forms.setdefault(part.lower(), {}).setdefault(low, name)
        self.rows.setdefault(low, at)
        if title[0] and low not in self.titles:
            self.titles[low] = title[0]
            self.titled[low] = (*at, title[1], title[2])


def find(chars: str, stretches: tuple[Span, ...], language: Language) -> Introduced:
    """Every introduction in the given stretches, in time linear in their length."""
    found = Introduced()
    speech = language.speech
    read = _reader(speech)
    for stretch in stretches:
        if language.spaced:
            _spaced(_Words(chars, stretch, stretch.of(chars).split(), read), found)
        else:
            _unspaced(_Characters(stretch.start), stretch.of(chars), speech, found)
    return found


@dataclass(frozen=True, slots=True)
class _Lists:
    """``Speech`` as sets: ``skip`` are words no name begins with, ``before`` those left out before a title, ``beside``
    those that make one word with an office."""

    skip: frozenset[str]
    offices: frozenset[str]
    stops: frozenset[str]
    determiners: frozenset[str]
    before: frozenset[str]
    beside: frozenset[str]
    speech: Speech


@lru_cache(maxsize=32)
def _lists(speech: Speech) -> _Lists:
    no_name = (*speech.honorifics, *speech.determiners, *speech.stops, *speech.openers, *speech.auxiliaries)
    before = frozenset((*speech.determiners, *speech.honorifics))
    return _Lists(
        frozenset(no_name),
        frozenset(speech.offices),
        frozenset(speech.stops),
        frozenset(speech.determiners),
        before,
        frozenset((*speech.standing, *speech.ranks)),
        speech,
    )


class _Word(NamedTuple):
    bare: str
    low: str
    name: bool
    office: bool
    ends: bool


class _Reader(dict[str, _Word]):
    """Words as read so far, up to a bound."""

    BOUND = 50_000

    def __init__(self, lists: _Lists) -> None:
        super().__init__()
        self.lists = lists

    def __missing__(self, printed: str) -> _Word:
        if len(self) >= self.BOUND:
            self.clear()
        found = self[printed] = self._read(printed)
        return found

    def _read(self, printed: str) -> _Word:
        bare = printed.strip(EDGES).removesuffix("’s").removesuffix("'s")
        low = bare.lower()
        office = low in self.lists.offices or self._is_compound(low)
        name = bare[:1].isupper() and not office and low not in self.lists.skip
        return _Word(bare, low, name, office, not bare or (printed[-1] in EDGES and not _initial(printed)))

    def _is_compound(self, low: str) -> bool:
        """True for an office of several words joined ("secretary-general")."""
        if "-" not in low:
            return False
        parts, offices, beside = low.split("-"), self.lists.offices, self.lists.beside
        return all(p in offices or p in beside for p in parts) and any(p in offices for p in parts)


@lru_cache(maxsize=32)
def _reader(speech: Speech) -> _Reader:
    return _Reader(_lists(speech))


def _initial(printed: str) -> bool:
    return len(printed) == 2 and printed[1] == "." and printed[0].isupper()


@dataclass(slots=True)
class _Words:
    """The words of a stretch, read only when asked for: most are never near a name. So are their places."""

    chars: str
    stretch: Span
    printed: list[str]
    read: _Reader
    starts: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.printed)

    def __getitem__(self, at: int) -> _Word:
        return self.read[self.printed[at]]

    def span(self, first: int, end: int) -> Span:
        """The characters of the words ``[first, end)`` without the marks around them."""
        if not self.starts:
            at = self.stretch.start
            for word in self.printed:
                at = self.chars.index(word, at)
                self.starts.append(at)
                at += len(word)
        begin, last = self.printed[first], self.printed[end - 1]
        close = last.rindex(self[end - 1].bare) + len(self[end - 1].bare)
        return Span(self.starts[first] + begin.index(self[first].bare), self.starts[end - 1] + close)


@dataclass(frozen=True, slots=True)
class _Characters:
    """A stretch written without spaces: its places are those of its characters."""

    start: int

    def span(self, first: int, end: int) -> Span:
        """The characters ``[first, end)`` of the stretch."""
        return Span(self.start + first, self.start + end)


Row = _Words | _Characters


def _spaced(row: _Words, found: Introduced) -> None:
    """Names are runs of words with capital letters; only those words and their neighbours are looked at."""
    stop = 0
    read = row.read
    for at, word in [(i, w) for i, w in enumerate(row.printed) if not w[0].islower()]:
        begins = word[0].isupper() or (word[0] in EDGES and word[1:2].isupper())
        if begins and at >= stop and read[word].name:
            stop = _run(row, at, found)


def _run(row: _Words, at: int, found: Introduced) -> int:
    """Remember the name that begins at a word, if one does; where to go on."""
    read, printed = row.read, row.printed
    end, last = at, min(len(printed), at + LONGEST + 1)
    placed = read.lists.speech.genitives
    while end < last:
        word = read[printed[end]]
        if not word.name and not (placed and end > at and _is_short_name(read, printed, end)):
            break
        end += 1
        if word.ends:
            break
    if placed and end - at > 1:
        office = _office_before(row, at)
        rest = [row[i].bare for i in range(office + 1, end)] if office >= 0 else []
        begin = office + 1 + inflected_start(rest, read.lists.speech)
        if office >= 0 and at <= begin < end - 1:
            return _behind_office(row, begin, end, office, found)
    if 2 <= end - at <= LONGEST and not (end < len(row) and row[end].office and not row[end - 1].ends):
        name = " ".join(row[i].bare for i in range(at, end))
        before = _title_before(row, at)
        before = before if before[0] else _title_apposed(row, at, end)
        parts = (row[end - 1].bare, row[at].bare)
        found.add(name, parts, (row, at, end), before if before[0] else _title_after(row, end))
    elif end - at == 1 and at and row[at - 1].office and not row[at - 1].ends:
        found.add(row[at].bare, (row[at].bare,), (row, at, end), _title_before(row, at))
    return max(end, at + 1)


def _is_short_name(read: _Reader, printed: list[str], at: int) -> bool:
    """True for a stop word printed as part of a name ("Ван И")."""
    word, before = read[printed[at]], read[printed[at - 1]]
    return word.bare[:1].isupper() and before.name and not before.bare.isupper()


def _office_before(row: _Words, at: int) -> int:
    """The nearest word for an office in the few words before a name ("министр иностранных дел"); -1 for none."""
    for i in range(at - 1, max(-1, at - LONGEST - 1), -1):
        if row[i].ends or row[i].low in row.read.lists.stops:
            return -1
        if row[i].office:
            return i
    return -1


def _behind_office(row: _Words, begin: int, end: int, office: int, found: Introduced) -> int:
    """Remember a name behind an office and its place ("глава МИД Лузении Ада Вель"), with that title."""
    first = office
    while first > 0 and row[first - 1].office and not row[first - 1].ends:
        first -= 1
    title = " ".join(row[i].bare for i in range(first, begin))
    name = " ".join(row[i].bare for i in range(begin, end))
    found.add(name, (row[end - 1].bare, row[begin].bare), (row, begin, end), (title, first, begin))
    return end


def _title_before(row: _Words, at: int) -> tuple[str, int, int]:
    if at == 0 or not row[at - 1].office or row[at - 1].ends:
        return NO_TITLE
    lists = row.read.lists
    begin = at - 1
    while begin > 0 and at - begin < TITLE_WORDS and not row[begin - 1].ends:
        before = row[begin - 1]
        if not (before.bare[:1].isupper() or before.office) or before.low in lists.stops:
            break
        begin -= 1
    while begin < at and row[begin].low in lists.before:
        begin += 1
    return " ".join(row[i].bare for i in range(begin, at)), begin, at


def _title_apposed(row: _Words, at: int, end: int) -> tuple[str, int, int]:
    """ "The minister of trade, NAME,": from the office behind its article up to the comma."""
    if at == 0 or not row.printed[at - 1].endswith(",") or not row.printed[end - 1].endswith(","):
        return NO_TITLE
    for begin in range(at - 1, max(0, at - TITLE_WORDS), -1):
        if begin < at - 1 and row[begin].ends:
            break
        if row[begin].office and row[begin - 1].low in row.read.lists.determiners and not row[begin - 1].ends:
            return " ".join(row[i].bare for i in range(begin, at)), begin, at
    return NO_TITLE


def _title_after(row: _Words, end: int) -> tuple[str, int, int]:
    """ "NAME, the minister of trade,": up to the next comma."""
    if end >= len(row) or not row[end - 1].ends or not any(row[i].office for i in range(end, min(end + 3, len(row)))):
        return NO_TITLE
    last = next((i for i in range(end, min(end + TITLE_WORDS, len(row))) if row[i].ends), -1)
    if last < 0:
        return NO_TITLE
    while end < last and row[end].low in row.read.lists.determiners:
        end += 1
    return " ".join(row[i].bare for i in range(end, last + 1)), end, last + 1


def _unspaced(row: _Characters, text: str, speech: Speech, found: Introduced) -> None:
    """ "特沙尔外交部发言人哈林·达罗在…": the title begins with its clause, the name ends before the next known word."""
    signs = set(text)
    for office in [w for w in speech.offices if w[0] in signs]:
        at = text.find(office)
        while at >= 0:
            end = at + len(office)
            name = _han_name(text, end, speech)
            if name:
                begin = at
                while begin > 0 and at - begin < HAN_TITLE and text[begin - 1] not in HAN_BREAKS:
                    begin -= 1
                parts = tuple(dict.fromkeys((name, *name.split("·"))))
                found.add(name, parts, (row, end, end + len(name)), (text[begin:end], begin, end))
            at = text.find(office, end)


@lru_cache(maxsize=32)
def _enders(speech: Speech) -> tuple[str, ...]:
    """Words before which a name ends."""
    return tuple(w for w in (*speech.stops, *speech.auxiliaries, *speech.say, *speech.stance, *speech.think) if w)


def _han_name(text: str, begin: int, speech: Speech) -> str:
    window = text[begin : begin + HAN_NAME + 4]
    stop = len(window)
    for i, char in enumerate(window):
        if char in HAN_BREAKS:
            stop = i
            break
    signs = set(window)
    for word in [w for w in _enders(speech) if w[0] in signs]:
        at = window.find(word, 1, stop)
        if at > 0:
            stop = at
    name = without_date(window[: stop + 1]) if window[stop : stop + 1] in ("日", "号") else window[:stop]
    name = name[:stop]
    if (
        name.startswith(speech.kin)
        or any(office in name for office in speech.offices)
        or not 2 <= len(name) <= HAN_NAME
    ):
        return ""
    return name if len(name) <= 4 or "·" in name or name.isascii() else ""
