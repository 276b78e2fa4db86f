"""Reading a mention: which of its words are a name and which a title.

Lives here: "Tesharian Foreign Ministry spokesperson Halim Daro" -> title and name, in any language, by the words for
offices and forms of address. Not here: who that is (``cast``).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.annotate import proxies
from onrecord.knowledge.language import Language, Speech

EDGES = " \t\r\n\u00a0\u3000.,;:!?()[]<>\"'“”‘’«»„*_#—–-、，。；：！？（）【】《》"
NAME_WORDS = 5
HAN_NAME = 8
NUMERALS = "〇零一二三四五六七八九十廿卅元"
DAY_SIGNS = "年月日号號"


@dataclass(frozen=True, slots=True)
class Named:
    """A mention read: ``name`` and ``title`` as printed, either may be empty."""

    name: str
    title: str


def read(printed: str, language: Language | None) -> Named:
    """Split a printed mention into name and title.

    Without any word for an office, a mention with capital letters is a name and one without is a title ("sources").
    """
    text = " ".join(printed.split()).strip(EDGES.replace(".", "").replace("(", "").replace(")", ""))
    if not text:
        return Named("", "")
    if language is None:
        return Named(text, "")
    if not language.spaced and not text.isascii():
        return _read_unspaced(text, language.speech)
    if proxies.whom(text, language.speech):
        return Named("", text)
    cased = _cased(text)
    return _relative(text, language.speech, cased=cased) or _read_spaced(text, language.speech, cased=cased)


def _relative(text: str, speech: Speech, *, cased: bool) -> Named | None:
    """A relative of somebody in office ("Ambassador's wife N. N.", "N. N., wife of the ambassador") holds none: the
    name where one stands by itself, else the words as printed; None for all others."""
    words = text.split(" ")
    at = next((i for i, w in enumerate(words) if _is_kin(w, speech)), -1)
    if at < 0 or not any(is_office(_unelided(w), speech) for w in words):
        return None
    holder = next((i for i, w in enumerate(words) if w[:1].isupper() and not is_office(w, speech)), len(words))
    if cased and holder < at and "," not in " ".join(words[:at]) and is_office(words[0], speech):
        return None
    head, _, tail = text.partition(",")
    parts = (" ".join(words[at + 1 :]), tail.strip(), head.strip())
    return next((Named(p, "") for p in parts if cased and _is_name(p, speech)), Named(text, ""))


def _is_kin(word: str, speech: Speech) -> bool:
    """True for a relative, also behind an elided article ("l'épouse")."""
    return _bare(word) in speech.kin or _unelided(word) in speech.kin


def _unelided(word: str) -> str:
    return _bare(word).replace("’", "'").rpartition("'")[2]


def _is_name(words: str, speech: Speech) -> bool:
    """True for a few words with capital letters, none of which is an office or a relative."""
    parts = words.split(" ")
    named = (w[:1].isupper() and not is_office(w, speech) and not _is_kin(w, speech) for w in parts)
    return 0 < len(parts) <= NAME_WORDS and "," not in words and all(named)


def _cased(text: str) -> bool:
    return text.upper() != text.lower()


def _bare(word: str) -> str:
    return word.strip(EDGES).lower().removesuffix("'s").removesuffix("’s")


def is_office(word: str, speech: Speech) -> bool:
    """True for a word for an office, also as part of one with a hyphen ("Vice-President")."""
    bare = _bare(word)
    return bare in speech.offices or any(part in speech.offices for part in bare.split("-") if part)


def _read_spaced(text: str, speech: Speech, *, cased: bool) -> Named:
    head, comma, tail = text.partition(",")
    if comma:
        return _with_comma(head.strip(), tail.strip(), speech, cased=cased)
    return _one_phrase(text.split(" "), speech, cased=cased)


def _with_comma(head: str, tail: str, speech: Speech, *, cased: bool) -> Named:
    """ "NAME, title" or "title, NAME"."""
    first = _one_phrase(head.split(" "), speech, cased=cased)
    if first.name and not first.title:
        return Named(first.name, tail if any(is_office(w, speech) for w in tail.split(" ")) else "")
    if first.title and not first.name and not any(is_office(w, speech) for w in tail.split(" ")):
        second = _one_phrase(tail.split(","), speech, cased=cased) if "," in tail else Named(tail, "")
        if len(second.name.split(" ")) <= NAME_WORDS and (not cased or second.name[:1].isupper()):
            return Named(_without_address(second.name, speech), head)
    return first


def _one_phrase(words: list[str], speech: Speech, *, cased: bool) -> Named:
    last = max((i for i, w in enumerate(words) if is_office(w, speech)), default=-1)
    if last < 0:
        name = _without_address(" ".join(words), speech)
        if cased and not any(w[:1].isupper() for w in name.split(" ")):
            return Named("", " ".join(words))
        return Named(name, "")
    rest = words[last + 1 :]
    name_from = _name_start(_bare(words[last]), rest, speech, cased=cased)
    name = _without_address(" ".join(rest[name_from:]), speech)
    if len(name.split(" ")) > NAME_WORDS:
        return Named("", " ".join(words))
    title = " ".join(words[: last + 1 + name_from])
    return Named(name, _without_address(title, speech)) if name else Named("", _without_address(title, speech))


def _name_start(office: str, rest: list[str], speech: Speech, *, cased: bool) -> int:
    """How many words after the office still belong to it ("of State", "МИД России")."""
    if not cased:
        return _construct_end(office, rest, speech)
    if speech.genitives:
        return inflected_start(rest, speech)
    general = next((i for i, w in enumerate(rest) if _bare(w) not in speech.standing), len(rest))
    if general:
        return general + _name_start(office, rest[general:], speech, cased=cased) if rest[general:] else len(rest)
    joins = {*speech.stops, *speech.determiners}
    initials = next((i for i, w in enumerate(rest) if has_initials(w)), 0)
    if initials:
        return initials
    small = max((i for i, w in enumerate(rest) if not w[:1].isupper() or _bare(w) in joins), default=-1)
    if small < 0:
        acronyms = 0
        while acronyms < len(rest) - 1 and len(rest[acronyms]) > 1 and rest[acronyms].isupper() != rest[-1].isupper():
            acronyms += 1
        return max(acronyms, len(rest) - 3 if len(rest) > 3 else 0)
    tail = len(rest) - small - 1
    if tail == 2 and _bare(rest[small]) not in joins | {*speech.joins, *speech.prepositions}:
        return small + 1
    if tail < 3:
        return len(rest)
    first = len(rest) - 2
    while first > small + 1 and is_initial(rest[first]) and _bare(rest[first - 1]) not in speech.standing:
        first -= 1  # "Antony J. Blinken"
    return first


def _construct_end(office: str, rest: list[str], speech: Speech) -> int:
    """Where a language without capitals has the state as the word after the office ("وزير خارجية قيرلندا جون أبارا") or
    an adjective after one with its article ("الرئيس اللوسيني جون أبارا"): after it and its adjectives; all of it when
    no name of two to four words is left."""
    if not speech.article or not (office in speech.construct or office.startswith(speech.article)):
        return len(rest)
    at, noun = 0, office
    while at < len(rest) and rest[at] in speech.standing:
        noun = rest[at]
        at += 1
    if at < len(rest) and not noun.startswith(speech.article) and noun not in speech.joins:
        at += 1
    while at < len(rest) and rest[at].startswith(speech.article):
        at += 1
    name = rest[at:]
    other = {*speech.stops, *speech.prepositions, *speech.ranks, *speech.standing, *speech.offices, *speech.honorifics}
    return at if 2 <= len(name) <= 4 and not any(w in other for w in name) else len(rest)


def inflected_start(rest: list[str], speech: Speech) -> int:
    """Where the name begins after an office and a place in the genitive ("МИД Лузении В. Толмина")."""
    small = max((i for i, w in enumerate(rest) if not w[:1].isupper()), default=-1)
    at = small + 1
    while at < len(rest) - 1 and len(rest[at]) > 1 and rest[at].isupper() and "." not in rest[at]:
        at += 1
    if not any(len(w) > 1 and not w.isupper() for w in rest[at:]):
        at = small + 1
    initial = next((i for i in range(at, len(rest)) if has_initials(rest[i]) or is_initial(rest[i])), -1)
    if initial >= 0 and (initial == at or rest[initial - 1].endswith(speech.genitives)):
        return initial
    if len(rest) - at >= 2 and is_woman(rest[-2:], speech):
        return len(rest) - 2
    placed = at
    while len(rest) - at > 2 and rest[at].endswith(speech.genitives) and not rest[at + 1].endswith(speech.patronymics):
        at += 1
    if small >= 0 and len(rest) - placed < 3 and all(w.endswith(speech.genitives) for w in rest[placed:]):
        return len(rest)
    return max(at, len(rest) - 3)


def is_woman(words: list[str], speech: Speech) -> bool:
    """A woman's first name and surname, whose endings look like a place in the genitive."""
    first, last = words
    named = first[:1].isupper() and last[:1].isupper() and not first.isupper() and not last.isupper()
    return named and last.endswith(speech.feminines or ("\0",)) and first.endswith(speech.genitives)


