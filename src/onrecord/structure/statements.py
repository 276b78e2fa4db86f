"""The last step: acts of stating. One page holds one, a bilingual page one for each language.

Lives here: where one statement ends and the next begins; its form, title, venue, publisher, authority. Not here: its
dates (``heading``), forms in detail (``forms``). Every value has its evidence.
"""

from __future__ import annotations

from collections import Counter

from onrecord.knowledge.lookup import find_publisher
from onrecord.knowledge.publisher import Publisher
from onrecord.model import Authority, Block, Evidence, Notice, Span, Statement, short_id
from onrecord.structure.forms import Forming, form_of
from onrecord.structure.heading import decide
from onrecord.structure.passage import Passage, Sheet

SHARE, LEAST = 0.2, 250
SAID = ("body", "question", "answer", "headline")


def find(sheet: Sheet, passages: list[Passage], blocks: tuple[Block, ...]) -> tuple[list[Statement], list[Notice]]:
    """The statements of a text, and what their dates made doubtful."""
    outlet, because = _publisher(sheet, passages)
    found: list[Statement] = []
    notices: list[Notice] = []
    for number, part in enumerate(_acts(sheet, passages)):
        statement, said = _statement(sheet, part, blocks, outlet, because, number)
        found.append(statement)
        notices.extend(n for n in said if n not in notices)
    return found, notices


def _acts(sheet: Sheet, passages: list[Passage]) -> list[list[Passage]]:
    """The passages of each act of stating: all of them, or one stretch for each language of a bilingual page."""
    if not passages:
        return []
    runs = _runs(passages)
    total = sum(_weight(sheet, p) for p in passages if p.kind in SAID) or 1.0
    weights = [sum(_weight(sheet, p) for p in run if p.kind in SAID) for run in runs]
    large = [i for i, w in enumerate(weights) if w >= SHARE * total and w >= LEAST]
    if len({_tongue(runs[i]) for i in large}) < 2 or len(large) > 4:
        return [passages]
    acts: list[list[Passage]] = [[]]
    for i, run in enumerate(runs):
        if i in large and acts[-1] and any(i > j for j in large) and _tongue(run) != _tongue_of(acts[-1]):
            acts.append([])
        acts[-1].extend(run)
    return [_without_tail(a) if k + 1 < len(acts) else a for k, a in enumerate(acts)]


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
    outlet: Publisher | None,
    because: Evidence | None,
    number: int,
) -> tuple[Statement, tuple[Notice, ...]]:
    span = Span(part[0].start, part[-1].end)
    lang = _language(sheet, part)
    forming = form_of(sheet, part, outlet)
    dates = decide(sheet.source, sheet.text, blocks, span, lang, sheet.rules.know)
    title, venue = _title(part), _venue(sheet, part)
    authority = _authority(forming, outlet)
    evidence = [Evidence("form", forming.form, forming.rule, forming.passage.span() if forming.passage else None)]
    if title:
        evidence.append(Evidence("title", title.of(sheet.chars)[:200], "first_headline", title))
    if venue:
        evidence.append(Evidence("venue", venue.of(sheet.chars), "place_line", venue))
    evidence += [because] if because else []
    if authority != "unknown":
        rule = "form" if authority == "repost" else "publisher"
        evidence.append(
            Evidence(
                "authority", authority, rule, where="" if rule == "form" or not outlet else f"publisher:{outlet.id}"
            )
        )
    statement = Statement(
        id=short_id("s", sheet.source.id, sheet.text.id, number),
        span=span,
        lang=lang,
        form=forming.form,
        date=dates.date,
        published=dates.published,
        venue=venue.of(sheet.chars) if venue else None,
        publisher=because.value if because else None,
        authority=authority,
        title=title,
        evidence=(*evidence, *dates.evidence),
    )
    return statement, dates.notices


def _language(sheet: Sheet, part: list[Passage]) -> str:
    codes = Counter[str]()
    for p in part:
        codes[p.lang] += int(_weight(sheet, p)) if p.kind in SAID else 1
    codes["und"] = min(codes["und"], 1)
    return codes.most_common(1)[0][0]


def _title(part: list[Passage]) -> Span | None:
    """The first headline above the text; a heading further down heads a section, not the statement."""
    for p in part:
        if p.kind == "headline" and p.label != "section":
            return p.span()
        if p.kind in ("body", "question", "answer"):
            return None
    return None


def _venue(sheet: Sheet, part: list[Passage]) -> Span | None:
    place = next((p for p in part if p.kind == "dateline" and p.label == "place"), None)
    return place.span() if place else None


def _authority(forming: Forming, outlet: Publisher | None) -> Authority:
    if forming.form == "repost":
        return "repost"
    return outlet.authority if outlet else "unknown"


def _publisher(sheet: Sheet, passages: list[Passage]) -> tuple[Publisher | None, Evidence | None]:
    """Whose page this is: as told, by its address, by what it says of itself, or as printed in a byline."""
    know, source = sheet.rules.know, sheet.source
    told = source.told_value("publisher")
    said = source.publisher or (told.value if told else "")
    by = told.by if told and not source.publisher else "source"
    known = find_publisher(know, said) if said else None
    if known:
        return known, Evidence("publisher", known.id, "told", where=by)
    address = source.told_value("url")
    places = [(address.value, f"told:{address.by}")] if address else []
    names = ("link:canonical", "meta:og:url", "meta:og:site_name", "meta:application-name")
    places += [(f.value, f.name) for f in sheet.text.layout.facts if f.name in names]
    for value, where in places:
        known = find_publisher(know, value)
        if known:
            return known, Evidence("publisher", known.id, "address", where=where)
    if said:
        return None, Evidence("publisher", said, "told", where=by)
    for p in passages:
        if p.kind == "dateline" and p.label in ("byline", "agency", "dateline") and p.end - p.start <= 60:
            words = sheet.of(p)
            known = find_publisher(know, words) or find_publisher(
                know, words.split("（")[0].removesuffix("消息").removesuffix("讯")
            )
            if known:
                return known, Evidence("publisher", known.id, "printed", p.span())
    return None, None
