"""Who is who: names, titles, terms of office. Nobody is merged by look."""

from __future__ import annotations

import pytest

from onrecord.annotate import mention
from onrecord.knowledge import Knowledge
from onrecord.model import Span, Utterance

from .conftest import Reader

SAID = "The Tesharian Foreign Ministry spokesperson said that talks would go on."


def _who(utterance: Utterance) -> tuple[str, str | None, str | None, str | None]:
    assert utterance.speaker is not None
    return utterance.speaker.name, utterance.speaker.actor, utterance.capacity, utterance.country


@pytest.mark.parametrize(
    ("date", "person"),
    [("2025-02-09", "Halim Daro"), ("2025-02-10", "Miren Askal"), ("2022-09-01", "Halim Daro")],
)
def test_the_date_decides_who_holds_an_office(date: str, person: str, read: Reader) -> None:
    """The same words on another day are another person's."""
    (said,) = read(SAID, date=date).reported
    assert said.speaker is not None
    assert said.speaker.name == person
    assert said.country == "XT"
    rules = {e.rule for e in said.evidence}
    assert "term_of_office" in rules


@pytest.mark.parametrize("date", [None, "2025", "2025-02", "XXXX-02-12", "1999-01-01"])
def test_a_date_that_decides_nothing_names_nobody(date: str | None, read: Reader) -> None:
    """Without a date, or with one that two terms share, an office stays an office."""
    (said,) = read(SAID, date=date).reported
    assert said.speaker is not None
    assert said.speaker.actor is None
    assert said.capacity == "Foreign Ministry spokesperson"


def test_an_embassy_spokesperson_stays_an_office(read: Reader) -> None:
    """ "Embassy Spokesperson" names no person, and none is invented, even next to a spokesperson with a name."""
    chars = (
        "Question: What did Foreign Ministry spokesperson Edda Lorne say?\nEmbassy Spokesperson: She said it was late."
    )
    answer = read(chars, form="qa", date="2025-01-17", labels=True).turns[1]
    assert _who(answer) == ("Embassy Spokesperson", None, "Embassy Spokesperson", None)


def test_name_title_and_country(read: Reader) -> None:
    """A full mention gives name, id, capacity and country, each with its reason."""
    chars = "Tesharian Foreign Ministry spokesperson Halim Daro said that talks would go on."
    (said,) = read(chars, date="2025-01-15").reported
    assert _who(said) == ("Halim Daro", "halim-daro", "Foreign Ministry spokesperson", "XT")
    fields = {e.field for e in said.evidence}
    assert {"name", "actor", "capacity", "country"} <= fields
    assert all(e.span is not None or e.where for e in said.evidence)


def test_two_people_of_one_surname_stay_unread(read: Reader) -> None:
    """A surname that two full names share is not completed."""
    chars = "Ada Vell and Tomas Vell met the press. Vell said that talks would go on."
    (said,) = read(chars).reported
    assert said.speaker is not None
    assert said.speaker.name == "Vell"


def test_look_alikes_are_not_merged(read: Reader) -> None:
    """A name with one letter of another script is another name."""
    chars = "Hаlim Daro said that talks would go on."
    (said,) = read(chars, date="2025-01-15").reported
    assert said.speaker is not None
    assert said.speaker.actor is None


def test_an_unknown_person_in_a_known_office_is_not_the_holder(read: Reader) -> None:
    """A name the packs do not know keeps its own name, whoever holds the office."""
    chars = "Tesharian Foreign Ministry spokesperson Ilka Marn said that talks would go on."
    (said,) = read(chars, date="2025-01-15").reported
    assert _who(said) == ("Ilka Marn", None, "Foreign Ministry spokesperson", "XT")


def test_a_known_person_of_another_state_holds_no_office_of_the_page(read: Reader) -> None:
    """A title without a state, before the name of somebody whom the packs know, is of that person's state, not of the
    state whose page it is."""
    chars = "Foreign Ministry spokesperson Edda Lorne said that talks would go on."
    (said,) = read(chars, date="2025-01-15", publisher="sample-teshar-mfa").reported
    assert said.speaker is not None
    assert (said.speaker.actor, said.country) == ("edda-lorne", "XV")


