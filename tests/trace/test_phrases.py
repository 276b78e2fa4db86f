"""The arithmetic of a trace: intervals of days, periods, shares of origins, the order of actors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.trace.phrases import NO_VOICE, By, Held, Said, Text, Trace, traced


def text(name: str, first: str | None, last: str | None = None, origin: int = 0, lang: str = "en") -> Text:
    """A text of 1,000 characters; one day unless ``last`` is given."""
    return Text(name, lang, None, "official", first, last or first, origin)


def use(of: Text, actor: str = "AA", start: int = 0) -> Said:
    """A use of "open harbours" in a text."""
    return Said(of, "open harbours", of.lang, actor, start, start + 13)


Of = Callable[..., Trace]


@pytest.fixture
def of(held: Callable[..., Held]) -> Of:
    """The trace of uses among texts."""
    known = [("en", "open harbours"), ("fr", "ports ouverts")]

    def trace(uses: list[Said], texts: list[Text], by: By = "year") -> Trace:
        return traced(("open harbours", None), known, uses, held(uses, texts, by), by)

    return trace


def test_the_earliest_use_is_an_interval_with_all_that_can_be_it(of: Of) -> None:
    """A text of some day in 2031 and one of a day in March: the earliest use lies before April, either can be it."""
    year, day, late = text("y", "2031-01-01", "2031-12-31"), text("d", "2031-03-05"), text("l", "2031-06-01")
    found = of([use(year), use(day), use(late)], [year, day, late])
    assert found.first.days == ("2031-01-01", "2031-03-05")
    assert found.first.statement == "d"
    assert found.first.candidates == ("y", "d")
    assert found.last.days == ("2031-06-01", "2031-12-31")
    assert set(found.last.candidates) == {"y", "l"}


def test_periods_count_uses_texts_and_origins_against_what_is_held(of: Of) -> None:
    """Per million characters, per text and by origin; texts in another language are not counted against."""
    texts = [text("a", "2031-01-02", origin=1), text("b", "2031-05-02", origin=1), text("c", "2031-07-02", origin=2)]
    found = of([use(texts[0]), use(texts[0], start=50), use(texts[1])], [*texts, text("x", "2031-01-01", lang="fr")])
    (period,) = found.periods
    assert (period.period, period.uses, period.texts, period.origins) == ("2031", 3, 2, 1)
    assert (period.per_million, period.per_text, period.share, period.heat) == (1000.0, 1.0, 0.5, "few")


def test_a_share_of_few_origins_has_no_word(of: Of) -> None:
    """One of one origin is not "constant"; from five origins on a share has its word."""
    texts = [text(str(n), "2031-02-03", origin=n) for n in range(5)]
    heats = [of([use(texts[0])], texts[:held]).periods[0].heat for held in (1, 4, 5)]
    assert heats == ["few", "few", "constant"]


def test_words_of_nobody_named_are_no_actor_s(of: Of) -> None:
    """They are counted beside the order of first uses, not in it."""
    texts = [text("1", "2031-02-03"), text("2", "2031-03-03")]
    found = of([use(texts[0], NO_VOICE), use(texts[1], "AA"), use(texts[1], NO_VOICE, 90)], texts)
    assert [step.actor for step in found.lineage] == ["AA"]
    assert (found.unnamed, found.langs) == (2, ("en",))


def test_a_date_that_does_not_tell_the_month_is_not_given_one(of: Of) -> None:
    """By month, a year stays a year, and a text without a date stands under no date."""
    texts = [text("m", "2031-02-03"), text("y", "2031-01-01", "2031-12-31"), text("n", None)]
    found = of([use(t) for t in texts], texts, "month")
    assert [p.period for p in found.periods] == ["2031", "2031-02", "no date"]
    assert found.undated == 1


def test_actors_come_in_the_order_of_their_first_uses(of: Of) -> None:
    """A step is surely after the one before only when its days are."""
    one, two, three = text("1", "2031-02-03"), text("2", "2031-02-01", "2031-02-28"), text("3", "2031-04-01")
    found = of([use(three, "CC"), use(two, "BB"), use(one, "AA"), use(three, "AA")], [one, two, three])
    assert [(s.actor, s.first.statement, s.surely_after) for s in found.lineage] == [
        ("AA", "1", False), ("BB", "2", False), ("CC", "3", True),
    ]  # fmt: skip


def test_without_any_date_nothing_is_said_to_be_first(of: Of) -> None:
    """Uses without dates have no first day, no lineage, and all of them can be first."""
    texts = [text("a", None), text("b", None)]
    found = of([use(t) for t in texts], texts)
    assert (found.first.days, found.starts, found.lineage) == ((None, None), (None, None), ())
    assert found.first.candidates == ("a", "b")


def test_forms_that_nobody_used_are_counted_none(of: Of) -> None:
    """Every form of the pack is listed, and the heat of a rare phrase is rare."""
    texts = [text(str(n), "2031-02-03", origin=n) for n in range(200)]
    found = of([use(texts[0])], texts)
    assert [(f.lang, f.uses) for f in found.forms] == [("en", 1), ("fr", 0)]
    assert found.periods[0].heat == "rare"
