"""Known formulations of the packs, found where they stand in a text.

Lives here: which forms are looked for, and marks. Not here: matching (``text.match``), the forms (packs).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate.page import SPOKEN, Page
from onrecord.knowledge.pack import Pack
from onrecord.model import Occurrence
from onrecord.text.match import Matcher


def find(page: Page) -> tuple[Occurrence, ...]:
    """Every known form in the main blocks, in order; where forms overlap, the longest."""
    matcher = _matcher(_Packs(page.know.packs, page.know.fingerprint))
    if not len(matcher):
        return ()
    found = []
    for section in page.sections:
        for block in section.blocks:
            if block.kind not in SPOKEN:
                continue
            for span, (formula, form) in matcher.find(page.chars, block.span):
                found.append(Occurrence(formula, form, span))
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class _Packs:
    """Packs as a cheap dictionary key: hashing all of them for every document would cost more than matching."""

    packs: tuple[Pack, ...]
    fingerprint: str

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Packs) and other.packs is self.packs


@lru_cache(maxsize=4)
def _matcher(key: _Packs) -> Matcher[tuple[str, str]]:
    return Matcher({form: (f.id, form) for pack in key.packs for f in pack.formulas for form in f.forms.all()})
