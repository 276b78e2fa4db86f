"""What ``check`` reports: one value. Not here: how faults are found."""

from __future__ import annotations

from dataclasses import dataclass

BACKUP = "restore the record from a backup, or add the file again to a new record"
REINDEX = "no document is lost; run `onrecord check --reindex` to make the index again"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of a record. ``kind``: database, schema, link, text, row, tally, sequence, original, span, cover,
    index; ``where`` names the row, page or file, ``what`` is wrong with it, ``mend`` says what to do."""

    kind: str
    where: str
    what: str
    mend: str
