"""Make the word tables ``knowledge/lexicons/tico19.*-en.tsv`` from the sentences of TICO-19 (CC0).

    python bench/learn_words.py FOLDER_OF_TMX

Lives here: reading the sentence pairs, learning with IBM model 1 in both directions, and what is kept: a pair of units
that both directions name, seen together in at least two sentences. Not here: the model (``text.align.learn``). The
tables are part of the package; run this again after the units change (``text.align.units``).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from onrecord.knowledge import lexicons
from onrecord.text.align.learn import learned
from onrecord.text.align.lexicon import Lexicon, lexicon
from onrecord.text.align.priors import priors
from onrecord.text.align.sides import side

FILES = {
    "zh": "all.en-zh.tmx",
    "fr": "all.en-fr.tmx",
    "es": "all.en-es-LA.tmx",
    "ru": "all.en-ru.tmx",
    "ar": "all.en-ar.tmx",
}
OUT = Path(lexicons.__file__).parent
SEEN, SHARE, MOST = 2, 0.08, 6  # sentences together, least share, translations of a unit
HEAD = (
    "# Unit of {lang} (a stem of text/align/units), English units and their shares in percent, learned by IBM model\n"
    "# 1 from TICO-19, the Translation Initiative for Covid-19 (CC0), by bench/learn_words.py.\n"
)


def pairs(path: Path) -> list[tuple[str, str]]:
    """(other language, English) sentences of a TMX file."""
    found = []
    for unit in ElementTree.parse(path).iter("tu"):
        english, other = ("".join(seg.itertext()).strip() for seg in unit.iter("seg"))
        found.append((other, english))
    return found


def table(sentences: list[tuple[str, str]], words: Lexicon) -> dict[str, list[tuple[str, int]]]:
    """Unit -> English units with shares in percent."""
    one = side([a for a, _ in sentences], words.langs[0], words.words)
    other = side([b for _, b in sentences], words.langs[1], words.words)
    beads = [((i,), (i,)) for i in range(len(sentences))]
    forward, backward = learned(one, other, beads, priors(one, other, words), 2.0)
    together = Counter(
        (u, v)
        for i in range(len(sentences))
        for u in set(one.tokens[one.offsets[i] : one.offsets[i + 1]].tolist())
        for v in set(other.tokens[other.offsets[i] : other.offsets[i + 1]].tolist())
    )
    often = np.bincount(other.tokens, minlength=len(other.vocab))
    found: dict[str, list[tuple[str, int]]] = {}
    for unit, number in one.number.items():
        if unit in words.stops[0] or not unit[0].isalpha():
            continue
        kept = []
        for mate, weight in forward.row(number):
            back = dict(backward.row(mate)).get(number, 0.0)
            english = other.vocab[mate]
            alone = often[mate] == 1 and together[number, mate] == 1 and weight > 0.5 and back > 0.5
            if english in words.stops[1] or not english[0].isalpha() or min(weight, back) < 0.03:
                continue
            if weight >= SHARE and (together[number, mate] >= SEEN or alone):
                kept.append((english, round(100 * weight)))
        if kept:
            found[unit] = sorted(kept, key=lambda cell: -cell[1])[:MOST]
    return found


def main() -> None:
    """Write the tables of all languages."""
    folder = Path(sys.argv[1])
    for lang, name in FILES.items():
        rows = table(pairs(folder / name), lexicon((lang, "en"), sources=("words",)))
        lines = [
            f"{unit}\t{';'.join(f'{word} {share}' for word, share in cells)}\n" for unit, cells in sorted(rows.items())
        ]
        (OUT / f"tico19.{lang}-en.tsv").write_text(HEAD.format(lang=lang) + "".join(lines), encoding="utf-8")
        print(lang, len(rows), "units")


if __name__ == "__main__":
    main()
