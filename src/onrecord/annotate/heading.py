"""Who a heading, a question or a label says is speaking.

Lives here: mentions of speakers in headings ("Remarks by ...", "Antony Example, Secretary of State"), the outlet an
asker gives, the office a written question is put to. Not here: dates of headings (``structure``), who they are
(``cast``).
"""

from __future__ import annotations

from onrecord.annotate import mention
from onrecord.annotate.mention import EDGES
from onrecord.annotate.page import Page, Section
from onrecord.knowledge.language import Language, Speech
from onrecord.model import Block, Span, Utterance
from onrecord.text.numbered import unnumbered

HEADING_CHARS = 400
ASKER_CHARS = 60
QUESTION_CHARS = 200
BREAKS = (" ", "\n", "日", "，", "。", "：", ":", "（", "(")
POSSESSIVES = ("’s", "'s")
TITLE_WORDS = 10
DASHES = "-—–|"
CLOSERS = {"“": "”", "«": "»", '"': '"', "「": "」", "《": "》", "„": "“"}


def heading_speaker(page: Page, section: Section) -> Span | None:
    """The mention of a speaker in the headlines and datelines above the words; None when no rule finds one."""
    for block in section.blocks:
        if block.kind in ("headline", "dateline"):
            language = page.language(block, section)
            found = _in_heading(page.chars, block.span, language) if language else None
            if found:
                return found
        elif block.kind in ("body", "question", "answer"):
            break
    return None


def heading_answerer(page: Page, section: Section) -> Span | None:
    """Who a heading says answers under labels that name nobody: its speaker; without capital letters, a name
    that stands behind its office in it; else an office of those who speak for others, without a name."""
    found = heading_speaker(page, section)
    for block in section.blocks if found is None else ():
        language = page.language(block, section) if block.kind in ("headline", "dateline") else None
        if language is not None and language.speech.article:
            return _uncased(page.chars, block.span, language) if block.kind == "headline" else None
        nameless = _nameless(page.chars, block.span, language) if language and language.spaced else None
        if nameless:
            return nameless
    return found


def _nameless(chars: str, span: Span, language: Language) -> Span | None:
    """ "Foreign Ministry Spokesperson's remarks on ...": the office of whoever speaks for others, without the mark."""
    speech = language.speech
    words = _words(chars, Span(span.start, min(span.end, span.start + HEADING_CHARS)))
    for i, word in enumerate(words):
        bare = word.of(chars).strip(EDGES)
        bare = next((bare.removesuffix(mark) for mark in POSSESSIVES if bare.endswith(mark)), bare)
        if bare[:1].isupper() and bare.lower() in speech.proxies and bare.lower() in speech.offices:
            return Span(_title_start(chars, words, i, speech), word.start + len(bare))
    return None


def _in_heading(chars: str, span: Span, language: Language) -> Span | None:
    span = Span(span.start, min(span.end, span.start + HEADING_CHARS))
    if not language.spaced:
        return _unspaced(chars, span, language)
    return _introduced(chars, span, language) or _name_and_title(chars, span, language)


def _uncased(chars: str, span: Span, language: Language) -> Span | None:
    """Without capital letters: from the first office to the next word that ends a noun phrase, when a name is in it."""
    words = _words(chars, span)
    begin = next((i for i, w in enumerate(words) if w.of(chars).strip(EDGES) in language.speech.offices), len(words))
    end = begin
    while end < len(words) and words[end].of(chars) not in language.speech.stops:
        end += 1
        if words[end - 1].of(chars)[-1] in EDGES or not chars[words[end - 1].end : words[end - 1].end + 2].strip("\n"):
            break
    found = Span(words[begin].start, words[end - 1].end) if begin < end else None
    return found if found and mention.read(found.of(chars), language).name else None


def title_of(page: Page, section: Section, name: str) -> Span | None:
    """The title that a headline or dateline prints right before the full name of a speaker; None when none does."""
    for block in section.blocks:
        if block.kind not in ("headline", "dateline"):
            continue
        language = page.language(block, section)
        at = block.span.of(page.chars).find(name) if language and language.spaced and " " in name else -1
        if language and at > 0:
            before = _words(page.chars, Span(block.span.start, block.span.start + at))[-TITLE_WORDS:]
            return _title_in(page.chars, before, language.speech)
    return None


def _title_in(chars: str, words: list[Span], speech: Speech) -> Span | None:
    """From the last office of some words to their end, without a mark between, and with its own capitals before."""
    for i in range(len(words) - 1, -1, -1):
        printed = words[i].of(chars)
        if printed[-1] in EDGES:
            return None
        if _has_office(printed, speech):
            return Span(_title_start(chars, words, i, speech), words[-1].end)
    return None


def _words(chars: str, span: Span) -> list[Span]:
    """White-space words with their places."""
    found, at = [], span.start
    for word in span.of(chars).split():
        at = chars.index(word, at)
        found.append(Span(at, at + len(word)))
        at += len(word)
    return found


