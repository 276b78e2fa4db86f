"""Listing archives and reading members."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, MIB
from onrecord.reasons import Reason
from onrecord.unpack import open_zip


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def reason_of(data: bytes, limits=DEFAULT) -> Reason:
    """Why listing or reading it is refused."""
    with pytest.raises(Refused) as refused:
        read_all(data, limits)
    return refused.value.reason


def read_all(data: bytes, limits=DEFAULT) -> None:
    """List an archive and read every member."""
    archive = open_zip(data, limits)
    for member in archive.members:
        archive.read(member)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_come_back_whole(method: int) -> None:
    """Stored and deflated members are read, in the archive's order."""
    archive = open_zip(packed(("b.txt", b"two"), ("a.txt", b"one"), method=method))
    assert [(m.name, archive.read(m)) for m in archive.members] == [("b.txt", b"two"), ("a.txt", b"one")]


def test_bytes_before_the_archive_do_no_harm() -> None:
    """An archive behind other bytes (a self-extracting one) is listed at its true place."""
    archive = open_zip(b"prefix" + packed(("a.txt", b"one")))
    assert archive.read(archive.members[0]) == b"one"


def test_names_that_lead_outside_are_marked() -> None:
    """Absolute, climbing and drive names are marked, others are not."""
    names = ["../a", "/a", "C:\\a", "a/../../b", "ok/a..b"]
    archive = open_zip(packed(*((name, b"x") for name in names)))
    assert [m.escapes for m in archive.members] == [True, True, True, True, False]


def test_entries_that_share_bytes_refuse_the_archive() -> None:
    """Two entries of the central directory on one local file are an overlap."""
    data = bytearray(packed(("a.txt", b"x" * 100), ("b.txt", b"y" * 100)))
    second = data.rfind(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")
    assert reason_of(bytes(data)) is Reason.ZIP_OVERLAP


def test_a_wrong_checksum_is_seen() -> None:
    """The checksum of a member is verified."""
    data = packed(("a.txt", b"The envoy left."), method=zipfile.ZIP_STORED).replace(b"envoy", b"enemy")
    assert reason_of(data) is Reason.BAD_CRC


def test_a_stated_size_is_not_believed() -> None:
    """A member that inflates to far more than its packed size stops at the ratio."""
    assert reason_of(packed(("a.txt", bytes(8 * MIB)))) is Reason.RATIO


def test_too_many_members_are_refused() -> None:
    """More members than the limit refuse the archive; the limit itself passes."""
    data = packed(*((f"{n}.txt", b"x") for n in range(4)))
    assert len(open_zip(data, replace(DEFAULT, zip_members=4)).members) == 4
    assert reason_of(data, replace(DEFAULT, zip_members=3)) is Reason.TOO_LARGE


def test_other_methods_and_no_archive_are_refused() -> None:
    """A packing method that is not read, and bytes that are no archive, have their reasons."""
    assert reason_of(packed(("a.txt", b"x"), method=zipfile.ZIP_LZMA)) is Reason.UNSUPPORTED_TYPE
    assert reason_of(b"PK\x03\x04 nothing") is Reason.BROKEN_CONTAINER


def test_an_encrypted_member_is_refused() -> None:
    """The flag of encryption is believed."""
    data = bytearray(packed(("a.txt", b"x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    assert reason_of(bytes(data)) is Reason.ENCRYPTED


def test_an_endless_directory_is_refused_before_it_is_listed() -> None:
    """The archive's own count and the size of its directory are looked at first."""
    data = bytearray(packed(("a.txt", b"x")))
    end = data.rfind(b"PK\x05\x06")
    many, huge = data[:], data[:]
    many[end + 10 : end + 12] = b"\xff\xff"
    huge[end + 12 : end + 16] = b"\xff\xff\xff\xff"
    assert reason_of(bytes(many)) is Reason.TOO_LARGE
    assert reason_of(bytes(huge)) is Reason.TOO_LARGE
