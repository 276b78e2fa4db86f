"""Tests of the table of readers, over every entry."""

from __future__ import annotations

import pytest

from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.model import make_source
from onrecord.readers import READERS, Reader, read


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_an_entry_is_complete(reader: Reader) -> None:
    """A reader has a name, a version, media types and suffixes, and refuses nothing and junk with a reason."""
    assert reader.name == reader.name.lower()
    assert reader.version >= 1
    assert reader.media_types
    assert all(suffix.startswith(".") for suffix in reader.suffixes)
    for data in (b"", b"\x00" * 64):
        with pytest.raises(Refused):
            reader.read(make_source(data, reader.media_types[0], "test"), Limits())


def test_no_two_readers_claim_a_type() -> None:
    """A media type and a suffix belong to one reader."""
    for claims in ([t for r in READERS for t in r.media_types], [s for r in READERS for s in r.suffixes]):
        assert len(claims) == len(set(claims))


def test_unknown_types_are_refused() -> None:
    """What no reader knows is refused, not guessed."""
    with pytest.raises(Refused, match="unsupported_type"):
        read(make_source(b"GIF89a", "image/gif", "test"))
