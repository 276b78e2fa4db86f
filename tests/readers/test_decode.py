"""Tests of ``readers.decode``."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.model import Span, Told
from onrecord.readers.charsets import codec_of
from onrecord.readers.decode import Decoded, byte_span, decode, placed

LABELS = (
    "",
    "utf-8",
    "gb2312",
    "gbk",
    "big5",
    "shift_jis",
    "euc-kr",
    "euc-jp",
    "iso-2022-jp",
    "windows-1251",
    "koi8-r",
)
WORDS = "Министерство Норланда заявило. 诺兰外交部发言人表示。 Le porte-parole a dit « non ». قال المتحدث"


def codes(result: Decoded) -> list[str]:
    """Reason codes of the notices."""
    return [str(notice.reason) for notice in result.notices]


def assert_tiles(data: bytes, result: Decoded) -> None:
    """Byte spans of all characters touch, cover the data, and each good one decodes to its character again."""
    chars, how = result.chars, result.decoding
    at = how.skipped
    spans = [byte_span(chars, how, Span(i, i + 1)) for i in range(len(chars))]
    for start, end in spans:
        assert start == at
        assert end >= start
        at = end
    assert at == (len(data) if chars else how.skipped)
    if how.encoding in ("utf-8", "gb18030", "cp1251", "cp1252", "koi8_r"):
        for char, (start, end) in zip(chars, spans, strict=True):
            assert data[start:end].decode(how.encoding, "replace") == char or char == "\ufffd"


@given(st.binary(max_size=80), st.sampled_from(LABELS))
@settings(max_examples=600, deadline=None)
def test_byte_spans_tile_any_bytes(data: bytes, label: str) -> None:
    """For any bytes and declared label, the byte spans of all characters tile the data."""
    try:
        result = decode(data, None, label)
    except Refused:
        return
    result.chars.encode("utf-8")
    assert_tiles(data, result)


@given(
    st.text(st.characters(codec="gb18030"), max_size=60), st.binary(max_size=3), st.sampled_from(["gb2312", "utf-8"])
)
@settings(max_examples=400, deadline=None)
def test_bad_bytes_in_a_good_text(text: str, bad: bytes, label: str) -> None:
    """A few bad bytes inside a text leave the places of all its characters exact."""
    data = text.encode("gb18030" if label == "gb2312" else "utf-8", "replace") + bad + b" end"
    try:
        result = decode(data, None, label)
    except Refused:
        return
    assert_tiles(data, result)


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_a_string_from_the_caller_comes_back_exactly(text: str) -> None:
    """Text given as a string is decoded to that string: no mark removed, no line end changed."""
    for given_text in (text, "\ufeff" + text, text + "\r\n\x00"):
        data = given_text.encode("utf-8", "replace")
        assert decode(data, Told("charset", "utf-8", "caller")).chars == data.decode("utf-8")


@pytest.mark.parametrize("label", ["windows-1251", "koi8-r", "gb2312", "big5", "shift_jis", "euc-kr", "utf-16le"])
def test_the_carriers_word_is_followed(label: str) -> None:
    """Bytes that are not UTF-8 are read as the carrier says, not as the page says."""
    words = {
        "windows-1251": "Норланд",
        "koi8-r": "Норланд",
        "gb2312": "诺兰外交部",
        "big5": "外交部",
        "shift_jis": "外務省",
    }
    text = words.get(label, "대변인 성명" if label == "euc-kr" else "Norland statement")
    data = text.encode("utf-16-le" if label == "utf-16le" else codec_of(label) or "")
    result = decode(data, Told("charset", label, "http:Content-Type"), "iso-8859-2")
    assert result.chars == text
    assert "charset_unsure" not in codes(result)


def test_utf8_wins_over_a_declaration() -> None:
    """UTF-8 bytes under another label are read as UTF-8 with a notice; also with one bad byte among them."""
    for data in (WORDS.encode(), WORDS.encode() + b"\xff"):
        result = decode(data, None, "gb2312")
        assert result.chars.startswith(WORDS)
        assert "charset_conflict" in codes(result)


def test_gb2312_is_read_as_gb18030() -> None:
    """A four-byte character under a gb2312 label is kept, and a bad byte loses nothing after it."""
    data = "前\U00020087".encode("gb18030") + b"\xff" + "后".encode("gb18030")
    result = decode(data, None, "gb2312")
    assert result.chars == "前\U00020087\ufffd后"
    assert codes(result) == ["decode_errors"]
    assert result.decoding.bad_bytes == 1


def test_no_declaration_is_a_guess_that_says_so() -> None:
    """Bytes that are not UTF-8 and declare nothing are guessed with a notice."""
    result = decode(("Министерство иностранных дел Норланда сделало заявление. " * 5).encode("cp1251"))
    assert result.decoding.encoding == "cp1251"
    assert codes(result) == ["charset_unsure"]


def test_utf7_is_never_decoded() -> None:
    """UTF-7 stays what it is: ASCII characters."""
    data = b"+ADw-script+AD4-"
    assert decode(data, Told("charset", "utf-7", "http:Content-Type"), "utf-7").chars == data.decode()


def test_undeclared_escapes_are_not_followed() -> None:
    """ISO-2022-JP escapes that nobody declared and that do not fit swallow nothing and do not stay escapes."""
    result = decode(b'a \x1b$B b \x1b(J\\ " c')
    assert "\x1b" not in result.chars
    assert result.chars.endswith('\\ " c')
    assert "charset_unsure" in codes(result)


def test_declared_iso_2022_jp() -> None:
    """Declared ISO-2022-JP is decoded, with a mark for each character."""
    data = "声明 abc 外務省".encode("iso2022_jp")
    result = decode(data, None, "iso-2022-jp")
    assert result.chars == "声明 abc 外務省"
    assert_tiles(data, result)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(codec: str) -> None:
    """UTF-16 is seen by its zero bytes; an odd last byte is marked."""
    data = "<p>Statement of Norland</p>".encode(codec) + b"\x41"
    result = decode(data)
    assert result.decoding.encoding == codec
    assert result.chars == "<p>Statement of Norland</p>\ufffd"
    assert set(codes(result)) == {"charset_unsure", "decode_errors"}
    assert_tiles(data, result)


def test_binary_is_refused() -> None:
    """A program is no text."""
    with pytest.raises(Refused, match="unsupported_type"):
        decode(b"\x7fELF\x02\x01\x01" + bytes(4096))


def test_a_mark_is_skipped_and_counted() -> None:
    """The byte order mark is no character, and places after it are exact."""
    result = decode(b"\xef\xbb\xbfab")
    assert (result.chars, byte_span("ab", result.decoding, Span(1, 2))) == ("ab", (4, 5))


def test_the_tile_check_can_fail() -> None:
    """A marks table that is off by one byte is caught."""
    data = b"ab\xffcd"
    good = decode(data, None, "utf-8")
    char, byte = good.decoding.marks[0]
    bad = replace(good, decoding=replace(good.decoding, marks=((char, byte + 1), *good.decoding.marks[1:])))
    assert_tiles(data, good)
    with pytest.raises(AssertionError):
        assert_tiles(data, bad)


def test_the_place_of_what_is_lost_is_told() -> None:
    """The notice has the first place in the text and how many there are; none where the text has no such place."""
    result = decode(WORDS.encode() + b"\xff and \xff.", Told("charset", "utf-8", "http:Content-Type"))
    (notice,) = placed(result.notices, result.chars)
    assert notice.span == Span(len(WORDS), len(WORDS) + 1)
    assert f"after character {len(WORDS):,} could not be decoded in 2 places" in notice.detail
    (elsewhere,) = placed(result.notices, WORDS)
    assert elsewhere.span is None
    assert "in nothing that is text" in elsewhere.detail
