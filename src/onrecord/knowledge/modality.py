"""How strongly words bind: modal words on one scale for every language, and forms that are written shorter.

Lives here: data only. Not here: words that take a stance (``languages``), their rungs (``codes``), rules (``compare``).
Rungs: 1 possible, 2 advised or expected, 3 certain or intended, 4 necessary; a negated word keeps its rung, since the
negation is told apart. The grouping is the usual one of possibility, weak and strong necessity (Palmer, Mood and
Modality, 2001); which word has which rung is our reading.
"""

from __future__ import annotations

from typing import Final

MODALS: Final[dict[str, tuple[tuple[int, tuple[str, ...]], ...]]] = {
    "en": (
        (1, ("may", "might", "can", "could", "perhaps", "possibly", "maybe")),
        (2, ("should", "ought to", "would", "likely", "probably")),
        (3, ("will", "certainly", "definitely", "'ll")),
        (4, ("must", "shall", "have to", "has to", "need to", "needs to", "required to", "obliged to")),
    ),
    "zh": (
        (1, ("可能", "可以", "或许", "也许", "或", "能够")),
        (2, ("应", "应当", "应该", "理应", "有望", "宜")),
        (3, ("将", "将会", "会", "定将", "一定")),
        (4, ("必须", "务必", "必将", "须", "不得不", "必")),
    ),
    "fr": (
        (1, ("peut", "peuvent", "pourrait", "pourraient", "peut-être", "pouvons", "éventuellement")),
        (2, ("devrait", "devraient", "devrions", "il convient", "probablement")),
        (3, ("va", "vont", "sera", "seront", "allons", "certainement")),
        (4, ("doit", "doivent", "devons", "il faut", "devra", "devront")),
    ),
    "es": (
        (1, ("puede", "pueden", "podría", "podrían", "quizás", "tal vez", "podemos")),
        (2, ("debería", "deberían", "deberíamos", "conviene", "probablemente")),
        (3, ("va a", "van a", "será", "serán", "vamos a", "ciertamente")),
        (4, ("debe", "deben", "debemos", "hay que", "tiene que", "tienen que", "tenemos que")),
    ),
    "ru": (
        (1, ("может", "могут", "мог бы", "возможно", "могли бы", "можно", "можем")),
        (2, ("следует", "следовало бы", "стоит", "вероятно")),
        (3, ("будет", "будут", "будем", "непременно", "безусловно")),
        (4, ("должен", "должна", "должно", "должны", "необходимо", "обязан", "обязаны", "нужно", "надо")),
    ),
    "ar": (
        (1, ("قد", "ربما", "يمكن", "يمكننا", "بإمكان")),
        (2, ("ينبغي", "من المستحسن", "من المرجح")),
        (3, ("سوف", "ستقوم", "حتما", "بالتأكيد")),
        (4, ("يجب", "لا بد", "يتعين", "من الضروري", "يلزم")),
    ),
}

# endings after an apostrophe, and what they may stand for
CONTRACTIONS: Final[dict[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "en": (
        ("n't", ("not",)), ("'m", ("am",)), ("'re", ("are",)), ("'ll", ("will", "shall")), ("'ve", ("have",)),
        ("'s", ("is", "has", "us")), ("'d", ("would", "had")),
    ),
}  # fmt: skip

# words that are written as a sign or as a sign is read
SIGNS: Final[dict[str, tuple[str, ...]]] = {"%": ("percent", "per cent", "pct"), "$": ("dollars",), "€": ("euros",)}
