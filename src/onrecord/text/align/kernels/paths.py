"""Best paths through a grid of sentences: anchors of single pairs, and the row of beads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.align.kernels.masses import Floats, Ints, lay, lift
from onrecord.text.passages.kernels.kept import kept

Doubles = NDArray[np.float64]


def likeness(
    offsets: Ints,
    tokens: Ints,
    start: Ints,
    to: Ints,
    weight: Floats,
    size: int,
    far_offsets: Ints,
    far_tokens: Ints,
    idf: Floats,
    low: Ints,
    high: Ints,
) -> Floats:
    """Weighted overlap of each sentence with the far sentences ``low[i] .. high[i] - 1``, as a cosine, 0 to 1."""
    n, m = len(offsets) - 1, len(far_offsets) - 1
    out = np.zeros((n, max(1, int((high - low).max(initial=1)))), np.float32)
    mass, norm, seen = np.zeros(size, np.float32), np.zeros(m, np.float32), np.full(size, -1, np.int64)
    _liken(offsets, tokens, start, to, weight, far_offsets, far_tokens, idf, low, high, mass, norm, seen, out)
    return out


@kept
def _liken(
    offsets: Ints,
    tokens: Ints,
    start: Ints,
    to: Ints,
    weight: Floats,
    far_offsets: Ints,
    far_tokens: Ints,
    idf: Floats,
    low: Ints,
    high: Ints,
    mass: Floats,
    norm: Floats,
    seen: NDArray[np.int64],
    out: Floats,
) -> None:
    """Fill ``out``; ``mass`` and ``norm`` are zero, ``seen`` is -1, with room for the far units and sentences."""
    n, m = len(offsets) - 1, len(far_offsets) - 1
    for j in range(m):
        for t in range(far_offsets[j], far_offsets[j + 1]):
            norm[j] += idf[far_tokens[t]] ** 2
        norm[j] = np.sqrt(norm[j]) + 1e-6
    for i in range(n):
        lay(i, offsets, tokens, start, to, weight, mass)
        own = np.float32(0.0)
        for t in range(offsets[i], offsets[i + 1]):
            u = tokens[t]
            for r in range(start[u], start[u + 1]):
                v = to[r]
                if seen[v] != i:
                    seen[v] = i
                    own += min(mass[v], 1.0) * idf[v] ** 2
        own = np.sqrt(own) + 1e-6
        for j in range(low[i], high[i]):
            total = np.float32(0.0)
            for t in range(far_offsets[j], far_offsets[j + 1]):
                v = far_tokens[t]
                if mass[v] > 0:
                    total += np.sqrt(min(mass[v], 1.0)) * idf[v] ** 2
            out[i, j - low[i]] = total / (own * norm[j])
        lift(i, offsets, tokens, start, to, mass)


def anchors(worth: Floats, low: Ints, m: int) -> Ints:
    """For each sentence the far sentence it meets on the ascending path of greatest worth, or -1."""
    found = np.full(len(worth), -1, np.int32)
    _climb(worth, low, m, np.zeros((len(worth) + 1, m + 1), np.float32), found)
    return found


@kept
def _climb(worth: Floats, low: Ints, m: int, best: Floats, found: Ints) -> None:
    """Fill ``found``, which is -1; ``best`` is zero and has a row and a column more than there are sentences."""
    n, width = worth.shape
    for i in range(n):
        best[i + 1, 0] = 0.0
        for j in range(1, m + 1):
            k = j - 1 - low[i]
            here = best[i, j - 1] + (worth[i, k] if 0 <= k < width else np.float32(0.0))
            best[i + 1, j] = max(here, best[i, j], best[i + 1, j - 1])
    i, j = n, m
    while i > 0 and j > 0:
        if best[i, j] == best[i, j - 1]:
            j -= 1
        elif best[i, j] == best[i - 1, j]:
            i -= 1
        else:
            found[i - 1] = j - 1
            i -= 1
            j -= 1


def beads(
    near: Floats,
    far: Floats,
    low: Ints,
    high: Ints,
    far_low: Ints,
    shapes: Floats,
    lengths: Floats,
    far_lengths: Floats,
    most: int,
    ratio: float,
    spread: float,
    trust: float,
    vectors: Floats,
    far_vectors: Floats,
    usual: float,
    strength: float,
) -> tuple[Ints, Floats]:
    """The row of beads of greatest total: rows of (i, j, a, b) ends and sizes in order, and the score of each.

    ``near`` and ``far`` are what ``explained`` gives for both sides; ``shapes[a, b]`` the log prior of a bead of a and
    b sentences (-inf for none); ``vectors`` and ``far_vectors`` those of runs of sentences (``strength`` 0: none);
    ``low`` and ``high`` bound the places j looked at for each place i.
    """
    n, m = len(lengths), len(far_lengths)
    width = int((high - low).max(initial=0)) + 1
    best, back = np.full((n + 1, width), -np.inf, np.float64), np.zeros((n + 1, width), np.int32)
    gain, ca, cb = np.zeros((n + 1, width), np.float32), np.zeros(n + 1, np.float64), np.zeros(m + 1, np.float64)
    rows, scores = np.zeros((n + m, 4), np.int32), np.zeros(n + m, np.float32)
    tuning = np.array([ratio, spread, trust, usual, strength], np.float64)
    count = _row(near, far, low, high, far_low, shapes, lengths, far_lengths, most, vectors, far_vectors, tuning, best,
                 back, gain, ca, cb, rows, scores)  # fmt: skip
    return rows[:count][::-1].copy(), scores[:count][::-1].copy()


@kept
def _row(
    near: Floats,
    far: Floats,
    low: Ints,
    high: Ints,
    far_low: Ints,
    shapes: Floats,
    lengths: Floats,
    far_lengths: Floats,
    most: int,
    vectors: Floats,
    far_vectors: Floats,
    tuning: Doubles,
    best: Doubles,
    back: Ints,
    gain: Floats,
    ca: Doubles,
    cb: Doubles,
    rows: Ints,
    scores: Floats,
) -> int:
    """Fill ``rows`` and ``scores`` from the last bead to the first: how many. ``best`` is -inf, the other room zero;
    ``tuning`` holds ratio, spread, trust, usual and strength."""
    n, m = len(lengths), len(far_lengths)
    ratio, spread, trust, usual, strength = tuning[0], tuning[1], tuning[2], tuning[3], tuning[4]
    for i in range(n):
        ca[i + 1] = ca[i] + lengths[i]
    for j in range(m):
        cb[j + 1] = cb[j] + far_lengths[j]
    best[0, 0 - low[0]] = 0.0
    for i in range(n + 1):
        base = low[max(i - most, 0)]
        for j in range(low[i], high[i] + 1):
            if i == 0 and j == 0:
                continue
            far_base = far_low[max(j - most, 0)]
            for a in range(min(most, i) + 1):
                for b in range(min(most, j) + 1):
                    prior = shapes[a, b]
                    if prior == -np.inf:
                        continue
                    p, q = i - a, j - b
                    if q < low[p] or q > high[p]:
                        continue
                    before = best[p, q - low[p]]
                    if before == -np.inf:
                        continue
                    score = prior
                    if a > 0 and b > 0:
                        x, y = ca[i] - ca[p], cb[j] - cb[q]
                        off = y - ratio * x
                        score -= 0.5 * off * off / (spread * (x * ratio + y) / 2.0 + 30.0)
                        lexical = near[i, a, j - base] - near[i, a, q - base]
                        lexical += far[j, b, i - far_base] - far[j, b, p - far_base]
                        score += trust * lexical
                        if strength > 0.0:
                            cosine = 0.0
                            for d in range(vectors.shape[2]):
                                cosine += vectors[i, a, d] * far_vectors[j, b, d]
                            score += strength * (cosine - usual)
                    if before + score > best[i, j - low[i]]:
                        best[i, j - low[i]] = before + score
                        back[i, j - low[i]] = a * (most + 1) + b
                        gain[i, j - low[i]] = score
    count = 0
    i, j = n, m
    while i > 0 or j > 0:
        if best[i, j - low[i]] == -np.inf:
            return 0
        a, b = back[i, j - low[i]] // (most + 1), back[i, j - low[i]] % (most + 1)
        rows[count, 0], rows[count, 1], rows[count, 2], rows[count, 3] = i, j, a, b
        scores[count] = gain[i, j - low[i]]
        count += 1
        i -= a
        j -= b
    return count


def candidates(
    near: Floats,
    far: Floats,
    shapes: Floats,
    lengths: Floats,
    far_lengths: Floats,
    most: int,
    ratio: float,
    spread: float,
    trust: float,
    least: float,
) -> tuple[Ints, Floats]:
    """Every bead of up to ``most`` sentences a side whose score is ``least`` or more, wherever it stands: rows (i, j,
    a, b) and scores. ``near`` and ``far`` are over all places."""
    tuning, room = np.array([ratio, spread, trust, least], np.float64), 1024
    while True:
        rows, scores = np.zeros((room, 4), np.int32), np.zeros(room, np.float32)
        count = _likely(near, far, shapes, lengths, far_lengths, most, tuning, rows, scores)
        if count <= room:
            return rows[:count].copy(), scores[:count].copy()
        room = count


@kept
def _likely(
    near: Floats,
    far: Floats,
    shapes: Floats,
    lengths: Floats,
    far_lengths: Floats,
    most: int,
    tuning: Doubles,
    rows: Ints,
    scores: Floats,
) -> int:
    """Fill ``rows`` and ``scores`` as far as there is room: how many there are. ``tuning`` holds ratio, spread, trust
    and least."""
    n, m = len(lengths), len(far_lengths)
    ratio, spread, trust, least = tuning[0], tuning[1], tuning[2], tuning[3]
    count = 0
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            x = 0.0
            for a in range(1, min(most, i) + 1):
                x += lengths[i - a]
                y = 0.0
                for b in range(1, min(most, j) + 1):
                    y += far_lengths[j - b]
                    if shapes[a, b] == -np.inf:
                        continue
                    off = y - ratio * x
                    score = shapes[a, b] - 0.5 * off * off / (spread * (x * ratio + y) / 2.0 + 30.0)
                    score += trust * (near[i, a, j] - near[i, a, j - b] + far[j, b, i] - far[j, b, i - a])
                    if score < least:
                        continue
                    if count < len(rows):
                        rows[count, 0], rows[count, 1], rows[count, 2], rows[count, 3] = i, j, a, b
                        scores[count] = score
                    count += 1
    return count
