"""Forms of a name that a dictionary does not list: Russian cases of a noun, Arabic article, particles and endings.

Lives here: making forms from one listed form, for names whose stem would meet other words ("Того" is Togo and "that").
Not here: stems (``fold``), names (packs).
"""

from __future__ import annotations

from functools import cache

_RUSSIAN = (  # ending of the listed form, endings of its cases
    ("ия", ("ии", "ию", "ией")),
    ("я", ("и", "ю", "ей", "е")),
    ("а", ("ы", "и", "у", "ой", "е")),
    ("й", ("я", "ю", "ем", "е")),
    ("ь", ("я", "и", "ю", "ем", "ью", "е")),
    ("ы", ("", "ам", "ами", "ах")),
)
_CASES_OF_CONSONANTS = ("а", "у", "ом", "е")
_VOWELS = "аеёиоуыэюяй"
_ARTICLE = "ال"
_BEFORE_ARTICLE = ("ال", "وال", "بال", "كال", "فال", "لل", "ولل")
_BEFORE_NOUN = ("", "و", "ل", "ب", "ف", "ك", "ول", "وب")
_FOLDED_ENDINGS = ("ه", "ين", "ون", "ان", "ات")
_ENDINGS = ("", "ة", "ين", "ون", "ان", "ات")


def russian_forms(name: str) -> tuple[str, ...]:
    """A noun of one word in all cases; anything else (abbreviations, indeclinable and longer names) as it stands.

    >>> russian_forms("Китай")
    ('Китай', 'Китая', 'Китаю', 'Китаем', 'Китае')
    >>> russian_forms("США"), russian_forms("Чили")
    (('США',), ('Чили',))
    """
    if " " in name or name.isupper() or len(name) < 3:
        return (name,)
    for ending, others in _RUSSIAN:
        if name.endswith(ending):
            return (name, *(name.removesuffix(ending) + other for other in others))
    return (name, *(name + case for case in _CASES_OF_CONSONANTS)) if name[-1] not in _VOWELS else (name,)


def arabic_forms(name: str, *, adjective: bool = False) -> tuple[str, ...]:
    """A name with the particles written to it, an adjective also with its article and endings.

    >>> "للصين" in arabic_forms("الصين"), "وروسيا" in arabic_forms("روسيا")
    (True, True)
    >>> "والأمريكية" in arabic_forms("أمريكي", adjective=True)
    True
    """
    if adjective and " " not in name:
        return tuple(before + name + end for end in _ENDINGS for before in (*_BEFORE_NOUN, *_BEFORE_ARTICLE))
    if name.startswith(_ARTICLE):
        return tuple(before + name.removeprefix(_ARTICLE) for before in _BEFORE_ARTICLE)
    return tuple(before + name for before in _BEFORE_NOUN)


@cache
def arabic_root(word: str, *, adjective: bool = False) -> str:
    """What all ``arabic_forms`` of a folded word have in common, cut too far rather than not far enough: words of one
    root are to be compared in full.

    >>> {arabic_root(form) for form in arabic_forms("الصين")} == {arabic_root("صين")}
    True
    >>> arabic_root("الفرنسي", adjective=True) == arabic_root("فرنسي", adjective=True)
    True
    """
    cut = True
    while cut:
        cut = False
        for before in ("ال", "بال", "كال", "لل", "و", "ف", "ب", "ك", "ل"):
            if word.startswith(before) and len(word) > len(before) + 1:
                word, cut = word.removeprefix(before), True
                break
    for end in _FOLDED_ENDINGS if adjective else ():
        if word.endswith(end) and len(word) > len(end) + 1:
            return word.removesuffix(end)
    return word
