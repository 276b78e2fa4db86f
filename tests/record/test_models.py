"""Loading models of sentence vectors, and what vectors do in alignment. Packages are stood in for by tiny ones."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from onrecord.errors import InputError
from onrecord.record.models import load_model
from onrecord.text.align import align, lexicon

MEANINGS = {"kob": 0, "tree": 0, "lim": 1, "river": 1, "sut": 2, "road": 2}


def tiny(sentences: list[str]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """A model that knows six words."""
    found = np.zeros((len(sentences), 4))
    for row, sentence in zip(found, sentences, strict=True):
        row[3] = 0.1
        for word in sentence.lower().replace(".", " ").split():
            if word in MEANINGS:
                row[MEANINGS[word]] += 1
    return found


def test_vectors_carry_a_pair_that_no_word_carries() -> None:
    """With a model, sentences of unknown words find their own, and one without an answer stays alone."""
    one, other = ["Kob.", "Lim.", "Sut."], ["The tree.", "The road."]
    found = align(one, other, lexicon(("und", "en")), embed=tiny)
    assert [(b.one, b.other) for b in found.beads] == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_a_folder_of_sentence_transformers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """modules.json names the reader; e5 gets its prefix; nothing is fetched."""
    seen: dict[str, Any] = {}

    class Model:
        def __init__(self, folder: str, **options: Any) -> None:
            seen.update(options, folder=folder)

        def encode(self, sentences: list[str], **options: Any) -> Any:
            seen["sentences"] = sentences
            return tiny(sentences)

    package = ModuleType("sentence_transformers")
    package.SentenceTransformer = Model  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", package)
    folder = tmp_path / "multilingual-e5-small"
    folder.mkdir()
    (folder / "modules.json").write_text("[]")
    assert load_model(folder)(["Kob."]).shape == (1, 4)
    assert (seen["local_files_only"], seen["sentences"]) == (True, ["query: Kob."])


def test_a_folder_of_onnx_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An ONNX file is registered with fastembed under the folder's name, with pooling and width."""
    seen: dict[str, Any] = {}

    class Model:
        def __init__(self, **options: Any) -> None:
            seen.update(options)

        @staticmethod
        def list_supported_models() -> list[dict[str, str]]:
            return []

        @staticmethod
        def add_custom_model(**options: Any) -> None:
            seen.update(options)

        def embed(self, sentences: list[str], **options: Any) -> Any:
            return iter(tiny(sentences))

    package, kinds = ModuleType("fastembed"), ModuleType("fastembed.common.model_description")
    package.TextEmbedding = Model  # type: ignore[attr-defined]
    kinds.PoolingType = SimpleNamespace(CLS="cls", MEAN="mean")  # type: ignore[attr-defined]
    kinds.ModelSource = lambda hf: hf  # type: ignore[attr-defined]
    for name, module in (("fastembed", package), ("fastembed.common", ModuleType("fastembed.common"))):
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setitem(sys.modules, "fastembed.common.model_description", kinds)
    folder = tmp_path / "LaBSE"
    folder.mkdir()
    (folder / "model.onnx").write_bytes(b"")
    (folder / "config.json").write_text(json.dumps({"hidden_size": 4}))
    assert load_model(folder)(["Kob.", "Lim."]).shape == (2, 4)
    assert (seen["pooling"], seen["dim"], seen["model_file"]) == ("cls", 4, "model.onnx")


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    """A folder without a model, and a package that is not installed, are said in one sentence."""
    with pytest.raises(InputError, match="holds no model"):
        load_model(tmp_path)
    (tmp_path / "modules.json").write_text("[]")
    if "sentence_transformers" not in sys.modules:
        with pytest.raises(InputError, match="not installed"):
            load_model(tmp_path)
