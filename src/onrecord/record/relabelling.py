"""New labels over held bytes: the line runs again, and what differs becomes a new generation.

Lives here: the order of steps. Not here: the line (``pipeline``), rows (``store``). A reader that makes other
characters than the stored Text is reported and its labels are not taken: offsets never move under a citation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.engines.jobs import Finished, Job, KnowledgeSpec
from onrecord.engines.local import run
from onrecord.limits import Limits
from onrecord.model import Dossier, SetAside, Source
from onrecord.store import Store

BATCH = 64


@dataclass(frozen=True, slots=True)
class Relabelled:
    """What became of one source: ``same`` labels, a new generation (``relabelled``), other characters than those
    stored (``other_text``: nothing changed), or ``set_aside`` with the reason."""

    outcome: Literal["same", "relabelled", "other_text", "set_aside"]
    source: str
    locator: str
    detail: str = ""


def relabelling(store: Store, knowledge: KnowledgeSpec, limits: Limits, workers: int) -> Iterator[Relabelled]:
    """Run the line again over every source held; one value for each, given after the store has committed."""
    held: dict[int, Dossier] = {}
    batch: list[Dossier] = []
    for answer in run(_jobs(store, held), workers=workers, limits=limits, knowledge=knowledge):
        if isinstance(answer.payload, Finished):
            held.pop(answer.key, None)
            continue
        before = held[answer.key]
        outcome = _compare(before, answer.payload)
        if outcome.outcome == "relabelled" and isinstance(answer.payload, Dossier):
            batch.append(replace(answer.payload, source=before.source))
            if len(batch) < BATCH:
                continue
            yield from _commit(store, batch)
            continue
        yield outcome
    yield from _commit(store, batch)


def _jobs(store: Store, held: dict[int, Dossier]) -> Iterator[Job]:
    for key, dossier in enumerate(store.dossiers(machine=True)):
        held[key] = dossier
        source = dossier.source
        yield Job(
            key=key,
            locator=source.locator,
            data=source.data,
            size=len(source.data),
            media_type=source.media_type,
            publisher=source.publisher,
            retrieved=source.retrieved,
            told=source.told,
            alone=True,
        )


def _compare(before: Dossier, now: Dossier | SetAside) -> Relabelled:
    source: Source = before.source
    if isinstance(now, SetAside):
        return Relabelled("set_aside", source.id, source.locator, f"{now.reason}: {now.detail}")
    if now.text.id != before.text.id:
        return Relabelled(
            "other_text",
            source.id,
            source.locator,
            f"{now.text.reader} makes other characters than {before.text.reader}",
        )
    same = (before.blocks, before.statements, before.utterances, before.positions, before.occurrences) == (
        now.blocks, now.statements, now.utterances, now.positions, now.occurrences,
    )  # fmt: skip
    return Relabelled("same" if same else "relabelled", source.id, source.locator)


def _commit(store: Store, batch: list[Dossier]) -> Iterator[Relabelled]:
    if batch:
        store.relabel(batch)
    yield from (Relabelled("relabelled", d.source.id, d.source.locator) for d in batch)
    batch.clear()
