"""An OOXML package (DOCX) as its parts: vetted archive in, parsed XML out.

Lives here: which part is which, relationships, and the refusals (document types, depth, missing parts). Not here: the
archive's own tricks (``unpack.zips``), what a document's elements mean (``docx``). Nothing is written to disk, no
relationship is followed out of the package. Source of the layout: ECMA-376 part 2.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord import unpack
from onrecord.errors import Refused
from onrecord.limits import Limits
from onrecord.reasons import Reason

CONTENT_TYPES = "[Content_Types].xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_FORBIDDEN = tuple(
    mark.encode(codec) for mark in ("<!DOCTYPE", "<!ENTITY") for codec in ("ascii", "utf-16-le", "utf-16-be")
)
_STRICT = (  # ISO/IEC 29500 Strict has other names for the same vocabulary
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship: its id, the last word of its type ("hyperlink", "styles"), target, and whether it leads out."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A listed package. ``names`` are its safe member names, ``escaping`` those that would lead outside a folder."""

    archive: unpack.Archive
    members: dict[str, unpack.Member]
    escaping: tuple[str, ...]
    limits: Limits

    def part(self, name: str) -> Any | None:
        """The root element of a part, or None when there is none; Refused(xml_entities, too_deep, ratio...)."""
        member = self.members.get(name)
        return None if member is None else parse(self.archive.read(member), name, self.limits)

    def links(self, name: str) -> tuple[Link, ...]:
        """The relationships of a part ("" for the package itself)."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        return () if root is None else tuple(_links(root, folder))

    def main(self) -> str:
        """The name of the document part; Refused(broken_container) when there is none."""
        named = [link.target for link in self.links("") if link.kind == "officeDocument" and not link.outside]
        for name in (*named, "word/document.xml"):
            if name in self.members and CONTENT_TYPES in self.members:
                return name
        raise Refused(Reason.BROKEN_CONTAINER, "the package has no document part")


def open_package(data: bytes, limits: Limits) -> Package:
    """List a package; Refused(broken_container, zip_overlap, too_large)."""
    archive = unpack.open_zip(data, limits)
    members = {m.name: m for m in archive.members if not m.escapes and not m.folder}
    return Package(archive, members, tuple(m.name for m in archive.members if m.escapes), limits)


def parse(data: bytes, name: str, limits: Limits) -> Any:
    """The root element of a part's XML, which may have no document type and no great depth."""
    from lxml import etree

    if any(mark in data for mark in _FORBIDDEN):
        raise Refused(Reason.XML_ENTITIES, f"{name} declares a document type or entities")
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error).lower()
        reason = Reason.TOO_DEEP if deep else Reason.BROKEN_CONTAINER
        raise Refused(reason, f"{name}: {str(error)[:200]}") from None


def _links(root: Any, folder: str) -> Iterator[Link]:
    for item in root.iter(_RELATIONSHIP):
        target, outside = item.get("Target", ""), item.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join(folder, target)) if target[:1] != "/" else target[1:]
        yield Link(item.get("Id", ""), item.get("Type", "").rpartition("/")[2], target, outside)
