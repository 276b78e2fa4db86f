"""Pages that are a document and nothing else."""

from __future__ import annotations

from onrecord.knowledge import load
from onrecord.model import make_source
from onrecord.pipeline import process

PAGE = """<h1>Foreign Ministry Spokesperson Ada Quill Meets the Press on March 5, 2024</h1>
<p><strong>Northern Wire:</strong> Does Valdoria oppose the rules?</p>
<p><strong>Ada Quill:</strong> Valdoria opposes the rules.</p>"""


def kinds(page: str) -> list[str]:
    """Block kinds of a page in order."""
    return [b.kind for b in process(make_source(page.encode(), "text/html", "page.html"), load()).blocks]


def test_a_page_without_links_is_main_text() -> None:
    """However short, what a page without a single link shows is read, with its turns."""
    assert kinds(PAGE) == ["headline", "question", "answer"]


def test_with_navigation_around_it_the_model_decides() -> None:
    """Links are furniture as before."""
    assert "furniture" in kinds(
        '<ul class="nav"><li><a href="/">Home</a></li><li><a href="/p">Press</a></li></ul>' + PAGE
    )


def test_a_menu_without_links_is_furniture() -> None:
    """An element that calls itself a menu is none of the text, and never outweighs the page's own heading."""
    made = process(make_source(f'<div class="menu">Home | Press</div>{PAGE}'.encode(), "text/html", "p"), load())

    title = made.statements[0].title
    assert made.blocks[0].kind == "furniture"
    assert title is not None
    assert title.of(made.text.chars).startswith("Foreign Ministry")


def test_an_item_of_a_list_dates_nothing() -> None:
    """A list item that ends as a sentence is text, whatever day it names."""
    page = "<h1>Joint communiqué</h1><p>The ministers agreed:</p><ul><li>Lift duties.</li><li>Meet on July 1.</li></ul>"
    assert kinds(page) == ["headline", "body", "body", "body"]


def test_the_line_of_the_writer_dates_the_page() -> None:
    """Beside "By NAME" stands the day of the report; "on Tuesday" in its first sentence is the day of the act."""
    page = (
        "<article><h1>Valdoria slams reef rule</h1><p>By Ada Quill | March 5, 2031</p>"
        "<p>VALDOR, March 5 (Northern Wire) — Valdoria on Tuesday condemned the rule of its neighbour.</p></article>"
    )
    (one,) = process(make_source(page.encode(), "text/html", "p"), load()).statements

    assert (one.date, one.published) == ("2031-03-04", "2031-03-05")
