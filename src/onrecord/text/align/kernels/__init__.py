"""Loops over arrays, compiled when they first run. Importing a module of this folder loads the compiler (0.3 s), so
only functions do it.

Lives here: inner loops of alignment, each a pure function over arrays. Not here: words, languages, settings as objects.
"""
