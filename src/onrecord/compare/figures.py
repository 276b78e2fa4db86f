"""Figures of a wording with all that they may stand for, so that two languages can be held against each other.

Lives here: which figures of one side have no answer on the other. Not here: reading them (``spaced_figures``,
``han_figures``), alignment (``text.align``).

A figure has several values where languages count differently: "5 p.m." is 5 or 17, 六成 is 6 or 60, "1990s" and 90后
share 90. A figure answers another when they share a value. What is written in digits is told when nothing answers to
it; words for numbers only answer, for "one" and "second" are often no numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.compare import han_figures, spaced_figures
from onrecord.knowledge import lexicons
from onrecord.model import Span
from onrecord.text.align import numbers
from onrecord.text.fold import primary

ROUNDED = 0.04  # how far a converted measure may be from the one that it renders
_HOT = 50  # degrees that no weather has in Celsius
_RANGE = 6  # code points between two figures of a range, of which the second has the unit ("2 to 4 inches")
_RANGING = frozenset(
    {"to", "-", "–", "—", "and", "or", "à", "et", "ou", "a", "y", "o", "до", "и", "или", "إلى", "到", "至"}
)
Measure = tuple[str, float, float]  # what is measured, the unit's size, the measure in units of size 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at ``span`` (code points of its wording): the keys of its values, whether it is in digits, and what it
    measures, where a unit stands behind it."""

    span: Span
    values: frozenset[str]
    digits: bool
    measure: Measure | None = None

    def answers(self, other: Figure) -> bool:
        """True when the two share a value, or are one measure in two units."""
        if self.values & other.values:
            return True
        if self.measure is None or other.measure is None or self.measure[0] != other.measure[0]:
            return False
        (_, unit, here), (_, unit2, there) = self.measure, other.measure
        return unit != unit2 and abs(here - there) <= ROUNDED * max(here, there)


def figures(chars: str, lang: str) -> list[Figure]:
    """The figures of a wording, in order; ``lang`` is BCP 47.

    >>> [sorted(f.values) for f in figures("five p.m., 1.2 billion and 30%", "en")]
    [['#17', '#5'], ['#1.2', '#1200000000'], ['#30']]
    >>> [sorted(f.values) for f in figures("2万4801人，占三分之一", "zh")]
    [['#24801'], ['#0.333333', '#1', '#3', '#33.3333']]
    >>> figures("385 miles", "en")[0].answers(figures("620公里", "zh")[0])
    True
    """
    code = primary(lang)
    found: list[Figure] = []
    months = [Figure(span, frozenset({f"#m{number}"}), False) for span, number in spaced_figures.months(chars, code)]
    read = han_figures.read(chars) if code == "zh" else spaced_figures.read(chars, code)
    for start, end, values in reversed(read):
        unit = _unit(chars, end, code) or _ranged(chars, end, found)
        digits = any(c.isdecimal() for c in chars[start:end])
        keys = frozenset(f"#m{round(-v)}" if v < 0 else numbers.key(v) for v in values)
        if unit and unit[0] == "degrees":
            keys |= {key for v in values for key in _celsius(v)}
        measure = (*unit, max(values) * unit[1]) if unit and unit[0] != "degrees" else None
        found.append(Figure(Span(start, end), keys, digits, measure))
    return sorted([*found, *months], key=lambda f: f.span.start)


def _unit(chars: str, end: int, code: str) -> tuple[str, float] | None:
    """The unit behind a figure: what it measures and its size."""
    table = lexicons.measures(code)
    after = chars[end : end + 24].lstrip(" \xa0\u202f-")
    if code == "zh":
        longest = next((after[:n] for n in (3, 2, 1) if after[:n] in table), "")
        return table.get(longest)
    size = next((n for n, c in enumerate(after) if not c.isalpha()), len(after))
    return table.get(after[:size].lower())


def _ranged(chars: str, end: int, after: Sequence[Figure]) -> tuple[str, float] | None:
    """The unit of the next figure, for the first of a range."""
    if not after or after[-1].measure is None or after[-1].span.start - end > _RANGE:
        return None
    between = chars[end : after[-1].span.start].strip()
    return after[-1].measure[:2] if between in _RANGING else None


def _celsius(value: float) -> set[str]:
    """A temperature that can only be one of Fahrenheit, as it is rounded in the other scale."""
    cold = (value - 32) / 1.8
    return {numbers.key(x) for x in (round(cold), int(cold), round(cold, 1))} if value >= _HOT else set()


def unanswered(one: Sequence[Figure], other: Sequence[Figure]) -> list[Figure]:
    """Figures in digits of one side that nothing on the other answers to, in order; also one that stands more often
    than there, where the other side has digits that nothing here answers to."""
    missing, again, free = [], [], list(other)
    for figure in one:
        same = next((f for f in free if f.answers(figure)), None)
        if same is not None:
            free.remove(same)
        elif not any(f.answers(figure) for f in other):
            missing += [figure] if figure.digits else []
        elif figure.digits:
            again.append(figure)
    mine = {value for figure in one for value in figure.values}
    left = [f for f in free if not f.values & mine]
    return sorted(missing + again[: max(0, len(left) - len(missing))], key=lambda f: f.span.start)
