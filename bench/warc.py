"""WARC records a second: our reader beside FastWARC (when installed), on pages of a folder, as a ratio.

Usage: ``python bench/warc.py FOLDER_OF_PAGES [RECORDS]``. Both read the same files in turn; ours also hashes, sniffs
and undoes codings. Prints; asserts nothing about speed.
"""

from __future__ import annotations

import gzip
import importlib
import itertools
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord import collect
from onrecord.model import Source


def record(number: int, body: bytes) -> bytes:
    """One response record."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://w.test/%d\r\n" % number
    media = b"Content-Type: application/http; msgtype=response\r\n"
    return head + media + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(block), block)


def ours(path: Path) -> int:
    """Sources in the file."""
    (found,) = collect.find([path])
    assert isinstance(found, collect.Found)
    return sum(isinstance(item, Source) for item in collect.expand(found))


def theirs(path: Path) -> int:
    """Records in the file."""
    warc: Any = importlib.import_module("fastwarc.warc")
    with path.open("rb") as stream:
        return sum(1 for found in warc.ArchiveIterator(stream, parse_http=True) if found.reader.read() is not None)


def seconds(read: Callable[[Path], int], path: Path, records: int) -> float:
    """Processor seconds for one pass, the best of two."""
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        assert read(path) == records
        best = min(best, time.process_time() - begin)
    return best


def main(folder: str, count: str = "1000") -> None:
    """Write a plain and a packed archive, read both with both."""
    records = int(count)
    pages = itertools.cycle([p.read_bytes() for p in sorted(Path(folder).glob("*.html"))])
    with tempfile.TemporaryDirectory() as scratch:
        for name, pack in (("plain.warc", bytes), ("packed.warc.gz", gzip.compress)):
            path = Path(scratch, name)
            path.write_bytes(b"".join(pack(record(n, next(pages))) for n in range(records)))
            own = seconds(ours, path, records)
            print(f"{name}: {path.stat().st_size >> 20} MiB, onrecord {records / own:,.0f} records/s", end="")
            try:
                other = seconds(theirs, path, records)
            except ImportError:
                print(" (fastwarc is not installed)")
            else:
                print(f", fastwarc {records / other:,.0f} records/s, ratio {own / other:.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
