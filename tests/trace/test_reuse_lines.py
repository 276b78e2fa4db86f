"""Pairs of lines of JSON are lines of JSON, with the ids as they were read."""

from __future__ import annotations

import json

import pytest

from onrecord.text import passages
from onrecord.text.passages import Telling
from onrecord.trace import reuse

ONE = "the harbour of Velmora stays open to 40 ships of every flag until the talks between both ports have ended well"
OTHER = ONE.replace("40", "41")
LONGER = "we say again that " + ONE


def run(*lines: dict[str, object] | str) -> tuple[list[dict[str, object]], list[reuse.BadLine]]:
    """What is written for these lines, read again, and the lines left out."""
    bad: list[reuse.BadLine] = []
    given = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    written = b"".join(reuse.reuse_lines([line.encode() for line in given], passages.marks(Telling(("not",))), bad))
    return [json.loads(line) for line in written.splitlines()], bad


def test_a_pair_has_the_ids_and_the_exact_characters_of_both_sides() -> None:
    """Ids stay numbers or strings, whatever is in them; offsets cut the same words out of both texts."""
    found, bad = run({"id": 7, "text": ONE}, {"id": 'a "b" 关', "text": LONGER})
    assert bad == []
    assert found == [
        {"a": 7, "a_start": 0, "a_end": len(ONE), "b": 'a "b" 关', "b_start": 18, "b_end": len(LONGER),
         "score": 63, "kind": "same", "difference": None}
    ]  # fmt: skip
    assert LONGER[18:] == ONE


def test_a_difference_names_what_changed_and_where() -> None:
    """Both numbers are told by their code points."""
    (pair,), _ = run({"id": 1, "text": ONE}, {"id": 2, "text": OTHER})
    at = ONE.index("40")
    assert pair["kind"] == "differing"
    assert pair["difference"] == {"what": "number", "a": [at, at + 2], "b": [at, at + 2]}


def test_what_one_side_lacks_has_no_place_there() -> None:
    """A negation that only one text has: null on the other side."""
    (pair,), _ = run({"id": 1, "text": ONE}, {"id": 2, "text": ONE.replace("stays", "stays not")})
    assert pair["difference"] == {"what": "negation", "a": None, "b": [ONE.index("stays") + 6, ONE.index("stays") + 9]}


def test_a_line_that_is_no_object_is_left_out_and_said() -> None:
    """The others are compared, and numbers of lines count blank ones."""
    found, bad = run({"id": 1, "text": ONE}, "", "{", {"id": 2, "text": ONE})
    assert [line.number for line in bad] == [3]
    assert [(pair["a"], pair["b"]) for pair in found] == [(1, 2)]


def test_nothing_shared_writes_nothing() -> None:
    """No line, and no error, for no text and for texts that share nothing."""
    assert run() == ([], [])
    assert run({"id": 1, "text": ONE}, {"id": 2, "text": "quite another thing"}) == ([], [])


def test_pages_of_any_size_write_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Room for one line at a time gives the lines that room for all gives."""
    lines: list[dict[str, object]] = [{"id": n, "text": (ONE, OTHER, LONGER)[n % 3]} for n in range(9)]
    whole = run(*lines)
    monkeypatch.setattr(reuse, "ROOM", 1)
    assert run(*lines) == whole
    assert len(whole[0]) > 9
