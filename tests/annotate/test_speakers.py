"""One person under one id, whatever the language and the script of the words."""

from __future__ import annotations

import pytest

from .conftest import Reader

DARO = {
    "en": "Tesharian Foreign Ministry spokesperson Halim Daro said that talks go on. Daro added that a date is near. "
    "“Ships are safe,” he said. The spokesperson noted that ports are open.",
    "fr": "Le porte-parole du ministère tesharien des Affaires étrangères, Halim Daro, a déclaré que les pourparlers "
    "continuent. M. Daro a ajouté qu'une date est proche. « Les navires sont saufs », a-t-il dit. Le porte-parole a "
    "noté que les ports sont ouverts.",
    "ar": "قال المتحدث باسم وزارة الخارجية حليم دارو إن المحادثات مستمرة. وأضاف دارو أن الموعد قريب. وقال المتحدث إن "
    "الموانئ مفتوحة. وأضاف: «السفن في أمان تام الآن».",
    "zh-Hans": "特沙尔外交部发言人哈林·达罗表示，会谈将继续。达罗补充说，日期已近。“船只安全。”他说。"
    "发言人指出，港口开放。",
    "zh-Hant": "特沙爾外交部發言人哈林·達羅表示，會談將繼續。達羅補充說，日期已近。“船隻安全。”他說。"
    "發言人指出，港口開放。",
}
OTHERS = {
    "ru": (
        "vera-tolmina",
        "Официальный представитель МИД Лузении Вера Толмина заявила, что переговоры идут. Толмина добавила, что дата "
        "близка. «Корабли в безопасности», — сказала она. По словам Веры Толминой, спешки нет. Представитель отметила, "
        "что порты открыты.",
    ),
    "es": (
        "edda-lorne",
        "La portavoz del Ministerio de Asuntos Exteriores de Valdoria, Edda Lorne, dijo que hay acuerdo. Lorne añadió "
        "que la fecha está cerca. «Los barcos están a salvo», señaló ella. La portavoz apuntó que los puertos abren. "
        "Agregó que no hay prisa.",
    ),
}
CASES = [*((lang, "halim-daro", text) for lang, text in DARO.items()), *((k, *v) for k, v in OTHERS.items())]


@pytest.mark.parametrize(("lang", "actor", "text"), CASES, ids=[case[0] for case in CASES])
def test_one_id_in_every_language(lang: str, actor: str, text: str, read: Reader) -> None:
    """The full name, the surname, a pronoun, the office alone and a verb without a subject lead to one actor."""
    said = read(text, lang).reported
    assert len(said) >= 4
    assert [u.speaker.actor if u.speaker else None for u in said] == [actor] * len(said)


def test_one_name_in_a_document(read: Reader) -> None:
    """A declined name and a surname are called by the name of the pack."""
    said = read(OTHERS["ru"][1], "ru").reported
    assert {u.speaker.name for u in said if u.speaker} == {"Вера Толмина"}


def test_a_name_that_looks_alike_is_nobody_known(read: Reader) -> None:
    """Another first name before a known surname is another person."""
    (quote,) = read("Selim Daro said that talks go on.").reported
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.actor) == ("Selim Daro", None)
