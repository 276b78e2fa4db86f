"""Folding for search: which spellings count as the same word, and the way back to the characters.

Lives below: one table from a code point to its folded form, the two shadow views of a text that the index holds
(``fold_exact``, ``fold_stem``), and tokens with their spans. Not here: the index (``store``), what a query means.

Rules. The fold looks at one code point at a time, so it is linear, never normalises a long run of combining marks
(``NFC`` is quadratic in them), and every folded character knows the character it comes from. A view is tokens set
apart by spaces, so that the index needs no tokenizer of its own: the ``ascii`` one of any SQLite build will do.
A change of the table is a change of ``FOLD``: records made with another version are indexed again.

What is the same: case, width and compatibility forms (NFKD, case folding), precomposed and combining accents,
traditional and simplified characters (one to one, by OpenCC and a few of its phrase entries), Arabic harakat and
tatweel, alif with hamza or madda, ta marbuta and ha, alif maqsura and ya, digits of any script, Russian yo and ye.
"""

from __future__ import annotations

from onrecord.text.fold.characters import fold_exact, folded, simplified
from onrecord.text.fold.stemmers import LONGEST_WORD, STEMMED, fold_stem, primary, stem, stemming, stems
from onrecord.text.fold.views import LONGEST_FORM, Folded, Token, View, forms, tokens

__all__ = [
    "FOLD",
    "LONGEST_FORM",
    "LONGEST_WORD",
    "STEMMED",
    "Folded",
    "Token",
    "View",
    "fold_exact",
    "fold_stem",
    "folded",
    "forms",
    "primary",
    "simplified",
    "stem",
    "stemming",
    "stems",
    "tokens",
]
FOLD = "fold/1"
