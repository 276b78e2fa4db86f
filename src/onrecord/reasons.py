"""The closed list of reason codes: why a document was set aside, or what to know before trusting it.

Lives here: the codes and one plain sentence for each. Not here: when a code is given (the room that
gives it decides) and limits (``limits.py``). Codes are counted, translated and pinned by tests: adding
one is a change of the published schema.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Codes shared by notices (document kept) and set-aside rows (document not kept)."""

    # the file as a thing on disk
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    NO_TEXT = "no_text"
    UNSUPPORTED_TYPE = "unsupported_type"
    TRAILING_DATA = "trailing_data"
    TRUNCATED_INPUT = "truncated_input"
    NOT_A_FILE = "not_a_file"
    LINK_LOOP = "link_loop"
    PATH_ESCAPE = "path_escape"
    UNREADABLE = "unreadable"
    CONTAINER = "container"
    MISSING_PART = "missing_part"
    # characters
    CHARSET_CONFLICT = "charset_conflict"
    CHARSET_UNSURE = "charset_unsure"
    DECODE_ERRORS = "decode_errors"
    CONTROL_CHARS = "control_chars"
    BIDI_CONTROLS = "bidi_controls"
    COMBINING_RUN = "combining_run"
    INVISIBLE_CHARS = "invisible_chars"
    MIXED_SCRIPT_NAME = "mixed_script_name"
    HIDDEN_TEXT = "hidden_text"
    UNBALANCED_QUOTES = "unbalanced_quotes"
    BAD_UNICODE = "bad_unicode"
    # structure
    TOO_DEEP = "too_deep"
    ODD_MARKUP = "odd_markup"
    XML_ENTITIES = "xml_entities"
    BAD_LINK = "bad_link"
    LOOP = "loop"
    BAD_JSON = "bad_json"
    BAD_DATE = "bad_date"
    ACTIVE_CONTENT = "active_content"
    UNCOVERED_TEXT = "uncovered_text"
    # containers
    RATIO = "ratio"
    TOO_MANY_LAYERS = "too_many_layers"
    ZIP_OVERLAP = "zip_overlap"
    BROKEN_CONTAINER = "broken_container"
    BAD_CRC = "bad_crc"
    WARC_LENGTH = "warc_length"
    WARC_GARBAGE = "warc_garbage"
    WARC_ONE_MEMBER = "warc_one_member"
    BAD_HTTP = "bad_http"
    # PDF and worker
    BROKEN_PDF = "broken_pdf"
    ENCRYPTED = "encrypted"
    NO_TEXT_LAYER = "no_text_layer"
    TEXT_LAYER_UNVERIFIED = "text_layer_unverified"
    TIMEOUT_OR_MEMORY = "timeout_or_memory"
    WORKER_KILLED = "worker_killed"
    INTERNAL_ERROR = "internal_error"
    # what the page is
    ILLEGIBLE_TEXT = "illegible_text"
    SOFT_REDIRECT = "soft_redirect"
    TRANSLATION = "translation"


SENTENCES: dict[Reason, str] = {
    Reason.TOO_LARGE: "larger than the limit; see `onrecord doctor` for limits",
    Reason.EMPTY: "the file has no bytes",
    Reason.NO_TEXT: "no text was found",
    Reason.UNSUPPORTED_TYPE: "no reader knows this kind of file; see `onrecord readers`",
    Reason.TRAILING_DATA: "bytes follow the end of the document and were not read",
    Reason.TRUNCATED_INPUT: "the file ends in the middle of something",
    Reason.NOT_A_FILE: "not a regular file",
    Reason.LINK_LOOP: "a symbolic link leads back to itself",
    Reason.PATH_ESCAPE: "the name leads outside the folder that was given",
    Reason.UNREADABLE: "the file may not be read",
    Reason.CONTAINER: "a container of many documents; give it to `onrecord add`",
    Reason.MISSING_PART: "reading it needs an optional part that is not installed",
    Reason.CHARSET_CONFLICT: "the declared encoding is not the one the bytes are in",
    Reason.CHARSET_UNSURE: "the encoding is a guess",
    Reason.DECODE_ERRORS: "some bytes could not be decoded",
    Reason.CONTROL_CHARS: "the text has control characters",
    Reason.BIDI_CONTROLS: "the text has characters that change the direction of display",
    Reason.COMBINING_RUN: "a letter carries too many combining marks",
    Reason.INVISIBLE_CHARS: "the text has invisible characters",
    Reason.MIXED_SCRIPT_NAME: "a name mixes letters of several scripts",
    Reason.HIDDEN_TEXT: "some text is not shown on the page",
    Reason.UNBALANCED_QUOTES: "quotation marks do not pair",
    Reason.BAD_UNICODE: "the text has code points that cannot be stored",
    Reason.TOO_DEEP: "nested deeper than the limit",
    Reason.ODD_MARKUP: "the markup is far from any real page",
    Reason.XML_ENTITIES: "the file declares entities or a document type, which is refused",
    Reason.BAD_LINK: "a link has a form that is never followed or shown as a link",
    Reason.LOOP: "the file refers to itself",
    Reason.BAD_JSON: "not valid JSON",
    Reason.BAD_DATE: "a date that no calendar has, or that cannot be read for sure, was left unread",
    Reason.ACTIVE_CONTENT: "the file carries scripts or actions, which were not run",
    Reason.UNCOVERED_TEXT: "an independent count finds text that the reader did not take",
    Reason.RATIO: "unpacks to far more than its size",
    Reason.TOO_MANY_LAYERS: "packed in too many layers",
    Reason.ZIP_OVERLAP: "entries of the archive overlap",
    Reason.BROKEN_CONTAINER: "the container cannot be read",
    Reason.BAD_CRC: "a checksum does not match",
    Reason.WARC_LENGTH: "a record's length does not match its content",
    Reason.WARC_GARBAGE: "bytes between records are no record",
    Reason.WARC_ONE_MEMBER: "the whole archive is one compressed member",
    Reason.BAD_HTTP: "the stored HTTP response is malformed",
    Reason.BROKEN_PDF: "the PDF is damaged",
    Reason.ENCRYPTED: "a password is needed",
    Reason.NO_TEXT_LAYER: "the PDF has no text layer (a scan?)",
    Reason.TEXT_LAYER_UNVERIFIED: "the PDF's text layer may differ from what the page shows",
    Reason.TIMEOUT_OR_MEMORY: "reading it passed the time or memory limit",
    Reason.WORKER_KILLED: "the process that read it died",
    Reason.INTERNAL_ERROR: "our own error while reading it; please report it",
    Reason.ILLEGIBLE_TEXT: "the text is not legible in any known language (a bad text layer?)",
    Reason.SOFT_REDIRECT: "the page is a home, index or error page in place of a document",
    Reason.TRANSLATION: "the page says that its words are a machine, unofficial or courtesy translation",
}


