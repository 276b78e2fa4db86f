"""Each format: its schema, and somebody else's reader gets out of it what was put in."""

from __future__ import annotations

import csv
import io
import json
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import html5lib
import jsonschema
import lxml.html
import pytest
import re2
import rispy
from citeproc import Citation as Cited
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pyld import jsonld

from onrecord.errors import InputError
from onrecord.export.citation import Citation, proof
from onrecord.export.dossier_page import write as write_page
from onrecord.export.formats import FORMATS, format_named
from onrecord.export.lines import COLUMNS

SCHEMAS = Path(__file__).parent / "schemas"
OA = "http://www.w3.org/ns/oa#"
EDTF = ("2025-02-27", "2025-02", "2025", "XXXX-01-29", "2024-XX-25", "2024-01-29/2024-02-01", None)
Cases = dict[str, Any]


def written(name: str, citations: tuple[Citation, ...]) -> bytes:
    """Citations in a format."""
    return b"".join(format_named(name).write(citations))


def everything(cases: Cases) -> tuple[Citation, ...]:
    """All citations of all documents."""
    return tuple(c for case in cases.values() for c in case.citations)


def dated(cases: Cases, date: str | None) -> Citation:
    """A statement's citation with another date of publication and none of its own."""
    one = cases["page"].citations[0]
    return replace(one, statement=replace(one.statement, date=None, published=date))


