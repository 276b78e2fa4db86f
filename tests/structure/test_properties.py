"""Laws of blocks and sentences that hold for any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.knowledge import load
from onrecord.model import Layout, Piece, Run, Span, make_source, make_text
from onrecord.structure import label

KNOW = load()
SCRAPS = [
    "Question: ", "Q   ", "Q: ", "MR. REED:", "记者：", "问：", "В.Петров: ", "Вопрос: ", "\n", "\n\n", "  \n", "====",
    "**", "](",
    "[x](http://a.example)", "（来源：", "）", "“", "”", "http://", "Keywords: a, b", "(", ":", "：", ". ", "。",
    "4 мая 2031 года 12:45 ", "-   ", "1. ", "سؤال: ", "\x00", "\ud800", "\u202e", "央视网消息：", "REPLY", "A B C D",
]  # fmt: skip
ANY = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=30)), max_size=30).map("".join)


def text_of(chars: str) -> tuple[object, object]:
    """A source and a plain text, one piece for each line that holds more than white space."""
    pieces, at = [], 0
    for line in chars.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            pieces.append(Piece(Span(start, start + len(bare))))
        at += len(line) + 1
    source = make_source(chars.encode("utf-8", "surrogatepass"), "text/plain", "any")
    whole = Span(0, len(chars))
    return source, make_text(source, "plain/1", chars, Layout(tuple(pieces)), (Run(whole, whole),))


@settings(max_examples=120, deadline=None)
@given(ANY)
def test_blocks_cover_the_text(chars: str) -> None:
    """Blocks are in order, do not overlap, lie in the text and cover all that is not white space."""
    source, text = text_of(chars)

    blocks = label(source, text, KNOW).blocks  # type: ignore[arg-type]

    at = 0
    for block in blocks:
        assert at <= block.span.start < block.span.end <= len(chars)
        assert not chars[at : block.span.start].strip()
        at = block.span.end
    assert not chars[at:].strip()


@settings(max_examples=60, deadline=None)
@given(ANY)
def test_labels_are_a_function_of_the_text(chars: str) -> None:
    """The same text gives the same labels, and statements lie within it."""
    source, text = text_of(chars)

    one, other = label(source, text, KNOW), label(source, text, KNOW)  # type: ignore[arg-type]

    assert one == other
    assert all(0 <= s.span.start <= s.span.end <= len(chars) for s in one.statements)
