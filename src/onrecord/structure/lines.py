"""Step 6: short lines that say what they are: furniture, source lines, keywords, signposts, labelled headlines.

Lives here: lines known by a printed label or a pattern of the language and outlet data. Not here: the head of a page
(``opening``), its end (``tail``), where a line's place decides.
"""

from __future__ import annotations

from onrecord.structure.passage import Passage, Sheet
from onrecord.structure.rules import LINE, fold
from onrecord.text.detect import is_han, script

LABEL = 40
ADDRESSES = ("http://", "https://", "www.", "<http")
IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
TOPICAL = ("search", "/tag", "topic", "keyword", "/subject", "category")


def mark(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Label every short line that says what it is; ``Passage.hint`` keeps what place must confirm."""
    for i, passage in enumerate(passages):
        if passage.kind or passage.end - passage.start > LINE:
            continue
        line = sheet.of(passage)
        early = i < len(passages) // 2
        _by_label(sheet, passage, line) or _by_pattern(sheet, passage, line, early) or _by_link(passage, line)
    return passages


def _by_label(sheet: Sheet, passage: Passage, line: str) -> bool:
    """ "Keywords: ...", "Source: ...", "【来源】...", "News Title: ...", "Related:" """
    colon, close = _label_end(line)
    if not colon:
        return _bare_label(sheet, passage, line)
    words = fold(line[:colon].strip("*_#【[】]\\<>- "))
    rest = line[close:].strip(" *_\xa0")
    table = sheet.rules.words
    if words in table["keywords"] and (rest.count(",") + rest.count("，") + rest.count("、") + rest.count(";") or rest):
        passage.decide("keywords", "keywords_label", "keywords")
    elif words in table["source"] and (not rest or _credit_like(line, rest)):
        passage.decide("source", "source_label", "source" if rest else "source_head")
    elif words in table["headline"] and rest and passage.end - passage.start <= LINE:
        passage.decide("headline", "headline_label", "title")
    elif words in table["related"]:
        passage.decide("furniture", "related_label", "related")
    else:
        return False
    return True


def _label_end(line: str) -> tuple[int, int]:
    """Where a label ends and its text begins; (0, 0) when the line has no label."""
    head = line[:LABEL]
    if head[:1] in "【[" and ("】" in head or "]" in head) and not head.startswith("[]"):
        at = head.find("】") if "】" in head else head.find("]")
        if not line.startswith("](", at):
            return at, at + 1
    found = [i for i in (head.find(":"), head.find("：")) if i > 0]
    return (min(found), min(found) + 1) if found else (0, 0)


def _bare_label(sheet: Sheet, passage: Passage, line: str) -> bool:
    """A label that stands alone: "Related articles", "References", a section name is left to ``opening``."""
    if len(line) > LABEL:
        return False
    words = fold(line.strip("*_#>-• "))
    if words in sheet.rules.words["related"]:
        passage.decide("furniture", "related_label", "related")
    elif words in ("references", "reference(s)", "参考文献", "参考资料", "références", "referencias"):
        passage.decide("source", "source_label", "source_head")
    else:
        return False
    return True


def _credit_like(line: str, rest: str) -> bool:
    """A source line names an outlet or an address; a sentence after "Source:" is text."""
    return len(rest) <= 120 or "://" in rest or line.startswith(("【", "["))


def _by_pattern(sheet: Sheet, passage: Passage, line: str, early: bool) -> bool:
    hits = sheet.rules.lines.hits(line.strip("*_ -–•"))
    if not hits:
        return False
    kinds = {h.sort: h.lang for h in reversed(hits)}
    passage.hint = tuple(kinds)
    marked = any(c in line for c in ":：[(（【") or "://" in line
    named = "credit" in kinds and (marked or not early)  # an office's bare name signs below a text, not above it
    if named and (len(line) <= 130 or "://" in line or line[-1] not in ".。"):
        passage.decide("source", "credit_line", "source")
        _speak(passage, line, kinds["credit"])
    elif "signpost" in kinds:
        passage.decide("furniture", "signpost", "signpost")
        _speak(passage, line, kinds["signpost"])
    elif "furniture" in kinds and not _running_text(line) and not ("dateline" in kinds and len(line) > 40):
        passage.decide("furniture", "furniture_line", _finer(line))
        _speak(passage, line, kinds["furniture"])
    tongues = {h.lang for h in hits if h.sort == "salutation"}
    if len(tongues) == 1 and len(line) <= 60 and not passage.kind and script(line) == "Latn":
        passage.lang = tongues.pop()
    return bool(passage.kind)


def _running_text(line: str) -> bool:
    """True for sentences: a line of furniture has one at most, and is short in Chinese."""
    return line.count("。") > 1 or (len(line) > 90 and "。" in line and is_han(line[len(line) // 2]))


def _finer(line: str) -> str:
    low = line.casefold()
    if any(w in low for w in ("comment", "reply", "回复", "评论", "留言", "邮箱", "комментар", "comentario", "تعليق")):
        return "comment"
    if any(c.isdigit() for c in line) and len(line) < 24:
        return "counter"
    return "furniture"


def _speak(passage: Passage, line: str, code: str) -> None:
    """A line that a language's own data knows is in that language, when its letters allow it."""
    own = script(line)
    if (
        code
        and own == "Latn"
        and passage.lang.startswith(("zh", "ru", "ar"))
        and not code.startswith(("zh", "ru", "ar"))
    ):
        passage.lang = code


def _by_link(passage: Passage, line: str) -> bool:
    """A line that is only an address, or one link: an image, topics near the head, else the source."""
    bare = line.strip()
    if _only_urls(bare):
        passage.decide("source", "url_line", "source")
        return True
    if not (bare.startswith("[") and bare.endswith(")") and bare.count("](") == 1):
        return False
    address = bare[bare.index("](") + 2 :].casefold()
    if address.rstrip(")").endswith(IMAGES):
        passage.decide("furniture", "image_link", "image")
    elif any(t in address for t in TOPICAL):
        passage.decide("keywords", "topic_link", "keywords")
    else:
        passage.hint = (*passage.hint, "link")
    return bool(passage.kind)


def _only_urls(line: str) -> bool:
    return line.startswith(ADDRESSES) and all(p.startswith(ADDRESSES) for p in line.replace("\\_", "_").split())


def in_capitals(line: str) -> bool:
    """True for a line printed in capitals (one that holds Chinese characters is not)."""
    return line.isupper() and not any(is_han(c) for c in line)


def is_short(line: str) -> bool:
    """True for a line too short for a paragraph: 60 Chinese characters or 110 others."""
    return len(line) <= 60 or (len(line) <= 110 and not is_han(line[len(line) // 2]))
