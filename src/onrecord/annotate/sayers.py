"""Who can be the one that says: pronouns, the first person, and where a name ends.

Lives here: questions about the printed words of a mention, by the language's ``Speech``. Not here: finding the mention
(``subjects``), who it is (``cast``). A pronoun is never a name: the first person is the voice around it, a third person
the speaker before, and any other pronoun nobody that can be named.
"""

from __future__ import annotations

from onrecord.knowledge.language import Language, Speech
from onrecord.model import Span

APOSTROPHES = "'’"


def is_first(printed: str, speech: Speech) -> bool:
    """True for the first person: "I", "I don't", "our deep engagement", "venimos"; not for "our Foreign Minister"."""
    words = printed.split()
    if not words:
        return False
    if not _heads(words[0]) & {*speech.first}:
        return len(words) == 1 and printed.islower() and printed.endswith(speech.first_endings or ("\0",))
    rest = words[1:]
    if not rest or words[0].endswith(",") or rest[0].lower() in speech.stops:
        return True
    return not any(w[:1].isupper() or w.lower() in speech.offices for w in rest)


def is_pronoun(printed: str, speech: Speech) -> bool:
    """True for a third person that stands for the speaker before ("he", "he's", "his")."""
    words = printed.split()
    return len(words) == 1 and bool(_heads(words[0]) & {*speech.pronouns, *speech.syntax.possessors})


def is_relative(printed: str, speech: Speech) -> bool:
    """True for a word that stands for the person before it ("who")."""
    return printed.lower() in speech.syntax.persons


def is_nobody(printed: str, speech: Speech) -> bool:
    """True for a pronoun that names no speaker ("it", "you", "there")."""
    words = printed.split()
    return bool(words) and len(words) <= 2 and bool(_heads(words[0]) & {*speech.neuter})


def _heads(word: str) -> set[str]:
    """A word in small letters, and what stands before its apostrophe, with and without it ("I'm", "j'ai")."""
    low = word.lower().replace("’", "'").strip(",")
    head, mark, _ = low.partition("'")
    return {low, head, head + mark}


def name_end(chars: str, span: Span, language: Language) -> Span:
    """A mention up to the comma before a relative clause or a phrase that opens with a word that ends a noun phrase
    ("Lusenia, whose own rules ..."); whole in languages without spaces."""
    at = chars.find(",", span.start, span.end) if language.spaced else -1
    if at <= span.start:
        return span
    following = chars[at + 1 : span.end].split(maxsplit=1)
    stops = (*language.speech.stops, *language.speech.complementizers)
    return Span(span.start, at) if following and following[0].lower() in stops else span


def after_label(chars: str, span: Span, language: Language) -> Span:
    """A mention without the letter of a question or an answer before it ("A. Valdoria")."""
    labels = language.labels
    head, _, rest = span.of(chars).partition(" ")
    low = head.lower()
    if rest and len(head) == 2 and head[1] in ".:" and {low, low[:1]} & {*labels.answer, *labels.question}:
        return Span(span.end - len(rest), span.end)
    return span
