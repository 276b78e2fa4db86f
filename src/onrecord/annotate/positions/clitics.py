"""Objects that are pronouns before a verb or written on to it ("l'appuie", "lo respalda", "s'y oppose", "نعارضه").

Lives here: whether a stance verb has such an object. Not here: what the pronoun stands for: the target stays open.
"""

from __future__ import annotations

from onrecord.annotate.cues import Lexicon
from onrecord.annotate.positions.inflected_holder import EDGES, Reading, is_first
from onrecord.annotate.positions.table import Cue, Table
from onrecord.annotate.stretch import Stretch


def has_object(reading: Reading, cue: Cue) -> bool:
    """True when the object of the verb at ``cue`` is a pronoun beside it, in it ("s'y est opposé") or on its auxiliary;
    an article before a noun is none."""
    low, tab = reading.view.words.low, reading.tab
    form = low[cue.first]
    if cue.end - cue.first > 1 and form in tab.clitics and form not in reading.lex.determiners:
        return True
    if form in reading.forms.participles and cue.first and low[cue.first - 1].startswith(tab.elided):  # "l'a rejeté"
        return low[cue.first - 1] in tab.passives
    if form.startswith(tab.elided) or form.endswith(tab.enclitics):
        return form not in tab.nouns and _is_verb(form, tab.elided, tab.enclitics, tab.act_starts)
    at = cue.first - 1
    if at >= reading.sentence.first and low[at] in tab.clitics and form not in tab.nouns and is_first(reading, form):
        return at == reading.sentence.first or low[at - 1] in EDGES  # "Sí, la apoyamos"
    if at <= reading.sentence.first or low[at] not in tab.clitics or low[cue.first] in reading.forms.infinitives:
        return False
    return _after_subject(reading, at)


def begin(view: Stretch, lex: Lexicon, tab: Table, cue: Cue) -> int:
    """The token where a verb begins with the pronoun before it ("s'y oppose"), which is no article."""
    at = cue.first
    before = view.words.low[at - 1] if at else ""
    return at - 1 if before in tab.clitics and before not in lex.determiners else at


def _is_verb(form: str, elided: tuple[str, ...], enclitics: tuple[str, ...], known: frozenset[str]) -> bool:
    """The form without its pronoun is a stance word too; a plural in "وا" loses its last letter before one."""
    for mark in elided:
        if form.startswith(mark) and form[len(mark) :] in known:
            return True
    bare = [form[: -len(mark)] for mark in enclitics if form.endswith(mark)]
    return any(word in known or f"{word}ا" in known for word in bare)


def _after_subject(reading: Reading, at: int) -> bool:
    """A subject stands right before the pronoun at a token, or a negation or pronoun that only a verb follows."""
    low, lex, tab = reading.view.words.low, reading.lex, reading.tab
    before = low[at - 1]
    if before in tab.negators or before in tab.own or before in lex.pronouns:
        return True
    if before in tab.ands:  # "condamne l'attaque et la rejette": an article would stand there as well
        return reading.last is not None and low[at] not in lex.determiners
    if before in EDGES or before in lex.stops or before in lex.determiners or lex.opens_clause(before):
        return False
    named = reading.view.capital(at - 1) or reading.holders.is_state(at - 1)  # "et l'Inde s'y opposent"
    return reading.view.is_word(at - 1) and (named or before in tab.actors)
