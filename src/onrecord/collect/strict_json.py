"""JSON from outside, strictly: RFC 8259, no NaN, no twice-named members, no endless numbers, bounded depth.

Lives here: one function. Not here: what the values mean. Why the standard library's parser: it lets us refuse repeated
names and tell a lone surrogate from other faults; rows are short, and the line after it costs far more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NoReturn

from onrecord.errors import Refused
from onrecord.limits import DEFAULT, Limits
from onrecord.reasons import Reason


def parse(data: bytes, limits: Limits = DEFAULT) -> object:
    """The value; Refused(bad_json, bad_unicode, too_deep)."""
    try:
        chars = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(Reason.BAD_UNICODE, f"byte {error.start} is not UTF-8") from None
    try:
        value: object = json.loads(chars, parse_constant=_constant, object_pairs_hook=_object)
    except RecursionError:
        raise Refused(Reason.TOO_DEEP, f"nested deeper than {limits.json_depth}") from None
    except json.JSONDecodeError as error:
        raise Refused(Reason.BAD_JSON, f"{error.msg} at character {error.pos}") from None
    except ValueError as error:
        raise Refused(Reason.BAD_JSON, str(error).partition(";")[0]) from None
    if chars.count("[") + chars.count("{") > limits.json_depth and _deeper(value, limits.json_depth):
        raise Refused(Reason.TOO_DEEP, f"nested deeper than {limits.json_depth}")
    return value


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("an object names a member twice")
    return made


def _deeper(value: object, most: int) -> bool:
    level: list[object] = [value]
    for _ in range(most):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterable[object]:
    """The containers directly inside a value (scalars do not count as a level)."""
    if isinstance(value, dict):
        return [v for v in value.values() if isinstance(v, (dict, list))]
    return [v for v in value if isinstance(v, (dict, list))] if isinstance(value, list) else ()
