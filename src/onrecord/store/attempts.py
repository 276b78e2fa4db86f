"""Jobs: which files were begun, which members are finished, which files are done.

Lives here: the tables ``attempt`` and ``part``. Not here: what became of a document (``put``). A job is begun, and
that is committed, before its file is parsed, so that a file that kills its reader is known by the number of its
tries. Finished members are noted in the transaction that stores them: killed anywhere, a job goes on where it was.
"""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from onrecord.model import SetAside
from onrecord.store import rows
from onrecord.store.batch import Batch
from onrecord.store.entries import Entry, Finish, Job, Progress

_BEGIN = """INSERT INTO attempt(locator, file, tries, done, found) VALUES(?, ?, 1, 0, 0)
    ON CONFLICT(locator, file) DO UPDATE SET tries = tries + 1"""
_FIND = "SELECT id, tries, done, found FROM attempt WHERE locator = ? AND file = ?"
# a second look at what was set aside, or at what is held, says what is so now
_NOTE = """INSERT OR REPLACE INTO part(attempt, part, outcome)
    SELECT id, ?3, ?4 FROM attempt WHERE locator = ?1 AND file = ?2"""
_ENSURE = "INSERT OR IGNORE INTO attempt(locator, file, tries, done, found) VALUES(?, ?, 1, 0, 0)"
_DONE = "UPDATE attempt SET done = 1, found = ?3 WHERE locator = ?1 AND file = ?2"


def begin(connection: apsw.Connection, jobs: Sequence[Job]) -> list[Progress]:
    """Count one more try of each job that is not done, and commit; gives what is known of each, in order."""
    known = [progress(connection, job) for job in jobs]
    fresh = [(p.job.locator, p.job.file) for p in known if not p.done]
    with connection:
        connection.executemany(_BEGIN, fresh)
    return [progress(connection, job) for job in jobs]


def progress(connection: apsw.Connection, job: Job) -> Progress:
    """What is known of a job."""
    row = connection.execute(_FIND, (job.locator, job.file)).fetchone()
    if row is None:
        return Progress(job)
    attempt, tries, done, found = row
    parts = dict(connection.execute("SELECT part, outcome FROM part WHERE attempt = ?", (attempt,)))
    aside = frozenset(part for part, outcome in parts.items() if outcome == "set_aside")
    return Progress(job, tries, bool(done), found, frozenset(parts), aside)


def finished(connection: apsw.Connection, locators: Sequence[str]) -> set[str]:
    """Those of the locators where a file, whichever bytes it had, was read to its end."""
    question = "SELECT 1 FROM attempt WHERE locator = ? AND done LIMIT 1"
    return {locator for locator in locators if connection.execute(question, (locator,)).fetchone()}


def asides(connection: apsw.Connection, job: Job, parts: Sequence[int]) -> list[SetAside]:
    """What was set aside of these parts of a job."""
    sql = f"SELECT {rows.SET_ASIDE.columns('x')} FROM set_aside x WHERE file = ? ORDER BY id"
    found = (rows.set_aside_of(tuple(row)) for row in connection.execute(sql, (job.file,)))
    mine = {a.part: a for a in found if a.part in parts and (a.locator + "#").startswith(job.locator + "#")}
    return [mine[part] for part in sorted(mine)]


def note(batch: Batch, entry: Entry, outcome: str) -> None:
    """Note in the batch that a member is finished."""
    assert entry.job is not None
    key = (entry.job.locator, entry.job.file)
    batch.statements.append((_ENSURE, key))
    batch.statements.append((_NOTE, (*key, entry.part, outcome)))


def finish(batch: Batch, entry: Finish) -> None:
    """Note in the batch that a job is done."""
    key = (entry.job.locator, entry.job.file)
    batch.statements.append((_ENSURE, key))
    batch.statements.append((_DONE, (*key, entry.found)))
