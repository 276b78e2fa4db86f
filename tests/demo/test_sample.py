"""The bundled sample, read through the whole line: who, in which capacity, when, in which language and form."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord import collect, demo, knowledge, pipeline
from onrecord.errors import Refused
from onrecord.model import Dossier, SetAside, Statement

HERE = Path(__file__).parent
ROWS: list[dict[str, Any]] = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
FIELDS = ("lang", "form", "date", "published", "publisher", "authority", "formulations", "voices")
LANGUAGES = {"en", "zh-Hans", "fr", "ru", "es", "ar"}


@cache
def _read() -> dict[tuple[str, int], Dossier | str]:
    """Every part of every document, as a dossier or as the reason why there is none."""
    know = knowledge.load()
    found: dict[tuple[str, int], Dossier | str] = {}
    for file in demo.documents():
        for part, source in enumerate(collect.expand(file.read_bytes(), file.name, file.name)):
            if isinstance(source, SetAside):
                found[file.name, part] = source.reason
                continue
            try:
                found[file.name, part] = pipeline.process(source, know)
            except Refused as refused:
                found[file.name, part] = refused.reason.value
    return found


def _statement(row: dict[str, Any]) -> tuple[Dossier, Statement]:
    dossier = _read()[row["file"], row["part"]]
    assert isinstance(dossier, Dossier)
    return dossier, dossier.statements[row["statement"]]


def _value(row: dict[str, Any], field: str) -> object:
    dossier, statement = _statement(row)
    if field == "formulations":
        return sorted({o.formulation for o in dossier.occurrences if statement.span.covers(o.span)})
    if field != "voices":
        return getattr(statement, field)
    chars = dossier.text.chars
    voices = [u for u in dossier.utterances if u.statement == statement.id and (u.speaker or u.mode != "narration")]
    return [
        [u.mode, *((u.speaker.name, u.speaker.actor) if u.speaker else (None, None)), u.capacity, u.country,
         u.span.of(chars).split("\n")[0][:24]]
        for u in voices
    ]  # fmt: skip


def _pins() -> list[Any]:
    """One test for each pinned field; a field under "gaps" is known to be wrong and must stay listed until mended."""
    gap = pytest.mark.xfail(strict=True, reason="known failure")
    pins = []
    for row in ROWS:
        name = f"{row['file']}#{row['part']}.{row.get('statement', '')}"
        pins += [pytest.param(row, f, row[f], id=f"{name} {f}") for f in FIELDS if f in row]
        pins += [pytest.param(row, f, v, id=f"{name} {f}", marks=gap) for f, v in row.get("gaps", {}).items()]
    return pins


@pytest.mark.parametrize(("row", "field", "expected"), _pins())
def test_reading(row: dict[str, Any], field: str, expected: object) -> None:
    """Each statement of the sample is read as a careful reader would."""
    assert _value(row, field) == expected


def test_nothing_more_and_nothing_less() -> None:
    """Every part and statement of the sample is pinned, and the damaged file is set aside with its reason."""
    pinned = {(r["file"], r["part"]) for r in ROWS}
    assert pinned == set(_read())
    for key, got in _read().items():
        rows = [r for r in ROWS if (r["file"], r["part"]) == key]
        if isinstance(got, str):
            assert [r["set_aside"] for r in rows] == [got]
        else:
            assert [r["statement"] for r in rows] == list(range(len(got.statements)))


def test_what_the_sample_shows() -> None:
    """The sample has all six languages, every form, a revised page, a feed and one file that cannot be read."""
    read = [d for d in _read().values() if isinstance(d, Dossier)]
    statements = [s for d in read for s in d.statements]
    assert {s.lang for s in statements} == LANGUAGES
    assert {s.form for s in statements} >= {"transcript", "qa", "statement", "report", "repost"}
    assert [r for r in _read().values() if isinstance(r, str)] == ["broken_pdf"]
    assert len(statements) >= 12


def test_the_same_office_is_another_person_after_the_change() -> None:
    """The feed's two items have one label, and the date decides who speaks."""
    later, earlier = (_read()["12_teshar_feed.xml", part] for part in (0, 1))
    assert isinstance(later, Dossier)
    assert isinstance(earlier, Dossier)
    speakers = [u.speaker.actor for d in (earlier, later) for u in d.utterances if u.speaker and u.answers]
    assert speakers == ["halim-daro", "miren-askal"]


def test_voices_cover_every_body_character() -> None:
    """Each character of a main block lies in a turn or a narration."""
    for dossier in _read().values():
        if isinstance(dossier, str):
            continue
        voices = [s for u in dossier.utterances if u.mode in ("turn", "narration") for s in (u.parts or (u.span,))]
        for block in dossier.blocks:
            if block.kind in ("body", "headline", "question", "answer"):
                assert any(v.covers(block.span) for v in voices), block


def test_the_made_files_are_those_of_the_script(pytestconfig: pytest.Config) -> None:
    """The DOCX, the WARC and the damaged PDF are what bench/make_sample.py writes."""
    script = _load(pytestconfig.rootpath / "bench" / "make_sample.py")
    held = {f.name: f.read_bytes() for f in demo.documents()}
    assert {name: held[name] for name in script.FILES} == {name: make() for name, make in script.FILES.items()}


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_real_state_in_the_sample_pack() -> None:
    """The states of the sample have codes that ISO 3166 leaves to users (XA to XZ)."""
    pack = next(p for p in knowledge.load().packs if p.id == demo.PACK)
    codes = {a.id for a in pack.actors if a.kind == "state"}
    assert codes == {"XL", "XT", "XV"}
    measures = {e.issuer for e in pack.entities if e.kind == "measure"}
    assert measures == codes
