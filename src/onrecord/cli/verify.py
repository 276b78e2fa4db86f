"""The verb `verify`: every quotation of a text, checked against the words that are held.

Lives here: options and the lines printed. Not here: reading quotations (``record.quoting``), verdicts (``compare``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import Json
from onrecord.cli.process import input_lines
from onrecord.cli.screen import plural, say, say_json

if TYPE_CHECKING:
    from onrecord.compare.differ import Change
    from onrecord.compare.receipts import Asked, Place, Receipt
    from onrecord.knowledge import Knowledge
    from onrecord.model import Dossier

DEFAULT = Path("onrecord-record")
TOLD = {
    "verbatim": "verbatim: word for word",
    "formal": "formal: only marked or typographic changes",
    "altered": "altered: held in other words",
    "stitched": "stitched: parts that stand apart, joined",
    "translation": "translation: held in another language",
    "not_held": "not held: nothing held has these words",
}
EXCERPT = 240


def verify(
    what: Annotated[
        str,
        typer.Argument(
            help='A document, "a quotation", - (a text on standard input), or *.jsonl with {"id", "quote"} lines.'
        ),
    ],
    against: Annotated[
        Path,
        typer.Option(
            "--against",
            "--record",
            "-r",
            envvar="ONRECORD_RECORD",
            help='The record, or *.jsonl with {"id", "text"} lines.',
        ),
    ] = DEFAULT,
    translations: Annotated[
        bool, typer.Option("--translations/--no-translations", help="Look in other languages for what is not held.")
    ] = True,
    as_json: Json = False,
) -> None:
    """Check quotations against the record: verbatim, formal, altered, stitched, translation or not held.

    Exit status 0: all verbatim or formal; 3: the others are not held; 1: else.
    """
    begun = _begun(what)  # a document is read beside this process while the record is made ready
    import msgspec

    from onrecord.compare.receipts import shape, status

    with _held(against, translations=translations) as (know, answers):
        asked, terms = begun(know)
        found = answers(asked) if asked else []
    for receipt in found:
        if as_json:
            say_json(msgspec.json.encode(shape(receipt)))
        else:
            _print(receipt)
    if not as_json:
        say(_summary(found, terms))
    raise typer.Exit(status(found))


def _begun(what: str) -> Callable[[Knowledge], tuple[list[Asked], int]]:
    """Begin to read what is asked; what is given waits for it and gives the quotations, and how many quoted terms were
    passed over."""
    from onrecord.errors import InputError
    from onrecord.record import lines

    if what.endswith(".jsonl"):
        return lambda _: (_of_lines(what), 0)
    if what == "-":
        data = sys.stdin.buffer.read()
        reading = lines.Reading(lambda: lines.process_text(data, voices=True))
    elif _is_file(what):
        reading = lines.Reading(lambda: lines.process(what, voices=True))
    elif len(what.split()) == 1 and ("/" in what or Path(what).suffix.lower() in (".txt", ".html", ".pdf", ".docx")):
        raise InputError(f"there is no file {what}; give a document, or the words of a quotation")
    else:
        return lambda _: (_of_words(what), 0)
    return lambda know: _of_document(reading.dossier(), know)


def _of_lines(what: str) -> list[Asked]:
    from onrecord.record import quoting

    with input_lines(what) as stream:
        return quoting.of_lines(stream)


def _of_words(what: str) -> list[Asked]:
    from onrecord.record import quoting

    return [quoting.of_string(what)]


def _of_document(dossier: Dossier, know: Knowledge) -> tuple[list[Asked], int]:
    from onrecord.record import quoting

    found = quoting.of_document(dossier, know)
    return list(found.asked), found.terms


def _is_file(what: str) -> bool:
    try:
        return Path(what).is_file()
    except (OSError, ValueError):  # too long for a name, or characters that no name has
        return False


@contextmanager
def _held(against: Path, *, translations: bool) -> Iterator[tuple[Knowledge, Callable[[list[Asked]], list[Receipt]]]]:
    """The knowledge, and what answers quotations: a record, or lines of JSON."""
    if against.suffix == ".jsonl":
        from onrecord.knowledge import load
        from onrecord.record import quoting, translating, verifying

        know = load()
        with input_lines(str(against)) as stream, quoting.lines_to_ask(stream, know) as corpus:

            def answers(asked: list[Asked]) -> list[Receipt]:
                found = verifying.receipts(corpus, know, asked)
                return translating.with_translations(corpus, know, found) if translations else found

            yield know, answers
        return
    from onrecord.record import Record

    with Record.open(against) as held:
        yield held.learn(), lambda asked: held.verify(asked, translations=translations)


def _print(receipt: Receipt) -> None:
    asked = receipt.asked
    where = f" [{asked.span.start}:{asked.span.end}]" if asked.span else ""
    said = f" ({asked.speaker})" if asked.speaker else ""
    say(f"{TOLD[receipt.verdict]}")
    say(f"  quoted{where}{said}: {_excerpt(asked.chars)}", one_line=True)
    for place in receipt.places:
        _print_place(place, near=receipt.verdict == "not_held")
    for change in receipt.changes if receipt.verdict != "not_held" else ():
        say(f"    {_change(change)}", one_line=True)
    if receipt.uncovered or receipt.verdict == "translation":
        words = ", ".join(span.of(asked.chars) for span in receipt.uncovered) or "none"
        say(f"    words that nothing there answers to: {words}", one_line=True)


def _print_place(place: Place, *, near: bool) -> None:
    date = place.date or place.published or "no date"
    voice = f"  {place.speaker}" if place.speaker else ""
    span = f"[{place.span.start}:{place.span.end}]"
    label = "nearest" if near else "held"
    say(
        f"  {label} in {place.statement} {span}  {date}  {place.lang}  {place.publisher or 'no outlet'}{voice}",
        one_line=True,
    )
    say(f"    …{_tail(place.before)}[{_excerpt(place.words)}]{_head(place.after)}…", one_line=True)


def _change(change: Change) -> str:
    """One change as words: what the quotation has for what is held."""
    if change.kind == "ellipsis":
        return f"ellipsis for: {_excerpt(change.b_words) or 'nothing'}"
    if not change.a_words:
        return f"{change.kind}: left out “{_excerpt(change.b_words)}”"
    if not change.b_words:
        return f"{change.kind}: put in “{_excerpt(change.a_words)}”"
    return f"{change.kind}: “{_excerpt(change.a_words)}” for “{_excerpt(change.b_words)}”"


def _excerpt(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= EXCERPT else f"{words[: EXCERPT // 2]} … {words[-EXCERPT // 2 :]}"


def _tail(words: str) -> str:
    return words[-80:]


def _head(words: str) -> str:
    return words[:80]


def _summary(found: list[Receipt], terms: int) -> str:
    counts = [(verdict, sum(r.verdict == verdict for r in found)) for verdict in TOLD]
    told = ", ".join(f"{count} {verdict.replace('_', ' ')}" for verdict, count in counts if count) or "no quotation"
    passed = f"; {plural(terms, 'quoted term')} of one or two words passed over" if terms else ""
    return f"{plural(len(found), 'quotation')}: {told}{passed}" if found else f"no quotation found{passed}"
