"""Set formulations of a record's statements.

Lives here: what the store hands to phrase counting. Not here: what is proposed (``trace``), SQL (``store``).
"""

from __future__ import annotations

from onrecord.knowledge import Knowledge
from onrecord.store import Store
from onrecord.trace.formulations import Entry, Formulation
from onrecord.trace.phrase_lines import best


def proposed(store: Store, know: Knowledge, top: int) -> list[Formulation]:
    """The ``top`` proposals over all statements that hold now, each looked at in its own words without furniture.

    A statement's date is its own, else the one it was published on; ``first.id`` is a statement's id.
    """
    chars = {text.text: text.chars for text in store.texts_since(-1)}  # the last labelling of a text wins
    by_lang: dict[str, list[Entry]] = {}
    numbers = sorted(chars)
    for at in range(0, len(numbers), 500):
        for place in store.places(numbers[at : at + 500]):
            words = chars[place.text][place.start : place.end]
            entry = Entry(place.statement, words, place.date or place.published)
            by_lang.setdefault(place.lang.split("-")[0].lower(), []).append(entry)
    return best(by_lang, know, top)
