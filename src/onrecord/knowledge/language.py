"""What a language is to Onrecord: the types that each folder of ``languages/`` fills with data.

Lives here: types only. Not here: data (``languages/<code>/``), rules that use it (``structure``, ``annotate``,
``text``). A language holds no weights: adding one never changes the others.
All word lists are lower case unless a field says otherwise; matching folds case and width.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.knowledge.stance import Stance


@dataclass(frozen=True, slots=True)
class Labels:
    """Printed words that say what a stretch is for. Owner: ``structure``.

    Turns: ``question`` / ``answer`` are labels of their turns ("question", "q", "вопрос"); ``replies`` those of
    ``answer`` that name nobody ("answer", "答"), not an office; ``journalist`` askers ("journalist", "记者");
    ``outlet_endings`` ends of outlet names that stand as askers ("news service", "电视台");
    ``speaker_titles`` words that may open a printed speaker label ("mr.", "secretary"); ``offices`` words that may
    end one ("spokesperson", "发言人"); ``crowd`` voices without a name ("audience", "participant"); ``notes`` labels
    of interpreters' or editors' notes; ``not_speakers`` words before a colon that are no speaker ("note", "contact").
    ``greeting``: words that a turn of mere greeting is made of. ``invitation``: patterns by which a chair gives the
    floor.
    Lines: ``keywords``, ``source`` labels of keyword and source lines; ``headline``, ``body`` labels that introduce
    a headline or a text ("news title", "news content"); ``crumbs`` section names that stand alone at the head of a
    page ("home", "события"); ``related`` labels after which only links to other pages follow; ``contents`` headings
    of lists of headings; ``places`` words that end the name of a place of assembly ("room", "hotel").
    Patterns (RE2, matched without case): ``credit`` source lines; ``dateline`` lines of place, time or byline;
    ``opening`` datelines inside a paragraph's head ("央视网消息（新闻联播）："); ``furniture`` lines of page furniture;
    ``signpost`` lines that lead to the other language of a page; ``salutation`` first lines of a speech;
    ``translation`` lines by which a page says that its words are a machine, unofficial or courtesy translation.
    ``venue`` printed names of occasions ("regular press conference", "例行记者会"), found anywhere in a line.
    ``missing``: titles of error pages ("page not found").
    Words: ``address`` nouns that name a speech or paper in a headline ("remarks", "discours"); ``official`` nouns of
    official papers; ``reported`` reporting words; ``openers`` words that open a report sentence after a headline
    without a stop; ``common`` frequent function words.
    """

    question: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    journalist: tuple[str, ...] = ()
    outlet_endings: tuple[str, ...] = ()
    speaker_titles: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    crowd: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    not_speakers: tuple[str, ...] = ()
    greeting: tuple[str, ...] = ()
    invitation: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    crumbs: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    dateline: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    signpost: tuple[str, ...] = ()
    salutation: tuple[str, ...] = ()
    translation: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    venue: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """Words of dates. Owner: ``text.datewords``.

    ``months`` has twelve tuples of forms (full, abbreviated without its dot, inflected); ``weekdays`` seven, Monday
    first. ``patterns`` name the orders this language writes: "d m y", "m d y", "m y", "y年m月d日". ``ordinals`` may
    follow a day ("th", "er"); ``of_month`` and ``of_year`` may stand before month and year ("de", "of");
    ``year_tails`` after a year ("года"); ``year_heads`` make a year alone a date ("the year"); ``ranges`` join two
    days or dates ("to", "au"); ``articles`` may stand between weekday and day. ``capital``: months and weekdays are
    names only with a capital letter ("May", not "may"). ``relative`` maps a word to a number of days ("yesterday": -1).
    ``others``: months of other calendars, which are reported and never converted. ``openers`` may stand between the
    start of a sentence and its date ("on"). ``acts``: words of public acts that a dated sentence tells ("met",
    "举行"); ``future``: words that say that the day lies ahead ("will"). ``posted`` and ``updated``: words beside the
    date on which a page was put up or changed. ``leads`` and ``tails`` may stand right before and behind a day inside
    a sentence ("ce", "soir"), where it parts a verb from its subject.
    """

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    patterns: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    of_month: tuple[str, ...] = ()
    of_year: tuple[str, ...] = ()
    year_tails: tuple[str, ...] = ()
    year_heads: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    capital: bool = False
    relative: tuple[tuple[str, int], ...] = ()
    others: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Syntax:
    """Words of the grammar, for a language whose finite verbs are known by their form; empty for others, which are then
    read by ``Speech`` alone. Owner: ``annotate``.

    Verbs: ``verbs`` are finite forms that are no cues and end a noun phrase; ``finite`` auxiliaries show that a clause
    stands without an opening word; ``be`` makes a passive, and ``moods`` are participles that are none after it ("is
    convinced"); ``pasts`` are past forms of cues, ``perfect`` those that need "has" or "was"; ``wants`` cues may have
    an infinitive ("vowed to").
    Nouns: ``nouns`` are cue forms that are nouns too; ``papers`` what one speaks through ("statement"); ``owners`` say
    whose ("his"); ``nominal`` nouns and ``attitudes`` adjectives report before "that" ("the claim that", "sure that").
    Clauses: ``relatives`` ("who"), and of these ``persons``; ``subordinators`` open a clause that ends with a comma
    ("when X said that ..., Y"); after a comma, ``cuts`` end the words reported ("although") and ``articles`` open an
    apposition to them. ``infinitive_links`` stand between a verb and "to" ("went on to say"), ``adverbials`` between a
    cue and "that" ("pointed out that"); ``told`` is who is told ("him"); ``empty`` objects open no clause ("said
    nothing"), and ``objects_of`` after a verb show that it closes none ("heard from"). ``quantifiers`` are
    articles that stand alone too ("some say"); ``ready`` are adjectives between "is" and "to say" ("likely").
    Mentions: ``speakers`` are nouns and pronouns in small letters for who speaks ("everyone"), ``adjectival`` endings
    of adjectives and adverbs, ``counting`` words after a preposition that count ("at least"), ``objective`` pronouns
    that are no subject ("me"); ``doers`` stand between a participle and who acted ("obtained by"); ``possessors`` are
    the owners in the third person ("his"), ``collectives`` nouns whose plural has no "s" ("data"); ``manner`` opens
    "as X noted". ``displays`` are cues whose object is what ``studies`` find ("the poll shows a lead");
    ``naming`` cues say what a thing is ("called it a gift"); ``past_endings`` end the past of most verbs.
    ``durations`` close a phrase of time ("last month"); ``conjoins`` join two names that speak together ("and"), and
    ``similes`` open an attribution ("“...,” as X said");
    ``origins`` stand before the one a quotation is from ("And from X: “...”").
    Silence: who ``refuses`` ("declined") to do one of ``tellings`` ("comment"), or is asked for or to give one of
    ``told_things`` by ``givings`` ("give details"), has said nothing and takes no stance.
    ``posts``: nouns of those who may be in another place and speak there ("the embassy in X").
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    be: tuple[str, ...] = ()
    moods: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    infinitive_links: tuple[str, ...] = ()
    subordinators: tuple[str, ...] = ()
    nominal: tuple[str, ...] = ()
    attitudes: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    pasts: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    adverbials: tuple[str, ...] = ()
    objects_of: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    cuts: tuple[str, ...] = ()
    perfect: tuple[str, ...] = ()
    quantifiers: tuple[str, ...] = ()
    ready: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    adjectival: tuple[str, ...] = ()
    counting: tuple[str, ...] = ()
    objective: tuple[str, ...] = ()
    doers: tuple[str, ...] = ()
    possessors: tuple[str, ...] = ()
    collectives: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    displays: tuple[str, ...] = ()
    conjoins: tuple[str, ...] = ()
    similes: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    durations: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    tellings: tuple[str, ...] = ()
    givings: tuple[str, ...] = ()
    told_things: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """Words of reporting. Owner: ``annotate``.

    ``marks``: pairs of quotation marks (open, close), outermost first. Cues, every inflected form: ``say`` (reporting
    verbs that take words or a clause), ``think``, ``stance`` (verbs whose object says what somebody is to do or has
    done: urge, accuse, vow). ``acts``: verbs that are stances themselves and report no words (oppose, welcome).
    ``doubtful``: cue forms that are also nouns or adjectives. ``traps``: longer strings that hold a cue (or a stop)
    and are none ("made a response", "说明"). ``bare``: cues after which a content clause may stand without an opening
    word ("said the rule would"); ``complementizers`` are such opening words, ``plain`` those that are no part of the
    words reported ("that"); ``participles``: endings of cues that go on with the subject before ("adding");
    ``addressed``: cues whose object is the listener ("told"). ``objects``: words before what a stance verb wants or
    blames ("to", "of"): ``infinitive`` opens what is wanted ("to do"), ``blame`` what one is blamed for ("of doing").
    ``neuter``: pronouns, bare or with a verb, that open a clause and stand for no speaker ("it", "there").
    ``tails``: words after a name that are no part of it ("等").

    ``voice``: verbs that report only beside a quotation ("shouted"). ``syntax``: see there.

    ``according``: phrases such as "according to"; ``according_ends`` close them where a language does so ("据…报道").
    ``pronouns``: third-person pronouns that can stand for the last speaker; ``first``: first-person words;
    ``first_endings``: endings of verbs that are first person without a word for it ("venimos"); ``own``:
    words that only the speaker of a reported passage uses for himself and his side ("双方"). ``offices``: words for an
    office, alone or before a name ("spokesperson", "发言人"). ``honorifics``: forms of address that name no office.

    ``auxiliaries`` stand between subject and cue; ``adverbs`` are endings of adverbs ("ly"); ``stops`` end a noun
    phrase, ``joins`` are prepositions inside one ("of"), ``determiners`` open one; ``openers`` are connectives before a
    subject ("meanwhile", "同时"). ``subject_after``: subjects may follow the cue without marks (Arabic).
    ``drops_subject``: a cue may open a sentence without a subject ("Añadió que"). ``inverts``: after words it reports,
    a cue stands before its subject ("..., dijo X"). ``prepositions``: what opens a phrase that holds no subject.
    ``infinitives``: endings of infinitives, which may hold what is said ("dit vouloir"). ``passives``: auxiliaries that
    leave a cue without a speaker ("a été dit"), unless it is one of ``reflexives`` (cues by their first letters,
    auxiliaries in full). ``enclitics``: pronouns written on to the cue ("affirme-t-il"). ``folds``: characters read as
    another or, with "", passed over, in the words of the text and of these lists. ``heads``: words before an opening
    word that make it a link of another kind ("avant que"); where no spaces set words apart, words that open a clause
    that holds no subject. ``past``: endings of past participles, which are cues beside an auxiliary only. ``seconds``:
    opening words that stand second in their clause ("ли"). ``onward``: words that open a sentence in which a report
    goes on ("同时"); ``brief``: cues whose report ends with its sentence; ``objects``: verbs before a cue that is
    their noun ("作出规定"). ``likewise``: words for "as" before a cue ("как заявил X, ...").
    ``records``: cues whose source is a paper, after a preposition ("в заявлении говорится"). ``comma_before``: a comma
    stands before every content clause. ``things``: words that say nothing themselves ("this shows").
    ``relatives``: pronouns that stand for the noun before them as a subject ("qui"). ``attached``: prepositions with
    the article, written on to a noun, which end the noun phrase before it. ``impersonal``: endings of verbs that need
    no subject ("сообщили"). ``indefinites``: pronouns that need no article ("alguien"). ``remote``: prepositions after
    which an opening word is a relative ("cuenta con recursos que"). ``oblique``: endings of words that are no subject,
    where a language has cases. ``contrasts`` after a comma end the words reported ("pero"); ``again``: forms of a verb
    after "and" that show the next act of a cue of the same form ("-ó": "declaró que ... y comunicó ...").

    ``feminines``: endings of women's surnames, which look like a genitive; ``nominatives``: endings of surnames in
    other cases, each with one it may have by itself ("-ой", "-а").

    Where no spaces set words apart, ``citing`` are words before whom one cites ("援引X的话说"), ``wires`` signs of
    an agency's name in a dateline, ``particles`` words that no noun phrase holds, ``unfinished`` words that end none
    ("将"), ``unnamed`` words that open no name ("听取").

    Beside an office: ``standing`` are words that name no state ("ministry", "republic", "现任"); ``ranks`` make another
    office of it ("deputy", "former"); ``hosts`` stand before the place it is sent to ("to", "驻"); ``compass`` words
    beside a state's name make another place of it ("northern"), as ``continues`` do, signs written on to it ("兰");
    ``kin`` are relatives of its holder ("wife of", "夫人"); ``proxies`` speak ``behalf`` (for) ``principals``, offices
    of one person ("a spokesman for President N. N."). Between an office and a name: ``construct`` offices take
    the state as their next word ("وزير"), ``article`` is written on to nouns that take none ("ال"); ``patronymics``
    are endings of second names, and ``genitives`` of the name of a place ("Лузении").

    ``compounds`` open a surname of two words ("بن", "عبد"), as any word in small letters does inside a name.

    ``outlets``: words for news outlets ("news agency"). ``speeches``: words that introduce a speaker in a heading
    ("remarks by"); ``topics`` open what a heading is about ("就").
    ``asks``: words that put a written question to an office ("to ask the Minister").
    """

    marks: tuple[tuple[str, str], ...] = ()
    say: tuple[str, ...] = ()
    think: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    syntax: Syntax = Syntax()
    according: tuple[str, ...] = ()
    according_ends: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    feminines: tuple[str, ...] = ()
    nominatives: tuple[tuple[str, str], ...] = ()
    wires: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    speeches: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    blame: tuple[str, ...] = ()
    neuter: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    first_endings: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    reflexives: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    likewise: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    indefinites: tuple[str, ...] = ()
    remote: tuple[str, ...] = ()
    seconds: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    compass: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    proxies: tuple[str, ...] = ()
    behalf: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()
    construct: tuple[str, ...] = ()
    article: str = ""
    patronymics: tuple[str, ...] = ()
    genitives: tuple[str, ...] = ()
    folds: tuple[tuple[str, str], ...] = ()
    inverts: bool = False
    comma_before: bool = False
    drops_subject: bool = False
    subject_after: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """Words at the head of a text that was delivered, in small letters: "STATEMENT BY H.E. Ms. N. N., Minister of X".

    ``works``: words for what is delivered ("statement"); ``by``: words between that and who delivers it ("by"), in a
    language that needs one; ``spoken``: more words for what is said, which headings name beside who says it ("X's
    interview"; none: such headings are not asked for one); ``doings``: words for what else a heading tells of somebody
    ("X visits Y"); ``given``: verbs of delivering ("delivered"), which with ``by`` are enough. ``styles``:
    forms of address before a name or an office. ``events``: words of the meeting it is delivered at; ``at``: words
    that open where and when it is delivered; ``to``: words that do so before an event or at the head of a line, and
    else may stand in a title. ``joins``: words that go on with the line before ("of"); ``particles``:
    small words inside a name ("bin"). ``asides``: first words of lines that name nobody ("check against delivery")."""

    works: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    doings: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


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
    delivery: Delivery = Delivery()
    stance: Stance = field(default=Stance())
