"""Numbers as one key whatever they are written with: "1.2 billion", "12亿", "百分之八", "二〇一二", "deux mille".

Lives here: reading one written number. Not here: finding it among words (``units``). The key is "#" and the value;
what cannot be read has no key.
"""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10**4, "亿": 10**8}
HAN_NUMERALS = frozenset(_DIGITS) | frozenset(_SMALL) | frozenset(_BIG)
SCALES_AFTER_DIGITS = frozenset(_SMALL) | frozenset(_BIG)
MOST_DIGITS = 18  # longer rows of digits are no quantities: they stand for themselves


def key(value: float) -> str:
    """The key of a value.

    >>> key(12.0), key(1.5e9), key(0.25)
    ('#12', '#1500000000', '#0.25')
    """
    whole = round(value)
    return f"#{whole}" if abs(value - whole) < 1e-9 * max(1.0, abs(value)) else f"#{value:.6g}"


def digits(written: str, *, comma_decimal: bool) -> float | None:
    """The value of digits with separators; ``comma_decimal`` says what one comma means where it can mean two things.

    >>> digits("1,234.5", comma_decimal=False), digits("1.234,5", comma_decimal=True), digits("3,5", comma_decimal=True)
    (1234.5, 1234.5, 3.5)
    >>> digits("1,234", comma_decimal=False), digits("2.5", comma_decimal=True)
    (1234.0, 2.5)
    """
    if len(written) > MOST_DIGITS + 6:
        return None
    plain = written.replace("\u066b", ".").replace("\u066c", ",")
    last = max(plain.rfind(","), plain.rfind("."))
    if last < 0:
        return float(plain)
    mark, after = plain[last], len(plain) - last - 1
    other = "." if mark == "," else ","
    decimal = other in plain or (plain.count(mark) == 1 and (after != 3 or (mark == ",") == comma_decimal))
    head = plain[:last] if decimal else plain
    body = head.replace(",", "").replace(".", "")
    return float(f"{body or '0'}.{plain[last + 1 :]}") if decimal else float(body)


def han(written: str) -> float | None:
    """The value of a Chinese numeral; None for what is none.

    >>> han("二〇一二"), han("三十五"), han("一亿二千万"), han("十万"), han("百")
    (2012.0, 35.0, 120000000.0, 100000.0, 100.0)
    """
    if not written or any(c not in HAN_NUMERALS for c in written) or len(written) > MOST_DIGITS:
        return None
    if all(c in _DIGITS for c in written):
        return float("".join(str(_DIGITS[c]) for c in written))
    done, total, part, digit = 0, 0, 0, 0
    for c in written:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _SMALL:
            part, digit = part + (digit or 1) * _SMALL[c], 0
        elif c == "亿":
            done, total, part, digit = done + (total + part + digit or 1) * _BIG[c], 0, 0, 0
        else:
            total, part, digit = total + (part + digit or 1) * _BIG[c], 0, 0
    return float(done + total + part + digit)


def scaled(value: float, scales: str) -> float:
    """A value with Chinese scales after it: 1.2 and "万亿".

    >>> scaled(1.2, "万亿")
    1200000000000.0
    """
    for c in scales:
        value *= _SMALL.get(c) or _BIG[c]
    return value
