"""The verb `verify`: a quotation, an article, lines; against a record and against lines; its exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
SAID = "Valdoria will not accept any rule that closes the northern strait to the fishing boats of its neighbours"
CUT = len("Valdoria will not accept any rule that closes the northern strait")
NEWS = f"""Valdoria answers its neighbours

CORVANE, 5 March 2025. A spokesperson of the Foreign Ministry spoke on Wednesday. "{SAID}," she said.
The ministry gave no date for the next round of talks on 12 open questions about nets and buoys.
"""


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:
    """A record of one statement."""
    (tmp_path / "one.txt").write_text(NEWS, encoding="utf-8")
    assert run("add", "one.txt", "--record", "held", "--workers", "1")[0] == 0
    return tmp_path / "held"


def test_a_quotation_has_a_receipt_with_characters_on_both_sides(run: Run, record: Path) -> None:
    """The place holds the words; its paragraph, date and speaker stand beside; the status is 0."""
    status, out, _ = run("verify", f"“{SAID[:CUT]}”", "--against", str(record), "--json")
    (line,) = map(json.loads, out.splitlines())
    assert (status, line["verdict"]) == (0, "verbatim")
    (place,) = line["places"]
    assert place["words"] == SAID[:CUT]
    assert NEWS[place["start"] : place["end"]] == place["words"]
    assert line["found"]["id"] == place["id"]
    assert place["after"].lstrip().startswith(SAID[CUT:].lstrip()[:10])


def test_an_article_has_a_receipt_for_every_quotation(run: Run, record: Path, tmp_path: Path) -> None:
    """Quotations are read from the article; one altered gives status 1 and names its change."""
    article = f'Harbour news\n\nAn official said: "{SAID.replace("not ", "")}." Another spoke of the "open sea".\n'
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    status, out, _ = run("verify", "article.txt", "--against", str(record))
    assert status == 1
    assert "altered" in out
    assert "negation: left out “not”" in out
    assert "1 quoted term of one or two words passed over" in out


def test_an_article_that_cannot_be_read_is_said(run: Run, record: Path, tmp_path: Path) -> None:
    """It is read beside the opening of the record; its reason comes through."""
    (tmp_path / "article.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    status, out, told = run("verify", "article.pdf", "--against", str(record))
    assert (status, out) == (1, "")
    assert "pdf" in told


def test_words_that_nothing_holds_give_status_3(run: Run, record: Path) -> None:
    """Not held is an exit status of its own, and no place is claimed."""
    status, out, _ = run("verify", "The lighthouse of the islands was sold to a baker", "--against", str(record))
    assert status == 3
    assert "not held" in out
    assert "held in s" not in out


def test_lines_are_verified_against_lines(run: Run, tmp_path: Path) -> None:
    """Each line has its answer, in order, with the id and the place in the text; `in` narrows the texts."""
    texts = [{"id": "a", "text": NEWS}, {"id": "b", "text": f"A diary. {SAID}."}]
    quotes = [{"id": 1, "quote": SAID, "in": "b"}, {"id": "2", "quote": "12 open questions about nets"}]
    for name, rows in (("texts.jsonl", texts), ("quotes.jsonl", quotes)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    status, out, _ = run("verify", "quotes.jsonl", "--against", "texts.jsonl", "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(x["id"], x["verdict"], x["found"]["id"]) for x in found] == [
        ("1", "verbatim", "b"),
        ("2", "verbatim", "a"),
    ]
    assert texts[1]["text"][found[0]["found"]["start"] : found[0]["found"]["end"]] == SAID


def test_what_cannot_be_verified_is_one_sentence(run: Run, record: Path) -> None:
    """A missing file, a quotation without words and a line that is none are said, each with what to do."""
    assert "there is no file nothing.txt" in run("verify", "nothing.txt", "--against", str(record))[2]
    assert "no word" in run("verify", "…", "--against", str(record))[2]
    (record.parent / "bad.jsonl").write_text('{"id": 1}\n', encoding="utf-8")
    assert "line 1" in run("verify", "bad.jsonl", "--against", str(record))[2]


def test_words_held_in_another_language_are_located(run: Run, tmp_path: Path) -> None:
    """A translation is placed; a number that the place does not have makes it altered; strangers stay not held."""
    said = "渔民需要和平与发展。去年贸易增长12%。双方将于三月举行会谈。政府公布新的投资计划。"
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": "a", "text": said, "lang": "zh-Hans"}), encoding="utf-8")
    for quoted, wanted in (
        ("Trade grew by 12% last year.", "translation"),
        ("Trade grew by 19% last year.", "altered"),
        ("The lighthouse was sold to a baker.", "not_held"),
    ):
        _, out, _ = run("verify", quoted, "--against", "texts.jsonl", "--json")
        (line,) = map(json.loads, out.splitlines())
        assert line["verdict"] == wanted
        if line["found"]:
            assert said[line["found"]["start"] : line["found"]["end"]] == "去年贸易增长12%。"
    out = run("verify", "Trade grew by 12% last year.", "--against", "texts.jsonl", "--no-translations", "--json")[1]
    assert json.loads(out)["verdict"] == "not_held"
