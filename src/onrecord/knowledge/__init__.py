"""What may be known besides the document: languages, packs, publishers, codes. Data; passed in, never global.

Lives here: ``Knowledge`` and how it is loaded and fingerprinted. Not here: rules (``structure``, ``annotate``),
models loaded from files (a cached loader beside the stage that uses them).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages import LANGUAGES
from onrecord.knowledge.pack import Pack
from onrecord.knowledge.packs import bundled_packs, read_pack
from onrecord.knowledge.publisher import Publisher
from onrecord.knowledge.publishers import bundled_publishers

__all__ = ["Knowledge", "Language", "Pack", "Publisher", "fingerprint", "load"]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All knowledge of one run; ``fingerprint`` names it in every dossier."""

    languages: tuple[Language, ...]
    packs: tuple[Pack, ...]
    publishers: tuple[Publisher, ...]
    fingerprint: str

    def language(self, code: str) -> Language | None:
        """The language of a BCP 47 code, or of its primary subtag ("zh" finds "zh-Hans")."""
        for language in self.languages:
            if language.code == code:
                return language
        primary = code.split("-")[0]
        return next((x for x in self.languages if x.code.split("-")[0] == primary), None)


def load(pack_files: tuple[Path, ...] = ()) -> Knowledge:
    """The bundled knowledge and any further pack files; KnowledgeError names file and mend when one is wrong."""
    packs = (*bundled_packs(), *(read_pack(p) for p in pack_files))
    publishers = bundled_publishers()
    return Knowledge(LANGUAGES, packs, publishers, fingerprint((LANGUAGES, packs, publishers)))


def fingerprint(data: object) -> str:
    """16 hexadecimal digits that are equal when all of the data is: every field of every value, in order.

    >>> fingerprint(("a", "b")) == fingerprint(("ab", "")), fingerprint((1, None)) == fingerprint((1, None))
    (False, True)
    """
    return hashlib.sha256(msgspec.msgpack.encode(data, order="deterministic")).hexdigest()[:16]
