"""The content labeller: article text scores above its surroundings, in any script and any layout."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import BugError
from onrecord.model import Fact, Layout, Node, Piece, Span, Text, make_source
from onrecord.readers import read
from onrecord.structure import content, content_features
from onrecord.structure.trees import Trees, chances

# Invented pages: (language, menu, headline, paragraphs, comments, links to more, foot).
PAGES = {
    "en": (
        ["Home", "News", "About us", "Contact"],
        "Ministry of Veltoria answers questions on fishing",
        [
            "The spokesperson of Veltoria said on Tuesday that talks with Oskania had been frank and useful. Both "
            "sides, she said, would meet again before the end of the month.",
            "Asked about the incident near the Amber Strait, she replied that an inquiry was under way. Its findings "
            "would be made public, and nobody should draw conclusions before that.",
            "Veltoria remains committed to the agreement signed two years ago, the spokesperson added. It expects the "
            "other side to honour its part as well.",
        ],
        ["great news", "first!", "I do not agree with this"],
        ["Minister opens new harbour", "Results of the spring survey", "Oskania: a short history"],
        "© Ministry of Veltoria. All rights reserved.",
    ),
    "zh": (
        ["首页", "新闻", "关于我们", "联系方式"],
        "维尔托里亚外交部发言人答记者问",
        [
            "发言人表示，双方本周二就渔业问题举行了坦诚而有益的会谈，并商定本月底之前再次会晤，继续讨论尚未解决的问题。",
            "关于琥珀海峡发生的事件，发言人说，有关调查正在进行，结果将及时向社会公布，在此之前任何人都不应当妄下结论。",
            "发言人强调，维方始终信守两年前签署的协议，希望对方同样履行自己的承诺，共同维护地区的和平与稳定。",
        ],
        ["好消息", "沙发", "我不同意"],
        ["部长出席新港启用仪式", "春季调查结果公布", "奥斯卡尼亚简史"],
        "维尔托里亚外交部 版权所有",
    ),
    "ru": (
        ["Главная", "Новости", "О нас", "Контакты"],
        "Ответы представителя МИД Велтории на вопросы о рыболовстве",
        [
            "Официальный представитель Велтории заявил во вторник, что переговоры с Осканией были откровенными и "
            "полезными. По его словам, стороны встретятся снова до конца месяца.",
            "Отвечая на вопрос о происшествии у Янтарного пролива, он сообщил, что ведётся расследование. Его выводы "
            "будут опубликованы, и до этого никому не следует спешить с оценками.",
            "Велтория остаётся верна соглашению, подписанному два года назад, добавил представитель. Она ждёт того же "
            "от другой стороны.",
        ],
        ["отличная новость", "первый!", "не согласен"],
        ["Министр открыл новый порт", "Итоги весеннего опроса", "Оскания: краткая история"],
        "© МИД Велтории. Все права защищены.",
    ),
    "ar": (
        ["الرئيسية", "الأخبار", "من نحن", "اتصل بنا"],
        "المتحدث باسم وزارة خارجية فيلتوريا يجيب عن أسئلة حول الصيد",
        [
            "قال المتحدث باسم فيلتوريا يوم الثلاثاء إن المحادثات مع أوسكانيا كانت صريحة ومفيدة، وإن الجانبين سيلتقيان "
            "مرة أخرى قبل نهاية الشهر لمواصلة النقاش.",
            "وردا على سؤال عن الحادث الذي وقع قرب مضيق العنبر، أجاب بأن التحقيق جار، وأن نتائجه ستعلن للجميع، ولا "
            "ينبغي لأحد أن يستبق هذه النتائج.",
            "وأضاف المتحدث أن فيلتوريا ملتزمة بالاتفاق الموقع قبل عامين، وأنها تتوقع من الطرف الآخر أن يفي بالتزاماته "
            "كذلك في أقرب وقت ممكن.",
        ],
        ["خبر رائع", "أول تعليق", "لا أتفق"],
        ["الوزير يفتتح الميناء الجديد", "نتائج استطلاع الربيع", "أوسكانيا: تاريخ قصير"],
        "جميع الحقوق محفوظة لوزارة خارجية فيلتوريا",
    ),
}
BARE = ("nav", "main", "comments", "aside", "footer")


def page(lang: str, *, named: bool) -> Text:
    """An invented page read by the HTML reader; with ``named`` false no element or class name says what it is for."""
    menu, headline, paragraphs, comments, more, foot = PAGES[lang]
    links = "".join(f'<li><a href="/{i}">{x}</a></li>' for i, x in enumerate(menu * 3))
    further = "".join(f'<li><a href="/more/{i}">{x}</a></li>' for i, x in enumerate(more * 2))
    said = "".join(f"<div><p>{x}</p></div>" for x in comments)
    body = "".join(f"<p>{x}</p>" for x in paragraphs * 2)
    nav, main, below, side, end = (
        ("nav", "article", 'div class="comments"', 'aside class="related"', "footer") if named else ("div",) * 5
    )
    html = (
        f'<html lang="{lang}"><head><title>{headline}</title></head><body><{nav}><ul>{links}</ul></{nav.split()[0]}>'
        f"<{main}><h1>{headline}</h1>{body}</{main}><{below}>{said}</{below.split()[0]}>"
        f"<{side}><ul>{further}</ul></{side.split()[0]}><{end}><p>{foot}</p></{end}></body></html>"
    )
    return read(make_source(html.encode(), "text/html", "invented")).text


@pytest.mark.parametrize("lang", PAGES)
@pytest.mark.parametrize("named", [True, False])
def test_article_above_furniture(lang: str, named: bool) -> None:
    """Every paragraph of the article is main content and scores above every menu entry, link, comment and foot."""
    text = page(lang, named=named)
    paragraphs = set(PAGES[lang][2])
    scores = list(zip((p.span.of(text.chars) for p in text.layout.pieces), content.score(text), strict=True))
    inside = [s for words, s in scores if words in paragraphs]
    outside = [s for words, s in scores if words not in paragraphs and words != PAGES[lang][1]]

    assert len(inside) == 2 * len(paragraphs)
    assert min(inside) >= content.MAIN
    assert min(inside) > max(outside)


@pytest.mark.parametrize("lang", PAGES)
def test_menus_are_not_main(lang: str) -> None:
    """Menu entries, links to more and the foot of a page are not main content."""
    text = page(lang, named=True)
    menu, _, _, _, more, foot = PAGES[lang]
    around = {*menu, *more, foot}
    scores = zip((p.span.of(text.chars) for p in text.layout.pieces), content.score(text), strict=True)

    assert [words for words, s in scores if words in around and s >= content.MAIN] == []


def test_one_score_for_each_piece() -> None:
    """There are as many scores as pieces, none for a text without pieces."""
    text = page("en", named=True)

    assert len(content.score(text)) == len(text.layout.pieces)
    assert content.score(Text("", "", "html/1", "")) == []


def test_same_answer_each_time() -> None:
    """The same text gives the same scores."""
    assert content.score(page("ru", named=True)) == content.score(page("ru", named=True))


def nodes() -> st.SearchStrategy[tuple[Node, ...]]:
    """Elements with parents that may be wrong in any way."""
    tags = st.sampled_from(["div", "p", "nav", "ul", "li", "article", "x"])
    names = st.sampled_from(["", "content", "menu sidebar", "评论", "a" * 900])
    return st.lists(st.builds(Node, tags, st.integers(-3, 12), names), max_size=12).map(tuple)


@st.composite
def layouts(draw: st.DrawFn) -> Text:
    """Texts whose pieces point anywhere, in any order, with any counts."""
    chars = draw(st.text(max_size=80))
    ends = st.integers(-2, 90)
    pieces = draw(
        st.lists(
            st.builds(
                Piece,
                st.builds(Span, ends, ends),
                st.sampled_from(["p", "li", "title", "h1", "h2", "?"]),
                st.integers(-3, 14),
                st.integers(-5, 100),
                st.integers(-5, 100),
                hidden=st.booleans(),
            ),
            max_size=20,
        )
    )
    facts = (Fact("meta:og:type", draw(st.sampled_from(["article", "", "Website"])), Span(0, 0)),)
    return Text("", "", "html/1", chars, Layout(tuple(pieces), draw(nodes()), facts=facts))


@settings(max_examples=60, deadline=None)
@given(layouts())
def test_any_layout_gives_probabilities(text: Text) -> None:
    """Whatever the layout, there is one finite probability in [0, 1] for each piece."""
    scores = content.score(text)

    assert len(scores) == len(text.layout.pieces)
    assert all(0.0 <= s <= 1.0 for s in scores)


def shipped() -> dict[str, object]:
    """The shipped weights file as a dictionary."""
    loaded: dict[str, object] = json.loads(files("onrecord.structure").joinpath(content.WEIGHTS).read_bytes())
    return loaded


def test_shipped_weights_fit() -> None:
    """The shipped file is of this labeller, names only features that exist, and is under a million bytes."""
    data = files("onrecord.structure").joinpath(content.WEIGHTS).read_bytes()

    assert content.read_weights(data).names
    assert shipped()["labeller"] == content.LABELLER
    assert len(data) < 1_000_000


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("labeller", "content/0", "labeller"),
        ("names", ["no_such_feature"], "no_such_feature"),
        ("leaves", [[0.0]], "leaves"),
        ("features", [], "features"),
        ("thresholds", [[0.0]], "thresholds"),
        ("surprise", 1, "surprise"),
        ("base", "high", "base"),
        ("base", None, "base"),
        ("cut", 1.5, "cut"),
    ],
)
def test_broken_weights_are_refused(field: str, value: object, said: str) -> None:
    """A weights file that does not fit this program is our bug, and the sentence names what is wrong."""
    with pytest.raises(BugError, match=said):
        content.read_weights(json.dumps({**shipped(), field: value}).encode())


def test_a_question_about_nothing_is_refused() -> None:
    """A question about a feature beyond the named ones is refused, and so is a file that is no JSON."""
    broken = shipped()
    rows = np.array(broken["features"])
    rows[0, 0] = 10_000

    with pytest.raises(BugError, match="does not name"):
        content.read_weights(json.dumps({**broken, "features": rows.tolist()}).encode())
    with pytest.raises(BugError, match="cannot be read"):
        content.read_weights(b"\x93NUMPY")


def test_trees_vote() -> None:
    """Bit k of a leaf's number is the answer to question k; votes add up to the base; NaN answers no."""
    trees = Trees(
        0.5,
        np.array([[0, 1]]),
        np.array([[0.0, 10.0]], np.float32),
        np.array([[1.0, 2.0, 4.0, 8.0]], np.float32),
    )
    rows = np.array([[-1, 5], [1, 5], [-1, 11], [1, 11], [np.nan, np.nan]], np.float32)

    assert trees.votes(rows).tolist() == [1.5, 2.5, 4.5, 8.5, 1.5]
    assert chances(np.array([-1e9, 0.0, 1e9])).tolist() == [0.0, 0.5, 1.0]


def test_large_pages_in_slices() -> None:
    """Rows are voted on in slices; the answers do not depend on where a slice ends."""
    weights = content.shipped()
    values = np.random.default_rng(0).normal(size=(5000, len(weights.names))).astype(np.float32)

    assert np.allclose(weights.trees.votes(values)[2000:2100], weights.trees.votes(values[2000:2100]))


def test_lengths_weigh_scripts() -> None:
    """A Han character weighs three Latin letters."""
    text = Text("", "", "html/1", "中文abc", Layout((Piece(Span(0, 2)), Piece(Span(2, 5)))))

    assert np.expm1(content_features.columns(content_features.Page(text))["weight"]).round().tolist() == [6, 3]
