"""What the engine costs beside the work: processor time of the parent and of packing, for each document.

Usage: python bench/engine_cost.py [DOCUMENTS]. Plain texts of 600 words about invented countries; prints milliseconds
of processor time for each document (elapsed time is printed too, but other programs on the machine change it).
"""

from __future__ import annotations

import random
import resource
import sys
import time

from onrecord import pipeline
from onrecord.engines.frames import Inbox, Kept, believe, pack
from onrecord.engines.jobs import Job
from onrecord.engines.local import run
from onrecord.knowledge import load
from onrecord.limits import DEFAULT
from onrecord.model import Dossier, make_source

SENTENCE = (
    "the ministry of ardenia said that it opposes any measure which would harm trade between both countries and urges "
    "belmark to return to talks on the levy as the envoy told reporters after the meeting in the capital"
)


def text(seed: int) -> str:
    """About 600 words in ten paragraphs, with a quotation in each."""
    rng, words = random.Random(seed), SENTENCE.split()
    said = (f"“{' '.join(rng.choices(words, k=20))},” said the envoy. " for _ in range(10))
    return "\n\n".join(s + " ".join(rng.choices(words, k=36)) + "." for s in said)


def main(count: int) -> None:
    """Run the line alone, then the frames alone, then the whole engine."""
    know = load()
    sources = [make_source(text(n).encode(), "text/plain", f"d{n}") for n in range(min(count, 50))]
    begin = time.process_time()
    dossiers = [pipeline.process(s, know) for s in sources]
    show("the line itself", time.process_time() - begin, len(sources))
    begin = time.process_time()
    packed = [pack(Kept(0, 0, d)) for d in dossiers]
    show("packing (in the worker)", time.process_time() - begin, len(sources))
    begin = time.process_time()
    for frame in (f for body in packed for f, _ in Inbox(DEFAULT.answer_bytes).feed(body)):
        believe(frame.dossier)
    show("unpacking and checking (in the parent)", time.process_time() - begin, len(sources))
    print(f"{'bytes of a frame':<42} {sum(map(len, packed)) / len(packed):8.0f}")
    whole(count)


def whole(count: int) -> None:
    """The engine with two workers: processor time of the parent, and documents a second."""
    jobs = (Job(n, f"d{n}", data=text(n).encode(), size=4000, media_type="text/plain") for n in range(count))
    used = time.process_time()
    first, kept = 0.0, 0
    for answer in run(jobs, workers=2):
        first = first or time.perf_counter()
        kept += isinstance(answer.payload, Dossier)
    show("the parent's whole work (texts made too)", time.process_time() - used, kept)
    workers = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{'documents a second, two workers':<42} {(kept - 1) / (time.perf_counter() - first):8.0f}")
    print(f"{'largest child, MiB':<42} {workers.ru_maxrss / 1024:8.0f}")


def show(what: str, seconds: float, count: int) -> None:
    """One row."""
    print(f"{what:<42} {1000 * seconds / count:8.3f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
