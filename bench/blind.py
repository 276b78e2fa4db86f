"""The set formulations that were written by people who had read no mark of the gold, as a Knowledge of their own.

Lives here: which files of the packs are theirs, and the forms of other files that they wrote too
(``judged/blind_forms.tsv``: told form by form, for one formulation has forms of several hands).
``bench/gold.py --blind`` scores with them alone. Not here: scoring.
"""

from __future__ import annotations

from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord.knowledge import Knowledge, fingerprint
from onrecord.knowledge.pack import Formula, Names, Pack
from onrecord.knowledge.packs import bundled_files, parts_of
from onrecord.knowledge.packs.entries import build

ALSO = Path(__file__).resolve().parent / "judged" / "blind_forms.tsv"
MIXED = ("documents.tsv", "apart.tsv")  # forms of several hands; every other table (*.tsv) is blind as a whole


def only_blind(know: Knowledge) -> Knowledge:
    """The same knowledge with no other set formulations than those written blind."""
    whole = {id for place in bundled_files() if place.is_dir() for id in _ids_of_blind_files(place)}
    also = _also()
    packs = tuple(replace(pack, formulas=_kept(pack, whole, also)) for pack in know.packs)
    return replace(know, packs=packs, fingerprint=fingerprint(packs))


def count(know: Knowledge) -> int:
    """How many forms a knowledge has."""
    return sum(len(forms) for pack in know.packs for one in pack.formulas for _, forms in one.forms.by_lang)


def _kept(pack: Pack, whole: set[str], also: set[tuple[str, str]]) -> tuple[Formula, ...]:
    cut = (one if one.id in whole else replace(one, forms=_chosen(one.forms, also)) for one in pack.formulas)
    return tuple(one for one in cut if one.forms.by_lang)


def _chosen(forms: Names, also: set[tuple[str, str]]) -> Names:
    rows = ((lang, tuple(f for f in own if (lang.partition("-")[0], f) in also)) for lang, own in forms.by_lang)
    return Names(tuple((lang, own) for lang, own in rows if own))


def _ids_of_blind_files(place: Traversable) -> set[str]:
    parts = [p for p in parts_of(place) if p.name.endswith(".tsv") and p.name not in MIXED]
    return {one.id for part in parts for one in build("blind", [part], {}, trusted=True)[0].formulas}


def _also() -> set[tuple[str, str]]:
    rows = (line.split("\t") for line in ALSO.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return {(lang, form) for lang, forms in rows for form in forms.split("|")}
