"""Adding files to a record: found, begun, read by workers, kept, and only then acknowledged.

Lives here: the order of these steps and the events they give. Not here: walking (``collect``), work (``engines``),
SQL (``store``). A file's bytes are only hashed in this process; all reading of what they say is a worker's.
What an event says is on the disk: events are given after the store has committed. Documents are kept in the order in
which they were found, however many workers there are, so that the same files make the same record.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from onrecord import collect
from onrecord.engines import jobs as engine
from onrecord.engines.local import run
from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.model import Dossier, SetAside
from onrecord.record.events import Added, Event, Opened, Skipped
from onrecord.store import Entry, Finish, Job, Outcome, Progress, PutResult, Store

BATCH_ENTRIES = 128
BATCH_SECONDS = 0.3
BATCH_BYTES = 32 * 1024 * 1024
AHEAD = 64
PATIENCE = 3
MOST_LATER = 200_000
_CHUNK = 1024 * 1024
Waiting = tuple[Entry | Finish, engine.Answer]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the caller may choose about adding."""

    workers: int = 2
    fields: collect.FieldNames = collect.GUESS
    hidden: bool = False
    knowledge: engine.KnowledgeSpec = engine.KnowledgeSpec()

    def options(self) -> tuple[tuple[str, str], ...]:
        """The field names that differ from the guess."""
        names = ("text", "date", "url", "title", "lang", "publisher", "id", "author")
        return tuple((n, v) for n in names if (v := getattr(self.fields, n)))


@dataclass(slots=True)
class _Run:
    """One call of ``add``: jobs under way and the part each began at, what is uncommitted, events not yet given."""

    store: Store
    limits: Limits
    choices: Choices
    jobs: dict[int, tuple[Job, int]] = field(default_factory=dict)
    waiting: list[Waiting] = field(default_factory=list)
    waiting_bytes: int = 0
    since: float = 0.0
    begun: int = 0
    ready: list[Event] = field(default_factory=list)


def adding(store: Store, paths: Sequence[str | Path | bytes], choices: Choices, limits: Limits) -> Iterator[Event]:
    """Add every file under ``paths``; one event for each document, set-aside part and file already held.

    Stopped anywhere and called again, it goes on: what is held is not read twice, nothing is left out.
    """
    going = _Run(store, limits, choices)
    finding = collect.find(paths, limits, hidden=choices.hidden)
    answers = run(
        _begun(going, finding), workers=choices.workers, limits=limits, knowledge=choices.knowledge, ordered=True
    )
    try:
        for answer in answers:
            _take(going, answer)
            if _due(going):
                _commit(going)
            yield from _given(going)
    finally:
        answers.close()  # type: ignore[attr-defined]
    _commit(going)
    yield from _given(going)
    yield from (Skipped(what, count) for what, count in sorted(finding.skipped.items()))


def _begun(going: _Run, finding: collect.Finding) -> Iterator[engine.Job]:
    """Jobs for what was found, a handful at a time: each handful is noted as begun, durably, before any is read.

    What was not seen before comes first, and what earlier runs began ``PATIENCE`` times without end comes last: so a
    run that is killed again and again gets further each time, however much is held and whatever it stumbles over.
    """
    last: list[tuple[collect.Found, Job, Progress]] = []
    for handful in _handfuls(going, finding):
        found = _keyed(going, handful)
        begun = going.store.begin([job for _, job in found])
        for (item, job), progress in zip(found, begun, strict=True):
            if not progress.done and progress.tries > PATIENCE and len(last) < MOST_LATER:
                last.append((item, job, progress))
            else:
                yield from _job_of(going, item, job, progress)
    for item, job, progress in last:
        yield from _job_of(going, item, job, progress)


def _handfuls(going: _Run, finding: collect.Finding) -> Iterator[list[collect.Found]]:
    """What was found in handfuls; places that an earlier run has finished, whose bytes are to be compared, at the end
    (all but those beyond ``MOST_LATER``, so that memory is bounded)."""
    own, later = os.fsencode(going.store.folder.resolve()) + b"/", list[collect.Found]()
    while handful := list(islice(finding, AHEAD)):
        finished = going.store.finished([item.locator for item in handful if len(later) < MOST_LATER])
        now: list[collect.Found] = []
        for item in handful:
            if isinstance(item, SetAside):
                _wait(going, Entry(item), engine.Answer(-1, -1, item))
            elif item.path.startswith(own):
                finding.skipped["file of the record itself"] += 1
            else:
                (later if item.locator in finished else now).append(item)
        yield now
    for first in range(0, len(later), AHEAD):
        yield later[first : first + AHEAD]


def _keyed(going: _Run, handful: list[collect.Found]) -> list[tuple[collect.Found, Job]]:
    """Each file with its job; one that cannot be read is set aside."""
    found: list[tuple[collect.Found, Job]] = []
    for item in handful:
        try:
            found.append((item, Job(item.locator, _file_key(item, going.choices))))
        except Refused as error:
            aside = SetAside(item.locator, error.reason.value, error.detail)
            _wait(going, Entry(aside), engine.Answer(-1, -1, aside))
    return found


