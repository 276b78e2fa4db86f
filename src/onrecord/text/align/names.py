"""Names written as they sound: Путин and Putin, بوتين and Poutine, 特朗普 and Trump, 嘉昆 and Jiakun, or spelt alike.

Lives here: keys of sound that names share across scripts. Not here: names that are known (packs, lists). A key keeps
the consonants that transliteration keeps; vowels, doubled letters and what a script cannot tell apart are dropped.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from onrecord.knowledge import lexicons
from onrecord.text.detect import is_han

SHORTEST = 3  # consonants of a key: shorter ones meet by chance
_CYRILLIC_AS = "a b v g d e j z i y k l m n o p r s t u f h ts ch sh sh _ y _ e yu ya"
_ARABIC_AS = "a b t s j h h d z r z s sh s d t z a g f k k l m n h w y p ch v g"
_CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", _CYRILLIC_AS.split(), strict=True))
_ARABIC = dict(zip("ابتثجحخدذرزسشصضطظعغفقكلمنهويپچڤگ", _ARABIC_AS.split(), strict=True))
_SAME = (  # sounds that one of the scripts writes alike, longest first
    ("tch", "C"), ("sch", "S"), ("ch", "C"), ("sh", "S"), ("zh", "J"), ("kh", "h"), ("gh", "g"), ("ph", "f"),
    ("th", "t"), ("ck", "k"), ("dj", "J"), ("ts", "s"), ("x", "ks"), ("qu", "k"), ("q", "k"), ("c", "k"), ("w", "v"),
    ("j", "J"),     ("z", "s"), ("y", ""), ("h", ""),
)  # fmt: skip
_ALIKE = str.maketrans({"p": "b", "v": "f", "J": "g", "C": "S", "d": "t"})
_VOWELS = str.maketrans(dict.fromkeys("aeiou_'"))


@lru_cache(maxsize=100_000)
def latin(word: str) -> str:
    """A word in plain Latin letters, transliterated letter by letter; "" where a letter has none.

    >>> latin("Путин"), latin("Céleste")
    ('putin', 'celeste')
    """
    plain = "".join(
        c for c in unicodedata.normalize("NFD", word.casefold()) if unicodedata.category(c) != "Mn" or c in "̆"
    )
    plain = unicodedata.normalize("NFC", plain)
    made = [c if "a" <= c <= "z" else _CYRILLIC.get(c) or _ARABIC.get(c) or "" for c in plain]
    return "".join(made) if all(made) else ""


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """The consonants of a name as all scripts keep them; "" for what cannot be read.

    >>> sound("Путин") == sound("Putin") == sound("بوتين")
    True
    """
    plain = latin(word)
    if "\u0600" <= word[:1] <= "\u06ff":
        plain = plain[:1] + plain[1:].replace("w", "")  # a long vowel more often than a consonant
    for old, new in _SAME:
        plain = plain.replace(old, new)
    plain = plain.translate(_ALIKE).translate(_VOWELS)
    return "".join(c for i, c in enumerate(plain) if i == 0 or c != plain[i - 1])


_ARABIC_PARTICLES = ("وال", "بال", "لل", "ال", "و", "ب", "ل", "ف", "ك")


@lru_cache(maxsize=100_000)
def keys(word: str, lang: str) -> tuple[str, ...]:
    """The keys of sound under which a name can be met again; an Arabic word also without its particles.

    >>> sound("Putin") in keys("لبوتين", "ar")
    True
    """
    words = [word]
    if lang == "ar":
        words += [word.removeprefix(p) for p in _ARABIC_PARTICLES if word.startswith(p)]
    if lang == "ru":
        words += [word[:-n] for n in (1, 2) if len(word) > n + 3 and word[-1] in "аеиоуыюяйм"]
    return tuple({key for key in map(sound, words) if len(key) >= SHORTEST})


@lru_cache(maxsize=100_000)
def read(chars: str) -> str:
    """Chinese characters as pinyin without tones, run together; "" where one has no reading known.

    >>> read("嘉昆")
    'jiakun'
    """
    syllables = [lexicons.readings().get(c, "") for c in chars]
    return "".join(syllables) if all(syllables) else ""


@lru_cache(maxsize=100_000)
def han_sound(chars: str) -> str:
    """The key of a foreign name written in Chinese characters, where r is written l and final n and m meet.

    >>> han_sound("特朗普") == foreign_sound("Trump")
    True
    """
    found = ""
    for c in chars:
        syllable = lexicons.readings().get(c, "")
        if not syllable:
            return ""
        found += _onset(syllable) + ("n" if syllable.endswith(("n", "ng")) else "")
    return _once(found)


@lru_cache(maxsize=100_000)
def foreign_sound(word: str) -> str:
    """The key of a Latin name as Chinese characters would write it."""
    plain = latin(word)
    for old, new in (*_SAME[:-2], ("y", ""), ("ng", "n")):
        plain = plain.replace(old, new)
    plain = plain.translate(_HAN_ALIKE).translate(_VOWELS)
    return _once(plain)


_HAN_ALIKE = str.maketrans({"r": "l", "m": "n", "p": "b", "v": "f", "d": "t", "g": "k", "J": "S", "C": "S", "z": "s"})
_ONSETS = {
    "zh": "S", "ch": "S", "sh": "S", "j": "S", "q": "S", "x": "S", "r": "l", "m": "n", "p": "b", "w": "f", "d": "t",
    "g": "k", "c": "s", "z": "s", "y": "",
}  # fmt: skip


def _onset(syllable: str) -> str:
    if syllable in ("er", "e", "a", "o") or syllable[0] in "aeiou":
        return ""
    head = syllable[:2] if syllable[:2] in _ONSETS else syllable[0]
    return _ONSETS.get(head, head)


def _once(key: str) -> str:
    return "".join(c for i, c in enumerate(key) if i == 0 or c != key[i - 1])


def is_name_run(chars: str) -> bool:
    """True for two to seven Chinese characters that all have a reading."""
    return 2 <= len(chars) <= 7 and all(is_han(c) for c in chars)
