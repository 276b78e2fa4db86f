"""Quotations and reported speech in a language whose finite verbs are known by their form (``Syntax``): English.

Lives here: ``find``. Not here: languages read by ``Speech`` alone (``spaced``, ``unspaced``), who a mention is.
"""

from onrecord.annotate.finite.reader import find

__all__ = ["find"]
