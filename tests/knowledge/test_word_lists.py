"""Word lists: the bundled ones keep their form, and those of a user are read in three forms. Entries are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.knowledge import lexicons
from onrecord.knowledge.lexicons.given import read_list

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><entry><form><orth>kob</orth></form>
<sense><cit type="trans"><quote>tree</quote></cit></sense></entry></body></text></TEI>"""


def test_bundled_lists_are_whole() -> None:
    """Chinese has its promised size, and every entry of every pair has two forms without stray space."""
    assert len({zh for zh, _ in lexicons.entries("zh", "en")}) > 3000
    for lang in ("zh", "fr", "es", "ru", "ar"):
        assert all(a and b and a == a.strip() and b == b.strip() for a, b in lexicons.entries(lang, "en"))
        assert len(lexicons.learned(lang, "en")) > 2000
        assert len(lexicons.stops(lang)) > 60


def test_a_pair_may_be_asked_either_way() -> None:
    """English with Chinese is Chinese with English, turned."""
    assert {(b, a) for a, b in lexicons.entries("en", "zh")} == set(lexicons.entries("zh", "en"))


def test_characters_have_readings() -> None:
    """Readings cover the characters of GB 2312."""
    assert len(lexicons.readings()) > 6_700
    assert lexicons.readings()["习"] == "xi"


def test_cc_cedict_lines(tmp_path: Path) -> None:
    """Simplified forms with their glosses, without remarks and references; turned for English with Chinese."""
    path = tmp_path / "words.u8"
    path.write_text("# made\n藍河 蓝河 [Lan2 he2] /Blue River (stream)/CL:條|条[tiao2]/to flow/\n", encoding="utf-8")
    assert read_list(path, ("zh", "en")) == [("蓝河", "Blue River"), ("蓝河", "flow")]
    assert read_list(path, ("en", "zh"))[0] == ("Blue River", "蓝河")


def test_freedict_runs_as_its_name_says(tmp_path: Path) -> None:
    """Headwords with translations, in the direction that the file's name tells."""
    path = tmp_path / "eng-fra.tei"
    path.write_text(TEI, encoding="utf-8")
    assert read_list(path, ("en", "fr")) == [("kob", "tree")]
    assert read_list(path, ("fr", "en")) == [("tree", "kob")]


def test_two_columns_and_nothing(tmp_path: Path) -> None:
    """Lines with a tab are pairs; a file without any is refused, as is one that is not there."""
    path = tmp_path / "list.tsv"
    path.write_text("kob\ttree;wood\nbare line\n", encoding="utf-8")
    assert read_list(path, ("und", "en")) == [("kob", "tree"), ("kob", "wood")]
    path.write_text("bare line\n", encoding="utf-8")
    with pytest.raises(InputError, match="no entry"):
        read_list(path, ("und", "en"))
    with pytest.raises(InputError, match="cannot read"):
        read_list(tmp_path / "absent", ("und", "en"))
