"""The table of positions as lines: one cell a line, plain values.

Lives here: columns and their values. Not here: counting (``standing``), CSV (``cli``, ``export.sheet``).
"""

from __future__ import annotations

from onrecord.knowledge.scale import verb
from onrecord.record.standing import Standing

COLUMNS = (
    "actor", "holder", "measure", "about", "kind", "latest", "latest_date", "first_date", "positions", "texts",
    "origins", "acts", "sentence", "wording", "unsure", "row", "column", "grouped",
)  # fmt: skip


def row(one: Standing) -> list[object]:
    """The values of ``COLUMNS`` for a cell."""
    t = one.tally
    acts = "; ".join(f"{verb(a.act, negated=a.negated)} {a.positions}/{a.texts}/{a.origins}" for a in t.acts)
    return [
        one.actor, one.holder, one.measure, one.about, one.kind, latest(one), t.last, t.first, t.positions, t.texts,
        t.origins, acts, one.sentence, one.wording, t.unsure, one.row, one.column, one.grouped,
    ]  # fmt: skip


def latest(one: Standing) -> str:
    """The latest acts: several when their dates do not tell which came last; unknown when none is dated."""
    if one.tally.last is None and len(one.tally.latest) > 1:
        return "unknown"
    return " or ".join(verb(act, negated=negated) for act, negated in one.tally.latest)
