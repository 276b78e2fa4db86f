"""What every language must bring, and that adding one leaves the others alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.knowledge import Knowledge, Language, load
from onrecord.knowledge.language import Labels
from onrecord.knowledge.languages import LANGUAGES
from onrecord.model import Layout, Piece, Run, Span, make_source, make_text
from onrecord.structure import label
from onrecord.structure.rules import rules_of

CODES = [x.code for x in LANGUAGES]


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def kinds(lines: list[str], know: Knowledge) -> list[str]:
    """Block kinds of a text of lines."""
    chars = "\n".join(lines)
    pieces, at = [], 0
    for line in lines:
        pieces.append(Piece(Span(at, at + len(line))))
        at += len(line) + 1
    source = make_source(chars.encode(), "text/plain", "contract")
    whole = Span(0, len(chars))
    text = make_text(source, "plain/1", chars, Layout(tuple(pieces)), (Run(whole, whole),))
    return [b.kind for b in label(source, text, know).blocks]


@pytest.mark.parametrize("code", CODES)
def test_labels_present(code: str, know: Knowledge) -> None:
    """Each language brings labels for question, answer, journalist, keywords, source and furniture."""
    language = know.language(code)

    assert language is not None
    missing = [
        f
        for f in ("question", "answer", "journalist", "keywords", "source", "furniture")
        if not getattr(language.labels, f)
    ]
    assert missing == []


@pytest.mark.parametrize("code", CODES)
def test_labels_work(code: str, know: Knowledge) -> None:
    """The first label of each sort does its work in a text of that language."""
    language = know.language(code)
    assert language is not None
    labels, filler = language.labels, FILLER[code]

    got = kinds(
        [
            f"{labels.question[0].capitalize()}: {filler}",
            f"{labels.answer[0].capitalize()}: {filler}",
            f"{labels.keywords[0].capitalize()}: {filler[:12]}",
            f"{labels.source[0].capitalize()}: {filler[:12]}",
        ],
        know,
    )

    assert got == ["question", "answer", "keywords", "source"]


def test_a_new_language_changes_no_other(know: Knowledge) -> None:
    """With one more language, the blocks of texts in the others stay the same."""
    new = Language("xx", "Xx", "Xish", labels=Labels(question=("zor",), answer=("zar",), furniture=("^zzz$",)))
    more = replace(know, languages=(*know.languages, new), fingerprint=know.fingerprint + "+")
    texts = [[f"{x.labels.question[0]}: {FILLER[x.code]}", FILLER[x.code], "zzz"] for x in know.languages]

    before = [kinds(t[:2], know) for t in texts]

    assert before == [kinds(t[:2], more) for t in texts]
    assert kinds([FILLER["en"], "zzz"], more)[-1] == "furniture"


def test_patterns_compile_to_one_automaton(know: Knowledge) -> None:
    """Every pattern of the language data is valid RE2: an invalid one would shift the answers of the others."""
    rules = rules_of(know)

    assert {"furniture"} == {h.sort for h in rules.lines.hits("Views: 7")}
    assert {"zh-Hans"} == {h.lang for h in rules.lines.hits("扫码订阅")}


FILLER = {
    "en": "The two sides agreed to open the strait to ferries and to publish the timetable before the summer.",
    "zh-Hans": "双方同意向渡轮开放海峡，并在夏季之前公布时刻表，以便旅客提前安排行程。",
    "fr": "Les deux parties sont convenues d'ouvrir le détroit aux bacs et de publier les horaires avant l'été.",
    "es": "Las dos partes acordaron abrir el estrecho a los transbordadores y publicar los horarios antes del verano.",
    "ru": "Стороны договорились открыть пролив для паромов и опубликовать расписание до начала лета этого года.",
    "ar": "اتفق الجانبان على فتح المضيق أمام العبارات ونشر الجدول الزمني قبل حلول فصل الصيف المقبل.",
}
