"""Tables of web pages: content in the main text, layout and calendars outside it."""

from __future__ import annotations

import pytest

from onrecord import readers
from onrecord.knowledge import Knowledge, load
from onrecord.model import Block, make_source
from onrecord.structure import label

WORDS = (
    "<p>The Ministry of Trade of Norland {} that it takes the measures below, which enter into force on the first of "
    "April and hold for all goods that are brought into the country by sea.</p>"
)
MEASURES = (
    ("Licence for export", "Weather chips and parts of them"),
    ("Duty on import", "Fish, fresh or chilled"),
    ("Quota", "Timber of the northern forests"),
    ("Notice in advance", "Vessels above 300 tonnes that enter the strait"),
)
TABLE = (
    "<table><tr><th>Measure</th><th>Goods</th></tr>"
    + "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in MEASURES)
    + "</table>"
)
CALENDAR = "<table><tr><td><a href='/1'>1</a></td><td><a href='/2'>2</a></td></tr>" * 2 + "</table>"
PAGE = (
    "<html><head><title>Measures on trade - Ministry of Trade</title></head><body>"
    "<ul class='nav'>" + "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(8)) + "</ul>"
    "<h1>Measures on trade</h1><div class='content'>{inside}</div>{after}"
    "<div class='footer'><a href='/c'>Contact</a> <a href='/m'>Map of the site</a></div></body></html>"
)


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def blocks(page: str, know: Knowledge) -> list[tuple[str, Block]]:
    """The words and blocks of a page."""
    source = make_source(page.encode(), "text/html", "page")
    text = readers.read(source).text
    return [(b.span.of(text.chars), b) for b in label(source, text, know).blocks]


def test_a_table_inside_the_text_is_text(know: Knowledge) -> None:
    """Every cell of a table of measures is body with the label table, its heads too."""
    inside = WORDS.format("announced") + WORDS.format("said") + TABLE + WORDS.format("added")

    found = {words: (b.kind, b.label) for words, b in blocks(PAGE.format(inside=inside, after=""), know)}

    cells = ["Measure", "Goods", *(cell for row in MEASURES for cell in row)]
    assert {found[cell] for cell in cells} == {("body", "table")}


def test_a_calendar_of_links_stays_outside(know: Knowledge) -> None:
    """A table of links beside the text is furniture."""
    page = PAGE.format(inside=WORDS.format("announced") * 3, after=CALENDAR)

    assert {b.kind for words, b in blocks(page, know) if words in ("1", "2")} == {"furniture"}


def test_a_table_that_lays_out_the_page_is_no_table_of_content(know: Knowledge) -> None:
    """Running text in cells is not labelled as a table."""
    cell = "".join(WORDS.format(verb) * 3 for verb in ("announced", "said")).replace("</p><p>", " ")
    page = (
        f"<html><body><table><tr><td>{cell}</td><td>{cell}</td></tr><tr><td>{cell}</td><td>.</td></tr></table></body>"
    )

    assert not [words for words, b in blocks(page, know) if b.label == "table" and b.kind == "body"]