def _job_of(going: _Run, item: collect.Found, job: Job, progress: Progress) -> Iterator[engine.Job]:
    """The work that a file still needs; what is held of it already is an event."""
    if progress.done and len(progress.aside) < max(progress.found, 1) and not _returned(going.store, job):
        held = Added("same", item.locator, file=True, found=progress.found, aside=len(progress.aside))
        going.ready.append(held)
        return
    work = _engine_job(going.begun, item, progress, going.choices)
    going.begun += 1
    going.jobs[work.key] = (job, work.start)
    if work.start:
        before = [part for part in progress.aside if part < work.start]
        going.ready.extend(_before(item.locator, work.start - len(before), going.store.asides(job, before)))
    yield work


def _before(locator: str, held: int, asides: list[SetAside]) -> Iterator[Event]:
    """What an earlier run, cut short, had finished of a file: so the sum of this run is that of all that was found."""
    if held:
        yield Added("same", locator, file=True, found=held)
    for aside in asides:
        yield Added("set_aside", aside.locator, reason=aside.reason, detail=aside.detail, again=True)


def _returned(store: Store, job: Job) -> bool:
    """True when a file has gone back to bytes that it had before others: that is a revision, not a repetition."""
    seen = [c for c in store.revisions(job.locator) if c.locator == job.locator]
    return bool(seen) and all(not c.retrieved for c in seen) and seen[-1].source != job.file


def _engine_job(number: int, found: collect.Found, progress: Progress, choices: Choices) -> engine.Job:
    """Go on at the first part not finished; a file of which nothing could be kept is looked at again from its start."""
    finished = () if progress.done else progress.parts
    start = next((i for i in range(len(finished) + 1) if i not in finished), 0)
    path = found.path if found.data is None else None
    return engine.Job(
        key=number,
        locator=found.locator,
        path=path,
        data=found.data,
        size=found.size,
        options=choices.options(),
        start=start,
    )


def _file_key(found: collect.Found, choices: Choices) -> str:
    """sha256 of the whole file, and of the field names chosen, if any: other names are other work."""
    state = hashlib.sha256(found.data or b"")
    if found.data is None:
        stream, _ = collect.open_file(found.path)
        with stream:
            while chunk := stream.read(_CHUNK):
                state.update(chunk)
    options = choices.options()
    return state.hexdigest() + (f"+{hashlib.sha256(repr(options).encode()).hexdigest()[:8]}" if options else "")


def _take(going: _Run, answer: engine.Answer) -> None:
    job, start = going.jobs[answer.key]
    if isinstance(answer.payload, engine.Finished):
        _wait(going, Finish(job, start + answer.payload.found), answer)
        del going.jobs[answer.key]
        return
    _wait(going, Entry(answer.payload, job, answer.part), answer)


def _wait(going: _Run, entry: Entry | Finish, answer: engine.Answer) -> None:
    if not going.waiting:
        going.since = time.monotonic()
    going.waiting.append((entry, answer))
    if isinstance(answer.payload, Dossier):
        going.waiting_bytes += len(answer.payload.source.data) + 4 * len(answer.payload.text.chars)


def _due(going: _Run) -> bool:
    return bool(going.waiting) and (
        len(going.waiting) >= BATCH_ENTRIES
        or going.waiting_bytes >= BATCH_BYTES
        or time.monotonic() - going.since >= BATCH_SECONDS
    )


def _commit(going: _Run) -> None:
    """Keep what waits in one transaction; only then make its events."""
    if not going.waiting:
        return
    waiting, going.waiting, going.waiting_bytes = going.waiting, [], 0
    results = going.store.put([entry for entry, _ in waiting])
    for (_, answer), result in zip(waiting, results, strict=True):
        going.ready.extend(_events(answer, result))


def _events(answer: engine.Answer, result: PutResult) -> Iterator[Event]:
    payload = answer.payload
    if isinstance(payload, engine.Finished):
        for what, count in payload.skipped:
            kind = what.removeprefix(collect.OPENED)
            opened = Opened(kind, result.locator, payload.stored, payload.set_aside)
            yield Skipped(what, count) if kind == what else opened
        return
    outcome: Outcome = result.outcome
    if isinstance(payload, SetAside) or outcome == "set_aside":
        detail = payload.detail if isinstance(payload, SetAside) else "it cannot be stored"
        yield Added("set_aside", result.locator, reason=result.reason, detail=detail, again=outcome == "same")
        return
    yield Added(
        outcome,
        result.locator,
        source=result.source,
        statements=tuple(payload.statements),
        utterances=len(payload.utterances),
        media_type=payload.source.media_type,
        notices=payload.notices,
        before=result.before,
        sequence=result.sequence,
        coverage=_covered(payload),
    )


def _covered(dossier: Dossier) -> tuple[int, int]:
    """Characters in blocks that are not furniture, and characters in all."""
    told = sum(len(b.span) for b in dossier.blocks if b.kind != "furniture")
    return told, sum(len(b.span) for b in dossier.blocks)


def _given(going: _Run) -> Iterator[Event]:
    ready, going.ready = going.ready, []
    yield from ready
