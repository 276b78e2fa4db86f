"""The fingerprint of knowledge: equal for equal data, in every process; other for any other field."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from onrecord.knowledge import Knowledge, fingerprint, load


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def test_it_is_the_digest_of_languages_packs_and_publishers(know: Knowledge) -> None:
    """The knowledge carries the fingerprint of all its data."""
    assert know.fingerprint == fingerprint((know.languages, know.packs, know.publishers))


def test_one_field_changes_it(know: Knowledge) -> None:
    """One word more in a language, one host fewer of a publisher, one id in a pack: each is other knowledge."""
    language = replace(know.languages[0], labels=replace(know.languages[0].labels, question=("something else",)))
    publisher = replace(know.publishers[0], hosts=know.publishers[0].hosts[1:])
    pack = replace(know.packs[0], actors=(replace(know.packs[0].actors[0], id="other"), *know.packs[0].actors[1:]))
    others = (
        ((language, *know.languages[1:]), know.packs, know.publishers),
        (know.languages, (pack, *know.packs[1:]), know.publishers),
        (know.languages, know.packs, (publisher, *know.publishers[1:])),
    )
    assert len({know.fingerprint, *map(fingerprint, others)}) == 4


def test_every_process_gives_the_same(know: Knowledge) -> None:
    """It does not depend on the seed of Python's hashes."""
    code = "from onrecord.knowledge import load; print(load().fingerprint)"
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
        assert said.stdout.strip() == know.fingerprint
