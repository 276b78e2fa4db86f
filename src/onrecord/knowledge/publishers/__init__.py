"""Publishers: outlets as data, read into ``knowledge.publisher`` types. Each file's head says by which test it lists.

Lives here: reading and checking the TOML files of this folder. Not here: the type, or any rule. To add an outlet, add
an entry to the file of its kind; the keys are those of ``Publisher``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from importlib import resources
from typing import Any

import tomli

from onrecord.errors import KnowledgeError
from onrecord.knowledge.pack import Names
from onrecord.knowledge.publisher import Publisher
from onrecord.model import AUTHORITIES

FILES = ("official.toml", "press.toml", "sample.toml", "state_media.toml")
KINDS = (
    "ministry", "embassy", "government", "parliament", "international", "state_media", "wire", "press", "company",
    "aggregator", "blog",
)  # fmt: skip
_LISTS = ("hosts", "furniture", "dateline", "languages")
_KEYS = tuple(f.name for f in fields(Publisher))


def bundled_publishers() -> tuple[Publisher, ...]:
    """The publishers that ship with the program, in the order of the files."""
    folder = resources.files(__package__)
    made = [p for name in FILES for p in read(name, folder.joinpath(name).read_text(encoding="utf-8"))]
    _distinct(made)
    return tuple(made)


def read(name: str, text: str) -> list[Publisher]:
    """The publishers of one file; KnowledgeError names file, entry and mend."""
    try:
        tables = tomli.loads(text).get("publisher", [])
    except tomli.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: not valid TOML: {error}") from error
    return [_publisher(f"{name}, [[publisher]] {n} ({t.get('id', '?')})", t) for n, t in enumerate(tables, 1)]


def _publisher(place: str, table: dict[str, Any]) -> Publisher:
    for key in ("id", "names", "kind", "authority"):
        if key not in table:
            raise KnowledgeError(f"{place}: {key} is missing; add {key} = ...")
    for key in table:
        if key not in _KEYS:
            raise KnowledgeError(f"{place}: unknown key {key!r}; known: {', '.join(_KEYS)}")
    for key, known in (("kind", KINDS), ("authority", AUTHORITIES), ("order", ("dmy", "mdy"))):
        if key in table and table[key] not in known:
            raise KnowledgeError(f"{place}: {key} {table[key]!r}; known: {', '.join(known)}")
    lists = {key: tuple(table[key]) for key in _LISTS if key in table}
    names = Names(tuple((lang, tuple(forms)) for lang, forms in table["names"].items()))
    return Publisher(**{**table, **lists, "names": names})


def _distinct(publishers: Iterable[Publisher]) -> None:
    """Ids and hosts belong to one outlet each."""
    owners: dict[str, str] = {}
    for publisher in publishers:
        for key in (publisher.id, *publisher.hosts):
            if key in owners:
                raise KnowledgeError(f"publishers: {key!r} stands twice ({owners[key]}, {publisher.id}); drop one")
            owners[key] = publisher.id
