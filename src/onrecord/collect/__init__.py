"""Collect: get bytes, from files, folders and what they contain, as Sources or as SetAside rows.

Lives here: finding files (``files``), names for what was found (``locators``), telling kinds apart (``kinds``), and one
file for each kind of container (``expanding`` has their table). Not here: what the bytes say (``readers``), processes
and their limits (``engines``). Nothing is fetched from a network, nothing is written to disk.
"""

from onrecord.collect.expanding import CONTAINERS, OPENED, Expansion, expand, is_container
from onrecord.collect.fields import GUESS, FieldNames
from onrecord.collect.files import Finding, Found, find, open_file
from onrecord.collect.kinds import media_type
from onrecord.collect.locators import locator_of, path_of

__all__ = [
    "CONTAINERS",
    "GUESS",
    "OPENED",
    "Expansion",
    "FieldNames",
    "Finding",
    "Found",
    "expand",
    "find",
    "is_container",
    "locator_of",
    "media_type",
    "open_file",
    "path_of",
]
