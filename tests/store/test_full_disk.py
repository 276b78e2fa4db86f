"""A disk that takes no more: a sentence, nothing half written, and work goes on when it is mended."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.store import Entry, Store


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file may grow beyond ``size`` bytes: what the kernel refuses looks like a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("room", [4_096, 40_000, 200_000, 300_000])
def test_a_full_disk_loses_nothing_that_was_acknowledged(tmp_path: Path, make: Any, room: int) -> None:
    """Batches are put until the disk refuses; all acknowledged ones are held, and the rest can be put afterwards."""
    folder = tmp_path / "r"
    given = [make(f"Auria objects {i}. " + "word " * 400, f"{i}.txt") for i in range(60)]
    acknowledged = []
    with Store.open(folder, write=True, create=True) as store:
        with largest_file((folder / "record.sqlite").stat().st_size + room):
            with pytest.raises(InputError) as error:
                for dossier in given:
                    store.put([Entry(dossier)])
                    acknowledged.append(dossier.source.id)
            assert "disk" in str(error.value)
        held = [sha for (sha,) in store.connection.execute("SELECT sha256 FROM source ORDER BY id")]
        assert held == acknowledged
        assert len(held) < len(given)
        results = store.put([Entry(dossier) for dossier in given])
        assert [r.outcome for r in results] == ["same"] * len(held) + ["new"] * (len(given) - len(held))
    with Store.open(folder, write=False) as store:
        assert list(store.check()) == []
        assert [store.dossier(d.source.id) for d in given] == given
