"""The loops of phrase counting, each a pure function over arrays, compiled when it first runs, and kept.

Lives here: loops. Not here: what a code point is (``marks``), the order of the steps (``levels``).

Units of all texts are numbered in one row. A gram is a run of units that stands in enough texts; ``gram[i]`` is the
number, within its length, of the gram that begins at unit i, or -1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.kept import kept

# looks of a code point (``marks``)
SPACE, JOINS, LISTS, ENDS, OPENS, CLOSES, BOTH, CAPITAL, DIGIT = 1, 2, 3, 4, 5, 6, 7, 8, 9
# flags of the gap before a unit; OPEN, UPPER speak of the unit after it, CLOSE of the one before; AIM: a word that
# takes a stance ends before it, SAY: a word that reports begins after it, NEAR: a stance ends REACH units before
# or fewer; RIM: the unit is one of the first or last of its text; ON: it is no grammar, and no wall stands before it
WALL, EDGE, OPEN, CLOSE, ON, UPPER, COUNT, AIM, SAY, NEAR, RIM = 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024
# columns of what is counted for each gram
LEFT, RIGHT, GOING, QUOTED, HEADED, COUNTED, OWN, AIMED, SAYING = 0, 1, 2, 3, 4, 5, 6, 7, 8
NEARBY, PERIODS, RIMMED, TITLED = 9, 10, 11, 12
COLUMNS = 13
LAST_TEXT, LAST_PERIOD, CAPITALS = 13, 14, 15  # of use in the loop alone
CELL = 16
COARSE = 8


@kept
def addresses(codes: NDArray[np.uint32], look: NDArray[np.uint8], inside: NDArray[np.bool_]) -> None:
    """Say of each code point whether it stands in an address or a mark of a page's source: ://, two slashes, = or _."""
    begin = 0
    signs = 0
    for i in range(len(codes) + 1):
        code = codes[i] if i < len(codes) else np.uint32(32)
        if code > 0x2E80 or code <= 32 or look[code] == SPACE:
            if signs >= 2:
                for at in range(begin, i):
                    inside[at] = True
            begin, signs = i + 1, 0
        elif code == 47 or code == 95:
            signs += 1
        elif code == 61 or code == 60 or code == 62:
            signs += 2


@kept
def gaps(
    codes: NDArray[np.uint32],
    look: NDArray[np.uint8],
    start: NDArray[np.int32],
    length: NDArray[np.uint16],
    value: NDArray[np.uint32],
    inside: NDArray[np.bool_],
    soft: NDArray[np.int32],
    gap: NDArray[np.uint16],
) -> None:
    """Fill ``gap``, one longer than the units, with the flags of what stands before each unit and after the last.

    ``start`` counts over ``codes``, in which a stop stands after each text; ``soft`` are ``wraps.wrapped``.
    """
    n = len(start)
    end = wrap = 0
    digit = False
    apart = False
    for i in range(n + 1):
        begin = start[i] if i < n else len(codes)
        flags = WALL | EDGE if i == 0 or i == n else 0
        han = 0 < i < n and value[i] & 1 and value[i - 1] & 1
        while wrap < len(soft) and soft[wrap] < end:
            wrap += 1
        white = wrap < len(soft) and soft[wrap] < begin  # nothing else stands there
        for at in range(begin if white else end, begin):
            seen = look[codes[at]]
            if seen == LISTS:
                flags |= EDGE
            elif seen == SPACE:
                if han:
                    flags |= EDGE | WALL
            elif seen != JOINS:
                flags |= EDGE | WALL
        if begin > end:
            seen = look[codes[end]]
            if seen == ENDS and begin > end + 1:
                seen = look[codes[end + 1]]
            if seen in (CLOSES, BOTH):
                flags |= CLOSE
            if i < n and (look[codes[begin - 1]] == OPENS or look[codes[begin - 1]] == BOTH):
                flags |= OPEN
        was, digit = digit, False
        if apart or (i < n and inside[begin]):
            flags |= WALL
        apart = i < n and inside[begin]
        if i < n:
            end = begin + length[i]
            if look[codes[begin]] == CAPITAL:
                flags |= UPPER
            for at in range(begin, end):
                digit = digit or look[codes[at]] == DIGIT
        gap[i] = flags | (WALL | COUNT if (digit or was) and not flags & WALL else 0)


@kept
def reach(gap: NDArray[np.uint16], most: int, room: NDArray[np.uint8]) -> None:
    """Fill ``room`` with how many units, at most ``most``, stand from each unit on to the next wall."""
    for i in range(len(room) - 1, -1, -1):
        room[i] = 1 if gap[i + 1] & WALL else min(most, room[i + 1] + 1)


@kept
def longer(
    places: NDArray[np.int32],
    gram: NDArray[np.int32],
    unit: NDArray[np.int32],
    room: NDArray[np.uint8],
    size: int,
    low: int,
    high: int,
    unit_bits: int,
    place_bits: int,
    key: NDArray[np.uint64],
) -> int:
    """Fill ``key`` with gram, next unit and place for each place where a run of ``size`` units may be a gram.

    Only places whose gram, one shorter, is in ``low <= gram < high``; the key holds it less ``low``.
    """
    m = 0
    for x in range(len(places)):
        p = places[x]
        if low <= gram[p] < high and room[p] >= size and gram[p + 1] >= 0:
            key[m] = (
                (np.uint64(gram[p] - low) << np.uint64(unit_bits + place_bits))
                | (np.uint64(unit[p + size - 1]) << np.uint64(place_bits))
                | np.uint64(p)
            )
            m += 1
    return m


