"""Connections: how a record's database is opened, and what is asserted before it is trusted.

Lives here: the accepted SQLite builds, pragmas (each read back: apsw stops a multi-statement ``execute`` at its
first row, so nothing is believed unread), the writer's lock, SQLite's errors as sentences. Not here: tables, rows.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import apsw

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.store import schema

DATABASE = "record.sqlite"
LOCK = "record.lock"
WRITER_PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "wal_autocheckpoint": 4000,
    "cache_size": -65536,
}
READER_PRAGMAS: dict[str, str | int] = {
    "query_only": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "cache_size": -65536,
}
_BUSY_MS = 5000


def sound_build(version: str) -> bool:
    """True for SQLite builds without the WAL-reset race (3.7.0 to 3.51.2; mended in 3.44.6 and 3.50.7).

    >>> [sound_build(v) for v in ("3.44.5", "3.44.6", "3.50.7", "3.51.2", "3.51.3", "3.54.1")]
    [False, True, True, False, True, True]
    """
    numbers = tuple(int(n) for n in version.split(".")[:3])
    if numbers[:2] in ((3, 44), (3, 50)):
        return numbers >= {44: (3, 44, 6), 50: (3, 50, 7)}[numbers[1]]
    return numbers >= (3, 51, 3)


def facts() -> tuple[str, bool, str]:
    """The SQLite build in use: version, whether it is fit to hold a record, and why, for `onrecord doctor`."""
    version = apsw.sqlite_lib_version()
    fit = sound_build(version)
    return (
        version,
        fit,
        "its write-ahead log is sound" if fit else "it may lose commits: upgrade apsw (3.51.3 or later)",
    )


def open_writer(folder: Path, limits: Limits, synchronous: str = "FULL") -> apsw.Connection:
    """The one connection that writes; makes the tables in an empty database and brings older ones up to date."""
    _require_sound_build()
    path = folder / DATABASE
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
    _harden(connection, limits)
    wanted = WRITER_PRAGMAS | {"synchronous": {"FULL": 2, "NORMAL": 1, "OFF": 0}[synchronous]}
    _set(connection, wanted)
    _migrate(connection, path)
    return connection


def open_reader(folder: Path, limits: Limits, *, scratch: bool = False) -> apsw.Connection:
    """A connection that cannot write to the record (``scratch``: but may make temporary tables). On a medium that
    cannot hold SQLite's index of the log, it is opened as a file that nobody changes."""
    _require_sound_build()
    path = folder / DATABASE
    if not path.is_file():
        raise InputError(f"{folder} holds no record; make one with `onrecord add ... --record {folder}`")
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    if not os.access(folder, os.W_OK) and not path.with_name(DATABASE + "-wal").exists():
        connection.close()
        uri = f"{path.absolute().as_uri()}?immutable=1"
        connection = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    _harden(connection, limits)
    _set(connection, READER_PRAGMAS | {"query_only": 0} if scratch else READER_PRAGMAS)
    _require_version(connection, path)
    return connection


def _require_sound_build() -> None:
    version = apsw.sqlite_lib_version()
    if not sound_build(version):
        raise InputError(f"this SQLite ({version}) can lose commits; install apsw 3.54 or later with its own SQLite")


def _harden(connection: apsw.Connection, limits: Limits) -> None:
    connection.set_busy_timeout(_BUSY_MS)
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    connection.limit(apsw.SQLITE_LIMIT_LENGTH, limits.row_bytes)


def _set(connection: apsw.Connection, wanted: Mapping[str, str | int]) -> None:
    for name, value in wanted.items():
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    for name, value in pragmas(connection, tuple(wanted)).items():
        if value != wanted[name]:
            raise InputError(f"this file system does not allow SQLite's {name}={wanted[name]}; use a local disk")


def pragmas(connection: apsw.Connection, names: tuple[str, ...]) -> dict[str, str | int]:
    """The values that pragmas have now; mmap_size is 0 where memory mapping is compiled out."""
    return {name: connection.pragma(name) or 0 for name in names}


def _migrate(connection: apsw.Connection, path: Path) -> None:
    if connection.pragma("user_version") == 0 and not connection.execute("SELECT 1 FROM sqlite_schema").fetchall():
        connection.pragma("application_id", schema.APPLICATION_ID)
    _require_version(connection, path, newest_only=False)
    for number in range(connection.pragma("user_version"), schema.VERSION):
        with connection:
            for statement in schema.STEPS[number][1].split(";\n"):
                connection.execute(statement).fetchall()
            connection.pragma("user_version", number + 1)


def _require_version(connection: apsw.Connection, path: Path, *, newest_only: bool = True) -> None:
    if connection.pragma("application_id") != schema.APPLICATION_ID:
        raise InputError(f"{path} is not a record of Onrecord; give another folder")
    held = connection.pragma("user_version")
    if held > schema.VERSION:
        raise InputError(f"{path} was made by a later Onrecord (tables {held}); update Onrecord to open it")
    if newest_only and held < schema.VERSION:
        raise InputError(f"{path} was made by an earlier Onrecord (tables {held}); `onrecord add` brings it up to date")


class Lock:
    """The writer's lock: a file lock, so that the kernel frees it when the process dies in any way."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._file, 32, 0).decode("ascii", "replace").strip() or "unknown"
            os.close(self._file)
            raise InputError(f"the record is in use by process {holder}; wait for it to end") from None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode("ascii"), 0)

    def release(self) -> None:
        """Free the lock; the file stays, empty."""
        os.ftruncate(self._file, 0)
        os.close(self._file)


def require_space(folder: Path, limits: Limits, wanted: int = 0) -> None:
    """InputError when the disk keeps less than the reserve free after ``wanted`` more bytes."""
    disk = os.statvfs(folder)
    if disk.f_bavail * disk.f_frsize < limits.free_space_bytes + wanted:
        raise InputError(f"the disk of {folder} is full; free at least {limits.free_space_bytes >> 20} MiB and go on")


@contextmanager
def sentences(folder: Path) -> Iterator[None]:
    """Errors of SQLite and of the disk leave as InputError, in one sentence that says what to do."""
    try:
        yield
    except apsw.FullError:
        raise InputError(
            f"the disk of {folder} is full; nothing was half written; free space and run it again"
        ) from None
    except (apsw.CorruptError, apsw.NotADBError) as error:
        raise InputError(
            f"the record {folder} is damaged ({error}); restore a backup, or add the documents to a fresh record "
            f"(their bytes stand in {folder / 'originals'}, plain tar files)"
        ) from None
    except apsw.InterruptError:
        raise InputError("the query took too long; give more or rarer words, or narrow it by date") from None
    except (apsw.BusyError, apsw.LockedError):
        raise InputError(f"the record {folder} is busy in another program; wait for it to end") from None
    except (apsw.IOError, apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError, apsw.AuthError) as error:
        raise InputError(
            f"the record {folder} cannot be read or written ({error}); check the disk and rights"
        ) from None
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        say = "is full; free space and run it again" if full else f"fails ({error.strerror}); check it and its rights"
        raise InputError(f"the disk of {folder} {say}; nothing was half written") from None