class Unapplied(StrEnum):
    """Why a judgement is kept but not applied."""

    NOT_HELD = "not_held"
    COUNTED_SO = "counted_so"
    CHARACTERS_GONE = "characters_gone"
    NOTHING_THERE = "nothing_there"
    SEVERAL_THERE = "several_there"
    NO_SUCH_NAME = "no_such_name"
    OVERRULED = "overruled"
    UNDONE = "undone"
    WAITING = "waiting"


class Dropped(StrEnum):
    """Why a proposal of a language model is dropped."""

    NOT_JSON = "not_json"
    BAD_SHAPE = "bad_shape"
    TOO_MANY = "too_many"
    QUOTE_NOT_FOUND = "quote_not_found"
    QUOTE_TOO_SHORT = "quote_too_short"
    QUOTE_AMBIGUOUS = "quote_ambiguous"
    SPEAKER_NOT_FOUND = "speaker_not_found"
    UNKNOWN_ACT = "unknown_act"
    CUE_NOT_FOUND = "cue_not_found"
    TARGET_NOT_FOUND = "target_not_found"
    HELD_ALREADY = "held_already"
    WAITING_ALREADY = "waiting_already"
    ACCEPTED_ALREADY = "accepted_already"
    REJECTED_ALREADY = "rejected_already"


UNAPPLIED: dict[Unapplied, str] = {
    Unapplied.NOT_HELD: "no text of the record has the characters it was made on",
    Unapplied.COUNTED_SO: "where its words stand, a formulation of the packs or a longer one is counted",
    Unapplied.CHARACTERS_GONE: "other characters stand at its place",
    Unapplied.NOTHING_THERE: "no claim of its kind stands at its place any more",
    Unapplied.SEVERAL_THERE: "several claims stand at its place and nothing tells them apart",
    Unapplied.NO_SUCH_NAME: "no voice or holder of the record has the name",
    Unapplied.OVERRULED: "a later judgement decided otherwise, or removed what it is about",
    Unapplied.UNDONE: "a later judgement undoes it",
    Unapplied.WAITING: "the record was not opened for writing since; the next write applies it",
}

DROPPED: dict[Dropped, str] = {
    Dropped.NOT_JSON: "the answer is not the JSON that was asked for",
    Dropped.BAD_SHAPE: "an entry lacks a field or has one of another type",
    Dropped.TOO_MANY: "more entries than one answer may have",
    Dropped.QUOTE_NOT_FOUND: "its words do not stand in the text, character by character",
    Dropped.QUOTE_TOO_SHORT: "its words are too few to stand for a claim",
    Dropped.QUOTE_AMBIGUOUS: "its words stand in several places of the passage",
    Dropped.SPEAKER_NOT_FOUND: "the speaker or holder it names does not stand in the text",
    Dropped.UNKNOWN_ACT: "its act is not one of the closed list",
    Dropped.CUE_NOT_FOUND: "its cue does not stand in its words",
    Dropped.TARGET_NOT_FOUND: "its target does not stand in its words",
    Dropped.HELD_ALREADY: "the rules or a judgement say so already, or the answer says it twice",
    Dropped.WAITING_ALREADY: "it was proposed before and waits for a person",
    Dropped.ACCEPTED_ALREADY: "it was proposed before and a person accepted it",
    Dropped.REJECTED_ALREADY: "it was proposed before and a person rejected it",
}
