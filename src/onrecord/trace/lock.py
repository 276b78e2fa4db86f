"""One process at a time: a lock that ends with the process that holds it, however that ends.

Lives here: taking turns at a folder that only one process may write. Not here: what is written (``index``).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import InUse

WAIT_S = 60.0  # others take milliseconds for one text, and minutes for a large record
_PAUSE_S = 0.02


@contextmanager
def turn(file: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the lock of a file while the block runs, waiting for whoever has it; InUse after ``wait_s`` seconds."""
    until = time.monotonic() + wait_s
    with file.open("ab") as handle:
        while not _taken(handle):
            if time.monotonic() >= until:
                what = f"another process is bringing {file.with_suffix('')} up to date"
                raise InUse(f"in_use: {what}; wait until it has ended, then ask again")
            time.sleep(_PAUSE_S)
        yield  # closing the file lets go


def _taken(handle: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
