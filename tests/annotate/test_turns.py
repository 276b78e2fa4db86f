"""Turns: one utterance a speaker, questions and their answers."""

from __future__ import annotations

import pytest

from onrecord import annotate
from onrecord.knowledge import Knowledge
from onrecord.model import Block, Layout, Span, Statement, make_source, make_text

from .conftest import Reader

QA = (
    "Northern Wire: What is the comment of Teshar?\n"
    "Halim Daro: Weather knows no borders.\n"
    "We urge Valdoria to suspend the rule.\n"
    "Lagoon Daily: Is Valdoria welcome?\n"
    "Halim Daro: Yes."
)


def test_a_turn_covers_label_and_paragraphs(read: Reader) -> None:
    """A turn runs from its label to the end of its last paragraph, and its speaker is the printed label."""
    result = read(QA, form="transcript", labels=True)
    assert [(u.speaker.name if u.speaker else "") for u in result.turns] == [
        "Northern Wire",
        "Halim Daro",
        "Lagoon Daily",
        "Halim Daro",
    ]
    second = result.turns[1]
    assert result.words(second) == "Halim Daro: Weather knows no borders.\nWe urge Valdoria to suspend the rule."
    assert second.parts == ()
    assert second.speaker is not None
    assert second.speaker.span is not None
    assert second.speaker.span.of(QA) == "Halim Daro"


def test_answers_point_at_their_question(read: Reader) -> None:
    """An answer names the question before it; a question answers nothing."""
    q1, a1, q2, a2 = read(QA, form="transcript", labels=True).turns
    assert (q1.answers, a1.answers, q2.answers, a2.answers) == (None, q1.id, None, q2.id)


def test_furniture_inside_a_turn_is_no_part_of_it(read: Reader) -> None:
    """A turn that furniture interrupts says which stretches are its own."""
    chars = "Ada Vell: First words.\n- Share this page\nLast words."
    result = read(chars, form="transcript", labels=True)
    (turn,) = result.turns
    assert [p.of(chars) for p in turn.parts] == ["Ada Vell: First words.", "Last words."]


def test_a_bare_answer_label_is_the_host(read: Reader) -> None:
    """ "Ответ" stands for the person whom the heading names."""
    chars = (
        "# Брифинг официального представителя МИД Лузении Веры Толминой, 23 января 2025 года\n"
        "Вопрос: Как в Лузении оценивают этот шаг?\nОтвет: Мы изучаем текст."
    )
    question, answer = read(chars, "ru", form="qa", date="2025-01-23", labels=True).turns
    assert question.speaker is not None
    assert question.speaker.name == "Вопрос"
    assert answer.speaker is not None
    assert (answer.speaker.name, answer.speaker.actor, answer.country) == ("Вера Толмина", "vera-tolmina", "XL")
    assert answer.speaker.span is not None
    assert answer.speaker.span.of(chars) == "Ответ"
    named = [e for e in answer.evidence if e.field == "name"]
    assert named[0].rule == "answers_for_title"
    assert named[0].span is not None
    assert "Толминой" in named[0].span.of(chars)
    assert all(e.rule != "name_as_printed" for e in named)


def test_an_asker_names_the_outlet(read: Reader) -> None:
    """After a bare label, an outlet in marks is who asks."""
    chars = "Вопрос: Агентство «Северный телеграф». Что скажете?\nОтвет: Ничего."
    question = read(chars, "ru", form="qa", labels=True).turns[0]
    assert question.speaker is not None
    assert question.speaker.name == "Северный телеграф"


def test_a_written_question_is_answered_by_the_office_asked(read: Reader, know: Knowledge) -> None:
    """ "To ask the Minister ...": an answer without a label is the holder's of that office on the day."""
    chars = "Ms Ada Vell: To ask the Minister of Foreign Affairs of the Kingdom of Teshar what was agreed?"
    answer = "We agreed to meet in March."
    text = f"{chars}\n{answer}"
    source = make_source(text.encode(), "text/plain", "test")
    blocks = (
        Block("question", Span(0, len(chars)), "en", 1.0, "test", "", Span(0, 11), 0),
        Block("answer", Span(len(chars) + 1, len(text)), "en", 1.0, "test", "", None, 1),
    )
    statement = Statement("s", Span(0, len(text)), "en", "qa", "2025-02-20")
    from onrecord import annotate

    made = make_text(source, "test/1", text, Layout(), ())
    turns = [u for u in annotate.annotate(source, made, blocks, (statement,), know).utterances if u.mode == "turn"]
    assert turns[1].speaker is not None
    assert (turns[1].speaker.name, turns[1].speaker.actor) == ("Oriane Sabel", "oriane-sabel")


def test_a_title_label_is_the_person_met_before(read: Reader) -> None:
    """A label that is only a title is the person whose label had that title."""
    chars = (
        "THE HON. ODA BRILL, PRESIDENT OF THE PORT COUNCIL: Welcome.\n"
        "JOURNALIST: How long?\n"
        "PRESIDENT OF THE PORT COUNCIL: Two days."
    )
    turns = read(chars, form="transcript", labels=True).turns
    assert [u.speaker.name for u in turns if u.speaker] == ["ODA BRILL", "JOURNALIST", "ODA BRILL"]


