"""HTTP codings."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.reasons import Reason
from onrecord.unpack import codings


def chunked(parts: list[bytes]) -> bytes:
    """A chunked body."""
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in parts if p) + b"0\r\n\r\n"


@given(st.lists(st.binary(max_size=50), max_size=5))
def test_chunks_join(parts: list[bytes]) -> None:
    """Dechunking undoes chunking."""
    assert codings.dechunk(chunked(parts)) == (b"".join(parts), "")


def test_a_cut_between_and_inside_chunks_is_said() -> None:
    """A body that ends before the last chunk gives what there is and says so."""
    assert codings.dechunk(b"3\r\nabc\r\n") == (b"abc", "cut")
    assert codings.dechunk(b"5\r\nabc") == (b"abc", "cut")


def test_an_unchunked_body_stays() -> None:
    """A body declared chunked that has no chunk size is left alone, and said."""
    assert codings.dechunk(b"<p>hello") == (b"<p>hello", "not chunked")


@pytest.mark.parametrize("body", [b"FFFFFFFFFFFFFFFF\r\nabc", b"1" * 40 + b"\r\nx", b"1\r\nabc", b"1\r\na\r\nzz\r\n"])
def test_impossible_chunks_are_refused(body: bytes) -> None:
    """Impossible sizes and chunks that do not end are bad_http."""
    with pytest.raises(Refused) as refused:
        codings.dechunk(body)
    assert refused.value.reason is Reason.BAD_HTTP


@given(st.binary(max_size=300))
def test_codings_are_undone_in_reverse(data: bytes) -> None:
    """Several codings are undone from the last to the first; zlib and raw deflate are both deflate."""
    packed = gzip.compress(zlib.compress(data))
    assert codings.decode(packed, ["deflate", "gzip"]) == (data, [])
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    assert codings.decode(raw.compress(data) + raw.flush(), ["deflate"]) == (data, [])


def test_a_coding_that_is_not_there_is_said() -> None:
    """A body stored decoded under its old header comes through, with the coding named."""
    assert codings.decode(b"<p>hello", ["gzip"]) == (b"<p>hello", ["gzip"])


def test_br_is_undone_where_its_library_is() -> None:
    """Brotli works within the output cap, or is a missing part."""
    brotli = pytest.importorskip("brotli")
    data = b"The envoy spoke. " * 2_000
    assert codings.decode(brotli.compress(data), ["br"])[0] == data
    with pytest.raises(Refused) as refused:
        codings.decode(brotli.compress(bytes(16 << 20), quality=5), ["br"])
    assert refused.value.reason is Reason.RATIO
    with pytest.raises(Refused) as refused:
        codings.decode(brotli.compress(data)[:-3], ["br"])
    assert refused.value.reason is Reason.TRUNCATED_INPUT


@pytest.mark.parametrize(("names", "reason"), [(["gzip"] * 4, Reason.TOO_MANY_LAYERS), (["zstd"], Reason.MISSING_PART)])
def test_too_many_and_unknown_codings(names: list[str], reason: Reason) -> None:
    """More than three codings and unknown ones are refused."""
    with pytest.raises(Refused) as refused:
        codings.decode(b"x", names)
    assert refused.value.reason is reason
