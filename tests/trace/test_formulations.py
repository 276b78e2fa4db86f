"""Proposals over invented texts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from onrecord.knowledge import Knowledge, load
from onrecord.knowledge.pack import Formula, Names
from onrecord.trace.formulations import Entry, First, formulations
from onrecord.trace.phrase_lines import formulation_lines
from onrecord.trace.reuse import BadLine


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


FILL = (
    "brown", "lamp", "seven", "kites", "slow", "paper", "green", "window",
    "round", "table", "soft", "bread", "high", "cloud", "warm", "stone",
)  # fmt: skip


def entries() -> list[Entry]:
    """Eight texts that keep a phrase among changing words, the earliest date in the middle."""
    found = []
    for n in range(8):
        one, other, third = FILL[n], FILL[(n * 3 + 1) % 16], FILL[(n * 5 + 2) % 16]
        words = f"{one} {other} {third} the open harbour principle. {third} {one} of the {other} in 2040."
        found.append(Entry(f"t{n}", words, f"2031-0{(n + 4) % 8 + 1}-11"))
    return found


def test_a_repeated_phrase_is_proposed(know: Knowledge) -> None:
    """It comes with its texts, and the earliest of them by date, whatever the order given."""
    best = formulations(entries(), "en", know, 5)[0]
    assert best.forms[0] == "open harbour principle"
    assert (best.texts, best.first) == (8, First("t4", "2031-01-11"))


def test_no_proposal_begins_or_ends_with_grammar(know: Knowledge) -> None:
    """ "the open harbour" is none."""
    for one in formulations(entries(), "en", know, 50):
        words = one.forms[0].split()
        assert not {words[0], words[-1]} & {"the", "of", "we", "in"}


def test_names_are_kept_out(know: Knowledge) -> None:
    """A phrase that always has its capitals is a name, and so is an actor of the packs."""
    texts = [Entry(n, f"{FILL[n]} met Orla Vexford and the United Kingdom {FILL[n + 5]}", None) for n in range(8)]
    assert not [
        one for one in formulations(texts, "en", know, 50) if "Orla" in one.forms[0] or "United" in one.forms[0]
    ]


def test_an_undated_text_is_never_first_while_a_dated_one_is_held(know: Knowledge) -> None:
    """Texts without a date come last."""
    undated = [Entry("u", entries()[0].chars, None), *entries()[1:]]
    assert formulations(undated, "en", know, 5)[0].first.id == "t4"


def test_quotation_marks_raise_a_phrase(know: Knowledge) -> None:
    """Of two phrases alike in all else, the quoted one comes first."""
    texts = [Entry(n, f"{FILL[n]}用“东港方略”办事，{FILL[n + 1]}用西港方案办事", None) for n in range(8)]
    found = [one.forms[0] for one in formulations(texts, "zh", know, 50)]
    assert found[0] == "东港方略"


def test_lines_in_two_languages_and_a_broken_one(know: Knowledge) -> None:
    """Each language is looked at by itself; a line that is no object is told of."""
    rows = [json.dumps({"id": e.id, "text": e.chars, "date": e.date, "lang": "en"}).encode() for e in entries()]
    rows += [json.dumps({"id": n, "text": f"{FILL[n]}用“东港方略”办事", "lang": "zh-Hans"}).encode() for n in range(8)]
    bad: list[BadLine] = []
    found = formulation_lines([*rows, b"{", b""], know, 10, bad)
    assert {one.lang for one in found} == {"en", "zh"}
    assert [line.number for line in bad] == [17]


def test_nothing_is_proposed_of_nothing(know: Knowledge) -> None:
    """No texts, no proposals."""
    assert formulations([], "en", know, 10) == []


def test_variants_stand_under_their_phrase_by_date(know: Knowledge) -> None:
    """A longer form is no proposal of its own; it has its own texts and its own first text."""
    rows = entries()
    for n in range(8):
        rows.append(
            Entry(f"v{n}", f"{FILL[n]} kept the open harbour principle alive, {FILL[n + 3]}", f"2032-0{n + 1}-02")
        )
    found = [one for one in formulations(rows, "en", know, 20) if "open harbour principle" in one.forms[0]]
    (one,) = found
    assert one.forms == (one.forms[0], *(v.form for v in one.variants))
    longer = next(v for v in one.variants if "alive" in v.form)
    assert (longer.kind, longer.texts, longer.first) == ("longer", 8, First("v0", "2032-01-02"))
    assert [v.first.date or "" for v in one.variants] == sorted(v.first.date or "" for v in one.variants)


def test_a_part_that_lives_by_itself_is_a_proposal_itself(know: Knowledge) -> None:
    """When more than twice as many texts hold a part of a phrase, it is proposed beside it."""
    rows = entries()
    for n in range(13):
        rows.append(Entry(f"p{n}", f"{FILL[n]} of “harbour principle”, {FILL[n + 3]}.", f"2032-01-{n + 10}"))
    heads = [one.forms[0] for one in formulations(rows, "en", know, 20)]
    assert "harbour principle" in heads


def test_a_word_of_value_raises_a_phrase(know: Knowledge) -> None:
    """Of two phrases alike in all else, the one that holds a word of value comes first."""
    texts = [Entry(n, f"{FILL[n]} harbour sovereignty, {FILL[n + 1]} of harbour lamps", None) for n in range(8)]
    heads = [one.forms[0] for one in formulations(texts, "en", know, 50)]
    assert heads[0] == "harbour sovereignty"


def test_one_order_of_words_is_a_variant_of_the_other(know: Knowledge) -> None:
    """The form that most texts hold is the phrase; the other is told beside it, with its own texts."""
    texts = [Entry(f"a{n}", f"{FILL[n]}, calm and freedom, {FILL[n + 1]}", None) for n in range(9)]
    texts += [Entry(f"b{n}", f"{FILL[n]}, freedom and calm, {FILL[n + 1]}", None) for n in range(6)]
    one = next(one for one in formulations(texts, "en", know, 50) if one.forms[0] == "calm and freedom")
    assert [(v.form, v.kind, v.texts) for v in one.variants] == [("freedom and calm", "wording", 6)]


def test_what_pages_keep_at_their_ends_is_no_phrase(know: Knowledge) -> None:
    """A phrase that stands at the end of every text is page furniture or a greeting; inside, it is one."""
    body = [" ".join(f"{a}{b}" for a in FILL[n:] for b in "klmnpqrs"[: n + 1]) for n in range(8)]
    ended = [Entry(n, f"{body[n]} and shared freedom", None) for n in range(8)]
    inside = [Entry(n, f"{body[n]} and shared freedom, {body[7 - n]}", None) for n in range(8)]
    heads = [[one.forms[0] for one in formulations(some, "en", know, 50)] for some in (ended, inside)]
    assert "shared freedom" not in heads[0]
    assert "shared freedom" in heads[1]


def test_a_word_of_value_beside_a_plain_one_is_a_plain_term(know: Knowledge) -> None:
    """ "sovereignty report" is none, and "sovereignty of harbours" stays; so does a phrase with a third word."""
    texts = [
        Entry(n, f"{FILL[n]} sovereignty report, {FILL[n + 1]} sovereignty of harbours, {FILL[n + 5]}", None)
        for n in range(8)
    ]
    heads = {one.forms[0] for one in formulations(texts, "en", know, 50)}
    assert "sovereignty of harbours" in heads
    assert "sovereignty report" not in heads


def test_a_programme_is_known_by_its_quotation_marks_and_capitals(know: Knowledge) -> None:
    """What always stands quoted with a capital is a name; without the capital it is a slogan."""
    heads = []
    for form in ("Dialogue of winters", "dialogue of winters"):
        texts = [Entry(n, f"{FILL[n]} {FILL[n + 4]} “{form}”, {FILL[n + 1]}", None) for n in range(8)]
        heads.append({one.forms[0] for one in formulations(texts, "en", know, 50)})
    assert heads[0] == set()
    assert "dialogue of winters" in heads[1]


def test_a_plural_and_its_singular_are_one_phrase(know: Knowledge) -> None:
    """In Spanish too, where the stem of a plural is a singular that has a stem itself; half a pair is no phrase."""
    texts = [Entry(f"a{n}", f"{FILL[n]}, libertad popular, {FILL[n + 1]}", None) for n in range(9)]
    texts += [Entry(f"b{n}", f"{FILL[n]}, libertades populares, {FILL[n + 1]}", None) for n in range(6)]
    texts += [Entry(f"c{n}", f"{FILL[n]}, memoria y la justicia, {FILL[n + 1]}", None) for n in range(6)]
    found = formulations(texts, "es", know, 50)
    assert [one.forms[0] for one in found] == ["libertad popular"]
    assert [(v.form, v.kind) for v in found[0].variants] == [("libertades populares", "inflection")]


def test_a_piece_that_goes_on_with_ever_other_words_is_no_phrase(know: Knowledge) -> None:
    """ "fair and equal" before lamps, kites and bread is cut from longer phrases; before a comma it is one."""
    going = [Entry(n, f"{FILL[n]} fair and equal {FILL[n + 1]}, {FILL[n + 3]}", None) for n in range(8)]
    ended = [Entry(n, f"{FILL[n]} fair and equal, {FILL[n + 1]} {FILL[n + 3]}", None) for n in range(8)]
    heads = [{one.forms[0] for one in formulations(some, "en", know, 50)} for some in (going, ended)]
    assert "fair and equal" not in heads[0]
    assert "fair and equal" in heads[1]


def test_a_capital_in_mid_sentence_makes_a_name(know: Knowledge) -> None:
    """Where it mostly has one; at the beginning of sentences a capital says nothing."""
    heads = []
    for before in ("", ". "):
        forms = ["Единство озера"] * 6 + ["единство озера"] * 2
        texts = [Entry(n, f"{FILL[n]} {FILL[n + 4]}{before or ' '}{form}, {FILL[n + 1]}", None)
                 for n, form in enumerate(forms)]  # fmt: skip
        texts += [Entry(f"q{n}", f"{FILL[n]} «единство озера» {FILL[n + 2]}", None) for n in range(3)]
        heads.append({one.forms[0] for one in formulations(texts, "ru", know, 50)})
    assert "единство озера" not in heads[0]
    assert "единство озера" in heads[1]


def test_a_name_and_one_word_are_no_phrase(know: Knowledge) -> None:
    """ "sovereignty of Norway" says whose it is; with two words of its own a phrase stays."""
    texts = [
        Entry(n, f"{FILL[n]} sovereignty of Norway, {FILL[n + 1]} shared harbour of Norway, {FILL[n + 5]}", None)
        for n in range(8)
    ]
    heads = {one.forms[0] for one in formulations(texts, "en", know, 50)}
    assert "sovereignty of Norway" not in heads
    assert "shared harbour of Norway" in heads


def test_a_part_in_another_inflection_belongs_to_its_phrase(know: Knowledge) -> None:
    """ "derecho popular del puerto" is told under "derechos populares"; one shared word makes no variant."""
    texts = [Entry(f"a{n}", f"{FILL[n]}, derecho popular del puerto, {FILL[n + 1]}", None) for n in range(9)]
    texts += [Entry(f"b{n}", f"{FILL[n]}, derechos populares, {FILL[n + 2]}", None) for n in range(6)]
    texts += [
        Entry(f"c{n}", f"{FILL[n]}, paz de la patria, {FILL[n + 3]}, luz de la patria, x", None) for n in range(6)
    ]
    found = {one.forms[0]: one.variants for one in formulations(texts, "es", know, 50)}
    assert [(v.form, v.kind, v.texts) for v in found["derechos populares"]] == [
        ("derecho popular del puerto", "longer", 9)
    ]
    assert {"paz de la patria", "luz de la patria"} <= found.keys()


def test_in_chinese_reports_and_transcribed_names_are_no_phrases(know: Knowledge) -> None:
    """Who says something is no phrase, nor is a foreign name between quotation marks."""
    for form, is_one in (("东港方略", True), ("领港员强调", False), ("奥拉韦克斯", False)):
        texts = [Entry(n, f"{FILL[n]}用“{form}”办事，{FILL[n + 1]}", None) for n in range(8)]
        heads = {one.forms[0] for one in formulations(texts, "zh", know, 50)}
        assert (form in heads) is is_one, form


def test_a_phrase_that_shares_nothing_with_known_formulations_must_be_quoted(know: Knowledge) -> None:
    """In Chinese; the phrase itself, if known, does not count, and without known forms there is no such rule."""
    plain = [Entry(n, f"{FILL[n]}用西港方案办事，{FILL[n + 1]}") for n in range(8)]
    quoted = [Entry(n, f"{FILL[n]}用“西港方案”办事，{FILL[n + 1]}") for n in range(8)]

    def proposed(texts: list[Entry], *forms: str) -> set[str]:
        formula = Formula("x", Names((("zh", forms),) if forms else ()))
        known = replace(know, packs=(replace(know.packs[0], formulas=(formula,)),))
        return {one.forms[0] for one in formulations(texts, "zh-Hans", known, 50)}

    assert not proposed(plain, "共同声明", "用西港方案办事")
    assert proposed(plain, "旧方案")
    assert proposed(plain)
    assert proposed(quoted, "共同声明") == {"西港方案"}