def is_initial(word: str) -> bool:
    """True for one capital letter with its dot ("О.")."""
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def has_initials(word: str) -> bool:
    """True for a family name with initials written on ("А.Б.Тавренко"): a name begins there, whatever stands before."""
    parts = word.strip(",;:").split(".")
    return len(parts) > 1 and len(parts[-1]) > 2 and all(len(p) == 1 and p.isupper() for p in parts[:-1])


def _without_address(name: str, speech: Speech) -> str:
    """A name without leading forms of address ("THE HON.", "Mr") and without the possessive."""
    words = name.split(" ")
    while len(words) > 1 and (words[0].lower() in speech.honorifics or _bare(words[0]) in speech.honorifics):
        words = words[1:]
    return " ".join(words).strip(EDGES).removesuffix("'s").removesuffix("’s")


def _read_unspaced(text: str, speech: Speech) -> Named:
    """Chinese and the like: the name follows the last word for an office, or stands before it when it is short."""
    _, end = last_office(text, speech)
    if end < 0:
        return Named(without_date(_strip_tail(text, speech)), "")
    after = _strip_tail(text[end:], speech)
    if after.startswith(speech.kin):
        kin = max((w for w in speech.kin if after.startswith(w)), key=len)
        return Named(without_date(after[len(kin) :]) or text, "")
    after = without_date(after)
    if after:
        return Named(after, text[:end]) if len(after) <= HAN_NAME + 6 else Named("", text[:end])
    return Named("", text)


