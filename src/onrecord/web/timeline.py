"""A phrase over time as SVG: bars of sure periods on a true time axis, what is uncertain as spans, and who came when.

Lives here: the window of days, what falls into it, the drawing. Not here: counting (``trace``), addresses of the zoom
(``pages``). Days are ordinals, places across percentages of the window; a text whose date tells less than the
period asked for is a span as long as the days that it can be of, never a bar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from markupsafe import Markup

from onrecord.trace.phrases import HEAT, NO_DATE, Period, Step, Trace
from onrecord.web.charts import HEIGHT, figure, label, line, linked

Measure = Literal["raw", "rate", "heat"]
TICKS, LANES, LANE, ROW, STEPS, WIDEST = 5, 6, 14, 30, 12, 8.0
SIZE_OF_WORDS = 12  # pixels
SIZE = {"year": 4, "month": 7}


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are shown, both included, as ISO days."""

    first: str
    last: str

    @property
    def days(self) -> int:
        """How many."""
        return day(self.last) - day(self.first) + 1

    def moved(self, by: float, scale: float = 1.0) -> Window:
        """Another window: ``by`` times its length later, ``scale`` times as long around its middle."""
        middle = (day(self.first) + day(self.last)) / 2 + by * self.days
        half = max(self.days * scale, 28) / 2
        return Window(_iso(middle - half), _iso(middle + half - 1))

    def x(self, ordinal: float) -> float:
        """Where a day stands, in per cent."""
        return 100 * (ordinal - day(self.first)) / self.days


def day(iso: str) -> int:
    """The ordinal of an ISO day."""
    return date.fromisoformat(iso).toordinal()


def _iso(ordinal: float) -> str:
    return date.fromordinal(min(max(round(ordinal), 1), date.max.toordinal())).isoformat()


