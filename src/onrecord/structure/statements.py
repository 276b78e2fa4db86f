"""The last step: acts of stating. One page holds one, a bilingual page one for each language.

Lives here: where one statement ends and the next begins; its form, venue, publisher, authority. Not here: its dates
(``heading``), title (``titles``), forms in detail (``forms``). Every value has its evidence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from onrecord.knowledge.lookup import find_publisher
from onrecord.knowledge.publisher import Publisher
from onrecord.model import Authority, Block, Evidence, Notice, Span, Statement, short_id
from onrecord.structure.dates import decide
from onrecord.structure.forms import Forming, form_of
from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.titles import title_of
from onrecord.structure.venues import venue_of

SHARE, LEAST = 0.2, 250
SHORTEST = 20  # characters on either side of a signpost that make two statements
BACK = 0.08  # share of a text in its first language, after the second, that makes it one speech
OWN = ("signed", "one_speaker")  # rules of forms that a credit elsewhere on the page does not change
HALF = "credit_of_the_page"
SELF_DECLARED = "page_says_so"  # markup alone names the outlet: any file can carry it
BRACKETS = "([（【"
SAID = ("body", "question", "answer", "headline")


def find(
    sheet: Sheet, passages: list[Passage], blocks: tuple[Block, ...], translated: Span | None = None, doubtful: str = ""
) -> tuple[list[Statement], list[Notice]]:
    """The statements of a text, and what their dates made doubtful; ``translated``: a line says it is a translation;
    ``doubtful``: the reason of a notice by which the text is not what its outlet stated."""
    outlet, because = _publisher(sheet, passages)
    found: list[Statement] = []
    notices: list[Notice] = []
    acts = _leading(sheet, _acts(sheet, passages), translated)
    forms = _together([form_of(sheet, part, outlet) for part in acts])
    for number, (part, forming) in enumerate(zip(acts, forms, strict=True)):
        statement, said = _statement(sheet, part, blocks, forming, outlet, because, number)
        found.append(_as_doubtful(_as_translation(statement, translated), doubtful))
        notices.extend(n for n in said if n not in notices)
    return found, notices


def _together(forms: list[Forming]) -> list[Forming]:
    """The forms of one page's halves: a credit makes a re-post of the page, so of each half that is not spoken."""
    credit = next((f for f in forms if f.form == "repost"), None)
    if credit is None:
        return forms
    spoken = ("transcript", "qa")
    return [f if f.form in (*spoken, "repost") or f.rule in OWN else replace(credit, rule=HALF) for f in forms]


def _acts(sheet: Sheet, passages: list[Passage]) -> list[list[Passage]]:
    """The passages of each act of stating: all of them, or one stretch for each language of a bilingual page."""
    if not passages:
        return []
    led = _led(passages)
    if led:
        return [_without_tail(passages[:led]), passages[led:]]
    runs = _runs(passages)
    total = sum(_weight(sheet, p) for p in passages if p.kind in SAID) or 1.0
    weights = [sum(_weight(sheet, p) for p in run if p.kind in SAID) for run in runs]
    large = [i for i, w in enumerate(weights) if w >= SHARE * total and w >= LEAST]
    if len({_tongue(runs[i]) for i in large}) < 2 or len(large) > 4 or _returns(runs, weights, large, total):
        return [passages]
    acts: list[list[Passage]] = [[]]
    for i, run in enumerate(runs):
        if i in large and acts[-1] and any(i > j for j in large) and _tongue(run) != _tongue_of(acts[-1]):
            acts.append([])
        acts[-1].extend(run)
    return [_without_tail(a) if k + 1 < len(acts) else a for k, a in enumerate(acts)]


def _leading(sheet: Sheet, acts: list[list[Passage]], translated: Span | None) -> list[list[Passage]]:
    """The acts, a line that says "unofficial translation" between two languages with the one that it leads to; in
    brackets it closes what stands before it."""
    for act, after in pairwise(acts):
        last = act[-1]
        if len(act) > 1 and last.span() == translated and sheet.chars[last.start] not in BRACKETS:
            after.insert(0, act.pop())
    return acts


