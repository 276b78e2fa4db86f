"""The verifier: every format of every document passes; one flipped byte fails, and so does each part changed."""

from __future__ import annotations

import ast
import copy
import hashlib
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from onrecord.export import citation as cited
from onrecord.export.citation import proof
from onrecord.export.formats import FORMATS, Format
from onrecord.model import Span, make_source
from onrecord.pipeline import process
from onrecord.record.citing import ground

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("page", "lines", "mark", "utf-16", "bad bytes", "gb18030", "arabic", "iso-2022-jp")
Cases = dict[str, Any]


def run(verifier: ModuleType, folder: Path, exported: bytes, original: bytes, *more: str) -> int:
    """The exit status of the verifier on an export and an original."""
    (folder / "exported").write_bytes(exported)
    (folder / "original").write_bytes(original)
    status = verifier.main([str(folder / "exported"), "--original", str(folder / "original"), *more])
    assert isinstance(status, int)
    return status


def flipped(data: bytes, place: int) -> bytes:
    """The bytes with one bit of one byte changed."""
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_verified_and_one_flipped_byte_fails(
    name: str, form: Format, cases: Cases, verifier: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All citations of a format are found and OK on the original; with one byte of it flipped all fail."""
    case = cases[name]
    exported = b"".join(form.write(case.citations))

    assert run(verifier, tmp_path, exported, case.data) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in told] == ["OK  "] * len(case.citations)
    for place in (0, len(case.data) // 2, len(case.data) - 1):
        assert run(verifier, tmp_path, exported, flipped(case.data, place)) == 1
        assert all(line.startswith("FAIL") for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_the_map_alone_notices_other_characters(name: str, cases: Cases, verifier: ModuleType) -> None:
    """Even with the hash made to fit, a flipped byte of the quoted characters fails: the map is really followed."""
    case = cases[name]
    claim = proof(case.citations[0])
    seen = 0
    for kind, _, start, end in (row[:4] for row in claim["map"]):
        for place in range(start, min(end, start + 12)) if kind == "same" else ():
            changed = flipped(case.data, place)
            claim["bytes"]["sha256"] = hashlib.sha256(changed).hexdigest()
            with pytest.raises(verifier.Differs):
                verifier.check(claim, changed, None)
            seen += 1
    assert seen > 10


def test_every_passage_of_a_page_is_verified(cases: Cases, verifier: ModuleType) -> None:
    """Wherever a passage begins and ends, inside references and white space too, its map gives its characters."""
    case = cases["page"]
    made = ground(case.dossier, {})
    length = len(case.dossier.text.chars)
    kinds = set()
    for start in range(0, length, 3):
        for end in (start + 1, start + 2, start + 40, length):
            one = proof(cited.of_passage(made, None, Span(start, min(end, length)), "s1"))
            assert verifier.check(one, case.data, case.dossier.text.chars)[0] == "OK"
            kinds |= {row[0] for row in one["map"]}
    assert kinds == {"same", "reference", "space", "break"}


CHANGES = {
    "quote": lambda p: p.update(quote=p["quote"][::-1]),
    "range": lambda p: p.update(end=p["end"] + 1),
    "map cut": lambda p: p["map"].pop(),
    "map empty": lambda p: p.update(map=[]),
    "map moved": lambda p: p["map"][0].__setitem__(2, p["map"][0][2] + 1),
    "map kind": lambda p: p["map"][0].__setitem__(0, "reference"),
    "map negative": lambda p: p["map"][0].__setitem__(1, -1),
    "map no list": lambda p: p.update(map=7),
    "encoding": lambda p: p.update(encoding="utf-16-le"),
    "no encoding": lambda p: p.update(encoding="none-such"),
    "length": lambda p: p["bytes"].update(length=3),
    "hash": lambda p: p["bytes"].update(sha256="0" * 64),
    "no text": lambda p: p.pop("text"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_proof_fails(
    change: str, cases: Cases, verifier: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever part of a proof is changed, it fails in one line and raises nothing."""
    case = cases["page"]
    one = copy.deepcopy(proof(case.citations[0]))
    CHANGES[change](one)

    assert run(verifier, tmp_path, json.dumps(one, separators=(",", ":")).encode(), case.data) == 1
    assert capsys.readouterr().out.startswith("FAIL")


def test_the_text_is_checked_when_it_is_given(cases: Cases, verifier: ModuleType, tmp_path: Path) -> None:
    """With the reader's text its hash and the context are checked, too."""
    case = cases["gb18030"]
    exported = b"".join(FORMATS[0].write(case.citations[:1]))
    for chars, status in ((case.dossier.text.chars, 0), (case.dossier.text.chars + " ", 1)):
        (tmp_path / "text").write_text(chars, encoding="utf-8")

        assert run(verifier, tmp_path, exported, case.data, "--text", str(tmp_path / "text")) == status


def test_of_several_originals_each_citation_takes_its_own(cases: Cases, verifier: ModuleType, tmp_path: Path) -> None:
    """An export of two documents is verified against both files, whatever their order; --id chooses one citation."""
    one, two = cases["page"], cases["arabic"]
    exported = b"".join(FORMATS[0].write((*one.citations, *two.citations)))
    (tmp_path / "other").write_bytes(two.data)

    assert run(verifier, tmp_path, exported, one.data, "--original", str(tmp_path / "other")) == 0
    assert run(verifier, tmp_path, exported, one.data) == 1
    assert run(verifier, tmp_path, exported, one.data, "--id", one.citations[0].id) == 0
    assert run(verifier, tmp_path, exported, one.data, "--id", "none") == 2


def test_a_file_without_a_citation_has_its_own_status(verifier: ModuleType, tmp_path: Path) -> None:
    """Nothing found is status 2, never OK; a citation that is cut off fails."""
    assert run(verifier, tmp_path, b"no citation", b"x") == 2
    assert run(verifier, tmp_path, b'{"onrecord":"citation/1","id":', b"x") == 1


def test_the_verifier_stands_alone() -> None:
    """Under 200 lines, standard library only, nothing of Onrecord."""
    text = (ROOT / "tools" / "verify_citation.py").read_text(encoding="utf-8")
    nodes = list(ast.walk(ast.parse(text)))
    names = {alias.name for n in nodes if isinstance(n, ast.Import) for alias in n.names}
    names |= {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}

    assert len(text.splitlines()) < 200
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


DOCX = ROOT / "src" / "onrecord" / "demo" / "documents" / "07_valdoria_communique_es.docx"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 84>>stream\nBT /F1 12 Tf 72 700 Td (Valdoria opposes the harbour tariff of the islands.) Tj ET  "
    b"        \nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    b"trailer<</Root 1 0 R/Size 6>>\n%%EOF\n"
)
PACKED = {
    "docx": (DOCX.read_bytes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (lambda: PDF, "application/pdf"),
}


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
@pytest.mark.parametrize("kind", PACKED)
def test_what_rests_on_the_reader_says_so_and_its_bytes_are_checked(
    kind: str, form: Format, know: Any, verifier: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """PDF and DOCX: the status is 0 with the reader named; one flipped byte fails."""
    data, media = PACKED[kind][0](), PACKED[kind][1]
    case = _documents_of(process(make_source(data, media, kind), know))
    exported = b"".join(form.write(case.citations))

    assert run(verifier, tmp_path, exported, data) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == len(case.citations) > 0
    assert all(line.startswith("RESTS ON READER") and f"{kind}/1" in line for line in told)
    assert run(verifier, tmp_path, exported, flipped(data, len(data) // 3)) == 1


def test_a_stretch_that_no_part_of_a_document_holds_fails(know: Any, verifier: ModuleType) -> None:
    """The words of a DOCX are looked for in its XML: others are noticed though the hash is right."""
    data = DOCX.read_bytes()
    case = _documents_of(process(make_source(data, PACKED["docx"][1], "docx"), know))
    one = proof(case.citations[0])
    one["quote"] = one["quote"][::-1]

    with pytest.raises(verifier.Differs, match="no part"):
        verifier.check(one, data, None)


def test_a_pdf_names_pages_and_boxes(know: Any) -> None:
    """The map of a PDF counts characters of pages; the lines' boxes stand beside."""
    case = _documents_of(process(make_source(PDF, "application/pdf", "pdf"), know))
    one = proof(case.citations[0])

    assert one["unit"] == "page characters"
    assert [row[4] for row in one["map"]] == [0] * len(one["map"])
    assert one["boxes"][0][0] == 0


def _documents_of(dossier: Any) -> Any:
    return sys.modules["documents_of_export"].case_of(dossier)
