"""Language and publisher data compiled for the steps: label tables and pattern sets, once for each Knowledge.

Lives here: compilation and look-up. Not here: the words (``knowledge.languages.*.labels``), decisions (the steps).
Patterns are google-re2 (linear time). A pattern with ``A-Z`` or an upper-case class is matched with case, others
without. A line longer than ``LINE`` characters is never asked: furniture, sources and datelines are short.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import re2

from onrecord.knowledge import Knowledge, Language
from onrecord.text.detect import is_han

LINE = 320
LINES_KEPT = 2048
SET_MEMORY = 64 * 1024 * 1024
KINDS = ("furniture", "credit", "dateline", "signpost", "salutation", "translation")


# Space signs that RE2 does not count as white space, and line ends, which its dot does not cross: one for one.
SPACES = "\xa0\u3000\u202f\n\r\t"


def fold(words: str) -> str:
    """Words for comparing: case folded, outer space and full-width colon removed, inner space single.

    >>> fold(" Embassy  Spokesperson：")
    'embassy spokesperson'
    """
    return " ".join(words.casefold().strip(" :：.·\t\r\n\xa0\u3000").split())


def names_one(words: str, nouns: dict[str, str]) -> bool:
    """True when a folded line holds one of the nouns, as a word where words are spaced."""
    spaced = " " + "".join(c if c.isalnum() or c in "-'’" else " " for c in words) + " "
    return any((w in words) if is_han(w[0]) else (f" {w} " in spaced) for w in nouns)


@dataclass(frozen=True, slots=True)
class Hit:
    """A line pattern that matched: what the line is, and the language whose data says so ("" for an outlet's)."""

    sort: str
    lang: str


class LinePatterns:
    """All line patterns of all languages and outlets in one automaton: one pass over a line answers for all."""

    __slots__ = ("_hits", "_limits", "_set", "hits")

    def __init__(self, entries: Iterable[tuple[str, Hit]]) -> None:
        options = re2.Options()
        options.max_mem = SET_MEMORY
        options.log_errors = False
        self._set = re2.Set.SearchSet(options)
        self._hits: list[Hit] = []
        self._limits: list[int] = []
        for pattern, hit in entries:
            self._set.Add(unbounded(cased(pattern)))
            self._hits.append(hit)
            self._limits.append(reach(pattern))
        self._set.Compile()
        self.hits = lru_cache(maxsize=LINES_KEPT)(self._ask)

    def _ask(self, line: str) -> tuple[Hit, ...]:
        """What the line is by any pattern, in the order of ``KINDS``; nothing for an over-long line.

        The public name is ``hits``, which keeps the last answers: several steps ask about the same line, and the
        pages of an outlet share their furniture.
        """
        if len(line) > LINE or not self._hits:
            return ()
        for sign in SPACES:
            line = line.replace(sign, " ")
        found = self._set.Match(line)
        return tuple(self._hits[i] for i in sorted(found) if len(line) <= self._limits[i]) if found else ()


def cased(pattern: str) -> str:
    """The pattern, told to ignore case unless it speaks of upper-case letters itself."""
    return pattern if "A-Z" in pattern or "{Lu}" in pattern else f"(?i){pattern}"


def unbounded(pattern: str) -> str:
    """The pattern with its long counted repeats made plain ones: counting costs automaton states by the thousand.

    The length that the counts allowed is kept by ``reach``. RE2's ``\\W`` knows ASCII only and would take every
    letter of other scripts for a sign, so it is read as "signs and space".

    >>> unbounded("^a.{0,60}b{2}$")
    '^a.*b{2}$'
    """
    plain = re2.sub(r"\{[1-9]\d*,\d\d+\}", "+", re2.sub(r"\{0,\d\d+\}", "*", pattern))
    return str(plain).replace(r"\W", r"[\s\pP\pS]")


def reach(pattern: str) -> int:
    """The longest line that a whole-line pattern may claim, from its counted repeats; ``LINE`` for one without end.

    >>> reach("^share .{0,60}$"), reach("all rights reserved")
    (110, 320)
    """
    if not (pattern.lstrip("(?i)").startswith("^") and pattern.endswith("$")):
        return LINE
    return min(LINE, 50 + sum(int(n) for n in re2.findall(r"\{\d+,(\d+)\}", pattern)))


def _entries(know: Knowledge) -> Iterable[tuple[str, Hit]]:
    for sort in KINDS:
        for language in know.languages:
            for pattern in getattr(language.labels, sort):
                yield pattern, Hit(sort, language.code)
        if sort in ("furniture", "dateline"):
            for publisher in know.publishers:
                for pattern in getattr(publisher, sort):
                    yield pattern, Hit(sort, "")


def _table(know: Knowledge, name: str) -> dict[str, str]:
    """Folded label -> code of the first language that has it."""
    found: dict[str, str] = {}
    for language in know.languages:
        for word in getattr(language.labels, name):
            found.setdefault(fold(word), language.code)
    return found


TABLES = (
    "question", "answer", "journalist", "outlet_endings", "speaker_titles", "offices", "crowd", "notes", "not_speakers",
    "greeting", "keywords", "source", "headline", "body", "crumbs", "related", "contents", "places", "address",
    "official", "openers", "missing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """Compiled data of one Knowledge. ``words`` holds a table (folded label -> language) for each name in TABLES."""

    know: Knowledge
    lines: LinePatterns
    words: dict[str, dict[str, str]]
    openings: re2._Regexp | None
    invitation: re2._Regexp | None
    reported: re2._Regexp | None
    says: frozenset[str] = frozenset()
    common: dict[str, frozenset[str]] = field(default_factory=dict)
    venues: dict[str, re2._Regexp] = field(default_factory=dict)
    ordinals: frozenset[str] = frozenset()

    def has(self, table: str, words: str) -> bool:
        """True when the folded words are an entry of a table."""
        return fold(words) in self.words[table]

    def opening(self, head: str) -> int:
        """How many characters of a paragraph's head are an agency's dateline."""
        found = self.openings.match(head) if self.openings else None
        return int(found.end()) if found else 0


def _either(languages: tuple[Language, ...], name: str, *, literal: bool = False) -> re2._Regexp | None:
    parts = [re2.escape(w) if literal else w for x in languages for w in getattr(x.labels, name)]
    return re2.compile("(?i)(?:" + "|".join(parts) + ")") if parts else None


@dataclass(frozen=True, slots=True)
class _Key:
    fingerprint: str
    know: Knowledge = field(compare=False, hash=False)


@lru_cache(maxsize=4)
def _rules(key: _Key) -> Rules:
    know = key.know
    openings = [f"(?:{unbounded(p)})" for x in know.languages for p in x.labels.opening]
    return Rules(
        know=know,
        lines=LinePatterns(_entries(know)),
        words={name: _table(know, name) for name in TABLES},
        openings=re2.compile("|".join(openings)) if openings else None,
        invitation=_either(know.languages, "invitation"),
        reported=_either(know.languages, "reported", literal=True),
        says=frozenset(w for x in know.languages if x.spaced for w in x.speech.say if w not in x.speech.doubtful),
        common={x.code: frozenset(x.labels.common) for x in know.languages},
        venues={x.code.split("-")[0]: p for x in know.languages if (p := _either((x,), "venue"))},
        ordinals=frozenset(w for x in know.languages for w in x.calendar.ordinals),
    )


def rules_of(know: Knowledge) -> Rules:
    """The compiled rules of a Knowledge; compiled once for each fingerprint."""
    return _rules(_Key(know.fingerprint, know))
