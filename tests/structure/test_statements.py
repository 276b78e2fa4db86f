"""What a statement says of itself: venue, language, title, authority, why its date is open; the halves of a page."""

from __future__ import annotations

import pytest

from onrecord import readers
from onrecord.knowledge import Knowledge, load
from onrecord.model import Evidence, Statement, Told, make_source
from onrecord.structure import Labelled, label

BODY = "Port Miro will keep the harbour open to every ship that needs shelter, and we will say so in every forum. " * 4


@pytest.fixture(scope="module")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


def read(chars: str, know: Knowledge, *told: Told) -> Labelled:
    """A text as the whole line reads and labels it."""
    source = make_source(chars.encode(), "text/plain", "case", told=told)
    return label(source, readers.read(source).text, know)


def because(statement: Statement, name: str) -> list[Evidence]:
    """The evidence for one field."""
    return [e for e in statement.evidence if e.field == name]


VENUES = [
    (f"Regular Press Conference on March 3, 2031\n\n{BODY}", "Regular Press Conference", "occasion_line"),
    ("Statement by the President\n\nNew York, September 24, 2031\n\n" + BODY, "New York", "place_beside_date"),
    ("Remarks by Minister Reed\n\nTreaty Room\n\n2:38 P.M.\n\n" + BODY, "Treaty Room", "place_name"),
    (f"Speaking at a regular press conference, Ann Reed said: {BODY}", "regular press conference",
     "occasion_in_first_sentences"),
    ("Déclaration du ministre\n\n112ème session de l'Assemblée générale\n\n" + "Nous voulons la paix pour tous. " * 20,
     "112ème session de l'Assemblée générale", "occasion_line"),
    ("外交部发言人主持例行记者会\n\n" + "特方一贯主张通过对话解决分歧。" * 9, "例行记者会", "occasion_line"),
]  # fmt: skip


@pytest.mark.parametrize(("chars", "venue", "rule"), VENUES)
def test_venue_as_printed(chars: str, venue: str, rule: str, know: Knowledge) -> None:
    """The occasion or place printed is the venue, and the evidence shows where it stands."""
    statement = read(chars, know).statements[0]
    (found,) = because(statement, "venue")
    assert (statement.venue, found.rule) == (venue, rule)
    assert found.span is not None
    assert found.span.of(chars) == venue


@pytest.mark.parametrize("line", ["REPUBLIC OF TESHAR", "-" * 40, "Statement by the President", "H.R. 2630, the Act"])
def test_no_venue_where_none_is_printed(line: str, know: Knowledge) -> None:
    """Names of states, rules and titles are no places."""
    assert read(f"Remarks of the Minister\n\n{line}\n\n{BODY}", know).statements[0].venue is None


def test_language_has_its_rule(know: Knowledge) -> None:
    """Every statement says what showed its language: the script, frequent words, the model, neighbours."""
    (one,) = because(read(BODY, know).statements[0], "lang")
    assert (one.value, one.rule) == ("en", "model")
    two = read("\n\n".join([BODY] * 3), know).statements[0]
    assert [e.rule for e in because(two, "lang")] == ["frequent_words"]
    (han,) = because(read("特方一贯主张通过对话解决分歧。" * 9, know).statements[0], "lang")
    assert (han.value, han.rule) == ("zh-Hans", "script")


def test_an_open_date_says_why(know: Knowledge) -> None:
    """A weekday without a dated page leaves the date open, and the weekday is shown; a date closes it."""
    chars = f"Teshar opposed the new rule, its ministry said on Tuesday. {BODY}"
    statement = read(chars, know).statements[0]
    (open_,) = because(statement, "date_unresolved")
    assert statement.date is None
    assert open_.span is not None
    assert (open_.value, open_.span.of(chars), open_.rule) == ("Tuesday", "Tuesday", "en:weekday:1")
    dated = read(chars, know, Told("date", "2031-03-05", "caller")).statements[0]
    assert dated.date is not None
    assert because(dated, "date_unresolved") == []


def test_official_translation(know: Knowledge) -> None:
    """An official outlet's text in none of its own languages is a translation; in its own, a transcript."""
    told = Told("url", "https://mofa.teshar.example/1", "caller")
    english = read(BODY, know, told).statements[0]
    (why,) = because(english, "authority")
    assert (english.authority, why.rule) == ("official_translation", "publisher_languages")
    assert why.where == "publisher:sample-teshar-mfa"
    assert read("特方一贯主张通过对话解决分歧。" * 9, know, told).statements[0].authority == "official_transcript"


