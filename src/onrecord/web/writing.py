"""Markup of a long text and of the list of its claims: thousands of small pieces, written without a template.

Lives here: that. Not here: where marks begin and end (``marks``), everything around them (``templates``). Every value
is escaped. What can be told from something else is not written again: a block's first character is its id, its end is
its length, its language that of the text unless it has another.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from markupsafe import Markup, escape

from onrecord.compare.receipts import Place as Found
from onrecord.store import Hit
from onrecord.text import excerpt
from onrecord.web.marks import LAYERS, Claim, Segment
from onrecord.web.reader import Reader, direction
from onrecord.web.screens.formulations import Place as Used
from onrecord.web.screens.statement import Paragraph, StatementAnswer

SHOWN, AROUND = 90, 160


def text(answer: StatementAnswer) -> Markup:
    """The blocks of a text with their marks; the first that the address asks for has the id ``at``."""
    return Markup("\n".join(_blocks(answer.paragraphs, answer.statement.lang)))


def _blocks(paragraphs: Iterable[Paragraph], lang: str) -> Iterator[str]:
    found = False
    for one in paragraphs:
        told = "" if one.lang == lang else f' lang="{escape(one.lang)}" dir="{direction(one.lang)}"'
        pieces = []
        for s in one.segments:
            pieces.append(_marked(s, first=s.found and not found))
            found = found or s.found
        here = " here" if any(s.found for s in one.segments) else ""
        yield f'<p class="block b-{escape(one.kind)}{here}" id="c{one.start}"{told}>{"".join(pieces)}</p>'


def _marked(segment: Segment, *, first: bool) -> str:
    """Characters in a mark for each layer over them, one inside the other: of two lines of one mark only one shows."""
    made = str(escape(segment.text))
    for layer in segment.layers:
        made = f'<mark class="l-{layer}">{made}</mark>'
    if segment.found:
        at = ' id="at"' if first else ""
        made = f'<mark class="found"{at}>{made}</mark>'
    return made


def context(hit: Hit) -> Markup:
    """The words around the first match of a hit, every match in them marked; "…" where the block goes on."""
    at = hit.spans[0] if hit.spans else hit.block
    first, last = at.start - len(hit.left), at.start + len(hit.match) + len(hit.right)
    cut, more = first > hit.block.start, last < hit.block.end
    ends = max((s.end for s in hit.spans if s.end <= last), default=last)
    left = excerpt.from_word(hit.left) if cut else hit.left
    right = excerpt.to_word(hit.right) if more else hit.right
    if at.start + len(hit.match) + len(right) < ends:  # a match that is whole, at the very end
        right = hit.right
    chars = left + hit.match + right
    pieces, done, start = [Markup("…" if cut else "")], 0, at.start - len(left)
    for span in hit.spans:
        low, high = span.start - start, min(span.end - start, len(chars))
        if done <= low < high:
            pieces += [escape(chars[done:low]), Markup("<mark>{}</mark>").format(chars[low:high])]
            done = high
    pieces += [escape(chars[done:]), Markup("…" if more else "")]
    return Markup().join(pieces)


def around(place: Found | Used) -> Markup:
    """Words where they stand, with what is near them in their paragraph."""
    before, after = excerpt.tail(place.before, AROUND), excerpt.head(place.after, AROUND)
    return Markup('{}<mark class="differs">{}</mark>{}').format(before, place.words, after)


def cards(claims: Iterable[Claim], reader: Reader, on: Container[str]) -> Markup:
    """A line for each claim: its layer, which leads to its card, its words, and its places for the browser; not seen
    where its layer is not ``on``."""
    names = {layer: escape(reader.say(f"l_{layer}")) for layer in LAYERS}
    return Markup("\n".join(_card(claim, names[claim.layer], shown=claim.layer in on) for claim in claims))


def _card(claim: Claim, name: Markup, *, shown: bool) -> str:
    places = " ".join(f"{s.start}:{s.end}" for s in claim.stretches())
    line = " ".join(claim.quote.split())
    short = excerpt.head(line, SHOWN)
    id = escape(claim.id)
    return (
        f'<li class="claim l-{claim.layer}" id="claim-{id}" data-places="{places}"{"" if shown else " hidden"}>'
        f'<a href="?claim={id}">{name}</a> <q>{escape(short)}</q></li>'
    )
