"""Pairs that are called softened or hardened, drawn from real documents and judged by a person: precision.

Sets: ``edits`` (two captures of official pages, English), ``feed`` (two states of one item of a feed, English),
``kin-en``, ``kin-zh``, ``kin-es``, ``kin-ru`` (two texts of one outlet that have a tenth to nine tenths of their runs
of words in common: this year's notice and last year's, two readouts of one call, a report and the next one),
``kin-us``, ``kin-sg`` (the same of the State Department and Singapore's ministry, from 3 to 97 %),
``wmt`` (Chinese news sentences and their English references), ``wmt-zh`` (English ones and their Chinese references),
``zh``, ``fr``, ``es``, ``ru``, ``ar`` (English news texts and their references). Sentences of two languages are paired
as the material pairs them, so that the steps are judged and not the aligner. Pairs are drawn by a digest of the
seed and both wordings, so that a pair keeps its turn whatever becomes of the others. What a person says of each stands
in ``bench/judged/steps.tsv``: set, page, digest of both wordings, direction, family, rungs, verdict, reason; none of
the texts.

    python bench/steps.py draw [--each edits=40,feed=10,zh=14] [--seed 5] [--texts]   (--texts prints the wordings)
    python bench/steps.py precision [--broken]

``precision`` draws anew and fails where a pair drawn has no verdict. ``--broken`` turns each direction round.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.compare.pairs import Pair, Text, across, within_language
from onrecord.compare.telling import telling
from onrecord.knowledge import Knowledge, load
from onrecord.model import Block, Position, Span, make_source
from onrecord.pipeline import process
from onrecord.record.comparing import text_of

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
JUDGED = Path(__file__).resolve().parent / "judged" / "steps.tsv"
NTREX = {"zh": "zho-CN", "fr": "fra", "es": "spa", "ru": "rus", "ar": "arb"}
WMT = {"wmt": "zh-en", "wmt-zh": "en-zh"}
KIN = {
    "kin-en": ("whitehouse_en", "en"),
    "kin-sg": ("sgmfa_en", "en"),
    "kin-us": ("state_dept_rss_en", "en"),
    "kin-zh": ("xwlb_zh", "zh-Hans"),
    "kin-es": ("cfk_es", "es"),
    "kin-ru": ("kremlin_ru", "ru"),
}
RUN, OFTEN = 6, 30  # words (Chinese: twice as many characters) of a run; a run that more texts have is a formula
ALIKE, WIDE = (0.1, 0.9), (0.03, 0.97)  # shares of runs that kin have in common
PAIRS = 2000  # so many pairs of texts are looked at
EACH = "edits=40,wmt=60"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A pair called softened or hardened: where it stands (code points of both texts), and both wordings."""

    group: str
    page: str
    pair: Pair
    spans: tuple[Span, Span]
    words: tuple[str, str]

    @property
    def digest(self) -> str:
        """What the pair is known by: its wordings, spaces aside."""
        return hashlib.sha256("\0".join(" ".join(w.split()) for w in self.words).encode()).hexdigest()[:16]

    @property
    def way(self) -> str:
        """softened or hardened."""
        return self.pair.kind


def text(chars: str, lang: str, know: Knowledge) -> Text:
    """A text with the stances taken in it, its paragraphs between empty lines."""
    dossier = process(make_source(chars.encode(), "text/markdown", "page.md"), know)
    chars, blocks, at = dossier.text.chars, [], 0
    for part in chars.split("\n\n"):
        if part.strip():
            blocks.append(Block("body", Span(at, at + len(part)), lang, 1.0, "bench"))
        at += len(part) + 2
    positions: tuple[Position, ...] = dossier.positions
    return text_of(chars, lang, blocks, positions)


def drawn(group: str, page: str, one: Text, other: Text, pairs: list[Pair]) -> Iterator[Drawn]:
    """The pairs of two texts that are called so."""
    for pair in pairs:
        if pair.step:
            spans = [
                Span(t.sentences[ns[0]].span.start, t.sentences[ns[-1]].span.end)
                for t, ns in ((one, pair.one), (other, pair.other))
            ]
            yield Drawn(group, page, pair, (spans[0], spans[1]), (spans[0].of(one.chars), spans[1].of(other.chars)))


