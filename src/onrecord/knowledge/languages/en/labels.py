"""English: printed labels and furniture.

Lives here: the parts put together. Not here: the words (``label_voices``, ``label_furniture``, ``label_openings``).
"""

from onrecord.knowledge.language import Labels
from onrecord.knowledge.languages.en import label_furniture, label_openings, label_voices

LABELS = Labels(
    question=label_voices.QUESTION,
    answer=label_voices.ANSWER,
    replies=label_voices.REPLIES,
    journalist=label_voices.JOURNALIST,
    outlet_endings=label_voices.OUTLET_ENDINGS,
    speaker_titles=label_voices.SPEAKER_TITLES,
    offices=label_voices.OFFICES,
    crowd=label_voices.CROWD,
    notes=label_voices.NOTES,
    not_speakers=label_voices.NOT_SPEAKERS,
    greeting=label_voices.GREETING,
    invitation=label_voices.INVITATION,
    keywords=label_furniture.KEYWORDS,
    source=label_furniture.SOURCE,
    headline=label_furniture.HEADLINE,
    body=label_furniture.BODY,
    crumbs=label_furniture.CRUMBS,
    related=label_furniture.RELATED,
    contents=label_furniture.CONTENTS,
    places=label_furniture.PLACES,
    credit=label_furniture.CREDIT,
    dateline=label_furniture.DATELINE,
    opening=label_openings.OPENING,
    furniture=label_furniture.FURNITURE,
    translation=label_furniture.TRANSLATION,
    signpost=label_furniture.SIGNPOST,
    salutation=label_openings.SALUTATION,
    address=label_openings.ADDRESS,
    official=label_openings.OFFICIAL,
    reported=label_openings.REPORTED,
    openers=label_openings.OPENERS,
    common=label_openings.COMMON,
    venue=label_openings.VENUE,
    missing=label_furniture.MISSING,
)
