"""The straight line for one document: read, label, annotate. One pure function.

Lives here: the order of work. Not here: any of the work. No stage calls another, none changes what it was given,
so a distributed engine is only a map of ``process`` over sources.
"""

from __future__ import annotations

from onrecord import readers, structure
from onrecord.annotate import steps
from onrecord.knowledge import Knowledge
from onrecord.limits import DEFAULT, Limits
from onrecord.model import Dossier, Made, Source
from onrecord.version import VERSION


def process(source: Source, know: Knowledge, limits: Limits = DEFAULT, *, voices: bool = False) -> Dossier:
    """All that one document says: Refused (with a reason code) when it cannot be read. With ``voices`` its positions
    and known formulations are left out, for a caller who asks for its quotations alone; such a dossier is no record's.
    """
    reading = readers.read(source, limits)
    labelled = structure.label(source, reading.text, know)
    said = steps.voiced if voices else steps.annotate
    marks = said(source, reading.text, labelled.blocks, labelled.statements, know)
    return Dossier(
        source=source,
        text=reading.text,
        blocks=labelled.blocks,
        statements=labelled.statements,
        utterances=marks.utterances,
        positions=marks.positions,
        occurrences=marks.occurrences,
        notices=(*source.notices, *reading.notices, *labelled.notices, *marks.notices),
        made=Made(VERSION, reading.text.reader, know.fingerprint, structure.LABELLER),
    )
