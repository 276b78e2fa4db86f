"""Attributes of a start tag with the place of each value.

Lives here: a linear scan of one tag's source. Not here: what an attribute means (``marks.py``, ``facts.py``).
"""

from __future__ import annotations

from html import unescape

_SPACE = " \t\n\f\r"
_NAME_ENDS = " \t\n\f\r/>="
_VALUE_ENDS = " \t\n\f\r>"


def scan(tag: str, most: int) -> list[tuple[str, int, int]]:
    """Name in lower case, and start and end of the value in ``tag`` (``<a href=x>``), for at most ``most`` attributes.

    An attribute without a value has an empty span.

    >>> scan("<a href='x y' ID=q hidden>", 200)
    [('href', 9, 12), ('id', 17, 18), ('hidden', 25, 25)]
    """
    found: list[tuple[str, int, int]] = []
    at, end = _until(tag, 1, _NAME_ENDS), len(tag)
    while at < end and len(found) < most:
        if tag[at] in " \t\n\f\r/":
            at += 1
            continue
        if tag[at] == ">":
            break
        start = at
        at = _until(tag, at + 1, _NAME_ENDS)
        name = tag[start:at].lower()
        after = _over(tag, at)
        if after < end and tag[after] == "=":
            value, stop, at = _value(tag, _over(tag, after + 1))
            found.append((name, value, stop))
        else:
            found.append((name, at, at))
    return found


def values(tag: str, most: int) -> dict[str, str]:
    """Name to decoded value; the first of a name counts."""
    found: dict[str, str] = {}
    for name, start, end in scan(tag, most):
        if name not in found:
            found[name] = unescape(tag[start:end])
    return found


def _value(tag: str, at: int) -> tuple[int, int, int]:
    quote = tag[at : at + 1]
    if quote in ("'", '"') and quote:
        stop = tag.find(quote, at + 1)
        stop = len(tag) if stop < 0 else stop
        return at + 1, stop, stop + 1
    stop = _until(tag, at, _VALUE_ENDS)
    return at, stop, stop


def _until(tag: str, at: int, ends: str) -> int:
    while at < len(tag) and tag[at] not in ends:
        at += 1
    return at


def _over(tag: str, at: int) -> int:
    while at < len(tag) and tag[at] in _SPACE:
        at += 1
    return at
