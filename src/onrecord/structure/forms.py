"""What form a statement has: transcript, qa, statement, report or repost; each with the rule that says so.

Lives here: the decision for one statement. Not here: kinds of blocks. A credit to another source makes a re-post;
labelled voices make a transcript or a Q&A; an agency's dateline or a reporter's words make a report; what speaks in
the first person, or is signed, or names itself a paper, is a statement.
"""

from __future__ import annotations

from dataclasses import dataclass

import re2

from onrecord.knowledge.publisher import Publisher
from onrecord.model import Form
from onrecord.structure.lines import in_capitals
from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import fold
from onrecord.text.detect import is_han

REPORTED_PER_1000 = 1.0  # reporting words in a thousand words (a Chinese character counts for a third of one)
SPOKEN_PER_1000 = 8.0
SAMPLE = 6_000
WHOLE = ("（全文）", "(全文)", "（实录）", "（實錄）", "全文", "(full text)")

_FIRST_PERSON = re2.compile(
    r"(?i)\b(?:I|we|our|my|us|nous|notre|nos|je|mes|nuestr[oa]s?|nosotros|mi|queremos|estamos|somos|hemos)\b"
    r"|(?:^|[\s«„(])(?:мы|наш|наша|наши|нашей|нашего|нам|нас|я|мне|мой|моей)(?:[\s,.!?:;»]|$)|我们|我們|我国|我國|我方|نحن|إننا|بلادي|نؤكد|نا\b"
)


@dataclass(frozen=True, slots=True)
class Forming:
    """A form and the rule that gave it; ``passage`` is where the reason stands, when it stands in the text."""

    form: Form
    rule: str
    passage: Passage | None = None


def form_of(sheet: Sheet, passages: list[Passage], outlet: Publisher | None) -> Forming:
    """The form of the statement that these passages are."""
    spoken = _spoken(sheet, passages)
    if spoken:
        return spoken
    if any(_signs(sheet, p) for p in passages):
        return Forming("statement", "signed")
    credit = next((p for p in passages if _is_credit(sheet, p)), None)
    if credit and not _self_credit(sheet, credit, outlet):
        return Forming("repost", "credits_a_source", credit)
    agency = next((p for p in passages if p.label == "agency"), None)
    if agency:
        return Forming("report", "agency_dateline", agency)
    paper = next((p for p in passages if p.kind == "headline" and _official(sheet, p)), None)
    if outlet and outlet.kind == "state_media" and paper and paper.label != "section":
        return Forming("statement", "official_paper", paper)  # state media print papers of state in full
    if outlet and outlet.kind in ("state_media", "wire", "press"):
        return Forming("report", "outlet_reports")
    if outlet and outlet.kind in ("ministry", "embassy", "government", "parliament", "international"):
        return Forming("statement", "outlet_states")
    return _by_words(sheet, passages, outlet)


def _spoken(sheet: Sheet, passages: list[Passage]) -> Forming | None:
    labels = [p for p in passages if p.mention and p.label != "chair"]
    heads = [p for p in passages if p.sort in ("ask_head", "reply_head")]
    asks = [p for p in passages if p.kind == "question"]
    replies = [p for p in passages if p.kind == "answer"]
    if (heads or asks) and replies:
        nameless = all(p.sort in ("reply", "note") for p in labels if p.kind == "answer")
        if nameless:
            return Forming("qa", "nameless_answers", (heads or asks)[0])
        return Forming("transcript", "named_answers", replies[0])
    speakers = {fold(sheet.chars[slice(*p.mention)]) for p in labels if p.mention}
    if len(speakers) >= 2:
        return Forming("transcript", "several_speakers", labels[0])
    if speakers and _narrated(sheet, passages, labels[0]):
        return Forming("transcript", "speaker_in_a_narrated_event", labels[0])
    return Forming("statement", "one_speaker", labels[0]) if speakers else None


def _narrated(sheet: Sheet, passages: list[Passage], first: Passage) -> bool:
    """True when the outlet tells of the event before the speaker's words begin."""
    return any(p.kind == "body" and p.turn < 0 and p.start < first.start for p in passages)


def _signs(sheet: Sheet, passage: Passage) -> bool:
    """A signature: a name or an office in capitals below the text."""
    if passage.label == "signature":
        return True
    return passage.kind == "source" and passage.rule == "credit_line" and in_capitals(sheet.of(passage))


