"""Loops over arrays, compiled when they first run and kept beside the code (or in the user's cache).

Lives here: the inner loops of passage search, each a pure function over arrays. Not here: anything that knows files,
texts or settings as objects. Importing a module of this folder loads the compiler (0.3 s), so only functions do it.
"""
