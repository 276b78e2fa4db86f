"""Links between versions, measured: the version groups, translations of six sentences, one new statement among many.

The version groups are added by ``Record.add`` and scored by the evaluation's scorer; ``--without`` turns signals off
one by one (what each buys); ``--misses`` prints wrong and missed links. Translations: the first sentences of news texts
and their references as texts of one day, each to be linked to its own. Scale: CPU milliseconds that linking takes for
each of some statements added to a record that holds many. ``--broken`` turns each link to another text, so that the
harness is seen to fail.

    python bench/link.py versions [--without] [--misses] [--broken]
    python bench/link.py translations [--lang zho-CN] [--broken]
    python bench/link.py scale RECORD FILE.jsonl
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from onrecord import Record
from onrecord.compare import link as within
from onrecord.compare import meeting, occasion, quoting, translated
from onrecord.model import VersionLink
from onrecord.record import linking

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).resolve().parent.parent.parent / "shared"))
WITHOUT: dict[str, tuple[Any, str, object]] = {
    "near days": (within, "NEAR", 10**6),
    "words of other times count less": (within, "FAR", 10**6),
    "endings of texts": (within, "EDGE", 0.0),
    "more for one outlet": (within, "ENOUGH", within.ENOUGH | {"one outlet": 60.0}),
    "quotations twice": (within, "_inside", lambda text, span: False),
    "meetings": (meeting, "ENOUGH", 10.0**6),
    "rare words with a name": (occasion, "ALIKE", 10.0),
    "rare words with a quotation": (occasion, "LIKE", 10.0),
}


def main() -> None:
    """Run the part asked for and print its figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("part", choices=("versions", "translations", "scale"))
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--without", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--broken", action="store_true")
    parser.add_argument("--lang", default="zho-CN")
    args = parser.parse_args()
    if args.part == "versions":
        versions(args)
    elif args.part == "translations":
        translations(args)
    else:
        scale(*args.paths)


def versions(args: argparse.Namespace) -> None:
    """The version groups: recall, precision, kind."""
    folder = SHARED / "eval" / "versions"
    with tempfile.TemporaryDirectory() as scratch, Record.open(Path(scratch) / "r", write=True) as record:
        record.add([folder / "documents.jsonl.gz"], link=False)
        began = time.process_time()
        record.link()
        print(f"linking: {time.process_time() - began:.1f} CPU s")
        print(json.dumps(score(folder, record, Path(scratch), broken=args.broken)))
        if args.misses:
            misses(folder, record)
        if args.without:
            ablation(folder, record, Path(scratch))


def score(folder: Path, record: Record, scratch: Path, *, broken: bool = False) -> dict[str, float]:
    """The figures of the evaluation's scorer."""
    links = record.links()
    ids = record.document_ids([id for one in links for id in (one.one, one.other)])
    ends = [ids[one.other] for one in links]
    if broken:
        ends = ends[1:] + ends[:1]
    lines = [
        json.dumps({"a": ids[one.one], "b": end, "kind": one.kind, "score": one.score})
        for one, end in zip(links, ends, strict=True)
    ]
    path = scratch / "links.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    command = [sys.executable, str(folder / "score.py"), str(folder / "groups.json"), str(path)]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


def misses(folder: Path, record: Record) -> None:
    """Links between texts of different groups, and labelled pairs without one."""
    groups = json.loads((folder / "groups.json").read_text(encoding="utf-8"))
    where: dict[str, set[str]] = {}
    for group in groups:
        for id in group["ids"]:
            where.setdefault(id, set()).add(group["group"])
    links = record.links()
    ids = record.document_ids([id for one in links for id in (one.one, one.other)])
    held = {frozenset((ids[one.one], ids[one.other])) for one in links}
    for one in links:
        a, b = ids[one.one], ids[one.other]
        if (a in where or b in where) and not where.get(a, set()) & where.get(b, set()):
            print("wrong", one.kind, a[-50:], b[-50:], dict(one.told))
    for group in groups:
        for pair in group["pairs"]:
            if frozenset((pair["a"], pair["b"])) not in held:
                print("missed", pair["relation"], pair["a"][-50:], pair["b"][-50:])


