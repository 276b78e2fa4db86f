"""Feeds: each entry of an RSS, RDF or Atom feed is a Source; a sitemap is set aside.

Lives here: where an entry keeps its content, link and date. Not here: XML safety (``unpack.xmls``). The Source of an
entry is its content as the feed states it, in UTF-8: the longest form it has (content, else description or summary).
Its locator is its link when that is an http(s) address not used before in this feed, else ``feed#entry-N``; no other
link is ever a locator. Why not feedparser: after a refusal it falls back to a loose parser and returns raw text, and it
hands on ``javascript:`` and ``file:`` links.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from lxml import etree

from onrecord.collect import kinds
from onrecord.collect.given import Given, Items, Open
from onrecord.collect.locators import is_address, part_of
from onrecord.collect.telling import machine_date, told
from onrecord.errors import Refused
from onrecord.model import Notice, Told
from onrecord.reasons import Reason
from onrecord.unpack import xmls

ENTRIES = ("item", "entry")
CONTENT = ("encoded", "content", "description", "summary")
DATES = ("pubDate", "published", "date", "issued", "created", "updated", "modified")
NAMESPACES = (
    "",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",
    "http://purl.org/rss/1.0/",
    "http://purl.org/rss/1.0/modules/content/",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://rssnamespace.org/feedburner/ext/1.0",
)
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def unfold(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """Entries in the feed's order; what cannot be parsed is one SetAside at the place where parsing ended."""
    number = 0
    feed: dict[str, str] = {}
    used: set[str] = set()
    for event, element in xmls.events(_whole(stream, given), given.limits):
        name = _name(element)
        if event == "start":
            _note_start(element, name, feed)
        elif name in ENTRIES:
            number += 1
            yield from _entry(element, number, feed, used, given)
            _drop(element)
        else:
            _note_end(element, name, feed)


