"""Pages and API: the same answers, escaped, in two languages."""

from __future__ import annotations

import html
import tomllib
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import get_args

import lxml.html
import pytest
import re2
from starlette.testclient import TestClient

from onrecord import Record
from onrecord.model import LABEL_WORD, SetAside, Span, Speaker, Utterance
from onrecord.reasons import Reason
from onrecord.record.columns import RANK, Kind
from onrecord.store import Entry, Hit, Store
from onrecord.web import app, guard, writing
from onrecord.web.marks import segments
from onrecord.web.screens import holdings, voices
from onrecord.web.screens.statement import claims
from onrecord.web.sentences import Sentences

CODED = ("act", "mode")  # facts that a page shows as words of the interface


def test_search_page_and_api_give_what_the_record_gives(reader: TestClient, folder: Path) -> None:
    """Hits and facets of the API are those of the record, and the page prints their counts."""
    answer = reader.get("/api/search", params={"q": "harbour"}).json()
    with Record.open(folder) as record:
        hits, facets = record.search("harbour").hits, record.facets("harbour")
    assert [h["statement"] for h in answer["hits"]] == [h.statement for h in hits]
    assert answer["facets"]["hits"] == facets.hits == len(hits)
    page = reader.get("/", params={"q": "harbour"}).text
    assert f"{facets.hits} passages · {facets.statements} texts, {facets.likenesses} origins" in page
    assert page.count('<li class="hit"') == len(hits)


def test_bad_questions_are_sentences(reader: TestClient) -> None:
    """What is wrong is said on the page and in the API, with status 400; unknown ids are 404."""
    assert reader.get("/", params={"q": '"'}).status_code == 400
    assert "word to look for" in reader.get("/", params={"q": '"'}).text
    assert "not a date" in reader.get("/api/search", params={"q": "a", "since": "then"}).json()["detail"]
    assert reader.get("/api/statement/zz").status_code == 404
    assert reader.get("/statement/zz").status_code == 404


def test_statement_page_gives_every_character_and_claim(reader: TestClient, folder: Path) -> None:
    """The characters of each block stand on the page unchanged and escaped; each claim has its card."""
    with Record.open(folder) as record:
        listed = [record.show(s.id) for s in record.statements()]
    for held in listed:
        answer = reader.get(f"/api/statement/{held.statement.id}").json()
        shown = ["".join(s["text"] for s in p["segments"]) for p in answer["paragraphs"]]
        assert shown == [b.span.of(held.text.chars) for b in held.blocks]
        page = reader.get(f"/statement/{held.statement.id}").text
        assert page.count('<li class="claim') == len(answer["claims"]) == len(list(claims(held)))
        assert "<script>alert" not in page


def test_segments_are_the_block(folder: Path) -> None:
    """Cut at the bounds of claims, in any block, nothing is lost and each claim covers its own characters."""
    with Record.open(folder) as record:
        for one in record.statements():
            held = record.show(one.id)
            found = tuple(claims(held))
            for block in held.blocks:
                cut = segments(held.text.chars, block.span, found)
                assert "".join(s.text for s in cut) == block.span.of(held.text.chars)


def test_original_bytes_are_a_file_to_keep(reader: TestClient, folder: Path) -> None:
    """The original is given byte for byte, never as a page."""
    with Record.open(folder) as record:
        held = record.show(record.statements()[0].id)
        answer = reader.get(f"/source/{held.source}")
        assert answer.content == record.source_bytes(held.source)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_catalogues_have_the_same_keys() -> None:
    """Every sentence of the interface is there in each language, with the same values in it."""
    folder = resources.files("onrecord.web") / "messages"
    english, chinese = (tomllib.loads((folder / f"{code}.toml").read_text("utf-8")) for code in ("en", "zh"))
    assert english.keys() == chinese.keys()
    for key, words in english.items():
        assert _values(words) == _values(chinese[key]), key


def _values(words: str | list[str]) -> set[str]:
    """What a sentence of a catalogue takes in."""
    whole = words if isinstance(words, str) else words[-1]
    return {part.split("}")[0] for part in whole.split("{")[1:]}


