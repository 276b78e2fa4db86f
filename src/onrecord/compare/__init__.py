"""Compare: two stretches of words at a time, and what differs between them.

Lives here: words that are compared (``words``), what differs and of what kind (``differ``), a quotation against the
places where it may stand (``verify``, ``receipts``). Not here: which texts are held, finding places (``trace``),
aligning sentences (``text``). Everything said is an observation about words, never about a person.
"""
