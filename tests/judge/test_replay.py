"""Judgements over labels: what each changes, how they find their claim again, and when they are not applied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import InputError
from onrecord.judge import Hand, accept, active, judgement_of, names_judgement, replay, undo
from onrecord.judge.claims import write
from onrecord.knowledge import Knowledge, load
from onrecord.model import (
    Block,
    Dossier,
    Judgement,
    Position,
    Proposal,
    Span,
    Speaker,
    Statement,
    Target,
    Utterance,
    make_source,
    make_text,
    with_notices,
)
from onrecord.model import Layout as NoLayout
from onrecord.reasons import Unapplied

CHARS = "The minister said: Valdoria opposes the harbour tariff and condemns the delay. Lorne left."
HAND = Hand("Ana", "2031-05-04T10:00:00+00:00")


def span(words: str) -> Span:
    start = CHARS.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="module")
def know() -> Knowledge:
    return load()


@pytest.fixture
def base() -> Dossier:
    """One statement, a narration with a quotation inside, and two positions of one clause."""
    source = make_source(CHARS.encode(), "text/plain", "a.txt")
    text = make_text(source, "plain/1", CHARS, NoLayout(), ())
    whole, words = Span(0, len(CHARS)), span("Valdoria opposes the harbour tariff and condemns the delay")
    minister = Speaker("The minister", None, span("The minister"))
    utterances = (
        Utterance("u1", whole, "narration", "narration/page", "s1"),
        Utterance("u2", words, "direct", "cue/before", "s1", minister, "Minister", "XT"),
    )
    holder = Speaker("Teshar", "XT")
    positions = (
        Position("u2", words, holder, "oppose", span("opposes"), "verb", Target(span("the harbour tariff"))),
        Position("u2", words, minister, "criticise", span("condemns"), "verb", Target(span("the delay")), strength=6),
    )
    block = Block("body", whole, "en", 1.0, "lines/1")
    statement = Statement("s1", whole, "en", "report", "2031-05-04")
    return Dossier(source, text, (block,), (statement,), utterances, positions)


def decide(base: Dossier, know: Knowledge, claim: object, field: str, value: str, number: int = 1) -> Judgement:
    made = judgement_of(base.text, claim, (field, value), HAND, know)  # type: ignore[arg-type]
    return replace(made, id=number)


def test_without_judgements_nothing_changes(base: Dossier) -> None:
    """The labels of the rules are given back as they are."""
    assert replay(base, []) == (base, ())


def test_a_speaker_is_who_the_person_says(base: Dossier, know: Knowledge) -> None:
    """Speaker, country and evidence are the person's; positions that the wrong voice held are the right one's."""
    judged, (ruling,) = replay(base, [decide(base, know, base.utterances[1], "speaker", "Edda Lorne")])
    now = judged.utterances[1]

    assert now.speaker == Speaker("Edda Lorne", "edda-lorne", span("The minister"))
    assert (now.country, now.capacity) == ("XV", None)
    assert now.evidence[0].where == "by Ana, 2031-05-04, over cue/before (The minister)"
    assert [p.holder.actor for p in judged.positions] == ["XV", "edda-lorne"]
    assert judged.positions[0].rule == "verb+judgement/1"
    assert (ruling.reason, ruling.over) == ("", "cue/before (The minister)")
    assert judged.made.judgements == (1,)


def test_who_is_named_for_an_office_holds_it(base: Dossier, know: Knowledge) -> None:
    """The office and the state of a voice that named nobody stay with the one a person names for it; another's do
    not go to a new person."""
    office = replace(base.utterances[1], speaker=Speaker("Minister", None, span("The minister")))
    named = replace(base, utterances=(base.utterances[0], office))
    now = replay(named, [decide(named, know, office, "speaker", "Nora Vell")])[0].utterances[1]
    assert (now.speaker and now.speaker.name, now.capacity, now.country) == ("Nora Vell", "Minister", "XT")

    person = replace(office, speaker=Speaker("Abel Orn", None, span("The minister")))
    told = replace(base, utterances=(base.utterances[0], person))
    now = replay(told, [decide(told, know, person, "speaker", "Nora Vell")])[0].utterances[1]
    assert (now.capacity, now.country) == (None, None)


@pytest.mark.parametrize(
    ("field", "value", "seen"),
    [
        ("act", "warn", ("warn", "THREATEN", 5)),
        ("holder", "Lusenia", Speaker("Lusenia", "XL")),
        ("negated", "yes", True),
        ("target", "the delay", Target(span("the delay"))),
        ("towards", "Teshar", Speaker("Teshar", "XT")),
    ],
)
def test_each_part_of_a_position_can_be_judged(
    base: Dossier, know: Knowledge, field: str, value: str, seen: object
) -> None:
    """The judged part is the person's, the other position at the same place is untouched."""
    judged, (ruling,) = replay(base, [decide(base, know, base.positions[0], field, value)])
    now = judged.positions[0]

    assert ruling.reason == ""
    assert seen == ((now.act, now.plover, now.strength) if field == "act" else getattr(now, field))
    assert judged.positions[1] == base.positions[1]


