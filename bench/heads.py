"""Heads of delivered texts: python bench/heads.py [--half 0|1] [--show]

Labels the first 6,000 characters of each speech of the United Nations' general debate (``bulk/unga79_multi``, 93 texts
of 93 states, with faults of character recognition) and compares the state of its voice with the state that the
collection names. Prints how many have a speaker, and the right state; ``--show`` each speaker. The rules were made on
half 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from pathlib import Path

from onrecord import annotate, knowledge, readers, structure
from onrecord.model import Utterance, make_source

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).parents[2] / "shared"))
CHARS = 6_000


def voice(text: str, know: knowledge.Knowledge) -> Utterance | None:
    """The voice of the words outside quotations."""
    source = make_source(text.encode(), "text/plain", "speech.txt")
    read = readers.read(source).text
    labelled = structure.label(source, read, know)
    marks = annotate.annotate(source, read, labelled.blocks, labelled.statements, know)
    return next((u for u in marks.utterances if u.mode in ("narration", "turn")), None)


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    know = knowledge.load()
    with gzip.open(SHARED / "bulk" / "unga79_multi.jsonl.gz") as lines:
        rows = [json.loads(line) for line in lines]
    for half in (0, 1) if given.half is None else (given.half,):
        mine, named, right = rows[half::2], 0, 0
        for row in mine:
            found = voice(row["text"][:CHARS], know)
            named += found is not None and found.speaker is not None
            right += found is not None and found.country == row["actor"]
            if given.show and found:
                print(row["actor"], found.country, found.speaker and found.speaker.name, found.capacity, sep=" | ")
        print(f"half {half}: {len(mine)} speeches, {named} with a speaker, {right} with the right state")


if __name__ == "__main__":
    main()
