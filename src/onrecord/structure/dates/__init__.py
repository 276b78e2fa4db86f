"""The dates of a statement: when it was said, and when the page was published.

Lives here: the places where dates stand and the decision between them (``heading``). Not here: dates in words
(``text.datewords``), arithmetic (``onrecord.dates``).
"""

from onrecord.structure.dates.heading import Heading, decide

__all__ = ["Heading", "decide"]
