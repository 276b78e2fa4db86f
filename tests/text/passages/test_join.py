"""Texts added one by one give the passages that one run over all gives."""

from __future__ import annotations

import random

import numpy as np
import pytest

from onrecord.text import passages
from onrecord.text.passages import Held, Settings, Telling, Units


def corpus(seed: int, count: int) -> list[str]:
    """Texts of a small vocabulary that copy stretches of one another, with edits."""
    source = random.Random(seed)
    vocabulary = ["".join(source.choice("abcdefgh") for _ in range(source.randint(2, 8))) for _ in range(400)]
    texts: list[list[str]] = []
    for _ in range(count):
        text = source.choices(vocabulary, k=source.randint(0, 150))
        for other in source.sample(texts, min(len(texts), 3)):
            begin = source.randint(0, max(0, len(other) - 10))
            copy = [w if source.random() > 0.1 else source.choice(vocabulary) for w in other[begin : begin + 40]]
            text[source.randint(0, len(text)) : 0] = copy
        texts.append(text)
    return [" ".join(text) for text in texts]


def added(texts: list[str], sizes: list[int], settings: Settings, merge: bool) -> set[tuple[int, ...]]:
    """The passages when texts come in batches of these sizes; ``merge``: sorted runs become one after each batch."""
    held, rows, at = passages.nothing(), [], 0
    for size in sizes:
        new = passages.units(texts[at : at + size])
        base = len(held.units)
        keys = passages.shingles(new, base, settings)
        rows += passages.join(held, new, base, settings, passages.marks(Telling()), keys).rows.tolist()
        runs = (np.sort(np.concatenate([*held.runs, keys])),) if merge else (*held.runs, keys)
        held, at = Held(_together(held.units, new), runs), at + size
    return set(map(tuple, rows))


def _together(one: Units, other: Units) -> Units:
    return Units(
        np.concatenate([one.start, other.start]),
        np.concatenate([one.length, other.length]),
        np.concatenate([one.value, other.value]),
        np.concatenate([one.kind, other.kind]),
        np.concatenate([one.first, other.first[1:] + len(one)]),
    )


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(cap=7, common=2),
        Settings(shingle=6, cap=3),
        Settings(common=2, cap=5),
        Settings(shingle=6, common=1, cap=3),
    ],
)
@pytest.mark.parametrize("merge", [False, True])
def test_batches_of_any_size_give_the_same_passages(settings: Settings, merge: bool) -> None:
    """One by one, in batches or all at once: the same pairs with the same characters."""
    texts = corpus(3, 60)
    whole = set(map(tuple, passages.find(texts, settings).rows.tolist()))
    assert len(whole) > 20
    assert added(texts, [1] * 60, settings, merge) == whole
    assert added(texts, [20, 1, 0, 9, 30], settings, merge) == whole


def test_a_text_is_joined_to_texts_before_it_only() -> None:
    """Adding a text changes nothing that was found before."""
    texts = corpus(4, 40)
    whole = set(map(tuple, passages.find(texts).rows.tolist()))
    fewer = set(map(tuple, passages.find(texts[:25]).rows.tolist()))
    assert fewer == {row for row in whole if row[3] < 25}


def test_few_keys_looked_at_together_give_the_same_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passages do not depend on how many keys or seeds are looked at in one step."""
    texts = [*corpus(5, 30), *["all delegations welcomed the report of the committee on outer space"] * 40]
    whole = passages.find(texts).rows
    monkeypatch.setattr("onrecord.text.passages.joining.KEYS", 3)  # less than one shingle of forty places needs
    monkeypatch.setattr("onrecord.text.passages.joining.SEEDS", 5)
    assert np.array_equal(passages.find(texts).rows, whole)
