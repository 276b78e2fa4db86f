"""What is wrong with a request: one sentence, a code that stays, and a status.

Lives here: the shape of such answers, and which error has which code. Not here: sentences (where the error is found).
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from onrecord.errors import InputError, InUse, NotHeld
from onrecord.web.pool import Busy


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong: ``detail`` is one sentence that says what to do, ``code`` a word for programs."""

    detail: str
    code: str


OF_ERRORS: tuple[tuple[type[InputError], int, str], ...] = (
    (NotHeld, 404, "not_held"),
    (Busy, 503, "busy"),
    (InUse, 503, "in_use"),
    (InputError, 400, "bad_question"),
)
OF_STATUS = {
    400: "bad_request", 401: "no_key", 403: "not_own_page", 404: "no_such_address", 405: "method_not_allowed",
    413: "too_large", 422: "bad_value",
}  # fmt: skip


def of(error: InputError) -> tuple[int, str]:
    """Status and code of an error."""
    return next((status, code) for kind, status, code in OF_ERRORS if isinstance(error, kind))


def body(sentence: str, status: int, code: str = "") -> bytes:
    """The answer as JSON."""
    return msgspec.json.encode(Wrong(sentence, code or OF_STATUS.get(status, "refused")))