def sitemap(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """A list of addresses holds no statement and nothing is fetched: set aside, as ``loop`` when it repeats itself."""
    seen: set[str] = set()
    for event, element in xmls.events(_whole(stream, given), given.limits):
        if event == "end" and str(element.tag).rpartition("}")[2] == "loc":
            address = (element.text or "").strip()
            if address in seen or address == given.name:
                raise Refused(Reason.LOOP, f"the sitemap lists {address[:200]!r} again")
            seen.add(address)
    raise Refused(Reason.UNSUPPORTED_TYPE, f"a sitemap of {len(seen)} addresses; nothing is fetched")


def _whole(stream: io.BufferedReader, given: Given) -> bytes:
    data = stream.read(given.limits.inflate_bytes + 1)
    if len(data) > given.limits.inflate_bytes:
        raise Refused(Reason.TOO_LARGE, f"more than {given.limits.inflate_bytes} bytes of XML")
    return data


def _name(element: etree._Element) -> str:
    """The local name, empty in any other namespace: ``media:content`` and ``itunes:title`` are other things."""
    space, brace, name = str(element.tag).rpartition("}")
    return name if not brace or space[1:] in NAMESPACES else ""


def _note_start(element: etree._Element, name: str, feed: dict[str, str]) -> None:
    if name in ("rss", "feed", "RDF", "channel") and element.get(XML_LANG):
        feed["lang"] = str(element.get(XML_LANG))


def _note_end(element: etree._Element, name: str, feed: dict[str, str]) -> None:
    """Title, language and link of the feed itself, when they stand before its entries."""
    parent = element.getparent()
    if parent is None or _name(parent) not in ("channel", "feed"):
        return
    if name in ("title", "language"):
        feed.setdefault({"title": "title", "language": "lang"}[name], _text(element))
    elif name == "link":
        link = element.get("href") or _text(element)
        if is_address(link) and element.get("rel", "alternate") == "alternate":
            feed.setdefault("link", link)


def _entry(entry: etree._Element, number: int, feed: dict[str, str], used: set[str], given: Given) -> Items:
    by_name: dict[str, etree._Element] = {}
    for child in entry:
        if isinstance(child.tag, str) and _name(child):
            by_name.setdefault(_name(child), child)
    link, notices = _link(entry, by_name, feed)
    place = part_of(given.locator, f"entry-{number}")
    date, bad_date = _date(by_name)
    said = (
        *told("url", link, "feed:link"),
        *date,
        *_said(by_name, feed),
        Told("charset", "utf-8", "feed"),
        Told("container", place, "feed"),
    )
    inner = given.part(link if link and link not in used else place, "", *said)
    used.add(link)
    inner = replace(inner, notices=(*given.notices, *notices, *bad_date))
    content, kind = _content(by_name)
    if not content.strip():
        title = _text(by_name["title"])[:200] if "title" in by_name else ""
        yield inner.aside(Refused(Reason.NO_TEXT, f"entry {number} has no content; its title is {title!r}"))
        return
    yield inner.source(content.encode("utf-8", "replace"), kind)


def _said(by_name: dict[str, etree._Element], feed: dict[str, str]) -> Iterator[Told]:
    for name, field in (("title", "title"), ("author", "author"), ("author", "creator"), ("id", "guid"), ("id", "id")):
        if field in by_name:
            yield from told(name, _text(by_name[field]), f"feed:{field}")
    for field in ("source", "publisher"):
        if field in by_name:
            yield from told("publisher", _first(by_name[field], "title") or _text(by_name[field]), f"feed:{field}")
    yield from told("publisher", feed.get("title", ""), "feed:channel/title")
    lang = next((by_name[n].get(XML_LANG) for n in CONTENT if n in by_name and by_name[n].get(XML_LANG)), None)
    yield from told("lang", lang or ("language" in by_name and _text(by_name["language"])), "feed:entry/lang")
    yield from told("lang", feed.get("lang", ""), "feed:channel/language")


def _link(
    entry: etree._Element, by_name: dict[str, etree._Element], feed: dict[str, str]
) -> tuple[str, tuple[Notice, ...]]:
    """The entry's address, or empty; a link of another form is said in a notice."""
    links = [c for c in entry if isinstance(c.tag, str) and _name(c) in ("link", "origLink")]
    stated = [str(c.get("href") or _text(c)) for c in links if c.get("rel", "alternate") == "alternate"]
    guid = by_name.get("guid")
    if guid is not None and guid.get("isPermaLink", "true") == "true" and is_address(_text(guid)):
        stated.append(_text(guid))
    stated = [link for link in stated if link]
    for link in stated:
        whole = link if ":" in link or "link" not in feed else urljoin(feed["link"], link)
        if is_address(whole):
            return whole, ()
    if not stated:
        return "", ()
    return "", (Notice(Reason.BAD_LINK.value, f"link {stated[0][:200]!r} is not kept as an address"),)


def _date(by_name: dict[str, etree._Element]) -> tuple[tuple[Told, ...], tuple[Notice, ...]]:
    bad: list[Notice] = []
    for field in DATES:
        if field in by_name:
            value = _text(by_name[field])
            date = machine_date(value)
            if date:
                return tuple(told("date", date, f"feed:{field}")), tuple(bad)
            if value:
                bad.append(Notice(Reason.BAD_DATE.value, f"{field} {value[:100]!r} is no date"))
    return (), tuple(bad)


def _content(by_name: dict[str, etree._Element]) -> tuple[str, str]:
    """The entry's content and its media type: Atom says which, RSS means HTML when it has any markup."""
    for field in CONTENT:
        element = by_name.get(field)
        if element is None:
            continue
        stated = element.get("type", "").lower()
        if stated == "xhtml" or len(element):
            inner = "".join(etree.tostring(c, encoding="unicode", with_tail=True) for c in element)
            chars, kind = (element.text or "") + inner, kinds.HTML
        else:
            chars = element.text or ""
            markup = "<" in chars or "&" in chars
            html = "html" in stated or (markup and stated in ("", "html"))
            kind = kinds.HTML if html else kinds.PLAIN
        if chars.strip():
            return chars, kind
    return "", kinds.PLAIN


def _text(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext()).strip()


def _first(element: etree._Element, name: str) -> str:
    return next((_text(c) for c in element if isinstance(c.tag, str) and _name(c) == name), "")


def _drop(element: etree._Element) -> None:
    """Free what was read: the entry and all before it."""
    parent = element.getparent()
    element.clear()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
