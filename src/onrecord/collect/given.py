"""Given: what is known about bytes before they are opened, handed down from container to member.

Lives here: one frozen value and the shape of a function that opens a container. Not here: any opening.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from onrecord.collect.fields import GUESS, FieldNames
from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Notice, SetAside, Source, Told, make_source

Items = Iterator[Source | SetAside]


@dataclass(frozen=True, slots=True)
class Given:
    """``locator`` and ``name`` of the bytes; ``size`` in bytes (-1: unknown); ``layers`` of packing already opened;
    ``skipped`` counts, over the whole run, records that are no documents by kind."""

    locator: str
    name: str = ""
    size: int = -1
    media_type: str = ""
    publisher: str | None = None
    retrieved: str = ""
    told: tuple[Told, ...] = ()
    notices: tuple[Notice, ...] = ()
    layers: int = 0
    fields: FieldNames = GUESS
    limits: Limits = DEFAULT
    skipped: Counter[str] = field(default_factory=Counter)

    def source(self, data: bytes, media_type: str) -> Source:
        """A Source of these bytes with all that is known of them."""
        return make_source(
            data,
            media_type,
            self.locator,
            publisher=self.publisher,
            retrieved=self.retrieved,
            told=self.told,
            notices=self.notices,
        )

    def aside(self, refusal: Refused) -> SetAside:
        """The same as a set-aside row."""
        return SetAside(self.locator, refusal.reason.value, refusal.detail)

    def part(self, locator: str, name: str, *told: Told) -> Given:
        """What is known of a member: its own locator and name; what it is told comes before what the outer was."""
        return replace(
            self, locator=locator, name=name, size=-1, media_type="", told=(*told, *self.told), layers=self.layers + 1
        )


Open = Callable[[io.BufferedReader, Given], Items]
Unfold = Callable[[io.BufferedReader, Given, Open], Items]
