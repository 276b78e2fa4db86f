"""The table of formats in which citations are written. One format a file, one line each here.

Lives here: the table and finding a format by name. Not here: any format; which citations are written (``record``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from onrecord.errors import InputError
from onrecord.export import annotation, bibtex, columns, csl, dossier_page, gbt7714, lines, prose, ris, sheet
from onrecord.export.citation import Citation, Kind

STATEMENTS: tuple[Kind, ...] = ("statement",)
CLAIMS: tuple[Kind, ...] = ("utterance", "position")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, media type, what a file's name ends in, what an export of it holds if nothing else is asked
    for, and ``write``, which gives bytes piece by piece. ``binary`` files are for no terminal; ``needs`` is a package
    that an install may lack."""

    name: str
    media_type: str
    suffix: str
    holds: tuple[Kind, ...]
    what: str
    write: Callable[[Iterable[Citation]], Iterator[bytes]]
    binary: bool = False
    needs: str = ""

    @property
    def lacks(self) -> str:
        """The package that writing needs and this install has not; empty when nothing is missing."""
        return self.needs if self.needs and find_spec(self.needs) is None else ""


FORMATS: tuple[Format, ...] = (
    Format("text", "text/plain", ".txt", STATEMENTS, "for people: who, what, where, when, anchor", prose.write),
    Format("web-annotation", "application/ld+json", ".jsonld", CLAIMS, "W3C Web Annotation", annotation.write),
    Format("csl-json", "application/vnd.citationstyles.csl+json", ".json", STATEMENTS, "CSL-JSON", csl.write),
    Format("bibtex", "application/x-bibtex", ".bib", STATEMENTS, "BibTeX and biblatex", bibtex.write),
    Format("ris", "application/x-research-info-systems", ".ris", STATEMENTS, "RIS", ris.write),
    Format("gbt7714", "text/plain", ".txt", STATEMENTS, "GB/T 7714-2015 references", gbt7714.write),
    Format("csv", "text/csv", ".csv", CLAIMS, "a row for each claim, never a formula", sheet.write),
    Format("jsonl", "application/jsonl", ".jsonl", CLAIMS, "a JSON object for each claim", lines.write),
    Format(
        "parquet", "application/vnd.apache.parquet", ".parquet", CLAIMS, "typed columns", columns.write, True, "pyarrow"
    ),
    Format("html", "text/html", ".html", (*STATEMENTS, *CLAIMS), "one page to open offline", dossier_page.write),
)


def format_named(name: str) -> Format:
    """The format of this name; InputError names those there are."""
    found = next((one for one in FORMATS if one.name == name.lower()), None)
    if found is None:
        raise InputError(f"no format is called {name!r}; there are: {', '.join(f.name for f in FORMATS)}")
    return found
