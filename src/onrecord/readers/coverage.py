"""A second count of a page's text, by another way than the projection's, so that no text is lost in silence.

Lives here: a plain scan that cuts the source at ``<`` and ``>`` and counts what is left. It shares no code and no
tables with the projection on purpose. Not here: the projection; mending anything (a difference becomes a notice).
"""

from __future__ import annotations

# First letters of what hides everything up to its end.
_HIDERS = {
    "scr": ("script", "/script"),
    "sty": ("style", "/style"),
    "svg": ("svg", "/svg"),
    "tem": ("template", "/template"),
    "ifr": ("iframe", "/iframe"),
    "noe": ("noembed", "/noembed"),
}


def count(source: str) -> int:
    """Characters of ``source`` outside tags, comments and programs that are not white space; references as written."""
    parts = source.split("<")
    shown = [parts[0]]
    until = ""
    for part in parts[1:]:
        if until:
            until, rest = _inside(part, until)
            if rest:
                shown.append(rest)
            continue
        head = part[:3]
        if head == "!--" or head.lower() in _HIDERS:
            until, rest = _enters(part)
            if rest:
                shown.append(rest)
            continue
        first = head[:1]
        if not (first.isalpha() or first in ("/", "!", "?")):
            shown.append("<" + part)
            continue
        tag, closed, rest = part.partition(">")
        if (tag.count('"') & 1 and '="' in tag) or (tag.count("'") & 1 and "='" in tag):
            closed, rest = _quoted(part)
            if not closed:
                until = '"' if tag.count('"') & 1 else "'"
                continue
        shown.append(rest)
    return len("".join("".join(shown).split()))


def _enters(part: str) -> tuple[str, str]:
    """What ends the hidden stretch that ``part`` starts ("" when it ends in it or is none), and text after it."""
    if part.startswith("!--"):
        if part.startswith(("!-->", "!--->")):
            return "", part.partition(">")[2]
        _, closed, rest = part[3:].partition("-->")
        return ("", rest) if closed else ("-->", "")
    name, end = _HIDERS[part[:3].lower()]
    tag, _, rest = part.partition(">")
    if tag[: len(name)].lower() != name or tag[len(name) :][:1].strip("/ \t\n\r\f"):
        return "", rest
    if tag.endswith("/") and name == "svg":
        return "", rest
    return end, ""


def _inside(part: str, until: str) -> tuple[str, str]:
    """The same for a part inside a hidden stretch."""
    if until[0] == "/":
        if part[: len(until)].lower() == until and not part[len(until) : len(until) + 1].strip("/> \t\n\r\f"):
            return "", part.partition(">")[2]
        return until, ""
    if until == "-->":
        _, closed, rest = part.partition("-->")
        return ("", rest) if closed else (until, "")
    _, closed, rest = part.partition(until)
    if not closed:
        return until, ""
    return "", rest.partition(">")[2]


def _quoted(part: str) -> tuple[str, str]:
    """For a tag whose first ``>`` stands in quotation marks: ``>`` and the text after the tag's real end."""
    at = 0
    while True:
        sign = part.find("=", at)
        close = part.find(">", at)
        if close < 0:
            return "", ""
        if sign < 0 or close < sign:
            return ">", part[close + 1 :]
        quote = part[sign + 1 : sign + 2]
        if quote in ("'", '"') and quote:
            at = part.find(quote, sign + 2) + 1
            if not at:
                return "", ""
        else:
            at = sign + 1
