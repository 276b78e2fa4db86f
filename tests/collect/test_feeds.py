"""Feeds: entries and what they tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord import collect
from onrecord.limits import DEFAULT
from onrecord.model import SetAside, Source

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Press Office of Veltania</title><link>https://v.test/</link>
<language>en-GB</language>{}</channel></rss>"""
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Bureau</title><link href="https://v.test/"/>{}</feed>'


def expand(feed: str, limits=DEFAULT) -> list[Source | SetAside]:
    """The parts of a feed."""
    return list(collect.expand(feed.encode(), "/x/f.rss", "f.rss", limits=limits))


def told(source: Source) -> dict[str, tuple[str, str]]:
    """The first thing told under each name."""
    return {t.name: (t.value, t.by) for t in reversed(source.told)}


def test_an_rss_entry() -> None:
    """The longest content is the source, byte for byte; title, date, author, address and outlet are told."""
    content = "<p>“We &amp; our partners” — заявил посол.</p>\n"
    entry = f"""<item><title>Visit</title><link> https://v.test/1 </link><dc:creator>A. Orlo</dc:creator>
    <pubDate>Tue, 06 May 2031 07:08:09 +0200</pubDate><guid isPermaLink="false">77</guid>
    <description>short</description><content:encoded><![CDATA[{content}]]></content:encoded></item>"""
    (source,) = expand(RSS.format(entry))
    assert isinstance(source, Source)
    assert (source.data, source.media_type, source.locator) == (content.encode(), "text/html", "https://v.test/1")
    assert told(source) == {
        "url": ("https://v.test/1", "feed:link"),
        "date": ("2031-05-06T07:08:09+02:00", "feed:pubDate"),
        "title": ("Visit", "feed:title"),
        "author": ("A. Orlo", "feed:creator"),
        "id": ("77", "feed:guid"),
        "publisher": ("Press Office of Veltania", "feed:channel/title"),
        "lang": ("en-GB", "feed:channel/language"),
        "charset": ("utf-8", "feed"),
        "container": ("/x/f.rss#entry-1", "feed"),
    }


@pytest.mark.parametrize(
    ("content", "data", "kind"),
    [
        ('<content type="html">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</content>', b"<p>A &amp; B</p>", "text/html"),
        ('<content type="text">A &lt; B</content>', b"A < B", "text/plain"),
        ("<summary>A and B</summary>", b"A and B", "text/plain"),
        ('<content type="html"> </content><summary>kept</summary>', b"kept", "text/plain"),
    ],
)
def test_atom_content_is_what_it_says(content: str, data: bytes, kind: str) -> None:
    """Atom states the kind of its content; an empty form gives way to the next."""
    (source,) = expand(ATOM.format(f'<entry><link rel="alternate" href="https://v.test/1"/>{content}</entry>'))
    assert (source.data, source.media_type, told(source)["lang"][0]) == (data, kind, "fr")


def test_xhtml_content_keeps_its_markup() -> None:
    """Content that is markup itself comes out as markup."""
    inner = '<div xmlns="http://www.w3.org/1999/xhtml"><p>A &amp; <b>B</b></p></div>'
    (source,) = expand(ATOM.format(f'<entry><content type="xhtml">{inner}</content></entry>'))
    assert source.media_type == "text/html"
    assert b"<p>A &amp; <b>B</b></p>" in source.data


@pytest.mark.parametrize(
    "link", ["javascript:x()", "data:text/html,x", "file:///etc/passwd", "http://169.254.169.254/"]
)
def test_a_bad_link_is_never_a_locator(link: str) -> None:
    """The entry is kept under its place in the feed, with a notice, and no address is told."""
    (source,) = expand(ATOM.format(f'<entry><link href="{link}"/><content>The envoy spoke.</content></entry>'))
    assert source.locator == "/x/f.rss#entry-1"
    assert [n.reason for n in source.notices] == ["bad_link"]
    assert "url" not in told(source)


