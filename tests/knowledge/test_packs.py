"""Packs: what ships is right, a wrong file says where and how to mend it, and no fact is silently lost."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import bounds
from onrecord.errors import KnowledgeError
from onrecord.knowledge.pack import Pack
from onrecord.knowledge.packs import BUNDLED, bundled_files, bundled_packs, check, parts_of, read_pack
from onrecord.knowledge.packs.entries import build

PACKS = bundled_packs()

CASES = Path(__file__).with_name("cases")
GOOD = CASES.joinpath("islands.toml").read_text("utf-8")
WRONG: list[dict[str, Any]] = json.loads(CASES.joinpath("wrong_packs.json").read_text("utf-8"))


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
    assert (pack.terms[1].since, pack.terms[1].until) == ("2024-05-31", None)
    assert pack.entities[0].dates == (("signed", "2023-06-01"), ("in_force", "2024"))
    assert (pack.formulas[0].holders, pack.formulas[0].first_seen, pack.uses) == (("XA",), "2021", ("governments",))


@pytest.mark.parametrize("case", WRONG, ids=lambda c: c["why"])
def test_a_wrong_pack_says_where_and_how(tmp_path: Path, case: dict[str, Any]) -> None:
    """Each kind of mistake is an error that names file, line and mend; ``check`` lists the same."""
    assert case["old"] in GOOD
    text = GOOD.replace(case["old"], case["new"], 1).replace("LONG", "x" * 1001) + case.get("add", "")
    path = _write(tmp_path, text)

    with pytest.raises(KnowledgeError) as caught:
        read_pack(path)

    problems = check(path)
    assert "islands.toml" in str(caught.value)
    assert any(case["says"] in p.words and p.line == case["line"] for p in problems), problems


def test_one_run_tells_all_problems(tmp_path: Path) -> None:
    """A wrong key hides neither another fault of its entry nor one between entries, and makes no other entry wrong."""
    text = GOOD.replace('since = "2023-02"', 'sinse = "2023-02"').replace('until = "2024-05-31"', 'until = "soon"')
    text = text.replace('person = "bo-lind"', 'person = "bo-lynd"').replace('kind = "person"', 'kind = "cat"', 1)

    said = [(p.line, p.words.split(";")[0].removeprefix("[[term]] 1: ")) for p in check(_write(tmp_path, text))]

    assert said == [
        (8, "[[actor]] 1: kind 'cat'"),
        (26, "since is missing"),
        (29, "unknown key 'sinse'"),
        (30, "until 'soon' is no date"),
        (34, "person 'bo-lynd' is no person of this pack"),
    ]


def test_an_empty_file_says_what_to_write(tmp_path: Path) -> None:
    """One problem with an example, not a list of what is missing."""
    (problem,) = check(_write(tmp_path, "# nothing yet\n"))
    assert "the file is empty; write format = 2" in problem.words


def test_a_shared_office_has_several_holders(tmp_path: Path) -> None:
    """Terms of an office that says it is shared may overlap."""
    text = GOOD.replace('since = "2024-05-31"', 'since = "2024-03-01"')
    shared = text.replace('country = "XA"\n\n[[term]]', 'country = "XA"\nshared = true\n\n[[term]]')

    assert check(_write(tmp_path, text)) != []
    assert check(_write(tmp_path, shared)) == []


def test_format_1_is_still_read(tmp_path: Path) -> None:
    """A pack written before the new keys is read as it was."""
    old = 'format = 1\nid = "old"\n[[formula]]\nid = "a"\nforms = { en = "calm seas" }\nsource = "invented"\n'

    assert read_pack(_write(tmp_path, old)).formulas[0].forms.all() == ("calm seas",)


def test_a_folder_is_one_pack(tmp_path: Path) -> None:
    """The files of a folder are one pack, each problem names its file, and a folder without a head says so."""
    head, _, entries = GOOD.partition("[[entity]]")
    (tmp_path / "pack.toml").write_text(head, encoding="utf-8")
    (tmp_path / "things.toml").write_text("[[entity]]" + entries, encoding="utf-8")

    assert replace(read_pack(tmp_path), id="islands") == read_pack(_write(tmp_path.parent, GOOD))
    (tmp_path / "things.toml").write_text(("[[entity]]" + entries).replace("reef-rule", "reef rule"), encoding="utf-8")
    assert [(p.file, p.line) for p in check(tmp_path)] == [("things.toml", 12)]
    (tmp_path / "pack.toml").unlink()
    with pytest.raises(KnowledgeError, match=r"needs pack\.toml"):
        read_pack(tmp_path)


def test_bundled_packs_are_read_as_checked_ones() -> None:
    """What is read without checks at a start is what a checked reading gives."""
    known: dict[str, Pack] = {}
    for place, pack in zip(bundled_files(), PACKS[1:], strict=True):
        checked, problems = build(Path(str(place)).stem, parts_of(place), known)
        assert problems == []
        assert checked == pack
        known[pack.id] = pack


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


def test_the_pack_of_the_guide_is_one(tmp_path: Path, root: Path) -> None:
    """The example of docs/packs.md is a whole pack without problems that has every kind of entry."""
    page = (root / "docs" / "packs.md").read_text("utf-8")
    text = page.partition("```toml\n")[2].partition("```")[0]

    path = _write(tmp_path, text)
    pack = read_pack(path)

    assert check(path) == []
    assert all((pack.actors, pack.offices, pack.terms, pack.entities, pack.formulas))
