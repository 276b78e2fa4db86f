from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.engines import frames
from onrecord.engines.frames import Aside, Begin, Done, Inbox, Kept, Lie, Ready, Tired, pack
from onrecord.model import (
    Block,
    Dossier,
    Evidence,
    Fact,
    Layout,
    Notice,
    Piece,
    Position,
    Run,
    Runs,
    SetAside,
    Span,
    Speaker,
    Statement,
    Told,
    Utterance,
    make_source,
    make_text,
)


def dossier() -> Dossier:
    """A small dossier that uses most of the nouns."""
    chars = "Ardenia: “We oppose the levy.”"
    whole = Span(0, len(chars))
    source = make_source(chars.encode(), "text/plain", "a.txt", told=(Told("lang", "en", "caller"),))
    layout = Layout((Piece(whole, box=(1.0, 2.0, 3.5, 4.0)),), facts=(Fact("title", "x", Span(90, 91), Span(0, 3)),))
    text = make_text(source, "plain/1", chars, layout, (Run(whole, whole),))
    speaker = Speaker("Ardenia", "AX", Span(0, 7))
    return Dossier(
        source,
        text,
        (Block("body", whole, "en", 0.5, "structure/1", mention=Span(0, 7)),),
        (Statement("s1", whole, "en", "statement", evidence=(Evidence("form", "statement", "r"),)),),
        (Utterance("u1", Span(10, 29), "direct", "q", speaker=speaker, parts=(Span(10, 12), Span(13, 29))),),
        (Position("u1", Span(10, 29), speaker, "oppose", Span(13, 19), "p"),),
        notices=(Notice("odd_markup", "x", Span(0, 1)),),
    )


ALL = (Ready(), Begin(1, 2), Kept(1, 2, dossier()), Aside(1, 3, SetAside("a", "empty", "", 3)), Done(1, 4), Tired())


def read(data: bytes, cap: int = 1 << 20) -> list[frames.Frame]:
    """All frames of some bytes, fed in uneven pieces."""
    inbox, found = Inbox(cap), []
    for at in range(0, len(data), 97):
        found += [frame for frame, _ in inbox.feed(data[at : at + 97])]
    return found


def test_frames_come_back_equal():
    """What is packed is unpacked to the same values, wherever the bytes are cut."""
    assert read(b"".join(map(pack, ALL))) == list(ALL)


def test_a_frame_over_the_cap_is_a_lie_before_it_is_read():
    """The stated length alone condemns a frame."""
    with pytest.raises(Lie):
        read(b"\xff\xff\xff\x7f")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_frames_or_a_lie(data: bytes):
    """No bytes raise anything but Lie."""
    body = len(data).to_bytes(4, "little") + data
    try:
        read(body)
    except Lie:
        return


@settings(deadline=None)
@given(st.data())
def test_a_changed_byte_is_noticed_or_harmless(data: st.DataObject):
    """A flipped byte in a dossier gives a Lie, or values that still hold together."""
    packed = bytearray(pack(ALL[2]))
    place = data.draw(st.integers(4, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    try:
        for frame in read(bytes(packed)):
            if isinstance(frame, Kept):
                frames.believe(frame.dossier)
    except Lie:
        return


def test_an_honest_dossier_is_believed():
    """The checks refuse no good dossier."""
    frames.believe(dossier())


LIES = {
    "source id": lambda d: replace(d, source=replace(d.source, id="0" * 64)),
    "source bytes": lambda d: replace(d, source=replace(d.source, data=b"other")),
    "text id": lambda d: replace(d, text=replace(d.text, id="0" * 64)),
    "another source's text": lambda d: replace(d, text=replace(d.text, source_id="0" * 64)),
    "block": lambda d: replace(d, blocks=(replace(d.blocks[0], span=Span(0, 10_000)),)),
    "negative": lambda d: replace(d, blocks=(replace(d.blocks[0], span=Span(-1, 3)),)),
    "backwards": lambda d: replace(d, blocks=(replace(d.blocks[0], span=Span(3, 1)),)),
    "mention": lambda d: replace(d, blocks=(replace(d.blocks[0], mention=Span(0, 99)),)),
    "statement": lambda d: replace(d, statements=(replace(d.statements[0], span=Span(0, 99)),)),
    "part": lambda d: replace(d, utterances=(replace(d.utterances[0], parts=(Span(0, 99),)),)),
    "speaker": lambda d: replace(d, utterances=(replace(d.utterances[0], speaker=Speaker("x", None, Span(0, 99))),)),
    "backwards speaker": lambda d: replace(
        d, utterances=(replace(d.utterances[0], speaker=Speaker("x", None, Span(3, 1))),)
    ),
    "empty and outside": lambda d: replace(d, blocks=(replace(d.blocks[0], mention=Span(99, 99)),)),
    "title": lambda d: replace(d, statements=(replace(d.statements[0], title=Span(0, 99)),)),
    "run": lambda d: replace(d, text=replace(d.text, runs=Runs.of([Run(Span(0, 99), Span(0, 99))]))),
    "runs out of order": lambda d: replace(
        d, text=replace(d.text, runs=Runs.pack([3, 1], [0, 0], [3, 1], ["same", "same"], [-1, -1]))
    ),
    "position without utterance": lambda d: replace(d, utterances=()),
    "notice": lambda d: replace(d, notices=(Notice("made_up", "x"),)),
    "piece": lambda d: replace(d, text=replace(d.text, layout=Layout((Piece(Span(0, 99)),)))),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=list(LIES))
def test_a_planted_lie_is_found(lie):
    """Each kind of false value is refused."""
    with pytest.raises(Lie):
        frames.believe(lie(dossier()))


def test_wrong_types_are_a_lie():
    """Decoding is strict: a number where a string belongs is refused."""
    body = msgspec.msgpack.encode([3, 1, 2, {"locator": 5, "reason": "empty", "detail": ""}])
    with pytest.raises(Lie):
        read(len(body).to_bytes(4, "little") + body)