def test_interface_language_is_chosen_and_kept(reader: TestClient) -> None:
    """The browser's language counts until one is chosen, which a cookie keeps."""
    assert 'lang="zh-Hans"' in reader.get("/", headers={"accept-language": "zh-CN,en"}).text[:60]
    assert 'lang="en"' in reader.get("/?ui=en").text[:60]
    assert 'lang="en"' in reader.get("/", headers={"accept-language": "zh"}).text[:60]


def test_openapi_names_only_shapes_it_has(reader: TestClient) -> None:
    """Every reference in the published schema points at a shape in it."""
    text = reader.get("/api/openapi.json").text
    named = set(re2.findall(r'"#/components/schemas/([^"]+)"', text))
    assert named <= set(reader.get("/api/openapi.json").json()["components"]["schemas"])
    assert "/api/search" in text


def test_every_screen_opens_in_both_languages(reader: TestClient) -> None:
    """Each screen answers with a page in English and in Chinese, with and without a question."""
    for path in ("/", "/?q=harbour", "/positions", "/positions?actor=nobody", "/formulations", "/record", "/compare",
                 "/formulations?phrase=harbour&by=month", "/formulations?phrase=zebra"):  # fmt: skip
        for ui in ("en", "zh"):
            key = f"{guard.cookie(8765)}={reader.cookies[guard.cookie(8765)]}"
            answer = reader.get(path, headers={"cookie": f"{key}; onrecord-ui={ui}"})
            assert answer.status_code == 200, (path, answer.text)
            assert "<h1" in answer.text


def test_positions_and_their_sentences(reader: TestClient, folder: Path) -> None:
    """Each cell of the table has its sentences, and an empty one says that no statement is held."""
    table = reader.get("/api/positions").json()
    with Record.open(folder) as record:
        cells = record.positions().cells
    assert sum(cell is not None for row in table["rows"] for cell in row["cells"]) == len(cells) > 0
    for cell in cells:
        said = reader.get("/api/positions/cell", params={"row": cell.row, "column": cell.column}).json()
        assert len(said["quotations"]) == cell.tally.positions
    assert reader.get("/positions").text.count("no statement held") == sum(
        cell is None for row in table["rows"] for cell in row["cells"]
    )


def test_every_kind_of_column_has_its_place() -> None:
    """Columns are ordered by kind, and no kind that the record gives is unknown to the page."""
    assert set(RANK) == set(get_args(Kind))


def test_trace_of_any_words(reader: TestClient, folder: Path) -> None:
    """The trace of a phrase is the record's, and always says when the record starts."""
    answer = reader.get("/api/formulations", params={"phrase": "harbour"}).json()["trace"]
    with Record.open(folder) as record:
        trace = record.trace("harbour")
    assert trace is not None
    assert sum(p["uses"] for p in answer["periods"]) == sum(p.uses for p in trace.periods)
    assert "which starts 2024-01-05" in reader.get("/formulations", params={"phrase": "harbour"}).text


def test_record_screen_counts_what_is_held(reader: TestClient, folder: Path) -> None:
    """Counts are the record's, and each spread sums to the number of statements."""
    answer = reader.get("/api/record").json()
    with Record.open(folder) as record:
        assert answer["counts"] == record.counts()
    for values in answer["spread"].values():
        assert sum(count for _, count in values) == answer["counts"]["statement"]


def test_statements_side_by_side_and_quotations(reader: TestClient, folder: Path) -> None:
    """The rows are the record's pairs, a quotation has its receipt, and what cannot be compared is a sentence."""
    with Record.open(folder) as record:
        names = [s.id for s in record.statements() if s.lang == "en"]
        (pairs,) = [found.pairs for found in record.compare(*names[:2])]
        held = record.show(names[0])
    answer = reader.get("/api/compare", params={"id": names[:2]}).json()
    assert len(answer["sections"][0]["rows"]) == len(pairs)
    page = html.unescape(re2.sub("<[^>]*>", "", reader.get("/compare", params={"id": names[:2]}).text))
    assert all(row[side]["words"] in page for row in answer["sections"][0]["rows"] for side in ("one", "other"))
    words = held.blocks[-1].span.of(held.text.chars)
    asked = reader.get("/api/compare", params={"quotation": words}).json()
    assert asked["receipts"][0]["verdict"] in ("verbatim", "formal")
    assert reader.get("/compare", params={"id": [names[0]]}).status_code == 400


