"""The documentation is true: its commands run and print what it shows, and every verb and option is in it."""

from __future__ import annotations

import doctest
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer

from onrecord.cli.app import build

PAGES = ("README.md", "docs/tour.md")
PROMPT = "$ "


@dataclass(frozen=True)
class Example:
    """A command of a page and the output shown below it."""

    page: str
    line: int
    command: str
    output: str


def examples(root: Path, page: str) -> list[Example]:
    """Commands in the ``console`` blocks of a page, each with its output up to the next command."""
    found: list[Example] = []
    command, output, start, inside = "", list[str](), 0, False
    for number, line in enumerate((root / page).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("```"):
            if inside and command:
                found.append(Example(page, start, command, "\n".join(output)))
            inside, command, output = line.strip() == "```console", "", []
        elif inside and line.startswith(PROMPT):
            if command:
                found.append(Example(page, start, command, "\n".join(output)))
            command, output, start = line.removeprefix(PROMPT), [], number
        elif inside:
            output.append(line)
    return found


def run(command: str, folder: Path) -> str:
    """Run one `onrecord ...` command line (no shell) and give what it printed, errors too."""
    words = shlex.split(command)
    assert words[0] == "onrecord", f"only onrecord is run, not {words[0]}"
    env = os.environ | {"COLUMNS": "100", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    env.pop("ONRECORD_RECORD", None)
    program = [sys.executable, "-c", "from onrecord.cli import main; main()", *words[1:]]
    done = subprocess.run(program, cwd=folder, env=env, capture_output=True, encoding="utf-8", timeout=120, check=False)
    return done.stdout + done.stderr


def matches(shown: str, printed: str) -> bool:
    """True when the page shows what was printed; ``...`` stands for anything."""
    checker = doctest.OutputChecker()
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    return checker.check_output(shown.strip() + "\n", printed.strip() + "\n", flags)


@pytest.mark.parametrize("page", PAGES)
def test_commands_print_what_the_page_shows(page: str, root: Path, tmp_path: Path) -> None:
    """Each command of a page, run in order in one folder, prints the output shown."""
    found = examples(root, page)
    assert found, f"{page} shows no command"
    for example in found:
        printed = run(example.command, tmp_path)

        assert matches(example.output, printed), f"{page}:{example.line}: {example.command} printed\n{printed}"


def test_a_wrong_output_is_noticed() -> None:
    """The comparison can fail: other words, or a missing line, do not match."""
    assert matches("4 new\n...", "4 new\nmore\n")
    assert not matches("5 new", "4 new\n")
    assert not matches("a\nb", "a\n")


def _commands() -> list[tuple[str, list[str]]]:
    group = typer.main.get_command(build())
    found = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        options = [o for p in command.params for o in (*p.opts, *p.secondary_opts) if o.startswith("--")]
        found.append((name, [o for o in options if o != "--help"]))
    return found


@pytest.mark.parametrize(("verb", "options"), _commands(), ids=lambda x: x if isinstance(x, str) else "")
def test_every_verb_and_option_is_documented(verb: str, options: list[str], root: Path) -> None:
    """docs/commands.md has a section for each verb that names each of its options."""
    text = (root / "docs" / "commands.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## {verb}\n")[2].partition("\n## ")[0]

    assert section, f"docs/commands.md has no section {verb}"
    assert [o for o in options if f"`{o}" not in section] == []


def test_every_reason_is_documented(root: Path) -> None:
    """docs/reasons.md explains each code of the closed lists."""
    from onrecord.reasons import Dropped, Reason, Unapplied

    text = (root / "docs" / "reasons.md").read_text(encoding="utf-8")

    assert [r.value for r in (*Reason, *Unapplied, *Dropped) if f"`{r.value}`" not in text] == []
