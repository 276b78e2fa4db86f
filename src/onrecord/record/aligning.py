"""Two texts aligned sentence by sentence: files, or statements of a record.

Lives here: where sentences come from, and which words help to align them. Not here: aligning (``text.align``), cutting
(``text.segment``), what changed in a pair (``compare``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.knowledge import Knowledge
from onrecord.knowledge.lexicons.given import read_list
from onrecord.limits import DEFAULT, Limits
from onrecord.store import Held
from onrecord.store.texts import SAID
from onrecord.text import fold
from onrecord.text.align import Alignment, Bead, Embed, Lexicon, Settings, align_all, lexicon
from onrecord.text.align.counterparts import Rendering, renderings
from onrecord.text.align.counterparts import pairing as joined
from onrecord.text.detect import UNKNOWN, detect
from onrecord.text.segment import sentences as cut
from onrecord.trace.formulations import Entry, formulations

MOST_PAIRS = 100_000_000  # pairs of sentences of two texts: their likenesses take four bytes each
PHRASES = 300  # proposals for which renderings are looked for


@dataclass(frozen=True, slots=True)
class Side:
    """One text of an alignment: what it is called, its language (BCP 47), and its sentences. ``starts`` are where the
    sentences begin, in code points of the text they were cut from; empty for sentences that came cut."""

    name: str
    lang: str
    sentences: tuple[str, ...]
    starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two sides and their alignment."""

    one: Side
    other: Side
    alignment: Alignment

    def words(self, bead: Bead) -> list[tuple[str, str, float]]:
        """The pairs of words that carried a bead, as written, with their weights."""
        return [
            (
                self.one.sentences[link.one.sentence][link.one.start : link.one.end],
                self.other.sentences[link.other.sentence][link.other.start : link.other.end],
                link.weight,
            )
            for link in bead.links
        ]


def of_file(path: Path, *, lines: bool = False, lang: str | None = None, limits: Limits = DEFAULT) -> Side:
    """The side of a plain text file in UTF-8: one sentence a line with ``lines``, else cut into sentences.

    InputError when it cannot be read, is too large, is no text, or has no language that can be told.
    """
    chars = _read(path, limits)
    told = lang or _language(chars, str(path))
    if lines:
        return Side(str(path), told, tuple(chars.removesuffix("\n").split("\n")) if chars else ())
    return _cut(str(path), told, chars, 0)


def of_statement(held: Held, lang: str | None = None) -> Side:
    """The side of a statement: the sentences of what is said in it, furniture left out."""
    chars = held.text.chars
    told = lang or held.statement.lang
    spans = [s for block in held.blocks if block.kind in SAID for s in cut(chars, told, block.span)]
    if not spans:
        spans = cut(chars, told, held.statement.span)
    name = held.statement.id
    return Side(name, told, tuple(s.of(chars) for s in spans), tuple(s.start for s in spans))


def words_for(langs: tuple[str, str], know: Knowledge, lists: Sequence[Path] = ()) -> Lexicon:
    """The lexicon of two languages, with the names of all packs and the user's word lists."""
    given = [pair for path in lists for pair in read_list(path, langs)]
    return lexicon(langs, know, given)


def aligned(
    pairs: Sequence[tuple[Side, Side]],
    know: Knowledge,
    lists: Sequence[Path],
    settings: Settings,
    embed: Embed | None = None,
) -> Iterator[Aligned]:
    """The pairs aligned; those in the same two languages teach each other their words."""
    for one, other in pairs:
        if len(one.sentences) * len(other.sentences) > MOST_PAIRS:
            sizes = f"{len(one.sentences)} and {len(other.sentences)} sentences"
            raise InputError(
                f"{one.name} and {other.name} have {sizes}, too many to hold every pair; cut both into parts"
            )
    groups: dict[tuple[str, str], list[int]] = {}
    for at, (one, other) in enumerate(pairs):
        groups.setdefault((fold.primary(one.lang), fold.primary(other.lang)), []).append(at)
    done: dict[int, Aligned] = {}
    for langs, members in groups.items():
        texts = [(pairs[at][0].sentences, pairs[at][1].sentences) for at in members]
        for at, found in zip(
            members, align_all(texts, words_for(langs, know, lists), settings, embed=embed), strict=True
        ):
            done[at] = Aligned(*pairs[at], found)
    yield from (done[at] for at in range(len(pairs)))


def counterparts(found: Sequence[Aligned], know: Knowledge, top: int) -> list[Rendering]:
    """Set phrases of the first sides with what renders them in the second, best first: proposals, not claims.

    Phrases are those that ``formulations`` proposes when each bead is taken for a text, and those of the packs.
    """
    best: list[Rendering] = []
    for langs in {one.alignment.langs for one in found}:
        group = [one for one in found if one.alignment.langs == langs]
        pairings = [joined(bead, a.one.sentences, a.other.sentences) for a in group for bead in a.alignment.pairs]
        entries = [Entry(n, p.one) for n, p in enumerate(pairings)]
        phrases = {one.forms[0] for one in formulations(entries, langs[0], know, PHRASES)}
        phrases |= {
            form for pack in know.packs for one in pack.formulas for form in dict(one.forms.by_lang).get(langs[0], ())
        }
        stops = lexicon(langs, sources=()).stops[1]
        best += renderings(phrases, pairings, langs[1], stops)
    return sorted(best, key=lambda one: -one.score)[:top]


def _cut(name: str, lang: str, chars: str, start: int) -> Side:
    spans = cut(chars, lang)
    return Side(name, lang, tuple(s.of(chars) for s in spans), tuple(start + s.start for s in spans))


def _read(path: Path, limits: Limits) -> str:
    try:
        size = path.stat().st_size
        if size > limits.text_file_bytes:
            raise InputError(f"{path} has {size} bytes, more than {limits.text_file_bytes}; cut it into parts")
        chars = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}; give a file or the id of a statement") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start}); save it as plain text in UTF-8") from None
    return chars.replace("\r\n", "\n")


def _language(chars: str, name: str) -> str:
    found = detect(chars.strip())[0]
    if found == UNKNOWN:
        raise InputError(f"the language of {name} cannot be told; name both with --lang, such as --lang zh,en")
    return found
