"""Dates of publication of web pages: right, unknown and wrong, against what the pages print in a known place.

Run: python bench/page_dates.py [--limit N] [--show wrong,unknown] [--shift]
Needs the evaluation pages (``eval/pages/mfa_2020.jsonl.gz`` of the material beside the project, or ONRECORD_SHARED).
The truth is the site's own time element (``News_Body_Time``), found by its id, which the rules do not know.
``--shift`` moves every truth by one day: nothing may be right then, or the measure is blind.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import re2

from onrecord import readers, structure
from onrecord.knowledge import Knowledge, load
from onrecord.limits import DEFAULT
from onrecord.model import Statement, make_source

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parents[2] / "shared"))
_PLACE = r'(?s)id="News_Body_Time"[^>]*>(.{0,200}?)</'
_DAY = r"(20\d\d)[-/年](\d{1,2})[-/月](\d{1,2})"


def pages(path: Path) -> Iterator[tuple[str, str, str]]:
    """Address, HTML and true day of each page that has one."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            place = re2.search(_PLACE, page["html"])
            day = re2.search(_DAY, place.group(1)) if place else None
            if day:
                yield page["url"], page["html"], f"{day[1]}-{int(day[2]):02d}-{int(day[3]):02d}"


def main_statement(url: str, html: str, know: Knowledge) -> Statement | None:
    """The longest statement of a page."""
    source = make_source(html.encode("utf-8", "replace"), "text/html", url)
    text = readers.read(source, DEFAULT).text
    return max(structure.label(source, text, know).statements, key=lambda s: len(s.span), default=None)


def main() -> None:
    """Print counts and shares."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--show", default="")
    parser.add_argument("--shift", action="store_true")
    options = parser.parse_args()
    know, counts, began = load(), Counter[str](), time.process_time()
    for n, (url, html, day) in enumerate(pages(SHARED / "eval" / "pages" / "mfa_2020.jsonl.gz")):
        if options.limit and n >= options.limit:
            break
        if options.shift:
            day = (datetime.date.fromisoformat(day) + datetime.timedelta(1)).isoformat()
        statement = main_statement(url, html, know)
        said = statement.published if statement else None
        kind = "right" if said == day else "wrong" if said else "unknown"
        counts[kind] += 1
        if kind in options.show.split(","):
            why = (
                [(e.value, e.rule, e.where) for e in statement.evidence if e.field == "published"] if statement else ""
            )
            print(kind, day, said, url, why)
    total = sum(counts.values()) or 1
    shares = ", ".join(f"{k} {counts[k]} ({100 * counts[k] / total:.1f} %)" for k in ("right", "unknown", "wrong"))
    print(f"{total} pages: {shares}; {1000 * (time.process_time() - began) / total:.1f} ms a page, read and labelled")


if __name__ == "__main__":
    main()
