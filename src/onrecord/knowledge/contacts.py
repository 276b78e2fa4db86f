"""Words by which languages tell that two sides met or spoke, as pages of governments print them in titles and leads.

Lives here: data. Not here: how they are used (``compare.meeting``). Forms are in lower case, as they
are printed, for languages with rich endings as the beginning of a word.
"""

from __future__ import annotations

CONTACTS: dict[str, tuple[str, ...]] = {
    "en": (
        "call with", "calls with", "phone call", "telephone", "spoke with", "spoke by phone", "spoke today",
        "meeting with",
        "meets with", "met with", "meets", " met ", "talks with", "held talks", "conversation with",
        "bilateral meeting",
        "summit with", "meeting between", "call between", "visit by", "visit of", "visit to",
    ),
    "zh": ("通电话", "通電話", "通话", "会见", "會見", "会晤", "會晤", "会谈", "會談", "会面",
        "會面", "视频会议", "视频峰会"),
    "ru": (
        "телефонный разговор", "телефонного разговора", "телефонном разговоре", "телефонная беседа", "переговор",
        "встреч", "бесед",
    ),
    "fr": ("entretien", "entretenu", "appel téléphonique", "rencontre", "rencontré", "s'est entretenu", "réunion avec"),
    "es": ("reunión", "reunió", "llamada", "conversación", "encuentro", "se reunió", "conversó", "entrevista con"),
    "ar": ("اتصال", "لقاء", "اجتماع", "مباحثات", "محادثات", "التقى", "هاتفي"),
}  # fmt: skip
"""Primary language subtag -> forms."""