@pytest.mark.parametrize(
    ("lang", "printed", "name", "title"),
    [
        (
            "en",
            "Port Council spokesperson Ilka Marn",
            "Ilka Marn",
            "Port Council spokesperson",
        ),
        ("en", "Embassy Spokesperson", "", "Embassy Spokesperson"),
        ("en", "Antony Example, Secretary of State", "Antony Example", "Secretary of State"),
        ("en", "PRIME MINISTER OF VALDORIA", "", "PRIME MINISTER OF VALDORIA"),
        ("en", "Secretary General Ilka Marn", "Ilka Marn", "Secretary General"),
        ("en", "Secretary-General Ilka Marn", "Ilka Marn", "Secretary-General"),
        ("fr", "le Secrétaire général Tom Gao", "Tom Gao", "le Secrétaire général"),
        ("en", "MR. EXAMPLE", "EXAMPLE", ""),
        ("en", "sources close to the port", "", "sources close to the port"),
        ("zh-Hans", "特沙尔外交部发言人哈林·达罗", "哈林·达罗", "特沙尔外交部发言人"),
        ("zh-Hans", "外交部发言人", "", "外交部发言人"),
        ("fr", "la porte-parole du ministère, Edda Lorne", "Edda Lorne", "la porte-parole du ministère"),
        ("ru", "официальный представитель МИД Вера Толмина", "Вера Толмина", "официальный представитель МИД"),
        ("ru", "В.Толмина", "В.Толмина", ""),
        ("ru", "представителя МИД Морвании О. Вен", "О. Вен", "представителя МИД Морвании"),
        ("ru", "Президент Морвании Том Гао", "Том Гао", "Президент Морвании"),
        ("ru", "президент Том Гаович Вен", "Том Гаович Вен", "президент"),
        ("ru", "глава МИД Народной Республики Морвании Том Гао", "Том Гао", "глава МИД Народной Республики Морвании"),
        ("ar", "وزير خارجية قيرلندا جون أبارا", "جون أبارا", "وزير خارجية قيرلندا"),
        ("ar", "رئيس مورفانيا توم غاو", "توم غاو", "رئيس مورفانيا"),
        ("ar", "وزير الخارجية القيرلندي جون أبارا", "جون أبارا", "وزير الخارجية القيرلندي"),
        ("ar", "وزير خارجية قيرلندا", "", "وزير خارجية قيرلندا"),
        ("ar", "رئيس لجنة الصيد في البرلمان", "", "رئيس لجنة الصيد في البرلمان"),
        ("zh-Hans", "外交部发言人苏岚三月四日", "苏岚", "外交部发言人"),
        ("zh-Hant", "蘇嵐十二日", "蘇嵐", ""),
        ("zh-Hant", "今日港口", "今日港口", ""),
        ("zh-Hant", "外交部發言人蘇嵐十二日", "蘇嵐", "外交部發言人"),
        ("zh-Hans", "外交部发言人苏岚二〇三一年三月四日", "苏岚", "外交部发言人"),
    ],
)
def test_a_mention_is_a_name_and_a_title(lang: str, printed: str, name: str, title: str, know: Knowledge) -> None:
    """The words of a mention are split by the words for offices."""
    assert mention.read(printed, know.language(lang)) == mention.Named(name, title)


