"""Propose: claims that a language model proposes, each verified against the characters of the text.

Lives here: the question, the bounded call, the verification. Not here: keeping proposals (``store``), accepting them (a
person, through ``judge``). The only room that opens a network connection, and only when ``onrecord propose`` is given
an address.
"""
