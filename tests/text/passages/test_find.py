"""Passages that texts share: places on both sides, edits, scripts, many copies."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest

from onrecord.text import passages
from onrecord.text.passages import Passage, Settings, Telling
from onrecord.text.passages.settings import ALONE, WORD

TIDE = "The Harbour Council of Valdoria will not accept any rule that closes the northern strait to fishing boats"


def words(seed: int, count: int) -> list[str]:
    """Words of no language, no two texts alike."""
    source = random.Random(seed)
    return ["".join(source.choice("abcdefghijklmnop") for _ in range(source.randint(3, 9))) for _ in range(count)]


def around(seed: int, middle: str) -> tuple[str, int]:
    """A text of its own words with ``middle`` in it, and where that begins."""
    before, after = " ".join(words(seed, 40)) + ". ", ". " + " ".join(words(seed + 1000, 40))
    return before + middle + after, len(before)


def only(texts: list[str], settings: Settings = passages.DEFAULT) -> Passage:
    """The one passage that two texts share."""
    found = list(passages.find(texts, settings))
    assert len(found) == 1
    return found[0]


def test_a_passage_has_exact_places_in_both_texts() -> None:
    """What two texts share is found to the character on both sides."""
    (one, at), (other, there) = around(1, TIDE), around(2, TIDE)
    found = only([one, other])
    assert (found.a, found.b) == (0, 1)
    assert (found.a_start, found.a_end) == (at, at + len(TIDE))
    assert (found.b_start, found.b_end) == (there, there + len(TIDE))


@pytest.mark.parametrize(
    "changed",
    [
        TIDE.replace("any", "a single"),
        TIDE.replace("northern ", ""),
        TIDE.replace("closes", "now closes"),
        TIDE.upper(),
        TIDE.replace(" ", "\n"),
        TIDE.replace("will not", "“will not”"),
    ],
)
def test_words_changed_lost_or_added_do_not_end_a_passage(changed: str) -> None:
    """A passage goes on over edits inside it, and case, line ends and marks are no edits."""
    (one, at), (other, _) = around(1, TIDE), around(2, changed)
    found = only([one, other])
    assert (found.a_start, found.a_end) == (at, at + len(TIDE))
    assert other[found.b_start : found.b_end].strip("“”") == changed


def test_han_characters_need_no_spaces_and_no_script() -> None:
    """Simplified and traditional characters meet, with places of each text."""
    one = "第一段说的是别的事情。" + "瓦方坚决反对任何关闭北部海峡的单边措施" + "。然后讲天气。"
    other = "另外一篇文章。" + "瓦方堅決反對任何關閉北部海峽的單邊措施" + "，記者說。"
    found = only([one, other])
    assert one[found.a_start : found.a_end] == "瓦方坚决反对任何关闭北部海峡的单边措施"
    assert other[found.b_start : found.b_end] == "瓦方堅決反對任何關閉北部海峽的單邊措施"


def test_one_setting_serves_mixed_text() -> None:
    """A passage may hold both kinds of script."""
    said = "瓦方提出 Blue Harbour 倡议并邀请各国参加 Ocean Data Forum 会议"
    one, other = f"甲。{said}。完。", f"又一篇：{said}！"
    found = only([one, other])
    assert one[found.a_start : found.a_end] == other[found.b_start : found.b_end] == said


@pytest.mark.parametrize(
    "changed",
    [
        "升级 Blue Harbour Monitor 后可查看 tides.example 数据",
        "升级BlueHarbourMonitor后可查看tides.example数据",
        "升级 Blue Harbur Monitor 后可查看 tides-exampel 数据",
    ],
)
def test_words_among_characters_that_stand_alone_meet_letter_by_letter(changed: str) -> None:
    """Lost spaces and mistyped letters do not end a passage of Chinese text that is half Latin letters."""
    one, other = "甲。升级 Blue Harbour Monitor 后可查看 tides.example 数据。完。", f"又一篇：{changed}！"
    found = only([one, other])
    assert one[found.a_start : found.a_end] == "升级 Blue Harbour Monitor 后可查看 tides.example 数据"
    assert other[found.b_start : found.b_end] == changed


def test_a_sentence_of_words_inside_chinese_text_meets_an_english_text() -> None:
    """Eight words with spaces are prose and stay words, whatever stands around them."""
    found = only([around(1, TIDE)[0], f"发言人说：“{TIDE}”。会议结束。"])
    assert found.a_end - found.a_start == found.b_end - found.b_start == len(TIDE)


def test_a_number_or_name_of_letters_differs_as_a_whole() -> None:
    """What tells two sides apart is named from its first letter to its last."""
    said = "瓦方升级 Monitor 系统至版本 20231 并通知各国"
    for changed, what, word in (("20231", "number", "20213"), ("Monitor", "name", "Mirror")):
        one, other = f"甲。{said}。", f"乙：{said.replace(changed, word)}！"
        found = only([one, other])
        assert found.what == what
        assert one[found.a_from : found.a_to] == changed
        assert other[found.b_from : found.b_to] == word


def test_a_name_weighs_as_letters_about_what_it_weighs_as_words() -> None:
    """The score that others judge by does not grow with the length of words in Chinese text."""
    said = "主旨发言人 Blue Harbour Monitor 与 Ocean Data Forum 的代表"
    as_words = 9 * ALONE + 6 * WORD
    assert abs(only([f"甲。{said}。", f"乙：{said}！"]).score - as_words) <= 3


def test_a_word_cut_into_letters_has_the_value_of_the_word() -> None:
    """Whoever compares words finds in mixed text what whole words would be."""
    for chars in ("we don't", "iPhone16 升级", "Ärger 5G 港"):
        whole, cut = passages.units([chars], passages.WORDS), passages.units([chars], passages.LETTERS)
        made, unit = passages.words(cut.value, cut.kind)
        assert made.tolist() == whole.value.tolist()
        assert cut.start[unit].tolist() == whole.start.tolist()


def test_apostrophes_stand_inside_a_word() -> None:
    """Typographic apostrophes, straight ones and none make one word."""
    said = "we don’t think it’s the council’s task to name the ships that pass here"
    (one, _), (other, there) = around(5, said), around(6, said.replace("’", "'"))
    assert only([one, other]).b_start == there


def test_texts_that_share_only_a_turn_of_phrase_share_no_passage() -> None:
    """A few common words in a row are no passage."""
    one, other = around(1, "on the other hand")[0], around(2, "on the other hand")[0]
    assert not len(passages.find([one, other]))


def test_passages_in_another_order_are_each_found() -> None:
    """Two passages that change places are two pairs."""
    second = "Its ministry of ocean data invited every neighbour to a forum in the spring of next year"
    one = f"{around(1, TIDE)[0]} {around(3, second)[0]}"
    other = f"{around(5, second)[0]} {around(7, TIDE)[0]}"
    found = list(passages.find([one, other]))
    assert {one[f.a_start : f.a_end] for f in found} == {TIDE, second}
    assert all(one[f.a_start : f.a_end] == other[f.b_start : f.b_end] for f in found)


def test_a_passage_never_reaches_over_the_end_of_a_text() -> None:
    """Texts that stand side by side stay apart."""
    first, second = TIDE[:50], TIDE[50:]
    assert not [f for f in passages.find([first, second, TIDE]) if f.b_end - f.b_start > 60]


def test_many_copies_cost_a_chain_and_not_every_pair() -> None:
    """A copy with ``cap`` copies before it is joined to the last of them only."""
    texts = [around(seed, TIDE)[0] for seed in range(50, 80)]
    found = list(passages.find(texts, Settings(cap=8)))
    few = set(combinations(range(8), 2))
    assert {(f.a, f.b) for f in found} == few | set(pairwise(range(7, len(texts))))


def test_no_text_and_empty_texts_share_nothing() -> None:
    """Nothing in, nothing out."""
    assert not len(passages.find([]))
    assert not len(passages.find(["", "…", "\n"]))


def test_planted_passages_are_found_with_their_places() -> None:
    """Forty passages of 25 words with two words changed are all found, with no other pair."""
    source = random.Random(7)
    texts, truth = [], set()
    for number in range(40):
        said = words(900 + number, 25)
        copy = list(said)
        for place in (8, 16):
            copy[place] = "changed" + copy[place]
        for form in (said, copy):
            texts.append(around(number * 10 + len(texts), " ".join(form))[0])
        truth.add((2 * number, 2 * number + 1))
    order = source.sample(range(len(texts)), len(texts))
    found = passages.find([texts[i] for i in order])
    pairs = {(min(order[f.a], order[f.b]), max(order[f.a], order[f.b])) for f in found}
    assert pairs == truth
    assert all(f.a_end - f.a_start > 100 for f in found)


@pytest.mark.parametrize(
    ("changed", "what", "word"),
    [
        (TIDE, "", ""),
        (TIDE.replace("closes", "shuts"), "", ""),
        (TIDE.replace("will not", "will"), "negation", "not"),
        (TIDE.replace("Valdoria", "Teshar"), "name", "Valdoria"),
        (TIDE.replace("the northern", "the 12 northern"), "number", ""),
    ],
)
def test_templates_with_another_fact_are_told_apart(changed: str, what: str, word: str) -> None:
    """A number, a name or a negation that only one side has is named with its place; another word is not."""
    one, other = around(1, TIDE)[0], around(2, changed)[0]
    (found,) = passages.find(
        [one, other],
        telling=Telling(
            (
                "not",
                "no",
                "不",
            )
        ),
    )
    assert found.what == what
    assert one[max(found.a_from, 0) : max(found.a_to, 0)] == word


def test_chinese_templates_with_another_number_or_negation_differ() -> None:
    """Digits, numerals and 不 tell two sentences apart."""
    said = "瓦方不同意在北部海峡设立第三个观测站并将于5月举行会议"
    for changed, what in (
        (said.replace("5", "6"), "number"),
        (said.replace("三", "四"), "number"),
        (said.replace("不", ""), "negation"),
    ):
        (found,) = passages.find([f"甲。{said}。", f"乙乙：{changed}！"], telling=Telling(("不",)))
        assert found.what == what
