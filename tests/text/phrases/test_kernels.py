"""The loops do the same compiled and not; the interpreter checks every index, which compiled code does not."""

from __future__ import annotations

import json
import os
import subprocess
import sys

PROGRAM = """
import dataclasses, json, random
import numpy as np
from onrecord.text import phrases
from onrecord.text.phrases.features import features
source = random.Random(5)
words = ["".join(source.choice("abcdefg") for _ in range(3)) for _ in range(30)]
words += ["Aab", "12", "“", "”", ", ", '"', "、", "a://b/c"]
words += "瓦方坚决反对"
texts = [" ".join(source.choices(words, k=source.randint(0, 60))) for _ in range(40)]
texts += [text[len(text) // 3 :] + " " + texts[0] for text in texts]
for some in ([], [""], texts):
    counted = phrases.count(some, phrases.Settings(least=2, most=8, own=1),
        phrases.Words(("坚决", words[0]), ("反",), (words[1],)))
    rows = [[column.tolist() for column in dataclasses.astuple(features(counted))]]
    for level in counted.levels:
        rows.append([np.asarray(column).tolist() for column in dataclasses.astuple(level)])
    print(json.dumps([rows, counted.origin.tolist()]))
"""


def run(**environment: str) -> list[object]:
    """What the program finds in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_interpreted_and_compiled_loops_agree() -> None:
    """No loop reads or writes outside its arrays, and the compiler changes nothing."""
    slow = run(NUMBA_DISABLE_JIT="1")
    assert len(slow) == 3
    assert len(str(slow[-1])) > 10_000
    assert run() == slow