def _led(passages: list[Passage]) -> int:
    """The index after a signpost ("English version follows:") between two languages, however short both are; else 0."""
    for i, passage in enumerate(passages[1:-1], 1):
        if passage.kind != "furniture" or passage.label != "signpost":
            continue
        one, other = passages[:i], passages[i + 1 :]
        after = _tongue(other)
        if not after or not _tongue(one) or _tongue_of(one) != _tongue(one) or _tongue_of(other) != after:
            continue
        if after != _tongue(one) and all(_words(part) for part in (one, other)):
            return i + 1
    return 0


def _words(part: list[Passage]) -> bool:
    return sum(p.end - p.start for p in part if p.kind in SAID and p.kind != "headline") >= SHORTEST


def _returns(runs: list[list[Passage]], weights: list[float], large: list[int], total: float) -> bool:
    """True for one speech in two languages: after a stretch in the second it goes back to its first at length."""
    first = _tongue(runs[large[0]])
    left = next(i for i in large if _tongue(runs[i]) != first)
    back = sum(w for i, w in enumerate(weights) if i > left and _tongue(runs[i]) == first)
    return back >= max(LEAST, BACK * total)


def _runs(passages: list[Passage]) -> list[list[Passage]]:
    """Stretches of one language; furniture and what has no language go with what stands before."""
    runs: list[list[Passage]] = []
    for passage in passages:
        code = passage.lang.split("-")[0]
        same = bool(runs) and (passage.kind not in SAID or code == "und" or code == _tongue(runs[-1]))
        if same or (runs and not _tongue(runs[-1])):
            runs[-1].append(passage)
        else:
            runs.append([passage])
    return runs


def _tongue(run: list[Passage]) -> str:
    return next((p.lang.split("-")[0] for p in run if p.kind in SAID and p.lang != "und"), "")


def _tongue_of(act: list[Passage]) -> str:
    codes = Counter[str]()
    for p in act:
        if p.kind in SAID:
            codes[p.lang.split("-")[0]] += p.end - p.start
    return codes.most_common(1)[0][0] if codes else ""


def _without_tail(act: list[Passage]) -> list[Passage]:
    """An act without the signpost that leads to the next one."""
    while len(act) > 1 and act[-1].kind == "furniture":
        act = act[:-1]
    return act


def _weight(sheet: Sheet, passage: Passage) -> float:
    return (passage.end - passage.start) * (3.0 if passage.lang.startswith(("zh", "ja")) else 1.0)


def _statement(
    sheet: Sheet,
    part: list[Passage],
    blocks: tuple[Block, ...],
    forming: Forming,
    outlet: Publisher | None,
    because: Evidence | None,
    number: int,
) -> tuple[Statement, tuple[Notice, ...]]:
    span = Span(part[0].start, part[-1].end)
    lang = _language(sheet, part)
    dates = decide(sheet.source, sheet.text, blocks, span, lang, sheet.rules.know)
    title, venue = title_of(sheet, part, first=number == 0), venue_of(sheet, part, lang)
    authority = _authority(forming, outlet, lang)
    evidence = [
        _of_language(sheet, part, lang),
        Evidence("form", forming.form, forming.rule, forming.passage.span() if forming.passage else None),
    ]
    evidence += [title.because] if title.because else []
    if venue:
        evidence.append(venue)
    evidence += [because] if because else []
    evidence += _told_author(sheet)
    if authority != "unknown":
        rule = {"repost": "form", "official_translation": "publisher_languages"}.get(authority, "publisher")
        where = f"publisher:{outlet.id}" if outlet and rule != "form" else ""
        evidence.append(Evidence("authority", authority, rule, where=where))
    statement = Statement(
        id=short_id("s", sheet.source.id, sheet.text.id, number),
        span=span,
        lang=lang,
        form=forming.form,
        date=dates.date,
        published=dates.published,
        venue=venue.value if venue else None,
        publisher=because.value if because else None,
        authority=authority,
        title=title.span,
        evidence=(*evidence, *dates.evidence),
    )
    return statement, dates.notices


def _language(sheet: Sheet, part: list[Passage]) -> str:
    codes = Counter[str]()
    for p in part:
        codes[p.lang] += int(_weight(sheet, p)) if p.kind in SAID else 1
    codes["und"] = min(codes["und"], 1)
    return codes.most_common(1)[0][0]


