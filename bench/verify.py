"""Quotations verified, measured: press quotations, a planted set of all verdicts, translations.

Press quotations are judged by the evaluation's scorer. The planted set is made here, with its seed, from dated corpora
in three languages: sentences taken as they are (verbatim), changed in form only (formal), in one word that tells
(altered), two joined that stand far apart (stitched), sentences that people translated from another language that the
record holds (translation), and sentences of texts that are left out of the record and share no run of six words, or ten
Chinese characters, with it (not held). Figures are recalls of each verdict with the whole table beside them.
Translations: English references of Chinese news sentences, half of whose sources are left out; with ``--machine`` what
a system of WMT 2021 made of the same sentences (its output stands beside the project of that year; it is only
measured); then a number changed, or a negation taken away or put in. ``--broken`` swaps two verdicts in every answer,
or takes strangers from what is held and pairs sentences that have nothing to do with each other, so that the harness is
seen to fail.

    python bench/verify.py press [--broken]
    python bench/verify.py planted [--each 500] [--seed 5] [--only en] [--broken] [--misses 3]
    python bench/verify.py translations [--each 200] [--machine FILE] [--broken]

A large record and what a start costs are measured by ``verify_scale.py``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord.compare import across
from onrecord.compare.figures import figures, unanswered
from onrecord.compare.polarity import denied_once
from onrecord.compare.receipts import Asked, Receipt, shape
from onrecord.compare.telling import Telling, telling
from onrecord.knowledge import Knowledge, load
from onrecord.model import Span
from onrecord.record import quoting, translating, verifying
from onrecord.text.align import Lexicon, lexicon
from onrecord.text.segment import sentences

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
CORPORA = {"en": "state_dept_rss_en.jsonl.gz", "zh-Hans": "xwlb_zh.jsonl.gz", "es": "cfk_es.jsonl.gz"}
HELD = {"en": 900, "zh-Hans": 3_000, "es": 250}
VERDICTS = ("verbatim", "formal", "altered", "stitched", "translation", "not_held")
FOREIGN = 1_000  # sentences in another language that the record of each language holds, besides its own texts
Sentence = tuple[int, int, int]  # text, start, end
NEGATIONS = {"en": (" not ", " "), "es": (" no ", " "), "zh-Hans": ("不", "")}
MODALS = {
    "en": [(" will ", " may "), (" must ", " could "), (" should ", " must ")],
    "es": [(" debe ", " puede "), (" va a ", " podría "), (" puede ", " debe ")],
    "zh-Hans": [("必须", "可以"), ("要", "可"), ("将", "可能")],
}
WORDS = {
    "en": ["harbour", "lantern", "violet", "copper", "orchard"],
    "es": ["puerto", "linterna", "violeta", "cobre", "huerto"],
    "zh-Hans": ["港口", "灯笼", "紫罗兰", "果园"],
}


def lines(name: str, most: int) -> list[dict[str, Any]]:
    """The first lines of a corpus."""
    with gzip.open(SHARED / "bulk" / name, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line, _ in zip(stream, range(most), strict=False)]


def answers(
    texts: list[dict[str, Any]], asked: list[Asked], know: Knowledge, *, translations: bool = False
) -> list[Receipt]:
    """Receipts of quotations against texts; with ``translations`` those not held are looked for in other languages."""
    rows = (
        msgspec.json.encode({k: t.get(k) for k in ("id", "text", "title", "lang", "date") if t.get(k)}) for t in texts
    )
    with quoting.lines_to_ask(rows, know) as corpus:
        begin = time.process_time()
        found = verifying.receipts(corpus, know, asked)
        if translations:
            found = translating.with_translations(corpus, know, found)
        print(f"  {len(asked)} quotations in {time.process_time() - begin:.2f} CPU s", file=sys.stderr)
        return found


def press(broken: bool) -> None:
    """The press quotations, by the evaluation's scorer."""
    folder = SHARED / "eval" / "verify"
    with gzip.open(folder / "official.jsonl.gz", "rt", encoding="utf-8") as stream:
        texts = [json.loads(line) for line in stream]
    with (folder / "quotes.jsonl").open("rb") as stream:
        asked = quoting.of_lines(stream)
    found = [shape(one) for one in answers(texts, asked, load())]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(json.dumps(_swapped(one) if broken else one) + "\n" for one in found)
        out.flush()
        subprocess.run([sys.executable, str(folder / "score.py"), str(folder / "quotes.jsonl"), out.name], check=True)


def _swapped(one: dict[str, Any]) -> dict[str, Any]:
    other = {"verbatim": "altered", "altered": "verbatim"}
    return {**one, "verdict": other.get(one["verdict"], one["verdict"])}


