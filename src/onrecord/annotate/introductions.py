"""Full names printed in a statement, so that a surname alone can be read.

Lives here: runs of capitalised words, by their last word. Not here: who they are (``cast``). Languages without
capital letters have no such runs, and a part of a name is not completed there.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate.mention import EDGES
from onrecord.knowledge.language import Language
from onrecord.model import Span

LONGEST = 4


@dataclass(frozen=True, slots=True)
class Names:
    """Full forms by last word, in lower case; two different people of one surname leave it unread."""

    by_last: dict[str, tuple[str, ...]]

    def full(self, surname: str) -> str:
        """The only full name that ends in (or, for family name first, begins with) this word; "" for none."""
        found = self.by_last.get(surname.lower(), ())
        return found[0] if len(found) == 1 else ""


def names(chars: str, stretches: tuple[Span, ...], language: Language) -> Names:
    """Every run of two to four capitalised words of the given stretches, in time linear in their length."""
    speech = language.speech
    skip = {*speech.offices, *speech.honorifics, *speech.determiners, *speech.stops, *speech.openers}
    found: dict[str, dict[str, str]] = {}
    for stretch in stretches:
        for run in _runs(stretch.of(chars).split(), skip):
            if 2 <= len(run) <= LONGEST:
                for part in (run[-1], run[0]):
                    found.setdefault(part.lower(), {}).setdefault(" ".join(run).lower(), " ".join(run))
    return Names({k: _longest(tuple(v.values())) for k, v in found.items()})


def _runs(words: list[str], skip: set[str]) -> list[list[str]]:
    runs: list[list[str]] = []
    run: list[str] = []
    for word in words:
        bare = word.strip(EDGES).removesuffix("’s").removesuffix("'s")
        if not bare or not bare[0].isupper() or bare.lower() in skip:
            runs.append(run)
            run = []
            continue
        run.append(bare)
        if word[-1] in EDGES or (word != bare and not word.startswith(bare)):
            runs.append(run)
            run = []
    runs.append(run)
    return runs


def _longest(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Forms without those that are part of another ("Jiakun Guo" stays apart from "Guo Jiakun")."""
    return tuple(f for f in forms if not any(f != g and f.lower() in g.lower() for g in forms))
