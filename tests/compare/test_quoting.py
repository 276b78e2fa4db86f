"""Reports across languages: an official text, most of whose reporter's quotations it answers to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.compare.link import Stated
from onrecord.compare.quoting import Quoted, reports
from onrecord.model import Span

REPORT = Stated("r", "fr", 900, 0, 900, ((101, 101),), outlet="r")
OFFICIAL = Stated("s", "en", 900, 0, 900, ((100, 100),), outlet="s", official=True)
HELD = Quoted(Span(10, 50), Span(200, 240), 2.0, 0.8)


def test_a_report_whose_quotations_translate_an_official_text_is_a_report_of_it() -> None:
    """The link has the quotations' places on both sides."""
    link = reports(REPORT, OFFICIAL, [HELD, HELD], 3)
    assert link
    assert (link.kind, link.one, link.other) == ("report", "r", "s")
    assert link.passages[0] == (10, 50, 200, 240)


@pytest.mark.parametrize(
    ("other", "found", "asked"),
    [
        (replace(OFFICIAL, official=False), [HELD, HELD], 2),
        (replace(OFFICIAL, days=((90, 90),)), [HELD, HELD], 2),
        (OFFICIAL, [HELD], 1),
        (OFFICIAL, [HELD, HELD], 5),
        (OFFICIAL, [HELD, replace(HELD, sure=0.5)], 2),
        (OFFICIAL, [HELD, replace(HELD, covered=0.1)], 2),
    ],
)
def test_a_few_answers_of_chance_are_no_report(other: Stated, found: list[Quoted], asked: int) -> None:
    """One answer, a small part of the quotations, unsure ones, another week, or no official text."""
    assert reports(REPORT, other, found, asked) is None
