"""Layers that lie over one another: each is seen, with scripts and without, on the screen and on paper."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from tests.web.visiting import Visit

from onrecord import Record
from onrecord.web import serving

WORDS = (
    "Ministry of Trade of Auria\n\nJanuary 5, 2024\n\nThe spokesperson said: “China opposes the practice of small "
    "yard, high fence in harbours.”\n"
)
RED, TEAL = (179, 38, 30), (11, 110, 110)  # the lines of a position and of a formulation on a light page
COUNT = """async ([png, colours]) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const made = canvas.getContext('2d');
    made.drawImage(image, 0, 0);
    const data = made.getImageData(0, 0, image.width, image.height).data;
    return colours.map((colour) => {
        const columns = new Set();
        for (let at = 0; at < data.length; at += 4)
            if (colour.every((value, n) => Math.abs(data[at + n] - value) < 24)) columns.add((at / 4) % image.width);
        return columns.size / image.width;
    });
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address that a server prints over a statement whose formulation lies inside a position in a quotation."""
    place = tmp_path_factory.mktemp("overlaps")
    (place / "a.txt").write_text(WORDS)
    with Record.open(place / "record", write=True) as held:
        held.add([place / "a.txt"], workers=1)
    with serving.beside(place / "record") as opened:
        yield opened


def shares(made: Visit, words: str) -> tuple[float, float]:
    """Over which share of the width of some words the lines of a position and of a formulation are painted."""
    box = made.page.evaluate(
        """(words) => {
        const nodes = document.createTreeWalker(document.querySelector('#text'), NodeFilter.SHOW_TEXT);
        let all = '', parts = [];
        while (nodes.nextNode()) { parts.push([nodes.currentNode, all.length]); all += nodes.currentNode.data; }
        const place = (at) => {
            const [node, from] = parts.findLast(([, from]) => from <= at);
            return [node, at - from];
        };
        const range = new Range();
        range.setStart(...place(all.indexOf(words)));
        range.setEnd(...place(all.indexOf(words) + words.length));
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y: y - 2, width, height: height + 8 };
    }""",
        words,
    )
    png = base64.b64encode(made.page.screenshot(clip=box)).decode()
    blank = made.context.new_page()
    found = blank.evaluate(COUNT, [png, [RED, TEAL]])
    blank.close()
    return found[0], found[1]


@pytest.mark.parametrize("scripts", [True, False])
def test_lines_of_overlapping_layers_are_all_painted(browser: Any, address: str, scripts: bool) -> None:
    """Under a formulation inside a position both lines are seen; under the rest of the position one."""
    made = Visit(browser, address, java_script_enabled=scripts, viewport={"width": 1400, "height": 900})
    path = made.statement("harbours")
    made.go(path)
    red, teal = shares(made, "small yard, high fence")
    assert red > 0.75  # not under letters that go below the line
    assert teal > 0.4  # dots
    red, teal = shares(made, "opposes the practice")
    assert red > 0.75  # not under letters that go below the line
    assert teal == 0
    made.go(f"{path}?layer=none&layer=position")
    assert shares(made, "small yard, high fence")[1] == 0
    made.context.close()


def test_a_layer_inside_another_keeps_the_ground_of_both(browser: Any, address: str) -> None:
    """What is coloured behind words lets through what lies under it, and a mark holds one layer."""
    made = Visit(browser, address, java_script_enabled=False)
    made.go(made.statement("harbours"))
    grounds = made.page.evaluate("""() => ['--answer', '--quotation', '--reported', '--now'].map((name) => {
        const one = document.createElement('i');
        one.style.background = `var(${name})`;
        document.body.append(one);
        return getComputedStyle(one).backgroundColor;
    })""")
    assert all(one.startswith("rgba(") and 0 < float(one.rpartition(",")[2].strip(" )")) < 1 for one in grounds), (
        grounds
    )
    assert set(made.page.locator("#text mark").evaluate_all("all => all.map((one) => one.classList.length)")) == {1}
    assert made.page.locator("mark.l-quotation mark.l-position, mark.l-position mark.l-quotation").count()
    made.context.close()


def test_paper_has_the_key_and_the_claims(browser: Any, address: str) -> None:
    """Printed: what each line and ground says, for the layers shown, and every claim of them with its words."""
    made = Visit(browser, address)
    page = made.go(f"{made.statement('harbours')}?layer=none&layer=position&layer=quotation")
    page.emulate_media(media="print")
    assert page.locator(".layers label:visible").all_inner_texts() == ["quotation", "position"]
    assert page.locator(".layers :is(input, button):visible").count() == 0
    assert page.locator(".claim:visible").count() == page.locator(".claim:is(.l-position, .l-quotation)").count() > 1
    made.context.close()
