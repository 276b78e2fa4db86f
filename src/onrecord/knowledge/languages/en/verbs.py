"""English: verbs by what they report, as lemmas; ``inflect`` makes their forms.

Lives here: lists of lemmas written from general knowledge of the language. Not here: how they are used (``Speech``).
"""

# Take words, a clause with or without "that", or a quotation.
SAY = """
say add announce argue assert admit acknowledge affirm allege answer aver avow boast brag caution claim clarify comment
complain concede conclude confess confide confirm contend counter concur declare declaim deny detail disclose divulge
elaborate emphasize emphasise enthuse exclaim explain exult forecast foretell gloat gripe gush hint highlight imply
indicate inform insinuate insist interject intone joke lament maintain mention muse note object observe opine pledge
point posit predict proclaim profess pronounce prophesy promise propose protest quip reaffirm rebut recall recount
recommend reiterate relay remark remind repeat reply respond retort reveal rule scoff signal speculate state stipulate
stress submit suggest surmise swear teach tell testify theorize theorise tweet underline underscore venture vow warn
wonder write post text email blog echo assure reassure convey reckon attest verify reason postulate hypothesize plead
pray preach bemoan grumble moan whine fume rail snap bluster blurt advise counsel instruct notify apprise alert report
prognosticate narrate summarize summarise interrupt inquire query ask agree disagree describe cry volunteer
express advertise charge fret grouse vent demur jest kvetch pontificate editorialize reassert restate recollect rationalize
"""

# Tell what somebody holds, knows or finds.
THINK = """
believe think hope fear expect know doubt suspect presume assume suppose imagine understand realize realise recognize
recognise remember notice feel hear see find learn consider decide determine discover assess guess figure worry dread
dream anticipate foresee deem show demonstrate forget ascertain deduce infer envision envisage
intuit calculate bet convince establish estimate illustrate project
"""

# Report words only beside a quotation.
VOICE = """
shout yell scream holler chant bark bellow roar whisper mutter murmur mumble croak drawl growl grunt hiss howl laugh
chuckle chortle giggle grin smile smirk shrug sigh sob gasp groan huff thunder boom sing shriek stammer stutter warble
wheeze whimper yelp snarl spit splutter sputter scold chastise taunt tease mock jab jeer heckle ridicule marvel exhort
implore beseech admonish reprimand rebuke upbraid berate lecture greet toast apologize apologise reminisce begin start
continue finish conclude proceed react retaliate parry fire shoot strike gesture grimace wink beam bristle seethe
wail recite read call label dub brand deadpan crack rant rage blast chime crow sniff sneer snort snipe carp quote
offer persist promise intervene groan demand urge request go put chide reflect refer characterize characterise portray liken compare order command
"""

# Their infinitive, or the one after their object, names what somebody wants done.
WANT = """
want demand request urge ask call encourage advocate threaten vow pledge promise propose plan intend seek refuse decline
agree offer hope wish expect order instruct advise counsel warn invite beg implore beseech entreat press exhort
challenge petition lobby recommend prefer aim forbid remind swear
"""

# Their object is what somebody is blamed for, or called.
BLAME = "accuse blame"

# Stances themselves: they report no words.
ACT = """
criticize criticise praise condemn oppose endorse reject dismiss denounce slam blast welcome thank applaud deplore rebuke
hail question refuse
"""

# Other verbs, whose finite forms end a noun phrase.
OTHER = """
have do go come get make take give keep hold let put set run sit stand lie fall rise leave lose win meet pay send spend
build bring buy catch fight lead speak break become drive fly grow throw draw wear tear bear eat drink ride hide sell
sleep feed flee lend deal cut shut cost spread quit cast move look turn help serve join visit travel return arrive
appear seem remain stay stop happen occur receive accept approve adopt pass sign issue release publish launch open
create produce develop provide include contain involve affect cause result follow attend discuss raise vote
elect appoint name nominate succeed resign retire govern increase decrease reduce expand extend improve strengthen
weaken restore preserve protect defend kill destroy arrest detain investigate invest fund ban restrict impose lift
cancel suspend delay postpone use try like love hate enjoy need allow enable force avoid miss fail manage tend walk
talk
"""
