"""Documents about invented countries whose characters lead to bytes in every way there is, and their citations."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from onrecord.export import citation as cited
from onrecord.export.citation import Citation
from onrecord.knowledge import Knowledge, load
from onrecord.model import Dossier, Told, make_source
from onrecord.pipeline import process
from onrecord.record.citing import ground

HOSTILE = '=HYPERLINK("x") {@%$ \\} </script><script>alert(1)</script> "onrecord" & \'x\' _#~^'
ESCAPED = HOSTILE.replace("&", "&amp;").replace("<", "&lt;")
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Valdoria &amp; Teshar: reply</title><meta name="date" content="2025-01"></head><body>
<h1>Valdoria   &amp; Teshar: reply of the\tMinistry</h1>
<p>January 2025</p>
<p>Question: How does Valdoria see the&nbsp;tariff &#x1F30A; of the  islands?</p>
<p>Embassy Spokesperson: Valdoria <b>opposes</b> the harbour tariff &mdash; and<br><br>urges Teshar
to withdraw it. 𠮷 ≂̸ {ESCAPED}</p>
<pre>two  spaces
and a line</pre></body></html>"""
ANSWER = "Question: How does Valdoria see the tariff?\r\nEmbassy Spokesperson: Valdoria opposes the harbour tariff.\r\n"
CHINESE = (
    "<html><head><meta charset='gb18030'></head><body><p>问：瓦尔多利亚如何看待关税？</p>\n"
    "<p>大使馆发言人：瓦方反对&ldquo;港口关税&rdquo;，敦促特方撤销。</p></body></html>"
)
ARABIC = (
    "<html lang='ar' dir='rtl'><meta charset='windows-1256'><body><p>سؤال: ما موقف فالدوريا من الرسوم؟</p>"
    '<p>المتحدث باسم السفارة: تعارض فالدوريا رسوم الميناء، وتحث "Teshar" على سحبها.</p></body></html>'
)
JAPANESE = "質問：ヴァルドリアは関税をどう見ますか。\n大使館報道官：ヴァルドリアは港の関税に反対します。\n"


def _bytes() -> dict[str, tuple[bytes, str, tuple[Told, ...]]]:
    """Name to bytes, media type, what was told of them."""
    plain, html = "text/plain", "text/html"
    return {
        "page": (PAGE.encode(), html, (Told("url", "https://valdoria.example/reply?a=1&b=2", "caller"),)),
        "lines": (ANSWER.encode(), plain, ()),
        "mark": (b"\xef\xbb\xbf" + ANSWER.encode(), plain, ()),
        "utf-16": (b"\xff\xfe" + ANSWER.replace("tariff", "tariff 𠮷").encode("utf-16-le"), plain, ()),
        "bad bytes": (ANSWER.replace("harbour", "har\x00bour").encode().replace(b"\x00", b"\xff\xfe"), plain, ()),
        "gb18030": (CHINESE.encode("gb18030"), html, ()),
        "arabic": (ARABIC.encode("cp1256"), html, ()),
        "iso-2022-jp": (JAPANESE.encode("iso2022_jp"), plain, (Told("charset", "iso-2022-jp", "http"),)),
    }


DOCUMENTS = tuple(_bytes())


@dataclass(frozen=True)
class Case:
    """A document, its bytes, and the citations of its statements, claims and some passages."""

    dossier: Dossier
    data: bytes
    citations: tuple[Citation, ...]


@pytest.fixture(scope="session")
def know() -> Knowledge:
    """The bundled knowledge."""
    return load()


@pytest.fixture(scope="session")
def cases(know: Knowledge) -> dict[str, Case]:
    """Every document of DOCUMENTS, read and cited."""
    found = {}
    for name, (data, media, told) in _bytes().items():
        source = make_source(data, media, f"/home/ana/{name}", retrieved="2025-02-03T04:05:06Z", told=told)
        found[name] = case_of(process(source, know))
    return found


def case_of(dossier: Dossier) -> Case:
    """The case of a dossier."""
    made = ground(dossier, {"valdoria-mfa": "Ministry of Valdoria"})
    whole = [cited.of_statement(made, s) for s in dossier.statements]
    claims = [c for s in dossier.statements for c in cited.all_of(made, s)]
    return Case(dossier, dossier.source.data, (*whole, *claims))
