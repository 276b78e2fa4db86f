"""The verb `align`: files, forms of output, word lists, wrong input. The texts are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli.app import build
from onrecord.errors import InputError

FRENCH = (
    "Le ministre a rencontré la délégation le 12 mars 2031.\nLes deux parties ont signé un accord de coopération.\n"
)
ENGLISH = "The minister met the delegation on 12 March 2031.\nBoth parties signed a cooperation agreement.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    one, other = tmp_path / "fr.txt", tmp_path / "en.txt"
    one.write_text(FRENCH, encoding="utf-8")
    other.write_text(ENGLISH, encoding="utf-8")
    return one, other


def run(*arguments: object) -> str:
    done = CliRunner().invoke(build(), ["align", *map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_beads_are_numbers(files: tuple[Path, Path], tmp_path: Path) -> None:
    """--beads writes what alignment scorers read."""
    run(*files, "--lines", "--beads", "--lang", "fr,en", "--out", tmp_path / "out")
    lines = (tmp_path / "out").read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(":")[0] for line in lines] == ["[0]:[0]", "[1]:[1]"]


def test_json_names_the_words(files: tuple[Path, Path], tmp_path: Path) -> None:
    """--json gives texts, coverage and the words that carried a pair; languages are detected."""
    run(*files, "--json", "--out", tmp_path / "out")
    first = json.loads((tmp_path / "out").read_text(encoding="utf-8").splitlines()[0])
    assert first["kind"] == "pair"
    assert ["délégation", "delegation"] in [word[:2] for word in first["words"]]
    assert first["one_text"] == [FRENCH.splitlines()[0]]


def test_words_that_explain_little_are_not_printed(tmp_path: Path) -> None:
    """--words prints what carried a pair from a weight on; --json has all."""
    one, other = tmp_path / "en.txt", tmp_path / "zh.txt"
    one.write_text("The old keeper walked down to the quiet harbour and looked at the boats.\nHe sang.\n", "utf-8")
    other.write_text("年老的看守人走到宁静的港口看着船只。\n他唱歌。\n", "utf-8")
    run(one, other, "--lines", "--words", "--lang", "en,zh", "--out", tmp_path / "out")
    (told,) = [line for line in (tmp_path / "out").read_text("utf-8").splitlines() if line.startswith("  words  ")]
    assert "boats = 船" in told
    assert "walked" not in told
    run(one, other, "--lines", "--json", "--lang", "en,zh", "--out", tmp_path / "all")
    words = json.loads((tmp_path / "all").read_text("utf-8").splitlines()[0])["words"]
    assert min(word[2] for word in words) < 0.3


def test_folders_pair_by_name(files: tuple[Path, Path], tmp_path: Path) -> None:
    """Files with the same name in two folders are aligned, each into a file of its own."""
    for name, path in zip(("a", "b"), files, strict=True):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.txt").write_bytes(path.read_bytes())
    run(tmp_path / "a", tmp_path / "b", "--beads", "--lang", "fr,en", "--out", tmp_path / "out")
    assert (tmp_path / "out" / "one.txt.align").exists()


def test_wrong_input_is_one_sentence(files: tuple[Path, Path], tmp_path: Path) -> None:
    """What is wrong is said with what to do."""
    with pytest.raises(InputError, match="--lang zh,en"):
        run(*files, "--lang", "fr")
    with pytest.raises(InputError, match="neither a text file"):
        run(files[0], tmp_path / "absent", "--record", tmp_path / "none")
    (tmp_path / "list").write_text("nothing here\n", encoding="utf-8")
    with pytest.raises(InputError, match="no entry"):
        run(*files, "--lexicon", tmp_path / "list")


def test_counterparts_of_repeated_phrases(tmp_path: Path) -> None:
    """A phrase repeated in one text is proposed with what renders it in the other."""
    verbs = [
        ("支持", "supports"),
        ("欢迎", "welcomes"),
        ("讨论", "discusses"),
        ("重申", "reaffirms"),
        ("尊重", "respects"),
    ]
    places = ["北方", "南方", "西部", "东部", "城市", "农村", "海洋"]
    names = ["the north", "the south", "the west", "the east", "the city", "rural areas", "the ocean"]
    rows = [
        (f"{p}{v}蓝色河流倡议。", f"{n.capitalize()} {w} the Blue River Initiative.")
        for v, w in verbs
        for p, n in zip(places, names, strict=True)
    ]
    (tmp_path / "zh").write_text("".join(a + "\n" for a, _ in rows), encoding="utf-8")
    (tmp_path / "en").write_text("".join(b + "\n" for _, b in rows), encoding="utf-8")
    run(
        tmp_path / "zh",
        tmp_path / "en",
        "--lines",
        "--lang",
        "zh,en",
        "--counterparts",
        "--json",
        "--out",
        tmp_path / "out",
    )
    found = [json.loads(line) for line in (tmp_path / "out").read_text(encoding="utf-8").splitlines()]
    assert ("蓝色河流倡议", "Blue River Initiative") in {(one["phrase"], one["rendering"]) for one in found}