def bounds(period: str) -> tuple[str, str] | None:
    """First and last ISO day of a period; None for "no date".

    >>> bounds("2024"), bounds("2024-02"), bounds("2024-12-30/2025-01-02")
    (('2024-01-01', '2024-12-31'), ('2024-02-01', '2024-02-29'), ('2024-12-30', '2025-01-02'))
    """
    if period == NO_DATE:
        return None
    if "/" in period:
        first, last = period.split("/")
        return first, last
    if len(period) == SIZE["year"]:
        return f"{period}-01-01", f"{period}-12-31"
    year, month = map(int, period.split("-"))
    after = date(year + month // 12, month % 12 + 1, 1) if (year, month) != (9999, 12) else date.max
    return f"{period}-01", (after - timedelta(1)).isoformat()


def whole(trace: Trace) -> Window | None:
    """The days of all dated uses; None when no use has a date."""
    found = [held for p in trace.periods if (held := bounds(p.period))]
    return Window(min(f for f, _ in found), max(last for _, last in found)) if found else None


def inside(trace: Trace, window: Window) -> tuple[Period, ...]:
    """The periods that touch the window, and "no date"."""
    return tuple(p for p in trace.periods if (held := bounds(p.period)) is None or _touches(held, window))


def _touches(held: tuple[str, str], window: Window) -> bool:
    return held[0] <= window.last and held[1] >= window.first


def value(period: Period, measure: Measure) -> float:
    """What a bar is as high as."""
    return {"raw": float(period.uses), "rate": period.per_million, "heat": 100 * period.share}[measure]


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a timeline is drawn: the window, whether by year or month, what is measured, and the words: ``note`` of a
    period, ``address`` of a bar, ``heat`` of a tier."""

    window: Window
    by: Literal["year", "month"]
    measure: Measure
    note: Callable[[Period], str]
    address: Callable[[Period], str]
    heat: Callable[[str], str]


def uses(trace: Trace, how: Drawn, title: str) -> Markup:
    """Bars of the sure periods, and under them the uncertain ones as hollow spans."""
    held = [(p, found) for p in inside(trace, how.window) if (found := bounds(p.period))]
    sure = [(p, found) for p, found in held if len(p.period) == SIZE[how.by]]
    spans = [(p, found) for p, found in held if len(p.period) != SIZE[how.by]]
    most = max((value(p, how.measure) for p, _ in sure), default=0.0) or 1.0
    bars = Markup().join(_bar(p, found, how, most) for p, found in sure)
    lanes = Markup().join(_span(p, found, how, n % LANES) for n, (p, found) in enumerate(spans))
    foot = HEIGHT + 22 + LANE * min(len(spans), LANES)
    tiers = _tiers(most, how.heat) if how.measure == "heat" else Markup()
    return figure(title, foot, Markup().join((line(HEIGHT), bars, tiers, _ticks(how.window, HEIGHT + 15), lanes)))


def _bar(p: Period, held: tuple[str, str], how: Drawn, most: float) -> Markup:
    height = max(2.0, value(p, how.measure) / most * (HEIGHT - 14))
    x, wide = _stretch(held, how.window)
    shape = '<rect class="h-{}" x="{:.2f}%" y="{:.1f}" width="{:.2f}%" height="{:.1f}"><title>{}</title></rect>'
    bar = min(max(wide * 0.8, 0.2), WIDEST)
    drawn = Markup(shape).format(p.heat, x + (wide - bar) / 2, HEIGHT - height, bar, height, how.note(p))
    return linked(drawn, how.address(p), how.note(p))


def _span(p: Period, held: tuple[str, str], how: Drawn, lane: int) -> Markup:
    x, wide = _stretch(held, how.window)
    shape = '<rect class="open" x="{:.2f}%" y="{:.1f}" width="{:.2f}%" height="{}"><title>{}</title></rect>'
    return Markup(shape).format(x, HEIGHT + 24 + lane * LANE, max(wide, 0.6), LANE - 5, how.note(p))


def _stretch(held: tuple[str, str], window: Window) -> tuple[float, float]:
    """Where days begin, in per cent, and how wide they are; cut at the ends of the window."""
    first, last = max(held[0], window.first), min(held[1], window.last)
    x = window.x(day(first))
    return x, window.x(day(last) + 1) - x


def _ticks(window: Window, y: float) -> Markup:
    """Names of years, or of months in a short window, at most ``TICKS`` of them."""
    first, last = date.fromisoformat(window.first), date.fromisoformat(window.last)
    months = [(y, m) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    starts = [date(y, m, 1) for y, m in months if first <= date(y, m, 1) <= last] or [first]
    years = [one for one in starts if one.month == 1]
    shown = years if len(years) > 2 else starts
    every = -(-len(shown) // TICKS)
    return Markup().join(
        label(window.x(one.toordinal()), y, one.isoformat()[: 4 if shown is years else 7]) for one in shown[::every]
    )


def _tiers(most: float, heat: Callable[[str], str]) -> Markup:
    """A line where each tier of heat begins, with its word."""
    drawn, free = [], float(HEIGHT + SIZE_OF_WORDS)  # a word stands where it has room above the one before
    for least, word in sorted(HEAT):
        y = HEIGHT - 100 * least / most * (HEIGHT - 14)
        if not 0 < 100 * least <= most:
            continue
        drawn.append(line(y, "tier"))
        if free - y >= SIZE_OF_WORDS:
            drawn.append(label(100, y - 2, heat(word), "tier"))
            free = y
    return Markup().join(drawn)


def lineage(steps: Sequence[Step], window: Window, name: Callable[[str], str], title: str) -> Markup:
    """The first use by each actor, in order: a line as long as the days that it can be of. At most ``STEPS`` rows."""
    shown = [s for s in steps if s.first.days[0] and s.first.days[1]][:STEPS]
    rows = Markup().join(_row(s, window, name, n * ROW) for n, s in enumerate(shown))
    return figure(title, len(shown) * ROW + 20, rows + _ticks(window, len(shown) * ROW + 15)) if shown else Markup()


def _row(step: Step, window: Window, name: Callable[[str], str], y: float) -> Markup:
    first, last = step.first.days[0] or window.first, step.first.days[1] or window.last
    if not _touches((first, last), window):
        return label(0, y + 12, name(step.actor), "away")
    x, wide = _stretch((first, last), window)
    kind = "" if first == last else "open"
    anchor, at = ("start", x) if x < 50 else ("end", x + wide)
    words = Markup('<text x="{:.2f}%" y="{}" text-anchor="{}">{}</text>').format(at, y + 12, anchor, name(step.actor))
    shape = '<rect class="{}" x="{:.2f}%" y="{}" width="{:.2f}%" height="8"/>'
    return words + Markup(shape).format(kind, min(x, 99.2), y + 16, max(wide, 0.8))
