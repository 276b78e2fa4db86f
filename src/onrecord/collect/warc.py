"""WARC files, plain or gzip: every response, resource and conversion of a readable kind becomes a Source.

Lives here: the walk over records and gzip members, resynchronising after faults, and what a record tells about its
document. Not here: framing (``records``), HTTP (``responses``). Other records are counted in ``given.skipped``.
Why our own reader: the usual ones stop at the first fault, or miss it (a cut last member, a length that swallows the
next record), and neither may happen here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from onrecord.collect import kinds, responses
from onrecord.collect.given import Given, Items, Open
from onrecord.collect.locators import is_address, part_of
from onrecord.collect.records import WANTED, Fault, Record, read_record
from onrecord.collect.tape import MARK, MemberTape, Tape
from onrecord.errors import Refused
from onrecord.model import Notice, SetAside, Told
from onrecord.reasons import Reason
from onrecord.unpack import GzipReader
from onrecord.unpack.inflate import MAGIC

PROBE_BYTES = 512
ONE_MEMBER = Notice(Reason.WARC_ONE_MEMBER.value, "several records share one gzip member")
Walk = Iterator[Record | SetAside]


def unfold(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """The documents of a plain WARC."""
    tape = Tape(stream)
    for record in _walk(tape, given, "offset-"):
        if isinstance(record, SetAside):
            yield record
        else:
            yield from _document(record, f"offset-{record.offset}", given, open_)


def unfold_members(stream: io.BufferedReader, given: Given, open_: Open) -> Items:
    """The documents of a gzip WARC, member by member; after a damaged member, on at the next that begins a record."""
    offset = 0
    while offset >= 0:
        stream.seek(offset)
        magic = stream.read(len(MAGIC))
        if not magic:
            return
        part = f"offset-{offset}"
        if magic != MAGIC:
            after = _next_member(stream, offset + 1, given)
            yield _aside(given, part, Reason.WARC_GARBAGE, _until("bytes that are no gzip member", offset, after))
            offset = after
            continue
        tape = MemberTape(stream, offset, given.limits)
        try:
            yield from _member(tape, part, given, open_)
            offset = tape.end()
        except Refused as refused:
            after = _next_member(stream, offset + 1, given)
            yield _aside(given, part, refused.reason, _until(f"gzip member: {refused.detail}", offset, after))
            offset = after


def _member(tape: MemberTape, part: str, given: Given, open_: Open) -> Items:
    """One member's documents; a record that ends with its member is held back until the checksum is verified."""
    several = False
    for record in _walk(tape, given, f"{part}+"):
        last = tape.ended()
        if isinstance(record, SetAside):
            yield record
            continue
        several = several or not last
        inner = replace(given, notices=(*given.notices, ONE_MEMBER)) if several else given
        where = f"{part}+{record.offset}" if several else part
        yield from _document(record, where, inner, open_)


def _walk(tape: Tape, given: Given, part: str) -> Walk:
    """Records in order; a fault is one SetAside, and reading goes on at the next record that can be found."""
    while not tape.ended():
        offset = tape.at
        try:
            yield read_record(tape, given.limits)
        except Fault as fault:
            after = tape.scan(fault.resume)
            cut = fault.short and after < 0 and not tape.verified
            reason = Reason.TRUNCATED_INPUT if cut else fault.reason
            if after >= 0:
                tape.back(after)
            if not (after < 0 and _blank(tape, offset)):
                yield _aside(given, f"{part}{offset}", reason, _until(fault.detail, offset, after))
            if after < 0:
                return


def _blank(tape: Tape, offset: int) -> bool:
    """True when only line ends follow: a file may end in them."""
    tape.back(offset)
    blank = not tape.read(64).strip(b"\r\n") and tape.ended()
    tape.skip(1 << 62)
    return blank


