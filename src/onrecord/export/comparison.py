"""A comparison as one page of HTML that needs nothing else: no script, no address, no font from elsewhere.

Lives here: the page's values and its markup. Not here: comparing (``compare``, ``record``). Everything from a document
is escaped text; a policy in the page forbids whatever else a browser might load. It follows the reader's light or dark
setting, prints in black on white, and sets right-to-left languages from the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from onrecord.model import Span

RTL = frozenset({"ar", "fa", "he", "ur"})
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root{color-scheme:light dark;--ink:#1d1d1f;--paper:#fff;--soft:#6b6b70;--line:#d9d9de;--mark:#ffe9a8;--here:#fde2e0;
--there:#dff2e1;--tag:#f1f1f4}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8ea;--paper:#161618;--soft:#a0a0a8;--line:#3a3a40;--mark:#5a4a12;
--here:#552a28;--there:#1f4527;--tag:#26262b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:1.5rem;background:var(--paper);color:var(--ink);
font:16px/1.55 system-ui,"Noto Sans","Noto Sans CJK SC","Noto Naskh Arabic",sans-serif}
h1{font-size:1.3rem;margin:0 0 .3rem}h2{font-size:1.05rem;margin:2rem 0 .5rem}
p.note,dl,.why{color:var(--soft);font-size:.87rem}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{vertical-align:top;text-align:start;padding:.55rem .6rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
th.kind,td.kind{width:7.5rem;font-size:.8rem;color:var(--soft)}
td[dir=rtl]{text-align:right}
td.kind b{display:inline-block;background:var(--tag);color:var(--ink);border-radius:.3rem;padding:0 .4rem}
mark{background:var(--mark);color:inherit;border-radius:.15rem}
mark.one{background:var(--here)}mark.other{background:var(--there)}
mark.told{outline:1px solid currentColor}
.empty{color:var(--soft);font-style:italic}.why{margin:.3rem 0 0}
dl{display:grid;font-weight:400;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.2rem 0}dd{margin:0}
@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--line:#999;--mark:#eee;--here:#eee;--there:#eee;--tag:#fff}
body{max-width:none;padding:0;font-size:10pt}mark{text-decoration:underline}tr{break-inside:avoid}}
@media (max-width:46rem){th.kind,td.kind{width:5rem}body{padding:.7rem}}
"""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a cell to set off, in code points of its words: ``kind`` names what changed there."""

    span: Span
    kind: str
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: its words, what is set off, and its place in the text (None: nothing stands there)."""

    words: str = ""
    marks: tuple[Marked, ...] = ()
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Why a pair is of its kind: "moved", "step" (what, one, rung, other, rung2), "telling" (what, words), "changed"
    (what), "form"; ``facts`` are names and values. ``sentence`` says it in English."""

    kind: str
    facts: tuple[tuple[str, str], ...] = ()

    def sentence(self) -> str:
        """The note as a page in English and the command line have it."""
        facts = dict(self.facts)
        if self.kind == "step":
            return "{what}: “{one}” (rung {rung}) to “{other}” (rung {rung2})".format(**facts)
        if self.kind in ("telling", "changed"):
            return ": ".join(facts.values())
        return {"moved": "stands in another order", "form": "only form changed"}[self.kind]


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that answer to each other; ``notes`` say why."""

    kind: str
    one: Cell
    other: Cell
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A statement at the head of its column: facts as (name, value)."""

    name: str
    lang: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Two statements side by side. ``summary`` are counts in words, of ``kinds`` in this order; ``markup_only``: the
    words are the same; ``unasked``: sentences of questions that only the first has; ``few``: sentences of both that
    stand in pairs and all there are, where those are so few that the two are hardly versions of one statement."""

    one: Column
    other: Column
    summary: str
    rows: tuple[Row, ...]
    kinds: tuple[str, ...] = ()
    markup_only: bool = False
    unasked: int = 0
    few: tuple[int, int] | None = None


def page(title: str, sections: Sequence[Section], made: str) -> str:
    """The whole page. ``made`` says by which program it was made."""
    body = "".join(_section(section) for section in sections)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{_safe(title)}</title><style>{_STYLE}</style></head><body><h1>{_safe(title)}</h1>"
        '<p class="note">Words that differ are set off. “Present here, absent there” is all that is said: nothing here '
        "says why, or that anybody meant it. Numbers in brackets are characters of the stored text. This page is no "
        "citation and carries no proof: “onrecord export” and the pages of its statements give those. "
        f"{_safe(made)}</p>"
        f"{body}</body></html>\n"
    )


def _section(section: Section) -> str:
    heads = "".join(f"<th>{_column(column)}</th>" for column in (section.one, section.other))
    unasked = f"{section.unasked} sentence(s) of questions are present in the first and absent from the second"
    notes = f'<p class="note">{unasked}</p>' if section.unasked else ""
    rows = "".join(_row(row, section) for row in section.rows)
    return (
        f"<h2>{_safe(section.summary)}</h2>{notes}"
        f'<table><thead><tr><th class="kind">kind</th>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _column(column: Column) -> str:
    facts = "".join(f"<dt>{_safe(name)}</dt><dd>{_safe(value)}</dd>" for name, value in column.facts if value)
    return f"{_safe(column.name)}<dl>{facts}</dl>"


def _row(row: Row, section: Section) -> str:
    notes = "".join(f'<div class="why">{_safe(note.sentence())}</div>' for note in row.notes)
    cells = _cell(row.one, section.one.lang, "one") + _cell(row.other, section.other.lang, "other")
    return f'<tr><td class="kind"><b>{_safe(row.kind)}</b>{notes}</td>{cells}</tr>'


def _cell(cell: Cell, lang: str, side: str) -> str:
    way = "rtl" if lang.partition("-")[0] in RTL else "ltr"
    if cell.place is None:
        return '<td class="empty" dir="ltr">nothing here answers to it</td>'
    where = f'<div class="why" dir="ltr">[{cell.place.start}:{cell.place.end}]</div>'
    return f'<td dir="{way}" lang="{_safe(lang)}">{_marked(cell, side)}{where}</td>'


def _marked(cell: Cell, side: str) -> str:
    parts, at = [], 0
    for mark in sorted(cell.marks, key=lambda m: m.span):
        if mark.span.start < at or not len(mark.span):
            continue
        told = " told" if mark.tells else ""
        inside = _safe(mark.span.of(cell.words))
        parts.append(_safe(cell.words[at : mark.span.start]))
        parts.append(f'<mark class="{side}{told}" title="{_safe(mark.kind)}">{inside}</mark>')
        at = mark.span.end
    return "".join([*parts, _safe(cell.words[at:])])


def _safe(words: str) -> str:
    """Escaped text without characters that turn the direction of what follows, or that no page may hold."""
    return escape("".join(_plain(words)), quote=True)


def _plain(words: str) -> Iterable[str]:
    for char in words:
        code = ord(char)
        hidden = code < 32 and char not in "\n\t"
        turning = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
        lone = 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF) or 127 <= code < 160
        yield f"\\u{code:04x}" if hidden or turning or lone else char
