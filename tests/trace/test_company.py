"""What a phrase was usually said together with, over invented uses."""

from __future__ import annotations

from onrecord.trace.company import Beside, Parted, parted


def uses(together: int, alone: int, words: str = "and calm northern waters", lang: str = "en") -> list[Beside]:
    """A use a day: first with the words after it, then without."""
    some = [Beside("we want the", words if n < together else "by itself", f"2031-{n // 28 + 1:02}-{n % 28 + 1:02}",
                   f"2031-{n // 28 + 1:02}-{n % 28 + 1:02}", n, lang) for n in range(together + alone)]  # fmt: skip
    return some[::-1]


def test_words_that_went_away_are_told_with_their_thresholds() -> None:
    """The longest words, the last day together, how many origins before and after, what would be expected."""
    assert parted(uses(6, 5)) == (Parted("calm northern waters", "en", "2031-01-06", 6, 6, 5, 5.0),)


def test_fewer_origins_than_the_thresholds_are_not_told() -> None:
    """Four origins together, four later ones, or words in less than half of the uses say nothing."""
    assert not parted(uses(4, 20))
    assert not parted(uses(6, 4))
    rare = [one if n % 3 == 0 else Beside("", "", one.first_day, one.last_day, one.origin, "en")
            for n, one in enumerate(uses(18, 40))]  # fmt: skip
    assert not parted(rare)


def test_copies_of_one_origin_count_once() -> None:
    """Ten texts of one origin are no usual company."""
    assert not parted([Beside(o.before, o.after, o.first_day, o.last_day, 0, "en") for o in uses(10, 20)])


def test_a_day_that_may_be_earlier_does_not_count_as_later() -> None:
    """Uses known by their year alone can lie before the last use together."""
    vague = [Beside(o.before, o.after, "2031-01-01", "2031-12-31", o.origin, "en") if o.after == "by itself" else o
             for o in uses(6, 30)]  # fmt: skip
    assert not parted(vague)


def test_chinese_words_are_runs_of_characters() -> None:
    """No segmenter is needed; grammar at the ends is left out."""
    (one,) = parted(uses(8, 8, "和东港安宁原则。", "zh"))
    assert (one.words, one.when) == ("东港安宁原则", "2031-01-08")
