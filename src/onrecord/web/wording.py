"""Sentences about counts and differences, in the reader's language, from the values behind them.

Lives here: where a cell of positions stands, what two versions have in common, why sentences are paired so. Not here:
the values (``record``, ``export.comparison``), words (``messages``). In English a cell reads as on the command line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from onrecord.export.comparison import Note, Section
from onrecord.record import Standing
from onrecord.record.standing import years
from onrecord.web.reader import Reader

ACTS = 3


def stands(cell: Standing, reader: Reader) -> str:
    """The acts of a cell with the origins that hold each, the years, and the word of the scale."""
    t = cell.tally
    said = [
        reader.say("act_in", act=act(a.act, reader, negated=a.negated), some=a.origins, of=t.origins)
        for a in t.acts[:ACTS]
    ]
    if len(t.acts) > ACTS:
        said.append(reader.say("acts_more", n=len(t.acts) - ACTS))
    span = years(*t.days)
    whole = reader.say("comma").join([*said, *([span] if span else [])])
    return f"{whole} · {reader.said('scale', cell.wording)}" if cell.wording else whole


def act(name: str, reader: Reader, *, negated: bool) -> str:
    """An act as a verb, or its negation."""
    return reader.said("no" if negated else "act", name)


def summary(section: Section, reader: Reader) -> str:
    """How many pairs are of each kind; kinds that do not occur are left out."""
    if section.markup_only:
        return reader.say("markup_only")
    counts = Counter(row.kind for row in section.rows)
    told = [reader.say(f"c_{kind}", n=counts[kind]) for kind in section.kinds if counts[kind]]
    whole = reader.say("comma").join(told) or reader.say("nothing_to_compare")
    return f"{whole}. {reader.say('few_paired', n=section.few[0], whole=section.few[1])}" if section.few else whole


def why(notes: Iterable[Note], reader: Reader) -> str:
    """The notes of a row in one line."""
    return " · ".join(_note(note, reader) for note in notes)


def _note(note: Note, reader: Reader) -> str:
    facts = dict(note.facts)
    if note.kind == "step":
        return reader.say("why_step", **facts | {"what": reader.said("family", facts["what"])})
    if note.kind in ("telling", "changed"):
        return ": ".join([reader.said("change", facts["what"]), *([facts["words"]] if "words" in facts else [])])
    return reader.say(f"why_{note.kind}")