@kept
def group(
    key: NDArray[np.uint64],
    place_bits: int,
    near: NDArray[np.int32],
    first: NDArray[np.int64],
    origin: NDArray[np.int32],
    least: int,
    base: int,
    stamp: NDArray[np.int64],
    gram: NDArray[np.int32],
    texts: NDArray[np.int32],
    origins: NDArray[np.int32],
    times: NDArray[np.int32],
    begin: NDArray[np.int32],
) -> int:
    """Number the runs of equal ``key`` that stand in at least ``least`` texts, from ``base``; the next number.

    The columns hold these grams alone.

    ``stamp``: for each origin, the run that it was last counted in; begins at -1. ``near``: the text of each
    256th unit, ``first`` unit of each text: small tables, for places come in no order that memory likes.
    """
    shift = np.uint64(place_bits)
    mask = (np.uint64(1) << shift) - np.uint64(1)
    g = base
    i = 0
    n = len(key)
    while i < n:
        j = i + 1
        while j < n and (key[j] >> shift) == (key[i] >> shift):
            j += 1
        if j - i >= least:
            held, sources = 0, 0
            until = -1
            for x in range(i, j):
                p = np.int64(key[x] & mask)
                if p >= until:
                    d = near[p >> COARSE]
                    while first[d + 1] <= p:
                        d += 1
                    until = first[d + 1]
                    held += 1
                    if stamp[origin[d]] != i:
                        stamp[origin[d]] = i
                        sources += 1
            if held >= least:
                for x in range(i, j):
                    gram[np.int64(key[x] & mask)] = g
                texts[g - base], origins[g - base], times[g - base] = held, sources, j - i
                begin[g - base] = np.int64(key[i] & mask)
                g += 1
        i = j
    return g


@kept
def extend(
    prefix: NDArray[np.int32],
    suffix: NDArray[np.int32],
    texts: NDArray[np.int32],
    light_head: NDArray[np.bool_],
    light_tail: NDArray[np.bool_],
    more_right: NDArray[np.int32],
    more_left: NDArray[np.int32],
) -> None:
    """For each shorter gram, the gram one unit longer, to the right and to the left, held most (-1: none).

    ``light_head``, ``light_tail``: whether a longer gram begins or ends with grammar, and so takes nothing away.
    """
    for g in range(len(prefix)):
        a, b = prefix[g], suffix[g]
        if not light_tail[g] and (more_right[a] < 0 or texts[more_right[a]] < texts[g]):
            more_right[a] = g
        if not light_head[g] and (more_left[b] < 0 or texts[more_left[b]] < texts[g]):
            more_left[b] = g


@kept
def contexts(
    places: NDArray[np.int32],
    gram: NDArray[np.int32],
    size: int,
    longer_gram: NDArray[np.int32],
    more: NDArray[np.int32],
    wanted: NDArray[np.bool_],
    gap: NDArray[np.uint16],
    doc: NDArray[np.int32],
    period: NDArray[np.int32],
    upper: NDArray[np.int32],
    lower: NDArray[np.int32],
    cell: NDArray[np.int32],
    plain: NDArray[np.int32],
) -> None:
    """Count for each ``wanted`` gram of ``size`` units what stands around it, and where it has the fewest capitals.

    ``more``: for each gram the longer grams that take its occurrences away from it, to the right and to the left, -1
    for none; what is left over is its own. ``upper``, ``lower``: how many units with and without a capital (grammar
    aside) stand before each. ``cell``: a row for each gram, so that one line of memory holds it; its last columns are
    for the loop and begin at -1, -1 and a large number.
    """
    for x in range(len(places)):
        p = places[x]
        g = gram[p]
        if not wanted[g]:
            continue
        row = cell[g]
        end = p + size
        left, right = gap[p], gap[end]
        if left & EDGE:
            row[LEFT] += 1
        if right & EDGE:
            row[RIGHT] += 1
        if right & ON:
            row[GOING] += 1
        if left & OPEN and right & CLOSE:
            row[QUOTED] += 1
        if (left | right) & COUNT:
            row[COUNTED] += 1
        if left & AIM:
            row[AIMED] += 1
        if right & SAY:
            row[SAYING] += 1
        if left & NEAR:
            row[NEARBY] += 1
        if left & RIM:
            row[RIMMED] += 1
        capitals = upper[end] - upper[p]
        if capitals and lower[end] == lower[p]:
            row[TITLED] += 1
        elif left & UPPER and (not left & EDGE or (left & OPEN and right & CLOSE)):
            row[HEADED] += 1
        d = doc[p]
        if period[d] != row[LAST_PERIOD]:
            row[LAST_PERIOD] = period[d]
            row[PERIODS] += 1
        if capitals < row[CAPITALS]:
            row[CAPITALS] = capitals
            plain[g] = p
        if row[LAST_TEXT] != d:
            after, before = longer_gram[p], longer_gram[p - 1] if p > 0 else -1
            if (after < 0 or after != more[g, 0]) and (before < 0 or before != more[g, 1]):
                row[LAST_TEXT] = d
                row[OWN] += 1


@kept
def rim(first: NDArray[np.int64], most: int, part: int, gap: NDArray[np.uint16]) -> None:
    """Set RIM in the gaps of the first and the last units of each text: ``most``, and at most one of ``part``."""
    for text in range(len(first) - 1):
        begin, end = first[text], first[text + 1]
        some = min(most, (end - begin) // part)
        for i in range(begin, begin + some):
            gap[i] |= RIM
        for i in range(end - some, end):
            gap[i] |= RIM


@kept
def spread(part: NDArray[np.int32], held: NDArray[np.int32], most: NDArray[np.int32]) -> None:
    """Raise ``most`` of each part to the greatest ``held`` of what it is a part of."""
    for g in range(len(part)):
        most[part[g]] = max(most[part[g]], held[g])