def _of_language(sheet: Sheet, part: list[Passage], lang: str) -> Evidence:
    """What showed the statement's language: what showed it for most of its words."""
    rules = Counter[str]()
    for p in part:
        if p.lang == lang and p.kind in SAID:
            rules[p.told_by or "neighbours"] += p.end - p.start
    return Evidence("lang", lang, rules.most_common(1)[0][0] if rules else "neighbours")


def _authority(forming: Forming, outlet: Publisher | None, lang: str) -> Authority:
    """An outlet's own authority; what an official outlet says in none of its own languages is a translation."""
    if forming.form == "repost":
        return "repost"
    if outlet is None:
        return "unknown"
    own = not outlet.languages or lang == "und" or lang.split("-")[0] in outlet.languages
    return outlet.authority if own or outlet.authority != "official_transcript" else "official_translation"


def _told_author(sheet: Sheet) -> list[Evidence]:
    """Whom the carrier names as author (a column of a data set, a feed's entry, a mail's From): said, not believed."""
    told = sheet.source.told_value("author")
    return [Evidence("author", told.value[:200], "told", where=f"told:{told.by}")] if told and told.value else []


def _as_translation(statement: Statement, says: Span | None) -> Statement:
    """A statement whose page calls its words a translation is no official transcript. Its form stays what it is: an
    outlet that translates its own transcript re-posts nobody."""
    if says is None or not statement.span.covers(says) or statement.authority != "official_transcript":
        return statement
    held = next(e for e in statement.evidence if e.field == "authority")
    because = replace(held, value="official_translation", rule="says_translation", span=says)
    evidence = tuple(because if e is held else e for e in statement.evidence)
    return replace(statement, authority="official_translation", evidence=evidence)


def _as_doubtful(statement: Statement, reason: str) -> Statement:
    """A page in place of a document, or an illegible text, has nobody's authority."""
    if not reason or statement.authority == "unknown":
        return statement
    evidence = [e for e in statement.evidence if e.field != "authority"]
    return replace(
        statement, authority="unknown", evidence=(*evidence, Evidence("authority", "unknown", f"notice:{reason}"))
    )


def _names(said: str) -> list[str]:
    """A told outlet, and the parts of a channel's title ("Press Releases – Ministry of Trade")."""
    parts = said.replace(" — ", " – ").replace(" | ", " – ").replace(" - ", " – ").split(" – ")
    return [said, *parts[::-1]] if said and len(parts) > 1 else [said] if said else []


def _signed(dateline: str) -> list[str]:
    """The agency of a dateline: "PORT BLAIR, Jan. 9 (Agency) --", "PORT BLAIR, January 9. /AGENCY/."."""
    for opening, close in (("(", ")"), ("（", "）"), ("/", "/")):
        _, found, rest = dateline.partition(opening)
        name, closed, _ = rest.partition(close)
        if found and closed and name.strip():
            return [name.strip()]
    return []


def _publisher(sheet: Sheet, passages: list[Passage]) -> tuple[Publisher | None, Evidence | None]:
    """Whose page this is: as told, by its address, by what it says of itself, or as printed in a byline."""
    know, source = sheet.rules.know, sheet.source
    told = source.told_value("publisher")
    said = source.publisher or (told.value if told else "")
    by = told.by if told and not source.publisher else "source"
    known = next((o for name in _names(said) if (o := find_publisher(know, name))), None)
    if known:
        return known, Evidence("publisher", known.id, "told", where=by)
    address = source.told_value("url")
    places = [(address.value, f"told:{address.by}")] if address else []
    names = ("link:canonical", "meta:og:url", "meta:og:site_name", "meta:application-name")
    places += [(f.value, f.name) for f in sheet.text.layout.facts if f.name in names]
    for value, where in places:
        known = find_publisher(know, value)
        if known:
            rule = "address" if where.startswith("told:") else SELF_DECLARED
            return known, Evidence("publisher", known.id, rule, where=where)
    if said:
        return None, Evidence("publisher", said, "told", where=by)
    for p in passages:
        if p.kind == "dateline" and p.label in ("byline", "agency", "dateline") and p.end - p.start <= 60:
            words = sheet.of(p)
            named = [words, words.split("（")[0].removesuffix("消息").removesuffix("讯"), *_signed(words)]
            known = next((o for name in named if (o := find_publisher(know, name))), None)
            if known:
                return known, Evidence("publisher", known.id, "printed", p.span())
    return None, None
