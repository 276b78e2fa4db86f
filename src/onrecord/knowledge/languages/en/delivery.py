"""English: words at the head of a text that was delivered ("statement by"), as data."""

from onrecord.knowledge.language import Delivery


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


DELIVERY = Delivery(
    works=_words("statement speech address remarks intervention message lecture keynote allocution words"),
    by=_words("by of from"),
    spoken=_words("""
    statements speeches addresses messages lectures press briefing briefings reply replies response responses answer answers answered
    interview interviews transcript transcripts letter letters op-ed oped article comment comments commentary testimony
    toast toasts availability doorstop eulogy video q&a q&as conversation discussion questions question post posts blog
    column condolences congratulations greetings greeting tribute proclamation declaration appeal opening closing
    """),
    doings=_words("""
    travel travels trip visit visits meet meets meeting meetings call calls hold holds host hosts conclude concludes attend
    attends participate participates participation announce announces arrive arrives depart departs welcome welcomes sign
    signs discuss discusses receive receives launch launches join joins condemn condemns
    """),
    given=_words("delivered read presented made pronounced"),
    styles=_words("""
    h.e h.e. mister he his her excellency excellencies majesty highness royal serene the right rt rt. honourable
    honorable hon hon. mr mr. ms ms. mrs mrs. miss dr dr. prof prof. professor engr engr. sir dame madam senator
    """),
    events=_words("""
    debate session assembly plenary meeting summit conference segment occasion opening
    seminar ceremony debates unga congress dialogue briefing symposium workshop gathering talks
    """),
    at=_words("at during upon"),
    to=_words("to on before in for"),
    joins=_words("prime of and for the & with"),
    particles=_words("bin ibn al el de da van von der la du dos y bint abu ben"),
    asides=_words("check please embargoed theme page new permanent mission"),
)
