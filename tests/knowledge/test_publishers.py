"""Publishers: every entry keeps the rules that stand at the head of its file."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge.packs import bundled_packs
from onrecord.knowledge.publisher import Publisher
from onrecord.knowledge.publishers import KINDS, bundled_publishers, read

PUBLISHERS = bundled_publishers()
ZONES = available_timezones() or {p.zone for p in PUBLISHERS}  # empty on a machine without time zone data
OFFICIAL = ("ministry", "embassy", "government", "parliament", "international")
AUTHORITY = {"wire": "wire", "press": "press", "state_media": "state_media", "aggregator": "repost"}
KNOWN = {a.id for pack in bundled_packs() for a in pack.actors}

ENTRY = '[[publisher]]\nid = "x"\nnames = { en = ["X"] }\nkind = "press"\nauthority = "press"\n'


@pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda p: p.id)
def test_kind_decides_authority(publisher: Publisher) -> None:
    """The same kind has the same authority in every country, and only official outlets speak for a state."""
    official = publisher.kind in OFFICIAL

    assert publisher.kind in KINDS
    assert publisher.authority == ("official_transcript" if official else AUTHORITY[publisher.kind])
    assert publisher.speaks_for is None or (official and publisher.kind != "parliament")
    assert publisher.names.all()


@pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda p: p.id)
def test_facts_have_their_form(publisher: Publisher) -> None:
    """Countries are states that are known, zones exist, hosts are bare lower-case names."""
    assert publisher.country is None or publisher.country in KNOWN
    assert publisher.speaks_for is None or publisher.speaks_for in KNOWN
    assert publisher.zone is None or publisher.zone in ZONES
    assert all(host == host.lower() and "/" not in host and "." in host for host in publisher.hosts)


def test_state_media_of_several_countries() -> None:
    """State media are listed by one test for all: several countries have some."""
    assert len({p.country for p in PUBLISHERS if p.kind == "state_media"}) >= 10


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ENTRY.replace('kind = "press"', 'kind = "paper"'), "known: ministry"),
        (ENTRY.replace('id = "x"\n', ""), "id is missing"),
        (ENTRY + 'host = ["x.example"]\n', "unknown key 'host'"),
        (ENTRY.replace('authority = "press"', 'authority = "high"'), "known: official_transcript"),
        (ENTRY + "zone =", "not valid TOML"),
    ],
)
def test_a_wrong_file_says_where(text: str, words: str) -> None:
    """A wrong entry is an error that names file and mend."""
    with pytest.raises(KnowledgeError) as caught:
        read("mine.toml", text)

    assert "mine.toml" in str(caught.value)
    assert words in str(caught.value)
