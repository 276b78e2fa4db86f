"""Data sets: rows, fields, faults."""

from __future__ import annotations

import datetime
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import collect
from onrecord.collect import FieldNames
from onrecord.collect.strict_json import parse
from onrecord.errors import Refused
from onrecord.model import SetAside, Source

ROW = {
    "id": "v:1", "url": "https://v.test/1", "date": "2031-05-06", "title": "Visit", "text": "The envoy spoke.",
    "lang": "en", "source": "v.test", "speaker": "A. Orlo",
}  # fmt: skip


def expand(data: bytes, name: str = "a.jsonl", fields: FieldNames = FieldNames()) -> list[Source | SetAside]:  # noqa: B008
    """The parts of a data set."""
    return list(collect.expand(data, f"/x/{name}", name, fields=fields))


def lines(*rows: object) -> bytes:
    """JSON lines."""
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def told(source: Source) -> dict[str, str]:
    """Name -> value."""
    return {t.name: t.value for t in source.told}


def test_a_row() -> None:
    """Text becomes the source, other fields are told, the address is the locator."""
    (source,) = expand(lines(ROW))
    assert (source.data, source.media_type, source.locator) == (b"The envoy spoke.", "text/plain", "https://v.test/1")
    assert told(source) == {
        "id": "v:1", "url": "https://v.test/1", "date": "2031-05-06", "title": "Visit", "lang": "en",
        "publisher": "v.test", "author": "A. Orlo", "charset": "utf-8", "container": "/x/a.jsonl#line-1",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"content": "said", "published_at": "2031"}, {"date": "2031"}),
        ({"Body": "said", "Headline": "H", "Link": "https://v.test/"}, {"title": "H", "url": "https://v.test/"}),
        ({"text": "", "body": "said"}, {}),
        ({"full_text": "said", "content": "other", "language": "ru"}, {"lang": "ru"}),
        ({"text": "said", "date": 20310506}, {"date": "2031-05-06"}),
        ({"text": "said", "date": 1930000000}, {}),
        ({"text": "said", "date": True, "title": None, "author": ["A"]}, {}),
    ],
)
def test_fields_are_guessed(row: dict[str, object], expected: dict[str, str]) -> None:
    """Usual names in any case; an empty field gives way to the next; what is no date is not told."""
    (source,) = expand(lines(row))
    assert source.data == b"said"
    assert {k: v for k, v in told(source).items() if k not in ("charset", "container")} == expected


def test_named_fields_are_not_guessed() -> None:
    """A field the caller names is the only one that counts."""
    row = {"text": "wrong", "rede": "said", "tag": "2031-05", "date": "1999"}
    (source,) = expand(lines(row), fields=FieldNames(text="rede", date="tag"))
    assert (source.data, told(source)["date"]) == (b"said", "2031-05")
    (aside,) = expand(lines({"text": "x"}), fields=FieldNames(text="rede"))
    assert aside.reason == "no_text"


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"text": "<p>said</p>"}, "text/html"),
        ({"html": "said"}, "text/html"),
        ({"text": "said", "format": "markdown"}, "text/markdown"),
        ({"text": "<3 said"}, "text/plain"),
    ],
)
def test_the_kind_of_a_text(row: dict[str, object], kind: str) -> None:
    """Markup, the field's name or a ``format`` field make it a page or Markdown."""
    assert [s.media_type for s in expand(lines(row))] == [kind]


def test_locators_of_rows() -> None:
    """Address if new, else id, else line: rows from one page are no revisions of it."""
    rows = [ROW, ROW | {"id": 2}, ROW | {"id": 2}, {"text": "said"}]
    assert [s.locator for s in expand(lines(*rows))] == [
        "https://v.test/1", "/x/a.jsonl#2", "/x/a.jsonl#line-3", "/x/a.jsonl#line-4",
    ]  # fmt: skip


def test_a_bad_line_costs_only_itself() -> None:
    """Each fault has its reason and its line number, and the other lines come through."""
    bad = [
        (b'{"text": "x"', "bad_json"),
        (b'{"text": "x", "a": NaN}', "bad_json"),
        (b'{"text": "x", "text": "y"}', "bad_json"),
        (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "bad_json"),
        (b'["text"]', "bad_json"),
        (b'{"text": "\\ud800"}', "bad_unicode"),
        (b'{"text": "ok", "title": "\\udfff"}', "bad_unicode"),
        (b'{"text": "\xff"}', "bad_unicode"),
        (b'{"text": "x", "a": ' + b"[" * 100 + b"]" * 100 + b"}", "too_deep"),
        (b'{"text": "x", "a": ' + b"[" * 90_000 + b"]" * 90_000 + b"}", "too_deep"),
        (b'{"text": "  "}', "no_text"),
    ]
    data = b"".join(line + b"\n" + lines({"text": f"row {n}"}) for n, (line, _) in enumerate(bad))
    items = expand(data)
    assert [i.data.decode() for i in items if isinstance(i, Source)] == [f"row {n}" for n in range(len(bad))]
    aside = [i for i in items if isinstance(i, SetAside)]
    assert [a.reason for a in aside] == [reason for _, reason in bad]
    assert [a.locator for a in aside] == [f"/x/a.jsonl#line-{2 * n + 1}" for n in range(len(bad))]


