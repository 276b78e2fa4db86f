from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from onrecord.errors import Refused
from onrecord.knowledge import load
from onrecord.limits import DEFAULT, Limits
from onrecord.model import make_source
from onrecord.pipeline import process
from onrecord.readers.docx import MEDIA_TYPE, read_docx
from onrecord.readers.reading import Reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def rels(*links: tuple[str, str, str]) -> str:
    """A relationships part from (id, kind, target); targets with "://" lead outside."""
    items = "".join(
        f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if "://" in target else "/>")
        for i, kind, target in links
    )
    return f'<Relationships xmlns="{P}">{items}</Relationships>'


def part(body: str, root: str = "document", inner: str = "w:body") -> str:
    """A part with this content."""
    wrapped = f"<{inner}>{body}</{inner}>" if inner else body
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}">{wrapped}</w:{root}>'


def make_docx(body: str, *links: tuple[str, str, str], **parts: str) -> bytes:
    """A DOCX with this body; ``parts`` are further members, "__" standing for "/" and "_" for "."."""
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": rels(("a", "officeDocument", "word/document.xml")),
        "word/document.xml": part(body),
        "word/_rels/document.xml.rels": rels(*links),
        **{name.replace("__", "/").replace("_", "."): data for name, data in parts.items()},
    }
    return zipped(members)


def zipped(members: dict[str, str]) -> bytes:
    """Members as a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(*runs: str, style: str = "", more: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{''.join(runs)}</w:p>"


def r(chars: str, more: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{more}</w:rPr><w:t xml:space="preserve">{chars}</w:t></w:r>'


def read(data: bytes, limits: Limits = DEFAULT) -> Reading:
    """Read bytes as a DOCX."""
    return read_docx(make_source(data, MEDIA_TYPE, "a.docx"), limits)


def pieces(reading: Reading) -> list[tuple[str, str]]:
    """Tag and characters of each piece."""
    return [(x.tag, x.span.of(reading.text.chars)) for x in reading.text.layout.pieces]


STYLES = part(
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="H2x"><w:name w:val="own"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:styleId="L"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>',
    "styles",
    "",
)


def test_paragraphs_headings_lists_and_tables():
    """Styles name headings and lists; each cell paragraph is a piece; table nodes say where it stands."""
    table = f"<w:tbl><w:tr><w:tc>{p(r('a'))}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr></w:tbl>"
    body = p(r("Top"), style="T") + p(r("Part"), style="H2x") + p(r("item"), style="L") + table + p(r("end"))
    body += p(r("numbered"), more='<w:numPr><w:ilvl w:val="0"/></w:numPr>') + p(r("odd"), style="Loop")

    reading = read(make_docx(body, ("s", "styles", "styles.xml"), word__styles_xml=STYLES))

    assert pieces(reading) == [
        ("h1", "Top"), ("h2", "Part"), ("li", "item"), ("td", "a"), ("td", "b"), ("p", "end"), ("li", "numbered"),
        ("p", "odd"),
    ]  # fmt: skip
    layout = reading.text.layout
    cell = layout.nodes[layout.pieces[4].node]
    assert [cell.tag, layout.nodes[cell.parent].tag, layout.nodes[layout.nodes[cell.parent].parent].tag] == [
        "td", "tr", "table",
    ]  # fmt: skip


def test_runs_cover_the_text_and_the_source():
    """Runs touch and cover the text; those of kind "same" are, in order, all the characters of the file's text."""
    body = p(r("One "), r("two"), "<w:r><w:tab/><w:t>three</w:t><w:br/><w:t>four</w:t></w:r>") + p(r("five"))

    text = read(make_docx(body)).text

    assert text.chars == "One two\tthree\nfour\nfive\n"
    assert [x.text.start for x in text.runs] == [0, *(x.text.end for x in text.runs[:-1])]
    source = "One twothreefourfive"
    assert all(x.source.of(source) == x.text.of(text.chars) for x in text.runs if x.kind == "same")
    assert "".join(x.source.of(source) for x in text.runs) == source


