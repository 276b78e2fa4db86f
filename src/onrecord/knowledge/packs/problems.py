"""What is wrong with a pack, and where: a problem, and the desk on which a pack is read.

Lives here: collecting problems with file and line. Not here: what is a problem (``entries``, ``rules``).
TOML tables know no lines, so the line of a key is looked for in the text, below the ``[[header]]`` of its entry; a key
that is not found there (it is missing, or written as a table) has the line of the header.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a line (0: the file as a whole), and its mend, in one sentence; ``file`` where several are
    read as one pack."""

    line: int
    words: str
    file: str = ""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.file, f"line {self.line}" if self.line else "") if part)
        return f"{where}: {self.words}" if where else self.words


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One file of a pack: its name (empty when it is the only one), its tables, its text. Of a table (``table``) also
    the line of each entry and the lines that are none, with what is wrong with them."""

    name: str
    data: dict[str, Any]
    text: str
    rows: tuple[int, ...] = ()
    wrong: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The nth entry (from 0) of a kind in a file; without a kind, the file as a whole."""

    part: Part
    kind: str = ""
    number: int = 0

    @property
    def file(self) -> str:
        """The name of the file, empty when it is the only one."""
        return self.part.name

    @property
    def line(self) -> int:
        """The line of the entry's header; looked for only when there is something to say."""
        if self.kind and self.part.rows:
            return self.part.rows[self.number]
        return _header_lines(self.part).get((self.kind, self.number), 0) if self.kind else 0

    def line_of(self, key: str) -> int:
        """The line where the entry gives a key, else that of its header."""
        if self.part.rows:
            return self.line
        lines = self.part.text.splitlines()
        for number in range(self.line, len(lines)):  # lines count from 1: this one is below the header
            line = lines[number].strip()
            if line.partition("=")[0].strip().partition(".")[0].strip("\"'") == key and "=" in line:
                return number + 1
            if line.startswith("[[") or (line.startswith("[") and "=" not in line):
                return self.line if self.kind else self._header_line(key)
        return self.line

    def _header_line(self, key: str) -> int:
        """The first header of a table; 0 when there is none."""
        return _header_lines(self.part).get((key, 0), 0)


@dataclass(slots=True)
class Desk:
    """The entry in hand, and the problems found so far. ``trusted``: a pack whose problems were looked for before is
    only read (the bundled ones, which the tests check: looking again would triple the time that every start takes)."""

    place: Place
    trusted: bool = False
    problems: list[Problem] = field(default_factory=list)
    faulty: set[Place] = field(default_factory=set)

    def wrong(self, words: str, key: str = "") -> None:
        """Note a problem of the entry in hand; ``key`` is the one at fault (default: the first of the words)."""
        line = self.place.line_of(key or words.partition(" ")[0].partition(".")[0].rstrip(":"))
        self.faulty.add(self.place)
        title = f"[[{self.place.kind}]] {self.place.number + 1}: " if self.place.kind else ""
        self.problems.append(Problem(line, title + words, self.place.file))

    def wrong_at(self, place: Place, words: str, key: str = "") -> None:
        """Note a problem between the entry at a place and others; the words name the entry, ``key`` the fault."""
        self.problems.append(Problem(place.line_of(key) if key else place.line, words, place.file))


@lru_cache(maxsize=16)
def _header_lines(part: Part) -> dict[tuple[str, int], int]:
    """Line of the nth header of each kind."""
    lines: dict[tuple[str, int], int] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(part.text.splitlines(), 1):
        name = line.strip().partition("]]")[0].removeprefix("[[").strip() if line.lstrip().startswith("[[") else ""
        if name:
            lines[name, seen.get(name, 0)] = number
            seen[name] = seen.get(name, 0) + 1
    return lines
