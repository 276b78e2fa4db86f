"""Models that give vectors of sentences, loaded from a folder on this machine: nothing is downloaded.

Lives here: which package reads which folder. Not here: what vectors are for (``text.align.embedding``). A folder with
``modules.json`` is read by sentence-transformers (LaBSE, multilingual-e5 as they are published), one with ONNX files by
fastembed. Both are the extra ``models``.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import InputError
from onrecord.text.align import Embed

E5 = "query: "  # multilingual-e5 was trained with it before every sentence
BATCH = 64


def load_model(folder: Path) -> Embed:
    """The model of a folder; InputError when there is none, or the package that reads it is not installed."""
    if (folder / "modules.json").is_file():
        return _sentence_transformers(folder)
    files = sorted(folder.rglob("*.onnx")) if folder.is_dir() else []
    if not files:
        raise InputError(
            f"{folder} holds no model: neither modules.json (sentence-transformers) nor *.onnx (fastembed)"
        )
    return _fastembed(folder, files[0].relative_to(folder))


def _prefix(folder: Path) -> str:
    return E5 if "e5" in folder.name.lower() else ""


def _sentence_transformers(folder: Path) -> Embed:
    model = _package("sentence_transformers").SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    prefix = _prefix(folder)

    def embed(sentences: list[str]) -> NDArray[Any]:
        given = [prefix + sentence for sentence in sentences]
        return np.asarray(model.encode(given, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False))

    return embed


def _fastembed(folder: Path, file: Path) -> Embed:
    """An ONNX model under its folder's name: LaBSE takes the first token's vector, the others the mean of all."""
    package, kinds = _package("fastembed"), importlib.import_module("fastembed.common.model_description")
    name, prefix = f"local/{folder.name}", _prefix(folder)
    pooling = kinds.PoolingType.CLS if "labse" in folder.name.lower() else kinds.PoolingType.MEAN
    if name not in {model["model"] for model in package.TextEmbedding.list_supported_models()}:
        package.TextEmbedding.add_custom_model(
            model=name, pooling=pooling, normalization=True, dim=_width(folder), model_file=str(file),
            sources=kinds.ModelSource(hf=name),
        )  # fmt: skip
    model = package.TextEmbedding(model_name=name, specific_model_path=str(folder), local_files_only=True)

    def embed(sentences: list[str]) -> NDArray[Any]:
        return np.stack(list(model.embed([prefix + sentence for sentence in sentences], batch_size=BATCH)))

    return embed


def _width(folder: Path) -> int:
    import msgspec

    try:
        return int(msgspec.json.decode((folder / "config.json").read_bytes())["hidden_size"])
    except (OSError, KeyError, TypeError, ValueError, msgspec.DecodeError):
        raise InputError(
            f"{folder}/config.json names no hidden_size; keep the model's own config.json beside it"
        ) from None


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise InputError(f"the package {name} is not installed; pip install 'onrecord[models]'") from None
