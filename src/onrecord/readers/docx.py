"""DOCX reader: our own walk over the XML of a Word document; every ``w:t`` of it becomes characters.

Lives here: parts to characters, pieces, runs, facts. Not here: the package (``ooxml``), which stretch is for what
(``structure``). A walk of our own because the usual library's iteration passes over text in content controls, text
boxes, tracked insertions and notes, without a word. The source that runs point at (``Run.source``) is the text of all
``w:t`` elements, joined in document order, of these parts in turn: the document, footnotes, endnotes, headers, footers.
Tabs, breaks and paragraph ends have no text there: their runs have an empty source. Tracked deletions, field codes and
comments are not shown by Word and are no characters here; they are counted in a notice.
"""

from __future__ import annotations

from typing import Any

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Fact, Layout, Notice, Source, Span, make_text
from onrecord.readers import characters, ooxml
from onrecord.readers.docxstyles import Styles, read_styles
from onrecord.readers.docxwalk import Walk
from onrecord.readers.reading import Reading
from onrecord.reasons import Reason

NAME = "docx"
VERSION = 1
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ORDER = ("footnotes", "endnotes", "header", "footer")
_CORE = "docProps/core.xml"
_FACTS = ("title", "creator", "subject", "created", "modified", "language")
_SCHEMES = ("http://", "https://", "mailto:")


def read_docx(source: Source, limits: Limits = DEFAULT) -> Reading:
    """Read a DOCX; Refused(broken_container, xml_entities, zip_overlap, ratio, too_deep, no_text...)."""
    package = ooxml.open_package(source.data, limits)
    main = package.main()
    links = package.links(main)
    walk = Walk(_styles(package, links))
    for name, tag in _parts(main, links):
        _walk_part(walk, package, name, tag, limits)
    chars = "".join(walk.chars)
    if not chars.strip():
        raise Refused(Reason.NO_TEXT, "the document has no characters")
    layout = Layout(
        pieces=tuple(walk.pieces),
        nodes=tuple(walk.nodes),
        links=tuple(walk.links),
        emphasis=tuple(walk.strong),
        facts=_facts(package),
    )
    text = make_text(source, f"{NAME}/{VERSION}", chars, layout, tuple(walk.runs))
    return Reading(text, (*_notices(package, links, walk), *characters.notices(chars, limits)))


def _parts(main: str, links: tuple[ooxml.Link, ...]) -> list[tuple[str, str]]:
    """Names of the parts to walk, in order, each with the tag its text stands in."""
    further = [(link.target, kind) for kind in _ORDER for link in links if link.kind == kind and not link.outside]
    return [(main, "body"), *dict.fromkeys(further)]


def _walk_part(walk: Walk, package: ooxml.Package, name: str, tag: str, limits: Limits) -> None:
    root = package.part(name)
    if root is None:
        return
    targets = {link.id: link.target for link in package.links(name) if link.kind == "hyperlink" and link.outside}
    walk.part(root, tag, {k: v for k, v in targets.items() if v.lower().startswith(_SCHEMES)})


def _styles(package: ooxml.Package, links: tuple[ooxml.Link, ...]) -> Styles:
    target = next((link.target for link in links if link.kind == "styles" and not link.outside), "word/styles.xml")
    try:
        return read_styles(package.part(target))
    except Refused as refused:
        if refused.reason in (Reason.XML_ENTITIES, Reason.RATIO):
            raise
        return read_styles(None)


def _facts(package: ooxml.Package) -> tuple[Fact, ...]:
    """The core properties, under "docx:" and their names; their values stand outside the text."""
    root: Any = package.part(_CORE)
    if root is None:
        return ()
    values = {item.tag.rpartition("}")[2]: (item.text or "").strip() for item in root if isinstance(item.tag, str)}
    return tuple(Fact(f"docx:{name}", values[name], Span(0, 0)) for name in _FACTS if values.get(name))


def _notices(package: ooxml.Package, links: tuple[ooxml.Link, ...], walk: Walk) -> list[Notice]:
    found = []
    if package.escaping:
        detail = f"{len(package.escaping)} members have names that lead outside; they were not touched"
        found.append(Notice(Reason.PATH_ESCAPE.value, detail))
    macros = any(name.lower().endswith("vbaproject.bin") for name in package.members)
    outside = sorted({link.kind for link in links if link.outside and link.kind != "hyperlink"})
    if macros or outside:
        detail = ", ".join([*(["macros"] if macros else []), *(f"an outside {kind}" for kind in outside)])
        found.append(Notice(Reason.ACTIVE_CONTENT.value, f"it has {detail}; nothing was run or fetched"))
    if walk.hidden:
        count = sum(map(len, walk.hidden))
        found.append(Notice(Reason.HIDDEN_TEXT.value, f"{count} characters are marked as hidden", walk.hidden[0]))
    comments = any(link.kind == "comments" for link in links)
    if walk.deleted or comments:
        what = [f"{walk.deleted} characters of tracked deletions"] if walk.deleted else []
        what += ["comments"] if comments else []
        found.append(Notice(Reason.HIDDEN_TEXT.value, f"not read, as Word does not print them: {' and '.join(what)}"))
    return found
