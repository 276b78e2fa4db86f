"""English: how an entry of the lexicon of stance is written. The entries are in ``judging`` and ``asking``."""

from onrecord.knowledge.languages.en.inflect import phrases, verbs
from onrecord.knowledge.stance import Frame, StanceWord

UN, CAMEO, NICOLSON = "un-editorial", "cameo", "nicolson"


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
    return StanceWord(phrases(forms), act, frame, plover, cameo, rung, source, tuple(links.split()), needs, negated)
