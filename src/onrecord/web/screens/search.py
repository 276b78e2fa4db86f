"""The search screen: keyword in context, facets, hits by month.

Lives here: its question and its answer. Not here: searching (``record``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.record import Record
from onrecord.store import Filters, Hit
from onrecord.store import Summary as Listed
from onrecord.store.facets import Facets

PAGE = 20
LANGS = ("en", "zh")
FACETS = ("actor", "lang", "form", "authority", "year")


@dataclass(frozen=True, slots=True)
class Question:
    """What the address asks: words and filters as on the command line; ``page`` counts from 1; ``without`` are variants
    of the words that do not count."""

    q: str = ""
    stem: bool = False
    fold: bool = False
    actor: str | None = None
    lang: str | None = None
    form: str | None = None
    authority: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    page: int = 1
    without: tuple[str, ...] = ()

    def filters(self) -> Filters:
        """As the record takes them; empty values are none."""
        return Filters(
            self.actor or None, self.lang or None, self.since or None, self.until or None, self.form or None,
            self.authority or None, without=self.without, publisher=self.publisher or None,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """``hits`` and ``facets`` for words; ``latest`` statements when no word is asked for. ``names`` of actors and
    outlets by id and language."""

    question: Question
    hits: tuple[Hit, ...] = ()
    more: bool = False
    folded: int = 0
    uncertain: int = 0
    facets: Facets | None = None
    latest: tuple[Listed, ...] = field(default=())
    names: dict[str, dict[str, str]] = field(default_factory=dict)


def ask(record: Record, question: Question) -> SearchAnswer:
    """The answer to a question; InputError says what is wrong with it."""
    offset = (question.page - 1) * PAGE
    if not question.q.strip():
        listed = record.statements(question.filters(), limit=PAGE + 1, offset=offset)
        latest = tuple(listed[:PAGE])
        names = record.names(
            [question.actor or "", question.publisher or "", *(one.publisher or "" for one in latest)], LANGS
        )
        return SearchAnswer(question, latest=latest, more=len(listed) > PAGE, names=names)
    hits = record.search(
        question.q, question.filters(), stem=question.stem, fold_copies=question.fold, limit=PAGE, offset=offset
    )
    facets = record.facets(question.q, question.filters(), stem=question.stem)
    ids = [question.actor or "", question.publisher or "", *(id for id, _ in facets.actor)]
    ids += [id or "" for hit in hits.hits for id in (hit.publisher, hit.actor)]
    return SearchAnswer(
        question, hits.hits, hits.more, hits.folded, hits.uncertain, facets, names=record.names(ids, LANGS)
    )
