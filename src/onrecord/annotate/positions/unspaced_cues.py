"""Which stance word governs a clause, in languages written without spaces.

Lives here: the stance words of a verb phrase without those that are nouns or parts of others, and the one that counts.
Not here: what it says (``unspaced_stance``), the words (``Stance``).
"""

from __future__ import annotations

from onrecord.annotate.positions import cuts
from onrecord.annotate.positions.sides import Side
from onrecord.annotate.positions.unspaced_clause import Hit, Reader, opens
from onrecord.knowledge.stance import StanceWord
from onrecord.model import Span

SHORT = 4  # "要加强合作，推动X": so short an object goes with the next clause
FIRM = frozenset("在对向把将被")  # prepositions that no name holds


def hits(reader: Reader, at: int, end: int, side: Side) -> list[Hit]:
    """The stance words of a clause from its verb phrase on, those that are nouns or parts of others left out."""
    chars, lex = reader.chars, reader.lex
    found: list[Hit] = []
    acting = True  # only adverbs and phrases before the verb so far
    owned = side.kind in ("actor", "thing") or (side.kind == "none" and reader.state.side.kind in ("actor", "thing"))
    owned = owned or (side.kind == "none" and _reported(reader))
    negated, step, begin, phrase = False, 0, at, False
    while at < end:
        if not lex.begins(chars, at) and chars[at] not in cuts.OPEN:
            acting = acting and (phrase or chars[at].isdigit() or chars[at] in "年月日时")
            negated, at, step = False, at + 1, 0
            continue
        trap = lex.traps.at(chars, at, end)
        if trap or chars[at] in cuts.OPEN:
            close = -1 if trap else chars.find(cuts.OPEN[chars[at]], at, end)
            acting = acting and (phrase or trap is None)
            at, negated = at + len(trap[0]) if trap else (close + 1 if close > 0 else at + 1), False
            continue
        row = lex.cues.at(chars, at, end)
        act = lex.acts.at(chars, at, end) if acting and owned else None
        if act and (row is None or len(act[0]) >= len(row[0])) and _takes(chars, act, at, end):
            row = act
        if row and _is_verb(reader, row, at, end, begin):
            form, word = row
            found.append(Hit(Span(at, at + len(form)), form, word, negated, step))
            at, negated, acting, step = at + len(form), False, False, 0
            continue
        no = lex.negators.at(chars, at, end)
        skip = lex.skips.at(chars, at, end)
        if no and (not skip or len(no[0]) >= len(skip[0])):
            at, negated = at + len(no[0]), True
        elif skip:
            step = 1 if skip[0] in lex.boosts else step
            at += len(skip[0])
        elif acting and lex.preps.at(chars, at, end):
            at = begin = _past_phrase(reader, at, end)
            phrase = True
        else:
            acting = acting and (phrase or chars[at].isdigit() or chars[at] in "年月日时")
            negated, at, step = False, at + 1, 0
    return found


def _reported(reader: Reader) -> bool:
    """The clause stands in a report, whose speaker makes known what it says."""
    voice = reader.state.voice
    told = voice is not None and voice.mode not in ("turn", "narration") and voice.cue is not None
    return told and voice is not None and voice.cue is not None and voice.cue.of(reader.chars) in reader.lex.acts


def _takes(chars: str, row: tuple[str, StanceWord], at: int, end: int) -> bool:
    form, word = row
    if not word.needs_link:
        return True
    rest = chars[at + len(form) : end]
    return any(link in rest for link in word.links)


def _is_verb(reader: Reader, row: tuple[str, StanceWord], at: int, end: int, begin: int) -> bool:
    """Not "支持者", "美方的要求", "有关规定的"; a single character only where a verb phrase begins."""
    chars, (form, word) = reader.chars, row
    after = chars[at + len(form) : at + len(form) + 1]
    before = chars[at - 1 : at]
    if not _takes(chars, row, at, end) or chars.endswith(reader.desk.language.stance.possessives, max(0, at - 2), at):
        return False
    alone = len(form) == 1 and at > begin and before not in "都也还就更均则并"
    if alone and not any(reader.lex.skips.at(chars, at - n, at) for n in (1, 2, 3)):
        return False
    if (
        word.frame == "to"
        and (at > begin or not reader.lex.skips.at(chars, at, end))
        and not _before_verb(reader, row, at, end, begin)
    ):
        return False
    passives = reader.desk.language.stance.passives
    if (before and before in "被遭") or (passives and chars.endswith(passives, begin, at)):
        return False  # "被责令", "面临谴责": done to the subject
    if word.frame == "predicate":
        return True
    if after in ("的", "者", "率", "度", "性") and word.frame not in ("modal", "to"):
        return after == "的" and word.act in ("announce",) and False
    if (before in ("的", "所") or (before == "其" and chars[at - 2 : at - 1] not in FIRM)) and word.frame not in (
        "modal",
        "to",
    ):
        return reader.chars[at - 3 : at - 1] in reader.desk.language.stance.lights
    return True


def _before_verb(reader: Reader, row: tuple[str, StanceWord], at: int, end: int, begin: int) -> bool:
    """ "愿", "将", "计划" are modal where a verb phrase begins and a verb follows, not "将X提供给", "…的计划"."""
    chars, (form, _) = reader.chars, row
    between = at
    while between > begin:
        size = next((n for n in (4, 3, 2, 1) if reader.lex.skips.at(chars, between - n, between)), 0)
        if not size or between - size < begin:
            break
        between -= size
    passives = reader.desk.language.stance.passives
    if between > begin or (form.startswith("将") and passives and chars.startswith(passives, at + len(form))):
        return False  # "将受到惩罚": done to the subject
    return form != "将" or (at + 1 < end and (opens(reader, at + 1, end) or chars[at + 1] in "是有"))


def _past_phrase(reader: Reader, at: int, end: int) -> int:
    """Past the preposition; what follows is its object, in which verbs may open again."""
    row = reader.lex.preps.at(reader.chars, at, end)
    return at + len(row[0]) if row else at


def governing(hits: list[Hit]) -> Hit | None:
    """The first stance word, unless it is a modality and what it governs is a stance against something or a threat."""
    if not hits:
        return None
    first = hits[0]
    if first.word.frame in ("modal", "to"):
        for other in hits[1:3]:
            near = other.span.start - first.span.end <= SHORT
            if near and (other.word.act == "oppose" or (other.word.act == "warn" and first.word.frame == "to")):
                return other
            if other.word.act == "warn" and first.word.frame == "to":
                return other
    return first
