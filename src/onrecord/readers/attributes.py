"""Attributes of a start tag with the place of each value.

Lives here: a linear scan of one tag's source. Not here: what an attribute means (``marks.py``, ``facts.py``).
"""

from __future__ import annotations

from html import unescape

_SPACE = " \t\n\f\r"
_NAME_ENDS = frozenset(" \t\n\f\r/>=")
_VALUE_ENDS = frozenset(" \t\n\f\r>")
_UNUSUAL = frozenset(" \t\n\f\r/>='\"")


def scan(tag: str, most: int) -> list[tuple[str, int, int]]:
    """Name in lower case, and start and end of the value in ``tag`` (``<a href=x>``), for at most ``most`` attributes.

    An attribute without a value has an empty span.

    >>> scan("<a href='x y' ID=q hidden>", 200)
    [('href', 9, 12), ('id', 17, 18), ('hidden', 25, 25)]
    """
    found: list[tuple[str, int, int]] = []
    at, end = _until(tag, 1, _NAME_ENDS), len(tag)
    while at < end and len(found) < most:
        sign = tag.find('="', at)
        name = tag[at + 1 : sign] if sign > 0 and tag[at] in _SPACE else ""
        if name and _UNUSUAL.isdisjoint(name):  # the usual form: one space, name="value"
            stop = tag.find('"', sign + 2)
            stop = end if stop < 0 else stop
            found.append((name.lower(), sign + 2, stop))
            at = stop + 1
            continue
        char = tag[at]
        if char in " \t\n\f\r/":
            at += 1
        elif char == ">":
            break
        else:
            at = _one(tag, at, found)
    return found


def _one(tag: str, at: int, found: list[tuple[str, int, int]]) -> int:
    """Read one attribute at ``at`` in any form; the place after it."""
    start = at
    at = _until(tag, at + 1, _NAME_ENDS)
    name = tag[start:at].lower()
    after = _over(tag, at)
    if tag[after : after + 1] != "=":
        found.append((name, at, at))
        return at
    value, stop, at = _value(tag, _over(tag, after + 1))
    found.append((name, value, stop))
    return at


def value(tag: str, name: str, most: int) -> str | None:
    """The decoded value of one attribute; None when the tag has none. ``name`` is in lower case.

    >>> value('<a class="x" href="/p?a=1&amp;b">', "href", 200)
    '/p?a=1&b'
    """
    at = tag.find(f' {name}="')
    if at > 0 and not tag.count('"', 0, at) & 1 and tag.find("'", 0, at) < 0:
        start = at + len(name) + 3
        stop = tag.find('"', start)
        found = tag[start : stop if stop >= 0 else len(tag)]
        return unescape(found) if "&" in found else found
    return values(tag, most).get(name)


def values(tag: str, most: int) -> dict[str, str]:
    """Name to decoded value; the first of a name counts."""
    found: dict[str, str] = {}
    for name, start, end in scan(tag, most):
        if name not in found:
            value = tag[start:end]
            found[name] = unescape(value) if "&" in value else value
    return found


def _value(tag: str, at: int) -> tuple[int, int, int]:
    quote = tag[at : at + 1]
    if quote in ("'", '"') and quote:
        stop = tag.find(quote, at + 1)
        stop = len(tag) if stop < 0 else stop
        return at + 1, stop, stop + 1
    stop = _until(tag, at, _VALUE_ENDS)
    return at, stop, stop


def _until(tag: str, at: int, ends: frozenset[str]) -> int:
    end = len(tag)
    while at < end and tag[at] not in ends:
        at += 1
    return at


def _over(tag: str, at: int) -> int:
    while at < len(tag) and tag[at] in _SPACE:
        at += 1
    return at
