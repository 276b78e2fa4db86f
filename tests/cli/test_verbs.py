"""The verbs as a user meets them: whole outputs, errors and exit statuses."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import jsonschema

Run = Callable[..., tuple[int, str, str]]
QA = """Question: How does Valdoria see the harbour tariff?
Embassy Spokesperson: Valdoria opposes the harbour tariff. Trade should serve all coasts.
"""


def test_version(run: Run) -> None:
    """The version is one line."""
    from onrecord import __version__

    assert run("--version") == (0, f"onrecord {__version__}\n", "")


def test_adding_a_missing_path_is_one_sentence(run: Run) -> None:
    """What is wrong, where, what to do, and a code; nothing is made."""
    expected = "onrecord: there is no file or folder nope; check the path [input]\n"

    assert run("add", "nope") == (1, "", expected)
    assert not Path("onrecord-record").exists()


def test_searching_without_a_record_says_how_to_make_one(run: Run) -> None:
    """A missing record is one sentence."""
    expected = (
        "onrecord: onrecord-record holds no record; make one with `onrecord add ... --record onrecord-record` [input]\n"
    )

    assert run("search", "x") == (1, "", expected)


def test_add_then_add_again(run: Run, tmp_path: Path) -> None:
    """The summary says what was kept and understood; the second run says that nothing changed."""
    Path("qa.txt").write_text(QA, encoding="utf-8")
    Path("empty.txt").touch()

    status, out, err = run("add", "qa.txt", "empty.txt", "--workers", "1")

    assert (status, err) == (0, "")
    assert out == (
        "  plain text  1 new\n"
        "  understood: 1 statement (1 qa; 1 en), 2 utterances; 1 without a date\n"
        f"  set aside: {tmp_path}/empty.txt: empty: no bytes\n"
        "record: onrecord-record\n"
    )
    assert run("add", "qa.txt", "--workers", "1") == (
        0,
        "  1 file held already, with the same bytes: nothing changed\nrecord: onrecord-record\n",
        "",
    )


def test_events_as_json(run: Run) -> None:
    """With --json each event is a line, and the last is the sum."""
    Path("qa.txt").write_text(QA, encoding="utf-8")

    _, out, _ = run("add", "qa.txt", "--json", "--workers", "1")
    first, last = [json.loads(line) for line in out.splitlines()]

    assert (first["outcome"], first["media_type"], first["statements"][0]["form"]) == ("new", "text/plain", "qa")
    assert last["summary"]["documents"] == {"text/plain": {"new": 1}}


def test_search_finds_words_phrases_and_nothing(run: Run) -> None:
    """Hits carry speaker and place; nothing found is exit status 3."""
    Path("qa.txt").write_text(QA, encoding="utf-8")
    run("add", "qa.txt", "--workers", "1")

    status, out, _ = run("search", "opposes", "--json")
    hit = json.loads(out)

    assert (status, hit["match"], hit["speaker"]) == (0, "opposes", "Embassy Spokesperson")
    assert QA[hit["start"] : hit["end"]] == "opposes"
    assert run("search", "harbour opposes")[0] == 3
    assert run("search", "harbour", "opposes")[0] == 0
    assert run("search", "harbour", "opposes")[1].count("[") == 2
    assert run("search", "opposes", "--lang", "fr")[1].startswith("nothing among what the options leave holds")
    assert "before it begins" in run("search", "x", "--since", "2025-02", "--until", "2025-01")[2]
    assert "EDTF" in run("search", "x", "--since", "yesterday")[2]
    assert "not both" in run("search", "x", "--json", "--csv")[2]
    assert run("search", "zeppelin") == (
        3,
        "nothing in the record holds zeppelin; `--stem` finds other forms of a word too\n",
        "",
    )


def test_a_wrong_choice_names_the_choices(run: Run) -> None:
    """A form that does not exist is answered with those that do."""
    assert run("search", "x", "--form", "poem") == (
        1,
        "",
        "onrecord: no form is called 'poem'; there are: transcript, qa, statement, report, repost [input]\n",
    )


def test_csv_cells_are_no_formulas(run: Run) -> None:
    """A cell that a spreadsheet would run gets an apostrophe."""
    Path("qa.txt").write_text("Question: What?\n=1+1 Spokesperson: =cmd() zebra\n", encoding="utf-8")
    run("add", "qa.txt", "--workers", "1")

    _, out, _ = run("search", "zebra", "--csv")

    assert '"=' not in out
    assert "zebra" in out


def test_control_characters_do_not_reach_the_terminal(run: Run) -> None:
    """Escape sequences in a document are shown as marks."""
    Path("esc.txt").write_bytes(b"A zebra \x1b[31mred\x1b[0m and \x1b]0;title\x07 more.\n")
    run("add", "esc.txt", "--workers", "1")

    _, out, _ = run("search", "zebra")

    assert "\x1b" not in out
    assert "\\x1b" in out


def test_process_keeps_order_and_number_of_lines(run: Run) -> None:
    """Every line gets one result in its place; wrong lines get an error; texts are unchanged."""
    from onrecord.export.dossier import schema

    text = "\ufeffNews\r\n\r\nA\u00adb \U0001f600 says hello.  "
    lines = [
        json.dumps({"id": "a", "text": text}),
        "not json",
        json.dumps({"id": "c", "path": "missing.txt"}),
        '{"id": "d", "text": "\\ud800"}',
        json.dumps({"id": "e"}),
        "",
        json.dumps({"id": 6, "text": QA, "date": "2025-01-02", "lang": "en"}),
    ]
    Path("in.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

    status, _, err = run("process", "in.jsonl", "--out", "out.jsonl", "--workers", "2")
    results = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]

    assert (status, err) == (0, "")
    assert [r["id"] for r in results] == ["a", None, "c", "d", "e", None, 6]
    assert [r.get("error", {}).get("reason") for r in results] == [
        None, "bad_json", "unreadable", "bad_unicode", "bad_json", "bad_json", None,
    ]  # fmt: skip
    assert results[0]["dossier"]["text"]["chars"] == text
    jsonschema.validate(results[6]["dossier"], schema())


def test_process_one_file_and_a_container(run: Run) -> None:
    """A file gives one dossier; a container is refused with its code."""
    Path("qa.txt").write_text(QA, encoding="utf-8")
    Path("set.json").write_text(json.dumps([{"text": "a"}, {"text": "b"}]), encoding="utf-8")

    status, out, _ = run("process", "qa.txt")

    assert status == 0
    assert json.loads(out)["text"]["chars"] == QA
    status, out, err = run("process", "set.json")
    assert (status, out) == (1, "")
    assert err.endswith("[container]\n")


def test_show_says_where_values_come_from(run: Run) -> None:
    """Each value has its rule, and the utterances have their speakers."""
    Path("qa.txt").write_text(QA, encoding="utf-8")
    _, out, _ = run("add", "qa.txt", "--json", "--workers", "1")
    name = json.loads(out.splitlines()[0])["statements"][0]["id"]

    status, out, _ = run("show", name[:9])

    assert status == 0
    assert "Embassy Spokesperson" in out
    assert "date" in out
    assert "nothing says so" in out
    assert run("show", "sffff")[0] == 1
    assert run("show", str(Path("qa.txt").absolute()))[1] == out


def test_known_things(run: Run) -> None:
    """Languages, readers, packs and the schema are printed."""
    assert "العربية (Arabic)" in run("languages")[1]
    assert "warc" in run("readers")[1].lower()
    assert "sample" in run("packs")[1]
    assert json.loads(run("schema", "dossier")[1])["title"] == "Onrecord dossier"
    assert run("schema", "nothing")[2] == "onrecord: no schema is called 'nothing'; there is: dossier [input]\n"


def test_doctor_passes_here(run: Run) -> None:
    """Nothing is bad on a machine that runs the tests."""
    status, out, _ = run("doctor")

    assert status == 0
    assert "sqlite" in out
    assert "worker_cpu_s" in run("doctor", "--limits")[1]


def test_check_of_a_sound_record(run: Run) -> None:
    """A sound record is said to be well; a changed original is found."""
    Path("qa.txt").write_text(QA, encoding="utf-8")
    run("add", "qa.txt", "--workers", "1")

    status, out, _ = run("check")

    assert status == 0
    assert out.endswith("all is well\n")


def test_a_date_left_open_shows_the_word_that_leaves_it_open(run: Run) -> None:
    """A weekday alone dates nothing, and is shown as the reason."""
    text = "Valdoria opposes the harbour tariff, the Foreign Ministry said at a press conference on Tuesday.\n"
    Path("news.txt").write_text(text, encoding="utf-8")
    run("add", "news.txt", "--workers", "1")

    _, out, _ = run("show", str(Path("news.txt").absolute()), "--layer", "statement")

    assert 'left open: "Tuesday"' in out


ROW = {
    "text": "Norland regrets the rule, which closes the sea to others and to us.",
    "title": "On the ports rule",
    "author": "Ana Soler",
    "url": "https://norland.example/ports",
}


def test_what_only_the_carrier_tells_is_shown(run: Run) -> None:
    """A data set's title and author stand in `show`, each with the column; `list` has the title."""
    Path("rows.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    run("add", "rows.jsonl", "--workers", "1")

    shown = run("show", ROW["url"], "--layer", "statement")[1]

    assert "  title: On the ports rule  by told told:field:title\n" in shown
    assert "  author  Ana Soler  by told told:field:author\n" in shown
    assert "On the ports rule" in run("list")[1]


def test_dates_that_do_not_count_are_shown_below_the_one_that_does(run: Run) -> None:
    """Each other date that was found has a line of its own, with its rule."""
    meta = '<meta property="article:published_time" content="2024-01-28">'
    words = "<p>Norland regrets the rule, which closes the sea to others and to us.</p>"
    page = f"<html><head><title>On the rule</title>{meta}</head><body><h1>On the rule</h1><div>2024-01-29</div>{words}"
    Path("page.html").write_text(page, encoding="utf-8")
    run("add", "page.html", "--workers", "1")

    lines = [" ".join(line.split()) for line in run("show", str(Path("page.html").resolve()))[1].splitlines()]

    at = next(n for n, line in enumerate(lines) if line.startswith("published 2024-01-29 by beside title"))
    assert lines[at + 1] == "not 2024-01-28 by markup meta:article:published_time"


def test_notices_are_listed_by_document(run: Run) -> None:
    """`add` counts notices, and `list --notices` says which document each is about."""
    Path("page.txt").write_text("Unofficial translation\n\nNorland regrets the rule.", encoding="utf-8")

    assert "(`onrecord list --notices` names the documents)" in run("add", "page.txt", "--workers", "1")[1]

    status, out, _ = run("list", "--notices")
    assert status == 0
    assert out.startswith(f"  translation  {Path('page.txt').resolve()}  the page says so: 'Unofficial translation'\n")
    assert json.loads(run("list", "--notices", "--json")[1])["notice"]["reason"] == "translation"


def test_a_database_cut_short_is_one_sentence_that_helps(run: Run) -> None:
    """`check` of a truncated database says what to do, and does not send the reader to `check`."""
    Path("qa.txt").write_text(QA, encoding="utf-8")
    run("add", "qa.txt", "--workers", "1")
    database = Path("onrecord-record/record.sqlite")
    os.truncate(database, database.stat().st_size // 2)

    status, _, err = run("check")

    assert status == 1
    assert "restore a backup" in err
    assert "onrecord-record/originals" in err
    assert "run `onrecord check" not in err


def test_revisions_and_copies_can_be_told_apart(run: Run) -> None:
    """Lists, hits and `show` say which revision and whose copy a statement is; folded, a hit names the others."""
    rows = [
        {"text": QA, "url": "https://veil.example/1"},
        {"text": QA + "\nMore.\n", "url": "https://veil.example/1"},
        {"text": QA.replace("opposes", "opposes "), "url": "https://veil.example/2"},
    ]
    Path("rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run("add", "rows.jsonl", "--workers", "1")
    names = {"revision 1 of 2", "revision 2 of 2", "copy of"}

    _, listed, _ = run("list")
    found = [[name for name in names if name in line] for line in listed.splitlines()]
    assert sorted(map(sorted, found)) == [[], ["copy of"], ["revision 1 of 2"], ["revision 2 of 2"]]
    assert all(name in run("search", "opposes")[1] for name in names)
    assert "stands for 2 statements with the same words: also s" in run("search", "opposes", "--fold-copies")[1]
    second = next(line.split()[0] for line in listed.splitlines() if "revision 2" in line)
    assert "\n  revision 2 of 2\n" in run("show", second)[1]
