"""The trace of a phrase in a record: its uses found, with texts and origins.

Lives here: whether a pack knows the phrase, and where its uses come from (stored occurrences, else a search for the
words). Not here: counting (``trace.phrases``), SQL (``store``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord import judge
from onrecord.knowledge import Knowledge
from onrecord.knowledge.pack import Formula, fold
from onrecord.model import UNKNOWN
from onrecord.store import Filters, Page, Store
from onrecord.store.origins import Named
from onrecord.store.phrases import Use
from onrecord.store.texts import SAID
from onrecord.trace.company import WIDTH, Beside, parted
from onrecord.trace.phrases import NO_VOICE, By, Held, Said, Text, Trace, last_of, traced

PAGE = 100_000
FEW_TEXTS = 200  # read at once


def known(know: Knowledge, phrase: str) -> Formula | None:
    """The formulation with this id or form."""
    every = [one for pack in know.packs for one in pack.formulas]
    if named := next((one for one in every if one.id == phrase), None):
        return named
    wanted = fold(phrase)
    return next((one for one in every if wanted in map(fold, (*one.forms.all(), *one.also))), None)


def accepted(store: Store, phrase: str) -> judge.Accepted | None:
    """The formulation that people accepted with this id or words."""
    standing, _ = judge.active(store.judgements())
    return next((one for one in judge.accepted(standing) if phrase == one.id or fold(phrase) == fold(one.form)), None)


def _accepted_for(store: Store, id: str) -> list[tuple[str, str]]:
    """(language, form) of what people accepted as forms of a formulation."""
    standing, _ = judge.active(store.judgements())
    return [(one.lang, one.form) for one in judge.accepted(standing) if one.id == id]


def trace(store: Store, know: Knowledge, phrase: str, by: By) -> Trace | None:
    """The trace of a known formulation or of any words, side by side; None when none is held."""
    from onrecord.record import folding  # arrays, which a start should not wait for

    with store.view():
        formulation, taken, found = _meant(store, know, phrase)
        if not found:
            return None
        folding.refresh(store, know)
        forms = [(lang, form) for lang, names in formulation.forms.by_lang for form in names] if formulation else []
        id = formulation.id if formulation else taken.id if taken else None
        forms += [pair for pair in _accepted_for(store, id) if pair not in forms] if id else []
        langs = {form: lang for lang, form in reversed(forms)}
        named = {one.statement: one for one in store.origins.named({use.statement for use in found})}
        texts = {name: text_of(one) for name, one in named.items()}
        said = [_said(one, texts[one.statement], langs) for one in found if one.statement in texts]
        if not said:
            return None
        beside = _beside(store, said, {name: one.text for name, one in named.items()})
        return traced((phrase, id), forms, said, _held(store, said, by), by, parted(beside))


def _held(store: Store, said: Sequence[Said], by: By) -> Held:
    """What the uses are counted over."""
    kept = store.origins
    langs = {one.text.lang for one in said}
    last = last_of(said).days[1]
    later = kept.later(langs, last) if last else 0
    users = {one.text.origin for one in said if one.text.first_day}
    returned = kept.later_among(langs, last, users) if later and last else 0
    return Held(kept.starts(langs), kept.totals(langs, by), kept.later(langs), later, returned)


def uses(store: Store, know: Knowledge, phrase: str) -> list[Use]:
    """Every place of a known formulation or of any words, side by side."""
    return _meant(store, know, phrase)[2]


def named(store: Store, know: Knowledge, phrase: str) -> tuple[str | None, list[Use]]:
    """The id of the formulation that a phrase is to packs or people, and every place of it."""
    formulation, taken, found = _meant(store, know, phrase)
    return formulation.id if formulation else taken.id if taken else None, found


def _meant(store: Store, know: Knowledge, phrase: str) -> tuple[Formula | None, judge.Accepted | None, list[Use]]:
    """What a phrase is to packs or people, and where it stands."""
    formulation = known(know, phrase)
    taken = None if formulation else accepted(store, phrase)
    if taken and (formulation := known(know, taken.id)):
        taken = None  # people accepted the words for a formulation of the packs
    if taken and not store.uses(taken.id) and (formulation := known(know, taken.form)):
        taken = None  # the packs count the words that people accepted
    id = formulation.id if formulation else taken.id if taken else None
    return formulation, taken, store.uses(id) if id else list(_searched(store, phrase))


def _beside(store: Store, said: Sequence[Said], rows: Mapping[str, int]) -> list[Beside]:
    """What stands around each dated use."""
    dated = [one for one in said if one.text.first_day and one.text.last_day]
    by_text: dict[int, list[Said]] = {}
    for one in dated:
        by_text.setdefault(rows[one.text.statement], []).append(one)
    texts, found = sorted(by_text), []
    for at in range(0, len(texts), FEW_TEXTS):
        for text, chars in store.characters(texts[at : at + FEW_TEXTS]).items():
            found += [_around(one, chars) for one in by_text[text]]
    return found


def _around(one: Said, chars: str) -> Beside:
    before, after = chars[max(0, one.start - WIDTH) : one.start], chars[one.end : one.end + WIDTH]
    days = one.text.first_day or "", one.text.last_day or ""
    return Beside(before.rpartition("\n")[2], after.partition("\n")[0], *days, one.text.origin, one.text.lang)


def text_of(one: Named) -> Text:
    """A statement as traces count it."""
    return Text(one.statement, one.lang, one.publisher, one.authority, one.first_day, one.last_day, one.first)


def _said(one: Use, text: Text, langs: dict[str, str]) -> Said:
    voice = one.actor or (one.speaker if one.speaker != UNKNOWN else None) or NO_VOICE
    return Said(text, one.form, langs.get(one.form, text.lang), voice, one.start, one.end)


def _searched(store: Store, phrase: str) -> Iterator[Use]:
    """Every place where the words stand side by side in what is said."""
    words = phrase.replace('"', " ")
    for hit in store.search(f'"{words}"', Filters(kinds=SAID), Page(limit=PAGE)).hits:
        for span in hit.spans:
            yield Use(hit.statement, phrase, span.start, span.end, hit.speaker, hit.actor)