def captures(group: str) -> Iterator[tuple[str, str, str]]:
    """Name, old and new text of pages of one language."""
    name = {"edits": "whitehouse_silent_edits", "feed": "state_dept_rss_versions"}[group]
    with gzip.open(SHARED / "bulk" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if group == "edits":
                yield row["path"], row["old"], row["new"]
            else:
                states = [one["text"].replace("\n", "\n\n") for one in row["versions"]]
                yield row["guid"], states[0], states[-1]


def kin(group: str) -> Iterator[tuple[str, str, str]]:
    """Name and both texts of pairs of one outlet, the older first: each text with the one that it shares most with."""
    name, lang = KIN[group]
    with gzip.open(SHARED / "bulk" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
        rows = sorted((row for row in map(json.loads, stream) if row.get("text")), key=lambda row: str(row.get("date")))
    runs = [_runs(row["text"], lang) for row in rows]
    having: defaultdict[int, list[int]] = defaultdict(list)
    for n, held in enumerate(runs):
        for run in held:
            having[run].append(n)
    alike = WIDE if group in ("kin-sg", "kin-us") else ALIKE
    pairs = {pair for n, held in enumerate(runs) if (pair := _nearest(n, runs, having, alike))}
    for a, b in sorted(pairs, key=lambda x: hashlib.sha256(f"{group}:{x}".encode()).hexdigest())[:PAIRS]:
        one, other = (_paragraphs(rows[n]["text"]) for n in (a, b))
        yield f"{rows[a].get('id', a)}+{rows[b].get('id', b)}", one, other


def _paragraphs(chars: str) -> str:
    """A text with an empty line between paragraphs, and none inside; some corpora break every line."""
    if "\n\n" not in chars:
        return chars.replace("\n", "\n\n")
    return "\n\n".join(" ".join(part.split()) for part in chars.split("\n\n"))


def _runs(chars: str, lang: str) -> set[int]:
    parts, size = (list(chars), 2 * RUN) if lang[:2] == "zh" else (chars.lower().split(), RUN)
    digests = (
        hashlib.blake2b("\0".join(parts[n : n + size]).encode(), digest_size=6).digest() for n in range(len(parts))
    )
    return {int.from_bytes(one, "big") for one in digests}


def _nearest(
    n: int, runs: list[set[int]], having: dict[int, list[int]], alike: tuple[float, float]
) -> tuple[int, int] | None:
    shared = Counter(other for run in runs[n] if len(having[run]) <= OFTEN for other in having[run] if other != n)
    if not shared:
        return None
    other, count = min(shared.items(), key=lambda x: (-x[1], x[0]))
    fits = alike[0] <= count / max(1, min(len(runs[n]), len(runs[other]))) <= alike[1]
    return (min(n, other), max(n, other)) if fits else None


def changed(old: str, new: str) -> tuple[str, str]:
    """The paragraphs that are not on both sides: all that a step can stand in, at a tenth of the time."""
    one, other = old.split("\n\n"), new.split("\n\n")
    return "\n\n".join(p for p in one if p not in set(other)), "\n\n".join(p for p in other if p not in set(one))


def parallel(group: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Sentences and their translations by texts (of WMT: by forty), in an order that a digest makes."""
    texts: dict[str, list[tuple[str, str]]] = {}
    if group in WMT:
        with gzip.open(SHARED / "bulk" / "wmt_zh_en_segments.jsonl.gz", "rt", encoding="utf-8") as stream:
            for n, row in enumerate(json.loads(line) for line in stream):
                if row["pair"] == WMT[group] and row["refs"]:
                    texts.setdefault(f"{n // 40}", []).append((row["src"], next(iter(row["refs"].values()))))
    else:
        folder = SHARED / "eval" / "align" / "ntrex"
        names = (folder / "DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split()
        files = (folder / "src.eng.txt", folder / f"ref.{NTREX[group]}.txt")
        sides = [file.read_text(encoding="utf-8").splitlines() for file in files]
        for n, name in enumerate(names[: len(sides[0])]):
            texts.setdefault(name, []).append((sides[0][n], sides[1][n]))
    yield from sorted(texts.items(), key=lambda x: hashlib.sha256(x[0].encode()).hexdigest())


def beads(one: Text, other: Text, count: int) -> list[Pair]:
    """The sentences of the paragraphs of one number as pairs; none where a reader cut a text into other paragraphs."""
    numbered = [_by_paragraph(side) for side in (one, other)]
    if {len(numbered[0]), len(numbered[1])} != {count}:
        return []
    return [Pair("kept", tuple(a), tuple(b)) for a, b in zip(*numbered, strict=True)]


def _by_paragraph(side: Text) -> list[list[int]]:
    found: list[list[int]] = []
    for n, sentence in enumerate(side.sentences):
        if not n or "\n\n" in side.chars[side.sentences[n - 1].span.end : sentence.span.start]:
            found.append([])
        found[-1].append(n)
    return found


def called(group: str) -> Iterator[Drawn]:
    """All pairs of a set that are called softened or hardened."""
    know = load()
    if group in (*NTREX, *WMT):
        langs = ("zh-Hans", "en") if group == "wmt" else ("en", "zh-Hans" if group in ("zh", "wmt-zh") else group)
        tells = (telling(know, langs[0]), telling(know, langs[1]))
        for name, lines in parallel(group):
            here, there = (text("\n\n".join(line[k] for line in lines), langs[k], know) for k in (0, 1))
            yield from drawn(group, name, here, there, across(here, there, beads(here, there, len(lines)), tells))
        return
    lang = KIN[group][1] if group in KIN else "en"
    tell = telling(know, lang)
    for name, old, new in kin(group) if group in KIN else captures(group):
        sides = changed(old, new)
        if all(side.strip() for side in sides):
            here, there = (text(side, lang, know) for side in sides)
            yield from drawn(group, name, here, there, within_language(here, there, tell))


def draw(each: str, seed: int) -> list[Drawn]:
    """So many pairs of each set, by a digest of the seed and the pair; the same wordings count once."""
    found: list[Drawn] = []
    for group, most in (part.split("=") for part in each.split(",")):
        every = {one.digest: one for one in called(group)}
        turn = sorted(every.values(), key=lambda x: hashlib.sha256(f"{seed}:{x.digest}".encode()).hexdigest())
        print(f"{group}: {len(turn)} pairs are called so", file=sys.stderr)
        found += turn[: int(most)]
    return found


def row(one: Drawn) -> list[str]:
    """What the file holds of a pair before its verdict; no words of it."""
    why = one.pair.step
    what = [why.what, f"{why.one[0]}-{why.other[0]}"] if why else ["", ""]
    return [one.group, one.page.rsplit("/", 1)[-1][:60], one.digest, one.way, *what]


def verdicts() -> dict[str, tuple[str, str]]:
    """Digest -> direction and verdict (right, wrong, not comparable) of the pairs judged."""
    rows = [line.split("\t") for line in JUDGED.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return {r[2]: (r[3], r[6]) for r in rows}


def precision(found: list[Drawn], broken: bool) -> None:
    """Shares of the pairs drawn whose direction a person found right; SystemExit where one has no verdict."""
    judged, counts = verdicts(), Counter[tuple[str, str]]()
    if missing := [one.digest for one in found if one.digest not in judged]:
        raise SystemExit(f"{len(missing)} of {len(found)} pairs drawn have no verdict in {JUDGED}: {missing[:5]}")
    if not found:
        raise SystemExit("no pair of these sets is called softened or hardened: nothing to judge")
    for one in found:
        way, verdict = judged[one.digest]
        turned = (one.way == way) == broken
        counts[
            "one language" if one.group in ("edits", "feed", *KIN) else "translations", "wrong" if turned else verdict
        ] += 1
    for kind in ("one language", "translations"):
        mine = {verdict: n for (group, verdict), n in counts.items() if group == kind}
        if mine:
            print(json.dumps({"set": kind, "pairs": sum(mine.values()), **mine}))
    right = sum(n for (_, verdict), n in counts.items() if verdict == "right")
    print(json.dumps({"pairs": len(found), "precision": round(right / max(1, len(found)), 3)}))


def main() -> None:
    """Read the command line and run one part."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("part", choices=["draw", "precision"])
    parser.add_argument("--each", default=EACH)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--texts", action="store_true")
    parser.add_argument("--broken", action="store_true")
    given = parser.parse_args()
    found = draw(given.each, given.seed)
    if given.part == "precision":
        precision(found, given.broken)
        return
    for one in found:
        print("\t".join(row(one)))
        if given.texts:
            print("".join(f"  {mark} {' '.join(words.split())}\n" for mark, words in zip("-+", one.words, strict=True)))


if __name__ == "__main__":
    main()
