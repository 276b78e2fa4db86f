"""Quotations and reported speech where finite verbs are known by their form, period by period.

Lives here: the order in which rules are tried on a cue and its agent. Not here: the rules (``beside``, ``clauses``,
``nominal``), whose act a cue is (``agents``), the words for it (``Speech``). Rules, in that order:

1. ``quote/before``: “words,” X said / said X.      4. ``clause/before``: words, X said.
2. ``quote/after``: X said: “words”.                5. ``clause/around``: words, X said, words.
   ``quote/inside``: X called it “words”.           6. ``object/after``: X called on Y to do Z.
3. ``clause/after``: X said that words.             7. ``quote/next``: X said: and the next paragraph is quoted.
   ``clause/bare``: X said words.                   8. ``noun/that``: X's claim that words.
Then ``according``: according to X, words; ``quote/label``: X: “words”; ``quote/goes-on``: a quotation that nobody
claims right after one that somebody did; ``quote/signed``, ``quote/alone``, ``quote/shared``: see ``floating``.
"""

from __future__ import annotations

from onrecord.annotate import cues, inner, quoting
from onrecord.annotate.cues import Cue, Lexicon
from onrecord.annotate.finite import agents, beside, clauses, floating, nominal, opening, subjects
from onrecord.annotate.finite.agents import Agent
from onrecord.annotate.finite.clauses import ADVERBIAL
from onrecord.annotate.found import Found
from onrecord.annotate.reading import Reading, add_quotes, cues_of, quotes_from
from onrecord.annotate.stretch import Period, Stretch
from onrecord.annotate.subjects import Tokens

FEW = 3
FAR = 30


def find(view: Stretch, lex: Lexicon) -> list[Found]:
    """Everything reported in a stretch, in order of reading."""
    periods = _periods(view, lex)
    by_period = cues_of(periods, [c for c in cues.find(view.words, lex) if not view.inside[c.first]])
    found: list[Found] = []
    last_paragraph = -9
    announced: tuple[Tokens, Cue] | None = None
    last_announced = -9
    quote = 0
    waiting: Reading | None = None
    stated: tuple[Tokens, Cue, int] | None = None
    spoke: Period | None = None
    steps = zip(periods, by_period, [None, *periods[:-1]], [*periods[1:], None], strict=True)
    for period, mine, before, after in steps:
        quotes = []
        while quote < len(view.quotes) and view.quote_tokens[quote][0] < period.end:
            quotes.append(quote)
            quote += 1
        if not mine and not quotes and view.words.low[period.end - 1] != ":":
            continue
        silent = before if before is not None and before != spoke and _follows(before, period) else None
        reading = Reading(view, lex, period, quotes, silent=silent)
        if (
            announced is not None
            and quoting.opens_with(view, period, quotes)
            and period.paragraph - last_announced == 1
        ):
            add_quotes(reading, quotes[:1], "quote/next", announced[0], announced[1])
        for cue in _outermost_first(reading, mine):
            _read_cue(reading, cue)
        inner.read(reading, mine, _read_cue)
        announced, last_announced = reading.announced or floating.announces(reading), period.paragraph
        beside.attributed(reading)
        beside.label(reading)
        floating.signed(reading, after)
        if stated is not None and stated[2] == period.paragraph and quoting.opens_with(view, period, quotes):
            free = [q for q in quotes if q not in reading.taken]
            add_quotes(reading, free if not reading.found else [], "quote/next", stated[0], stated[1])
        stated = _stated(reading, mine)
        near = bool(found or reading.found) and period.paragraph - last_paragraph <= 1
        floating.in_sentence(reading)
        floating.introduced(reading, before, found[-1] if found else None)
        beside.goes_on(reading, near)
        found.extend(floating.shared(reading, waiting))
        waiting = reading if floating.is_alone(reading) else None
        if reading.found:
            spoke = period
            more = sorted(reading.found, key=lambda f: f.span)
            quoting.join(found, more, beside.is_one, anew=period.paragraph != last_paragraph)
            last_paragraph = period.paragraph
    return found


def _stated(reading: Reading, mine: list[Cue]) -> tuple[Tokens, Cue, int] | None:
    """Who speaks in a sentence that ends with its verb of saying and has no words of his ("X agreed."), the verb, and
    the paragraph."""
    period = reading.period
    if reading.found or not mine or reading.subject is None or reading.quotes:
        return None
    last = mine[-1]
    if last.frame != "say" or last.end < period.end - 1 or not reading.view.capital(reading.subject[1] - 1):
        return None
    return reading.subject, last, period.paragraph


def _periods(view: Stretch, lex: Lexicon) -> list[Period]:
    """The periods of a stretch; “Who?” and the attribution after it are one."""
    found: list[Period] = []
    for period in view.periods:
        before = found[-1] if found else None
        if before is not None and before.paragraph == period.paragraph and beside.is_asked(view, lex, before, period):
            found[-1] = Period(before.first, period.end, period.paragraph)
        else:
            found.append(period)
    return found


def _outermost_first(reading: Reading, mine: list[Cue]) -> list[Cue]:
    """The cues of a period; one whose attribution closes it ("..., X said.") comes first: all before it is X's."""
    if len(mine) < 2:
        return mine
    last = mine[-1]
    return [last, *mine[:-1]] if clauses.closes(reading, last) else mine


def _read_cue(reading: Reading, cue: Cue) -> None:
    if cue.first in reading.claimed:
        return
    reading.named, reading.relative = None, False
    if cue.frame == "according":
        clauses.according(reading, cue)
        return
    if cue.frame == "noun":
        nominal.read(reading, cue)
        return
    if clauses.asked(reading, cue):
        return
    agent = agents.of(reading, cue)
    if agent is None:
        return
    subject, end = agent.mention, _after_told(reading, cue, agent.end)
    reading.named, reading.relative = agent.named or _scene(reading, agent), agent.relative
    if _before(reading, cue, agent, end) or _after(reading, cue, agent, end) or _is_main(reading, cue, agent):
        reading.subject = agent.named or subject


