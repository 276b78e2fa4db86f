"""What the charts of the screens say and where they lead: from answers to bars, spans and small lines.

Lives here: that, and the steps of the zoom. Not here: shapes (``charts``, ``timeline``), numbers (``screens``).
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from onrecord.store.facets import Facets
from onrecord.trace.phrases import Period
from onrecord.web import timeline as over_time
from onrecord.web.charts import Bar, bars
from onrecord.web.charts import spark as small
from onrecord.web.reader import Reader
from onrecord.web.screens.formulations import FormulationsAnswer


def months(facets: Facets, reader: Reader) -> Markup:
    """Hits of each month, for each million characters said in it; a bar leads to its month."""
    found = [(m, 1e6 * m.hits / m.chars if m.chars else 0.0) for m in facets.months]
    shown = [
        Bar(m.month, rate, reader.say("bar_month", month=m.month, hits=m.hits, rate=f"{rate:,.1f}"),
            reader.link(since=m.month, until=m.month))
        for m, rate in found
    ]  # fmt: skip
    return bars(shown, reader.say("chart_months"))


def timeline(answer: FormulationsAnswer, reader: Reader) -> Markup:
    """The uses of a phrase in the window that is asked for."""
    if answer.trace is None or answer.window is None:
        return Markup()

    def note(p: Period) -> str:
        return reader.say(
            "bar_period", period=p.period, uses=p.uses, origins=p.origins, rate=f"{p.per_million:,.1f}",
            heat=reader.said("heat", p.heat),
        )  # fmt: skip

    def address(p: Period) -> str:
        return zoomed(p, answer.by, reader)

    how = over_time.Drawn(
        answer.window, answer.by, answer.measure, note, address, lambda word: reader.said("heat", word)
    )
    return over_time.uses(answer.trace, how, reader.say(f"over_time_{answer.measure}"))


def zoomed(period: Period, by: str, reader: Reader) -> str:
    """Where a period leads: a year to its months. Empty for others."""
    if by != "year" or len(period.period) != over_time.SIZE["year"]:
        return ""
    return reader.link(by="month", since=period.period, until=period.period)


def lineage(answer: FormulationsAnswer, reader: Reader) -> Markup:
    """The first use by each actor on the same days."""
    if answer.trace is None or answer.window is None:
        return Markup()

    def name(actor: str) -> str:
        return reader.called(answer.names, actor)

    return over_time.lineage(answer.trace.lineage, answer.window, name, reader.say("first_by"))


def zooms(answer: FormulationsAnswer, reader: Reader) -> list[tuple[str, str]]:
    """The steps from this window to others: the word for each, and its address."""
    window = answer.window
    if window is None or answer.trace is None:
        return []
    steps = [("earlier", window.moved(-0.5)), ("later", window.moved(0.5)), ("closer", window.moved(0, 0.5)),
             ("wider", window.moved(0, 2))]  # fmt: skip
    found = [(reader.say(f"zoom_{word}"), reader.link(since=to.first, until=to.last)) for word, to in steps]
    return [*found, (reader.say("zoom_whole"), reader.link(since=None, until=None))]


def spark(years: Sequence[tuple[str, int]], reader: Reader) -> Markup:
    """Texts of each year, small."""
    return small(years, ", ".join(f"{year}: {count}" for year, count in years))
