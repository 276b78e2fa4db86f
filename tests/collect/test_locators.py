"""Locators: storable and reversible."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collect.locators import HIDDEN, is_address, locator_of, part_of, path_of

NAMES = st.binary(min_size=1, max_size=40).filter(lambda n: b"/" not in n and b"\0" not in n and n not in (b".", b".."))


@given(st.lists(NAMES, min_size=1, max_size=4))
def test_every_path_comes_back(names: list[bytes]) -> None:
    """Whatever bytes a name has, its locator is one storable line and leads back to the same bytes."""
    path = b"/" + b"/".join(names)
    locator = locator_of(path)
    assert path_of(locator) == path
    assert path_of(part_of(locator, "line-3")) == path
    assert locator.encode("utf-8").decode("utf-8") == locator
    assert not HIDDEN.intersection(map(ord, locator))


@given(NAMES, NAMES)
def test_two_paths_have_two_locators(one: bytes, other: bytes) -> None:
    """Locators do not merge names, not even twins in two normal forms."""
    assert (locator_of(b"/" + one) == locator_of(b"/" + other)) == (one == other)


def test_a_locator_is_the_path_as_the_user_knows_it(tmp_path, monkeypatch) -> None:
    """A relative path becomes absolute; a link in it is kept; ``..`` behind a link goes where the system goes."""
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real/deep")
    monkeypatch.chdir(tmp_path)
    assert locator_of("link/page.html") == f"{tmp_path}/link/page.html"
    assert locator_of("link/../page.html") == f"{os.path.realpath(tmp_path)}/real/page.html"
    assert locator_of("./a//b") == f"{tmp_path}/a/b"


@given(st.text(max_size=30))
def test_parts_never_add_a_hash(part: str) -> None:
    """A part's name cannot look like a part of a part, and is storable."""
    locator = part_of("/a.zip", part)
    assert locator.count("#") == 1
    locator.encode("utf-8")


@pytest.mark.parametrize(
    "url",
    [
        "http://a.test",
        "https://xn--80ak6aa92e.test/x?y=1#z",
        "HTTPS://A.TEST/",
        "http://8.8.8.8/",
        "http://[2606:4700::1]/",
    ],
)
def test_addresses(url: str) -> None:
    """Public http and https addresses are addresses."""
    assert is_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "", "a.test/x", "//a.test/x", "javascript:x()", "data:text/html,x", "file:///etc/passwd", "ftp://a.test/",
        "http://", "http://localhost/", "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0177.0.0.1/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/", "http://user@a.test/",
        "http://a.test\\@b.test/", "http://a.test/\n", "http://a.test/\u202e", "http://a test/", "http://[bad/",
        "http://a.test/\ud800", "http://a.test/" + "x" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    """Other schemes, private hosts in any spelling, hidden characters and endless links are never locators."""
    assert not is_address(url)
