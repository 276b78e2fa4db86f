"""When a page was published: what it prints beside its title, says in its markup, and what its carrier told.

Lives here: the candidates and their order. Not here: when the words were said (``printed``, ``heading``).
Never read from link lists, side columns or copyright lines.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import re2

from onrecord.dates import PartialDate, parse
from onrecord.knowledge import Language
from onrecord.model import Evidence, Fact, Source, Span, Text
from onrecord.structure.dates.datelines import line_date
from onrecord.structure.dates.page import Page
from onrecord.text import datewords

_META = (
    "meta:article:published_time", "meta:og:article:published_time", "meta:og:published_time", "meta:pubdate",
    "meta:publishdate", "meta:publish_date", "meta:publish-date", "meta:publicationdate", "meta:publication_date",
    "meta:datepublished", "meta:date.issued", "meta:dc.date.issued", "meta:dcterms.issued", "meta:dcterms.created",
    "meta:dc.date", "meta:dc.date.created", "meta:dcterms.date", "meta:sailthru.date", "meta:parsely-pub-date",
    "meta:article:first_published_time", "meta:og:publication_time",
    "meta:citation_publication_date", "meta:date", "meta:contentdate", "meta:firstpublishedtime",
)  # fmt: skip
_MARKUP = (
    "ld:datepublished",
    "ld:mainentity.datepublished",
    "ld:datecreated",
    "itemprop:datepublished",
    "itemprop:datecreated",
)
_DAY_PATH = r"((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])"
_DATE_PATH = f"/{_DAY_PATH}(?:[/_.-]|$)|[/_]t{_DAY_PATH}_"


def candidates(
    source: Source, page: Page, languages: tuple[Language, ...], head: Span, zone: str | None
) -> list[Evidence]:
    """Dates of publication with their evidence, strongest first: print, markup, carrier, address."""
    found = _beside_title(page, languages)
    found += _facts(page.text, zone, (*_META, *_MARKUP))
    found += _time_elements(page, zone, head)
    for told in source.told:
        if told.name == "date":
            date = given(told.value, zone)
            if date:
                found.append(Evidence("published", date, "told", None, f"told:{told.by}"))
    found += _address(source, page.text)
    return found


def _beside_title(page: Page, languages: tuple[Language, ...]) -> list[Evidence]:
    """A full date in a short line without links next to the title (only pages have titles that are marked)."""
    n = page.title
    if n < 0:
        return []
    found: list[Evidence] = []
    for m in (*range(n + 1, n + 7), n - 1, n - 2):
        if not 0 <= m < len(page.pieces) or len(page.pieces[m].span) > 200:
            if m > n:
                break
            continue
        for mention in datewords.find(page.text.chars, languages, page.pieces[m].span):
            line = line_date(page, mention, foot=False, by_title=True)
            if line and line.place == "line" and mention.date and parse(mention.date).year:
                found.append(Evidence("published", mention.date, f"beside title ({mention.rule})", mention.span))
        if found:
            break
    return found


def _facts(text: Text, zone: str | None, names: Sequence[str]) -> list[Evidence]:
    """Dates of meta tags and JSON-LD by the order of ``names``; a name with several days tells of other pages."""
    by_name: dict[str, list[Fact]] = {}
    for fact in text.layout.facts:
        by_name.setdefault(fact.name.lower(), []).append(fact)
    found = []
    for name in names:
        days = {stamp(fact.value, zone): fact for fact in reversed(by_name.get(name, []))}
        days.pop(None, None)
        if len(days) == 1:
            date, fact = next(iter(days.items()))
            found.append(Evidence("published", str(date), "markup", fact.text, fact.name))
    return found


def _time_elements(page: Page, zone: str | None, head: Span) -> list[Evidence]:
    """Time elements: only those near the statement's head, or the only one of the page."""
    facts = [f for f in page.text.layout.facts if f.name.lower() in ("time:datetime", "time:pubdate")]
    near = [f for f in facts if f.text and head.start - 600 <= f.text.start <= head.start + 1200]
    dates = {stamp(f.value, zone): f for f in reversed(near or facts)}
    dates.pop(None, None)
    if len(dates) != 1:
        return []
    date, fact = next(iter(dates.items()))
    return [Evidence("published", str(date), "time element", fact.text, fact.name)]


def _address(source: Source, text: Text) -> list[Evidence]:
    """A whole date in the path of the page's address: the weakest."""
    told, canonical = source.told_value("url"), text.layout.fact("link:canonical")
    for where, url in (
        ("told:url", told.value if told else ""),
        ("link:canonical", canonical.value if canonical else ""),
    ):
        match = re2.search(_DATE_PATH, url) if url else None
        if match:
            parts = [g for g in match.groups() if g]
            return [Evidence("published", "-".join(parts), "address", None, where)]
    return []


def given(value: str, zone: str | None) -> str | None:
    """The day, month or year that somebody gives with a document; a year alone is one here, and nowhere in a page.

    >>> given("2019", None), given("2019-05", None), given("soon", None)
    ('2019', '2019-05', None)
    """
    year = re2.match(r"(\d{4})$", value.strip())
    return _partial((year.group(1), None, None)) if year else stamp(value, zone)


def stamp(value: str, zone: str | None) -> str | None:
    """The day of a machine-written time stamp, in the publisher's ``zone`` when the stamp names an offset.

    Only ISO 8601 and the dates of mail and feeds are read; words and 01/02/2024 give None.

    >>> stamp("2024-01-30T01:00:00Z", "America/New_York")
    '2024-01-29'
    >>> stamp("Mon, 29 Jan 2024 10:00:00 GMT", None)
    '2024-01-29'
    """
    words = value.strip()
    moment = _moment(words)
    if moment is None:
        match = re2.match(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].{0,30})?$", words)
        match = match or re2.match(r"(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$", words)
        return _partial(match.groups()) if match else None
    if zone and moment.tzinfo:
        try:
            moment = moment.astimezone(ZoneInfo(zone))
        except (KeyError, OSError, ValueError, OverflowError):  # no time zone data on this machine
            return moment.date().isoformat()
    return moment.date().isoformat()


def _moment(words: str) -> datetime.datetime | None:
    if len(words) > 64 or len(words) < 14:
        return None
    try:
        return datetime.datetime.fromisoformat(words)
    except ValueError:
        pass
    for form in ("%a, %d %b %Y %H:%M:%S %z", "%a, %d %b %Y %H:%M:%S %Z", "%d %b %Y %H:%M:%S %z"):
        try:
            return datetime.datetime.strptime(words, form)
        except ValueError:
            continue
    return None


def _partial(parts: Sequence[str | None]) -> str | None:
    year, month, day = (int(p) if p else None for p in parts)
    try:
        return str(PartialDate(year, month, day))
    except ValueError:
        return None
