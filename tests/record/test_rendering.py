"""Renderings of a phrase in linked translations: found, dated, told apart, accepted and replayed."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from onrecord import Record, judge
from onrecord.errors import InputError
from onrecord.reasons import Unapplied

PHRASE = "同舟共灯"
CHINESE = (
    "政府坚决反对新的出口限制。", "这些限制损害{n}个国家之间的贸易。", "双方签署了{n}项能源和农业协议。",
    "政府将采取必要措施保护其企业。", "科学技术应当服务于和平。", "去年我们修建了{n}座学校和医院。",
)  # fmt: skip
ENGLISH = (
    "The government firmly opposes the new export restrictions.",
    "These restrictions harm trade between {n} countries.",
    "Both sides signed {n} agreements on energy and agriculture.",
    "The government will take the necessary measures to protect its companies.",
    "Science and technology should serve peace.", "Last year we built {n} schools and hospitals.",
)  # fmt: skip
HOLDING = (
    ("我们坚持{p}的原则。", "We hold to the principle of {f}."),
    ("{p}关系到每一个港口。", "Every port depends on {f}."),
    ("没有{p}，就没有贸易。", "Without {f} there is no trade."),
)
FORMS = ("joint lamps",) * 3 + ("shared lanterns",) * 3


def rows(forms: tuple[str, ...]) -> list[dict[str, str]]:
    """A statement and its translation a month; the translation has the form of that month."""
    made = []
    for n, form in enumerate(forms):
        order = random.Random(n).sample(range(6), 5)
        chinese, english = ([text[i].format(n=12 + 7 * n + i) for i in order] for text in (CHINESE, ENGLISH))
        held = HOLDING[n % 3]
        chinese.insert(2, held[0].format(p=PHRASE))
        english.insert(2, held[1].format(f=form))
        day, outlet = f"2031-{n + 1:02}-0", "Island Post" if n % 2 else "Valdoria Herald"
        made.append({"id": f"zh{n}", "date": day + "4", "text": "".join(chinese), "publisher": "Lanzou Ministry"})
        made.append({"id": f"en{n}", "date": day + "5", "text": " ".join(english), "publisher": outlet})
    return made


def fill(folder: Path, forms: tuple[str, ...]) -> Path:
    """A record of these statements, linked."""
    file = folder / "rows.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows(forms)), encoding="utf-8")
    with Record.open(folder / "record", write=True) as held:
        held.add([file], workers=1)
        assert sum(link.kind == "translation" for link in held.links()) == len(forms)
    return folder / "record"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Three months of one rendering, then three of another."""
    return fill(tmp_path, FORMS)


def test_renderings_have_receipts_outlets_and_their_turn(record: Path) -> None:
    """Each rendering with its pairs, the characters on both sides, who printed it, and when one gave way."""
    with Record.open(record) as held:
        (found,) = held.renderings(PHRASE)
        chars = {one.id: held.dossier(one.id).text.chars for one in held.statements()}
    assert (found.lang, found.into, found.pairs, found.translations, found.unanswered) == ("zh", "en", 6, 6, 0)
    assert [(one.form, one.pairs, one.known) for one in found.found] == [
        ("joint lamps", 3, False), ("shared lanterns", 3, False),
    ]  # fmt: skip
    for one in found.found:
        for place in one.places:
            assert chars[place.one][place.start : place.end] == PHRASE
            assert chars[place.other][place.other_start : place.other_end] == one.form
    assert [(c.key, c.uses) for c in found.found[0].outlets] == [("Valdoria Herald", 2), ("Island Post", 1)]
    assert found.found[0].first.days == ("2031-01-05", "2031-01-05")
    (turn,) = found.turns
    assert (turn.before.form, turn.before.until, turn.after.form, turn.after.since) == (
        "joint lamps", "2031-03-05", "shared lanterns", "2031-04-05",
    )  # fmt: skip


def test_forms_side_by_side_are_no_change(tmp_path: Path) -> None:
    """Two renderings that alternate are told with their dates, and no change is."""
    with Record.open(fill(tmp_path, ("joint lamps", "shared lanterns") * 3)) as held:
        (found,) = held.renderings(PHRASE)
    assert [one.pairs for one in found.found] == [3, 3]
    assert found.turns == ()


def test_an_accepted_rendering_is_counted_for_its_formulation(record: Path) -> None:
    """Its places are marked with the formulation's id, in held texts and after relabelling; an undo takes them back."""
    with Record.open(record, write=True) as held:
        with pytest.raises(InputError, match="accept it first"):
            held.judge_formulation("joint lamps", "Ana", renders=PHRASE)
        own = held.judge_formulation(PHRASE, "Ana")
        id = judge.phrase_id("zh", PHRASE)
        made = held.judge_formulation("joint lamps", "Ana", renders=PHRASE)
        assert (made.entity, made.detail, own.entity) == (id, "en", None)
        assert {ruling.reason for ruling in held.judgements()} == {""}
        for name in (PHRASE, id, "joint lamps"):
            traced = held.trace(name)
            assert traced is not None
            assert [(one.lang, one.form, one.uses) for one in traced.forms] == [
                ("en", "joint lamps", 3), ("zh", PHRASE, 6),
            ]  # fmt: skip
        (found,) = held.renderings(PHRASE)
        assert {(one.form, one.known) for one in found.found} == {("joint lamps", True), ("shared lanterns", False)}
        assert len(held.renderings()) > 0
        list(held.relabel(workers=1))
        held.reindex_passages()
        assert held.renderings(PHRASE) == [found]
        held.undo(made.id, "Ana")
        traced = held.trace(PHRASE)
        assert traced is not None
        assert [one.form for one in traced.forms] == [PHRASE]
        assert held.judgements()[1].reason == Unapplied.UNDONE
        assert list(held.check()) == []


def test_a_rendering_of_a_pack_formulation_is_counted_for_it(record: Path) -> None:
    """The trace of the pack's formulation has the new form, and the form's trace is the formulation's."""
    with Record.open(record, write=True) as held:
        held.judge_formulation("shared lanterns", "Ana", renders="坚决反对")
        traced = held.trace("shared lanterns")
        assert traced is not None
        assert traced.formulation == "firmly-oppose"
        forms = {one.form for one in traced.forms if one.uses}
        assert "shared lanterns" in forms
        assert "坚决反对" in forms


def test_nothing_linked_gives_nothing(record: Path) -> None:
    """Words that no translation holds, and a language that none is in."""
    with Record.open(record) as held:
        assert held.renderings("灯塔与风") == []
        assert held.renderings(PHRASE, into="fr") == []
        assert [(one.lang, one.into) for one in held.renderings("shared lanterns")] == [("en", "zh")]
