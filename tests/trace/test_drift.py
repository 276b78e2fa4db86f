"""Changes of form over time."""

from __future__ import annotations

from onrecord.trace.drift import Dated, turns


def rows(*days: tuple[str, str]) -> list[Dated]:
    """A use of an origin of its own for each form and day (or year)."""
    return [
        Dated(form, day if len(day) > 4 else f"{day}-01-01", day if len(day) > 4 else f"{day}-12-31", n)
        for n, (form, day) in enumerate(days)
    ]


def test_a_form_that_comes_back_is_two_changes() -> None:
    """Each stretch has its days and its share."""
    found = turns(rows(*[(form, f"2031-{n + 1:02}-01") for n, form in enumerate("aaaabbbbaaaa")]))
    assert [(t.before.form, t.after.form, t.after.since) for t in found] == [
        ("a", "b", "2031-05-01"), ("b", "a", "2031-09-01"),
    ]  # fmt: skip


def test_two_uses_or_a_date_not_known_to_be_later_are_no_change() -> None:
    """Three origins on each side, and the days must surely follow."""
    months = [("a", "2031-01-01"), ("a", "2031-02-01"), ("a", "2031-03-01"), ("b", "2031-04-01"), ("b", "2031-05-01")]
    assert turns(rows(*months)) == ()
    assert turns(rows(*months, ("b", "2031-06-01")))
    assert turns(rows(*[("a", "2031")] * 3, *[("b", "2031-03-01")] * 3)) == ()
    assert turns(rows(*[("a", "2030")] * 3, *[("b", "2031-03-01")] * 3))


def test_forms_that_alternate_are_no_change() -> None:
    """However long they do; a single one among many does not hide a change."""
    assert turns(rows(*[(form, f"{2001 + n}") for n, form in enumerate("ab" * 10)])) == ()
    assert turns(rows(*[(form, f"{2001 + n}") for n, form in enumerate("aabbaababbab")])) == ()
    assert len(turns(rows(*[(form, f"{2001 + n}") for n, form in enumerate("aaaaabaaabbbbbbbabbbb")]))) == 1


def test_copies_of_one_origin_count_once() -> None:
    """Three copies of one text are one use."""
    copied = [Dated("b", f"2031-05-0{n}", f"2031-05-0{n}", 7) for n in (1, 2, 3)]
    assert turns([*rows(("a", "2031-01-01"), ("a", "2031-02-01"), ("a", "2031-03-01")), *copied]) == ()


def test_nothing_dated_gives_nothing() -> None:
    """No use."""
    assert turns([]) == ()
