"""What a name stands for, as a citation: a statement, utterance or position of the record, or any of its characters.

Lives here: the names, and the ground that citations of one document share. Not here: citations and formats
(``export``), the way to the bytes (``record.ways``), many at once (``record.exporting``).
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.errors import InputError
from onrecord.export import citation as cited
from onrecord.export.citation import Citation, Ground
from onrecord.knowledge import Knowledge
from onrecord.model import Dossier, Position, Span, Statement, Utterance
from onrecord.store import Store


def ground(dossier: Dossier, publishers: Mapping[str, str]) -> Ground:
    """What citations of a document need."""
    from onrecord.record.ways import Ways  # readers, which a start should not wait for

    return Ground(dossier, publishers, Ways(dossier).of)


def publisher_names(know: Knowledge) -> dict[str, str]:
    """The name of each publisher that is known, by id; in English, as lists of references are sorted."""
    return {one.id: one.names.preferred("en") or one.id for one in know.publishers}


def citation(store: Store, know: Knowledge, name: str, characters: tuple[int, int] | None = None) -> Citation:
    """The citation of an id (or its beginning), or of ``characters`` of the text in which that stands.

    InputError when there is no such claim, or the text has no such characters.
    """
    claim = store.claim(name)
    made = ground(store.dossier(claim.text.source_id), publisher_names(know))
    if characters is not None:
        return _passage(made, claim.statement, characters, name)
    if isinstance(claim.what, Statement):
        return cited.of_statement(made, claim.what)
    if isinstance(claim.what, Utterance):
        return cited.of_utterance(made, claim.what)
    assert isinstance(claim.what, Position)
    return cited.of_position(made, claim.what)


def _passage(made: Ground, statement: Statement | None, characters: tuple[int, int], name: str) -> Citation:
    start, end = characters
    length = len(made.dossier.text.chars)
    if not 0 <= start < end <= length:
        raise InputError(f"characters {start}-{end} are not in the text, which has 0-{length}; the end is excluded")
    return cited.of_passage(made, statement, Span(start, end), statement.id if statement else name)