def without_date(name: str) -> str:
    """A name without the day written on to it ("苏岚三月四日")."""
    at = next((i for i, c in enumerate(name) if i and c in DAY_SIGNS), -1)
    if at < 0:
        return name
    begin = at
    while begin and (name[begin - 1] in NUMERALS or name[begin - 1].isdecimal()):
        begin -= 1
    return name[:begin] if 1 < begin < at else name


def last_office(text: str, speech: Speech) -> tuple[int, int]:
    """Where the last word for an office stands, the longest at that place; (-1, -1) for none."""
    best = (-1, -1)
    for office in speech.offices:
        at = text.rfind(office)
        if at >= 0 and (at + len(office), len(office)) > (best[1], best[1] - best[0]):
            best = (at, at + len(office))
    return best


def first_office(text: str, speech: Speech) -> tuple[int, int]:
    """Where the first word for an office stands, the longest at that place; (-1, -1) for none."""
    best = (-1, -1)
    for office in speech.offices:
        at = text.find(office)
        if at >= 0 and (best[0] < 0 or (at, -len(office)) < (best[0], best[0] - best[1])):
            best = (at, at + len(office))
    return best


def _strip_tail(text: str, speech: Speech) -> str:
    name = text.strip(EDGES)
    for word in speech.honorifics:
        name = name.removesuffix(word)
    return name
