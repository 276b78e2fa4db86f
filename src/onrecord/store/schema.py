"""The tables of a record, as a literal list of migration steps.

Lives here: DDL and the names of things. Not here: rows and their hashes (``rows``), pragmas (``connect``).
Plain tables and one FTS5 table with the built-in ``ascii`` tokenizer: any SQLite tool opens a record read-only.

Sources, captures, texts and readings are only ever added. A *labelling* is one generation of labels over one
reading: relabelling adds a labelling with its own blocks, statements and claims; the latest one of a source holds,
the earlier ones stay readable. ``id`` columns are plain numbers without meaning; ``hash`` is a digest of the row's
values and of the row it hangs on, so that damage is found when a row is read.

``source.pack`` and ``source.at`` say where the original bytes stand (``originals``).

``words`` is contentless: its rows are made from ``text`` by ``text.fold`` and can be made again. Its rowid is
``day << 43 | (2^43 - 1 - (block << 13 | piece))``: descending rowid is newest first, then in order of the text, so
that a page of results needs no sort and a span of days is a span of rowids.
"""

from __future__ import annotations

APPLICATION_ID = 0x4F6E5265  # "OnRe"

_FIRST = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE source(
    id INTEGER PRIMARY KEY, pack INTEGER NOT NULL, at INTEGER NOT NULL,
    sha256 TEXT NOT NULL UNIQUE, bytes INTEGER NOT NULL, media_type TEXT NOT NULL, hash BLOB NOT NULL) STRICT;

CREATE INDEX source_place ON source(pack, at);

CREATE TABLE capture(
    id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source(id),
    locator TEXT NOT NULL, address TEXT NOT NULL, sequence INTEGER NOT NULL, publisher TEXT,
    retrieved TEXT NOT NULL, told TEXT NOT NULL, notices TEXT NOT NULL, hash BLOB NOT NULL,
    UNIQUE(address, sequence)) STRICT;
CREATE INDEX capture_source ON capture(source);
CREATE INDEX capture_locator ON capture(locator);

CREATE TABLE text(
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, chars TEXT NOT NULL) STRICT;

CREATE TABLE reading(
    id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source(id), text INTEGER NOT NULL REFERENCES text(id),
    reader TEXT NOT NULL, layout BLOB NOT NULL, hash BLOB NOT NULL, UNIQUE(source, text, reader)) STRICT;
CREATE INDEX reading_text ON reading(text);

CREATE TABLE labelling(
    id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES source(id),
    reading INTEGER NOT NULL REFERENCES reading(id), generation INTEGER NOT NULL,
    onrecord TEXT NOT NULL, reader TEXT NOT NULL, knowledge TEXT NOT NULL, labeller TEXT NOT NULL,
    parts TEXT NOT NULL, hash BLOB NOT NULL, UNIQUE(source, generation)) STRICT;
CREATE INDEX labelling_reading ON labelling(reading);