def test_a_claim_has_its_own_address(reader: TestClient, folder: Path) -> None:
    """Each line of the list of claims leads to a page with the claim's facts, rule and characters, or to a sentence."""
    with Record.open(folder) as record:
        for one in record.statements():
            for claim in claims(record.show(one.id)):
                page = html.unescape(reader.get(f"/statement/{one.id}", params={"claim": claim.id}).text)
                assert f"{claim.span.start}–{claim.span.end}" in page
                assert claim.rule in page
                assert all(
                    value.removeprefix("not ") in page for name, value in claim.facts if name not in ("act", "mode")
                )
        assert reader.get(f"/statement/{one.id}?claim=zz").status_code == 404


def test_no_page_at_an_address_is_said_in_the_reader_s_language(reader: TestClient) -> None:
    """A wrong address is a page with a sentence, and for programs a code."""
    assert "There is no page at this address." in reader.get("/nowhere").text
    assert "此地址没有页面" in reader.get("/nowhere?ui=zh").text
    assert reader.get("/api/nowhere").json()["code"] == "no_such_address"


def test_every_reason_and_common_error_is_in_each_language(reader: TestClient) -> None:
    """Each reason code has a sentence in Chinese; what is wrong with a question is said in the reader's language."""
    chinese, english = Sentences.load("zh"), Sentences.load("en")
    assert chinese.reasons.keys() == english.reasons.keys() == {code.value for code in Reason}
    assert not set(chinese.reasons.values()) & set(english.reasons.values())
    for form, own in chinese.errors.items():
        assert own.count("{}") <= form.count("{}"), form
        assert chinese.error(form.replace("{}", "7")) == own.replace("{}", "7")
    for path, own in (
        ("/?q=a&since=then", "不是日期"), ("/?q=%22", "没有可检索的词"), ("/statement/zz", "没有编号以"),
        ("/positions?act=dance", "没有名为"), ("/positions?since=then", "不是日期"),
        ("/compare?id=a&id=b&id=c&id=d&id=e", "最多并排"), ("/formulations?phrase=a&since=x", "不是带年份的日期"),
    ):  # fmt: skip
        page = reader.get(f"{path}{'&' if '?' in path else '?'}ui=zh").text
        assert own in page, path
        assert own not in reader.get(f"{path}{'&' if '?' in path else '?'}ui=en").text


def test_reasons_are_told_in_the_readers_language(tmp_path: Path) -> None:
    """What was set aside, and why, on the page of the record."""
    with Store.open(tmp_path / "record", write=True, create=True) as store:
        store.put([Entry(SetAside("none.txt", "empty", ""))])
    built = app.build(lambda: Record.open(tmp_path / "record"), guard.rules(8765, "key-of-this-start"))
    client = TestClient(built, base_url="http://127.0.0.1:8765", cookies={guard.cookie(8765): "key-of-this-start"})
    assert "the file has no bytes" in client.get("/record?ui=en").text
    assert "文件没有任何字节" in client.get("/record?ui=zh").text


def test_whose_words_a_position_stands_in_is_said(reader: TestClient, folder: Path) -> None:
    """On the cards of a statement and beside the sentences of a cell, as the command line prints it."""
    with Record.open(folder) as record:
        cell = record.positions().cells[0]
        (told, *_) = record.quotations(cell.row, cell.column)
    asked = {"row": cell.row, "column": cell.column}
    assert told.voice is not None
    said = reader.get("/api/positions/cell", params=asked).json()["quotations"][0]["voice"]
    assert (said["mode"], said["utterance"]) == (told.voice.mode, told.position.utterance)
    assert "said by the page itself" in reader.get("/positions/cell", params=asked).text
    assert "by the page itself" in reader.get(f"/statement/{told.statement}", params={"claim": told.id}).text


