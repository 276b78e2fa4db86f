from __future__ import annotations

import json
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.model import make_source
from onrecord.readers import pdfraw
from onrecord.readers.pdf import read_pdf
from onrecord.readers.reading import Reading

PLAIN_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
BOLD_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>"


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def make_pdf(
    *pages: bytes, catalog: bytes = b"", more: dict[int, bytes] | None = None, font: bytes = PLAIN_FONT
) -> bytes:
    """A PDF whose pages have these content streams; fonts F1 and F2 (bold); objects from 50 on are free."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * n) for n in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + catalog + b" >>",
        2: b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(pages),
        3: font,
        4: BOLD_FONT,
    }
    for n, content in enumerate(pages):
        objects[10 + 2 * n] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 60 0 R >> >> >>" % (11 + 2 * n)
        )
        objects[11 + 2 * n] = content if content.startswith(b"<<") else stream(content)
    return assemble({**objects, **(more or {})})


def assemble(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    """Objects as a file with a right cross-reference table."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    return bytes(out + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table))


def line(chars: bytes, y: int = 700, x: int = 72, font: bytes = b"F1", size: int = 12, mode: int = 0) -> bytes:
    """One line of text in a page's content."""
    return b"BT /%s %d Tf %d Tr %d %d Td (%s) Tj ET\n" % (font, size, mode, x, y, chars)


def read(data: bytes, limits: Limits = DEFAULT) -> Reading:
    """Read bytes as a PDF."""
    return read_pdf(make_source(data, "application/pdf", "a.pdf"), limits)


def reasons(reading: Reading) -> list[str]:
    """Reason codes of a reading."""
    return [str(n.reason) for n in reading.notices]


IMAGE = stream(
    b"\x00" * 8, b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray"
)
DRAW_IMAGE = b"q 600 0 0 700 0 0 cm /I1 Do Q\n"


def test_lines_and_pages():
    """Each visual line is a piece with page, box and size; pages and lines are set apart by line breaks."""
    text = read(make_pdf(line(b"First line") + line(b"Second line", 680, size=10), line(b"Next page"))).text

    assert text.chars == "First line\nSecond line\nNext page"
    assert [(p.span.of(text.chars), p.page, p.size) for p in text.layout.pieces] == [
        ("First line", 0, 12.0),
        ("Second line", 0, 10.0),
        ("Next page", 1, 12.0),
    ]
    left, bottom, right, top = text.layout.pieces[0].box
    assert 70 < left < 75 < right < 200
    assert 695 < bottom < 705 < top < 715


def test_runs_cover_the_text_and_lead_to_page_and_index():
    """Runs touch, cover everything, and their page and indexes give the same characters in the file."""
    import pypdfium2

    data = make_pdf(line(b"One") + line(b"Two", 680), line(b"Three"))
    text = read(data).text

    assert text.runs[0].text.start == 0
    assert text.runs[-1].text.end == len(text.chars)
    assert all(a.text.end == b.text.start for a, b in zip(text.runs, text.runs[1:], strict=False))
    with pypdfium2.PdfDocument(data) as document:
        for run in text.runs:
            if run.kind == "same":
                page = document[run.page].get_textpage()
                assert page.get_text_range(run.source.start, len(run.source)) == run.text.of(text.chars)


def test_bold_print_is_marked():
    """Characters in a bold font are emphasis and counted."""
    text = read(make_pdf(line(b"Question:", font=b"F2") + line(b"Why?", 680))).text

    assert [s.of(text.chars) for s in text.layout.emphasis] == ["Question:"]
    assert [p.strong for p in text.layout.pieces] == [9, 0]


def test_words_set_one_by_one_are_one_line():
    """A justified line whose words are placed singly is one piece, with spaces."""
    words = b"".join(line(w, x=x) for w, x in ((b"We", 72), (b"oppose", 100), (b"it", 160)))

    text = read(make_pdf(words + line(b"Next", 680))).text

    assert text.chars == "We oppose it\nNext"


def test_columns_stay_apart():
    """Text far to the right on the same height is a line of its own."""
    text = read(make_pdf(line(b"Left") + line(b"Right", x=400))).text

    assert [p.span.of(text.chars) for p in text.layout.pieces] == ["Left", "Right"]


