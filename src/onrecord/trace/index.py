"""The passage index of a record: units, sorted shingles and the passages found, in one folder that can be thrown away.

Lives here: adding texts, asking with a text, keeping the files few. Not here: how passages are found
(``text.passages``), which texts there are (``record``).

Sorted shingles stand in runs; a run is merged with the one before it while that is less than three times as long, so
that there are few runs and each shingle is moved only a handful of times. Adding texts in any batches gives the same
passages (``text.passages.kernels.seeding``), so an index that was stopped anywhere and goes on is as good as a new one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.text import passages
from onrecord.text.passages import DEFAULT, Held, Marks, Passages, Settings, Telling, Units
from onrecord.trace.arrays import Manifest, append, mapped, merge, read_manifest, write_manifest

VERSION = "passages/8"
ARRAYS: dict[str, type] = {
    "start": np.int32, "length": np.uint16, "value": np.uint32, "kind": np.uint8, "first": np.int64,
    "key": np.int64, "digest": np.uint64, "pair": np.int64,
}  # fmt: skip
COLUMNS = 13
GROWTH = 3
BATCH = 1 << 26  # bytes of UTF-8 added at a time: some 600 MiB of work, as each batch looks common shingles up anew
_SAMPLE = 256  # characters

Batch = Sequence[tuple[int, int, str]]


class PassageIndex:
    """Texts held by their keys (any whole numbers, such as rows of a store), and the passages they share."""

    def __init__(self, folder: Path, telling: Marks | None = None, settings: Settings = DEFAULT) -> None:
        """Open the index in a folder, or begin one there; files of another version or settings are thrown away.

        ``telling``: what tells the sides of a passage apart, besides numerals and capitals (``trace.telling``).
        """
        self.folder = folder
        self._settings = settings
        self._telling = telling or passages.marks(Telling())
        words = blake2b(self._telling.mark.tobytes(), digest_size=8).hexdigest()
        made = f"{VERSION} {astuple(settings)} {words}"
        manifest = read_manifest(folder)
        if manifest is None or manifest.made != made or not self._load(manifest):
            self._manifest = Manifest(made)
            self.clear()

    @property
    def last(self) -> int:
        """How far the caller's texts were taken in, as it said; -1 at the beginning."""
        return self._manifest.last

    @property
    def keys(self) -> NDArray[np.int64]:
        """The key of each text held, by the number that passages give."""
        return self._arrays["key"]

    @property
    def held(self) -> Held:
        """The units of the texts held and their sorted shingles, for those who look places up (``trace.locating``)."""
        return self._held

    @property
    def settings(self) -> Settings:
        """The settings that the shingles were made with."""
        return self._settings

    def __len__(self) -> int:
        return len(self.keys)

    def mark(self, texts: int) -> str:
        """A mark of the first texts: where it is equal, so are they, and the passages among them."""
        state = blake2b(self._arrays["key"][:texts].tobytes(), digest_size=8)
        state.update(self._arrays["digest"][:texts].tobytes())
        return state.hexdigest()

    def unchanged(self, key: int, chars: str) -> bool | None:
        """Whether the text held under a key is this one; None when there is none."""
        found = np.flatnonzero(self.keys == key)
        return bool(self._arrays["digest"][found[0]] == _digest(chars)) if len(found) else None

    def clear(self) -> None:
        """Throw everything away and begin anew."""
        made = self._manifest.made
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._load(Manifest(made))

    def add(self, texts: Iterable[tuple[int, int, str]]) -> int:
        """Take in texts (key, mark, characters) in bounded batches; how many passages were found.

        The mark of the last text taken in is ``last``, so that a run that was stopped goes on after it.
        """
        return sum(len(self._add(batch)) for batch, _ in _batches(texts))

    def pass_through(self, texts: Iterable[tuple[int, int, str]]) -> Iterator[Passages]:
        """The passages of texts (see ``add``), some at a time, for who wants those and no index.

        A text is taken in only where others come after its batch, and passages are not kept.
        """
        for batch, more in _batches(texts):
            new, keys, found = self._found(batch)
            yield found
            if more:
                self._append(new, keys, Passages(np.empty((0, COLUMNS), np.int64)), batch)

    def note(self, last: int) -> None:
        """Remember that the caller's texts were looked at up to this mark."""
        if last != self.last:
            self._manifest = msgspec.structs.replace(self._manifest, last=last)
            write_manifest(self.folder, self._manifest)

    def ask(self, chars: str) -> Passages:
        """The passages of the texts held that a text shares with them; it stands as b, and is not taken in."""
        new = passages.units([chars])
        return passages.join(self._held, new, len(self._held.units), self._settings, self._telling)

    def pairs(self) -> Passages:
        """Every passage found: those of one addition after those of the one before, in no promised order inside it."""
        return Passages(self._arrays["pair"].reshape(-1, COLUMNS))

    def _add(self, batch: Batch) -> Passages:
        new, keys, found = self._found(batch)
        self._append(new, keys, found, batch)
        return found

    def _found(self, batch: Batch) -> tuple[Units, NDArray[np.uint64], Passages]:
        new = passages.units([chars for _, _, chars in batch])
        base = len(self._held.units)
        keys = passages.shingles(new, base, self._settings)
        return new, keys, passages.join(self._held, new, base, self._settings, self._telling, keys)

    def _append(self, new: Units, keys: NDArray[np.uint64], found: Passages, batch: Batch) -> None:
        manifest, base = self._manifest, len(self._held.units)
        more: dict[str, NDArray[Any]] = {
            "start": new.start, "length": new.length, "value": new.value, "kind": new.kind,
            "first": new.first[0 if not manifest.lengths else 1 :] + base,
            "key": np.array([key for key, _, _ in batch], np.int64),
            "digest": np.array([_digest(chars) for _, _, chars in batch], np.uint64),
            "pair": found.rows.reshape(-1),
        }  # fmt: skip
        lengths = {
            name: append(self.folder / name, manifest.lengths.get(name, 0), values.astype(ARRAYS[name], copy=False))
            for name, values in more.items()
        }
        runs, number = self._with_run(keys)
        made = msgspec.structs.replace(manifest, lengths=lengths, runs=runs, next_run=number, last=batch[-1][1])
        write_manifest(self.folder, made)
        old = {name for name, _ in manifest.runs} - {name for name, _ in runs}
        self._load(made)
        for name in old:
            (self.folder / name).unlink(missing_ok=True)

    def _with_run(self, keys: NDArray[np.uint64]) -> tuple[tuple[tuple[str, int], ...], int]:
        """The runs with one more, after merging; and the number of the next."""
        number = self._manifest.next_run
        runs, parts = list(self._manifest.runs), [keys]
        while runs and runs[-1][1] < GROWTH * sum(map(len, parts)):
            parts.append(self._held.runs[len(runs) - 1])
            runs.pop()
        if not any(map(len, parts)):
            return tuple(runs), number
        name = f"run-{number}"
        return (*runs, (name, merge(self.folder / name, parts))), number + 1

    def _load(self, manifest: Manifest) -> bool:
        """Map the files of a manifest; False when they are not as it says."""
        try:
            arrays = {
                name: mapped(self.folder / name, manifest.lengths.get(name, 0), kind) for name, kind in ARRAYS.items()
            }
            runs = tuple(mapped(self.folder / name, length, np.uint64) for name, length in manifest.runs)
        except (OSError, ValueError):
            return False
        units = Units(
            arrays["start"], arrays["length"], arrays["value"], arrays["kind"],
            arrays["first"] if len(arrays["first"]) else np.zeros(1, np.int64),
        )  # fmt: skip
        self._manifest, self._arrays, self._held = manifest, arrays, Held(units, runs)
        return True


def _digest(chars: str) -> int:
    return int.from_bytes(blake2b(chars.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _batches(texts: Iterable[tuple[int, int, str]]) -> Iterator[tuple[Batch, bool]]:
    """Texts in batches of about ``BATCH`` bytes or more but for the last, and whether more come after it."""
    batch: list[tuple[int, int, str]] = []
    size = 0
    for text in texts:
        if size >= BATCH:
            yield batch, True
            batch, size = [], 0
        batch.append(text)
        size += _bytes(text[2])
    if batch:
        yield batch, False


def _bytes(chars: str) -> int:
    """About how many bytes a text has in UTF-8, as its first characters let expect."""
    some = chars[:_SAMPLE]
    return len(chars) * len(some.encode("utf-8", "surrogatepass")) // max(1, len(some))
