"""Verdicts on quotations from texts of invented countries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.compare.fitting import Window
from onrecord.compare.quotation import bare, read
from onrecord.compare.telling import telling
from onrecord.compare.verify import verify
from onrecord.knowledge import Knowledge, load

CASES = json.loads((Path(__file__).parent / "cases" / "verdicts.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def judged(case: dict[str, Any], know: Knowledge) -> Any:
    chars = CASES["text"][case["lang"][:2]]
    return verify(read(bare(case["quote"])), [Window(7, chars, 0, len(chars))], telling(know, case["lang"]))


@pytest.mark.parametrize("case", CASES["wild"], ids=lambda case: case["label"])
def test_the_verdict_says_how_the_words_stand_to_those_held(case: dict[str, Any], know: Knowledge) -> None:
    """The verdict is the one that its definition gives, and what changed is named by its kind."""
    found = judged(case, know)
    assert found.verdict == case["verdict"], found
    if "kind" in case:
        assert case["kind"] in {change.kind for change in found.changes}


def test_every_place_and_change_can_be_read_off_the_characters(know: Knowledge) -> None:
    """Spans of parts and changes hold the words they are said to hold, on both sides."""
    for case in CASES["wild"]:
        chars, quote = CASES["text"][case["lang"][:2]], bare(case["quote"])
        found = judged(case, know)
        for part in found.parts:
            assert part.text == 7
            assert part.span.of(chars)
        for change in found.changes:
            assert change.a_words in ("…", change.a.of(quote))
            assert change.b.of(chars) == change.b_words or not change.b_words


def test_nothing_to_look_in_is_not_held(know: Knowledge) -> None:
    """Without a window nothing is held, and nothing is near."""
    found = verify(read("any words at all"), [], telling(know, "en"))
    assert (found.verdict, found.parts, found.share) == ("not_held", (), 0.0)


def test_words_left_out_at_an_edge_are_told_as_left_out(know: Knowledge) -> None:
    """The last word of a quotation that stands a little behind its part is matched; what lies between was left out."""
    chars = "All parties should build an open, fair and inclusive environment for the fleets. Nobody is barred."
    found = verify(read("parties should build an open, fair environment"), [Window(1, chars, 0, len(chars))],
                   telling(know, "en"))  # fmt: skip
    assert [(change.a_words, change.b_words) for change in found.changes] == [("", "and inclusive")]


def test_a_clause_that_says_who_speaks_is_no_name(know: Knowledge) -> None:
    """Words put in with a cue and a name are an attribution; a name alone is a name."""
    chars = "Valdoria will keep the strait open to every ship, and the fleets of the north are guests."
    window = Window(1, chars, 0, len(chars))
    for put, kind in (("Minister Edda Lorne said on Monday, ", "attribution"), ("with Norway, ", "name")):
        quotation = read(
            f"Valdoria will keep the strait open, {put}to every ship, and the fleets of the north are guests"
        )
        assert [change.kind for change in verify(quotation, [window], telling(know, "en")).changes] == [kind]


def test_words_of_two_voices_are_not_joined(know: Knowledge) -> None:
    """Parts of two texts are stitched only where one voice may have said both; inside one text they always are."""
    one, other = "The harbour stays open to the ships of every flag.", "We reject the buoy licence of the old council."
    windows = [Window(n, chars, 0, len(chars)) for n, chars in enumerate((one, other))]
    quotation, tell = read(f"{one} {other}"), telling(know, "en")
    assert verify(quotation, windows, tell).verdict == "stitched"
    assert verify(quotation, windows, tell, lambda parts: False).verdict != "stitched"
    whole = f"{one} {'More words stand between them here. ' * 9}{other}"
    inside = [*windows, Window(2, whole, 0, len(whole))]
    found = verify(quotation, inside, tell, lambda parts: False)
    assert (found.verdict, {part.text for part in found.parts}) == ("stitched", {2})


@pytest.mark.parametrize(
    ("before", "after"), [("", " today too"), ("and so ", ""), ("Nobody asked why ", " of the north")]
)
def test_words_past_the_ends_of_a_text_are_judged(before: str, after: str, know: Knowledge) -> None:
    """A quotation that goes on where the text held begins or ends is altered there; nothing beyond is looked for."""
    chars = "The harbour stays open to the ships of every flag and to the fleets"
    found = verify(read(f"{before}{chars}{after}"), [Window(3, chars, 0, len(chars))], telling(know, "en"))
    assert found.verdict == "altered"
    assert [part.span.of(chars) for part in found.parts] == [chars]
