"""The command line: parse, call Record, print. One file per verb group; nothing heavy is imported before a verb runs.

Lives here: the table of verbs and the entry point. Not here: any work, any rule. Errors become sentences in
``screen`` and nowhere else.
"""

from __future__ import annotations


def main() -> None:
    """Entry point of the ``onrecord`` command."""
    from onrecord.cli.app import build
    from onrecord.cli.screen import errors_as_sentences

    with errors_as_sentences():
        build()()
