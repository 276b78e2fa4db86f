"""Errors that leave a function. One base, three children that say whose turn it is.

Lives here: the exception types. Not here: notices about a document (``reasons.py``); a bad document
never raises past the pipeline, it becomes a row with a reason. Only the CLI turns errors into sentences.
"""

from __future__ import annotations

from onrecord.reasons import Reason


class OnrecordError(Exception):
    """Base of every error raised on purpose; ``str(error)`` is one sentence that says what to do next."""


class InputError(OnrecordError):
    """The user's turn: a path, an option, a query or a record cannot be used as given."""


class NotHeld(InputError):
    """The user's turn: nothing that is held has this name."""


class InUse(InputError):
    """The user's turn: another process is writing what this one must write; the sentence begins with ``in_use``."""


class KnowledgeError(OnrecordError):
    """The pack writer's turn: a knowledge file is wrong; the sentence names file, place and mend."""


class BugError(OnrecordError):
    """Our turn: something that cannot happen did; please report it."""


class Refused(OnrecordError):
    """One document, or one member of a container, cannot become a record entry.

    Raised by ``collect`` and ``readers``; caught by ``pipeline`` and the engines, which set the
    document aside under ``reason``. It never stops a run.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason.value}: {detail}")
        self.reason = reason
        self.detail = detail