def test_what_is_wrong_goes(base: Dossier, know: Knowledge) -> None:
    """A wrong position leaves; a wrong utterance leaves its positions to the voice around it."""
    one, _ = replay(base, [decide(base, know, base.positions[0], "wrong", "yes")])
    assert [p.act for p in one.positions] == ["criticise"]

    other, _ = replay(base, [decide(base, know, base.utterances[1], "wrong", "yes")])
    assert [u.id for u in other.utterances] == ["u1"]
    assert {p.utterance for p in other.positions} == {"u1"}


def test_a_statement_has_the_judged_date(base: Dossier, know: Knowledge) -> None:
    """A date, even none, replaces what the rules found, and says over what."""
    judged, (ruling,) = replay(base, [decide(base, know, base.statements[0], "date", "2031-05")])
    assert (judged.statements[0].date, ruling.over) == ("2031-05", "nothing said so")

    undated, _ = replay(base, [decide(base, know, base.statements[0], "date", "")])
    assert undated.statements[0].date is None


def test_names_are_one_person_or_not(base: Dossier, know: Knowledge) -> None:
    """The first name stands for both; a name resolved to another goes back to what is printed."""
    same = replace(names_judgement("same", ("Edda Lorne", "the  MINISTER"), HAND, know), id=1)
    judged, _ = replay(base, [same])
    assert judged.utterances[1].speaker == Speaker("Edda Lorne", "edda-lorne", span("The minister"))
    assert judged.positions[1].holder.name == "Edda Lorne"

    other = replace(names_judgement("different", ("Edda Lorne", "The minister"), HAND, know), id=2)
    judged, rulings = replay(base, [same, other])
    assert judged.utterances[1].speaker == Speaker("The minister", None, span("The minister"))
    assert [r.reason for r in rulings] == ["", ""]


def test_a_name_nobody_has_is_said(base: Dossier, know: Knowledge) -> None:
    """A judgement about names that no voice has is kept with its reason."""
    none = names_judgement("same", ("Ada", "Bea"), HAND, know)
    assert replay(base, [none])[1][0].reason == Unapplied.NO_SUCH_NAME


def test_ends_that_moved_a_little_are_the_same_claim(base: Dossier, know: Knowledge) -> None:
    """Other rules that end a quotation a word later keep the judgement; those that find another one do not."""
    judgement = decide(base, know, base.utterances[1], "speaker", "Edda Lorne")
    longer = replace(base.utterances[1], id="u9", span=Span(base.utterances[1].span.start, len(CHARS) - 10))
    moved = replace(base, utterances=(base.utterances[0], longer), positions=())
    assert replay(moved, [judgement])[0].utterances[1].speaker.name == "Edda Lorne"  # type: ignore[union-attr]

    gone = replace(base, utterances=(base.utterances[0], replace(longer, span=span("Lorne left"))), positions=())
    judged, (ruling,) = replay(gone, [judgement])
    assert (ruling.reason, judged) == (Unapplied.NOTHING_THERE, gone)


def test_two_claims_at_one_place_are_not_guessed(base: Dossier, know: Knowledge) -> None:
    """When nothing tells two claims apart, none is chosen."""
    judgement = decide(base, know, base.positions[0], "wrong", "yes")
    twins = replace(base, positions=(base.positions[0], base.positions[0]))
    assert replay(twins, [judgement])[1][0].reason == Unapplied.SEVERAL_THERE


def test_other_characters_are_never_judged(base: Dossier, know: Knowledge) -> None:
    """A quote that does not stand at its place, and a judgement of another text, change nothing."""
    judgement = decide(base, know, base.utterances[1], "wrong", "yes")
    lying = replace(judgement, anchor=replace(judgement.anchor, quote="Valdoria welcomes"))
    assert replay(base, [lying])[1][0].reason == Unapplied.CHARACTERS_GONE
    elsewhere = replace(judgement, anchor=replace(judgement.anchor, text_id="0" * 64))
    assert replay(base, [elsewhere]) == (base, ())


