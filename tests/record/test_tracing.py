"""The trace of a phrase in a record: first use against brute force, counts, origins, what is not held."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord import Record
from onrecord.cli.app import build
from onrecord.dates import bounds

PHRASE = "harbour of shared winters"
WORDS = ["boats", "nets", "sand", "light", "pilots", "barrels", "snow", "bridge", "market", "clocks", "bread", "lamps"]


def lines(seed: int, count: int) -> list[dict[str, str]]:
    """Texts of random words, some with the phrase once or twice, with dates of any precision or none."""
    source = random.Random(seed)
    made = []
    for number in range(count):
        day = f"{source.randint(2019, 2031)}-{source.randint(1, 12):02}-{source.randint(1, 28):02}"
        date = source.choice([day, day, day[:7], day[:4], ""])
        said = [" ".join(source.choices(WORDS, k=9)).capitalize() + "." for _ in range(4)]
        for _ in range(source.choice([0, 0, 1, 2])):
            said[source.randrange(4)] = f"We {source.choice(WORDS)} the {PHRASE} {source.choice(WORDS)}."
        text = f"Note {number} of the council\n\n" + " ".join(said)
        made.append({"id": str(number), "text": text} | ({"date": date} if date else {}))
    return made


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a record of such texts."""
    folder = tmp_path_factory.mktemp("trace")
    (folder / "texts.jsonl").write_text("\n".join(map(json.dumps, lines(5, 60))) + "\n", encoding="utf-8")
    with Record.open(folder / "record", write=True) as record:
        record.add([folder / "texts.jsonl"], workers=1)
    return folder / "record"


def test_first_and_last_use_are_those_of_brute_force(record: Path) -> None:
    """Days of the first and last use, who can be it, and the number of uses are what looking at every text gives."""
    with Record.open(record) as held:
        found = held.trace(PHRASE, by="month")
        days, uses, undated = {}, 0, 0
        for one in held.statements(limit=1000):
            here = held.show(one.id).text.chars.count(PHRASE)
            low, high = bounds(one.date or one.published)
            uses += here
            undated += here if low is None else 0
            if here and low and high:
                days[one.id] = (low, high)
    assert found is not None
    first = min(low for low, _ in days.values()), min(high for _, high in days.values())
    last = max(low for low, _ in days.values()), max(high for _, high in days.values())
    assert (found.first.days, found.last.days) == (first, last)
    assert set(found.first.candidates) == {id for id, (low, _) in days.items() if low <= first[1]}
    assert set(found.last.candidates) == {id for id, (_, high) in days.items() if high >= last[0]}
    assert sum(p.uses for p in found.periods) == sum(c.uses for c in found.authorities) == uses
    assert found.undated == undated > 0
    months = {low[:7] if low[:7] == high[:7] else low[:4] for low, high in days.values()}
    assert {p.period for p in found.periods} == {*months, "no date"}


def test_the_place_of_the_first_use_holds_the_phrase(record: Path) -> None:
    """The offsets given are characters of the stored text."""
    with Record.open(record) as held:
        found = held.trace(PHRASE)
        assert found is not None
        chars = held.show(found.first.statement).text.chars
    assert chars[found.first.start : found.first.end] == PHRASE


def test_what_is_not_held_is_none(record: Path) -> None:
    """A phrase nobody used gives nothing, and the command exits with 3."""
    with Record.open(record) as held:
        assert held.trace("shared winters of harbour") is None
    assert CliRunner().invoke(build(), ["trace", "lamps of nowhere", "--record", str(record)]).exit_code == 3


def test_the_command_says_where_the_record_starts(record: Path) -> None:
    """Printed and as JSON, the first use is the earliest in this record, not of all."""
    with Record.open(record) as held:
        start = min(filter(None, (bounds(one.date or one.published)[0] for one in held.statements(limit=1000))))
    printed = CliRunner().invoke(build(), ["trace", PHRASE, "--record", str(record)]).output
    assert "earliest in this record, which starts" in printed
    assert start in printed
    told = json.loads(CliRunner().invoke(build(), ["trace", PHRASE, "--json", "--record", str(record)]).output)
    assert told["starts"][0] == start
    assert set(told) >= {"forms", "periods", "actors", "authorities", "first", "last", "lineage"}


