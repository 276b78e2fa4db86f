"""Whom the subject of a clause names, in languages written without spaces.

Lives here: from the words before a verb to a political actor, the voice's own side, a document, or none of these.
Not here: where the subject ends (``unspaced``), the voice (``holders``). A state is known by its name, by a side
("美方") or, for a side of one character, by the only state of this text whose name begins with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from onrecord.annotate.positions.holders import COMPANY, Desk, takes_positions
from onrecord.annotate.positions.lexis import Lexis
from onrecord.knowledge import Knowledge
from onrecord.knowledge.lookup import actor, actor_named, fold
from onrecord.knowledge.pack import Actor
from onrecord.model import Span, Speaker

Kind = Literal["none", "actor", "own", "joint", "thing", "pronoun", "group", "other"]
LONGEST = 40
STATE = 8
NAME = 10
SHORT = 5
OFFICE = 6
BEFORE = 6
FULL = 6
GROUP = 14  # signs of a mention of companies or critics


@dataclass(frozen=True, slots=True)
class Side:
    """What a subject is; ``who`` for an actor."""

    kind: Kind
    who: Speaker | None = None


NOBODY = Side("none")
OTHER = Side("other")


@dataclass(slots=True)
class Sides:
    """Reads subjects of one statement. ``folded`` are its characters in the lexis's script, place for place."""

    desk: Desk
    folded: str
    lex: Lexis
    last: Speaker | None = None
    _full_names: list[tuple[str, Speaker]] = field(default_factory=list)
    _short_names: dict[str, Speaker] = field(default_factory=dict)
    _named: dict[str, Actor | None] = field(default_factory=dict)
    _states: dict[str, tuple[Actor | None, int]] = field(default_factory=dict)
    _heads: frozenset[str] = frozenset()
    _seen: dict[str, Side] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._heads = _name_heads(_Names(self.desk.page.know))

    def read(self, span: Span) -> Side:
        """The side that the words of ``span`` are."""
        words = self._listed(span.of(self.folded).strip(" \u3000\xa0"))
        if not words:
            return NOBODY
        if len(words) > LONGEST:
            return OTHER
        if (
            words[0] == "该"
            and len(words) <= SHORT
            and self.last is not None
            and not words.endswith(self.desk.language.stance.things)
        ):
            return Side("actor", Speaker(self.last.name, self.last.actor, span))
        side = self._seen.get(words)
        if side is None:
            side = self._seen[words] = self._of(words, span)
        return (
            Side(side.kind, Speaker(side.who.name, side.who.actor, span))
            if side.kind in ("actor", "group") and side.who
            else side
        )

    def _of(self, words: str, span: Span) -> Side:
        stance = self.desk.language.stance
        if words in stance.own:
            return Side("own", self.home() if "国" in words else None)
        if words.endswith(stance.joint):
            return Side("joint", self._both(words, span))
        if words in self.desk.language.speech.pronouns:
            return Side("pronoun")
        bare = self._bare(words)
        if len(bare) > 4 and bare.endswith(stance.joint):
            return Side("joint")
        if words[-1] == "》" and words.find("《") > 1:
            who = self._actor(words[: words.find("《")], words[: words.find("《")])
            if who is not None:
                return Side("actor", who)
        if (
            words[0] == "《"
            or (words[-1] == "》" and words.find("《") <= BEFORE)
            or (words[0] in "该本此这" and bare.endswith(stance.things))
            or bare in stance.things
        ):
            return Side("thing")
        if bare in self._short_names:
            return Side("actor", self._short_names[bare])
        printed = " ".join(span.of(self.desk.page.chars).split())
        who = self._actor(bare, printed)
        if who is None and self._is_group(bare):
            known = self.named(bare)
            return Side("group", Speaker(printed, known.id if known is not None and known.kind == COMPANY else None))
        if who is None:
            return OTHER
        who = self._in_full(bare, who)
        self._remember(words, bare, who)
        return Side("actor", who)

    def _both(self, words: str, span: Span) -> Speaker | None:
        """ "中法两国": the states that the first signs of their names stand for, as one speaker."""
        return Speaker(" ".join(span.of(self.desk.page.chars).split()), None, span) if self._signs(words) else None

    def _signs(self, words: str) -> list[Actor]:
        """The states of "中法两国", each by one sign; empty when a sign is of none."""
        tail = next((t for t in self.desk.language.stance.joint if words.endswith(t)), "")
        signs = dict(self.desk.language.stance.demonyms) if tail else {}
        known = [self.state(signs.get(sign)) for sign in words.removesuffix(tail)]
        found = [state for state in known if state is not None]
        return found if tail and len(found) == len(known) == len({s.id for s in found}) and len(found) > 1 else []

    def _is_group(self, words: str) -> bool:
        """Companies, an industry, critics: they take stances of their own, no state's."""
        stance = self.desk.language.stance
        known = self.named(words)
        named = known is not None and known.kind == COMPANY
        return named or (len(words) <= GROUP and words.endswith(stance.groups) and not self._acts(words))

    def _listed(self, words: str) -> str:
        """A list of states without what says that there are more ("等国")."""
        rest = next((rest for rest in self.desk.language.stance.others if words.endswith(rest)), "")
        return words.removesuffix(rest)

    def _bare(self, words: str) -> str:
        """Without what stands in brackets."""
        for left, right in ("（）", "()"):
            at = words.find(left)
            if at > 0:
                close = words.find(right, at)
                return (words[:at] + (words[close + 1 :] if close > 0 else "")).strip()
        return words

    def _remember(self, words: str, bare: str, who: Speaker) -> None:
        """A body's full name, and the short one it gives itself in brackets ("（以下简称“X”）", "（XY）")."""
        if len(bare) > FULL:
            self._full_names.append((bare, who))
        inside = words[len(bare) :].strip("（）()")
        for opening in ("以下简称", "简称", "下称"):
            inside = inside.removeprefix(opening)
        inside = inside.strip('“”"「」: ：')
        if 1 < len(inside) <= FULL + 2:
            self._short_names[inside] = who

    def _in_full(self, words: str, who: Speaker) -> Speaker:
        """ "税委会": the only body named in full before whose name holds these signs in this order."""
        if len(words) >= FULL or who.actor is not None:
            return who
        found = {full: one for full, one in self._full_names if len(full) > len(words) and _within(words, full)}
        return next(iter(found.values())) if len(found) == 1 else who

    def _actor(self, words: str, printed: str) -> Speaker | None:
        known = self.named(words)
        if known is not None and known.kind == COMPANY:
            return None
        if known is not None and takes_positions(known):
            return Speaker(printed, known.id)
        state, size = self.state_at(words)
        rest = words[size:]
        for tail in self.desk.language.speech.tails:
            rest = rest.removesuffix(tail)
        if state is not None and (not rest or self._second_state(rest)):
            return Speaker(printed, state.id)
        if known is not None and known.country:
            return Speaker(printed, known.country)
        if words.startswith(self.desk.language.stance.before):
            return None
        if not rest.startswith("方面") and self._acts(words):
            return None
        body = rest == "方面" or self._political(rest or words)
        titled = not body and self._titled(rest or words)
        if not titled and not body:
            return None
        seat = state is not None and (titled or rest == "方面" or rest.endswith(self.desk.language.stance.heads))
        own = any(word in rest for word in self.desk.language.stance.seats)
        return Speaker(printed, state.id if seat and state and not own else None)

    def _political(self, words: str) -> bool:
        stance = self.desk.language.stance
        return words.endswith(stance.actors) and not words.endswith(stance.not_actors)

    def is_body(self, words: str) -> bool:
        """The words, perhaps several names in a row, end as the name of a body does and hold no stance word."""
        return self._political(words) and not self._acts(words)

    def _acts(self, words: str) -> bool:
        """A stance word stands in the words: they are a clause, no name ("法案还要求美国防部")."""
        takes, heads, end = self.lex.takes, self.lex.takes.heads, len(words)
        places = [at for at in range(1, end) if words[at : at + 2] in heads and not self.lex.traps.at(words, at, end)]
        told = any(word in words for word in self.desk.language.speech.addressed)
        return told or any(takes.at(words, at, end) is not None for at in places)

    def _second_state(self, rest: str) -> bool:
        """ "和墨西哥", "、法国和日本" after a state's name."""
        for _ in range(STATE):
            join = next((j for j in self.desk.language.stance.joins if rest.startswith(j)), "")
            size = self.state_at(rest[len(join) :])[1] if join else 0
            rest = rest[len(join) + size :]
            if not size or not rest:
                return bool(size)
        return False

    def is_titled(self, span: Span) -> bool:
        """The words name a person with an office."""
        return self._titled(span.of(self.folded))

    def _titled(self, words: str) -> bool:
        """ "情报委员会主席乔什·霍利": an office and a name."""
        if "的" in words:
            return False
        heads = self.lex.offices.heads
        for at in range(max(0, len(words) - NAME - OFFICE), len(words) - 2):
            if words[at] not in heads and words[at : at + 2] not in heads:
                continue
            head = self.lex.offices.at(words, at, len(words))
            if head and 2 <= len(words) - at - len(head[0]) <= NAME:
                name = words[at + len(head[0]) :]
                title = words[: at + len(head[0])]
                return not (
                    self.lex.says.at(name, 0, len(name)) is not None
                    or "了" in name
                    or title.endswith(self.desk.language.stance.not_actors)
                    or words[:at].endswith(self.desk.language.stance.not_actors)
                    or any(place in title for place in self.desk.language.stance.outside)
                )
        return False

    def split(self, span: Span) -> list[Speaker]:
        """The actors of "A、B和C" when each begins with the name of another state; empty otherwise."""
        words = self._listed(span.of(self.folded))
        signs = self._signs(words)
        if signs:
            return [Speaker(state.names.preferred(self.desk.language.code), state.id, span) for state in signs]
        cuts = [0]
        for at in range(2, len(words) - 1):
            join = next((j for j in self.desk.language.stance.joins if words.startswith(j, at)), "")
            if join and self.state_at(words[at + len(join) :])[1]:
                cuts += [at, at + len(join)]
        cuts.append(len(words))
        parts = [Span(span.start + a, span.start + b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
        states = [self.state_at(part.of(self.folded))[0] for part in parts]
        if len({state.id for state in states if state}) < len(parts):
            return []  # bodies of one state act as one
        each = [side.who for side in map(self.read, parts) if side.kind == "actor" and side.who is not None]
        return each if len(parts) > 1 and len(each) == len(parts) else []

    def home(self) -> Speaker | None:
        """The state that "我国" is in words of nobody's: the publisher's."""
        state = self.state(self.desk.section.cast.home) or self._most_named()
        return Speaker(state.names.preferred(self.desk.language.code), state.id) if state else None

    def _most_named(self) -> Actor | None:
        """The state that the text names most often in full."""
        counts: dict[str, tuple[int, Actor]] = {}
        for at in range(len(self.folded) - 1):
            words = self.folded[at : at + 2]
            known = self.named(words) if words in self._heads else None
            if known is not None and known.kind == "state":
                counts[known.id] = (counts.get(known.id, (0, known))[0] + 1, known)
        return max(counts.values(), key=lambda row: row[0])[1] if counts else None

    def state_at(self, words: str) -> tuple[Actor | None, int]:
        """The state or union whose name opens the words, and how long the name is."""
        if words[:2] in self._heads:
            head = words[:STATE]
            if head not in self._states:
                rows = ((self.named(head[:size]), size) for size in range(len(head), 1, -1))
                fits = (row for row in rows if row[0] is not None and takes_positions(row[0]))
                self._states[head] = next(fits, (None, 0))
            if self._states[head][1]:
                return self._states[head]
        if len(words) >= 2 and words[1] == "方":
            return self._short(words[0]), 2
        if words[:2] == "我国":
            return None, 2
        return None, 0

    def named(self, words: str) -> Actor | None:
        """The actor of a name."""
        if words[:2] not in self._heads:
            return None
        if words not in self._named:
            self._named[words] = actor_named(self.desk.page.know, words, self.desk.language.code)
        return self._named[words]

    def _short(self, char: str) -> Actor | None:
        """ "哈方": the only state named in this text that begins so."""
        found: dict[str, Actor] = {}
        at = self.folded.find(char)
        while at >= 0 and len(found) < 2:
            for size in range(STATE, 1, -1):
                known = self.named(self.folded[at : at + size])
                if known is not None and known.kind == "state":
                    found[known.id] = known
                    break
            at = self.folded.find(char, at + 1)
        return next(iter(found.values())) if len(found) == 1 else None

    def state(self, id: str | None) -> Actor | None:
        """The actor with this id."""
        return actor(self.desk.page.know, id) if id else None


def _within(short: str, full: str) -> bool:
    """True when the signs of ``short`` stand in ``full`` in their order, the first of them at a likely head."""
    at = 0
    for sign in short:
        at = full.find(sign, at) + 1
        if not at:
            return False
    return True


@dataclass(frozen=True, slots=True, eq=False)
class _Names:
    """A Knowledge as a cheap dictionary key."""

    know: Knowledge

    def __hash__(self) -> int:
        return hash(self.know.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Names) and other.know.packs is self.know.packs


@lru_cache(maxsize=4)
def _name_heads(names: _Names) -> frozenset[str]:
    """The first two signs of every name of an actor: words that begin otherwise name none."""
    forms = (form for pack in names.know.packs for actor in pack.actors for form in actor.names.all())
    return frozenset(head for form in forms for head in (form[:2], fold(form)[:2]))
