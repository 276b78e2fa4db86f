#!/usr/bin/env python3
"""Check citations exported by Onrecord against the original bytes, without Onrecord.

    python verify_citation.py CITATION... --original FILE [--original FILE ...] [--text FILE] [--id ID]

CITATION is a file of any export format (or - for standard input): Web Annotation, CSL-JSON, BibTeX, RIS, GB/T 7714,
CSV, JSONL, Parquet, HTML, text. Each citation holds one JSON object that begins {"onrecord":"citation/1"; it is looked
for in the file's bytes, whatever the format around it. Checked: sha256 and length of the original; that the byte ranges
of the map, decoded as it says, are the characters of the quote; with --text, sha256 and characters of the text.
For each citation a line: OK, RESTS ON READER (bytes are equal, but only the named reader makes characters of them) or
FAIL with what differs. Exit status: 0 when all are OK or rest on the reader, 1 when anything fails, 2 when there is
nothing to check. Standard library only, Python 3.11 or newer.
"""

import argparse
import codecs
import hashlib
import html
import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

Citation = dict[str, Any]  # of anybody: nothing in it is believed
HEAD = '{"onrecord":"citation/1"'
FORMS: dict[str, Callable[[str], str]] = {  # the head in each format, and how to undo that up to the end of a line
    HEAD: lambda rest: rest,
    HEAD.replace('"', '""'): lambda rest: rest.replace('""', '"'),  # CSV
    HEAD.replace('"', '\\"'): lambda rest: json.JSONDecoder().raw_decode('"' + rest)[0],  # a string in JSON
    html.escape(HEAD): html.unescape,
}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_XML = 1 << 28


class Differs(Exception):
    """What differs, in one sentence."""


def citations(data: bytes) -> Iterator[Citation]:
    """Every citation in a file's bytes, in order; Differs where one begins but cannot be read."""
    text = data.decode("utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8", "replace")
    places = sorted((at, form) for form in FORMS for at in places_of(text, form))
    for at, form in places:
        end = text.find("\n", at)
        try:
            yield json.JSONDecoder().raw_decode(FORMS[form](text[at : end if end >= 0 else len(text)]))[0]
        except (ValueError, RecursionError) as error:
            raise Differs(f"a citation at character {at} of the file cannot be read: {error}") from None


def places_of(text: str, form: str) -> Iterator[int]:
    """Every place of a form in a text."""
    at = -1
    while (at := text.find(form, at + 1)) >= 0:
        yield at


def check(citation: Citation, original: bytes, text: str | None) -> tuple[str, str]:
    """What can be said of one citation: "OK" or "RESTS ON READER" with a reason; Differs when something is wrong."""
    said = citation["bytes"]
    if len(original) != said["length"]:
        raise Differs(f"the original has {len(original)} bytes, the citation says {said['length']}")
    if hashlib.sha256(original).hexdigest() != said["sha256"]:
        raise Differs("the original's sha256 is not the citation's")
    quote, start, end = citation["quote"], citation["start"], citation["end"]
    if len(quote) != end - start:
        raise Differs(f"the quote has {len(quote)} code points, its range {end - start}")
    if text is not None:
        check_text(citation, text)
    reader = citation["text"]["reader"]
    if citation["unit"] == "bytes":
        check_map(citation, original)
        return "OK", f"bytes equal; {len(citation['map'])} byte ranges decode to the {len(quote)} code points quoted"
    if citation["unit"] == "document characters":
        count = check_package(citation, original)
        return "RESTS ON READER", f"bytes equal; {count} stretches stand in the document; their order rests on {reader}"
    return "RESTS ON READER", f"bytes equal; the characters quoted rest on the reader {reader}"


def check_text(citation: Citation, text: str) -> None:
    """The text that the reader made, given by the caller, has the citation's hash and holds the quote in its place."""
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != citation["text"]["sha256"]:
        raise Differs("the text's sha256 is not the citation's")
    start, end = citation["start"], citation["end"]
    around = (text[max(0, start - len(citation["prefix"])) : start], text[end : end + len(citation["suffix"])])
    if text[start:end] != citation["quote"] or around != (citation["prefix"], citation["suffix"]):
        raise Differs(f"the text has other characters at {start}-{end}")