def _introduced(chars: str, span: Span, language: Language) -> Span | None:
    """ "Remarks by Foreign Minister N. N. at ...": from the words to the end of the name."""
    low = span.of(chars).lower()
    for phrase in language.speech.speeches:
        at = low.find(phrase + " ")
        if at >= 0:
            rest = Span(span.start + at + len(phrase), span.end)
            return _body_run(chars, rest, language.speech) or _name_run(chars, rest, language)
    return None


def _body_run(chars: str, span: Span, speech: Speech) -> Span | None:
    """ "the Ministry of Foreign Affairs of Kenya": words that name no state or person, and what is joined to them."""
    words = _words(chars, span)
    begin = next((i for i, word in enumerate(words) if word.of(chars).lower() not in speech.determiners), len(words))
    first = next((i for i in range(begin, len(words)) if words[i].of(chars).lower() not in speech.standing), begin)
    if first == begin or first == len(words) or words[first].of(chars).lower() not in speech.joins:
        return None
    kept = _joined(chars, words[begin:], speech)
    after = words[begin + len(kept) :]
    if not kept or (after and after[0].of(chars).lower() in speech.syntax.conjoins):
        return None  # two bodies, or two states
    return Span(kept[0].start, kept[-1].end)


def _name_run(chars: str, span: Span, language: Language) -> Span | None:
    """The stretch from the first word to the end of the first run of capitalised words that is no office; what opens
    where and when it is said ends it with a capital too ("Remarks by President X Before Departure")."""
    speech, told = language.speech, language.delivery
    opening = {*told.at, *told.to, *told.joins, *speech.syntax.conjoins}
    words = _words(chars, span)
    start = end = named = None
    for word in words:
        printed = word.of(chars)
        bare = printed.strip(EDGES).lower()
        small = not printed.strip(EDGES)[:1].isupper() or (bare in opening and len(bare) > 1)
        if bare in speech.honorifics or bare in speech.offices:
            if named and bare not in speech.honorifics:
                break
        elif small:
            if named or start is None:
                break
        elif bare not in speech.standing:
            named = word
        start = start or word
        end = word
        if named and (printed.endswith(POSSESSIVES) or (printed[-1] in EDGES and not printed.endswith("."))):
            break
    return Span(start.start, end.end) if start and end and named else None


def _name_and_title(chars: str, span: Span, language: Language) -> Span | None:
    """A line "Name, Title", "Form of address Name / Title" or "... Spokesperson Name's ..."."""
    speech = language.speech
    for line in _lines(chars, span):
        named = mention.read(line.of(chars), language)
        after = line.of(chars).partition(",")[2].strip()
        if after and named.name and named.title == after and _has_office(after, speech):
            return _behind_by(chars, line, language)
    words = _words(chars, span)
    for i, word in enumerate(words):
        bare = word.of(chars).strip(EDGES).lower()
        if bare in speech.offices or (bare in speech.honorifics and bare not in speech.determiners):
            found = _name_run(chars, Span(word.start, span.end), language)
            if found is None or found.end <= word.end or not _names_one(found.of(chars), language):
                continue
            start = _title_start(chars, words, i, speech)
            whole = Span(start, found.end)
            known = _is_name(chars, Span(word.end, found.end), span) or _is_placed(chars, whole, language)
            if known and _speaks(chars, whole, span, language):
                return whole
    return None


def _names_one(printed: str, language: Language) -> bool:
    """False for an office whose name is a word for what is done or said ("Spokesperson Answers Questions")."""
    told = language.delivery
    name = mention.read(printed, language).name.lower().split()
    return {*told.spoken, *told.doings}.isdisjoint(name)


def _speaks(chars: str, mention: Span, heading: Span, language: Language) -> bool:
    """True when the line of a mention says that its words are the one's mentioned: nothing but what is said stands
    before ("Transcript of X"), and behind a possessive too ("X's remarks", not "X's call with Y"). Languages without
    ``Delivery.spoken`` are not asked."""
    told, speech = language.delivery, language.speech
    spoken = {*told.works, *told.spoken}
    if not told.spoken:
        return True
    line = next(line for line in _lines(chars, heading) if line.start <= mention.start < max(line.end, line.start + 1))
    before = [w.strip(EDGES) for w in chars[line.start : mention.start].lower().split()]
    before = [w for w in before if w not in speech.determiners and w.strip(DASHES)]
    after = [w.strip(EDGES) for w in chars[mention.end : line.end].lower().split()]
    if before and not (before[-1] in spoken or (before[-1] in told.by and before[-2:][0] in spoken)):
        return False
    if mention.of(chars).rstrip(EDGES).endswith(POSSESSIVES):
        return not spoken.isdisjoint(after)
    titles = {*told.joins}.intersection(speech.joins)  # "Special Envoy for the Horn / of ..."
    return not after or after[0] not in {*speech.syntax.conjoins, *speech.infinitive, *titles}


