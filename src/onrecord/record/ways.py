"""From the characters of a document back to its bytes, stretch by stretch.

Lives here: the way of a span, over the runs of a text and its decoding. Not here: runs and decoding themselves
(``readers``), what a way is put to (``export.citation``). Each stretch of ``same`` characters is compared with the
decoded bytes on the way; where they differ no way is given, and the citation says that it rests on the reader.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from onrecord.export.citation import Stretch, StretchKind, Unit, Way
from onrecord.model import Dossier, Run, RunKind, Span
from onrecord.readers.decode import REPLACEMENT, byte_span, decode_as

_KINDS: dict[RunKind, StretchKind] = {"same": "same", "decoded": "reference", "space": "space", "break": "break"}
_UNITS: dict[str, Unit] = {"pdf": "page characters", "docx": "document characters", "html": "bytes", "plain": "bytes"}
NO_WAY = Way("none")


class Ways:
    """The ways of one document; what they share is worked out once, when first asked."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._how = dossier.text.layout.decoding

    @cached_property
    def _runs(self) -> list[Run]:
        return list(self._dossier.text.runs)

    @cached_property
    def _ends(self) -> list[int]:
        return [run.text.end for run in self._runs]

    @cached_property
    def _decoded(self) -> str:
        return decode_as(self._dossier.source.data, self._how)

    def of(self, span: Span) -> Way:
        """The way of a span of the text; the unit "none" when there is none."""
        unit = _UNITS.get(self._dossier.text.reader.partition("/")[0], "none")
        if unit == "none":
            return NO_WAY
        if unit != "bytes":
            return Way(unit, stretches=tuple(_merged(map(_counted, self._cuts(span)))), boxes=self._boxes(span))
        if not self._sound(span):
            return NO_WAY
        found = (part for run in self._cuts(span) for part in self._in_bytes(run))
        return Way("bytes", self._how.encoding, self._how.skipped, tuple(_merged(found)))

    def _cuts(self, span: Span) -> Iterator[Run]:
        """The runs in a span; only one of ``same`` characters can be cut."""
        for run in self._runs[bisect_right(self._ends, span.start) :]:
            if run.text.start >= span.end:
                return
            text = Span(max(run.text.start, span.start), min(run.text.end, span.end))
            if run.kind == "same":
                start = run.source.start + text.start - run.text.start
                yield Run(text, Span(start, start + len(text)), "same", run.page)
            else:
                yield Run(text, run.source, run.kind, run.page)

    def _sound(self, span: Span) -> bool:
        chars, decoded = self._dossier.text.chars, self._decoded
        for run in self._cuts(span):
            shown, held = run.text.of(chars), run.source.of(decoded)
            if run.kind == "same" and shown != held and REPLACEMENT not in shown:
                return False
        return True

    def _in_bytes(self, run: Run) -> Iterator[Stretch]:
        """A run's stretches: cut around characters that stand for bytes of no character."""
        if run.kind != "same":
            skip = next((r.text.start for r in self._whole(run)), run.text.start)
            yield self._stretch(len(run.text), _KINDS[run.kind], run.source, run.text.start - skip)
            return
        at, shown = run.source.start, run.text.of(self._dossier.text.chars)
        for number, good in enumerate(shown.split(REPLACEMENT) if self._how.bad_bytes else [shown]):
            if number:
                yield self._stretch(1, "bad", Span(at, at + 1))
                at += 1
            if good:
                yield self._stretch(len(good), "same", Span(at, at + len(good)))
                at += len(good)

    def _whole(self, run: Run) -> list[Run]:
        """The run of the text that a cut was made of."""
        place = bisect_right(self._ends, run.text.start)
        return self._runs[place : place + 1]

    def _stretch(self, chars: int, kind: StretchKind, source: Span, skip: int = 0) -> Stretch:
        return Stretch(chars, kind, *byte_span(self._decoded, self._how, source), skip)

    def _boxes(self, span: Span) -> tuple[tuple[int, float, float, float, float], ...]:
        pieces = [p for p in self._dossier.text.layout.pieces if p.box and p.page >= 0 and p.span.overlaps(span)]
        return tuple((p.page, *(round(x, 2) for x in p.box)) for p in pieces if p.box)  # type: ignore[misc]


def _counted(run: Run) -> Stretch:
    """A stretch that counts characters of a page or part."""
    kind = _KINDS["space" if run.kind == "decoded" else run.kind]
    return Stretch(len(run.text), kind, run.source.start, run.source.end, 0, run.page)


def _merged(parts: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbouring stretches of equal characters as one."""
    last: Stretch | None = None
    for part in parts:
        if last and last.kind == part.kind == "same" and last.end == part.start and last.page == part.page:
            last = Stretch(last.chars + part.chars, "same", last.start, part.end, 0, part.page)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last