def check_map(citation: Citation, original: bytes) -> None:
    """The byte ranges of the map, in order, give the characters of the quote, all of them."""
    quote, at, last = citation["quote"], 0, 0
    for kind, count, start, end, *rest in citation["map"]:
        if not (isinstance(count, int) and 0 < count <= len(quote) - at and last <= start <= end <= len(original)):
            raise Differs(f"the map is wrong at character {at} of the quote")
        shown, at = quote[at : at + count], at + count
        # a character reference of two characters may be cut, so that both parts have its bytes
        last = start if kind == "reference" else end
        if not stands_for(kind, shown, decoded(citation, original, start, end), rest[0] if rest else 0):
            raise Differs(f"bytes {start}-{end} are not {at - count}-{at} of the quote ({kind}): {shown!r:.60}")
    if at != len(quote):
        raise Differs(f"the map ends at character {at} of {len(quote)} of the quote")


def decoded(citation: Citation, original: bytes, start: int, end: int) -> str:
    """The characters of a byte range; "" for bytes that are none."""
    encoding = citation["encoding"]
    if encoding.startswith("iso2022"):  # what bytes mean depends on those before them
        feed = codecs.getincrementaldecoder(encoding)("replace")
        feed.decode(original[citation["skipped"] : start])
        return feed.decode(original[start:end])
    try:
        return original[start:end].decode(encoding)
    except UnicodeDecodeError:
        return ""


def stands_for(kind: str, shown: str, written: str, skip: int) -> bool:
    """True when what is written in the source is shown as these characters."""
    if kind == "same":
        return written == shown
    if kind == "reference":
        return written.startswith("&") and html.unescape(written)[skip : skip + len(shown)] == shown
    if kind == "space":
        return shown == " " and not html.unescape(written).strip(" \t\n\f\r") and bool(written)
    if kind == "break":
        return shown == "\n" and (not written or written.startswith("<"))
    return kind == "bad" and shown == "\ufffd"


def check_package(citation: Citation, original: bytes) -> int:
    """Every stretch of characters of a Word document's quote stands in the text of one of its parts; their number."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(original)) as archive:
        for info in archive.infolist():
            if info.filename.endswith(".xml") and info.file_size < MOST_XML:
                data = archive.read(info)
                if b"<!DOCTYPE" not in data and WORD[1:-1].encode() in data:
                    tree = ElementTree.fromstring(data)
                    parts.append("".join(item.text or "" for item in tree.iter(f"{WORD}t")))
    at = count = 0
    for kind, length, *_ in citation["map"]:
        shown, at = citation["quote"][at : at + length], at + length
        count += kind == "same"
        if kind == "same" and not any(shown in part for part in parts):
            raise Differs(f"no part of the document holds {shown[:60]!r}")
    if at != len(citation["quote"]):
        raise Differs("the map does not cover the quote")
    return count


def main(words: list[str] | None = None) -> int:
    """Check what the command line names; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("citation", nargs="+", help="an exported file, or - for standard input")
    parser.add_argument("--original", action="append", required=True, type=Path, help="the original bytes; repeatable")
    parser.add_argument("--text", type=Path, help="the text that the reader made, UTF-8")
    parser.add_argument("--id", help="check only the citation with this id")
    given = parser.parse_args(words)
    originals = {hashlib.sha256(data).hexdigest(): data for data in (path.read_bytes() for path in given.original)}
    text = given.text.read_bytes().decode("utf-8", "surrogatepass") if given.text else None
    found, failed = 0, False
    for name in given.citation:
        try:
            for citation in citations(sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()):
                if given.id in (None, citation.get("id")):
                    found += 1
                    failed |= told(citation, originals, text)
        except Differs as error:
            found, failed = found + 1, True
            print(f"FAIL  {name}: {error}")
    if not found:
        print("no citation found", file=sys.stderr)
    return 1 if failed else 0 if found else 2


def told(citation: Citation, originals: dict[str, bytes], text: str | None) -> bool:
    """Print what is found of one citation; True when it fails."""
    try:
        original = originals.get(citation["bytes"]["sha256"])
        if original is None and len(originals) > 1:
            raise Differs("none of the files has the citation's sha256")
        word, why = check(citation, next(iter(originals.values())) if original is None else original, text)
    except Differs as error:
        word, why = "FAIL", str(error)
    except (KeyError, TypeError, ValueError, LookupError, zipfile.BadZipFile, ElementTree.ParseError) as error:
        word, why = "FAIL", f"the citation or the original is not what it should be: {error!r}"
    print(f"{word}  {citation.get('id')}: {why}".encode("ascii", "backslashreplace").decode())
    return word == "FAIL"


if __name__ == "__main__":
    sys.exit(main())