def _is_placed(chars: str, mention: Span, language: Language) -> bool:
    """True for a mention that opens its line before a word of where or on what is spoken ("Secretary X at a
    Reception")."""
    told = language.delivery
    line = chars[chars.rfind("\n", 0, mention.start) + 1 : mention.start]
    after = chars[mention.end : mention.end + HEADING_CHARS].split("\n")[0].split()
    places = {*told.at, *told.to} - set(language.speech.infinitive)
    return not line.strip() and bool(told.spoken) and bool(after) and after[0].lower() in places


def _behind_by(chars: str, line: Span, language: Language) -> Span:
    """A byline without the word that opens it."""
    first, _, rest = line.of(chars).partition(" ")
    return Span(line.end - len(rest), line.end) if rest and first.lower() in language.delivery.by else line


def _is_name(chars: str, name: Span, heading: Span) -> bool:
    """Every word of a heading may have a capital: a name ends the line, has a possessive, or recurs in the words."""
    printed = name.of(chars).strip()
    rest = chars[name.end : heading.end].lstrip(" ")
    if printed.endswith((*POSSESSIVES, ",", ";", ":")) or not rest or rest[0] in "\n,.;:(":
        return True
    if any(mention.has_initials(word) for word in printed.split()):
        return True
    return chars.find(printed.strip(EDGES), heading.end) >= 0


def _title_start(chars: str, words: list[Span], at: int, speech: Speech) -> int:
    while at > 0 and words[at - 1].of(chars)[:1].isupper() and words[at - 1].of(chars)[-1] not in EDGES:
        at -= 1
    return words[at].start


def _has_office(title: str, speech: Speech) -> bool:
    return any(w.strip(EDGES).lower() in speech.offices for w in title.split())


def _lines(chars: str, span: Span) -> list[Span]:
    found, at = [], span.start
    for line in span.of(chars).splitlines(keepends=True):
        found.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return found


def _unspaced(chars: str, span: Span, language: Language) -> Span | None:
    """ "外交部发言人某某主持例行记者会": title and name, the name ending before the next known word."""
    speech = language.speech
    text = span.of(chars)
    start, end = mention.first_office(text, speech)
    if end < 0 or text.startswith(speech.kin, end):
        return None
    cuts = (text.find(word, end) for word in (*speech.stops, *speech.say, *speech.auxiliaries, *BREAKS))
    stop = min((at for at in cuts if at >= 0), default=len(text))
    begin = max(text.rfind(mark, 0, start) + 1 for mark in BREAKS)
    topic = min((at for w in speech.topics if (at := text.find(w, begin + 2, start)) > 0), default=-1)
    if topic > 0:  # "外交部就某事答记者问": the office stands in what it is about
        return Span(span.start + begin, span.start + topic)
    if stop - end > mention.HAN_NAME:
        stop = end
    return Span(span.start + begin, span.start + stop)


def asker_outlet(page: Page, section: Section, first: Block) -> Span | None:
    """The outlet an asker names in the opening words after a bare label ("Question: Agency “Example”. ...")."""
    language = page.language(first, section)
    if language is None or first.mention is None or not first.span.covers(first.mention):
        return None
    label = unnumbered(first.mention.of(page.chars).strip().lower())
    if label not in language.labels.question and label not in language.labels.journalist:
        return None
    begin = first.mention.end
    opening = page.chars[begin : min(begin + ASKER_CHARS, first.span.end)]
    for at, char in enumerate(opening):
        close = opening.find(CLOSERS[char], at + 1) if char in CLOSERS else -1
        before = opening[:at].lower()
        if close > at and any(word in before for word in language.speech.outlets):
            return Span(begin + at + 1, begin + close)
    return None


def addressed_office(page: Page, section: Section, question: Utterance | None) -> Span | None:
    """The office a written question is put to ("To ask the Minister for Foreign Affairs what ...")."""
    language = section.language
    if question is None or language is None or not language.spaced:
        return None
    begin = question.speaker.span.end if question.speaker and question.speaker.span else question.span.start
    window = Span(begin, min(begin + QUESTION_CHARS, question.span.end))
    words = _words(page.chars, window)
    for i, word in enumerate(words[:6]):
        if word.of(page.chars).lower() in language.speech.asks:
            return _office_run(page.chars, words[i + 1 :], language.speech)
    return None


def _office_run(chars: str, words: list[Span], speech: Speech) -> Span | None:
    """ "the Minister for Foreign Affairs": an office and the capitalised words joined to it."""
    kept = _joined(chars, words, speech)
    found = Span(kept[0].start, kept[-1].end) if kept else None
    return found if found and _has_office(found.of(chars), speech) else None


def _joined(chars: str, words: list[Span], speech: Speech) -> list[Span]:
    """The words up to the first in small letters that joins none."""
    kept: list[Span] = []
    for word in words:
        bare = word.of(chars).strip(EDGES).lower()
        capital = word.of(chars)[:1].isupper()
        if not capital and not (kept and bare in speech.joins) and bare not in speech.determiners:
            break
        if capital or kept:
            kept.append(word)
    while kept and not kept[-1].of(chars)[:1].isupper():
        kept.pop()
    return kept
