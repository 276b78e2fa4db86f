"""The words by which people and offices are looked up.

Lives here: how a name becomes a key, and whether one is part of another. Not here: who anybody is (``cast``).
"""

from __future__ import annotations

from onrecord.knowledge import Language

LONGEST = 5


def title_forms(title: str) -> tuple[str, ...]:
    """A title as printed, and without its article."""
    plain = " ".join(title.split())
    return tuple(dict.fromkeys((plain, plain.removeprefix("the ").removeprefix("The "))))


def title_ends(title: str, language: Language | None) -> list[str]:
    """The ends of a title that are titles of two words and more ("prime minister" of "Lusenian Prime Minister"); none
    where no spaces set words apart."""
    if language is None or not language.spaced:
        return []
    words, speech = key(title).split(" "), language.speech
    head = next((i for i, w in enumerate(words) if i and (w in speech.stops or w in speech.joins)), len(words))
    return [
        " ".join(words[i:head]) for i in range(max(0, head - LONGEST), head - 1) if words[head - 1] in speech.offices
    ]


def key(name: str) -> str:
    """Small letters, one space between words."""
    return " ".join(name.lower().split())


def last_word(name: str) -> str:
    """The surname, where it stands last."""
    return name.rsplit(" ", 1)[-1]


def is_part(name: str, full: str) -> bool:
    """True when every word of ``name`` is a word of ``full`` (case aside)."""
    words = set(key(full).split(" "))
    return all(w in words for w in key(name).split(" ")) or (len(name) > 1 and key(name) in key(full).split("·"))


def nominatives(name: str, language: Language | None) -> list[str]:
    """What a name in another case may be by itself ("М.В.Тавренковой" -> "М.В.Тавренкова"), likelier forms first."""
    pairs = language.speech.nominatives if language is not None else ()
    return [name.removesuffix(ending) + alone for ending, alone in pairs if name.endswith(ending)]
