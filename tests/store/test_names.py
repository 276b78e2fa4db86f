"""How a source is named: id, address, or the name of its file."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.errors import InputError
from onrecord.store import Entry, Store


def test_a_file_is_found_by_its_name_alone(store: Store, make: Any) -> None:
    """The folder need not be known; part of a name is none."""
    store.put([Entry(make("Teshar agrees.", "notes/may/one.txt")), Entry(make("It does not.", "notes/two.txt"))])
    assert store.statements_of("one.txt") == store.statements_of("notes/may/one.txt")
    assert store.statements_of("may/one.txt") == store.statements_of("notes/may/one.txt")
    with pytest.raises(InputError, match=r"the file name 'ne\.txt'"):
        store.statements_of("ne.txt")


def test_a_name_of_two_files_is_asked_back(store: Store, make: Any) -> None:
    """One sentence names both places."""
    store.put([Entry(make("Teshar agrees.", "notes/may/one.txt")), Entry(make("It does not.", "notes/one.txt"))])
    with pytest.raises(InputError, match=r"several files are called 'one\.txt' \(notes/may/one\.txt, notes/one\.txt"):
        store.statements_of("one.txt")
