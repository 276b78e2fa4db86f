"""Verbs about what the program knows: languages, packs, readers, schema.

Lives here: printing tables of knowledge. Not here: the knowledge (``knowledge``, ``readers``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.screen import EXIT_INPUT, plural, say, say_json, say_table

packs_app = typer.Typer(help="Domain packs: what is known of a field.", invoke_without_command=True)
Json = Annotated[bool, typer.Option("--json", help="One JSON value instead of a table.")]


def languages(as_json: Json = False) -> None:
    """List the languages that can be read, and how much is known of each."""
    from onrecord.knowledge.languages import LANGUAGES

    if as_json:
        import msgspec

        say_json(msgspec.json.encode(LANGUAGES))
        return
    rows = [("code", "language", "direction", "labels", "dates", "reporting words")]
    for x in LANGUAGES:
        labels = sum(len(v) for v in (x.labels.question, x.labels.answer, x.labels.source, x.labels.furniture))
        words = len(x.speech.say) + len(x.speech.think) + len(x.speech.stance)
        rows.append(
            (x.code, f"{x.name} ({x.english})", x.direction, str(labels), str(len(x.calendar.patterns)), str(words))
        )
    say_table(rows)


def readers(as_json: Json = False) -> None:
    """List the kinds of file that can be read."""
    from onrecord.collect import CONTAINERS
    from onrecord.readers import READERS

    rows = [("reader", "files", "what it reads")]
    rows += [(f"{r.name}/{r.version}", " ".join(r.suffixes), r.what) for r in READERS]
    rows += [("container", " ".join(c.suffixes), c.what) for c in CONTAINERS]
    if as_json:
        import msgspec

        say_json(msgspec.json.encode([dict(zip(rows[0], r, strict=True)) for r in rows[1:]]))
        return
    say_table(rows)


@packs_app.callback()
def packs(context: typer.Context, as_json: Json = False) -> None:
    """List the packs in use; `packs check [FILE]` validates them."""
    if context.invoked_subcommand:
        return
    from onrecord.knowledge.packs import bundled_packs

    found = bundled_packs()
    if as_json:
        import msgspec

        say_json(msgspec.json.encode(found))
        return
    rows: list[tuple[str, ...]] = [
        ("pack", "actors", "offices", "terms", "measures and initiatives", "formulations", "field")
    ]
    rows += [
        (p.id, *(str(len(v)) for v in (p.actors, p.offices, p.terms, p.entities, p.formulas)), p.title) for p in found
    ]
    say_table(rows)


@packs_app.command("check")
def packs_check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Pack files (TOML) or folders; without one, the bundled packs.")
    ] = None,
) -> None:
    """Validate packs; each problem and warning names file, line and mend. Exit status 1 when there is a problem."""
    from onrecord.knowledge.packs import bundled_files, check, doubts

    bad = False
    for path in files or [Path(str(place)) for place in bundled_files()]:
        problems, warnings = check(path), doubts(path)
        bad = bad or bool(problems)
        say(
            f"{path}: {plural(len(problems), 'problem')}"
            + (f", {plural(len(warnings), 'warning')}" if warnings else "")
        )
        for problem in problems:
            say(f"  {problem}")
        for warning in warnings:
            say(f"  warning: {warning}")
    if bad:
        raise typer.Exit(EXIT_INPUT)


def schema(what: Annotated[str, typer.Argument(help="What to publish: dossier.")] = "dossier") -> None:
    """Print the JSON Schema of what `process` writes."""
    import msgspec

    from onrecord.errors import InputError
    from onrecord.export.dossier import schema as dossier_schema

    if what != "dossier":
        raise InputError(f"no schema is called {what!r}; there is: dossier")
    say_json(msgspec.json.format(msgspec.json.encode(dossier_schema()), indent=2))
