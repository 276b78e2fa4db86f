"""Printed speaker labels: "Question:", "MS. REED:", "记者：", "В.Петров:", "Embassy Spokesperson:".

Lives here: is the head of a paragraph a speaker label, and what sort. Not here: who that is (``annotate``), which
turn it opens and whether it asks or answers (``turns``). Sorts: "ask" (question words, journalists, outlets),
"reply" (answer words, a spokesperson's office), "person" (a name or title; sure by its form), "maybe" (a form that
other lines share: kept only where the page speaks in turns), "crowd", "note".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import re2

from onrecord.structure.rules import Rules, fold
from onrecord.text.detect import is_han
from onrecord.text.numbered import unnumbered

NUMBERED = 24  # characters within which the number of a question stands
REACH = 120  # characters within which a label's colon must stand
MARKS = "*_#<u>/ \t\xa0\u3000-—–•>\\"
QUOTES = '“"«„「『'


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker label at ``[start, end)`` (without colon and marks); the words begin at ``after``."""

    start: int
    end: int
    after: int
    sort: str


def voice_at(chars: str, start: int, end: int, rules: Rules) -> Voice | None:
    """The speaker label at the head of ``chars[start:end]``, or None."""
    reach = min(end, start + REACH)
    colon = _colon(chars, start, reach)
    bare = _bare_q(chars, start, end) or _numbered(chars, start, end, rules)
    if bare and (colon < 0 or colon > bare.after + 2):
        return bare
    if colon < 0:
        return None
    begin, stop = _trim(chars, start, colon)
    if begin >= stop:
        return None
    after = colon + 1
    while after < end and chars[after] in " \xa0\t*_\u3000":
        after += 1
    sort = sort_of(chars[begin:stop], rules)
    if not sort:
        return None
    label = chars[begin:stop]
    if _addresses(label, rules, alone=after >= end):
        return None  # "Mr. President:" speaks to somebody
    if after < end and not label.isupper() and not _word(label, rules):
        if chars[after] in QUOTES:
            return None  # «Minister Reed: "We agree"» attributes a quotation
        if chars[after].islower() and sort != "crowd" and "." not in label:
            return None  # «Ambassador: thank you» speaks to somebody
    if chars.startswith("//", colon + 1):
        return None
    return Voice(begin, stop, after, sort)


def _addresses(label: str, rules: Rules, *, alone: bool) -> bool:
    """True for a form of address: any that stands alone on its line, else one of title words only ("Mr. President";
    a parliament's "Madam Speaker: Order!" is a label)."""
    if not any(hit.sort == "salutation" for hit in rules.lines.hits(f"{label},")):
        return False
    tokens = fold(label).split()
    return alone or (
        not label.isupper()
        and tokens[-1] != "speaker"
        and _title_length(label.lower(), rules) > 0
        and all(t.strip(".") in " ".join(rules.words["speaker_titles"]).split() for t in tokens)
    )


def _word(label: str, rules: Rules) -> bool:
    """True for a label that is a word for question, answer or asker, and no name."""
    words = unnumbered(fold(label))
    return any(words in rules.words[t] for t in ("question", "answer", "journalist"))


def _colon(chars: str, start: int, reach: int) -> int:
    found = [i for i in (chars.find(":", start, reach), chars.find("：", start, reach)) if i >= 0]
    return min(found) if found else -1


def _trim(chars: str, start: int, colon: int) -> tuple[int, int]:
    begin, stop = start, colon
    while begin < stop and chars[begin] in MARKS:
        begin += 1
    while stop > begin and chars[stop - 1] in MARKS:
        stop -= 1
    return begin, stop


def _bare_q(chars: str, start: int, end: int) -> Voice | None:
    """ "Q" or "A" set off by space and no colon, as some transcripts print it."""
    begin = start
    while begin < end and chars[begin] in "*_":
        begin += 1
    if begin >= end or chars[begin] not in "QＱ":
        return None
    at = begin + 1
    while at < end and chars[at] in "*_.":
        at += 1
    space = at
    while at < end and chars[at] in " \xa0\t":
        at += 1
    if at == space or at >= end:
        return None
    wide = at - space > 1 or chars[space] != " "
    if (chars[at].isalpha() and (wide or chars[at].isupper())) or (wide and not chars[at].isspace()):
        return Voice(begin, begin + 1, at, "ask")
    return None


@cache
def _counted() -> re2._Regexp:
    """A word, a number and the stop that tells "Q1." or "Q.1" from a quarter of a year."""
    return re2.compile(r"(\pL{1,10})(?:\.\d{1,2}|[ \x{a0}]?\d{1,2}[.)）、．])([ \x{a0}\t*_\x{3000}]+)\S")