def _document(record: Record, part: str, given: Given, open_: Open) -> Items:
    if record.kind not in WANTED:
        given.skipped[f"warc {record.kind[:20] or 'record'}"] += 1
        return
    locator = part_of(given.locator, part)
    inner = replace(given.part(locator, "", Told("container", locator, "warc")), retrieved=_date(record))
    inner = replace(inner, layers=given.layers)
    if is_address(record.uri):
        url = Told("url", record.uri, "warc:WARC-Target-URI")
        inner = replace(inner, locator=record.uri, told=(url, *inner.told))
    elif record.uri:
        inner = _with(inner, Notice(Reason.BAD_LINK.value, f"target {record.uri[:200]!r} is not kept as an address"))
    if "warc-truncated" in record.fields:
        detail = f"the crawler cut the record ({record.fields['warc-truncated'][:40]})"
        inner = _with(inner, Notice(Reason.TRUNCATED_INPUT.value, detail))
    try:
        for item in _content(record, inner, open_):
            yield _placed(item, locator, record.uri) if isinstance(item, SetAside) else item
    except Refused as refused:
        yield _placed(inner.aside(refused), locator, record.uri)


def _placed(aside: SetAside, place: str, uri: str) -> SetAside:
    """A set-aside record is named by its place in the archive; its target is said beside."""
    outer, hash_, part = aside.locator.partition("#")
    inside = f"{hash_}{part}" if hash_ and outer == uri else ""
    uri = uri[:200].encode("utf-8", "replace").decode()
    return replace(aside, locator=f"{place}{inside}", detail=f"{aside.detail} ({uri})" if uri else aside.detail)


def _content(record: Record, given: Given, open_: Open) -> Items:
    """The record's document: the body of a stored HTTP response, or the block itself."""
    if record.length > given.limits.inflate_bytes:
        raise Refused(Reason.TOO_LARGE, f"a record of {record.length} bytes; the limit is {given.limits.inflate_bytes}")
    declared = record.fields.get("content-type", "")
    if record.kind != "response":
        response = responses.Response(200, {"content-type": declared}, record.block)
    elif declared.lower().startswith("application/http") or record.uri.startswith(("http:", "https:")):
        response = responses.parse(record.block, given.limits)
    else:
        given.skipped[f"response {declared.partition(';')[0][:40]}"] += 1
        return
    if not 200 <= response.status < 300:
        given.skipped[f"http status {response.status}"] += 1
        return
    if responses.is_other(response.media_type):
        given.skipped[response.media_type[:40]] += 1
        return
    body, notices = responses.body_of(response, given.limits)
    inner = replace(_with(given, *notices), told=(*response.told, *given.told), name=_name(response, record.uri))
    yield from open_(io.BufferedReader(io.BytesIO(body), kinds.HEAD_BYTES), inner)


def _name(response: responses.Response, uri: str) -> str:
    """A name for sniffing: the declared type's suffix, else the address's own."""
    suffix = responses.SUFFIX_OF.get(response.media_type)
    if suffix:
        return f"body{suffix}"
    try:
        return urlsplit(uri).path.rpartition("/")[2]
    except ValueError:
        return ""


def _next_member(stream: io.BufferedReader, start: int, given: Given) -> int:
    """The offset at or after ``start`` of a gzip member whose content begins a record, or -1."""
    stream.seek(start)
    held, base = b"", start
    while True:
        data = stream.read(kinds.HEAD_BYTES)
        held += data
        found = held.find(MAGIC)
        while found >= 0:
            if _begins_record(stream, base + found, given):
                return base + found
            found = held.find(MAGIC, found + 1)
        if not data:
            return -1
        keep = held[-(len(MAGIC) - 1) :]
        base += len(held) - len(keep)
        held = keep
        stream.seek(base + len(held))


def _begins_record(stream: io.BufferedReader, offset: int, given: Given) -> bool:
    stream.seek(offset)
    probe = replace(given.limits, inflate_step_bytes=PROBE_BYTES)
    try:
        return GzipReader(stream, probe, one=True).read(len(MARK)) == MARK
    except Refused:
        return False


def _date(record: Record) -> str:
    return record.fields.get("warc-date", "")[:40]


def _with(given: Given, *notices: Notice) -> Given:
    return replace(given, notices=(*given.notices, *notices))


def _aside(given: Given, part: str, reason: Reason, detail: str) -> SetAside:
    return SetAside(part_of(given.locator, part), reason.value, detail)


def _until(detail: str, offset: int, after: int) -> str:
    return f"{detail}; from {offset} " + (f"on at {after}" if after >= 0 else "to the end nothing more was found")
