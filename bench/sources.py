"""What each source of the bundled lexicon buys: align and verify with all, with each alone taken out, with none.

    python bench/sources.py [--sets mag,zho-CN,fra] [--each 250] [--seed 5]

Lives here: the two ablations side by side. Not here: sets and their scorer (``align``), quotations (``verify``).
Align: strict F1 and the mean F1 of omissions and insertions. Verify: English references of Chinese news sentences as
quotations of 1,500 held ones: located at rank 1, called translations, strangers rejected at the bar that ships.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from pathlib import Path

import align
import verify

from onrecord.knowledge import Knowledge, load
from onrecord.text.align import lexicon
from onrecord.text.align.lexicon import SOURCES

BUNDLED = tuple(source for source in SOURCES if source != "given")
TAKEN = ((), *((source,) for source in BUNDLED), BUNDLED)
HELD = 1_500


def quotations(know: Knowledge, sources: tuple[str, ...], each: int, seed: int) -> dict[str, object]:
    """Translations located and strangers rejected with these sources alone."""
    rows = [row for row in verify.lines("wmt_zh_en_segments.jsonl.gz", 6_000) if row["pair"] == "zh-en"]
    rows = [row for row in rows if 15 < len(row["src"]) < 120]
    random.Random(seed).shuffle(rows)
    english = {row["id"]: next(iter(row["refs"].values())) for row in rows}
    words = lexicon(("en", "zh-Hans"), know, sources=sources)
    held, away = rows[:HELD], rows[HELD : HELD + each]
    return verify._strangers(held, away, english, words, each, broken=False)


def main() -> None:
    """Print a line for each source taken out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sets", default="mag,zho-CN,fra")
    parser.add_argument("--each", type=int, default=250)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    know = load()
    for taken in TAKEN:
        left = tuple(source for source in BUNDLED if source not in taken)
        told = quotations(know, left, given.each, given.seed)
        with tempfile.TemporaryDirectory() as work:
            aligned = {name: align.figures(verify.SHARED, name, Path(work), left) for name in given.sets.split(",")}
        shares = {k: told[k] for k in ("located_at_rank_1", "pass", "strangers_rejected")}
        scores = {name: [round(got["strict"], 3), round(got["null"], 3)] for name, got in aligned.items()}
        print(json.dumps({"without": "+".join(taken) or "nothing", **shares, **scores}), flush=True)


if __name__ == "__main__":
    main()