def test_the_later_judgement_wins(base: Dossier, know: Knowledge) -> None:
    """Two persons disagree: both stay listed, the later one holds; after "wrong" there is nothing left to judge."""
    first = decide(base, know, base.positions[0], "act", "warn", 1)
    later = decide(base, know, base.positions[0], "act", "deny", 2)
    assert replay(base, [first, later])[0].positions[0].act == "deny"

    wrong = decide(base, know, base.positions[0], "wrong", "yes", 3)
    _, rulings = replay(base, [wrong, replace(later, id=4)])
    assert [r.reason for r in rulings] == ["", Unapplied.OVERRULED]


@pytest.mark.parametrize(
    ("first", "then", "reasons"),
    [
        (("act", "warn"), ("act", "deny"), [Unapplied.OVERRULED, ""]),
        (("negated", "yes"), ("negated", "no"), [Unapplied.OVERRULED, ""]),
        (("act", "warn"), ("wrong", "yes"), [Unapplied.OVERRULED, ""]),
        (("act", "warn"), ("act", "warn"), ["", ""]),
        (("act", "warn"), ("negated", "yes"), ["", ""]),
    ],
)
def test_a_judgement_that_a_later_one_turns_round_says_so(
    base: Dossier, know: Knowledge, first: tuple[str, str], then: tuple[str, str], reasons: list[str]
) -> None:
    """Only the field that the later one decides otherwise, or all of them when the claim is gone, are overruled."""
    both = [decide(base, know, base.positions[0], *first), decide(base, know, base.positions[0], *then, 2)]

    assert [r.reason for r in replay(base, both)[1]] == reasons


def test_a_judged_act_has_its_rung(base: Dossier, know: Knowledge) -> None:
    """The strength of the word that was overruled is not kept: the act's own rung stands."""
    judged, _ = replay(base, [decide(base, know, base.positions[1], "act", "warn")])

    assert [p.strength for p in judged.positions if p.act == "warn"] == [5]


def test_an_undo_can_be_undone() -> None:
    """Undoing the undo brings the first judgement back."""
    one = Judgement("names", "same", "A", "Ana", "2031", detail="B", id=1)
    second, third = replace(undo(1, HAND), id=2), replace(undo(2, HAND), id=3)
    assert active([one]) == ((one,), frozenset())
    assert active([one, second]) == ((), frozenset({1}))
    assert active([one, second, third]) == ((one,), frozenset({2}))


def test_an_accepted_proposal_is_a_claim(base: Dossier) -> None:
    """It names the judgement as its rule and hangs on the innermost voice; a rejected one changes nothing."""
    claim = Position(
        "", span("Lorne left"), Speaker("Lorne", None, span("Lorne")), "announce", span("left"), "proposed"
    )
    proposal = Proposal("position", base.text.anchor(claim.span), write(claim), "a model", "2031", 7)
    judged, (ruling,) = replay(base, [replace(accept(proposal, HAND, yes=True), id=1)])
    assert [(p.act, p.utterance, p.rule) for p in judged.positions][-1] == ("announce", "u1", "proposed+judgement/1")
    assert ruling.over == "proposal 7"
    yes = replace(accept(proposal, HAND, yes=True), id=1)
    no, rulings = replay(base, [yes, replace(accept(proposal, HAND, yes=False), id=2)])
    assert no == base
    assert [r.reason for r in rulings] == [Unapplied.OVERRULED, ""]


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("position", "act", "likes"), ("statement", "date", "tomorrow"), ("statement", "form", "song"),
        ("utterance", "speaker", " "), ("position", "target", "no such words"), ("statement", "act", "deny"),
    ],
)  # fmt: skip
def test_a_value_outside_the_lists_is_refused(
    base: Dossier, know: Knowledge, kind: str, field: str, value: str
) -> None:
    """The error says what to give."""
    claim = {"position": base.positions[0], "statement": base.statements[0], "utterance": base.utterances[1]}[kind]
    with pytest.raises(InputError):
        decide(base, know, claim, field, value)


def test_notices_stay(base: Dossier, know: Knowledge) -> None:
    """What is not judged is passed on."""
    from onrecord.model import Notice

    noticed = with_notices(base, Notice("odd_markup", "far"))
    judged, _ = replay(noticed, [decide(base, know, base.positions[0], "wrong", "yes")])
    assert judged.notices == noticed.notices
