"""Word lists that a user keeps: CC-CEDICT, FreeDict in its TEI form, or plain lines of two columns.

Lives here: reading them into pairs of forms. Not here: their words, which other licences govern: nothing of a list is
kept. A line that cannot be read is passed over; a file of which no line can be is an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import InputError

Pair = tuple[str, str]
_ASIDE = ("CL:", "variant of", "old variant", "see ", "surname ", "used in ", "also written", "abbr. for")
_TEI = "{http://www.tei-c.org/ns/1.0}"
MOST_BYTES = 256 * 1024 * 1024


def read_list(path: Path, langs: tuple[str, str]) -> list[Pair]:
    """Pairs of forms in the order of ``langs`` (primary subtags); InputError names the file and what is wrong.

    CC-CEDICT is known by its lines (``中國 中国 [Zhong1 guo2] /China/``) and serves pairs with Chinese. FreeDict is TEI
    XML; its direction is the order of the languages in the file's name (``fra-eng.tei``), else that of ``langs``. Any
    other file has two columns with a tab between, in the order of ``langs``; several translations are set apart by ";".
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(f"{path} is too large for a word list (more than {MOST_BYTES} bytes)")
        chars = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}; check --lexicon") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; save the word list as UTF-8") from None
    found = list(_pairs(chars, path, langs))
    if not found:
        raise InputError(
            f"{path} has no entry that can be read; CC-CEDICT, FreeDict (TEI) or two columns are understood"
        )
    return found


def _pairs(chars: str, path: Path, langs: tuple[str, str]) -> Iterator[Pair]:
    if chars.lstrip().startswith("<"):
        yield from _turned(_freedict(path), _turns(path, langs))
        return
    lines = [line for line in chars.splitlines() if line.strip() and not line.startswith("#")]
    if any("] /" in line for line in lines[:50]):
        if "zh" in langs and langs[0] != langs[1]:
            yield from _turned((pair for line in lines for pair in _cedict(line)), langs[1] == "zh")
        return
    for line in lines:
        one, tab, other = line.partition("\t")
        if tab:
            yield from ((one.strip(), part.strip()) for part in other.split(";") if part.strip() and one.strip())


def _turned(pairs: Iterator[Pair], turn: bool) -> Iterator[Pair]:
    return ((b, a) for a, b in pairs) if turn else pairs


def _cedict(line: str) -> Iterator[Pair]:
    """The simplified form with each gloss, without remarks in brackets and references to other entries."""
    head, slash, glosses = line.partition("/")
    forms = head.split(" ", 2)
    if not slash or len(forms) < 2:
        return
    for gloss in glosses.rstrip("/ \r\n").split("/"):
        if not gloss.startswith(_ASIDE):
            plain = _without_brackets(gloss).removeprefix("to ").strip()
            if plain:
                yield forms[1], plain


def _without_brackets(gloss: str) -> str:
    kept, depth = [], 0
    for char in gloss:
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(char)
    return "".join(kept)


def _freedict(path: Path) -> Iterator[Pair]:
    """Headwords with their translations, read element by element without entities or network."""
    from lxml import etree

    try:
        for _, entry in etree.iterparse(str(path), tag=f"{_TEI}entry", resolve_entities=False, no_network=True):
            heads = [e.text.strip() for e in entry.iter(f"{_TEI}orth") if e.text]
            quotes = [e.text.strip() for e in entry.iter(f"{_TEI}quote") if e.text]
            yield from ((head, quote) for head in heads[:1] for quote in quotes)
            entry.clear()
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path} is no well-formed TEI: {error}; download the dictionary again") from None


_THREE = {
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "rus": "ru",
    "ara": "ar",
    "deu": "de",
    "ger": "de",
    "zho": "zh",
}


def _turns(path: Path, langs: tuple[str, str]) -> bool:
    """True when the file's name says that it runs from the second language to the first."""
    first, _, second = path.name.partition(".")[0].partition("-")
    return (_THREE.get(first, first), _THREE.get(second, second)) == langs[::-1]
