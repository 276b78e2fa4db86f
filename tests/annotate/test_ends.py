"""What ends a sentence is said in one place."""

from __future__ import annotations

import ast
from pathlib import Path

import onrecord.annotate
from onrecord.text import segment

HERE = Path(onrecord.annotate.__file__).parent


def sets_of_ends(source: str) -> list[str]:
    """The strings of a source that are nothing but marks that end sentences, two or more of them."""
    strings = (n.value for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant))
    return [s for s in strings if isinstance(s, str) and len(set(s)) >= 2 and all(map(segment.is_end, s))]


def test_no_second_set_of_sentence_ends() -> None:
    """No file of annotate holds a set of sentence ends of its own: they are those of text.segment."""
    held = {p.name: sets_of_ends(p.read_text(encoding="utf-8")) for p in sorted(HERE.glob("*.py"))}
    assert len(held) > 10
    assert {name: found for name, found in held.items() if found} == {}


def test_the_search_can_fail() -> None:
    """The search finds a set where there is one, and takes no clause marks for one."""
    assert sets_of_ends('ENDS = frozenset(".!?…")\nBREAKS = frozenset(",;.!?")') == [".!?…"]
    assert sets_of_ends(Path(segment.__file__).read_text(encoding="utf-8"))
