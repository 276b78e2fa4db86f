"""Links between versions: found when statements are added, kept, shown, made again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from onrecord import Record
from onrecord.cli.app import build
from onrecord.compare.link import Common, Stated, within
from onrecord.compare.translated import Sentences, aligned
from onrecord.model import Span, VersionLink
from onrecord.text.align import Alignment, Bead

HARBOUR = (
    "The harbour of Corvane stays open to every vessel of the league, and no fee will be asked before the spring. "
    "Our pilots wait at the outer light for those who do not know the sands, as they have done for a hundred years."
)
HERRING = (
    "The ministry of trade of Corvane has opened an inquiry into the price of salted herring from the northern sheds. "
    "Buyers who paid more than eleven crowns for a barrel may write to the bureau until the end of the month."
)
REPORT = (
    "Corvane has answered the league twice. “The harbour of Corvane stays open to every vessel of the league, "
    "and no fee will be asked before the spring,” a speaker said on Tuesday.\n\nA day earlier its merchants had heard "
    "that “buyers who paid more than eleven crowns for a barrel may write to the bureau until the end of the month,” "
    "which few of them had expected after so quiet a winter on the northern coast."
)
SNOW = (
    "Nobody in the valley had seen so much snow since the old bridge was built, and the mill stood still for nine days."
)
ROWS = [
    ("harbour", "2031-03-04", "Corvane Foreign Ministry", f"Answer on the harbour\n\n{HARBOUR}\n"),
    ("herring", "2031-03-03", "Corvane Ministry of Trade", f"Notice on herring\n\n{HERRING}\n"),
    ("report", "2031-03-05", "The Lantern", f"Two answers\n\n{REPORT}\n"),
    ("snow", "2031-03-05", "Valley Gazette", f"Snow\n\n{SNOW}\n"),
]


def add(folder: Path, names: list[str]) -> None:
    """Add the rows of these names to the record of a folder."""
    rows = [dict(zip(("id", "date", "publisher", "text"), row, strict=True)) for row in ROWS if row[0] in names]
    path = folder / f"{'-'.join(names)}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with Record.open(folder / "record", write=True) as record:
        record.add([path], workers=1)


def named(record: Record) -> dict[tuple[str, str], VersionLink]:
    """The links held, by the documents' own ids."""
    ids = record.document_ids([name for one in record.links() for name in (one.one, one.other)])
    return {(ids[one.one], ids[one.other]): one for one in record.links()}


def test_a_report_that_merges_two_statements_is_linked_to_both_by_its_passages(tmp_path: Path) -> None:
    """Each link has the places of its own statement's words, and nothing links what has no word in common."""
    add(tmp_path, ["harbour", "herring", "report", "snow"])
    with Record.open(tmp_path / "record") as record:
        found = named(record)
        assert set(found) == {("report", "harbour"), ("report", "herring")}
        for (_, source), words in (
            (("", "harbour"), "no fee will be asked before the spring"),
            (("", "herring"), "may write to the bureau"),
        ):
            one = found["report", source]
            assert one.kind == "report"
            assert one.rule
            text, other = record.show(one.one).text.chars, record.show(one.other).text.chars
            assert any(words in text[p[0] : p[1]] and words in other[p[2] : p[3]] for p in one.passages)


def test_what_is_added_later_is_linked_to_what_is_held(tmp_path: Path) -> None:
    """Statements added one by one have the links that they have when they are added at once."""
    add(tmp_path, ["report"])
    for name in ("snow", "herring", "harbour"):
        add(tmp_path, [name])
    with Record.open(tmp_path / "record") as record:
        found = named(record)
        assert set(found) == {("report", "harbour"), ("report", "herring")}
        report = found["report", "harbour"].one
        assert {one.other for one in record.versions(report[:8])} == {one.other for one in found.values()}


def test_links_made_again_are_the_same(tmp_path: Path) -> None:
    """`link(anew=True)` throws the links away and finds the same; a second run finds nothing to do."""
    add(tmp_path, ["harbour", "report"])
    with Record.open(tmp_path / "record", write=True) as record:
        before = record.links()
        assert record.link().statements == 0
        assert record.link(anew=True).statements == 2
        assert record.links() == before != []


@pytest.mark.parametrize("as_json", [False, True])
def test_the_command_prints_links(tmp_path: Path, as_json: bool) -> None:
    """`onrecord link` names both statements and why; as JSON with the documents' own ids, too."""
    add(tmp_path, ["harbour", "report"])
    arguments = ["link", "--record", str(tmp_path / "record")]
    done = CliRunner().invoke(build(), [*arguments, "--json"] if as_json else arguments)
    assert done.exit_code == 0
    if as_json:
        (line,) = done.output.splitlines()
        assert [json.loads(line)[key] for key in ("a", "b", "kind")] == ["report", "harbour", "report"]
    else:
        assert "report  0." in done.output
        assert "1 link (1 report)" in done.output


