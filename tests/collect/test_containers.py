"""A contract over every kind of container: found = stored + set aside, nothing raises, nothing is silent."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from email.message import EmailMessage
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import collect
from onrecord.collect import CONTAINERS, is_container, media_type
from onrecord.collect.expanding import UNFOLD
from onrecord.model import SetAside, Source
from onrecord.reasons import Reason

GOOD, BAD = 5, 2
EMPTY_ZIP = b"PK\5\6" + bytes(18)
REASONS = {r.value for r in Reason}
TEXTS = [f"The envoy of Veltania said this {n} times." for n in range(GOOD)]


def warc() -> bytes:
    """Five good records, two bad ones."""

    def one(n: int, length: int | None = None) -> bytes:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + TEXTS[n].encode()
        size = len(block) if length is None else length
        head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://v.test/%d\r\n" % n
        return head + b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n" % (size, block)

    return b"".join([one(0), one(1), one(1, 3), one(2), one(3), one(3, 99999), one(4)])


def feed() -> bytes:
    """Five entries with content, two without."""
    items = "".join(
        f"<item><link>https://v.test/{n}</link><description>{t}</description></item>" for n, t in enumerate(TEXTS)
    )
    return f"<rss><channel>{items}<item/><item><title>x</title></item></channel></rss>".encode()


def lines() -> bytes:
    """Five rows, two broken ones."""
    return b"".join(json.dumps({"text": t}).encode() + b"\n" for t in TEXTS) + b"{\n[]\n"


def array() -> bytes:
    """Five objects and two other things."""
    return json.dumps([*({"text": t} for t in TEXTS), {}, 1]).encode()


def parquet() -> bytes:
    """Five rows with text and two without."""
    arrow, table = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    table.write_table(arrow.Table.from_pylist([{"text": t} for t in [*TEXTS, None, " "]]), out)
    return out.getvalue()


def mail() -> bytes:
    """A body, four attachments and two broken ones."""
    made = EmailMessage()
    made.set_content(TEXTS[0])
    for n, text in enumerate(TEXTS[1:]):
        made.add_attachment(text, filename=f"{n}.txt")
    for n in range(BAD):
        made.add_attachment(b"\x7fELF" + bytes(20), maintype="application", subtype="pdf", filename=f"{n}.pdf")
    return made.as_bytes()


def archive() -> bytes:
    """Five members, one that leads outside, one that is empty."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for n, text in enumerate(TEXTS):
            made.writestr(f"{n}.txt", text)
        made.writestr("../out.txt", "x")
        made.writestr("empty.txt", "")
    return out.getvalue()


MADE = {
    "warc": (warc, GOOD, BAD),
    "feed": (feed, GOOD, BAD),
    "jsonl": (lines, GOOD, BAD),
    "json": (array, GOOD, BAD),
    "parquet": (parquet, GOOD, BAD),
    "mail": (mail, GOOD, BAD),
    "zip": (archive, GOOD, BAD),
    "gzip": (lambda: gzip.compress(lines()), GOOD, BAD),
    "sitemap": (lambda: b"<urlset><url><loc>https://v.test/</loc></url></urlset>", 0, 1),
}


def check(items: list[Source | SetAside]) -> None:
    """What holds for every part of every container."""
    for item in items:
        item.locator.encode("utf-8")
        if isinstance(item, SetAside):
            assert item.reason in REASONS
            item.detail.encode("utf-8")
        else:
            assert not is_container(item.media_type)
            assert all(n.reason in REASONS for n in item.notices)
            for told in item.told:
                told.value.encode("utf-8")


@pytest.mark.parametrize("container", CONTAINERS, ids=lambda c: c.name)
def test_found_is_stored_and_set_aside(container: collect.expanding.Container) -> None:
    """Every kind in the table gives its good members whole and sets its bad ones aside, and is told by content."""
    make, good, bad = MADE[container.name]
    data = make()
    assert media_type(data, "" if container.name != "mail" else "m.eml") == container.media_type
    items = list(collect.expand(data, "/x/file", "m.eml" if container.name == "mail" else "file"))
    stored = [i for i in items if isinstance(i, Source)]
    assert (len(stored), len(items) - len(stored)) == (good, bad)
    assert [s.data.decode().strip() for s in stored] == TEXTS[:good]
    check(items)


