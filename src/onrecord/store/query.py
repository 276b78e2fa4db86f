"""What a query means: words and phrases, and how they are found in a folded text.

Lives here: parsing what a person typed, building the text given to FTS5 (from folded tokens only, so nothing typed
can be taken for syntax), and finding the exact places in a piece. Not here: SQL (``search``), folding (``text.fold``).

    trade measures          both words, anywhere in the same paragraph
    "trade measures"        these words side by side
    出口管制                 Han characters side by side (a run without spaces is a phrase)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.errors import InputError
from onrecord.limits import Limits
from onrecord.model import Span
from onrecord.text.fold import STEMMED, View, stem, tokens

_QUOTES = '"“”„«»＂'
_JOINERS = frozenset("-‐‑‒–'’ʼ\"“”„«»()[]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase: its tokens, and for each the characters that stand between it and the one before."""

    forms: tuple[str, ...]
    gaps: tuple[str, ...]


def parse(query: str, limits: Limits) -> tuple[Term, ...]:
    """The terms of a query; InputError when it has none or too many.

    >>> from onrecord.limits import DEFAULT
    >>> [t.forms for t in parse('trade "U.S. side" 人权', DEFAULT)]
    [('trade',), ('u', 's', 'side'), ('人', '权')]
    """
    terms = tuple(dict.fromkeys(filter(None, (_term(piece) for piece in _pieces(query)))))
    if not terms:
        raise InputError("the query has no word to look for; give a word, or a phrase in quotes")
    if sum(len(term.forms) for term in terms) > limits.query_terms:
        raise InputError(f"the query has more than {limits.query_terms} words; give fewer")
    return terms


def _pieces(query: str) -> list[str]:
    """Quoted phrases whole, the rest at white space; an opening mark without its close reaches to the end."""
    for mark in _QUOTES:
        query = query.replace(mark, '"')
    found: list[str] = []
    for index, part in enumerate(query.split('"')):
        found += [part] if index % 2 else part.split()
    return found


def _term(piece: str) -> Term | None:
    found = tokens(piece)
    gaps = ("", *(piece[a.end : b.start] for a, b in pairwise(found)))
    return Term(tuple(t.form for t in found), gaps) if found else None


def match_text(terms: Sequence[Term], *, stemmed: bool, langs: Sequence[str]) -> str:
    """The FTS5 expression for terms; ``langs`` are the languages whose stems count."""
    return " AND ".join(f"({_any_form(term, stemmed=stemmed, langs=langs)})" for term in terms)


def _any_form(term: Term, *, stemmed: bool, langs: Sequence[str]) -> str:
    exact = f'exact : "{" ".join(term.forms)}"'
    if not stemmed:
        return exact
    made = dict.fromkeys(" ".join(stem(form, lang) for form in term.forms) for lang in langs or STEMMED)
    return " OR ".join([exact, *(f'stem : "{form}"' for form in made)])


def variant(words: str) -> str:
    """The form in which words were found: small letters, single spaces.

    >>> variant("Export\\n Controls")
    'export controls'
    """
    return " ".join(words.split()).casefold()


def places(
    view: View, terms: Sequence[Term], *, stemmed: bool, lang: str, without: Collection[str] = ()
) -> tuple[Span, ...] | None:
    """Where the terms stand in the characters of ``view``; None unless every term does.

    In ``stemmed`` search a token counts by its form or by its stem in ``lang``, the language of the characters. Places
    with a ``variant`` that is in ``without`` do not count.
    """
    spans: set[Span] = set()
    own = [stem(form, lang) for form in view.forms] if stemmed else []
    for term in terms:
        here = _runs(view, view.forms, term.forms, term.gaps)
        if stemmed:
            here += _runs(view, own, tuple(stem(form, lang) for form in term.forms), term.gaps)
        if without:
            here = [span for span in here if variant(span.of(view.chars)) not in without]
        if not here:
            return None
        spans.update(here)
    return tuple(sorted(spans))


def _runs(view: View, forms: list[str], wanted: tuple[str, ...], gaps: tuple[str, ...]) -> list[Span]:
    """Every place where the wanted forms stand one after the other."""
    size, at = len(wanted), -1
    spans: list[Span] = []
    while True:
        try:
            at = forms.index(wanted[0], at + 1)
        except ValueError:
            return spans
        if forms[at : at + size] == list(wanted) and _joined(view, at, gaps):
            spans.append(Span(view.start(at), view.end(at + size - 1)))


def _joined(view: View, first: int, gaps: tuple[str, ...]) -> bool:
    """True when nothing stands between the tokens from ``first`` on that would make them two phrases."""
    return all(
        _bridges(view.chars[view.end(i - 1) : view.start(i)], gap, view.forms[i - 1][-1] + view.forms[i][0])
        for i, gap in enumerate(gaps[1:], first + 1)
    )


def _bridges(between: str, asked: str, around: str) -> bool:
    """White space always joins, and so does what was asked for; between words of spaced scripts also hyphens,
    apostrophes, quotation marks and brackets, or one mark without white space ("U.S.", "3,000")."""
    rest = "".join(c for c in between if not c.isspace() and unicodedata.category(c) != "Cf")
    if not rest or between.strip() == asked.strip():
        return True
    if any(ord(c) > 0x2E7F for c in around):
        return False
    return all(c in _JOINERS for c in rest) or len(between) == 1
