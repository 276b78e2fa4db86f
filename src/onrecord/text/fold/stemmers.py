"""Stems of folded tokens, for the languages that have them.

Lives here: the stem view. Not here: folding (``characters``), tokens (``views``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

import snowballstemmer

from onrecord.text.fold.characters import SPACE, fold_exact
from onrecord.text.fold.views import forms
from onrecord.text.memo import Memo

LONGEST_WORD = 64  # no word: taken as it is, without a stem
_VOCABULARY = 200_000  # tokens of a language whose stems are held
_STEMMERS = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال")
STEMMED = (*_STEMMERS, "ar")


def fold_stem(chars: str, lang: str) -> str:
    """The view for searching by stem: as many tokens as ``fold_exact`` gives, each a stem of ``lang``.

    Empty for a language without stems, for then it would only repeat the exact view.

    >>> fold_stem("Measures opposed", "en")
    'measur oppos'
    >>> fold_stem("والصين", "ar"), fold_stem("人权", "zh-Hans")
    ('صين', '')
    """
    return stems(forms(chars), lang)


def stems(found: list[str], lang: str) -> str:
    """The stem view of folded tokens; empty for a language without stems."""
    code = primary(lang)
    return SPACE.join(map(_stem(code), found)) if code in STEMMED else ""


def stemming(lang: str) -> Callable[[str], str]:
    """What gives the stem of one folded token of a language with stems."""
    return _stem(primary(lang))


def stem(form: str, lang: str) -> str:
    """The stem of one folded token; the token itself for a language without stems."""
    code = primary(lang)
    return _stem(code)(form) if code in STEMMED else form


def primary(lang: str) -> str:
    """The primary language subtag: "zh" of "zh-Hans"."""
    return lang.partition("-")[0].lower()


@cache
def _stem(code: str) -> Callable[[str], str]:
    made = _stem_arabic if code == "ar" else _snowball(_STEMMERS[code])
    held: Memo[str, str] = Memo(lambda form: made(form) if len(form) <= LONGEST_WORD else form, _VOCABULARY)
    return held.__getitem__


def _snowball(name: str) -> Callable[[str], str]:
    stemmer = snowballstemmer.stemmer(name)

    def make(form: str) -> str:
        if form.isascii() and form.isalnum():  # so is its stem, with nothing to fold
            return stemmer.stemWord(form) or form
        # stemmers know the precomposed letters; what they return is folded again
        return "".join(fold_exact(stemmer.stemWord(unicodedata.normalize("NFC", form))).split()) or form

    return make


def _stem_arabic(form: str) -> str:
    """A word without its article and the particles written with it; what remains has two letters or more."""
    for prefix in _ARABIC_PREFIXES:
        if form.startswith(prefix) and len(form) >= len(prefix) + 2:
            return form.removeprefix(prefix)
    return form
