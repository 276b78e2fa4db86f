"""Questions to the packs and publishers: who held an office on a day, whose name this is, which outlet.

Lives here: look-ups over loaded knowledge. Not here: types (``pack``, ``publisher``), reading TOML.
"""

from __future__ import annotations

from onrecord.knowledge import Knowledge
from onrecord.knowledge.pack import Actor, Office, Term
from onrecord.knowledge.publisher import Publisher


def person_for(know: Knowledge, office: str, date: str | None) -> Term | None:
    """The only term that surely covers an EDTF date in an office (by id); None when none or several do."""
    return None


def actor_named(know: Knowledge, name: str, lang: str = "") -> Actor | None:
    """The actor with this name (case and width folded), in ``lang`` first; None when unknown or shared by several."""
    return None


def office_named(know: Knowledge, words: str, lang: str = "", country: str | None = None) -> Office | None:
    """The office these title words name, in a country when given; None when unknown or shared by several."""
    return None


def find_publisher(know: Knowledge, host_or_name: str) -> Publisher | None:
    """The outlet of a host name, URL or printed name; None when unknown."""
    return None
