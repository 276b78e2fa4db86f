"""What people decide about a record, and what a model may propose to them.

Lives here: these methods of ``Record`` and their documentation. Not here: what a judgement does (``judge``), how it is
laid over the labels (``judging``). Rooms are imported when a method is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.record.opened import Opened

if TYPE_CHECKING:
    from onrecord.model import Judgement, Ruling
    from onrecord.propose import Endpoint
    from onrecord.record.proposing import Proposed, Waiting


class Decides(Opened):
    """Judgements and proposals: append-only, replayed over every relabelling."""

    def judge_formulation(
        self, phrase: str | int, by: str, *, accept: bool = True, lang: str = "", renders: str = "", at: str = ""
    ) -> Judgement:
        """Decide that a phrase is a set formulation, which is then counted over held and later texts, or is none.

        ``phrase`` is its words, or its number among ``formulations``; ``lang`` a language code (default: that of most
        statements that hold the words). ``renders``: it is a form of this formulation (an id or a form that packs or
        people know), such as a translation, and is counted for it. It can be undone like every judgement. InputError
        when nothing held has it, or nobody knows what it renders.
        """
        from onrecord import judge
        from onrecord.record import judging, phrasing

        hand = judging.hand(by, at)
        words, code = phrasing.meant(self._store, self._know(), phrase, lang)
        id = phrasing.known_id(self._store, self._know(), renders) if renders else None
        return judging.keep(self._store, [judge.formulation(words, code, hand, yes=accept, renders=id)])[0]

    def judge(self, name: str, by: str, *, at: str = "", **decisions: str) -> list[Judgement]:
        """Decide something about a claim, for good: it is replayed over every later relabelling, and can be undone.

        ``name`` is the id of a statement, utterance or position (or its beginning); ``decisions`` are fields and
        values: ``speaker="Ada Quill"``, ``act="oppose"``, ``date="2024-01"``, ``wrong="yes"``: see ``model.Judgement``.
        Names and ids of the packs are known as such. ``at`` is ISO 8601 (default: now). Gives the judgements with their
        numbers. InputError when there is no such claim, field or value.
        """
        from onrecord import judge
        from onrecord.record import judging

        hand, know = judging.hand(by, at), self._know()
        held = self._store.claim(name)
        made = [
            judge.judgement_of(held.text, held.what, (field, value), hand, know) for field, value in decisions.items()
        ]
        return judging.keep(self._store, made)

    def now_called(self, judgement: Judgement) -> str | None:
        """The id of a judged position as it is now: act, target and holder are part of an id. None when it is gone."""
        from onrecord.record import judging

        return judging.now_called(self._store, judgement)

    def judge_names(self, first: str, other: str, by: str, *, same: bool, at: str = "") -> Judgement:
        """Decide that two names are one person, who is then called ``first`` everywhere, or that they are not."""
        from onrecord import judge
        from onrecord.record import judging

        hand = judging.hand(by, at)
        made = judge.names_judgement("same" if same else "different", (first, other), hand, self._know())
        return judging.keep(self._store, [made])[0]

    def undo(self, number: int, by: str, *, at: str = "") -> Judgement:
        """Decide that an earlier judgement does not hold; it stays listed. InputError when there is none."""
        from onrecord import judge
        from onrecord.record import judging

        judging.require(self._store, number)
        return judging.keep(self._store, [judge.undo(number, judging.hand(by, at))])[0]

    def accept(self, number: int, by: str, *, yes: bool = True, at: str = "") -> Judgement:
        """Decide that a proposal is right, which makes it a claim, or (``yes=False``) that it is not."""
        from onrecord import judge
        from onrecord.record import judging

        proposal = next((p for p in self._store.proposals() if p.id == number), None)
        if proposal is None:
            raise InputError(f"there is no proposal {number}; `onrecord propose --list` prints them")
        return judging.keep(self._store, [judge.accept(proposal, judging.hand(by, at), yes=yes)])[0]

    def propose(self, name: str, endpoint: Endpoint, *, at: str = "") -> Proposed:
        """Ask a language model about a statement and keep what stands in its text as proposals; nothing counts them.

        The only method that uses the network, and only to ``endpoint``. InputError when it cannot be reached; all other
        failures are counted, and so is everything dropped. Accept with ``accept``.
        """
        from onrecord.record import proposing

        return proposing.propose(self._store, self._know(), (name, endpoint, at), self._limits)

    def proposals(self) -> list[Waiting]:
        """Every proposal in the order made, and whether a person accepted or rejected it."""
        from onrecord.record import proposing

        return proposing.proposals(self._store)

    def judgements(self) -> list[Ruling]:
        """Every judgement in the order made, with what became of it: applied, or the reason why not."""
        from onrecord.record import judging

        return judging.rulings(self._store)
