"""Trace: many texts over time: which passages they share, which set formulations they repeat, since when.

Lives here: the passage index as files, clusters and origins, discovery and counts. Not here: how a passage is found
(``text.passages``), SQL (``store``), two statements at a time (``compare``). What this room needs of the store is
handed in by ``record``.
"""
