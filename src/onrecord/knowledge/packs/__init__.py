"""Packs: one TOML per field, or a folder of them and of tables, read into ``knowledge.pack`` types (docs/packs.md).

Lives here: reading files, and which packs are bundled. Not here: what a valid entry is (``entries``, ``rules``), the
types, any fact about a field in code.
"""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import tomli

from onrecord.errors import KnowledgeError
from onrecord.knowledge.pack import Pack
from onrecord.knowledge.packs import bags
from onrecord.knowledge.packs.entries import build
from onrecord.knowledge.packs.problems import Part, Problem
from onrecord.knowledge.packs.states import states
from onrecord.knowledge.packs.table import rows_of

__all__ = ["BUNDLED", "Problem", "bundled_files", "bundled_packs", "check", "doubts", "parts_of", "read_pack"]

# A later one may use those before it. A folder is one pack: pack.toml has its head, the other files its entries.
BUNDLED = ("sample.toml", "governments", "ai_governance", "oceans.toml")
HEAD = "pack.toml"
TABLE = ".tsv"


def bundled_packs() -> tuple[Pack, ...]:
    """The packs that ship with the program: the states, then those of ``BUNDLED``."""
    return (states(), *(_trusted(place) for place in bundled_files()))


def bundled_files() -> tuple[Traversable, ...]:
    """Where the bundled packs are: files, and folders of one pack each."""
    return tuple(place for name in BUNDLED if _exists(place := resources.files(__package__) / name))


def read_pack(path: Path) -> Pack:
    """Read a pack file or folder; KnowledgeError names file, line and mend when it is missing or wrong."""
    return _read(path, _usable(path))


def check(path: Path) -> list[Problem]:
    """Everything wrong with a pack file or folder, in the order of its lines; empty when it can be used."""
    try:
        return build(path.stem, parts_of(path), _usable(path))[1]
    except KnowledgeError as error:
        return [Problem(0, str(error))]


def doubts(path: Path) -> list[Problem]:
    """What is likely a slip in a pack that can be read, in the order of its lines: a formulation that is several ones
    (``bags``). Nothing of a pack that cannot be read: ``check`` says why."""
    try:
        return list(bags.doubts(parts_of(path)))
    except KnowledgeError:
        return []


def _usable(path: Path) -> dict[str, Pack]:
    """The bundled packs that a pack may use: those before it, when it is a bundled one itself."""
    packs: dict[str, Pack] = {}
    for place in bundled_files():
        if Path(str(place)) == path.absolute():
            break
        pack = _trusted(place)
        packs[pack.id] = pack
    return packs


def _trusted(place: Traversable) -> Pack:
    """A bundled pack, read without checks: the tests check it, and a start has no time to."""
    return build(Path(place.name).stem, parts_of(place), {}, trusted=True)[0]


def _exists(place: Traversable) -> bool:
    return place.is_file() or place.is_dir()


def parts_of(place: Traversable) -> list[Part]:
    """The files of a pack, that with the head first."""
    if not place.is_dir():
        return [_part(place, "")]
    names = sorted(file.name for file in place.iterdir() if file.name.endswith((".toml", TABLE)))
    if HEAD not in names:
        raise KnowledgeError(f"{place}: a folder of a pack needs {HEAD} with format, id and title; add it")
    names.sort(key=lambda name: name != HEAD)
    return [_part(place / name, name) for name in names]


def _part(file: Traversable, name: str) -> Part:
    try:
        text = file.read_text(encoding="utf-8")
        if name.endswith(TABLE):
            rows, lines, wrong = rows_of(text)
            return Part(name, {"formula": rows}, text, tuple(lines), tuple(wrong))
        return Part(name, tomli.loads(text), text)
    except OSError as error:
        raise KnowledgeError(
            f"{file}: the pack cannot be read ({error.strerror}); give the path of a TOML file"
        ) from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{file}: byte {error.start} is not UTF-8; save the pack as UTF-8") from error
    except tomli.TOMLDecodeError as error:
        raise KnowledgeError(f"{file}: not valid TOML: {error}; docs/packs.md shows the format") from error
    except RecursionError as error:
        raise KnowledgeError(f"{file}: nested too deeply; docs/packs.md shows the format") from error


def _read(place: Traversable, known: dict[str, Pack]) -> Pack:
    pack, problems = build(Path(place.name).stem, parts_of(place), known)
    if problems:
        first, more = problems[0], len(problems) - 1
        rest = f" (and {more} more: `onrecord packs check {place}`)" if more else ""
        raise KnowledgeError(f"{place}, {first}{rest}" if first.line else f"{place}: {first}{rest}")
    return pack
