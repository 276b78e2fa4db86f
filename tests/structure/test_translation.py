"""Pages that call their words a translation: a notice, and no authority of an official transcript."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord import readers
from onrecord.knowledge import Knowledge, load
from onrecord.model import Told, make_source
from onrecord.structure import Labelled, label

CASES = json.loads((Path(__file__).parent / "cases" / "translations.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def labelled(text: str, know: Knowledge, *told: Told) -> Labelled:
    """The labels of a plain text."""
    source = make_source(text.encode(), "text/plain", "page", told=told)
    return label(source, readers.read(source).text, know)


@pytest.mark.parametrize("text", CASES["wild"])
def test_a_page_that_says_so_is_noticed(text: str, know: Knowledge) -> None:
    """A line that calls the words a machine, unofficial or courtesy translation is noticed, in six languages."""
    assert "translation" in [n.reason for n in labelled(text, know).notices]


@pytest.mark.parametrize("text", CASES["must-not-match"])
def test_talk_of_translation_is_no_notice(text: str, know: Knowledge) -> None:
    """A text about translation, or a treaty's clause on its languages, says nothing of the page."""
    assert "translation" not in [n.reason for n in labelled(text, know).notices]


def test_a_translation_is_no_official_transcript(know: Knowledge) -> None:
    """On an official outlet's own page the line makes an official translation of it, and the evidence is the line."""
    words = "The ministry regrets the rule, which closes the sea to others and to us."
    told = Told("publisher", "Ministry of Trade of the Republic of Valdoria", "field:publisher")

    plain = labelled(words, know, told).statements[0]
    translated = labelled(f"Unofficial translation\n\n{words}", know, told).statements[0]

    assert (plain.authority, translated.authority) == ("official_transcript", "official_translation")
    assert [e.rule for e in translated.evidence if e.field == "authority"] == ["says_translation"]
    assert plain.form == translated.form


def test_a_page_that_names_its_own_outlet_says_so(know: Knowledge) -> None:
    """An address in the page's markup and one that the carrier told are two rules: any file can carry the first."""
    address = "https://www.trade.valdoria.example/notice"
    page = f'<html><head><link rel="canonical" href="{address}"></head><body><p>Notice of the port.</p></body></html>'
    rules = []
    for told in ((), (Told("url", address, "warc:WARC-Target-URI"),)):
        source = make_source(page.encode(), "text/html", "page", told=told)
        statement = label(source, readers.read(source).text, know).statements[0]
        rules.append([e.rule for e in statement.evidence if e.field == "publisher"])

    assert rules == [["page_says_so"], ["address"]]
