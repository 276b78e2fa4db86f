"""Dates that are given with a document, by the caller or in a field of its row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import Record


@pytest.mark.parametrize(
    ("date", "read", "days"),
    [
        ("2019", "2019", ("2019-01-01", "2019-12-31")),
        ("2019-05", "2019-05", ("2019-05-01", "2019-05-31")),
        ("2019-05-03", "2019-05-03", ("2019-05-03", "2019-05-03")),
        ("20190", None, (None, None)),
        ("0019", None, (None, None)),
    ],
)
def test_a_given_date_is_kept_as_wide_as_it_is(
    tmp_path: Path, date: str, read: str | None, days: tuple[str | None, str | None]
) -> None:
    """A year or a month of a row stays an interval, up to the first use of a phrase; what is no date is a notice."""
    row = {
        "id": "a",
        "lang": "en",
        "date": date,
        "text": "The Ministry of Auria said that every buoy belongs to the sea.",
    }
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path / "rows.jsonl"], workers=1)
        (one,) = record.statements()
        trace = record.trace("every buoy")
        assert trace is not None
        assert (one.published, trace.first.days) == (read, days)
        assert bool(read) != any(n.reason == "bad_date" for n in record.show(one.id).notices)
