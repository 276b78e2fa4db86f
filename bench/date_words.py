"""Speed of finding dates in words: milliseconds a text of about 600 words, and growth on hostile text.

Run: python bench/date_words.py
Prints, for one language and for all, the time of a plain text with two dates; then, for texts made only of dates and
of what resembles them, the time at double length over the time at single length (about 2 is linear).
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from onrecord.knowledge.language import Language
from onrecord.knowledge.languages import LANGUAGES
from onrecord.text.datewords import find

WORDS = (
    "The council of the islands met on 29 January 2024 in Port Amaro and heard the minister, who said that it may take "
    "years before the reef is whole again. "
)
PLAIN = (WORDS + WORDS.replace("29 January 2024", "that day") * 19)[:3_700]
HOSTILE = {
    "days": "1 May ",
    "Chinese days": "1月1日",
    "half a date": "1-",
    "strokes": "1/1/1",
    "weekdays": "Monday ",
    "ranges": "1月1日至",
    "figures and months": "1月",
}


def seconds(text: str, languages: Sequence[Language], times: int) -> float:
    """CPU seconds of one search, the best of ``times``."""
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        find(text, languages)
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Print the table."""
    for name, languages in (("en", LANGUAGES[:1]), ("all six", LANGUAGES)):
        find(PLAIN, languages)
        print(f"{len(PLAIN.split())} words, {name}: {1000 * seconds(PLAIN, languages, 50):.2f} ms")
    for name, unit in HOSTILE.items():
        once = seconds(unit * 10_000, LANGUAGES, 3)
        print(f"{name}: {once:.2f} s, doubled x{seconds(unit * 20_000, LANGUAGES, 3) / once:.1f}")


if __name__ == "__main__":
    main()
