"""Fixtures shared by all rooms."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import hypothesis
import pytest

from onrecord.engines import local, template

# CI repeats the same examples, so that a red run is the change's fault; elsewhere new ones are tried each time.
hypothesis.settings.register_profile("anywhere", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("ONRECORD_STRICT") else "anywhere")

ROOT = Path(__file__).resolve().parent.parent


def absent(what: str) -> NoReturn:
    """Skip with a reason where a part of the machine is absent; in CI (ONRECORD_STRICT) that is a failure."""
    if os.environ.get("ONRECORD_STRICT"):
        pytest.fail(f"absent: {what}")
    pytest.skip(f"absent: {what}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation material beside the project; tests that need it skip with a reason where it is absent."""
    folder = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
    if not (folder / "eval").is_dir():
        absent("the evaluation material (set ONRECORD_SHARED, or place it beside the project as ../shared)")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


# A process that is killed needs no power-loss durability to keep what it wrote, so these rooms' records lie in memory
# where that can be had; on a busy disk each forced write takes longer than all else in a test. What is about disks
# (tests/store/test_full_disk.py) and about files (tests/collect) stays on the disk.
MEMORY = Path("/dev/shm")
IN_MEMORY = frozenset({"cli", "demo", "docs", "judge", "propose", "record", "store", "trace", "web"})
OWN_TEMPLATE = frozenset({"engines", "hostile"})


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder of the test's own, in memory for the rooms that force what they write to the disk."""
    place = request.node.path
    on_disk = place.parent.name not in IN_MEMORY or place.name == "test_full_disk.py"
    if on_disk or not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-test-", dir=MEMORY) as folder:
        yield Path(folder)


class _Kept(template.Template):
    """A template that outlives the runs which use it: real workers, in their real bounds, without the seconds it takes
    to load the knowledge again for each run."""

    def close(self) -> None:
        """Stay, unless it has died."""
        if self._process is None or self._process.poll() is not None:
            super().close()


@pytest.fixture(scope="session")
def _templates() -> Iterator[dict[Any, _Kept]]:
    kept: dict[Any, _Kept] = {}
    yield kept
    for one in kept.values():
        template.Template.close(one)


@pytest.fixture(autouse=True)
def _one_template(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, _templates: dict[Any, _Kept]
) -> None:
    """All runs with the same limits and the bundled knowledge share a template; rooms that test it have their own."""
    if request.node.path.parent.name in OWN_TEMPLATE:
        return
    real = template.Template

    def make(limits: Any, knowledge: Any, **more: Any) -> template.Template:
        if knowledge.pack_files or more:
            return real(limits, knowledge, **more)
        key = (limits, os.environ.get(template.MOCK_VARIABLE))
        if key not in _templates:
            _templates[key] = _Kept(limits, knowledge)
        return _templates[key]

    monkeypatch.setattr(local, "Template", make)
