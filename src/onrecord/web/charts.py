"""Charts as SVG, made on the server; each has its numbers in a table beside it on the page.

Lives here: bars over periods, and small bars for a cell. Not here: numbers (``screens``), time that is zoomed
(``timeline``). Places across are percentages, so that words keep their size on every screen; colours come from the
style sheet, so that charts follow light and dark. Nothing in a chart is known by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

HEIGHT, FOOT = 120, 22
LABELS = 5
SPARK_WIDTH, SPARK_HEIGHT = 64, 16


@dataclass(frozen=True, slots=True)
class Bar:
    """One period: its name, its height in any unit, the sentence that a pointer shows, and where it leads (empty:
    nowhere; the table beside the chart leads there too)."""

    name: str
    value: float
    note: str
    address: str = ""


def bars(shown: Sequence[Bar], title: str) -> Markup:
    """A bar for each period, in order; nothing without bars."""
    if not shown:
        return Markup()
    most = max(bar.value for bar in shown) or 1.0
    step = 100 / len(shown)
    drawn = Markup().join(_bar(bar, i * step, step, most) for i, bar in enumerate(shown))
    every = max(1, -(-len(shown) // LABELS))
    names = Markup().join(
        label((i + 0.5) * step, HEIGHT + 15, bar.name) for i, bar in enumerate(shown) if i % every == 0
    )
    return figure(title, HEIGHT + FOOT, Markup().join((line(HEIGHT), drawn, names)))


def figure(title: str, height: float, drawn: Markup) -> Markup:
    """A chart as wide as its place; ``height`` in pixels."""
    return Markup('<svg class="chart" width="100%" height="{:.0f}" role="group" aria-label="{}">{}</svg>').format(
        height, title, drawn
    )


def line(y: float, kind: str = "floor") -> Markup:
    """A line across at ``y`` pixels."""
    return Markup('<line class="{}" x1="0" x2="100%" y1="{:.1f}" y2="{:.1f}"/>').format(kind, y, y)


def label(x: float, y: float, words: str, kind: str = "") -> Markup:
    """Words at ``x`` per cent, kept inside: near an end they begin or end there."""
    anchor = "start" if x < 8 else "end" if x > 92 else "middle"
    at = 0.0 if x < 8 else 100.0 if x > 92 else x
    shape = '<text class="{}" x="{:.2f}%" y="{:.0f}" text-anchor="{}">{}</text>'
    return Markup(shape).format(kind, at, y, anchor, words)


def linked(shape: Markup, address: str, name: str) -> Markup:
    """A shape that leads somewhere, or the shape alone. The keyboard finds the same link in the table."""
    if not address:
        return shape
    return Markup('<a href="{}" tabindex="-1" aria-label="{}">{}</a>').format(address, name, shape)


def _bar(bar: Bar, x: float, step: float, most: float) -> Markup:
    height = max(2.0 if bar.value else 0.0, bar.value / most * (HEIGHT - 6))
    wide = min(step * 0.8, 8.0)
    shape = '<rect x="{:.2f}%" y="{:.1f}" width="{:.2f}%" height="{:.1f}"><title>{}</title></rect>'
    drawn = Markup(shape).format(x + (step - wide) / 2, HEIGHT - height, wide, height, bar.note)
    return linked(drawn, bar.address, bar.note)


def spark(years: Sequence[tuple[str, int]], title: str) -> Markup:
    """Small bars from the first year to the last, one for each; years without a text stay empty."""
    if not years:
        return Markup()
    counts = {int(year): count for year, count in years}
    first, last, most = min(counts), max(counts), max(counts.values())
    step = min(SPARK_WIDTH / (last - first + 1), SPARK_HEIGHT)
    drawn = Markup().join(
        Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
            (year - first) * step,
            SPARK_HEIGHT - max(2.0, count / most * SPARK_HEIGHT),
            max(1.0, step - 1),
            max(2.0, count / most * SPARK_HEIGHT),
        )
        for year, count in sorted(counts.items())
    )
    wide = step * (last - first + 1)
    return Markup('<svg class="spark" width="{:.0f}" height="{}" role="img" aria-label="{}">{}</svg>').format(
        max(wide, 4), SPARK_HEIGHT, title, drawn
    )
