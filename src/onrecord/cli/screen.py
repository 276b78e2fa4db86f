"""What reaches the terminal: one door for text, one for errors, one for tables.

Lives here: making text safe to print, the error sentence, plain tables. Not here: what is said (the verb's file).
Document text can hold escape sequences; every string from a document goes through ``visible``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from onrecord.errors import BugError, InputError, KnowledgeError, OnrecordError, Refused

EXIT_INPUT = 1
EXIT_BUG = 70
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_MARKS = {i: f"\\x{i:02x}" for i in (*range(32), *range(127, 160)) if i not in (9, 10)}
_MARKS |= {ord(c): f"\\u{ord(c):04x}" for c in BIDI} | {0x2028: "\\u2028", 0x2029: "\\u2029"}
_LINE = _MARKS | {9: " ", 10: " "}


def visible(text: str, *, one_line: bool = True) -> str:
    r"""The text with control characters and direction marks written out; lone surrogates too.

    >>> visible("a\x1b[31mb\nc")
    'a\\x1b[31mb c'
    """
    shown = text.translate(_LINE if one_line else _MARKS)
    return shown.encode("utf-8", "backslashreplace").decode("utf-8")


def say(text: str = "", *, one_line: bool = False) -> None:
    """Print one piece of text, made safe."""
    print(visible(text, one_line=one_line))


def say_json(data: bytes) -> None:
    """Print one line of JSON as it is: JSON escapes control characters itself."""
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.flush()


def table(rows: Sequence[Sequence[str]], *, indent: str = "  ") -> Iterator[str]:
    """Lines of left-aligned columns; the last column is free. Widths count East Asian wide characters as two."""
    if not rows:
        return
    widths = [max(_width(r[i]) for r in rows) for i in range(len(rows[0]) - 1)]
    for row in rows:
        cells = [c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=False)]
        yield (indent + "  ".join([*cells, row[-1]])).rstrip()


def _width(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def say_table(rows: Iterable[Sequence[str]], *, indent: str = "  ") -> None:
    """Print rows as aligned columns, each cell made safe."""
    safe = [[visible(c) for c in row] for row in rows]
    for line in table(safe, indent=indent):
        print(line)


def plural(count: int, noun: str) -> str:
    """A count and its noun.

    >>> plural(1, "hit"), plural(2, "hit")
    ('1 hit', '2 hits')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def cell(value: object) -> str:
    """A value for a CSV cell: never a formula (a leading = + - @ or control character gets an apostrophe).

    >>> cell("=1+1"), cell(None), cell(3)
    ("'=1+1", '', '3')
    """
    text = "" if value is None else visible(str(value), one_line=False)
    risky = isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t", "\n", "\r", "＝", "＋", "－", "＠")
    return f"'{text}" if risky else text


def fail(sentence: str, *, code: str, status: int) -> NoReturn:
    """Print the one error sentence on standard error and leave with ``status``."""
    print(visible(f"onrecord: {sentence} [{code}]"), file=sys.stderr)
    raise SystemExit(status)


@contextmanager
def errors_as_sentences() -> Iterator[None]:
    """Turn errors raised on purpose into one line and an exit status; a closed pipe ends quietly."""
    try:
        yield
    except Refused as error:
        fail(error.detail, code=error.reason.value, status=EXIT_INPUT)
    except InputError as error:
        fail(str(error), code="input", status=EXIT_INPUT)
    except KnowledgeError as error:
        fail(str(error), code="knowledge", status=EXIT_INPUT)
    except (BugError, OnrecordError) as error:
        fail(f"{error}. This is a fault of onrecord: please report it", code="bug", status=EXIT_BUG)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        fail(
            "stopped; what was reported as added is kept, run the same command again to go on",
            code="stopped",
            status=130,
        )
