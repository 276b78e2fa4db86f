"""Why a speaker has a name, an actor and a country: the evidence rows.

Lives here: the rows themselves, each with the place it rests on and the pack it comes from. Not here: who a mention is
(``cast``).
"""

from __future__ import annotations

from onrecord.knowledge.pack import Actor, Office
from onrecord.model import Evidence, Span


def printed(name: str, span: Span) -> Evidence:
    """A name that stands at ``span`` in these words."""
    return Evidence("name", name, "name_as_printed", span)


def of_name(full: str, actor: Actor | None, span: Span, place: Span | None, *, same: bool) -> tuple[Evidence, ...]:
    """Why a name and an actor: where the name stands in full (``place``); at ``span``, with the pack, where it does
    nowhere; ``same`` when the mention prints the full name."""
    if place is not None:
        rows = [Evidence("name", full, "name_in_full_elsewhere", place)]
    elif same or actor is None:
        rows = [printed(full, span)]
    else:
        rows = [Evidence("name", full, "name_in_pack", span, f"pack:{actor.id}")]
    if actor is not None:
        rows.append(Evidence("actor", actor.id, "actor_named", place or span, f"pack:{actor.id}"))
    return tuple(rows)


def of_country(country: str | None, office: Office | None, known: Actor | None, span: Span) -> tuple[Evidence, ...]:
    """Why a country: the office at ``span``, else the actor's country in the packs, else the title's words."""
    if not country:
        return ()
    if office and office.country == country:
        return (Evidence("country", country, "country_of_office", span, f"pack:{office.id}"),)
    if known is not None and known.country == country:
        return of_actor(known, span)
    return (Evidence("country", country, "country_in_title", span),)


def of_actor(known: Actor, span: Span) -> tuple[Evidence, ...]:
    """The country of a known actor; of a state, itself."""
    country = known.id if known.kind == "state" else known.country
    return (Evidence("country", country, "country_of_actor", span, f"pack:{known.id}"),) if country else ()


def of_answer(rows: tuple[Evidence, ...], name: str, rule: str, place: Span) -> tuple[Evidence, ...]:
    """Why the one named at ``place`` speaks under a label that names nobody: ``rule`` says how, and stands for the
    name's being printed there."""
    rest = (e for e in rows if e.field != "name" or e.rule != "name_as_printed")
    return (Evidence("name", name, rule, place), *rest)
