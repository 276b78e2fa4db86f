"""Spanish: words at the head of a text that was delivered ("statement by"), as data."""

from onrecord.knowledge.language import Delivery


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


DELIVERY = Delivery(
    works=_words("discurso declaración declaracion intervención intervencion palabras mensaje alocución alocucion"),
    by=_words("de del por"),
    given=_words("pronunciado pronunciada pronunciadas leído leída"),
    styles=_words("""
    s.e s.e. su excelencia excelentísimo excelentísima excmo excmo. excma excma. sr sr. sra sra. señor señora
    don doña d. dr dr. dra dra. el la majestad alteza real
    """),
    events=_words("""
    debate período periodo sesiones sesión sesion asamblea cumbre ocasión ocasion conferencia plenario plenaria
    reunión reunion segmento foro apertura
    """),
    at=_words("ante durante"),
    to=_words("en a al para con sobre"),
    joins=_words("primer primera de del y e la las los"),
    particles=_words("de del la las los y da"),
    asides=_words("cotejar favor tema nueva"),
)
