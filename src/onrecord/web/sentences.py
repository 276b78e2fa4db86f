"""Sentences that are made outside the pages, in the reader's language: what a reason code means, what is wrong.

Lives here: finding the translation of a sentence that was put together elsewhere. Not here: the sentences
(``onrecord.reasons``, where an error is found), their translations (``messages/LANGUAGE.sentences.toml``). A sentence
without a translation is given as it is, and the page says in which language that is.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources

from onrecord.reasons import SENTENCES

GAP = "{}"


@dataclass(frozen=True, slots=True)
class Sentences:
    """``reasons`` by code; ``errors``: translations by the English sentence with a gap for each value in it."""

    reasons: Mapping[str, str] = field(default_factory=lambda: {code.value: said for code, said in SENTENCES.items()})
    errors: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, ui: str) -> Sentences:
        """Those of an interface language; English needs no file."""
        file = resources.files("onrecord.web") / "messages" / f"{ui}.sentences.toml"
        return cls(**tomllib.loads(file.read_text("utf-8"))) if file.is_file() else cls()

    def error(self, sentence: str) -> str:
        """The translation with the values of the sentence; empty when there is none."""
        for english, own in self.errors.items():
            values = gaps(english, sentence)
            if values is not None:
                for value in values:
                    own = own.replace(GAP, value, 1)
                return own
        return ""


def gaps(form: str, sentence: str) -> list[str] | None:
    """What stands in the gaps of a form; None when the sentence has another.

    >>> gaps("{} is not a date; write {}", "'x' is not a date; write 2024"), gaps("no", "yes")
    (["'x'", '2024'], None)
    """
    first, *others = form.split(GAP)
    if not sentence.startswith(first) or (not others and sentence != form):
        return None
    found, at = [], len(first)
    for number, part in enumerate(others):
        end = sentence.find(part, at) if part else len(sentence)
        if end < 0 or (number + 1 == len(others) and not sentence.endswith(part)):
            return None
        if number + 1 == len(others) and part:
            end = len(sentence) - len(part)
        found.append(sentence[at:end])
        at = end + len(part)
    return found
