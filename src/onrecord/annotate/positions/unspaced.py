"""Stances in languages written without spaces between words (Chinese).

Lives here: from a stance word to its clause, holder and target, sentence by sentence, without a segmenter. Not here:
the words (``Stance``), languages with spaces (``spaced``), whose voice it is (``holders``).
"""

from __future__ import annotations

from onrecord.annotate.positions.stand import Stand
from onrecord.knowledge.language import Language
from onrecord.knowledge.stance import StanceWord
from onrecord.model import Span

BREAKS = frozenset("，,；;。！？!?：:\n")
FEW = 2


def find(chars: str, paragraphs: list[Span], language: Language) -> list[Stand]:
    """Every stance of the paragraphs, in order: the clause that a stance word stands in, its target after the word."""
    words = {form: word for word in language.stance.words for form in word.forms}
    longest = max(map(len, words), default=0)
    found: list[Stand] = []
    for paragraph in paragraphs:
        at = paragraph.start
        while words and at < paragraph.end:
            form = next((chars[at : at + n] for n in range(longest, 0, -1) if chars[at : at + n] in words), "")
            if form and at + len(form) <= paragraph.end:
                stand = _stand(chars, paragraph, Span(at, at + len(form)), words[form])
                found.extend([stand] if stand else [])
            at += len(form) or 1
    return found


def _stand(chars: str, paragraph: Span, cue: Span, word: StanceWord) -> Stand | None:
    start, end = cue.start, cue.end
    while start > paragraph.start and chars[start - 1] not in BREAKS:
        start -= 1
    while end < paragraph.end and chars[end] not in BREAKS:
        end += 1
    if end - cue.end < FEW:
        return None
    return Stand(Span(start, end), cue, word, word.act, "stance/clause", target=Span(cue.end, end))
