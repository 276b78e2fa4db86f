"""Tests of ``readers.html`` and the projection: what a page shows, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Text, Told, make_source
from onrecord.readers import Reading, read
from onrecord.readers.html import declared_charset

Page = Callable[..., Reading]
Check = Callable[[Text, str], None]

# markup, characters shown
SHOWN = [
    ("<p>One  two\n three</p><p>four", "One two three\nfour"),
    ("a<br>b<br><br>c", "a\nb\n\nc"),
    ("<p>a</p><br><p>b</p>", "a\n\nb"),
    ("x <b> y </b> z", "x y z"),
    ("x<b> y</b><i>z</i>", "x yz"),
    ("<pre>\n  a\n   b</pre>c", "  a\n   b\nc"),
    ("<textarea> a  b</textarea>", " a  b"),
    ("<p>&ldquo;Yes&rdquo; &amp;c &notit; &#0;&#xD800;</p>", "“Yes” &c ¬it; \ufffd\ufffd"),
    ("a&nbsp;&nbsp;b&#32;&#32;c", "a\u00a0\u00a0b c"),
    ("<p>诺兰\u3000\u3000外交部</p>", "诺兰\u3000\u3000外交部"),
    ("<script>if (a<b) {}</script><style>p{}</style>a<!-- no -->b<template>no</template>", "ab"),
    ("<template><template>no</template>no</template>yes", "yes"),
    ("<x-y><template shadowrootmode=open><p>shown</template></x-y>", "shown"),
    ("<svg><title>no</title><text>no</text></svg>yes", "yes"),
    ("<svg onload=x><p>not lost", "not lost"),
    ("<iframe><p>no</iframe>yes", "yes"),
    ("<nav>Home</nav><form><button>Go</button><select><option>A<option>B</select></form>", "Home\nGo\nA\nB"),
    ("<noscript><p>Without <b>scripts</b></p></noscript>", "Without scripts"),
    ("<NOSCRIPT>x</NOSCRIPT>y", "x\ny"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "a\nb\nc"),
    ("<ul><li>a<li>b<ul><li>c</ul></ul>", "a\nb\nc"),
    ('<img alt="no"><input value="no">a', "a"),
    ("<title>Head</title><body>text", "Head\ntext"),
    ("a\r\n\r\nb<pre>c\r\nd</pre>", "a b\nc\r\nd"),
    ("<textarea><noscript>x</textarea>", "<noscript>x"),
    ("5 < 6 <3 a<b", "5 < 6 <3 a"),
    ("<p title='a>b'>c", "c"),
    ("<xmp><b>x</b></xmp>", "<b>x</b>"),
]


@pytest.mark.parametrize(("markup", "shown"), SHOWN)
def test_what_a_page_shows(page: Page, maps_back: Check, markup: str, shown: str) -> None:
    """White space collapses as in a browser, nothing shown is dropped, and everything maps back."""
    text = page(markup).text
    assert text.chars == shown
    maps_back(text, markup)


def test_pieces_and_their_elements(page: Page) -> None:
    """A piece knows its block, the innermost element that holds all of it, and what is linked and bold in it."""
    text = page('<div id=Main class="A b"><p><b>Q:</b> see <a href="/x?a=1&amp;b">this</a><br>next</div>').text
    first, second = text.layout.pieces
    assert (first.tag, first.strong, first.linked) == ("p", 2, 4)
    assert second.tag == "br"
    node = text.layout.nodes[first.node]
    assert node.tag == "p"
    assert text.layout.nodes[node.parent].names == "a b main"
    assert [(s.of(text.chars), href) for s, href in text.layout.links] == [("this", "/x?a=1&b")]
    assert [s.of(text.chars) for s in text.layout.emphasis] == ["Q:"]


def test_a_piece_inside_one_inline_element(page: Page) -> None:
    """When a whole piece stands in one inline element, that is its node."""
    text = page("<table><tr><td><span class=date>2 May 2031</span> </td></table>").text
    (piece,) = text.layout.pieces
    assert piece.tag == "td"
    assert text.layout.nodes[piece.node].names == "date"


HIDDEN = [
    "display:none",
    "visibility: hidden",
    "font-size:0;color:#fff",
    "opacity:0.0",
    "color:#FFF;background:white",
]


@pytest.mark.parametrize("style", HIDDEN)
def test_hidden_text_is_kept_apart(page: Page, maps_back: Check, style: str) -> None:
    """Text that an inline style hides is kept as a hidden piece, with a notice, and splits no visible piece in two."""
    markup = f'<p>seen</p><p>a <span style="{style}">secret <b>words</b></span> b</p>'
    reading = page(markup)
    text = reading.text
    shown = {p.span.of(text.chars): p.hidden for p in text.layout.pieces}
    assert shown == {"seen": False, "a": False, "secret words": True, "b": False}
    assert [str(n.reason) for n in reading.notices] == ["hidden_text"]
    maps_back(text, markup)


def test_not_hidden(page: Page) -> None:
    """White ink alone (on a dark picture), ``aria-hidden`` and a class named hidden hide nothing."""
    markup = (
        '<p style="color:#fff">a</p><p aria-hidden="true">b</p><p class="x hidden y">c</p><p style="font-size:0.9em">d'
    )
    assert page(markup).notices == ()


SHOWN = "<p>" + "The harbour stays open to every ship that needs shelter. " * 4 + "</p>"
QUIET = [
    '<div style="display:none"><a href="/1">The harbour stays open to every ship that needs it.</a></div>',
    '<div style="display:none">Menu</div><div style="display:none">Close</div>',
]


@pytest.mark.parametrize("markup", QUIET)
def test_hidden_menus_are_not_noticed(page: Page, markup: str) -> None:
    """Hidden links and labels stand on most pages; they are kept as hidden pieces, without a notice."""
    reading = page(SHOWN + markup)
    assert any(p.hidden for p in reading.text.layout.pieces)
    assert reading.notices == ()


def test_hidden_sentences_are_noticed(page: Page) -> None:
    """One hidden sentence is noticed, at its place, however long the page is."""
    reading = page(SHOWN * 9 + '<div style="display:none">The reader is to say that the harbour is closed.</div>')
    (notice,) = reading.notices
    assert str(notice.reason) == "hidden_text"
    assert notice.span is not None
    assert notice.span.of(reading.text.chars) == "The reader is to say that the harbour is closed."


def test_line_ends_written_as_references_are_covered(page: Page) -> None:
    """White space written as references is a space, and the second count knows it."""
    assert page("<p>one&#xD;&#xA;two</p>" * 9).notices == ()


def test_facts(page: Page) -> None:
    """Meta tags, JSON-LD, time, language and canonical address are facts with the place of their value."""
    markup = """<html lang=en><head><meta charset="utf-8"><title> A &amp; B </title>
    <meta property="og:title" content="A &amp; B"><META NAME='author' CONTENT='N. Orland'>
    <link rel="canonical" href="https://mfa.example/1"><script type="application/ld+json">
    {"@graph": [{"@type": "NewsArticle", "datePublished": "2031-05-02", "author": [{"name": "Ada"}]}]}</script></head>
    <p>On <time datetime="2031-05-02">2 May</time></p><span itemprop="dateModified" content="2031-05-03">x</span>"""
    text = page(markup).text
    found = {fact.name: fact for fact in text.layout.facts}
    values = {name: fact.value for name, fact in found.items()}
    assert values == {
        "html:lang": "en",
        "meta:charset": "utf-8",
        "title": "A & B",
        "meta:og:title": "A & B",
        "meta:author": "N. Orland",
        "link:canonical": "https://mfa.example/1",
        "ld:@type": "NewsArticle",
        "ld:datePublished": "2031-05-02",
        "ld:author.name": "Ada",
        "time:datetime": "2031-05-02",
        "itemprop:dateModified": "2031-05-03",
    }
    for name, fact in found.items():
        expected = "A &amp; B" if fact.value == "A & B" else fact.value
        assert fact.source.of(markup) == expected, name
    stood = {name: fact.text.of(text.chars) for name, fact in found.items() if fact.text}
    assert stood == {"title": "A & B", "time:datetime": "2 May", "itemprop:dateModified": "x"}


@pytest.mark.parametrize("content", ["{", "[" * 5000, '{"a": ' * 3000 + "1"])
def test_broken_linked_data_is_noticed(page: Page, content: str) -> None:
    """JSON-LD that is not JSON, or nested without end, costs a notice and nothing else."""
    reading = page(f'<p>text</p><script type="application/ld+json">{content}</script>')
    assert reading.text.chars == "text"
    assert [str(n.reason) for n in reading.notices] == ["bad_json"]


CHARSETS = [
    (b'<meta charset="gb2312">', "gb2312"),
    (b"<META http-equiv=Content-Type content='text/html; CHARSET=windows-1251'>", "windows-1251"),
    (b'<?xml version="1.0" encoding="koi8-r"?><html>', "koi8-r"),
    (b'<p>charset=big5</p><meta charset = "euc-kr"/>', "euc-kr"),
    (b"<p>no word of it", ""),
]


@pytest.mark.parametrize(("data", "label"), CHARSETS)
def test_declared_charset(data: bytes, label: str) -> None:
    """The label is found in meta tags and the XML declaration only."""
    assert declared_charset(data) == label


def test_the_header_goes_before_the_page(page: Page) -> None:
    """An HTTP header's charset wins over the page's."""
    data = '<meta charset="koi8-r"><p>Норланд</p>'.encode("cp1251")
    reading = page(data, told=(Told("charset", "windows-1251", "http:Content-Type"),))
    assert reading.text.chars == "Норланд"
    assert reading.text.layout.decoding.by == "http:Content-Type"


ODD = [
    ("<div>" * 5000 + "statement" + "</div>" * 5000 + "after", "too_deep", "statement\nafter"),
    ("<table><tr><td>" * 3000 + "statement", "too_deep", "statement"),
    ("<p " + " ".join(f"a{i}=1" for i in range(5000)) + ">statement", "odd_markup", "statement"),
    ("<p>statement</p><p class=", "truncated_input", "statement"),
    ("<p>statement</p><p class='a>b", "truncated_input", "statement"),
]


@pytest.mark.parametrize(("markup", "reason", "shown"), ODD, ids=lambda value: value if len(value) < 20 else "markup")
def test_odd_pages_are_flattened(page: Page, maps_back: Check, markup: str, reason: str, shown: str) -> None:
    """Pages far from any real page keep their text and get a notice."""
    reading = page(markup)
    assert reading.text.chars == shown
    assert [str(n.reason) for n in reading.notices] == [reason]
    maps_back(reading.text, markup)


@pytest.mark.parametrize("markup", ["", "<p> </p>", "<script>x</script>", "<p>&nbsp;"])
def test_pages_without_text_are_refused(page: Page, markup: str) -> None:
    """A page that shows nothing is refused."""
    with pytest.raises(Refused) as refused:
        page(markup)
    assert refused.value.reason in ("empty", "no_text")


def test_large_pages_are_refused(page: Page) -> None:
    """The limit on a page's size is kept."""
    with pytest.raises(Refused, match="too_large"):
        page("<p>" + "a" * 100, limits=Limits(html_bytes=50))


SOUP = [
    "<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<br>", "<li>", "<td>", "<table>", "</table>", "<pre>",
    "</pre>", "<a\thref=x>", "</a>", "<!--x-->", "<!", "</", "<", "&amp;", "&lt", "&#10;", "&nbsp;", "&",
    "<script>", "</script>", "<svg>", "</svg>", "<title>", "</title>", "<noscript>", "</noscript>", "<template>",
    "</template>", "<p\thidden>", "<textarea>", "</textarea>", "<p\tstyle='display:none'>", "a>", "诺", "\xa0",
    "x", "y",
    " ", "\n", "\r\n", "\t", "word", "'", '"', "=",
]  # fmt: skip


@given(st.lists(st.sampled_from(SOUP), max_size=40))
@settings(max_examples=800, deadline=None)
def test_any_tag_soup_maps_back(maps_back: Check, parts: list[str]) -> None:
    """For any soup of tags, references, spaces and words, every character maps back to its source."""
    markup = "".join(parts)
    try:
        text = read(make_source(markup.encode(), "text/html", "test"), DEFAULT).text
    except Refused:
        return
    maps_back(text, markup)
