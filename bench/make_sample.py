"""Writes the three sample documents that are not typed by hand: a DOCX communiqué, a WARC with two captures of one
page, and a damaged PDF. Run it after changing their words; the files are committed, and a test compares them.

    python bench/make_sample.py [FOLDER]
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "demo" / "documents"
DAY = (2025, 2, 4, 12, 0, 0)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

COMMUNIQUE = (
    ("Title", "Comunicado del Ministerio de Asuntos Exteriores de la República de Valdoria"),
    ("Normal", "Corvane, 4 de febrero de 2025"),
    (
        "Normal",
        "La portavoz del Ministerio de Asuntos Exteriores, Edda Lorne, declaró hoy que la Norma de Exportación de "
        "Chips Meteorológicos se aplica por igual a todos los destinos y que sólo abarca tres clases de chips.",
    ),
    (
        "Normal",
        "«Puerta estrecha, campo amplio: pocos artículos se controlan y todo lo demás sigue siendo libre», afirmó la "
        "portavoz.",
    ),
    (
        "Normal",
        "Valdoria rechaza que se presente la norma como un intento de convertir los pronósticos en una barrera, e "
        "insta a la parte tesharí a levantar la Orden sobre Datos de Mareógrafos. Asimismo, expresa su preocupación "
        "por el Reglamento de Licencias de Boyas de Lusenia.",
    ),
    (
        "Normal",
        "Valdoria reitera su propuesta de celebrar en marzo una primera reunión de los tres servicios meteorológicos.",
    ),
)

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="date" content="{date}">
<link rel="canonical" href="https://www.trade.valdoria.example/notices/weather-chip-rule">
<title>Notice on the Weather-Chip Export Rule</title></head>
<body><div class="nav"><a href="/">Home</a> <a href="/notices/">Notices</a> <a href="/licences/">Licences</a></div>
<h1>Notice on the Weather-Chip Export Rule</h1>
<p class="date">Corvane, {day}</p>
<p>The Ministry of Trade of the Republic of Valdoria announces that, {start}, three classes of chips used to run weather
models may be exported only with a licence.</p>
<p>{grounds}</p>
<p>Applications are answered within forty days. The Ministry will publish the number of licences granted and refused
every quarter.</p>
<div class="footer">Ministry of Trade, 14 Quay Street, Corvane. <a href="/sitemap/">Site map</a></div></body></html>
"""

FIRST = PAGE.format(
    date="2025-01-13",
    day="13 January 2025",
    start="from 1 March 2025",
    grounds="The rule is necessary to prevent the most capable weather chips from being used against the security of "
    "Valdoria. It will apply to all destinations.",
)
SECOND = PAGE.format(
    date="2025-02-26",
    day="13 January 2025, amended 26 February 2025",
    start="from 1 June 2025",
    grounds="The rule is intended to make sure that the most capable weather chips are used for peaceful forecasting. "
    "It will apply to all destinations alike.",
)
CAPTURES = (("2025-01-13T11:02:00Z", FIRST), ("2025-02-26T15:47:00Z", SECOND))
ADDRESS = "https://www.trade.valdoria.example/notices/weather-chip-rule"


def docx() -> bytes:
    """A small DOCX of the communiqué, the same bytes on every run."""
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
        for style, words in COMMUNIQUE
    )
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    package = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{office}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{office}.styles+xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {W}><w:body>{paragraphs}</w:body></w:document>",
        "word/styles.xml": f'{head}<w:styles {W}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
        '</w:style><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        "</w:styles>",
        "word/_rels/document.xml.rels": f'{head}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>'
        "</Relationships>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), text.encode())
    return out.getvalue()


def warc() -> bytes:
    """Two captures of one page, as an uncompressed WARC 1.1 file."""
    out = bytearray()
    for number, (when, page) in enumerate(CAPTURES, 1):
        body = page.encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
        block = http + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
            f"WARC-Date: {when}\r\nWARC-Target-URI: {ADDRESS}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        out += head.encode() + block + b"\r\n\r\n"
    return bytes(out)


def broken_pdf() -> bytes:
    """A PDF cut off in the middle of a stream: the sample shows what happens to a file that cannot be read."""
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Length 4096 >>\nstream\nBT /F1 12"
    )


FILES = {
    "07_valdoria_communique_es.docx": docx,
    "10_valdoria_notice_two_captures.warc": warc,
    "13_damaged_scan.pdf": broken_pdf,
}


def main(folder: Path) -> None:
    """Write the files."""
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
        print(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