def _scene(reading: Reading, agent: Agent) -> Tokens | None:
    """Whom a pronoun stands for after a sentence that is about a person and in which nobody speaks."""
    first, end = agent.mention
    pronoun = end - first == 1 and reading.view.words.low[first] in reading.lex.pronouns
    if not pronoun or reading.found or reading.silent is None:
        return None
    return floating.scene(reading.view, reading.lex, reading.silent)


def _follows(before: Period | None, period: Period) -> bool:
    """True for a period of the same paragraph as the one before."""
    return before is not None and before.paragraph == period.paragraph


def _is_main(reading: Reading, cue: Cue, agent: Agent) -> bool:
    """True for somebody named who speaks without words that are found: what follows may still be his."""
    return cue.frame == "say" and not agent.trailing and reading.view.capital(agent.mention[1] - 1)


def _before(reading: Reading, cue: Cue, agent: Agent, end: int) -> bool:
    """Words before their attribution: “words,” X said; words, X said, words."""
    if agent.trailing:
        return False
    quoted = cue.frame in ("say", "voice") or (cue.frame in ("stance", "think") and beside.closes_there(reading, end))
    if quoted and beside.before(reading, cue, agent.mention, agent.begin, end):
        return True
    around = cue.frame in ("say", "think") and clauses.is_around(reading, agent.mention, end)
    return around and clauses.clause_before(reading, cue, agent.mention, agent.begin, end)


def _after(reading: Reading, cue: Cue, agent: Agent, end: int) -> bool:
    """Words after their attribution; then the clause that stands before one, and what somebody is urged to do."""
    subject = agent.mention
    if _quote_or_clause_after(reading, cue, subject, end) or clauses.named_as(reading, cue, subject, end):
        return True
    clausal = cue.frame in ("say", "think") and not agent.trailing
    if clausal and clauses.as_said(reading, cue, subject, end):
        return True
    if clausal and clauses.clause_before(reading, cue, subject, agent.begin, end):
        return True
    if clausal and clauses.shown(reading, cue, subject, end):
        return True
    return cue.frame not in ("voice", "act") and clauses.object_after(reading, cue, subject, end)


def _after_told(reading: Reading, cue: Cue, end: int) -> int:
    """Where an attribution ends that names who is told before a mark: "X told them,"."""
    view, lex = reading.view, reading.lex
    low = view.words.low
    if low[cue.first] not in lex.addressed or end + 1 >= reading.period.end or view.inside[end]:
        return end
    if low[end] in lex.syntax.told:
        return end + 1 if low[end + 1] in ",." else end
    named = view.capital(end) or low[end] in lex.determiners
    told = subjects.right_of(view, lex, end, reading.period, appositive=False) if named else None
    if told is None:
        return end
    after = low[told[1]] if told[1] < reading.period.end else "."
    closes = after in ".,;" or after in lex.times or after in lex.syntax.adverbials
    return told[1] if closes or (after in lex.stops and not lex.opens_clause(after)) else end


def _quote_or_clause_after(reading: Reading, cue: Cue, subject: Tokens | None, end: int) -> bool:
    """What follows a cue: the first of a quotation, a colon, an opening word, a clause without one."""
    view, lex, period = reading.view, reading.lex, reading.period
    low = view.words.low
    clausal = cue.frame in ("say", "think")
    past = end
    for at in range(end, min(period.end, end + FAR)):
        if at < past:
            continue
        if low[at] == ":" and cue.frame in ("act", "stance"):
            return _after_colon(reading, cue, subject, at)
        if at >= end + ADVERBIAL and not (view.inside[at] and low[at - 1] in ",:" and cue.frame == "say"):
            if low[at] in lex.frames or lex.opens_clause(low[at]):
                return False
            continue
        if view.inside[at]:
            if clausal and beside.is_title(reading, at, end):
                past = view.quote_tokens[view.inside[at] - 1][1]
                continue
            return beside.after(reading, cue, subject, end, at)
        if low[at] == ":":
            return _after_colon(reading, cue, subject, at)
        if low[at] in ".;" or (low[at] in lex.frames and low[at] not in lex.doubtful and at > end):
            return False
        if lex.opens_clause(low[at]):
            told_how = cue.frame == "voice" and at == end and low[at] in lex.plain
            if not (clausal or told_how) or opening.is_relative(reading, cue, end, at):
                return False
            start = at + (low[at] in lex.plain)
            return clauses.clause(reading, (start, period.end), "clause/after", subject, cue)
        if clausal and opening.opens_bare_after(reading, cue, end, at):
            return clauses.clause(reading, (at, period.end), "clause/bare", subject, cue)
        if cue.frame == "voice" and view.is_word(at) and at - end > FEW:
            return False
    return False


def _after_colon(reading: Reading, cue: Cue, subject: Tokens | None, at: int) -> bool:
    period = reading.period
    if at + 1 >= period.end and subject is not None and cue.frame in ("say", "voice"):
        reading.announced = (subject, cue)
    if cue.frame in ("act", "stance") and at + 1 < period.end and reading.view.inside[at + 1]:
        free = [q for q in quotes_from(reading, at, period.end) if q not in reading.taken]
        add_quotes(reading, free, "quote/after", subject, cue)
        return bool(free)
    reported = cue.frame in ("say", "think", "voice")
    if beside.dash_label(reading, at):
        return True
    return reported and clauses.clause(reading, (at + 1, period.end), "clause/colon", subject, cue)
