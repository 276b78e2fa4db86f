"""WARC: frames, faults, and what becomes of records."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import collect
from onrecord.limits import DEFAULT
from onrecord.model import SetAside, Source
from onrecord.reasons import Reason

PAGE = b"<!doctype html><p>The envoy of Ostrava-Minor spoke.</p>"


def response(
    body: bytes = PAGE, kind: str = "text/html; charset=utf-8", extra: bytes = b"", status: int = 200
) -> bytes:
    """A stored HTTP response."""
    head = b"HTTP/1.1 %d OK\r\nContent-Type: %s\r\n%s" % (status, kind.encode(), extra)
    return head + b"Content-Length: %d\r\n\r\n" % len(body) + body


def record(uri: str, block: bytes, *, kind: str = "response", length: bytes | None = None, extra: bytes = b"") -> bytes:
    """One record, with a stated length of choice."""
    stated = str(len(block)).encode() if length is None else length
    media = b"application/http; msgtype=response" if kind == "response" else b"text/plain"
    return (
        b"WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2031-05-06T07:08:09Z\r\n%s"
        b"Content-Type: %s\r\nContent-Length: %s\r\n\r\n%s\r\n\r\n"
        % (kind.encode(), uri.encode(), extra, media, stated, block)
    )


def parts(data: bytes, name: str = "a.warc", limits=DEFAULT) -> tuple[list[Source], list[SetAside]]:
    """What an archive gives, and what it sets aside."""
    items = list(collect.expand(data, f"/x/{name}", name, limits=limits))
    return [i for i in items if isinstance(i, Source)], [i for i in items if isinstance(i, SetAside)]


BODIES = st.lists(
    st.one_of(
        st.binary(max_size=200), st.sampled_from([b"WARC/1.0\r\n", b"\r\n\r\nWARC/1.1\r\nA: b\r\n\r\n", b"\r\n\r\n"])
    ),
    min_size=1,
    max_size=5,
)


@given(BODIES, st.booleans(), st.booleans())
def test_every_block_comes_back(bodies: list[bytes], packed: bool, one_member: bool) -> None:
    """Framing round trip: blocks that hold line ends and false starts of records come back whole, in order."""
    bodies = [b"text " + body.replace(b"\0", b"") for body in bodies]
    records = [record(f"https://w.test/{n}", body, kind="resource") for n, body in enumerate(bodies)]
    data = b"".join(records)
    if packed:
        data = gzip.compress(data) if one_member else b"".join(map(gzip.compress, records))
    sources, aside = parts(data, "a.warc.gz" if packed else "a.warc")
    got = [s.data for s in sources] + [b"" for a in aside if a.reason == "unsupported_type"]
    assert len(got) == len(bodies)
    assert [b for b in got if b] == [b for b, s in zip(bodies, sources, strict=False)] if not aside else True
    assert {a.reason for a in aside} <= {"unsupported_type"}


@given(st.integers(1, 3), st.data())
def test_a_cut_loses_nothing_before_it_and_is_said(count: int, draw: st.DataObject) -> None:
    """An archive cut anywhere gives every record that is whole, and says that it was cut."""
    records = [record(f"https://w.test/{n}", response(b"<p>part %d" % n)) for n in range(count)]
    for pack in (bytes, gzip.compress):
        packed = [pack(r) for r in records]
        data = b"".join(packed)
        cut = draw.draw(st.integers(12, len(data) - 5), label="cut")
        whole = sum(1 for n in range(count) if sum(map(len, packed[: n + 1])) <= cut)
        sources, aside = parts(data[:cut], "a.warc.gz" if pack is gzip.compress else "a.warc")
        assert [s.locator for s in sources][:whole] == [f"https://w.test/{n}" for n in range(whole)]
        ends = {sum(map(len, packed[:n])) for n in range(count + 1)}
        assert aside or cut in ends or (pack is bytes and any(0 <= end - cut <= 4 for end in ends))


@given(st.binary(min_size=1, max_size=300).filter(lambda g: b"WARC/1." not in g and g.strip(b"\r\n")))
def test_garbage_between_records_swallows_none(garbage: bytes) -> None:
    """Whatever stands between two records, both come through and the garbage is one set-aside row."""
    first, second = record("https://w.test/1", response()), record("https://w.test/2", response())
    for one, junk, two in ((first, garbage + b"\n", second), (gzip.compress(first), garbage, gzip.compress(second))):
        if junk.startswith(b"\x1f\x8b"):
            continue
        sources, aside = parts(one + junk + two, "a.warc.gz" if one[:1] == b"\x1f" else "a.warc")
        assert [s.locator for s in sources] == ["https://w.test/1", "https://w.test/2"]
        assert [a.reason for a in aside] == ["warc_garbage"]


@pytest.mark.parametrize(
    "length", [b"20", b"99999999", b"-5", b"1e9", b"", b"99999999999999999999", b"0x10", "٣".encode()]
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_wrong_length_swallows_no_record(length: bytes, packed: bool) -> None:
    """Too short, too long, negative or no number: the next record comes through and the bad one is said."""
    records = [record(f"https://w.test/{n}", response(), length=length if n == 1 else None) for n in range(3)]
    data = b"".join(gzip.compress(r) for r in records) if packed else b"".join(records)
    sources, aside = parts(data, "a.warc.gz" if packed else "a.warc")
    assert [s.locator for s in sources] == ["https://w.test/0", "https://w.test/2"]
    assert [a.reason for a in aside] == ["warc_length"]
    assert "#offset-" in aside[0].locator


def test_a_damaged_member_costs_only_itself() -> None:
    """A wrong checksum, damaged data or a bomb in one gzip member: the others come through."""
    good = [gzip.compress(record(f"https://w.test/{n}", response())) for n in (0, 2)]
    bad = gzip.compress(record("https://w.test/1", response()))
    bomb = gzip.compress(record("https://w.test/1", response(bytes(16 << 20))))
    for member, reason in (
        (bad[:-8] + bytes(8), "bad_crc"),
        (bad[:20] + b"\xff\xff\xff" + bad[23:], None),
        (bomb, "ratio"),
        (bad[:-20], None),
    ):
        sources, aside = parts(good[0] + member + good[1], "a.warc.gz")
        assert [s.locator for s in sources] == ["https://w.test/0", "https://w.test/2"]
        assert len(aside) == 1
        assert reason in (None, aside[0].reason)


def test_a_one_member_archive_is_noticed() -> None:
    """Several records in one gzip member are read, and said on each."""
    data = gzip.compress(b"".join(record(f"https://w.test/{n}", response()) for n in range(3)))
    sources, aside = parts(data, "a.warc.gz")
    assert (len(sources), aside) == (3, [])
    assert all([n.reason for n in s.notices] == [Reason.WARC_ONE_MEMBER.value] for s in sources)


def test_what_a_record_tells() -> None:
    """Address, time of retrieval, charset, language and place travel with the source."""
    block = response(kind='text/html; charset="gb2312"', extra=b"Content-Language: zh-CN, en\r\n")
    (source,), _ = parts(record("https://w.test/a", block))
    told = {t.name: (t.value, t.by) for t in source.told}
    assert source.retrieved == "2031-05-06T07:08:09Z"
    assert told["charset"] == ("gb2312", "http:Content-Type")
    assert told["lang"] == ("zh-CN", "http:Content-Language")
    assert told["url"] == ("https://w.test/a", "warc:WARC-Target-URI")
    assert told["container"][0] == "/x/a.warc#offset-0"
    assert "date" not in told


def test_a_target_that_is_no_address_is_not_a_locator() -> None:
    """A script or a file as target: the page is kept under its place, with a notice."""
    for uri in ("javascript:x()", "file:///etc/passwd", "http://169.254.169.254/"):
        (source,), _ = parts(record(uri, response()))
        assert source.locator == "/x/a.warc#offset-0"
        assert [n.reason for n in source.notices] == ["bad_link"]


def test_other_records_are_counted() -> None:
    """Requests, pictures and error pages are no documents, and are counted by kind."""
    data = b"".join(
        [
            record("https://w.test/", b"software: x\r\n", kind="warcinfo"),
            record("https://w.test/", b"GET / HTTP/1.1\r\n\r\n", kind="request"),
            record("https://w.test/a.png", response(b"\x89PNG", "image/png")),
            record("https://w.test/404", response(status=404)),
            record("https://w.test/a", response()),
        ]
    )
    expansion = collect.expand(data, "/x/a.warc", "a.warc")
    assert [i.locator for i in expansion] == ["https://w.test/a"]
    others = {"warc warcinfo": 1, "warc request": 1, "image/png": 1, "http status 404": 1}
    assert expansion.skipped == {"container: warc": 1, **others}


def test_codings_of_a_stored_response_are_undone() -> None:
    """Chunked and packed bodies come out plain; a body already plain stays, with a notice."""
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    packed = gzip.compress(PAGE)
    for body, extra, odd in (
        (chunked, b"Transfer-Encoding: chunked\r\n", []),
        (packed, b"Content-Encoding: gzip\r\n", []),
        (PAGE, b"Content-Encoding: gzip\r\n", ["bad_http"]),
        (PAGE, b"Transfer-Encoding: chunked\r\n", ["bad_http"]),
    ):
        (source,), aside = parts(record("https://w.test/a", response(body, extra=extra)))
        assert (source.data, aside, [n.reason for n in source.notices]) == (PAGE, [], odd)


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (b"", "bad_http"),
        (b"<p>no status line", "bad_http"),
        (b"HTTP/1.1 2xx\r\n\r\nx", "bad_http"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"x" * 70_000, "bad_http"),
        (response(b"", extra=b""), "empty"),
        (response(b"\x7fELF" + bytes(100)), "unsupported_type"),
        (response(gzip.compress(bytes(16 << 20)), extra=b"Content-Encoding: gzip\r\n"), "ratio"),
        (response(b"x", extra=b"Content-Encoding: " + b"gzip," * 9 + b"gzip\r\n"), "too_many_layers"),
        (response(b"x", extra=b"Content-Encoding: zstd\r\n"), "missing_part"),
    ],
)
def test_bad_responses_are_set_aside_by_place(block: bytes, reason: str) -> None:
    """Each has its reason, its place in the archive and its address beside it."""
    sources, aside = parts(record("https://w.test/a", block))
    assert (sources, [(a.reason, a.locator) for a in aside]) == ([], [(reason, "/x/a.warc#offset-0")])
    assert "https://w.test/a" in aside[0].detail


def test_a_record_over_the_limit_is_passed_over() -> None:
    """A block larger than a document may be is skipped without being held, and said."""
    limits = replace(DEFAULT, inflate_bytes=1000)
    data = record("https://w.test/0", response(b"<p>" + b"x" * 5000)) + record("https://w.test/1", response())
    sources, aside = parts(data, limits=limits)
    assert [s.locator for s in sources] == ["https://w.test/1"]
    assert [a.reason for a in aside] == ["too_large"]


def test_a_feed_inside_an_archive_is_opened() -> None:
    """A stored feed gives its entries."""
    item = b"<item><link>https://w.test/i</link><description>The envoy spoke.</description></item>"
    feed = b"<rss><channel>" + item + b"</channel></rss>"
    sources, aside = parts(record("https://w.test/feed", response(feed, "application/rss+xml")))
    assert ([s.locator for s in sources], aside) == (["https://w.test/i"], [])


def test_blank_lines_and_a_missing_end_lose_nothing() -> None:
    """Extra line ends between and after records, and a last record without its end mark, are forgiven."""
    one, two = record("https://w.test/0", response()), record("https://w.test/1", response())
    for data in (one + b"\r\n\r\n" + two + b"\r\n", one + two[:-4]):
        sources, aside = parts(data)
        assert (len(sources), aside) == (2, [])
