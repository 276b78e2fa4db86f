"""Loops over arrays, compiled when they first run and kept beside the code (or in the user's cache).

Lives here: the inner loops of passage search, each a pure function over arrays. Not here: anything that knows files,
texts or settings as objects. What ``kept`` marks runs without the compiler once its machine code is kept.
"""