@pytest.mark.parametrize("name", ["Northern Wire", "Releases – Northern Wire", "Northern Wire | World"])
def test_channel_title_names_its_outlet(name: str, know: Knowledge) -> None:
    """A feed's channel title that holds an outlet's name beside other words is that outlet."""
    assert read(BODY, know, Told("publisher", name, "feed")).statements[0].publisher == "sample-northern-wire"


def test_credit_makes_both_halves_reposts(know: Knowledge) -> None:
    """A credit below a bilingual page re-posts both of its halves."""
    han = "特方一贯主张通过对话解决分歧，发言人表示，欢迎各方参加。" * 12
    halves = read(f"{han}\n\n{BODY * 2}\n\n【来源】https://www.mofa.teshar.example/zh/1.htm\n", know).statements
    assert [(s.lang, s.form, s.authority) for s in halves] == [
        ("zh-Hans", "repost", "repost"), ("en", "repost", "repost"),
    ]  # fmt: skip


def kinds(chars: str, know: Knowledge) -> list[str]:
    """The kinds of the turns of a text."""
    return [b.kind for b in read(chars, know).blocks if b.turn >= 0]


def test_a_stands_for_answer(know: Knowledge) -> None:
    """ "A:" answers, though in Spanish the same letter addresses a letter."""
    chars = "Q: Will the harbour stay open this winter?\n\nA: It will stay open to all ships.\n\n" * 3
    assert kinds(chars, know) == ["question", "answer"] * 3


def test_names_that_ask(know: Knowledge) -> None:
    """A voice known by name only asks when its turns are questions and the one who answers others speaks next."""
    voices = [
        "Coral Letter: What is the view of the ministry on the rule that Valdoria announced on Monday?",
        "Halim Daro: We have noted the rule and asked the other side about it.",
        "Lagoon Daily: Is Valdoria welcome to join the initiative?",
        "Halim Daro: All countries are welcome to join the initiative we proposed.",
    ]
    assert kinds("\n\n".join(voices), know) == ["question", "answer"] * 2
    voices[0] = "Coral Letter: We should like to thank the ministry for the fish that it sent to us on Monday."
    assert kinds("\n\n".join(voices), know)[0] == "body"


@pytest.mark.parametrize("drawn", ["＊＊＊＊", "* * *", "———", "****************"])
def test_drawn_lines_inside_main_text(drawn: str, know: Knowledge) -> None:
    """A line of signs between paragraphs of a web page's main text belongs to that text, as a rule."""
    said = ["The ferry treaty with Norland will be signed in the spring.", drawn, "The timber tariff stays as it is."]
    page = "<html><body><article>" + "".join(f"<p>{p}</p>" for p in said) + "</article></body></html>"
    source = make_source(page.encode(), "text/html", "case")
    text = readers.read(source).text
    blocks = label(source, text, know).blocks
    assert [(b.kind, b.label) for b in blocks if b.span.of(text.chars) == drawn] == [("body", "rule")]


@pytest.mark.parametrize("title", ["Page not found", "Página no encontrada", "Страница не найдена", "页面不存在"])
def test_a_page_of_error_has_no_authority(title: str, know: Knowledge) -> None:
    """A page that says that there is none is noticed, and states nothing with its outlet's authority."""
    page = f"<!doctype html><title>{title} | Teshar</title><nav><a href='/'>Home</a></nav><h1>{title}</h1><p>Sorry.</p>"
    told = (Told("url", "https://mofa.teshar.example/1", "caller"),)
    source = make_source(page.encode(), "text/html", "case", told=told)
    found = label(source, readers.read(source).text, know)
    assert "soft_redirect" in [n.reason for n in found.notices]
    statement = found.statements[0]
    (why,) = because(statement, "authority") or [Evidence("authority", "unknown", "")]
    assert statement.authority == "unknown"
    assert why.rule in ("notice:soft_redirect", "")


def test_a_page_about_missing_pages_is_none(know: Knowledge) -> None:
    """A text long enough to be a document is one, whatever its headline tells."""
    page = f"<!doctype html><title>Page not found</title><h1>Page not found</h1><p>{BODY}</p><p>{BODY}</p><p>{BODY}</p>"
    source = make_source(page.encode(), "text/html", "case")
    assert label(source, readers.read(source).text, know).notices == ()
