"""Grams of invented texts: which runs of units repeat, and what stands around them."""

from __future__ import annotations

from onrecord.text import phrases
from onrecord.text.phrases import Settings, Words
from onrecord.text.phrases.counting import Counted

SOME = Settings(least=2, most=6, own=1)


def grams(texts: list[str], counted: Counted) -> dict[str, tuple[int, int]]:
    """Texts and occurrences of each gram of two units and more, by its words."""
    found = {}
    for level in counted.levels[1:]:
        for begin, held, times in zip(level.begin.tolist(), level.texts.tolist(), level.times.tolist(), strict=True):
            text, start, end = counted.span(begin, level.size)
            found[texts[text][start:end]] = (held, times)
    return found


def brute(texts: list[str], least: int, most: int) -> dict[str, tuple[int, int]]:
    """The same for texts of lower-case words and commas, counted one by one."""
    held: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for part in text.split(","):
            words = part.split()
            for size in range(2, most + 1):
                for at in range(len(words) - size + 1):
                    held.setdefault(" ".join(words[at : at + size]), []).append(number)
    return {form: (len(set(where)), len(where)) for form, where in held.items() if len(set(where)) >= least}


def test_grams_are_those_counted_one_by_one() -> None:
    """Every run in enough texts is found with its texts and occurrences, and none crosses a comma."""
    texts = ["the calm sea route, the calm sea", "a calm sea route the calm sea route", "route the, calm sea", ""]
    assert grams(texts, phrases.count(texts, SOME)) == brute(texts, 2, 6)


def test_parts_give_what_one_sort_gives() -> None:
    """Sorting a level in several parts changes nothing but the numbers of the grams."""
    texts = ["the calm sea route, the calm sea", "a calm sea route the calm sea route", "route the, calm sea"]
    parted = Settings(least=2, most=6, part=3)
    assert grams(texts, phrases.count(texts, parted)) == grams(texts, phrases.count(texts, SOME))


def test_chinese_needs_no_words() -> None:
    """Characters are units: a phrase is found whole, through an enumeration mark, and not across a full stop."""
    texts = ["瓦方主张海路至上、港口至上。会议", "双方重申海路至上、港口至上。会议", "别的"]
    found = grams(texts, phrases.count(texts, Settings(least=2, most=10)))
    assert found["海路至上、港口至上"] == (2, 2)
    assert not any("会" in form and "上" in form for form in found)


def test_no_gram_holds_a_figure() -> None:
    """Digits are walls."""
    texts = ["plan 2040 goals of calm", "plan 2040 goals of calm"]
    assert set(grams(texts, phrases.count(texts, SOME))) == {"goals of", "of calm", "goals of calm"}


def counts(texts: list[str], form: str, words: Words = phrases.NONE) -> dict[str, int]:
    """The named counts of one gram."""
    counted = phrases.count(texts, SOME, words)
    for level in counted.levels[1:]:
        for row, begin in enumerate(level.begin.tolist()):
            text, start, end = counted.span(begin, level.size)
            if texts[text][start:end].lower() == form:
                names = (
                    "left",
                    "right",
                    "going",
                    "quoted",
                    "headed",
                    "counted",
                    "own",
                    "aimed",
                    "saying",
                    "nearby",
                    "periods",
                    "rim",
                    "titled",
                )
                return dict(zip(names, level.counts[row].tolist(), strict=True))
    raise AssertionError(form)


def test_quotation_marks_and_punctuation_are_counted() -> None:
    """A phrase between marks is quoted, also with a comma before the closing one."""
    texts = ["so the “calm sea,” he said", 'of "calm sea" only', "for calm sea.", "12 calm sea now"]
    assert counts(texts, "calm sea") == {
        "left": 2, "right": 3, "going": 1, "quoted": 2, "headed": 0, "counted": 1, "own": 4, "aimed": 0, "saying": 0,
        "nearby": 0, "periods": 1, "rim": 0, "titled": 0,
    }  # fmt: skip


def test_a_dominating_longer_gram_takes_occurrences() -> None:
    """What stands in the commonest longer gram on either side is not a phrase's own."""
    texts = ["build the calm sea", "build the calm sea", "build the calm sea", "with the calm sea", "on the calm sea"]
    assert counts(texts, "the calm sea")["own"] == 2


def test_like_texts_are_one_origin() -> None:
    """A near-copy counts as a text, not as another origin."""
    words = [f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(300)]
    text = " ".join(words)
    counted = phrases.count([text, text + " and more", " ".join(reversed(words))], SOME)
    assert counted.origin.tolist() == [0, 0, 2]


def test_nothing_gives_nothing() -> None:
    """No texts and empty texts have no grams."""
    assert not grams([""], phrases.count([""], SOME))
    assert not grams([], phrases.count([], SOME))


def test_words_beside_a_phrase_are_counted() -> None:
    """A stance before it, also with an article between, and a report after it."""
    texts = ["they oppose the calm sea", "they firmly reject calm sea", "calm sea added", "some calm sea"]
    found = counts(texts, "calm sea", Words(("oppose", "firmly reject"), ("added",), ("the",)))
    assert (found["aimed"], found["saying"]) == (2, 1)


def test_addresses_are_no_phrases() -> None:
    """What stands in an address is no phrase."""
    texts = ["see https://example.org/calm-sea/page now", "see https://example.org/calm-sea/page now"]
    assert not grams(texts, phrases.count(texts, SOME))
