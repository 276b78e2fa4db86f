"""Charts as SVG, made on the server; each has its numbers in a table beside it on the page.

Lives here: bars over periods, and small lines for a cell. Not here: numbers (``screens``). Colours come from the style
sheet, so that charts follow light and dark; nothing in a chart is known by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH, HEIGHT, FOOT = 640, 120, 22
LABELS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One period: its name, its height in any unit, and the sentence that a pointer shows. ``open``: the period is
    uncertain, and is drawn hollow."""

    name: str
    value: float
    note: str
    open: bool = False


def bars(shown: Sequence[Bar], title: str) -> Markup:
    """A bar for each period, in order; nothing without bars."""
    if not shown:
        return Markup()
    most = max(bar.value for bar in shown) or 1.0
    step = WIDTH / len(shown)
    drawn = Markup().join(_bar(bar, i * step, step, most) for i, bar in enumerate(shown))
    every = max(1, -(-len(shown) // LABELS))
    names = Markup().join(
        Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
            (i + 0.5) * step, HEIGHT + 15, escape(bar.name)
        )
        for i, bar in enumerate(shown)
        if i % every == 0
    )
    whole = '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}{}{}</svg>'
    floor = Markup('<line x1="0" x2="{}" y1="{}" y2="{}"/>').format(WIDTH, HEIGHT, HEIGHT)
    return Markup(whole).format(WIDTH, HEIGHT + FOOT, title, floor, drawn, names)


def _bar(bar: Bar, x: float, step: float, most: float) -> Markup:
    height = max(1.5 if bar.value else 0.0, bar.value / most * (HEIGHT - 6))
    shape = '<rect{} x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title></rect>'
    kind = Markup(' class="open"') if bar.open else ""
    wide = min(step * 0.8, 48)
    return Markup(shape).format(kind, x + (step - wide) / 2, HEIGHT - height, wide, height, bar.note)
