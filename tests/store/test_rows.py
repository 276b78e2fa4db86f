"""Rows, shadow rows and periods: the arithmetic behind the tables."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Block, Span, Statement
from onrecord.store import rows, shadow
from onrecord.store.batch import add_up
from onrecord.store.period import Period

days = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)).map(datetime.date.isoformat)


@given(days | st.none(), st.integers(0, 2**30 - 1), st.integers(0, 2**13 - 1))
def test_a_row_of_the_index_knows_its_place(day: str | None, block: int, piece: int) -> None:
    """Block and piece come back from the number, which SQLite can hold."""
    number = shadow.rowid(day, block, piece)
    assert shadow.place(number) == (block, piece)
    assert 0 <= number <= shadow.LAST


@given(days, days, st.integers(0, 1000), st.integers(0, 1000))
def test_descending_numbers_are_newest_first_then_in_order(a: str, b: str, one: int, other: int) -> None:
    """A later day has a higher number; on one day the earlier block has the higher number."""
    if a != b:
        assert (shadow.rowid(a, one, 0) > shadow.rowid(b, other, 0)) is (a > b)
    elif one != other:
        assert (shadow.rowid(a, one, 0) > shadow.rowid(b, other, 0)) is (one < other)
    assert shadow.rowid(None, one, 0) < shadow.first_rowid(a) <= shadow.rowid(a, other, 0)


@given(st.text(alphabet="ab .\n。", max_size=40), st.integers(1, 400), st.integers(0, 5))
def test_pieces_cover_a_block(unit: str, times: int, start: int) -> None:
    """Pieces touch, keep order and cover the block whatever is in it."""
    chars = "x" * start + unit * times * 20
    cut = shadow.pieces(chars, Span(start, len(chars)))
    assert cut[0].start == start
    assert cut[-1].end == len(chars)
    assert all(a.end == b.start for a, b in pairwise(cut))
    assert all(len(span) <= shadow.PIECE_CHARS for span in cut)


def test_a_huge_block_has_a_bounded_number_of_pieces() -> None:
    """The number of pieces fits its bits even for the largest text."""
    assert len(shadow.pieces("a" * 40_000_000, Span(0, 40_000_000))) < 2**13


def _statement(name: str, start: int, end: int, lang: str) -> Statement:
    return Statement(name, Span(start, end), lang, "report")


@pytest.mark.parametrize(
    ("start", "end", "lang", "expected"),
    [(0, 10, "en", 0), (10, 20, "zh", 1), (12, 14, "en", 2), (25, 30, "en", 0), (95, 99, "en", 3)],
)
def test_a_block_hangs_on_the_smallest_statement_that_covers_it(start: int, end: int, lang: str, expected: int) -> None:
    """Of statements that cover a block the one of its language, then the smallest; else the nearest."""
    statements = [
        _statement("a", 0, 24, "en"), _statement("b", 0, 24, "zh"), _statement("c", 12, 14, "en"),
        _statement("d", 40, 90, "en"),
    ]  # fmt: skip
    assert shadow.owner(Block("body", Span(start, end), lang, 1, "x"), statements) == expected
    assert shadow.owner(Block("body", Span(0, 1), "en", 1, "x"), []) is None


@given(st.lists(st.binary(min_size=8, max_size=8)))
def test_the_tally_does_not_depend_on_order_and_fits_a_column(hashes: list[bytes]) -> None:
    """Sums of hashes wrap into a signed 64-bit number, in any order and in parts."""
    total = add_up(0, hashes)
    assert total == add_up(0, hashes[::-1]) == add_up(add_up(0, hashes[:2]), hashes[2:])
    assert -(2**63) <= total < 2**63


def test_a_hash_depends_on_every_field_and_on_the_parent() -> None:
    """Any other value, type, table or parent gives another hash."""
    fields = ("f", "form", 0, 1)
    hashes = {
        rows.row_hash(rows.OCCURRENCE, b"p", fields),
        rows.row_hash(rows.OCCURRENCE, b"q", fields),
        rows.row_hash(rows.NOTICE, b"p", fields),
        rows.row_hash(rows.OCCURRENCE, b"p", ("f", "form", 0, "1")),
        rows.row_hash(rows.OCCURRENCE, b"p", ("f", "form", 0, None)),
        rows.row_hash(rows.OCCURRENCE, b"p", ("ff", "orm", 0, 1)),
    }
    assert len(hashes) == 6
    assert all(len(h) == rows.HASH_BYTES for h in hashes)


@pytest.mark.parametrize(
    ("date", "may", "surely"),
    [
        ("2024-02-29", True, True), ("2024-02", True, True), ("2024", True, False), ("2023", False, False),
        ("2024-03-02", False, False), ("2023-12-20/2024-01-03", True, False), (None, True, False),
        ("XXXX-02-10", True, False), ("XXXX-07-10", False, False), ("XXXX-02-29", True, False),
    ],
)  # fmt: skip
def test_partial_dates_in_a_period(date: str | None, may: bool, surely: bool) -> None:
    """A date is in a period when one of its days can be, and surely when all are."""
    period = Period.of("2024-01", "2024-03-01")
    statement = Statement("s", Span(0, 0), "en", "report", date)
    first, last = rows.days(statement)
    assert period.may_hold(date, first, last) is may
    assert period.surely_holds(date, first, last) is surely
