"""ZIP archives: list members safely, inflate one member to memory under caps.

Lives here: the listing, its refusals, one member's bytes. Not here: what a member is (``collect``, ``readers``).
Rules: nothing is extracted to disk; stated sizes are never believed; entries that share bytes refuse the archive
(the sum of spans may not pass the file); a name that leads outside is marked, and the caller decides.
Source of the layout: PKWARE APPNOTE 6.3.9, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.reasons import Reason
from onrecord.unpack.inflate import RAW, inflate

STORED, DEFLATED = 0, 8
LOCAL = struct.Struct("<4s5H3I2H")
END = struct.Struct("<4s4H2IH")


@dataclass(frozen=True, slots=True)
class Member:
    """One entry: ``name`` as the archive states it, ``start`` and ``packed`` the place and size of its packed bytes.

    ``escapes``: the name is absolute, climbs with ``..``, has a drive or a NUL: never to be used as a path.
    """

    name: str
    start: int
    packed: int
    method: int
    crc: int
    folder: bool = False
    encrypted: bool = False
    escapes: bool = False


@dataclass(frozen=True, slots=True)
class Archive:
    """A listed archive; ``read`` gives one member's bytes."""

    stream: BinaryIO
    members: tuple[Member, ...]
    limits: Limits

    def read(self, member: Member) -> bytes:
        """The member's bytes; Refused(ratio, bad_crc, encrypted, unsupported_type, truncated_input...)."""
        if member.encrypted:
            raise Refused(Reason.ENCRYPTED, f"{member.name} is encrypted")
        if member.method not in (STORED, DEFLATED):
            raise Refused(Reason.UNSUPPORTED_TYPE, f"{member.name} is packed by method {member.method}")
        if member.packed > self.limits.inflate_bytes:
            raise Refused(Reason.TOO_LARGE, f"{member.name} has {member.packed} packed bytes")
        self.stream.seek(member.start)
        packed = self.stream.read(member.packed)
        if len(packed) < member.packed:
            raise Refused(Reason.TRUNCATED_INPUT, f"{member.name} is cut")
        data = packed if member.method == STORED else inflate(packed, RAW, self.limits)[0]
        if zlib.crc32(data) != member.crc:
            raise Refused(Reason.BAD_CRC, f"the checksum of {member.name} does not match")
        return data


def open_zip(data: bytes | BinaryIO, limits: Limits = DEFAULT) -> Archive:
    """List an archive (bytes or a seekable stream); Refused(broken_container, zip_overlap, too_large)."""
    stream: BinaryIO = io.BytesIO(data) if isinstance(data, bytes) else data
    _refuse_directory(stream, limits)
    try:
        with zipfile.ZipFile(stream) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, struct.error) as error:
        raise Refused(Reason.BROKEN_CONTAINER, f"not a readable ZIP archive: {error}") from None
    if len(infos) > limits.zip_members:
        raise Refused(Reason.TOO_LARGE, f"{len(infos)} members; the limit is {limits.zip_members}")
    members = tuple(_member(stream, info) for info in infos)
    _refuse_overlap(members, infos)
    return Archive(stream, members, limits)


def escapes(name: str) -> bool:
    """True when a member's name, used as a path, could lead outside its folder.

    >>> [escapes(n) for n in ("a/b.html", "../a", "/a", "C:/a", "a/../../b", "a..b")]
    [False, True, True, True, True, False]
    """
    plain = name.replace("\\", "/")
    drive = len(plain) > 1 and plain[1] == ":"
    return plain.startswith("/") or drive or "\0" in plain or ".." in plain.split("/")


def _refuse_directory(stream: BinaryIO, limits: Limits) -> None:
    """Too many members by the archive's own count, or a directory too large to list, before anything is listed."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - END.size - 0xFFFF))
    tail = stream.read(END.size + 0xFFFF)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END.size:
        raise Refused(Reason.BROKEN_CONTAINER, "not a readable ZIP archive: its directory is missing")
    *_, count, directory, _, _ = END.unpack_from(tail, at)
    if count > limits.zip_members or directory > limits.inflate_bytes:
        raise Refused(Reason.TOO_LARGE, f"{count} members; the limit is {limits.zip_members}")


def _member(stream: BinaryIO, info: zipfile.ZipInfo) -> Member:
    stream.seek(info.header_offset)
    header = stream.read(LOCAL.size)
    if len(header) < LOCAL.size or not header.startswith(b"PK\x03\x04"):
        raise Refused(Reason.BROKEN_CONTAINER, "a member's header is missing or damaged")
    *_, name_size, extra_size = LOCAL.unpack(header)
    start = info.header_offset + LOCAL.size + name_size + extra_size
    name = info.orig_filename
    folder = name.endswith("/")
    encrypted = bool(info.flag_bits & 0x41)
    return Member(name, start, info.compress_size, info.compress_type, info.CRC, folder, encrypted, escapes(name))


def _refuse_overlap(members: tuple[Member, ...], infos: list[zipfile.ZipInfo]) -> None:
    spans = sorted((i.header_offset, m.start + m.packed) for i, m in zip(infos, members, strict=True))
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            raise Refused(Reason.ZIP_OVERLAP, "members share the same bytes")
