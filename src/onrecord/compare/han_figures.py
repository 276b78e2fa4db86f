"""Figures in Chinese: digits with 万 and 亿, numerals, shares, halves, hours, years in short, ordinals.

Lives here: reading. Not here: other languages (``spaced_figures``), what is told (``figures``).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import re2

from onrecord.text.align import numbers
from onrecord.text.fold import simplified

_HAN = "〇零○一二三四五六七八九十百千万亿两"
_UNITS = "瓦米克兆赫伏焦帕升卡字节"  # 千瓦, 千米: the character before is part of the unit
_COUNTED = (
    "级名位个项年次月日号届期等类章条款家人种层步轮场天周季线岁国点时起条例例部分份批座所间只张件本幅首倍世代口户册"
)
_AFTERNOON = ("下午", "晚", "傍晚", "午后", "夜")


@lru_cache(maxsize=1)
def _pattern() -> re2._Regexp:
    number = rf"(?:\d+(?:[,，]\d\d\d)*(?:[.．]\d+)?|[{_HAN}]+(?:点[{_HAN}]+)?)"
    return re2.compile(
        rf"(?P<share>{number})分之(?P<of>{number})"
        rf"|(?P<ten>{number})成(?P<five>[{_HAN}半])?"
        rf"|(?P<big>\d+(?:[,，]\d\d\d)*(?:[.．]\d+)?) ?(?P<scale>[百千万亿]+)(?P<rest>\d+)?"
        rf"|(?P<plain>{number})"
        r"|(?P<half>一半|过半|半数|近半|半)|(?P<first>首|头)[届次个位批家日季轮名例场条款]|(?P<roman>[Ⅰ-Ⅻ])|(?P<doubled>翻番|翻一番)"
    )


def read(chars: str) -> list[tuple[int, int, set[float]]]:
    """Every figure ``(start, end, values)`` in code points; a month is its number below zero."""
    plain = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in simplified(chars))
    found = []
    for match in _pattern().finditer(plain):
        values = _values(plain, match)
        if values:
            found.append((match.start(), match.end(), values))
    return found


def _values(chars: str, match: re2._Match) -> set[float]:
    """All that a figure may stand for."""
    given = {name: text for name, text in match.groupdict().items() if text}
    if "share" in given:
        return _share(given)
    if "ten" in given:
        return _tens(given)
    if "big" in given:
        return _scaled(chars, match, given)
    if "half" in given:
        return {0.5, 50.0, 30.0}
    if "first" in given:
        return {1.0}
    if "roman" in given:
        return {unicodedata.numeric(given["roman"])}
    if "doubled" in given:
        return {2.0, 100.0}
    return _plain(chars, match, given["plain"])


def _share(given: dict[str, str]) -> set[float]:
    """百分之五 is 5; 三分之一 is a third, and names 1 and 3."""
    whole, part = _number(given["share"]), _number(given["of"])
    if not whole or part is None:
        return set()
    if whole in (100, 1000, 10000):
        return {part, part * 100 / whole}
    return {part / whole, part, whole, 100 * part / whole}


def _tens(given: dict[str, str]) -> set[float]:
    """六成 is 6 tenths, 60 per cent."""
    value = _number(given["ten"])
    if value is None:
        return set()
    more = {"半": 0.5}.get(given.get("five", ""), (_number(given.get("five", "")) or 0) / 10)
    return {value + more, (value + more) * 10}


def _scaled(chars: str, match: re2._Match, given: dict[str, str]) -> set[float]:
    """1.2亿, 2万4801, 10万; 千瓦 and 公里 keep their own 千 and 万."""
    value, scale = _number(given["big"]), given["scale"]
    if value is None:
        return set()
    after = chars[match.end() : match.end() + 1]
    options = {numbers.scaled(value, scale) + float(given.get("rest", "0"))}
    if after and after in _UNITS and "rest" not in given:
        options = {numbers.scaled(value, scale[:-1]), numbers.scaled(value, scale)}
    return options


def _plain(chars: str, match: re2._Match, written: str) -> set[float]:
    value = _number(written)
    start, end = match.span()
    before, after = chars[max(0, start - 2) : start], chars[end : end + 3].lstrip()[:2]
    if value is None or (
        written == "一" and not (before.endswith(("第", "之", "星期", "周")) or after[:1] in _COUNTED)
    ):
        return set()
    if after[:1] == "月" and 1 <= value <= 12:
        return {-value}  # a month, which is no quantity
    values = {value}
    if after == "世纪":
        values |= _decade(chars[end : end + 12], value)
    if all(c in "〇零○一二三四五六七八九" for c in written) and len(written) > 1:  # 九二, 六四, 三四五六
        values |= {float(digit) for c in written if (digit := _number(c)) is not None}
    if len(written) == 3 and written[0] == "十" and written[2] == "五" and not after.startswith(("年", "个", "人")):
        values.add(value - 5 if value > 15 else value)
        values.add(10.0 + (_number(written[1]) or 0))  # the numbered plans: 十四五 is the fourteenth, for five years
    if 10 <= value < 100 and (after[:1] in ("年", "后") or (written[0] not in "0123456789" and "十" not in written)):
        values |= {1900 + value, 2000 + value}
    if after[:1] in ("时", "点", ":", "：") and value <= 24:
        values |= _hours(chars[max(0, start - 4) : start], value)
    return values


def _decade(after: str, century: float) -> set[float]:
    """19世纪80年代 is 1880."""
    match = _age().search(after)
    tens = _number(match.group(1)) if match else None
    return {(century - 1) * 100 + tens} if tens is not None else set()


@lru_cache(maxsize=1)
def _age() -> re2._Regexp:
    return re2.compile(rf"^ ?世纪 ?(\d+|[{_HAN}]+) ?年代")


def _hours(before: str, value: float) -> set[float]:
    """An hour of either clock."""
    if value <= 12 and any(word in before for word in _AFTERNOON):
        return {value, value % 12 + 12}
    return {value, value - 12} if value > 12 else {value}


def _number(written: str) -> float | None:
    """The value of digits or of a numeral, which may have a point (三点五)."""
    if not written:
        return None
    if written[0].isdecimal():
        return float(written.replace(",", "").replace("，", "").replace("．", "."))
    head, point, tail = written.partition("点")
    whole = numbers.han(head)
    if not point or whole is None:
        return whole
    digits = [numbers.han(c) for c in tail]
    known = [int(d) for d in digits if d is not None and d < 10]
    return float(f"{int(whole)}.{''.join(map(str, known))}") if known and len(known) == len(digits) else whole
