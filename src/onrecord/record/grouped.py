"""What targets are grouped by, kept beside the record: the dear part of the table of positions.

Lives here: the file `targets.groups` in the record's folder, and when it is read and written. Not here: the rules
(``targets``). The groups of a target hang on its words, the rules and what is known alone, so they are never out of
date: the file names its makers, and what others made is not read. It can be thrown away; a damaged one is made again.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

import msgspec

from onrecord.knowledge import Knowledge
from onrecord.record.targets import GROUPS, Key, grouping
from onrecord.text.fold import FOLD
from onrecord.version import VERSION

FILE = "targets.groups"
FEW = 2_000  # targets not met before that are grouped without a look into the file
MOST = 500_000  # targets remembered, in the file and by a process
_DIGEST = 32
Keys = dict[str, tuple[Key, ...]]


class _Held(msgspec.Struct):
    made: str
    keys: Keys


def keys(folder: Path, know: Knowledge, targets: Collection[str]) -> Keys:
    """What each target may be grouped by, the narrowest rule first, for the record in ``folder``."""
    rules = grouping(know)
    met = rules.met
    if len(met) > MOST:
        met.clear()
    if sum(words not in met for words in targets) > FEW:
        met.update(_read(folder, know))
    new = {words: rules.keys(words) for words in targets if words not in met}
    met.update(new)
    if len(new) > FEW:
        _write(folder, know, {**_read(folder, know), **new})
    return {words: met.get(words) or rules.keys(words) for words in targets}


def _made(know: Knowledge) -> str:
    return f"{VERSION} {GROUPS} {FOLD} {know.fingerprint}"


def _read(folder: Path, know: Knowledge) -> Keys:
    """What the file has by the same makers; nothing when there is none or it is damaged."""
    try:
        data = (folder / FILE).read_bytes()
        if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return {}
        held = msgspec.msgpack.decode(data[_DIGEST:], type=_Held)
    except (OSError, msgspec.MsgspecError):
        return {}
    return held.keys if held.made == _made(know) else {}


def _write(folder: Path, know: Knowledge, held: Keys) -> None:
    """Keep them, unless the record cannot be written to: then they are made with each question."""
    if len(held) > MOST:
        return
    data = msgspec.msgpack.encode(_Held(_made(know), held))
    own = folder / f"{FILE}.{os.getpid()}-{threading.get_ident()}"
    with suppress(OSError):
        try:
            own.write_bytes(hashlib.sha256(data).digest() + data)
            own.replace(folder / FILE)
        finally:
            own.unlink(missing_ok=True)
