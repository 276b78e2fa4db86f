"""Whole-document copies by MinHash, what `bench/reuse.py` stands beside: bench/minhash.py rensa|datasketch CORPUS

Words in threes, 128 permutations, documents alike to 0.7 or more. Prints how many pairs of documents it gives, and how
many of those that share a planted passage are among them: none are expected, for a passage is a small part.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

PERMUTATIONS, BANDS, ALIKE = 128, 16, 0.7
Pairs = set[tuple[str, str]]


def shingles(text: str) -> list[str]:
    """Three words side by side, each once; three characters where there are no spaces."""
    words = text.split() if text.count(" ") * 20 > len(text) else list(text)
    return list({" ".join(words[i : i + 3]) for i in range(len(words) - 2)})


def rensa(names: Sequence[str], texts: Sequence[str]) -> Pairs:
    """Pairs by `rensa`."""
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found]

    index, found, held = RMinHashLSH(ALIKE, PERMUTATIONS, BANDS), Pairs(), []
    for number, text in enumerate(texts):
        one = RMinHash(num_perm=PERMUTATIONS, seed=1)
        one.update(shingles(text))
        near = [other for other in index.query(one) if one.jaccard(held[other]) >= ALIKE]
        found.update((names[other], names[number]) for other in near)
        index.insert(number, one)
        held.append(one)
    return found


def datasketch(names: Sequence[str], texts: Sequence[str]) -> Pairs:
    """Pairs by `datasketch`."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

    index, found, held = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS), Pairs(), []
    for number, text in enumerate(texts):
        one = MinHash(num_perm=PERMUTATIONS, seed=1)
        one.update_batch([shingle.encode() for shingle in shingles(text)])
        near = [other for other in index.query(one) if one.jaccard(held[other]) >= ALIKE]
        found.update((names[other], names[number]) for other in near)
        index.insert(number, one)
        held.append(one)
    return found


def main() -> None:
    """Read a corpus, compare it, count."""
    library: Callable[[Sequence[str], Sequence[str]], Pairs] = {"rensa": rensa, "datasketch": datasketch}[sys.argv[1]]
    corpus = Path(sys.argv[2])
    lines = [json.loads(line) for line in (corpus / "docs.jsonl").open(encoding="utf-8")]
    found = library([x["id"] for x in lines], [x["text"] for x in lines])
    truth = {tuple(sorted((x["a"], x["b"]))) for x in map(json.loads, (corpus / "truth.jsonl").open(encoding="utf-8"))}
    hit = len({tuple(sorted(pair)) for pair in found} & truth)
    print(f"  {sys.argv[1]}: {len(found)} pairs of documents; {hit} of {len(truth)} that share a planted passage")


if __name__ == "__main__":
    main()
