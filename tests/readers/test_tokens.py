"""Tests of ``readers.tokens`` and ``readers.tokenizer``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.readers import Reading, tokenizer, tokens

MARKUP = [
    "a<b>c</b>d",
    "<p class='a>b' id=\"x'y\" q=a>t",
    "<!-- a --><!--> <!---> <!-- b --!>x<!doctype html>y<?z?>",
    "<script>a<b</script><style></p></style><title>a &amp; <b></title>",
    "<textarea></p>&lt;</textarea >x",
    "a &amp &amp; &#65; &nope; & b",
    "</ x>y<3",
    "<plaintext></p>&amp;",
    '<a href=a="b>c',
    "<p/><br/>x<P ID=1>",
]


def written(found: Iterable[tokens.Token]) -> list[tuple[str, str, str]]:
    """Kind, tag and source of each token, with neighbouring texts joined."""
    out: list[tuple[str, str, str]] = []
    for token in found:
        row = ("text", "", token) if isinstance(token, str) else (token.kind, token.tag, token.source)
        if out and row[0] == "text" == out[-1][0]:
            out[-1] = ("text", "", out[-1][2] + row[2])
        else:
            out.append(row)
    return out


@pytest.mark.parametrize("markup", MARKUP)
def test_both_tokenizers_agree(markup: str) -> None:
    """Our own tokenizer finds the same tokens as the usual one."""
    assert written(tokens.tokenize_again(markup, 200)) == written(tokens.tokenize(markup, 200))


@given(st.text(st.sampled_from("<>/!-='\" \nap&;scriptle"), max_size=60))
@settings(max_examples=1500, deadline=None)
def test_tokens_are_the_source(markup: str) -> None:
    """Tokens of either tokenizer, joined, are the source, less a tag that its end cuts, or the usual one says not."""
    for tokenize in (tokens.tokenize_again, tokens.tokenize):
        try:
            joined = "".join(source for _, _, source in written(tokenize(markup, 200)))
        except tokens.Unfaithful:
            assert tokenize is tokens.tokenize
            continue
        assert markup.startswith(joined)
        assert joined == markup or markup[len(joined)] == "<"


def test_what_the_usual_tokenizer_drops_is_noticed(page: Callable[..., Reading]) -> None:
    """An empty end tag, which the usual tokenizer leaves out, moves no character after it."""
    with pytest.raises(tokens.Unfaithful):
        list(tokens.tokenize("a</>b", 200))
    text = page("a</>b").text
    assert [run.source.start for run in text.runs] == [0, 4]


def test_level_keeps_length() -> None:
    """The tokenizer's copy has the length of the source and no carriage return."""
    source = "a\r\nb<NOSCRIPT><p></NOSCRIPT><noframes>x</noframes>\r"
    copy = tokens.level(source)
    assert len(copy) == len(source)
    assert "\r" not in copy


def test_a_tokenizer_that_loses_text_is_replaced(page: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    """When the usual tokenizer leaves a character out, the page is read by our own, and nothing is lost."""
    markup = "<p>One statement</p><p>Another &amp; more</p>"
    sound = page(markup)
    usual = tokens.turbohtml.tokenize

    def faulty(source: str, **options: bool) -> list[SimpleNamespace]:
        names = ("type", "tag", "data", "source", "self_closing")
        found = [SimpleNamespace(**{n: getattr(t, n) for n in names}) for t in usual(source, **options)]
        found[1].data = found[1].data[:-1]
        return found

    monkeypatch.setattr(tokens.turbohtml, "tokenize", faulty)
    again = page(markup)
    assert again.text == sound.text
    assert list(tokenizer.tokenize(markup, 200))
