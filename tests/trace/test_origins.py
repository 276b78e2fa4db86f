"""Origins: which texts fold into which, by passages, sizes and days."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.trace.origins import Origins, Said, origins

Span = tuple[int, int, int, int, int, int]


def fold(sizes: list[int], days: list[int], spans: list[Span], likeness: list[int] | None = None) -> Origins:
    """Texts of these sizes and whole days (0: not known) that share these stretches."""
    day = np.array(days, np.int64)
    like = np.array(likeness or range(1, len(sizes) + 1), np.int64)
    return origins(Said(np.array(sizes, np.int64), day, day, like), np.array(spans, np.int64).reshape(-1, 6))


def reasons(found: Origins) -> set[tuple[int, int, str]]:
    """Which text leans on which, and why."""
    return {(lean.one, lean.other, lean.why) for lean in found.leans}


def test_a_copy_folds_into_the_earlier_text() -> None:
    """Two texts that share nearly all are one origin, and the later one is the copy."""
    found = fold([1000, 980], [20310402, 20310401], [(0, 0, 500, 1, 0, 500), (0, 510, 960, 1, 505, 960)])
    assert reasons(found) == {(0, 1, "copy")}
    assert found.of.tolist() == [1, 1]


def test_a_later_short_report_leans_on_its_source() -> None:
    """A report most of which stands in an earlier, longer text folds; one with less does not."""
    spans = [(0, 300, 520, 1, 10, 230), (0, 900, 1050, 2, 0, 150)]
    found = fold([9000, 300, 400], [20310401, 20310402, 20310402], spans)
    assert reasons(found) == {(1, 0, "report")}
    assert found.of.tolist() == [0, 0, 2]


def test_a_round_up_does_not_join_what_it_quotes() -> None:
    """Two earlier statements that stand whole in a later, longer text stay two origins, and so does that text."""
    spans = [(0, 0, 400, 2, 100, 500), (1, 0, 400, 2, 900, 1300)]
    found = fold([400, 400, 3000], [20310401, 20310402, 20310403], spans)
    assert found.of.tolist() == [0, 1, 2]


def test_without_dates_the_shorter_leans_on_the_longer() -> None:
    """Where the days are not known or the same, an excerpt is the shorter text."""
    for day in (0, 20310401):
        found = fold([300, 5000], [day, day], [(0, 0, 300, 1, 40, 340)])
        assert reasons(found) == {(0, 1, "excerpt")}


def test_overlapping_passages_are_counted_once() -> None:
    """The same stretch given twice covers no more than once."""
    found = fold([1000, 1000], [0, 0], [(0, 0, 500, 1, 0, 500), (0, 10, 510, 1, 20, 510)])
    assert reasons(found) == set()


def test_equal_words_fold_without_any_passage() -> None:
    """Texts too short for passages fold when their words are the same."""
    found = fold([20, 20, 20], [20310403, 20310401, 20310402], [], [7, 7, 8])
    assert reasons(found) == {(0, 1, "same words")}


def test_copies_of_copies_are_one_origin() -> None:
    """A chain folds into its first text, whichever side a pair names first."""
    spans = [(2, 0, 900, 1, 0, 900), (0, 0, 900, 1, 0, 900)]
    found = fold([900, 900, 900], [20310401, 20310402, 20310403], spans)
    assert found.of.tolist() == [0, 0, 0]


@pytest.mark.parametrize("count", [0, 3])
def test_texts_that_share_nothing_stay_apart(count: int) -> None:
    """Each is its own origin."""
    assert fold([5] * count, [0] * count, []).of.tolist() == list(range(count))
