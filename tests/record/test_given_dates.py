"""Dates given with a document that cannot be read: a notice with a code, and the work goes on."""

from __future__ import annotations

import json

from onrecord.record.lines import process_lines

DATES = ("2024-13-45", "the other day", "03/04/2024", "2024-05-01", "", None)


def test_an_unreadable_date_of_a_line_is_a_notice(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """`process` says bad_date for each date that cannot be read, keeps the document, and goes on."""
    lines = [json.dumps({"id": str(d), "text": "Valdoria opposes it.", "date": d}).encode() for d in DATES]

    results = list(process_lines(lines, tmp_path, workers=1))

    noticed = [[n.reason for n in r.dossier.notices] for r in results if r.dossier]
    assert noticed == [["bad_date"]] * 3 + [[]] * 3