SAID_ZH = """中国外交部发言人就北部海峡问题答记者问
2025年3月12日

问：据报道，特沙尔计划在北部海峡新建7座灯塔。中方对此有何评论？

答：中方对特方的单方面行动表示严重关切。中方敦促特方立即停止在争议岛屿建设灯塔。我们已经向特方提出严正交涉。

2024年，两国共同处理了38起海上事件。中方愿通过对话协商解决分歧。任何国家都不应把航行合作变成政治工具。
"""
TOLD_EN = """China protests against lighthouses in strait
By Ada Marsh, Corvane Times, March 13, 2025

“No country should turn cooperation on navigation into a political tool,” China’s foreign ministry said.

“China is seriously concerned about the unilateral action of Teshar,” she told reporters.

Wheat was little changed. The price of copper rose 2 percent on Thursday, and banks expect a quiet week.
"""


def test_a_report_in_another_language_of_answers_of_an_unknown_outlet(tmp_path: Path) -> None:
    """Questions and answers are an official text by their form: a report that translates its words is linked to it,
    though both stand in plain files and hardly anything else is held."""
    (tmp_path / "said.txt").write_text(SAID_ZH, encoding="utf-8")
    (tmp_path / "told.txt").write_text(TOLD_EN, encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([tmp_path / "said.txt", tmp_path / "told.txt"], workers=1)
        (link,) = record.links()
        assert link.kind == "report"
        assert record.show(link.one).statement.lang == "en"


@pytest.mark.parametrize("official", [False, True])
def test_no_text_of_officials_is_the_report_of_a_report(official: bool) -> None:
    """A report of the day before an official text, or a statement, that shares its words is the report of it."""
    told = Stated("told", "en", 1000, 0, 1000, ((10, 10),), reports=True, quoted=((100, 400),))
    said = Stated("said", "en", 1000, 0, 1000, ((11, 11),), by_form=official)
    void = np.zeros(1000, bool)
    (link,) = within(said, {"told": told}, [Common("told", (100, 400), (100, 400), 300.0)], void)
    assert (link.kind, link.one, link.other) == ("report", "told", "said")


@pytest.mark.parametrize(
    ("mine", "other", "states", "linked"),
    [("", "", True, False), ("", "xv-mfa", True, False), ("xt-mfa", "xv-mfa", True, True), ("", "", False, True)],
)
def test_formulas_of_two_speeches_make_no_version(mine: str, other: str, states: bool, linked: bool) -> None:
    """Two statements, one of an outlet that nobody knows, are versions by a third of their words only; reports, and
    official texts of known outlets, by fewer."""
    days = ((740000, 740000),)
    one = Stated("s1", "en", 4000, 0, 4000, days, mine, official=bool(mine), states=states)
    held = Stated("s2", "en", 4000, 0, 4000, days, other, official=bool(other), states=states)
    few = [Common("s2", (at, at + 80), (at, at + 80), 60.0) for at in range(0, 1000, 200)]
    void = np.zeros(4000, bool)
    assert bool(within(one, {"s2": held}, few, void)) is linked
    most = [Common("s2", (0, 2400), (0, 2400), 1500.0)]
    assert within(one, {"s2": held}, most, void)


def test_the_share_told_is_of_all_passages() -> None:
    """A passage with a changed number counts in the share that is told."""
    days = ((740000, 740000),)
    report, short = (
        Stated("s1", "en", 3000, 0, 3000, days, "wire"),
        Stated("s2", "en", 500, 0, 500, days, "xt", official=True),
    )
    common = [Common("s2", (0, 400), (0, 400), 300.0, "number"), Common("s2", (500, 540), (450, 490), 30.0)]
    (link,) = within(report, {"s2": short}, common, np.zeros(3000, bool))
    assert dict(link.told)["shared"] == "15% / 88%"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """`onrecord link FILE` says that there is no such file, and not that it holds no link."""
    done = CliRunner().invoke(build(), ["link", str(tmp_path / "nothing.jsonl")])
    assert done.exit_code not in (0, 3)
    assert "there is no file" in str(done.exception)


def test_no_link_leaves_linking_to_the_verb(tmp_path: Path) -> None:
    """`add --no-link` keeps statements without links; `link` on a file of documents needs no record."""
    path = tmp_path / "rows.jsonl"
    rows = [dict(zip(("id", "date", "publisher", "text"), row, strict=True)) for row in ROWS]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    record = str(tmp_path / "record")
    assert CliRunner().invoke(build(), ["add", str(path), "--no-link", "--record", record]).exit_code == 0
    with Record.open(record) as held:
        assert held.links() == []
    done = CliRunner().invoke(build(), ["link", str(path), "--json"])
    assert {(json.loads(one)["a"], json.loads(one)["b"]) for one in done.output.splitlines()} == {
        ("report", "harbour"), ("report", "herring"),
    }  # fmt: skip


def test_many_new_statements_wait_for_the_verb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a few are not linked by adding them, which says so; `link` does it, and then none wait."""
    monkeypatch.setattr("onrecord.record.record.AT_ONCE", 3)
    path = tmp_path / "rows.jsonl"
    rows = [dict(zip(("id", "date", "publisher", "text"), row, strict=True)) for row in ROWS]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    record = str(tmp_path / "record")
    done = CliRunner().invoke(build(), ["add", str(path), "--record", record])
    assert "4 statements not yet linked to other versions: `onrecord link" in done.output
    with Record.open(record, write=True) as held:
        assert (held.unlinked(), held.links()) == (4, [])
        held.link()
        assert (held.unlinked(), len(held.links())) == (0, 2)


ENGLISH = (
    "The government firmly opposes the new export restrictions. The restrictions damage trade among 12 countries. "
    "The two sides held talks in March 2031 and signed 3 agreements on energy and agriculture. "
    "The government will take the necessary measures to protect its companies. Science and technology should serve "
    "peace."
)
CHINESE = (
    "政府坚决反对新的出口限制。这些限制损害12个国家之间的贸易。双方于2031年3月举行会谈，签署了3项能源和农业协议。"
    "政府将采取必要措施保护其企业。科学技术应当服务于和平。"
)
OTHER = "下午在河边的公园里举行了音乐会。孩子们唱了7首歌，观众很高兴。雨停以后大家一起回家。"


def test_a_translation_is_found_among_texts_of_near_days(tmp_path: Path) -> None:
    """Sentences that answer to each other make a translation; another text of that day or of another year is none."""
    rows = [
        ("en", "2031-03-04", ENGLISH), ("zh", "2031-03-05", CHINESE), ("zh-other", "2031-03-04", OTHER),
        ("zh-late", "2033-03-04", CHINESE.replace("3项", "4项")),
    ]  # fmt: skip
    path = tmp_path / "rows.jsonl"
    lines = [json.dumps({"id": id, "date": date, "text": text}, ensure_ascii=False) for id, date, text in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Record.open(tmp_path / "record", write=True) as record:
        record.add([path], workers=1)
        found = named(record)
        assert found["zh", "en"].kind == "translation"
        assert found["zh", "en"].rule == "aligned"
        assert ("zh-other", "en") not in found
        assert ("zh-late", "en") not in found


def test_a_report_of_an_official_text_in_another_language_is_no_translation() -> None:
    """What a wire has of a ministry's text is a report, unless it is the whole of it; a ministry translates itself."""
    spans = tuple(Span(10 * n, 10 * n + 10) for n in range(10))
    own = Stated("m", "en", 100, 0, 100, ((100, 100),), outlet="ministry", official=True)
    wire = Stated("w", "fr", 100, 0, 100, ((101, 101),), outlet="wire", reports=True)
    itself = replace(wire, official=True, reports=False)
    for made, pairs, kind in ((wire, 7, "report"), (wire, 10, "translation"), (itself, 7, "translation")):
        beads = tuple(Bead((n,), (n,), 5.0, (0.9, 0.9)) for n in range(pairs))
        sides = [Sentences(one, spans, ("words",) * 10) for one in (own, made)]
        link = aligned(*sides, Alignment(beads, ("en", "fr")), 2.0)
        assert link
        assert (link.kind, link.one) == (kind, "w")
    faint = [Bead((n,), (n,), 5.0, (0.2, 0.3)) for n in range(7)]
    sides = [Sentences(one, spans, ("words",) * 10) for one in (own, itself)]
    assert aligned(*sides, Alignment(tuple(faint), ("en", "fr")), 5.0) is None
    assert aligned(*sides, Alignment(tuple(faint), ("en", "fr")), 5.0, stands_out=True)


def test_show_list_and_compare_know_the_versions(tmp_path: Path) -> None:
    """`show` names the other versions, `list` counts them, and `compare` of one id alone takes them."""
    add(tmp_path, ["harbour", "report", "snow"])
    folder = str(tmp_path / "record")
    with Record.open(folder) as record:
        (link,) = record.links()
        (comparison,) = record.compare(link.one)
        assert comparison.other.statement.id == link.other
    shown = CliRunner().invoke(build(), ["show", link.other, "--layer", "statement", "--record", folder]).output
    assert "versions" in shown
    assert f"report  {link.one}" in shown
    listed = CliRunner().invoke(build(), ["list", "--record", folder]).output
    assert listed.count("1 version") == 2
