"""Addresses that the pages lead to: files to keep in every format, and citations of one claim.

Lives here: making them. Not here: answering them (``app``, ``exports``).
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from onrecord.export.formats import FORMATS
from onrecord.web.marks import Claim
from onrecord.web.reader import Reader

CITED = frozenset({"answer", "quotation", "reported", "position"})


def formats(path: str, reader: Reader, **changed: str) -> list[tuple[str, str]]:
    """Each format and the address under ``path`` that gives the question of this page in it."""
    return [(one.name, reader.link(f"{path}{one.name}", ui=None, page=None, **changed)) for one in FORMATS]


def cites(statement: str, reader: Reader) -> list[tuple[str, str]]:
    """Each format and the address of a statement in it."""
    return [(one.name, f"/api/cite/{quote(statement)}?as={quote(one.name)}") for one in FORMATS]


def cite(statement: str, claim: Claim) -> str:
    """Where a claim is cited as text; one that has no id of its own by its characters."""
    if claim.layer in CITED:
        return f"/api/cite/{quote(claim.id)}?as=text"
    asked = urlencode({"as": "text", "start": claim.span.start, "end": claim.span.end})
    return f"/api/cite/{quote(statement)}?{asked}"
