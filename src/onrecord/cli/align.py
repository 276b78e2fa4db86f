"""The verb `align`: two texts, sentence by sentence.

Lives here: options and the lines printed. Not here: reading and aligning (``record.aligning``).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onrecord.cli.options import DEFAULT_RECORD, Json, Packs, RecordPath
from onrecord.cli.process import output
from onrecord.cli.screen import plural, say
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.knowledge import Knowledge
    from onrecord.record.aligning import Aligned, Side
    from onrecord.text.align import Bead

TOLD = 0.45  # weight from which --words prints two words; below it are mostly grammar and what was left over


def align(
    one: Annotated[str, typer.Argument(help="A text file, a folder of them, or the id of a statement.")],
    other: Annotated[str, typer.Argument(help="The same in the other language, or in the same.")],
    lines: Annotated[bool, typer.Option("--lines", help="The files hold one sentence a line.")] = False,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="A,B", help="Both languages (zh,en); else they are detected.")
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option("--lexicon", help="A word list: CC-CEDICT, FreeDict (TEI) or two columns; may be repeated."),
    ] = None,
    model: Annotated[
        Path | None, typer.Option("--model", help="A folder with a model of sentence vectors, on this machine.")
    ] = None,
    any_order: Annotated[
        bool, typer.Option("--any-order", help="Sentences need not keep their order: a report.")
    ] = False,
    beads: Annotated[bool, typer.Option("--beads", help="Only the numbers: [0,1]:[0]:score.")] = False,
    words: Annotated[bool, typer.Option("--words", help="Show the words that carried each pair.")] = False,
    counterparts: Annotated[
        bool,
        typer.Option("--counterparts", help="Set phrases of the first texts with what renders them in the others."),
    ] = False,
    top: Annotated[int, typer.Option("--top", min=1, help="How many counterparts, best first.")] = 50,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write here; for two folders, a folder of one file each.")
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    pack: Packs = None,
    as_json: Json = False,
) -> None:
    """Align two texts sentence by sentence: pairs of up to five sentences a side, what only one side has, and why."""
    from onrecord.knowledge import load
    from onrecord.record import aligning
    from onrecord.record.models import load_model
    from onrecord.text.align import Settings

    langs = _langs(lang)
    names, pairs = _sides(one, other, lines, langs, record)
    know = load(tuple(pack or ()))
    embed = load_model(model) if model else None
    found = list(aligning.aligned(pairs, know, lexicon or (), Settings(ordered=not any_order), embed))
    if counterparts:
        _counterparts(found, know, top, out, as_json)
        return
    show = _beads if beads else _json if as_json else (lambda a: _text(a, words=words))
    if names is None:
        _write(show(found[0]), out)
        return
    for name, a in zip(names, found, strict=True):
        if out is None:
            say(f"# {name}")
        _write(show(a), out and _inside(out, f"{name}.{'align' if beads else 'jsonl' if as_json else 'txt'}"))


def _langs(lang: str | None) -> tuple[str | None, str | None]:
    if lang is None:
        return None, None
    parts = [part.strip() for part in lang.split(",")]
    if len(parts) != 2 or not all(parts):
        raise InputError(f"--lang {lang} names no two languages; write them as --lang zh,en")
    return parts[0], parts[1]


def _sides(
    one: str, other: str, lines: bool, langs: tuple[str | None, str | None], record: Path
) -> tuple[list[str] | None, list[tuple[Side, Side]]]:
    """Names (None for a single pair) and sides of what the arguments mean."""
    from onrecord.record import aligning

    a, b = Path(one), Path(other)
    if a.is_dir() and b.is_dir():
        names = [(x, y) for x in sorted(a.iterdir()) for y in sorted(b.iterdir()) if x.stem == y.stem and x.is_file()]
        if not names:
            raise InputError(f"no file of {one} has a namesake in {other}; name files that belong together alike")
        read = aligning.of_file
        sides = [(read(x, lines=lines, lang=langs[0]), read(y, lines=lines, lang=langs[1])) for x, y in names]
        return [x.name for x, _ in names], sides
    return None, [(_side(one, lines, langs[0], record), _side(other, lines, langs[1], record))]


def _side(name: str, lines: bool, lang: str | None, record: Path) -> Side:
    from onrecord.record import Record, aligning

    if Path(name).is_file():
        return aligning.of_file(Path(name), lines=lines, lang=lang)
    if Path(name).exists() or not record.exists():
        raise InputError(
            f"{name} is neither a text file nor, without a record at {record}, a statement; check the path"
        )
    with Record.open(record) as held:
        return aligning.of_statement(held.show(name), lang)


def _inside(folder: Path, name: str) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot make the folder {folder}: {error.strerror}; choose another --out") from None
    return folder / name


def _write(lines: Iterable[str], out: Path | None) -> None:
    if out is None:
        for line in lines:
            say(line, one_line=True)
        return
    with output(out) as stream:
        stream.writelines(f"{line}\n".encode("utf-8", "backslashreplace") for line in lines)


def _beads(found: Aligned) -> Iterable[str]:
    for bead in found.alignment.beads:
        yield f"{list(bead.one)}:{list(bead.other)}:{bead.score:g}"


def _json(found: Aligned) -> Iterable[str]:
    import msgspec

    for bead in found.alignment.beads:
        yield msgspec.json.encode(_shape(found, bead)).decode()


def _shape(found: Aligned, bead: Bead) -> dict[str, Any]:
    return {
        "kind": bead.kind,
        "one": list(bead.one),
        "other": list(bead.other),
        "score": bead.score,
        "covered": list(bead.covered),
        "one_text": [found.one.sentences[i] for i in bead.one],
        "other_text": [found.other.sentences[j] for j in bead.other],
        "words": [list(word) for word in found.words(bead)],
        "bare_one": [found.one.sentences[p.sentence][p.start : p.end] for p in bead.bare_one],
        "bare_other": [found.other.sentences[p.sentence][p.start : p.end] for p in bead.bare_other],
    }


def _text(found: Aligned, *, words: bool) -> Iterable[str]:
    for bead in found.alignment.beads:
        share = f"  words explained {bead.covered[0]:.0%} | {bead.covered[1]:.0%}" if bead.kind == "pair" else ""
        yield f"{list(bead.one)}:{list(bead.other)}  {_says(bead)}{share}"
        yield from (f"  1  {found.one.sentences[i]}" for i in bead.one)
        yield from (f"  2  {found.other.sentences[j]}" for j in bead.other)
        told = [f"{a} = {b} {weight:.2f}" for a, b, weight in found.words(bead) if weight >= TOLD] if words else []
        if told:
            yield "  words  " + ", ".join(told)
    langs = f"{found.one.lang} and {found.other.lang}"
    a = found.alignment
    yield (
        f"{plural(len(a.pairs), 'pair')} in {langs}; {plural(len(a.omissions), 'stretch')} only in the first, "
        f"{len(a.insertions)} only in the second"
    ).replace("stretchs", "stretches")


def _says(bead: Bead) -> str:
    if bead.kind == "omission":
        return "only in the first"
    if bead.kind == "insertion":
        return "only in the second"
    return f"score {bead.score:g}"


def _counterparts(found: list[Aligned], know: Knowledge, top: int, out: Path | None, as_json: bool) -> None:
    import msgspec

    from onrecord.record.aligning import counterparts

    best = counterparts(found, know, top)
    if as_json:
        _write((msgspec.json.encode(one).decode() for one in best), out)
    else:
        _write(
            (f"{one.phrase}  =  {one.rendering}  {one.together} of {one.beads}, score {one.score:g}" for one in best),
            out,
        )
    if not best:
        raise typer.Exit(3)
