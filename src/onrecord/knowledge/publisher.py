"""What a publisher is: the type that each entry of ``publishers/`` fills.

Lives here: the type and the look-up by host or name. Not here: the outlets (``publishers/*.toml``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.knowledge.pack import Names
from onrecord.model import Authority


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet. ``kind``: ministry, embassy, government, parliament, international, state_media, wire, press,
    company, aggregator, blog. ``authority`` is that of its original texts; ``speaks_for`` an ISO 3166 state or a
    body's id. ``hosts`` are domain names (sub-domains included); ``zone`` an IANA time zone; ``furniture`` RE2
    patterns of lines that are this outlet's furniture; ``order`` ("dmy" or "mdy") how it writes 01/02/2024;
    ``languages`` those of its original texts: an official outlet's texts in another language are translations."""

    id: str
    names: Names
    kind: str
    authority: Authority
    country: str | None = None
    speaks_for: str | None = None
    hosts: tuple[str, ...] = ()
    zone: str | None = None
    furniture: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    order: str = ""
    languages: tuple[str, ...] = ()
