"""What an address may ask: the parameters of the screens, with their bounds.

Lives here: reading them from an address; an empty value is none. Not here: addresses (``app``, ``exports``), what is
asked (``screens``).
"""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Path, Query
from pydantic import BeforeValidator

from onrecord.web.screens import comparing, formulations, positions, search

Words = Annotated[str, Query(max_length=1_000, description='Words, or "a phrase" in quotes.')]
Value = Annotated[str | None, Query(max_length=200)]
Flag = Annotated[bool, BeforeValidator(lambda value: value or False), Query()]
Without = Annotated[list[Annotated[str, Query(max_length=200)]], Query(max_length=50)]
At = Annotated[str, Query(max_length=30, description="Characters of the text to show, as start-end.")]
Switched = Annotated[list[Annotated[str, Query(max_length=20)]], Query(max_length=20)]
PageNumber = Annotated[int, Query(ge=1, le=500)]
Name = Annotated[str, Path(max_length=300, description="An id, or the beginning of one.")]
Id = Annotated[str, Query(min_length=1, max_length=300)]
Ids = Annotated[list[str], Query(max_length=comparing.MOST + 1)]
Quoted = Annotated[str, Query(max_length=4_000)]


def searched(
    q: Words = "",
    stem: Flag = False,
    fold: Flag = False,
    actor: Value = None,
    lang: Value = None,
    form: Value = None,
    authority: Value = None,
    publisher: Value = None,
    since: Value = None,
    until: Value = None,
    page: PageNumber = 1,
    without: Without = [],  # noqa: B006
) -> search.Question:
    """The question of the search screen from an address; empty values are none."""
    return search.Question(
        q, stem, fold, actor or None, lang or None, form or None, authority or None, publisher or None, since or None,
        until or None, page, tuple(without),
    )  # fmt: skip


def stood(
    actor: Value = None,
    measure: Value = None,
    act: Value = None,
    since: Value = None,
    until: Value = None,
    as_of: Value = None,
    lang: Value = None,
    page: PageNumber = 1,
    wide: PageNumber = 1,
) -> positions.Question:
    """The question of the positions screen from an address."""
    return positions.Question(
        actor or None, measure or None, act or None, since or None, until or None, as_of or None, lang or None, page,
        wide,
    )  # fmt: skip


def traced(
    phrase: Words = "",
    by: Literal["year", "month"] = "year",
    measure: Literal["raw", "rate", "heat"] = "rate",
    since: Value = None,
    until: Value = None,
) -> formulations.Question:
    """The question of the formulation screen from an address."""
    return formulations.Question(phrase, by, measure, since or None, until or None)


Searched = Annotated[search.Question, Depends(searched)]
Stood = Annotated[positions.Question, Depends(stood)]
Traced = Annotated[formulations.Question, Depends(traced)]
