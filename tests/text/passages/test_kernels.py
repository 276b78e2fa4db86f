"""The loops do the same compiled and not; the interpreter checks every index, which compiled code does not."""

from __future__ import annotations

import json
import os
import subprocess
import sys

PROGRAM = """
import json, random
from onrecord.text import passages
source = random.Random(5)
words = ["".join(source.choice("abcdefg") for _ in range(5)) for _ in range(200)]
words += "瓦方坚决反对任何关闭北部海峡的单边措施"
texts = [" ".join(source.choices(words, k=source.randint(0, 120))) for _ in range(25)]
texts += ["".join(source.choices(words[190:], k=source.randint(0, 90))) for _ in range(9)]
texts += [text[len(text) // 3 :] + " " + texts[0] for text in texts]
print(json.dumps([[], *(passages.find(some).rows.tolist() for some in ([], [""], texts))]))
"""


def run(**environment: str) -> list[list[list[int]]]:
    """What the program finds in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def test_interpreted_and_compiled_loops_agree() -> None:
    """No loop reads or writes outside its arrays, and the compiler changes nothing."""
    slow = run(NUMBA_DISABLE_JIT="1")
    assert len(slow[-1]) > 25
    assert run() == slow
