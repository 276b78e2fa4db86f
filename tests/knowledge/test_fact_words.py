"""Words of speech acts among the compiled facts, against the stance lexicons: the same act, or a reason.

The facts stand beside the project; ``cases/fact_words.json`` has each word whose act differs, with the reason. A reason
that begins with "gap" is something the lexicon lacks, not a reading of its own.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from onrecord.knowledge import Knowledge, load
from onrecord.text.match import stemmer, words_of

REASONS = json.loads((Path(__file__).parent / "cases" / "fact_words.json").read_text(encoding="utf-8"))


@cache
def know() -> Knowledge:
    """What ships."""
    return load()


def acts_of(lang: str, form: str) -> set[str]:
    """The acts of the lexicon's words that stand in a form, in any inflection."""
    language, spell = know().language(lang), stemmer(lang)
    assert language is not None
    words = words_of(form, spell)
    return {
        stance.act
        for stance in language.stance.words
        for known in (words_of(one, spell) for one in stance.forms)
        if known and any(words[at : at + len(known)] == known for at in range(len(words)))
    }


def facts(shared: Path) -> list[dict[str, Any]]:
    """The words of speech acts, as compiled."""
    return list(tomli.loads((shared / "data" / "pack_facts.toml").read_text(encoding="utf-8"))["speech_act_word"])


def test_every_word_has_its_act_or_a_reason(shared: Path) -> None:
    """A word's act is that of the lexicon, or the list says why not."""
    reasons = {(row["lang"], row["form"], row["act"]) for row in REASONS if row["reason"].strip()}
    rows = facts(shared)

    assert len(rows) > 150
    assert [
        (row["lang"], row["form"], row["act"])
        for row in rows
        if row["act"] not in acts_of(row["lang"], row["form"]) and (row["lang"], row["form"], row["act"]) not in reasons
    ] == []


def test_no_reason_is_stale(shared: Path) -> None:
    """A listed word is among the facts, and the lexicon still gives it another act or none."""
    held = {(row["lang"], row["form"], row["act"]) for row in facts(shared)}

    for row in REASONS:
        assert (row["lang"], row["form"], row["act"]) in held
        assert row["act"] not in acts_of(row["lang"], row["form"])


def test_a_word_that_is_missing_is_noticed() -> None:
    """The comparison fails for a word that no lexicon has, and for a known word under another act."""
    assert "oppose" in acts_of("en", "firmly opposes")
    assert acts_of("en", "umbrellas") == set()
    assert "support" not in acts_of("en", "firmly opposes")
