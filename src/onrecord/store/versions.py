"""Which of several look-alikes a statement is: revision of a page, copy of other words, bytes at several places.

Lives here: counting captures and statements with the same words. Not here: what a revision is when it is added
(``put``), near-copies (``trace``). Nothing is stored: all of it follows from captures and from ``likeness``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

import apsw

from onrecord.store import shadow


@dataclass(frozen=True, slots=True)
class Version:
    """Where a statement stands among those that look like it.

    ``revision`` counts (from 1) the different bytes that its page had, in the order they were captured where that is
    known, else added; of a page that went back to earlier bytes the last such place. ``revisions`` is how many there
    are, ``captured`` the time of the capture as its carrier tells it, or empty, ``places`` from how many locators the
    bytes came. ``copy_of`` is the first statement held with the same words (other bytes), None for that one itself.
    """

    revision: int = 1
    revisions: int = 1
    captured: str = ""
    places: int = 1
    copy_of: str | None = None


ALONE = Version()


@dataclass(slots=True)
class Versions:
    """Versions asked for one after the other in one view of the record; each page is looked up once."""

    connection: apsw.Connection
    _pages: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _sources: dict[str, Version] = field(default_factory=dict)
    _first: dict[int, str] = field(default_factory=dict)

    def of(self, statement: str, source: str, likeness: int) -> Version:
        """The version of a statement of a source (sha256)."""
        if source not in self._sources:
            self._sources[source] = self._of_source(source)
        of_source, first = self._sources[source], self._held_first(likeness) if statement else None
        return of_source if first in (None, statement) else _copy(of_source, first)

    def _of_source(self, source: str) -> Version:
        places = f"SELECT DISTINCT c.address, c.locator {_FROM} WHERE s.sha256 = ?"
        found = list(self.connection.execute(places, (source,)))
        pages = [self._page(address) for address in dict.fromkeys(address for address, _ in found)]
        page = max(pages, key=len, default=[])
        at = max((i for i, (sha256, _) in enumerate(page) if sha256 == source), default=0)
        captured = page[at][1] if page else ""
        return Version(at + 1, max(len(page), 1), captured, max(len({locator for _, locator in found}), 1))

    def _page(self, address: str) -> list[tuple[str, str]]:
        """The revisions of a page: source and time of capture of each run of captures with the same bytes."""
        if address not in self._pages:
            seen = list(self.connection.execute(_CAPTURED, (address,)))
            if all(retrieved for _, retrieved in seen):
                seen.sort(key=lambda capture: capture[1])
            self._pages[address] = [next(run) for _, run in groupby(seen, key=lambda capture: capture[0])]
        return self._pages[address]

    def _held_first(self, likeness: int) -> str | None:
        if likeness == shadow.NO_WORDS:
            return None
        if likeness not in self._first:
            row = self.connection.execute(_FIRST, (likeness,)).fetchone()
            self._first[likeness] = str(row[0]) if row else ""
        return self._first[likeness] or None


def _copy(version: Version, first: str | None) -> Version:
    return Version(version.revision, version.revisions, version.captured, version.places, first)


_FROM = "FROM capture c JOIN source s ON s.id = c.source"
_CAPTURED = f"SELECT s.sha256, c.retrieved {_FROM} WHERE c.address = ? ORDER BY c.sequence"
_FIRST = """SELECT s.name FROM statement s JOIN labelling l ON l.id = s.labelling WHERE s.likeness = ?
    AND l.generation = (SELECT max(generation) FROM labelling WHERE source = l.source)
    ORDER BY l.source, s.id LIMIT 1"""