def ablation(folder: Path, record: Record, scratch: Path) -> None:
    """The same with one signal turned off at a time; links across languages are found once."""
    kept: list[VersionLink] = [one for one in record.links() if one.rule in (translated.RULE, quoting.RULE)]
    linking.Crossing = Once  # type: ignore[assignment, misc]
    for name, (module, field, value) in WITHOUT.items():
        before = getattr(module, field)
        setattr(module, field, value)
        Once.kept = list(kept)
        record.link(anew=True)
        print(f"without {name}:", json.dumps(score(folder, record, scratch)), flush=True)
        setattr(module, field, before)
    Once.kept = []
    record.link(anew=True)
    print("without other languages:", json.dumps(score(folder, record, scratch)))


class Once:
    """Stands for the search across languages: gives what it found before, once."""

    kept: ClassVar[list[VersionLink]] = []

    def links(self, _: object) -> list[VersionLink]:
        """All of it at the first block."""
        found, Once.kept = Once.kept, []
        return found


def translations(args: argparse.Namespace) -> None:
    """News texts cut to six sentences: how many are linked to their own translation, how many to another's."""
    folder = SHARED / "eval" / "align" / "ntrex"
    documents = [line.split("\t")[0].strip() for line in (folder / "DOCUMENT_IDS.tsv").open(encoding="utf-8")]
    rows = []
    for side, name in (("a", "src.eng.txt"), ("b", f"ref.{args.lang}.txt")):
        texts: dict[str, list[str]] = {}
        for id, line in zip(documents, (folder / name).open(encoding="utf-8"), strict=True):
            texts.setdefault(id, []).append(line.strip())
        for n, (id, lines) in enumerate(texts.items()):
            day = f"2031-{1 + n // 28 % 12:02d}-{1 + n % 28:02d}"
            rows.append({"id": f"{side}:{id}", "text": "\n".join(lines[:6]), "date": day})
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with Record.open(Path(scratch) / "r", write=True) as record:
            record.add([path])
            print_right(record, args, len(rows) // 2)


def print_right(record: Record, args: argparse.Namespace, pairs: int) -> None:
    """How many links across languages join a text and its translation."""
    links = [one for one in record.links() if one.rule == "aligned"]
    ids = record.document_ids([id for one in links for id in (one.one, one.other)])
    if args.broken:
        links = links[1:]
    right = sum(ids[one.one][2:] == ids[one.other][2:] for one in links)
    print(f"{args.lang}: {right} of {pairs} linked to their translation; {len(links) - right} links to others")


def scale(folder: Path, new: Path) -> None:
    """CPU milliseconds for linking each of the documents of a file, added one by one to a record that is linked."""
    opener = gzip.open if new.suffix == ".gz" else open
    with opener(new, "rb") as stream:
        lines = stream.read().splitlines()
    times = []
    with Record.open(folder, write=True) as record, tempfile.TemporaryDirectory() as scratch:
        record.link()
        for n, line in enumerate(lines):
            path = Path(scratch) / f"{n}.jsonl"
            path.write_bytes(line + b"\n")
            record.add([path], workers=1, link=False)
            began = time.process_time()
            record.link()
            times.append(1000 * (time.process_time() - began))
        held = len(record.statements(limit=10**6))
    print(f"{held} statements held; CPU ms for each new one: {told(times)}")


def told(times: Sequence[float]) -> str:
    """First, median and greatest."""
    ordered = sorted(times[1:] or times)
    return f"first {times[0]:.0f}, median {ordered[len(ordered) // 2]:.0f}, greatest {ordered[-1]:.0f}"


if __name__ == "__main__":
    main()
