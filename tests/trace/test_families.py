"""Families of phrases over invented units: what is a variant of what."""

from __future__ import annotations

from onrecord.trace.families import Families


def units(words: str) -> bytes:
    """Four bytes for each word."""
    return b"".join(word.encode().ljust(4)[:4] for word in words.split())


def known(*heads: str) -> Families:
    """Families with these heads, numbered from 0."""
    families = Families()
    for number, words in enumerate(heads):
        families.add(number, units(words), words, True)
    return families


def test_the_longest_head_inside_a_phrase_takes_it() -> None:
    """A phrase that holds two heads is a variant of the longer one."""
    assert known("sea", "calm sea").head(units("the calm sea route"), "x", True) == (1, "longer")


def test_a_part_belongs_to_the_first_head_that_holds_it() -> None:
    """Of two heads with a part in common the better ranked one keeps it."""
    assert known("open calm sea", "calm sea route").head(units("calm sea"), "x", True) == (0, "part")


def test_other_inflections_have_equal_stems() -> None:
    """Stems decide before containment."""
    assert known("calm sea").head(units("calm seas"), "calm sea", True) == (0, "inflection")


def test_one_word_of_four_may_be_another() -> None:
    """Of three words none may; a phrase with two others is a phrase itself."""
    families = known("keep the calm sea", "keep calm sea")
    assert families.head(units("keep the wild sea"), "x", True) == (0, "near")
    assert families.head(units("keep wild sea"), "x", True) is None
    assert families.head(units("make the wild sea"), "x", True) is None


def test_in_chinese_one_character_of_eight_may_be_another() -> None:
    """Four characters are two words or one: there one other character is another phrase."""
    families = Families()
    families.add(0, units("a b c d"), "1", False)
    families.add(1, units("a b c d e f g h"), "2", False)
    assert families.head(units("a b x d"), "x", False) is None
    assert families.head(units("a b x d e f g h"), "x", False) == (1, "near")
