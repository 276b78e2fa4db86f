"""French: words at the head of a text that was delivered ("statement by"), as data."""

from onrecord.knowledge.language import Delivery


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


DELIVERY = Delivery(
    works=_words("discours déclaration declaration allocution intervention message propos adresse mots"),
    by=_words("de du d' d’ par"),
    given=_words("prononcé prononcée prononce prononcee lu lue présenté présentée"),
    styles=_words("""
    s.e s.e. s.e.m s.e.m. s.e.mme sem son sa excellence majesté altesse royale monsieur madame m m. mme mme. dr
    dr. pr le la l' l’ l'honorable honorable
    """),
    events=_words("""
    débat debat session assemblée assemblee sommet occasion conférence conference séance seance plénière
    pleniere réunion reunion ouverture cérémonie
    """),
    at=_words("lors devant pendant"),
    to=_words("à a au aux en sur pour"),
    joins=_words("premier première de du des et d' d’ de la"),
    particles=_words("de du la le ben bin el al van von ould"),
    asides=_words("vérifier verifier a thème theme seul prière new"),
)
