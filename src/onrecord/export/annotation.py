"""Web Annotations (W3C Web Annotation Data Model) in JSON-LD: where the words stand, for programs that find places.

Lives here: one Annotation, or an AnnotationPage of many. Facts of the model: TextPositionSelector counts characters of
the text from 0, end excluded, and TextQuoteSelector gives the words with what stands before and after. Both are here in
code points of the text as the reader named in ``proof`` made it. Our own terms are defined in the context beside the
model's own, in our namespace; nothing needs to be fetched for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from onrecord.export.citation import Citation, proof
from onrecord.export.lines import compact
from onrecord.export.prose import sentence
from onrecord.export.references import keyed

MODEL = "http://www.w3.org/ns/anno.jsonld"
OURS = {
    "onrecord": "urn:onrecord:",
    "proof": {"@id": "onrecord:proof", "@type": "@json"},
    "unit": "onrecord:unit",
    "sha256": "onrecord:sha256",
    "claim": {"@id": "onrecord:claim", "@type": "@json"},
}
CONTEXT = [MODEL, OURS]


def annotation(key: str, c: Citation) -> dict[str, Any]:
    """One Annotation, without its context."""
    found: dict[str, Any] = {
        "id": f"urn:onrecord:{key}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"id": "urn:onrecord", "type": "Software", "name": f"Onrecord {c.made_by}".strip()},
        "body": {"type": "TextualBody", "value": sentence(c), "format": "text/plain", "purpose": "describing"},
        "target": _target(c),
        "proof": proof(c),
    }
    claim = {name: value for name, value in c.claim.items() if value is not None}
    return found | ({"claim": claim} if claim else {})


def _target(c: Citation) -> dict[str, Any]:
    quoted = {"type": "TextQuoteSelector", "exact": c.quote, "prefix": c.prefix, "suffix": c.suffix}
    place = {"type": "TextPositionSelector", "start": c.span.start, "end": c.span.end, "unit": "code points"}
    found: dict[str, Any] = {"type": "SpecificResource", "source": _source(c), "selector": [place, quoted]}
    if c.retrieved:
        found["state"] = {"type": "TimeState", "sourceDate": c.retrieved}
    return found


def _source(c: Citation) -> dict[str, Any]:
    """The page by its address, else the bytes by their hash."""
    found: dict[str, Any] = {"id": c.url or f"urn:sha256:{c.source_id}", "type": "Text", "format": c.media_type}
    if c.lang != "und":
        found["language"] = c.lang
    return found | {"sha256": c.source_id}


def write(citations: Iterable[Citation]) -> Iterator[bytes]:
    """One citation as an Annotation; any other number as an AnnotationPage, an item a line."""
    stream = keyed(citations)
    first, second = next(stream, None), next(stream, None)
    if first and second is None:
        yield compact({"@context": CONTEXT} | annotation(*first)).encode("utf-8", "replace") + b"\n"
        return
    head = compact({"@context": CONTEXT, "id": "urn:onrecord:export", "type": "AnnotationPage", "startIndex": 0})
    yield head[:-1].encode() + b',"items":['
    before = "\n"
    for one in chain([first] if first else [], [second] if second else [], stream):
        yield (before + compact(annotation(*one))).encode("utf-8", "replace")
        before = ",\n"
    yield b"\n]}\n"
