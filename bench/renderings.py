"""Renderings of set phrases found in aligned sentences: python bench/renderings.py [SHARED] [--each N] [--shuffled]

Takes the Chinese-English news sentences of WMT (``bulk/wmt_zh_en_segments.jsonl.gz``) in texts of 20, aligns them as
the product does, with the packs' forms left out of the words so that nothing found was known, and looks for what
renders formulations of the packs. Without ``--each``: those that stand in two Chinese sentences or more and a known
English form of which stands in one of the translations. ``--each N``: each formulation is planted in N pairs, its
Chinese form between any two characters and an English form between any two words; of those with two English forms half
of the pairs have the second. Printed are the shares of the phrases whose first rendering, one of the first three, or
any is a known form to the word, grammar aside; in ``part``: the first holds, or is part of, one, two telling words at
least; ``every``: all forms planted are among the first three; and the share of the pairs that got a rendering.
``--shuffled`` gives every pair the second text of another one and no links: next to nothing may be found.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from onrecord.knowledge import load
from onrecord.knowledge.pack import Formula
from onrecord.text.align import align_all, lexicon
from onrecord.text.align.competing import Competing, Field, competing
from onrecord.text.align.counterparts import Pairing, Spot, pairing
from onrecord.text.align.lexicon import SOURCES
from onrecord.text.align.units import units

TEXT = 20  # sentences of a text
LEAST = 2  # pairs that hold a phrase
SEED = 20
WORDS = lexicon(("zh", "en"), None, sources=[one for one in SOURCES if one != "packs"])


class Figures(TypedDict):
    """Shares of the phrases asked for."""

    phrases: int
    first: float
    three: float
    any: float
    part: float
    every: float
    pairs: float


def sentences(shared: Path) -> list[tuple[str, str]]:
    """The pairs of sentences, in their order."""
    with gzip.open(shared / "bulk" / "wmt_zh_en_segments.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    return [(row["src"], next(iter(row["refs"].values()))) for row in rows if row["pair"] == "zh-en" and row["refs"]]


def pairings(pairs: Sequence[tuple[str, str]]) -> list[Pairing]:
    """The pairs aligned text by text, with the words that carried them."""
    texts = [tuple(zip(*pairs[at : at + TEXT], strict=True)) for at in range(0, len(pairs), TEXT)]
    found = align_all([(list(a), list(b)) for a, b in texts], WORDS)
    return [
        pairing(bead, text[0], text[1])
        for text, one in zip(texts, found, strict=True)
        for bead in one.beads
        if bead.one and bead.other
    ]


def spots(formulas: Sequence[Formula], held_in: Sequence[Pairing]) -> dict[str, list[Spot]]:
    """Where the Chinese forms stand, by the formulation: the longest of overlapping ones counts."""
    forms = sorted(
        ((form, f.id) for f in formulas for form in dict(f.forms.by_lang).get("zh", ())), key=lambda x: -len(x[0])
    )
    found: dict[str, list[Spot]] = {}
    for number, p in enumerate(held_in):
        taken: set[int] = set()
        for form, id in forms:
            at = p.one.find(form)
            while at >= 0:
                if taken.isdisjoint(range(at, at + len(form))):
                    taken.update(range(at, at + len(form)))
                    found.setdefault(id, []).append((number, at, at + len(form)))
                at = p.one.find(form, at + 1)
    return found


def keys(form: str) -> tuple[str, ...]:
    """The telling units of a form."""
    return tuple(key for key in units(form, "en").keys if key not in WORDS.stops[1])


def planted(
    pairs: Sequence[tuple[str, str]], formulas: Sequence[Formula], each: int
) -> tuple[list[tuple[str, str]], dict[str, list[str]]]:
    """The pairs with the first Chinese form of formulations put between two characters of sentences anywhere, and one
    English form between two words of their translations anywhere; every formulation in ``each`` pairs of its own. Of
    those with two English forms half of the pairs have the second. Also which forms were put in, by formulation."""
    chance = random.Random(SEED)
    made, truth = list(pairs), {}
    free = list(range(len(pairs)))
    chance.shuffle(free)
    for one in formulas:
        forms = dict(one.forms.by_lang)
        if len(forms.get("zh", ())) == 0 or len(keys((*forms.get("en", ()), "")[0])) < 2 or len(free) < each:
            continue
        chosen = forms["en"][:2]
        for n in range(each):
            at = free.pop()
            made[at] = _put(made[at], (forms["zh"][0], chosen[n * len(chosen) // each]), chance)
        truth[one.id] = list(dict.fromkeys(chosen[n * len(chosen) // each] for n in range(each)))
    return made, truth


def _put(pair: tuple[str, str], forms: tuple[str, str], chance: random.Random) -> tuple[str, str]:
    words = pair[1].split()
    place, word = chance.randrange(1, len(pair[0]) + 1), chance.randrange(1, len(words) + 1)
    return pair[0][:place] + forms[0] + pair[0][place:], " ".join([*words[:word], forms[1], *words[word:]])


def figures(
    shared: Path, each: int = 0, most: int = 10_000, *, shuffled: bool = False, told: list[str] | None = None
) -> Figures:
    """The shares for the whole set; ``each``: over planted pairs; ``most``: so many of the formulations, and six
    pairs for each; ``told`` gets a line for each phrase."""
    formulas = [f for pack in load().packs for f in pack.formulas][:most]
    pairs, truth = sentences(shared)[: 6 * most], None
    if each:
        pairs, truth = planted(pairs, formulas, each)
    rows = pairings(pairs)
    if shuffled:
        others = [p.other for p in rows]
        random.Random(SEED).shuffle(others)
        rows = [Pairing(p.one, other, ()) for p, other in zip(rows, others, strict=True)]
    names = {f.id: [keys(form) for form in dict(f.forms.by_lang).get("en", ())] for f in formulas}
    within = Field(rows, WORDS)
    rights: list[tuple[bool, ...]] = []
    taken = asked = 0
    for id, places in spots(formulas, rows).items():
        numbers = {n for n, _, _ in places}
        if len(numbers) < LEAST or not names[id] or (truth is not None and id not in truth):
            continue
        if not truth and not any(_inside(name, keys(rows[n].other)) for n in numbers for name in names[id]):
            continue
        found = competing(places, within)
        right = [keys(one.form) in names[id] for one in found]
        part = any(_near(keys(one.form), name) for name in names[id] for one in found[:1])
        wanted = [keys(form) for form in truth[id]] if truth else []
        every = all(any(keys(one.form) == want for one in found[:3]) for want in wanted)
        rights.append((any(right[:1]), any(right[:3]), any(right), part, every))
        asked += len(numbers)
        taken += sum(len(one.taken) for one in found)
        if told is not None:
            told.append(_line(id, len(numbers), found, right))
    count = max(1, len(rights))
    share = [round(sum(column) / count, 3) for column in zip(*rights, strict=True)] or [0.0] * 5
    return Figures(phrases=len(rights), first=share[0], three=share[1], any=share[2], part=share[3],
                   every=share[4], pairs=round(taken / max(1, asked), 3))  # fmt: skip


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) > 1 and _inside(short, long))


def _line(id: str, pairs: int, found: Sequence[Competing], right: Sequence[bool]) -> str:
    some = "; ".join(
        f"{'*' if yes else ''}{one.form} {len(one.taken)} ({one.score:g})"
        for one, yes in zip(found, right, strict=True)
    )
    return f"{id} ({pairs}): {some}"


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=Path("../shared"))
    parser.add_argument("--each", type=int, default=0, help="plant each formulation in so many pairs")
    parser.add_argument("--shuffled", action="store_true")
    parser.add_argument("--every", action="store_true", help="a line for each phrase")
    asked = parser.parse_args()
    told: list[str] = []
    start = time.process_time()
    got = figures(asked.shared, asked.each, shuffled=asked.shuffled, told=told)
    if asked.every:
        print("\n".join(told))
    print(got, f"{time.process_time() - start:.1f} CPU s")


if __name__ == "__main__":
    main()
