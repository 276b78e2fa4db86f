"""Comparison measured: edits that a page made after publication, and reports in another language.

Silent edits: two captures of official pages with the words that a plain difference of words finds in them, as the
evaluation gives them. A changed word counts as found when it stands in a change, or in a sentence dropped or added. An
edit of markup or punctuation alone counts as right when no word is said to have changed. ``--broken`` compares each
page with itself, so that the harness is seen to fail. Steps on the ladder: ``steps.py``.

Reports in another language: twelve sentences of a news text are the statement; six of their English originals, mixed
with six of another text and shuffled, its report. ``--broken`` takes all twelve from elsewhere.

    python bench/compare.py edits [--broken] [--misses 5] [--pages 0]
    python bench/compare.py reports [--most 30] [--broken]
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord.compare import words
from onrecord.compare.pairs import Pair, Text, within_language
from onrecord.compare.reported import matched
from onrecord.compare.telling import telling
from onrecord.knowledge import load
from onrecord.model import Block, Position, Span
from onrecord.record.comparing import APART, text_of
from onrecord.text.align import lexicon

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
STATED = 12  # sentences of a statement


def edits_held(pages: int = 0) -> list[dict[str, Any]]:
    """The pairs of captures: all, or the first few."""
    with gzip.open(SHARED / "bulk" / "whitehouse_silent_edits.jsonl.gz", "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line, _ in zip(stream, range(pages or 10_000), strict=False)]


def paragraphs(chars: str, positions: tuple[Position, ...] = ()) -> Text:
    """A Markdown text as sentences: paragraphs stand between empty lines."""
    blocks, at = [], 0
    for part in chars.split("\n\n"):
        if part.strip():
            blocks.append(Block("body", Span(at, at + len(part)), "en", 1.0, "bench"))
        at += len(part) + 2
    return text_of(chars, "en", blocks, positions)


def forms(chars: str) -> Counter[str]:
    """The words of a stretch, counted."""
    return Counter(word.form for word in words.cut(chars))


def said(pairs: list[Pair], one: Text, other: Text) -> tuple[Counter[str], Counter[str]]:
    """The words that a comparison says are on one side only."""
    here, there = Counter[str](), Counter[str]()
    for pair in pairs:
        for change in pair.changes:
            here += forms(change.a_words)
            there += forms(change.b_words)
        if pair.kind == "dropped":
            here += Counter(w.form for n in pair.one for w in one.sentences[n].words)
        if pair.kind == "added":
            there += Counter(w.form for n in pair.other for w in other.sentences[n].words)
    return here, there


def edits(broken: bool, misses: int, pages: int) -> None:
    """Words that changed and were found; edits without a changed word that were called so."""
    tell, total, found, noise, quiet, every, right = telling(load(), "en"), 0, 0, 0, 0, 0, 0
    for row in edits_held(pages):
        one, other = paragraphs(row["old"]), paragraphs(row["old"] if broken else row["new"])
        here, there = said(within_language(one, other, tell), one, other)
        for _, old, new in row["ops"] or ():
            if forms(old) != forms(new):
                every += 1
                right += not (forms(old) - forms(new) - here) and not (forms(new) - forms(old) - there)
        gone, come = forms(row["old"]), forms(row["new"])
        gone, come = gone - come, come - gone
        if not gone and not come:
            noise += 1
            quiet += not (here - there) and not (there - here)
            continue
        mine, hit = (gone + come).total(), ((gone & here) + (come & there)).total()
        total, found = total + mine, found + hit
        if hit < mine and misses > 0:
            misses -= 1
            print(f"  missed in {row['path'][:80]}: {dict(gone - here)} {dict(come - there)}")
    print(json.dumps({"changed_words": total, "found": round(found / total, 4), "edits": every,
                      "edits_whole": round(right / max(1, every), 4),
                      "without_a_changed_word": noise, "called_so": round(quiet / max(1, noise), 4)}))  # fmt: skip


def reports(most: int, broken: bool) -> None:
    """Pairs of a statement and its made-up report, in five languages: precision and recall."""
    folder, know = SHARED / "eval" / "align" / "ntrex", load()
    told = (folder / "src.eng.txt").read_text(encoding="utf-8").splitlines()
    texts: dict[str, list[int]] = {}
    for n, name in enumerate((folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split()[: len(told)]):
        texts.setdefault(name, []).append(n)
    long = [numbers[:STATED] for numbers in texts.values() if len(numbers) >= STATED][:most]
    for code, name in (("zh", "zho-CN"), ("fr", "fra"), ("es", "spa"), ("ru", "rus"), ("ar", "arb")):
        said = (folder / f"ref.{name}.txt").read_text(encoding="utf-8").splitlines()
        words, pick = lexicon((code, "en"), know), random.Random(5)
        right = found = wanted = apart = 0
        for k, one in enumerate(long):
            kept = pick.sample(long[(k + 2) % len(long)] if broken else one, STATED // 2)
            mixed = kept + pick.sample(long[(k + 1) % len(long)], STATED // 2)
            pick.shuffle(mixed)
            beads = matched([said[n] for n in one], [told[n] for n in mixed], words, (frozenset(), frozenset()))
            pairs = {(one[i], mixed[j]) for bead in beads for i in bead.one for j in bead.other}
            right += len(pairs & {(n, n) for n in kept} & {(n, n) for n in one})
            found, wanted = found + len(pairs), wanted + len(kept)
            both = [bead for bead in beads if bead.one and bead.other]
            apart += sum(len(b.one) + len(b.other) for b in both) < APART * (len(one) + len(mixed))
        shares = {"precision": round(right / max(1, found), 3), "recall": round(right / max(1, wanted), 3)}
        print(json.dumps({"lang": code, "texts": len(long), **shares, "no versions": round(apart / len(long), 3)}))


def main() -> None:
    """Read the command line and run one part."""
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=["edits", "reports"])
    parser.add_argument("--most", type=int, default=100)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--broken", action="store_true")
    given = parser.parse_args()
    if given.part == "edits":
        edits(given.broken, given.misses, given.pages)
    else:
        reports(given.most, given.broken)


if __name__ == "__main__":
    main()