@pytest.mark.parametrize(
    ("lang", "printed", "name"),
    [
        ("zh-Hans", "驻奇兰大使夫人韦建琪", "韦建琪"),
        ("zh-Hant", "駐奇蘭總領事夫人韋建琪", "韋建琪"),
        ("zh-Hans", "驻奇兰大使夫人", "驻奇兰大使夫人"),
        ("en", "Ambassador's wife Ann Bell", "Ann Bell"),
        ("en", "Ann Bell, wife of Ambassador Tom Gao", "Ann Bell"),
        ("en", "the wife of Ambassador Tom Gao", "the wife of Ambassador Tom Gao"),
        ("fr", "l'épouse de l’ambassadeur, Ann Bell", "Ann Bell"),
        ("es", "la esposa del presidente, Ann Bell", "Ann Bell"),
        ("ru", "Анна Белл, супруга посла", "Анна Белл"),
        ("ar", "زوجة السفير", "زوجة السفير"),
    ],
)
def test_a_relative_of_an_office_holder_holds_none(lang: str, printed: str, name: str, know: Knowledge) -> None:
    """A wife, a son: the name where it stands by itself, and no title."""
    assert mention.read(printed, know.language(lang)) == mention.Named(name, "")


def test_an_office_of_joined_words_is_no_part_of_a_name(read: Reader) -> None:
    """A surname after "Secretary-General Ilka Marn" has the name and the whole office."""
    (said,) = read("We met Secretary-General Ilka Marn. Marn said that talks would go on.").reported
    assert _who(said)[::2] == ("Ilka Marn", "Secretary-General")


def test_a_label_that_names_a_theme_is_nobody(read: Reader) -> None:
    """ "Thème : «...»" is no speaker."""
    chars = "Thème : « Une mer ouverte à tous les pêcheurs de la lagune »."
    assert all(u.speaker is None or u.speaker.name != "Thème" for u in read(chars, "fr").reported)


def test_a_heading_about_a_relative_makes_no_speech(read: Reader) -> None:
    """Nobody in office speaks under "大使夫人参观…"."""
    chars = "# 驻奇兰大使夫人韦建琪参观学校\n孩子们十分努力。"
    for said in read(chars, "zh-Hans", form="speech").marks.utterances:
        assert said.capacity is None


def test_a_relative_has_no_capacity(read: Reader) -> None:
    """Nor does the statement introduce one."""
    chars = "泻湖国驻奇兰大使夫人韦建琪参观了港口。\n韦建琪表示，港口十分繁忙，值得再来。"
    assert _who(read(chars, "zh-Hans").reported[-1]) == ("韦建琪", None, None, None)


def test_evidence_stands_where_the_name_and_the_title_do(read: Reader) -> None:
    """A surname is explained by the full name that introduces it; capacity and country by the title beside that."""
    chars = "Tesharian Foreign Ministry spokesperson Halim Daro spoke.\nDaro said that talks would go on."
    got = read(chars)
    (said,) = got.reported
    places = {e.field: e.span.of(chars) for e in said.evidence if e.span is not None}
    title = "Tesharian Foreign Ministry spokesperson"
    assert places == {"name": "Halim Daro", "actor": "Halim Daro", "capacity": title, "country": title}
    assert said.speaker is not None
    assert said.speaker.span == Span(chars.index("\n") + 1, chars.index(" said"))


def test_a_mention_is_explained_part_by_part(read: Reader) -> None:
    """Where name and title stand side by side, each value points at its own words."""
    chars = "Tesharian Foreign Ministry spokesperson Halim Daro said that talks would go on."
    (said,) = read(chars).reported
    places = {e.field: e.span.of(chars) for e in said.evidence if e.span is not None}
    assert places["name"] == "Halim Daro"
    assert places["capacity"] == "Tesharian Foreign Ministry spokesperson"


def test_every_value_of_a_speaker_has_evidence(read: Reader) -> None:
    """Name, actor, capacity and country are each explained, also for states, outlets and offices without a person."""
    chars = (
        "Teshar said that it agreed. The embassy spokesperson said that it was late. Some sources said that it was so."
    )
    for said in read(chars).reported:
        assert said.speaker is not None
        values = {"name": said.speaker.name, "actor": said.speaker.actor}
        values |= {"capacity": said.capacity, "country": said.country}
        assert {k for k, v in values.items() if v} == {e.field for e in said.evidence}
