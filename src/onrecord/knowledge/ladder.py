"""The strength ladder as a page: every rung with its words in each language and where they come from.

Lives here: the page, made from the data. Not here: rungs and sources (``codes``), words (``languages``). To make it:
``python -m onrecord.knowledge.ladder > docs/strength.md``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.knowledge.codes import ACT_RUNG, ACTS, DEFINITIONS, RUNGS, SOURCES
from onrecord.knowledge.language import Language
from onrecord.knowledge.stance import StanceWord

STEM = 4
OWN = "our reading"
HEAD = """# Strength of positions

Each position carries a rung from 1 to 6, on one scale for every language. A word's rung is that of its act unless the
lexicon gives it one; a boosting word beside it ("firmly") adds one, a hedging word ("partly") takes one away. Where a
published ladder of diplomatic language places a word, its source is named; the others are our own reading, by analogy.
This page is made from the lexicon by `python -m onrecord.knowledge.ladder`; inflected forms are not repeated.
"""


def page(languages: Iterable[Language]) -> str:
    """The whole page as Markdown."""
    parts = [HEAD, "## Rungs\n", "| rung | what it says |\n|---|---|"]
    parts += [f"| {rung} | {what} |" for rung, what in RUNGS.items()]
    parts += ["\n## Acts\n", "| act | what it is | rung |\n|---|---|---|"]
    parts += [f"| {act} | {DEFINITIONS[act]} | {ACT_RUNG[act]} |" for act in ACTS]
    parts += ["\n## Sources\n", "| key | source |\n|---|---|"]
    parts += [f"| {key} | {source} |" for key, source in SOURCES.items()]
    for language in languages:
        parts += [f"\n## {language.english} ({language.code})\n", "| rung | act | words | source |\n|---|---|---|---|"]
        parts += _rows(language)
    return "\n".join(parts) + "\n"


def _rows(language: Language) -> list[str]:
    """One row for each rung, act and source; words that only evaluate are counted, for they are many."""
    table: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    blame = 0
    for word in language.stance.words:
        if word.frame == "blame":
            blame += len(word.forms)
        elif word.act:
            key = (word.strength or ACT_RUNG[word.act], word.act, word.source or OWN)
            table[key].extend(w for w in _stems(word) if w not in table[key])
    order = {act: n for n, act in enumerate(ACTS)}
    keys = sorted(table, key=lambda k: (k[0], order[k[1]], k[2]))
    rows = [f"| {rung} | {act} | {', '.join(table[rung, act, source])} | {source} |" for rung, act, source in keys]
    if blame:
        rows.append(f"| {ACT_RUNG['criticise']} | criticise | {blame:,} words that blame wherever they stand | {OWN} |")
    return rows


def _stems(word: StanceWord) -> list[str]:
    """The forms of a word, one for each beginning: the others only inflect it."""
    kept: dict[str, str] = {}
    for form in word.forms:
        if any(mark in form.partition(" ")[0] for mark in "'’"):  # elided or contracted: "j'annonce", "we're ready"
            continue
        kept.setdefault(form[:STEM] if form.isascii() or " " in form or len(form) > STEM else form, form)
    return list(kept.values())


if __name__ == "__main__":
    from onrecord.knowledge.languages import LANGUAGES

    print(page(LANGUAGES), end="")
