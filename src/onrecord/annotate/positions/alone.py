"""An office without a name or a state: "The Secretary reaffirmed", on a page of that secretary's government.

Lives here: when such an office, or the letters of a body, is the publisher's own state's. Not here: offices with a name
or a state (``naming``), whose page it is (``cast``).
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch
from onrecord.knowledge import Knowledge
from onrecord.knowledge.lookup import publisher as publisher_by_id

NEAR = 3  # tokens before an office in which its state stands ("Kenyan Deputy Prime Minister")
BEHIND = 7  # tokens behind one ("President N. N. of Kenya")


def of_home(
    view: Stretch, lex: Lexicon, tab: Table, first: int, last: int, foreign: dict[str, bool], home: str | None
) -> bool:
    """True for tokens ``[first, last)`` that are one office of a state's page, when the stretch names nobody of another
    state in it. ``foreign`` keeps what was found for each office."""
    words = [i for i in range(first, last) if view.words.low[i] not in lex.determiners]
    if home is None or len(words) != 1 or not view.capital(words[0]):
        return False
    office = view.words.low[words[0]]
    if office not in tab.offices:
        return False
    if office not in foreign:
        foreign[office] = any(_abroad(view, tab, i, home) for i, w in enumerate(view.words.low) if w == office)
    return not foreign[office]


def is_publisher(know: Knowledge, publisher: str | None, words: str) -> bool:
    """True for letters that the name of a page's publisher begins or ends with ("MFA" of a Ministry of Foreign
    Affairs)."""
    outlet = publisher_by_id(know, publisher) if publisher else None
    names = outlet.names.all() if outlet else ()
    letters = ["".join(w[0] for w in name.split() if w[:1].isupper()) for name in names]
    return any(found.startswith(words) or found.endswith(words) for found in letters)


def _abroad(view: Stretch, tab: Table, at: int, home: str) -> bool:
    """True when a state's name or adjective, another than ``home``, stands beside the office at a token."""
    low, end = view.words.low, at + 1
    while end < min(at + BEHIND, len(low)) and low[end] not in ",.;:":
        end += 1
    near = range(max(0, at - NEAR), end)
    states = {tab.demonyms.get(low[i].removesuffix("’s").removesuffix("'s")) for i in near if view.capital(i)}
    return bool(states - {None, home})
