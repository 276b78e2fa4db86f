"""What is counted over, by looking at every text of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from onrecord.trace.phrases import By, Held, Said, Text, last_of, period_of

SIZE = 1000  # code points of each text


def _held(uses: Sequence[Said], texts: Sequence[Text], by: By) -> Held:
    langs = {use.text.lang for use in uses}
    some = [text for text in texts if text.lang in langs]
    groups: dict[str, list[Text]] = {}
    for text in some:
        groups.setdefault(period_of(text.first_day, text.last_day, by), []).append(text)
    periods = {p: (len(held), SIZE * len(held), len({t.origin for t in held})) for p, held in groups.items()}
    last = last_of(uses).days[1] or "9"
    later = {t.origin for t in some if t.first_day and t.first_day > last}
    users = {use.text.origin for use in uses if use.text.first_day}
    days = [(t.first_day, t.last_day) for t in texts if t.first_day and t.last_day]
    starts = (min(d[0] for d in days), min(d[1] for d in days)) if days else (None, None)
    return Held(starts, periods, len({t.origin for t in some if t.first_day}), len(later), len(later & users))


@pytest.fixture
def held() -> Callable[[Sequence[Said], Sequence[Text], By], Held]:
    """The function from uses, all texts and the kind of period."""
    return _held
