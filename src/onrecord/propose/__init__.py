"""Propose: claims that a language model proposes, each verified against the characters of the text.

Lives here: the question (``question``), the bounded call (``address``, ``call``), the verification (``verify``)
and their order (``asking``). Not here: keeping proposals (``store``), accepting them (a person, through ``judge``).
The only room that opens a network connection, and only when ``onrecord propose`` is given an address. What a model says
is treated as hostile: it can add nothing that does not stand in the text, and nothing it adds counts before a person
says so.
"""

from onrecord.propose.address import Address, parse_address
from onrecord.propose.asking import Outcome, ask
from onrecord.propose.call import Endpoint

__all__ = ["Address", "Endpoint", "Outcome", "ask", "parse_address"]
