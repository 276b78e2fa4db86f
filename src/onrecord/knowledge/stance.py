"""Words of stance: the types that ``languages/<code>/stance.py`` fills with data.

Lives here: types only. Not here: the words (``languages``), codes (``codes``), rules (``annotate.positions``).
The lexicon carries the codes: a word that is found needs no second table. All forms are lower case, every inflected
form written out; a form may be a phrase ("called on", "不容置疑").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Frame = Literal[
    "object", "to", "clause", "order", "modal", "predicate", "noun", "blame", "event", "work", "brand", "own"
]


@dataclass(frozen=True, slots=True)
class StanceWord:
    """A word, or words of one meaning, that take a stance.

    ``act`` is one of ``codes.ACTS``, or empty when only the codes of an event fit ("met"). ``plover`` and ``cameo`` are
    codes beside the act (empty: the act's own by ``codes.CODES``; "-": none, for words that evaluate and report no
    event). ``strength`` is a rung of ``codes.RUNGS`` (0: the act's own) and ``source`` the key in ``codes.SOURCES`` of
    the published ladder that gives it (empty: our own reading).

    ``frame`` says what stands around it, holder first:

    - ``object``: what follows is the target ("opposes X"; unspaced: also "对X表示反对" by ``Stance.before``)
    - ``to``: what is to be done follows ("vows to do", "承诺做")
    - ``clause``: a clause follows ("warned that", "希望…")
    - ``order``: who is to do it, then what ("urges X to do", "敦促X做", "accuses X of doing")
    - ``modal``: the clause's subject is to do what follows ("must", "should", "应"); the voice holds
    - ``predicate``: said of the subject, by the voice ("is unacceptable", "是错误的")
    - ``own``: said by the subject of what it will do itself ("will retaliate"; spaced alone)
    - ``noun``: a stance as a noun ("concern about", "opposition to"); ``links`` open its target
    - ``blame``: evaluates wherever it stands ("flagrant", "霸权")
    - ``work``: a verb of policy (unspaced): a stance only under a modality ("愿…，深化…") or in a paper that directs
    - ``brand``: a verb of calling, with the words that it calls bad things by as ``links`` ("calificó … de injusta")
    - ``event``: what one actor did to another; no stance ("met", "attacked")

    ``links``: words between the cue and its target that belong to the cue ("on", "to", "of"); the target may also
    follow without them unless ``needs_link``. ``negated_act``: the act when negated, if that is a stance of its own
    (of modals only: "must not" is oppose); empty keeps the act, with ``Position.negated`` set, as of every plain verb.
    """

    forms: tuple[str, ...]
    act: str = ""
    frame: Frame = "object"
    plover: str = ""
    cameo: str = ""
    strength: int = 0
    source: str = ""
    links: tuple[str, ...] = ()
    needs_link: bool = False
    negated_act: str = ""


@dataclass(frozen=True, slots=True)
class Stance:
    """All that a language's reader of positions needs. Owner: ``annotate.positions``.

    ``negators`` turn the stance after them ("not", "不", "не"); ``refusals`` are verbs that do so too ("refused
    to", "拒绝"); ``unreal`` words make it hypothetical or a question ("if", "would", "如果"): no position.
    ``hedges`` weaken by a rung ("partly", "一定程度上"), ``boosts`` strengthen by one ("firmly", "坚决").
    ``passives`` are auxiliaries of a passive ("was", "被"), ``agents`` open its doer ("by", "由"). ``lights``:
    verbs that only carry a stance noun ("expressed", "voiced", "表示"). ``before``: prepositions that put the
    target before the cue (对, 就, 向). ``joins`` join conjoined cues and targets ("and", ",", "和", "、"); ``ends``
    words where a target ends besides punctuation. ``traps``: longer strings that hold a cue and are none ("support
    staff", "支持者").

    ``actors``: generic nouns that make a noun phrase a political actor ("government", "ministry", "union");
    ``not_actors`` those that make it none ("company", "researchers"); ``seats`` stand in mentions of those whose words
    are their own, not their state's ("union", "voters", "议员"); ``others`` end a list that goes on ("等国");
    ``demonyms``: adjective or people to state
    (("chinese", "CN")); ``own``: words for the voice and its side ("we", "our", "我们", "中方" is the pack's),
    ``theirs`` the possessives of third persons ("its"); ``things``: nouns under which the subject is a measure or
    document that speaks for its issuer ("framework", "办法"). ``ordinals`` open the members of an enumeration
    ("first", "一是") whose stance is the list's own. ``deeds``: verbs in the form that follows "to" or a modal, for
    what is to be done ("improve", "ensure"). ``wishes``: words before an infinitive that only lead up to it
    ("want", "like": "we would like to thank"); ``whens`` words of time between a subject and its verb ("today");
    ``turns``: conjunctions before a subject ("as", "than"); ``outlets`` words for those who only pass on what
    others said ("reports", "agency"). ``bases``: verb forms that are nouns as well ("strike", "attack");
    ``singular`` pronouns that such a form does not agree with ("it"). ``spared``: words before a blaming word under
    which nobody is blamed ("an end to"). ``withs`` open company ("with"); ``pointers`` point back to what was
    spoken of ("these"), ``relatives`` to the noun before ("who").

    For languages whose verbs show who speaks: ``firsts`` are forms of the first person ("suis"), and those that end
    in one of ``first_endings`` ("condamnons"); ``infinitives`` take a stance after one of ``wishes``;
    ``participles`` need an auxiliary; ``gerunds`` end verbs that go on with a subject ("réitérant"); ``tos`` open
    what an addressee is to do ("à", "чтобы"); ``inverts``: the subject may follow its verb, and ``ands`` are a
    conjunction written on to a verb ("و"); to call on ``everybody`` is to call on nobody ("communauté");
    ``possessives`` are the words of ``own``, or others, that open a noun phrase ("notre", "有关"); ``fors`` say
    what one is thanked for ("pour"); ``asides`` after a modal leave no stance ("il convient de rappeler");
    ``copulas`` after a noun of stance too ("nuestro compromiso es"). A ``work`` verb takes a stance in the first
    person only.

    For unspaced languages: ``adverbs`` stand between a subject and its verb; ``heads`` end mentions of those whose
    words are their state's ("总统"), ``outside`` in those of people outside politics ("大学");
    ``joint`` end mentions of both sides ("双方"); a paper directs when its title ends in one of ``papers`` ("意见")
    after its issuer and one of ``about`` ("关于"); a needed link may stand anywhere in the object.

    ``neithers`` negate each of two targets ("neither", "nor", "ni"); ``onlys`` only lead up to a target
    ("not only", "both"); ``afters`` follow the verb that they negate ("pas"). ``ifs`` open a condition: what one thinks
    of its case is no position; ``conditionals`` are endings of such verbs ("rait"), ``unrealizing`` words after them
    ("бы"). ``bare_tos`` end infinitives that open what an addressee is to do by themselves ("снять").
    ``perils``: nouns of what one does not want; to stress or underline one of them, or the ``prospects`` ("potential")
    of one, is concern and no support.

    ``bearers``: pronouns that only carry a clause ("за то, что"). ``charges``: nouns of what is said against one:
    to reject or refute them is to deny ("allegations"). ``drops``: verbs that take a stance back ("dropped its
    objections"); ``queries`` open what one asks to know ("about", "whether"); ``falses``: words for what is untrue
    ("fake"). ``pairs``: words that join two targets ("not only", "but").
    ``opinions``: verbs under whose negation a clause is negated ("does not think that"); ``nobodies`` are subjects, or
    open ones, under which nobody says it ("nobody said that"); ``proofs``: what a clause lacks that is not said to be
    so ("no evidence that", "not true that"); ``hearsay``: nouns that to reject with their clause is to deny ("rejected
    claims that").
    ``routines``: what a calendar tells of one ("attend", "会见"), as ``holds`` do before ``sessions`` ("hold ...
    meetings").
    ``articles`` are written on to nouns ("ال"). ``clitics`` are objects that stand before a verb ("lo", "y"),
    ``elided`` those written before it ("l'"), ``enclitics`` those written on to its end ("ها").
    ``alone``: predicates that are the voice's when they open a sentence without a subject ("готовы").

    ``inverted`` stand between a verb and its subject pronoun ("-t-").
    ``homelands``: a subject that is one of these and an article ("the country") is the speaker's state, or that last
    spoken of; ``governments`` are the speaker's own side behind a possessive ("our government", "his government").
    ``hinders``: what hinders ("block", "stand in the way of"): who will not do it opposes nothing.
    ``groups`` (unspaced) end mentions of those beside states that take stances together ("企业", "批评人士").

    ``laters``: words that say in reported speech what will be ("said it would oppose"); elsewhere they are unreal.

    ``maybes`` (unspaced): adverbs between a subject and its verb that leave an act only possible ("可能", "或将").

    ``verbless``: prepositions that are a stance right behind their holder ("X против Y").

    ``contrasts`` open what a target is not ("rules, not trade").

    ``purposes`` open what says what the words before are for ("从而", "afin"). ``fillers``: articles, possessives and
    "and", without which set formulations of several words are compared; ``linkers``: prepositions of the genitive, of
    which the same is true ("of", "de", "的").
    """

    words: tuple[StanceWord, ...] = ()
    negators: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    unreal: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    boosts: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    lights: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    not_actors: tuple[str, ...] = ()
    demonyms: tuple[tuple[str, str], ...] = field(default=())
    own: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    whens: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    singular: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    withs: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()
    first_endings: tuple[str, ...] = ()
    gerunds: tuple[str, ...] = ()
    ands: tuple[str, ...] = ()
    everybody: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    fors: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    tos: tuple[str, ...] = ()
    neithers: tuple[str, ...] = ()
    onlys: tuple[str, ...] = ()
    afters: tuple[str, ...] = ()
    ifs: tuple[str, ...] = ()
    conditionals: tuple[str, ...] = ()
    unrealizing: tuple[str, ...] = ()
    bare_tos: tuple[str, ...] = ()
    bearers: tuple[str, ...] = ()
    charges: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    routines: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    falses: tuple[str, ...] = ()
    nobodies: tuple[str, ...] = ()
    opinions: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()
    governments: tuple[str, ...] = ()
    hearsay: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    alone: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    elided: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    inverts: bool = False
    perils: tuple[str, ...] = ()
    prospects: tuple[str, ...] = ()
    homelands: tuple[str, ...] = ()
    inverted: tuple[str, ...] = ()
    hinders: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    linkers: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    laters: tuple[str, ...] = ()
    verbless: tuple[str, ...] = ()
    maybes: tuple[str, ...] = ()
