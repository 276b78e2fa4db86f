"""What the API says of itself: the shapes of answers, in its OpenAPI document.

Lives here: schemas made from the answers' own types. Not here: routes (``app``).
"""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI

_REFS = "#/components/schemas/{name}"
_ERROR = {
    "description": "One sentence that says what is wrong and what to do.",
    "content": {"application/json": {"schema": {"type": "object", "required": ["detail"]}}},
}


def answers(shape: type) -> dict[int | str, dict[str, Any]]:
    """The responses of a route that sends ``shape``."""
    (found,), _ = msgspec.json.schema_components([shape], ref_template=_REFS)
    content = {"application/json": {"schema": found, "x-shape": shape.__module__}}
    return {200: {"description": "The answer.", "content": content}, 400: _ERROR, 404: _ERROR}


def original() -> dict[int | str, dict[str, Any]]:
    """The responses of a route that sends bytes."""
    content = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    return {200: {"description": "The bytes.", "content": content}, 400: _ERROR, 404: _ERROR}


def describe(app: FastAPI, *shapes: type) -> None:
    """Add the components that the answers' schemas point at, once, to the document that FastAPI makes."""
    made = app.openapi

    def whole() -> dict[str, Any]:
        document = made()
        components = document.setdefault("components", {}).setdefault("schemas", {})
        for name, found in msgspec.json.schema_components(shapes, ref_template=_REFS)[1].items():
            components.setdefault(name, found)
        return document

    app.openapi = whole  # type: ignore[method-assign]
