"""What stands above a text, read through the whole line: sentences that are text, dates, agencies, languages."""

from __future__ import annotations

import pytest

from onrecord import knowledge, readers, structure
from onrecord.model import make_source


def labelled(chars: str) -> structure.Labelled:
    source = make_source(chars.encode(), "text/plain", "page.txt")
    return structure.label(source, readers.read(source).text, knowledge.load())


def test_a_sentence_with_a_reporting_verb_is_text() -> None:
    """An office after a day opens a sentence, no byline."""
    found = labelled('On Tuesday, Foreign Ministry Spokesperson Edda Lorne said "Corvane opposes".')
    assert [b.kind for b in found.blocks] == ["body"]


@pytest.mark.parametrize("title", ["Statement 12", "Statement A"])
def test_a_number_above_a_date_is_no_part_of_it(title: str) -> None:
    """A line that ends in a figure takes nothing from the date below it."""
    found = labelled(f"{title}\n\nMarch 1, 2024\n\nCorvane opposes the rule. We regret it.")
    assert [s.date for s in found.statements] == ["2024-03-01"]


def test_an_agency_dateline_tells_day_agency_and_language() -> None:
    """The day without its year, the outlet in brackets, and the language of the text below."""
    found = labelled(
        "BEIJING, Jan. 29 (Xinhua) -- Corvane opposes the new rule that was announced on Monday, a spokesperson said. "
        "The rule is unfair and should be taken back at once."
    )
    assert [(s.date, s.publisher) for s in found.statements] == [("XXXX-01-29", "xinhua")]
    assert {b.lang for b in found.blocks} == {"en"}


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("September 2031", "2031-09"),
        ("Belmarin, 4 September 2031", "2031-09-04"),
        ("By Ana Pell | March 5, 2031", "2031-03-05"),
    ],
)
def test_a_month_dates_and_a_writer_is_no_venue(line: str, date: str) -> None:
    """A month alone in the line of the date is the date; beside a date only a place is a venue."""
    speech = "Mister President,\n\nMorvania is glad to be here, and asks all to help."
    words = f"Plenary Speech of Morvania\n\n{line}\n\n{speech}"
    (one,) = labelled(words).statements
    assert (one.form, one.date) == ("statement", date)
    assert one.venue == ("Belmarin" if "Belmarin" in line else None)
