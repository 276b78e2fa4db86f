"""Folding: what counts as the same word, and the way back."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import fold
from onrecord.text.fold import characters

SAME = [
    ("width and case", "ＡＩ", "ai"),
    ("precomposed and combining accents", "caf\u00e9", "cafe\u0301"),
    ("traditional and simplified", "出口管制與人權發展", "出口管制与人权发展"),
    ("Taiwan's forms", "裡面的檯燈", "里面的台灯"),
    ("Hong Kong's forms", "羣眾", "群众"),
    ("characters that OpenCC decides by the phrase", "著名", "着名"),
    ("compatibility ideographs", "\uf9d1", "六"),
    ("Arabic harakat and tatweel", "الأُمَّةُ المتّـحدة", "الامه المتحده"),
    ("alif with hamza, madda, wasla", "أإآٱ", "اااا"),
    ("alif maqsura", "إلى", "الي"),
    ("Arabic digits", "٢٠٢٤", "2024"),
    ("yo", "ёлка", "елка"),
    ("ligatures", "ﬁve", "five"),
    ("sharp s", "Straße", "STRASSE"),
    ("invisible characters", "meas\u200bure\u00ad", "measure"),
    ("circled digits", "①", "1"),
]
DIFFERENT = [("accents", "cote", "côté"), ("letters", "и", "й"), ("ideographs", "未", "末"), ("hamza on ya", "ئ", "ي")]
TOKENS = [
    ("punctuation parts words", "U.S.-led", ["u", "s", "led"]),
    ("each Han character is a token", "AI治理", ["ai", "治", "理"]),
    ("each kana and Thai character is a token", "かな ก", ["か", "な", "ก"]),
    ("Hangul words are whole", "수출 통제", ["수출", "통제"]),
    ("nothing", " …！\u200b", []),
]
STEMS = [
    ("en", "the measures opposed", "the measur oppos"),
    ("fr", "les mesures prises", "le mesur pris"),
    ("es", "las medidas", "las med"),
    ("ru", "российскими мерами", "российск мер"),
    ("ar", "والصين بالقرار للدول", "صين قرار دول"),
    ("zh-Hans", "人权", ""),
    ("und", "words", ""),
]


@pytest.mark.parametrize(("one", "other"), [s[1:] for s in SAME], ids=[s[0] for s in SAME])
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    """Spellings that a reader takes for the same word fold to the same tokens."""
    assert fold.forms(one) == fold.forms(other) != []


@pytest.mark.parametrize(("one", "other"), [d[1:] for d in DIFFERENT], ids=[d[0] for d in DIFFERENT])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """The exact view does not take other letters for the same."""
    assert fold.forms(one) != fold.forms(other)


@pytest.mark.parametrize(("chars", "expected"), [t[1:] for t in TOKENS], ids=[t[0] for t in TOKENS])
def test_tokens(chars: str, expected: list[str]) -> None:
    """Words of spaced scripts are tokens; characters of scripts without spaces are."""
    assert fold.forms(chars) == [token.form for token in fold.tokens(chars)] == expected


@pytest.mark.parametrize(("lang", "chars", "expected"), STEMS)
def test_stems(lang: str, chars: str, expected: str) -> None:
    """The stem view has a stem for each token, or nothing for a language without stems."""
    assert fold.fold_stem(chars, lang).split() == fold.forms(expected)


@given(st.text())
def test_every_token_comes_from_its_span(chars: str) -> None:
    """Tokens are in order and inside the text, agree with the view, and fold again from their own characters."""
    found = fold.tokens(chars)
    assert [t.form for t in found] == fold.forms(chars)
    assert all(0 <= t.start < t.end <= len(chars) for t in found)
    for token in found:
        assert token.form in fold.forms(chars[token.start : token.end])
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(found))


@given(st.text())
def test_folding_a_view_changes_nothing(chars: str) -> None:
    """A folded token is a fixed point: what is in the index can be asked for."""
    view = " ".join(fold.forms(chars))
    assert fold.forms(view) == fold.forms(chars)


@given(st.text(), st.sampled_from(["en", "fr", "es", "ru", "ar"]))
def test_a_stem_for_each_token(chars: str, lang: str) -> None:
    """The two views run side by side, token by token."""
    assert len(fold.fold_stem(chars, lang).split()) == len(fold.forms(chars))


@given(st.text())
def test_the_view_needs_only_the_ascii_tokenizer(chars: str) -> None:
    """A view holds no ASCII but small letters, digits and spaces, so SQLite's plain tokenizer parts it as we do."""
    view = fold.fold_exact(chars)
    assert all(not c.isascii() or c in " 0123456789abcdefghijklmnopqrstuvwxyz" for c in view)


def test_long_runs_of_combining_marks_are_never_normalised(monkeypatch: Any) -> None:
    """Normalisation is quadratic in combining marks, so it only ever sees one character, or one word to stem."""
    real = unicodedata.normalize
    longest = 0

    def watched(form: str, chars: str) -> str:
        nonlocal longest
        longest = max(longest, len(chars))
        return real(form, chars)

    monkeypatch.setattr(unicodedata, "normalize", watched)
    hostile = "a" + "\u0301\u0323\u034f" * 60_000
    characters.table().clear()
    assert len(fold.tokens(hostile)) == 1
    assert len(fold.fold_stem(hostile, "fr")) <= fold.LONGEST_FORM
    assert 0 < longest <= fold.LONGEST_WORD


def test_every_simplified_character_is_one_character_and_final() -> None:
    """Traditional to simplified keeps lengths, and folding again changes nothing."""
    every = [chr(code) for code in range(0x4E00, 0xA000)]
    simple = [characters._simplified(char) for char in every]
    assert all(len(form) == 1 for form in simple)
    assert sum(a != b for a, b in zip(every, simple, strict=True)) > 2_500
    assert [characters._simplified(form) for form in simple] == simple