@pytest.mark.parametrize("named_after", [False, True])
def test_a_chair_named_outside_the_turn(know: Knowledge, named_after: bool) -> None:
    """The turn covers the chair's words alone, and what the chair quotes is found once, wherever the name stands."""
    named, words = "The Chair, Edda Lorne, opened it.", "“We welcome all of you here,” Ms Askal said."
    chars = f"{words}\n{named}" if named_after else f"{named}\n{words}"
    at, name = chars.index(words), chars.index("Edda")
    span, mention = Span(at, at + len(words)), Span(name, name + len("Edda Lorne"))
    told = Span(chars.index(named), chars.index(named) + len(named))
    blocks = (
        Block("body", told, "en", 1.0, "test"),
        Block("answer", span, "en", 1.0, "test", "chair", mention, 0),
    )
    source = make_source(chars.encode(), "text/plain", "test")
    text = make_text(source, "test/1", chars, Layout(), ())
    statement = Statement("s", Span(0, len(chars)), "en", "transcript")
    ordered = tuple(sorted(blocks, key=lambda b: b.span))
    marks = annotate.annotate(source, text, ordered, (statement,), know)
    (turn,) = [u for u in marks.utterances if u.mode == "turn"]
    assert (turn.span, turn.speaker and turn.speaker.span) == (span, mention)
    (quoted,) = [u for u in marks.utterances if u.mode == "direct"]
    assert quoted.span.of(chars) == "We welcome all of you here"
    assert quoted.within == turn.id


def test_a_word_for_question_is_nobody(read: Reader) -> None:
    """A label that is but a word for question or answer is marked by its rule, so that nobody is listed by it."""
    chars = "Question: How long?\nMs. Reed: Two days.\nQ2: And then?\nMs. Reed: We shall see."
    turns = read(chars, form="transcript", labels=True).turns
    assert [u.rule for u in turns] == ["turn/word", "turn/label", "turn/word", "turn/label"]


def test_an_office_that_answers_is_somebody(read: Reader) -> None:
    """An office as the label of an answer names who speaks, though it is one of the labels of answers."""
    turns = read("Question: How long?\nEmbassy Spokesperson: Two days.", form="qa", labels=True).turns
    assert [u.rule for u in turns] == ["turn/word", "turn/label"]


@pytest.mark.parametrize(
    ("lang", "chars", "name", "capacity"),
    [
        (
            "en",
            "# Foreign Ministry Spokesperson Orla Venn's Regular Press Conference on March 4, 2031\n"
            "Harbour News: What is your comment?\nOrla Venn: We oppose the tariff.",
            "Orla Venn",
            "Foreign Ministry Spokesperson",
        ),
        (
            "en",
            "# Foreign Ministry Spokesperson Orla Venn’s Remarks on the Kelp Tariff\n"
            "Q: What is your comment?\nA: We oppose the tariff.",
            "Orla Venn",
            "Foreign Ministry Spokesperson",
        ),
        (
            "fr",
            "# Point de presse de la porte-parole du ministère des Affaires étrangères Orla Venn\n"
            "Agence du Port: Que dites-vous ?\nOrla Venn: Nous nous y opposons.",
            "Orla Venn",
            "porte-parole du ministère des Affaires étrangères",
        ),
        (
            "ar",
            "# تصريح المتحدثة باسم وزارة الخارجية المورفانية أورلا فين بشأن رسوم الأعشاب\n"
            "سؤال: ما موقفكم؟\nجواب: نعارض الرسوم الجديدة.",
            "أورلا فين",
            "المتحدثة باسم وزارة الخارجية المورفانية",
        ),
    ],
)
def test_the_headline_gives_an_answerer_the_office(
    lang: str, chars: str, name: str, capacity: str, read: Reader
) -> None:
    """A title beside the name in the headline is the capacity in every turn under that name."""
    answer = read(chars, lang, form="qa", labels=True).turns[-1]
    assert answer.speaker is not None
    assert (answer.speaker.name, answer.capacity) == (name, capacity)
    assert {e.field for e in answer.evidence} >= {"name", "capacity"}


def test_a_headline_without_an_office_gives_none(read: Reader) -> None:
    """A name in a headline, or an office behind a mark, is no title of the label."""
    for head in ("# Orla Venn on the Kelp Tariff", "# Minister arrives; Orla Venn on the Kelp Tariff"):
        chars = f"{head}\nHarbour News: What is your comment?\nOrla Venn: We oppose the tariff."
        assert read(chars, form="transcript", labels=True).turns[-1].capacity is None


def test_a_heading_names_who_answers_before_what_it_is_about(read: Reader) -> None:
    """ "X就…答记者问": an answer under a bare label is X's, not that of an office in the words behind."""
    chars = "# 港务部就海岸费用答记者问\n问：有何评论？\n答：我们反对这项费用。"
    turns = read(chars, "zh-Hans", form="qa", labels=True).turns
    assert [turn.speaker.name for turn in turns if turn.speaker] == ["问", "港务部"]


def test_a_heading_may_name_the_office_alone(read: Reader) -> None:
    """ "Spokesperson's remarks": answers under a bare label are the office's, its state unknown."""
    chars = "# Harbour Ministry Spokesperson’s Remarks on the Tax\nQ: Any comment?\nA: We reject the tax."
    turns = read(chars, form="qa", labels=True).turns
    assert [turn.speaker.name for turn in turns if turn.speaker] == ["Q", "Harbour Ministry Spokesperson"]
    assert turns[1].country is None
