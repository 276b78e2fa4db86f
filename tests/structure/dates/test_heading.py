"""The dates of a statement: cases by kind in plain text, and pages with markup that agrees and disagrees."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord import readers, structure
from onrecord.knowledge import Knowledge, load
from onrecord.knowledge.pack import Names
from onrecord.knowledge.publisher import Publisher
from onrecord.model import Block, Span, Told, make_source
from onrecord.structure.dates.heading import Heading, decide
from onrecord.structure.dates.published import stamp

CASES = json.loads((Path(__file__).parent.parent / "cases" / "headings.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def _params(kind: str) -> list[Any]:
    marks = pytest.mark.xfail(strict=True) if kind == "known-failure" else ()
    return [pytest.param(case, id=case["label"], marks=marks) for case in CASES[kind]]


def _decide(data: str, lang: str, know: Knowledge, told: tuple[Told, ...] = (), media: str = "text/plain") -> Heading:
    """The heading of a text in which every piece is body."""
    source = make_source(data.encode(), media, "page", told=told)
    text = readers.read(source).text
    blocks = tuple(Block("body", piece.span, lang, 0.0, "test") for piece in text.layout.pieces)
    return decide(source, text, blocks, Span(0, len(text.chars)), lang, know)


@pytest.mark.parametrize("case", _params("wild") + _params("must-not-match") + _params("known-failure"))
def test_plain_texts(case: dict[str, Any], know: Knowledge) -> None:
    """A plain text is dated where dates stand by habit, each value has its evidence, and nothing else is dated."""
    told = (Told("date", case["told"], "field:date"),) if "told" in case else ()

    heading = _decide(case["text"], case["lang"], know, told)

    assert (case["date"], case["published"]) == (heading.date, heading.published)
    for field, value in (("date", heading.date), ("published", heading.published)):
        assert value is None or value in [e.value for e in heading.evidence if e.field == field]
    if "rule" in case:
        assert case["rule"] in [e.rule for e in heading.evidence]
    if "notice" in case:
        assert case["notice"] in [n.reason for n in heading.notices]


def test_a_heading_line_may_end_with_its_date(know: Knowledge) -> None:
    """A first line that a labeller saw as a heading is dated by its end, though its words begin with small letters."""
    line = "Conferencia de prensa de la presidenta de la república Ada Orlo Brand, 6 de marzo de 2031"
    chars = f"{line}\n\nPregunta: ¿Qué opina de los aranceles?\n\nAda Orlo: Los rechazamos."
    source = make_source(chars.encode(), "text/plain", "page")
    (statement,) = structure.label(source, readers.read(source).text, know).statements
    assert statement.date == "2031-03-06"


PAGE = """<html><head><title>Reef accord welcomed — Ministry of Arvenia</title>{meta}</head><body>
<ul><li><a href="/a">Ports open, 1 February 2024</a></li><li><a href="/b">Nets mended, 2 February 2024</a></li></ul>
<h1>Reef accord welcomed</h1><div class="t">{line}</div>
<p>Arvenia welcomes the reef accord and thanks all who worked for it over many long years at sea.</p>
<ul><li><a href="/c">Older news, 3 March 2023</a></li></ul></body></html>"""


def test_line_beside_the_title(know: Knowledge) -> None:
    """The short line under the title dates the page, not the statement, and link lists date nothing."""
    heading = _decide(PAGE.format(meta="", line="2024-01-29"), "en", know, media="text/html")

    assert (heading.date, heading.published) == (None, "2024-01-29")
    assert [e.rule for e in heading.evidence] == ["beside title (figures:y-m-d)"]


def test_link_lists_date_nothing(know: Knowledge) -> None:
    """A page that dates only other pages stays undated."""
    heading = _decide(PAGE.format(meta="", line="Port Amaro"), "en", know, media="text/html")

    assert Heading() == heading


def test_markup_dates_a_page(know: Knowledge) -> None:
    """A meta tag dates a page that prints no date, and says where it stands."""
    meta = '<meta property="article:published_time" content="2024-01-29T10:00:00+08:00">'

    heading = _decide(PAGE.format(meta=meta, line=""), "en", know, media="text/html")

    assert heading.published == "2024-01-29"
    assert heading.evidence[0].where == "meta:article:published_time"


def test_disagreement_is_shown(know: Knowledge) -> None:
    """When print, markup and carrier name different days, print counts and the others stay as evidence."""
    meta = '<meta property="article:published_time" content="2024-01-28">'
    told = (Told("date", "2024-01-30", "feed:pubDate"), Told("url", "https://arvenia.example/2024/01/27/x", "caller"))

    heading = _decide(PAGE.format(meta=meta, line="29 January 2024"), "en", know, told, "text/html")

    assert heading.published == "2024-01-29"
    assert [e.value for e in heading.evidence] == ["2024-01-29", "2024-01-28", "2024-01-30", "2024-01-27"]


def test_publisher_reads_ambiguous_figures(know: Knowledge) -> None:
    """01/02/2024 is read only as its publisher is known to write, and the rule names the publisher."""
    text = "Reef accord\n01/02/2024\nArvenia welcomes the accord."
    outlet = Publisher(
        "arvenia", Names((("en", ("Ministry of Arvenia",)),)), "ministry", "official_transcript", order="mdy"
    )
    source = make_source(text.encode(), "text/plain", "page", publisher="arvenia")
    read = readers.read(source).text
    blocks = tuple(Block("body", p.span, "en", 0.0, "test") for p in read.layout.pieces)
    knows = replace(know, publishers=(outlet,))

    blind = decide(source, read, blocks, Span(0, len(text)), "en", know)
    heading = decide(source, read, blocks, Span(0, len(text)), "en", knows)

    assert blind.date is None
    assert heading.date == "2024-01-02"
    assert "by arvenia" in heading.evidence[0].rule


def test_every_statement_of_a_bilingual_page_has_its_own(know: Knowledge) -> None:
    """Two statements of one text are dated from their own words."""
    one, two = "1月29日，阿维尼亚外交部发言人安娜表示反对。", "On January 30, Arvenian spokesperson Ana Soler said no."
    source = make_source(f"{one}\n\n{two}".encode(), "text/plain", "page")
    text = readers.read(source).text
    spans = (Span(0, len(one)), Span(len(one) + 2, len(text.chars)))
    blocks = (Block("body", spans[0], "zh-Hans", 0.0, "t"), Block("body", spans[1], "en", 0.0, "t"))

    dates = [decide(source, text, blocks, s, b.lang, know).date for s, b in zip(spans, blocks, strict=True)]

    assert dates == ["XXXX-01-29", "XXXX-01-30"]


@pytest.mark.parametrize(
    ("value", "zone", "day"),
    [
        ("2024-01-29", None, "2024-01-29"),
        ("20240129", None, "2024-01-29"),
        ("2024-01-30T01:00:00Z", "America/New_York", "2024-01-29"),
        ("2024-01-29T20:00:00Z", "Asia/Shanghai", "2024-01-30"),
        ("2024-01-29 20:00", "Asia/Shanghai", "2024-01-29"),
        ("Mon, 29 Jan 2024 23:30:00 +0000", None, "2024-01-29"),
        ("2024-01", None, "2024-01"),
        ("2024-02-30", None, None),
        ("01/02/2024", None, None),
        ("soon", None, None),
        ("9" * 5000, None, None),
    ],
)
def test_stamps(value: str, zone: str | None, day: str | None) -> None:
    """Machine-written stamps give their day, in the publisher's zone when they name an offset; others give none."""
    assert day == stamp(value, zone)