def _numbered(chars: str, start: int, end: int, rules: Rules) -> Voice | None:
    """ "Q1." or "Q.1" or "Question 2)" without a colon."""
    begin, _ = _trim(chars, start, end)
    found = _counted().match(chars[begin : min(end, begin + NUMBERED)]) if begin < end else None
    if found is None or chars[begin].islower() or found.group()[-1].islower():
        return None
    label = fold(found.group(1))
    sort = "ask" if label in rules.words["question"] else "reply" if label in rules.words["answer"] else ""
    stop = begin + len(found.group()[: found.start(2)].rstrip(".)）、．"))
    return Voice(begin, stop, begin + found.end(2), sort) if sort else None


def sort_of(label: str, rules: Rules) -> str:
    """What sort of voice a printed label names; "" when it is no speaker label.

    Wrong for headings that look like names ("Cold Comfort: ..."): those come out as "maybe".
    """
    words = fold(label)
    if "(" in words and words.endswith(")"):
        words = fold(words[: words.index("(")])
    counted = unnumbered(words)
    if counted in rules.words["question"] or words in rules.words["journalist"]:
        return "ask"
    if counted in rules.words["answer"]:  # "A:" answers in English, and addresses a letter in Spanish
        return "reply"
    if not words or words in rules.words["not_speakers"]:
        return ""
    if words in rules.words["crowd"]:
        return "crowd"
    if words in rules.words["notes"]:
        return "note"
    if is_han(label[0]) or (label[0] in "《“" and len(label) < 40):
        return _han(label, words, rules)
    return _spelled(label, words, rules)


def _han(label: str, words: str, rules: Rules) -> str:
    if len(label) > 26 or any(c in "，。；？！、" for c in label.strip("《》“”")):
        return ""
    if any(words.endswith(w) for w in rules.words["outlet_endings"] if is_han(w[0])) or (
        any(words.endswith(w) for w in rules.words["journalist"] if is_han(w[0]))
    ):
        return "ask"
    if any(words.endswith(w) for w in rules.words["offices"] if is_han(w[0])):
        return "reply" if words.endswith(("发言人", "發言人")) else "person"
    return "maybe" if len(label) <= 4 or "·" in label else ""


def _spelled(label: str, words: str, rules: Rules) -> str:
    tokens = label.replace("\xa0", " ").split()
    if len(tokens) > 14 or any(c in label for c in '!?;…“”"«»|[]=@'):
        return ""
    if initialed(tokens):
        return "person"
    if label.upper() != label.lower() and label.isupper() and _ends_in(words, rules.words["offices"]):
        return "person"
    if _ends_in(words, rules.words["offices"]):
        return "reply" if _titled(tokens) and len(tokens) <= 6 else ""
    if words in rules.words["outlet_endings"] or (len(tokens) <= 6 and _ends_in(words, rules.words["outlet_endings"])):
        return "ask" if _titled(tokens) else ""
    title = _title_length(words, rules)
    cased = label.upper() != label.lower()
    if cased and label.isupper():
        if title or len(tokens) <= 3:
            return "person" if title else "maybe"
        return "person" if len(tokens) <= 12 and "," in label else "maybe" if len(tokens) <= 4 else ""
    if not _titled(tokens) or len(tokens) > 8:
        return ""
    if not cased:  # Arabic and others without capitals: only what a title opens
        return "person" if title and len(tokens) <= 5 else ""
    return "person" if title and len(tokens) > 1 else "maybe" if len(tokens) <= 5 else ""


def initialed(tokens: list[str]) -> bool:
    """ "В.Петров", "J. Smith", "М. В. Захарова": initials and one surname."""
    if not 1 <= len(tokens) <= 3:
        return False
    whole = "".join(tokens)
    parts = whole.split(".")
    surname = parts[-1]
    initials = parts[:-1]
    return (
        1 <= len(initials) <= 2
        and all(len(i) == 1 and i.isupper() for i in initials)
        and len(surname) > 2
        and surname[0].isupper()
        and surname.replace("-", "").isalpha()
    )


SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "de",
        "la",
        "del",
        "des",
        "du",
        "di",
        "da",
        "von",
        "van",
        "al",
        "el",
        "bin",
        "ibn",
        "y",
        "e",
        "i",
        "и",
        "по",
        "du-",
    ]
)


def _titled(tokens: list[str]) -> bool:
    """True when every word begins with a capital (or a caseless letter), small words aside."""
    for token in tokens:
        core = token.strip("(),.’'-/&")
        if not core:
            continue
        first = core[0]
        if first.isalpha() and first.islower() and core not in SMALL:
            return False
        if not first.isalpha():
            return False
    return tokens[0][0].isalpha() and not tokens[0][0].islower()


def _ends_in(words: str, table: dict[str, str]) -> bool:
    """True when the last one, two or three words are an entry."""
    tokens = words.split(" ")
    return any(" ".join(tokens[-n:]) in table for n in (1, 2, 3)) or words in table


def _title_length(words: str, rules: Rules) -> int:
    """Length of the speaker title a folded label begins with; 0 for none."""
    titles = rules.words["speaker_titles"]
    tokens = words.replace(".", " ").split()
    for n in (4, 3, 2, 1):
        head = " ".join(tokens[:n])
        if n <= len(tokens) and head in titles:
            return len(head)
    return 0