def test_no_text_is_passed_over():
    """Text in content controls, tracked insertions, links, fields, text boxes, notes, headers and footers is taken."""
    box = f'<mc:AlternateContent><mc:Choice Requires="x"><w:txbxContent>{p(r("box"))}</w:txbxContent></mc:Choice>'
    box += f"<mc:Fallback><w:txbxContent>{p(r('box'))}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
    body = (
        f"<w:sdt><w:sdtContent>{p(r('control'))}</w:sdtContent></w:sdt>"
        + p(f"<w:ins>{r('inserted')}</w:ins>", f"<w:smartTag>{r(' tagged')}</w:smartTag>")
        + p(f'<w:hyperlink r:id="h">{r("link")}</w:hyperlink>', f"<w:fldSimple>{r(' field')}</w:fldSimple>")
        + p(r("host"), f"<w:r>{box}</w:r>")
    )
    note = part(f"<w:footnote>{p(r('note'))}</w:footnote>", "footnotes", "")
    data = make_docx(
        body,
        ("h", "hyperlink", "https://example.test/a"),
        ("n", "footnotes", "footnotes.xml"),
        ("k", "header", "header1.xml"),
        ("f", "footer", "footer1.xml"),
        word__footnotes_xml=note,
        word__header1_xml=part(p(r("head")), "hdr", ""),
        word__footer1_xml=part(p(r("foot")), "ftr", ""),
    )

    reading = read(data)

    found = [chars for _, chars in pieces(reading)]
    assert found == ["control", "inserted tagged", "link field", "host", "box", "note", "head", "foot"]
    assert [(s.of(reading.text.chars), url) for s, url in reading.text.layout.links] == [
        ("link", "https://example.test/a")
    ]
    assert reading.text.layout.nodes[reading.text.layout.pieces[-1].node].tag == "footer"


def test_bold_print_comes_from_runs_and_styles():
    """Bold runs and bold styles are emphasis; a run may switch its style's bold off."""
    strong = '<w:style w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    styles = STYLES.replace("</w:styles>", f"{strong}</w:styles>")
    body = p(r("Q:", "<w:b/>"), r(" why "), r("so", '<w:rStyle w:val="S"/>'))
    body += p(r("no", '<w:b w:val="0"/>'), style="H2")

    text = read(make_docx(body, ("s", "styles", "styles.xml"), word__styles_xml=styles)).text

    assert [s.of(text.chars) for s in text.layout.emphasis] == ["Q:", "so"]
    assert [x.strong for x in text.layout.pieces] == [4, 0]


def test_lines_after_a_break_are_pieces():
    """A line break inside a paragraph begins a piece with the tag "br"."""
    assert pieces(read(make_docx(p(r("a"), "<w:r><w:br/></w:r>", r(" b "))))) == [("p", "a"), ("br", "b")]


def test_core_properties_are_facts():
    """Title, author and dates of the file are facts."""
    core = '<x xmlns:d="urn:d"><d:title>On trade</d:title><d:created>2025-01-14T08:00:00Z</d:created><d:creator/></x>'

    facts = read(make_docx(p(r("x")), docProps__core_xml=core)).text.layout.facts

    assert [(f.name, f.value) for f in facts] == [("docx:title", "On trade"), ("docx:created", "2025-01-14T08:00:00Z")]


NOTICED = {
    "hidden": (make_docx(p(r("seen"), r("unseen", "<w:vanish/>"))), "hidden_text"),
    "tiny": (make_docx(p(r("seen"), r("unseen", '<w:sz w:val="1"/>'))), "hidden_text"),
    "deleted": (make_docx(p(r("x"), "<w:del><w:r><w:delText>y</w:delText></w:r></w:del>")), "hidden_text"),
    "comments": (make_docx(p(r("x")), ("c", "comments", "comments.xml")), "hidden_text"),
    "template": (make_docx(p(r("x")), ("t", "attachedTemplate", "http://192.0.2.1/t.dotm")), "active_content"),
    "macros": (make_docx(p(r("x")), word__vbaProject_bin="x"), "active_content"),
}


