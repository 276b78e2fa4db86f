"""Line ends that part no words; `_` stands for those read over."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.text import phrases
from onrecord.text.phrases.marks import looks_for
from onrecord.text.phrases.wraps import wrapped

ENGLISH = "the harbour of Velmora stays open to the ships of all\nthe ports of the strait and of the north\n"
CHINESE = "瓦尔多利亚各港口将继续向所有渔船开放北部海\n峡，并坚持互利共赢的原则，推动各方共同发展合\n作。"
ARABIC = "اتفق الوزيران على حماية المصايد البحرية وتعزيز\nالتعاون في الملاحة الآمنة بين الموانئ والدول في\nالشمال."


def seen(*texts: str) -> str:
    """The texts with what is read over, a stroke after each."""
    chars = "\0".join([*texts, ""])
    codes = np.frombuffer(chars.encode("utf-32-le"), np.uint32)
    within = set(wrapped(codes, looks_for(codes)).tolist())
    return "".join("_" if at in within else char for at, char in enumerate(chars)).replace("\0", "|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, ENGLISH.replace("all\nthe", "all_the")),
        (ENGLISH.replace("\n", " \r\n  ", 1), ENGLISH.replace("all\nthe", "all \r_  the")),
        (CHINESE, CHINESE.replace("\n", "_")),
        (ARABIC, ARABIC.replace("\n", "_")),
        (f"北部海峡的开放\n{CHINESE}", "北部海峡的开放\n" + CHINESE.replace("\n", "_")),
    ],
)
def test_a_broken_line_reads_on(text: str, expected: str) -> None:
    """Full lines of a paragraph, in scripts with capitals and without; a short heading above them stays apart."""
    assert seen(text) == expected + "|"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH.replace("\n", "\n\n", 1),
        ENGLISH.replace("all\nthe", "all\nThe"),
        ENGLISH.replace("all\n", "all.\n"),
        ENGLISH.replace("\nthe", "\n- the"),
        "open trade\nfair fishing\nsafe charts",
        "维护北部海峡的开放\n保护渔业资源和海洋环境\n推动互利共赢",
        "\n",
        "",
    ],
)
def test_what_stands_apart_stays_apart(text: str) -> None:
    """Blank lines, sentences, marks of a list, short lines."""
    assert seen(text, text) == f"{text}|{text}|"


def test_a_text_takes_no_measure_from_the_one_before() -> None:
    """A line's length is counted in its own text."""
    assert seen("a" * 300, "open trade\nfair fishing") == "a" * 300 + "|open trade\nfair fishing|"


def test_a_phrase_is_counted_over_line_ends() -> None:
    """The same grams with their lines broken as without."""
    texts = [f"{ENGLISH} {n} boats sail with number {n * 7} to the port." for n in range(6)]
    broken, whole = (phrases.count(some) for some in (texts, [one.replace("\n", " ") for one in texts]))
    assert [level.texts.tolist() for level in broken.levels] == [level.texts.tolist() for level in whole.levels]
    apart = phrases.count([one.replace("all\n", "all\n\n") for one in texts])
    assert sum(len(level.texts) for level in apart.levels) < sum(len(level.texts) for level in whole.levels)
