"""English: how an entry of the lexicon of stance is written. The entries are in ``judging`` and ``asking``."""

from onrecord.knowledge.languages.en.inflect import phrases, verbs
from onrecord.knowledge.stance import Frame, StanceWord

UN, CAMEO, NICOLSON = "un-editorial", "cameo", "nicolson"


_SHORT = {
    "are": ("we're", "they're", "you're"),
    "is": ("it's", "that's", "he's", "she's", "there's"),
    "am": ("i'm",),
}


def contracted(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Forms and their contractions with the pronoun before them ("we're ready"), with either apostrophe."""
    found = dict.fromkeys(forms)
    for form in forms:
        first, space, rest = form.partition(" ")
        for short in _SHORT.get(first, ()):
            found.update(dict.fromkeys(f"{mark}{space}{rest}" for mark in (short, short.replace("'", "’"))))
    return tuple(found)


def verbs_of(
    act: str,
    lemmas: str,
    frame: Frame = "object",
    cameo: str = "",
    rung: int = 0,
    source: str = "",
    links: str = "",
    needs: bool = False,
    negated: str = "",
) -> StanceWord:
    """An entry whose forms are all those of some verbs."""
    return StanceWord(verbs(lemmas), act, frame, "", cameo, rung, source, tuple(links.split()), needs, negated)


def words_of(
    act: str,
    forms: str,
    frame: Frame,
    cameo: str = "",
    rung: int = 0,
    source: str = "",
    links: str = "",
    needs: bool = False,
    negated: str = "",
    plover: str = "",
) -> StanceWord:
    """An entry whose forms stand as written, set apart by semicolons or line ends."""
    return StanceWord(
        contracted(phrases(forms)), act, frame, plover, cameo, rung, source, tuple(links.split()), needs, negated
    )