@given(st.lists(st.one_of(st.binary(max_size=60), st.just(b'{"text": "said"}')), max_size=30))
def test_every_line_is_counted(rows: list[bytes]) -> None:
    """Whatever the lines hold, each that is not blank is a source or set aside, or the file says it has no text."""
    rows = [row.replace(b"\n", b"") for row in rows]
    data = b"\n".join([b'{"text": "first"}', *rows])
    items = list(collect.expand(data, "/x/a.jsonl", media_type="application/jsonl"))
    assert len(items) == 1 + sum(1 for row in rows if row.strip())


def test_a_line_over_the_limit_is_passed_over() -> None:
    """A line of more bytes than a document may have is skipped in steps; the next one is read."""
    from dataclasses import replace

    from onrecord.limits import DEFAULT

    data = lines({"text": "x" * 500}, {"text": "said"})
    items = list(collect.expand(data, "/x/a.jsonl", "a.jsonl", limits=replace(DEFAULT, text_file_bytes=100)))
    assert [getattr(i, "reason", "") for i in items] == ["too_large", ""]


def test_a_file_without_text_says_which_fields_it_has() -> None:
    """Not a row for each line, but one for the file, with its fields and the option that helps."""
    (aside,) = expand(lines(*({"pair": "a-b", "src": "x"} for _ in range(50))))
    assert (aside.reason, aside.locator) == ("no_text", "/x/a.jsonl")
    assert "pair, src" in aside.detail
    assert "--text-field" in aside.detail


@pytest.mark.parametrize(
    ("value", "locators"),
    [
        ([{"text": "a"}, {"text": "b"}], ["/x/a.json#item-1", "/x/a.json#item-2"]),
        ({"text": "a"}, ["/x/a.json"]),
        ({"meta": {}, "items": [{"text": "a"}]}, ["/x/a.json#item-1"]),
        ({"items": [], "n": 3}, ["no_text"]),
        ([], ["no_text"]),
        ("text", ["no_text"]),
        (["a", {"text": "b"}], ["bad_json", "/x/a.json#item-2"]),
    ],
)
def test_json_files(value: object, locators: list[str]) -> None:
    """An array, an object that holds one, a single object; anything else has no text."""
    items = expand(json.dumps(value, indent=1).encode(), "a.json")
    assert [i.locator if isinstance(i, Source) else i.reason for i in items] == locators


SCALARS = st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=10)
NAMES = st.text(max_size=5)


@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner), max_leaves=8))
def test_strict_json_reads_all_json(value: object) -> None:
    """Every value that JSON can hold comes back."""
    assert parse(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")) == value


@pytest.mark.parametrize(("depth", "fine"), [(64, True), (65, False)])
def test_the_depth_limit_is_exact(depth: int, fine: bool) -> None:
    """The limit itself passes, one more does not, wherever the depth stands."""
    data = b"[" + b"[]," * 70 + b"[" * (depth - 1) + b"]" * (depth - 1) + b"]"
    if fine:
        parse(data)
    else:
        with pytest.raises(Refused):
            parse(data)


def parquet(rows: list[dict[str, object]]) -> bytes:
    """A Parquet file."""
    arrow = pytest.importorskip("pyarrow")
    out = io.BytesIO()
    pytest.importorskip("pyarrow.parquet").write_table(arrow.Table.from_pylist(rows), out, row_group_size=50)
    return out.getvalue()


def test_parquet_rows() -> None:
    """Rows come in order over row groups; dates are told in ISO form; columns of other roles are not needed."""
    rows = [{"content": f"part {n}", "date": datetime.date(2031, 5, 6), "blob": b"x"} for n in range(120)]
    items = expand(parquet(rows), "a.parquet")
    assert [i.data for i in items] == [f"part {n}".encode() for n in range(120)]
    assert told(items[0])["date"] == "2031-05-06"
    assert items[119].locator == "/x/a.parquet#row-120"


def test_bad_parquet() -> None:
    """No text column, empty text, damage: each is said."""
    assert [i.reason for i in expand(parquet([{"a": 1}]), "a.parquet")] == ["no_text"]
    assert [getattr(i, "reason", "") for i in expand(parquet([{"text": "a"}, {"text": None}]), "a.parquet")] == [
        "",
        "no_text",
    ]
    data = parquet([{"text": "said " * 100}] * 10)
    assert [i.reason for i in expand(data[:40] + bytes(20) + data[60:], "a.parquet")][-1:] == ["broken_container"]
    assert [i.reason for i in expand(data[:-10], "a.parquet")] == ["broken_container"]


def test_parquet_without_its_library(monkeypatch) -> None:
    """Without the optional part the file is set aside, and the sentence says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (aside,) = expand(b"PAR1" + bytes(20), "a.parquet")
    assert aside.reason == "missing_part"
    assert "pip install 'pyarrow>=20'" in aside.detail
