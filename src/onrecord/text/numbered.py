"""Labels that carry a number: "Q1", "Question 2", "问题一", "Вопрос № 3".

Lives here: taking the number off. Not here: which words are labels (``knowledge.languages``), what
they open (``structure``).
"""

from __future__ import annotations

NUMERALS = "0123456789一二三四五六七八九十"
MOST = 3  # signs of a number that counts questions
SIGNS = " .#№°\xa0"


def unnumbered(label: str) -> str:
    """A label without the number at its end; the label itself when it ends in none, or is nothing else.

    >>> [unnumbered(x) for x in ("Q1", "Q.1", "Question 12", "问题一", "Вопрос № 2", "Q", "2024")]
    ['Q', 'Q', 'Question', '问题', 'Вопрос', 'Q', '2024']
    """
    bare = label.rstrip(NUMERALS)
    if not bare or not 0 < len(label) - len(bare) <= MOST:
        return label
    return bare.rstrip(SIGNS) or label
