"""What a language is to Onrecord: the types that each folder of ``languages/`` fills with data.

Lives here: types only. Not here: data (``languages/<code>/``), rules that use it (``structure``, ``annotate``,
``text``). A language holds no weights: adding one never changes the others.
All word lists are lower case unless a field says otherwise; matching folds case and width.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """Printed words that say what a stretch is for. Owner: ``structure``.

    ``question`` / ``answer``: labels of turns that name no person ("question", "q", "记者", "вопрос").
    ``journalist``: labels of askers ("journalist", "reporter"). ``speaker_titles``: titles that may open a
    printed speaker label ("mr.", "secretary", "president", "президент"). ``keywords``, ``source``: labels of
    keyword and source lines. ``headline``: labels that introduce a headline ("news title"). ``dateline``: patterns
    (RE2) of dateline lines and openings. ``furniture``: patterns (RE2) of lines that are page furniture in this
    language (view counters, comment forms, share lines, navigation, calls to subscribe, bilingual signposts).
    """

    question: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    journalist: tuple[str, ...] = ()
    speaker_titles: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    address: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """Words of dates. Owner: ``text.datewords``.

    ``months`` has twelve tuples of forms (full, abbreviated, inflected); ``weekdays`` seven, Monday first.
    ``patterns`` name the orders this language writes ("d m y", "m d, y", "y年m月d日"); ``relative`` maps a word to
    a number of days ("yesterday": -1).
    """

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    patterns: tuple[str, ...] = ()
    relative: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of reporting. Owner: ``annotate``.

    ``marks``: pairs of quotation marks (open, close), outermost first. Cues, every inflected form: ``say`` (reporting
    verbs that take words or a clause), ``think``, ``stance`` (verbs whose object is what is wanted, blamed or backed).
    ``doubtful``: cue forms that are also nouns or adjectives, taken only with a subject beside them. ``traps``: longer
    strings that hold a cue and are none ("made a response", "说明"). ``complementizers`` open a content clause;
    ``according``: phrases such as "according to", with ``according_ends`` closing them where a language does so
    ("据…报道"). ``pronouns``: third-person pronouns that can stand for the last speaker. ``offices``: words for an
    office, alone or before a name ("spokesperson", "发言人"). ``honorifics``: forms of address before a name, no office.
    ``auxiliaries`` stand between subject and cue; ``stops`` end a noun phrase; ``determiners`` open one; ``openers``
    are connectives before a subject ("meanwhile", "同时"). ``outlets``: words for news outlets ("news agency").
    ``speeches``: words that introduce a speaker in a heading ("remarks by"). ``subject_after``: subjects may follow
    the cue without inversion marks (Arabic).
    """

    marks: tuple[tuple[str, str], ...] = ()
    say: tuple[str, ...] = ()
    think: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    according_ends: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    speeches: tuple[str, ...] = ()
    subject_after: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """One language: ``code`` is BCP 47 ("en", "zh-Hans"), ``direction`` "ltr" or "rtl"; ``spaced`` says whether
    words are set apart by spaces."""

    code: str
    name: str
    english: str
    direction: str = "ltr"
    spaced: bool = True
    labels: Labels = Labels()
    calendar: Calendar = Calendar()
    speech: Speech = Speech()