def test_claims_stand_in_the_order_of_the_text(reader: TestClient, folder: Path) -> None:
    """`j` and `k` walk down the text: the list and the API have claims by their first character, longest first."""
    with Record.open(folder) as record:
        for one in record.statements():
            held = reader.get(f"/api/statement/{one.id}").json()["claims"]
            places = [(claim["span"]["start"], -claim["span"]["end"]) for claim in held]
            assert places == sorted(places)


def test_a_quotation_stands_in_its_paragraph_as_it_is(reader: TestClient) -> None:
    """Around the words of a receipt no character is put in and none is marked as left out that is there."""
    page = reader.get("/compare", params={"quotation": "opposes the harbour tariff"}).text
    assert (
        '<p>The Government of Auria <mark class="differs">opposes the harbour tariff</mark> and welcomes the talks on '
        "fisheries.</p>"
    ) in page


def test_a_hit_is_cut_between_words() -> None:
    """Half words at the ends of a line are left out, with "…" for what is missing; a whole block has none."""
    block, words = Span(0, 400), "reign Ministry said that the "
    hit = Hit(
        "s", "source", "text", block, "body", (Span(100, 107),), words, "harbour", " will stay open for all shi", "en"
    )
    assert writing.context(hit) == "…Ministry said that the <mark>harbour</mark> will stay open for all…"


def test_a_voice_is_named_as_it_speaks() -> None:
    """A quoted minister with his office and state; nobody where a label stands for the name; the page where no
    utterance is."""
    one = Utterance("u1", Span(0, 4), "direct", "cue", speaker=Speaker("Ana Ray"), capacity="Minister", country="AU")
    assert voices.facts(voices.voice(one, "u1")) == [
        ("voice", "Ana Ray"), ("capacity", "Minister"), ("country", "AU"), ("mode", "direct"),
    ]  # fmt: skip
    assert voices.voice(replace(one, rule=LABEL_WORD), "u1").name == voices.NAMELESS
    assert voices.facts(voices.voice(None, "u2")) == [("mode", "narration")]


def test_a_record_too_large_to_check_on_a_page_says_so(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is asked for, with the verb that checks it, in place of the button."""
    assert "Check every hash" in reader.get("/record?ui=en").text
    monkeypatch.setattr(holdings, "MOST_CHECKED", 2)
    page = reader.get("/record?ui=zh").text
    assert "onrecord check --record" in page
    assert "页面最多校验 2 个来源" in page
    assert "hx-post" not in page


def test_the_api_documents_itself_offline(reader: TestClient) -> None:
    """`/api` has every address with its values and every shape that an answer points at, and loads nothing."""
    document, page = reader.get("/api/openapi.json").json(), lxml.html.fromstring(reader.get("/api").text)
    words = page.text_content()
    for path, methods in document["paths"].items():
        assert path in words
        for told in methods.values():
            assert all(one["name"] in words for one in told.get("parameters", ()))
    ids = {one.get("id") for one in page.iter() if one.get("id")}
    assert all(str(a.get("href"))[1:] in ids for a in page.iter("a") if str(a.get("href")).startswith("#"))
    assert page.xpath("//script[not(starts-with(@src, '/static/'))]") == []
    assert "API" in reader.get("/").text.partition("<footer>")[2]


def test_hits_without_a_month_say_why_there_is_no_chart(tmp_path: Path) -> None:
    """Where no hit has a month there is a sentence in the place of the chart."""
    (tmp_path / "a.txt").write_text("The Government of Auria opposes the harbour tariff.")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path / "a.txt"], workers=1)
    built = app.build(lambda: Record.open(tmp_path / "record"), guard.rules(8765, "key"))
    client = TestClient(built, base_url="http://127.0.0.1:8765", cookies={guard.cookie(8765): "key"})
    assert "1 passage, whose month is not known: no chart." in client.get("/?q=harbour").text


def test_commands_on_the_record_page_are_whole(reader: TestClient) -> None:
    """Commands say that the folder's path is the reader's to give, and stand as code."""
    shown = reader.get("/record").text
    for verb in ("check",):
        assert f"<code>onrecord {verb} --record PATH/record</code>" in shown
    assert "`" not in shown