def schema(name: str) -> dict[str, Any]:
    """A schema of the folder beside this file."""
    found = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_annotations_keep_the_model_and_expand_without_the_network(cases: Cases) -> None:
    """PyLD expands a page of annotations to the model's terms; selectors give the exact characters."""
    held = everything(cases)
    page = json.loads(written("web-annotation", held))
    jsonschema.validate(page, schema("annotation"))

    def load(url: str, _: object) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": schema("context"),
        }

    (expanded,) = jsonld.expand(page, {"documentLoader": load})
    items = expanded["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert len(items) == len(held)
    for item, one in zip(items, held, strict=True):
        (target,) = item[f"{OA}hasTarget"]
        place, quoted = target[f"{OA}hasSelector"]
        assert quoted[f"{OA}exact"] == [{"@value": one.quote}]
        assert (place[f"{OA}start"][0]["@value"], place[f"{OA}end"][0]["@value"]) == (one.span.start, one.span.end)
        assert item["urn:onrecord:proof"][0]["@value"] == proof(one)


def test_one_annotation_stands_alone(cases: Cases) -> None:
    """A single citation is an Annotation and not a page; none is an empty page. The schema can fail."""
    alone = json.loads(written("web-annotation", cases["lines"].citations[:1]))
    jsonschema.validate(alone, schema("annotation"))
    assert alone["type"] == "Annotation"
    jsonschema.validate(json.loads(written("web-annotation", ())), schema("annotation"))
    del alone["target"]["selector"][1]["exact"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(alone, schema("annotation"))


def test_csl_keeps_its_schema_and_citeproc_prints_it(cases: Cases) -> None:
    """citeproc-py makes a bibliography of every item, with its title; the schema refuses an invented field."""
    held = everything(cases)
    items = json.loads(written("csl-json", held))
    jsonschema.validate(items, schema("csl"))
    assert [item["id"].partition("-")[0] for item in items] == [one.id for one in held]
    assert len({item["id"] for item in items}) == len(items)  # two of the documents have the same characters
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        printed = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            printed.register(Cited([CitationItem(item["id"].lower())]))
        lines = [str(line) for line in printed.bibliography()]
    assert len(lines) == len(items)
    assert any("Valdoria & Teshar" in line for line in lines)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([items[0] | {"day": 1}], schema("csl"))


@pytest.mark.parametrize("date", EDTF)
def test_partial_dates_stay_partial(date: str | None, cases: Cases) -> None:
    """No format writes a day, month or year that is not known, and none loses what is."""
    one = (dated(cases, date),)
    (item,) = json.loads(written("csl-json", one))
    expected = {
        "2025-02-27": {"date-parts": [[2025, 2, 27]]},
        "2025-02": {"date-parts": [[2025, 2]]},
        "2025": {"date-parts": [[2025]]},
        "2024-01-29/2024-02-01": {"date-parts": [[2024, 1, 29], [2024, 2, 1]]},
        None: None,
    }.get(date, {"literal": date})
    assert item.get("issued") == expected
    (entry,) = bibtexparser.parse_string(written("bibtex", one).decode()).entries
    fields = {f.key: f.value for f in entry.fields}
    assert fields.get("date", fields.get("edtf")) == date
    assert fields.get("month") == (str(int(date[5:7])) if date in EDTF[:2] else None)
    (record,) = rispy.loads(written("ris", one).decode())
    slashed = {"2025-02-27": "2025/02/27/", "2025-02": "2025/02//", "2025": "2025///"}
    assert record.get("date") == slashed.get(date, "2024/01/29/" if date == EDTF[5] else None)
    assert date in slashed or date is None or any(date in note for note in record["notes"])
    shown = written("gbt7714", one).decode().splitlines()[0]
    assert (f"({date})" in shown) == (date is not None)
    assert json.loads(written("jsonl", one))["published"] == date
    whole = written("html", one).decode() + written("text", one).decode()
    assert "2025-02-01" not in whole
    assert date is None or whole.count(date) >= 2


def test_bibtexparser_reads_every_entry(cases: Cases) -> None:
    """bibtexparser finds an entry for each citation, none failed, with the proof in annote, whatever the words hold."""
    held = everything(cases)
    library = bibtexparser.parse_string(written("bibtex", held).decode())
    assert not library.failed_blocks
    assert [entry.key.partition("-")[0] for entry in library.entries] == [one.id for one in held]
    for entry, one in zip(library.entries, held, strict=True):
        assert json.loads(entry.fields_dict["annote"].value) == proof(one)


def test_rispy_reads_every_record(cases: Cases) -> None:
    """rispy finds a record for each citation, the proof in a note of its own, the quote whole."""
    held = everything(cases)
    records = rispy.loads(written("ris", held).decode())
    assert [record["id"] for record in records] == [one.id for one in held]
    for record, one in zip(records, held, strict=True):
        assert json.loads(record["notes"][-1]) == proof(one)
        assert one.kind == "statement" or record["abstract"] == " ".join(one.quote.split())


def test_gbt7714_has_the_shape_of_the_standard(cases: Cases) -> None:
    """Number, author, title with mark of type and carrier, dates in their brackets, address, one full stop each."""
    dates = r"(?: (?:\([\dX/-]+\))?(?:\[[\d-]+\])?\.)?"
    shape = re2.compile(r"\[\d+\] (?:[^\[\]]+\. )?.+\[(?:EB|N)(?:/OL)?\]\.(?: .+\.)?" + dates + r"(?: https?://\S+\.)?")
    lines = [x for x in written("gbt7714", everything(cases)).decode().split("\n") if x and not x.startswith("    ")]
    assert len(lines) == len(everything(cases))
    assert [x for x in lines if not shape.fullmatch(x)] == []
    assert "[2025-02-03]" in lines[0]
    assert "[EB/OL]" in lines[0]


def test_csv_has_no_formula_and_loses_no_character(cases: Cases) -> None:
    """The standard library reads each row back; a cell that begins as a formula does begins with an apostrophe."""
    one = cases["page"].citations[0]
    held = (replace(one, quote="=1+1", prefix="@x", title="+2", speaker="-3"), *everything(cases))
    rows = list(csv.DictReader(io.StringIO(written("csv", held).decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [rows[0][n] for n in ("quote", "prefix", "title", "speaker")] == ["'=1+1", "'@x", "'+2", "'-3"]
    assert not [v for row in rows for v in row.values() if v.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [json.loads(row["citation"]) for row in rows] == [proof(c) for c in held]


def test_jsonl_and_parquet_hold_the_same(cases: Cases) -> None:
    """A row of Parquet, read by pyarrow, is the object of the same line of JSONL."""
    parquet = pytest.importorskip("pyarrow.parquet")
    held = everything(cases)
    lines = [json.loads(line) for line in written("jsonl", held).decode().split("\n")[:-1]]
    rows = parquet.read_table(io.BytesIO(written("parquet", held))).to_pylist()
    assert [row | {"citation": json.loads(row["citation"])} for row in rows] == lines
    assert parquet.read_table(io.BytesIO(written("parquet", ()))).num_rows == 0


def test_the_dossier_is_text_only_and_asks_for_nothing(cases: Cases) -> None:
    """html5lib, strict, finds no error, no script, nothing to load; hostile words are text, and each proof is there."""
    held = everything(cases)
    page = written("html", held)
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(page.decode())
    assert [error for error in parser.errors if error[1] != "invalid-codepoint"] == []
    tags = {item.tag for item in tree.iter() if isinstance(item.tag, str)}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base", "a", "svg"})
    assert not [k for item in tree.iter() for k in item.attrib if k.startswith("on") or k in ("src", "href", "style")]
    sections = lxml.html.fromstring(page.decode()).findall(".//section")
    assert [json.loads(s.get("data-citation")) for s in sections] == [proof(one) for one in held]
    for section, one in zip(sections, held, strict=True):
        quote = section.find("blockquote")
        assert quote.text_content() == one.quote.replace("\r\n", "\n")
        assert quote.get("dir") == "auto"
        assert quote.get("lang") == one.lang
    assert "url(" not in page.decode().partition("</style>")[0]


def test_a_value_that_would_break_out_stays_in(cases: Cases) -> None:
    """Markup in any value of a citation is text of the page."""
    bad = "\"><script>x()</script><img src=x onerror=y>'\x1b\x00"
    one = cases["page"].citations[0]
    held = replace(
        one, id=bad, speaker=bad, capacity=bad, title=bad, publisher=bad, url="https://" + bad, locator=bad, quote=bad,
        text_id=bad, statement=replace(one.statement, id=bad, lang=bad, venue=bad, date=bad), claim={"act": bad},
    )  # fmt: skip
    tree = lxml.html.fromstring(b"".join(write_page([held])).decode())
    assert tree.findall(".//script") + tree.findall(".//img") == []


def test_no_folder_of_the_machine_is_told(cases: Cases) -> None:
    """A local file is called by its name in every format."""
    for form in FORMATS:
        assert b"/home/ana" not in written(form.name, everything(cases))


def test_an_unknown_format_is_refused() -> None:
    """The error names the formats there are."""
    with pytest.raises(InputError, match="bibtex"):
        format_named("endnote")