@pytest.mark.parametrize(("data", "reason"), NOTICED.values(), ids=list(NOTICED))
def test_what_may_mislead_is_noticed(data: bytes, reason: str):
    """The document is read, and the notice says what to know."""
    assert [str(n.reason) for n in read(data).notices] == [reason]


def test_names_that_lead_outside_are_noticed():
    """A member with a climbing name is not touched, and noticed."""
    data = zipped(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": part(p(r("x"))),
            "../../outside.txt": "x",
        }
    )

    assert [str(n.reason) for n in read(data).notices] == ["path_escape"]


def test_the_strict_vocabulary_is_read_too():
    """ISO strict documents have other namespaces for the same elements."""
    body = part(p(r("text"))).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")

    assert pieces(read(zipped({"[Content_Types].xml": TYPES, "word/document.xml": body}))) == [("p", "text")]


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
DEEP = "<w:sdt>" * 400 + "</w:sdt>" * 400
REFUSED = {
    "no archive": (b"PK\x03\x04 no", "broken_container"),
    "no document": (zipped({"[Content_Types].xml": TYPES}), "broken_container"),
    "no content types": (zipped({"word/document.xml": part(p(r("x")))}), "broken_container"),
    "entities": (make_docx("", word__document_xml=LAUGHS + "<x>&b;</x>"), "xml_entities"),
    "entities in styles": (make_docx(p(r("x")), word__styles_xml=LAUGHS + "<x>&b;</x>"), "xml_entities"),
    "broken XML": (make_docx("<w:p>"), "broken_container"),
    "too deep": (make_docx(DEEP), "too_deep"),
    "no text": (make_docx(p(r(" "))), "no_text"),
    "bomb": (make_docx(p(r(" " * (5 << 20)))), "ratio"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_read_is_refused(data: bytes, reason: str):
    """Refused with the reason that fits."""
    with pytest.raises(Refused) as refusal:
        read(data)

    assert refusal.value.reason == reason


def test_a_document_type_in_another_encoding_is_seen():
    """Entities cannot hide in UTF-16."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", ("\ufeff" + LAUGHS + "<x>&b;</x>").encode("utf-16-le"))

    with pytest.raises(Refused) as refusal:
        read(out.getvalue())

    assert refusal.value.reason == "xml_entities"


def test_many_members_are_refused():
    """An archive of more members than the limit is not listed on."""
    data = zipped({f"m{n}": "x" for n in range(12)})

    with pytest.raises(Refused) as refusal:
        read(data, Limits(zip_members=10))

    assert refusal.value.reason == "too_large"


@pytest.mark.parametrize("name", ["docx-slip", "docx-laughs", "docx-missing"])
def test_the_hostile_set(shared: Path, tmp_path: Path, name: str):
    """Each hostile DOCX ends as the manifest proposes, with its reason."""
    script = shared / "hostile" / "hostile.py"
    subprocess.run([sys.executable, script, tmp_path, "--small", "--only", name], check=True, capture_output=True)
    entry = json.loads((tmp_path / "MANIFEST.jsonl").read_text().splitlines()[0])
    try:
        found = [str(n.reason) for n in read((tmp_path / entry["path"]).read_bytes()).notices]
        outcome = "notice"
    except Refused as refused:
        found, outcome = [refused.reason.value], "quarantine"

    assert outcome == entry["expect"]
    assert entry["reason"] in found


def test_a_table_of_one_row_stays_a_table():
    """The cells of a document's table are text of a table, never the byline under its title."""
    table = f"<w:tbl><w:tr><w:tc>{p(r('Arvenia'))}</w:tc><w:tc>{p(r('350'))}</w:tc></w:tr></w:tbl>"
    data = make_docx(p(r("Joint Statement on Reefs")) + table + p(r("We are glad of it, and thank all who came.")))

    made = process(make_source(data, MEDIA_TYPE, "a.docx"), load())

    assert [(b.kind, b.label) for b in made.blocks[1:3]] == [("body", "table"), ("body", "table")]