@pytest.mark.parametrize("container", CONTAINERS, ids=lambda c: c.name)
def test_the_same_again(container: collect.expanding.Container) -> None:
    """Parts come in the same order each time, from bytes and from a stream alike."""
    data = MADE[container.name][0]()
    name = "m.eml" if container.name == "mail" else "file"
    assert list(collect.expand(data, "/x/f", name)) == list(collect.expand(io.BytesIO(data), "/x/f", name))


@pytest.mark.parametrize("container", CONTAINERS, ids=lambda c: c.name)
def test_packed_once_more(container: collect.expanding.Container) -> None:
    """Inside gzip and inside ZIP each kind still gives all its parts."""
    make, good, bad = MADE[container.name]
    data, name = make(), "m.eml" if container.name == "mail" else "file"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(name, data)
    for packed, called in ((gzip.compress(data), f"{name}.gz"), (out.getvalue(), "a.zip")):
        items = list(collect.expand(packed, "/x/f", called))
        assert sum(isinstance(i, Source) for i in items) == good
        assert len(items) == good + bad


@pytest.mark.parametrize("container", CONTAINERS, ids=lambda c: c.name)
@given(draw=st.data())
def test_damage_never_raises_and_never_vanishes(container: collect.expanding.Container, draw: st.DataObject) -> None:
    """Cut, overwritten or swollen anywhere: no exception, at least one part, every reason from the list."""
    data = bytearray(MADE[container.name][0]())
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(data) - 1))
        how = draw.draw(st.sampled_from(["cut", "flip", "insert"]))
        if how == "cut":
            del data[max(at, 1) :]
        elif how == "flip":
            data[at] ^= draw.draw(st.integers(1, 255))
        else:
            data[at:at] = draw.draw(st.binary(max_size=20))
    items = list(collect.expand(bytes(data), "/x/f", "f", media_type=container.media_type))
    assert items
    check(items)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\n \n", "a.jsonl"),
        (b"<rss><channel/></rss>", "a.rss"),
        (gzip.compress(b"\n"), "a.jsonl.gz"),
        (EMPTY_ZIP, "a.zip"),
    ],
)
def test_a_container_without_members_is_said(data: bytes, name: str) -> None:
    """A container that holds nothing is one set-aside row, not silence."""
    assert [(i.reason, i.locator) for i in collect.expand(data, f"/x/{name}", name)] == [("no_text", f"/x/{name}")]


def test_the_table_and_the_kinds_agree() -> None:
    """Every container has one line, a suffix and a sentence; the samples above cover the table."""
    assert {c.name for c in CONTAINERS} == set(MADE)
    assert len(UNFOLD) == len(CONTAINERS)
    assert set(UNFOLD) == collect.kinds.CONTAINERS
    assert all(c.suffixes and c.what for c in CONTAINERS)


def test_a_plain_document_is_one_source() -> None:
    """No container: one source under the file's own locator, bytes unchanged."""
    (source,) = collect.expand(b"The envoy said.", "/x/a.txt", "a.txt", publisher="p", retrieved="2031-05-06")
    assert (source.data, source.locator, source.publisher, source.retrieved) == (
        b"The envoy said.",
        "/x/a.txt",
        "p",
        "2031-05-06",
    )


def test_layers_are_bounded() -> None:
    """Three layers of packing are opened, four are not."""
    data = b"The envoy said."
    for layers in range(1, 6):
        data = gzip.compress(data)
        items = list(collect.expand(data, "/x/a", "a.txt" + ".gz" * layers))
        assert [isinstance(i, Source) for i in items] == [layers <= 3]


def test_nothing_needs_the_optional_part() -> None:
    """Importing the room does not import Parquet's library."""
    import subprocess
    import sys

    code = "import sys, onrecord.collect; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0 or find_spec("pyarrow") is None
