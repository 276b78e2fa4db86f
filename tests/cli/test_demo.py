"""The verb `demo`: what it says of the sample, and a record that is whole without another verb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from onrecord import Record


def test_demo_links_its_statements_and_says_so(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    """Versions are linked, each kind is counted in a line, and the sample has a translation, a report, a revision."""
    status, out, _ = run("demo", str(tmp_path / "demo"), "--workers", "1")
    with Record.open(tmp_path / "demo" / "record") as held:
        links, waiting = held.links(), held.links_wait()
        first = next(one.id for one in held.statements(limit=100) if one.form == "transcript")
        versions = held.versions(first)
    kinds = Counter(one.kind for one in links)

    assert status == 0
    assert not waiting
    assert {"translation", "report", "revision"} <= set(kinds)
    line = next(one for one in out.splitlines() if one.startswith("  linked: "))
    assert line.startswith(f"  linked: {len(links)} pairs of statements (")
    assert all(f"{count} {kind}" in line for kind, count in kinds.items())
    assert versions
    assert f"onrecord compare {first}" in out
