"""The verb `reuse`: of lines, of a record, of one statement."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
SAID = "the council will keep for 12 years the northern strait open to the fishing boats of all its neighbours"


def test_lines_give_pairs_and_bad_lines_are_named(run: Run) -> None:
    """Pairs as published; a line that is no such object is left out and said."""
    texts = [{"id": "a", "text": f"One. {SAID}."}, {"id": 7, "text": f"Other words: {SAID.replace('12', '15')}!"}]
    lines = [json.dumps(texts[0]), "not json", json.dumps(texts[1])]
    Path("in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    status, out, err = run("reuse", "in.jsonl")
    assert status == 0
    assert json.loads(out) == {
        "a": "a", "a_start": 5, "a_end": 5 + len(SAID), "b": 7, "b_start": 13, "b_end": 13 + len(SAID), "score": 51,
        "kind": "differing", "difference": {"what": "number", "a": [31, 33], "b": [39, 41]},
    }  # fmt: skip
    assert err.startswith("line 2 of in.jsonl is left out: ")


def test_pairs_go_to_a_file(run: Run) -> None:
    """``--out`` holds the pairs; nothing is printed."""
    line = json.dumps({"id": "x", "text": SAID})
    Path("in.jsonl").write_text(f"{line}\n{line.replace('x', 'y', 1)}\n", encoding="utf-8")
    assert run("reuse", "in.jsonl", "--out", "pairs.jsonl") == (0, "", "")
    assert json.loads(Path("pairs.jsonl").read_text(encoding="utf-8"))["kind"] == "same"


def test_a_record_prints_both_sides(run: Run) -> None:
    """Each passage with what changed, both statements, their characters; exit 3 when there is none."""
    Path("one.txt").write_text(f"A notice\n\nOn Monday {SAID}.\n", encoding="utf-8")
    run("add", "one.txt")
    assert run("reuse")[:2] == (3, "no shared passage is held\n")
    Path("two.txt").write_text(f"Another notice\n\nIn spring {SAID.replace('12', '20')}.\n", encoding="utf-8")
    run("add", "two.txt")
    status, out, _ = run("reuse")
    assert status == 0
    assert out.startswith("differing (number), score ")
    assert "here: 12 [" in out
    assert "here: 20 [" in out
    assert out.endswith("1 shared passage\n")
    shared = json.loads(run("reuse", "--json")[1])
    assert json.loads(run("reuse", shared["b"]["statement"]["statement"], "--json")[1])["b"] == shared["a"]


def test_a_document_that_is_not_held_is_asked_about(run: Run) -> None:
    """Its passages that the record has, with both places; the document is not added."""
    Path("one.txt").write_text(f"A notice\n\nOn Monday {SAID}.\n", encoding="utf-8")
    run("add", "one.txt")
    Path("asked.txt").write_text(f"A question\n\nWho said that {SAID.replace('12', '20')}?\n", encoding="utf-8")
    status, out, _ = run("reuse", "asked.txt")
    assert status == 0
    assert out.startswith("differing (number), score ")
    assert "  asked.txt  [" in out
    assert "here: 20 [" in out
    met = json.loads(run("reuse", "asked.txt", "--json")[1])
    words = Path("asked.txt").read_text(encoding="utf-8")[met["start"] : met["end"]]
    assert words == SAID.replace("12", "20")
    Path("other.txt").write_text("Nothing of that stands here, nor was it ever said by anybody.\n", encoding="utf-8")
    assert run("reuse", "other.txt")[:2] == (3, "no shared passage is held\n")


def test_a_passage_stands_once_with_all_its_places(run: Run) -> None:
    """Three statements with one passage are one cluster; a template with another number is not of it."""
    for name, day in (("ports", "3 March 2031"), ("charts", "1 March 2031"), ("buoys", "9 March 2031")):
        words = f"{name.title()} notice\n\n{day}\n\nThe office of {name} says: {SAID}.\n"
        Path(f"{name}.txt").write_text(words, encoding="utf-8")
        run("add", f"{name}.txt")
    Path("other.txt").write_text(f"A fourth\n\nHere {SAID.replace('12', '20')}.\n", encoding="utf-8")
    run("add", "other.txt")
    status, out, _ = run("reuse", "--clusters")
    assert status == 0
    assert out.startswith("3 statements, ")
    assert out.endswith("1 passage\n")
    cluster = json.loads(run("reuse", "--clusters", "--json")[1])
    days = [place["statement"]["first_day"] for place in cluster["places"]]
    assert days == sorted(days, key=lambda day: day or "~")


def test_what_is_not_looked_at_is_refused(run: Run) -> None:
    """Clusters and origins are of the whole record: a statement or a file beside them is refused in one sentence."""
    for option in ("--clusters", "--origins"):
        status, _, err = run("reuse", "s123", option)
        assert status == 1
        assert err.count("\n") == 1
        assert f"{option} looks at the whole record: leave s123 out" in err


def test_a_limit_holds_for_lines_and_json(run: Run) -> None:
    """Text, JSON and lines give as many passages as are asked for; without a limit JSON gives all."""
    rows = [{"id": str(n), "text": f"Note {n}.\n\n{SAID}"} for n in range(4)]
    Path("in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("add", "in.jsonl", "--record", "record")[0] == 0
    for asked in (("in.jsonl",), ("--record", "record", "--json"), ("--record", "record", "--clusters", "--json")):
        every = run("reuse", *asked)[1].splitlines()
        assert run("reuse", *asked, "--limit", "1")[1].splitlines() == every[:1]
    assert len(run("reuse", "in.jsonl", "--limit", "3")[1].splitlines()) == 3


def test_an_index_made_anew_keeps_the_order(run: Run) -> None:
    """Passages of one score come by ids and places, before `reindex` and after."""
    rows = [{"id": str(n), "text": f"Note {n}.\n\n{SAID}"} for n in range(5)]
    Path("in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run("add", "in.jsonl")
    before = run("reuse", "--json")
    scores = [json.loads(line)["score"] for line in before[1].splitlines()]
    assert len(scores) > len(set(scores))
    order = [
        (-o["score"], o["a"]["statement"]["statement"], o["a"]["start"])
        for o in map(json.loads, before[1].splitlines())
    ]
    assert order == sorted(order)
    assert run("reindex")[0] == 0
    assert run("reuse", "--json") == before
