"""Every character of real pages maps back to its source (needs the evaluation material).

By default a sample is read; ``ONRECORD_FULL=1`` reads every page, and ``-s`` prints the figures.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from onrecord.limits import DEFAULT
from onrecord.model import Run, Source, Span, Text, make_source
from onrecord.readers import read
from onrecord.readers.decode import byte_span, decode
from onrecord.readers.html import declared_charset

STEP = 1 if os.environ.get("ONRECORD_FULL") else 29
SETS = ["eval/pages/mfa_2020.jsonl.gz", "eval/pages/wcxb_dev.jsonl.gz", "raw/html"]


def pages(path: Path) -> Iterator[bytes]:
    """The pages of a file of JSON lines, or of a folder."""
    if path.is_dir():
        yield from (page.read_bytes() for page in sorted(path.glob("*.html")))
        return
    with gzip.open(path) as lines:
        for line in lines:
            page = json.loads(line)
            yield base64.b64decode(page["html_base64"]) if "html_base64" in page else page["html"].encode()


def decoded(source: Source) -> str:
    """The decoded source, made apart from the reader."""
    return decode(source.data, None, declared_charset(source.data)).chars


@pytest.mark.parametrize("name", SETS)
def test_every_character_maps_back(shared: Path, maps_back: Callable[[Text, str], None], name: str) -> None:
    """Each run rebuilds its characters from its source range, on every page; bytes decode to the same characters."""
    count = chars = 0
    for data in islice(pages(shared / name), 0, None, STEP):
        source = make_source(data, "text/html", name)
        text, markup = read(source, DEFAULT).text, decoded(source)
        maps_back(text, markup)
        run = max(text.runs, key=lambda run: len(run.text))
        start, end = byte_span(markup, text.layout.decoding, run.source)
        if not text.layout.decoding.bad_bytes:
            assert data[start:end].decode(text.layout.decoding.encoding) == run.source.of(markup)
        count += 1
        chars += len(text.chars)
    print(f"{name}: {count} pages, {chars} characters, all map back")
    assert count


def off_by_one(run: Run) -> Run:
    """The planted fault: a run's source one character later."""
    return replace(run, source=Span(run.source.start + 1, run.source.end + 1))


def test_the_check_can_fail(shared: Path, maps_back: Callable[[Text, str], None]) -> None:
    """A map that is off by one in a single run, wherever it is, is caught on a real page."""
    source = make_source(next(pages(shared / SETS[0])), "text/html", "test")
    text, markup = read(source, DEFAULT).text, decoded(source)
    maps_back(text, markup)
    for index in range(0, len(text.runs), 7):
        runs = [*text.runs]
        runs[index] = off_by_one(runs[index])
        with pytest.raises(AssertionError):
            maps_back(replace(text, runs=tuple(runs)), markup)
    with pytest.raises(AssertionError):
        maps_back(replace(text, runs=text.runs[1:]), markup)
