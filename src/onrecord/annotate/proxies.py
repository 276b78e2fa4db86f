"""Those who speak or work for somebody who is named: "a spokesperson for Prime Minister N. N.".

Lives here: telling them from the one they speak for. Not here: reading other mentions (``mention``), who somebody is
(``cast``).
"""

from __future__ import annotations

from onrecord.annotate import grounds
from onrecord.knowledge.language import Speech
from onrecord.model import Evidence, Span

_EDGES = ".,;:!?()\"'“”‘’«»"


def whom(printed: str, speech: Speech) -> str:
    """The words that name whom the one mentioned speaks for; "" for other mentions. After the word for the speaker
    stands the office of one person and a name, no comma between; in English no article ("the spokesman of the
    president N. N." may be the spokesman's own name). Or the name with its office owns the speaker ("N. N.'s aide").

    >>> from onrecord.knowledge.languages.en.speech import SPEECH
    >>> whom("a spokesman for President Tam Orlo", SPEECH), whom("President Tam Orlo's chief spokesman", SPEECH)
    ('President Tam Orlo', 'President Tam Orlo')
    >>> whom("a spokesman for the president Tam Orlo", SPEECH), whom("President Tam Orlo", SPEECH)
    ('', '')
    """
    words = printed.split()
    low = [word.strip(_EDGES).lower() for word in words]
    at = next((i for i, word in enumerate(low) if word in speech.proxies), -1)
    begin = at + 1
    while 0 < begin < len(words) and low[begin] in speech.behalf:
        begin += 1
    if at < 0 or (begin == at + 1 and begin < len(words)):
        return ""
    if begin == len(words):
        return _owner(words[:at], speech)
    return " ".join(words[begin:]) if _is_named(words[begin:], speech) else ""


def _owner(words: list[str], speech: Speech) -> str:
    """The name with an office that ends in a possessive, among the words before the one for the speaker."""
    for at, word in enumerate(words):
        for mark in ("'s", "’s"):
            owner = [*words[:at], word.removesuffix(mark)]
            if word.endswith(mark) and _is_named(owner, speech):
                return " ".join(owner)
    return ""


def _is_named(words: list[str], speech: Speech) -> bool:
    """True for the office of one person and a name."""
    office = next((i for i, word in enumerate(words) if word.lower() in speech.principals), -1)
    name = words[office + 1 :]
    led = all(word[:1].isupper() or word.lower() in speech.standing for word in words[: max(office, 0)])
    cased = bool(name) and name[0][:1].isupper() and name[-1][:1].isupper()
    return office >= 0 and led and cased and not any(word.endswith(",") for word in words)


def because(printed: str, rows: tuple[Evidence, ...], span: Span) -> tuple[Evidence, ...]:
    """Why a nameless speaker is of a country: ``rows`` are why the one he speaks for is of it."""
    country = tuple(row for row in rows if row.field == "country")
    return (grounds.printed(printed, span), Evidence("capacity", printed, "speaks_for_another", span), *country)
