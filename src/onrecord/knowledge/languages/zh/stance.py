"""Chinese: words of stance."""

from onrecord.knowledge.stance import Stance

STANCE = Stance()
