"""Say whether a wheel carries what the program needs at run time: data files of every room that has some.

Usage: python bench/wheel_contents.py WHEEL
"""

import sys
import zipfile
from pathlib import Path

DATA_SUFFIXES = {".toml", ".json", ".npz", ".html", ".txt", ".md", ".docx", ".pdf", ".xml", ".warc", ".typed", ".jsonl"}


def main() -> int:
    """Compare the data files of the source tree with those of the wheel."""
    root = Path(__file__).resolve().parent.parent / "src"
    wanted = {
        p.relative_to(root).as_posix() for p in root.rglob("*") if p.suffix in DATA_SUFFIXES or p.name == "py.typed"
    }
    have = set(zipfile.ZipFile(sys.argv[1]).namelist())
    missing = sorted(wanted - have)
    print(f"{len(wanted)} data files in the tree, {len(missing)} missing from the wheel")
    for name in missing:
        print(f"  missing: {name}")
    return 1 if missing or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
