"""Quotation marks: pairs, paragraph by paragraph, in linear time.

Lives here: pairing of all usual marks. Not here: whose words stand between them. Rules: a quotation ends with its
paragraph at the latest; a paragraph that opens with a mark while the one before was left open continues it; a second
opening mark of the same kind inside an open one starts anew (the first was never closed); straight marks open after
white space or a bracket and close elsewhere (two apostrophes are one straight mark); an apostrophe
closes only what a single mark opened, and never between two letters.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Span

STRAIGHT = ('"', "''")
OPENS_AFTER = " \t\n\r\u00a0\u202f\u3000([{（【—–-:：,，/*_"


@dataclass(frozen=True, slots=True)
class Quoted:
    """One outermost quotation. ``inner`` is without marks; ``closed`` is False when it ran to its paragraph's end;
    ``continues`` when the paragraph before was left open and this one begins with a mark."""

    outer: Span
    inner: Span
    closed: bool
    continues: bool
    paragraph: int


def pair(chars: str, paragraphs: list[Span], pairs: tuple[tuple[str, str], ...]) -> tuple[list[Quoted], int]:
    """The quotations of each paragraph in order, and how many opening marks were never closed."""
    closers: dict[str, set[str]] = {}
    for opening, closing in pairs:
        closers.setdefault(opening, set()).add(closing)
    begin, end = (paragraphs[0].start, paragraphs[-1].end) if paragraphs else (0, 0)
    marks = set(closers) | {c for cs in closers.values() for c in cs}
    marks = {mark for mark in marks if chars.find(mark, begin, end) >= 0}
    found: list[Quoted] = []
    left_open = 0
    open_before = False
    for number, paragraph in enumerate(paragraphs):
        mine, lost = _in_paragraph(chars, paragraph, number, closers, marks, open_before)
        found.extend(mine)
        left_open += lost
        open_before = bool(mine) and not mine[-1].closed
    return found, left_open


def _places(chars: str, paragraph: Span, marks: set[str]) -> list[tuple[int, str]]:
    """Where marks stand, with the mark; one may be of several characters (two apostrophes for a double mark)."""
    found: list[tuple[int, str]] = []
    for mark in marks:
        at = chars.find(mark, paragraph.start, paragraph.end)
        while at >= 0:
            found.append((at, mark))
            at = chars.find(mark, at + len(mark), paragraph.end)
    found.sort()
    return found


def _in_paragraph(
    chars: str,
    paragraph: Span,
    number: int,
    closers: dict[str, set[str]],
    marks: set[str],
    open_before: bool,
) -> tuple[list[Quoted], int]:
    found: list[Quoted] = []
    lost = 0
    stack: list[tuple[int, str]] = []
    for at, mark in _places(chars, paragraph, marks):
        closes = bool(stack) and mark in closers[stack[-1][1]] and not _is_inside(chars, at, mark, paragraph)
        if closes and not _opens_straight(chars, at, mark, closers):
            begin, opening = stack.pop()
            if not stack:
                continues = open_before and not found and begin == paragraph.start
                found.append(_quoted(begin, opening, at, mark, continues, number))
        elif mark in closers and not _is_apostrophe(chars, at, mark, paragraph):
            if stack and stack[-1][1] == mark:
                stack.pop()
                lost += 1
            stack.append((at, mark))
        elif len(stack) > 1 and mark in closers[stack[0][1]]:
            begin, opening = stack[0]
            lost += len(stack) - 1
            stack.clear()
            found.append(_quoted(begin, opening, at, mark, False, number))
    if stack:
        begin, opening = stack[0]
        lost += len(stack)
        continues = open_before and not found and begin == paragraph.start
        inner = Span(min(begin + len(opening), paragraph.end), paragraph.end)
        found.append(Quoted(Span(begin, paragraph.end), inner, False, continues, number))
    return found, lost


def _quoted(begin: int, opening: str, at: int, closing: str, continues: bool, number: int) -> Quoted:
    return Quoted(Span(begin, at + len(closing)), Span(begin + len(opening), at), True, continues, number)


def _opens_straight(chars: str, at: int, mark: str, closers: dict[str, set[str]]) -> bool:
    """True for a mark that both opens and closes and stands where only an opening one can."""
    if mark not in closers or mark not in closers[mark]:
        return False
    before = chars[at - 1] if at else " "
    after = chars[at + len(mark) : at + len(mark) + 1] or " "
    return before in OPENS_AFTER and before.isspace() and not after.isspace()


def _is_inside(chars: str, at: int, mark: str, paragraph: Span) -> bool:
    """True for a single mark between two letters: an apostrophe, which closes nothing ("‘We don’t know,’ he said")."""
    return (
        mark in "'’"
        and paragraph.start < at < paragraph.end - 1
        and chars[at - 1].isalpha()
        and chars[at + 1].isalpha()
    )


def _is_apostrophe(chars: str, at: int, mark: str, paragraph: Span) -> bool:
    """A straight or single mark inside a word, or one that would open nothing."""
    before = chars[at - 1] if at > paragraph.start else " "
    end = at + len(mark)
    after = chars[end] if end < paragraph.end else " "
    if mark in "'’‘":
        return before.isalnum() or not after.isalnum() or (after.isdigit() and chars[end + 1 : end + 2].isdigit())
    return mark in STRAIGHT and after.isspace() and before.isalnum()
