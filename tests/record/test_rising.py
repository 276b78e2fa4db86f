"""Years of a cell, and whether its latest words are stronger than all before."""

from __future__ import annotations

from onrecord.record.rising import rise, years
from onrecord.store.tally import Dated

DAYS = {1: ("2031-01-05", "2031-01-05"), 2: ("2032-03-01", "2032-03-31"), 3: ("2032-03-20", "2032-03-20"),
        4: ("2031-01-01", "2032-12-31")}  # fmt: skip
HELD = Dated(days=DAYS)


def test_years_count_texts_once_and_leave_out_what_can_be_of_two() -> None:
    """Two positions of one text are one; a text between two years, and one without a date, counts in none."""
    assert years([1, 1, 2, 3, 4, 9], HELD) == (("2031", 1), ("2032", 2))


def test_a_stronger_word_later_is_a_rise() -> None:
    """Concern, then opposition: one family, from rung 3 to rung 5."""
    found = rise({("concern", 0): [1], ("oppose", 0): [3]}, {("concern", 0): [3], ("oppose", 0): [5]}, HELD)
    assert found is not None
    assert (found.family, found.before, found.after, found.since) == ("against", 3, 5, "2032-03-20")


def test_what_is_no_rise() -> None:
    """Weaker or equal words, other families, negated acts, days that may be the same, and unknown rungs are none."""
    assert rise({("oppose", 0): [1, 3]}, {("oppose", 0): [5, 5]}, HELD) is None
    assert rise({("support", 0): [1], ("oppose", 0): [3]}, {("support", 0): [3], ("oppose", 0): [5]}, HELD) is None
    assert rise({("oppose", 1): [1, 3]}, {("oppose", 1): [3, 5]}, HELD) is None
    assert rise({("oppose", 0): [2, 3]}, {("oppose", 0): [3, 5]}, HELD) is None
    assert rise({("oppose", 0): [1, 3]}, {("oppose", 0): [0, 5]}, HELD) is None
