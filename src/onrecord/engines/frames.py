"""Frames: the only words that pass between the parent and a worker.

Lives here: the closed list of frames, their bytes (length, then msgpack), and what the parent believes of them. Not
here: who sends which when (``worker``, ``local``). A worker has read hostile bytes, so its frames are hostile too:
the length is capped before a byte is kept, decoding is typed and strict, ids are hashed again and every span is
measured against the text. Whatever fails is a ``Lie`` and costs the worker its life.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from onrecord.engines.jobs import Job, KnowledgeSpec
from onrecord.limits import Limits
from onrecord.model import Dossier, SetAside, Span, digest
from onrecord.reasons import Reason

MESSAGE_BYTES = 1 << 16  # the most a message between parent and template may have
_LENGTH = struct.Struct("<I")
_CODES = frozenset(r.value for r in Reason)


class Hello(msgspec.Struct, frozen=True):
    """The parent's one message to a new template: bounds, knowledge, whether mock documents may act, and whether it
    runs every step once before it forks (for one document alone that costs more than it spares)."""

    limits: Limits
    knowledge: KnowledgeSpec
    mocks: bool = False
    warm: bool = True


class Ready(msgspec.Struct, tag=0, array_like=True, frozen=True):
    """The worker stands behind its walls and waits for jobs."""


class Begin(msgspec.Struct, tag=1, array_like=True, frozen=True):
    """Part ``part`` of job ``key`` is found and is read from here on."""

    key: int
    part: int


class Passed(msgspec.Struct, tag=6, array_like=True, frozen=True):
    """Job ``key`` goes on: much was read, or parts before ``Job.start`` were passed over, with no part to show yet."""

    key: int


class Kept(msgspec.Struct, tag=2, array_like=True, frozen=True):
    """A part became a dossier."""

    key: int
    part: int
    dossier: Dossier


class Aside(msgspec.Struct, tag=3, array_like=True, frozen=True):
    """A part was set aside."""

    key: int
    part: int
    aside: SetAside


class Done(msgspec.Struct, tag=4, array_like=True, frozen=True):
    """A job is through: ``found`` parts, counted from 0 whatever ``Job.start`` says; ``skipped`` as in Finished."""

    key: int
    found: int
    skipped: tuple[tuple[str, int], ...] = ()


class Tired(msgspec.Struct, tag=5, array_like=True, frozen=True):
    """The worker ends here and blames nobody: a fresh one goes on with all that it has not closed."""


Frame = Ready | Begin | Passed | Kept | Aside | Done | Tired


class Lie(Exception):
    """A worker sent what no honest worker sends."""


def pack(frame: Frame | Job) -> bytes:
    """The bytes of a frame; UnicodeEncodeError when a string holds a lone surrogate."""
    body = msgspec.msgpack.encode(frame)
    return _LENGTH.pack(len(body)) + body


class Inbox:
    """Bytes in, frames out. One for each worker, on the parent's side; ``cap`` in bytes bounds one frame."""

    __slots__ = ("_buffer", "_cap", "_decoder")

    def __init__(self, cap: int) -> None:
        self._buffer = bytearray()
        self._cap = cap
        self._decoder: msgspec.msgpack.Decoder[Frame] = msgspec.msgpack.Decoder(Frame, strict=True)

    def feed(self, chunk: bytes) -> Iterator[tuple[Frame, int]]:
        """Each frame that is complete, with its size in bytes; raises Lie."""
        self._buffer += chunk
        for body in split(self._buffer, self._cap):
            try:
                yield self._decoder.decode(body), len(body)
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, OverflowError) as error:
                raise Lie(f"not a frame: {str(error)[:200]}") from None


def split(buffer: bytearray, cap: int) -> Iterator[bytes]:
    """Take the complete frame bodies from the head of ``buffer``; raises Lie when one claims more than ``cap``."""
    at = 0
    try:
        while len(buffer) - at >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(buffer, at)
            if length > cap:
                raise Lie(f"a frame of {length} bytes")
            end = at + _LENGTH.size + length
            if len(buffer) < end:
                return
            body = bytes(memoryview(buffer)[at + _LENGTH.size : end])
            at = end
            yield body
    finally:
        del buffer[:at]


def believe(dossier: Dossier) -> None:
    """Raise Lie unless ids are the hashes they claim to be, spans lie in the text and codes are known."""
    source, text = dossier.source, dossier.text
    if source.id != digest(source.data) or text.source_id != source.id or text.id != digest(text.chars):
        raise Lie("an id is not the hash of what it names")
    last = len(text.chars)
    if not text.runs.within(last):
        raise Lie(f"a run outside a text of {last} characters")
    for span in _spans(dossier):
        if not 0 <= span.start <= span.end <= last:
            raise Lie(f"span {span.start}:{span.end} outside a text of {last} characters")
    known = {u.id for u in dossier.utterances}
    if any(p.utterance not in known for p in dossier.positions):
        raise Lie("a position of an utterance that is not there")
    for notice in dossier.notices:
        believe_reason(notice.reason)


def believe_reason(reason: str) -> None:
    """Raise Lie unless a reason is on the closed list."""
    if reason not in _CODES:
        raise Lie(f"unknown reason {reason[:40]!r}")


def _spans(dossier: Dossier) -> Iterable[Span]:
    layout = dossier.text.layout
    positions, utterances = dossier.positions, dossier.utterances
    speakers = (u.speaker for u in utterances), (p.holder for p in positions), (p.towards for p in positions)
    evidence = (e for made in (dossier.statements, utterances) for one in made for e in one.evidence)
    sure = chain(
        (p.span for p in layout.pieces),
        (span for span, _ in layout.links),
        layout.emphasis,
        (b.span for b in dossier.blocks),
        (s.span for s in dossier.statements),
        (u.span for u in utterances),
        (part for u in utterances for part in u.parts),
        (p.span for p in positions),
        (p.cue for p in positions),
        (p.target.span for p in positions if p.target is not None),
        (o.span for o in dossier.occurrences),
    )
    perhaps = chain(
        (f.text for f in layout.facts),
        (b.mention for b in dossier.blocks),
        (s.title for s in dossier.statements),
        (u.cue for u in utterances),
        (s.span for s in chain(*speakers) if s is not None),
        (e.span for e in evidence),
        (n.span for n in dossier.notices),
    )
    return chain(sure, (span for span in perhaps if span is not None))  # an empty span is false, and may lie
