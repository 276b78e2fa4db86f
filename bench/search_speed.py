"""Search at many paragraphs: python bench/search_speed.py TEXTS.jsonl.gz... [--paragraphs N] [--queries N]

Fills a record with paragraphs of the given texts (JSON lines with "text" and, if any, "lang" and "date"), then asks:
two words that stand side by side somewhere, as words and as a phrase, and Chinese terms of 1, 2, 3 and 4 characters,
common and rare. Prints median and 99th percentile of the time for a first page, and recall and precision against the
truth: the paragraphs whose folded characters hold the folded term, found by plain substring search.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.limits import Limits
from onrecord.model import Block, Dossier, Layout, Made, Span, Statement, make_source, make_text
from onrecord.store import Entry, Filters, Page, Store
from onrecord.text.fold import fold_exact, forms

BATCH = 256
ALL = Page(limit=10**9)
FIRST, ANY = Page(), Filters()


def read(paths: list[Path]) -> Iterator[dict[str, str]]:
    """Documents of all files in turn, so that languages mix."""
    return in_turn([lines(path) for path in paths])


def in_turn(streams: list[Iterator[dict[str, Any]]]) -> Iterator[dict[str, Any]]:
    """One of each at a time, until all are at their end."""
    while streams:
        for stream in list(streams):
            document = next(stream, None)
            if document is None:
                streams.remove(stream)
            else:
                yield document


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a gzipped file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def dossier(number: int, document: dict[str, str]) -> Dossier | None:
    """A document with one block for each line, without going through the readers: this measures search alone."""
    chars = document["text"]
    spans, at = [], 0
    for line in chars.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    if not spans:
        return None
    source = make_source(chars.encode("utf-8", "replace"), "text/plain", f"{number}.txt")
    text = make_text(source, "bench/1", chars, Layout(), ())
    lang, date = document.get("lang") or "en", (document.get("date") or "")[:10] or None
    statement = Statement(f"s{number:08d}", Span(0, len(chars)), lang, "report", date)
    blocks = tuple(Block("body", span, lang, 1.0, "bench/1") for span in spans)
    return Dossier(source, text, blocks, (statement,), made=Made("bench", "bench/1", ""))


def fill(store: Store, paths: list[Path], enough: int) -> None:
    """Put documents until there are enough paragraphs."""
    held = 0
    batch: list[Entry] = []
    for number, document in enumerate(read(paths)):
        made = dossier(number, document)
        if made is None:
            continue
        batch.append(Entry(made))
        held += len(made.blocks)
        if len(batch) == BATCH or held >= enough:
            store.put(batch)
            batch = []
        if held >= enough:
            return
    store.put(batch)


def paragraphs(store: Store) -> list[tuple[str, str]]:
    """(language, characters) of each paragraph of a record."""
    sql = """SELECT b.lang, b.start, b.end, t.chars FROM block b JOIN labelling l ON l.id = b.labelling
        JOIN reading r ON r.id = l.reading JOIN text t ON t.id = r.text ORDER BY b.id"""
    return [(lang, chars[start:end]) for lang, start, end, chars in store.connection.execute(sql)]


def timed(store: Store, queries: list[str], page: Page = FIRST, filters: Filters = ANY) -> str:
    """Median, 99th percentile and maximum of the time of a first page in milliseconds: by the clock, and of this
    process alone (the sound figure on a busy machine)."""
    wall, own = [], []
    for query in queries:
        before = time.perf_counter(), time.process_time()
        store.search(query, filters, page)
        wall.append((time.perf_counter() - before[0]) * 1000)
        own.append((time.process_time() - before[1]) * 1000)
    return f"{_spread(wall)}   CPU {_spread(own)}"


def _spread(times: list[float]) -> str:
    times.sort()
    return f"median {times[len(times) // 2]:6.2f} p99 {times[int(len(times) * 0.99)]:6.2f} max {times[-1]:6.1f} ms"


def han_terms(held: list[tuple[str, str]], size: int, count: int, chance: random.Random) -> list[str]:
    """Terms of ``size`` Han characters as they stand in paragraphs, so common ones come up as often as they occur."""
    chinese = [chars for lang, chars in held if lang.startswith("zh") and len(chars) > 20]
    found: list[str] = []
    while len(found) < count:
        chars = chance.choice(chinese)
        start = chance.randrange(len(chars) - size)
        term = chars[start : start + size]
        if all("\u4e00" <= c <= "\u9fff" for c in term):
            found.append(term)
    return found


def word_pairs(held: list[tuple[str, str]], count: int, chance: random.Random) -> list[tuple[str, str]]:
    """Two words that stand side by side in some English paragraph."""
    english = [chars for lang, chars in held if lang == "en" and len(chars) > 60]
    found: list[tuple[str, str]] = []
    while len(found) < count:
        words = forms(chance.choice(english))
        start = chance.randrange(len(words) - 1) if len(words) > 1 else 0
        pair = words[start : start + 2]
        if len(pair) == 2 and all(word.isalpha() and len(word) > 2 for word in pair):
            found.append((pair[0], pair[1]))
    return found


def recall(store: Store, folded: list[str], terms: list[str]) -> str:
    """Paragraphs found, against those whose folded characters hold the folded term."""
    true = found = right = 0
    for term in dict.fromkeys(terms):
        wanted = sum("".join(forms(term)) in view for view in folded)
        hits = store.search(term, Filters(), ALL).hits
        good = sum("".join(forms(term)) in "".join(forms(hit.match)) for hit in hits)
        true, found, right = true + wanted, found + len(hits), right + good
    precision = right / found if found else 1.0
    return f"recall {right / true:.4f} ({right} of {true})  precision {precision:.4f} ({found} hits)"


def main() -> None:
    """Fill, ask, print."""
    options = argparse.ArgumentParser()
    options.add_argument("texts", nargs="*", type=Path)
    options.add_argument("--paragraphs", type=int, default=200_000)
    options.add_argument("--queries", type=int, default=500)
    options.add_argument("--truths", type=int, default=40)
    options.add_argument("--record", type=Path)
    chosen = options.parse_args()
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.record or Path(scratch) / "record"
        if not (folder / "record.sqlite").exists():
            before = time.process_time()
            with Store.open(folder, write=True, create=True) as store:
                fill(store, chosen.texts, chosen.paragraphs)
            print(f"filled in {time.process_time() - before:.0f} CPU s")
        with Store.open(folder, write=False, limits=Limits(query_s=60)) as store:
            held = paragraphs(store)
            characters = sum(len(chars) for _, chars in held) / 1e6
            size = (folder / "record.sqlite").stat().st_size / 2**20
            print(f"{len(held)} paragraphs, {characters:.1f} M characters, database {size:.0f} MiB")
            _speed(store, held, chosen.queries, chance)
            _truth(store, held, chosen.truths, chance)


def _speed(store: Store, held: list[tuple[str, str]], count: int, chance: random.Random) -> None:
    pairs = word_pairs(held, count, chance)
    queries = {
        "two words": [f"{a} {b}" for a, b in pairs],
        "two words, a phrase": [f'"{a} {b}"' for a, b in pairs],
        **{f"{n} Han characters": han_terms(held, n, count, chance) for n in (1, 2, 3, 4)},
    }
    timed(store, queries["two words"][:50])
    for name, asked in queries.items():
        print(f"{name:34} {timed(store, asked)}")
    stemmed, folded = Page(stemmed=True), Page(fold_copies=True)
    period = Filters(since="2018", until="2020")
    print(f"{'two words, --stem':34} {timed(store, queries['two words'], stemmed)}")
    print(f"{'two words, --fold-copies':34} {timed(store, queries['two words'], folded)}")
    print(f"{'two words, --since --until':34} {timed(store, queries['two words'], filters=period)}")
    chinese = Filters(lang="zh")
    print(f"{'2 Han characters, --lang zh':34} {timed(store, queries['2 Han characters'], filters=chinese)}")


def _truth(store: Store, held: list[tuple[str, str]], count: int, chance: random.Random) -> None:
    folded = [_folded(chars) for _, chars in held]
    for size in (1, 2, 3, 4):
        print(f"{size} Han characters: {recall(store, folded, han_terms(held, size, count, chance))}")


def _folded(chars: str) -> str:
    """Folded characters without white space; punctuation is a bar, so that no term runs across it."""
    out = []
    for char in chars:
        if not char.isspace():
            out.append("".join(fold_exact(char).split()) or "|")
    return "".join(out)


if __name__ == "__main__":
    main()
