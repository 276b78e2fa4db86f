"""Step 2: the language of each passage.

Lives here: how a passage's own evidence and its neighbours' are weighed. Not here: detection of one stretch
(``text.detect``). A long passage speaks for itself, a short or mixed one follows the page: the model is asked once
for a run of passages, and again only for a passage that lacks the frequent words of the language around it.
"""

from __future__ import annotations

from functools import cache

import re2

from onrecord.structure.passage import Passage, Sheet
from onrecord.text.detect import SAMPLE, UNKNOWN, ask_model, chinese, fits, script

LONG = 60  # letters from which a passage speaks for itself
NAMES = 25  # characters up to which a line is a name or a label, which follows the page whatever its letters
WIDE = ("zh", "ja", "ko")  # among which names and links in Latin letters are at home
LOOK = 1500  # characters of a passage looked at
WORDS = 480  # characters in which a passage is asked for frequent words
SURE = 0.55  # margin below which a short passage follows its neighbours
ADDRESS_SIGNS = ("://", "www.", "](")
SHARED = ("Latn", "Cyrl", "Arab", "other")  # scripts of many languages: the model decides


def assign(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Give every passage a language; "und" only where nothing on the page tells."""
    linked = any(sign in sheet.chars for sign in ADDRESS_SIGNS)
    bare = [_words_of(sheet, p) if linked else sheet.chars[p.start : min(p.end, p.start + LOOK)] for p in passages]
    scripts = [script(b) for b in bare]
    known: dict[str, str] = {}
    variant = _variant(bare, scripts)
    for passage, words, kind in zip(passages, bare, scripts, strict=True):
        if passage.lang:
            continue
        passage.lang, passage.told_by = _own(sheet, words, kind, known, variant)
    _withdraw(sheet, passages, bare)
    _inherit(passages, bare, scripts)
    return passages


def _words_of(sheet: Sheet, passage: Passage) -> str:
    """A passage without the addresses in it: a URL has no language."""
    chars = sheet.chars[passage.start : min(passage.end, passage.start + LOOK)]
    if not any(sign in chars for sign in ADDRESS_SIGNS):
        return chars
    return str(_addresses().sub(" ", chars)).removesuffix(" ")


@cache
def _addresses() -> re2._Regexp:
    """An address, bare or as the target of a Markdown link, with the sign after it."""
    return re2.compile(r"(?s)(?:http|www\.|\]\()[^\s\pZ\x0b\x1c-\x1f\x85)>，。（）]*.?")


def _variant(bare: list[str], scripts: list[str]) -> str:
    """The Chinese of the page as a whole: what a passage without telling characters is in."""
    han = "".join(b for b, s in zip(bare, scripts, strict=True) if s == "Hani")[:6000]
    found = chinese(han) if han else "zh"
    return "zh-Hans" if found == "zh" else found


def _own(sheet: Sheet, words: str, kind: str, known: dict[str, str], variant: str) -> tuple[str, str]:
    """The language a passage shows by itself and what shows it; two empty strings when it shows none."""
    if kind == "Hani":
        found = chinese(words[:1200])
        few = len(words) < 30
        return (variant if found == "zh" or few else found), "script"
    if kind in ("Kana", "Hang"):
        return ("ja" if kind == "Kana" else "ko"), "script"
    if kind not in SHARED:
        return "", ""
    letters = len(words)
    last = known.get(kind)
    if last and letters < 25:
        return last, "neighbours"
    if last and agrees(words, sheet.rules.common.get(last, frozenset())):
        return last, "frequent_words"
    if letters < 20:
        return "", ""
    code, margin = ask_model(words[:SAMPLE])
    by = "model"
    if letters < LONG and margin < SURE:
        code, by = (last, "neighbours") if last else ((code if code in sheet.rules.common else ""), "model")
    if code == UNKNOWN:
        return (last, "neighbours") if last else ("", "")
    if code and letters >= 25:
        known[kind] = code
    return code, by


def agrees(words: str, common: frozenset[str]) -> bool:
    """True when a passage has enough of a language's frequent words to need no further question."""
    if not common:
        return False
    sample = words[:WORDS].casefold().split()
    need = 2 if len(sample) < 25 else 4
    return len(common.intersection(sample)) >= need


def _withdraw(sheet: Sheet, passages: list[Passage], bare: list[str]) -> None:
    """A short passage is in no language that has no data here, unless a long passage of the page is: a dateline in
    capitals shows the model too little."""
    common = sheet.rules.common
    spoken = {p.lang for p, words in zip(passages, bare, strict=True) if len(words) >= LONG and p.lang}
    for passage, words in zip(passages, bare, strict=True):
        guessed = passage.told_by in ("model", "neighbours") and script(words) in SHARED
        if spoken and guessed and len(words) < LONG and passage.lang not in spoken and passage.lang not in common:
            passage.lang, passage.told_by = "", "neighbours"


def _inherit(passages: list[Passage], bare: list[str], scripts: list[str]) -> None:
    """Passages without a language of their own take the one before, else the one after; words never take a language
    that is not printed in their letters, but a name or two stands in any."""
    for passage in passages:
        passage.told_by = passage.told_by or "neighbours"
    both = list(zip(passages, bare, scripts, strict=True))
    for order in (both, both[::-1]):
        last = ""
        for passage, words, kind in order:
            few = len(words) < (LONG if last.startswith(WIDE) else NAMES)
            if not passage.lang and (few or fits(last, kind)):
                passage.lang = last
            last = passage.lang or last
    for passage in passages:
        passage.lang = passage.lang or UNKNOWN
