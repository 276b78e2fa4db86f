"""English: labels of voices: who asks, who answers, the outlets and offices that labels name, and what is no speaker.

Lives here: words as data. Not here: their type (``Labels``), the rest of them (``labels``).
"""

from onrecord.knowledge.phrasing import listed

QUESTION = listed(
    """
    question; follow-up; follow up; follow-up question; questions; q; written question; oral question; parliamentary
    question
    """
)
ANSWER = listed(
    """
    answer; a; reply; response; written reply; oral reply; answers; replies; spokesperson; spokesman; spokeswoman;
    embassy spokesperson; embassy; ministry spokesperson; foreign ministry spokesperson; ministry of foreign
    affairs; consulate spokesperson
    """
)
REPLIES = listed(
    """
    answer; a; reply; response; written reply; oral reply; answers; replies
    """
)
JOURNALIST = listed(
    """
    journalist; reporter; reporters; media; press; the press; interviewer; correspondent; host; presenter; news
    anchor
    """
)
OUTLET_ENDINGS = listed(
    """
    news; news agency; news service; times; post; daily; tv; radio; television; press; network; journal;
    broadcasting; broadcaster; gazette; herald; tribune; reuters; afp; ap; bloomberg; bbc; cnn; cctv; cgtn; nhk;
    tass; efe; rt; al jazeera; weekly; magazine; media group; press trust
    """
)
SPEAKER_TITLES = listed(
    """
    second gentleman; first lady; mr; mrs; ms; miss; dr; prof; assoc prof; professor; sir; dame; lord; lady; hon;
    the hon; the honourable; the honorable; his excellency; her excellency; h.e.; he; hrh; the president; the vice
    president; the first lady; the second gentleman; the prime minister; the secretary-general; the chair; the
    chairman; the moderator; president; vice president; prime minister; deputy prime minister; pm; dpm; premier;
    chancellor; secretary; under secretary; deputy secretary; assistant secretary; acting; minister; foreign
    minister; deputy minister; vice minister; ambassador; special envoy; spokesperson; spokesman; spokeswoman;
    senior administration official; senior official; senior state department official; administrator; director;
    commissioner; high representative; senator; congressman; congresswoman; representative; governor; mayor;
    speaker; general; admiral; colonel; captain; major; lieutenant; king; queen; prince; princess; the king;
    counselor; coordinator; commander; attorney general; judge; justice; chairman; chairwoman; chair; chairperson;
    treasurer; moderator; operator; interpreter; translator; host; staff; voice; aide; mp; senior minister
    """
)
OFFICES = listed(
    """
    spokesperson; spokesman; spokeswoman; minister; president; ambassador; secretary; official; moderator; operator;
    director; director-general; secretary-general; chairman; chair; premier; chancellor; consul-general; consul
    general; charge d'affaires; commissioner; embassy; ministry
    """
)
CROWD = listed(
    """
    audience; audience member; audience members; participant; participants; a participant; an audience member;
    attendee; crowd; student; child; unidentified speaker; unknown speaker; speaker; voice; member
    """
)
NOTES = listed(
    """
    interpreter; translator; editor's note; translator's note; interpreter's note; (via interpreter); note
    """
)
NOT_SPEAKERS = listed(
    """
    theme; themes; topic; note; notes; notice; update; updated; fact sheet; background; contact; contacts; media
    contact; press contact; for immediate release; embargoed; date; time; venue; place; location; where; when; who;
    what; why; how; subject; re; from; to; cc; attachment; annex; tel; phone; fax; email; e-mail; website; address;
    link; links; source; sources; reference; references; keywords; tags; photo; photos; image; caption; video;
    watch; read; read more; see also; related; summary; title; news title; news content; content; abstract;
    introduction; conclusion; first; second; third; finally; example; warning; views; comments; share; published;
    posted; bottom line; fact; myth; reality; headline; breaking; exclusive; opinion; analysis; explainer; agenda;
    participants include; speakers include; youtube; facebook; twitter; instagram; executive order; remarks; section
    """
)
GREETING = listed(
    """
    good; morning; afternoon; evening; how; are; you; doing; hello; hi; hey; thank; thanks; there; everyone; sir;
    ma'am; welcome; back; yes; yeah; okay; ok; great; to; see; it's; very; much; all; right; mr; president; happy;
    birthday; new; year; bye
    """
)
INVITATION = (
    r"\bwould you (?:like|care|want) to (?:say|add|speak|make|start|begin|offer)",
    r"\b(?:do|did) you (?:want|wish) to (?:say|add|speak|make|start|begin)",
    r"\bplease (?:go ahead|take the floor|say a few words)",
    r"\bany(?:thing| comments?) (?:to add|you'd like)",
    r"\bover to you\b",
    r"\bthe floor is yours\b",
)
