"""Look-ups: one person surely in office, one actor of a name, one outlet of a host, or nothing."""

from __future__ import annotations

import io
from dataclasses import replace
from multiprocessing.reduction import ForkingPickler

import pytest

from onrecord.knowledge import Knowledge, load
from onrecord.knowledge.lookup import actor_named, find_publisher, office_named, person_for, terms_of
from onrecord.knowledge.pack import Actor, Names, Office, Pack, Term

ISLANDS = Pack(
    "islands",
    "The islands",
    actors=(
        Actor("ana", "person", Names((("en", ("Ana Soler",)), ("ru", ("А.Солер",)))), "XA", "invented"),
        Actor("bo", "person", Names((("en", ("Bo Lind",)),)), "XA", "invented"),
        Actor("ana-2", "person", Names((("fr", ("Ana Soler",)),)), "XB", "invented"),
    ),
    offices=(
        Office("xa.voice", Names((("en", ("Foreign Ministry Spokesperson", "Arvenian spokesperson")),)), None, "XA"),
        Office("xb.voice", Names((("en", ("Foreign Ministry Spokesperson",)),)), None, "XB"),
        Office("embassy.voice", Names((("en", ("Embassy Spokesperson",)), ("zh", ("使馆发言人",))))),
    ),
    terms=(
        Term("ana", "xa.voice", "2020-03-01", "2023-02-10", "invented"),
        Term("bo", "xa.voice", "2023-02-10", None, "invented"),
        Term("ana", "xb.voice", "2024-01", None, "invented"),
    ),
)


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """Only the islands and the bundled outlets."""
    return replace(load(), packs=(ISLANDS,), fingerprint="islands")


@pytest.mark.parametrize(
    ("date", "person"),
    [
        ("2021-05-05", "ana"),
        ("2023-02-09", "ana"),
        ("2023-02-10", None),
        ("2023-02-11", "bo"),
        ("2025", "bo"),
        ("2023-02", None),
        ("2023", None),
        ("2019-01-01", None),
        ("2021-01-01/2022-01-01", "ana"),
        ("XXXX-05-05", None),
        (None, None),
    ],
)
def test_the_date_decides_who_holds_an_office(know: Knowledge, date: str | None, person: str | None) -> None:
    """The same office is one person's on one day and another's on another, and nobody's when the date leaves doubt."""
    term = person_for(know, "xa.voice", date)

    assert (term.person if term else None) == person


def test_a_partial_since_is_read_late(know: Knowledge) -> None:
    """A term since "2024-01" surely holds from the end of that month on."""
    assert person_for(know, "xb.voice", "2024-01-15") is None
    assert person_for(know, "xb.voice", "2024-02-01") is not None
    assert [t.office for t in terms_of(know, "ana", "2024-02-01")] == ["xb.voice"]


def test_an_office_without_a_person_stays_so(know: Knowledge) -> None:
    """ "Embassy Spokesperson" is an office in every language, and names nobody."""
    for words, lang in (("Embassy Spokesperson", "en"), ("使馆发言人", "zh")):
        office = office_named(know, words, lang)
        assert office is not None
        assert office.id == "embassy.voice"
        assert person_for(know, office.id, "2024-02-01") is None


@pytest.mark.parametrize(
    ("words", "country", "office"),
    [
        ("Foreign Ministry Spokesperson", None, None),
        ("Foreign Ministry spokesperson", "XB", "xb.voice"),
        ("ARVENIAN  SPOKESPERSON", None, "xa.voice"),
        ("the Arvenian spokesperson Ana Soler", None, "xa.voice"),
        ("Foreign Ministry Spokespersons", "XB", None),
        ("", None, None),
    ],
)
def test_offices_by_title(know: Knowledge, words: str, country: str | None, office: str | None) -> None:
    """Title words name an office when one alone has them as whole words; a country settles a shared title."""
    found = office_named(know, words, "en", country)

    assert (found.id if found else None) == office


def test_actors_by_name(know: Knowledge) -> None:
    """A name finds its actor in its language; a name of two actors finds none when the language does not settle it."""
    assert getattr(actor_named(know, "ana  soler", "en"), "id", None) == "ana"
    assert getattr(actor_named(know, "Ana Soler", "fr"), "id", None) == "ana-2"
    assert actor_named(know, "Ana Soler", "es") is None
    assert getattr(actor_named(know, "А.Солер"), "id", None) == "ana"
    assert actor_named(know, "Soler") is None


@pytest.mark.parametrize(
    ("words", "outlet"),
    [
        ("https://gb.china-embassy.gov.cn/eng/x.htm", "cn-embassies"),
        ("www.state.gov", "us-state"),
        ("kremlin.ru", "ru-kremlin"),
        ("路透社", "reuters"),
        ("the  associated press", "ap"),
        ("https://www.gov.cn/x", "cn-state-council"),
        ("https://a-town.gov.cn/x", None),
        ("notstate.gov", None),
        ("state.gov.example.org", None),
        ("https://[broken", None),
        ("", None),
    ],
)
def test_outlets_by_host_or_name(know: Knowledge, words: str, outlet: str | None) -> None:
    """A host, an address or a printed name finds its outlet; a look-alike host finds none."""
    found = find_publisher(know, words)

    assert (found.id if found else None) == outlet


def test_two_knowledges_do_not_mix(know: Knowledge) -> None:
    """Look-ups answer from the knowledge they are given, even when fingerprints are equal."""
    other = replace(know, packs=(replace(ISLANDS, terms=()),))

    assert person_for(know, "xa.voice", "2021-05-05") is not None
    assert person_for(other, "xa.voice", "2021-05-05") is None


def test_knowledge_crosses_processes() -> None:
    """All knowledge is plain data that a worker process can be given."""
    buffer = io.BytesIO()

    ForkingPickler(buffer, -1).dump(load())

    assert buffer.tell() > 0


def test_real_offices_change_hands() -> None:
    """In the bundled pack the date gives another person for the same office, and a shared office gives nobody."""
    bundled = load()
    days = ("2022-03-01", "2023-03-01", "2025-06-01")
    people = [getattr(person_for(bundled, "us.white-house.press-secretary", day), "person", None) for day in days]

    assert people == ["jen-psaki", "karine-jean-pierre", "karoline-leavitt"]
    assert person_for(bundled, "cn.mfa.spokesperson", "2023-05-01") is None
