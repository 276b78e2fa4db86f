"""The screens: each asks the record one question and gives one answer, which the page shows and the API sends.

Lives here: one module for each screen, with a frozen answer. Not here: addresses (``app``), looks (``templates``).
"""
