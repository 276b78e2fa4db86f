"""Field names of data sets: which field holds the text, the date, the address.

Lives here: the names people use, in order of trust, and the choice for one row. Not here: file formats.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

USUAL: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "full_text", "fulltext", "article_text", "body_text", "plain_text", "maintext", "main_text", "content",
        "body", "article", "article_body", "articlebody", "raw_text", "raw_content", "transcript", "speech",
        "statement", "document", "content_html", "html", "raw_html", "message",
    ),
    "date": (
        "date", "published", "published_at", "publish_date", "publication_date", "date_published", "datepublished",
        "pub_date", "pubdate", "datetime", "created_at", "created", "timestamp", "time",
    ),
    "url": ("url", "link", "uri", "href", "permalink", "source_url", "web_url", "page_url", "canonical_url"),
    "title": ("title", "headline", "subject", "name"),
    "lang": ("lang", "language", "langue", "locale", "language_code"),
    "publisher": ("publisher", "outlet", "source", "source_name", "site", "site_name", "newspaper", "media", "domain"),
    "id": ("id", "_id", "guid", "uuid", "doc_id", "docid", "document_id", "key"),
    "author": ("author", "authors", "byline", "creator", "speaker"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldNames:
    """The caller's field names; None means "guess from the usual names" (``USUAL``), one row at a time."""

    text: str | None = None
    date: str | None = None
    url: str | None = None
    title: str | None = None
    lang: str | None = None
    publisher: str | None = None
    id: str | None = None
    author: str | None = None

    def column(self, role: str, row: Mapping[str, object]) -> str | None:
        """The field of ``row`` that plays ``role``: the caller's, else the first usual name that holds something.

        >>> FieldNames().column("text", {"Title": "A", "Body": "said"})
        'Body'
        """
        return self.choose(row).get(role)

    def choose(self, row: Mapping[str, object]) -> dict[str, str]:
        """The field for each role that has one."""
        by_name: dict[str, str] = {}
        for name in row:
            by_name.setdefault(name.lower(), name)
        chosen = {role: self._one(role, row, by_name) for role in USUAL}
        return {role: name for role, name in chosen.items() if name is not None}

    def _one(self, role: str, row: Mapping[str, object], by_name: dict[str, str]) -> str | None:
        told: str | None = getattr(self, role)
        if told is not None:
            return told if told in row else None
        names = (by_name.get(usual) for usual in USUAL[role])
        return next((name for name in names if name is not None and row[name] not in (None, "")), None)

    def columns(self, names: list[str]) -> list[str]:
        """Those of ``names`` that could play any role: the columns worth reading."""
        wanted = {getattr(self, f.name) for f in fields(self)}
        usual = {name for role in USUAL if getattr(self, role) is None for name in USUAL[role]}
        return [name for name in names if name in wanted or name.lower() in usual or name.lower() == "format"]


GUESS = FieldNames()
