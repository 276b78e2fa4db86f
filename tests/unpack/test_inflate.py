"""Inflating under a budget."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, MIB
from onrecord.reasons import Reason
from onrecord.unpack import Budget, GzipReader, inflate
from onrecord.unpack.inflate import GZIP, RAW, ZLIB

SMALL = replace(DEFAULT, inflate_step_bytes=64)


def raw_deflate(data: bytes) -> bytes:
    """A deflate stream without a header."""
    machine = zlib.compressobj(9, zlib.DEFLATED, RAW)
    return machine.compress(data) + machine.flush()


def drain(reader: GzipReader) -> tuple[bytes, Reason | None]:
    """What can be read, and why it ended."""
    made: list[bytes] = []
    try:
        while piece := reader.read(4096):
            made.append(piece)
    except Refused as refused:
        return b"".join(made), refused.reason
    return b"".join(made), None


@given(st.binary(max_size=2000), st.binary(max_size=100))
def test_every_format_comes_back_whole(data: bytes, behind: bytes) -> None:
    """Inflating undoes deflating, in steps, and says how many bytes it used."""
    for wbits, packed in ((GZIP, gzip.compress(data)), (ZLIB, zlib.compress(data)), (RAW, raw_deflate(data))):
        assert inflate(packed + behind, wbits, SMALL) == (data, len(packed))


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=5), st.integers(1, 97))
def test_members_read_as_one_stream(parts: list[bytes], step: int) -> None:
    """A gzip file of several members reads as their contents in a row, whatever the step."""
    raw = io.BytesIO(b"".join(gzip.compress(part) for part in parts))
    reader = GzipReader(raw, replace(DEFAULT, inflate_step_bytes=step))
    assert io.BufferedReader(reader, 128).read() == b"".join(parts)
    assert (reader.members, reader.trailing) == (len(parts), 0)


@given(st.binary(min_size=1, max_size=500), st.data())
def test_a_cut_is_never_silent(data: bytes, draw: st.DataObject) -> None:
    """A gzip stream cut anywhere raises after what could be read, and never ends as if it were whole."""
    packed = gzip.compress(data)
    cut = packed[: draw.draw(st.integers(1, len(packed) - 1))]
    made, refused = drain(GzipReader(io.BytesIO(cut), SMALL))
    assert refused is Reason.TRUNCATED_INPUT
    assert data.startswith(made)


def test_a_wrong_checksum_is_seen() -> None:
    """The checksum and the length behind the data are verified."""
    packed = gzip.compress(b"The minister declined to comment.")
    for wrong in (packed[:-8] + b"\0\0\0\0" + packed[-4:], packed[:-4] + b"\1\0\0\0"):
        with pytest.raises(Refused) as refused:
            inflate(wrong, GZIP)
        assert refused.value.reason is Reason.BAD_CRC


def test_damaged_data_are_refused() -> None:
    """Bytes that are no deflate stream are a broken container."""
    with pytest.raises(Refused) as refused:
        inflate(b"\xff" * 50, RAW)
    assert refused.value.reason is Reason.BROKEN_CONTAINER


def test_a_bomb_stops_at_the_ratio() -> None:
    """Output stops near the point where the ratio is passed, not at the end of the bomb."""
    made, refused = drain(GzipReader(io.BytesIO(gzip.compress(bytes(32 * MIB))), DEFAULT))
    assert refused is Reason.RATIO
    assert len(made) < 16 * MIB


def test_the_cap_holds_without_a_bad_ratio() -> None:
    """A stream within the ratio still stops at the cap; one byte less passes."""
    packed = gzip.compress(bytes(1000))
    assert len(inflate(packed, GZIP, DEFAULT, cap=1000)[0]) == 1000
    with pytest.raises(Refused) as refused:
        inflate(packed, GZIP, DEFAULT, cap=999)
    assert refused.value.reason is Reason.RATIO


def test_the_ratio_waits_for_the_first_mebibyte() -> None:
    """Short, very regular data are no bomb."""
    Budget(DEFAULT).spend(10, DEFAULT.inflate_ratio_after_bytes)
    with pytest.raises(Refused):
        Budget(DEFAULT).spend(10, DEFAULT.inflate_ratio_after_bytes + 1)


def test_what_follows_the_last_member_is_counted() -> None:
    """Bytes after the last member are counted; padding zeros are not."""
    reader = GzipReader(io.BytesIO(gzip.compress(b"text") + b"extra" + bytes(10)))
    assert reader.read(100) == b"text"
    assert reader.read(100) == b""
    assert reader.trailing == 5