CREATE TABLE statement(
    id INTEGER PRIMARY KEY, labelling INTEGER NOT NULL REFERENCES labelling(id),
    name TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, lang TEXT NOT NULL, form TEXT NOT NULL,
    date TEXT, published TEXT, venue TEXT, publisher TEXT, authority TEXT NOT NULL,
    title_start INTEGER, title_end INTEGER, evidence TEXT NOT NULL,
    first_day TEXT, last_day TEXT, likeness INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE INDEX statement_labelling ON statement(labelling);
CREATE INDEX statement_name ON statement(name);
CREATE INDEX statement_day ON statement(last_day);
CREATE INDEX statement_likeness ON statement(likeness);

CREATE TABLE block(
    id INTEGER PRIMARY KEY, labelling INTEGER NOT NULL REFERENCES labelling(id),
    statement INTEGER REFERENCES statement(id), number INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, lang TEXT NOT NULL, score REAL NOT NULL, labeller TEXT NOT NULL,
    mention_start INTEGER, mention_end INTEGER, turn INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE INDEX block_labelling ON block(labelling);

CREATE TABLE utterance(
    id INTEGER PRIMARY KEY, labelling INTEGER NOT NULL REFERENCES labelling(id),
    name TEXT NOT NULL, statement TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    mode TEXT NOT NULL, rule TEXT NOT NULL, speaker TEXT, actor TEXT, speaker_start INTEGER, speaker_end INTEGER,
    capacity TEXT, country TEXT, parts TEXT NOT NULL, cue_start INTEGER, cue_end INTEGER,
    answers TEXT, within TEXT, evidence TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE INDEX utterance_labelling ON utterance(labelling);
CREATE INDEX utterance_actor ON utterance(actor);

CREATE TABLE position(
    id INTEGER PRIMARY KEY, labelling INTEGER NOT NULL REFERENCES labelling(id),
    utterance TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    holder TEXT NOT NULL, holder_actor TEXT, holder_start INTEGER, holder_end INTEGER,
    act TEXT NOT NULL, cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL, rule TEXT NOT NULL,
    target_start INTEGER, target_end INTEGER, target_entity TEXT,
    towards TEXT, towards_actor TEXT, towards_start INTEGER, towards_end INTEGER,
    negated INTEGER NOT NULL, plover TEXT, cameo TEXT, strength INTEGER, hash BLOB NOT NULL) STRICT;
CREATE INDEX position_labelling ON position(labelling);

CREATE TABLE occurrence(
    id INTEGER PRIMARY KEY, labelling INTEGER NOT NULL REFERENCES labelling(id),
    formulation TEXT NOT NULL, form TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    hash BLOB NOT NULL) STRICT;
CREATE INDEX occurrence_labelling ON occurrence(labelling);
CREATE INDEX occurrence_formulation ON occurrence(formulation);

CREATE TABLE notice(
    id INTEGER PRIMARY KEY, labelling INTEGER NOT NULL REFERENCES labelling(id),
    reason TEXT NOT NULL, detail TEXT NOT NULL, start INTEGER, "end" INTEGER, hash BLOB NOT NULL) STRICT;
CREATE INDEX notice_labelling ON notice(labelling);

CREATE TABLE set_aside(
    id INTEGER PRIMARY KEY, locator TEXT NOT NULL, file TEXT NOT NULL, part INTEGER NOT NULL,
    reason TEXT NOT NULL, detail TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX set_aside_once ON set_aside(locator, file, part, reason);

CREATE TABLE judgement(
    id INTEGER PRIMARY KEY, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
    subject TEXT NOT NULL, verdict TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, hash BLOB NOT NULL) STRICT;

CREATE TABLE attempt(
    id INTEGER PRIMARY KEY, locator TEXT NOT NULL, file TEXT NOT NULL, tries INTEGER NOT NULL,
    done INTEGER NOT NULL, found INTEGER NOT NULL, UNIQUE(locator, file)) STRICT;

CREATE TABLE part(
    attempt INTEGER NOT NULL REFERENCES attempt(id), part INTEGER NOT NULL, outcome TEXT NOT NULL,
    PRIMARY KEY(attempt, part)) STRICT, WITHOUT ROWID;

CREATE TABLE tally(name TEXT PRIMARY KEY, rows INTEGER NOT NULL, mixed INTEGER NOT NULL) STRICT;

CREATE VIRTUAL TABLE words USING fts5(exact, stem, content='', contentless_delete=1, tokenize='ascii');
"""

# no version before this one wrote positions, so none lack their statement and the words of their target
_POSITIONS = """
ALTER TABLE position ADD COLUMN statement INTEGER REFERENCES statement(id);

ALTER TABLE position ADD COLUMN target TEXT;

CREATE INDEX judgement_text ON judgement(text);

CREATE TABLE proposal(
    id INTEGER PRIMARY KEY, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, quote TEXT NOT NULL,
    kind TEXT NOT NULL, claim TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE INDEX proposal_text ON proposal(text);
"""

_LINKS = """
CREATE TABLE link(
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, score REAL NOT NULL,
    rule TEXT NOT NULL, passages TEXT NOT NULL, told TEXT NOT NULL, hash BLOB NOT NULL,
    UNIQUE(one, other)) STRICT;
CREATE INDEX link_other ON link(other);
"""

ORIGINS = """
CREATE TABLE origin(
    id INTEGER PRIMARY KEY, first INTEGER NOT NULL, lang TEXT NOT NULL, first_day TEXT, last_day TEXT,
    year TEXT NOT NULL, month TEXT NOT NULL, said INTEGER NOT NULL, likeness INTEGER NOT NULL,
    leans_on INTEGER, why TEXT NOT NULL, own REAL NOT NULL, theirs REAL NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE INDEX origin_likeness ON origin(likeness);
CREATE INDEX origin_year ON origin(lang, year, first, said);
CREATE INDEX origin_month ON origin(lang, month, first, said);
CREATE INDEX origin_day ON origin(first_day, lang, first);
CREATE INDEX origin_last ON origin(last_day);

CREATE TABLE lean(
    one INTEGER NOT NULL, other INTEGER NOT NULL, why TEXT NOT NULL, own REAL NOT NULL, theirs REAL NOT NULL,
    hash BLOB NOT NULL, PRIMARY KEY(one, other)) STRICT, WITHOUT ROWID;
CREATE INDEX lean_other ON lean(other);

CREATE TABLE fold(
    id INTEGER PRIMARY KEY, rule TEXT NOT NULL, last INTEGER NOT NULL, texts INTEGER NOT NULL, mark TEXT NOT NULL,
    rows INTEGER NOT NULL, mixed INTEGER NOT NULL) STRICT;
"""
"""Statements folded into origins (``folds``): ``id``, ``first`` and ``leans_on`` are rows of statements, ``lean`` is
what may lean on what, ``fold`` the one note of what they were made for."""

STEPS: tuple[tuple[str, str], ...] = (
    ("the first tables", _FIRST),
    ("positions with their statement and target, proposals", _POSITIONS),
    ("links between versions", _LINKS),
    ("origins", ORIGINS),
)
VERSION = len(STEPS)
