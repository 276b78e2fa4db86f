"""Web vocabulary for the content labeller: words of class and id attributes, elements, kinds of characters.

Lives here: data only. Not here: what they are good for; the weights decide that (``content_weights.json``).
The words are general usage of the web in English, with pinyin and Han words common on Chinese pages. None belongs
to one site.
"""

from __future__ import annotations

# category -> parts of class and id names; a name may hit several categories
WORDS: dict[str, tuple[str, ...]] = {
    "body": ("article", "content", "body", "text", "post", "entry", "story", "main", "detail", "news", "zoom",
             "prose", "wysiwyg", "richtext", "markdown", "transcript", "正文", "wenzhang", "zhengwen"),
    "around": ("nav", "menu", "side", "foot", "header", "bread", "crumb", "toolbar", "pagin", "pager", "masthead",
               "topbar", "skip", "toc", "tabs"),
    "boxes": ("widget", "banner", "popup", "modal", "overlay", "promo", "advert", "sponsor", "cookie", "consent",
              "gdpr", "newsletter", "subscri", "signup", "login", "paywall", "cta", "donat"),
    "more": ("related", "recommend", "more", "teaser", "card", "grid", "carousel", "slider", "latest", "popular",
             "trending", "recent", "similar", "upsell", "hot", "rank", "tile", "read-next", "xiangguan"),
    "social": ("share", "social", "follow", "comment", "disqus", "respond", "reply", "rating", "review", "fenxiang"),
    "about": ("byline", "author", "bio", "meta", "tag", "date", "time", "caption", "credit", "copyright", "legal",
              "disclaimer", "privacy", "print", "footnote"),
    "unseen": ("hidden", "sr-only", "screen-reader", "visually", "collaps", "offcanvas", "noprint"),
    "forum": ("forum", "thread", "topic", "message", "question", "answer", "bbs"),
    "shop": ("product", "price", "cart", "shop", "listing", "results", "search", "filter", "form", "button", "btn"),
}  # fmt: skip

# Elements by number, the order the weights were learnt with.
TAGS: tuple[str, ...] = (
    "p", "div", "br", "li", "h1", "h2", "h3", "h4", "td", "blockquote", "pre", "dd", "dt", "th", "section",
    "article", "a", "span", "button", "label", "title", "figcaption", "summary", "header", "footer", "h5", "h6",
    "option",
)  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

# Elements whose presence around a piece says something: tag -> number of its kind.
KINDS: tuple[str, ...] = ("nav", "footer", "aside", "header", "form", "button", "article", "main", "list", "table",
                          "figure")  # fmt: skip
KIND_OF: dict[str, int] = {
    **{tag: number for number, tag in enumerate(KINDS)},
    "ul": KINDS.index("list"), "ol": KINDS.index("list"), "dl": KINDS.index("list"),
    "select": KINDS.index("button"), "label": KINDS.index("button"), "dialog": KINDS.index("aside"),
}  # fmt: skip

# What a page says it is (og:type, schema.org @type), in lower case.
ARTICLE_TYPES = frozenset(("article", "newsarticle", "blogposting", "reportagenewsarticle", "techarticle", "news"))

# Marks that end a sentence in the scripts of the world; CLOSERS may follow them.
STOPS = ".!?…。！？؟۔।"
