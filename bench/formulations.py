"""Set formulations: python bench/formulations.py LISTED.tsv TEXTS.jsonl.gz... --lang zh [--top 3000] [--out FILE]

Runs `onrecord formulations` in a process of its own over the texts of one language (JSON lines with "id", "text",
"date", "lang") and prints CPU seconds of the process, its peak memory, how many of the listed phrases (first column)
are among the proposals, and which are not, and how many first dates differ from those a plain search of the texts
finds for the same form. A phrase counts as found when a form of a proposal is it, marks and case aside.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path


def texts(paths: list[Path], lang: str) -> list[dict[str, str | None]]:
    """The documents in one language."""
    found = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                document = json.loads(line)
                if (document.get("lang") or lang).startswith(lang):
                    found.append({"id": document["id"], "text": document["text"], "date": document.get("date") or None,
                                  "lang": lang})  # fmt: skip
    return found


def plain(form: str) -> str:
    """Letters and digits alone, in lower case."""
    return "".join(filter(str.isalnum, form.lower()))


def in_lines(text: str) -> str:
    """A text without its single line ends: a space for each, nothing beside a Chinese character."""
    made = ""
    for line in map(str.strip, text.split("\n")):
        tight = not made or not line or made[-1] in "\n-" or made[-1] > "\u2e80" or line[0] > "\u2e80"
        made += (line if tight else f" {line}") or "\n"
    return made


def holds(text: str, form: str) -> bool:
    """True when a form stands in a text, in a script with spaces between other characters than letters and hyphens."""
    at = text.find(form)
    while at >= 0:
        beside = text[at - 1 : at] + text[at + len(form) : at + len(form) + 1]
        if form[0] > "\u2e80" or not any(char.isalnum() or char in "-‑’'" for char in beside):
            return True
        at = text.find(form, at + 1)
    return False


def first_dates_wrong(documents: list[dict[str, str | None]], found: list[dict[str, object]]) -> int:
    """Proposals whose first date is later than that of a text which holds the form as it is written, as whole words."""
    dated = sorted((d["date"], in_lines(d["text"] or "")) for d in documents if d["date"])
    wrong = 0
    for one in found:
        form = one["forms"][0]  # type: ignore[index]
        earliest = next((date for date, text in dated if holds(text or "", str(form))), None)
        wrong += earliest is not None and (one["first"]["date"] or "9") > earliest  # type: ignore[index,operator]
    return wrong


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("listed", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--lang", required=True)
    parser.add_argument("--top", type=int, default=3000)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    documents = texts(asked.texts, asked.lang)
    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder) / "in.jsonl", asked.out or Path(folder) / "out.jsonl"
        given.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents), encoding="utf-8")
        program = "from onrecord.cli.app import build; build()()"
        command = [
            sys.executable,
            "-c",
            program,
            "formulations",
            str(given),
            "--top",
            str(asked.top),
            "--out",
            str(out),
        ]
        subprocess.run(command, check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    listed = [line.split("\t")[0] for line in asked.listed.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    listed = [form for form in listed if form.strip()]
    ranks: dict[str, int] = {}
    for rank, one in enumerate(found, 1):
        for form in one["forms"]:
            ranks.setdefault(plain(form), rank)
    held = [form for form in listed if plain(form) in ranks]
    size = sum(len(d["text"] or "") for d in documents)
    print(f"{asked.lang}: {len(documents)} texts, {size / 1e6:.1f} million characters: "
          f"{used.ru_utime + used.ru_stime:.2f} CPU s, {used.ru_maxrss / 1024:.0f} MB")  # fmt: skip
    print(f"listed phrases among the first {asked.top}: {len(held)} of {len(listed)}")
    print("found at:", ", ".join(f"{form} {ranks[plain(form)]}" for form in held))
    print("missing:", ", ".join(form for form in listed if form not in held) or "none")
    print(f"first dates later than plain search, first 200: {first_dates_wrong(documents, found[:200])}")


if __name__ == "__main__":
    main()
