"""Best paths through a grid of sentences: anchors of single pairs, and the row of beads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.text.passages.kernels.compiled import compiled

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@compiled
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
    width = 1
    for i in range(n):
        width = max(width, high[i] - low[i])
    out = np.zeros((n, width), np.float32)
    mass = np.zeros(size, np.float32)
    norm = np.zeros(m, np.float32)
    for j in range(m):
        for t in range(far_offsets[j], far_offsets[j + 1]):
            norm[j] += idf[far_tokens[t]] ** 2
        norm[j] = np.sqrt(norm[j]) + 1e-6
    seen = np.full(size, -1, np.int64)
    for i in range(n):
        for t in range(offsets[i], offsets[i + 1]):
            u = tokens[t]
            for r in range(start[u], start[u + 1]):
                mass[to[r]] += weight[r]
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
        for t in range(offsets[i], offsets[i + 1]):
            u = tokens[t]
            for r in range(start[u], start[u + 1]):
                mass[to[r]] = 0.0
    return out


@compiled
def anchors(worth: Floats, low: Ints, m: int) -> Ints:
    """For each sentence the far sentence it meets on the ascending path of greatest worth, or -1."""
    n, width = worth.shape
    best = np.zeros((n + 1, m + 1), np.float32)
    for i in range(n):
        best[i + 1, 0] = 0.0
        for j in range(1, m + 1):
            k = j - 1 - low[i]
            here = best[i, j - 1] + (worth[i, k] if 0 <= k < width else np.float32(0.0))
            best[i + 1, j] = max(here, best[i, j], best[i + 1, j - 1])
    found = np.full(n, -1, np.int32)
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
    return found


@compiled
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
    width = 1
    for i in range(n + 1):
        width = max(width, high[i] - low[i] + 1)
    best = np.full((n + 1, width), -np.inf, np.float64)
    back = np.zeros((n + 1, width), np.int32)
    gain = np.zeros((n + 1, width), np.float32)
    ca = np.zeros(n + 1, np.float64)
    cb = np.zeros(m + 1, np.float64)
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
    rows = np.zeros((n + m, 4), np.int32)
    scores = np.zeros(n + m, np.float32)
    count = 0
    i, j = n, m
    while i > 0 or j > 0:
        if best[i, j - low[i]] == -np.inf:
            return rows[:0], scores[:0]
        a, b = back[i, j - low[i]] // (most + 1), back[i, j - low[i]] % (most + 1)
        rows[count] = i, j, a, b
        scores[count] = gain[i, j - low[i]]
        count += 1
        i -= a
        j -= b
    return rows[:count][::-1].copy(), scores[:count][::-1].copy()


@compiled
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
    n, m = len(lengths), len(far_lengths)
    room = 1024
    rows, scores = np.zeros((room, 4), np.int32), np.zeros(room, np.float32)
    count = 0
    for i in range(1, n + 1):
        for j in range(1, m + 1):
            for a in range(1, min(most, i) + 1):
                x = lengths[i - a : i].sum()
                for b in range(1, min(most, j) + 1):
                    if shapes[a, b] == -np.inf:
                        continue
                    y = far_lengths[j - b : j].sum()
                    off = y - ratio * x
                    score = shapes[a, b] - 0.5 * off * off / (spread * (x * ratio + y) / 2.0 + 30.0)
                    score += trust * (near[i, a, j] - near[i, a, j - b] + far[j, b, i] - far[j, b, i - a])
                    if score < least:
                        continue
                    if count == room:
                        room *= 2
                        more, higher = np.zeros((room, 4), np.int32), np.zeros(room, np.float32)
                        more[:count], higher[:count] = rows, scores
                        rows, scores = more, higher
                    rows[count] = i, j, a, b
                    scores[count] = score
                    count += 1
    return rows[:count].copy(), scores[:count].copy()
