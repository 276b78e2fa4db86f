"""Figures in languages that set spaces: digits with separators, scales, words for numbers, hours, decades.

Lives here: reading. Not here: Chinese (``han_figures``), words for numbers (``knowledge``), what is told (``figures``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import re2

from onrecord.knowledge import lexicons
from onrecord.model import Span
from onrecord.text.align import numbers
from onrecord.text.align.units import COMMA_DECIMAL
from onrecord.text.fold import forms

JOINING: Final = frozenset({"and", "y", "et", "и", "و"})
_THOUSAND = 1000
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
_CENTURY = range(1900, 2100)
SHORT: Final = 2  # letters of a scale that is none without digits before it ("p.m.", "mn")


@dataclass(frozen=True, slots=True)
class _Token:
    """A run of digits with its separators, or of letters: its folded form, its value, or what it multiplies by."""

    start: int
    end: int
    form: str
    value: float | None = None
    scale: float | None = None
    digits: bool = False
    roman: float = 0.0


@lru_cache(maxsize=1)
def _pattern() -> re2._Regexp:
    return re2.compile(r"\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|\p{L}[\p{L}\p{M}]*")


@lru_cache(maxsize=1)
def _named() -> re2._Regexp:
    return re2.compile(r"(?i)covid[-‑– ]?19|sars-cov-2|24/7|24-7")


@lru_cache(maxsize=8)
def _words(lang: str) -> tuple[dict[str, float], dict[str, float]]:
    """Folded words of a language with their values, and with what they multiply by."""
    values: dict[str, float] = {}
    scales: dict[str, float] = {}
    for form, key in {**lexicons.quantities(lang), **lexicons.numbers(lang)}.items():
        name = "".join(forms(form))
        if key[0] == "x":
            scales[name] = float(key[1:])
        elif key[0] != "m":
            values[name] = float(key)
    return values, scales


@lru_cache(maxsize=8)
def _months(lang: str) -> dict[str, int]:
    """Folded names of months, whole and short, with their numbers."""
    names = {"".join(forms(f)): int(key[1:]) for f, key in lexicons.numbers(lang).items() if key[0] == "m"}
    short = {name[:3]: number for name, number in names.items()} if lang == "en" else {}
    return {**short, **names, **({"sept": 9} if short else {})}


def months(chars: str, lang: str) -> list[tuple[Span, int]]:
    """The names of months with their numbers, in order; in scripts with capitals only those of English need one."""
    table = _months(lang)
    found = []
    for match in _pattern().finditer(chars) if table else ():
        word = match.group()
        number = table.get("".join(forms(word)))
        if number and (lang != "en" or word[0].isupper()):
            found.append((Span(*match.span()), number))
    return found


def read(chars: str, lang: str) -> list[tuple[int, int, set[float]]]:
    """Every figure ``(start, end, values)`` in code points; ``lang`` is a primary subtag."""
    tokens = _tokens(chars, lang)
    hidden = [m.span() for m in _named().finditer(chars)]
    found: list[tuple[int, int, set[float]]] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if any(start <= token.start < end for start, end in hidden):
            at += 1
        elif token.digits:
            at = _digits(chars, tokens, at, lang, found)
        elif token.roman and token.end - token.start > 1:
            found.append((token.start, token.end, {token.roman}))
            at += 1
        elif token.value is not None or ((token.scale or 0) > 1 and token.end - token.start > SHORT):
            at = _spelled(chars, tokens, at, found)
        else:
            at += 1
    return found


def _tokens(chars: str, lang: str) -> list[_Token]:
    values, scales = _words(lang)
    made = []
    for match in _pattern().finditer(chars):
        start, end = match.span()
        run = chars[start:end]
        if run[0].isdecimal():
            plain = "".join(c if not c.isdecimal() else str(int(c)) for c in run)
            made.append(
                _Token(start, end, plain, numbers.digits(plain, comma_decimal=lang in COMMA_DECIMAL), digits=True)
            )
        else:
            form = "".join(forms(run))
            made.append(_Token(start, end, form, values.get(form), scales.get(form), False, _roman(run)))
    return made


def _roman(run: str) -> float:
    """The value of a Roman numeral, an ending of an ordinal aside ("XIXe"); 0 for what is none."""
    row = run.rstrip("eèm")
    values = [_ROMAN.get(c, 0) for c in row]
    if not row or not all(values):
        return 0.0
    return float(sum(-v if any(v < w for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values)))


def _digits(chars: str, tokens: list[_Token], at: int, lang: str, found: list[tuple[int, int, set[float]]]) -> int:
    """Read a figure in digits with what follows it; the number of the next token."""
    token = tokens[at]
    if token.value is None:
        return at + 1
    value, end, at = token.value, token.end, at + 1
    while lang in COMMA_DECIMAL and at < len(tokens) and _is_group(chars, tokens[at], end) and value < 10**12:
        value, end, at = value * _THOUSAND + (tokens[at].value or 0), tokens[at].end, at + 1
    if at < len(tokens) and chars[end : tokens[at].start] in (":", ": ", "h") and tokens[at].digits:
        both = {value - 12} if 12 < value <= 24 else {0.0} if value == 12 else set()
        found.append((token.start, end, _hours(chars, tokens, at + 1, value) | both))
        minutes = tokens[at]
        if minutes.value:
            found.append((minutes.start, minutes.end, {minutes.value}))
        return at + 1
    if at < len(tokens) and _is_clock(token, tokens, at):
        hour, minute = (float(part) for part in token.form.split("."))
        found.append((token.start, end, _hours(chars, tokens, at, hour) | {hour, value}))
        found.append((token.start, end, {minute}))
        return at
    values = {value} | _grouped(token, lang)
    while at < len(tokens) and tokens[at].scale and _near(chars, end, tokens[at]):
        if len(tokens[at].form) == 1 and tokens[at].start != end:  # "5 m" is a length
            break
        scaled = {v * (tokens[at].scale or 1) for v in values}
        values = scaled | (values if len(tokens[at].form) == 1 else set())
        end, at = tokens[at].end, at + 1
    values |= (
        _halved(chars, tokens, at, end, value) | _hours(chars, tokens, at, value) | _decade(chars, token, end, value)
    )
    found.append((token.start, end, values))
    return at


def _is_clock(token: _Token, tokens: list[_Token], at: int) -> bool:
    """True for "7.55 am"."""
    letters = "".join(t.form for t in tokens[at : at + 2])
    return letters.startswith(("am", "pm")) and len(token.form.partition(".")[2]) == 2 and "," not in token.form


def _grouped(token: _Token, lang: str) -> set[float]:
    """ "10,000" in a language where a comma may mean either: both readings."""
    head, mark, tail = token.form.partition(",") if "," in token.form else token.form.partition(".")
    both = mark and len(tail) == 3 and lang in COMMA_DECIMAL and tail.isdecimal() and head.isdecimal()
    return {float(head + tail), float(f"{head}.{tail}")} if both else set()


def _is_group(chars: str, token: _Token, end: int) -> bool:
    """True for three digits after one space: "12 500"."""
    return token.digits and token.end - token.start == 3 and chars[end : token.start] in (" ", "\xa0", "\u202f")


def _near(chars: str, end: int, token: _Token) -> bool:
    return chars[end : token.start] in ("", " ", "-", "\xa0", "\u202f")


def _halved(chars: str, tokens: list[_Token], at: int, end: int, value: float) -> set[float]:
    """ "3 and a half": also three and a half."""
    rest = [t.form for t in tokens[at : at + 3]]
    return {value + 0.5} if rest in (["and", "a", "half"],) else set()


def _hours(chars: str, tokens: list[_Token], at: int, value: float) -> set[float]:
    """An hour of either clock."""
    letters = "".join(t.form for t in tokens[at : at + 2])
    return {value, value % 12 + 12} if value <= 12 and letters.startswith("pm") else {value}


def _decade(chars: str, token: _Token, end: int, value: float) -> set[float]:
    """ "1990s" is also "90s", and the other way."""
    if chars[end : end + 1] not in ("s", "’", "'") and chars[max(0, token.start - 1) : token.start] not in (
        "'",
        "’",
        "‘",
    ):
        return set()
    if value in _CENTURY:
        return {value % 100}
    return {1900 + value} if value < 100 else set()


def _joins(tokens: list[_Token], at: int, parts: set[float]) -> bool:
    """True for a word between two words of one number: "and", or "a" in "half a million"."""
    joining = tokens[at].form in JOINING or (tokens[at].form == "a" and bool(parts))
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return joining and after is not None and (after.value is not None or bool(after.scale))


def _spelled(chars: str, tokens: list[_Token], at: int, found: list[tuple[int, int, set[float]]]) -> int:
    """Read words that make one number: "two hundred and five", "half a million"; the number of the next token."""
    first, total, part, parts = tokens[at], 0.0, 0.0, set[float]()
    end = first.start
    while at < len(tokens):
        token = tokens[at]
        gap = chars[end : token.start]
        if token.start != first.start and (gap.strip("- \xa0\u202f") or len(gap) > 2):
            break
        if token.value is not None and not token.digits:
            part += token.value
            parts.add(token.value)
        elif token.scale:
            part = (part or 1.0) * token.scale
            if token.scale >= _THOUSAND:
                total, part = total + part, 0.0
        elif not _joins(tokens, at, parts):
            break
        end, at = token.end, at + 1
    values = {total + part} | (parts if not total else set())
    for value in tuple(values):
        values |= {value * 100} if value < 1 else set()
    letters = "".join(t.form for t in tokens[at : at + 2])
    values |= {v + 12 for v in values if v < 12 and letters.startswith("pm")}
    found.append((first.start, max(end, first.end), values))
    return max(at, tokens.index(first) + 1)