def _is_credit(sheet: Sheet, passage: Passage) -> bool:
    """A source line that credits the text (not a picture, a signature, or the page's own link)."""
    if passage.label == "source_head" and passage.end - passage.start < 12 and sheet.medium == "page":
        return False  # "Source:" left empty by the page's template
    if passage.kind != "source" or passage.rule not in ("credit_line", "source_label", "url_line"):
        return False
    if passage.rule == "url_line" and sheet.wrap:
        return False  # the address that a browser prints at the foot of each page
    line = fold(sheet.of(passage).strip("\\*_（( 【["))
    pictures = (
        "图片",
        "圖片",
        "图源",
        "题图",
        "头图",
        "封面",
        "photo",
        "image",
        "picture",
        "фото",
        "foto",
        "crédit",
        "صورة",
        "الصورة",
    )
    persons = (
        "作者",
        "本文作者",
        "责任编辑",
        "责编",
        "编辑",
        "the author",
        "author",
        "ministry of",
        "contact",
        "media contact",
    )
    quoted = ("statement]", "[statement", "tweet", "letter", "press release", "prime minister", "president")
    return not line.startswith((*pictures, *persons, *quoted))


def _self_credit(sheet: Sheet, credit: Passage, outlet: Publisher | None) -> bool:
    """An outlet that credits itself re-posts nobody."""
    if outlet is None:
        return False
    line = sheet.of(credit).casefold()
    return any(name.casefold() in line for name in outlet.names.all() if len(name) > 2)


def _by_words(sheet: Sheet, passages: list[Passage], outlet: Publisher | None) -> Forming:
    body = " ".join(sheet.of(p) for p in passages if p.kind == "body")[:SAMPLE]
    if outlet and outlet.kind in ("aggregator", "blog"):
        return Forming("repost", "outlet_reposts")
    paper = next((p for p in passages if p.kind == "headline" and _official(sheet, p)), None)
    if paper:
        return Forming("statement", "official_paper", paper)
    greeted = next((p for p in passages[: len(passages) // 2 + 2] if "salutation" in p.hint and p.kind == "body"), None)
    if greeted:
        return Forming("statement", "salutation", greeted)
    words = _count_words(body, passages)
    if not words:
        return Forming("statement", "no_body")
    if _addressed(sheet, passages):
        return Forming("statement", "address")
    reported = sum(1 for _ in sheet.rules.reported.finditer(body)) if sheet.rules.reported else 0
    own = sum(1 for _ in _FIRST_PERSON.finditer(body))
    byline = any(p.label == "byline" for p in passages)
    if 1000 * own / words >= SPOKEN_PER_1000 and own > 2 * reported:
        return Forming("statement", "first_person")
    if 1000 * reported / words >= REPORTED_PER_1000 and reported >= 2:
        return Forming("report", "reporting_words")
    return Forming("report", "byline") if byline else Forming("statement", "no_reporting_words")


def _addressed(sheet: Sheet, passages: list[Passage]) -> bool:
    """True when the title names an address at its head ("Statement by ...")."""
    nouns = tuple(w for w in sheet.rules.words["address"] if not is_han(w[0]))
    titles = (fold(sheet.of(p)) for p in passages[:12] if p.kind == "headline" and p.label == "title")
    return any(t.startswith(nouns) for t in titles)


def _official(sheet: Sheet, passage: Passage) -> bool:
    line = sheet.of(passage).casefold().strip('“”"》」 ')
    if whole := next((w for w in WHOLE if line.endswith(w)), ""):  # "Keynote address (full text)": the words, no report
        line = line.removesuffix(whole)
        if line.endswith(tuple(w for w in sheet.rules.words["address"] if is_han(w[0]))):
            return True
    line = line.strip('“”"》」）) ')
    official = sheet.rules.words["official"]
    if is_han(line[-1:] or " "):
        return (
            line.endswith(tuple(w for w in official if is_han(w[0]))) and "|" not in line and passage.label != "section"
        )
    return any(line.startswith(w) for w in official)


def _count_words(body: str, passages: list[Passage]) -> float:
    """Words of a body; in Chinese, three characters count for one."""
    wide = next((p.lang for p in passages if p.kind == "body"), "").startswith(("zh", "ja"))
    return len(body) / 3 if wide else float(body.count(" ") + 1 if body else 0)
