"""The pictures of the tour: all there, small, each shown, made by a script that names only the sample."""

from __future__ import annotations

from pathlib import Path

import re2

from onrecord.demo import documents

from .conftest import load_file

ROOT = Path(__file__).resolve().parents[2]
script = load_file(ROOT / "tools" / "screenshots.py", "screenshots")


def test_every_picture_is_there_small_and_shown() -> None:
    """The folder holds what the script makes and nothing else, within its bounds, and the tour shows each once."""
    held = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").iterdir()}
    assert set(held) == {f"{shot.name}.webp" for shot in script.SHOTS}
    assert max(held.values()) <= script.MOST_BYTES
    assert sum(held.values()) <= script.MOST_IN_ALL
    shown = re2.findall(r"\(images/([^)]+)\)", (ROOT / "docs" / "tour.md").read_text("utf-8"))
    assert sorted(shown) == sorted(held)


def test_every_screen_has_a_picture() -> None:
    """No screen is missing."""
    paths = {shot.path.partition("?")[0].split("/")[1] for shot in script.SHOTS}
    assert paths == {"", "statement", "formulations", "compare", "positions", "record"}


def test_the_statements_shown_are_the_sample(tmp_path: Path) -> None:
    """The ids that the script opens are those of the bundled sample."""
    from onrecord import Record

    for document in documents():
        (tmp_path / document.name).write_bytes(document.read_bytes())
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path / one.name for one in documents()])
        held = {one.id for one in record.statements(limit=100)}
    assert {script.CONFERENCE, script.CHINESE, script.REPORT, script.ARABIC} <= held
