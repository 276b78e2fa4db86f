"""Lines of the form "X：words": who says what a heading reports.

Lives here: telling them from lines with other labels, by X's being a source in the same statement: lines in languages
written without spaces, headlines in the others. Not here: sentences (``unspaced``), labels of turns (``turns``).
"""

from __future__ import annotations

from onrecord.annotate.found import Found
from onrecord.model import Span
from onrecord.text.segment import ENDS

LONGEST = 60
LABEL = 20
FEWEST = 4
NAME = 3  # words of a name in a headline
WORDS = 2


def find(chars: str, paragraphs: list[Span], found: list[Found], skip: tuple[str, ...]) -> list[Found]:
    """Lines of the form "X：words" whose X is a source elsewhere (``found``); ``skip`` are labels of other kinds."""
    names = {f.source.of(chars).replace("·", "") for f in found if f.source is not None}
    result = []
    for line in paragraphs:
        label = _heading(chars, line, skip) if len(line) <= LONGEST else None
        taken = any(f.span.start < line.end and line.start < f.span.end for f in found) if label else True
        if label is not None and not taken:
            name = label.of(chars).replace("·", "")
            if any(name in other for other in names):
                result.append(Found((Span(label.end + 1, line.end),), "indirect", "heading/label", label))
    return result


def _heading(chars: str, line: Span, skip: tuple[str, ...]) -> Span | None:
    """The label of a line without a full stop: what stands before its only colon, after its last comma."""
    text = line.of(chars)
    if text.count("：") != 1 or text[-1] in ENDS or len(text) - text.index("：") <= FEWEST:
        return None
    colon = line.start + text.index("：")
    begin = max(line.start, chars.rfind("，", line.start, colon) + 1)
    label = chars[begin:colon]
    fits = 2 <= len(label) <= LABEL and not any(c.isdigit() or c.isspace() for c in label)
    return Span(begin, colon) if fits and label not in skip else None


def titled(chars: str, line: Span, speakers: set[str]) -> Found | None:
    """A headline "Name: words", when the last word of the name is that of a speaker in the text below; words all in
    marks of quotation are left to those."""
    label, colon, rest = line.of(chars).partition(":")
    names = label.split()
    if not colon or not 0 < len(names) <= NAME or names[-1] not in speakers or len(rest.split()) <= WORDS:
        return None
    if not all(name[0].isupper() for name in names) or rest.lstrip()[0] in "“\"«„‘'":
        return None
    start = line.start + len(label) + 1 + len(rest) - len(rest.lstrip())
    end = line.start + len(label) + 1 + len(rest.rstrip(" ."))
    mention = Span(line.start + label.index(names[0]), line.start + len(label.rstrip()))
    return Found((Span(start, end),), "indirect", "heading/title", mention)
