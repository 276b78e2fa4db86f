"""English: printed words around a text: its parts, lines of navigation, sources, credits and notices.

Lives here: words as data. Not here: their type (``Labels``), the rest of them (``labels``).
"""

from onrecord.knowledge.phrasing import listed

KEYWORDS = listed(
    """
    keywords; keyword; key words; tags; tag; topics; topic; filed under; subjects; categories; labels
    """
)
SOURCE = listed(
    """
    reference; references; reference(s); source; sources; source(s); original source; original article; original
    link; via; credit; photo credit; photo credits; image credit; picture credit; photo by; image; photo caption;
    photo; originally published; first published; read the original; link to original; courtesy; media contact;
    press contact; contact; citation
    """
)
HEADLINE = ("news title", "title", "headline")
BODY = listed(
    """
    news content; content; full text; text; begin text; body
    """
)
CRUMBS = listed(
    """
    home; news; press releases; press room; newsroom; briefing room; media; latest news; events; speeches; speeches
    & remarks; statements; statements and releases; main page; headlines; menu; search
    """
)
RELATED = listed(
    """
    related; related news; related articles; related stories; related content; related links; read more; see also;
    more news; more stories; latest news; recommended; you may also like; most read; most viewed; trending; popular;
    recent posts; more from this section; also read; further reading; hot topics; recommended for you
    """
)
CONTENTS = ("contents", "table of contents", "in this section")
PLACES = listed(
    """
    room; hotel; house; center; centre; hall; building; palace; auditorium; airport; embassy; library; theater;
    theatre; university; garden; lawn; office; d.c.; dc; base; stadium; museum; headquarters; square; church; club;
    school; college; park; memorial; capitol; pentagon; istana
    """
)
CREDIT = (
    r"^\W*(?:source|sources|reference\(?s?\)?|photo credits?|image credits?|photo by|picture by|photo caption|credit|courtesy(?: of)?|via)\s*[:：]",
    r"^\W*\[+(?:statement|source|link|tweet|press release|op-ed|transcript|video|letter|blog|x|post|remarks|release)[^\]]*\]\(",
    r"^\W*\((?:source|photo|image|credit|courtesy)\s*:[^)]*\)\W*$",
    r"^(?:this (?:article|story|post|text|piece) (?:was )?(?:first|originally) (?:appeared|published)|originally published|re-?posted from|reprinted from|read the original|the original (?:article|text) (?:is|can be))",
    r"^\((?:the )?(?:author|writer)s? (?:is|are|was)\b.*\)$",
    r"^(?:the )?(?:author|writer) is (?:a|an|the)\b.{0,200}$",
    r"^ministry of [a-z ,]+$",
    r"^(?:prime minister|president)[’']s office\b.{0,60}$",
    r"^photo ?caption",
    r"^photos? (?:by|courtesy|from)\b",
    r"^\(?photos?: ",
)
DATELINE = (
    r"^(?:\d{1,2}|[a-z]+ \d{1,2},? \d{4}[,;]?\s+\d{1,2})[:.]\d{2}\s*[ap]\.?m\.?(?:\s*\(?[a-z]{2,4}\)?)?$",
    r"^(?:end\s+)?\d{1,2}:\d{2}\s*[ap]\.?m\.?(?:\s+[a-z]{2,5})?(?:\s*\(local\))?$",
    r"^(?i:by|from|words by|written by|reported by|story by|reporting by|editing by|edited by) [\p{Lu}][\p{L}.'’-]+(?: [\p{L}.'’-]+){0,6}$",
    r"^.{10,120}\b(?:from|by) [A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-zA-Z-]+$",
    r"^(?i:office|bureau|department|mission|embassy|permanent mission|delegation) of (?:the )?[A-Z].{2,80}$",
    r"^(?:remarks |statement )?(?:as )?(?:prepared(?: for delivery)?|delivered)$",
    r"^remarks as (?:prepared|delivered).{0,30}$",
    r"^(?:the )?(?:below|following) is attributable to .{3,80}:?$",
    r"^via (?:teleconference|telephone|video(?:conference| link)?|zoom|webex)$",
    r"^for immediate release.{0,40}$",
    r"^(?:published|posted|updated|last updated|modified|date|released?)\s*(?:on|at|:)\s*.{4,60}$",
    r"^[A-Z][\p{L}.'’-]*(?: [A-Z][\p{L}.'’-]*)+, (?:[A-Z][\p{L}.'’-]+ )?(?i:secretary|minister|spokes(?:person|man|woman)|department spokes(?:person|man|woman)|ambassador|president|prime minister|assistant secretary|under secretary|deputy secretary|administrator|special envoy|director|senior|acting|principal|counselor|coordinator|chief|u\.s\.|foreign)\b.{0,120}$",
    r"^(?:\[[A-Z][a-z]+ .{4,30}\d{4}\])$",
    r"^(?i:as of|effective) [A-Z][a-z]+ \d{1,2}, \d{4}$",
    r"^(?:transcript|speech|media release|press release|press statement|media statement|joint statement|interview|news release|readout)$",
    r"(?i)^\(?(?:on background|embargoed until .{4,40}|check against delivery as .*)\)?$",
)
FURNITURE = (
    r"^.{5,140}[.,;|·] ?site ?map(?: ?\|.{0,40})?$",
    r"^\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: [ap]m)? .{3,200}$",
    r"^(?:page\s*\|\s*\d+|\d+\s*\|\s*page)$",
    r"^(?:views?|page views?|hits|visits|reads|likes|shares|comments?|replies)\s*[:：]?\s*[\d,.]+\s*k?$",
    r"^[\d,.]+\s*k? (?:views?|comments?|shares|likes|reads|replies)$",
    r"^(?:leave a (?:reply|comment)|post a comment|add a comment|cancel reply|comments? (?:are )?closed|write a comment|join the conversation|no comments(?: yet)?|be the first to comment)\b.{0,60}$",
    r"your e-?mail address will not be published",
    r"required fields are marked",
    r"save my name, e-?mail",
    r"^(?:share|share (?:this|on|via|to)\b.{0,60}|tweet|pin it|print|print (?:this )?(?:page|article)|e-?mail this.{0,20}|copy link|follow us\b.{0,60}|like us on.{0,30}|bookmark|save|download pdf|listen)$",
    r"^(?:facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|pinterest|reddit|rss|weibo|wechat|flickr|tumblr|line|email|e-mail|messenger)(?:[ |,/·•]+(?:facebook|twitter|x|linkedin|whatsapp|telegram|instagram|youtube|pinterest|reddit|rss|weibo|wechat|flickr|tumblr|line|email|e-mail|messenger|print|share))*$",
    r"^(?:subscribe|sign up|sign in|log ?in|log ?out|register|join now|join us|my account|create account)\b.{0,80}$",
    r"\b(?:subscribe|sign up) (?:to|for) (?:our|the) (?:daily |weekly |free )?(?:newsletter|mailing list|updates|channel)",
    r"^(?:skip to (?:main )?content|back to top|return to top|top of page|go to top|jump to.{0,30}|toggle navigation|main menu|menu|search|site map|sitemap|navigation|close|open menu|next|previous|prev|next page|previous page|next (?:post|article|story).{0,120}|previous (?:post|article|story).{0,120}|older posts|newer posts|load more|show more|see all|view all|more|less|home ?[>»/|].{0,120})$",
    r"(?:we use|uses|use of) cookies\b",
    r"^(?:accept|accept all|accept cookies|reject all|cookie (?:policy|settings|preferences)|manage (?:cookies|preferences)|privacy policy|terms (?:of (?:use|service)|and conditions)|terms|disclaimer|contact us|about us|accessibility|legal notice|advertise(?: with us)?|advertisement|sponsored|copyright)\b.{0,60}$",
    r"^(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*\d{4}",
    r"\ball rights reserved\b",
    r"^follow [@\w ]{2,40} on (?:twitter|facebook|x|instagram|youtube).{0,40}$",
    r"^(?:click (?:here|to)|tap (?:here|to)|scan the qr code|download (?:the|our) app|get the app|watch (?:the )?(?:video|live)|view (?:the )?(?:video|gallery|pdf|slideshow))\b.{0,80}$",
    r"^page \d{1,4}(?: (?:of|/) \d{1,4})?$",
    r"^\(?(?:unofficial translation, ?)?(?:please )?check against delivery\W*$",
    r"^\W*(?:#\s*){3}\W*$",
    r"^\W*(?:-\s*)?(?:30|end|ends|end text)(?:\s*-)?\W*$",
    r"^\W*###\W*$",
    r"^(?:written by|posted by|posted in|filed in|category|categories|permalink|reading time|min read)\b.{0,80}$",
    r"^\d{1,3} min(?:ute)?s?(?: to)? read$",
    r"^(?:an official website of|official websites use|secure \.gov|here'?s how you know)\b",
    r"^(?:image|photo|video|audio|advertisement|ad)$",
    r"^(?:press service|print version|text version|mobile version|full version|font size|a\s*a\s*a|text size).{0,40}$",
)
MISSING = listed(
    """
    page not found; 404 not found; error 404; 404 error; page cannot be found; page could not be found; page does
    not exist; page no longer exists; page unavailable; access denied; 403 forbidden
    """
)
SIGNPOST = (
    r"^(?:english (?:version|text|translation)|in english|the english (?:text|version|translation)[a-z ]{0,30}|translation|full english text|(?:the )?(?:english|french|spanish|russian|arabic|chinese)(?: (?:version|text|translation))? (?:follows|below|is below|is as follows))\s*[:：]?$",
)
TRANSLATION = (
    r"^\W*(?:(?:please )?note:?\s|disclaimer:?\s|note that\s)?(?:this (?:text |document |page |article |statement |transcript |speech |version )?(?:is|was)(?: only)? )?(?:an? |the )?(?:unofficial|non-official|courtesy|working|informal|provisional|convenience|machine|automatic|automated|computer|google|rough)(?: english| french| spanish| russian| chinese| arabic)? translation(?: (?:of|from|by|for|provided|only|made|into)\b.{0,120})?\W*$",
    r"^.{1,200}[\(\[]\s?(?:an? )?(?:unofficial|non-official|courtesy|working|informal|provisional|convenience|machine|automatic|google)(?: english)? translation[^()\[\]]{0,60}[\)\]]\W*$",
    r"^\W*(?:this (?:text|page|article|document|transcript|speech|statement) )?(?:was |has been |is |have been )?(?:automatically|machine)[- ]translated\b.{0,120}$",
    r"^\W*translated (?:automatically|(?:by|with|using) (?:google|deepl|yandex|baidu|bing|chatgpt|ai|machine|a machine|artificial intelligence))\b.{0,80}$",
)