@pytest.mark.parametrize("date", ["2031-13-45", "now", "1e9", "Tue, 99 May 2031", "0000-00-00"])
def test_a_bad_date_stays_untold(date: str) -> None:
    """A date that no calendar has is a notice, not a date."""
    (source,) = expand(ATOM.format(f"<entry><updated>{date}</updated><content>The envoy spoke.</content></entry>"))
    assert [n.reason for n in source.notices] == ["bad_date"]
    assert "date" not in told(source)


def test_two_entries_with_one_link_have_two_locators() -> None:
    """A feed whose entries all link to its home page does not look like revisions of one page."""
    entry = "<item><link>https://v.test/</link><description>part {}</description></item>"
    sources = expand(RSS.format(entry.format(1) + entry.format(2)))
    assert [s.locator for s in sources] == ["https://v.test/", "/x/f.rss#entry-2"]


def test_an_entry_without_content_is_set_aside() -> None:
    """It is not lost: it is named, with its title."""
    (aside,) = expand(RSS.format("<item><title>Only a title</title><link>https://v.test/1</link></item>"))
    assert (aside.reason, aside.locator) == ("no_text", "https://v.test/1")
    assert "Only a title" in aside.detail


def test_rdf_entries_outside_the_channel() -> None:
    """RSS 1.0 keeps its items beside the channel."""
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>
    <title>T</title></channel><item><link>https://v.test/1</link><description>The envoy spoke.</description></item>
    </rdf:RDF>"""
    (source,) = expand(feed)
    assert source.locator == "https://v.test/1"


def test_a_broken_feed_gives_what_stands_before_the_fault() -> None:
    """Entries before the fault are kept, the rest is said."""
    entry = "<item><link>https://v.test/{}</link><description>The envoy spoke.</description></item>"
    source, aside = expand(
        RSS.format(entry.format(1) + "<item><description>&nbsp;</description></item>" + entry.format(2))
    )
    assert (source.locator, aside.reason) == ("https://v.test/1", "broken_container")


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        (
            '<!DOCTYPE rss [<!ENTITY a "ha">]>' + RSS.format("<item><description>&a;</description></item>")[38:],
            "xml_entities",
        ),
        ("<rss><channel><item><title>" + "<x>" * 5000, "too_deep"),
        ("<rss><channel>", "broken_container"),
    ],
)
def test_refusals(feed: str, reason: str) -> None:
    """Document types, depth and damage have their reasons."""
    assert [a.reason for a in expand(feed)] == [reason]


def test_a_feed_over_the_limit_is_refused() -> None:
    """A feed is held in memory whole, so it has a limit."""
    assert [a.reason for a in expand(RSS.format(""), replace(DEFAULT, inflate_bytes=100))] == ["too_large"]


def test_a_sitemap_is_set_aside() -> None:
    """Nothing is fetched: a sitemap is unsupported, or a loop when it repeats itself."""
    sitemap = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
    one, two = "<url><loc>https://v.test/1</loc></url>", "<url><loc>https://v.test/2</loc></url>"
    for inner, reason in (
        (one + two, "unsupported_type"),
        (one + one, "loop"),
        ("<url><loc>s.xml</loc></url>", "loop"),
    ):
        items = list(collect.expand(sitemap.format(inner).encode(), "/x/s.xml", "s.xml"))
        assert [i.reason for i in items] == [reason]


def test_names_of_other_namespaces_are_other_things() -> None:
    """Podcast and media elements called title or content do not stand in for the entry's own."""
    entry = """<entry xmlns:media="http://search.yahoo.com/mrss/" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd">
    <media:title>picture</media:title><media:content url="https://v.test/a.png">alt</media:content><i:author>x</i:author>
    <title>Visit</title><content>The envoy spoke.</content></entry>"""
    (source,) = expand(ATOM.format(entry))
    assert (source.data, told(source)["title"][0], "author" in told(source)) == (b"The envoy spoke.", "Visit", False)
