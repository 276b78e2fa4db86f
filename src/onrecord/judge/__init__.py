"""Judge: people's decisions laid over what the rules found.

Lives here: ``replay``, a pure function from labels and judgements to judged labels; how a judgement finds its claim;
how one is made from what a person typed. Not here: keeping judgements (``store``), asking for them (``cli``).
Labels that the rules made are never changed in place: the judged ones are another generation, so that a judgement
can be undone and outlives every relabelling.
"""

from onrecord.judge.active import active, names_of
from onrecord.judge.make import FIELDS, Hand, accept, entity_of, formulation, judgement_of, names_judgement, undo, who
from onrecord.judge.phrases import Accepted, accepted, decided, finder, phrase_id
from onrecord.judge.replay import replay

__all__ = [
    "FIELDS", "Accepted", "Hand", "accept", "accepted", "active", "decided", "entity_of", "finder", "formulation",
    "judgement_of", "names_judgement", "names_of", "phrase_id", "replay", "undo", "who",
]  # fmt: skip
