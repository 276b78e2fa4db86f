"""English: how texts and reports open: forms of address, official papers, words of reporting, venues.

Lives here: words as data. Not here: their type (``Labels``), the rest of them (``labels``).
"""

from onrecord.knowledge.phrasing import listed

OPENING = (
    r"^[A-Z][A-Z .,'’/-]{2,40},\s+(?:[A-Z][a-z.]+ )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]* \d{1,2}(?:, \d{4})?\s*(?:\([^)]{2,30}\)|/[^/]{2,20}/\.?)?\s*(?:--|—|–|-)\s*",
    r"^[A-Z][A-Z .,'’/-]{2,40}(?:, [A-Z][\p{L}.]+(?: [A-Z][\p{L}.]+)?)?\s*\((?:Reuters|AP|AFP|Xinhua|UPI|IANS|Bloomberg|CNN|dpa|EFE|TASS|Kyodo|Yonhap|ANI|PTI)\)\s*(?:--|—|–|-)?\s*",
    r"^[A-Z][A-Z .,'’-]{2,30}\s+\d{1,2} [A-Z][a-z]+ \d{4}\s*\([^)]{2,30}\)\s*(?:--|—|–|-)\s*",
    r"^[A-Z][A-Z .,'’-]{2,30},\s+[A-Z][a-z]+ \d{1,2}\.?\s*/[A-Z][^/]{1,20}/\.\s*",
)
SALUTATION = (
    r"^(?:(?:your|his|her) (?:excellenc(?:y|ies)|majest(?:y|ies)|royal highness(?:es)?)|(?:mr|mister|madam|madame|mme)\.? (?:president|chair(?:man|woman|person)?|speaker|secretary|moderator|co-chair)|excellenc(?:y|ies)|ladies and gentlemen|distinguished|honou?rable|esteemed|(?:my |our )?dear (?:colleagues|friends|ministers|delegates)|colleagues|friends|fellow (?:ministers|delegates|colleagues|citizens))\b.{0,160}[,:;!.]?$",
)
ADDRESS = listed(
    """
    answers questions; answers a question; answers media questions; answers to questions; responds to questions;
    takes questions; general assembly; general debate; summit; statement; remarks; address; speech; transcript;
    interview; briefing; readout; communique; communiqué; declaration; press conference; press release; general
    debate; session; reply; keynote; intervention
    """
)
OFFICIAL = listed(
    """
    proclamation; memorandum; executive order; fact sheet; joint statement; communique; communiqué; declaration;
    act; regulation
    """
)
REPORTED = listed(
    """
    said; says; told; according to; reported; stated; added; citing; quoted; noted that
    """
)
OPENERS = ()
COMMON = listed(
    """
    the; of; and; to; is; that; with; for; was; are; this; it; have; has; by; will; from; not; which; their; we;
    you; been; its; in; on; at; as; or; but; be; these; those; they; were; would; who; his; her; about; than; into;
    over; between; because; should; if; there; what; when; under
    """
)
VENUE = (
    r"\b(?:regular |daily |joint |special |weekly )?(?:press|news|media) (?:conference|briefing|availability|gaggle|stakeout)\b",
    r"\b(?:\d+(?:st|nd|rd|th)|seventy-\w+|eightieth) session of the (?:united nations |un )?general assembly\b",
    r"\b(?:un |united nations )?general assembly(?: hall)?\b(?:,| general debate\b)|\bgeneral debate of the (?:\d+(?:st|nd|rd|th) session of the )?(?:united nations |un )?general assembly\b",
    r"\bjoint session of (?:congress|parliament)\b",
)
