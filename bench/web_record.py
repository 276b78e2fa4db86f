"""A large record for the pages: python bench/web_record.py TEXTS.jsonl.gz... --out FOLDER [--documents N] [--chars N]

Takes the documents of the given texts (JSON lines with "text" and, if any, "id", "title", "lang", "date", "source",
"speaker", "url") in turn and cuts long ones at line ends into documents of about N characters (default 1,300), so that
they make up as many as are asked for (default 50,000); writes FOLDER/documents.jsonl. Then `onrecord add` it: the
command is printed. Not here: asking (``web_load.py``).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from search_speed import in_turn, lines

KEPT = ("title", "lang", "date", "source", "speaker", "url")


def documents(paths: list[Path], size: int) -> Iterator[dict[str, str]]:
    """Documents of all files in turn, so that languages and outlets mix."""
    return in_turn([_cut(path, size) for path in paths])


def _cut(path: Path, size: int) -> Iterator[dict[str, str]]:
    for whole in lines(path):
        for number, text in enumerate(parts(str(whole.get("text") or ""), size)):
            yield _document(whole, number, text)


def _document(whole: dict[str, Any], number: int, text: str) -> dict[str, str]:
    kept = {name: str(whole[name]) for name in KEPT if whole.get(name)}
    if number and "url" in kept:
        kept["url"] += f"#part{number}"
    return kept | {"id": f"{whole.get('id', '')}/{number}", "text": text}


def parts(text: str, size: int) -> Iterator[str]:
    """The text in stretches of whole lines of about ``size`` characters."""
    lines: list[str] = []
    held = 0
    for line in text.splitlines():
        if held + len(line) > size and held:
            yield "\n".join(lines)
            lines, held = [], 0
        lines.append(line)
        held += len(line)
    if "".join(lines).strip():
        yield "\n".join(lines)


def main() -> None:
    """Write the documents and say how many."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=50_000)
    parser.add_argument("--chars", type=int, default=1_300)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    written = 0
    with (given.out / "documents.jsonl").open("w", encoding="utf-8") as file:
        for document in islice(documents(given.texts, given.chars), given.documents):
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
            written += 1
    print(f"{written} documents; now: onrecord add {given.out}/documents.jsonl --record {given.out}/record")


if __name__ == "__main__":
    main()
