"""Packs: one TOML per field, read into ``knowledge.pack`` types. The format stands in docs/packs.md.

Lives here: reading files, and which packs are bundled. Not here: what a valid entry is (``entries``), the types, any
fact about a field in code.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import tomli

from onrecord.errors import KnowledgeError
from onrecord.knowledge.pack import Pack
from onrecord.knowledge.packs.entries import Problem, build
from onrecord.knowledge.packs.states import states

__all__ = ["BUNDLED", "Problem", "bundled_packs", "check", "read_pack"]

BUNDLED = ("sample.toml", "seeds.toml")


def bundled_packs() -> tuple[Pack, ...]:
    """The packs that ship with the program: the states, then the files of ``BUNDLED``."""
    folder = resources.files(__package__)
    files = [folder / name for name in BUNDLED]
    return (states(), *(_read(file.name, file.read_text(encoding="utf-8")) for file in files if file.is_file()))


def read_pack(path: Path) -> Pack:
    """Read one pack file; KnowledgeError names file, line and mend when it is missing or wrong."""
    return _read(str(path), _text(path))


def check(path: Path) -> list[Problem]:
    """Everything wrong with a pack file, in the order of its lines; empty when it can be used."""
    try:
        return build(path.stem, *_parse(str(path), _text(path)))[1]
    except KnowledgeError as error:
        return [Problem(0, str(error))]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(
            f"{path}: the pack cannot be read ({error.strerror}); give the path of a TOML file"
        ) from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"{path}: byte {error.start} is not UTF-8; save the pack as UTF-8") from error


def _parse(name: str, text: str) -> tuple[dict[str, object], str]:
    try:
        return tomli.loads(text), text
    except tomli.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: not valid TOML: {error}; docs/packs.md shows the format") from error
    except RecursionError as error:
        raise KnowledgeError(f"{name}: nested too deeply; docs/packs.md shows the format") from error


def _read(name: str, text: str) -> Pack:
    pack, problems = build(Path(name).stem, *_parse(name, text))
    if problems:
        first, more = problems[0], len(problems) - 1
        rest = f" (and {more} more: `onrecord packs check {name}`)" if more else ""
        raise KnowledgeError(f"{name}, line {first.line}: {first.words}{rest}")
    return pack
