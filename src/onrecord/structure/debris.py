"""Step 5: what the making of a page left behind: rules, page numbers, running heads, crumbs of character recognition.

Lives here: stretches that are no words of anybody. Not here: words of the outlet around the text (``lines``).
"""

from __future__ import annotations

from collections import Counter

from onrecord.structure.paragraphs import is_rule
from onrecord.structure.passage import Passage, Sheet
from onrecord.text.detect import is_han

CRUMB = 4
LETTERHEADS = 4
WORDS = 20  # characters of a passage that counts as text around a rule
INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u2060\ufe0f"


def mark(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Rules, images and page numbers are furniture; runs of crumbs in wrapped text are nobody's language."""
    run: list[Passage] = []
    first, last = _inside(sheet, passages)
    for i, passage in enumerate(passages):
        short = passage.end - passage.start <= 24
        line = sheet.of(passage) if short or sheet.chars[passage.start] in "![<*\\" else ""
        if first < i < last and line and is_rule(line):
            passage.decide("body", "rule_in_the_text", "rule")
        elif line and _no_words(line):
            passage.decide("furniture", "no_words", "rule")
        elif line and _image(line):
            passage.decide("furniture", "image_link", "image")
        elif short and is_page_number(line) and (sheet.medium == "print" or sheet.wrap):
            passage.decide("furniture", "page_number", "page_number")
        if sheet.wrap or sheet.medium == "print":
            run = _follow(sheet, run, passage)
    _close(run)
    if sheet.medium == "print":
        _running_heads(sheet, passages)
    elif sheet.wrap:
        _letterheads(sheet, passages)
    return passages


def _inside(sheet: Sheet, passages: list[Passage]) -> tuple[int, int]:
    """The first and the last passage of words on a web page: what is drawn between them parts its main text."""
    if sheet.medium != "page":
        return 0, 0
    words = [i for i, p in enumerate(passages) if not p.kind and p.mark != "heading" and p.end - p.start >= WORDS]
    words = [i for i in words if not is_rule(sheet.of(passages[i]))]
    return (words[0], words[-1]) if words else (0, 0)


def _no_words(line: str) -> bool:
    bare = line.strip(INVISIBLE + " \\*_\xa0")
    return not bare or is_rule(bare) or (bare[0] == "<" and bare[-1] == ">" and bare.count("<") == 1)


def _image(line: str) -> bool:
    """A Markdown image, or a link without words."""
    return (line.startswith("![") and line.endswith(")") and "\n\n" not in line) or (
        line.startswith("[](") and line.endswith(")") and " " not in line
    )


def is_page_number(line: str) -> bool:
    """ "7", "- 7 -", "7/12", "Page 7", "vii"."""
    if line[-1] == "." and line[:-1].isdigit():
        return False  # the number of a paragraph, set apart
    bare = line.strip(" -–—|.[]()")
    if bare.casefold().startswith(("page ", "página ", "стр. ", "صفحة ")):
        bare = bare.split(" ", 1)[1]
    if bare and all(c.isdigit() or c in "/ " for c in bare):
        return len(bare) <= 9 and len(bare.split("/")) <= 2
    return 0 < len(bare) <= 5 and set(bare) <= set("ivxl") and bare != "i"


def _follow(sheet: Sheet, run: list[Passage], passage: Passage) -> list[Passage]:
    """The run of crumbs so far, with this passage; closed where words begin again."""
    length = passage.end - passage.start
    if length <= CRUMB * passage.lines + passage.lines and length <= 24 and _crumb(sheet.of(passage)):
        run.append(passage)
        return run
    _close(run)
    return []


def _crumb(words: str) -> bool:
    parts = words.split()
    return all(len(p) <= CRUMB for p in parts) and not any(is_han(c) for c in words) and words[-1] not in ".,!?:;»”"


def _close(run: list[Passage]) -> None:
    if len(run) >= 2 or (len(run) == 1 and run[0].lines > 1):
        for passage in run:
            if passage.kind in ("", "furniture"):
                passage.kind = ""
                passage.decide("furniture", "crumbs", "debris", 0.7)
                passage.lang = "und"


def _running_heads(sheet: Sheet, passages: list[Passage]) -> None:
    """Lines that stand at the edge of several pages with the same words (figures aside) head or foot the page."""
    pieces = sheet.pieces
    pages = {pieces[p.first].page for p in passages}
    if len(pages) < 3:
        return
    edges: dict[int, list[Passage]] = {}
    for passage in passages:
        edges.setdefault(pieces[passage.first].page, []).append(passage)
    edge = [p for page in edges.values() for p in {id(q): q for q in (*page[:2], *page[-2:])}.values()]
    counts = Counter(_shape(sheet.of(p)) for p in edge if p.end - p.start <= 120)
    for passage in edge:
        shape = _shape(sheet.of(passage))
        spoken = sheet.chars[passage.end - 1] in ",:;!؟،" or passage.mention
        if counts[shape] >= max(3, len(pages) // 2) and passage.end - passage.start <= 120 and not spoken:
            passage.decide("furniture", "running_head", "running_head")


def _letterheads(sheet: Sheet, passages: list[Passage]) -> None:
    """In print whose pages are lost, a short line that comes back with the same words heads each page."""
    short = [p for p in passages if 2 <= p.end - p.start <= 90 and not p.kind]
    counts = Counter(sheet.of(p) for p in short)
    for passage in short:
        if counts[sheet.of(passage)] >= LETTERHEADS and sheet.of(passage)[-1] not in ".!?,:;)":
            passage.decide("furniture", "letterhead", "running_head", 0.7)


def _shape(words: str) -> str:
    return "".join("0" if c.isdigit() else c for c in words.casefold() if not c.isspace())