def test_the_start_is_that_of_the_phrase_s_languages(tmp_path: Path) -> None:
    """Older texts in another language do not make a record start earlier for a phrase; one use tells no trend."""
    rows = [
        {"id": "z", "date": "2011-04-02", "text": "短讯\n\n会议讨论了渔业、灯塔和冬天的道路问题。"},
        {"id": "a", "date": "2019-04-02", "text": "Note\n\nThe boats and the nets are on the sand."},
        {"id": "b", "date": "2031-04-02", "text": f"Note\n\nWe want the {PHRASE}."},
    ]
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as held:
        held.add([tmp_path / "t.jsonl"], workers=1)
        found = held.trace(PHRASE)
    assert found is not None
    assert (found.starts, found.langs) == (("2019-04-02", "2019-04-02"), ("en",))
    shown = CliRunner().invoke(build(), ["trace", PHRASE, "--record", str(tmp_path / "record")]).output
    assert "earliest in this record, which starts 2019-04-02 in en: 2031-04-02" in shown
    assert "fewer than 3 origins with a date hold it: too few to tell of bursts or silence" in shown
    assert "first by no voice" not in shown


def test_known_forms_that_no_text_has_are_counted_not_listed(tmp_path: Path) -> None:
    """Each form held has its line; of the others one line says how many there are, and ``--forms`` lists them."""
    (tmp_path / "a.txt").write_text("Note\n\nThe council spoke of a Community with a Shared Future for Mankind.")
    with Record.open(tmp_path / "record", write=True) as held:
        held.add([tmp_path / "a.txt"], workers=1)
    asked = ["trace", "人类命运共同体", "--record", str(tmp_path / "record")]
    short, full = (CliRunner().invoke(build(), [*asked, *more]).output for more in ((), ("--forms",)))
    assert "1 use in 1 text" in short
    assert " 0 uses" not in short
    (told,) = (line for line in short.splitlines() if "in no text" in line)
    assert full.count("  0 uses in 0 texts") == int(told.split()[0]) > 5


def test_a_known_formulation_is_counted_in_all_its_forms(tmp_path: Path) -> None:
    """Asked by one form, the stored occurrences of every form and language are counted; the id gives the same."""
    english = "Note\n\nThe council spoke of a Community with a Shared Future for Mankind."
    chinese = "短讯\n\n会议谈到人类命运共同体，并讨论了渔业、灯塔和冬天的道路问题。"
    texts = [{"date": "2031-04-02", "text": english}, {"date": "2031-05-02", "text": chinese}]
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, texts)) + "\n", encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path / "t.jsonl"], workers=1)
        found = record.trace("人类命运共同体")
        assert found is not None
        assert found.formulation is not None
        same = record.trace(found.formulation)
    assert same is not None
    assert same.forms == found.forms
    assert {f.lang for f in found.forms if f.uses} == {"en", "zh"}
    assert found.first.days == ("2031-04-02", "2031-04-02")


def test_what_it_was_said_together_with_is_observed(tmp_path: Path) -> None:
    """Words that stood beside a phrase in every text of one year and in none of the next are told, in text and JSON."""
    rows, source = [], random.Random(7)
    for number in range(16):
        beside = "and the calm northern waters" if number < 8 else "of the council by itself"
        other = [" ".join(source.choices(WORDS, k=9)).capitalize() + "." for _ in range(6)]
        said = " ".join([*other[:3], f"We want the {PHRASE} {beside}.", *other[3:]])
        day = f"20{31 + number // 8}-0{number % 8 + 1}-11"
        rows.append({"id": str(number), "date": day, "text": f"Note {number} of the council\n\n{said}"})
    (tmp_path / "texts.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as held:
        held.add([tmp_path / "texts.jsonl"], workers=1)
        found = held.trace(PHRASE)
    assert found is not None
    told = {one.words: one for one in found.parted}
    one = told["calm northern waters"]
    assert (one.when, one.together, one.held, one.later, one.expected) == ("2031-08-11", 8, 8, 8, 8.0)
    shown = CliRunner().invoke(build(), ["trace", PHRASE, "--record", str(tmp_path / "record")]).output
    assert 'usually said together with "calm northern waters" [en] (in 8 of 8 origins up to 2031-08-11)' in shown
