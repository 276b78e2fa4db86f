"""Passages in units to passages in characters, and those to lines of JSON.

Lives here: two loops over rows. Not here: how rows are found (``reaching``), what differs (``differing``), where the
lines go (``trace.reuse``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.cutting import INSIDE
from onrecord.text.passages.kernels.differing import A_LAST, A_UNIT, B_LAST, B_UNIT, WHAT
from onrecord.text.passages.kernels.kept import kept
from onrecord.text.passages.kernels.reaching import A_END, A_FIRST, B_END, B_FIRST, MATCHED, SCORE, A, B

_ZERO = np.uint8(48)
_COMMA, _OPENS, _CLOSES = np.uint8(44), np.uint8(91), np.uint8(93)
DIGITS = 20  # of any number of 64 bits
SAME, DIFFERING, BETWEEN, END, NOTHING, PARTS = 7, 8, 11, 12, 13, 14


@kept
def characters(
    rows: NDArray[np.int64],
    told: NDArray[np.int64],
    a_base: int,
    a_start: NDArray[np.int32],
    a_length: NDArray[np.uint16],
    a_kind: NDArray[np.uint8],
    b_base: int,
    b_start: NDArray[np.int32],
    b_length: NDArray[np.uint16],
    b_kind: NDArray[np.uint8],
    out: NDArray[np.int64],
) -> None:
    """Fill ``out`` int64[rows, 13] with code points of each text, from rows in units whose places begin at the bases.

    ``told`` is what ``differing.differences`` says of each row. Letters behind the first of a word count half in score
    and matched weight, so that a name weighs what it would weigh as words.
    """
    for row in range(len(rows)):
        one = out[row]
        first, last = rows[row, A_FIRST] - a_base, rows[row, A_END] - a_base - 1
        one[0], one[1], one[2] = rows[row, A], np.int64(a_start[first]), np.int64(a_start[last]) + a_length[last]
        first, last = rows[row, B_FIRST] - b_base, rows[row, B_END] - b_base - 1
        one[3], one[4], one[5] = rows[row, B], np.int64(b_start[first]), np.int64(b_start[last]) + b_length[last]
        inside = 0
        for unit in range(rows[row, A_FIRST] - a_base, rows[row, A_END] - a_base):
            inside += a_kind[unit] & INSIDE != 0
        one[6], one[7], one[8] = rows[row, SCORE] - inside // 2, rows[row, MATCHED] - inside // 2, told[row, WHAT]
        one[9] = one[10] = one[11] = one[12] = -1
        unit = told[row, A_UNIT]
        if unit >= 0:
            last = _last(a_kind, told[row, A_LAST])
            one[9], one[10] = np.int64(a_start[unit]), np.int64(a_start[last]) + a_length[last]
        unit = told[row, B_UNIT]
        if unit >= 0:
            last = _last(b_kind, told[row, B_LAST])
            one[11], one[12] = np.int64(b_start[unit]), np.int64(b_start[last]) + b_length[last]


@kept
def _last(kind: NDArray[np.uint8], unit: int) -> int:
    """The last unit of the word that begins with this one."""
    while unit + 1 < len(kind) and kind[unit + 1] & INSIDE:
        unit += 1
    return unit


@kept
def lines(
    rows: NDArray[np.int64],
    names: NDArray[np.uint8],
    name: NDArray[np.int64],
    parts: NDArray[np.uint8],
    part: NDArray[np.int64],
    out: NDArray[np.uint8],
) -> int:
    """Fill ``out`` with a line of JSON for each row in characters; how many bytes.

    Text number ``n`` is written as ``names[name[n]:name[n + 1]]``, and ``parts`` and ``part`` hold what stands between
    the numbers: before each of a line's first seven, then ``SAME`` and what follows it. ``out`` has room for the
    parts, two names and eleven numbers of ``DIGITS`` a line.
    """
    at = 0
    for row in range(len(rows)):
        one = rows[row]
        for number in range(7):
            at = _copied(parts, part[number], part[number + 1], out, at)
            if number in (0, 3):
                at = _copied(names, name[one[number]], name[one[number] + 1], out, at)
            else:
                at = _number(one[number], out, at)
        if one[8] == 0:
            at = _copied(parts, part[SAME], part[SAME + 1], out, at)
            continue
        what = DIFFERING + one[8] - 1
        at = _copied(parts, part[what], part[what + 1], out, at)
        at = _span(one[9], one[10], parts, part, out, at)
        at = _copied(parts, part[BETWEEN], part[BETWEEN + 1], out, at)
        at = _span(one[11], one[12], parts, part, out, at)
        at = _copied(parts, part[END], part[END + 1], out, at)
    return at


@kept
def _copied(source: NDArray[np.uint8], begin: int, end: int, out: NDArray[np.uint8], at: int) -> int:
    for i in range(begin, end):
        out[at] = source[i]
        at += 1
    return at


@kept
def _number(value: int, out: NDArray[np.uint8], at: int) -> int:
    """Write a number that is not negative."""
    size = 1
    rest = value
    while rest >= 10:
        rest //= 10
        size += 1
    for i in range(at + size - 1, at - 1, -1):
        out[i] = _ZERO + np.uint8(value % 10)
        value //= 10
    return at + size


@kept
def _span(
    begin: int, end: int, parts: NDArray[np.uint8], part: NDArray[np.int64], out: NDArray[np.uint8], at: int
) -> int:
    """Write two numbers as a list, or what stands for none when the first is negative."""
    if begin < 0:
        return _copied(parts, part[NOTHING], part[NOTHING + 1], out, at)
    out[at] = _OPENS
    at = _number(begin, out, at + 1)
    out[at] = _COMMA
    at = _number(end, out, at + 1)
    out[at] = _CLOSES
    return at + 1
