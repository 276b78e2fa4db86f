"""An office without a name or a state: "The Secretary reaffirmed", on a page of that secretary's government.

Lives here: when such an office is the publisher's own state's. Not here: offices with a name or a state (``naming``),
whose page it is (``cast``).
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.table import Table
from onrecord.annotate.stretch import Stretch

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


def _abroad(view: Stretch, tab: Table, at: int, home: str) -> bool:
    """True when a state's name or adjective, another than ``home``, stands beside the office at a token."""
    low, end = view.words.low, at + 1
    while end < min(at + BEHIND, len(low)) and low[end] not in ",.;:":
        end += 1
    near = range(max(0, at - NEAR), end)
    states = {tab.demonyms.get(low[i].removesuffix("’s").removesuffix("'s")) for i in near if view.capital(i)}
    return bool(states - {None, home})
