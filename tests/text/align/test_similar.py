"""Likeness of whole texts and its margin; alignment in any order. The texts are invented."""

from __future__ import annotations

import numpy as np

from onrecord.text.align import Settings, align, best_pairs, lexicon, likeness, margins

CHINESE = [
    "外交部发言人宣布,部长将于三月访问首都。双方将签署贸易协议。",
    "教育部公布了2031年的学校预算。教师工资将提高百分之五。",
    "科学家在北部发现了新的岛屿。研究人员将继续调查海洋气候。",
]
ENGLISH = [
    "Scientists discovered a new island in the north. Researchers will go on to investigate the ocean climate.",
    "The foreign ministry spokesperson announced that the minister will visit the capital in March. Both sides will"
    " sign a trade agreement.",
    "The education ministry published the school budget for 2031. Wages of teachers will rise by 5 percent.",
    "The museum is closed on Mondays.",
]


def test_versions_find_each_other() -> None:
    """The translation of a text is its likest, with a margin; a text without one stays alone."""
    like = likeness(CHINESE, ENGLISH, lexicon(("zh", "en")))
    assert like.argmax(axis=1).tolist() == [1, 2, 0]
    assert {(i, j) for i, j, _ in best_pairs(like)} == {(0, 1), (1, 2), (2, 0)}
    assert margins(like)[0, 1] > 2 > 1 > margins(like)[0, 3]


def test_nothing_is_like_nothing() -> None:
    """Empty heaps have no pairs."""
    assert likeness([], ENGLISH, lexicon(("zh", "en"))).shape == (0, 4)
    assert best_pairs(np.zeros((0, 4), np.float32)) == []


def test_a_report_may_change_the_order() -> None:
    """Without order, each sentence finds its own wherever it stands, and what the report adds stays alone."""
    one = ["外交部发言人宣布,部长将于三月访问首都。", "教师工资将提高百分之五。", "科学家在北部发现了新的岛屿。"]
    other = [ENGLISH[0].partition(". ")[0] + ".", "Wages of teachers will rise by 5 percent.", ENGLISH[3]]
    found = align(one, other, lexicon(("zh", "en")), Settings(ordered=False))
    assert [(b.one, b.other) for b in found.beads] == [((0,), ()), ((1,), (1,)), ((2,), (0,)), ((), (2,))]
