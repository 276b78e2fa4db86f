"""Statements of a record compared: two of them, and the captures of one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Record
from onrecord.errors import InputError
from onrecord.record import compared
from onrecord.record.comparing import Compared

ONE = """Question: Will Valdoria open the strait?

Spokesperson: Valdoria strongly condemns the closure. It will pay 300 crowns to each crew of the northern fleet.

Question: And what of the price of wheat in the islands?

Spokesperson: Wheat is a matter for the islands.
"""
OTHER = """Question: Will Valdoria open the strait?

Spokesperson: Valdoria regrets the closure. It will pay 200 crowns to each crew of the northern fleet.
"""


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """A record of two transcripts."""
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    record = Record.open(tmp_path / "record", write=True)
    record.add([tmp_path / "a.txt", tmp_path / "b.txt"], workers=1)
    return record


def test_two_statements_have_pairs_and_missing_questions(record: Record, tmp_path: Path) -> None:
    """A number is named, a question without its place in the second is listed, and places hold the words."""
    names = [record.dossier(str(tmp_path / f"{x}.txt")).statements[0].id for x in "ab"]
    (found,) = record.compare(*names)
    assert "number" in {change.kind for pair in found.pairs for change in pair.changes}
    asked = [found.one.text.sentences[n].span.of(found.one.text.chars) for n in found.unasked]
    assert asked == ["And what of the price of wheat in the islands?"]
    shaped = compared.shape(found)
    assert sum(shaped["counts"].values()) == len(found.pairs)
    assert "200" in compared.html([found])


def test_one_page_alone_needs_another_capture(record: Record, tmp_path: Path) -> None:
    """A page seen once has nothing to be compared with; seen again with other words, the change is named."""
    name = record.dossier(str(tmp_path / "a.txt")).statements[0].id
    with pytest.raises(InputError, match="no other capture"):
        record.compare(name)
    (tmp_path / "a.txt").write_text(ONE.replace("300", "500"), encoding="utf-8")
    record.add([tmp_path / "a.txt"], workers=1)
    (found,) = record.compare(name)
    assert [(c.kind, c.a_words, c.b_words) for p in found.pairs for c in p.changes] == [("number", "300", "500")]


def test_two_statements_are_aligned_with_their_words(record: Record, tmp_path: Path) -> None:
    """`Record.align` gives beads of sentence numbers whose places are code points of the statement's text."""
    names = [record.dossier(str(tmp_path / f"{x}.txt")).statements[0].id for x in "ab"]
    found = record.align(*names, ordered=False)
    chars = record.show(names[0]).text.chars
    places = [chars[at : at + len(words)] for at, words in zip(found.one.starts, found.one.sentences, strict=True)]
    assert places == list(found.one.sentences)
    pairs = [(found.one.sentences[b.one[0]], found.other.sentences[b.other[0]]) for b in found.alignment.pairs]
    assert ("Question: Will Valdoria open the strait?",) * 2 in pairs
    assert found.words(found.alignment.pairs[0])


def test_three_statements_are_compared_with_the_first(record: Record, tmp_path: Path) -> None:
    """Of several statements the first is compared with each of the others."""
    names = [record.dossier(str(tmp_path / f"{x}.txt")).statements[0].id for x in "ab"]
    found = record.compare(names[0], names[1], names[0])
    assert [(c.one.statement.id, c.other.statement.id) for c in found] == [(names[0], n) for n in (names[1], names[0])]
    assert found[1].count("kept") == len(found[1].pairs)


SAID_ZH = """瓦尔多利亚外交部发言人就北部海峡问题答记者问
2025年3月12日

问：据报道，特沙尔计划在北部海峡新建7座灯塔。瓦方对此有何评论？

答：瓦方对特方的单方面行动表示严重关切。瓦方敦促特方立即停止在争议岛屿建设灯塔。我们已经向特方提出严正交涉。

2024年，两国共同处理了38起海上事件。瓦方愿通过对话协商解决分歧。任何国家都不应把航行合作变成政治工具。
"""
TOLD_EN = """Valdoria protests against lighthouses in strait
By Ada Marsh, Corvane Times, March 13, 2025

"No country should turn cooperation on navigation into a political tool," a spokesperson of the foreign ministry said.

"Valdoria is seriously concerned about the unilateral action of Teshar," she told reporters.

Wheat was little changed. The price of copper rose 2 percent on Thursday, and banks expect a quiet week.
"""


def test_a_report_in_another_language_has_its_own_order(tmp_path: Path) -> None:
    """A report gives some sentences in its own order: these are pairs, all others are dropped or added."""
    (tmp_path / "a.txt").write_text(SAID_ZH, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TOLD_EN, encoding="utf-8")
    record = Record.open(tmp_path / "record", write=True)
    record.add([tmp_path / "a.txt", tmp_path / "b.txt"], workers=1)
    names = [record.dossier(str(tmp_path / f"{x}.txt")).statements[0].id for x in "ab"]
    (found,) = record.compare(*names)

    def words(side: Compared, numbers: tuple[int, ...]) -> str:
        return " ".join(side.text.sentences[n].span.of(side.text.chars) for n in numbers)

    pairs = {words(found.other, p.other): words(found.one, p.one) for p in found.pairs if p.one and p.other}
    assert next(a for b, a in pairs.items() if b.startswith('"No country')).startswith("任何国家")
    assert next(a for b, a in pairs.items() if "seriously" in b).startswith("瓦方对特方的单方面行动")
    added = [words(found.other, p.other) for p in found.pairs if p.kind == "added"]
    assert any("copper" in one for one in added)
    assert any("Wheat" in one for one in added)
    assert any("38" in words(found.one, p.one) for p in found.pairs if p.kind == "dropped")