class Planter:
    """Makes quotations of each verdict out of the sentences of one corpus."""

    def __init__(self, lang: str, texts: list[dict[str, Any]], chance: random.Random) -> None:
        self.lang, self.texts, self.chance = lang, texts, chance
        self.sentences = [(n, s.start, s.end) for n, t in enumerate(texts) for s in sentences(t["text"], lang)]
        low, high = (14, 80) if lang.startswith("zh") else (50, 320)
        self.sentences = [s for s in self.sentences if low <= s[2] - s[1] <= high]
        self.by_text: defaultdict[int, list[Sentence]] = defaultdict(list)
        for sentence in self.sentences:
            self.by_text[sentence[0]].append(sentence)

    def words(self, sentence: Sentence) -> str:
        """A sentence on one line."""
        return " ".join(self.texts[sentence[0]]["text"][sentence[1] : sentence[2]].split())

    def many(self, verdict: str, count: int) -> Iterator[tuple[str, str]]:
        """Quotations of a verdict with the way they were made."""
        makers: dict[str, Callable[[Sentence], tuple[str, str] | None]] = {
            "verbatim": self._verbatim, "formal": self._formal, "altered": self._altered, "stitched": self._stitched,
            "not_held": self._verbatim,
        }  # fmt: skip
        made = 0
        while made < count:
            one = makers[verdict](self.chance.choice(self.sentences))
            if one:
                made += 1
                yield one

    def _spaced(self) -> str:
        return "" if self.lang.startswith("zh") else " "

    def _parts(self, sentence: Sentence) -> list[str]:
        """Words; in Chinese characters, with figures and their signs whole."""
        words = self.words(sentence)
        if not self.lang.startswith("zh"):
            return words.split()
        parts: list[str] = []
        for char in words:
            figure = char.isascii() and not char.isspace()
            if figure and parts and parts[-1].isascii() and not parts[-1].isspace():
                parts[-1] += char
            else:
                parts.append(char)
        return parts

    def _verbatim(self, sentence: Sentence) -> tuple[str, str] | None:
        parts = self._parts(sentence)
        if self.chance.random() < 0.5:
            return self.words(sentence), "whole"
        size = max(10, len(parts) * 2 // 3)
        start = self.chance.randrange(max(1, len(parts) - size))
        return self._spaced().join(parts[start : start + size]), "piece"

    def _formal(self, sentence: Sentence) -> tuple[str, str] | None:
        parts = self._parts(sentence)
        if len(parts) < 14:
            return None
        at = self.chance.randrange(5, len(parts) - 6)
        if self.chance.random() < 0.5:
            gone = self.chance.randrange(1, min(6, len(parts) - at - 4))
            if not any(c.isalnum() for c in "".join(parts[at : at + gone])):
                return None
            return self._spaced().join([*parts[:at], "…" if self._spaced() else "……", *parts[at + gone :]]), "ellipsis"
        put = self.chance.choice(WORDS[self.lang])
        return self._spaced().join([*parts[:at], f"[{put}]", *parts[at:]]), "bracket"

    def _altered(self, sentence: Sentence) -> tuple[str, str] | None:
        words = self.words(sentence)
        way = self.chance.choice(["number", "negation", "modal", "word", "dropped"])
        if way == "number":
            digits = [n for n, c in enumerate(words) if c in "123456789"]
            if not digits:
                return None
            at = self.chance.choice(digits)
            return words[:at] + str((int(words[at]) + self.chance.randrange(1, 8)) % 9 + 1) + words[at + 1 :], way
        if way in ("negation", "modal"):
            old, new = NEGATIONS[self.lang] if way == "negation" else self.chance.choice(MODALS[self.lang])
            return (words.replace(old, new, 1), way) if old in words else None
        parts = self._parts(sentence)
        if len(parts) < 16:
            return None
        at = self.chance.randrange(4, len(parts) - 5)
        size = 3 if self._spaced() else 6
        if way == "dropped" and sum(c.isalnum() for c in "".join(parts[at + size :])) < 2:
            return None  # with its end gone it would stand there word for word
        put = [] if way == "dropped" else [self.chance.choice(WORDS[self.lang])]
        return self._spaced().join([*parts[:at], *put, *parts[at + (size if way == "dropped" else 1) :]]), way

    def _stitched(self, sentence: Sentence) -> tuple[str, str] | None:
        far = [s for s in self.by_text[sentence[0]] if abs(s[1] - sentence[1]) > 1_200]
        if not far:
            return None
        other = self.chance.choice(far)
        first, last = self.words(sentence), self.words(other)
        if self.chance.random() < 0.3:
            first, last = last, first
        return f"{first}{self._spaced()}{last}", "far"


def planted(each: int, seed: int, broken: bool, misses: int, only: str) -> None:
    """All verdicts in three languages: a table for each and the worst recall."""
    know, worst = load(), 1.0
    for lang, name in CORPORA.items():
        if only not in ("", lang):
            continue
        chance = random.Random(seed)
        texts = [t for t in lines(name, HELD[lang] * 2) if len(t["text"]) > 300]
        chance.shuffle(texts)
        held, away = texts[: len(texts) // 2], texts[len(texts) // 2 :]
        inside, outside = Planter(lang, held, chance), Planter(lang, away, chance)
        known = {run for s in inside.sentences for run in _runs(inside, s)}
        outside.sentences = [s for s in outside.sentences if known.isdisjoint(_runs(outside, s))]
        pairs = translated(lang, chance)
        wanted = [
            (v, *one)
            for v in VERDICTS
            if v != "translation"
            for one in (outside if v == "not_held" else inside).many(v, each)
        ]
        wanted += [("translation", one, "translated") for one, _ in pairs[:each]]
        foreign = [
            {"id": f"t{n}", "text": other, "lang": "zh" if lang == "en" else "en"} for n, (_, other) in enumerate(pairs)
        ]
        asked = [Asked(str(n), quoted, lang) for n, (_, quoted, _) in enumerate(wanted)]
        found = answers([*held, *foreign], asked, know, translations=True)
        worst = min(worst, _table(lang, wanted, found, broken, misses))
    print(json.dumps({"worst_recall": round(worst, 3)}))


def translated(lang: str, chance: random.Random) -> list[tuple[str, str]]:
    """Sentences in a language with those in another that they translate, both by people."""
    if lang == "es":
        folder = SHARED / "eval" / "align" / "ntrex"
        sides = [(folder / name).read_text(encoding="utf-8").splitlines() for name in ("ref.spa.txt", "src.eng.txt")]
        pairs = list(zip(*sides, strict=True))
    else:
        way = "zh-en" if lang == "en" else "en-zh"
        rows = [r for r in lines("wmt_zh_en_segments.jsonl.gz", 6_000) if r["pair"] == way]
        pairs = [(next(iter(r["refs"].values())), r["src"]) for r in rows]
    low, high = (14, 80) if lang.startswith("zh") else (50, 320)
    pairs = [pair for pair in pairs if low <= len(pair[0]) <= high]
    chance.shuffle(pairs)
    return pairs[:FOREIGN]


def _runs(planter: Planter, sentence: Sentence) -> set[tuple[str, ...]]:
    """Runs of six words, or ten Chinese characters: who shares one with a held sentence is no stranger to it."""
    parts = [c for c in planter._parts(sentence) if any(x.isalnum() for x in c)]
    size = 6 if planter._spaced() else 10
    return {tuple(parts[n : n + size]) for n in range(max(1, len(parts) - size + 1))}


def _table(lang: str, wanted: list[tuple[str, str, str]], found: list[Receipt], broken: bool, misses: int) -> float:
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    ways: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shown: Counter[str] = Counter()
    for (verdict, quoted, way), receipt in zip(wanted, found, strict=True):
        said = _swapped({"verdict": receipt.verdict})["verdict"] if broken else receipt.verdict
        table[verdict][said] += 1
        if said != verdict:
            ways[verdict][way] += 1
            shown[verdict] += 1
            if shown[verdict] <= misses:
                told = [(c.kind, c.a_words, c.b_words) for c in receipt.changes]
                print(f"    {verdict} ({way}) -> {said}: {quoted[:200]}\n      {told}")
    recalls = {v: table[v][v] / max(1, table[v].total()) for v in VERDICTS}
    for v in VERDICTS:
        print(f"  {lang:8} {v:9} {recalls[v]:.3f}  {dict(table[v])}  missed: {dict(ways[v])}")
    return min(recalls.values())


def translations(each: int, seed: int, machine: Path | None, broken: bool) -> None:
    """Quotations in English of a record in Chinese: located, rejected, changed numbers and negations seen."""
    know, chance = load(), random.Random(seed)
    rows = [r for r in lines("wmt_zh_en_segments.jsonl.gz", 6_000) if r["pair"] == "zh-en" and 15 < len(r["src"]) < 120]
    chance.shuffle(rows)
    held, away = rows[:1_500], rows[1_500 : 1_500 + each]
    words, tells = lexicon(("en", "zh-Hans"), know), (telling(know, "en"), telling(know, "zh-Hans"))
    english = {r["id"]: next(iter(r["refs"].values())) for r in rows}
    print(json.dumps({"official": _strangers(held, away, english, words, each, broken)}))
    if machine:
        made = dict(enumerate(machine.read_text(encoding="utf-8").splitlines(), 1))
        told = {r["id"]: made[int(r["id"].rpartition(":")[2])] for r in rows if r["id"].startswith("wmt21:")}
        both = [[r for r in some if r["id"] in told] for some in (held, rows[1_500:])]
        print(json.dumps({"machine": _strangers(both[0], both[1], told, words, each, broken, held)}))
    sides = [(english[r["id"]], r["src"]) for r in (held[1:] + held[:1] if broken else held)]
    if broken:
        sides = [(one, other) for (one, _), (_, other) in zip(sides, sides[1:] + sides[:1], strict=True)]
    _numbers(sides, ("en", "zh"), seed)
    _negations(sides, tells)
    others = [r for r in lines("wmt_zh_en_segments.jsonl.gz", 6_000) if r["pair"] == "en-zh"]
    print("  sentences that no rule was made with: English originals, Chinese references")
    back = [(r["src"], next(iter(r["refs"].values()))) for r in others]
    _numbers(back, ("en", "zh"), seed)
    _negations(back, tells)


def _strangers(
    held: list[dict[str, Any]],
    away: list[dict[str, Any]],
    english: dict[str, str],
    words: Lexicon,
    each: int,
    broken: bool,
    record: list[dict[str, Any]] | None = None,
) -> dict[str, Any]:
    """How many quotations of held sentences are located and pass, and how many of sentences not held are rejected: at
    the bar that ships, and at the bar that 5 of 100 of these very translations miss."""
    sources = [r["src"] for r in record or held]
    place = {r["id"]: n for n, r in enumerate(record or held)}
    asked, strange = held[:each], (held if broken else away)[-each:]
    known = across.locate([english[r["id"]] for r in asked], sources, words)
    others = across.locate([english[r["id"]] for r in strange], sources, words)
    sure = sorted(x.sure if x else -9.0 for x in known)
    bar = sure[len(sure) // 20]
    first = [x is not None and x.sentence == place[r["id"]] for r, x in zip(asked, known, strict=True)]
    return {
        "asked": len(asked), "strangers": len(strange), "sentences": len(sources),
        "located_at_rank_1": _share(first),
        "pass": _share([x is not None and x.passes for x in known]),
        "strangers_rejected": _share([x is None or not x.passes for x in others]),
        "rejected_where_5_percent_are_lost": _share([x is None or x.sure < bar for x in others]), "that_bar": bar,
    }  # fmt: skip


def _numbers(sides: list[tuple[str, str]], langs: tuple[str, str], seed: int) -> None:
    """One digit of a quotation changed: how often it is told, and how often a number of a true translation is."""
    chance, told = random.Random(seed), defaultdict[str, list[bool]](list)
    for one, other in sides:
        if any(c.isdecimal() for c in one):
            there = figures(other, langs[1])
            told["false_alarm"].append(bool(unanswered(figures(one, langs[0]), there)))
            told["caught"].append(bool(unanswered(figures(_other_digit(chance, one), langs[0]), there)))
    print(json.dumps({"changed_number": {k: _share(v) for k, v in told.items()}, "of": len(told["caught"])}))


def _negations(sides: list[tuple[str, str]], tells: tuple[Telling, Telling]) -> None:
    """A negation taken away or put in: how often it is told, and how often one of a true translation is."""

    def told(one: str, other: str) -> bool:
        return bool(denied_once(*(t.find(w, Span(0, len(w))) for t, w in zip(tells, (one, other), strict=True))))

    ways = {
        "not_gone": (" not ", " "), "no_gone": (" no ", " "), "short_not_gone": ("n't ", " "),
        "not_put_in": (" is ", " is not "), "will_not_put_in": (" will ", " will not "),
    }  # fmt: skip
    found: dict[str, Any] = {"false_alarm": _share([told(*side) for side in sides])}
    for way, (old, new) in ways.items():
        changed = [
            told(one.replace("’", "'").replace(old, new, 1), other)
            for one, other in sides
            if old in one.replace("’", "'")
        ]
        found[way] = [_share(changed), len(changed)]
    print(json.dumps({"negation": found}))


def _share(values: list[bool]) -> float:
    return round(sum(values) / max(1, len(values)), 3)


def _other_digit(chance: random.Random, words: str) -> str:
    at = chance.choice([n for n, c in enumerate(words) if c.isdecimal()])
    return words[:at] + str((int(words[at]) + chance.randrange(1, 8)) % 9 + 1) + words[at + 1 :]


def main() -> None:
    """Read the command line and run one part."""
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=["press", "planted", "translations"])
    parser.add_argument("--each", type=int, default=500)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--only", default="", choices=["", *CORPORA], help="one language of the planted set")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--machine", type=Path, help="newstest2021.zh-en as a system translated it, a line each")
    parser.add_argument("--broken", action="store_true")
    given = parser.parse_args()
    if given.part == "press":
        press(given.broken)
    elif given.part == "planted":
        planted(given.each, given.seed, given.broken, given.misses, given.only)
    else:
        translations(given.each, given.seed, given.machine, given.broken)


if __name__ == "__main__":
    main()
