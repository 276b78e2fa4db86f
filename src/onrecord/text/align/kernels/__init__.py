"""Loops over arrays, compiled when they first run and kept: a run that has their machine code loads no compiler.

Lives here: inner loops of alignment, each a function that makes room and a loop that fills it. Not here: words,
languages, settings as objects.
"""