def test_facts_are_kept():
    """Title, author and dates that the file states are facts, dates in ISO 8601."""
    info = b"<< /Title (On trade) /CreationDate (D:20250114083000+08'00') >>"
    data = make_pdf(line(b"x"), more={50: info})

    facts = {f.name: f.value for f in read(data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 50 0 R")).text.layout.facts}

    assert facts == {"pdf:Title": "On trade", "pdf:CreationDate": "2025-01-14T08:30:00+08:00"}


TOUNICODE = b"begincmap 2 beginbfchar <6E> <0079> <6F> <0065> endbfchar endcmap"
RANGE = b"begincmap 1 beginbfrange <61> <63> <0064> endbfrange endcmap"
HONEST = b"begincmap 1 beginbfrange <61> <7A> <0061> endbfrange endcmap"
WITH_MAP = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 50 0 R >>"

NOTICED = {
    "hidden text": (make_pdf(line(b"seen") + line(b"unseen", 680, mode=3)), "hidden_text"),
    "tiny text": (make_pdf(line(b"seen") + b"BT /F1 0.2 Tf 72 600 Td (unseen) Tj ET"), "hidden_text"),
    "script": (make_pdf(line(b"x"), catalog=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "active_content"),
    "launch": (make_pdf(line(b"x"), catalog=b"/AA << /WC << /S /Launch /F (calc) >> >>"), "active_content"),
    "tail": (make_pdf(line(b"x")) + b"PK\x03\x04 more", "trailing_data"),
    "lying map": (make_pdf(line(b"nono"), font=WITH_MAP, more={50: stream(TOUNICODE)}), "text_layer_unverified"),
    "lying range": (make_pdf(line(b"abc"), font=WITH_MAP, more={50: stream(RANGE)}), "text_layer_unverified"),
    "packed lying map": (
        make_pdf(line(b"nono"), font=WITH_MAP, more={50: stream(zlib.compress(TOUNICODE), b"/Filter /FlateDecode")}),
        "text_layer_unverified",
    ),
    "a page without text": (make_pdf(line(b"x"), DRAW_IMAGE, more={60: IMAGE}), "no_text_layer"),
    "recognised text": (make_pdf(DRAW_IMAGE + line(b"scan", mode=3), more={60: IMAGE}), "text_layer_unverified"),
}


@pytest.mark.parametrize(("data", "reason"), NOTICED.values(), ids=list(NOTICED))
def test_what_may_mislead_is_noticed(data: bytes, reason: str):
    """The document is read, and the notice says what to know."""
    assert reasons(read(data)) == [reason]


USUAL = {
    "plain": make_pdf(line(b"x")),
    "honest map": make_pdf(line(b"abc"), font=WITH_MAP, more={50: stream(HONEST)}),
    "an opening view": make_pdf(line(b"x"), catalog=b"/OpenAction [10 0 R /Fit]"),
    "a picture beside text": make_pdf(DRAW_IMAGE + line(b"x"), more={60: IMAGE}),
}


@pytest.mark.parametrize("data", USUAL.values(), ids=list(USUAL))
def test_usual_files_have_no_notice(data: bytes):
    """Nothing is noticed where nothing misleads."""
    assert reasons(read(data)) == []


BOMB = zlib.compress(zlib.compress(bytes(80 << 20), 9), 9)
REFUSED = {
    "not a PDF": (b"%PDF-1.7\nnothing", "broken_pdf"),
    "cut in half": (make_pdf(line(b"x"))[:300], "broken_pdf"),
    "no text": (make_pdf(b"0 0 m 100 100 l S"), "no_text_layer"),
    "a scan": (make_pdf(DRAW_IMAGE, more={60: IMAGE}), "no_text_layer"),
    "bomb": (make_pdf(stream(BOMB, b"/Filter [/FlateDecode /FlateDecode]")), "ratio"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_what_cannot_be_read_is_refused(data: bytes, reason: str):
    """Refused with the reason that fits."""
    with pytest.raises(Refused) as refusal:
        read(data)

    assert refusal.value.reason == reason


def test_pages_over_the_limit_are_counted():
    """What was not read for its length is said."""
    reading = read(make_pdf(*[line(b"page %d" % n) for n in range(4)]), Limits(pdf_pages=2))

    assert reading.text.chars == "page 0\npage 1"
    assert [n.detail for n in reading.notices] == ["2 of 4 pages were read"]


def test_objects_inside_object_streams_are_seen():
    """An action hidden in a packed object stream is found."""
    inner = b"70 0 << /S /JavaScript /JS (x) >>"
    packed = zlib.compress(inner)
    data = make_pdf(line(b"x"), more={50: stream(packed, b"/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode")})

    assert pdfraw.actions(pdfraw.list_objects(data, DEFAULT)) == ["JS", "JavaScript"]


@pytest.fixture(scope="module")
def hostile(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    """The hostile set's manifest by id, and where its files are."""
    folder = tmp_path_factory.mktemp("hostile")
    script = shared / "hostile" / "hostile.py"
    subprocess.run([sys.executable, str(script), str(folder), "--small"], check=True, capture_output=True)
    entries = [json.loads(row) for row in (folder / "MANIFEST.jsonl").read_text().splitlines()]
    return {e["id"]: {**e, "file": folder / e["path"]} for e in entries}


HOSTILE = (
    *("pdf-cut", "pdf-prev-loop", "pdf-page-loop", "pdf-encrypted", "pdf-flate", "pdf-active", "pdf-tounicode"),
    *("pdf-invisible", "pdf-no-text", "pdf-count", "pdf-tounicode-range", "shape-polyglot"),
)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_hostile_set(hostile, name: str):
    """Each hostile PDF ends as the manifest proposes, or in one of the ways it also allows."""
    entry = hostile[name]
    try:
        found = reasons(read(entry["file"].read_bytes()))
        outcome = "notice" if found else "ingest"
    except Refused as refused:
        found, outcome = [refused.reason.value], "quarantine"

    assert outcome in (entry["expect"], *entry["also"])
    if outcome == entry["expect"]:
        assert entry["reason"] in found
