"""Addresses that the pages lead to: files to keep in every format, and citations of one claim.

Lives here: making them. Not here: answering them (``app``, ``exports``).
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from onrecord.export.formats import FORMATS
from onrecord.model import Span
from onrecord.web.marks import Claim
from onrecord.web.reader import Reader

Files = list[tuple[str, str, str]]  # format, address, the package that this install lacks for it
CITED = frozenset({"answer", "quotation", "reported", "position"})


def formats(path: str, reader: Reader, **changed: str | None) -> Files:
    """Each format and the address under ``path`` that gives the question of this page in it."""
    return [(one.name, reader.link(f"{path}{one.name}", ui=None, page=None, **changed), one.lacks) for one in FORMATS]


def cites(name: str, span: Span | None = None) -> Files:
    """Each format and the address of a statement, a claim or characters of a text in it."""
    place = {"start": span.start, "end": span.end} if span else {}
    return [(one.name, f"/api/cite/{quote(name)}?{urlencode({'as': one.name} | place)}", one.lacks) for one in FORMATS]


def of_claim(statement: str, claim: Claim) -> Files:
    """Each format and the address of a claim in it; one that has no id of its own is cited by its characters."""
    return cites(claim.id) if claim.layer in CITED else cites(statement, claim.span)


def whole(statement: str) -> Files:
    """Each format and the address of a statement with all its claims in it."""
    return [(one.name, f"/api/statement/{quote(statement)}/export/{one.name}", one.lacks) for one in FORMATS]
