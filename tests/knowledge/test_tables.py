"""Tables of set phrases in a pack's folder."""

from pathlib import Path

import pytest

from onrecord.errors import KnowledgeError
from onrecord.judge.phrases import phrase_id
from onrecord.knowledge.pack import Formula
from onrecord.knowledge.packs import check, read_pack

HEAD = 'format = 2\nid = "calm"\ntitle = "Calm seas"\n'
TABLE = """# what sailors say
source\tHarbour songs, 1999
one\tcalm-seas\ten\tcalm seas|seas of calm\tfr\tmers calmes

each\ten\tfair winds|Following seas
source\tLighthouse rules
each\tzh\t风平浪静
"""


def _pack(folder: Path, table: str) -> Path:
    (folder / "pack.toml").write_text(HEAD, encoding="utf-8")
    (folder / "songs.tsv").write_text(table, encoding="utf-8")
    return folder


def test_lines_are_formulations(tmp_path: Path) -> None:
    """A line of one formulation gives one, a line of phrases one for each, each with the source above it."""
    found = read_pack(_pack(tmp_path, TABLE)).formulas

    assert [(f.forms.by_lang, f.source) for f in found] == [
        ((("en", ("calm seas", "seas of calm")), ("fr", ("mers calmes",))), "Harbour songs, 1999"),
        ((("en", ("fair winds",)),), "Harbour songs, 1999"),
        ((("en", ("Following seas",)),), "Harbour songs, 1999"),
        ((("zh", ("风平浪静",)),), "Lighthouse rules"),
    ]
    assert found[0].id == "calm-seas"
    assert isinstance(found[1], Formula)


def test_a_phrase_has_the_id_that_accepting_it_gives(tmp_path: Path) -> None:
    """A phrase that a person accepted before a pack listed it keeps its uses."""
    found = read_pack(_pack(tmp_path, TABLE)).formulas

    assert found[2].id == phrase_id("en", "following seas")


@pytest.mark.parametrize(
    ("table", "line", "words"),
    [
        ("each\ten\tfair winds\n", 1, "no source above"),
        ("source\tSongs\nevery\ten\tfair winds\n", 2, "source, one or each"),
        ("source\tSongs\none\tcalm\ten\n", 2, "source, one or each"),
        ("source\tSongs\n\none\tcalm seas\ten\tcalm\n", 3, "use letters, digits"),
        ("source\tSongs\neach\ten\tcalm||wind\n", 2, "list of words"),
        ("source\tSongs\neach\ten\tcalm\neach\ten\tCalm\n", 3, "is used before"),
        ("source\tSongs\neach\tenglish\tcalm\n", 2, "no language code"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, table: str, line: int, words: str) -> None:
    """What is wrong with a table is told with its file, line and mend, and the pack is refused."""
    folder = _pack(tmp_path, table)

    assert next((p.file, p.line) for p in check(folder)) == ("songs.tsv", line)
    assert words in str(check(folder)[0])
    with pytest.raises(KnowledgeError):
        read_pack(folder)
