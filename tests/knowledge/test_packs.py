"""Packs: what ships is right, a wrong file says where and how to mend it, and no fact is silently lost."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import bounds
from onrecord.errors import KnowledgeError
from onrecord.knowledge.pack import Pack
from onrecord.knowledge.packs import BUNDLED, bundled_files, bundled_packs, check, read_pack

PACKS = bundled_packs()

GOOD = """format = 1
id = "islands"
title = "The islands"

[[actor]]
id = "ana-soler"
kind = "person"
names = { en = ["Ana Soler"], zh = "安娜·索莱尔" }
country = "XA"
source = "invented"

[[office]]
id = "xa.spokesperson"
names = { en = ["Foreign Ministry Spokesperson"] }
country = "XA"

[[term]]
person = "ana-soler"
office = "xa.spokesperson"
since = "2023-02"
until = ".."
source = "invented"
"""

WRONG = [
    ("format", GOOD.replace("format = 1", "format = 9"), 0, "write format = 2"),
    ("unknown table", GOOD + '\n[[person]]\nid = "x"\n', 0, "unknown key 'person'"),
    ("misspelt key", GOOD.replace("since =", "sinse ="), 17, "since is missing"),
    ("no source", GOOD.replace('source = "invented"\n\n[[office', "\n[[office"), 5, "source is missing"),
    ("kind", GOOD.replace('"person"', '"cat"'), 5, "known: state, body, person"),
    (
        "names without language",
        GOOD.replace('{ en = ["Ana Soler"], zh = "安娜·索莱尔" }', '"Ana Soler"'),
        5,
        "language",
    ),
    ("language code", GOOD.replace("zh =", "chinese ="), 5, "'chinese' is no language code"),
    ("number for words", GOOD.replace('country = "XA"\nsource', "country = 7\nsource"), 5, "words in quotes"),
    ("date", GOOD.replace("2023-02", "February 2023"), 17, "write 2024, 2024-01 or 2024-01-29"),
    ("impossible date", GOOD.replace("2023-02", "2023-02-30"), 17, "is no date"),
    ("date without year", GOOD.replace("2023-02", "XXXX-02-01"), 17, "has no year"),
    ("turned term", GOOD.replace('".."', '"2022"'), 17, "is before since"),
    ("unknown person", GOOD.replace('person = "ana-soler"', 'person = "ana-solar"'), 17, "add an [[actor]]"),
    ("unknown office", GOOD.replace('office = "xa.', 'office = "xb.'), 17, "add an [[office]]"),
    ("id twice", GOOD + GOOD[GOOD.index("[[actor]]") : GOOD.index("[[office]]")], 23, "the id is used before"),
    ("bad id", GOOD.replace('id = "ana-soler"', 'id = "ana soler"'), 5, "use letters, digits"),
    ("state id", GOOD.replace('kind = "person"', 'kind = "state"'), 5, "ISO 3166 code"),
    ("not TOML", GOOD + "\nid =", 0, "not valid TOML"),
]


def _write(folder: Path, text: str) -> Path:
    path = folder / "islands.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_pack_is_read(tmp_path: Path) -> None:
    """A right file has no problems, and its facts arrive as written."""
    path = _write(tmp_path, GOOD)

    pack = read_pack(path)

    assert check(path) == []
    assert pack.id == "islands"
    assert pack.actors[0].names.all() == ("Ana Soler", "安娜·索莱尔")
    assert (pack.terms[0].since, pack.terms[0].until) == ("2023-02", None)


@pytest.mark.parametrize(("text", "line", "words"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_wrong_pack_says_where_and_how(tmp_path: Path, text: str, line: int, words: str) -> None:
    """Each kind of mistake is an error that names file, line and mend; ``check`` lists the same."""
    path = _write(tmp_path, text)

    with pytest.raises(KnowledgeError) as caught:
        read_pack(path)

    problems = check(path)
    assert "islands.toml" in str(caught.value)
    assert any(words in p.words and p.line == line for p in problems), problems


def test_a_missing_pack_is_an_error(tmp_path: Path) -> None:
    """A path that leads nowhere, and a file that is not UTF-8, say so."""
    with pytest.raises(KnowledgeError, match="cannot be read"):
        read_pack(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b'id = "\xff"')
    with pytest.raises(KnowledgeError, match="byte 6 is not UTF-8"):
        read_pack(tmp_path / "latin.toml")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the checker fail in any other way than by naming problems."""
    with tempfile.TemporaryDirectory() as folder:
        path = _write(Path(folder), text.encode("utf-8", "replace").decode())
        problems = check(path)
        if problems:
            with pytest.raises(KnowledgeError, match="islands"):
                read_pack(path)
        else:
            assert isinstance(read_pack(path), Pack)


@pytest.mark.parametrize("place", [Path(str(place)) for place in bundled_files()], ids=lambda p: p.name)
def test_bundled_packs_have_no_problems(place: Path) -> None:
    """What ships passes its own check."""
    assert check(place) == []


def test_every_bundled_pack_is_there() -> None:
    """No name in the list of bundled packs leads nowhere."""
    assert [place.name for place in bundled_files()] == list(BUNDLED)


@pytest.mark.parametrize("pack", PACKS, ids=lambda p: p.id)
def test_bundled_packs_name_their_sources(pack: Pack) -> None:
    """Every term, entity, formula and actor says where it was seen, and terms hold on their own days."""
    assert all(x.source for x in (*pack.terms, *pack.entities, *pack.formulas, *pack.actors))
    for term in pack.terms:
        first = bounds(term.since)[1] if term.since else None
        last = bounds(term.until)[0] if term.until else None
        assert first is None or last is None or first > last or term.holds_on(first)


def test_states_are_whole() -> None:
    """The states pack has one entry for each code, each named in English."""
    states = next(p for p in PACKS if p.id == "states")

    assert len({a.id for a in states.actors}) == len(states.actors) > 240
    assert all(a.kind == "state" and a.names.preferred("en") and len(a.id) == 2 for a in states.actors)
